from network.models import Post
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import visible

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
