"""From a world to a scenario file that loads again to the same world.

Learners and what they did are left out: a file travels, and they did not ask for that. So is what
only the administration could have written, such as an address that may be somebody's. Times are
counted back from the world's now.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from network.models import Block, Connection, Follow, Invitation, Job, Person, Post
from network.models.profile import MOST_SKILLS
from network.text import clean_line, clean_text

from .scenario_file import InvalidScenario, read
from .scenario_file.description import DAY, LONGEST, YEAR
from .scenario_file.schema import MOST_PEOPLE, RULES, VERSION
from .scenario_file.values import email as checked_email
from .scenario_file.writing import Inline, InlineList, write

YEARS = range(1900, 2100)  # those that the format knows


class CannotExport(Exception):
    """The world does not fit into a file; the text says why."""


def dump(world):
    """The text of a scenario file. Raises CannotExport."""
    people = Person.objects.filter(
        world=world, kind__in=[Person.Kind.PERSONA, Person.Kind.EMPLOYER]
    )
    if people.count() > MOST_PEOPLE:
        raise CannotExport(
            _("This world has more than %(most)d people, which is the most that a file may hold.")
            % {"most": MOST_PEOPLE}
        )
    text = write(_Export(world, people).content())
    _check(text)
    return text


def _check(text):
    """Nobody gets a file that cannot be loaded."""
    try:
        read(text.encode())
    except InvalidScenario as error:
        raise CannotExport(
            _("This world cannot be written as a file. %(problem)s")
            % {"problem": error.problems[0].sentence}
        ) from error


class _Export:
    def __init__(self, world, people):
        self.world = world
        self.people = list(
            people.order_by("pk").prefetch_related("experience__employer", "education", "skills")
        )
        self.handles = {person.pk: person.handle for person in self.people}
        self.personas = {p.handle for p in self.people if not p.is_employer}
        self.lapse = world.rules.invitation_lapse_days * DAY
        self.connected = self._between(Connection, "person", "other")
        self.followed = self._between(Follow, "follower", "followed")

    def _between(self, model, one, other):
        """(pk, pk) → for how many seconds, of the people in the file."""
        ties = model.objects.filter(world=self.world).order_by("pk")
        return {
            (this, that): self._ago(since)
            for this, that, since in ties.values_list(one, other, "since")
            if this in self.handles and that in self.handles
        }

    def _ago(self, moment):
        return max(0, min(LONGEST, int((self.world.now - moment).total_seconds())))

    def content(self):
        return _without_blanks(
            {
                "scenario": VERSION,
                "name": _line(self.world.name, 80),
                "description": _text(self.world.description, 1_000) or _line(self.world.name, 80),
                "seed": self.world.seed,
                "rules": self._rules(),
                "learner": self._learner(),
                "people": [*self._everybody()],
                "connections": [*self._connections()],
                "invitations": [*self._invitations()],
                "jobs": [*self._jobs()],
            }
        )

    def _rules(self):
        """Those that are not as they are anyway."""
        return {
            name: number
            for name, field in RULES.items()
            if (number := getattr(self.world.rules, name)) != field.default
        }

    def _learner(self):
        start = defaultdict(list, self.world.newcomer)
        there = self.handles.values()
        return _without_blanks(
            {
                **{key: start[key] for key in ("headline", "about", "location", "industry")},
                "experience": [_without_blanks(item) for item in start["experience"]],
                "education": [_without_blanks(item) for item in start["education"]],
                "skills": InlineList(start["skills"]),
                "connections": [*_ties(start["connections"], self.personas, "with")],
                "follows": [*_ties(start["follows"], there)],
                "followers": [*_ties(start["followers"], there)],
                "invited_by": [*self._requests(start["invited_by"], "from")],
                "invited": [*self._requests(start["invited"], "to")],
            }
        )

    def _requests(self, items, end):
        for item in items:
            if item[end] in self.personas and item["seconds"] < self.lapse:
                yield _request({end: item[end]}, item["how"], item["note"], item["seconds"])

    def _everybody(self):
        follows, blocks, posts = self._follows(), self._blocks(), self._posts()
        for person in self.people:
            yield _without_blanks(
                {
                    "handle": person.handle,
                    "name": _line(person.name, 80) or person.handle,
                    "kind": person.kind if person.is_employer else "",
                    "influencer": "yes" if person.is_influencer else "",
                    "recruiter": "yes" if person.is_recruiter else "",
                    "email": _harmless(person.email),
                    "headline": _line(person.headline, 120),
                    "about": _text(person.about, 2_000),
                    "location": _line(person.location, 80),
                    "industry": _line(person.industry, 80),
                    **({} if person.is_employer else self._profile(person)),
                    "follows": follows[person.pk],
                    "blocks": blocks[person.pk],
                    "posts": posts[person.pk],
                }
            )

    def _profile(self, person):
        """Of a simulated person; employers have none."""
        return {
            "experience": [
                self._job(job)
                for job in person.experience.all()
                if _known_to_format(job.started_on.year, job.ended_on and job.ended_on.year)
            ],
            "education": [
                _study(study)
                for study in person.education.all()
                if _known_to_format(study.started_in, study.ended_in)
            ],
            "skills": InlineList(
                _line(skill.name, 60) for skill in person.skills.all()[:MOST_SKILLS]
            ),
        }

    def _job(self, job):
        is_here = job.employer_id in self.handles and job.employer.is_employer
        return _without_blanks(
            {
                "title": _line(job.title, 100),
                "employer": job.employer.handle if is_here else _line(job.employer_name, 100),
                "from": f"{job.started_on:%Y-%m}",
                "to": f"{job.ended_on:%Y-%m}" if job.ended_on else "",
                "text": _text(job.text, 1_000),
            }
        )

    def _follows(self):
        """pk → ties; what a connection says already is left out (C2)."""
        ties = defaultdict(list)
        for (follower, followed), seconds in self.followed.items():
            if seconds != self.connected.get((follower, followed)):
                ties[follower].append({"who": self.handles[followed], "seconds": seconds})
        return {pk: [*_ties(ties[pk], self.handles.values())] for pk in self.handles}

    def _blocks(self):
        blocks = defaultdict(InlineList)
        for blocker, blocked in self._between(Block, "blocker", "blocked"):
            blocks[blocker].append(self.handles[blocked])
        return blocks

    def _posts(self):
        """pk → posts, the newest first; those of one moment as they were written."""
        posts = defaultdict(list)
        written = Post.objects.filter(
            world=self.world, author__in=self.handles, audience__in=dict(Post.OWN_AUDIENCES)
        )
        for post in written.order_by("-at", "pk"):
            is_default = post.audience == Post.Audience.FOLLOWERS
            posts[post.author_id].append(
                _without_blanks(
                    {
                        "ago": _ago_text(self._ago(post.at)),
                        "audience": "" if is_default else post.audience,
                        "text": clean_text(post.text),
                    }
                )
            )
        return posts

    def _connections(self):
        for (one, other), seconds in self.connected.items():
            if one < other:  # each connection has two halves
                pair = InlineList([self.handles[one], self.handles[other]])
                unfollowed_by = InlineList(
                    self.handles[follower]
                    for follower, followed in [(one, other), (other, one)]
                    if (follower, followed) not in self.followed
                )
                whole = {
                    "between": pair,
                    "ago": _ago_text(seconds),
                    "unfollowed_by": unfollowed_by,
                }
                is_plain = seconds == YEAR and not unfollowed_by
                yield pair if is_plain else Inline(_without_blanks(whole))

    def _invitations(self):
        for invitation in Invitation.objects.filter(world=self.world).pending().order_by("pk"):
            sender = self.handles.get(invitation.sender_id)
            recipient = self.handles.get(invitation.recipient_id)
            seconds = self._ago(invitation.sent_at)
            if sender and recipient and seconds < self.lapse:
                ends = {"from": sender, "to": recipient}
                yield _request(ends, invitation.how, clean_text(invitation.note), seconds)

    def _jobs(self):
        """Those that are open, the newest first."""
        offered = Job.objects.filter(world=self.world, employer__in=self.handles).open()
        for job in offered.select_related("employer").order_by("-opened_at", "pk"):
            contact = self.handles.get(job.contact_id)
            yield _without_blanks(
                {
                    "employer": self.handles[job.employer_id],
                    "title": _line(job.title, 100),
                    "place": "" if job.place == job.employer.location else _line(job.place, 80),
                    "contract": job.contract,
                    "contact": contact if contact in self.personas else "",
                    "ago": _ago_text(self._ago(job.opened_at)),
                    "text": _text(job.text, 5_000),
                }
            )


def _study(study):
    return _without_blanks(
        {
            "school": _line(study.school, 100),
            "degree": _line(study.degree, 100),
            "field": _line(study.field, 100),
            "from": study.started_in,
            "to": study.ended_in,
        }
    )


def _known_to_format(start, end):
    return start in YEARS and (end or start) in YEARS


def _ties(items, there, key="who"):
    for item in items:
        if item["who"] in there and item["seconds"] == YEAR:
            yield item["who"]
        elif item["who"] in there:
            yield Inline({key: item["who"], "ago": _ago_text(item["seconds"])})


def _request(ends, how, note, seconds):
    return _without_blanks({**ends, "how": how, "note": note, "ago": _ago_text(seconds)})


def _ago_text(seconds):
    """93,600 → '1d 2h'."""
    parts = []
    for sign, unit in (("d", DAY), ("h", 3600), ("m", 60), ("s", 1)):
        number, seconds = divmod(seconds, unit)
        if number:
            parts.append(f"{number}{sign}")
    return " ".join(parts) or "0s"


def _without_blanks(content):
    return {key: value for key, value in content.items() if value not in ("", None, [], {}, 0)}


def _line(text, most):
    return clean_line(text)[:most].strip()


def _text(text, most):
    return clean_text(text)[:most].strip()


def _harmless(email):
    try:
        return checked_email(email)
    except ValueError:
        return ""
