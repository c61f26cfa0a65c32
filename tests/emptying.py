"""After a test that commits, the rows are deleted.

Django truncates every table and makes its own rows anew; for the few rows of a test, deleting takes
a hundredth of the time. What is deleted still takes room, so now and then Django does it after all.
"""

from django.db import connection
from django.test import TransactionTestCase

STAYS = {"django_migrations", "django_content_type", "auth_permission"}
LARGE = 500_000  # bytes of one table

truncate = TransactionTestCase._fixture_teardown


def empty(case):
    tables = set(connection.introspection.django_table_names(only_existing=True))
    if largest(tables) > LARGE:
        truncate(case)
    else:
        delete_from(sorted(tables - STAYS))


def largest(tables):
    """The size of the largest table, in bytes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(pg_relation_size(quote_ident(name))) FROM unnest(%s::text[]) name",
            [[*tables]],
        )
        return cursor.fetchone()[0]


def delete_from(tables):
    quoted = [connection.ops.quote_name(table) for table in tables]
    statements = [
        "BEGIN",
        f"LOCK TABLE {', '.join(quoted)} IN SHARE ROW EXCLUSIVE MODE",  # waits for requests
        "SET LOCAL session_replication_role = replica",  # no triggers, no order
        *(f"DELETE FROM {table}" for table in quoted),  # noqa: S608
        "COMMIT",
    ]
    with connection.cursor() as cursor:
        cursor.execute("; ".join(statements))


def pytest_configure():
    TransactionTestCase._fixture_teardown = empty
