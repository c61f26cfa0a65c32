from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import Event, World
from network.worldtime import worlddate
from simulation.clock import advance

MOST_DAYS = 3660


class Command(BaseCommand):
    help = "Put the clock of a world forward, as if somebody had watched it."

    def add_arguments(self, parser):
        parser.add_argument("world", help="its number, or its name when only one is called so")
        parser.add_argument("--days", type=int, required=True, help="world days, 1 to 3660")

    def handle(self, *, world, days, **options):
        if not 1 <= days <= MOST_DAYS:
            raise CommandError(_("Choose a number of days from 1 to %(n)d.") % {"n": MOST_DAYS})
        world = found(world)
        start = world.now
        for day in range(1, days + 1):
            before = Event.objects.filter(world=world).count()
            advance(world, start + timedelta(days=day))
            self.tell(world, Event.objects.filter(world=world).count() - before)

    def tell(self, world, count):
        happened = ngettext("%(n)d thing happened", "%(n)d things happened", count) % {"n": count}
        self.stdout.write(f"{worlddate(world.now, world.started_at)}: {happened}")


def found(text):
    """The world of this number or name."""
    worlds = World.objects.filter(name=text)
    if text.isdecimal() and len(text) < 19:
        worlds |= World.objects.filter(pk=int(text))
    match list(worlds[:2]):
        case [world]:
            return world
        case []:
            raise CommandError(_("There is no world “%(text)s”.") % {"text": text})
    raise CommandError(
        _("More than one world is called “%(text)s”. Give its number.") % {"text": text}
    )
