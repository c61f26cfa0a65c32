"""Each invariant finds what breaks it, in a database that no longer guards itself."""

import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from network.invariants import INVARIANTS, every_invariant, findings
from network.models import Event, Post, Skill
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
    tag_follow,
    update,
)

pytestmark = [pytest.mark.django_db, pytest.mark.breaks_invariants]

UNGUARDED = """
DO $$ DECLARE drop text; BEGIN
  FOR drop IN
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
    FROM pg_constraint WHERE conrelid::regclass::text LIKE 'network!_%' ESCAPE '!'
      AND contype IN ('c', 'u') AND conname NOT IN (
        'person_world_key', 'post_world_key', 'comment_post_key', 'connection_once',
        'community_world_key', 'conversation_once', 'job_world_key', 'skill_person_key'
      )
    UNION ALL SELECT format('DROP INDEX %s', indexrelid::regclass) FROM pg_index
    WHERE indisunique AND indrelid::regclass::text LIKE 'network!_%' ESCAPE '!'
      AND indexrelid NOT IN (SELECT conindid FROM pg_constraint)
  LOOP EXECUTE drop; END LOOP;
END $$;
SET LOCAL session_replication_role = replica;
"""

BREAKS = []


def talking(mia, omar):
    connect(mia, omar)
    mia.write(omar, "Hello")


def messaged(mia, omar):
    """The event of a message."""
    Event.record(mia, Event.Verb.MESSAGED, omar)


def congratulating(mia, omar, **more):
    """A congratulation past the verb, and its event."""
    message(mia, omar, **{"occasion": "job-1", **more})
    Event.record(mia, Event.Verb.CONGRATULATED, omar)
    execute("UPDATE network_conversation SET newest_id = (SELECT max(id) FROM network_message)")
    execute(
        "UPDATE network_conversation SET heard = newest_id WHERE person_id = %s",
        omar.pk,
    )


@pytest.fixture
def unguarded(mia, omar, noor):
    connection.check_constraints()
    execute(UNGUARDED)


def found_as(*names):
    """Register a break that exactly these invariants find."""

    def register(act):
        BREAKS.append(pytest.param(set(names), act, id=f"{names[0]}-{act.__name__}"))
        return act

    return register


@found_as("congratulated_once")
def a_second_congratulation(mia, omar, noor):
    talking(mia, omar)
    for _ in range(2):
        congratulating(mia, omar)


@found_as("congratulated_once")
def a_congratulation_on_something_unknown(mia, omar, noor):
    talking(mia, omar)
    congratulating(mia, omar, occasion="birthday-1")


@pytest.mark.parametrize(("names", "act"), BREAKS)
def test_it_is_found(names, act, unguarded, mia, omar, noor):
    act(mia, omar, noor)
    assert {finding.invariant.name for finding in findings()} == names


def test_every_invariant_was_broken():
    broken = set().union(*(case.values[0] for case in BREAKS))
    assert broken == {invariant.name for invariant in INVARIANTS}


def test_the_command_says_that_all_is_well(mia, omar):
    connect(mia, omar)
    out = StringIO()
    call_command("check_invariants", stdout=out)
    assert out.getvalue() == f"{len(every_invariant())} checks, no finding\n"


def test_the_command_names_each_finding_and_fails(unguarded, mia, omar):
    half(mia, omar)
    out = StringIO()
    with pytest.raises(SystemExit) as exit:
        call_command("check_invariants", stdout=out)
    assert exit.value.code == 1
    assert out.getvalue().startswith(
        "connections_mirrored: A connection is two mirrored rows, both or none. "
        "Broken by 1: connection "
    )


@found_as("ties_inside_one_world")
def a_follow_across_worlds(mia, omar, noor):
    follow(mia, PersonFactory())


@found_as("ties_inside_one_world")
def a_tie_of_a_third_world(mia, omar, noor):
    both_halves(mia, omar, world=WorldFactory())


@found_as("ties_inside_one_world")
def a_tie_with_nobody(mia, omar, noor):
    connect(mia, omar)
    execute("DELETE FROM network_event")
    insert("block", world_id=mia.world.pk, blocker_id=mia.pk, blocked_id=10**9, since=START)
    execute("DELETE FROM network_connection")
    execute("DELETE FROM network_invitation")


