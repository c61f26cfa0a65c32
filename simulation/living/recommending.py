"""What becomes of recommendations that learners ask for, send back or write."""

import uuid

from network.models import Comment, Endorsement, Event, Recommendation

from ..models import Due
from . import dues
from .rates import rate
from .remembering import moved
from .shared import Two, public_group
from .timing import SLOW, soon
from .words import recommendations

Status, How = Recommendation.Status, Recommendation.Relationship


def after(world, event):
    person, luck = event.target, dues.luck_of(world, event.target.handle)
    at = soon(event.at, person, luck, "recommend", SLOW)
    yield dues.after(Due.Kind.RECOMMEND, event, person, at, world)


def act(due, world):
    """As it stands now: a request is answered, a change made, a text accepted."""
    said, me = due.event.recommendation, due.person
    if said is None:
        return
    if said.recipient_id == me.pk:
        said.accept(said.revision)
    elif said.status == Status.REQUESTED:
        _answer(said, due, world)
    elif said.status == Status.RETURNED:
        _write(
            said,
            _facts(me, said.recipient, said.note),
            dues.luck_of(world, me.handle, 1 + said.revision),
        )


def _answer(said, due, world):
    me, other = due.person, due.event.actor
    times = Event.objects.filter(
        actor=other, target=me, verb=Event.Verb.SOUGHT, pk__lte=due.event_id
    )
    luck, facts = dues.luck_of(world, me.handle, times.count()), _facts(me, other, said.note)
    if luck.draw("recommend") < moved(_chance(facts, me, other), me, other, world):
        _write(said, facts, luck)
        return
    said.let_pass()
    text = recommendations.not_yet(facts, luck)
    me.write(other, text, key=uuid.uuid5(uuid.NAMESPACE_OID, f"pass {said.pk} {due.event_id}"))


def _write(said, facts, luck):
    how = How.TOGETHER if facts["employer"] else How.STUDIED if facts["school"] else How.OTHER
    text = recommendations.text(facts, luck, taken=[said.text])
    place = (facts["employer"] or facts["school"])[:100]
    said.author.recommend(
        said.recipient, relationship=how, place=place, text=text, revision=said.revision
    )


def _facts(me, other, note):
    two = Two(me, other)
    named = [skill for skill in two.them.skills if skill.casefold() in note.casefold()]
    skills = named or ([two.skill] if two.skill else list(two.them.skills))
    return {
        "name": other.name,
        "employer": two.employer,
        "school": two.school,
        "group": public_group(two.group, me),
        "skill": skills[0] if skills else "",
    }


def _chance(facts, me, other):
    if facts["employer"] or facts["school"]:
        return rate("recommend.together")
    wrote = Comment.objects.filter(author=other, post__author=me)
    praised = Endorsement.objects.filter(endorser=me, person=other)
    return rate("recommend.known" if wrote.exists() or praised.exists() else "recommend.other")
