"""Every sentence of simulated people reads well with every kind of fact."""

import inspect
from itertools import chain, combinations

import pytest

from network.references import refers
from simulation.chance import Luck
from simulation.living import words
from simulation.living.strangers import STRANGERS
from simulation.living.words import (
    comments,
    messages,
    notes,
    posts,
    recommendations,
    things,
    unwanted,
)
from simulation.models import Persona
from tests.factories import EmployerFactory, PersonFactory

FACTS = {
    "topic": "We returned most of the lost umbrellas",
    "work": "Transport planner",
    "before": "Ward clerk",
    "employer": "Saltmark & Sons",
    "skill": "Rotas",
    "school": "Selmouth Polytechnic",
    "group": "Holding several ends",
    "post": "Late loads last month",
    "job": "Customs assistant",
    "contact": "Rosa Petrakis",
    "mutual": "Anton Diallo",
    "target": "João Whitcombe",
    "name": "Mia Lund",
    "industry": "Food production",
    "place": "Saltmark & Sons",
    "thing": "Tuesday stock count",
    "n": 7,
    "day": "Friday",
}
LEFT_OVER = ("%", "None", "  ", " .", " ,", "“”", "()", "( ", "!!", "lambda")
LUCKS = [Luck(7, 1, "omar", attempt) for attempt in range(1, 40)]
ALWAYS = {"name", "target", "thing", "n", "day", "topic"}  # known wherever they are named


def banks():
    """Each function of the words that gives a list of sentences."""
    found = {}
    for module in (comments, messages, notes, posts, recommendations):
        for name, bank in vars(module).items():
            if inspect.isfunction(bank) and bank.__module__ == module.__name__:
                arguments = list(inspect.signature(bank).parameters)
                if arguments in ([], ["said"]):
                    found[f"{module.__name__.split('.')[-1]}.{name}"] = bank(
                        *({} for _ in arguments)
                    )
    return found


def known(always=ALWAYS):
    """All facts, none but what is always known, and all but each."""
    optional = [name for name in FACTS if name not in always]
    without = chain([optional, []], ([name] for name in optional), combinations(optional, 2))
    for missing in without:
        yield {name: "" if name in missing else value for name, value in FACTS.items()}


@pytest.mark.parametrize(("name", "bank"), banks().items())
def test_a_sentence_reads_well_with_what_is_known(name, bank):
    about_jobs = name in ("messages.lead", "messages.received")
    for said in known(ALWAYS | {"job", "employer"} if about_jobs else ALWAYS):
        there = words.fitting(bank, said)
        assert there, (name, said)
        for sentence in there:
            clean(sentence % said)


def clean(text):
    assert text == text.strip()
    assert [left for left in LEFT_OVER if left in text] == []
    assert not text or text[0].isupper() or text[0] in "“%"
    assert not text or text[-1] in ".?…"


@pytest.mark.parametrize(("name", "bank"), banks().items())
def test_there_are_several_and_none_twice(name, bank):
    assert len(bank) >= 2
    assert len(set(bank)) == len([each for each in bank if each]) + ("" in bank)


WHOLE = {
    "a remark": lambda said, luck: [comments.say(comments.remarks(said), said, luck)],
    "a relevant note": lambda said, luck: notes.relevant(said, luck, 1),
    "an irrelevant note": notes.irrelevant,
    "a note of a recruiter": notes.contact,
    "a recommendation": lambda said, luck: [recommendations.text(said, luck)],
    "why there is none": lambda said, luck: [recommendations.not_yet(said, luck)],
    "a welcome": lambda said, luck: [messages.welcome(said, luck)],
    "a lead": lambda said, luck: [messages.lead(said, luck)],
    "news of a job": lambda said, luck: [messages.contact(said, luck)],
    "an answer": lambda said, luck: [messages.answer("How did you begin?", said, luck, [], True)],
    "a short answer": lambda said, luck: [messages.answer("I began.", said, luck, [], False)],
    "a sale": lambda said, luck: [messages.push("spam", luck)],
    "a fraud": lambda said, luck: [messages.push("scam", luck)],
    "news of a letter": lambda said, luck: messages.received_notes(said, luck),
    "of a connection": lambda said, luck: [messages.received(said, luck)],
    "no introduction": lambda said, luck: [messages.no_introduction(said, luck)],
}


OF_JOBS = [WHOLE[name] for name in ("a lead", "news of a letter", "of a connection")]


@pytest.mark.parametrize("say", WHOLE.values(), ids=WHOLE)
def test_what_is_put_together_reads_well(say):
    for said in known(ALWAYS | {"job", "employer"} if say in OF_JOBS else ALWAYS):
        for luck in LUCKS[:5]:
            for text in say(said, luck):
                clean(text)


