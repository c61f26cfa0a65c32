"""Reacting to posts and writing under them, as far as one sees them."""

import re
from datetime import timedelta
from math import exp

from django.db.models import Exists, OuterRef

from network.models import Connection, Follow, Membership, Person, Post, Reaction

from ..chance import choose
from ..coaching.draft import Draft
from ..coaching.facts import NOBODY
from ..coaching.reading import plain_words
from ..models import Due
from ..reading.profiles import Profiles
from ..words import topic
from . import dues
from .rates import rate
from .shared import Two, known, telling
from .strangers import HANDLES
from .timing import QUICK, soon
from .words import comments

REMEMBERED = timedelta(days=14)
LEAST_WORDS = 5  # of a post that anybody responds to
TO_WRITE = timedelta(minutes=4)
GRAVE = re.compile(
    r"\b(died|death|funeral|grief|grieving|mourn\w*|cancer|suicid\w*|depress\w+|miscarriage|divorce\w*"
    r"|laid off|made redundant|was fired"
    r"|lost my (job|father|mother|wife|husband|son|daughter|home))\b",
    re.IGNORECASE,
)
MILESTONES = {"diploma", "certificate", "passed", "graduated", "promoted", "finished"}
KINDS = [("useful", 6), ("inspiring", 2), ("support", 2)]


def after_learner(world, event):
    """Who responds to a learner's post: the luckiest of those who see it."""
    post = event.post
    if post is None or not (is_worth_a_word(post.text) or is_grave(post.text)):
        return
    people = list(readers(post))
    number = Post.objects.filter(author=post.author, pk__lte=post.pk).count()
    asks = post.community_id and "?" in post.text
    facts = _Facts(post, people)
    lots = [
        (luck.draw("respond"), person, luck)
        for person in people
        for luck in [dues.luck_of(world, person.handle, number)]
        if luck.draw("respond") < facts.chance(person)
    ]
    writers = set()
    for _u, person, luck in sorted(lots, key=_lot)[: rate("respond.most")]:
        at = soon(event.at, person, luck, "respond", QUICK)
        yield dues.after(Due.Kind.REACT, event, person, at, world)
        if luck.draw("respond.comment") < rate("respond.comments"):
            writers.add(person)
            yield dues.after(Due.Kind.COMMENT, event, person, at + TO_WRITE, world)
    if asks:
        yield from _answers(world, event, set(people) - writers, facts, number)


def _answers(world, event, people, facts, number):
    lots = []
    for person in people:
        luck = dues.luck_of(world, person.handle, number)
        chance = rate("answer.match" if facts.fits(person) else "answer.other")
        if luck.draw("answer") < chance:
            lots.append((luck.draw("answer"), person, luck))
    for _u, person, luck in sorted(lots, key=_lot)[: rate("answer.most")]:
        at = soon(event.at, person, luck, "answer", QUICK)
        yield dues.after(Due.Kind.COMMENT, event, person, at, world)


def after_simulated(world, event):
    """A few of those who see the post of somebody simulated, where a learner sees it too."""
    post = event.post
    if post is None or not readers(post, Person.Kind.LEARNER).exists():
        return
    number = Post.objects.filter(author=post.author, pk__lte=post.pk).count()
    lots = []
    for person in readers(post):
        luck = dues.luck_of(world, f"{person.handle} {post.author.handle}", number)
        if luck.draw("respond") < rate("respond.others"):
            lots.append((luck.draw("respond"), person, luck))
    for _u, person, luck in sorted(lots, key=_lot)[: rate("respond.others_most")]:
        at = soon(event.at, person, luck, "respond", QUICK)
        yield dues.after(Due.Kind.REACT, event, person, at, world)
        if luck.draw("respond.comment") < rate("respond.others_comment"):
            yield dues.after(Due.Kind.COMMENT, event, person, at + TO_WRITE, world)


def _lot(lot):
    u, person, _luck = lot
    return u, person.handle


def is_worth_a_word(text):
    """Whether there is something to respond to, said without rudeness, and no grief in it: to
    that no stock phrase is an answer.
    """
    is_enough = len(plain_words(text)) >= LEAST_WORDS and not is_grave(text)
    return is_enough and not Draft(text, NOBODY).rudeness


def is_grave(text):
    return bool(GRAVE.search(text))


def readers(post, kind=Person.Kind.PERSONA):
    """Others of this kind who see a post now (P3 to P5)."""
    here = OuterRef("pk")
    ways = {
        Post.Audience.FOLLOWERS: Follow.objects.filter(follower=here, followed=post.author_id),
        Post.Audience.CONNECTIONS: Connection.objects.filter(person=here, other=post.author_id),
        Post.Audience.GROUP: Membership.objects.inside().filter(
            person=here, community=post.community_id
        ),
    }
    people = Person.objects.visible_to(post.author).filter(kind=kind)
    people = people.exclude(pk=post.author_id).exclude(handle__in=HANDLES)
    seeing = people.filter(Exists(ways[post.audience]))
    return seeing.select_related("persona").order_by("handle")


class _Facts:
    """What the readers of a learner's post have to do with it and with its author."""

    def __init__(self, post, people):
        pks = [person.pk for person in people]
        profiles = Profiles(pks)
        self.said = telling(post.title, post.text)
        self.topics = {person.pk: known(person, profiles).topics for person in people}
        mine = Connection.objects.filter(person=post.author, other__in=pks)
        self.connected = set(mine.values_list("other", flat=True))
        since = post.at - REMEMBERED
        given = Reaction.objects.filter(person=post.author, post__author__in=pks, at__gt=since)
        self.liked = set(given.values_list("post__author", flat=True))

    def fits(self, person):
        return bool(self.said & self.topics[person.pk])

    def chance(self, person):
        z = (
            rate("respond.base")
            + rate("respond.match") * self.fits(person)
            + rate("respond.connected") * (person.pk in self.connected)
            + rate("respond.liked") * (person.pk in self.liked)
        )
        return 1 / (1 + exp(-z))


def react(due, world):
    post = due.event.post
    if post is None:
        return
    luck = dues.luck_of(world, due.person.handle, _number(post))
    is_milestone = MILESTONES.intersection(plain_words(post.text))
    mine = "congrats" if is_milestone else choose(luck.draw("react.kind"), KINDS)
    mine = "support" if is_grave(post.text) else mine
    Post.objects.react(due.person, post.pk, mine)


def comment(due, world):
    """An answer to a question, or a few words that name what the post is about."""
    post, me = due.event.post, due.person
    if post is None or not post.text or post.comments.filter(author=me).exists():
        return
    if not post.author.is_simulated and not is_worth_a_word(post.text):
        return
    luck = dues.luck_of(world, f"{me.handle} {post.author.handle}", _number(post))
    two = Two(me, post.author)
    said = {
        "topic": post.title or topic(post.text),
        "work": two.me.work,
        "skill": two.me.skill,
        "employer": two.me.employer,
    }
    asks = post.community_id or not post.author.is_simulated  # others close with a question
    is_question = asks and "?" in post.text
    bank = comments.to_pages if post.author.is_employer else comments.remarks
    bank = comments.answers if is_question else bank
    Post.objects.comment(me, post.pk, comments.say(bank(said), said, luck, taken(post)))


def taken(post):
    """What stands under a post already, so that nobody says the same."""
    return list(post.comments.values_list("text", flat=True))


def _number(post):
    """The how-manieth post of its author it is."""
    return Post.objects.filter(author=post.author_id, pk__lte=post.pk).count()
