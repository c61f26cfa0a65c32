"""What each person of a society can truly say: the words that fill the templates."""

from dataclasses import asdict

from .phrasing import told, with_article
from .places import Region
from .trades import words

LONG_TIME = 4 * 365  # days at one employer, from when on people look back
IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Speaking:
    """Finds for a person a case, a mate, an event and what else they may name."""

    def __init__(self, society, dice):
        self.society, self.dice = society, dice
        self.region: Region = society.region
        self.teams = {}
        for human in society.people:
            self.teams.setdefault(human.team, []).append(human)
        places = words("places")
        self.events = [
            {
                "event": self._named(event["name"]),
                "where": self._named(event["where"]),
                "ago": event["ago"],
            }
            for event in places["events"]
        ]

    def _named(self, text):
        name = self.region.name.removeprefix("the ")
        return text.format(region_name=name, town=self.region.capital)

    def case(self, team, case):
        return asdict(told(team, case, self.dice))

    def words(self, human, case):
        """All that they may name when they tell this case."""
        team = human.team
        mates = self._mates(human)
        others = [one for one in team.trade.cases if one is not case]
        return {
            **self.case(team, case),
            "topic2": self.dice.one(others).topic,
            **self._of_team(team),
            "title": lower(human.job.title),
            "a_title": with_article(lower(human.job.title)),
            "tool": self.dice.one(team.trade.tools),
            "school": human.school.name,
            "field": lower(human.jobs[-1].team.trade.field),
            "years": _in_words(max(1, human.job.start // 365)),
            "mate": mates[0].name,
            "mate_first": mates[0].first_name,
            "mate2": mates[-1].name,
            **self._before(human),
            **self._of_another_trade(human),
        }

    def _of_team(self, team):
        return {
            "trade": team.trade.name,
            "does": team.trade.does,
            "project": team.project,
            "employer": team.employer.name,
            "town": team.employer.town,
            "mates": max(2, len(self.teams.get(team, ()))),
        }

    def _mates(self, human):
        """Two to name: of the team if one knows any, else whom one knows."""
        society = self.society
        known = sorted(society.connected[human.number])
        of_team = [n for n in known if society.people[n].team is human.team]
        chosen = self.dice.some(of_team or known, 2) or [(human.number + 1) % len(society.people)]
        return [society.people[number] for number in chosen]

    def _before(self, human):
        """Where they were before the present employer, if anywhere."""
        for job in human.jobs[1:]:
            if job.team.employer is not human.employer:
                title = with_article(lower(job.title))
                return {"past_employer": job.team.employer.name, "a_past_title": title}
        return {}

    def _of_another_trade(self, human):
        teams = [team for team in human.employer.teams if team is not human.team]
        team = self.dice.one(teams or self.region.teams)
        case = self.case(team, self.dice.one(team.trade.cases))
        return {
            "other_trade": team.trade.name,
            "other_topic": case["topic"],
            "other_result": case["result"],
        }

    def of_event(self, human):
        """An event, and what somebody of another employer said there."""
        event = self.dice.one(self.events)
        strangers = [one for one in self.society.people if one.employer is not human.employer]
        speaker = self.dice.one(strangers or self.society.people)
        case = self.dice.one(speaker.team.trade.cases)
        return event | {
            "speaker": speaker.name,
            "speaker_employer": speaker.employer.name,
            "speaker_lesson": case.lesson,
        }

    def occasions(self, human, ago):
        """For which posts about themselves they were the right one `ago` minutes back."""
        yield "anybody"
        there = human.job.start - ago // (24 * 60)
        if there < 150 and human.level == 0:
            yield "new"
        if there > LONG_TIME:
            yield "long"
        if self._before(human):
            yield "moved"
        if human.is_recruiter:
            yield "hires"
        elif human.level >= 2:
            yield "leads"


def _in_words(number):
    return IN_WORDS[number - 1] if number <= len(IN_WORDS) else str(number)


def lower(title):
    return title[:1].lower() + title[1:]
