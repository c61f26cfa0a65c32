"""A small cast, made through the domain's own verbs."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import User
from network.models import Person, Rules, World
from network.models.world import START


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    password = factory.PostGenerationMethodCall("set_password", "tide-table-7")

    @factory.post_generation
    def _save(self, create, extracted, **kwargs):
        self.save()


class WorldFactory(DjangoModelFactory):
    class Meta:
        model = World
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"World {n}")
    rules = factory.RelatedFactory("tests.factories.RulesFactory", factory_related_name="world")


class RulesFactory(DjangoModelFactory):
    class Meta:
        model = Rules


class PersonFactory(DjangoModelFactory):
    """A simulated person; `LearnerFactory` and `EmployerFactory` make the others."""

    class Meta:
        model = Person

    world = factory.SubFactory(WorldFactory)
    handle = factory.Sequence(lambda n: f"person-{n}")
    name = factory.LazyAttribute(lambda person: person.handle.replace("-", " ").title())
    joined_at = START


class LearnerFactory(PersonFactory):
    kind = Person.Kind.LEARNER
    user = factory.SubFactory(UserFactory)


class EmployerFactory(PersonFactory):
    kind = Person.Kind.EMPLOYER
