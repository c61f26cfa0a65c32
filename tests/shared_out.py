"""The whole suite is shared out over two processes; a file or a test alone runs in one."""

import pytest

from tests.pages_seen import is_for_all, is_part_of_a_run

PROCESSES = 2  # more only wait for each other: the database and Chromium work beside them


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    asked = getattr(config.option, "numprocesses", 1)
    if asked is None and is_for_all(config) and not is_part_of_a_run(config):
        config.option.numprocesses = PROCESSES
