"""What people, employers and groups have written, and what others made of it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .groups import Group
from .phrasing import Seldom, say
from .times import after, moment
from .trades import words

EACH = 1.2  # posts of one person in half a year, on average
INFLUENCER = 8
OLDEST = 170  # days
RECENT = 30  # days: half of what was written is about so old
ABOUT_WORK = 0.62  # of posts tell a case; the others something of one's own way
FOR_FRIENDS = 0.12
ALIKE = 150  # of so many people one more says the same with another name in it
SELDOM = ("friends", "other")  # what one remembers when a second one says it
KINDS = ("useful", "inspiring", "congrats", "support")
OWN_KIND = 0.7  # of the reactions are of the kind that the post asks for
MOST_REACTIONS = 14
TALK_DAYS = 120
DISCUSSIONS = 6  # in a group of an industry: each template once


@dataclass(eq=False)
class Remark:
    author: object
    ago: int
    text: str
    answer: "Remark | None" = None


@dataclass(eq=False)
class Post:
    author: object  # a Human or an Employer
    ago: int  # minutes
    text: str
    kind: str
    audience: str = ""
    group: Group | None = None
    reactions: dict = field(default_factory=lambda: defaultdict(list))
    remarks: list = field(default_factory=list)


class Writing:
    def __init__(self, society, speaking, dice):
        self.society, self.speaking, self.dice = society, speaking, dice
        self.templates = words("posts")
        self.cases, self.forms, self.under = Seldom(dice), Seldom(dice), Seldom(dice)
        self.times, self.most = Counter(), 2 + len(society.people) // ALIKE
        self.used = defaultdict(set)  # author → the templates of which they made a post
        self.readers = defaultdict(set)
        for number, others in society.connected.items():
            self.readers[number] |= others
        for follower, followed in society.follows:
            self.readers[followed].add(follower)
        self.fans = defaultdict(list)
        for follower, employer in society.pages:
            self.fans[employer].append(follower)

    def posts(self):
        """author (a Human or an Employer) → posts, the newest first."""
        written = [
            *(post for human in self.society.people for post in self._of(human)),
            *(post for employer in self.society.region.employers for post in self._page(employer)),
            *(post for group in self.society.groups for post in self._in(group)),
        ]
        by_author = defaultdict(list)
        for post in sorted(written, key=lambda post: post.ago):
            by_author[post.author].append(post)
        return by_author

    # By one person.

    def _of(self, human):
        recent = RECENT
        if human.is_influencer:
            number, recent = INFLUENCER, OLDEST
        else:
            number = min(6, round(self.dice.waiting(EACH * human.sociability)))
        longest = min(OLDEST, human.job.start - 10, human.arrived - 3)
        posts = (self._own(human, self._day(longest, recent)) for _post in range(number))
        return [post for post in posts if post]

    def _day(self, longest, recent=RECENT):
        return 1 + round(self.dice.waiting(recent)) % max(2, longest)

    def _own(self, human, days):
        ago = moment(days, self.dice)
        case = self._case(human)
        said = self.speaking.words(human, case) | self.speaking.of_event(human)
        form = audience = ""
        if not human.is_influencer and self.dice.happens(FOR_FRIENDS):
            form, audience = self._form("friends", case, human), "connections"
        elif not self.dice.happens(ABOUT_WORK):
            fitting = {*self.speaking.occasions(human, ago)}
            form = self._form("other", case, human, lambda form: form["when"] in fitting)
        form = form or self._form("case", case, human)
        if "{event}" in form["text"]:
            ago = self._just_after(said)
        post = Post(human, ago, say(form["text"], said, self.dice), form["kind"], audience)
        on = "case" if form in self.templates["case"] else "person"
        self._respond(post, said, "question" if form["kind"] == "question" else on, self._see(post))
        return post

    def _just_after(self, event):
        return moment(max(1, event["ago"] - self.dice.whole(1, 3)), self.dice)

    def _case(self, human):
        return self.cases.one(human.team.trade.cases, human.team.project)

    def _form(self, kind, case, author, fits=None):
        """A template that this author has not used, nor too many others; None if none is left."""
        forms = [
            form
            for form in self.templates[kind]
            if form["text"] not in self.used[author]
            and (kind not in SELDOM or self.times[form["text"]] < self.most)
            and (fits is None or fits(form))
        ]
        if not forms:
            return None
        form = self.forms.one(forms, case.topic)
        self.used[author].add(form["text"])
        self.times[form["text"]] += 1
        return form

    def _see(self, post):
        number = post.author.number
        friends = self.society.connected[number]
        return sorted(friends if post.audience else self.readers[number])

    # By an employer.

    def _page(self, employer):
        for _post in range(self.dice.whole(2, 4)):
            team = self.dice.one(employer.teams)
            lead = max(self.speaking.teams[team], key=lambda human: human.level)
            case = self.cases.one(team.trade.cases, team.project)
            said = self.speaking.words(lead, case) | self.speaking.of_event(lead)
            said["lead"] = lead.name
            form = self._form("employer", case, employer)
            is_of_event = "{event}" in form["text"]
            ago = self._just_after(said) if is_of_event else moment(self._day(OLDEST), self.dice)
            post = Post(employer, ago, say(form["text"], said, self.dice), form["kind"])
            self._respond(post, said, "employer", self.fans[employer], lead)
            yield post

    # In a group.

    def _in(self, group):
        talks = [talk for talk in words("talks")["talk"] if self._belongs(talk, group)]
        for talk in talks:
            yield self._talk(group, talk)
        if not talks:
            for human in self.dice.some(group.members, DISCUSSIONS):
                yield self._discussion(group, human)

    def _belongs(self, talk, group):
        if talk["group"] == "school":
            return group.name in {f"Friends of {one.name}" for one in self.society.region.schools}
        return talk["group"].format(town=self.society.region.capital) == group.name

    def _talk(self, group, talk):
        """One that is written out, with its answers."""
        author, *others = self.dice.some(group.members, 1 + len(talk["answers"]))
        said = {"town": self.society.region.capital, "school": author.school.name}
        ago = moment(1 + round(self.dice.share() * TALK_DAYS), self.dice)
        post = Post(author, ago, say(talk["text"], said, self.dice), "support", group=group)
        when = ago
        for other, answer in zip(others, talk["answers"], strict=False):
            if when := after(when, self.dice):
                post.remarks.append(Remark(other, when, say(answer, said, self.dice)))
        self._react(post, [human.number for human in group.members if human is not author])
        return post

    def _discussion(self, group, human):
        case = self._case(human)
        said = self.speaking.words(human, case)
        form = self._form("group", case, group)
        ago = moment(self._day(min(TALK_DAYS, human.groups[group.handle])), self.dice)
        post = Post(human, ago, say(form["text"], said, self.dice), form["kind"], group=group)
        readers = [other.number for other in group.members if other is not human]
        self._respond(post, said, "question" if form["kind"] == "question" else "case", readers)
        return post

    # What others made of it.

    def _respond(self, post, said, on, readers, lead=None):
        self._react(post, readers)
        number = min(4, round(self.dice.waiting(0.35 + 0.025 * len(readers) ** 0.8)))
        used = set()
        for reader in self.dice.some(readers, number):
            self._remark(post, said, on, self.society.people[reader], used, lead)
        post.remarks.sort(key=lambda remark: -remark.ago)

    def _react(self, post, readers):
        number = min(MOST_REACTIONS, round(len(readers) * self.dice.between(0.03, 0.22)))
        for reader in self.dice.some(readers, number):
            kind = post.kind if self.dice.happens(OWN_KIND) else self.dice.one(KINDS)
            kind = kind if kind in KINDS else "useful"
            post.reactions[kind].append(self.society.people[reader])

    def _remark(self, post, said, on, reader, used, lead):
        ago = after(post.ago, self.dice)
        author = lead or post.author
        if ago is None or reader is author:
            return
        form = self._fitting(on, author, reader, used)
        if form is None:
            return
        used.add(form["text"])
        all_said = said | self._mine(reader, author)
        remark = Remark(reader, ago, say(form["text"], all_said, self.dice))
        if "answer" in form and self.dice.happens(0.75) and (when := after(ago, self.dice, 4)):
            remark.answer = Remark(post.author, when, say(form["answer"], all_said, self.dice))
        post.remarks.append(remark)

    def _fitting(self, on, author, reader, used):
        standing = relation(author, reader)
        forms = words("comments")[on]
        mine = [form for form in forms if form["by"] == standing and form["text"] not in used]
        free = [form for form in forms if form["by"] == "anybody" and form["text"] not in used]
        chosen = mine if mine and self.dice.happens(0.75) else free or mine
        return self.under.one(chosen, getattr(author, "handle", "")) if chosen else None

    def _mine(self, reader, author):
        """What the one who comments may name."""
        case = self.speaking.case(reader.team, self.dice.one(reader.team.trade.cases))
        peers = [
            human
            for human in self.society.people
            if human.team.trade is author.team.trade and human not in (reader, author)
        ]
        peer = self.dice.one(peers or [reader])
        return {
            "my_trade": reader.team.trade.name,
            "my_employer": reader.employer.name,
            "my_topic": case["topic"],
            "peer": peer.name,
            "peer_employer": peer.employer.name,
        }


def relation(author, reader):
    """Who a reader is for an author, the nearest first."""
    if reader.team is author.team:
        return "mate"
    if reader.employer is author.employer:
        return "colleague"
    if reader.school is author.school and abs(reader.year - author.year) <= 3:
        return "class"
    return "trade" if reader.team.trade is author.team.trade else "anybody"
