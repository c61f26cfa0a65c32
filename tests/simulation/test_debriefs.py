"""Bets, and what their senders may know of the answers."""

from datetime import timedelta

import pytest

from network.errors import Gone
from network.models import Education, Event, Invitation, Person
from simulation import debriefing
from simulation.debriefing import Told
from simulation.errors import AlreadyOpen, NeverDecided, NobodyDecides, NotDecided
from simulation.models import Debrief, Decision, Persona, Prediction
from simulation.similar import similar
from simulation.situation import situation_of
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    connect,
    found,
    job,
    works_at,
)
from tests.simulation.moves import answered, days, lucky

pytestmark = pytest.mark.django_db
SILENT = ("ignore", "decline", "unknown")


@pytest.fixture
def sent(mia, omar, persona):
    return mia.invite(omar, "unknown", "Hello Omar, I read your post.")


def predict(invitation, tenths):
    return Prediction.objects.predict(invitation, tenths)


def unseal(invitation):
    Debrief.objects.open(invitation)


def verbs(world):
    return list(Event.objects.filter(world=world).order_by("pk").values_list("verb", flat=True))


def told(me, invitation):
    return Told(debriefing.sent_by(me).get(pk=invitation.pk))


def decided(monkeypatch, invitation, outcome):
    lucky(monkeypatch, outcome)
    days(invitation.world, 22)
    return Decision.objects.get(invitation=invitation)


def test_a_bet_is_kept_and_can_be_changed(sent, world):
    predict(sent, 3)
    predict(sent, 3)
    days(world, 1)
    predict(sent, 5)

    bet = Prediction.objects.get()
    assert (bet.invitation, bet.tenths) == (sent, 5)
    assert bet.at == sent.sent_at + timedelta(days=1)
    bets = [verb for verb in verbs(world) if verb == "predicted"]
    assert len(bets) == 2


@pytest.mark.parametrize("outcome", SILENT)
def test_a_silent_answer_leaves_the_bet_open_as_if_none_had_come(monkeypatch, sent, outcome):
    decided(monkeypatch, sent, outcome)

    assert predict(sent, 4).tenths == 4


@pytest.mark.parametrize("outcome", SILENT)
def test_once_opened_the_bet_stands(monkeypatch, sent, outcome):
    predict(sent, 4)
    decided(monkeypatch, sent, outcome)
    unseal(sent)

    with pytest.raises(AlreadyOpen):
        predict(sent, 1)
    assert Prediction.objects.get().tenths == 4


@pytest.mark.parametrize("outcome", ["accept", "accept_and_reply"])
def test_an_acceptance_opens_by_itself(monkeypatch, mia, sent, outcome):
    decided(monkeypatch, sent, outcome)

    assert told(mia, sent).is_explained
    with pytest.raises(AlreadyOpen):
        predict(sent, 9)
    unseal(sent)
    assert not Debrief.objects.exists()


def test_opening_is_done_once(monkeypatch, mia, world, sent):
    decided(monkeypatch, sent, "decline")
    assert not told(mia, sent).is_explained
    unseal(sent)
    days(world, 1)
    unseal(sent)

    assert told(mia, sent).is_explained
    assert Debrief.objects.get().at < world.now
    assert verbs(world).count("debriefed") == 1


def test_what_nobody_decided_stays_closed(world, sent):
    for _moment in ("unnoticed", "due"):
        with pytest.raises(NotDecided):
            unseal(sent)
        days(world, 0)
    assert not Debrief.objects.exists()
    assert predict(sent, 2)


def test_what_ended_before_is_not_explained(mia, world, sent):
    sent.withdraw()

    with pytest.raises(NeverDecided):
        unseal(sent)
    assert told(mia, sent).is_taken_back


def test_words_back_cost_no_query_each(monkeypatch, mia, sent, django_assert_num_queries):
    decided(monkeypatch, sent, "ignore")
    it = told(mia, sent)
    with django_assert_num_queries(0):
        assert str(it.happened) == "They saw it and stayed silent."