@pytest.mark.parametrize("say", WHOLE.values(), ids=WHOLE)
def test_it_varies_with_the_luck(say):
    assert len({say(FACTS, luck)[0] for luck in LUCKS}) >= 2


@pytest.mark.parametrize("name", [each for each in banks() if each.startswith(("comm", "posts"))])
@pytest.mark.parametrize("named", ["@mia ", "#tag ", "https://x.example "])
def test_what_others_read_refers_to_nobody(name, named):
    said = {each: f"{named}{value}" for each, value in FACTS.items()} | {"thing": "x", "day": "x"}
    there = words.fitting(banks()[name], said)
    assert there
    assert not any(refers(sentence % said) for sentence in there)


def test_what_was_said_is_not_said_again_while_there_is_something_else():
    said, bank = FACTS, comments.remarks(FACTS)
    taken = []
    for _number in range(len(bank)):
        taken.append(comments.say(bank, said, LUCKS[0], taken))
    assert len(set(taken)) == len(bank)


def authors():
    for industry in [names[0] for names, _things in things.FIELDS] + ["", "Charity"]:
        for role in ("peer", "recruiter", "influencer", "senior_leader", "hiring_manager"):
            person = PersonFactory.build(handle="omar", industry=industry, world=None)
            person.persona = Persona(role=role)
            yield person
        yield EmployerFactory.build(handle="office", industry=industry, world=None)


@pytest.mark.parametrize(
    "missing", [[], ["job", "contact"], ["skill"], ["employer", "job"], list(FACTS)]
)
def test_posts_read_well_and_do_not_repeat_themselves(missing):
    said = {name: FACTS[name] for name in ("work", "employer", "skill", "job", "contact")}
    said |= dict.fromkeys([name for name in missing if name in said], "")
    for author in authors():
        for group in ("", "Plain words"):
            lately = []
            for number, luck in enumerate(LUCKS[:8]):
                text = posts.text(author, said | {"group": group}, luck, LUCKS[0], number, lately)
                for part in text.split("\n\n"):
                    clean(part)
                lately.insert(0, text)
            assert len({text.split("\n\n")[0] for text in lately}) == 8
            stems = {text[:20] for text in lately}
            assert len(stems) >= 6


@pytest.mark.parametrize(
    ("industry", "field"),
    [
        ("Hospitality", "hospitality"),
        ("Hospital", "health"),
        ("Health care", "health"),
        ("Career advice", "recruit"),
        ("Customer support", None),
        ("", None),
    ],
)
def test_the_field_is_that_of_the_longest_word(industry, field):
    author = EmployerFactory.build(handle="office", industry=industry, world=None)
    banks = {names[0]: bank for names, bank in things.FIELDS}
    assert things.things_of(author) == list(map(str, banks.get(field, things.ANYWHERE)))


@pytest.mark.parametrize(
    ("role", "bank"), [("recruiter", "recruiters"), ("influencer", "influencers")]
)
def test_who_speaks_of_tools_and_ideas_speaks_so_in_groups_too(role, bank):
    author = PersonFactory.build(handle="omar", industry="Logistics", world=None)
    author.persona = Persona(role=role)
    frames = posts._frames(author, FACTS | {"group": "Plain words"})
    assert set(frames) <= set(getattr(posts, f"of_{bank}")())
    assert not [frame for frame in frames if "%(job)s" in frame]


def test_a_post_names_one_day_and_no_other():
    days = [str(day) for day in posts.DAYS]
    for author in authors():
        for number, luck in enumerate(LUCKS):
            text = posts.text(author, FACTS | {"group": ""}, luck, LUCKS[0], number, [])
            assert len([day for day in days if day in text]) <= 1, text


def test_things_can_be_named_and_fit_the_field():
    planner = PersonFactory.build(handle="omar", industry="Logistics", world=None)
    planner.persona = Persona(role="peer")
    text = posts.text(planner, FACTS | {"group": ""}, LUCKS[0], LUCKS[1], 0, [])
    named = [thing % {"day": day} for thing in things.things_of(planner) for day in posts.DAYS]
    assert any(thing in text for thing in named)


def test_nothing_real_is_named_by_who_sells_or_deceives():
    for profile in chain(*STRANGERS.values()):
        for note in profile.notes():
            assert note.count("https://") + note.count("@") == note.count(".example")
    sellers = [
        each
        for each in vars(unwanted).values()
        if inspect.isfunction(each) and each.__module__ == unwanted.__name__
    ]
    assert len(sellers) == len(list(chain(*STRANGERS.values())))
