"""What the coach makes of what a learner wrote to somebody simulated, besides invitations."""

from network.models import Invitation, Message

from ..coaching import follow_up
from ..coaching.review import review
from ..reading import Moving, Reading
from ..reading.notes import note_facts

WORKING = 5 / 7


def case_of(sender, recipient, note="", introduced_by=None):
    """What is read of the two, for a text that is no invitation."""
    draft = Invitation(
        world=sender.world,
        sender=sender,
        recipient=recipient,
        how=Invitation.How.NOT_AT_ALL,
        note=note,
        introduced_by=introduced_by,
        sent_at=sender.world.now,
    )
    return Reading([draft]).case(None), Moving.of(draft)


def note_quality(sender, recipient, note, introduced_by):
    """Of the note of a request for an introduction, 0 to 1."""
    case, moving = case_of(sender, recipient, note, introduced_by)
    return review(note, note_facts(case, moving)).judgement.quality or 0.0


def message_quality(me, other, message):
    """Of a message to a connection, 0 to 1; None where the coach cannot tell."""
    case, moving = case_of(other, me, message.text)
    earlier = Message.objects.between(me, other).filter(pk__lt=message.pk).order_by("-pk")
    mine = earlier.filter(author=me).first()
    theirs = earlier.filter(author=other, pk__gt=mine.pk if mine else 0)
    last = theirs.first()
    waited = (message.at - last.at).days * WORKING if last else None
    occasion = follow_up.Occasion(
        since=message.at - mine.at if mine else follow_up.SOON,
        given=mine.text if mine else "",
        working_days_since_last=None if waited is None else round(waited),
        unanswered=theirs.count(),
        previous=last.text if last else "",
    )
    return follow_up.judge(message.text, note_facts(case, moving), occasion).quality
