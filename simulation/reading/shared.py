"""What two people have in common, as their profiles tell it."""

from functools import cached_property


class Shared:
    """Of a pair of ids; the names are those that the second of the two writes."""

    def __init__(self, profiles, pair):
        self.profiles, self.pair = profiles, pair

    @cached_property
    def schools(self):
        return self._of_both(self.profiles.schools)

    @cached_property
    def groups(self):
        return self._of_both(self.profiles.groups)

    @cached_property
    def group_keys(self):
        mine, theirs = ({each.key for each in self.profiles.groups[one]} for one in self.pair)
        return mine & theirs

    @cached_property
    def employers(self):
        """Folded names and ids of employers of both → whether both work there now."""
        mine, theirs = map(self.profiles.employers, self.pair)
        return {each: mine[each] and theirs[each] for each in mine.keys() & theirs.keys()}

    @cached_property
    def employer_names(self):
        jobs = self.profiles.workplaces(self.pair[1])
        return [job.employer_name for job in jobs if job.plain in self.employers]

    def _of_both(self, named):
        mine = {each.key for each in named[self.pair[0]]}
        theirs = named[self.pair[1]]
        return list(dict.fromkeys(each.name for each in theirs if each.key in mine))
