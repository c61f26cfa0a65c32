import pytest

from network.errors import OnlyConnectionsFollow
from network.models import Event, Follow, Person, Post
from tests.everyone import signed_in
from tests.factories import connect, publish, seen
from tests.network.views.words import handles, is_part, said, visible

OPEN = {
    "followers_from": "everybody",
    "connections_shown_to": "everybody",
    "told_of": list(Event.TOPICS),
}


def choose(person, **choices):
    return signed_in(person).post("/settings/", {**OPEN, **choices})


def now(person):
    return Person.objects.get(pk=person.pk)


def follows(one, other):
    return Follow.objects.filter(follower=one, followed=other).exists()


def test_i_choose_who_may_come_near(as_mia, mia):
    new = {
        "followers_from": "connections",
        "connections_shown_to": "nobody",
        "private_viewing": "on",
    }
    response = as_mia.post("/settings/", new, follow=True)
    mine = now(mia)

    assert said(response) == ["Your settings are saved."]
    assert (mine.followers_from, mine.connections_shown_to) == ("connections", "nobody")
    assert (mine.private_viewing, mine.follow_first) == (True, False)


def test_i_choose_what_i_am_told_of(as_mia, mia, everyone):
    post = publish(mia, "Low water at six")
    Post.objects.comment(everyone.follower, post.pk, "Where?")
    Post.objects.react(everyone.follower, post.pk, "useful")
    choose(mia, told_of=["reactions"])

    told = {notice.verb for notice in as_mia.get("/notifications/").context["notices"]}
    assert told == {"invited", "reacted"}

    choose(mia)

    told = {notice.verb for notice in as_mia.get("/notifications/").context["notices"]}
    assert told == {"invited", "reacted", "commented", "followed"}


def test_a_topic_that_does_not_exist_is_refused(mia):
    assert choose(mia, told_of=["mars"]).status_code == 422
    assert now(mia).quiet == []


@pytest.mark.parametrize(
    "bad",
    [
        {"followers_from": "mars"},
        {"connections_shown_to": ""},
        {"followers_from": "connections", "follow_first": "on"},
    ],
)
def test_choices_that_cannot_be_are_refused(mia, bad):
    assert choose(mia, **bad).status_code == 422
    assert now(mia).followers_from == "everybody"


def test_who_lets_only_connections_follow_is_followed_by_nobody_new(as_mia, mia, everyone):
    stranger = everyone.stranger
    choose(stranger, followers_from="connections")
    refusal = str(OnlyConnectionsFollow())

    page = as_mia.get(stranger.url)
    assert refusal in visible(page)
    assert f"{stranger.url}follow/" not in page.text
    assert f"{stranger.url}follow/" not in as_mia.get("/search/?q=stranger").text
    response = as_mia.post(f"{stranger.url}follow/", follow=True)
    assert said(response) == [refusal]
    assert not follows(mia, stranger)

    connect(mia, stranger)
    mia.unfollow(stranger)
    mia.follow(stranger)
    assert follows(mia, stranger)


def test_existing_follows_stay_and_the_price_of_unfollowing_is_said(as_mia, mia, everyone):
    choose(everyone.followed, followers_from="connections")

    assert follows(mia, everyone.followed)
    assert "You cannot follow again afterwards" in visible(as_mia.get(everyone.followed.url))


def test_following_is_not_kept_beyond_the_connection(as_mia, mia, everyone):
    choose(everyone.connection, followers_from="connections")
    url = f"{everyone.connection.url}disconnect/"
    assert "Keep following" not in visible(as_mia.get(url))

    as_mia.post(url, {"keep_following": "on"})

    assert not follows(mia, everyone.connection)


def test_follow_first_puts_connect_under_more(as_mia, everyone):
    choose(everyone.stranger, follow_first="on")
    page = as_mia.get(everyone.stranger.url)

    assert "Stranger likes to be followed first." in visible(page)
    assert f"{everyone.stranger.url}invite/" in page.text
    assert "invite/" not in as_mia.get("/search/?q=stranger").text


@pytest.fixture
def known(everyone):
    """A friend whom the connection and Mia both know, and one of the connection's alone."""
    both, alone = everyone.new("both"), everyone.new("alone")
    connect(both, everyone.mia)
    connect(both, everyone.connection)
    connect(alone, everyone.connection)
    return everyone.connection


@pytest.mark.parametrize(
    ("shown_to", "connection_sees", "stranger_sees"),
    [
        ("everybody", ["alone", "both"], ["alone", "both", "mia"]),
        ("connections", ["alone", "both"], []),
        ("nobody", ["both"], []),
    ],
)
def test_who_sees_my_connections(as_mia, everyone, known, shown_to, connection_sees, stranger_sees):
    choose(known, connections_shown_to=shown_to)
    url = f"{known.url}connections/"

    assert handles(as_mia.get(url)) == connection_sees
    assert handles(signed_in(everyone.stranger).get(url)) == stranger_sees
    assert signed_in(known).get(url).url == "/network/"


def test_hidden_people_are_in_nobodys_list(as_mia, mia, everyone, known):
    mia.block(everyone.new("hidden"))
    connect(everyone.world.people.get(handle="hidden"), known)

    response = as_mia.get(f"{known.url}connections/")

    assert handles(response) == ["alone", "both"]
    assert "Hidden" not in visible(response)


def test_htmx_gets_the_list_only(htmx, known):
    response = htmx.get(f"{known.url}connections/")

    assert is_part(response)
    assert "<h1" not in response.text


def test_the_preview_offers_what_the_verb_does(mia, everyone):
    from network.views.people import previews

    choose(everyone.stranger, followers_from="connections")

    assert sorted(previews(seen(mia, everyone.stranger))) == ["connect", "invite"]
    with pytest.raises(OnlyConnectionsFollow):
        mia.follow(everyone.stranger)
