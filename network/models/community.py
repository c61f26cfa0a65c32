import re
import uuid
from datetime import timedelta
from functools import lru_cache

from django.apps import apps
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ..errors import (
    Gone,
    GroupNameTaken,
    InTooManyGroups,
    NoMember,
    RemovedFromGroup,
    TooManyGroups,
)
from ..expressions import SubqueryCount
from ..folding import Fold, words_in
from .event import Event
from .group_lock import group_lock
from .membership import Membership
from .world import World

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 60
TAKEN = {"all", "new"}  # by pages of ours
ACTIVE = timedelta(days=7)  # of world time: who did something in a group is active that long


@lru_cache(maxsize=4096)  # as for people, it stands on every card
def _url(slug):
    return reverse("network:group", args=[slug])


class CommunityQuerySet(models.QuerySet):
    def visible_to(self, person):
        """All of one's world (W1): that a group exists is no secret, what is in it may be."""
        return self.filter(world=person.world_id)

    def joined_by(self, person):
        return self.filter(Exists(_seat(person).inside()))

    def with_words(self):
        """Each group with what it is searched by."""
        return self.alias(words=words_in("name", "description"))

    def shared_by(self, one, other):
        """Groups of which both are members (C13)."""
        return self.joined_by(one).filter(Exists(_seat(other).inside()))

    def for_cards(self, viewer):
        """Each group with `standing` of the viewer there, and how many members they may see:
        `member_count`, None where the member list is closed to them."""
        seen = Membership.objects.inside().seen_by(viewer).filter(community=OuterRef("pk"))
        open_to = Q(is_private=False) | Q(standing__in=Membership.INSIDE)
        return self.annotate(
            standing=Subquery(_seat(viewer).values("standing")),
            standing_since=Subquery(_seat(viewer).values("since")),
            member_count=models.Case(
                models.When(open_to, SubqueryCount(seen.order_by().values("pk")))
            ),
        )

    def found(self, founder, name, description="", rules="", *, is_private=False, key=None):
        """Begin a group, with its founder as the moderator; `key` is the form's one-time key.

        Raises Gone, GroupNameTaken, and TooManyGroups (G1).
        """
        with transaction.atomic():
            world = _names_of(founder.world_id)
            if key and (done := self.filter(world=world, key=key).first()):
                return done
            founder = _counting(founder)
            _refuse_taken_name(self, world.pk, name)
            _refuse_too_many(founder)
            group = self.create(
                world=world,
                name=name,
                slug=_free_slug(world, name),
                description=description,
                rules=rules,
                is_private=is_private,
                founded_at=founder.world.now,
                key=key or uuid.uuid4(),
            )
            group.seat(founder, Membership.Standing.MODERATOR)
            Event.record(founder, Event.Verb.FOUNDED, community=group)
            return group


