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
    """An invitation that waits. For a learner's own, their end is ''; only one to them has an
    `approach`: what it is worth.
    """

    how: str
    sender: str = ""
    recipient: str = ""
    note: str = ""
    approach: str = ""
    ago: int = 0


@dataclass(frozen=True)
class Reacted(Part):
    """A reaction to a post, by default as old as the post."""

    who: str
    ago: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Remark(Part):
    """A comment on a post, or an answer to one, which has no answers of its own."""

    author: str
    text: str
    ago: int
    replies: "tuple[Remark, ...]" = ()


@dataclass(frozen=True)
class Written(Part):
    """A post, an article when it has a title; one to a group names it."""

    text: str
    ago: int
    audience: str = "followers"
    group: str = ""
    title: str = ""
    reactions: tuple[Reacted, ...] = ()
    comments: tuple[Remark, ...] = ()

    @property
    def remarks(self):
        """(comment, what it answers), the answers after what they answer."""
        for comment in self.comments:
            yield comment, None
            for reply in comment.replies:
                yield reply, comment


@dataclass(frozen=True)
class Seat(Part):
    """Somebody in a group, by default as long as the group has been there."""

    who: str
    ago: int | None = None


@dataclass(frozen=True)
class Group(Part):
    handle: str
    name: str
    moderators: tuple[Seat, ...]
    description: str = ""
    rules: str = ""
    is_private: bool = False
    ago: int = YEAR
    members: tuple[Seat, ...] = ()

    @property
    def everybody(self):
        """Those in it; moderators are members."""
        return (*self.moderators, *self.members)


@dataclass(frozen=True)
class Praise(Part):
    """A recommendation. Of a learner's own the recipient is ''."""

    author: str
    relationship: str
    text: str
    recipient: str = ""
    where: str = ""
    ago: int = YEAR
    status: str = "shown"


@dataclass(frozen=True)
class Line(Part):
    """A message; what a learner wrote has the author ''."""

    text: str
    ago: int
    author: str = ""


@dataclass(frozen=True)
class Talk(Part):
    """What two people wrote to each other. In a learner's own `who` is the other person."""

    messages: tuple[Line, ...]
    between: tuple[str, str] = ("", "")
    who: str = ""

    @property
    def in_time(self):
        return sorted(self.messages, key=lambda message: -message.ago)


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
    endorsed_by: tuple[Tie, ...] = ()


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
    groups: tuple[Tie, ...] = ()
    recommended_by: tuple[Praise, ...] = ()
    conversations: tuple[Talk, ...] = ()


@dataclass(frozen=True)
class Behaviour(Part):
    """How somebody simulated behaves, as far as the file says it; the rest is drawn."""

    role: str = ""
    level: int | None = None
    openness: int | None = None  # these three in percent
    busyness: int | None = None
    selectivity: int | None = None
    address: str = ""
    time_zone: int | None = None  # minutes ahead of the world's clock
    workdays: tuple[str, ...] = ()
    online: tuple[tuple[int, int], ...] = ()  # minutes after midnight


@dataclass(frozen=True)
class Somebody(Profile):
    handle: str = ""
    name: str = ""
    kind: str = "persona"
    influencer: bool = False
    recruiter: bool = False
    email: str = ""
    avatar_seed: str = ""
    open_to_work: str = "nobody"
    followers_from: str = "everybody"
    connections_shown_to: str = "everybody"
    follow_first: bool = False
    private_viewing: bool = False
    behaves: Behaviour = Behaviour()
    follows: tuple[Tie, ...] = ()
    blocks: tuple[Tie, ...] = ()
    posts: tuple[Written, ...] = ()

    @property
    def is_employer(self):
        return self.kind == "employer"

    @property
    def is_simulated_person(self):
        """Not the opposite of `is_employer`: a kind that could not be read is neither."""
        return self.kind == "persona"


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
    groups: tuple[Group, ...] = ()
    recommendations: tuple[Praise, ...] = ()
    conversations: tuple[Talk, ...] = ()
    jobs: tuple[Offer, ...] = ()

    @property
    def follows(self):
        """(follower, followed) → for how many seconds; connected people follow each other (C2)."""
        by_connection = {
            pair: connected.ago
            for connected in self.connections
            for pair in both_ways(connected.between)
            if pair[0] not in connected.unfollowed_by
        }
        said = {
            (somebody.handle, tie.who): tie.ago
            for somebody in self.people
            for tie in somebody.follows
        }
        return by_connection | said


def both_ways(pair):
    one, other = pair
    return (one, other), (other, one)
