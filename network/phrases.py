"""Ready texts for polite answers, to start from and to change before sending."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .text import seen_length


@dataclass(frozen=True)
class Phrase:
    label: Promise
    text: Promise


PHRASES = {
    "thanks": Phrase(
        _("Thank you, and yes"),
        _(
            "Hello %(name)s, thank you for your invitation. I am glad to connect with you. "
            "What are you working on at the moment?"
        ),
    ),
    "not-now": Phrase(
        _("A polite no for now"),
        _(
            "Hello %(name)s, thank you for thinking of me. I keep my network to people I have "
            "worked with, so I will not connect for now. You are welcome to follow me, and I wish "
            "you all the best."
        ),
    ),
    "how-found": Phrase(
        _("Ask how they found you"),
        _(
            "Hello %(name)s, thank you for your invitation. I do not think that we have met. "
            "How did you find me?"
        ),
    ),
    "what-about": Phrase(
        _("Ask what they want to talk about"),
        _(
            "Hello %(name)s, thank you for writing. Before I answer: what would you like to talk "
            "about with me?"
        ),
    ),
}

INTRODUCTION = _(
    "Hello %(name)s, %(between)s knows us both, so I ask this way. I would like to hear how you "
    "came to what you do, and to stay in touch. If it does not suit you now, that is fine."
)


def to_be_introduced(name, between, most):
    """The note to start from; '' when it would have more than `most` characters."""
    text = INTRODUCTION % {"name": name, "between": between}
    return text if seen_length(text) <= most else ""


def filled(key, name):
    """The text of a phrase with the other person's name in it; '' when there is none."""
    return PHRASES[key].text % {"name": name} if key in PHRASES else ""
