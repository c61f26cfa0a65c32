import pytest

from network.models import Post
from tests.everyone import signed_in
from tests.factories import found, publish
from tests.network.views.words import is_part, said, visible

LINK = '<a class="mention" href="/people/followed/"><bdi>Followed</bdi></a>'


def test_a_mention_is_a_link_for_who_may_see_the_person(everyone, as_mia, mia):
    post = publish(mia, "Ask @followed <script>@followed</script>, not mail@followed")
    Post.objects.comment(mia, post.pk, "Really, @Followed.")

    page = as_mia.get(post.url).text

    assert page.count(LINK) == 3
    assert f"&lt;script&gt;{LINK}&lt;/script&gt;, not mail@followed" in page
    assert f"Really, {LINK}." in page
    assert LINK in as_mia.get("/feed/").text


def test_b1_who_may_not_see_the_person_reads_the_bare_word(everyone, mia):
    post = publish(mia, "Ask @followed")
    Post.objects.comment(mia, post.pk, "@followed")
    everyone.followed.block(everyone.follower)

    page = signed_in(everyone.follower).get(post.url)

    assert "/people/followed/" not in page.text
    assert "Ask @followed" in visible(page)


def test_a_name_with_markup_stays_text(everyone, as_mia, mia):
    everyone.followed.revise(name="<img src=x> & co")

    page = as_mia.get(publish(mia, "@followed").url).text

    assert "<bdi>&lt;img src=x&gt; &amp; co</bdi></a>" in page
    assert "<img src=x>" not in page


def test_the_mentioned_person_is_told_and_led_there(everyone, mia):
    post = publish(mia, "Ask @follower")
    said = Post.objects.comment(mia, post.pk, "And @follower again")

    page = signed_in(everyone.follower).get("/notifications/")

    assert "Mia mentioned you in a post." in visible(page)
    assert "Mia mentioned you in a comment." in visible(page)
    assert f'href="{post.url}"' in page.text
    assert f'href="{post.url}#comment-{said.pk}"' in page.text


def test_the_profile_says_how_to_mention_somebody(as_mia):
    assert "@followed" in visible(as_mia.get("/people/followed/"))


def test_elsewhere_an_at_and_a_hash_are_only_signs(everyone, as_mia, mia):
    mia.revise(about="@followed #tide")
    mia.write(everyone.connection, "@followed #tide")

    for page in (mia.url, everyone.connection.messages_url):
        answer = as_mia.get(page)
        assert "@followed #tide" in visible(answer)
        assert "/tags/" not in answer.text.replace('href="/tags/"', "")


def unreached(names):
    return f"{names} cannot see this post, so the mention does not reach them."


@pytest.mark.parametrize(
    ("audience", "outside"),
    [
        (
            "followers",
            ["Followed and Stranger cannot see this post, so the mentions do not reach them."],
        ),
        (
            "connections",
            [
                "Followed, Follower and Stranger cannot see this post, "
                "so the mentions do not reach them."
            ],
        ),
    ],
)
def test_the_author_reads_whom_a_mention_does_not_reach(as_mia, audience, outside):
    text = "@mia asks @stranger, @followed, @follower, @connection, @blocked and @blocking"

    page = as_mia.post("/posts/", {"text": text, "audience": audience}, follow=True)

    assert said(page) == ["Your post is published.", *outside]


def test_nothing_is_said_when_a_mention_reaches_everybody(as_mia):
    data = {"text": "@follower and @connection", "audience": "followers"}

    assert said(as_mia.post("/posts/", data, follow=True)) == ["Your post is published."]


def test_an_edit_and_a_share_say_it_too(everyone, as_mia, mia):
    post = publish(mia, "@follower")
    data = {"text": "@follower", "audience": "connections"}

    assert said(as_mia.post(f"{post.url}edit/", data, follow=True))[1:] == [unreached("Follower")]
    theirs = publish(everyone.followed, "Tide tables")
    assert said(as_mia.post(f"{theirs.url}share/", data, follow=True))[1:] == [
        unreached("Follower")
    ]


def test_in_a_group_it_is_who_is_no_member(everyone, as_mia, mia):
    group = found(mia, "Quay")
    group.join(everyone.follower)
    data = {"text": "@follower and @connection"}

    page = as_mia.post(f"{group.url}posts/", data, follow=True)
    assert said(page)[1:] == [unreached("Connection")]
    [post] = Post.objects.filter(community=group)
    page = signed_in(everyone.follower).post(f"{post.url}comments/", data, follow=True)
    assert said(page) == [unreached("Connection")]


def test_a_comment_on_ones_own_post_says_it_and_htmx_gets_it_below(everyone, as_mia, htmx, mia):
    url = publish(mia).url

    page = as_mia.post(f"{url}comments/", {"text": "Ask @stranger"}, follow=True)
    assert said(page) == [unreached("Stranger")]
    part = htmx.post(f"{url}comments/", {"text": "And @stranger again"})
    assert is_part(part)
    assert unreached("Stranger") in visible(part)
    comment = mia.comments.first()
    page = as_mia.post(f"/comments/{comment.pk}/edit/", {"text": "@stranger"}, follow=True)
    assert said(page)[1:] == [unreached("Stranger")]


def test_p6_who_sees_the_post_of_somebody_else_is_not_said(everyone, as_mia, htmx):
    url = publish(everyone.followed).url

    assert said(as_mia.post(f"{url}comments/", {"text": "@stranger"}, follow=True)) == []
    assert "cannot see" not in visible(htmx.post(f"{url}comments/", {"text": "@stranger"}))


def test_every_form_says_the_same_about_mentions_and_tags(everyone, as_mia, mia):
    post = publish(mia)
    group = found(mia, "Quay")
    marks = (
        "@ with the name in somebody's address mentions them, such as @mia-lund. It reaches them "
        "if they may see what you write. # makes a word a tag, such as #firstjob; a space or a "
        "hyphen ends it."
    )

    for url in ("/feed/", "/posts/", "/articles/", post.url, group.url, f"{post.url}share/"):
        assert visible(as_mia.get(url)).count(marks) == 1, url
