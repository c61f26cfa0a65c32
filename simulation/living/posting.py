"""Simulated people and employers post, each at their own rate."""

from math import exp

from network.models import Event, Job, Post

from ..models import Due
from ..reading.case import first
from ..reading.profiles import Profiles
from . import dues
from .rates import of_role, rate
from .shared import groups_of, known
from .sourcing import NEWEST
from .timing import share_of_week
from .words import posts

LATELY = 150  # posts of the world, from which no named thing comes back so soon
GROUPS = 20


def plan(day):
    """The luckiest, of those whose posts a learner may see, and a few of the others."""
    near, far = [], []
    for person in day.everybody:
        if person.pk in day.pushing:
            continue
        luck = day.luck(person.handle)
        chance = 1 - exp(-of_role("post", person) / share_of_week(person))
        at = day.moment(person, luck, "post")
        if at and luck.draw("post") < chance:
            lots = near if person.pk in day.near else far
            lots.append((luck.draw("post"), person.handle, person, at))
    chosen = [*sorted(near)[: rate("post.most")], *sorted(far)[: rate("post.most_far")]]
    for _u, _handle, person, at in chosen:
        yield dues.alone(Due.Kind.POST, person, at, day.world)


def act(due, world):
    me = due.person
    number = Event.objects.filter(actor=me, verb=Event.Verb.POSTED).count()
    luck = dues.luck_of(world, me.handle, number)
    groups = [] if me.is_employer else list(groups_of(me)[:GROUPS])
    in_group = bool(groups) and luck.draw("post.where") < rate("post.in_group")
    group = groups[int(luck.draw("post.group") * len(groups))] if in_group else None
    own = dues.luck_of(world, me.handle)
    text = posts.text(me, _said(me, group), luck, own, number, _lately(world))
    if group:
        Post.objects.publish_in(group, me, text)
    else:
        Post.objects.publish(me, text, Post.Audience.FOLLOWERS)


def _lately(world):
    newest = Post.objects.filter(world=world).order_by("-pk")
    return list(newest.values_list("text", flat=True)[:LATELY])


def _said(me, group):
    """What a post may name."""
    profile = known(me, Profiles([me.pk]))
    mine = {"employer": me} if me.is_employer else {"employer__name": profile.employer}
    jobs = Job.objects.filter(world=me.world_id, **mine).visible_to(me).open()
    job = jobs.order_by(*NEWEST).select_related("employer", "contact").first()
    contact = job.contact if job else None
    return {
        "work": profile.work,
        "employer": me.name if me.is_employer else profile.employer,
        "skill": first(profile.skills),
        "group": group.name if group else "",
        "job": job.title if job else "",
        "contact": contact.name if contact and contact.pk != me.pk else "",
    }
