import pytest

from network.models import Comment, Community, Membership, Post
from tests.everyone import signed_in
from tests.factories import connect, found
from tests.network.views.words import handles, is_part, said, texts, visible


@pytest.fixture
def quay(mia):
    """A public group that Mia moderates."""
    return found(mia, "Quay", description="Ships", rules="Be kind")


@pytest.fixture
def cabin(mia):
    """A private one."""
    return found(mia, "Cabin", is_private=True)


@pytest.fixture
def other(everyone):
    return everyone.stranger


@pytest.fixture
def as_other(other):
    return signed_in(other)


def standing(group, person):
    seat = group.standing_of(person)
    return seat and seat.standing


def names(response):
    return [group.name for group in response.context["groups"]]


def test_my_groups_and_all_groups(as_other, other, quay, cabin):
    found(other, "Abacus")
    cabin.join(other)

    assert names(as_other.get("/groups/")) == ["Abacus", "Cabin"]
    assert names(as_other.get("/groups/all/")) == ["Abacus", "Cabin", "Quay"]
    assert "You asked to join" in visible(as_other.get("/groups/"))


def test_who_is_in_no_group_is_led_to_some(as_other):
    assert "You are in no group yet" in visible(as_other.get("/groups/"))
    assert "There are no groups here yet" in visible(as_other.get("/groups/all/"))


def test_the_list_goes_on_to_its_next_page(as_other, everyone):
    for number in range(25):
        found(everyone.mia, f"Quay {number:02}")
    page = as_other.get("/groups/all/")
    more = as_other.get(f"/groups/all/?after={page.context['groups'].next}")

    assert f"?after={page.context['groups'].next}" in page.text
    assert len(names(page)) == 20
    assert names(more) == [f"Quay {number}" for number in range(20, 25)]


def test_htmx_gets_the_list_as_a_part(htmx, quay):
    assert is_part(htmx.get("/groups/"))
    assert is_part(htmx.get("/groups/quay/"))
    assert is_part(htmx.get("/groups/quay/members/"))


# Starting and editing.


def test_starting_a_group(as_mia, mia):
    form = {"name": "Quay", "description": "Ships", "rules": "Be kind", "is_private": "private"}
    response = as_mia.post("/groups/new/", form)
    group = Community.objects.get()

    assert response.url == "/groups/quay/"
    assert (group.name, group.description, group.rules) == ("Quay", "Ships", "Be kind")
    assert (group.is_private, standing(group, mia)) == (True, "moderator")


def test_a_form_sent_twice_starts_one_group(as_mia):
    key = as_mia.get("/groups/new/").context["form"]["key"].value()
    for _ in range(2):
        response = as_mia.post("/groups/new/", {"name": "Quay", "key": key})
        assert response.url == "/groups/quay/"
    assert Community.objects.count() == 1


def test_a_name_that_is_taken_is_said_beside_the_field(as_other, quay):
    response = as_other.post("/groups/new/", {"name": "quay", "rules": "Kept"})

    assert response.status_code == 422
    assert "There is a group of this name already." in visible(response)
    assert "Kept" in response.text


def test_who_may_start_no_more_groups_keeps_what_they_wrote(as_mia, mia, quay):
    mia.world.rules.group_limit = 1
    mia.world.rules.save()
    response = as_mia.post("/groups/new/", {"name": "Cabin", "rules": "Kept"})

    assert response.status_code == 422
    assert "You are in 1 groups, which is the most." in visible(response)
    assert "Kept" in response.text


def test_a_moderator_edits_the_group_but_not_who_may_join(as_mia, quay, cabin):
    form = {"name": "Quayside", "description": "", "rules": "", "is_private": "private"}
    assert as_mia.post("/groups/quay/edit/", form).url == "/groups/quay/"
    quay.refresh_from_db()
    assert (quay.name, quay.description, quay.is_private) == ("Quayside", "", False)

    taken = as_mia.post("/groups/quay/edit/", {"name": "CABIN"})
    assert taken.status_code == 422
    assert "There is a group of this name already." in visible(taken)


def test_who_moderates_no_more_while_editing_is_told(as_mia, mia, quay, monkeypatch):
    monkeypatch.setattr(
        Community,
        "describe",
        lambda group, *args, **more: group.leave(mia) or group.join(mia),
    )
    assert as_mia.post("/groups/quay/edit/", {"name": "Q"}).status_code == 302


