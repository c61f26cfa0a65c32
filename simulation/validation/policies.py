"""Whether good practice pays and tricks do not: scripted learners against the measured crowd.

Each learner writes real notes, which the coach reads, about the situations of the gold notes. How
many of a scenario's objectives they would meet is measured with the scenarios.
"""

from collections import defaultdict
from dataclasses import replace
from itertools import cycle
from statistics import fmean

from ..coaching.facts import Register
from ..coaching.review import review
from ..deciding.explaining import changes, tenths
from ..deciding.facts import Engagement, History, Showing, Tie
from .checks import Check
from .gold import situations
from .population import PLAIN, answers, crowd

PEOPLE, FEW_PEOPLE = 6_000, 1_200
PITCH = (
    "Hello! We offer the best career coaching at a special price, only this week. Book your call "
    "now at www.coach.example and boost your success!"
)
TEXTS = [
    "{hello}, your post on {topic} helped me with my own work. I am a {who}. Could I ask you one "
    "question about it? No rush, and thank you.",
    "{hello}, I read what you wrote about {topic} and tried it last week. As a {who} I learned a "
    "lot from it. May I ask one short question? Thank you, and only if you have time.",
    "{hello}, {topic} is what I am learning about as a {who}, and your post made it clear to me. "
    "Would you answer one small question? Thanks, whenever it suits you.",
]


def checks(short=False):
    """P1, P2, P5 and P6; `short` takes fewer people."""
    people = crowd(FEW_PEOPLE if short else PEOPLE)
    given = {name: answers(people, facts_of()) for name, facts_of in POLICIES.items()}
    mean = {name: fmean(answer.p for answer in theirs) for name, theirs in given.items()}
    advised = _with_first_advice(people, given["naive"])
    return [
        Check("P1", "textbook − naive: mean chance", 0.30, 1, mean["textbook"] - mean["naive"]),
        Check("P1", "naive − spammer: mean chance", 0, 1, mean["naive"] - mean["spammer"]),
        Check("P2", "gamer − naive: mean chance", -1, 0.05, mean["gamer"] - mean["naive"]),
        Check("P5", "naive with the first advice − without", 0.10, 1, advised - mean["naive"]),
        Check("P6", "said n in 10 − what came: mean size", 0, 0.03, _calibration_error(given)),
    ]


def textbook():
    """Takes part first, asks friends of friends, and writes to each of them."""
    notes = cycle(_textbook_notes())
    return lambda one: one.facts(
        profile=Showing(completeness=1.0, avatar_set=True),
        tie=Tie(mutual=one.friend_of_friend.mutual, groups=1, active_in_group=True),
        engagement=Engagement(commented=2.0, followed=5.0),
        note=next(notes),
    )


def naive():
    """Invites anybody, without a note."""
    return lambda one: one.facts(tie=one.outreach)


def spammer():
    """The same pitch to everybody, all at once."""
    note = _judged(PITCH, next(iter(situations().values())), earlier=(PITCH,))
    many = History(pending=30, sent_today=25)
    return lambda one: one.facts(tie=one.outreach, note=note, history=many)


def gamer():
    """Piles up all that is known of somebody, and praises."""
    notes = cycle([_judged(_piled_up(facts), facts) for facts in situations().values()])
    return lambda one: one.facts(tie=one.outreach, note=next(notes), profile=PLAIN)


POLICIES = {"textbook": textbook, "naive": naive, "spammer": spammer, "gamer": gamer}


def _textbook_notes():
    earlier, found = (), []
    with_posts = [facts for facts in situations().values() if facts.recipient.posts]
    for text, facts in zip(cycle(TEXTS), with_posts, strict=False):
        note = text.format(
            hello=_greeting(facts.recipient),
            topic=facts.recipient.posts[0].topic,
            who=facts.sender.headline.split(",")[0].lower(),
        )
        found.append(_judged(note, facts, earlier=earlier[-2:]))
        earlier += (note,)
    return found


def _greeting(recipient):
    if recipient.register == Register.TITLE_SURNAME and recipient.title:
        return f"Dear {recipient.title} {recipient.name.split()[-1]}"
    return f"Hi {recipient.name.split()[0]}"


def _piled_up(facts):
    him = facts.recipient
    known = [*him.schools, *him.employers, *him.groups, *him.skills]
    return f"Amazing, brilliant, outstanding {him.name.split()[0]}! {', '.join(known)}. Connect!"


def _judged(text, facts, earlier=()):
    return review(text, replace(facts, earlier=earlier)).judgement


def _with_first_advice(people, given):
    """The mean chance when each does the first thing that their debrief advises."""
    facts_of = naive()
    first = [changes(facts_of(one), answer)[:1] for one, answer in zip(people, given, strict=True)]
    return fmean(
        change[0].p if change else answer.p for change, answer in zip(first, given, strict=True)
    )


def _calibration_error(given):
    """By how much the n in 10 that is said misses what came, over all that was said."""
    said = defaultdict(list)
    for answer in (answer for theirs in given.values() for answer in theirs):
        said[tenths(answer.p)].append(answer.outcome.is_accepted)
    sizes = sum(map(len, said.values()))
    return sum(abs(fmean(came) - n / 10) * len(came) for n, came in said.items()) / sizes
