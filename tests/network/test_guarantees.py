"""Each guarantee of the database, and the attempts to break it past the ORM."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from network.models import Education, Event, Post, Skill
from network.models.world import START
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    WorldFactory,
    connect,
    found,
    invitation,
    job,
    open_job,
    publish,
)
from tests.network.past_the_orm import (
    application,
    asked_for,
    block,
    both_halves,
    both_sides,
    comment,
    community,
    dismissal,
    endorsement,
    event,
    execute,
    follow,
    half,
    hashtag,
    insert,
    introduction,
    invite,
    membership,
    mention,
    message,
    mute,
    opening,
    post,
    profile_view,
    reaction,
    recommendation,
    report,
    saved,
    saved_job,
    share,
    side,
    tag_follow,
    update,
)

pytestmark = pytest.mark.django_db

ATTEMPTS = []
# Unique because the id is; there for others to refer to.
KEYS = {
    "person_world_key",
    "post_world_key",
    "comment_post_key",
    "community_world_key",
    "skill_person_key",
    "job_world_key",
}


def refused_by(constraint):
    """Register an attempt, made by Mia, Omar and Noor, that this constraint refuses."""

    def register(attempt):
        name = f"{constraint}-{attempt.__name__}"
        ATTEMPTS.append(pytest.param(constraint, attempt, id=name))
        return attempt

    return register


@pytest.mark.parametrize(("constraint", "attempt"), ATTEMPTS)
def test_the_database_refuses(constraint, attempt, mia, omar, noor):
    with pytest.raises(IntegrityError) as refused:
        to_the_end(attempt, mia, omar, noor)

    assert refused.value.__cause__.diag.constraint_name == constraint


def to_the_end(attempt, *people):
    """As far as its commit, where the deferred constraints speak."""
    with transaction.atomic():
        attempt(*people)
        connection.check_constraints()


def test_every_guarantee_was_tried(db):
    tried = {attempt.values[0] for attempt in ATTEMPTS}
    assert tried == names_in_the_catalogue()


def names_in_the_catalogue():
    """Constraints, unique indexes and triggers of the network, without what Django names itself.

    Nor the key to which the sealed ties refer: the primary key is broken first. What puts events
    down for the simulated people refuses nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT conname FROM pg_constraint
            WHERE conrelid::regclass::text LIKE 'network!_%' ESCAPE '!'
              AND (conname LIKE '%sealed' OR conname !~ '^network_') AND contype <> 'n'
            UNION SELECT indexrelid::regclass::text FROM pg_index
            WHERE indisunique AND indrelid::regclass::text LIKE 'network!_%' ESCAPE '!'
              AND indexrelid::regclass::text !~ '^network_'
            UNION SELECT CASE WHEN tgname LIKE '%beside%' THEN 'nothing_beside_a_block'
                         ELSE tgname END
            FROM pg_trigger WHERE NOT tgisinternal AND tgname <> 'event_unnoticed'
              AND tgrelid::regclass::text LIKE 'network!_%' ESCAPE '!'
        """)
        return {name for (name,) in cursor} - KEYS


# Nobody is tied to themselves.


@refused_by("follow_not_oneself")
def a_follow_of_oneself(mia, omar, noor):
    follow(mia, mia)


@refused_by("follow_not_oneself")
def a_follow_that_turns_round(mia, omar, noor):
    mia.follow(omar)
    execute("UPDATE network_follow SET followed_id = follower_id")


@refused_by("connection_not_oneself")
def a_connection_with_oneself(mia, omar, noor):
    half(mia, mia)


@refused_by("block_not_oneself")
def a_block_of_oneself(mia, omar, noor):
    block(mia, mia)


@refused_by("invitation_not_to_oneself")
def an_invitation_to_oneself(mia, omar, noor):
    invite(mia, mia)


@refused_by("invitation_not_to_oneself")
def an_invitation_that_turns_round(mia, omar, noor):
    update("invitation", invitation(mia, omar).pk, recipient_id=mia.pk)


# No tie, post or event joins two worlds (W1).


def across_worlds(table, column, write):
    @refused_by(f"network_{table}_{column}_sealed")
    def from_another_world(mia, omar, noor):
        stranger = PersonFactory()
        one, other = (stranger, omar) if column in FIRST else (mia, stranger)
        write(one, other, world=mia.world)


FIRST = (
    "follower_id",
    "person_id",
    "blocker_id",
    "sender_id",
    "author_id",
    "actor_id",
    "viewer_id",
    "muter_id",
    "reporter_id",
)
across_worlds("follow", "follower_id", follow)
across_worlds("follow", "followed_id", follow)
across_worlds("connection", "person_id", both_halves)
across_worlds("connection", "other_id", lambda one, other, world: both_halves(one, other))
across_worlds("mute", "muter_id", mute)
across_worlds("mute", "muted_id", mute)
across_worlds("report", "reporter_id", report)
across_worlds("report", "about_id", report)
across_worlds("block", "blocker_id", block)
across_worlds("block", "blocked_id", block)
across_worlds("invitation", "sender_id", invite)
across_worlds("invitation", "recipient_id", invite)
across_worlds("conversation", "person_id", lambda one, other, world: sides(one, other, world))
across_worlds("conversation", "other_id", lambda one, other, world: sides(one, other, world))
across_worlds("message", "author_id", message)
across_worlds("message", "reader_id", message)
across_worlds("post", "author_id", lambda one, other, world: post(one, world))
across_worlds("event", "actor_id", event)
across_worlds("event", "target_id", event)
across_worlds("profileview", "viewer_id", profile_view)
across_worlds("profileview", "viewed_id", profile_view)


@refused_by("network_follow_follower_id_sealed")
def the_tie_moves(mia, omar, noor):
    mia.follow(omar)
    execute("UPDATE network_follow SET world_id = %s", WorldFactory().pk)


@refused_by("network_follow_followed_id_sealed")
def the_person_moves(mia, omar, noor):
    mia.follow(omar)
    update("person", omar.pk, world_id=WorldFactory().pk)


@refused_by("network_post_author_id_sealed")
def the_author_moves(mia, omar, noor):
    post(mia)
    update("person", mia.pk, world_id=WorldFactory().pk)


# Each tie once.


@refused_by("follow_once")
def a_second_follow(mia, omar, noor):
    mia.follow(omar)
    follow(mia, omar)


@refused_by("block_once")
def a_second_block(mia, omar, noor):
    mia.block(omar)
    block(mia, omar)


@refused_by("connection_once")
def a_second_half(mia, omar, noor):
    connect(mia, omar)
    half(mia, omar)


@refused_by("invitation_one_pending_in_a_pair")
def a_second_invitation(mia, omar, noor):
    invitation(mia, omar)
    invite(mia, omar)


@refused_by("invitation_one_pending_in_a_pair")
def in_the_other_direction(mia, omar, noor):
    invitation(mia, omar)
    invite(omar, mia)


@refused_by("invitation_one_pending_in_a_pair")
def by_changing_who_is_invited(mia, omar, noor):
    invitation(mia, omar)
    update("invitation", invitation(noor, mia).pk, sender_id=omar.pk)


# A connection is two mirrored rows, both or none, and says where it comes from.


@refused_by("connection_mirrored")
def one_half_is_made(mia, omar, noor):
    half(mia, omar)


@refused_by("connection_mirrored")
def one_half_is_deleted(mia, omar, noor):
    connect(mia, omar)
    execute("DELETE FROM network_connection WHERE person_id = %s", mia.pk)


@refused_by("connection_mirrored")
def one_half_goes_elsewhere(mia, omar, noor):
    both_halves(mia, omar)
    execute("UPDATE network_connection SET other_id = %s WHERE person_id = %s", noor.pk, mia.pk)


@refused_by("connection_says_where_from")
def no_invitation(mia, omar, noor):
    half(mia, omar, origin="invitation")


@refused_by("connection_says_where_from")
def a_scenario_with_an_invitation(mia, omar, noor):
    half(mia, omar, origin="scenario", invitation=connect(mia, noor))


@refused_by("connection_says_where_from")
def no_known_origin(mia, omar, noor):
    half(mia, omar, origin="a rumour")


@refused_by("connection_says_where_from")
def the_origin_is_forgotten(mia, omar, noor):
    connect(mia, omar)
    execute("UPDATE network_connection SET invitation_id = NULL")


@refused_by("connection_from_accepted_invitation")
def the_invitation_is_pending(mia, omar, noor):
    half(mia, omar, origin="invitation", invitation=invitation(mia, omar))


@refused_by("connection_from_accepted_invitation")
def the_invitation_was_declined(mia, omar, noor):
    declined = invitation(mia, omar)
    declined.decline()
    half(mia, omar, origin="invitation", invitation=declined)


@refused_by("connection_from_accepted_invitation")
def the_invitation_is_of_others(mia, omar, noor):
    half(mia, omar, origin="invitation", invitation=connect(mia, noor))


@refused_by("connection_from_accepted_invitation")
def the_connection_goes_to_others(mia, omar, noor):
    connect(mia, omar)
    execute("UPDATE network_connection SET other_id = %s WHERE person_id = %s", noor.pk, mia.pk)


# An invitation has an end exactly when it is not pending, and then never changes.


@refused_by("invitation_answered_unless_pending")
def a_status_nobody_knows(mia, omar, noor):
    invite(mia, omar, status="maybe", answered_at=START)


@refused_by("invitation_answered_unless_pending")
def pending_with_an_end(mia, omar, noor):
    invite(mia, omar, answered_at=START)


@refused_by("invitation_answered_unless_pending")
def ended_without_an_end(mia, omar, noor):
    update("invitation", invitation(mia, omar).pk, status="declined")


def changing_what_has_ended(column, value):
    @refused_by("invitation_ended_for_good")
    def change(mia, omar, noor):
        ended = invitation(mia, omar)
        ended.decline()
        update("invitation", ended.pk, **{column: value(noor)})


changing_what_has_ended("status", lambda noor: "accepted")
changing_what_has_ended("answered_at", lambda noor: START + timedelta(days=9))
changing_what_has_ended("sender_id", lambda noor: noor.pk)
changing_what_has_ended("recipient_id", lambda noor: noor.pk)
changing_what_has_ended("note", lambda noor: "Something kinder")
changing_what_has_ended("how", lambda noor: "classmate")
changing_what_has_ended("sent_at", lambda noor: START + timedelta(days=-9))


@refused_by("invitation_ended_for_good")
def pending_again(mia, omar, noor):
    invitation(mia, omar).withdraw()
    execute("UPDATE network_invitation SET status = 'pending', answered_at = NULL")


def test_what_the_sender_still_sees_of_an_ended_invitation_may_change(mia, omar):
    declined = invitation(mia, omar)
    declined.decline()

    declined.remind()
    declined.withdraw()

    assert (declined.status, declined.reminders) == ("declined", 1)
    assert declined.retracted_at == mia.world.now


# Nothing stands between two people of whom one blocks the other (B1).


@refused_by("nothing_beside_a_block")
def a_follow_by_the_blocker(mia, omar, noor):
    mia.block(omar)
    follow(mia, omar)


@refused_by("nothing_beside_a_block")
def a_follow_by_the_blocked(mia, omar, noor):
    mia.block(omar)
    follow(omar, mia)


@refused_by("nothing_beside_a_block")
def a_connection(mia, omar, noor):
    mia.block(omar)
    both_halves(omar, mia)


@refused_by("nothing_beside_a_block")
def an_invitation_by_the_blocker(mia, omar, noor):
    mia.block(omar)
    invite(mia, omar)


@refused_by("nothing_beside_a_block")
def an_invitation_by_the_blocked(mia, omar, noor):
    mia.block(omar)
    invite(omar, mia)


@refused_by("nothing_beside_a_block")
def a_block_of_whom_one_follows(mia, omar, noor):
    mia.follow(omar)
    block(mia, omar)


@refused_by("nothing_beside_a_block")
def a_block_of_a_follower(mia, omar, noor):
    omar.follow(mia)
    block(mia, omar)


@refused_by("nothing_beside_a_block")
def a_block_beside_a_connection(mia, omar, noor):
    both_halves(mia, omar)
    block(mia, omar)


@refused_by("nothing_beside_a_block")
def a_block_beside_an_invitation(mia, omar, noor):
    invitation(omar, mia)
    block(mia, omar)


@refused_by("nothing_beside_a_block")
def a_follow_that_moves_there(mia, omar, noor):
    mia.block(omar)
    mia.follow(noor)
    execute("UPDATE network_follow SET followed_id = %s", omar.pk)


@refused_by("nothing_beside_a_block")
def a_block_that_moves_there(mia, omar, noor):
    mia.block(omar)
    mia.follow(noor)
    execute("UPDATE network_block SET blocked_id = %s", noor.pk)


@refused_by("nothing_beside_a_block")
def an_invitation_that_moves_there(mia, omar, noor):
    mia.block(omar)
    update("invitation", invitation(noor, mia).pk, sender_id=omar.pk)


@refused_by("nothing_beside_a_block")
def a_connection_that_moves_there(mia, omar, noor):
    mia.block(omar)
    both_halves(mia, noor)
    execute("UPDATE network_connection SET other_id = %s WHERE person_id = %s", omar.pk, mia.pk)


def test_an_ended_invitation_may_stand_beside_a_block(mia, omar):
    invitation(mia, omar).decline()
    omar.block(mia)

    assert omar.blocks.get().blocked == mia


# Events are append-only.


def changing_an_event(column, value):
    @refused_by("event_append_only")
    def change(mia, omar, noor):
        invitation(mia, omar)
        execute(f"UPDATE network_event SET {column} = %s", value(mia, noor))  # noqa: S608


changing_an_event("world_id", lambda mia, noor: WorldFactory().pk)
changing_an_event("actor_id", lambda mia, noor: noor.pk)
changing_an_event("verb", lambda mia, noor: "accepted")
changing_an_event("target_id", lambda mia, noor: noor.pk)
changing_an_event("target_id", lambda mia, noor: None)
changing_an_event("invitation_id", lambda mia, noor: None)
changing_an_event("at", lambda mia, noor: START + timedelta(days=1))
changing_an_event("post_id", lambda mia, noor: publish(mia).pk)


def test_an_event_forgets_a_deleted_post(mia):
    publish(mia).remove()

    assert list(mia.acts.order_by("pk").values_list("verb", "post")) == [
        ("posted", None),
        ("deleted", None),
    ]


# Deleting what others rest on.


def test_an_accepted_invitation_cannot_go_before_its_connection(mia, omar):
    accepted = connect(mia, omar)

    def attempt():
        execute("DELETE FROM network_event")
        execute("DELETE FROM network_invitation WHERE id = %s", accepted.pk)

    with pytest.raises(IntegrityError, match="network_connection_invitation_id"):
        to_the_end(attempt)


# People, worlds, posts and profiles.


@refused_by("person_handle_in_world")
def a_second_mia(mia, omar, noor):
    update("person", omar.pk, handle="mia")


@refused_by("person_handle_is_plain")
def a_handle_with_capitals(mia, omar, noor):
    update("person", omar.pk, handle="Omar")


@refused_by("person_handle_is_plain")
def a_handle_with_a_look_alike(mia, omar, noor):
    update("person", omar.pk, handle="omаr")  # the third letter is Cyrillic


@refused_by("person_handle_is_plain")
def a_handle_of_two_lines(mia, omar, noor):
    update("person", omar.pk, handle="omar\nmia")


@refused_by("person_learner_has_user")
def a_learner_without_a_user(mia, omar, noor):
    update("person", mia.pk, kind="learner")


@refused_by("person_learner_has_user")
def a_persona_with_a_user(mia, omar, noor):
    update("person", mia.pk, user_id=LearnerFactory().user_id)


@refused_by("person_learner_has_user")
def a_kind_nobody_knows(mia, omar, noor):
    update("person", mia.pk, kind="robot")


@refused_by("person_one_seat_in_world")
def two_seats(mia, omar, noor):
    learner = LearnerFactory(world=mia.world)
    update("person", mia.pk, kind="learner", user_id=learner.user_id)


@refused_by("person_influencer_is_simulated")
def an_employer(mia, omar, noor):
    update("person", EmployerFactory().pk, is_influencer=True)


@refused_by("person_recruiter_is_simulated")
def a_learner_as_recruiter(mia, omar, noor):
    update("person", LearnerFactory().pk, is_recruiter=True)


@refused_by("person_choices_are_known")
def open_to_work_for_martians(mia, omar, noor):
    update("person", mia.pk, open_to_work="martians")


@refused_by("person_choices_are_known")
def followers_from_mars(mia, omar, noor):
    update("person", mia.pk, followers_from="mars")


@refused_by("person_choices_are_known")
def connections_shown_to_mars(mia, omar, noor):
    update("person", mia.pk, connections_shown_to="mars")


@refused_by("person_face_is_plain")
def a_face_that_leads_elsewhere(mia, omar, noor):
    update("person", mia.pk, avatar_seed="../mia")


@refused_by("person_employer_seeks_no_work")
def an_employer_looks_for_work(mia, omar, noor):
    update("person", EmployerFactory().pk, open_to_work="recruiters")


@refused_by("person_follow_first_can_be_followed")
def follow_first_without_followers(mia, omar, noor):
    update("person", mia.pk, follow_first=True, followers_from="connections")


@refused_by("person_follow_first_can_be_followed")
def an_influencer_without_followers(mia, omar, noor):
    update("person", mia.pk, is_influencer=True, followers_from="connections")


@refused_by("person_follow_first_can_be_followed")
def an_employer_without_followers(mia, omar, noor):
    update("person", EmployerFactory().pk, followers_from="connections")


@refused_by("profile_view_once_a_day")
def two_views_of_one_day(mia, omar, noor):
    profile_view(mia, omar)
    profile_view(mia, omar)


@refused_by("profile_view_not_of_oneself")
def a_view_of_oneself(mia, omar, noor):
    profile_view(mia, mia)


@refused_by("experience_form_sent_once")
def one_form_for_two_jobs(mia, omar, noor):
    first, second = job(mia), job(mia, "Lock keeper")
    update("experience", second.pk, key=first.key)


@refused_by("education_form_sent_once")
def one_form_for_two_schools(mia, omar, noor):
    first, second = (
        Education.objects.enter(mia, school=name, started_in=2020) for name in ("Hill", "Dale")
    )
    update("education", second.pk, key=first.key)


@refused_by("world_form_sent_once")
def a_form_for_a_world_sent_twice(mia, omar, noor):
    world = WorldFactory(owner=LearnerFactory().user)
    update("world", mia.world.pk, owner_id=world.owner_id, key=world.key)


@refused_by("world_now_after_start")
def time_runs_backwards(mia, omar, noor):
    update("world", mia.world.pk, now=START - timedelta(seconds=1))


@refused_by("invitation_form_sent_once")
def one_form_for_two_invitations(mia, omar, noor):
    key = uuid.uuid4()
    invite(mia, omar, key=key)
    invite(mia, noor, key=key)


@refused_by("post_form_sent_once")
def one_form_for_two_posts(mia, omar, noor):
    key = uuid.uuid4()
    post(mia, key=key)
    post(mia, key=key)


@refused_by("post_says_something")
def nothing_said(mia, omar, noor):
    post(mia, text="")


@refused_by("network_reaction_person_id_sealed")
def a_reaction_from_another_world(mia, omar, noor):
    reaction(PersonFactory(), publish(mia), world=mia.world)


@refused_by("network_reaction_post_id_sealed")
def a_reaction_to_a_post_of_another_world(mia, omar, noor):
    reaction(mia, publish(PersonFactory()))


@refused_by("network_savedpost_person_id_sealed")
def saved_by_somebody_of_another_world(mia, omar, noor):
    saved(PersonFactory(), publish(mia), world=mia.world)


@refused_by("network_savedpost_post_id_sealed")
def a_saved_post_of_another_world(mia, omar, noor):
    saved(mia, publish(PersonFactory()))


@refused_by("network_comment_author_id_sealed")
def a_comment_from_another_world(mia, omar, noor):
    comment(PersonFactory(), publish(mia), world=mia.world)


@refused_by("network_comment_post_id_sealed")
def a_comment_on_a_post_of_another_world(mia, omar, noor):
    comment(mia, publish(PersonFactory()))


@refused_by("network_comment_parent_id_sealed")
def an_answer_below_another_post(mia, omar, noor):
    asked = Post.objects.comment(mia, publish(mia).pk, "How?")
    comment(mia, publish(mia, "Another"), parent_id=asked.pk)


@refused_by("reaction_once")
def two_reactions_to_one_post(mia, omar, noor):
    post = publish(mia)
    reaction(omar, post)
    reaction(omar, post, kind="support")


@refused_by("saved_once")
def saved_twice(mia, omar, noor):
    post = publish(mia)
    saved(omar, post)
    saved(omar, post)


@refused_by("comment_form_sent_once")
def one_comment_form_twice(mia, omar, noor):
    post, key = publish(mia), uuid.uuid4()
    comment(omar, post, key=key)
    comment(omar, post, key=key)


@refused_by("comment_says_something")
def a_comment_that_says_nothing(mia, omar, noor):
    comment(omar, publish(mia), text="")


@refused_by("event_append_only")
def an_event_about_another_comment(mia, omar, noor):
    first, second = (Post.objects.comment(mia, publish(mia).pk, "How?") for _ in range(2))
    execute("UPDATE network_event SET comment_id = %s WHERE comment_id = %s", second.pk, first.pk)


@refused_by("event_append_only")
def an_event_about_another_group(mia, omar, noor):
    first, second = found(mia, "Quay"), found(mia, "Cabin")
    execute(
        "UPDATE network_event SET community_id = %s WHERE community_id = %s", second.pk, first.pk
    )


# Groups.


@refused_by("network_membership_person_id_sealed")
def a_member_from_another_world(mia, omar, noor):
    membership(PersonFactory(), found(mia, "Quay"), world=mia.world)


@refused_by("network_membership_community_id_sealed")
def a_member_of_a_group_of_another_world(mia, omar, noor):
    membership(mia, found(PersonFactory(), "Quay"))


@refused_by("network_post_community_id_sealed")
def a_post_to_a_group_of_another_world(mia, omar, noor):
    """Past the trigger, too, which would not find its author in the group."""
    group = found(PersonFactory(), "Quay")
    execute("ALTER TABLE network_post DISABLE TRIGGER post_by_a_member")
    post(mia, audience="group", community_id=group.pk)


@refused_by("network_event_community_id_sealed")
def an_event_about_a_group_of_another_world(mia, omar, noor):
    insert(
        "event",
        world_id=mia.world.pk,
        actor_id=mia.pk,
        verb="entered",
        community_id=found(PersonFactory(), "Quay").pk,
        at=START,
    )


@refused_by("membership_once")
def two_standings_in_one_group(mia, omar, noor):
    membership(mia, found(mia, "Quay"))


@refused_by("membership_standing_known")
def a_standing_nobody_knows(mia, omar, noor):
    membership(omar, found(mia, "Quay"), standing="captain")


@refused_by("community_slug_in_world")
def two_groups_at_one_address(mia, omar, noor):
    found(mia, "Quay")
    community(mia.world, name="Other")


@refused_by("community_name_in_world")
def one_name_for_two_groups(mia, omar, noor):
    found(mia, "Quay")
    community(mia.world, name="QUÁY", slug="other")


@refused_by("community_form_sent_once")
def one_form_for_two_groups(mia, omar, noor):
    community(mia.world, name="Other", slug="other", key=found(mia, "Quay").key)


@refused_by("community_has_a_name")
def a_group_without_a_name(mia, omar, noor):
    community(mia.world, name="")


@refused_by("community_slug_is_plain")
def an_address_that_leads_elsewhere(mia, omar, noor):
    community(mia.world, slug="../quay")


@refused_by("community_begins_moderated")
def a_group_that_nobody_moderates(mia, omar, noor):
    community(mia.world)


def quay_that_stands(moderator):
    """A group whose beginning was checked."""
    group = found(moderator, "Quay")
    connection.check_constraints()
    return group


@refused_by("community_stays_moderated")
def the_only_moderator_goes(mia, omar, noor):
    quay_that_stands(mia).join(omar)
    execute("DELETE FROM network_membership WHERE person_id = %s", mia.pk)


@refused_by("community_stays_moderated")
def the_only_moderator_becomes_a_member(mia, omar, noor):
    quay_that_stands(mia)
    execute("UPDATE network_membership SET standing = 'member'")


@refused_by("community_stays_moderated")
def the_only_moderator_goes_to_another_group(mia, omar, noor):
    cabin, quay = found(omar, "Cabin"), quay_that_stands(mia)
    execute(
        "UPDATE network_membership SET community_id = %s WHERE community_id = %s", cabin.pk, quay.pk
    )


@refused_by("post_to_a_group_names_it")
def a_post_to_a_group_without_a_name(mia, omar, noor):
    post(mia, audience="group")


@refused_by("post_to_a_group_names_it")
def a_post_for_followers_in_a_group(mia, omar, noor):
    post(mia, community_id=found(mia, "Quay").pk)


@refused_by("post_by_a_member")
def a_post_of_no_member(mia, omar, noor):
    post(omar, audience="group", community_id=found(mia, "Quay").pk)


@refused_by("post_by_a_member")
def a_post_of_somebody_who_asks(mia, omar, noor):
    group = found(mia, "Cabin", is_private=True)
    group.join(omar)
    post(omar, audience="group", community_id=group.pk)


@refused_by("post_by_a_member")
def a_post_that_moves_to_a_group(mia, omar, noor):
    his, group = publish(omar), found(mia, "Quay")
    update("post", his.pk, audience="group", community_id=group.pk)


@refused_by("skill_once")
def with_other_accents_and_capitals(mia, omar, noor):
    insert("skill", person_id=mia.pk, name="Résumé writing", position=0)
    insert("skill", person_id=mia.pk, name="resume Writing", position=1)


@refused_by("experience_ends_after_start")
def a_job_that_ended_before_it_began(mia, omar, noor):
    insert(
        "experience",
        person_id=mia.pk,
        title="Harbour pilot",
        employer_name="Tideline",
        started_on=date(2026, 5, 1),
        ended_on=date(2026, 4, 1),
        text="",
    )


@refused_by("education_ends_after_start")
def a_school_that_ended_before_it_began(mia, omar, noor):
    insert(
        "education",
        person_id=mia.pk,
        school="Harbour College",
        degree="",
        field="",
        started_in=2026,
        ended_in=2025,
    )


# A conversation has two sides, and whoever writes is one of the two (E2).


def written(mia, omar):
    """A message of Mia's to Omar, with all that goes with it."""
    connect(mia, omar)
    return mia.write(omar, "Hello")


