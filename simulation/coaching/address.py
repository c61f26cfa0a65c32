"""A: whether the note greets its recipient, by the right name and as they like it."""

from django.utils.translation import gettext_lazy as _

from .facts import Register
from .lexicon import lexicon, words
from .reading import plain_words
from .result import Criterion, Fault, Finding
from .spelling import is_slip

OPENING = 60  # characters in which a greeting is expected
LOOKED_AT = 3  # words after a greeting that may be a name
SURNAME_TITLES = {"ms": {"ms", "mrs", "miss"}, "mr": {"mr"}}
ACADEMIC = {"dr": {"dr", "doctor"}, "prof": {"prof", "professor"}}

ADVICE = {
    0: _("Begin with a greeting and their name."),
    1: _("Greet them by their name, in the way they like to be addressed."),
    2: _("Put their name into the greeting, at the start."),
    3: _("You greet them by their name, as they like it."),
}
OTHER_FORM = {
    Register.FIRST_NAME: _("You greet them by name. They like to be called by the first name."),
    Register.TITLE_SURNAME: _("You greet them by name. They like a title and the last name."),
    Register.EITHER: _("You greet them by name. Use the first name, or their title and last name."),
}
GAP = _("Put their name where the template has a gap.")
WRONG_NAME = _("This is not their name. Correct the name in the greeting.")


def judge(draft):
    """The level of the greeting."""
    if wrong := wrong_name(draft):
        return Finding(Criterion.ADDRESS, 0, wrong, WRONG_NAME, frozenset({Fault.WRONG_NAME}))
    level, spans, advice = _best(draft)
    return Finding(Criterion.ADDRESS, level, spans, advice)


def wrong_name(draft):
    """The place of a name after the greeting that is not the recipient's, if there is one."""
    tokens = draft.reading.tokens
    start = _greeting_length(draft)
    if start is None:
        return _known_stranger(draft)
    after = [token for token in tokens[start : start + LOOKED_AT]]
    while after and after[0].plain in words("titles"):
        after = after[1:]
    if not after or any(_is_theirs(token, draft.facts) for token in after):
        return ()
    first = after[0]
    joined = not any(
        sign in ",.!?\n"
        for sign in draft.reading.cut[tokens[start - 1].end : first.start].replace(". ", " ")
    )
    is_name = first.is_capitalised and not _is_common(first, draft)
    known = first.plain in _first_names(draft.facts.elsewhere.names)
    return ((first.start, first.end),) if (is_name and joined) or known else ()


def _known_stranger(draft):
    """A note that starts with somebody else's name: "Bernadette, thank you"."""
    tokens = draft.reading.tokens
    if not tokens or not tokens[0].is_capitalised:
        return ()
    first = tokens[0]
    strangers = _first_names((*draft.facts.elsewhere.names, *draft.facts.mutuals))
    followed_by_comma = draft.reading.cut[first.end : first.end + 1] == ","
    if followed_by_comma and first.plain in strangers and not _is_theirs(first, draft.facts):
        return ((first.start, first.end),)
    return ()


def _first_names(names):
    return {parts[0] for name in names if (parts := plain_words(name))}


def _is_common(token, draft):
    """Whether a capital here makes no name: "Dear Colleague", "Hello. Paloma here"."""
    own = {*plain_words(draft.facts.sender.name), *plain_words(draft.facts.recipient.headline)}
    lists = ("nobody", "function_words", "titles", "everyday")
    is_listed = any(token.plain.split()[0] in words(name) for name in lists)
    return is_listed or token.plain in own or not token.raw.isalpha()


def _greeting_length(draft):
    """How many words the greeting has; None without one."""
    tokens = draft.reading.tokens
    opening = " ".join(token.plain for token in tokens[:4])
    match = lexicon("greetings").match(opening)
    return len(match[0].split()) if match else None


