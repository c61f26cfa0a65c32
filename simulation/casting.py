"""Who a simulated person is, where nobody said so: drawn by hashing from the seed and the handle.

What is read of them is their work and what the editors chose, never a name or a face. Pure.
"""

import re

from .chance import Luck, choose
from .deciding.facts import Role
from .deciding.weights import LUCK

# Shapes of the betas: most people are in the middle of each.
DISPOSITIONS = {"openness": (3, 3), "busyness": (2.5, 2.5), "selectivity": (2.5, 3)}
LEVELS = {
    Role.PEER: 1,
    Role.ALUMNUS: 2,
    Role.RECRUITER: 2,
    Role.HIRING_MANAGER: 3,
    Role.SENIOR_LEADER: 4,
    Role.INFLUENCER: 4,
}
LEADS = re.compile(
    r"\b(director|chief|head of|vice president|vp|c[efot]o|founder|owner|partner|president)\b",
    re.IGNORECASE,
)
MANAGES = re.compile(r"\b(manager|lead|leader|supervisor|principal|coordinator)\b", re.IGNORECASE)
RECRUITS = re.compile(r"\b(recruit\w*|talent)\b", re.IGNORECASE)
OFFSETS = {0: 0.5, 60: 0.25, -60: 0.15, 120: 0.1}  # minutes
WEEKS = {(0, 1, 2, 3, 4): 0.8, (0, 1, 2, 3): 0.1, (6, 0, 1, 2, 3): 0.1}
SESSIONS = {  # minutes after midnight
    ((480, 540), (720, 840), (1020, 1140)): 0.5,  # before work, at noon, after work
    ((390, 480), (750, 810)): 0.2,
    ((720, 780), (1140, 1320)): 0.2,
    ((540, 1020),): 0.1,  # the whole working day
}
REGISTERS = {"either": 0.5, "first-name": 0.4, "title-surname": 0.1}


def role_of(title, is_influencer, is_recruiter):
    """By what they do now."""
    if is_influencer:
        return Role.INFLUENCER
    if is_recruiter or RECRUITS.search(title):
        return Role.RECRUITER
    if LEADS.search(title):
        return Role.SENIOR_LEADER
    return Role.HIRING_MANAGER if MANAGES.search(title) else Role.PEER


def cast(seed, version, handle, role):
    """The fields of a Persona."""
    luck = Luck(seed, LUCK[version], handle)

    def one_of(stream, weighted):
        return choose(luck.draw(stream), weighted.items())

    dispositions = {name: luck.beta(name, *shape) for name, shape in DISPOSITIONS.items()}
    return {
        "role": role,
        "level": LEVELS[role],
        "register": one_of("register", REGISTERS),
        "utc_offset": one_of("offset", OFFSETS),
        "workdays": sorted(one_of("week", WEEKS)),
        "sessions": [list(session) for session in one_of("sessions", SESSIONS)],
        **dispositions,
    }
