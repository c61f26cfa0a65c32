"""The scenario files that come with netsim."""

from functools import lru_cache
from pathlib import Path

from .scenario_file import read

FOLDER = Path(__file__).parent / "scenarios"
FOR_ONESELF = "harbour-city"  # what a private world is made of
FOR_A_LESSON = "first-steps"  # small enough for a class's first hour


def paths():
    """slug → file."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}


def scenario(slug):
    path = paths()[slug]
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path, changed_at):
    """Reading takes half a second, and a class starts all at once."""
    return read(path.read_bytes())