def sides(one, other, world):
    """A conversation of the two that ends with somebody else's message."""
    newest = written(*PersonFactory.create_batch(2, world=world)).pk
    side(one, other, newest, world)
    side(other, one, newest, world)


@refused_by("conversation_not_with_oneself")
def a_conversation_with_oneself(mia, omar, noor):
    side(mia, mia, written(mia, omar).pk)


@refused_by("conversation_once")
def a_second_conversation_of_the_two(mia, omar, noor):
    written(mia, omar)
    both_sides(omar, mia)


@refused_by("conversation_mirrored")
def a_conversation_with_one_side(mia, omar, noor):
    side(mia, noor, written(mia, omar).pk)


@refused_by("conversation_mirrored")
def a_side_that_leaves(mia, omar, noor):
    written(mia, omar)
    execute("DELETE FROM network_conversation WHERE person_id = %s", omar.pk)
    execute("DELETE FROM network_message")


@refused_by("message_in_conversation")
def a_message_without_a_conversation(mia, omar, noor):
    message(mia, omar)


@refused_by("message_in_conversation")
def a_message_to_somebody_else(mia, omar, noor):
    written(mia, omar)
    message(noor, omar)


@refused_by("message_says_something")
def a_message_that_says_nothing(mia, omar, noor):
    written(mia, omar)
    message(mia, omar, text="")


