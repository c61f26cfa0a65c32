"""How a learner begins in a made world: at the end of their studies, knowing a few people."""

from .people import EXPERIENCED, JUNIOR, NOW
from .phrasing import say, with_article
from .places import Employer
from .speaking import lower
from .trades import for_all, words

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
            "field": lower(self.trade.field),
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
            "skills": [*dict.fromkeys(["Customer service", *self.trade.skills[-2:]])],
            "connections": [
                {"with": human.handle, "ago": f"{self._since(human)}d"} for human in friends
            ],
            "follows": [*self._follows()],
            "groups": [group.handle for group in self._groups()],
            "invited_by": [*self._invitations(mates[3:], {*friends})],
        }

    def _mates(self):
        """Those of the school who are young in their work, the sociable first; those further on."""
        of_school = [human for human in self.society.people if human.school is self.school]
        young = sorted(
            (human for human in of_school if human.level == JUNIOR),
            key=lambda human: -human.sociability * (human.year > NOW - 5),
        )
        further = [human for human in of_school if human.level == EXPERIENCED]
        return young, self.dice.shuffled(further)

    def _since(self, human):
        return max(3, min(human.arrived - 1, self.dice.whole(40, 700)))

    def _follows(self):
        yield self.employer.handle
        of_trade = [human for human in self.society.people if human.team.trade is self.trade]
        leading = sorted(of_trade, key=lambda human: (-human.level, -human.sociability))
        known = [human for human in self.society.people if human.is_influencer][:2]
        yield from dict.fromkeys(human.handle for human in (*known, *leading[:2]))

    def _groups(self):
        by_name = {group.name: group for group in self.society.groups}
        open_to_all = [by_name[name] for name in FIRST_OF if name in by_name]
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
                    "approach": form["approach"],
                }

    def _sender(self, kind, mates, known):
        people = self.dice.shuffled(self.society.people)
        fitting = {
            "class": mates,
            "recruiter": [human for human in people if human.is_recruiter],
            "stranger": [human for human in people if not self._is_near(human, known)],
        }[kind]
        return next((human for human in fitting if human not in known), None)

    def _is_near(self, human, known):
        """Whether the learner shares a school, work, somebody or a group with them."""
        return (
            human.school is self.school
            or human.team.trade is self.trade
            or human.employer.industry is self.employer.industry
            or not self.society.connected[human.number].isdisjoint(one.number for one in known)
            or any(human in group.members for group in self._groups())
        )

    def _of(self, human):
        trades = [team.trade for team in human.employer.teams if team.trade is not for_all()]
        trade = self.trade if self.trade in trades else self.dice.one(trades)
        return {
            "year": human.year,
            "a_title": with_article(lower(human.job.title)),
            "employer": human.employer.name,
            "other_trade": trade.name,
        }