@found_as("posts_inside_one_world")
def a_post_in_another_world(mia, omar, noor):
    post(mia, world=WorldFactory())


@found_as("events_inside_one_world")
def an_event_with_a_stranger(mia, omar, noor):
    event(mia, PersonFactory())


@found_as("events_inside_one_world")
def an_event_in_another_world(mia, omar, noor):
    event(mia, world=WorldFactory())


@found_as("events_inside_one_world")
def an_event_about_a_post_elsewhere(mia, omar, noor):
    publish(mia)
    execute("UPDATE network_event SET post_id = %s", publish(PersonFactory()).pk)


def working_for(mia, employer):
    insert(
        "experience",
        person_id=mia.pk,
        title="Clerk",
        employer_id=employer.pk,
        employer_name=employer.name,
        started_on=START.date(),
        text="",
    )


@found_as("employers_of_one_world")
def an_employer_elsewhere(mia, omar, noor):
    working_for(mia, EmployerFactory())


@found_as("employers_of_one_world")
def an_employer_who_is_none(mia, omar, noor):
    working_for(mia, omar)


@found_as("nobody_tied_to_oneself")
def a_follow_of_oneself(mia, omar, noor):
    follow(mia, mia)


@found_as("each_tie_once")
def a_follow_twice(mia, omar, noor):
    follow(mia, omar)
    follow(mia, omar)


@found_as("one_pending_in_a_pair")
def two_invitations(mia, omar, noor):
    invitation(mia, omar)
    update("invitation", invitation(noor, mia).pk, sender_id=omar.pk)
    execute("UPDATE network_event SET actor_id = %s WHERE actor_id = %s", omar.pk, noor.pk)


@found_as("connections_mirrored")
def a_half(mia, omar, noor):
    half(mia, omar)


@found_as("halves_agree")
def halves_of_two_times(mia, omar, noor):
    connect(mia, omar)
    execute("UPDATE network_connection SET since = since + '1 day' WHERE person_id = %s", mia.pk)


@found_as("halves_agree")
def halves_of_two_origins(mia, omar, noor):
    half(mia, omar)
    half(omar, mia, origin="import")


@found_as("connections_say_where_from")
def from_a_rumour(mia, omar, noor):
    both_halves(mia, omar, origin="rumour")


@found_as("connections_say_where_from")
def from_no_invitation(mia, omar, noor):
    both_halves(mia, omar, origin="invitation")


@found_as("connections_say_where_from")
def from_a_declined_invitation(mia, omar, noor):
    declined = invitation(mia, omar)
    declined.decline()
    both_halves(mia, omar, origin="invitation", invitation=declined)


@found_as("nothing_beside_a_block")
def a_follow_of_the_blocker(mia, omar, noor):
    block(mia, omar)
    follow(omar, mia)


@found_as("nothing_beside_a_block")
def a_pending_invitation_of_the_blocker(mia, omar, noor):
    invitation(mia, omar)
    block(mia, omar)


@found_as("nothing_pending_when_connected")
def connected_and_invited(mia, omar, noor):
    invitation(mia, omar)
    both_halves(mia, omar)


@found_as("ended_unless_pending")
def pending_with_an_end(mia, omar, noor):
    update("invitation", invitation(mia, omar).pk, answered_at=START)


@found_as("ended_unless_pending")
def ended_before_it_was_sent(mia, omar, noor):
    invitation(mia, omar).withdraw()
    execute("UPDATE network_invitation SET answered_at = sent_at - interval '1 day'")


@found_as("ended_unless_pending")
def a_status_nobody_knows(mia, omar, noor):
    update("invitation", invitation(mia, omar).pk, status="maybe", answered_at=START)


@found_as("retracted_when_silent")
def retracted_twice(mia, omar, noor):
    invitation(mia, omar).withdraw()
    execute("UPDATE network_invitation SET retracted_at = answered_at")


@found_as("acts_have_their_events")
def an_invitation_that_nobody_sent(mia, omar, noor):
    invite(mia, omar)


@found_as("acts_have_their_events")
def an_acceptance_by_nobody(mia, omar, noor):
    connect(mia, omar)
    execute("DELETE FROM network_event WHERE verb = 'accepted'")


