"""Everything that the scorer of notes may know. What is not a field here cannot enter a score.

All of it is true in the world; a claim that finds no support here is not.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Register(StrEnum):
    """How somebody likes to be addressed."""

    FIRST_NAME = "first-name"
    TITLE_SURNAME = "title-surname"
    EITHER = "either"


class Contact(StrEnum):
    """What an event between two people was, from the least to the most."""

    HEARD = "heard"  # the sender listened or read; the recipient knows nothing of it
    WROTE = "wrote"  # an answer, a comment or a message between them
    SPOKE = "spoke"  # face to face, or doing something together
    STUDIED = "studied"
    WORKED = "worked"
    INTRODUCED = "introduced"  # somebody told the recipient of the sender


class Ground(StrEnum):
    """Whose fact it is."""

    SHARED = "shared"
    THEIRS = "theirs"
    OWN = "own"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Event:
    """Something that happened between the two, in words."""

    words: str
    contact: Contact


@dataclass(frozen=True)
class Post:
    topic: str
    text: str = ""


@dataclass(frozen=True)
class Profile:
    """What a person shows to the other."""

    name: str
    headline: str = ""
    schools: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipient(Profile):
    """Who the note is for. `called` is what they ask to be called, if it is not in their name."""

    title: str = ""
    called: str = ""
    register: Register = Register.EITHER
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True)
class Elsewhere:
    """What exists in the world and is not true of these two: whoever names it claims falsely."""

    names: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteFacts:
    """One pair, from the sender to the recipient. `limit` is in characters (C12)."""

    sender: Profile
    recipient: Recipient
    mutuals: tuple[str, ...] = ()  # names of those whom both know
    events: tuple[Event, ...] = ()
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    earlier: tuple[str, ...] = ()  # notes that the sender sent to others
    defaults: tuple[str, ...] = ()  # texts that the page offered
    limit: int = 300

    def shared(self, kind):
        """The schools, employers, groups or skills of both."""
        theirs = {name.casefold() for name in getattr(self.recipient, kind)}
        return tuple(name for name in getattr(self.sender, kind) if name.casefold() in theirs)

    @property
    def were_in_contact(self):
        """Whether the recipient may remember the sender."""
        return any(event.contact != Contact.HEARD for event in self.events)

    def had(self, *contacts):
        return any(event.contact in contacts for event in self.events)


NOBODY = NoteFacts(sender=Profile(name=""), recipient=Recipient(name=""))  # for a text by itself
