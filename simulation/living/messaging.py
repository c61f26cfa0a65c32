"""Answering the messages of learners: one answer to all that waits, once a day at most."""

import uuid
from datetime import timedelta

from network.models import Community, Job, Message, Post

from ..models import Approach, Due
from ..words import topic
from . import dues
from .drafting import message_quality
from .rates import rate
from .shared import Two
from .timing import A_DAY, soon
from .words import messages

MEDIAN = timedelta(hours=4)
REMEMBERED = 8  # of one's own last messages to somebody, which are not said again


def after(world, event):
    person = event.target
    if person.is_employer or person.has_left:
        return
    number = Message.objects.filter(author=event.actor, reader=person).count()
    luck = dues.luck_of(world, person.handle, number)
    yield dues.after(
        Due.Kind.WRITE, event, person, soon(event.at, person, luck, "write", MEDIAN), world
    )


def act(due, world):
    me, other = due.person, due.event.actor
    between = Message.objects.between(me, other).order_by("-pk")
    newest = between.first()
    if newest is None or newest.author_id != other.pk:
        return  # all that they wrote has its answer
    mine = list(between.filter(author=me)[:REMEMBERED])
    if _has_answered(between, mine, world.now):
        _wait_until(mine[0].at + A_DAY, due, world)
        return
    luck = dues.luck_of(world, me.handle, 1 + between.filter(author=me).count())
    me.write(other, _words(me, other, newest, mine, luck), key=key(newest))


def key(message):
    """Of the answer to a message: there is never a second one."""
    return uuid.uuid5(message.key, "answer")


def _has_answered(between, mine, now):
    """Whether the most answers of a day were given: an answer follows a message of theirs."""
    today = [each for each in mine if each.at > now - A_DAY]
    answers = [each for each in today if between.filter(author=each.reader, pk__lt=each.pk)]
    return len(answers) >= rate("write.a_day")


def _wait_until(moment, due, world):
    """The same due again, a day after the last answer."""
    dues.after(Due.Kind.WRITE, due.event, due.person, moment, world).save()


def _words(me, other, message, mine, luck):
    taken = [each.text for each in mine]
    approach = Approach.objects.filter(person=me, learner=other, invitation__isnull=False).last()
    if approach and approach.label in messages.PUSHING:
        return messages.push(approach.label, luck, taken)
    return messages.answer(
        message.text, _said(me, other), luck, taken, _is_warm(me, other, message)
    )


def _is_warm(me, other, message):
    quality = message_quality(me, other, message)
    return quality is None or quality >= rate("write.warm")


def _said(me, other):
    """What an answer may name."""
    two = Two(me, other)
    posts = Post.objects.filter(author=me, audience="followers", is_share=False).order_by("-pk")
    post = posts.visible_to(other).first()
    jobs = Job.objects.visible_to(other).open().filter(employer__name=two.me.employer)
    group = Community.objects.filter(name=two.group, world=me.world_id, is_private=False).first()
    job = jobs.order_by("pk").first() if two.me.employer else None
    return {
        "work": two.me.work,
        "before": two.me.before,
        "employer": two.me.employer,
        "skill": two.me.skill,
        "school": two.school,
        "group": group.name if group else "",
        "post": topic(post.title or post.text) if post and post.text else "",
        "job": job.title if job else "",
    }
