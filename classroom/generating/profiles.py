"""What people say of themselves: headline, about, experience, education, skills."""

from .people import LEADING, YEAR, month_of
from .phrasing import say, with_article
from .speaking import lower
from .trades import words

STUDY = 3  # years
SHOWN = 365  # an endorsement without a date is a year old, so is then the tie


class Profiles:
    def __init__(self, society, speaking, dice):
        self.society, self.speaking, self.dice = society, speaking, dice
        self.said = words("profiles")
        self.known_for = {}  # (number, number) → days, both ways
        for tie in society.log:
            self.known_for[tie.asker, tie.asked] = self.known_for[tie.asked, tie.asker] = tie.ago

    def of(self, human):
        """The profile of one person, as a scenario file says it."""
        case = self.dice.one(human.team.trade.cases)
        told = self.speaking.words(human, case)
        return {
            "headline": self._headline(human, told),
            "about": self._about(told),
            "location": human.town,
            "industry": human.employer.industry.name,
            "experience": [self._job(human, job, told) for job in human.jobs],
            "education": [self._study(human)],
            "skills": self._skills(human),
        }

    def _headline(self, human, told):
        lines = self.said["hiring" if human.is_recruiter else "headlines"]
        line = say(self.dice.one(lines), told, self.dice)
        return line if len(line) <= 120 else f"{human.job.title} at {human.employer.name}"

    def _about(self, told):
        way = "about_way" if "past_employer" in told else "about_study"
        parts = [self._one("about_work", told)]
        if self.dice.happens(0.85):
            parts.append(self._one(way, told))
        if self.dice.happens(0.75):
            parts.append(self._one("about_ask", told))
        return "\n\n".join(part for part in parts if part)

    def _one(self, kind, told):
        return say(self.dice.one(self.said[kind]), told, self.dice)

    def _job(self, human, job, told):
        leads = human.level >= LEADING and job is human.job
        kind = "jobs_leading" if leads else "jobs" if job is human.job else "earlier"
        case, other = self.dice.some(job.team.trade.cases, 2)
        said = (
            told
            | self.speaking.case(job.team, case)
            | {
                "topic2": other.topic,
                "project": job.team.project,
                "a_title": with_article(lower(job.title)),
            }
        )
        return {
            "title": job.title,
            "employer": job.team.employer.handle,
            "from": month_of(job.start),
            "to": month_of(job.end) if job.end else "",
            "text": say(self.dice.one(self.said[kind]), said, self.dice),
        }

    def _study(self, human):
        trade = human.jobs[-1].team.trade
        return {
            "school": human.school.name,
            "degree": self.dice.one(self.said["degrees"]),
            "field": trade.field,
            "from": human.year - STUDY,
            "to": human.year,
        }

    def _skills(self, human):
        """(name, numbers of those who endorse it)."""
        names = self.dice.some(human.team.trade.skills, self.dice.whole(4, 7))
        able = [
            other
            for other in sorted(self.society.connected[human.number])
            if self.known_for[human.number, other] > SHOWN + YEAR // 4
            and self.society.people[other].employer is human.employer
        ]
        return [
            (name, self.dice.some(able, min(4, round(self.dice.waiting(0.8))))) for name in names
        ]

    def recommendations(self):
        """Between connections, from one to the other: fields of the file."""
        for tie in self.society.log:
            if tie.ago > SHOWN and self.dice.happens(0.02):
                author, other = (self.society.people[n] for n in (tie.asker, tie.asked))
                if form := self._praise(author, other):
                    case = self.dice.one(other.team.trade.cases)
                    told = self.speaking.words(other, case) | {"first": other.first_name}
                    yield {
                        "from": author.handle,
                        "to": other.handle,
                        "relationship": form["relationship"],
                        "place": self._place(form, other),
                        "ago": f"{self.dice.whole(5, 360)}d",
                        "text": say(form["text"], told, self.dice),
                    }

    def _praise(self, author, other):
        """What is true of the two, if they have worked or studied together."""
        standing = _standing(author, other)
        fitting = [one for one in self.said["recommendations"] if one["relationship"] == standing]
        return self.dice.one(fitting) if fitting else None

    def _place(self, form, other):
        return other.school.name if form["relationship"] == "studied" else other.employer.name


def _standing(author, other):
    if author.team is other.team:
        if author.level >= LEADING > other.level:
            return "managed"
        return "reported" if other.level >= LEADING > author.level else "together"
    is_class = author.school is other.school and abs(author.year - other.year) <= 2
    return "studied" if is_class else ""