class Community(models.Model):
    """A group (its name on screen) of people of one world, who read what its members post (P5).

    Its founder is the first moderator. When the last moderator leaves, who has been a member for
    longest becomes the moderator; when nobody is left, the group closes: it is deleted with all
    that was posted there.
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    name = models.CharField(_("name"), max_length=80)
    name_key = models.GeneratedField(
        expression=Fold("name"), output_field=models.TextField(), db_persist=True
    )
    slug = models.CharField(_("name in addresses"), max_length=LONGEST_SLUG)
    description = models.TextField(_("what it is about"), max_length=1000, blank=True)
    rules = models.TextField(_("rules"), max_length=2000, blank=True)
    is_private = models.BooleanField(
        _("private"),
        default=False,
        help_text=_("A moderator lets people in, and only members see who is in it."),
    )
    founded_at = models.DateTimeField(_("started"), help_text=_("World time"))
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = CommunityQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        constraints = [
            models.UniqueConstraint(fields=["world", "slug"], name="community_slug_in_world"),
            models.UniqueConstraint(fields=["world", "name_key"], name="community_name_in_world"),
            models.UniqueConstraint(fields=["world", "key"], name="community_form_sent_once"),
            models.UniqueConstraint(fields=["world", "id"], name="community_world_key"),
            models.CheckConstraint(condition=~Q(name=""), name="community_has_a_name"),
            models.CheckConstraint(condition=Q(slug__regex=SLUG), name="community_slug_is_plain"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.url

    @property
    def url(self):
        return _url(self.slug)

    def standing_of(self, person):
        """The membership row of a person, None when there is none."""
        return self.memberships.filter(person=person).first()

    def members_seen_by(self, viewer):
        """Who is in it (P6, B1): people whom the viewer may see; of a private group, for its
        members only. Each with `is_moderator`, and for members with `is_active` this week."""
        people = apps.get_model("network", "Person").objects.visible_to(viewer)
        seats = self.memberships.filter(person=OuterRef("pk"))
        people = people.filter(Exists(seats.inside())).annotate(
            is_moderator=Exists(seats.moderating())
        )
        standing = self.standing_of(viewer)
        if standing and standing.is_inside:
            return people.annotate(is_active=self._was_active(viewer))
        return people.none() if self.is_private else people

    def waiting_for(self, moderator, standing):
        """People whom the moderator may see and who ask to join, or were removed (`standing`)."""
        people = apps.get_model("network", "Person").objects.visible_to(moderator)
        return people.filter(
            Exists(self.memberships.filter(person=OuterRef("pk"), standing=standing))
        )

    def _was_active(self, viewer):
        """Posted, commented or reacted here this week, as far as the viewer may see it (P6)."""
        models_ = [apps.get_model("network", name) for name in ("Post", "Comment", "Reaction")]
        post, comment, reaction = (model.objects for model in models_)
        since = {"at__gt": viewer.world.now - ACTIVE}
        here = post.visible_to(viewer).filter(community=self)
        return (
            Exists(here.filter(author=OuterRef("pk"), **since))
            | Exists(comment.seen_by(viewer).filter(author=OuterRef("pk"), post__in=here, **since))
            | Exists(reaction.filter(person=OuterRef("pk"), post__in=here, **since))
        )

    # Acts. Each takes the group's lock and records one event.

    def join(self, person):
        """Become a member of a public group, or ask to join a private one. Twice is once.

        Raises GroupGone, RemovedFromGroup, and TooManyGroups (G1).
        """
        with group_lock(self.pk, person.pk) as held:
            standing = held.standings.get(person.pk)
            if standing == Membership.Standing.REMOVED:
                raise RemovedFromGroup
            if not standing:
                _refuse_too_many(held.people[person.pk])
                if held.group.is_private:
                    held.group.seat(held.people[person.pk], Membership.Standing.ASKING)
                    # Without a target: all its moderators are told, also those to come.
                    held.record(person.pk, Event.Verb.ASKED)
                else:
                    held.group.seat(held.people[person.pk], Membership.Standing.MEMBER)
                    held.record(person.pk, Event.Verb.ENTERED)

    def take_back(self, person):
        """Ask no longer. Raises NotAsking when it was answered meanwhile."""
        with group_lock(self.pk, person.pk) as held:
            held.refuse_unless_asking(person.pk)
            held.seat(person.pk).delete()
            held.record(person.pk, Event.Verb.UNASKED)

    def leave(self, person):
        """Be a member no longer, and hand over or close as the class says. Twice is once."""
        with group_lock(self.pk, person.pk) as held:
            if held.is_inside(person.pk):
                held.seat(person.pk).delete()
                held.record(person.pk, Event.Verb.LEFT)
                held.group._stay_moderated(held.people[person.pk])

    def _stay_moderated(self, leaver):
        inside = self.memberships.inside()
        longest = inside.order_by("since", "pk").select_related("person").first()
        if longest is None:
            self._close(leaver)
        elif not inside.moderating().exists():
            inside.filter(pk=longest.pk).update(standing=Membership.Standing.MODERATOR)
            Event.record(leaver, Event.Verb.APPOINTED, longest.person, community=self)

    def _close(self, leaver):
        Event.record(leaver, Event.Verb.CLOSED)
        self._delete()

    def remove(self):
        """Delete this group and all in it, for the editors of its world."""
        with group_lock(self.pk):
            self._delete()

    def _delete(self):
        # Who is writing under one of its posts finishes first, or finds nothing.
        list(self.posts.select_for_update().order_by("pk").values_list("pk"))
        self.delete()

    def admit(self, moderator, person):
        """Let in somebody who asks. Raises NotModerator, NotAsking, and TooManyGroups (G1)."""
        with group_lock(self.pk, moderator.pk, person.pk) as held:
            held.refuse_unless_moderator(moderator.pk, over=person.pk)
            held.refuse_unless_asking(person.pk)
            _refuse_too_many(held.people[person.pk], InTooManyGroups)
            held.seat(person.pk).update(
                standing=Membership.Standing.MEMBER, since=held.people[person.pk].world.now
            )
            held.record(moderator.pk, Event.Verb.ADMITTED, person.pk)

    def decline(self, moderator, person):
        """Say no to somebody who asks; they may ask again. Raises NotModerator, NotAsking."""
        with group_lock(self.pk, moderator.pk, person.pk) as held:
            held.refuse_unless_moderator(moderator.pk, over=person.pk)
            held.refuse_unless_asking(person.pk)
            held.seat(person.pk).delete()
            held.record(moderator.pk, Event.Verb.TURNED_DOWN, person.pk)

    def remove_member(self, moderator, person):
        """Put a member out, who cannot come back until a moderator allows it; what they wrote
        stays. Moderators are not removed. Raises NotModerator, NoMember.
        """
        with group_lock(self.pk, moderator.pk, person.pk) as held:
            held.refuse_unless_moderator(moderator.pk, over=person.pk)
            if held.standings.get(person.pk) != Membership.Standing.MEMBER:
                raise NoMember
            held.seat(person.pk).update(
                standing=Membership.Standing.REMOVED, since=held.people[person.pk].world.now
            )
            held.record(moderator.pk, Event.Verb.EXPELLED, person.pk)

    def allow_back(self, moderator, person):
        """Somebody removed may join or ask again; twice is once. Raises NotModerator."""
        with group_lock(self.pk, moderator.pk, person.pk) as held:
            held.refuse_unless_moderator(moderator.pk, over=person.pk)
            if held.standings.get(person.pk) == Membership.Standing.REMOVED:
                held.seat(person.pk).delete()
                held.record(moderator.pk, Event.Verb.ALLOWED_BACK, person.pk)

    def appoint(self, moderator, person):
        """Make a member a moderator too; twice is once. Raises NotModerator, NoMember."""
        with group_lock(self.pk, moderator.pk, person.pk) as held:
            held.refuse_unless_moderator(moderator.pk, over=person.pk)
            if not held.is_inside(person.pk):
                raise NoMember
            if not held.is_moderator(person.pk):
                held.seat(person.pk).update(standing=Membership.Standing.MODERATOR)
                held.record(moderator.pk, Event.Verb.APPOINTED, person.pk)

    def describe(self, moderator, name, description, rules):
        """Change what the group says of itself; its address stays.

        Raises NotModerator, GroupNameTaken.
        """
        with transaction.atomic():
            _names_of(self.world_id)
            with group_lock(self.pk, moderator.pk) as held:
                held.refuse_unless_moderator(moderator.pk)
                _refuse_taken_name(Community.objects.exclude(pk=self.pk), self.world_id, name)
                Community.objects.filter(pk=self.pk).update(
                    name=name, description=description, rules=rules
                )
                held.record(moderator.pk, Event.Verb.DESCRIBED)

    def seat(self, person, standing):
        """Write where a person now stands with this group."""
        self.memberships.create(
            world_id=self.world_id, person=person, standing=standing, since=person.world.now
        )


def _seat(person):
    """A person's row in the group of the outer query."""
    return Membership.objects.filter(person=person, community=OuterRef("pk"))


