"""The same moment from the other person's account: what my acts look like over there.

Of a simulated person everything is shown, apart from what other learners did and wrote that I may
not see (P6), and apart from what they did with an invitation of mine, as long as it is sealed (C6):
until its debrief is open, no part of the page tells a silent answer from none. Of a learner only
what the rules let me conclude: nothing that they did in silence.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from . import worldtime
from .feed import feed
from .models import Event, Invitation, Person, Post
from .models.event import WAITS

LATEST = 5  # of my posts, and of what they are told


@dataclass(frozen=True)
class TwoSides:
    """One invitation as each of the two sees it, in words; `sealed` is its key while its debrief is
    to be opened first.
    """

    title: str
    mine: str
    theirs: str
    sealed: int | None = None


def me_as_seen_by(them, me):
    """My row with the ties, the degree and the mutual connections that they see."""
    seen = Person.objects.visible_to(them).with_ties(them).with_mutuals(them)
    return seen.get(pk=me.pk)


def my_posts(me, them):
    """My newest posts, as far as I still see them, each with whether they may (`is_seen`)."""
    seen = Post.objects.visible_to(them).filter(pk=OuterRef("pk"))
    mine = Post.objects.visible_to(me).filter(author=me).annotate(is_seen=Exists(seen))
    return mine.select_related("community").order_by("-pk")[:LATEST]


def their_feed(me, them):
    """The top of their feed, and how many posts in it I may not see; what is posted in groups is
    for members, simulated or not (P5).
    """
    posts = feed(them)
    mine = Post.objects.visible_to(me).filter(pk__in=[post.pk for post in posts])
    mine = set(mine.values_list("pk", flat=True))
    simulated = _simulated(me).filter(pk__in=[post.author_id for post in posts])
    simulated = set(simulated.values_list("pk", flat=True))
    shown = [
        post
        for post in posts
        if post.pk in mine or (post.author_id in simulated and not post.community)
    ]
    return shown, len(posts) - len(shown)


def their_notices(me, them):
    """What they were told of me and of simulated people, newest first.

    What I sent and is sealed stands there as if nobody had answered it: with my reminders, and gone
    when I took it back.
    """
    sealed = _sealed(me).filter(recipient=them)
    looks_pending = Invitation.objects.seen_pending_by(me).filter(pk__in=sealed.values("pk"))
    told = Event.objects.notices_for(them, waits=WAITS | Q(invitation__in=looks_pending))
    told = told.filter(Q(actor=me) | Q(actor__in=_simulated(me)))
    told = told.exclude(invitation__in=sealed.exclude(retracted_at=None))
    return told.select_related("actor", "invitation", "job").order_by("-pk")[:LATEST]


def _simulated(me):
    """The simulated people whom I can see."""
    return Person.objects.visible_to(me).exclude(kind=Person.Kind.LEARNER)


def invitations(me, them):
    """The last invitation in each direction, as each of the two sees it."""
    return [sides for sides in (_sent(me, them), _received(me, them)) if sides]


def _sent(me, them):
    if not (invitation := _last(me, them)):
        return None
    title = _("Your invitation to them")
    pending = _is_pending_for(me, invitation)
    mine = _("Pending") if pending else _as_sender(invitation)
    if them.is_simulated and _sealed(me).filter(pk=invitation.pk).exists():
        return TwoSides(title, mine, _under_seal(invitation), invitation.pk)
    if them.is_simulated or invitation.status == Invitation.Status.ACCEPTED:
        theirs = _as_recipient(invitation)
    elif pending:
        theirs = _("Among their invitations until they answer. A no would be silent.")
    else:
        theirs = mine
    return TwoSides(title, mine, theirs)


def _sealed(me):
    """What I sent that nobody accepted and whose debrief I have not opened, decided or not."""
    opened = Event.objects.filter(actor=me, verb=Event.Verb.DEBRIEFED).exclude(invitation=None)
    mine = Invitation.objects.filter(sender=me).exclude(status=Invitation.Status.ACCEPTED)
    return mine.exclude(pk__in=opened.values("invitation"))


def _under_seal(invitation):
    """What stands on their side, in words that fit every silence (C6)."""
    if _is_taken_back(invitation):
        return _(
            "Gone from their invitations. Whether they had decided before, only its debrief tells."
        )
    return _(
        "It came to their invitations. What they did with it, if anything, only its debrief tells."
    )


def _received(me, them):
    if not (invitation := _last(them, me)):
        return None
    mine, theirs = _my_answer(invitation), _as_sender(invitation)
    if _is_pending_for(them, invitation):
        theirs = _("Pending. A no is silent, so it looks the same to them whatever you answered.")
        if invitation.is_pending:
            theirs = _("Pending")
    return TwoSides(_("Their invitation to you"), mine, theirs)


def _last(sender, recipient):
    return Invitation.objects.filter(sender=sender, recipient=recipient).order_by("-pk").first()


def _is_pending_for(sender, invitation):
    return Invitation.objects.seen_pending_by(sender).filter(pk=invitation.pk).exists()


def _as_sender(invitation):
    """What is no longer pending for its sender."""
    if invitation.status == Invitation.Status.ACCEPTED:
        return _("Accepted")
    return _("Withdrawn") if _is_taken_back(invitation) else _("No longer open")


def _is_taken_back(invitation):
    return bool(invitation.retracted_at) or invitation.status == Invitation.Status.WITHDRAWN


def _as_recipient(invitation):
    """What its recipient did with it, in the words of the debrief."""
    day = _day(invitation)
    return {
        Invitation.Status.PENDING: lambda: _("Among their invitations. They have not answered."),
        Invitation.Status.ACCEPTED: lambda: _("They accepted it, on %(day)s.") % {"day": day},
        Invitation.Status.DECLINED: lambda: (
            _("They declined it, on %(day)s. A no is silent.") % {"day": day}
        ),
        Invitation.Status.UNKNOWN: lambda: (
            _("They said that they do not know you, on %(day)s. That is silent too.") % {"day": day}
        ),
        Invitation.Status.WITHDRAWN: lambda: _("Gone from their invitations."),
        Invitation.Status.EXPIRED: lambda: _("It lapsed unanswered, on %(day)s.") % {"day": day},
    }[invitation.status]()


def _my_answer(invitation):
    day = _day(invitation)
    return {
        Invitation.Status.PENDING: lambda: _("It waits for your answer."),
        Invitation.Status.ACCEPTED: lambda: _("You accepted it, on %(day)s.") % {"day": day},
        Invitation.Status.DECLINED: lambda: _("You declined it, on %(day)s.") % {"day": day},
        Invitation.Status.UNKNOWN: lambda: (
            _("You said that you do not know them, on %(day)s.") % {"day": day}
        ),
        Invitation.Status.WITHDRAWN: lambda: _("They withdrew it."),
        Invitation.Status.EXPIRED: lambda: _("It lapsed unanswered, on %(day)s.") % {"day": day},
    }[invitation.status]()


def _day(invitation):
    ended = invitation.answered_at
    return worldtime.since(ended, invitation.world.started_at) if ended else ""
