"""Leaving a world, and leaving netsim: what one wrote goes, what others wrote stays theirs."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from accounts.models import User

from .errors import LastAdministrator
from .models import Comment, Connection, Follow, Invitation, Message, Person, Post, World


@dataclass(frozen=True)
class Losses:
    """How much goes with a person; `whole_world` when the world goes too."""

    person: Person
    whole_world: bool
    posts: int
    comments: int
    messages: int
    connections: int
    follows: int
    invitations: int


def losses(person):
    return Losses(
        person=person,
        whole_world=goes_with(person.world, person.user_id),
        posts=Post.objects.filter(author=person).count(),
        comments=Comment.objects.filter(author=person).count(),
        messages=Message.objects.filter(author=person).count(),
        connections=Connection.objects.of(person).count(),
        follows=Follow.objects.filter(Q(follower=person) | Q(followed=person)).count(),
        invitations=Invitation.objects.filter(Q(sender=person) | Q(recipient=person)).count(),
    )


def goes_with(world, user_pk):
    """Whether a world is this user's own, and nobody else's who signs in."""
    if user_pk is None or world.owner_id != user_pk:
        return False
    return not world.people.exclude(user=None).exclude(user=user_pk).exists()


def leave(person):
    """Leave a world for good; a private one goes along. Does nothing when done already."""
    with transaction.atomic():
        world = World.objects.select_for_update(no_key=True).filter(pk=person.world_id).first()
        if world is None:
            return
        if goes_with(world, person.user_id):
            world.remove()
        else:
            person.remove()


def delete_account(user):
    """Leave every world, then delete the user. Does nothing when done already.

    Raises LastAdministrator.
    """
    with transaction.atomic():
        # The user first, as starting a world does: none is started from here on.
        if not _hold(user):
            return
        if is_last_administrator(user):
            raise LastAdministrator
        for person in Person.objects.filter(user=user).order_by("world_id"):
            leave(person)
        for world in World.objects.filter(owner=user).order_by("pk"):
            if goes_with(world, user.pk):
                world.remove()
        User.objects.get(pk=user.pk).delete()


def is_last_administrator(user):
    able = User.objects.filter(is_superuser=True, is_active=True)
    return able.filter(pk=user.pk).exists() and not able.exclude(pk=user.pk).exists()


def _hold(user):
    """Whether the user is still there, held still; administrators wait for each other."""
    held = Q(pk=user.pk)
    if user.is_superuser:
        held |= Q(is_superuser=True, is_active=True)
    users = User.objects.filter(held).order_by("pk").select_for_update()
    return user.pk in users.values_list("pk", flat=True)
