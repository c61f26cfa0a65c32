"""Messages to simulated people are answered, once each and once a day at most."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from network.models import Message
from simulation.chance import Luck
from simulation.living.messaging import _said
from simulation.living.words import messages
from simulation.models import Approach
from tests.factories import job
from tests.simulation.moves import days

pytestmark = pytest.mark.django_db


def answers(friend):
    return list(Message.objects.filter(author=friend).order_by("pk"))


def test_a_message_gets_one_answer(world, mia, friend):
    mia.write(friend, "Good morning. What would you learn first?")
    days(world, 9)
    days(world, 9)
    assert len(answers(friend)) == 1


def test_several_messages_get_one_answer(world, mia, friend):
    for text in ("Good morning.", "One more thing.", "What would you learn first?"):
        mia.write(friend, text)
    days(world, 9)
    assert len(answers(friend)) == 1


def test_answers_are_a_day_apart_and_none_is_forgotten(world, mia, friend):
    for number in range(3):
        mia.write(friend, f"Question {number}: what would you learn first?")
        while len(answers(friend)) == number:
            days(world, 0.25)
    at = [each.at for each in answers(friend)]
    assert all(later - earlier >= timedelta(days=1) for earlier, later in pairwise(at))
    assert len({each.text for each in answers(friend)}) == 3


def test_after_a_block_nothing_is_answered(world, mia, friend):
    mia.write(friend, "What would you learn first?")
    days(world, 0)
    mia.block(friend)
    days(world, 9)
    assert not answers(friend)


def test_who_answered_the_note_of_an_open_invitation_is_answered(world, mia, omar, persona):
    omar.invite(mia, "unknown", "Shall we connect?")
    mia.write(omar, "Where do we know each other from?")
    days(world, 9)
    assert len(answers(omar)) == 1


def test_who_was_accepted_writes(sure, world, mia, omar, persona):
    sure(welcome__base=9)
    omar.invite(mia, "unknown").accept()
    days(world, 9)
    assert len(answers(omar)) == 1


def test_who_sells_goes_on_selling(world, mia, omar, persona):
    sent = omar.invite(mia, "unknown", "Buy")
    Approach.objects.create(
        world=world, person=omar, learner=mia, label="scam", at=world.now, invitation=sent
    )
    sent.accept()
    days(world, 9)
    mia.write(omar, "Is there no job in it, then?")
    days(world, 9)
    said = [each.text for each in answers(omar)]
    assert len(said) == 2
    assert len(set(said)) == 2


@pytest.mark.parametrize(
    ("text", "bank"),
    [
        ("Could you introduce me to Noor?", messages.of_introductions),
        ("Is there a job where you work?", messages.of_no_work),
        ("Could you tell me about an opening", messages.of_no_work),
        ("I enjoy my job. It was nice to meet you.", messages.of_news),
        ("Let me introduce myself. Could I ask one thing?", messages.of_a_question),
        ("Shall we have a call?", messages.of_time),
        ("How did you begin?", messages.of_their_way),
        ("How did you move from ward clerk to coordinator?", messages.of_their_way),
        ("May I ask why you changed from the kitchen?", messages.of_their_way),
        ("How would you start with such a list?", messages.of_a_question),
        ("Thank you, that helped.", messages.of_thanks),
        ("I have begun at the port.", messages.of_news),
    ],
)
def test_an_answer_is_about_what_was_written(text, bank):
    assert messages._about("Is there a job?", {"job": "Planner"}) == messages.of_open_work
    assert messages._about(text, {}) == bank


def test_who_tells_of_their_way_names_the_work_before(mia, omar):
    job(omar, title="Ward clerk", started_on=date(2012, 4, 1), ended_on=date(2015, 4, 1))
    job(omar, title="Coordinator", started_on=date(2015, 4, 1), ended_on=date(2019, 4, 1))
    job(omar, title="Head of projects", started_on=date(2019, 4, 1))

    assert _said(omar, mia)["before"] == "Coordinator"


def test_who_works_nowhere_now_names_no_work_that_came_before_it(mia, omar):
    job(omar, title="Ward clerk", started_on=date(2012, 4, 1), ended_on=date(2015, 4, 1))

    assert not _said(omar, mia)["before"]


@pytest.mark.parametrize("label", messages.PUSHING)
def test_the_first_words_of_a_seller_answer_nothing(label):
    lucks = [Luck(7, 1, "dana", attempt) for attempt in range(30)]
    first = {messages.push(label, luck) for luck in lucks}

    assert first == set(map(str, messages.OPENERS[label]))
    assert {messages.push(label, luck, first) for luck in lucks} == set(
        map(str, messages.PUSHES[label])
    )


def test_only_the_answer_to_a_question_is_gone_into():
    lucks = [Luck(7, 1, "omar", attempt) for attempt in range(60)]

    told = [messages.answer("Thank you, that helped.", {}, luck, [], True) for luck in lucks]

    assert not [each for each in told for more in messages._more() if more in each]
