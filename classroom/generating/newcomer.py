"""How a learner begins in a made world: at the end of their studies, knowing a few people."""

from .people import EXPERIENCED, JUNIOR, NOW
from .phrasing import say
from .places import Employer
from .trades import words

FIRST_OF = ("First years at work", "Changing lanes", "Plain words")


class Newcomer:
    """Chooses the people of a society that a learner begins with."""

    def __init__(self, society, dice):
        self.society, self.dice, self.said = society, dice, words("learner")
        self.school = society.region.schools[0]
        self.employer: Employer = society.region.employers[0]
        self.trade = self.employer.teams[0].trade

    @property
    def told(self):
        region = self.society.region
        return {
            "count": len(self.society.people),
            "employers": len(region.employers),
            "town": region.capital,
            "region": region.name,
            "school": self.school.name,
            "trade": self.trade.name,
            "field": self.trade.field,
        }

    def description(self):
        return say(self.said["description"], self.told, self.dice)

    def content(self):
        """The `learner` of the file."""
        mates, others = self._mates()
        friends = mates[:3] + others[:1]
        return {
            "headline": say(self.said["headline"], self.told, self.dice),
            "about": say(self.said["about"], self.told, self.dice),
            "location": self.society.region.capital,
            "industry": self.employer.industry.name,
            "experience": [
                {
                    "title": "Shop assistant, Saturdays",
                    "employer": "Spoke and Chain bicycles",
                    "from": f"{NOW - 4}-09",
                    "to": f"{NOW - 1}-08",
                    "text": "Counter, telephone and bills.",
                }
            ],
            "education": [
                {
                    "school": self.school.name,
                    "degree": "Bachelor",
                    "field": self.trade.field,
                    "from": NOW - 4,
                    "to": NOW - 1,
                }
            ],
            "skills": [*self.trade.skills[-2:], "Customer service"][:3],
            "connections": [
                {"with": human.handle, "ago": f"{self._since(human)}d"} for human in friends
            ],
            "follows": [*self._follows()],
            "groups": [group.handle for group in self._groups()],
            "invited_by": [*self._invitations(mates[3:], {*friends})],
        }

    def _mates(self):
        """Those of the school who are young in their work, then those who have some experience."""
        of_school = [human for human in self.society.people if human.school is self.school]
        of_school.sort(key=lambda human: (-human.year, human.number))
        young = [human for human in of_school if human.level == JUNIOR]
        further = [human for human in of_school if human.level == EXPERIENCED]
        return young, self.dice.shuffled(further)

    def _since(self, human):
        return max(3, min(human.arrived - 1, self.dice.whole(40, 700)))

    def _follows(self):
        yield self.employer.handle
        yield from (human.handle for human in self.society.people if human.is_influencer)

    def _groups(self):
        open_to_all = [group for group in self.society.groups if group.name in FIRST_OF]
        return (open_to_all or self.society.groups)[:1]

    def _invitations(self, mates, known):
        for number, form in enumerate(self.said["invited_by"]):
            if human := self._sender(form["from"], mates, known):
                known.add(human)
                told = self.told | self._of(human)
                yield {
                    "from": human.handle,
                    "how": form["how"],
                    "note": say(form["note"], told, self.dice),
                    "ago": f"{1 + number}d {self.dice.whole(1, 20)}h",
                }

    def _sender(self, kind, mates, known):
        people = self.dice.shuffled(self.society.people)
        fitting = {
            "class": mates,
            "recruiter": [human for human in people if human.is_recruiter],
            "stranger": [human for human in people if human.school is not self.school],
        }[kind]
        return next((human for human in fitting if human not in known), None)

    def _of(self, human):
        other = self.dice.one(human.employer.teams).trade
        trade = self.trade if self.trade in _trades(human.employer) else other
        return {
            "year": human.year,
            "title": human.job.title[:1].lower() + human.job.title[1:],
            "employer": human.employer.name,
            "other_trade": trade.name,
        }


def _trades(employer):
    return [team.trade for team in employer.teams]