# Joining and leaving.


def test_joining_a_public_group(as_other, other, quay):
    assert as_other.post("/groups/quay/join/").url == "/groups/quay/"
    assert "You are a member now." in said(as_other.get("/groups/quay/"))
    assert standing(quay, other) == "member"


def test_asking_and_taking_it_back(as_other, other, cabin):
    as_other.post("/groups/cabin/join/")
    page = as_other.get("/groups/cabin/")
    assert "You asked to join. A moderator of the group decides." in said(page)
    assert "Ask no longer" in page.text

    assert as_other.post("/groups/cabin/take-back/").url == "/groups/cabin/"
    assert standing(cabin, other) is None


def test_htmx_gets_the_card_back(other, quay, cabin):
    htmx = signed_in(other, headers={"HX-Request": "true"})

    assert "You are a member" in visible(part(htmx.post("/groups/quay/join/")))
    assert "Ask no longer" in visible(part(htmx.post("/groups/cabin/join/")))
    assert "Ask to join" in visible(part(htmx.post("/groups/cabin/take-back/")))


def part(response):
    assert is_part(response)
    return response


def test_leaving(as_other, other, quay):
    quay.join(other)
    assert "What you wrote stays" in visible(as_other.get("/groups/quay/leave/"))
    assert as_other.post("/groups/quay/leave/").url == "/groups/"
    assert standing(quay, other) is None


def test_a_moderator_reads_who_takes_over(as_mia, quay):
    assert "when nobody is left, the group closes" in visible(as_mia.get("/groups/quay/leave/"))


def test_a_group_that_closes_meanwhile_is_said_in_words(as_mia, mia, quay, monkeypatch):
    leave = Community.leave
    monkeypatch.setattr(Community, "leave", lambda *args: [leave(*args) for _ in range(2)])

    assert as_mia.post("/groups/quay/leave/").url == "/groups/"
    assert "This group is not here any more." in said(as_mia.get("/groups/"))[0]


# What is posted there.


def test_posting_to_a_group_and_answering(as_mia, as_other, other, quay):
    quay.join(other)
    key = as_mia.get("/groups/quay/").context["form"]["key"].value()
    for _ in range(2):
        assert as_mia.post("/groups/quay/posts/", {"text": "Ahoy", "key": key}).status_code == 302
    [post] = Post.objects.all()
    assert (post.audience, post.community) == ("group", quay)

    assert texts(as_other.get("/groups/quay/")) == ["Ahoy"]
    as_other.post(f"{post.url}comments/", {"text": "Hello"})
    assert Comment.objects.get().post == post


def test_nothing_said_is_marked_on_the_page_of_the_group(as_mia, quay):
    response = as_mia.post("/groups/quay/posts/", {"text": " "})

    assert response.status_code == 422
    assert "Write something first." in visible(response)
    assert as_mia.get("/groups/quay/posts/").url == "/groups/quay/"


def test_who_was_removed_while_writing_is_told(as_other, other, mia, quay, monkeypatch):
    quay.join(other)
    publish_in = type(Post.objects).publish_in

    def too_late(self, group, *args, **more):
        group.remove_member(mia, other)
        return publish_in(Post.objects, group, *args, **more)

    monkeypatch.setattr(type(Post.objects), "publish_in", too_late)
    as_other.post("/groups/quay/posts/", {"text": "Ahoy"})

    assert "Only members of the group can do that." in said(as_other.get("/groups/quay/"))[0]
    assert not Post.objects.exists()


def test_a_card_says_where_it_was_posted_and_why_i_see_it(as_other, other, mia, quay):
    quay.join(other)
    Post.objects.publish_in(quay, mia, "Ahoy")
    page = as_other.get("/feed/")

    assert texts(page) == ["Ahoy"]
    assert "It is for members of Quay, and you have been one since day 1." in visible(page)
    assert 'href="/groups/quay/"' in page.text


def test_a_post_to_a_group_stays_there_when_it_is_edited(as_mia, mia, quay):
    post = Post.objects.publish_in(quay, mia, "Ahoy")
    assert "Who may see it" not in as_mia.get(f"{post.url}edit/").text
    as_mia.post(f"{post.url}edit/", {"text": "Ahoy there", "audience": "followers"})
    post.refresh_from_db()

    assert (post.text, post.audience) == ("Ahoy there", "group")


