"""Everything about one user as plain names, lists and texts, for a file of their own.

Of other people it holds names, and only those texts that they wrote to the user: messages and the
notes of invitations. What they posted for others stays theirs, and who may not be seen (B1) has no
name here. A silent answer to an invitation looks as it does on the pages (C6).

A new noun is one function and one line of NOUNS, with the fields that it reads; the tests name
each field that refers to a person and stands neither there nor in LEFT_OUT.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from .models import (
    Application,
    Block,
    Comment,
    Connection,
    Conversation,
    Dismissal,
    Education,
    Endorsement,
    Event,
    Experience,
    Follow,
    Introduction,
    Invitation,
    Membership,
    Message,
    Mute,
    Person,
    Post,
    ProfileView,
    Reaction,
    Recommendation,
    Report,
    SavedJob,
    SavedPost,
    Skill,
    TagFollow,
)


def my_data(user):
    people = Person.objects.filter(user=user).select_related("world__rules", "user").order_by("pk")
    return {"account": account(user), "worlds": [in_world(person) for person in people]}


def account(user):
    addresses = user.emailaddress_set.order_by("pk")
    return {
        "user_name": user.username,
        "full_name": user.get_full_name(),
        "email": user.email,
        "email_addresses": [{"address": one.email, "confirmed": one.verified} for one in addresses],
        "signed_up": user.date_joined,
        "signed_in_last": user.last_login,
        "own_worlds": [*user.worlds.order_by("pk").values_list("name", flat=True)],
    }


def in_world(person):
    me = Me(person)
    world = {"name": person.world.name, "now": person.world.now, "joined": person.joined_at}
    return {"world": world} | {noun.name: noun.read(me) for noun in NOUNS}


class Me:
    """A person whose data is read; `name_of` others as far as this person may see them."""

    def __init__(self, person):
        self.person = person
        blocks = Block.objects.filter(Q(blocker=person) | Q(blocked=person))
        pairs = blocks.values_list("blocker", "blocked")
        self.hidden = {pk for pair in pairs for pk in pair} - {person.pk}

    def name_of(self, other):
        if other is None:
            return None
        if other.pk in self.hidden:
            return _("somebody whom you cannot see")
        return f"{other.name} ({other.handle})"


def profile(me):
    person = me.person
    shown = ("name", "handle", "headline", "about", "location", "industry")
    near = ("open_to_work", "followers_from", "connections_shown_to", "follow_first")
    chosen = (*near, "private_viewing", "quiet")
    return {name: getattr(person, name) for name in (*shown, *chosen)}


def experience(me):
    fields = ("title", "employer_name", "started_on", "ended_on", "text")
    return [*Experience.objects.filter(person=me.person).values(*fields)]


def education(me):
    fields = ("school", "degree", "field", "started_in", "ended_in")
    return [*Education.objects.filter(person=me.person).values(*fields)]


def skills(me):
    return [*Skill.objects.filter(person=me.person).values_list("name", flat=True)]


def connections(me):
    rows = Connection.objects.of(me.person).select_related("other").order_by("pk")
    return [{"with": me.name_of(row.other), "since": row.since} for row in rows]


def following(me):
    rows = Follow.objects.filter(follower=me.person).select_related("followed").order_by("pk")
    return [{"whom": me.name_of(row.followed), "since": row.since} for row in rows]


def followers(me):
    rows = Follow.objects.filter(followed=me.person).select_related("follower").order_by("pk")
    return [{"who": me.name_of(row.follower), "since": row.since} for row in rows]


def invitations_sent(me):
    """Pending, accepted or over: how others ended them silently is theirs (C6)."""
    mine = Invitation.objects.filter(sender=me.person).select_related("recipient").order_by("pk")
    pending = {*Invitation.objects.seen_pending_by(me.person).values_list("pk", flat=True)}

    def status(invitation):
        if invitation.pk in pending:
            return "pending"
        return "accepted" if invitation.status == Invitation.Status.ACCEPTED else "over"

    return [
        {
            "to": me.name_of(one.recipient),
            "how": one.get_how_display(),
            "note": one.note,
            "sent": one.sent_at,
            "status": status(one),
        }
        for one in mine
    ]


def invitations_received(me):
    """Without those that their senders took back before I answered."""
    rows = Invitation.objects.filter(recipient=me.person).select_related("sender").order_by("pk")
    return [
        {
            "from": me.name_of(one.sender),
            "how": one.get_how_display(),
            "note": one.note,
            "sent": one.sent_at,
            "status": one.get_status_display(),
            "ended": one.answered_at,
        }
        for one in rows.exclude(status=Invitation.Status.WITHDRAWN)
    ]


def introductions_asked(me):
    """Open, passed on or over: a no is silent (C6)."""
    mine = Introduction.objects.filter(asker=me.person).select_related("through", "target")
    seen = {*Introduction.objects.seen_open_by(me.person).values_list("pk", flat=True)}

    def status(introduction):
        if introduction.pk in seen:
            return "open"
        passed = introduction.status == Introduction.Status.PASSED_ON
        return "passed on" if passed else "over"

    return [
        {
            "through": me.name_of(one.through),
            "to": me.name_of(one.target),
            "note": one.note,
            "asked": one.asked_at,
            "status": status(one),
        }
        for one in mine.order_by("pk")
    ]


def introductions_received(me):
    """Without those that were taken back."""
    rows = Introduction.objects.filter(through=me.person).select_related("asker", "target")
    return [
        {
            "from": me.name_of(one.asker),
            "to": me.name_of(one.target),
            "note": one.note,
            "asked": one.asked_at,
            "status": one.get_status_display(),
        }
        for one in rows.exclude(status=Introduction.Status.WITHDRAWN).order_by("pk")
    ]


def put_aside(me):
    rows = Dismissal.objects.filter(person=me.person).select_related("other").order_by("pk")
    return [{"who": me.name_of(row.other), "when": row.at} for row in rows]


def messages(me):
    rows = Message.objects.filter(Q(author=me.person) | Q(reader=me.person)).order_by("pk")
    return [
        {
            "from": me.name_of(one.author),
            "to": me.name_of(one.reader),
            "at": one.at,
            "text": one.text,
        }
        for one in rows.select_related("author", "reader")
    ]


def conversations(me):
    rows = Conversation.objects.filter(person=me.person).select_related("other").order_by("pk")
    return [
        {"with": me.name_of(one.other), "unread": one.is_unread, "archived": one.is_archived}
        for one in rows
    ]


def posts(me):
    rows = Post.objects.filter(author=me.person).select_related("community", "shared")
    return [
        {
            "address": one.url,
            "at": one.at,
            "edited": one.edited_at,
            "audience": one.get_audience_display(),
            "group": one.community.name if one.community else None,
            "title": one.title,
            "text": one.text,
            "shares": one.shared.url if one.shared else None,
        }
        for one in rows.order_by("pk")
    ]


def tags(me):
    rows = TagFollow.objects.filter(person=me.person).order_by("pk")
    return [{"tag": one.key, "since": one.since} for one in rows]


def comments(me):
    rows = Comment.objects.filter(author=me.person).select_related("post").order_by("pk")
    return [
        {"under": one.post.url, "at": one.at, "edited": one.edited_at, "text": one.text}
        for one in rows
    ]


def reactions(me):
    rows = Reaction.objects.filter(person=me.person).select_related("post").order_by("pk")
    return [{"to": one.post.url, "kind": one.get_kind_display(), "at": one.at} for one in rows]


def saved(me):
    rows = SavedPost.objects.filter(person=me.person).select_related("post").order_by("pk")
    return [{"post": one.post.url, "at": one.at} for one in rows]


def applications(me):
    rows = Application.objects.filter(person=me.person).select_related("job__employer")
    return [
        {
            "job": one.job.title,
            "employer": me.name_of(one.job.employer),
            "letter": one.letter,
            "sent": one.at,
            "withdrawn": one.withdrawn_at,
        }
        for one in rows.order_by("pk")
    ]


def saved_jobs(me):
    rows = SavedJob.objects.filter(person=me.person).select_related("job").order_by("pk")
    return [{"job": one.job.url, "at": one.at} for one in rows]


def groups(me):
    rows = Membership.objects.filter(person=me.person).select_related("community").order_by("pk")
    return [
        {"group": one.community.name, "standing": one.get_standing_display(), "since": one.since}
        for one in rows
    ]


def endorsements_given(me):
    rows = Endorsement.objects.filter(endorser=me.person).select_related("person", "skill")
    return [
        {"to": me.name_of(one.person), "skill": one.skill.name, "at": one.at}
        for one in rows.order_by("pk")
    ]


def endorsements(me):
    rows = Endorsement.objects.filter(person=me.person).select_related("endorser", "skill")
    return [
        {"from": me.name_of(one.endorser), "skill": one.skill.name, "at": one.at}
        for one in rows.order_by("pk")
    ]


def recommendations_given(me):
    """What I wrote or was asked for. Without the time of the last step: a no would show in it."""
    rows = Recommendation.objects.filter(author=me.person).select_related("recipient")
    return [
        {"to": me.name_of(one.recipient), "text": one.text, "note": one.note}
        for one in rows.order_by("pk")
    ]


def recommendations(me):
    """Whether, and when, somebody let a request pass is theirs."""
    rows = Recommendation.objects.filter(recipient=me.person).select_related("author")
    return [
        {
            "from": me.name_of(one.author),
            "text": one.text,
            "note": one.note,
            "status": _("Asked for") if one.is_asked else one.get_status_display(),
            "at": None if one.is_asked else one.at,
        }
        for one in rows.order_by("pk")
    ]


def blocks(me):
    """By name: this is the one place besides the page of the blocked where they have one."""
    rows = Block.objects.filter(blocker=me.person).select_related("blocked").order_by("pk")
    return [{"whom": str(one.blocked), "since": one.since} for one in rows]


def mutes(me):
    rows = Mute.objects.filter(muter=me.person).select_related("muted").order_by("pk")
    return [{"whom": me.name_of(one.muted), "since": one.since} for one in rows]


def reports(me):
    """What I told the editors; what they decided is theirs."""
    rows = Report.objects.filter(reporter=me.person).select_related("about").order_by("pk")
    return [
        {
            "about": me.name_of(one.about),
            "what": one.get_kind_display(),
            "reason": one.get_reason_display(),
            "text": one.text,
            "at": one.at,
        }
        for one in rows
    ]


def profile_views(me):
    """As the page shows them: the last look of each, nobody while I look in private."""
    rows = ProfileView.objects.seen_by(me.person).select_related("viewer").order_by("pk")
    return [{"who": me.name_of(one.viewer), "at": one.at} for one in rows]


def notifications(me):
    rows = Event.objects.notices_for(me.person).select_related("actor").order_by("pk")
    return [
        {"who": me.name_of(one.actor), "did": one.get_verb_display(), "at": one.at} for one in rows
    ]


def acts(me):
    rows = Event.objects.filter(actor=me.person).select_related("target").order_by("pk")
    return [
        {"did": one.get_verb_display(), "whom": me.name_of(one.target), "at": one.at}
        for one in rows
    ]


@dataclass(frozen=True)
class Noun:
    """A part of the file, and the fields that say whose the rows are."""

    name: str
    read: Callable
    fields: tuple = ()


NOUNS = [
    Noun("profile", profile),
    Noun("experience", experience, ("Experience.person",)),
    Noun("education", education, ("Education.person",)),
    Noun("skills", skills, ("Skill.person",)),
    Noun("connections", connections, ("Connection.person", "Connection.other")),
    Noun("following", following, ("Follow.follower",)),
    Noun("followers", followers, ("Follow.followed",)),
    Noun("invitations_sent", invitations_sent, ("Invitation.sender",)),
    Noun("invitations_received", invitations_received, ("Invitation.recipient",)),
    Noun("introductions_asked", introductions_asked, ("Introduction.asker",)),
    Noun("introductions_received", introductions_received, ("Introduction.through",)),
    Noun("put_aside", put_aside, ("Dismissal.person",)),
    Noun("messages", messages, ("Message.author", "Message.reader")),
    Noun("conversations", conversations, ("Conversation.person", "Conversation.other")),
    Noun("posts", posts, ("Post.author",)),
    Noun("comments", comments, ("Comment.author",)),
    Noun("reactions", reactions, ("Reaction.person",)),
    Noun("saved_posts", saved, ("SavedPost.person",)),
    Noun("followed_tags", tags, ("TagFollow.person",)),
    Noun("applications", applications, ("Application.person",)),
    Noun("saved_jobs", saved_jobs, ("SavedJob.person",)),
    Noun("groups", groups, ("Membership.person",)),
    Noun("endorsements_given", endorsements_given, ("Endorsement.endorser",)),
    Noun("endorsements", endorsements, ("Endorsement.person",)),
    Noun("recommendations_given", recommendations_given, ("Recommendation.author",)),
    Noun("recommendations", recommendations, ("Recommendation.recipient",)),
    Noun("blocked", blocks, ("Block.blocker",)),
    Noun("muted", mutes, ("Mute.muter",)),
    Noun("reports", reports, ("Report.reporter",)),
    Noun("profile_views", profile_views, ("ProfileView.viewed",)),
    Noun("notifications", notifications, ("Event.target",)),
    Noun("what_i_did", acts, ("Event.actor",)),
]
LEFT_OUT = {
    "Block.blocked": "Nobody learns who blocks them (B1).",
    "Mute.muted": "Nobody learns who mutes them.",
    "Report.about": "Nobody learns who reported them.",
    "Introduction.target": "What comes of it reaches me as an invitation.",
    "Invitation.introduced_by": "Whom I introduced stands in introductions_received.",
    "Mention.person": "Who mentions me stands in notifications.",
    "Dismissal.other": "Nobody learns who puts them aside.",
    "Experience.employer": "What staff say of an employer is theirs; nobody acts as an employer.",
    "Job.employer": "Nobody acts as an employer.",
    "Job.contact": "Whom an employer names for questions is the employer's to say.",
    "ProfileView.viewer": "Whose profiles I opened stands in what_i_did.",
}
