"""An author answers what a learner wrote under their post, or below their comment."""

from django.db.models import Q

from network.models import Comment, Post

from ..models import Due
from ..reading.case import is_thoughtful
from ..words import topic
from . import dues
from .rates import rate
from .responding import is_worth_a_word, taken
from .shared import Two
from .timing import QUICK, soon
from .words import comments

MOST = 2  # answers of one author to one learner under one post, and in one thread


def after(world, event):
    comment, person = event.comment, event.target
    if comment is None or not is_worth_a_word(comment.text):
        return
    number = Comment.objects.filter(
        author=event.actor, post=comment.post, pk__lte=comment.pk
    ).count()
    luck = dues.luck_of(world, person.handle, number)
    if luck.draw("thank") < _chance(comment.text):
        at = soon(event.at, person, luck, "thank", QUICK)
        yield dues.after(Due.Kind.THANK, event, person, at, world)


def _chance(text):
    if "?" in text:
        return rate("thank.question")
    return rate("thank.useful" if is_thoughtful(text) else "thank.short")


def act(due, world):
    comment, me = due.event.comment, due.person
    if comment is None or not is_worth_a_word(comment.text):
        return
    to_them = Q(parent__author=comment.author) | Q(parent=comment.parent or comment)
    mine = Comment.objects.filter(to_them, author=me, post=comment.post).count()
    if mine >= MOST:
        return
    two = Two(me, comment.author)
    said = {"topic": topic(comment.text), "work": two.me.work, "skill": two.me.skill}
    luck = dues.luck_of(world, me.handle, 1 + mine)
    bank = _bank(comment.text)
    text = comments.say(bank(said), said, luck, taken(comment.post))
    Post.objects.comment(me, comment.post_id, text, parent=comment.pk)


def _bank(text):
    if "?" in text:
        return comments.of_a_question
    return comments.thanks if is_thoughtful(text) else comments.short_thanks
