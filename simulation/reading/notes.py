"""What the coach may know of two people: from what was read to `coaching.NoteFacts`, and kept.

Other people in it are kept by their keys, so that nothing of them stays when they leave.
"""

from dataclasses import replace

from network.models import Connection, Person
from network.models import Post as NetworkPost

from ..coaching.facts import (
    Contact,
    Elsewhere,
    Event,
    NoteFacts,
    Post,
    Profile,
    Recipient,
    Register,
)
from ..coaching.lexicon import words
from ..coaching.reading import plain_words
from ..storing import restored, stored
from ..words import topic
from .surroundings import Surroundings

REMEMBERED = 30  # notes of the sender to others, the newest
OUTSIDE = NetworkPost.Audience.FOLLOWERS


def note_facts(case, moving):
    """The facts of the case's note, at the moment of `moving`."""
    invitation, by = case.invitation, case.invitation.introduced_by
    introduced = (Event(by.name, Contact.INTRODUCED),) if by else ()
    facts = NoteFacts(
        sender=Profile(**_shown(case, case.sender)),
        recipient=Recipient(
            **_shown(case, case.recipient),
            title=_title(case.recipient.name),
            register=_register(case.recipient),
            posts=tuple(_posts(case)),
        ),
        mutuals=tuple(moving.mutuals.values()),
        events=(*_events(case), *introduced),
        earlier=tuple(case.notes_to_others[-REMEMBERED:]),
        limit=invitation.world.rules.note_length,
    )
    return _amid(facts, case.reading.surroundings, moving.known, invitation, invitation.note)


def kept(facts, case, moving):
    """These facts as a decision keeps them; what is elsewhere in the world is read anew."""
    by = case.invitation.introduced_by
    events = facts.events[:-1] if by else facts.events
    return {
        **stored(replace(facts, events=events, mutuals=(), elsewhere=Elsewhere())),
        "mutuals": list(moving.mutuals),
        "introduced_by": by and by.pk,
    }


def note_facts_of(decision, text):
    """The facts that a decision kept, for judging another note to the same person."""
    data, invitation = dict(decision.note_facts), decision.invitation
    by, mutuals = data.pop("introduced_by"), data.pop("mutuals")
    names = dict(Person.objects.filter(pk__in=[*mutuals, by]).values_list("pk", "name"))
    facts = restored(NoteFacts, data)
    introduced = (Event(names[by], Contact.INTRODUCED),) if by in names else ()
    facts = replace(
        facts,
        mutuals=tuple(names[pk] for pk in mutuals if pk in names),
        events=(*facts.events, *introduced),
    )
    around = Surroundings([(invitation.world_id, text)])
    ties = Connection.objects.filter(person=invitation.sender_id).order_by("pk")
    known = ties.values_list("other__name", flat=True)
    return _amid(facts, around, known, invitation, text)


def _amid(facts, surroundings, known, invitation, text):
    """The facts with what else the text may mean in this world."""
    people = (facts.sender, facts.recipient)
    true = {*facts.mutuals, *(one.name for one in people)}
    true |= {name for one in people for name in (*one.employers, *one.groups)}
    elsewhere = surroundings.elsewhere(invitation.world_id, text, known, true)
    return replace(facts, elsewhere=elsewhere)


def _shown(case, person):
    profiles, pk = case.profiles, person.pk
    return {
        "name": person.name,
        "headline": person.headline,
        "schools": _once(each.name for each in profiles.schools[pk]),
        "employers": _once(job.employer_name for job in profiles.workplaces(pk)),
        "groups": _once(each.name for each in profiles.groups[pk]),
        "skills": tuple(profiles.skills[pk]),
    }


def _once(names):
    return tuple(dict.fromkeys(names))


def _title(name):
    """ "Dr." of "Dr. Ines Barrow"; "" where the name begins with none."""
    first = name.split()[0] if name.split() else ""
    return first if set(plain_words(first)) & words("titles") else ""


def _register(person):
    """How a simulated person likes to be addressed; learners take either."""
    persona = getattr(person, "persona", None)
    return Register(persona.register) if persona else Register.EITHER


def _posts(case):
    """The recipient's posts that the sender can know: as a follower (P3), or in a group (P5)."""
    follows = case.pair in case.dealings.followed
    for post in case.dealings.posts[case.pair[1]]:
        if post.group in case.shared.group_keys or (follows and post.audience == OUTSIDE):
            yield Post(post.title or topic(post.text), post.text)


def _events(case):
    """What happened between the two, in the words that were said."""
    me, them = case.pair
    for said in case.dealings.comments[me]:
        if them in (said.post_author, said.parent_author):
            yield Event(said.text, Contact.WROTE)
    for pair in (case.pair, (them, me)):
        for line in case.dealings.messages[pair]:
            yield Event(line.text, Contact.WROTE)
