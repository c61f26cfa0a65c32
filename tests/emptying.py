"""After a test that commits, the rows are deleted.

Django truncates every table and makes its own rows anew; for the few rows of a test this takes a
hundredth of the time.
"""

from django.db import connection
from django.test import TransactionTestCase

STAYS = {"django_migrations", "django_content_type", "auth_permission"}


def empty(case):
    tables = set(connection.introspection.django_table_names(only_existing=True))
    quoted = [connection.ops.quote_name(table) for table in sorted(tables - STAYS)]
    with connection.cursor() as cursor:
        cursor.execute(
            "BEGIN;"  # and wait for requests that go on
            f"LOCK TABLE {', '.join(quoted)} IN SHARE ROW EXCLUSIVE MODE;"
            "SET LOCAL session_replication_role = replica;"  # no triggers, no order
            + "".join(f"DELETE FROM {table};" for table in quoted)  # noqa: S608
            + "COMMIT"
        )


def pytest_configure():
    TransactionTestCase._fixture_teardown = empty
