"""The feed's plan at 100,000 posts, and the benchmark that measures the rest."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from network.benchmark import TYPICAL, statements_of
from network.crowd import Crowd
from network.feed import feed
from network.models import Mute, Person, Post, World
from tests.factories import UserFactory

PEOPLE, POSTS = 1000, 100


@pytest.mark.exhaustive
@pytest.mark.django_db
def test_the_feed_never_reads_all_posts():
    with transaction.atomic():
        crowd = Crowd(PEOPLE, posts=POSTS).fill()
        readers = [crowd.learner(UserFactory(), follows) for follows in (0, TYPICAL, 900)]
        mute_half(readers[-1])
        crowd.analyze()
        assert Post.objects.count() == PEOPLE * POSTS

        oldest, newest = Post.objects.order_by("pk")[100].pk, None
        for reader in readers:
            for before in (newest, oldest):
                assert (
                    scanned_whole(lambda r=reader, b=before: feed(r, b))
                    & {
                        "network_post",
                        "network_follow",
                        "network_mute",
                    }
                    == set()
                )
        transaction.set_rollback(True)


def mute_half(reader):
    """Of those whom a person follows."""
    followed = reader.follows.values_list("followed_id", flat=True)
    Mute.objects.bulk_create(
        Mute(world=reader.world, muter=reader, muted_id=pk, since=reader.world.now)
        for pk in [*followed][::2]
    )


def scanned_whole(act):
    """The tables that the statements of an act read from end to end."""
    with connection.cursor() as cursor:
        scans = set()
        for sql, params in statements_of(act):
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            plan = cursor.fetchone()[0]
            scans |= sequential(json.loads(plan) if isinstance(plan, str) else plan)
        return scans


def sequential(plan):
    if isinstance(plan, list):
        return set().union(*map(sequential, plan))
    if not isinstance(plan, dict):
        return set()
    here = {plan["Relation Name"]} if plan.get("Node Type") == "Seq Scan" else set()
    return here.union(*map(sequential, plan.values()))


@pytest.mark.django_db
def test_a_plan_that_reads_a_whole_table_is_noticed():
    assert scanned_whole(lambda: list(World.objects.filter(name="x"))) == {"network_world"}


@pytest.mark.django_db
def test_the_benchmark_prints_ratios_and_leaves_nothing_behind():
    out = StringIO()

    call_command("benchmark", people=60, rounds=1, stdout=out)

    names = [line.rpartition(": ")[0] for line in out.getvalue().splitlines()]
    assert names[:4] == [
        "feed page ÷ floor",
        "feed query ÷ the same SQL in psycopg",
        "page 50 ÷ page 1",
        "heavy page ÷ typical page",
    ]
    assert "queries of feed: 6" in out.getvalue()
    assert not World.objects.exists()
    assert not Person.objects.exists()
