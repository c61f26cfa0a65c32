"""How somebody simulated behaves: between the words of a file and the fields of a Persona."""

from django.utils.translation import gettext as _

from simulation.deciding.delays import Schedule
from simulation.models import Persona

from .writing import InlineList

ROLES = {role.replace("_", "-"): role for role in Persona.Roles.values}
ADDRESSES = Persona.Register.values
SHARES = ("openness", "busyness", "selectivity")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def fields(behaviour):
    """The fields of a Persona that the file gives."""
    given = {
        "role": ROLES.get(behaviour.role),
        "level": behaviour.level,
        **{name: _share(getattr(behaviour, name)) for name in SHARES},
        "register": behaviour.address or None,
        "utc_offset": behaviour.time_zone,
        "workdays": sorted({*map(WEEKDAYS.index, behaviour.workdays)}) or None,
        "sessions": [list(session) for session in behaviour.online] or None,
    }
    return {name: value for name, value in given.items() if value is not None}


def _share(percent):
    return None if percent is None else percent / 100


def words(fields):
    """The reverse, in the order of docs/scenario-format.md."""
    said = {
        "role": lambda role: ("role", role.replace("_", "-")),
        "level": lambda level: ("level", level),
        **{name: lambda share, name=name: (name, round(100 * share)) for name in SHARES},
        "register": lambda register: ("address", register),
        "utc_offset": lambda minutes: ("time_zone", _time_zone(minutes)),
        "workdays": lambda days: ("workdays", InlineList(WEEKDAYS[day] for day in days)),
        "sessions": lambda sessions: ("online", InlineList(_hours(*each) for each in sessions)),
    }
    return dict(write(fields[name]) for name, write in said.items() if name in fields)


def _time_zone(minutes):
    return f"{'-' if minutes < 0 else '+'}{_clock(abs(minutes))}"


def _hours(start, end):
    return f"{_clock(start)}-{_clock(end)}"


def _clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def check_behaviour(person, report):
    """Times follow one another within a day, and employers have no behaviour."""
    behaviour = person.behaves
    if person.is_employer and "behaves" in person.places:
        report(
            person.place_of("behaves"),
            _("“%(handle)s” is an employer; only people behave in a way of their own. Take it out.")
            % {"handle": person.handle},
        )
    if behaviour.online and all(behaviour.online):
        try:
            Schedule(sessions=behaviour.online)
        except ValueError:
            report(
                behaviour.place_of("online"),
                _("Put these times in order within one day, each after the one before has ended."),
            )
