from importlib import import_module
from pkgutil import iter_modules

from django.core.management.base import BaseCommand

from simulation import validation
from simulation.validation.checks import table

SUPPORT = {"agreement", "checks", "gold", "population", "rewording"}


def names():
    """What can be validated: each module of `validation` that has `checks(short)`."""
    return sorted({module.name for module in iter_modules(validation.__path__)} - SUPPORT)


class Command(BaseCommand):
    help = "Measure the model against its targets; exit 1 when a band is missed."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=names())
        parser.add_argument("--short", action="store_true", help="fewer draws, for CI")

    def handle(self, what, short, **options):
        checks = import_module(f"simulation.validation.{what}").checks(short=short)
        for line in table(checks):
            self.stdout.write(line)
        missed = [check.id for check in checks if not check.holds]
        if missed:
            self.stderr.write(f"{len(missed)} of {len(checks)} missed: {', '.join(missed)}")
            raise SystemExit(1)
        self.stdout.write(f"{len(checks)} checks, none missed")