@refused_by("message_form_sent_once")
def a_message_form_sent_twice(mia, omar, noor):
    message(mia, omar, key=written(mia, omar).key)


@refused_by("message_never_changes")
def other_words_afterwards(mia, omar, noor):
    update("message", written(mia, omar).pk, text="Goodbye")


@refused_by("message_never_changes")
def a_message_that_congratulates_afterwards(mia, omar, noor):
    update("message", written(mia, omar).pk, occasion="job-1")


@refused_by("message_congratulates_once")
def a_second_congratulation_on_the_same(mia, omar, noor):
    written(mia, omar)
    for _ in range(2):
        message(mia, omar, occasion="job-1")


@refused_by("message_occasion_is_known")
def a_congratulation_on_something_unknown(mia, omar, noor):
    written(mia, omar)
    message(mia, omar, occasion="birthday-1")


@refused_by("message_occasion_is_known")
def a_congratulation_that_answers_an_invitation(mia, omar, noor):
    answered = invitation(noor, mia)
    mia.write(noor, "Who are you?")
    message(mia, noor, occasion="job-1", invitation_id=answered.pk)


@refused_by("message_answers_its_invitation")
def an_answer_by_the_sender(mia, omar, noor):
    written(mia, omar)
    message(mia, omar, invitation_id=invitation(noor, mia).pk)


