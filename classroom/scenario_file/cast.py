"""The people of a file by handle, and what every check of the whole file asks about them."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

LEARNER = "(learner)"  # stands for each learner among the handles; no handle looks like this


class Cast:
    """The people of the file by handle."""

    def __init__(self, people, report):
        self.report = report
        self.by_handle = {}
        for person in people:
            first = self.by_handle.setdefault(person.handle, person)
            if person.handle and first is not person:
                report(
                    person.place_of("handle"),
                    _("“%(handle)s” is the handle of somebody in line %(line)d. Choose another.")
                    % {"handle": person.handle, "line": first.place.line},
                )

    def knows(self, handle, place):
        """Whether the handle is somebody's; reported when it could be read and is nobody's."""
        if handle == LEARNER or (handle and handle in self.by_handle):
            return True
        if handle:
            self.report(place, self._nobody(handle))
        return False

    def _nobody(self, handle):
        near = not self.report.is_long and get_close_matches(handle, self.by_handle, n=1)
        if near:
            return _("Nobody here has the handle “%(handle)s”. Did you mean “%(near)s”?") % {
                "handle": handle,
                "near": near[0],
            }
        return _(
            "Nobody here has the handle “%(handle)s”. Correct it, or add this person to “people”."
        ) % {"handle": handle}

    def are_two(self, one, other, place):
        """Whether a tie can join these: two different people of the file."""
        if not all([self.knows(handle, place) for handle in (one, other)]):
            return False
        if one == other:
            self.report(
                place,
                _(
                    "Nobody is tied to themselves. Put somebody else for one of the two, "
                    "or delete it."
                ),
            )
        return one != other

    def are_people(self, one, other, place):
        """As are_two, and neither is an employer."""
        if not self.are_two(one, other, place):
            return False
        for handle in (one, other):
            if handle != LEARNER and self.by_handle[handle].is_employer:
                self.report(
                    place,
                    _(
                        "“%(handle)s” is an employer, who is followed, never connected or invited. "
                        "Use “follows” instead."
                    )
                    % {"handle": handle},
                )
                return False
        return True


class Once:
    """Remembers what was said, and reports what is said again."""

    def __init__(self, report, sentence):
        self.report, self.sentence, self.places = report, sentence, {}

    def __contains__(self, tie):
        return tie in self.places

    def __iter__(self):
        return iter(self.places)

    def is_new(self, tie, place):
        first = self.places.setdefault(tie, place)
        if first is not place:
            self.report(place, self.sentence % {"line": first.line})
        return first is place


def pair(one, other):
    return frozenset((one, other))


class AnyLearner:
    """A learner among the people, for what is counted of everybody."""

    handle = LEARNER

    def __init__(self, newcomer):
        self.name, self.place = _("The learner"), newcomer.place
