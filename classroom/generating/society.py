"""The people of a world, where they are and how they are tied: all of it but the words."""

from dataclasses import dataclass

from .dice import Dice
from .follows import follow, follow_employers, neighbours
from .groups import found_groups
from .people import everybody
from .places import Region, region_for
from .ties import grow


@dataclass(frozen=True)
class Society:
    region: Region
    people: list
    groups: list
    log: list  # of Grown, the oldest first
    connected: dict  # number → numbers
    follows: dict  # (follower, followed) → days ago
    pages: dict  # (follower, employer) → days ago


def gather(people, seed):
    """So many people and what lies between them. Each part throws dice of its own."""

    def dice(what):
        return Dice("netsim world", seed, people, what)

    region = region_for(people, dice("region"))
    humans = everybody(region, dice("people"), dice("names"))
    groups = found_groups(humans, region, dice("groups"))
    log = grow(humans, dice("ties"))
    connected = neighbours(log)
    return Society(
        region,
        humans,
        groups,
        log,
        connected,
        follow(humans, connected, dice("follows")),
        follow_employers(humans, region.employers, dice("pages")),
    )
