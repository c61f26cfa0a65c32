"""The rules of the network in sentences, for people to read. Ids and grades are those of the rules
that code, tests and help texts cite; numbers are those of a world's `Rules`.
"""

from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from django.utils.translation import gettext_lazy as _


class Grade(StrEnum):
    """How a rule is known."""

    SEED = "S"
    OFFICIAL = "O"
    COPY = "M"
    THIRD = "T"
    OURS = "D"


GRADES = {
    Grade.SEED: _("An article about networking that netsim began with"),
    Grade.OFFICIAL: _("LinkedIn's help pages"),
    Grade.COPY: _("Copies of LinkedIn's help pages"),
    Grade.THIRD: _("Other people's reports"),
    Grade.OURS: _("Our own decision"),
}


@dataclass(frozen=True)
class Rule:
    """`sentence` names fields of `Rules` in braces."""

    id: str
    sentence: str
    grades: tuple[Grade, ...]

    def said(self, rules):
        """The sentence with the numbers of a world."""
        return str(self.sentence).format(**{name: getattr(rules, name) for name in self.fields})

    @property
    def fields(self):
        return [name for _text, name, *_format in Formatter().parse(str(self.sentence)) if name]


def _rules(*rows):
    return [Rule(id, sentence, tuple(map(Grade, grades))) for id, sentence, grades in rows]


RULEBOOK = {
    _("Following"): _rules(
        (
            "F1",
            _(
                "Following is one-way and needs no permission: you see what they post, and they "
                "see nothing of yours."
            ),
            "S",
        ),
        ("F2", _("You may follow people and employers; following twice is following once."), "SD"),
        (
            "F3",
            _("Unfollowing keeps a connection; either of two connected people may do so."),
            "T",
        ),
        ("F4", _("People are told of a new follower, and never of an unfollow."), "TD"),
    ),
    _("Connecting"): _rules(
        ("C1", _("A connection needs an invitation that the other person accepts."), "S"),
        ("C2", _("Accepting connects both, and each then follows the other."), "S"),
        ("C3", _("Sending an invitation does not make you follow anybody."), "S"),
        (
            "C4",
            _(
                "Between two people one invitation waits at most. If they have invited you, "
                "inviting them accepts theirs."
            ),
            "D",
        ),
        (
            "C5",
            _(
                "Only who receives an invitation answers it, and only who sent it withdraws it. "
                "An answer never changes."
            ),
            "O",
        ),
        (
            "C6",
            _(
                "Declining is silent: the sender goes on seeing “Pending”. The debrief tells what "
                "really happened."
            ),
            "OD",
        ),
        (
            "C7",
            _("After a decline you may invite again after {reinvite_after_decline_days} days."),
            "D",
        ),
        (
            "C8",
            _(
                "After withdrawing you may invite the same person again after "
                "{reinvite_after_withdrawal_days} days."
            ),
            "M",
        ),
        (
            "C9",
            _(
                "Who answers “I don't know this person” cannot be invited by you again. "
                "{unknown_limit} such answers restrict you."
            ),
            "OT",
        ),
        ("C10", _("Restricted, you may invite nobody for {restriction_days} days."), "M"),
        ("C11", _("You may send {weekly_invitations} invitations in any 7 days."), "T"),
        ("C12", _("A note has at most {note_length} characters."), "T"),
        (
            "C13",
            _("You say how you know each other. They see it, and weigh whether it is true."),
            "TS",
        ),
        (
            "C14",
            _(
                "“We know each other another way” needs their e-mail address, and so does "
                "everybody who is restricted. Friends need none."
            ),
            "ST",
        ),
        ("C15", _("Employers are followed, and cannot be invited."), "S"),
        (
            "C16",
            _(
                "You may remind somebody {reminder_limit} times. An invitation lapses after "
                "{invitation_lapse_days} days."
            ),
            "OT",
        ),
        (
            "C17",
            _(
                "Removing a connection is silent and ends both follows; you may choose to go on "
                "following."
            ),
            "D",
        ),
        ("C18", _("One person has at most {connection_limit} connections."), "M"),
        (
            "B1",
            _(
                "A block ends everything between two people, and neither sees or reaches the "
                "other. Only who blocked may lift it, and nothing comes back."
            ),
            "OM",
        ),
        (
            "D1",
            _("1st, 2nd and 3rd degree count connections only. Following makes nobody closer."),
            "SM",
        ),
    ),
    _("Posts"): _rules(
        ("P1", _("A post is for followers, for connections, or for one group."), "ST"),
        (
            "P2",
            _(
                "Your feed shows your own posts, posts of people whom you follow, and posts of "
                "your groups, the newest first."
            ),
            "S",
        ),
        (
            "P3",
            _("Who follows you now sees your posts for followers, older ones too."),
            "SD",
        ),
        (
            "P4",
            _(
                "Posts for connections are seen by connections, and reach the feed of those who "
                "also follow."
            ),
            "T",
        ),
        ("P5", _("Posts in a group are seen by its members only."), "T"),
        (
            "P6",
            _(
                "Who may not see a post learns nothing of it: from no page, number, search or "
                "notice."
            ),
            "D",
        ),
    ),
    _("Giving, messages, groups"): _rules(
        (
            "E1",
            _(
                "Only connections endorse a skill or write a recommendation. You decide which "
                "recommendations others see."
            ),
            "TO",
        ),
        (
            "E2",
            _(
                "Connections write to each other. A note with an invitation can be answered "
                "without accepting."
            ),
            "OM",
        ),
        ("G1", _("One person is in {group_limit} groups at most."), "T"),
        (
            "I1",
            _(
                "Influencers are chosen by the editors of a world. They carry a badge, and Follow "
                "comes first."
            ),
            "S",
        ),
    ),
    _("This world"): _rules(
        (
            "W1",
            _("A world is closed: nobody in another one sees or finds anything of it."),
            "D",
        ),
        ("W2", _("Every simulated person and all that they write is marked as simulated."), "D"),
    ),
}


def limits(rules):
    """The (name, number, where it comes from) of all numbers that no sentence gives."""
    said = {name for each in RULEBOOK.values() for rule in each for name in rule.fields}
    return [
        (field.verbose_name, getattr(rules, field.name), field.help_text)
        for field in rules._meta.fields
        if field.name not in said and field.help_text
    ]
