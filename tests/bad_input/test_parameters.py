"""Ids, parameters and fields that no page of ours sends (safety.md, B)."""

import uuid

import pytest
from django.forms.models import model_to_dict

from accounts.models import User
from network.models import Event, Follow, Invitation, Person, Post, World
from tests.everyone import signed_in
from tests.factories import publish

ODD_IDS = [
    "abc", "-1", "0", "1.5", "1e9", "%201", "٣", "１", "0x1", "1_0", "None", "%00", "..%2f1",
    str(2**31), str(2**63), "9" * 400, "9" * 5000,
]  # fmt: skip
ODD_HANDLES = [
    "Mia", "mia%20", "mia%00", "-", "--", "_", "mi\u0430", "１", "a" * 5000, "..", "%2e%2e", "'",
    "mia'--", "%25",
]  # fmt: skip


@pytest.fixture
def as_mia(everyone):
    return signed_in(everyone.mia)


@pytest.mark.parametrize("pk", ODD_IDS)
def test_an_odd_id_is_not_there(as_mia, pk):
    for path in (f"/posts/{pk}/", f"/posts/{pk}/edit/", f"/posts/{pk}/delete/"):
        assert as_mia.get(path).status_code == 404, path
    for path in (f"/debriefs/{pk}/", f"/debriefs/{pk}/what-if/"):
        assert as_mia.get(path).status_code == 404, path
    for act in ("predict", "open", "what-if"):
        assert as_mia.post(f"/debriefs/{pk}/{act}/").status_code == 404, act
    for act in ("accept", "decline", "unknown", "withdraw", "remind"):
        assert as_mia.post(f"/invitations/{pk}/{act}/").status_code == 404, act
    assert as_mia.post(f"/worlds/{pk}/enter/").status_code == 404


@pytest.mark.parametrize("handle", ODD_HANDLES)
def test_an_odd_handle_is_not_there(as_mia, handle):
    assert as_mia.get(f"/people/{handle}/").status_code == 404
    for act in ("follow", "unfollow", "invite", "disconnect", "block", "unblock"):
        assert as_mia.post(f"/people/{handle}/{act}/").status_code == 404, act


def test_of_a_parameter_sent_twice_the_same_one_is_checked_and_used(as_mia):
    short, long = "short", "x" * 3001
    form = {"audience": ["followers"], "key": [str(uuid.uuid4())]}

    assert as_mia.post("/posts/", {**form, "text": [short, long]}).status_code == 422
    assert as_mia.post("/posts/", {**form, "text": [long, short]}).status_code == 302
    assert [post.text for post in Post.objects.all()] == [short]


def test_a_parameter_in_the_address_is_not_one_of_the_form(as_mia):
    response = as_mia.post("/posts/?text=Hello&audience=followers", {"audience": "followers"})

    assert response.status_code == 422
    assert list(Post.objects.all()) == []


def test_of_a_search_sent_twice_one_is_used_and_shown(as_mia):
    response = as_mia.get("/search/?in=jobs&in=people&q=follower&q=stranger")

    assert response.context["asked"].text == "stranger"
    [(_, _, _, people)] = response.context["sections"]
    assert [person.handle for person in people] == ["stranger"]


@pytest.mark.parametrize(
    "name", ["text[]", "text[0]", "text.0", "TEXT", "text%20", "body", "__proto__"]
)
def test_a_field_by_nearly_the_right_name_is_another_field(as_mia, name):
    response = as_mia.post("/posts/", {name: "Hello", "audience": "followers"})

    assert response.status_code == 422
    assert list(Post.objects.all()) == []


def stated(model, **of):
    """A row without what every row has anew."""
    return model_to_dict(model.objects.get(**of), exclude=["id"])


def extra(everyone):
    """All that a form could try to say of itself, if somebody listened."""
    other, elsewhere = everyone.stranger, everyone.outsider
    return {
        "pk": other.pk, "id": other.pk, "sender": other.pk, "author": other.pk, "actor": other.pk,
        "recipient": everyone.follower.pk, "follower": other.pk, "blocker": other.pk,
        "person": other.pk, "other": other.pk, "user": other.user.pk, "owner": other.user.pk,
        "world": elsewhere.world.pk, "world_id": elsewhere.world.pk, "kind": "employer",
        "handle": "chosen", "is_influencer": "on", "is_simulated": "on", "is_staff": "on",
        "is_superuser": "on", "is_active": "", "role": "instructor", "status": "accepted",
        "answered_at": "2027-01-01", "retracted_at": "2027-01-01", "reminders": "9",
        "at": "2020-01-01", "sent_at": "2020-01-01", "edited_at": "2020-01-01",
        "joined_at": "2020-01-01", "now": "2030-01-01", "speed": "1", "notices_read_up_to": "999",
        "next": "https://evil.test/", "_method": "DELETE", "acting_as": other.pk,
        "csrfmiddlewaretoken": "x", "email": "proof@example.org",
    }  # fmt: skip


