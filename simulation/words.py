"""What a persona writes back to whom they accepted: put together from parts, chosen by hashing.

Each part names something concrete that is true of the two. Pure: what is said comes in.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .chance import choose

QUOTE = 70  # characters of a post that are quoted at most


@dataclass(frozen=True)
class Concrete:
    """What a reply may name; "" where there is nothing of the kind."""

    post: str = ""  # the persona's own, of late
    commented: bool = False  # the learner wrote under a post of theirs
    school: str = ""
    group: str = ""
    employer: str = ""
    work: str = ""  # what the persona does
    asked: bool = False  # the note asks one small thing


def openings():
    return [
        _("Thank you for your invitation."),
        _("Thanks for writing to me."),
        _("Good to hear from you."),
        _("Hello, and thank you for the invitation."),
    ]


def of_a_comment():
    return [
        _("I remember what you wrote under my post “%(post)s”. It made me think again."),
        _("Your comment on “%(post)s” was worth reading."),
    ]


def of_a_school():
    return [
        _("It is nice to meet somebody else from %(school)s."),
        _("So you know %(school)s too. I still think of my time there."),
        _("Few people in my work come from %(school)s, so I was glad to see it."),
    ]


def of_an_employer():
    return [
        _("We both know %(employer)s from the inside, so we have something to talk about."),
        _("I see that you know %(employer)s as I do."),
    ]


def of_a_group():
    return [
        _("I have seen you in %(group)s, so you are no stranger."),
        _("%(group)s is a good place to learn. I read along there most weeks."),
    ]


def of_a_post():
    return [
        _("I wrote this lately: “%(post)s”. I would like to know what you think of it."),
        _("I wrote about my work the other day: “%(post)s”."),
    ]


def of_work():
    return [
        _("My work is easy to name and long to explain: %(work)s."),
        _("You may have seen what I do: %(work)s. There is more to it than the title says."),
    ]


# What is named, in this order; the first two that there are take turns by luck.
THINGS = [
    (lambda said: said.commented and said.post, of_a_comment),
    (lambda said: said.school, of_a_school),
    (lambda said: said.employer, of_an_employer),
    (lambda said: said.group, of_a_group),
    (lambda said: said.post and not said.commented, of_a_post),
    (lambda said: said.work, of_work),
]


def closings(said):
    if said.asked:
        return [
            _("Ask your question here; I answer as soon as I can."),
            _("I am happy to answer your question. Where shall I begin?"),
        ]
    return [
        _("What are you working on at the moment?"),
        _("What would you like to learn next?"),
        _("Tell me a little about what you are looking for."),
        _("Write to me when something comes up that I may know about."),
    ]


def reply(said, luck):
    """The words of a reply. `luck` draws by stream, see `chance.Luck`."""

    def one_of(stream, sentences):
        return choose(luck.draw(f"words.{stream}"), [(each, 1) for each in sentences])

    parts = [one_of("opening", openings())]
    there = [sentences for is_there, sentences in THINGS if is_there(said)][:2]
    if there:
        parts.append(one_of("thing", one_of("which", there)()) % vars(said))
    parts.append(one_of("closing", closings(said)))
    return " ".join(parts)


def topic(text):
    """The beginning of a post as one quotes it: its first sentence, or as many words as fit."""
    line = text.strip().split("\n")[0]
    first = re.split(r"(?<=[.?!])\s", line)[0].rstrip(".!?,;: ")
    if len(first) <= QUOTE:
        return first
    return first[:QUOTE].rsplit(" ", 1)[0].rstrip(".!?,;: ") + " …"
