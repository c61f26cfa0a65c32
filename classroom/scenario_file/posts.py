"""What must hold of the posts of a scenario, and of what others made of them (P1 to P6)."""

from django.utils.translation import gettext as _

from .cast import Once, pair
from .groups import older_than_group, refuse_older


def check_posts(scenario, standing, groups, report):
    check = _Posts(standing, groups, report)
    for person in scenario.people:
        for post in person.posts:
            check.post(person.handle, post)


class _Posts:
    def __init__(self, standing, groups, report):
        self.standing, self.groups, self.report = standing, groups, report

    def post(self, author, post):
        if post.group:
            self._in_group(author, post)
        self._reactions(author, post)
        for comment, above in post.remarks:
            self._remark(author, post, comment, above)

    def _in_group(self, author, post):
        """P5: members post there."""
        if "audience" in post.places:
            self.report(
                post.place_of("audience"),
                _("A post to a group has no other audience. Take “audience” or “group” out."),
            )
        place = post.place_of("group")
        if self.groups.knows(post.group, place):
            if (author, post.group) not in self.groups.seats:
                self.report(place, self._no_member(author, post.group))
            refuse_older(post, self.groups.by_handle[post.group], older_than_group(), self.report)

    def _no_member(self, handle, group):
        return _(
            "“%(handle)s” is not in the group “%(group)s”, whose members alone read and write "
            "there. Add them to it, or take this out."
        ) % {"handle": handle, "group": group}

    def _reactions(self, author, post):
        once = Once(
            self.report,
            _("This person reacts to this post in line %(line)d already. Take one of the two out."),
        )
        for reaction in post.reactions:
            if self._sees(reaction.who, author, post, reaction.place):
                once.is_new(reaction.who, reaction.place)
            refuse_older(reaction, post, _older_than_post(), self.report)

    def _remark(self, author, post, comment, above):
        place = comment.place_of("author")
        if self._sees(comment.author, author, post, place) and above:
            self._refuse_beside_block(comment.author, above.author, place)
        refuse_older(comment, post, _older_than_post(), self.report)
        if above and post.ago >= comment.ago:
            refuse_older(comment, above, _older_than_comment(), self.report)

    def _sees(self, handle, author, post, place):
        """P3 to P6: whether somebody of the file sees the post; reported when they do not."""
        if not self.standing.cast.knows(handle, place):
            return False
        if handle == author:
            return True
        if refusal := self._hidden(handle, author, post):
            self.report(place, refusal)
        elif post.group:
            self._refuse_beside_block(handle, author, place)
        return not refusal

    def _hidden(self, handle, author, post):
        two = {"handle": handle, "author": author}
        if post.group:
            is_known = post.group in self.groups.by_handle
            seats = self.groups.seats
            if is_known and (handle, post.group) not in seats:
                return self._no_member(handle, post.group)
        elif post.audience == "connections":
            if pair(handle, author) not in self.standing.connected:
                return (
                    _(
                        "“%(handle)s” does not see this post: it is for connections of "
                        "“%(author)s”. Connect the two, or take this out."
                    )
                    % two
                )
        elif (handle, author) not in self.standing.followed:
            return (
                _(
                    "“%(handle)s” does not see this post, since they do not follow “%(author)s”. "
                    "Let them follow, or take this out."
                )
                % two
            )
        return None

    def _refuse_beside_block(self, one, other, place):
        if pair(one, other) in self.standing.blocked:
            self.report(
                place,
                _("One of “%(one)s” and “%(other)s” blocks the other. Take this out, or the block.")
                % {"one": one, "other": other},
            )


def _older_than_post():
    return _("The post is younger than this. Write a shorter “ago”.")


def _older_than_comment():
    return _("The comment that this answers is younger. Write a shorter “ago”.")
