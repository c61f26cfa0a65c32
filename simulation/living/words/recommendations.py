"""Recommendations that simulated people write for learners, and why they sometimes do not."""

from django.utils.translation import gettext as _

from . import pick


def text(said, luck, taken=()):
    """Two parts: where they know each other from, and what they saw."""
    said = said | {"place": said["employer"] or said["school"]}
    return " ".join(
        [
            pick(_where(), said, luck, "where", taken),
            pick(_what(), said, luck, "what", taken),
            pick(_last(), said, luck, "last", taken),
        ]
    )


def _where():
    return [
        _("I know %(name)s from our time at %(employer)s."),
        _("%(name)s and I were at %(employer)s, and I saw the work from close by."),
        _("%(name)s and I know each other from %(school)s."),
        _("We both learned at %(school)s, where one soon sees who helps others."),
        _("I got to know %(name)s in “%(group)s”."),
        _("I have followed what %(name)s does here for a while."),
    ]


def _what():
    """What was seen at work is said by those who were there."""
    return [
        _("What I remember most from %(place)s is “%(skill)s”, done with care and explained so "
          "that others could do it the next day."),
        _("When something with “%(skill)s” had to be right at %(place)s, this was the person one "
          "asked."),
        _("At %(place)s mistakes were named on the same day, one's own first. That is rarer than "
          "it sounds."),
        _("“%(skill)s” is no word on a list here: it shows in what is written and asked."),
        _("I have seen questions that were asked early, and answers that were thanked for."),
    ]  # fmt: skip


def _last():
    return [
        _("I would be glad to work together at any time."),
        _("Whoever gets %(name)s for the team will notice it in the first week."),
        _("I am glad to answer questions about it."),
    ]


def not_yet(said, luck):
    """A request that is let pass, with the reason."""
    return pick(
        [
            _("You asked me for a recommendation, thank you for the trust. I have not seen enough "
              "of your work yet to write something that is of use to you. Let us first do "
              "something together."),
            _("About the recommendation: I write them only about things that I have seen myself, "
              "and that is too little so far. Somebody who worked beside you can do it better."),
            _("I would rather not write a recommendation yet, since mine would be general, and "
              "general ones help nobody. An old colleague of yours is the better choice."),
        ],
        said,
        luck,
        "not_yet",
    )  # fmt: skip
