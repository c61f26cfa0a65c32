"""Carrying out what is due in a world, in order, one thing in one transaction.

What happens depends on the world's time and on draws by hashing, never on when this runs: a jump
comes to the same as waiting. Every step holds the world's row, so a second one at the same time
passes by (or waits), and whatever is interrupted is as if the step had not begun.
"""

from datetime import timedelta
from itertools import count
from math import inf
from time import monotonic

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import translation

from network.errors import Refusal
from network.models import Event, Introduction, Invitation, World

from . import answering
from .living.planning import begin, plan_tomorrow
from .living.table import ACTS as LIVING
from .models import Agenda, Due, Unnoticed
from .noticing import notice, tells_a_learner
from .reading import Reading
from .stumbling import may_stumble

AHEAD = 100  # invitations that are read at once
ACTS = {
    Due.Kind.ANSWER: answering.answer,
    Due.Kind.LATE: answering.answer,
    Due.Kind.REPLY: answering.reply,
}
# What changes nothing of what is read ahead of an answer; and what changes only what was read of
# the one who did it. All else may change anything of it.
NOTHING_READ = {
    Event.Verb.ACCEPTED,
    Event.Verb.DECLINED,
    Event.Verb.UNKNOWN,
    Event.Verb.VIEWED,
}
OF_WHO_DID_IT = {
    Event.Verb.INVITED,
    Event.Verb.MESSAGED,
    Event.Verb.POSTED,
    Event.Verb.COMMENTED,
    Event.Verb.REPLIED,
    Event.Verb.REACTED,
    Event.Verb.FOLLOWED,
    Event.Verb.ENDORSED,
}


# A clock that has nothing to do on its way: asked and moved in one statement, which sees all that
# was committed before the row of the world was held.
MOVE_IF_IDLE = """
UPDATE network_world world SET now = %(to)s, pulsed_at = %(pulsed_at)s
FROM network_rules rules
WHERE world.id = %(world)s AND rules.world_id = world.id
AND NOT EXISTS (SELECT FROM simulation_unnoticed WHERE world_id = world.id)
AND NOT EXISTS (SELECT FROM simulation_due WHERE world_id = world.id AND at <= %(to)s)
AND EXISTS (SELECT FROM simulation_due WHERE world_id = world.id AND kind = 'day')
AND NOT EXISTS (
  SELECT FROM simulation_agenda WHERE world_id = world.id AND until IS NOT NULL)
AND NOT EXISTS (
  SELECT FROM network_invitation WHERE world_id = world.id AND status = 'pending'
  AND sent_at <= %(to)s - make_interval(days => rules.invitation_lapse_days))
AND NOT EXISTS (
  SELECT FROM network_introduction WHERE world_id = world.id
  AND (status = 'asked' OR status = 'declined' AND retracted_at IS NULL)
  AND asked_at <= %(to)s - make_interval(days => rules.invitation_lapse_days))
"""


def lock(world_pk, waits=False):
    """The world with its row held; None when it is gone, or when somebody else holds it and we do
    not wait.
    """
    worlds = World.objects.select_for_update(no_key=True, skip_locked=not waits)
    return worlds.filter(pk=world_pk).first()


def move_if_idle(world, to, pulsed_at):
    """Whether nothing happens in a held world up to then; if so, its clock has come there."""
    fields = {"world": world.pk, "to": to, "pulsed_at": pulsed_at}
    with connection.cursor() as cursor:
        cursor.execute(MOVE_IF_IDLE, fields)
        return bool(cursor.rowcount)


def plan(world_pk):
    """A held world with all that says what comes next, in one query.

    Not the one that locks, since that would see the other tables as they were before it waited.
    """
    here = OuterRef("pk")
    sent = Invitation.objects.pending().filter(world=here).order_by("sent_at")
    seen_open = Q(status=Introduction.Status.ASKED) | Q(
        status=Introduction.Status.DECLINED, retracted_at=None
    )
    asked = Introduction.objects.filter(seen_open, world=here).order_by("asked_at")
    worlds = World.objects.select_related("rules", "agenda").annotate(
        has_news=Exists(Unnoticed.objects.filter(world=here)),
        has_begun=Exists(Due.objects.filter(world=here, kind=Due.Kind.DAY)),
        first_sent=Subquery(sent.values("sent_at")[:1]),
        first_asked=Subquery(asked.values("asked_at")[:1]),
    )
    return worlds.get(pk=world_pk)


