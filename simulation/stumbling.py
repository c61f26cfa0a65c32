"""One who stumbles stops nobody: what fails is logged and left out, and the world goes on."""

import logging
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError, transaction

logger = logging.getLogger("netsim.simulation")


@contextmanager
def may_stumble(left_out, *about, quietly=()):
    """Around what counts whole or not at all; a failure of the kind `quietly` is not logged."""
    try:
        with transaction.atomic():
            yield
    except quietly:
        pass
    except (OperationalError, InterfaceError):
        raise  # the whole step is tried again
    except Exception:
        logger.exception(left_out, *about)
