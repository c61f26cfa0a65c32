"""How near bets come to the model's chances. Pure; luck has no part in it.

The Brier score of a bet is here the square of its distance from the chance.
"""

from math import sqrt

from django.utils.translation import gettext as _

ENOUGH = 5  # bets; fewer are luck
NEAR, FAIR = 0.1, 0.2  # distances: on average within one in ten, within two


def bet_in_words(tenths, p):
    """What to make of one bet."""
    off = tenths / 10 - p
    if abs(off) <= NEAR:
        return _("Your bet was close to it.")
    words = {"n": round(10 * abs(off))}
    if off > 0:
        return _("Your bet was about %(n)d in 10 too high.") % words
    return _("Your bet was about %(n)d in 10 too low.") % words


def skill_in_words(many, score, lean):
    """What to make of so many bets: their mean `score` by Brier, how far they `lean` upwards."""
    if many < ENOUGH:
        words = {"many": many, "enough": ENOUGH}
        return _("Too few to say: %(many)d open so far, and it takes %(enough)d.") % words
    distance = sqrt(score)
    if distance <= NEAR:
        return _("You judge chances well: your bets are within 1 in 10 of them.")
    if abs(lean) < distance / 2:
        return _("Your bets miss on both sides. Read what helped before you bet.")
    if distance <= FAIR:
        near = _("Your bets are near, and mostly a little too high.")
        return near if lean > 0 else _("Your bets are near, and mostly a little too low.")
    if lean > 0:
        return _("You expect too much so far: most invitations to strangers are not answered.")
    return _("You expect too little so far: people accept more often than you think.")
