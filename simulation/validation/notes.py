"""Whether the scorer of notes follows its rubric: N1 to N5. See docs/gold-notes.md.

The bands were frozen before the scorer was tried on any note, and the held-out third of the notes
was never read while it was made.
"""

from math import inf
from statistics import mean

from ..coaching.result import Criterion, Fault
from ..coaching.review import CAPS, review
from . import gold, rewording
from .agreement import mean_difference, spearman, weighted_kappa
from .checks import Check

KAPPA = 0.6
SPEARMAN, DIFFERENCE = 0.75, 0.15
HOLD = 0.95  # the share of notes for which a property of a change must hold
GOOD = 0.7  # from which overall rating on a note counts as good
TOLERANCE = 1e-9


def checks(short=False):
    """Every check; `short` changes the held-out notes only."""
    all_notes = gold.notes()
    return [
        *raters(),
        *scorer("held out", held_out()),
        *scorer("read", [note for note in all_notes if not note.is_held_out]),
        *changes(held_out() if short else all_notes),
        *defaults(all_notes),
        *stuffing(),
        *languages("held out", held_out()),
        *languages("all", all_notes),
    ]


def held_out():
    return [note for note in gold.notes() if note.is_held_out]


def raters():
    """How far the two raters agree with each other."""
    one, two = zip(*(note.ratings for note in gold.notes()), strict=True)
    overall = weighted_kappa([each.overall for each in one], [each.overall for each in two])
    yield Check("N1", "two raters, overall: kappa", KAPPA, 1, overall)
    for criterion in Criterion:
        levels = [[each.levels[criterion] for each in ratings] for ratings in (one, two)]
        name = f"two raters, {_named(criterion)}: kappa"
        yield Check("N1", name, KAPPA, 1, weighted_kappa(*levels))


def scorer(which, notes):
    """How far the scorer follows the raters."""
    reviews = [review(note.text, note.facts) for note in notes]
    quality = [each.quality for each in reviews]
    overall = [note.overall for note in notes]
    yield Check(
        "N1", f"scorer and raters, {which}: Spearman", SPEARMAN, 1, spearman(quality, overall)
    )
    difference = mean_difference(quality, overall)
    yield Check("N1", f"scorer − raters, {which}: mean size", 0, DIFFERENCE, difference)
    for criterion in Criterion:
        pairs = [
            (each.levels[criterion], rating.levels[criterion])
            for each, note in zip(reviews, notes, strict=True)
            for rating in note.ratings
        ]
        name = f"scorer and raters, {which}, {_named(criterion)}: kappa"
        yield Check("N1", name, KAPPA, 1, weighted_kappa(*zip(*pairs, strict=True)))


def changes(notes):
    """For how many of the notes that it changes a change does to the quality what it should."""
    for name, (change, holds) in CHANGES.items():
        changed = [(note, text) for note in notes if (text := change(note)) != note.text]
        share = mean(holds(note, _quality(note), _quality(note, text)) for note, text in changed)
        yield Check("N2", name, HOLD, 1, share)


def _lower(note, before, after):
    """Lower, or no higher where what spoils the note holds it down already."""
    return after < before or (_is_capped(note) and after <= before + TOLERANCE)


def _not_higher(_note, before, after):
    return after <= before + TOLERANCE


def _alike(_note, before, after):
    return abs(after - before) <= 0.15


def _hardly_lower(_note, before, after):
    return after >= before - 0.05


CHANGES = {
    "name deleted: lower": (rewording.without_name, _lower),
    "placeholder added: lower": (rewording.with_placeholder, _lower),
    "wrong name: lower": (rewording.with_wrong_name, _lower),
    "a sentence twice: not higher": (rewording.with_a_sentence_twice, _not_higher),
    "list of facts added: not higher": (rewording.with_a_list_of_facts, _not_higher),
    "superlatives added: not higher": (rewording.with_superlatives, _not_higher),
    "paraphrase: within .15": (rewording.paraphrased, _alike),
    "three typos: at most .05 lower": (rewording.with_three_typos, _hardly_lower),
}


def defaults(notes):
    """Whether texts that were offered are known as such, and good notes are not taken for one."""
    caught = [
        Fault.DEFAULT in review(text, facts).faults
        for facts in gold.situations().values()
        for text in rewording.default_texts(facts)
    ]
    yield Check("N3", "default texts caught", 0.95, 1, mean(caught))
    good = [review(note.text, note.facts) for note in notes if note.overall >= GOOD]
    alarms = mean(Fault.DEFAULT in each.faults for each in good)
    yield Check("N3", "good notes taken for one", 0, 0.02, alarms)
    spoilt = mean(bool(each.faults & CAPS.keys()) for each in good)
    yield Check("N3", "good notes held down by any fault", 0, 0.05, spoilt)


def stuffing():
    """What a bot earns that piles up facts."""
    earned = [
        review(text, facts).quality
        for facts in gold.situations().values()
        for text in rewording.stuffed(facts)
    ]
    yield Check("N4", "stuffing bot: mean quality", -inf, 0.45, mean(earned))


def languages(which, notes):
    """How much better or worse than the raters the scorer treats who writes in another language."""
    residuals = {True: [], False: []}
    for note in notes:
        residuals[note.is_native].append(_quality(note) - note.overall)
    gap = mean(residuals[False]) - mean(residuals[True])
    yield Check("N5", f"non-native − native residual, {which}", -0.05, 0.05, gap)


def _quality(note, text=None):
    return review(note.text if text is None else text, note.facts).quality


def _is_capped(note):
    return bool(review(note.text, note.facts).faults & CAPS.keys())


def _named(criterion):
    return criterion.name.lower()