@refused_by("message_answers_its_invitation")
def an_answer_to_somebody_elses_invitation(mia, omar, noor):
    written(mia, omar)
    message(mia, omar, invitation_id=invitation(noor, omar).pk)


# Suggestions that were put aside, and introductions.

across_worlds("dismissal", "person_id", dismissal)
across_worlds("dismissal", "other_id", dismissal)


def among_worlds(column):
    @refused_by(f"network_introduction_{column}_id_sealed")
    def somebody_elsewhere(mia, omar, noor):
        three = {"asker": mia, "through": omar, "target": noor} | {column: PersonFactory()}
        introduction(**three, world=mia.world)


among_worlds("asker")
among_worlds("through")
among_worlds("target")


@refused_by("network_invitation_introduced_by_id_sealed")
def introduced_from_elsewhere(mia, omar, noor):
    invite(mia, omar, introduced_by_id=PersonFactory().pk)


@refused_by("dismissal_once")
def put_aside_twice(mia, omar, noor):
    mia.dismiss(omar)
    dismissal(mia, omar)


@refused_by("dismissal_not_of_oneself")
def put_oneself_aside(mia, omar, noor):
    dismissal(mia, mia)


@refused_by("introduction_of_three")
def introduced_to_oneself(mia, omar, noor):
    introduction(mia, omar, mia)