def aim_of(world):
    """The moment to which the clock of a planned world is to go on; None when it stands."""
    agenda = getattr(world, "agenda", None)
    return agenda.until if agenda else None


def lapse_at(world):
    """When the next invitation or request for an introduction lapses (C16); None without any."""
    oldest = min(filter(None, [world.first_sent, world.first_asked]), default=None)
    return oldest and oldest + timedelta(days=world.rules.invitation_lapse_days)


def put(world_pk, **fields):
    World.objects.filter(pk=world_pk).update(**fields)


class Advance:
    """The way of one world's clock to where its agenda says."""

    def __init__(self, world_pk, waits=False):
        self.world_pk, self.waits = world_pk, waits
        self.cases = {}  # by the key of the invitation: what was read of it, ahead of its answer

    def go_on(self, most=None, seconds=inf):
        """At most so many steps, and none begun later; the others are left to who comes next."""
        end = monotonic() + seconds
        for _number in count() if most is None else range(most):
            if not self.step() or monotonic() > end:
                break

    def step(self):
        """Do the next thing; False when there is none, or when somebody else is at it."""
        with transaction.atomic():
            if not lock(self.world_pk, self.waits):
                return False
            world = plan(self.world_pk)
            if aim_of(world) is None:
                return False
            if not world.has_begun:
                begin(world)
            if not world.has_news:
                return self._next(world)
            if self._notice(world):
                Agenda.objects.stop(world.pk)
                return False
            return True

    def _notice(self, world):
        """Whether a learner was told something at which the clock is to stop."""
        happened = notice(world)
        self._forget([each for each in happened if each[0] not in NOTHING_READ])
        return world.agenda.stops_at_news and tells_a_learner(happened)

    def _forget(self, happened):
        """What was read before this happened, as far as it may be otherwise now."""
        if any(verb not in OF_WHO_DID_IT for verb, _pk in happened):
            self.cases = {}
        elif happened and self.cases:
            events = Event.objects.filter(pk__in=[pk for _verb, pk in happened])
            them = set(events.values_list("actor", flat=True))
            self.cases = {pk: case for pk, case in self.cases.items() if them.isdisjoint(case.pair)}

    def _next(self, world):
        until, lapses = aim_of(world), lapse_at(world)
        dues = Due.objects.of(world.pk).select_related("person__persona", "other", "event__actor")
        due = dues.filter(at__lte=until).first()
        if lapses and lapses <= until and (due is None or lapses <= due.at):
            world.move_to(max(lapses, world.now))
        elif due:
            self._do(due, world)
        else:
            put(world.pk, now=max(until, world.now))
            Agenda.objects.arrive(world.pk, until)
            return False
        return True

    def _do(self, due, world):
        world.now = max(due.at, world.now)
        put(world.pk, now=world.now)
        Due.objects.filter(pk=due.pk).delete()
        if due.kind == Due.Kind.DAY:
            plan_tomorrow(world)  # first, so that a day that fails costs that day only
        # Blocked, withdrawn or gone meanwhile: then nothing happens.
        with may_stumble("Left out what was due: %s", due, quietly=Refusal):
            self._act(due, world)

    def _act(self, due, world):
        """In the language of the site, whoever looks at that moment."""
        with translation.override(settings.LANGUAGE_CODE):
            if due.kind in ACTS:
                ACTS[due.kind](due, world, self._case(due, until=aim_of(world)))
            else:
                LIVING[due.kind](due, world)

    def _case(self, due, until):
        """What was read of the invitation that is to be answered, and of those after it."""
        if not due.is_answer:
            return None
        if due.invitation_id not in self.cases:
            kinds = [Due.Kind.ANSWER, Due.Kind.LATE]
            ahead = Due.objects.of(due.world_id).filter(kind__in=kinds, at__lte=until)
            others = ahead.exclude(invitation__in=list(self.cases))
            others = others.values_list("invitation", flat=True)[: AHEAD - len(self.cases)]
            self.cases |= Reading.of([due.invitation_id, *others]).cases()
        return self.cases.pop(due.invitation_id)
