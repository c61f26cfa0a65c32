import pytest

from network.context import badges, counts_of
from network.models import Event, Person, Post
from tests.factories import publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("quiet", [[], ["followers", "comments"]])
def test_the_query_made_once_counts_for_each_person_what_it_would_count(everyone, quiet):
    everyone.connection.write(everyone.mia, "Hello")
    Post.objects.react(everyone.connection, publish(everyone.mia, "Hello").pk, "like")
    Person.objects.update(quiet=quiet)

    found = {}
    for person in Person.objects.filter(world=everyone.world):
        found[person.handle] = badges(person)
        assert found[person.handle] == counts_of(person).get()
    assert found["mia"]["invitations"] == found["mia"]["messages"] == 1
    mia = Person.objects.get(handle="mia")
    assert found["mia"]["notifications"] == Event.objects.notices_for(mia).count() > 0
    assert found["stranger"] == {"invitations": 0, "messages": None, "notifications": 0}