@found_as("events_name_the_right_people")
def the_sender_accepted(mia, omar, noor):
    connect(mia, omar)
    execute("UPDATE network_event SET actor_id = target_id, target_id = actor_id")


@found_as("employers_are_followed")
def an_invited_employer(mia, omar, noor):
    invitation(mia, omar)
    update("person", omar.pk, kind="employer")


@found_as("nobody_over_the_limit")
def two_connections_where_one_is_allowed(mia, omar, noor):
    connect(mia, omar)
    connect(mia, noor)
    execute("UPDATE network_rules SET connection_limit = 1")


@found_as("worlds_have_rules")
def a_world_without_rules(mia, omar, noor):
    execute("DELETE FROM network_rules")


@found_as("worlds_have_rules")
def a_world_before_its_start(mia, omar, noor):
    execute("UPDATE network_world SET now = started_at - interval '1 day'")


@found_as("learners_have_users")
def a_learner_without_a_user(mia, omar, noor):
    update("person", mia.pk, kind="learner")


@found_as("learners_have_users")
def an_employer_as_influencer(mia, omar, noor):
    update("person", EmployerFactory().pk, is_influencer=True)


@found_as("learners_have_users")
def a_learner_as_recruiter(mia, omar, noor):
    update("person", LearnerFactory().pk, is_recruiter=True)


@found_as("choices_agree")
def a_choice_nobody_offered(mia, omar, noor):
    update("person", mia.pk, connections_shown_to="mars")


@found_as("choices_agree")
def an_employer_who_seeks_work(mia, omar, noor):
    update("person", EmployerFactory().pk, open_to_work="everybody")


@found_as("choices_agree")
def follow_first_without_followers(mia, omar, noor):
    update("person", mia.pk, follow_first=True, followers_from="connections")


@found_as("views_of_others")
def a_view_of_oneself(mia, omar, noor):
    profile_view(mia, mia)


@found_as("views_of_others")
def a_view_across_worlds(mia, omar, noor):
    profile_view(mia, PersonFactory())


@found_as("views_of_others")
def two_views_of_one_day(mia, omar, noor):
    profile_view(mia, omar)
    profile_view(mia, omar)


@found_as("one_seat_in_a_world")
def two_seats(mia, omar, noor):
    learner = LearnerFactory(world=mia.world)
    update("person", mia.pk, kind="learner", user_id=learner.user_id)


@found_as("handles_unique")
def two_mias(mia, omar, noor):
    update("person", omar.pk, handle="mia")


@found_as("skills_listed_once")
def one_skill_twice(mia, omar, noor):
    insert("skill", person_id=mia.pk, name="Café", position=0)
    insert("skill", person_id=mia.pk, name="cafe", position=1)


@found_as("forms_sent_once")
def one_form_for_two_posts(mia, omar, noor):
    key = uuid.uuid4()
    post(mia, key=key)
    post(mia, key=key)


@found_as("forms_sent_once")
def one_form_for_two_jobs(mia, omar, noor):
    first, second = job(mia), job(mia, "Lock keeper")
    update("experience", second.pk, key=first.key)


@found_as("posts_have_an_audience")
def a_post_for_nobody_known(mia, omar, noor):
    post(mia, audience="martians")


@found_as("conversations_mirrored")
def a_conversation_with_one_side(mia, omar, noor):
    talking(mia, omar)
    execute("DELETE FROM network_conversation WHERE person_id = %s", omar.pk)


@found_as("messages_in_conversations", "messages_have_their_events")
def a_message_without_a_conversation(mia, omar, noor):
    message(mia, omar)


@found_as("messages_in_conversations")
def a_message_that_says_nothing(mia, omar, noor):
    talking(mia, omar)
    execute("UPDATE network_message SET text = ''")


@found_as("conversations_end_with_the_newest")
def sides_that_have_not_heard_the_last_word(mia, omar, noor):
    talking(mia, omar)
    message(omar, mia)
    messaged(omar, mia)


@found_as("marks_are_not_ahead")
def read_before_it_was_written(mia, omar, noor):
    talking(mia, omar)
    execute("UPDATE network_conversation SET read_up_to = newest_id + 1")


