"""Rows of a world that stand before anybody acts, written in a few statements.

Who sows has seen to the rules; the database's own constraints still hold. What concerns somebody
is an event, as when it is done. Ids follow the order of time, since feeds and notices read by id.
"""

from collections import defaultdict
from datetime import date

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .models import (
    Block,
    Comment,
    Connection,
    Conversation,
    Education,
    Endorsement,
    Event,
    Experience,
    Follow,
    Hashtag,
    Invitation,
    Membership,
    Mention,
    Message,
    Person,
    Post,
    Reaction,
    Recommendation,
    Skill,
)
from .references import handles_in, tags_in

# What comes later refers to what comes before; (model, the time by which its rows are ordered).
ORDER = (
    (Experience, None),
    (Education, None),
    (Skill, None),
    (Connection, None),
    (Follow, None),
    (Membership, None),
    (Invitation, "sent_at"),
    (Post, "at"),
    (Hashtag, None),
    (Comment, "at"),
    (Mention, None),
    (Reaction, "at"),
    (Endorsement, "at"),
    (Recommendation, "at"),
    (Message, "at"),
    (Event, "at"),
)


class Seeds:
    """The rows of one world, gathered by calls like those of the verbs, until `sow` writes them."""

    def __init__(self, world, employers):
        """`employers` maps the handles of the world's employers to them."""
        self.world, self.employers = world, employers
        self.rows = defaultdict(list)
        self.named = []

    def _add(self, model, **said):
        row = model(**said)
        self.rows[model].append(row)
        return row

    def _add_here(self, model, **said):
        return self._add(model, world=self.world, **said)

    def _tell(self, actor, verb, target, at, **about):
        self._add_here(Event, actor=actor, verb=verb, target=target, at=at, **about)

    # A profile, from items of a scenario.

    def experience(self, person, item):
        employer = self.employers.get(item["employer"])
        self._add(
            Experience,
            person=person,
            title=item["title"],
            employer=employer,
            employer_name=employer.name if employer else item["employer"],
            started_on=_month(item["from"]),
            ended_on=_month(item["to"]) if item.get("to") else None,
            text=item.get("text", ""),
        )

    def education(self, person, item):
        self._add(
            Education,
            person=person,
            school=item["school"],
            degree=item.get("degree", ""),
            field=item.get("field", ""),
            started_in=item["from"],
            ended_in=item.get("to") or None,
        )

    def skill(self, person, name, position):
        return self._add(Skill, person=person, name=name, position=position)

    # Between two people.

    def connect(self, one, other, since):
        for person, another in [(one, other), (other, one)]:
            self._add_here(
                Connection,
                person=person,
                other=another,
                origin=Connection.Origin.SCENARIO,
                since=since,
            )

    def follow(self, follower, followed, since):
        self._add_here(Follow, follower=follower, followed=followed, since=since)

    def invite(self, sender, recipient, at, how, note):
        said = {"how": how, "note": note, "sent_at": at}
        invitation = self._add_here(Invitation, sender=sender, recipient=recipient, **said)
        self._tell(sender, Event.Verb.INVITED, recipient, at, invitation=invitation)
        return invitation

    def write(self, author, reader, at, text, invitation=None):
        """A message; `invitation` is the one that it answers (E2)."""
        said = {"text": text, "at": at, "invitation": invitation}
        self._add_here(Message, author=author, reader=reader, **said)
        self._tell(author, Event.Verb.MESSAGED, reader, at)

    def endorse(self, endorser, skill, at):
        given = self._add_here(
            Endorsement, endorser=endorser, person=skill.person, skill=skill, at=at
        )
        self._tell(endorser, Event.Verb.ENDORSED, skill.person, at, endorsement=given)

    def recommend(self, author, recipient, at, status, **said):
        """`said` is its relationship, place and text."""
        given = self._add_here(
            Recommendation,
            author=author,
            recipient=recipient,
            status=status,
            revision=1,
            at=at,
            **said,
        )
        self._tell(author, Event.Verb.RECOMMENDED, recipient, at, recommendation=given)
        if status != Recommendation.Status.WRITTEN:
            self._tell(recipient, Event.Verb.APPROVED, author, at, recommendation=given)

    # In groups and under posts.

    def seat(self, person, group, standing, since):
        self._add_here(Membership, person=person, community=group, standing=standing, since=since)

    def post(self, author, at, text, audience, group=None, title=""):
        said = {"title": title, "text": text, "audience": audience, "community": group, "at": at}
        post = self._add_here(Post, author=author, **said)
        for key in tags_in(f"{title}\n{text}"):
            self._add_here(Hashtag, post=post, key=key)
        self._name(author, at, text, post)
        return post

    def react(self, person, post, at, kind):
        self._add_here(Reaction, person=person, post=post, kind=kind, at=at)
        told = post.author if post.author != person else None
        self._tell(person, Event.Verb.REACTED, told, at, post=post)

    def comment(self, author, post, at, text, parent=None):
        comment = self._add_here(Comment, author=author, post=post, parent=parent, text=text, at=at)
        told = post.author if post.author != author else None
        self._tell(author, Event.Verb.COMMENTED, told, at, post=post, comment=comment)
        if parent and parent.author not in (author, told):
            self._tell(author, Event.Verb.REPLIED, parent.author, at, post=post, comment=comment)
        above = parent.author if parent else None
        self._name(author, at, text, post, comment, told=(told, above))
        return comment

    def _name(self, author, at, text, post, comment=None, told=()):
        """Keep whom a text names until everybody is asked for at once."""
        about = {"post": post, "comment": comment}
        self.named += [(handle, author, at, about, told) for handle in handles_in(text)]

    # Writing it all.

    def sow(self):
        """Write everything; call it once, in a transaction."""
        self._mention()
        for model, moment in ORDER:
            rows = self.rows.pop(model, [])
            if moment:
                rows.sort(key=lambda row: getattr(row, moment))
            if model is Skill:
                self._write_skills(rows)
            elif model is Comment:
                _write_comments(rows)
            else:
                model.objects.bulk_create(rows)
            if model is Message:
                Conversation.objects.bulk_create(_sides(rows))

    def _mention(self):
        """Whom the texts mention, of those whom their authors may see (B1)."""
        if not self.named:
            return
        here = Person.objects.filter(world=self.world).exclude(kind=Person.Kind.DEPARTED)
        here = here.filter(handle__in={handle for handle, *_about in self.named})
        people = {person.handle: person for person in here}
        blocks = Block.objects.filter(world=self.world).values_list("blocker", "blocked")
        apart = {*map(frozenset, blocks)}
        for handle, author, at, about, told in self.named:
            person = people.get(handle)
            if person and frozenset([author.pk, person.pk]) not in apart:
                self._add_here(Mention, person=person, **about)
                if person not in (author, *told):
                    verb = Event.Verb.NAMED if about["comment"] else Event.Verb.MENTIONED
                    self._tell(author, verb, person, at, **about)

    def have_read(self, people):
        """Whoever does something has seen what they were told before; what came later is news."""
        own = Event.objects.filter(actor=OuterRef("pk")).order_by("-pk").values("pk")[:1]
        them = Person.objects.filter(pk__in=[person.pk for person in people])
        them.update(notices_read_up_to=Coalesce(Subquery(own), F("notices_read_up_to")))

    def _write_skills(self, skills):
        """Only the database knows all names that are alike; who endorsed the second one is lost."""
        Skill.objects.bulk_create(skills, ignore_conflicts=True)
        theirs = Skill.objects.filter(person__in={skill.person_id for skill in skills})
        kept = {
            (person, name): pk for pk, person, name in theirs.values_list("pk", "person", "name")
        }
        for skill in skills:
            skill.pk = kept.get((skill.person_id, skill.name))
        for model in (Endorsement, Event):
            self.rows[model] = [row for row in self.rows[model] if _has_its_skill(row)]


def _has_its_skill(row):
    given = row.endorsement if isinstance(row, Event) else row
    return given is None or given.skill.pk is not None


def _write_comments(comments):
    Comment.objects.bulk_create(comment for comment in comments if comment.parent is None)
    Comment.objects.bulk_create(comment for comment in comments if comment.parent is not None)


def _sides(messages):
    """Both sides of each conversation. Who answers has read what came before."""
    sides = {}
    for message in messages:
        two = message.author, message.reader
        mine, theirs = (
            sides.setdefault(pair, Conversation(world=message.world, person=pair[0], other=pair[1]))
            for pair in (two, two[::-1])
        )
        mine.newest = theirs.newest = message
        mine.read_up_to, theirs.heard = mine.heard, message.pk
    return sides.values()


def _month(text):
    year, month = map(int, text.split("-"))
    return date(year, month, 1)
