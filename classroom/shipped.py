"""The scenario files that come with netsim."""

from dataclasses import dataclass
from pathlib import Path

from .scenario_file import read

FOLDER = Path(__file__).parent / "scenarios"
DEFAULT = "harbour-city"  # what a private world is made of
LESSON = "first-steps"  # small enough for a class's first hour


@dataclass(frozen=True)
class Shipped:
    slug: str

    @property
    def path(self):
        return FOLDER / f"{self.slug}.yaml"

    @property
    def data(self):
        return self.path.read_bytes()

    @property
    def scenario(self):
        return read(self.data)


def shipped():
    return [Shipped(path.stem) for path in sorted(FOLDER.glob("*.yaml"))]
