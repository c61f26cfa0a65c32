"""What a scenario file says, checked: times are seconds before the world's start."""

from dataclasses import dataclass, field

from .problems import Place

DAY = 86_400
YEAR = 365 * DAY  # how long a tie has stood when the file does not say
LONGEST = 3650 * DAY


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the file and its place; parts that say the same are equal wherever they stand."""

    place: Place = field(default=Place(1, 1), compare=False, repr=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def place_of(self, attribute):
        """Where the file gives this attribute; where the part begins when it does not."""
        return self.places.get(attribute, self.place)


@dataclass(frozen=True)
class Job(Part):
    title: str
    employer: str  # the handle of an employer of the file, or any name
    start: str  # YYYY-MM
    end: str = ""
    text: str = ""


@dataclass(frozen=True)
class Study(Part):
    school: str
    start: int
    end: int | None = None
    degree: str = ""
    field: str = ""


@dataclass(frozen=True)
class Tie(Part):
    """Somebody, and for how many seconds the tie with them has stood."""

    who: str
    ago: int = YEAR


@dataclass(frozen=True)
class Connected(Part):
    between: tuple[str, str]
    ago: int = YEAR
    unfollowed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Invited(Part):
    """An invitation that waits. For a learner's own, their end is ''."""

    how: str
    sender: str = ""
    recipient: str = ""
    note: str = ""
    ago: int = 0


@dataclass(frozen=True)
class Written(Part):
    """A post."""

    text: str
    ago: int
    audience: str = "followers"


@dataclass(frozen=True)
class Offer(Part):
    """An open job."""

    employer: str
    title: str
    text: str
    ago: int
    where: str = ""
    contract: str = "full-time"
    contact: str = ""


@dataclass(frozen=True)
class Skilled(Part):
    name: str


@dataclass(frozen=True)
class Profile(Part):
    headline: str = ""
    about: str = ""
    location: str = ""
    industry: str = ""
    experience: tuple[Job, ...] = ()
    education: tuple[Study, ...] = ()
    skills: tuple[Skilled, ...] = ()


@dataclass(frozen=True)
class Newcomer(Profile):
    """How each learner starts."""

    connections: tuple[Tie, ...] = ()
    follows: tuple[Tie, ...] = ()
    followers: tuple[Tie, ...] = ()
    invited_by: tuple[Invited, ...] = ()
    invited: tuple[Invited, ...] = ()


@dataclass(frozen=True)
class Somebody(Profile):
    handle: str = ""
    name: str = ""
    kind: str = "persona"
    influencer: bool = False
    recruiter: bool = False
    email: str = ""
    follows: tuple[Tie, ...] = ()
    blocks: tuple[Tie, ...] = ()
    posts: tuple[Written, ...] = ()

    avatar_seed = ""  # the picture is drawn from the handle

    @property
    def is_employer(self):
        return self.kind == "employer"


@dataclass(frozen=True)
class Scenario(Part):
    name: str
    description: str
    version: str = "1"
    seed: int = 0
    rules: dict[str, int] = field(default_factory=dict)
    learner: Newcomer = Newcomer()
    people: tuple[Somebody, ...] = ()
    connections: tuple[Connected, ...] = ()
    invitations: tuple[Invited, ...] = ()
    jobs: tuple[Offer, ...] = ()
