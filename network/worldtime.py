"""A world's time in words. Day 1 is the day on which the world starts (`started_at`)."""

from datetime import UTC

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR, DAY = 60, 3600, 86_400
FEW_DAYS, FEW_WEEKS, FEW_MONTHS = 14, 60, 730  # in days: up to where each unit reads best


def day_of(moment, started_at):
    """Which day of the world a moment lies in: 1 is the first, 0 and less come before it."""
    first = started_at.astimezone(UTC).date()
    return (moment.astimezone(UTC).date() - first).days + 1


def worlddate(moment, started_at):
    """'Tuesday, day 12, 14:00'."""
    moment = moment.astimezone(UTC)
    return _("%(weekday)s, %(day)s, %(time)s") % {
        "weekday": WEEKDAYS[moment.weekday()],
        "day": _day_in_words(day_of(moment, started_at)),
        "time": f"{moment:%H:%M}",
    }


def since(moment, started_at):
    """'day 3', for a tie that began then."""
    return _day_in_words(day_of(moment, started_at))


def _day_in_words(day):
    if day >= 1:
        return _("day %(day)d") % {"day": day}
    before = 1 - day
    return ngettext("%(days)d day before day 1", "%(days)d days before day 1", before) % {
        "days": before
    }


def ago(moment, world):
    """How long before the world's now: '3 days ago'."""
    seconds = (world.now - moment).total_seconds()
    days = int(seconds // DAY)
    if seconds < MINUTE:
        return _("just now")
    if seconds < HOUR:
        n = int(seconds // MINUTE)
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", n) % {"n": n}
    if not days:
        n = int(seconds // HOUR)
        return ngettext("%(n)d hour ago", "%(n)d hours ago", n) % {"n": n}
    return _days_ago(days)


def _days_ago(days):
    if days < FEW_DAYS:
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}
    if days < FEW_WEEKS:
        n = days // 7
        return ngettext("%(n)d week ago", "%(n)d weeks ago", n) % {"n": n}
    if days < FEW_MONTHS:
        n = days // 30
        return ngettext("%(n)d month ago", "%(n)d months ago", n) % {"n": n}
    n = days // 365
    return ngettext("%(n)d year ago", "%(n)d years ago", n) % {"n": n}