@refused_by("introduction_of_three")
def introduced_by_oneself(mia, omar, noor):
    introduction(mia, mia, noor)


@refused_by("introduction_of_three")
def introduced_by_the_target(mia, omar, noor):
    introduction(mia, omar, omar)


@refused_by("introduction_one_open")
def asked_twice(mia, omar, noor):
    introduction(mia, omar, noor)
    introduction(mia, omar, noor)


@refused_by("introduction_form_sent_once")
def one_form_for_two_requests(mia, omar, noor):
    key = uuid.uuid4()
    introduction(mia, omar, noor, key=key)
    introduction(mia, noor, omar, key=key)


@refused_by("introduction_says_why")
def asked_without_a_word(mia, omar, noor):
    introduction(mia, omar, noor, note="")


@refused_by("introduction_answered_unless_open")
def open_with_an_end(mia, omar, noor):
    introduction(mia, omar, noor, answered_at=START)


@refused_by("introduction_answered_unless_open")
def a_request_in_no_known_state(mia, omar, noor):
    introduction(mia, omar, noor, status="maybe", answered_at=START)


@refused_by("introduction_passed_on_as_invitation")
def passed_on_as_nothing(mia, omar, noor):
    introduction(mia, omar, noor, status="passed", answered_at=START)


@refused_by("introduction_passed_on_as_invitation")
def declined_and_passed_on(mia, omar, noor):
    sent = invitation(mia, noor)
    ended = {"status": "declined", "answered_at": START}
    introduction(mia, omar, noor, invitation_id=sent.pk, **ended)


@refused_by("introduction_became_invitation")
def passed_on_as_that_of_others(mia, omar, noor):
    sent = invitation(mia, omar)
    ended = {"status": "passed", "answered_at": START}
    introduction(mia, omar, noor, invitation_id=sent.pk, **ended)


@refused_by("introduction_ended_for_good")
def a_declined_request_opens_again(mia, omar, noor):
    introduction(mia, omar, noor, status="declined", answered_at=START)
    execute("UPDATE network_introduction SET status = 'asked', answered_at = NULL")


