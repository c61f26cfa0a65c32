import re

import pytest

from network.models import Event, Invitation, Person, Post
from tests.everyone import signed_in
from tests.factories import LearnerFactory, publish
from tests.network.views.words import is_part, visible


def told(client, url="/notifications/"):
    """What somebody is told, newest first, each with whether it is new."""
    return [
        (notice.actor.handle, notice.verb, notice.is_unread)
        for notice in client.get(url).context["notices"]
    ]


def unread(client):
    return client.get("/feed/").context["badges"]["notifications"] or 0


def press(client, page):
    """Mark as read, as the button on `page` does."""
    form = re.search(r'action="/notifications/read/".*?</form>', page.text, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    return client.post("/notifications/read/", fields)


@pytest.fixture
def as_mia(everyone):
    return signed_in(everyone.mia)


def test_i_am_told_of_followers_invitations_and_acceptances(as_mia, everyone):
    Invitation.objects.get(recipient=everyone.invited).accept()

    assert told(as_mia) == [
        ("invited", "accepted", True),
        ("inviting", "invited", True),
        ("connection", "invited", True),
        ("follower", "followed", True),
    ]
    assert unread(as_mia) == 4


def test_nobody_is_told_of_unfollowing_declining_or_blocking(as_mia, everyone):
    before = told(as_mia)
    everyone.follower.unfollow(everyone.mia)
    Invitation.objects.get(recipient=everyone.invited).decline()
    everyone.connection.disconnect(everyone.mia)

    assert told(as_mia) == before


def test_what_is_taken_back_and_done_again_is_told_once(as_mia, everyone):
    post = publish(everyone.mia, "Low water at six")
    Post.objects.react(everyone.follower, post.pk, "useful")
    before = told(as_mia)

    everyone.follower.unfollow(everyone.mia)
    everyone.follower.follow(everyone.mia)
    Post.objects.react(everyone.follower, post.pk, "")
    Post.objects.react(everyone.follower, post.pk, "support")

    assert told(as_mia) == before
    assert [verb for _, verb, _ in before].count("reacted") == 1

    Post.objects.react(everyone.follower, publish(everyone.mia, "High water").pk, "useful")

    assert told(as_mia) == [("follower", "reacted", True), *before]


def test_an_open_page_is_told_of_what_came_since(everyone):
    htmx = signed_in(everyone.mia, headers={"HX-Request": "true"})
    newest = everyone.mia.newest_notice

    assert htmx.post("/notifications/since/", {"after": newest}).status_code == 204

    everyone.stranger.follow(everyone.mia)
    news = htmx.post("/notifications/since/", {"after": newest})

    assert is_part(news)
    assert [notice.actor.handle for notice in news.context["notices"]] == ["stranger"]
    assert f'"after": {everyone.mia.newest_notice}' in news.text
    assert f'name="up_to" value="{everyone.mia.newest_notice}"' in news.text


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 40])
def test_a_broken_place_is_no_error(everyone, after):
    response = signed_in(everyone.mia).post("/notifications/since/", {"after": after})

    assert response.status_code in (200, 204)


def test_an_older_tab_makes_nothing_unread(mia_twice):
    first, second = mia_twice
    first.read_notices()
    second.read_notices(up_to=1)
    first.refresh_from_db()

    assert not first.unread_notices.exists()


@pytest.fixture
def mia_twice(everyone):
    """Mia as two tabs know her."""
    return [Person.objects.get(pk=everyone.mia.pk) for _ in range(2)]


def test_an_answered_invitation_says_so(as_mia, everyone):
    Invitation.objects.get(sender=everyone.inviting).decline()

    assert "Declined" in visible(as_mia.get("/notifications/"))


def test_who_does_not_know_a_sender_reads_it_of_themselves(as_mia, everyone):
    Invitation.objects.get(sender=everyone.inviting).say_unknown()

    assert "You don't know them" in visible(as_mia.get("/notifications/"))


def test_marking_as_read_empties_the_count(as_mia):
    press(as_mia, as_mia.get("/notifications/"))

    assert unread(as_mia) == 0
    assert {new for _, _, new in told(as_mia)} == {False}


def test_what_comes_between_the_page_and_the_press_stays_new(as_mia, everyone):
    page = as_mia.get("/notifications/")
    everyone.stranger.follow(everyone.mia)

    press(as_mia, page)

    assert unread(as_mia) == 1
    assert told(as_mia)[0] == ("stranger", "followed", True)


def test_an_old_page_makes_nothing_new_again(as_mia, everyone):
    old = as_mia.get("/notifications/")
    everyone.stranger.follow(everyone.mia)
    press(as_mia, as_mia.get("/notifications/"))

    press(as_mia, old)

    assert unread(as_mia) == 0


@pytest.mark.parametrize("up_to", ["999999999999", "9" * 400, "-1", "x", ""])
def test_a_forged_number_does_not_silence_what_is_still_to_come(as_mia, everyone, up_to):
    as_mia.post("/notifications/read/", {"up_to": up_to})
    seen = unread(as_mia)
    everyone.stranger.follow(everyone.mia)

    assert unread(as_mia) == seen + 1


def test_a_person_marks_their_own_only(as_mia, everyone):
    before = unread(as_mia)
    signed_in(everyone.stranger).post("/notifications/read/", {"up_to": str(Event.objects.count())})

    assert unread(as_mia) == before > 0


def test_the_list_pages_by_key_and_alone(htmx, everyone):
    for n in range(25):
        LearnerFactory(world=everyone.world, handle=f"fan-{n}").follow(everyone.mia)

    first = htmx.get("/notifications/")
    older = htmx.get(f"/notifications/?before={first.context['notices'].next}")

    assert is_part(first)
    assert len(first.context["notices"]) == 20
    assert len(older.context["notices"]) == 5 + 3


def test_the_button_on_an_older_page_marks_all_that_there_was(as_mia, everyone):
    for n in range(25):
        LearnerFactory(world=everyone.world, handle=f"fan-{n}").follow(everyone.mia)
    first = as_mia.get("/notifications/")

    press(as_mia, as_mia.get(f"/notifications/?before={first.context['notices'].next}"))

    assert unread(as_mia) == 0


def test_an_empty_page_says_what_will_come(everyone):
    page = visible(signed_in(everyone.stranger).get("/notifications/"))

    assert "Nothing has happened yet" in page
