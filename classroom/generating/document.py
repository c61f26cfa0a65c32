"""A society, with its words, as the content of a scenario file."""

from ..scenario_file.schema import VERSION
from ..scenario_file.writing import Inline, InlineList, ago_text
from .dice import Dice
from .newcomer import Newcomer
from .people import YEAR
from .phrasing import say
from .posts import KINDS, Writing
from .profiles import Profiles
from .society import gather
from .speaking import Speaking
from .trades import for_all, words

FEWEST, MOST = 10, 1_900  # with their employers, no more than a file may hold
OPEN_JOBS = 0.5  # of the teams look for somebody
RECRUITERS_WANTED = 0.1
OFFERS = 90  # days for which a job is open at most


def document(people, seed, name=""):
    """The content of a file for a world of so many people; the same for the same seed."""
    society = gather(people, seed)
    return _Document(society, people, seed).content(name)


class _Document:
    def __init__(self, society, people, seed):
        def dice(what):
            return Dice("netsim words", seed, people, what)

        self.society, self.seed = society, seed
        speaking = Speaking(society, dice("figures"))
        self.speaking, self.dice = speaking, dice("choices")
        self.profiles = Profiles(society, speaking, dice("profiles"))
        self.writing = Writing(society, speaking, dice("posts"))
        self.newcomer = Newcomer(society, dice("newcomer"))

    def content(self, name):
        society = self.society
        self.posts = self.writing.posts()
        return {
            "scenario": VERSION,
            "name": name or society.region.name[:1].upper() + society.region.name[1:],
            "description": self.newcomer.description(),
            "seed": self.seed,
            "learner": _kept(self.newcomer.content()),
            "people": [
                *(self._employer(employer) for employer in society.region.employers),
                *(self._human(human) for human in society.people),
            ],
            "connections": [self._connection(tie) for tie in society.log],
            "groups": [self._group(group) for group in society.groups],
            "recommendations": [*self.profiles.recommendations()],
            "jobs": [*self._jobs()],
        }

    def _employer(self, employer):
        return _kept(
            {
                "handle": employer.handle,
                "name": employer.name,
                "kind": "employer",
                "headline": employer.says,
                "about": self._about(employer),
                "location": employer.town,
                "industry": employer.industry.name,
                "posts": [self._post(post) for post in self.posts[employer]],
            }
        )

    def _about(self, employer):
        staff = sum(len(self.speaking.teams[team]) for team in employer.teams)
        projects = [
            f"In {team.trade.name} it is {team.project}, which is about "
            f"{self.dice.one(team.trade.cases).topic}."
            for team in employer.teams
        ]
        return (
            f"We are {staff} people in {employer.town}. Each team has a project of its own.\n\n"
            f"{' '.join(projects)}\n\nThose who lead the teams write about it. Ask them."
        )

    def _human(self, human):
        profile = self.profiles.of(human)
        return _kept(
            {
                "handle": human.handle,
                "name": human.name,
                "influencer": "yes" if human.is_influencer else "",
                "recruiter": "yes" if human.is_recruiter else "",
                "open_to_work": self._open_to_work(human),
                "connections_shown_to": "connections" if self.dice.happens(0.06) else "",
                **profile,
                "experience": [*map(_kept, profile["experience"])],
                "skills": [self._skill(*skill) for skill in profile["skills"]],
                "follows": self._follows(human),
                "posts": [self._post(post) for post in self.posts[human]],
            }
        )

    def _open_to_work(self, human):
        if human.is_recruiter or human.level > 1 or not self.dice.happens(0.12):
            return ""
        return self.dice.one(["everybody", "recruiters"])

    def _skill(self, name, endorsers):
        if not endorsers:
            return name
        handles = InlineList(self.society.people[number].handle for number in endorsers)
        return Inline({"name": name, "endorsed_by": handles})

    def _follows(self, human):
        society = self.society
        ties = [
            (society.people[followed].handle, ago)
            for (follower, followed), ago in society.follows.items()
            if follower == human.number
        ]
        ties += [
            (employer.handle, ago)
            for (follower, employer), ago in society.pages.items()
            if follower == human.number
        ]
        return [_since(handle, min(ago, YEAR), usual=YEAR) for handle, ago in ties]

    def _post(self, post):
        return _kept(
            {
                "ago": _minutes(post.ago),
                "audience": post.audience,
                "group": post.group.handle if post.group else "",
                "text": post.text,
                "reactions": {
                    kind: InlineList(human.handle for human in post.reactions[kind])
                    for kind in KINDS
                    if kind in post.reactions
                },
                "comments": [self._remark(remark) for remark in post.remarks],
            }
        )

    def _remark(self, remark):
        replies = [self._remark(remark.answer)] if remark.answer else []
        return _kept(
            {
                "from": remark.author.handle,
                "ago": _minutes(remark.ago),
                "text": remark.text,
                "replies": replies,
            }
        )

    def _connection(self, tie):
        ends = (self.society.people[number].handle for number in (tie.asker, tie.asked))
        return Inline({"between": InlineList(ends), "ago": _days(tie.ago)})

    def _group(self, group):
        return {
            "handle": group.handle,
            "name": group.name,
            "description": group.description,
            "rules": group.rules,
            "ago": _days(group.founded),
            "moderators": InlineList(human.handle for human in group.moderators),
            "members": [
                _since(human.handle, human.groups[group.handle], group.founded)
                for human in group.members
                if human not in group.moderators
            ],
        }

    def _jobs(self):
        for team in self.society.region.teams:
            if self.dice.happens(RECRUITERS_WANTED if team.trade is for_all() else OPEN_JOBS):
                yield self._job(team)

    def _job(self, team):
        mates = self.speaking.teams[team]
        contact = max(mates, key=lambda human: (human.is_recruiter, human.level, -human.number))
        case = self.dice.one(team.trade.cases)
        told = self.speaking.words(contact, case) | {"contact": contact.name}
        is_first = self.dice.happens(0.6)
        contracts = ["full-time", "part-time", "internship" if is_first else "temporary"]
        return {
            "employer": team.employer.handle,
            "title": team.trade.titles[0 if is_first else 1],
            "contract": self.dice.weighted(contracts, [5, 2, 1]),
            "contact": contact.handle,
            "ago": _days(self.dice.whole(2, OFFERS)),
            "text": say(self.dice.one(words("profiles")["offers"]), told, self.dice),
        }


def _since(handle, ago, usual):
    """A handle alone where the tie is as old as the file takes it to be."""
    return handle if ago == usual else Inline({"who": handle, "ago": _days(ago)})


def _days(ago):
    return ago_text(max(1, round(ago)) * 24 * 3600)


def _minutes(ago):
    return ago_text(ago * 60)


def _kept(content):
    return {key: value for key, value in content.items() if value not in ("", [], {})}