def beside_a_request(one, other):
    """Whoever of the three blocks whom, before or after."""

    @refused_by("nothing_beside_a_block")
    def a_request_beside(mia, omar, noor):
        people = (mia, omar, noor)
        block(people[one], people[other])
        introduction(*people)

    @refused_by("nothing_beside_a_block")
    def a_block_beside(mia, omar, noor):
        people = (mia, omar, noor)
        introduction(*people)
        block(people[one], people[other])


beside_a_request(0, 1)
beside_a_request(2, 1)
beside_a_request(2, 0)


def harbour(person):
    return EmployerFactory(world=person.world)


@refused_by("network_job_employer_id_sealed")
def a_job_of_an_employer_of_another_world(mia, omar, noor):
    opening(EmployerFactory(), world=mia.world)


@refused_by("network_job_contact_id_sealed")
def a_contact_of_another_world(mia, omar, noor):
    opening(harbour(mia), contact_id=PersonFactory().pk)


@refused_by("network_application_person_id_sealed")
def an_application_from_another_world(mia, omar, noor):
    application(PersonFactory(), open_job(harbour(mia)), world=mia.world)


@refused_by("network_application_job_id_sealed")
def an_application_for_a_job_of_another_world(mia, omar, noor):
    application(mia, open_job(EmployerFactory()))


@refused_by("network_savedjob_person_id_sealed")
def a_job_saved_by_somebody_of_another_world(mia, omar, noor):
    saved_job(PersonFactory(), open_job(harbour(mia)), world=mia.world)


@refused_by("network_savedjob_job_id_sealed")
def a_saved_job_of_another_world(mia, omar, noor):
    saved_job(mia, open_job(EmployerFactory()))


@refused_by("network_event_job_id_sealed")
def an_event_about_a_job_of_another_world(mia, omar, noor):
    insert(
        "event",
        world_id=mia.world.pk,
        actor_id=mia.pk,
        verb="kept",
        job_id=open_job(EmployerFactory()).pk,
        at=START,
    )


@refused_by("event_about_one_job")
def an_event_about_another_job(mia, omar, noor):
    first, second = open_job(harbour(mia)), open_job(harbour(mia))
    execute("UPDATE network_event SET job_id = %s WHERE job_id = %s", second.pk, first.pk)


@refused_by("job_of_employer")
def a_job_of_a_person(mia, omar, noor):
    opening(mia)


@refused_by("job_of_employer")
def a_job_that_moves_to_a_person(mia, omar, noor):
    update("job", open_job(harbour(mia)).pk, employer_id=mia.pk)


@refused_by("job_says_something")
def a_job_without_a_description(mia, omar, noor):
    opening(harbour(mia), text="")


@refused_by("job_contract_is_known")
def a_contract_nobody_knows(mia, omar, noor):
    opening(harbour(mia), contract="for ever")


@refused_by("job_closes_after_opening")
def a_job_closed_before_it_was_opened(mia, omar, noor):
    opening(harbour(mia), closed_at=START - timedelta(days=1))


@refused_by("job_closed_for_good")
def a_job_that_opens_again(mia, omar, noor):
    closed = open_job(harbour(mia))
    closed.close()
    update("job", closed.pk, closed_at=None)


@refused_by("application_once")
def two_applications_for_one_job(mia, omar, noor):
    pilot = open_job(harbour(mia))
    application(mia, pilot)
    application(mia, pilot)


@refused_by("application_says_something")
def an_empty_letter(mia, omar, noor):
    application(mia, open_job(harbour(mia)), letter="")


@refused_by("application_ends_after_sending")
def withdrawn_before_it_was_sent(mia, omar, noor):
    application(mia, open_job(harbour(mia)), withdrawn_at=START - timedelta(days=1))


@refused_by("application_never_changes")
def another_letter(mia, omar, noor):
    sent = mia.apply(open_job(harbour(mia)), "I can do it.")
    update("application", sent.pk, letter="I cannot.")


@refused_by("application_never_changes")
def an_application_that_comes_back(mia, omar, noor):
    sent = mia.apply(open_job(harbour(mia)), "I can do it.")
    sent.withdraw()
    update("application", sent.pk, withdrawn_at=None)


@refused_by("nothing_beside_a_block")
def applying_to_an_employer_whom_i_block(mia, omar, noor):
    employer = harbour(mia)
    mia.block(employer)
    application(mia, open_job(employer))


@refused_by("nothing_beside_a_block")
def applying_to_an_employer_who_blocks_me(mia, omar, noor):
    employer = harbour(mia)
    employer.block(mia)
    application(mia, open_job(employer))


@refused_by("nothing_beside_a_block")
def a_block_beside_an_application(mia, omar, noor):
    pilot = open_job(harbour(mia))
    mia.apply(pilot, "I can do it.")
    block(pilot.employer, mia)


@refused_by("job_saved_once")
def one_job_saved_twice(mia, omar, noor):
    pilot = open_job(harbour(mia))
    saved_job(mia, pilot)
    saved_job(mia, pilot)


# Mutes and reports.


@refused_by("mute_not_oneself")
def a_mute_of_oneself(mia, omar, noor):
    mute(mia, mia)


@refused_by("mute_once")
def a_second_mute(mia, omar, noor):
    mute(mia, omar)
    mute(mia, omar)


@refused_by("nothing_beside_a_block")
def a_mute_of_who_blocks(mia, omar, noor):
    omar.block(mia)
    mute(mia, omar)


@refused_by("nothing_beside_a_block")
def a_block_of_who_mutes(mia, omar, noor):
    mute(mia, omar)
    block(omar, mia)


@refused_by("nothing_beside_a_block")
def a_mute_that_moves_beside_a_block(mia, omar, noor):
    mute(mia, noor)
    mia.block(omar)
    execute("UPDATE network_mute SET muted_id = %s", omar.pk)


@refused_by("report_not_of_oneself")
def a_report_of_oneself(mia, omar, noor):
    report(mia, mia)


@refused_by("report_has_one_subject")
def a_report_of_two_things(mia, omar, noor):
    post = publish(omar)
    report(mia, omar, kind="person", post_id=post.pk)


@refused_by("report_choices_are_known")
def a_report_for_no_reason(mia, omar, noor):
    report(mia, omar, reason="boring")


@refused_by("report_choices_are_known")
def a_report_of_nothing_known(mia, omar, noor):
    report(mia, omar, kind="hat")


@refused_by("report_decided_unless_open")
def a_report_decided_at_no_time(mia, omar, noor):
    report(mia, omar, state="acted")


@refused_by("report_decided_unless_open")
def an_open_report_with_an_end(mia, omar, noor):
    report(mia, omar, decided_at=START)


@refused_by("report_once_of_a_person")
def a_second_open_report_of_a_person(mia, omar, noor):
    report(mia, omar)
    report(mia, omar, reason="rude")