@found_as("messages_have_their_events")
def a_message_that_nobody_wrote(mia, omar, noor):
    both_sides(mia, omar)


@found_as("messages_have_their_events")
def an_event_without_a_message(mia, omar, noor):
    messaged(mia, omar)


@found_as("answers_go_to_the_sender")
def an_answer_by_the_sender(mia, omar, noor):
    talking(mia, omar)
    execute("UPDATE network_message SET invitation_id = %s", invitation(mia, noor).pk)


@found_as("forms_sent_once")
def one_form_for_two_messages(mia, omar, noor):
    talking(mia, omar)
    mia.write(omar, "Once more")
    execute("UPDATE network_message SET key = %s", uuid.uuid4())


@found_as("responses_inside_one_world")
def a_reaction_of_another_world(mia, omar, noor):
    reaction(mia, publish(PersonFactory()))


@found_as("responses_inside_one_world")
def a_comment_of_another_world(mia, omar, noor):
    comment(PersonFactory(), publish(mia), world=mia.world)


@found_as("responses_inside_one_world")
def something_saved_in_another_world(mia, omar, noor):
    saved(mia, publish(mia), world=WorldFactory())


@found_as("one_response_a_person")
def two_reactions(mia, omar, noor):
    post = publish(mia)
    reaction(omar, post)
    reaction(omar, post)


@found_as("answers_stand_below_comments")
def an_answer_to_an_answer(mia, omar, noor):
    post = publish(mia)
    asked = Post.objects.comment(mia, post.pk, "How?")
    answered = Post.objects.comment(mia, post.pk, "Slowly", parent=asked.pk)
    comment(omar, post, parent_id=answered.pk)


@found_as("answers_stand_below_comments")
def nothing_said_in_a_comment(mia, omar, noor):
    comment(omar, publish(mia), text="")


@found_as("jobs_of_employers")
def a_job_of_a_person(mia, omar, noor):
    opening(mia)


@found_as("jobs_of_employers")
def a_job_with_a_contact_elsewhere(mia, omar, noor):
    opening(EmployerFactory(world=mia.world), contact_id=PersonFactory().pk)


@found_as("applicants_of_one_world")
def a_saved_job_of_another_world(mia, omar, noor):
    saved_job(mia, open_job(EmployerFactory()))


@found_as("one_application_a_job")
def a_job_saved_twice(mia, omar, noor):
    pilot = open_job(EmployerFactory(world=mia.world))
    saved_job(mia, pilot)
    saved_job(mia, pilot)


@found_as("one_application_a_job")
def a_letter_without_words(mia, omar, noor):
    pilot = open_job(EmployerFactory(world=mia.world))
    update("application", mia.apply(pilot, "I can do it.").pk, letter="")


@found_as("no_application_beside_a_block")
def an_application_to_somebody_blocked(mia, omar, noor):
    pilot = open_job(EmployerFactory(world=mia.world))
    mia.apply(pilot, "I can do it.")
    block(mia, pilot.employer)


@found_as("applications_have_their_events")
def an_application_that_nobody_sent(mia, omar, noor):
    application(mia, open_job(EmployerFactory(world=mia.world)))


@found_as("posts_have_an_audience")
def a_post_to_a_group_without_a_name(mia, omar, noor):
    post(mia, audience="group")


@found_as("groups_inside_one_world")
def a_member_of_another_world(mia, omar, noor):
    membership(PersonFactory(), found(mia, "Quay"), world=mia.world)


@found_as("groups_inside_one_world")
def a_post_to_a_group_of_another_world(mia, omar, noor):
    post(mia, audience="group", community_id=found(PersonFactory(), "Quay").pk)


@found_as("events_inside_one_world")
def an_event_about_a_group_of_another_world(mia, omar, noor):
    group = found(PersonFactory(), "Quay")
    execute("UPDATE network_event SET world_id = %s, actor_id = %s", mia.world.pk, mia.pk)
    assert group.events.exists()


@found_as("one_standing_in_a_group")
def two_standings(mia, omar, noor):
    group = found(mia, "Quay")
    membership(omar, group)
    membership(omar, group, standing="removed")


