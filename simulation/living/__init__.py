"""What simulated people do besides answering invitations: by themselves, or after something.

Each behaviour is a module of its own: `after` tells from an event what will be due, `plan` tells
from a day what is due on it, and `act` does it, by the verbs of everybody. The tables that name
them all are in `table.py`, the numbers in `rates.py`.
"""