@refused_by("report_once_of_a_post")
def a_second_open_report_of_a_post(mia, omar, noor):
    post = publish(omar)
    report(mia, omar, kind="post", post_id=post.pk)
    report(mia, omar, kind="post", post_id=post.pk)


@refused_by("report_once_of_a_comment")
def a_second_open_report_of_a_comment(mia, omar, noor):
    said = Post.objects.comment(omar, publish(omar).pk, "Hello")
    report(mia, omar, kind="comment", comment_id=said.pk)
    report(mia, omar, kind="comment", comment_id=said.pk)


@refused_by("report_once_of_a_message")
def a_second_open_report_of_a_message(mia, omar, noor):
    connect(mia, omar)
    written = omar.write(mia, "Hello")
    report(mia, omar, kind="message", message_id=written.pk)
    report(mia, omar, kind="message", message_id=written.pk)


@refused_by("report_about_the_author")
def a_report_about_somebody_who_did_not_write_it(mia, omar, noor):
    post = publish(noor)
    report(mia, omar, kind="post", post_id=post.pk)


@refused_by("report_about_the_author")
def a_report_of_a_message_to_somebody_else(mia, omar, noor):
    connect(noor, omar)
    written = omar.write(noor, "Hello")
    report(mia, omar, kind="message", message_id=written.pk)


# Who left.


@refused_by("message_never_changes")
def a_message_that_finds_another_reader(mia, omar, noor):
    connect(mia, omar)
    connect(mia, noor)
    mia.write(noor, "For Noor")
    mia.write(omar, "For Omar")
    execute("UPDATE network_message SET reader_id = %s WHERE text = 'For Omar'", noor.pk)


@refused_by("message_never_changes")
def a_message_reworded_on_its_way_to_somebody_who_left(mia, omar, noor):
    connect(mia, omar)
    mia.write(omar, "For Omar")
    left = PersonFactory(world=mia.world, kind="departed")
    execute("UPDATE network_message SET reader_id = %s, text = 'Mine'", left.pk)


@refused_by("person_learner_has_user")
def a_user_who_left_and_is_here(mia, omar, noor):
    PersonFactory(world=mia.world, kind="departed", user=LearnerFactory().user)


# Endorsements and recommendations (E1).


def listed(person, name="Excel"):
    return Skill.objects.enter(person, name)


def recommended(mia, omar, **more):
    """By Mia, for Omar; its key."""
    connect(mia, omar)
    recommendation(mia, omar, **more)
    return mia.recommendations_given.get().pk


@refused_by("endorsement_once")
def a_second_endorsement_of_a_skill(mia, omar, noor):
    connect(mia, omar)
    skill = listed(omar)
    mia.endorse(skill)
    endorsement(mia, skill)


@refused_by("endorsement_not_of_oneself")
def an_endorsement_of_oneself(mia, omar, noor):
    endorsement(mia, listed(mia))


@refused_by("endorsement_of_a_connection")
def an_endorsement_of_a_stranger(mia, omar, noor):
    endorsement(mia, listed(omar))


@refused_by("endorsement_of_a_connection")
def an_endorsement_that_turns_to_a_stranger(mia, omar, noor):
    connect(mia, omar)
    mia.endorse(listed(omar))
    execute(
        "UPDATE network_endorsement SET person_id = %s, skill_id = %s", noor.pk, listed(noor).pk
    )


@refused_by("endorsement_of_a_connection")
def an_endorsement_by_an_employer(mia, omar, noor):
    tideline = EmployerFactory(world=mia.world)
    both_halves(tideline, mia)
    endorsement(tideline, listed(mia))


@refused_by("endorsement_of_a_connection")
def an_endorsement_of_an_employer(mia, omar, noor):
    tideline = EmployerFactory(world=mia.world)
    both_halves(tideline, mia)
    endorsement(mia, listed(tideline))


@refused_by("network_endorsement_endorser_id_sealed")
def an_endorsement_by_somebody_of_another_world(mia, omar, noor):
    skill = listed(omar)
    execute("ALTER TABLE network_endorsement DISABLE TRIGGER endorsement_of_a_connection")
    endorsement(PersonFactory(), skill, world=omar.world)


@refused_by("network_endorsement_person_id_sealed")
def an_endorsement_of_somebody_in_another_world(mia, omar, noor):
    stranger = PersonFactory()
    skill = listed(stranger)
    execute("ALTER TABLE network_endorsement DISABLE TRIGGER endorsement_of_a_connection")
    endorsement(mia, skill)


@refused_by("network_endorsement_skill_id_sealed")
def an_endorsement_of_somebody_elses_skill(mia, omar, noor):
    connect(mia, omar)
    endorsement(mia, listed(noor), person=omar)


@refused_by("nothing_beside_a_block")
def an_endorsement_beside_a_block(mia, omar, noor):
    skill = listed(omar)
    omar.block(mia)
    execute("ALTER TABLE network_endorsement DISABLE TRIGGER endorsement_of_a_connection")
    endorsement(mia, skill)


@refused_by("nothing_beside_a_block")
def a_block_beside_an_endorsement(mia, omar, noor):
    connect(mia, omar)
    mia.endorse(listed(omar))
    mia.disconnect(omar)
    block(omar, mia)


@refused_by("recommendation_once")
def a_second_recommendation(mia, omar, noor):
    recommended(mia, omar)
    asked_for(mia, omar)


@refused_by("recommendation_not_of_oneself")
def a_recommendation_of_oneself(mia, omar, noor):
    recommendation(mia, mia)


@refused_by("recommendation_of_a_connection")
def a_recommendation_of_a_stranger(mia, omar, noor):
    recommendation(mia, omar)


@refused_by("recommendation_of_a_connection")
def a_recommendation_by_an_employer(mia, omar, noor):
    tideline = EmployerFactory(world=mia.world)
    both_halves(tideline, mia)
    recommendation(tideline, mia)


@refused_by("recommendation_of_a_connection")
def a_recommendation_written_anew_for_a_stranger(mia, omar, noor):
    pk = recommended(mia, omar)
    mia.disconnect(omar)
    update("recommendation", pk, text="Anew", revision=2)


@refused_by("recommendation_written_unless_asked")
def a_request_with_a_text(mia, omar, noor):
    recommended(mia, omar, status="requested")


@refused_by("recommendation_written_unless_asked")
def nothing_said_in_a_recommendation(mia, omar, noor):
    recommended(mia, omar, text="")


@refused_by("recommendation_written_unless_asked")
def a_status_of_a_recommendation_that_there_is_not(mia, omar, noor):
    recommended(mia, omar, status="lost")


