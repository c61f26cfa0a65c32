from django.core.management.base import BaseCommand

from network.benchmark import measure


class Command(BaseCommand):
    help = "Measure what pages cost, as ratios, in a world that is gone afterwards."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=5000, help="how many live there")
        parser.add_argument("--rounds", type=int, default=60, help="of which the median is taken")

    def handle(self, people, rounds, **options):
        for result in measure(people, rounds):
            self.stdout.write(result.line)
