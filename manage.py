#!/usr/bin/env python
"""Run one of netsim's commands: `uv run manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsim.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"netsim cannot start. {error}")
    except OperationalError as error:
        sys.exit(f"The database does not answer. {error}")
    except KeyboardInterrupt:
        sys.exit(130)
