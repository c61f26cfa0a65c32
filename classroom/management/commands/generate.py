from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from classroom import summary
from classroom.generating.document import FEWEST, MOST, document
from classroom.loading import load
from classroom.scenario_file import AT_HAND, read
from classroom.scenario_file.schema import MOST_SEED
from classroom.scenario_file.writing import write

from .seed import world_name


class Command(BaseCommand):
    help = "Make up a workplace network: a new world, or with --out a scenario file."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=300, help="how many; usual: 300")
        parser.add_argument("--seed", type=int, default=0, help="the same seed, the same world")
        to = parser.add_mutually_exclusive_group()
        to.add_argument("--world", default="", help="what to call the world; else as its region")
        to.add_argument("--out", default="", help="write this file, and make no world")

    def handle(self, *, people, seed, world, out, **options):
        if not FEWEST <= people <= MOST:
            raise CommandError(
                _("Choose from %(fewest)d to %(most)d people.") % {"fewest": FEWEST, "most": MOST}
            )
        if not 0 <= seed <= MOST_SEED:
            raise CommandError(_("Choose a seed from 0 to %(most)d.") % {"most": MOST_SEED})
        content = document(people, seed, world_name(world))
        text = write(content)
        scenario = read(text.encode(), AT_HAND)
        done = self.save(text, out) if out else self.seed(scenario)
        self.stdout.write(f"{done}: {summary.in_words(scenario)}.")

    def save(self, text, out):
        try:
            Path(out).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"{out}: {error.strerror}.") from error
        return _("Wrote %(file)s") % {"file": out}

    def seed(self, scenario):
        world = load(scenario)
        return _("“%(name)s” is now world %(number)d") % {"name": world.name, "number": world.pk}
