"""The groups of a world and who is in them; what they write stands in posts.py."""

from dataclasses import dataclass, field

from .places import handle_for
from .trades import words

FITTING = 0.5  # of those who fit into a group are in it
FEWEST, MOST = 4, 60


@dataclass(eq=False)
class Group:
    name: str
    description: str
    rules: str
    founded: int  # days ago
    members: list = field(default_factory=list)  # moderators first

    @property
    def handle(self):
        return handle_for(self.name)

    @property
    def moderators(self):
        return self.members[: 1 + (len(self.members) > 15)]


def found_groups(people, region, dice):
    """As many groups as find members, the most fitting ones first; members remember theirs."""
    number = max(2, round(0.75 * len(people) ** 0.5))
    offers = sorted(_offers(people, region, dice), key=lambda offer: -len(offer[1]))
    groups = []
    for said, fitting in offers[:number]:
        willing = [human for human in fitting if dice.happens(FITTING)]
        willing.sort(key=lambda human: -human.sociability)
        if len(willing) >= FEWEST:
            groups.append(_group(said, willing[:MOST], dice))
    return groups


def _offers(people, region, dice):
    """(what is said of a group, for whom it is)."""
    said = words("groups")
    for one in said["industry"]:
        fitting = [human for human in people if human.employer.industry.name == one["of"]]
        yield one, fitting
    [of_school] = said["school"]
    for school in region.schools:
        named = {key: text.format(school=school.name) for key, text in of_school.items()}
        yield named, [human for human in people if human.school is school and dice.happens(0.6)]
    for one in said["anybody"]:
        named = {key: text.format(town=region.capital) for key, text in one.items()}
        yield named, [human for human in people if dice.happens(0.15)]


def _group(said, members, dice):
    founded = dice.whole(400, 1500)
    group = Group(said["name"], said["description"], said["rules"], founded, members)
    for human in members:
        newest = min(founded, human.arrived)
        is_founder = human in group.moderators
        human.groups[group.handle] = founded if is_founder else dice.whole(3, newest)
    return group
