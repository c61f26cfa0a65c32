"""What is made the same way for many tests is made once, and written back as rows by the others."""

from copy import deepcopy
from zlib import crc32

from django.apps import apps
from django.db import connection

from tests.factories import numbered_from

OURS = ("accounts", "account", "network", "simulation")
TAKEN = {}  # what -> (the object, its rows as (table, bytes))


def made_once(what, make):
    """`make()`, or a copy of what it made before, with its rows.

    Triggers sleep meanwhile (which a superuser may ask for): the rows have passed them once.
    """
    if what not in TAKEN:
        if any(rows()):
            return make()
        with numbered_from(crc32(what.encode())):  # as no test is by itself
            made = make()
        TAKEN[what] = deepcopy(made), list(rows())
        return made
    made, tables = TAKEN[what]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, content in tables:
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(content)
        cursor.execute("SET LOCAL session_replication_role = origin")
    return deepcopy(made)


def rows():
    """(table, its rows) of our apps."""
    with connection.cursor() as cursor:
        for label in OURS:
            for model in apps.get_app_config(label).get_models():
                with cursor.copy(f"COPY {model._meta.db_table} TO STDOUT") as copy:
                    if content := b"".join(copy):
                        yield model._meta.db_table, content
