from importlib import import_module
from pkgutil import iter_modules

from django.core.management.base import BaseCommand

import classroom.validation
import simulation.validation
from simulation.validation.checks import table

SUPPORT = {"agreement", "checks", "gold", "graphs", "growth", "population", "rewording"}


def modules():
    """What can be validated, by name: each module of a `validation` that has `checks(short)`."""
    packages = (simulation.validation, classroom.validation)
    found = {
        module.name: f"{package.__name__}.{module.name}"
        for package in packages
        for module in iter_modules(package.__path__)
    }
    return {name: found[name] for name in sorted(found.keys() - SUPPORT)}


class Command(BaseCommand):
    help = "Measure the model against its targets; exit 1 when a band is missed."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=modules())
        parser.add_argument("--short", action="store_true", help="fewer draws, for CI")

    def handle(self, what, short, **options):
        checks = import_module(modules()[what]).checks(short=short)
        for line in table(checks):
            self.stdout.write(line)
        missed = [check.id for check in checks if not check.holds]
        if missed:
            self.stderr.write(f"{len(missed)} of {len(checks)} missed: {', '.join(missed)}")
            raise SystemExit(1)
        self.stdout.write(f"{len(checks)} checks, none missed")