@refused_by("recommendation_written_unless_asked")
def a_relationship_that_there_is_not(mia, omar, noor):
    recommended(mia, omar, relationship="enemy")


@refused_by("recommendation_return_says_why")
def a_change_that_nobody_describes(mia, omar, noor):
    update("recommendation", recommended(mia, omar), status="returned")


@refused_by("network_recommendation_author_id_sealed")
def a_recommendation_by_somebody_of_another_world(mia, omar, noor):
    execute("ALTER TABLE network_recommendation DISABLE TRIGGER recommendation_of_a_connection")
    recommendation(PersonFactory(), omar, world=omar.world)


@refused_by("network_recommendation_recipient_id_sealed")
def a_recommendation_for_somebody_of_another_world(mia, omar, noor):
    execute("ALTER TABLE network_recommendation DISABLE TRIGGER recommendation_of_a_connection")
    recommendation(mia, PersonFactory())


@refused_by("recommendation_goes_step_by_step")
def a_recommendation_that_goes_to_somebody_else(mia, omar, noor):
    update("recommendation", recommended(mia, omar), recipient_id=noor.pk)


@refused_by("recommendation_goes_step_by_step")
def a_text_that_changes_while_it_shows(mia, omar, noor):
    update("recommendation", recommended(mia, omar, status="shown"), text="Something else")


@refused_by("recommendation_goes_step_by_step")
def a_new_text_that_shows_at_once(mia, omar, noor):
    pk = recommended(mia, omar, status="shown")
    update("recommendation", pk, text="Something else", revision=2)


@refused_by("recommendation_goes_step_by_step")
def a_silent_no_that_breaks_its_silence(mia, omar, noor):
    pk = recommended(mia, omar, status="declined")
    update("recommendation", pk, status="written", text="Something else", revision=2)


@refused_by("recommendation_goes_step_by_step")
def a_declined_recommendation_that_shows(mia, omar, noor):
    update("recommendation", recommended(mia, omar, status="declined"), status="shown")


@refused_by("nothing_beside_a_block")
def a_recommendation_beside_a_block(mia, omar, noor):
    mia.block(omar)
    execute("ALTER TABLE network_recommendation DISABLE TRIGGER recommendation_of_a_connection")
    recommendation(mia, omar)


@refused_by("nothing_beside_a_block")
def a_block_beside_a_recommendation(mia, omar, noor):
    recommended(mia, omar)
    mia.disconnect(omar)
    block(omar, mia)


@refused_by("event_keeps_its_gift")
def an_event_that_tells_of_another_endorsement(mia, omar, noor):
    connect(mia, omar)
    one, other = mia.endorse(listed(omar)), mia.endorse(listed(omar, "Rowing"))
    told = Event.objects.get(endorsement=one)
    update("event", told.pk, endorsement_id=other.pk)


@refused_by("event_keeps_its_gift")
def an_event_that_tells_of_another_recommendation(mia, omar, noor):
    pk = recommended(mia, omar)
    update("event", Event.objects.get(verb="accepted").pk, recommendation_id=pk)


# Shares, mentions, tags.


@refused_by("network_post_shared_id_sealed")
def a_share_of_another_world(mia, omar, noor):
    share(mia, publish(PersonFactory()))


@refused_by("post_share_is_of_ones_own")
def a_post_that_shares_and_is_no_share(mia, omar, noor):
    post(mia, shared_id=publish(omar).pk)


@refused_by("post_share_is_of_ones_own")
def a_share_with_a_title(mia, omar, noor):
    share(mia, publish(omar), title="Tides")


@refused_by("post_share_is_of_ones_own")
def a_share_in_a_group(mia, omar, noor):
    share(mia, publish(omar), audience="group", community_id=found(mia, "Quay").pk)


@refused_by("share_of_an_original")
def a_share_of_a_share(mia, omar, noor):
    share(mia, Post.objects.share(omar, publish(omar).pk, "Look", "followers"))


@refused_by("share_of_an_original")
def a_share_of_what_a_group_wrote(mia, omar, noor):
    share(mia, Post.objects.publish_in(found(mia, "Quay"), mia, "Hello"))


@refused_by("post_keeps_its_kind")
def a_share_of_something_else_from_now_on(mia, omar, noor):
    shared = Post.objects.share(omar, publish(omar).pk, "Look", "followers")
    update("post", shared.pk, shared_id=publish(omar).pk)


@refused_by("post_keeps_its_kind")
def a_post_that_becomes_a_share(mia, omar, noor):
    update("post", publish(mia).pk, is_share=True)


@refused_by("post_keeps_its_kind")
def a_post_that_moves_into_a_group(mia, omar, noor):
    update("post", publish(mia).pk, audience="group", community_id=found(mia, "Quay").pk)


@refused_by("network_mention_post_id_sealed")
def a_mention_on_a_post_of_another_world(mia, omar, noor):
    mention(publish(PersonFactory()), omar)


@refused_by("network_mention_person_id_sealed")
def a_mention_of_somebody_elsewhere(mia, omar, noor):
    mention(publish(mia), PersonFactory(), world=mia.world)


@refused_by("network_mention_comment_id_sealed")
def a_mention_in_a_comment_on_another_post(mia, omar, noor):
    said = Post.objects.comment(mia, publish(mia).pk, "How?")
    mention(publish(mia), omar, comment=said)


@refused_by("mention_once")
def a_person_mentioned_twice(mia, omar, noor):
    mention(publish(mia, "@omar"), omar)
    mention(Post.objects.get(), omar)


@refused_by("network_hashtag_post_id_sealed")
def a_tag_of_a_post_elsewhere(mia, omar, noor):
    hashtag(publish(PersonFactory()), world=mia.world)


@refused_by("hashtag_once")
def a_tag_twice(mia, omar, noor):
    hashtag(publish(mia, "#tide"))


@refused_by("hashtag_is_a_word")
def a_tag_of_two_words(mia, omar, noor):
    hashtag(publish(mia), "high tide")


@refused_by("network_tagfollow_person_id_sealed")
def a_tag_followed_from_another_world(mia, omar, noor):
    tag_follow(PersonFactory(), world=mia.world)


@refused_by("tag_follow_once")
def a_tag_followed_twice(mia, omar, noor):
    tag_follow(mia)
    tag_follow(mia)


@refused_by("tag_follow_of_a_word")
def a_followed_tag_of_no_word(mia, omar, noor):
    tag_follow(mia, "")


def test_a_share_forgets_a_deleted_original(mia, omar):
    original = publish(omar)
    shared = Post.objects.share(omar, original.pk, "Look", "followers")

    to_the_end(lambda: original.remove())

    shared.refresh_from_db()
    assert (shared.is_share, shared.shared) == (True, None)