def test_what_waited_too_long_before_one_came_is_never_decided(mia, omar, persona):
    ago = mia.joined_at - timedelta(days=40)
    old = Invitation.objects.create(
        world=mia.world, sender=mia, recipient=omar, how="friend", sent_at=ago
    )
    Event.objects.create(
        world=mia.world, actor=mia, verb="invited", target=omar, invitation=old, at=ago
    )
    days(mia.world, 1)

    with pytest.raises(NeverDecided):
        unseal(old)


@pytest.mark.parametrize("outcome", SILENT)
def test_taking_back_looks_the_same_whatever_was_decided(monkeypatch, mia, sent, outcome):
    decided(monkeypatch, sent, outcome)
    sent.refresh_from_db()
    sent.withdraw()

    it = told(mia, sent)
    assert (it.is_sealed, it.is_taken_back, it.is_explained) == (True, True, False)
    unseal(sent)
    assert told(mia, sent).is_explained


def test_what_the_recipient_s_own_invitation_ended_is_not_taken_back(monkeypatch, mia, omar, sent):
    decided(monkeypatch, sent, "decline")
    days(mia.world, 22)
    omar.invite(mia, "unknown").accept()

    assert not told(mia, sent).is_taken_back


def test_an_invitation_that_crossed_another_was_not_weighed(mia, omar, sent):
    omar.invite(mia, "friend")
    days(mia.world, 22)

    it = told(mia, sent)
    assert (it.accepted, it.is_explained, it.is_sealed) == (True, False, False)
    with pytest.raises(AlreadyOpen):
        predict(sent, 9)


def test_learners_decide_for_themselves(mia, world):
    sent = mia.invite(LearnerFactory(world=world), "friend")

    with pytest.raises(NobodyDecides):
        predict(sent, 5)
    assert not told(mia, sent).is_sealed


@pytest.mark.parametrize("by", ["mia", "omar"])
def test_after_a_block_nothing_is_told(monkeypatch, mia, omar, sent, by):
    decided(monkeypatch, sent, "ignore")
    {"mia": mia, "omar": omar}[by].block({"mia": omar, "omar": mia}[by])

    for act in (unseal, lambda one: predict(one, 5)):
        with pytest.raises(Gone):
            act(sent)
    assert not debriefing.sent_by(mia).exists()


def test_bets_and_debriefs_go_with_either_person(monkeypatch, mia, omar, sent):
    predict(sent, 5)
    decided(monkeypatch, sent, "ignore")
    unseal(sent)
    omar.remove()

    assert not Prediction.objects.exists()
    assert not Debrief.objects.exists()


def test_too_late_is_told_as_such(monkeypatch, mia, sent):
    lucky(monkeypatch, "accept")
    monkeypatch.setattr("simulation.answering.answered_at", lambda *_: None)
    days(mia.world, 30)
    unseal(sent)

    it = told(mia, sent)
    assert str(it.happened) == "They did not come to it within three weeks."
    assert "I was away" in it.voice
    assert str(it.luck).startswith("Nobody weighed")


def test_bets_are_judged_once_they_are_open(monkeypatch, mia, omar, sent):
    predict(sent, 10)
    assert debriefing.judgement_of(mia) == {}
    decision = decided(monkeypatch, sent, "ignore")
    assert debriefing.judgement_of(mia) == {}  # a silent no shows nowhere
    unseal(sent)

    found = debriefing.judgement_of(mia)
    assert found["many"] == 1
    assert found["score"] == pytest.approx((1 - decision.p) ** 2)
    assert found["words"].startswith("Too few to say: 1 open")
    assert debriefing.judgement_of(omar) == {}


@pytest.mark.parametrize("outcome", ["accept", *SILENT])
def test_every_reason_shown_rests_on_sources(monkeypatch, mia, sent, outcome):
    decided(monkeypatch, sent, outcome)
    unseal(sent)

    grades = [source.grade for source, _words in told(mia, sent).evidence]
    assert grades == sorted(grades)
    assert len(grades) >= 2


# In their own words


def situation(monkeypatch, mia, invitation, reason, outcome="ignore"):
    decided(monkeypatch, invitation, outcome)
    unseal(invitation)
    return situation_of(told(mia, invitation), reason)


