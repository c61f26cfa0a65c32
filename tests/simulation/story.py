"""A short story in a small world, told in the same way every time, and its log."""

import json
from datetime import timedelta
from pathlib import Path

from classroom import loading, scenario_file
from network.models import (
    Comment,
    Community,
    Event,
    Invitation,
    Job,
    Message,
    Person,
    Post,
    ProfileView,
    Recommendation,
    Skill,
)
from simulation import clock
from simulation.advancing import Advance
from simulation.arriving import welcome
from simulation.models import Agenda, Approach, Decision
from tests.factories import UserFactory
from tests.planner import count_rows

SCENARIO = Path(loading.__file__).parent / "scenarios/harbour-city.yaml"
LENGTH = timedelta(days=10)
QUESTION = "How did you begin with process maps when nobody at work had time to read them?"
NOTE = "Your post on stock figures helped me with my diploma. May I ask how you began?"


def begin():
    """A learner in a fresh world."""
    world = loading.load(scenario_file.read(SCENARIO.read_bytes()))
    mia = welcome(world, UserFactory(), "Mia Lund")
    count_rows()
    return mia


def connections(mia):
    mine = mia.connections.order_by("other__handle").select_related("other")
    return [each.other for each in mine]


def others(mia):
    """Simulated people whom Mia may invite, in the order of their names."""
    strangers = Person.objects.filter(world=mia.world, kind="persona").exclude(
        connections__other=mia
    )
    asked = Invitation.objects.filter(sender=mia).values("recipient")
    asking = Invitation.objects.filter(recipient=mia).values("sender")
    return strangers.exclude(pk__in=asked).exclude(pk__in=asking).order_by("handle")


def acts():
    """What Mia does, each at a time of the world (days, from the start)."""

    def invite(number, how="unknown"):
        return lambda mia, people: mia.invite(people[number], how, NOTE if number % 2 else "")

    def comment(mia, people):
        post = Post.objects.visible_to(mia).exclude(author=mia).order_by("pk")[0]
        Post.objects.comment(mia, post.pk, "I have tried this in the garden centre. " * 4)

    def ask_the_group(mia, people):
        group = mia.memberships.inside().order_by("community__slug").first().community
        Post.objects.publish_in(group, mia, QUESTION)

    def ask_connections(mia, people):
        one, other, third = connections(mia)[:3]
        mia.write(one, "Thank you for your help. What would you learn first in my place?")
        mia.ask_recommendation(other, "Would you write about our time together?")
        skill = Skill.objects.filter(person=third).first()
        mia.endorse(skill)
        Post.objects.publish(mia, QUESTION, "followers")

    def look_around(mia, people):
        for person in people[24:30]:
            ProfileView.objects.note(mia, person)
        mia.apply(Job.objects.visible_to(mia).open().order_by("title").first(), "I can do it.")
        for group in Community.objects.filter(world=mia.world, is_private=True).order_by("slug"):
            group.join(mia)

    def withdraw(mia, people):
        Invitation.objects.get(sender=mia, recipient=people[2]).withdraw()

    return [
        (0, invite(0)),
        (0, invite(1, "colleague")),
        (0.01, invite(2)),
        (0.02, withdraw),
        (0.5, comment),
        (1, lambda mia, people: mia.follow(people[3])),
        (1, ask_the_group),
        (1.5, ask_connections),
        (2, look_around),
        *((3, invite(number)) for number in range(3, 16)),
        *((9, invite(number, "classmate")) for number in range(16, 24)),
    ]


def tell(mia, move):
    """The story to its end; `move(world, to)` is how the time between two acts passes."""
    start, people = mia.world.now, list(others(mia))
    for at, act in acts():
        move(mia.world, start + timedelta(days=at))
        act(mia, people)
    move(mia.world, start + LENGTH)
    return log(mia.world)


def jumping(world, to):
    clock.advance(world, to)


def waiting(step, most=None):
    """Pulse after pulse, each worth `step` of world time and of at most `most` steps."""

    def move(world, to):
        while world.now < to:
            with_aim(world, min(world.now + step, to), most)

    return move


def with_aim(world, to, most):
    Agenda.objects.aim(world.pk, to)
    Advance(world.pk).go_on(most)
    world.refresh_from_db()


def log(world):
    """What happened in a world, as text; nothing in it differs between databases."""
    return "\n".join(
        [
            *events(world),
            *invitations(world),
            *messages(world),
            *decisions(world),
            *texts(world),
            *approaches(world),
        ]
    )


def events(world):
    rows = Event.objects.filter(world=world).order_by("pk")
    for row in rows.values_list("at", "actor__handle", "verb", "target__handle"):
        yield line("event", *row)


def invitations(world):
    rows = Invitation.objects.filter(world=world).order_by("pk")
    for row in rows.values_list(
        "sent_at", "sender__handle", "recipient__handle", "status", "answered_at"
    ):
        yield line("invitation", *row)


def messages(world):
    rows = Message.objects.filter(world=world).order_by("pk")
    for row in rows.values_list("at", "author__handle", "reader__handle", "text"):
        yield line("message", *row)


def texts(world):
    """What was posted and commented since the world began, and what was recommended."""
    for model in (Post, Comment):
        rows = model.objects.filter(world=world, at__gte=world.started_at).order_by("pk")
        for row in rows.values_list("at", "author__handle", "text"):
            yield line("text", *row)
    rows = Recommendation.objects.filter(world=world).order_by("pk")
    for row in rows.values_list("at", "author__handle", "status", "text"):
        yield line("recommendation", *row)


def approaches(world):
    rows = Approach.objects.filter(world=world).order_by("pk")
    for row in rows.values_list("at", "person__handle", "label", "cues"):
        yield line("approach", *row)


def decisions(world):
    rows = Decision.objects.filter(invitation__world=world).order_by("invitation")
    for row in rows.select_related("invitation__recipient"):
        made = [json.dumps(each, sort_keys=True) for each in (row.terms, row.facts)]
        numbers = (row.p, row.u, row.kind_u, row.reply_u, round(row.z, 9))
        who = row.invitation.recipient.handle
        yield line("decision", who, row.at, row.outcome, row.is_late, *numbers, *made, row.words)


def line(*parts):
    return " | ".join(map(str, parts))
