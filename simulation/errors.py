"""What the simulation answers when it says no; see network/errors.py."""

from django.utils.translation import gettext as _

from network.errors import Refusal


class AlreadyOpen(Refusal):
    def __str__(self):
        return _("The debrief is open, so your bet stays as it is. Bet on your next invitation.")


class NobodyDecides(Refusal):
    def __str__(self):
        return _(
            "Only simulated people can explain their answers. Ask this person yourself, "
            "and bet on an invitation to a simulated person."
        )


class NotDecided(Refusal):
    def __str__(self):
        return _(
            "Nobody has decided on this invitation so far. Most answers come within a week of "
            "this world's time, the last ones after three weeks. Look again later."
        )


class NeverDecided(Refusal):
    def __str__(self):
        return _(
            "Nobody decided on this invitation, and nobody will: it ended before, or it had waited "
            "too long when you came. Open the debrief of another one."
        )
