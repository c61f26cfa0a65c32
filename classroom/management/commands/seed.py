from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from classroom import summary
from classroom.loading import load
from classroom.scenario_file import AT_HAND, InvalidScenario, read
from network.text import clean_line


class Command(BaseCommand):
    help = "Make a new world of a scenario file (see docs/scenario-format.md)."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the scenario file")
        parser.add_argument("--name", default="", help="what to call the world; else as it says")

    def handle(self, *, file, name, **options):
        try:
            scenario = read(contents(file), AT_HAND)
            world = load(scenario, name=world_name(name))
        except InvalidScenario as error:
            self.tell(file, error)
            raise SystemExit(1) from None
        self.stdout.write(
            _("“%(name)s” is now world %(number)d: %(counts)s.")
            % {"name": world.name, "number": world.pk, "counts": summary.in_words(scenario)}
        )

    def tell(self, file, error):
        for problem in error.problems:
            self.stderr.write(f"{file}:{problem.line}:{problem.column}: {problem.sentence}")
        if error.unshown:
            self.stderr.write(_("… and %(n)d more.") % {"n": error.unshown})


def contents(file):
    """The bytes of a file; of a huge one only as many as show that it is too large."""
    try:
        with open(file, "rb") as opened:
            return opened.read(AT_HAND.bytes + 1)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.") from error


def world_name(name):
    name = clean_line(name)
    if len(name) > 80:
        raise CommandError(_("Choose a name of at most 80 characters."))
    return name
