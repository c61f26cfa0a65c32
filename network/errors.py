"""Refusals: what a rule of the network answers when it says no.

`str(refusal)` is a sentence for the person who tried; it says what to do instead.
The id beside a class is that of its rule in the rule set.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Refusal(Exception):
    """A rule said no; nothing was changed."""


class Gone(Refusal):  # B1
    """The other person left, or one blocks the other (B1): the same words for each."""

    def __str__(self):
        return _("This person is not here any more. Go back to People to find others.")


class PostGone(Refusal):  # P6
    """The post was deleted, or the person may not see it (any more): the same words for each."""

    def __str__(self):
        return _("This post is not here any more. Go back to your feed to find others.")


class StaysInGroup(Refusal):  # P5
    def __str__(self):
        return _(
            "What members post in a group stays in the group, so it cannot be shared. "
            "Write a post of your own about it."
        )


class Yourself(Refusal):  # F2
    def __str__(self):
        return _("That is you. Choose somebody else.")


class OnlyConnectionsFollow(Refusal):  # F2
    def __str__(self):
        return _(
            "This person lets only their connections follow them. Invite them to connect: "
            "when they accept, you follow each other."
        )


class NothingToMute(Refusal):  # P2
    def __str__(self):
        return _(
            "You can mute people whom you follow or are connected with. To see nothing of this "
            "person any more, block them."
        )


class EmployersAreFollowed(Refusal):  # C15
    def __str__(self):
        return _("Employers cannot be invited. Follow them to see what they post.")


class EmployersInviteNobody(Refusal):  # C15
    def __str__(self):
        return _("Employers invite nobody. Choose a person who works there as the sender.")


class NotOpen(Refusal):  # C5
    """The invitation was answered, withdrawn or has lapsed already."""

    def __str__(self):
        return _("This invitation is no longer open, so nothing was changed.")


class AlreadyConnected(Refusal):  # C4
    def __str__(self):
        return _("You are already connected. Write a post or look at their profile instead.")


class NotConnected(Refusal):  # C17
    def __str__(self):
        return _("You are no longer connected, so there was nothing to remove.")


class Barred(Refusal):  # C9
    """The recipient once said that they do not know the sender."""

    def __str__(self):
        return _(
            "You cannot invite this person again. You can still follow them, and they can "
            "invite you."
        )


class TooEarly(Refusal):  # C8
    """Invited again before the waiting time is over. `days` are world days, rounded up."""

    def __init__(self, days):
        self.days = days

    def __str__(self):
        return ngettext(
            "You can invite this person again in %(days)d day. Until then, follow them "
            "and take part in what they post.",
            "You can invite this person again in %(days)d days. Until then, follow them "
            "and take part in what they post.",
            self.days,
        ) % {"days": self.days}


class Restricted(Refusal):  # C10
    """Too many recipients did not know the sender. `days` are world days, rounded up."""

    def __init__(self, days):
        self.days = days

    def __str__(self):
        return ngettext(
            "Several people said that they do not know you, so for %(days)d more day you can "
            "invite only people whose e-mail address you give as proof.",
            "Several people said that they do not know you, so for %(days)d more days you can "
            "invite only people whose e-mail address you give as proof.",
            self.days,
        ) % {"days": self.days}


class WeeklyLimitReached(Refusal):  # C11
    def __init__(self, limit):
        self.limit = limit

    def __str__(self):
        return _(
            "You have sent %(limit)d invitations in the last 7 days, which is the most. "
            "Wait a few days, or follow people meanwhile."
        ) % {"limit": self.limit}


class NoteTooLong(Refusal):  # C12
    def __init__(self, length, limit):
        self.length, self.limit = length, limit

    def __str__(self):
        return _(
            "Your note has %(length)d characters; the most is %(limit)d. Shorten it and send again."
        ) % {"length": self.length, "limit": self.limit}


class NeedsEmail(Refusal):  # C14
    def __str__(self):
        return _(
            "That is not this person's e-mail address. Give the address they use, or choose "
            "another way you know them."
        )


class ReminderLimitReached(Refusal):  # C16
    def __str__(self):
        return _("You have reminded this person as often as you may. Let the invitation rest.")


class RemindedTooEarly(Refusal):  # C16
    """`days` are world days, rounded up."""

    def __init__(self, days):
        self.days = days

    def __str__(self):
        return ngettext(
            "You can remind this person again in %(days)d day. Until then, take part in what "
            "they post.",
            "You can remind this person again in %(days)d days. Until then, take part in what "
            "they post.",
            self.days,
        ) % {"days": self.days}


class TooManyConnections(Refusal):  # C18
    def __str__(self):
        return _(
            "One of you has as many connections as a person may have. "
            "Remove one first, or follow instead."
        )


class MessagesNeedConnection(Refusal):  # E2
    def __str__(self):
        return _(
            "You can write to people you are connected with. Send an invitation first: "
            "its note is your first message."
        )


class NotAnsweredYet(Refusal):  # E2
    """My invitation waits, and they have not answered its note."""

    def __str__(self):
        return _(
            "Your invitation is pending. You can write when they accept it or answer your note. "
            "Until then, take part in what they post."
        )


class WritingHasEnded(Refusal):  # E2
    """A conversation without a connection, or an open invitation, that would let it go on."""

    def __str__(self):
        return _(
            "You are not connected now, so neither of you can write here. What you wrote to each "
            "other stays. To go on, send an invitation."
        )


class EmployersGetNoMessages(Refusal):  # E2
    def __str__(self):
        return _(
            "Employers do not get messages. Follow them to see what they post, and connect with "
            "people who work there."
        )


class MessageTooLong(Refusal):  # E2
    def __init__(self, length, limit):
        self.length, self.limit = length, limit

    def __str__(self):
        return _(
            "Your message has %(length)d characters; the most is %(limit)d. "
            "Shorten it and send again."
        ) % {"length": self.length, "limit": self.limit}


class TooManyMessages(Refusal):  # E2
    """More than a person types: `seconds` are real ones, until the next may be sent."""

    def __init__(self, limit, seconds):
        self.limit, self.seconds = limit, seconds

    def __str__(self):
        return ngettext(
            "You have sent %(limit)d messages in the last minute, which is the most. "
            "Wait %(seconds)d second and send again.",
            "You have sent %(limit)d messages in the last minute, which is the most. "
            "Wait %(seconds)d seconds and send again.",
            self.seconds,
        ) % {"limit": self.limit, "seconds": self.seconds}


class AlreadyCongratulated(Refusal):
    def __str__(self):
        return _(
            "You have congratulated on this already. Send your text again if you want to write it "
            "as an ordinary message."
        )


class NewsIsOver(Refusal):
    """The line of the profile was taken away or changed, or it is no news any more."""

    def __str__(self):
        return _(
            "This is no news any more. Send your text again if you want to write it as an "
            "ordinary message."
        )


class JobGone(Refusal):  # B1
    """The job is not there, or its employer is hidden from the person: the same words for each."""

    def __str__(self):
        return _("This job is not here any more. Go back to Jobs to find others.")


class JobClosed(Refusal):
    def __str__(self):
        return _("This job is closed. Look for others that are open.")


class AlreadyApplied(Refusal):
    def __str__(self):
        return _("You have applied for this job already. One application a job is the most.")


class AlreadyWithdrawn(Refusal):
    def __str__(self):
        return _("You have withdrawn this application already, so nothing was changed.")


class LetterTooLong(Refusal):
    def __init__(self, length, limit):
        self.length, self.limit = length, limit

    def __str__(self):
        return _(
            "Your letter has %(length)d characters; the most is %(limit)d. "
            "Shorten it and send again."
        ) % {"length": self.length, "limit": self.limit}


class OnlyEmployersHire(Refusal):
    def __str__(self):
        return _("Only an employer can open a job. Choose an employer.")


class ContactElsewhere(Refusal):  # W1
    def __str__(self):
        return _("Choose a person of the employer's world for questions, or nobody.")


class EmployersDoNotApply(Refusal):
    def __str__(self):
        return _("An employer cannot apply for a job. Choose a person.")


class OnlySimulatedInfluencers(Refusal):  # I1
    def __str__(self):
        return _("Only simulated people can be influencers. Choose one of them.")


class AlreadyListed(Refusal):
    """A skill whose name is alike to one that the person lists."""

    def __str__(self):
        return _("You list this skill already. Capitals and accents make no difference.")


class TooManySkills(Refusal):
    def __init__(self, limit):
        self.limit = limit

    def __str__(self):
        return _("You list %(limit)d skills, which is the most. Remove one first.") % {
            "limit": self.limit
        }


class GroupGone(Refusal):  # W1
    """The group has closed, or there never was one in this world: the same words for each."""

    def __str__(self):
        return _("This group is not here any more. Go to Groups to find others.")


class GroupNameTaken(Refusal):
    def __str__(self):
        return _("There is a group of this name already. Choose another name, or join that one.")


class TooManyGroups(Refusal):  # G1
    def __init__(self, limit):
        self.limit = limit

    def __str__(self):
        return _(
            "You are in %(limit)d groups, which is the most. Leave one first, then try again."
        ) % {"limit": self.limit}


class InTooManyGroups(TooManyGroups):
    """The person whom a moderator wants to let in."""

    def __str__(self):
        return _(
            "This person is in as many groups as a person may be. They have to leave one before "
            "you can let them in."
        )


class RemovedFromGroup(Refusal):  # P5
    def __str__(self):
        return _(
            "A moderator removed you from this group, so you cannot join it. Find another group, "
            "or start one."
        )


class NotAMember(Refusal):  # P5
    """Of the one who acts."""

    def __str__(self):
        return _("Only members of the group can do that. Join it first.")


class NoMember(Refusal):
    """Of the one to whom something is done."""

    def __str__(self):
        return _("This person is not a member any more, or moderates too: nothing was changed.")


class NotAsking(Refusal):
    """The request to join was answered or taken back already."""

    def __str__(self):
        return _("This request is no longer open, so nothing was changed.")


class NotModerator(Refusal):
    def __str__(self):
        return _("Only moderators of the group can do that. Ask one of them.")


class AlreadyDecided(Refusal):
    """Another editor was quicker."""

    def __str__(self):
        return _("A report was decided already, so nothing was changed for it.")


class NothingToRemove(Refusal):
    def __str__(self):
        return _(
            "Only posts and comments that still stand can be removed here. Mark other reports as "
            "acted on when you have done what is needed."
        )


class LastAdministrator(Refusal):
    def __str__(self):
        return _(
            "This is the only account that may administrate everything here. Make somebody else "
            "an administrator first."
        )


class GivingNeedsConnection(Refusal):  # E1
    def __str__(self):
        return _(
            "You can endorse and recommend people you are connected with. "
            "Invite this person first, or take part in what they post."
        )


class EmployersDoNotGive(Refusal):  # E1
    """Employers neither give nor get endorsements and recommendations."""

    def __str__(self):
        return _(
            "Employers give and get no endorsements or recommendations. "
            "Follow them, and recommend people who work there."
        )


class SkillGone(Refusal):  # E1
    """Taken off the list meanwhile."""

    def __str__(self):
        return _("They do not list this skill any more. Choose another one.")


class AlreadyRecommended(Refusal):  # E1
    def __str__(self):
        return _(
            "This person has written a recommendation for you already. "
            "You find it under Recommendations."
        )


class RecommendationClosed(Refusal):  # E1
    """It was answered, changed or taken back already."""

    def __str__(self):
        return _("This recommendation has changed meanwhile. Look at it as it is now.")


class ChangedMeanwhile(Refusal):  # E1
    """The text is not the one that the person had before them."""

    def __str__(self):
        return _(
            "The text was changed meanwhile, so nothing was done. "
            "Read it as it is now and decide again."
        )


class RecommendationTooLong(Refusal):  # E1
    def __init__(self, length, limit):
        self.length, self.limit = length, limit

    def __str__(self):
        return _(
            "Your recommendation has %(length)d characters; the most is %(limit)d. "
            "Shorten it and send again."
        ) % {"length": self.length, "limit": self.limit}


class RequestNotOpen(Refusal):  # C5
    """The request for an introduction was answered, taken back or has ended already."""

    def __str__(self):
        return _("This request is no longer open, so nothing was changed.")


class NotBetweenYou(Refusal):  # D1
    """Who is asked for an introduction is not connected with both."""

    def __str__(self):
        return _(
            "Only somebody who is connected with both of you can introduce you. "
            "Look at their profile for other ways to reach them."
        )


class InvitationStands(Refusal):  # C4
    """One of the two has invited the other already."""

    def __str__(self):
        return _("An invitation between you two is open already, so you need no introduction.")


class CannotBePassedOn(Refusal):  # C7
    """The asker may not invite the target now; why is not told to who introduces."""

    def __str__(self):
        return _("This request cannot be passed on now. Leave it open and try later, or decline.")


class AskedTooEarly(Refusal):  # C8
    """The same person was asked for the same before. `days` are world days, rounded up."""

    def __init__(self, days):
        self.days = days

    def __str__(self):
        return ngettext(
            "You can ask this person for the same introduction again in %(days)d day. "
            "Ask somebody else whom you both know, or invite without an introduction.",
            "You can ask this person for the same introduction again in %(days)d days. "
            "Ask somebody else whom you both know, or invite without an introduction.",
            self.days,
        ) % {"days": self.days}


class TooManyRequests(Refusal):  # C11
    def __init__(self, limit):
        self.limit = limit

    def __str__(self):
        return _(
            "You have asked for %(limit)d introductions in the last 7 days, which is the most. "
            "Wait a few days."
        ) % {"limit": self.limit}
