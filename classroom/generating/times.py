"""Moments before the world starts (a Monday at 08:00), in minutes, when people are awake."""

DAY = 24 * 60
START = 8 * 60  # minutes after midnight
AWAKE = 6 * 60 + 30, 22 * 60
WEEKEND = 0.35  # of what is written on other days


def moment(days, dice):
    """Some time on that many days ago, at least one; weekends are quieter."""
    if days % 7 in (1, 2) and not dice.happens(WEEKEND):  # Sunday, Saturday
        days += 2
    return days * DAY + START - dice.whole(*AWAKE)


def after(ago, dice, hours=7.0):
    """Somewhat later than `ago`, next morning rather than at night; None when it is not yet."""
    later = ago - round(dice.waiting(hours) * 60) - 12
    of_day = (START - later) % DAY
    if of_day < AWAKE[0]:
        later -= AWAKE[0] - of_day + dice.whole(0, 90)
    elif of_day > AWAKE[1]:
        later -= DAY - of_day + AWAKE[0] + dice.whole(0, 90)
    return later if later > 0 else None
