"""What somebody simulated knows of another person, read when it is needed."""

from dataclasses import dataclass
from functools import lru_cache

from network.models import Community, Person

from ..coaching.lexicon import words
from ..coaching.reading import plain_words
from ..reading.case import first
from ..reading.profiles import Profiles
from ..reading.shared import Shared

LETTERS = 5  # of a word that tells what a text is about


def telling(*texts):
    """The words of texts that tell what they are about."""
    return frozenset().union(*map(_telling, texts))


@lru_cache(maxsize=2_000)
def _telling(text):
    common = words("everyday") | words("function_words")
    plain = plain_words(text)
    return frozenset(word for word in plain if len(word) >= LETTERS and word not in common)


@dataclass(frozen=True)
class Known:
    """One person, as far as their profile says it. Names are as they wrote them."""

    work: str = ""
    before: str = ""  # the last work that has ended, of who has work now
    employer: str = ""
    skills: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()

    @property
    def skill(self):
        return self.skills[0] if self.skills else ""


class Two:
    """Somebody simulated (`me`) and the one whom they have to do with (`them`). Four queries."""

    def __init__(self, me, them):
        profiles = Profiles([me.pk, them.pk])
        self.me, self.them = known(me, profiles), known(them, profiles)
        self.shared = Shared(profiles, (me.pk, them.pk))

    @property
    def school(self):
        return first(self.shared.schools)

    @property
    def group(self):
        return first(self.shared.groups)

    @property
    def employer(self):
        """Where both work or worked."""
        return first(self.shared.employer_names)

    @property
    def skill(self):
        """A skill of theirs that I have too, or one of which my profile speaks."""
        mine = self.me.topics
        return first([skill for skill in self.them.skills if telling(skill) & mine])


def known(person, profiles):
    pk = person.pk
    skills = tuple(profiles.skills[pk])
    titles = [job.title for job in profiles.jobs[pk]]
    present = [job.employer_name for job in profiles.workplaces(pk) if job.ended_on is None]
    work = profiles.work(pk)
    past = [job for job in profiles.jobs[pk] if job.ended_on and job.title != work]
    last = max(past, key=lambda job: job.ended_on, default=None)
    return Known(
        work=work,
        before=last.title if last and work else "",
        employer=present[-1] if present else "",
        skills=skills,
        schools=tuple(each.name for each in profiles.schools[pk]),
        groups=tuple(each.name for each in profiles.groups[pk]),
        topics=telling(person.headline, person.industry, *skills, *titles),
    )


def topics_of(person):
    return known(person, Profiles([person.pk])).topics


def mutual(one, other, simulated=False):
    """The names of those whom both know, in a fixed order; of learners nobody claims anything."""
    both = Person.objects.mutual(one, other).order_by("handle")
    if simulated:
        both = both.filter(kind=Person.Kind.PERSONA)
    return list(both.values_list("name", flat=True))


def public_group(name, person):
    """The name of a group if all may know of it; "" of a private one (P5)."""
    groups = Community.objects.filter(world=person.world_id, name=name, is_private=False)
    return name if groups.exists() else ""


def groups_of(person):
    inside = Community.objects.filter(
        memberships__person=person, memberships__standing__in=["member", "moderator"]
    )
    return inside.order_by("slug")