def test_no_post_goes_to_a_group_from_the_feed(as_mia, quay):
    form = {"text": "Ahoy", "audience": "group", "community": quay.pk}

    assert as_mia.post("/posts/", form).status_code == 422
    assert not Post.objects.exists()


def test_older_posts_follow(as_mia, mia, quay):
    for number in range(25):
        Post.objects.publish_in(quay, mia, f"Note {number}")
    first = as_mia.get("/groups/quay/")
    more = as_mia.get(f"/groups/quay/?before={first.context['posts'].next}")

    assert texts(first) + texts(more) == [f"Note {24 - number}" for number in range(25)]


# Moderating.


def test_a_moderator_removes_a_post_and_its_author_reads_of_it(as_mia, mia, as_other, other, quay):
    quay.join(other)
    post = Post.objects.publish_in(quay, other, "Buy now")
    assert "Remove from the group" in as_mia.get(post.url).text
    assert "is told that a moderator did it" in visible(as_mia.get(f"{post.url}delete/"))

    assert as_mia.post(f"{post.url}delete/").url == "/groups/quay/"

    assert not Post.objects.exists()
    assert "removed a post of yours from “Quay”" in visible(as_other.get("/notifications/"))


def test_a_moderator_removes_a_comment_and_its_author_reads_of_it(
    as_mia, mia, as_other, other, everyone, quay
):
    for who in (other, everyone.connection):
        quay.join(who)
    post = Post.objects.publish_in(quay, everyone.connection, "Ahoy")
    comment = Post.objects.comment(other, post.pk, "Buy now")
    url = f"/comments/{comment.pk}/delete/"
    assert "told that a moderator did it" in visible(as_mia.get(url))

    assert as_mia.post(url).url == post.url

    assert not Comment.objects.exists()
    assert "removed a comment of yours from “Quay”" in visible(as_other.get("/notifications/"))


def test_who_moderates_no_more_removes_nothing(as_mia, mia, other, everyone, quay, monkeypatch):
    quay.join(other)
    quay.join(everyone.connection)
    post = Post.objects.publish_in(quay, everyone.connection, "Ahoy")
    comment = Post.objects.comment(other, post.pk, "Hello")
    for model in (Post, Comment):
        take_down = model.take_down

        def too_late(thing, moderator, take_down=take_down):
            Membership.objects.filter(person=other).update(standing="moderator")
            Membership.objects.filter(person=moderator).update(standing="member")
            try:
                take_down(thing, moderator)
            finally:
                Membership.objects.filter(person=moderator).update(standing="moderator")

        monkeypatch.setattr(model, "take_down", too_late)
    for url in (f"{post.url}delete/", f"/comments/{comment.pk}/delete/"):
        assert as_mia.post(url).url == post.url
        assert "Only moderators of the group can do that." in said(as_mia.get("/feed/"))[0]
    assert Comment.objects.exists()


def test_letting_in_and_declining(as_mia, mia, other, everyone, cabin):
    for who in (other, everyone.follower):
        cabin.join(who)
    page = as_mia.get("/groups/cabin/requests/")
    assert handles(page) == ["follower", "stranger"]
    assert page.context["asking"] == 2

    response = as_mia.post("/groups/cabin/members/stranger/admit/")
    assert response.url == "/groups/cabin/requests/"
    assert "Stranger is a member now, and is told." in said(as_mia.get(response.url))
    as_mia.post("/groups/cabin/members/follower/decline/")

    assert standing(cabin, other) == "member"
    assert standing(cabin, everyone.follower) is None
    assert handles(as_mia.get("/groups/cabin/requests/")) == []


def test_htmx_gets_the_answered_card_and_the_new_count(htmx, other, everyone, cabin):
    for who in (other, everyone.follower):
        cabin.join(who)
    answered = part(htmx.post("/groups/cabin/members/stranger/admit/"))

    assert "Stranger is a member now, and is told." in visible(answered)
    assert 'id="requests-count" hx-swap-oob="true">1<' in answered.text


