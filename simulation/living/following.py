"""Following back."""

from network.models import Follow

from ..models import Due
from . import dues
from .rates import of_role, rate
from .shared import Two
from .timing import soon


def after(world, event):
    """Somebody followed them. Following anew meets the same luck. Employers follow nobody back."""
    person = event.target
    if person.is_employer:
        return
    luck, two = dues.luck_of(world, person.handle), Two(person, event.actor)
    shared = rate("follow.shared") if two.school or two.group else 0
    if luck.draw("follow.back") < of_role("follow", person) + shared:
        at = soon(event.at, person, luck, "follow.back")
        yield dues.after(Due.Kind.FOLLOW, event, person, at, world)


def act(due, world):
    follower = due.event.actor
    if Follow.objects.filter(follower=follower, followed=due.person).exists():
        due.person.follow(follower)
