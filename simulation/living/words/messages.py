"""Messages of simulated people: answers, first words, news of jobs, and kind refusals."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...coaching.reading import plain_words
from . import pick

PUSHING = ("spam", "scam")  # who goes on pushing, whatever is written to them
THANKING = {"thank", "thanks", "grateful"}
WORK = {"job", "jobs", "vacancy", "vacancies", "position", "hire", "hiring", "opening", "openings"}
TIME = {"call", "meeting", "coffee", "phone", "zoom", "chat"}
INTRODUCE = {"introduce", "introduction"}
ASKING = {"could", "would", "can", "may", "please", "shall"}
STEP = {"become", "begin", "change", "come", "get", "move", "start", "switch"}
STEPPED = {"became", "began", "came", "changed", "got", "moved", "started", "switched"}


def answer(text, said, luck, taken, is_warm):
    """To a message of a connection: what it is about decides the first part."""
    bank = _about(text, said)
    parts = [pick(bank(), said, luck, "answer", taken)]
    if is_warm:
        more = _more if bank is of_a_question else _beside
        parts.append(pick(more(), said, luck, "more", taken))
        parts.append(pick(_closing(), said, luck, "closing", taken))
    return " ".join(parts)


def _about(text, said):
    """The bank for what a message asks, or says; what only says a word asks for nothing."""
    words = set(plain_words(text))
    is_question = "?" in text
    wanted = words if is_question or words & ASKING else set()
    for asked, bank in [
        (wanted & INTRODUCE and "myself" not in words, of_introductions),
        (wanted & WORK, of_open_work if said.get("job") else of_no_work),
        (wanted & TIME, of_time),
        (is_question and _asks_for_their_way(words), of_their_way),
        (is_question, of_a_question),
        (words & THANKING, of_thanks),
    ]:
        if asked:
            return bank
    return of_news


def _asks_for_their_way(words):
    """How or why they came to what they do."""
    is_past = words & STEPPED or ("did" in words and words & STEP)
    return "you" in words and words & {"how", "why"} and is_past


def of_introductions():
    return [
        _("If there is somebody whom I know and you would like to meet, open their profile and "
          "ask me for an introduction there. Then I see your note and can pass it on."),
        _("I am glad to introduce people when I know why. Ask me on the profile of the person, "
          "with two lines about your reason."),
    ]  # fmt: skip


def of_open_work():
    return [
        _("I do not decide who is hired, but “%(job)s” at %(employer)s is open. Read it with a "
          "pen in your hand and write to the person who is named there."),
        _("At %(employer)s I know of “%(job)s”. Whether it fits you can see better than I. If you "
          "apply, say in the first line what you have done that is like it."),
        _("I do not decide who is hired. But ask me about my work, that I can answer."),
    ]  # fmt: skip


def of_no_work():
    return [
        _("At the moment I know of nothing that is open where I work. What I can do: tell you how "
          "people came to do what I do (%(work)s)."),
        _("I cannot offer a job, I am sorry. But ask me about my work, that I can answer."),
        _("Nothing is open here that I know of. I will think of you when that changes."),
    ]  # fmt: skip


def of_time():
    return [
        _("My days are full of appointments, so writing works best for me. Send me your first "
          "question here and I will answer it."),
        _("I would rather write than call, then I can think before I answer. What is the first "
          "thing that you would like to know?"),
        _("Calls are hard for me in these weeks. Three questions by message I can answer well."),
    ]  # fmt: skip


def of_a_question():
    return [
        _("Good question. In my work (%(work)s) the honest answer is: it came step by step. I "
          "asked the people who did it every day, and wrote down what they said."),
        _("What helped me most was “%(skill)s”. I learned it with one small real task, not with a "
          "book, and I showed the result to somebody on the same day."),
        _("At %(employer)s we do it in the simple way: one page, one owner, a look at it once a "
          "week. I would begin there."),
        _("I have no quick answer, but here is what I would do: try it small, two weeks, and "
          "write down what surprises you."),
        _("I asked myself the same when I began. Two things helped: a list of questions, and "
          "somebody who was patient with it."),
        _("That depends on where you stand. If you are at the beginning, take the smallest task "
          "that you can finish alone. If not, teach it to somebody; that shows what is missing."),
        _("Let me think about that for a while. My first idea is to ask who uses the result, and "
          "to work backwards from there."),
    ]  # fmt: skip


def of_their_way():
    return [
        _("“%(before)s” came before what I do now, and it taught me more for it than I noticed "
          "then. The step itself came through somebody who had seen how I work."),
        _("Not by a plan. I said yes to a task that nobody wanted and did it properly, and it "
          "was remembered. Most of the steps in my profile came about like that."),
        _("Step by step, and more slowly than it looks in a profile. I asked people who did the "
          "work already what they would do in my place, and I did the first thing they named."),
        _("I did parts of this work (%(work)s) before anybody called it so. I would look for such "
          "parts where you are now."),
    ]  # fmt: skip


def of_thanks():
    return [
        _("You are welcome. It is good to hear that it was of use."),
        _("Thank you for writing back. Most people do not, and I like to know what came of it."),
        _("With pleasure. Your message made my morning."),
        _("I am glad to hear that. Keep going."),
    ]


def of_news():
    return [
        _("Thank you for your message. I read it with interest."),
        _("Good to hear from you, and thank you for telling me."),
        _("Thank you for writing. I like to know what people whom I know are doing."),
        _("That is good to know. Thank you for keeping me in the picture."),
        _("Thank you for the news. It sounds as if a lot is moving at the moment."),
    ]


def _more():
    return [
        _("You may find people with the same question in “%(group)s”."),
        _("My own way into this went through %(school)s, as yours did, I think."),
        _("In my work (%(work)s) this comes up every week."),
        _("I learn about it too: nobody is ever done with “%(skill)s”."),
        _("I keep a page with such questions, and yours is on it now."),
        _("It is one of the things that nobody tells you on the first day."),
    ]


def _beside():
    """What fits after anything: it does not speak of what they wrote."""
    return [
        _("If you want to know what keeps me busy: the last that I wrote here is “%(post)s”."),
        _("We can read of each other in “%(group)s”, too."),
        _("I am glad that we are in touch."),
        _("I am here most days, so write when there is something."),
    ]


def _closing():
    return [
        _("Tell me how it goes."),
        _("Write again when there is news."),
        _("What will you do next?"),
        _("I wish you a good week."),
        _("I would like to hear what comes of it."),
        _("Good luck with the next step."),
    ]


def welcome(said, luck):
    """After an invitation of theirs was accepted."""
    return pick(
        [
            _("Thank you for accepting. I have read along with you in “%(group)s” for a while. "
              "What are you working on at the moment?"),
            _("Good to be in touch. You know what I do (%(work)s); if a question comes up that I "
              "may know something about, write to me here."),
            _("Thank you for connecting. I saw “%(skill)s” in your profile. How did it begin?"),
            _("Nice to meet somebody else from %(school)s. What are you doing these days?"),
            _("Thank you for accepting my invitation. I am here most days; write when you have a "
              "question."),
        ],
        said,
        luck,
        "welcome",
    )  # fmt: skip


def push(label, luck, taken=()):
    """Sellers and false recruiters say the same thing again, whatever they are told."""
    banks = PUSHES if taken else OPENERS
    return pick(list(map(str, banks[label])), {}, luck, "push", taken)


OPENERS = {
    "spam": [
        gettext_lazy(
            "Great that we are connected! So when shall we start? The offer ends tonight."
        ),
        gettext_lazy(
            "Good to have you here! I keep a place for you at the old price until tonight."
        ),
    ],
    "scam": [
        gettext_lazy(
            "Welcome to the team! Send the fee of 80 today, and your contract comes tomorrow."
        ),
        gettext_lazy(
            "Please do not tell others about the position, it is confidential. Pay today."
        ),
    ],
}
PUSHES = {
    "spam": [
        gettext_lazy(
            "I understand. But think of what you lose. For you I can make it 29, today only."
        ),
        gettext_lazy("Just click on the link and pay, it takes two minutes."),
        gettext_lazy("Last chance. After this I close the list."),
    ],
    "scam": [
        gettext_lazy(
            "This is normal in our company. Send a photo of your passport so that I can hold "
            "your place."
        ),
        gettext_lazy("I can only hold it until tonight. What is your bank account?"),
        gettext_lazy("The contract is ready. Only the fee of 80 is missing, so pay it today."),
    ],
}


def no_introduction(said, luck):
    """Somebody who was asked to introduce declines, and says so kindly."""
    return pick(
        [
            _("You asked me to introduce you to %(target)s. I do not know the two of you well "
              "enough to do it justice, so I would rather not. A note of your own that names "
              "something they wrote may do more."),
            _("About %(target)s: I am careful with introductions at the moment and would rather "
              "leave this one out. Take part in what they post, that is how I got to know them."),
            _("Thank you for asking me about %(target)s. I could not say in one line what you "
              "would like from them, and then I do not pass it on. Perhaps try it directly, with "
              "one clear question."),
        ],
        said,
        luck,
        "no_introduction",
    )  # fmt: skip


def received(said, luck):
    """Somebody of the employer answers an application."""
    return pick(
        [
            _("Your letter for “%(job)s” has arrived, thank you. I have read it and passed it on "
              "to those who decide. That can take two or three weeks; if you hear nothing, it is "
              "not decided yet."),
            _("Thank you for applying for “%(job)s” at %(employer)s. I have put your letter with "
              "the others; we read all of them. If you have a question until then, ask me here."),
        ],
        said,
        luck,
        "received",
    )  # fmt: skip


def received_notes(said, luck):
    return [
        pick(
            [
                _("Thank you for your letter for “%(job)s” at %(employer)s. I have read it and "
                  "passed it on. It can take two or three weeks. If you have a question until "
                  "then, I answer it here."),
                _("Your application for “%(job)s” has arrived here at %(employer)s, thank you. I "
                  "would like to be in touch in case questions come up on either side."),
            ],
            said,
            luck,
            "received",
        ),
        _("Your letter has arrived, thank you. We read all of them."),
    ]  # fmt: skip


def contact(said, luck):
    """A recruiter who is a connection writes about a skill that fits."""
    return pick(
        [
            _("I looked at your profile again: “%(skill)s” is what “%(job)s” at %(employer)s asks "
              "for. Shall I tell you more about it?"),
            _("I am looking for people who know “%(skill)s” at the moment, and thought of you. "
              "What would have to be right for you to move?"),
            _("I came past your profile in my search of this week. What are you looking for at "
              "the moment? One line is enough."),
        ],
        said,
        luck,
        "contact",
    )  # fmt: skip


def lead(said, luck):
    """A connection tells of a job."""
    return pick(
        [
            _("I thought of you today: “%(job)s” at %(employer)s is open, and it asks for "
              "“%(skill)s”. %(contact)s answers questions about it."),
            _("Have you seen “%(job)s” at %(employer)s? You have done “%(skill)s”, and they need "
              "just that. If you apply, say so in the first line."),
            _("We are looking for somebody here at %(employer)s: “%(job)s”. I do not decide about "
              "it, but %(contact)s does, and likes short letters."),
            _("“%(job)s” is open here at %(employer)s. I do not know whether it is for you, but I "
              "would look at it before Friday."),
        ],
        said,
        luck,
        "lead",
    )  # fmt: skip