def test_removing_and_allowing_back(as_mia, mia, as_other, other, quay):
    quay.join(other)
    assert "They cannot join again" in visible(as_mia.get("/groups/quay/members/stranger/remove/"))
    removed = as_mia.post("/groups/quay/members/stranger/remove/")
    assert removed.url == "/groups/quay/members/"
    assert "removed you from “Quay”" in visible(as_other.get("/notifications/"))
    as_other.post("/groups/quay/join/")
    assert "A moderator removed you from this group" in said(as_other.get("/groups/quay/"))[0]

    assert handles(as_mia.get("/groups/quay/removed/")) == ["stranger"]
    as_mia.post("/groups/quay/members/stranger/allow-back/")
    as_other.post("/groups/quay/join/")

    assert standing(quay, other) == "member"


def test_removing_somebody_who_left_meanwhile(as_mia, other, quay, monkeypatch):
    quay.join(other)
    remove = Community.remove_member

    def too_late(group, moderator, person):
        group.leave(person)
        remove(group, moderator, person)

    monkeypatch.setattr(Community, "remove_member", too_late)
    as_mia.post("/groups/quay/members/stranger/remove/")

    assert "This person is not a member any more" in said(as_mia.get("/groups/quay/members/"))[0]


def test_making_somebody_a_moderator(as_mia, as_other, other, quay):
    quay.join(other)
    as_mia.post("/groups/quay/members/stranger/appoint/")

    assert standing(quay, other) == "moderator"
    assert "made you a moderator of “Quay”" in visible(as_other.get("/notifications/"))


def test_notices_lead_to_where_one_acts(as_mia, as_other, mia, other, quay, cabin):
    cabin.join(other)
    page = as_mia.get("/notifications/")
    assert "asks to join “Cabin”, which you moderate." in visible(page)
    assert 'href="/groups/cabin/requests/"' in page.text
    cabin.admit(mia, other)
    quay.join(other)
    quay.remove_member(mia, other)
    quay.allow_back(mia, other)
    told = visible(as_other.get("/notifications/"))

    assert "let you into “Cabin”." in told
    assert "allows you to join “Quay” again." in told


def test_who_was_not_let_in_is_told(as_other, mia, other, cabin):
    cabin.join(other)
    cabin.decline(mia, other)

    assert "did not let you into “Cabin”." in visible(as_other.get("/notifications/"))


# Members.


def test_members_see_who_is_active_this_week(as_mia, as_other, other, everyone, quay):
    quay.join(everyone.connection)
    Post.objects.publish_in(quay, everyone.connection, "Ahoy")
    assert "Active this week" not in as_other.get("/groups/quay/members/").text
    quay.join(other)
    page = as_other.get("/groups/quay/members/")

    active = [person.handle for person in page.context["people"] if person.is_active]
    assert (handles(page), active) == (["connection", "mia", "stranger"], ["connection"])
    assert "Active this week" in page.text


def test_a_profile_shows_the_groups_that_we_share(as_mia, other, quay, cabin):
    quay.join(other)
    cabin.join(other)

    assert "1 group you share: Quay" in visible(as_mia.get(other.url))
    assert "you share" not in visible(as_mia.get("/people/mia/"))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (None, "Join to read it, older posts included"),
        ("removed", "A moderator removed you"),
    ],
)
def test_who_is_outside_reads_what_would_open_it(as_other, mia, other, quay, state, words):
    if state:
        quay.join(other)
        quay.remove_member(mia, other)
    page = visible(as_other.get("/groups/quay/"))

    assert words in page
    assert "Be kind" in page
    assert "Write to the group" not in page


def test_a_private_group_tells_outsiders_what_it_is_and_no_more(as_other, mia, other, cabin):
    Post.objects.publish_in(cabin, mia, "Ahoy")
    page = as_other.get("/groups/cabin/")
    assert "Only members see what is posted here" in visible(page)
    assert "1 member" not in visible(page)
    assert "Mia" not in visible(page)
    cabin.join(other)

    assert "A moderator decides" in visible(as_other.get("/groups/cabin/"))


def test_b1_the_numbers_are_of_those_i_may_see(as_mia, mia, other, everyone, cabin):
    for who in (other, everyone.connection):
        cabin.join(who)
        cabin.admit(mia, who)
    cabin.join(everyone.follower)
    connect(other, everyone.follower)
    for hidden in (other, everyone.follower):
        hidden.block(mia)
    page = as_mia.get("/groups/cabin/members/")

    assert handles(page) == ["connection", "mia"]
    assert "2 members" in visible(page)
    assert page.context["asking"] == 0
    assert handles(as_mia.get("/groups/cabin/requests/")) == []
