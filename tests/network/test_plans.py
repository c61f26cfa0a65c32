"""The plans of search, suggestions and ways in a large world: no table is read from end to end."""

import json

import pytest
from django.db import connection, transaction

from network.crowd import TABLES, Crowd
from network.models import Person
from network.paging import by_name
from network.paths import ways_to
from network.search import KINDS, Asked, found
from network.suggestions import suggested
from tests.factories import UserFactory
from tests.network.test_feed_plan import scanned_whole

# Whether all that must hold does hold takes longer to ask in so large a world than all plans do.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.breaks_invariants,
    pytest.mark.exhaustive,
]

PEOPLE = 8000
LARGE = {
    "network_person",
    "network_connection",
    "network_follow",
    "network_post",
    "network_experience",
    "network_education",
}
# Everybody of the crowd says "clerk"; half of them are at Selmouth, nobody at Tillen.
SEARCHES = {
    "a name": Asked("mara 77"),
    "a common name": Asked("mara"),
    "a typing error": Asked("mraa"),
    "what all say": Asked("clerk"),
    "what nobody says": Asked("zebra"),
    "1st": Asked("", (1,)),
    "2nd": Asked("mara 77", (2,)),
    "3rd": Asked("clerk", (3,)),
    "near": Asked("", (1, 2)),
    "a place": Asked("mara", place="selmouth"),
    "an employer": Asked("clerk", employer="yard 7"),
    "a school": Asked("", school="school 7"),
}


@pytest.fixture(scope="module")
def crowd(django_db_setup, django_db_blocker):
    """A large world with two learners; gone afterwards."""
    with django_db_blocker.unblock():
        forget_what_was_rolled_back()
        yield from filled()


def forget_what_was_rolled_back():
    """The tests before this one leave tables and indexes of many pages, which changes the plans."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM FULL {TABLES}")


def filled():
    with transaction.atomic():
        crowd = Crowd(PEOPLE, follows=3, connections=5, posts=2).fill()
        crowd.few, crowd.many = [crowd.learner(UserFactory(), n, n) for n in (20, 310)]
        crowd.analyze()
        connection.check_constraints()  # or each test would, when it ends
        yield crowd
        transaction.set_rollback(True)


@pytest.fixture(params=["few", "many"])
def me(request, crowd):
    """A learner with 20 connections, or with 310."""
    return getattr(crowd, request.param)


@pytest.mark.parametrize("asked", SEARCHES.values(), ids=list(SEARCHES))
def test_searching_people_never_reads_a_whole_world(me, asked):
    assert scanned_whole(lambda: found(me, ["people"], asked)) & LARGE == set()


@pytest.mark.parametrize("text", ["tide", "zebra"])
def test_searching_posts_never_reads_all_posts(me, text):
    assert scanned_whole(lambda: found(me, ["posts"], Asked(text))) & LARGE == set()


def test_searching_everything_never_reads_a_whole_world(me):
    assert scanned_whole(lambda: found(me, list(KINDS), Asked("mara"), None, 3)) & LARGE == set()


def test_people_i_may_know_never_reads_a_whole_world(me):
    assert scanned_whole(lambda: suggested(me)) & LARGE == set()


def test_a_page_of_people_never_reads_a_whole_world(me):
    everybody = Person.objects.others(me).for_cards(me)
    assert scanned_whole(lambda: by_name(everybody, None)) & LARGE == set()


def test_the_ways_never_read_a_whole_world(me):
    [far] = Person.objects.others(me).of_degree(me, (3,)).with_ties(me)[:1]
    assert scanned_whole(lambda: ways_to(me, far)) & LARGE == set()


def test_a_page_of_people_does_not_collect_all_that_are_two_ties_away_from_somebody_with_many(
    crowd,
):
    everybody = Person.objects.others(crowd.many).for_cards(crowd.many)
    page = everybody.order_by("name_key", "pk")[:20]
    [plan] = json.loads(page.explain(format="JSON", analyze=True, timing=False))

    assert most_rows(plan["Plan"]) <= crowd.many.connections.count()


def most_rows(plan):
    """The most rows that one step of a plan gave at once."""
    return max([plan["Actual Rows"], *map(most_rows, plan.get("Plans", []))])