def _best(draft):
    """The best level that any naming of the recipient earns, where it stands, and the advice."""
    reached = [_level_at(draft, place) for place in _names(draft)]
    if reached:
        return max(reached, key=lambda found: found[0])
    if gaps := tuple(gap for gap in draft.gaps if gap[0] < OPENING):
        return 0, gaps, GAP
    if _greeting_length(draft) is None:
        return 0, (), ADVICE[0]
    return 1, _spans(draft, range(_greeting_length(draft))), ADVICE[1]


def _spans(draft, places):
    tokens = draft.reading.tokens
    return tuple((tokens[place].start, tokens[place].end) for place in places)


def _names(draft):
    """Where the recipient is named."""
    return [
        place for place, token in enumerate(draft.reading.tokens) if _is_theirs(token, draft.facts)
    ]


def _level_at(draft, place):
    """What a name at this place earns, with the words around it that belong to it.

    A name in a form that they do not like still shows that the note is for them: it is worth more
    than a greeting that anybody could get.
    """
    places, has_title, has_given, has_family = _around(draft, place)
    if not _fits(draft.facts.recipient, has_title, has_given, has_family):
        return 2, _spans(draft, places), OTHER_FORM[draft.facts.recipient.register]
    in_opening = draft.reading.tokens[places[0]].start < OPENING
    starts_well = (
        _greeting_length(draft) is not None or places[0] == 0 or _is_addressed(draft, places)
    )
    level = 3 if in_opening and starts_well else 2
    return level, _spans(draft, places), ADVICE[level]


def _is_addressed(draft, places):
    """Whether the name is not the last word of the note, as "join your network, Orlando" is."""
    return places[-1] < draft.words - 2


def _around(draft, place):
    """The places of title, given name and family name around one of the names."""
    tokens, facts = draft.reading.tokens, draft.facts
    start = place
    while start > 0 and tokens[start - 1].plain in words("titles"):
        start -= 1
    end = place
    while end + 1 < len(tokens) and _is_theirs(tokens[end + 1], facts) and end - place < 3:
        end += 1
    every = range(start, end + 1)
    titles = {tokens[each].plain for each in every if tokens[each].plain in words("titles")}
    has_title = bool(titles & _right_titles(facts.recipient))
    given = any(_matches(tokens[each], _given(facts.recipient)) for each in every)
    family = any(_matches(tokens[each], _family(facts.recipient)) for each in every)
    return tuple(every), has_title, given, family


def _fits(recipient, has_title, has_given, has_family):
    by_first_name = has_given and not has_title
    by_title = has_title and has_family
    return {
        Register.FIRST_NAME: by_first_name,
        Register.TITLE_SURNAME: by_title,
        Register.EITHER: by_first_name or by_title or (has_title and has_given),
    }[recipient.register]


def _right_titles(recipient):
    """The titles that are right: an academic one where there is one, else any of daily life."""
    title = recipient.title.casefold().strip(".")
    if title in ACADEMIC:
        return ACADEMIC[title]
    return SURNAME_TITLES.get(title, {"ms", "mrs", "miss", "mr", "mx"})


def _given(recipient):
    return {*plain_words(recipient.name)[:1], *plain_words(recipient.called)}


def _family(recipient):
    return set(plain_words(recipient.name)[1:])


def _is_theirs(token, facts):
    return _matches(token, _given(facts.recipient) | _family(facts.recipient))


def misspelt(draft):
    """Where their name stands with a slip in it: forgiven here, and a slip like any other."""
    names = _given(draft.facts.recipient) | _family(draft.facts.recipient)
    return tuple(
        (token.start, token.end)
        for token in draft.reading.tokens
        if _is_theirs(token, draft.facts) and _letters(token) not in names
    )


def _matches(token, names):
    """Whether the token is one of the names, a slip of the pen forgiven."""
    word = _letters(token)
    return token.plain in names or word in names or any(is_slip(word, name) for name in names)


def _letters(token):
    """The word as it was typed, before any slip in it was forgiven."""
    return plain_words(token.raw)[0] if plain_words(token.raw) else token.plain
