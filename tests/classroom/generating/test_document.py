"""A made world as a scenario file: it is right, it reads well, and it is the same everywhere."""

import re
import subprocess
import sys
from collections import Counter

import pytest

from classroom.generating.document import document
from classroom.generating.society import gather
from classroom.scenario_file import AT_HAND, read
from classroom.scenario_file.writing import write

SIZE, SEED = 60, 7
SAY = f"""
import django, hashlib
django.setup()
from classroom.generating.document import document
from classroom.scenario_file.writing import write
print(hashlib.sha256(write(document({SIZE}, {SEED})).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def content():
    return document(SIZE, SEED)


@pytest.fixture(scope="module")
def scenario(content):
    return read(write(content).encode())


@pytest.fixture(scope="module")
def texts(scenario):
    found = []
    for person in scenario.people:
        found += [person.headline, person.about, *(job.text for job in person.experience)]
        for post in person.posts:
            found += [post.text, *(remark.text for remark, _above in post.remarks)]
    found += [said.text for said in scenario.recommendations]
    found += [job.text for job in scenario.jobs]
    found += [invited.note for invited in scenario.learner.invited_by]
    return [*filter(None, found), scenario.description, scenario.learner.about]


def test_the_same_file_comes_out_of_every_process():
    hashes = {
        subprocess.run(
            [sys.executable, "-c", SAY],
            env={"DJANGO_SETTINGS_MODULE": "netsim.settings", "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in [("1", "Asia/Tokyo"), ("2", "America/Lima")]
    }

    assert len(hashes) == 1


def test_the_file_says_what_grew(scenario):
    society = gather(SIZE, SEED)
    handles = {human.number: human.handle for human in society.people}
    grown = {frozenset((handles[tie.asker], handles[tie.asked])) for tie in society.log}

    assert {frozenset(one.between) for one in scenario.connections} == grown
    assert sum(not person.is_employer for person in scenario.people) == SIZE


def test_everybody_says_who_they_are(scenario):
    for person in scenario.people:
        assert person.headline
        assert person.about
        assert person.location
        assert person.industry
        if not person.is_employer:
            assert person.experience
            assert person.education
            assert len(person.skills) >= 4


def test_people_work_at_employers_who_are_there(scenario):
    employers = {person.handle for person in scenario.people if person.is_employer}

    for person in scenario.people:
        assert {job.employer for job in person.experience} <= employers


def test_no_template_shows_through(texts):
    for text in texts:
        assert not re.search(r"[{}\[\]<>|]", text), text


def test_sentences_are_whole(texts):
    for text in texts:
        assert not re.search(r"[.?,;:][.?,;:]|\s[.,;?]|  ", text), text
        assert not re.search(r"[.?] [a-z]", text), text
        assert text[0].isupper() or text[0].isdigit() or text[0] == '"', text


def test_nobody_writes_what_was_written(scenario):
    times = Counter(post.text for person in scenario.people for post in person.posts)

    assert len(times) > SIZE
    assert max(times.values()) == 1


def test_somebody_writes_about_a_job_while_they_have_it(scenario):
    for person in scenario.people:
        if person.experience:
            began = max(job.start for job in person.experience)
            days = (2027 - int(began[:4])) * 365 - (int(began[5:]) - 1) * 30 + 4
            own = [post for post in person.posts if not post.group]
            assert all(post.ago / 86_400 <= days for post in own), person.handle


def test_a_learner_begins_with_something_of_everything(scenario):
    learner = scenario.learner

    assert learner.headline
    assert learner.connections
    assert learner.groups
    assert [(invited.how, invited.approach) for invited in learner.invited_by] == [
        ("classmate", "relevant"),
        ("unknown", "relevant"),
        ("unknown", "irrelevant"),
    ]
    employers = {person.handle for person in scenario.people if person.is_employer}
    assert employers & {tie.who for tie in learner.follows}


@pytest.mark.parametrize("seed", range(12))
def test_who_invites_with_nothing_in_common_has_nothing_in_common(seed):
    scenario = read(write(document(60, seed)).encode())
    learner, people = scenario.learner, {person.handle: person for person in scenario.people}
    [stranger] = [each.sender for each in learner.invited_by if each.approach == "irrelevant"]
    pairs = {frozenset(tie.between) for tie in scenario.connections}

    assert not [tie.who for tie in learner.connections if {tie.who, stranger} in pairs]
    schools = {study.school for study in people[stranger].education}
    assert schools.isdisjoint(study.school for study in learner.education)
    for group in scenario.groups:
        seats = {seat.who for seat in (*group.moderators, *group.members)}
        assert group.handle not in learner.groups or stranger not in seats
    assert people[stranger].industry != learner.industry


def test_a_learner_shares_a_school_with_whom_they_know(scenario):
    people = {person.handle: person for person in scenario.people}
    [mine] = {study.school for study in scenario.learner.education}

    for tie in scenario.learner.connections:
        assert mine in {study.school for study in people[tie.who].education}


@pytest.mark.parametrize("seed", range(6))
def test_the_smallest_worlds_are_right_as_well(seed):
    assert read(write(document(10 + seed, seed)).encode())


@pytest.mark.slow
@pytest.mark.parametrize("people", [300, 1900])
def test_large_worlds_are_right_as_well(people):
    limits = {} if people == 300 else {"limits": AT_HAND}

    assert read(write(document(people, SEED)).encode(), **limits)