def test_a_post_is_by_who_sends_it_now_and_here(everyone, as_mia):
    as_mia.post("/posts/", {**extra(everyone), "text": "Hello", "audience": "followers"})

    assert stated(Post) == {
        "world": everyone.world.pk,
        "author": everyone.mia.pk,
        "text": "Hello",
        "audience": "followers",
        "title": "",
        "is_share": False,
        "shared": None,
        "community": None,
        "at": everyone.world.now,
        "edited_at": None,
    }


def test_an_invitation_is_from_who_sends_it_and_pending(everyone, as_mia):
    form = {**extra(everyone), "how": "friend", "note": "Hello"}
    as_mia.post(f"{everyone.stranger.url}invite/", form)

    assert stated(Invitation, recipient=everyone.stranger) == {
        "world": everyone.world.pk,
        "sender": everyone.mia.pk,
        "recipient": everyone.stranger.pk,
        "how": "friend",
        "note": "Hello",
        "status": "pending",
        "sent_at": everyone.world.now,
        "answered_at": None,
        "retracted_at": None,
        "reminders": 0,
        "introduced_by": None,
    }


def test_a_profile_changes_what_its_form_has_and_nothing_else(everyone, as_mia):
    before = stated(Person, pk=everyone.mia.pk)
    as_mia.post("/profile/edit/top/", {**extra(everyone), "name": "Mia", "headline": "New"})

    assert stated(Person, pk=everyone.mia.pk) == {**before, "headline": "New"}


def test_an_act_is_done_by_and_to_those_it_says(everyone, as_mia):
    before = set(Follow.objects.values_list("follower", "followed"))
    as_mia.post(f"{everyone.stranger.url}follow/", extra(everyone))

    after = set(Follow.objects.values_list("follower", "followed"))
    assert after - before == {(everyone.mia.pk, everyone.stranger.pk)}
    assert Event.objects.latest("pk").actor == everyone.mia


def test_a_pulse_takes_no_orders(everyone, as_mia):
    before = stated(World, pk=everyone.world.pk)
    as_mia.post("/clock/pulse/", extra(everyone))
    after = stated(World, pk=everyone.world.pk)

    assert {key for key in before if before[key] != after[key]} <= {"now"}
    assert after["now"] < before["now"].replace(year=before["now"].year + 1)


def test_who_signs_up_is_nobody_special(everyone, client):
    form = {**extra(everyone), "username": "newcomer", "password1": "tide-table-7-quay"}
    client.post("/accounts/signup/", form)

    user = User.objects.get(username="newcomer")
    assert (user.is_staff, user.is_superuser, user.is_active) == (False, False, True)
    assert list(user.people.all()) == list(user.worlds.all()) == []


def test_a_world_of_ones_own_is_ones_own(everyone, as_mia):
    as_mia.post("/start/", {**extra(everyone), "name": "Mia"})

    person = Person.objects.latest("pk")
    assert Person.objects.filter(user=everyone.mia.user).count() == 2
    mine = Person.objects.filter(user=everyone.mia.user).latest("pk")
    assert (mine.kind, mine.world.owner, person.world) == (
        "learner",
        everyone.mia.user,
        mine.world,
    )


@pytest.mark.parametrize("value", ["", "everyone", "FOLLOWERS", "followers ", "group", "0", "\0"])
def test_a_choice_that_is_not_offered_is_refused(as_mia, value):
    response = as_mia.post("/posts/", {"text": "Hello", "audience": value})

    assert response.status_code == 422
    assert "Hello" in response.text
    assert list(Post.objects.all()) == []


@pytest.mark.parametrize(
    "query", ["o=password", "order=author__user__password", "page=-1", "q[]=x"]
)
def test_unknown_parameters_of_a_list_are_ignored(as_mia, everyone, query):
    publish(everyone.mia, "Hello")
    for url in ("/feed/", "/people/", "/network/", "/notifications/", "/invitations/"):
        with_it, without = as_mia.get(f"{url}?{query}"), as_mia.get(url)
        assert with_it.status_code == 200
        assert len(with_it.text) == pytest.approx(len(without.text), abs=40)
