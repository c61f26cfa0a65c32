"""The lock that starts every act in a group."""

from contextlib import contextmanager

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from ..errors import Gone, GroupGone, NotAMember, NotAsking, NotModerator
from .block import Block
from .event import Event
from .membership import Membership


class HeldGroup:
    """A group in which nobody comes, goes or posts until its lock is given back.

    `people` are those of the act, by key, as they now are.
    """

    def __init__(self, group, people):
        self.group, self.people = group, people
        seats = group.memberships.filter(person__in=people)
        self.standings = dict(seats.values_list("person", "standing"))

    def seat(self, pk):
        return self.group.memberships.filter(person=pk)

    def is_inside(self, pk):
        return self.standings.get(pk) in Membership.INSIDE

    def is_moderator(self, pk):
        return self.standings.get(pk) == Membership.Standing.MODERATOR

    def record(self, actor, verb, target=None, **about):
        """Note what one of these people did, to another or to nobody (keys)."""
        target = self.people[target] if target else None
        Event.record(self.people[actor], verb, target, community=self.group, **about)

    def refuse_unless_inside(self, pk):
        if not self.is_inside(pk):
            raise NotAMember

    def refuse_unless_asking(self, pk):
        if self.standings.get(pk) != Membership.Standing.ASKING:
            raise NotAsking

    def refuse_unless_moderator(self, pk, over=None):
        """B1: no moderator acts on somebody, `over`, whom a block hides from them."""
        if not self.is_moderator(pk):
            raise NotModerator
        between = Q(blocker=pk, blocked=over) | Q(blocker=over, blocked=pk)
        if over and Block.objects.filter(between).exists():
            raise Gone


@contextmanager
def group_lock(group_pk, *people_pks, told=None):
    """Hold a group and people still: transaction, their rows in id order, then the group's.

    The rows of people make what counts against G1 wait, too; `told` is somebody who may be gone.
    Raises Gone when one of the others is, and GroupGone when the group has closed.
    """
    with transaction.atomic():
        people = _lock_people({*people_pks, told} - {None})
        if not people.keys() >= set(people_pks):
            raise Gone
        groups = apps.get_model("network", "Community").objects.select_for_update(no_key=True)
        group = groups.filter(pk=group_pk).first()
        if group is None or any(one.world_id != group.world_id for one in people.values()):
            raise GroupGone
        yield HeldGroup(group, people)


def _lock_people(pks):
    people = apps.get_model("network", "Person").objects.select_for_update(
        of=("self",), no_key=True
    )
    found = people.select_related("world__rules").filter(pk__in=pks).order_by("pk")
    return {person.pk: person for person in found}
