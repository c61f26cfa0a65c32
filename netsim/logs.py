"""Log lines that a visitor cannot forge or colour."""

import logging
import re

# C0 and C1 controls, and the signs that turn or split a line.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class OneLine(logging.Formatter):
    """Spells control characters out; only a traceback keeps its lines."""

    def formatMessage(self, record):
        return spelled(super().formatMessage(record))

    def formatException(self, exc_info):
        return "\n".join(map(spelled, super().formatException(exc_info).split("\n")))


def spelled(text):
    return CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
