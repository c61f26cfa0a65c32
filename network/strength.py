"""How much a profile says, and what would help most next. Pure: facts come in, advice goes out."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

SKILLS, EARLIER_JOBS, CONNECTIONS = 3, 2, 5


@dataclass(frozen=True)
class Facts:
    """What a profile has."""

    headline_is_own: bool = False  # not empty, and not what everybody began with
    about: bool = False
    place_and_industry: bool = False
    present_job_with_text: bool = False
    earlier_jobs: int = 0
    education: bool = False
    skills: int = 0
    face_chosen: bool = False
    connections: int = 0


@dataclass(frozen=True)
class Step:
    """Something that counts: its `name`, when it is `done`, what to do about it, and why."""

    name: str
    done: object
    advice: str
    why: str


STEPS = [  # what helps most comes first
    Step(
        "headline",
        lambda facts: facts.headline_is_own,
        _("Write a headline of your own"),
        _("It stands beside your name on every page, so it is what people read first."),
    ),
    Step(
        "job",
        lambda facts: facts.present_job_with_text,
        _("Add what you do now, with a few words about it"),
        _("Who gets your invitation looks for what you do. A course or volunteer job counts."),
    ),
    Step(
        "about",
        lambda facts: facts.about,
        _("Say something about yourself"),
        _("Two or three sentences in your own voice give others a reason to answer."),
    ),
    Step(
        "skills",
        lambda facts: facts.skills >= SKILLS,
        _("List at least three skills"),
        _("They show at a glance what you can do."),
    ),
    Step(
        "place",
        lambda facts: facts.place_and_industry,
        _("Name your place and your industry"),
        _("People near you or in your field see that you share something."),
    ),
    Step(
        "education",
        lambda facts: facts.education,
        _("Add where you studied or trained"),
        _("A shared school is one of the best reasons to connect."),
    ),
    Step(
        "earlier",
        lambda facts: facts.earlier_jobs >= EARLIER_JOBS,
        _("Add two things that you did before"),
        _("Old colleagues find you by them. Summer jobs and volunteer work count."),
    ),
    Step(
        "face",
        lambda facts: facts.face_chosen,
        _("Choose your face"),
        _("A face that you chose is easier to remember."),
    ),
    Step(
        "connections",
        lambda facts: facts.connections >= CONNECTIONS,
        _("Connect with five people you know"),
        _("Each of them brings you nearer to those whom they know."),
    ),
]

LEVELS = [  # from so many steps on
    (len(STEPS), _("Complete")),
    (7, _("Strong")),
    (4, _("Taking shape")),
    (0, _("Just begun")),
]


@dataclass(frozen=True)
class Strength:
    """A level in a word, how many steps are done of how many, and the best one that is left."""

    level: str
    done: int
    steps: list  # (Step, whether it is done)
    next: Step | None

    @property
    def most(self):
        return len(self.steps)


def strength(facts):
    """What these facts amount to."""
    steps = [(step, step.done(facts)) for step in STEPS]
    done = sum(is_done for _step, is_done in steps)
    return Strength(
        level=next(level for least, level in LEVELS if done >= least),
        done=done,
        steps=steps,
        next=next((step for step, is_done in steps if not is_done), None),
    )
