"""One who stumbles stops nobody: what fails is logged and left out, and the world goes on."""

import logging
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError, transaction
from psycopg.errors import QueryCanceled

logger = logging.getLogger("netsim.simulation")


@contextmanager
def may_stumble(left_out, *about, quietly=()):
    """Around what counts whole or not at all; a failure of the kind `quietly` is not logged."""
    try:
        with transaction.atomic():
            yield
    except quietly:
        pass
    except Exception as error:
        if _is_tried_again(error):
            raise
        logger.exception(left_out, *about)


def _is_tried_again(error):
    """Whether the database was away or asks to begin anew. What took too long would so again."""
    took_too_long = isinstance(error.__cause__, QueryCanceled)
    return isinstance(error, OperationalError | InterfaceError) and not took_too_long
