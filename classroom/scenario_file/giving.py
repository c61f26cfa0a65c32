"""What must hold of endorsements and recommendations in a scenario (E1)."""

from django.utils.translation import gettext as _

from .cast import LEARNER, Once, pair


def check_giving(scenario, standing, report):
    check = _Giving(standing, report)
    for person in scenario.people:
        check.skills(person.handle, person)
    check.skills(LEARNER, scenario.learner)
    check.recommendations(scenario)


class _Giving:
    def __init__(self, standing, report):
        self.standing, self.report = standing, report

    def skills(self, owner, profile):
        for skill in profile.skills:
            once = Once(
                self.report,
                _(
                    "This person endorses this skill in line %(line)d already. Take one of the two "
                    "out."
                ),
            )
            for endorser in skill.endorsed_by:
                if self._are_connected(endorser.who, owner, endorser.place):
                    once.is_new(endorser.who, endorser.place)

    def recommendations(self, scenario):
        once = Once(
            self.report,
            _("A recommendation from and to the same two is in line %(line)d. Take one out."),
        )
        given = [(said, said.recipient) for said in scenario.recommendations]
        given += [(said, LEARNER) for said in scenario.learner.recommended_by]
        for said, recipient in given:
            if self._are_connected(said.author, recipient, said.place):
                once.is_new((said.author, recipient), said.place)

    def _are_connected(self, giver, taker, place):
        if not self.standing.cast.are_two(giver, taker, place):
            return False
        connected = pair(giver, taker) in self.standing.connected
        if not connected:
            self.report(
                place,
                _(
                    "Only connections endorse and recommend, and these two are not connected. "
                    "Connect them, or take this out."
                ),
            )
        return connected
