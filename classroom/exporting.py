"""From a world to a scenario file that loads again to the same world.

Learners and what they did are left out: a file travels, and they did not ask for that. So is what
only the administration could have written, such as an address that may be somebody's, and what
could not be done any more: a comment of somebody who no longer sees the post, an endorsement of
somebody who is no connection any more. Times are counted back from the world's now.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from network.models import (
    Block,
    Comment,
    Community,
    Connection,
    Endorsement,
    Follow,
    Invitation,
    Job,
    Membership,
    Message,
    Person,
    Post,
    Reaction,
    Recommendation,
)
from network.models.post import LONGEST_TITLE
from network.models.profile import MOST_SKILLS
from network.text import clean_line, clean_text
from simulation.models import Persona
from simulation.models.persona import drawn

from .loading import CHOICES, STATUSES
from .scenario_file import InvalidScenario, read
from .scenario_file.behaving import words
from .scenario_file.description import DAY, LONGEST, YEAR, Somebody
from .scenario_file.schema import MOST_PEOPLE, RULES, VERSION
from .scenario_file.values import email as checked_email
from .scenario_file.writing import Inline, InlineList, ago_text, write

YEARS = range(1900, 2100)  # those that the format knows
WORDS = {status: word for word, status in STATUSES.items()}  # for recommendations


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
        self.blocked = self._between(Block, "blocker", "blocked")
        self.groups = self._kept_groups()
        self.behaviour = self._behaviour()

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

    def _behaviour(self):
        """pk → what the administration or a file said; what is drawn will be drawn again."""
        personas = Persona.objects.in_bulk([*self.handles])
        return {
            person.pk: Inline(words(_unlike(fields, personas[person.pk])))
            for person, fields in drawn(self.world)
            if person.pk in personas
        }

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
                "groups": [*self._groups()],
                "recommendations": [*self._recommendations()],
                "conversations": [*self._conversations()],
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
                "skills": _skills(start["skills"], self._endorsed(start)),
                "connections": [*_ties(start["connections"], self.personas, "with")],
                "follows": [*_ties(start["follows"], there)],
                "followers": [*_ties(start["followers"], there)],
                "invited_by": [*self._requests(start["invited_by"], "from")],
                "invited": [*self._requests(start["invited"], "to")],
                "groups": [*_ties(start["groups"], self.slugs, "group")],
                "recommended_by": [*self._praise_of_learner(start)],
                "conversations": [*self._talks_of_learner(start)],
            }
        )

    def _connections_of_learner(self, start):
        return {item["who"] for item in start["connections"]} & self.personas

    def _endorsed(self, start):
        """Name of a skill of the learner → who endorses it."""
        connected, ties = self._connections_of_learner(start), defaultdict(list)
        for item in start["endorsed"]:
            ties[item["skill"]].append(item)
        return {skill: [*_ties(items, connected)] for skill, items in ties.items()}

    def _praise_of_learner(self, start):
        connected = self._connections_of_learner(start)
        for item in start["recommended_by"]:
            if item["from"] in connected:
                yield _praise({"from": item["from"]}, item, item["seconds"])

    def _talks_of_learner(self, start):
        may_write = self._connections_of_learner(start)
        for key, end in [("invited_by", "from"), ("invited", "to")]:
            may_write |= {request[end] for request in self._requests(start[key], end)}
        for item in start["conversations"]:
            if item["who"] in may_write:
                lines = [
                    _line_of(line["from"], line["seconds"], line["text"])
                    for line in item["messages"]
                ]
                yield {"with": item["who"], "messages": lines}

    def _requests(self, items, end):
        for item in items:
            if item[end] in self.personas and item["seconds"] < self.lapse:
                yield _without_blanks(
                    {
                        **_request({end: item[end]}, item["how"], item["note"], item["seconds"]),
                        "approach": item.get("approach", ""),
                    }
                )

    def _everybody(self):
        follows, blocks, posts = self._follows(), self._blocks(), self._posts()
        self.endorsements = self._endorsements()
        for person in self.people:
            yield _without_blanks(
                {
                    "handle": person.handle,
                    "name": _line(person.name, 80) or person.handle,
                    "kind": person.kind if person.is_employer else "",
                    "influencer": "yes" if person.is_influencer else "",
                    "recruiter": "yes" if person.is_recruiter else "",
                    "email": _harmless(person.email),
                    "avatar": person.avatar_seed,
                    "behaves": self.behaviour.get(person.pk),
                    **_choices(person),
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
            "skills": self._skills(person),
        }

    def _skills(self, person):
        listed = person.skills.all()[:MOST_SKILLS]
        names = {skill.pk: _line(skill.name, 60) for skill in listed}
        endorsed = {name: self.endorsements[pk] for pk, name in names.items()}
        return _skills(names.values(), endorsed)

    def _endorsements(self):
        """pk of a skill → who endorses it, of those who could do it today."""
        ties = defaultdict(list)
        given = Endorsement.objects.filter(world=self.world).order_by("pk")
        for skill, giver, taker, at in given.values_list("skill", "endorser", "person", "at"):
            if (giver, taker) in self.connected:
                ties[skill].append({"who": self.handles[giver], "seconds": self._ago(at)})
        there = self.handles.values()
        return defaultdict(list, {skill: [*_ties(ties[skill], there)] for skill in ties})

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
        for blocker, blocked in self.blocked:
            blocks[blocker].append(self.handles[blocked])
        return blocks

    def _posts(self):
        """pk → posts, the newest first; those of one moment as they were written."""
        posts, written = (
            defaultdict(list),
            Post.objects.filter(author__in=self.handles, is_share=False),
        )
        responses = _Responses(self, written)
        for post in written.order_by("-at", "pk"):
            if post.community_id is None or (post.author_id, post.community_id) in self.seats:
                is_plain = post.audience == Post.Audience.FOLLOWERS or post.community_id
                posts[post.author_id].append(
                    _without_blanks(
                        {
                            "ago": ago_text(self._ago(post.at)),
                            "audience": "" if is_plain else post.audience,
                            "group": self.groups[post.community_id].slug
                            if post.community_id
                            else "",
                            "title": _line(post.title, LONGEST_TITLE),
                            "text": clean_text(post.text),
                            "reactions": responses.reactions(post),
                            "comments": responses.comments(post),
                        }
                    )
                )
        return posts

    def sees(self, person, post):
        """Whether somebody in the file sees a post of somebody in it (P3 to P6)."""
        author = post.author_id
        if person not in self.handles:
            return False
        if post.community_id:
            may_read = (person, post.community_id) in self.seats
            return may_read and not self.is_block_between(person, author)
        if person == author:
            return True
        by = self.connected if post.audience == Post.Audience.CONNECTIONS else self.followed
        return (person, author) in by

    def is_block_between(self, one, other):
        return (one, other) in self.blocked or (other, one) in self.blocked

    def _kept_groups(self):
        """pk → group, of those with a moderator in the file; and who is in them: `seats`."""
        inside = Membership.objects.inside().filter(world=self.world, person__in=self.handles)
        self.seats = {
            (seat.person_id, seat.community_id): seat for seat in inside.order_by("since", "pk")
        }
        moderated = {seat.community_id for seat in self.seats.values() if seat.is_moderator}
        kept = Community.objects.filter(pk__in=moderated).order_by("pk")
        groups = {group.pk: group for group in kept}
        self.seats = {key: seat for key, seat in self.seats.items() if key[1] in groups}
        self.slugs = {group.slug for group in groups.values()}
        return groups

    def _groups(self):
        for pk, group in self.groups.items():
            seats = [seat for (_person, community), seat in self.seats.items() if community == pk]
            began = self._ago(group.founded_at)
            yield _without_blanks(
                {
                    "handle": group.slug,
                    "name": _line(group.name, 80),
                    "description": _text(group.description, 1_000),
                    "rules": _text(group.rules, 2_000),
                    "private": "yes" if group.is_private else "",
                    "ago": "" if began == YEAR else ago_text(began),
                    "moderators": self._seats([s for s in seats if s.is_moderator], began),
                    "members": self._seats([s for s in seats if not s.is_moderator], began),
                }
            )

    def _seats(self, seats, began):
        """Of those who have been there from the start only the handle."""
        return _brief(
            ((self.handles[seat.person_id], self._ago(seat.since)) for seat in seats), began
        )

    def _recommendations(self):
        """Those that are written and that could be written today."""
        given = Recommendation.objects.filter(world=self.world, status__in=WORDS).order_by(
            "at", "pk"
        )
        for said in given:
            if (said.author_id, said.recipient_id) in self.connected:
                ends = {
                    "from": self.handles[said.author_id],
                    "to": self.handles[said.recipient_id],
                }
                item = {
                    "relationship": said.relationship,
                    "place": said.place,
                    "text": said.text,
                    "status": said.status,
                }
                yield _praise(ends, item, self._ago(said.at))

    def _conversations(self):
        """Between connections, and what answers an invitation that waits (E2)."""
        talks = defaultdict(list)
        written = Message.objects.filter(
            world=self.world, author__in=self.handles, reader__in=self.handles
        )
        waiting = {
            *Invitation.objects.filter(world=self.world).pending().values_list("pk", flat=True)
        }
        for message in written.order_by("pk"):
            two = tuple(sorted((message.author_id, message.reader_id)))
            may_begin = two in self.connected or message.invitation_id in waiting
            if two in talks or may_begin:
                talks[two].append(message)
        for (one, other), messages in talks.items():
            yield {
                "between": InlineList([self.handles[one], self.handles[other]]),
                "messages": [
                    _line_of(
                        self.handles[line.author_id], self._ago(line.at), clean_text(line.text)
                    )
                    for line in messages
                ],
            }

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
                    "ago": ago_text(seconds),
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
                    "ago": ago_text(self._ago(job.opened_at)),
                    "text": _text(job.text, 5_000),
                }
            )


class _Responses:
    """What the people in the file made of posts, as far as they see them today."""

    def __init__(self, export, posts):
        self.export = export
        here = {"world": export.world, "post__in": posts}
        self.by_post = {Reaction: defaultdict(list), Comment: defaultdict(list)}
        for reaction in Reaction.objects.filter(**here).order_by("pk"):
            self.by_post[Reaction][reaction.post_id].append(reaction)
        for comment in Comment.objects.filter(**here).order_by("at", "pk"):
            self.by_post[Comment][comment.post_id].append(comment)

    def reactions(self, post):
        kinds, written = defaultdict(list), self.export._ago(post.at)
        for reaction in self.by_post[Reaction][post.pk]:
            if self.export.sees(reaction.person_id, post):
                handle = self.export.handles[reaction.person_id]
                kinds[reaction.kind].append((handle, self.export._ago(reaction.at)))
        return {kind: _brief(kinds[kind], written) for kind in Reaction.Kind.values if kinds[kind]}

    def comments(self, post):
        seen = [
            comment
            for comment in self.by_post[Comment][post.pk]
            if self.export.sees(comment.author_id, post)
        ]
        replies = defaultdict(list)
        for comment in seen:
            replies[comment.parent_id].append(comment)
        return [
            _without_blanks(
                {
                    **self._comment(comment),
                    "replies": [
                        self._comment(reply)
                        for reply in replies[comment.pk]
                        if not self.export.is_block_between(reply.author_id, comment.author_id)
                    ],
                }
            )
            for comment in replies[None]
        ]

    def _comment(self, comment):
        author = self.export.handles[comment.author_id]
        return _line_of(author, self.export._ago(comment.at), clean_text(comment.text))


def _skills(names, endorsed):
    """Names, each with who endorses it; on one line when nobody does."""
    if any(endorsed.get(name) for name in names):
        return [
            Inline({"name": name, "endorsed_by": InlineList(endorsed[name])})
            if endorsed.get(name)
            else name
            for name in names
        ]
    return InlineList(names)


def _brief(seats, usual):
    """[handle, {who: handle, ago: 3d}], where most are as long ago as usual."""
    return InlineList(
        handle if seconds == usual else Inline({"who": handle, "ago": ago_text(seconds)})
        for handle, seconds in seats
    )


def _line_of(author, seconds, text):
    return _without_blanks({"from": author, "ago": ago_text(seconds), "text": text})


def _praise(ends, said, seconds):
    word = WORDS[said["status"]]
    return _without_blanks(
        {
            **ends,
            "relationship": said["relationship"],
            "place": _line(said["place"], 100),
            "ago": "" if seconds == YEAR else ago_text(seconds),
            "status": "" if word == "shown" else word,
            "text": clean_text(said["text"]),
        }
    )


def _choices(person):
    """What they chose otherwise than people usually do."""
    return {
        name: _word(getattr(person, name))
        for name in CHOICES
        if name != "avatar_seed" and getattr(person, name) != getattr(Somebody, name)
    }


def _word(chosen):
    return "yes" if chosen is True else chosen


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
            yield Inline({key: item["who"], "ago": ago_text(item["seconds"])})


def _request(ends, how, note, seconds):
    return _without_blanks({**ends, "how": how, "note": note, "ago": ago_text(seconds)})


def _unlike(fields, persona):
    """The fields of a persona that are otherwise than these."""
    said = {name: getattr(persona, name) for name in fields}
    return {name: value for name, value in said.items() if value != fields[name]}


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
