import logging
import sys

import pytest

from netsim.logs import OneLine


def record(message, *args, exc_info=None):
    return logging.LogRecord("netsim", logging.INFO, "", 0, message, args, exc_info)


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("a\nERROR forged", r"a\nERROR forged"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("bell\x07 nul\x00 nel\x85", r"bell\x07 nul\x00 nel\x85"),
        ("turned \u202e round", r"turned \u202e round"),
        ("Zoë, 東京", "Zoë, 東京"),
    ],
)
def test_a_line_shows_control_characters_as_text(typed, logged):
    assert OneLine("{message}", style="{").format(record("%s", typed)) == logged


def test_a_traceback_keeps_its_lines_and_nothing_else():
    try:
        raise ValueError("\x1b[31mred")
    except ValueError:
        text = OneLine("{message}", style="{").format(record("Oh", exc_info=sys.exc_info()))

    assert "\n" in text
    assert text.endswith(r"ValueError: \x1b[31mred")
