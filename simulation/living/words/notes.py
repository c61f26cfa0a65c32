"""Notes of invitations to learners: with a reason, and without one."""

from django.utils.translation import gettext as _

from . import shuffled


def relevant(said, luck, number):
    """Each names what the two have in common; the shorter ones come later.

    `number` is how many the learner has got before: two in a row do not begin alike.
    """
    long_ones = [
        _("Hello, I liked what you wrote in “%(group)s”: “%(topic)s”. It is close to my own work "
          "(%(work)s), and I would like to hear how it goes on. May we connect?"),
        _("Your words in “%(group)s” stayed with me: “%(topic)s”. %(mutual)s and I talk about the "
          "same things, so I would be glad to be in touch."),
        _("Hello from “%(group)s”. You wrote about “%(topic)s”, and we have just begun with the "
          "same thing. I would like to compare notes with you."),
        _("We are both in “%(group)s”, and I see that you know %(mutual)s too. I read your post "
          "“%(topic)s” with interest. Shall we connect?"),
    ]  # fmt: skip
    short_ones = [
        _("Hello, we are both in “%(group)s” and both know %(mutual)s. I read along with what you "
          "write there and would like to connect."),
        _("I have seen you take part in “%(group)s” and we seem to care about the same questions. "
          "My own part in it: %(work)s. Would you like to connect?"),
        _("Hello from “%(group)s”. You write well there, and I would like to connect."),
        _("Your profile says that you know “%(skill)s”. So do we here, and we never stop learning. "
          "I would be glad to connect."),
    ]  # fmt: skip
    plain = [_("I have read what you write here and would like to stay in touch.")]
    banks = [shuffled(each, said, luck, "note") for each in (long_ones, short_ones, plain)]
    return [note for bank in banks for note in bank[number % len(bank or [1]) :] + bank]


def irrelevant(said, luck):
    """Friendly and empty: nothing says why it was this learner."""
    return shuffled(
        [
            _("I would like to add you to my network."),
            _("Hi, I am building my network and came across your profile. Let us connect."),
            _("Hello! I connect with all kinds of professionals. Looking forward to it."),
            _("I would like to have a few more contacts here."),
            _("Dear colleague, my field is %(industry)s, and I invite people from every field. "
              "Let us grow together."),
            _("I saw your profile. Please accept my invitation."),
            "",
        ],
        said,
        luck,
        "note",
    )  # fmt: skip


def contact(said, luck):
    """A recruiter who found a profile and names what in it fits."""
    return shuffled(
        [
            _("Hello, I am looking for somebody for “%(job)s” at %(employer)s, and your profile "
              "says that you know “%(skill)s”. No hurry: may I tell you more about it?"),
            _("Good day, I search profiles every week, and “%(skill)s” in yours fits what "
              "“%(job)s” at %(employer)s asks for. Would you like to hear more?"),
        ],
        said,
        luck,
        "note",
    ) + shuffled(
        [
            _("Hello, I recruit in your field and “%(skill)s” in your profile caught my eye. I "
              "have nothing to sell. What would you like to do next?"),
            _("Good day. I keep a short list of people who know “%(skill)s”, and would like to put "
              "you on it. May I ask what you are looking for?"),
            _("Hello, I found your profile in my search of this week and would like to know what "
              "you are looking for. One line is enough."),
        ],
        said,
        luck,
        "note",
    )  # fmt: skip
