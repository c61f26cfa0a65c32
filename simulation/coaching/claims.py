"""What a note says to have happened, against what did. A claim without support is false. Pure."""

from .facts import Contact, Ground
from .lexicon import parts, words
from .matching import Kind
from .reading import plain_words

NAME_WITHIN = 4  # words around "mutual friend" in which the name stands


def false_claims(draft):
    """The places of all that the note claims and the facts do not bear out."""
    spans = [
        span
        for part in parts("claims")
        for span in draft.spans("claims", part)
        if not SUPPORTS[part](draft, span)
    ]
    return tuple(sorted({*spans, *_posts_of_others(draft)}))


def _friend(draft, span):
    """A friend whom both know: the one who is named, or any when nobody is."""
    if named := _strangers_near(draft, span):
        return not named
    return bool(draft.facts.mutuals)


def _sent(draft, span):
    """ "X said I should write": X is somebody who is known to know the recipient, or unknown."""
    return not any(
        mention.ground == Ground.ELSEWHERE and mention.kind == Kind.MUTUAL
        for mention in draft.mentions
    )


def _introduced(draft, _span):
    return draft.facts.had(Contact.INTRODUCED)


def _agreed(draft, _span):
    said = " ".join(event.words.casefold() for event in draft.facts.events)
    return any(word in said for word in ("agree", "promise", "offer", "invite"))


def _met(draft, _span):
    return draft.facts.had(Contact.SPOKE, Contact.WORKED, Contact.STUDIED)


def _worked(draft, _span):
    return bool(draft.facts.shared("employers")) or draft.facts.had(Contact.WORKED)


def _studied(draft, _span):
    return bool(draft.facts.shared("schools")) or draft.facts.had(Contact.STUDIED)


def _helped(draft, _span):
    return draft.facts.were_in_contact


def _both(draft, span):
    """ "We both went to X": false when X, and nothing else in the sentence, is not of both."""
    sentence = _sentence_of(draft, span)
    here = [
        mention
        for mention in draft.mentions
        if mention.kind in (Kind.SCHOOL, Kind.EMPLOYER, Kind.GROUP)
        and any(draft.reading.tokens[place].sentence == sentence for place in mention.places)
    ]
    shared = [mention for mention in draft.mentions if mention.ground == Ground.SHARED]
    return bool(shared) or not any(mention.ground != Ground.SHARED for mention in here)


SUPPORTS = {
    "friend": _friend,
    "sent": _sent,
    "introduced": _introduced,
    "agreed": _agreed,
    "met": _met,
    "worked": _worked,
    "studied": _studied,
    "helped": _helped,
    "both": _both,
}


def _posts_of_others(draft):
    """ "Your post on X", when somebody else wrote it."""
    if any(
        mention.kind == Kind.POST and mention.ground == Ground.SHARED for mention in draft.mentions
    ):
        return ()
    return draft.spans_of(
        mention
        for mention in draft.mentions
        if mention.kind == Kind.POST and mention.ground == Ground.ELSEWHERE and not mention.faint
    )


def _sentence_of(draft, span):
    return next(token.sentence for token in draft.reading.tokens if token.end > span[0])


def _strangers_near(draft, span):
    """Names beside a claim that belong to nobody whom both know."""
    tokens = draft.reading.tokens
    inside = [place for place, token in enumerate(tokens) if span[0] <= token.start < span[1]]
    if not inside:
        return ()
    near = range(max(0, inside[0] - NAME_WITHIN), min(len(tokens), inside[-1] + 1 + NAME_WITHIN))
    sentence = tokens[inside[0]].sentence
    names = [
        token
        for place in near
        if (token := tokens[place]).sentence == sentence
        and place not in inside
        and _is_name(token, place)
        and token.plain not in _accounted(draft)
    ]
    known = {word for name in draft.facts.mutuals for word in plain_words(name)}
    if any(tokens[place].plain in known for place in near):
        return ()
    return tuple((token.start, token.end) for token in names)


def _is_name(token, place):
    small = words("function_words") | words("everyday") | words("titles") | words("nobody")
    starts = place == 0
    return token.is_capitalised and not starts and token.plain.split()[0] not in small


def _accounted(draft):
    """Words with a capital that are somebody's or something's name in the facts."""
    people = (draft.facts.sender, draft.facts.recipient)
    texts = [person.name for person in people]
    for person in people:
        texts += [
            name for kind in ("schools", "employers", "groups") for name in getattr(person, kind)
        ]
    return {word for text in texts for word in plain_words(text)}