def test_they_name_what_stood_between_the_two(monkeypatch, world, mia, omar, persona):
    lena = PersonFactory(world=world, name="Lena Ortiz")
    for person in (mia, omar):
        connect(person, lena)
        Education.objects.create(person=person, school="Wend Valley", started_in=2020)
    found(omar, "Pilots").join(mia)
    works_at(omar, EmployerFactory(world=world, name="Tideline"))
    Person.objects.update(industry="Freight", location="Selmouth")
    mia.refresh_from_db()

    named = situation(monkeypatch, mia, mia.invite(omar, "friend"), "school")

    assert (named.both, named.school, named.group) == ("Lena Ortiz", "Wend Valley", "Pilots")
    assert (named.team, named.employer, named.past) == ("Tideline", "", "")
    assert (named.field, named.city) == ("Freight", "Selmouth")
    assert (named.quote, named.full, named.open) == ("", "", "")


def test_a_work_place_of_both_is_named_as_what_it_is(monkeypatch, mia, omar, persona):
    job(mia, employer_name="harbour", ended_on="2022-01-01")
    works_at(omar, EmployerFactory(world=mia.world, name="Harbour"))

    named = situation(monkeypatch, mia, mia.invite(omar, "colleague"), "past_employer")

    assert (named.employer, named.past, named.claim) == ("", "harbour", "")


def test_what_is_no_employer_of_the_world_is_no_place_to_name(monkeypatch, mia, omar, persona):
    """Two who are self-employed are no colleagues, and nobody applies there."""
    for person in (mia, omar):
        job(person, employer_name="Self-employed")

    named = situation(monkeypatch, mia, mia.invite(omar, "unknown"), "employer")

    assert (named.team, named.employer, named.past) == ("", "", "")


def test_beside_their_own_work_the_employer_is_named(monkeypatch, mia, omar, persona):
    harbour = EmployerFactory(world=mia.world, name="Harbour")
    for person in (mia, omar):
        job(person, employer_name="Self-employed")
        works_at(person, harbour)

    named = situation(monkeypatch, mia, mia.invite(omar, "unknown"), "employer")

    assert (named.team, named.employer, named.past) == ("Harbour", "Harbour", "")


def test_nobody_is_named_whom_the_sender_cannot_see_any_more(monkeypatch, mia, omar, persona):
    lena = PersonFactory(world=mia.world)
    connect(mia, lena)
    connect(omar, lena)
    sent = mia.invite(omar, "unknown")
    assert situation(monkeypatch, mia, sent, "mutual", "accept").both == lena.name

    lena.block(mia)
    assert situation_of(told(mia, sent), "mutual").both == ""


SHAME = "Shame on you, Dr. Reyes, and on us"
TIMES = "Of 4.5 reasons I say shame on you 4.5 times"


@pytest.mark.parametrize(
    ("note", "reason", "quote"),
    [
        ("Shame on you people. Hi Omar.", "rude", "Shame on you people"),
        (f"Hi, {'well ' * 12}shame on you", "rude", "shame on you"),
        (f"Shame on you {'so ' * 30}", "rude", f"Shame on you{' so' * 15} …"),
        ("Hi Omar. Shame on you, Dr. Reyes, and on us.", "rude", SHAME),
        ("Hi Omar. Of 4.5 reasons I say shame on you 4.5 times.", "rude", TIMES),
        ("Dear [Name], may I ask you one question?", "placeholder", "[Name]"),
        ("Hi Omar, may I ask you one question?", "note", ""),
        ("", "note", ""),
    ],
)
def test_they_quote_what_the_reason_is_about(monkeypatch, mia, omar, persona, note, reason, quote):
    assert situation(monkeypatch, mia, mia.invite(omar, "unknown", note), reason).quote == quote


def test_what_was_good_in_a_note_is_quoted(monkeypatch, mia, omar, persona):
    found(omar, "Green Freight Forum").join(mia)
    note = "Dear Omar. We are both in the Green Freight Forum. May I ask one question?"

    named = situation(monkeypatch, mia, mia.invite(omar, "group", note), "note", "accept")

    assert named.quote == "We are both in the Green Freight Forum"


