from django.core.management.base import BaseCommand
from django.db import connection, transaction

from network.invariants import every_invariant, findings


class Command(BaseCommand):
    help = "Check what must hold between the rows; exit 1 when something does not."

    def handle(self, **options):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")  # a large network takes its time
            found = list(findings())
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            raise SystemExit(1)
        self.stdout.write(f"{len(every_invariant())} checks, no finding")
