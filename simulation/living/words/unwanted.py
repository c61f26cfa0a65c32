"""What sellers and false recruiters write. Each shows by what one can know it; nothing in it works:
names of firms are invented, and the domains are reserved for examples.
"""

from django.utils.translation import gettext as _


def reach():
    return [
        _("Your profile has great potential! I get professionals 5,000 new followers in 30 days. "
          "Only today: the starter package for 49 instead of 199. Order here before midnight: "
          "https://fairgate-reach.example/start"),
        _("5,000 followers in 30 days, today for 49: https://fairgate-reach.example/start"),
    ]  # fmt: skip


def course():
    return [
        _("Dear friend, do you want the career that you deserve? My seven-step course has changed "
          "900 lives. First lesson for 19 at https://thornwell-course.example. See you inside!"),
        _("My course changes careers. First lesson for 19: https://thornwell-course.example"),
    ]  # fmt: skip


def tool():
    return [
        _(
            "Hi [First name], as an expert in [Industry] you need our contact tool. 10,000 "
            "addresses with one click. The price doubles tomorrow: https://ellingford-tools.example/buy"
        ),
        _("Hi [First name], 10,000 addresses: https://ellingford-tools.example/buy"),
    ]


def deposit():
    return [
        _("Congratulations, you are selected for a position abroad, 6,500 a month, no experience "
          "needed! To hold your place, a handling fee of 80 is due today. Reply now, places go "
          "fast."),
        _("You are selected: 6,500 a month. A fee of 80 holds your place until tonight."),
    ]  # fmt: skip


def identity():
    return [
        _("Hello, urgent: you can work from home for 900 a week from Monday on. Send a photo of "
          "your passport and your bank details to start@merrifield-payroll.example today so that "
          "we can pay you in advance."),
        _("Work from home, 900 a week. Send your passport and bank details today."),
    ]  # fmt: skip