@found_as("one_standing_in_a_group")
def a_standing_nobody_knows(mia, omar, noor):
    membership(omar, found(mia, "Quay"), standing="captain")


@found_as("groups_are_moderated")
def a_group_that_nobody_moderates(mia, omar, noor):
    community(mia.world)


@found_as("groups_named_once")
def two_groups_of_one_name(mia, omar, noor):
    quay, cabin = found(mia, "Quay"), found(mia, "Cabin")
    update("community", cabin.pk, name="QUÁY")
    assert quay.slug != cabin.slug


@found_as("groups_named_once")
def two_groups_at_one_address(mia, omar, noor):
    update("community", found(mia, "Quay").pk, slug=found(mia, "Cabin").slug)


@found_as("nobody_in_too_many_groups")
def more_groups_than_the_limit(mia, omar, noor):
    found(mia, "Quay")
    execute("UPDATE network_rules SET group_limit = 0")


@found_as("forms_sent_once")
def one_form_for_two_groups(mia, omar, noor):
    update("community", found(mia, "Quay").pk, key=found(mia, "Cabin").key)


def endorsed(mia, omar):
    """The skill."""
    skill = Skill.objects.enter(omar, "Excel")
    connect(mia, omar)
    mia.endorse(skill)
    return skill


def recommended(mia, omar):
    """By Mia, shown by Omar."""
    connect(mia, omar)
    written = mia.recommend(omar, relationship="together", text="Reads tide tables")
    written.accept(1)


@found_as("skills_endorsed_once", "gifts_have_their_events")
def a_skill_endorsed_twice(mia, omar, noor):
    endorsement(mia, endorsed(mia, omar))


@found_as("skills_endorsed_once")
def an_endorsement_of_somebody_elses_skill(mia, omar, noor):
    endorsed(mia, omar)
    execute("UPDATE network_skill SET person_id = %s", noor.pk)


@found_as("nothing_beside_a_block", "gifts_have_their_events")
def an_endorsement_beside_a_block(mia, omar, noor):
    skill = Skill.objects.enter(omar, "Excel")
    omar.block(mia)
    endorsement(mia, skill)


@found_as("each_tie_once", "gifts_have_their_events")
def two_recommendations_of_one_person(mia, omar, noor):
    recommended(mia, omar)
    recommendation(mia, omar)


@found_as("employers_do_not_give", "employers_are_followed")
def a_recommendation_of_an_employer(mia, omar, noor):
    recommended(mia, omar)
    execute("UPDATE network_person SET kind = 'employer' WHERE id = %s", omar.pk)


@found_as("recommendations_written_unless_asked")
def nothing_said_in_a_recommendation(mia, omar, noor):
    recommended(mia, omar)
    execute("UPDATE network_recommendation SET text = ''")


@found_as("recommendations_written_unless_asked", "gifts_have_their_events")
def a_request_that_was_written(mia, omar, noor):
    asked_for(mia, omar, revision=1)


@found_as("gifts_have_their_events")
def a_recommendation_that_nobody_accepted(mia, omar, noor):
    recommended(mia, omar)
    execute("DELETE FROM network_event WHERE verb = 'approved'")


@found_as("guarantees_stand")
def a_disabled_trigger(mia, omar, noor):
    execute("ALTER TABLE network_event DISABLE TRIGGER event_append_only")


@found_as("guarantees_stand")
def a_dropped_constraint(mia, omar, noor):
    execute("ALTER TABLE network_connection DROP CONSTRAINT connection_mirrored")


@found_as("introductions_of_three")
def introduced_to_oneself(mia, omar, noor):
    introduction(mia, omar, mia)


@found_as("introductions_of_three")
def introduced_to_somebody_elsewhere(mia, omar, noor):
    introduction(mia, omar, PersonFactory())


@found_as("introductions_end_as_they_may")
def passed_on_as_the_invitation_of_others(mia, omar, noor):
    sent = invitation(mia, omar)
    ended = {"status": "passed", "answered_at": START}
    introduction(mia, omar, noor, invitation_id=sent.pk, **ended)


@found_as("introductions_end_as_they_may")
def an_open_request_with_an_end(mia, omar, noor):
    introduction(mia, omar, noor, answered_at=START)


