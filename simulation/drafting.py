"""Help with a note that is being written: read from the world as it is now, nothing is written."""

from network.models import Invitation
from network.text import clean_text

from .coaching.checklist import checklist
from .coaching.proofreading import proofread
from .models import Decision
from .reading import Moving, Reading
from .reading.notes import note_facts

LATEST = 20  # notes that say how much help somebody needs


def slips_in(note, me, other):
    """What proof-reading finds in a note from me to another.

    A text that no form would take has no slips: the form says so itself.
    """
    try:
        note = clean_text(note)
    except ValueError:
        return ()
    if not note:
        return ()
    draft = Invitation(world=me.world, sender=me, recipient=other, note=note, sent_at=me.world.now)
    case = Reading([draft]).case(None)
    return proofread(note, note_facts(case, Moving.of(draft)))


def help_for(me):
    """The lines of the checklist: fewer after good notes, all of them after poor ones."""
    judged = Decision.objects.known_to(me).order_by("-invitation")
    facts = judged.values_list("facts__note__quality", flat=True)[:LATEST]
    return checklist([quality for quality in reversed(facts) if quality is not None])
