"""Many people, or many clicks, in the same instant: nothing is counted twice, nobody gets stuck."""

import uuid
from copy import copy
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from django.db import connection

from netsim.middleware import lost_a_race
from network.models import Connection, Event, Invitation, Post, World
from network.models.world import START
from tests.factories import PersonFactory, cast, publish
from tests.network.duels import Arena, answer, at_once, fight

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.exhaustive]

COLLEAGUE = Invitation.How.COLLEAGUE


def crowd(size, **rules):
    """One person, and so many others of the same world."""
    return cast(*(f"one-{number}" for number in range(size + 1)), **rules)


def inviting(sender, recipient, **more):
    return lambda: sender.invite(recipient, COLLEAGUE, **more)


def test_30_people_invite_one_person_at_once():
    one, *others = crowd(30)

    assert at_once([inviting(other, one) for other in others]) == ["pending"] * 30
    assert Invitation.objects.awaiting(one).count() == 30
    assert Event.objects.notices_for(one).count() == 30


def test_one_person_invites_30_at_once_up_to_the_weekly_limit():
    one, *others = crowd(30, weekly_invitations=20)

    told = at_once([inviting(one, other) for other in others])

    assert sorted(told) == ["WeeklyLimitReached"] * 10 + ["pending"] * 20
    assert one.sent_invitations.count() == 20


def test_one_form_sent_16_times_at_once_is_one_invitation():
    mia, omar = crowd(1)

    assert at_once([inviting(mia, omar, key=uuid.uuid4())] * 16) == ["pending"] * 16
    assert Invitation.objects.count() == 1


def test_one_form_sent_16_times_at_once_is_one_post():
    [mia] = crowd(0)
    key = uuid.uuid4()

    told = at_once([lambda: Post.objects.publish(mia, "Ahoy", "followers", key=key)] * 16)

    assert told == ["done"] * 16
    assert list(mia.acts.values_list("verb", "post__text")) == [("posted", "Ahoy")]


def test_r35_16_invitations_accepted_at_once():
    one, *others = crowd(16)
    invitations = [other.invite(one, COLLEAGUE) for other in others]

    assert at_once([invitation.accept for invitation in invitations]) == ["accepted"] * 16
    assert Connection.objects.of(one).count() == 16


def test_r35_no_more_are_accepted_at_once_than_one_person_may_have():
    one, *others = crowd(16, connection_limit=10)
    invitations = [one.invite(other, COLLEAGUE) for other in others]

    told = at_once([invitation.accept for invitation in invitations])

    assert sorted(told) == ["TooManyConnections"] * 6 + ["accepted"] * 10
    assert Connection.objects.of(one).count() == 10


def test_five_who_do_not_know_the_sender_restrict_them_at_once():
    one, *others = crowd(6)
    unknown = [one.invite(other, COLLEAGUE).say_unknown for other in others[:5]]

    told = at_once([*unknown, inviting(one, others[5])])

    verbs = list(Event.objects.order_by("pk").values_list("verb", flat=True))[5:]
    assert told[:5] == ["done"] * 5
    assert (told[5], verbs[5:]) in [("Restricted", []), ("pending", [verbs[-1]])]


def test_r36_a_ring_of_three_and_16_clients_never_deadlock():
    ring = crowd(2, reinvite_after_withdrawal_days=0, reinvite_after_decline_days=0)
    before = deadlocks()

    with Arena(16) as arena:
        clients = arena.at_once([busily(ring, Random(client)) for client in range(16)])
        told = [word for client in clients for word in client.value]

    assert [word for word in told if word.startswith("error")] == []
    assert {"done", "pending", "accepted", "Gone"} <= set(told)
    assert deadlocks() == before


def busily(ring, random):
    """Many acts along the ring, one after the other; what was told of each."""

    def one_act():
        here = random.randrange(3)
        return answer(partial(random.choice(ACTS), ring[here], ring[(here + 1) % 3]))[0]

    return lambda: [one_act() for _ in range(60)]


def accept(me, other):
    if invitation := Invitation.objects.awaiting(other).filter(sender=me).first():
        return invitation.accept()


ACTS = [
    lambda me, other: me.invite(other, COLLEAGUE),
    accept,
    lambda me, other: me.follow(other),
    lambda me, other: me.disconnect(other),
    lambda me, other: other.block(me),
    lambda me, other: other.unblock(me),
]


def deadlocks():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def test_leaving_meets_the_clock_that_ends_what_has_lapsed():
    one, *others = crowd(12)

    def given():
        newcomer = PersonFactory(world=one.world)
        Invitation.objects.bulk_create(
            Invitation(
                world=one.world, sender=other, recipient=newcomer, how=COLLEAGUE, sent_at=START
            )
            for other in Random(newcomer.pk).sample(others, 12)
        )
        return newcomer

    rounds = list(
        fight(
            given,
            lambda newcomer: newcomer.remove(),
            lambda newcomer: World.objects.get(pk=one.world_id).skip(timedelta(days=180)),
            rounds=60,
        )
    )

    assert {round.outcome for round in rounds} == {("done", "done", "")}


@pytest.mark.parametrize(
    ("first", "second", "outcomes"),
    [
        (
            lambda posts: posts[0].edit("Ahoy there", "connections"),
            lambda posts: posts[1].remove(),
            {("done", "done", "edited deleted"), ("done", "done", "deleted")},
        ),
        (
            lambda posts: posts[0].remove(),
            lambda posts: posts[1].remove(),
            {("done", "done", "deleted")},
        ),
    ],
    ids=["edit x delete", "delete x delete"],
)
def test_a_post_in_two_tabs(first, second, outcomes):
    [mia] = crowd(0)

    def given():
        post = publish(mia)
        return post, copy(post)

    rounds = list(fight(given, first, second, rounds=60))

    assert {round.outcome for round in rounds} == outcomes
    assert not Post.objects.exists()


def test_who_posts_while_they_are_removed_lost_a_race():
    """So that the request runs again, and finds nobody there (OnceMoreMiddleware)."""
    world = cast("omar")[0].world
    rounds = list(
        fight(
            lambda: PersonFactory(world=world),
            lambda author: publish(copy(author)),
            lambda author: author.remove(),
            rounds=60,
        )
    )

    refused = [one.answers[0].value for one in rounds if one.answers[0].word != "done"]
    assert {one.answers[1].word for one in rounds} == {"done"}
    assert refused
    assert all(map(lost_a_race, refused))
    assert not Post.objects.exists()