@found_as("one_open_introduction")
def asked_twice(mia, omar, noor):
    introduction(mia, omar, noor)
    introduction(mia, omar, noor)


@found_as("introductions_beside_no_block")
def asked_past_a_block(mia, omar, noor):
    introduction(mia, omar, noor)
    block(noor, omar)


@found_as("introducers_of_one_world")
def introduced_from_elsewhere(mia, omar, noor):
    update("invitation", invitation(mia, omar).pk, introduced_by_id=PersonFactory().pk)


@found_as("dismissals_of_others")
def put_oneself_aside(mia, omar, noor):
    dismissal(mia, mia)


@found_as("dismissals_of_others")
def put_aside_twice(mia, omar, noor):
    dismissal(mia, omar)
    dismissal(mia, omar)


@found_as("forms_sent_once")
def one_form_for_two_requests(mia, omar, noor):
    key = uuid.uuid4()
    introduction(mia, omar, noor, key=key)
    introduction(mia, noor, omar, key=key)


@found_as("mutes_have_a_tie")
def a_mute_of_a_stranger(mia, omar, noor):
    mute(mia, omar)


@found_as("nothing_beside_a_block", "mutes_have_a_tie")
def a_mute_beside_a_block(mia, omar, noor):
    mia.block(omar)
    mute(mia, omar)


@found_as("reports_about_authors")
def a_report_about_somebody_else(mia, omar, noor):
    report(mia, omar, kind="post", post_id=publish(noor).pk)


@found_as("reports_about_authors")
def a_report_of_somebody_elses_message(mia, omar, noor):
    talking(noor, omar)
    report(mia, noor, kind="message", message_id=noor.messages_written.get().pk)


@found_as("reports_about_authors")
def a_report_across_worlds(mia, omar, noor):
    report(mia, PersonFactory())


@found_as("reports_decided_once")
def a_report_without_a_decision(mia, omar, noor):
    report(mia, omar, state="dismissed")


@found_as("reports_decided_once")
def two_open_reports(mia, omar, noor):
    report(mia, omar)
    report(mia, omar)


@found_as("who_left_only_received")
def somebody_who_left_and_follows(mia, omar, noor):
    talking(mia, omar)
    omar.remove()
    follow(mia.conversations.get().other, mia)


@found_as("who_left_only_received")
def somebody_who_left_for_nothing(mia, omar, noor):
    PersonFactory(world=mia.world, kind="departed")


@found_as("shares_show_originals")
def a_share_of_a_share(mia, omar, noor):
    share(mia, Post.objects.share(omar, publish(omar).pk, "Look", "followers"))


@found_as("shares_show_originals")
def a_post_that_shares_and_is_no_share(mia, omar, noor):
    post(mia, shared_id=publish(omar).pk)


@found_as("shares_show_originals")
def a_share_of_another_world(mia, omar, noor):
    share(mia, publish(PersonFactory()))


@found_as("words_inside_one_world")
def a_mention_of_somebody_elsewhere(mia, omar, noor):
    mention(publish(mia), PersonFactory(), world=mia.world)


@found_as("words_inside_one_world")
def a_mention_in_a_comment_on_another_post(mia, omar, noor):
    said = Post.objects.comment(mia, publish(mia).pk, "How?")
    mention(publish(mia), omar, comment=said)


@found_as("words_inside_one_world")
def a_tag_of_a_post_elsewhere(mia, omar, noor):
    hashtag(publish(PersonFactory()), world=mia.world)


@found_as("words_inside_one_world")
def a_tag_followed_from_another_world(mia, omar, noor):
    tag_follow(PersonFactory(), world=mia.world)


@found_as("words_once")
def a_tag_twice(mia, omar, noor):
    hashtag(publish(mia, "#tide"))


@found_as("words_once")
def a_person_mentioned_twice(mia, omar, noor):
    mention(publish(mia, "@omar"), omar)
    mention(Post.objects.get(), omar)


@found_as("words_once")
def a_tag_followed_twice(mia, omar, noor):
    tag_follow(mia)
    tag_follow(mia)


@found_as("words_once")
def a_tag_of_two_words(mia, omar, noor):
    hashtag(publish(mia), "high tide")
