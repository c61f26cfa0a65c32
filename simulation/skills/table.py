"""The skills, in the order in which they are learned, with the way from each level to the next."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .levels import Level


@dataclass(frozen=True)
class Skill:
    """`ways` says for each level below the highest what brings the next one."""

    name: str
    title: str
    about: str
    work: str  # what counts as a piece of work
    ways: tuple[str, str, str]

    def way_from(self, level):
        """What brings the next level; "" at the highest."""
        return str(self.ways[level]) if level < Level.STRONG else ""


SKILLS = [
    Skill(
        "profile",
        _("Profile"),
        _("People look at your profile before they answer."),
        _("Your profile on the day on which somebody weighed your invitation"),
        (
            _("Say what you do, where you are and what you can, and then invite."),
            _("See on your profile what is still missing, and add it before you invite."),
            _("Complete your profile before you invite anybody else."),
        ),
    ),
    Skill(
        "choice",
        _("Follow or connect"),
        _("Connect where you share something; follow where you do not, yet."),
        _("An invitation, by what you two shared and who was asked"),
        (
            _("Follow influencers and leaders instead of inviting them."),
            _("Invite people with whom you share a group, a school or a contact."),
            _("Invite people with whom you have contacts in common, or ask for an introduction."),
        ),
    ),
    Skill(
        "note",
        _("The note"),
        _("A good note says why you write to this person and not to anybody else."),
        _("A note; with the list of hints beside it, it counts for less"),
        (
            _("Greet them by name, say who you are and name one true thing that you share."),
            _("Say what that thing did for you, and ask one small thing that they can refuse."),
            _("Write as well without the list. It fades after two good notes in a row."),
        ),
    ),
    Skill(
        "engaging",
        _("Engage first"),
        _("Who has taken part before is no stranger."),
        _("What you had done for somebody before you invited them"),
        (
            _("Follow them for some days, or react to a post of theirs."),
            _("Write a thoughtful comment on a post of theirs, 15 words or more, and then invite."),
            _("Do both: take notice for some days, and write something thoughtful."),
        ),
    ),
    Skill(
        "follow-up",
        _("Follow-up"),
        _("Thank people, say what you did with their help, and ask for little."),
        _("Your first message to somebody who accepted"),
        (
            _("Write to people who accept, and thank them within two days."),
            _("Name what they gave you, and ask one thing at most."),
            _("Say what you did with it and what came of it."),
        ),
    ),
    Skill(
        "inbox",
        _("Inbox judgement"),
        _("Accept what is relevant, decline what is not, report spam and fraud."),
        _("An invitation that somebody simulated sent to you, once you have answered it"),
        (
            _("Look at who writes: do you share anything, and is the note written for you?"),
            _("Accept those who wrote for you. Decline the others; it is silent and hurts nobody."),
            _("Report those who sell, press you or ask for money or papers."),
        ),
    ),
]