def _names_of(world_pk):
    """Hold the names of a world's groups still, by its row."""
    return World.objects.select_for_update(no_key=True).get(pk=world_pk)


def _counting(person):
    """The person, whose acts that count against a limit now wait for each other. Raises Gone."""
    people = apps.get_model("network", "Person").objects.select_related("world__rules")
    locked = people.select_for_update(of=("self",), no_key=True).filter(pk=person.pk).first()
    if locked is None:
        raise Gone
    return locked


def _refuse_taken_name(groups, world_pk, name):
    if groups.filter(world=world_pk, name_key=Fold(Value(name))).exists():
        raise GroupNameTaken


def _refuse_too_many(person, refusal=TooManyGroups):
    """G1, counted while the person's row is locked."""
    limit = person.world.rules.group_limit
    if person.memberships.inside().count() >= limit:
        raise refusal(limit)


def _free_slug(world, name):
    """quay, quay-2, quay-3, …"""
    plain = slugify(name)[: LONGEST_SLUG - 6].strip("-_").replace("_", "-") or "group"
    plain = re.sub("-+", "-", plain)
    number, slug = 1, plain
    while slug in TAKEN or Community.objects.filter(world=world, slug=slug).exists():
        number += 1
        slug = f"{plain}-{number}"
    return slug
