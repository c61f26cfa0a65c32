"""Carrying out what is due in a world, in order, one thing in one transaction.

What happens depends on the world's time and on draws by hashing, never on when this runs: a jump
comes to the same as waiting. Every step holds the world's row, so a second one at the same time
passes by (or waits), and whatever is interrupted is as if the step had not begun.
"""

import logging
from datetime import timedelta
from itertools import count

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from network.errors import Refusal
from network.models import Event, Introduction, Invitation, World

from . import answering
from .models import Agenda, Due, Unnoticed
from .noticing import notice, tells_a_learner
from .reading_facts import Reading

AHEAD = 100  # invitations that are read at once
ACTS = {
    Due.Kind.ANSWER: answering.answer,
    Due.Kind.LATE: answering.answer,
    Due.Kind.REPLY: answering.reply,
}
# What changes nothing of what is read ahead of an answer.
NOTHING_READ = {Event.Verb.ACCEPTED, Event.Verb.DECLINED, Event.Verb.UNKNOWN, Event.Verb.MESSAGED}
logger = logging.getLogger("netsim.simulation")


def hold(world_pk, waits=False):
    """The world with its row locked and all that says what comes next, in one query.

    None when it is gone, or when somebody else holds it and we do not wait.
    """
    here = OuterRef("pk")
    sent = Invitation.objects.pending().filter(world=here).order_by("sent_at")
    seen_open = Q(status=Introduction.Status.ASKED) | Q(
        status=Introduction.Status.DECLINED, retracted_at=None
    )
    asked = Introduction.objects.filter(seen_open, world=here).order_by("asked_at")
    worlds = World.objects.select_for_update(of=("self",), no_key=True, skip_locked=not waits)
    held = worlds.select_related("rules", "agenda").annotate(
        has_news=Exists(Unnoticed.objects.filter(world=here)),
        due_at=Subquery(Due.objects.of(here).values("at")[:1]),
        first_sent=Subquery(sent.values("sent_at")[:1]),
        first_asked=Subquery(asked.values("asked_at")[:1]),
    )
    return held.filter(pk=world_pk).first()


def aim_of(world):
    """The moment to which the clock of a held world is to go on; None when it stands."""
    agenda = getattr(world, "agenda", None)
    return agenda.until if agenda else None


def lapse_at(world):
    """When the next invitation or request for an introduction lapses (C16); None without any."""
    oldest = min(filter(None, [world.first_sent, world.first_asked]), default=None)
    return oldest and oldest + timedelta(days=world.rules.invitation_lapse_days)


def is_idle(world, until):
    """Whether nothing happens in a held world up to then."""
    moments = filter(None, [world.due_at, lapse_at(world)])
    return not world.has_news and all(moment > until for moment in moments)


def put(world_pk, **fields):
    World.objects.filter(pk=world_pk).update(**fields)


class Advance:
    """The way of one world's clock to where its agenda says."""

    def __init__(self, world_pk, waits=False):
        self.world_pk, self.waits = world_pk, waits
        self.reading = None

    def go_on(self, most=None):
        """At most so many steps; the others are left to the next one who comes."""
        for _number in count() if most is None else range(most):
            if not self.step():
                break

    def step(self):
        """Do the next thing; False when there is none, or when somebody else is at it."""
        with transaction.atomic():
            world = hold(self.world_pk, self.waits)
            if world is None or aim_of(world) is None:
                return False
            if world.has_news:
                if self._notice(world) and world.agenda.stops_at_news:
                    Agenda.objects.stop(world.pk)
                    return False
                world = hold(self.world_pk, waits=True)  # ours already: it waits for nobody
            return self._next(world)

    def _notice(self, world):
        """Whether a learner was told something."""
        happened = notice(world)
        if any(verb not in NOTHING_READ for verb, _pk in happened):
            self.reading = None
        return world.agenda.stops_at_news and tells_a_learner(happened)

    def _next(self, world):
        until, lapses = aim_of(world), lapse_at(world)
        if is_idle(world, until):
            put(world.pk, now=max(until, world.now))
            Agenda.objects.arrive(world.pk, until)
            return False
        if lapses and (world.due_at is None or lapses <= world.due_at):
            world.move_to(max(lapses, world.now))
        else:
            self._do(Due.objects.of(world.pk).first(), world)
        return True

    def _do(self, due, world):
        world.now = max(due.at, world.now)
        put(world.pk, now=world.now)
        due_pk = due.pk
        try:
            with transaction.atomic():
                ACTS[due.kind](due, world, self._case(due, until=aim_of(world)))
        except Refusal:
            pass  # blocked, withdrawn or gone meanwhile: then nothing happens
        except (OperationalError, InterfaceError):
            raise  # the whole step is tried again
        except Exception:  # one who stumbles must not stop the world for everybody
            logger.exception("Left out what was due: %s", due)
        Due.objects.filter(pk=due_pk).delete()

    def _case(self, due, until):
        """What was read of the invitation that is to be answered, and of those after it."""
        if not due.is_answer:
            return None
        found = self.reading and self.reading.case(due.invitation_id)
        if not found:
            kinds = [Due.Kind.ANSWER, Due.Kind.LATE]
            ahead = Due.objects.of(due.world_id).filter(kind__in=kinds, at__lte=until)
            self.reading = Reading(ahead.values_list("invitation", flat=True)[:AHEAD])
            found = self.reading.case(due.invitation_id)
        return found
