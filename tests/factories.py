"""A small cast, made through the domain's own verbs."""

from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count

import factory
from factory.django import DjangoModelFactory

from accounts.models import User
from network.models import Community, Experience, Invitation, Person, Post, Rules, World
from network.models.world import START

COUNTERS = [count(1)]


@contextmanager
def numbered_from(start):
    """Names and handles that nobody chose are numbered, here from `start`."""
    COUNTERS.append(count(start))
    try:
        yield
    finally:
        COUNTERS.pop()


def numbered(text):
    """`text` with a number that it has not had."""
    return factory.LazyFunction(lambda: f"{text}{next(COUNTERS[-1])}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = numbered("user")
    password = factory.PostGenerationMethodCall("set_password", "tide-table-7")

    @factory.post_generation
    def _save(self, create, extracted, **kwargs):
        self.save()


class WorldFactory(DjangoModelFactory):
    class Meta:
        model = World
        skip_postgeneration_save = True

    name = numbered("World ")
    rules = factory.RelatedFactory("tests.factories.RulesFactory", factory_related_name="world")


class RulesFactory(DjangoModelFactory):
    class Meta:
        model = Rules


class PersonFactory(DjangoModelFactory):
    """A simulated person; `LearnerFactory` and `EmployerFactory` make the others."""

    class Meta:
        model = Person

    world = factory.SubFactory(WorldFactory)
    handle = numbered("person-")
    name = factory.LazyAttribute(lambda person: person.handle.replace("-", " ").title())
    joined_at = START


class LearnerFactory(PersonFactory):
    kind = Person.Kind.LEARNER
    user = factory.SubFactory(UserFactory)


class EmployerFactory(PersonFactory):
    kind = Person.Kind.EMPLOYER


def cast(*handles, world=None, **rules):
    """People of one world by their handles; `rules` are numbers of the world's rule set."""
    world = world or WorldFactory()
    set_rules(world, **rules)
    return [PersonFactory(world=world, handle=handle) for handle in handles]


def set_rules(world, **numbers):
    for name, value in numbers.items():
        setattr(world.rules, name, value)
    world.rules.save()


def invitation(sender, recipient, how=Invitation.How.COLLEAGUE, note="", **more):
    return sender.invite(recipient, how, note, **more)


def connect(one, other):
    """An accepted invitation of `one` to `other`."""
    return invitation(one, other).accept()


def publish(author, text="Tide tables, and how to read them", audience="followers"):
    return Post.objects.publish(author, text, audience)


def found(founder, name, **more):
    """A group that `founder` moderates; public unless told otherwise."""
    return Community.objects.found(founder, name, **more)


def job(person, title="Harbour pilot", employer_name="Tideline", started_on=None, **more):
    """A job on somebody's profile, a present one unless it says when it ended."""
    said = {"title": title, "employer_name": employer_name, **more}
    return Experience.objects.enter(person, started_on=started_on or date(2020, 5, 1), **said)


def open_job(employer, title="Harbour pilot", text="Guide ships in and out.", **more):
    return employer.open_job(title, text, **more)


def works_at(person, employer, **more):
    """A present job of the person's."""
    said = {"title": "Pilot", "employer_name": employer.name, "started_on": "2020-01-01"}
    return Experience.objects.create(person=person, employer=employer, **said | more)


def seen(viewer, person):
    """`person` as `viewer` sees them now, with the tie between the two."""
    return Person.objects.with_ties(viewer).get(pk=person.pk)


def later(world, **span):
    """Move the world's clock by a timedelta's keywords."""
    world.skip(timedelta(**span))
