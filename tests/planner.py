"""What spares PostgreSQL work: queries that it plans once, and tables whose rows are counted."""

from functools import cache
from weakref import WeakKeyDictionary

from django.db import connection

from network.invariants import TIES, every_invariant

PREPARED = WeakKeyDictionary()  # a connection of psycopg -> the names that it knows


def broken():
    """The names of the invariants that do not hold."""
    return first_column("broken", every_invariant_at_once())


@cache
def every_invariant_at_once():
    return " UNION ALL ".join(
        f"SELECT '{invariant.name}' WHERE EXISTS ({TIES} {invariant.offenders})"
        for invariant in every_invariant()
    )


def first_column(name, query):
    """What the query returns, by the name that it keeps."""
    with connection.cursor() as cursor:
        known = PREPARED.setdefault(connection.connection, set())
        if name not in known:
            cursor.execute(f"PREPARE {name} AS {query}")
            known.add(name)
        cursor.execute(f"EXECUTE {name}")
        return [row[0] for row in cursor]


def count_rows():
    """As after loading a world. Of our tables only: two who count the cluster's wait for each
    other.
    """
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