def test_what_is_said_falsely_of_the_two_is_repeated(monkeypatch, mia, omar, persona):
    named = situation(monkeypatch, mia, mia.invite(omar, "classmate"), "false_claim")
    assert named.claim == "We studied together"


def test_too_many_open_invitations_are_counted(monkeypatch, mia, omar, persona):
    for _number in range(15):
        mia.invite(PersonFactory(world=mia.world), "unknown")
    sent = mia.invite(omar, "unknown")
    answered(sent)
    unseal(sent)

    assert situation_of(told(mia, sent), "flood").open == "16"
    assert told(mia, sent).decision.terms["flood"] < 0


def test_the_same_debrief_has_the_same_words_and_others_have_others(monkeypatch, mia, world):
    people = [like_omar(world, handle=f"peer-{number}") for number in range(12)]
    sent = [mia.invite(person, "unknown", "Hello there, I saw you.") for person in people]
    lucky(monkeypatch, "ignore")
    days(world, 22)
    for one in sent:
        unseal(one)

    said = [told(mia, one).voice for one in sent]

    assert said == [told(mia, one).voice for one in sent]
    assert len(set(said)) > len(said) / 2


# Somebody similar


def like_omar(world, level=1, role="peer", **fields):
    person = PersonFactory(world=world, **fields)
    Persona.objects.create(person=person, role=role, level=level)
    return person


def next_one(mia, omar):
    return similar(mia, omar, omar.persona.traits)


def test_who_is_similar_has_the_role_and_nearly_the_level(world, mia, omar, persona):
    like_omar(world, level=3)
    near = {like_omar(world, level=2), like_omar(world, level=1)}
    other = like_omar(world, role="recruiter")

    assert next_one(mia, omar) in near
    assert next_one(mia, omar) == next_one(mia, omar)
    assert next_one(mia, omar).is_alike
    Persona.objects.exclude(person=other).exclude(person=omar).delete()
    assert next_one(mia, omar) == other
    assert not next_one(mia, omar).is_alike


def test_who_is_similar_works_in_the_same_field(world, mia, omar, persona):
    omar.industry = "Software"
    near = like_omar(world, level=3, industry="Software")
    for _ in range(5):
        like_omar(world, industry="Food production")
    other = like_omar(world, role="recruiter", industry="Software")

    assert next_one(mia, omar) == near
    Persona.objects.filter(person=near).delete()
    assert next_one(mia, omar).industry == "Food production"
    assert next_one(mia, omar) != other


def test_after_each_debrief_somebody_else_is_similar(world, mia):
    people = [like_omar(world, level=1 + number % 2) for number in range(9)]
    alone = [like_omar(world, role=role) for role in ("recruiter", "senior_leader")]

    offered = {person: next_one(mia, person) for person in (*people, *alone)}

    assert all(person != other for person, other in offered.items())
    assert len({offered[person] for person in people}) >= 4
    assert {offered[person].is_alike for person in people} == {True}
    assert {offered[person].is_alike for person in alone} == {False}
    chosen = offered[people[0]]
    mia.invite(chosen, "unknown")
    assert next_one(mia, people[0]) not in (chosen, people[0])
    others = [person for person in people[1:] if offered[person] != chosen]
    assert [next_one(mia, person) for person in others] == [offered[each] for each in others]


@pytest.mark.parametrize("end", ["withdraw", "decline", "say_unknown"])
def test_who_waits_or_barred_me_is_not_similar(world, mia, omar, persona, end):
    other = like_omar(world)
    assert next_one(mia, omar) == other

    getattr(mia.invite(other, "unknown"), end)()

    assert next_one(mia, omar) is None


def test_who_is_similar_can_be_invited(world, mia, omar, persona):
    connected, asked, asking, blocked, blocking = (like_omar(world) for _ in range(5))
    connect(mia, connected)
    mia.invite(asked, "unknown")
    asking.invite(mia, "unknown")
    mia.block(blocked)
    blocking.block(mia)
    assert next_one(mia, omar) is None

    like_omar(PersonFactory().world)
    assert next_one(mia, omar) is None
    stranger = like_omar(world)
    assert next_one(mia, omar) == stranger
