"""The checklist beside the note, which fades as somebody gets better. Pure."""

from enum import IntEnum

from django.utils.translation import gettext_lazy as _

GOOD, POOR = 0.7, 0.4  # quality from which on a note earns less help, and below which it earns more
IN_A_ROW = 2


class Help(IntEnum):
    """How much is shown before sending."""

    NONE = 0
    HINTS = 1
    FULL = 2


FULL = (
    _("I greet them by their name, as they like it."),
    _("I name one true thing that we share."),
    _("I say what it did for me."),
    _("I say who I am."),
    _("I say why I write to them."),
    _("I ask for one small thing that they can refuse."),
    _("I thank them, or say that there is no hurry."),
    _("I have read it once more."),
)
HINTS = (
    _("What do you two share?"),
    _("Who are you, and why do you write to them?"),
    _("What is the one small thing that you ask?"),
)
SHOWN = {Help.FULL: FULL, Help.HINTS: HINTS, Help.NONE: ()}


def help_after(qualities):
    """How much help somebody gets whose notes had these qualities, the oldest first.

    It starts in full. Two good notes in a row take one step away, two poor ones give one back; a
    note counts for one step only.
    """
    level, good, poor = Help.FULL, 0, 0
    for quality in qualities:
        good = good + 1 if quality >= GOOD else 0
        poor = poor + 1 if quality < POOR else 0
        if good == IN_A_ROW:
            level, good = Help(max(Help.NONE, level - 1)), 0
        elif poor == IN_A_ROW:
            level, poor = Help(min(Help.FULL, level + 1)), 0
    return level


def checklist(qualities):
    """The lines to show before the next note."""
    return tuple(str(line) for line in SHOWN[help_after(qualities)])
