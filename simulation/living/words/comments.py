"""Under posts: remarks on what others wrote, answers to questions, thanks."""

from django.utils.translation import gettext as _

from . import pick


def say(sentences, said, luck, taken=()):
    return pick(sentences, said, luck, "comment", taken)


def remarks(said):
    """Under the post of somebody else."""
    return [
        _("“%(topic)s”: I know this from my own work (%(work)s). Thank you for writing it down."),
        _("I read this twice: “%(topic)s”. I will think about it on the way home."),
        _("I will show this to the others on Monday. It is better than any manual."),
        _("“%(topic)s” is a good way to put it. We had the same talk here last week."),
        _("Good to read. What do you have in mind for the next step?"),
        _("I would like to hear how “%(topic)s” goes on. Please write again in a month."),
        _("I think about this in my own work too (%(work)s), and had no words for it."),
        _("Thank you for saying it the way it is. That is what I learn from."),
        _("I know two people who should read this. I will pass it on to them."),
        _("This touches what I do (“%(skill)s”), so it comes at the right time. Thank you."),
    ]  # fmt: skip


def to_pages(said):
    """Under the post of an employer."""
    return [
        _("Good to know. I like it when a page says how things are done."),
        _("Thank you for writing this the way one would say it."),
        _("I hear good things from people who work there."),
        _("I would like to read more about this. Please go on."),
        _("My compliments to those who do this every day."),
        _("We talked about something like it at lunch. I will pass this on."),
    ]


def answers(said):
    """To a question in a group."""
    return [
        _("From my work (%(work)s): begin with one example, not with all of them, and show it to "
          "somebody on the same day. The second one is then much easier."),
        _("I had the same question two years ago. What helped: I asked three people who do it "
          "every day and wrote down what all three said. It was a short list."),
        _("My experience with “%(skill)s”: keep a page with what you tried, what came of it and "
          "what you would ask. After a month you have an answer that is your own."),
        _("Good question. I would look at how it is done today, with the person who does it, "
          "before changing anything. Half of what I wanted to change had a reason."),
        _("We tried two ways at %(employer)s. The simple one won: one list, one name behind each "
          "line, and a look at it every Tuesday."),
        _("It depends a little on how many people are in it. With up to five I would just talk "
          "every morning for ten minutes. How many are you?"),
        _("I can only say how we did it: small test, two weeks, then decide. Write here what came "
          "of it, I would like to know."),
    ]  # fmt: skip


def of_a_question(said):
    """An author answers a question under their own post."""
    return [
        _("Thank you for asking. The short answer: it took us three tries, and the first one "
          "looked good on paper only. If you like, I can write more about the second."),
        _("Good question. We began with one team and left the others as they were. After a month "
          "they came and asked for it."),
        _("I would say: start smaller than you think, and write down how long it really takes. "
          "That number helped us more than any plan."),
        _("I thought about your question on the way home. In my work (%(work)s) the answer is: "
          "ask first who reads the result. What is it like where you are?"),
        _("Honest answer: I do not know yet. I will try it in the next weeks and write about it."),
    ]  # fmt: skip


def thanks(said):
    """An author thanks for a useful comment."""
    return [
        _("Thank you, this is useful. “%(topic)s” is the part that I had not thought of."),
        _("That is a good addition. May I quote “%(topic)s” when I talk about this in my team?"),
        _("Thank you for taking the time. I will try what you describe and tell you how it went."),
        _("I had not seen it from this side. It helps that you say how you do it yourself."),
        _("Thank you. Comments like this are the reason why I write here."),
        _("You put it better than I did: “%(topic)s”. Thank you."),
    ]


def short_thanks(said):
    return [
        _("Thank you for reading."),
        _("Thank you. How is it where you are?"),
        _("Thanks for your words. I am glad that you wrote."),
        _("Thank you, I am glad that it is of use."),
    ]
