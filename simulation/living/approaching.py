"""Invitations to learners: from people who have a reason, and from people who have none."""

from network.models import Invitation, Membership, Post

from ..models import Approach, Due
from ..reading.case import first
from ..words import topic
from . import dues
from .day import WEEK
from .inviting import has_invited, invite
from .rates import rate
from .shared import Two, mutual
from .strangers import STRANGERS, arrive, stranger_of
from .words import notes

Label, Cue = Approach.Label, Approach.Cue
UNWANTED = [Label.IRRELEVANT, Label.SPAM, Label.SCAM]


def plan(day):
    """For each learner, within what they may get in a week."""
    lucky = list(_lucky(day))
    for learner in day.learners:
        came = [label for label, is_message in day.approaches[learner.pk] if not is_message]
        room = rate("approach.most_relevant") - came.count(Label.RELEVANT)
        yield from _relevant(day, learner, lucky)[: max(room, 0)]
        room = rate("approach.most_other") - sum(label in UNWANTED for label in came)
        yield from _unwanted(day, learner)[: max(room, 0)]


def _lucky(day):
    """(draw, person, when) of all whose draw is low enough for somebody, the luckiest first."""
    most = rate("approach.relevant")
    most *= max(1, rate("approach.useful")) * max(1, rate("approach.further"))
    drawn = [(day.luck(person.handle), person) for person in day.personas]
    lots = [(luck.draw("approach"), person.handle, person, luck) for luck, person in drawn]
    for u, _handle, person, luck in sorted(lots, key=lambda lot: lot[:2]):
        at = day.moment(person, luck, "approach") if u < most else None
        if at:
            yield u, person, at


def _relevant(day, learner, lucky):
    return [
        dues.towards(Due.Kind.APPROACH, person, learner, at, day.world, Label.RELEVANT)
        for u, person, at in lucky
        if u < _chance(day, learner, person)
    ]


def _chance(day, learner, person):
    """Of a relevant invitation: only who is active in a group of both gets one."""
    active = [
        day.activity[learner.pk, group]
        for group in day.seats[person.pk] & day.seats[learner.pk]
        if (learner.pk, group) in day.activity
    ]
    if not active or not day.may_meet(learner, person) or person.is_influencer:
        return 0.0
    chance = rate("approach.relevant") * (rate("approach.useful") if any(active) else 1)
    is_near = day.mutuals[learner.pk, person.pk]
    return chance if is_near else chance * rate("approach.further")


def _unwanted(day, learner):
    """One draw for each sort and day, alike for all learners of the world."""
    luck = day.luck("anybody")
    found = []
    for label in UNWANTED:
        if luck.draw(f"approach.{label}") < rate(f"approach.{label}"):
            person = _sender(day, learner, label, luck)
            at = person and day.moment(person, luck, f"approach.{label}")
            if at:
                found.append(dues.towards(Due.Kind.APPROACH, person, learner, at, day.world, label))
    return found


def _sender(day, learner, label, luck):
    """Somebody with whom the learner shares nothing; who sells comes from outside."""
    if label in STRANGERS:
        person = arrive(day.world, label, luck.draw(f"approach.{label}.who"))
        return person if person and day.may_meet(learner, person) else None
    far = [person for person in day.personas if _shares_nothing(day, learner, person)]
    return min(
        far, key=lambda one: (day.luck(one.handle).draw("approach.far"), one.handle), default=None
    )


def _shares_nothing(day, learner, person):
    persona = getattr(person, "persona", None)
    return (
        day.may_meet(learner, person)
        and not day.mutuals[learner.pk, person.pk]
        and not day.seats[person.pk] & day.seats[learner.pk]
        and person.industry.casefold() != learner.industry.casefold()
        and not person.is_influencer
        and persona is not None
        and stranger_of(person) is None
        and persona.role in ("peer", "alumnus", "hiring_manager")
    )


def act(due, world):
    me, learner, label = due.person, due.other, due.detail
    if has_invited(me, learner) or not _has_room(learner, label, world):
        return
    luck = dues.luck_of(world, me.handle)
    if label == Label.RELEVANT:
        anybody = dues.luck_of(world, "anybody")  # the same order for all, so that none comes twice
        _invite_for_a_reason(me, learner, anybody)
    else:
        _invite_without(me, learner, label, luck)


def _has_room(learner, label, world):
    labels = [Label.RELEVANT] if label == Label.RELEVANT else UNWANTED
    most = rate("approach.most_relevant" if label == Label.RELEVANT else "approach.most_other")
    since = Approach.objects.since(world.now - WEEK)
    return since.filter(learner=learner, label__in=labels, message=None).count() < most


def _invite_for_a_reason(me, learner, luck):
    two = Two(me, learner)
    mine = Membership.objects.inside().filter(person=me).values("community")
    posts = Post.objects.visible_to(me).filter(author=learner, community__in=mine)
    post = posts.order_by("-pk").select_related("community").first()
    said = {
        "group": post.community.name if post else two.group,
        "topic": topic(post.text) if post else "",
        "mutual": first(mutual(me, learner, simulated=True)),
        "work": two.me.work,
        "skill": two.skill,
    }
    how = Invitation.How.GROUP if said["group"] else Invitation.How.NOT_AT_ALL
    number = Approach.objects.filter(learner=learner, label=Label.RELEVANT).count()
    invite(me, learner, how, notes.relevant(said, luck, number), Label.RELEVANT)


def _invite_without(me, learner, label, luck):
    two, profile = Two(me, learner), stranger_of(me)
    said = {"work": two.me.work, "industry": me.industry}
    written = profile.notes() if profile else notes.irrelevant(said, luck)
    cues = [] if mutual(me, learner) else [Cue.NO_MUTUALS]
    cues += profile.cues if profile else [Cue.GENERIC, Cue.MISMATCH]
    invite(me, learner, Invitation.How.NOT_AT_ALL, written, label, cues)
