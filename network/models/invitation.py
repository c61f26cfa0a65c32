import uuid
from datetime import timedelta
from math import ceil

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from ..errors import (
    Barred,
    EmployersAreFollowed,
    EmployersInviteNobody,
    NeedsEmail,
    NoteTooLong,
    NotOpen,
    RemindedTooEarly,
    ReminderLimitReached,
    Restricted,
    TooEarly,
    TooManyConnections,
    WeeklyLimitReached,
)
from ..text import seen_length
from .connection import Connection
from .event import Event
from .pair import pair_lock

WEEK = timedelta(days=7)  # the window of rule C11


class InvitationQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(status=Invitation.Status.PENDING)

    def awaiting(self, person):
        """Waiting for this person's answer."""
        return self.pending().filter(recipient=person)

    def between(self, one, other):
        return self.filter(Q(sender=one, recipient=other) | Q(sender=other, recipient=one))

    def seen_pending_by(self, sender):
        """What the sender sees as pending: a decline and "I don't know" are silent (C6).

        A declined one goes on until the sender may invite again (C7), an unknown one until it
        would have lapsed (C16), and either until the sender withdraws it.
        """
        now, rules = sender.world.now, sender.world.rules
        may_again = now - timedelta(days=rules.reinvite_after_decline_days)
        lapsed = now - timedelta(days=rules.invitation_lapse_days)
        return self.filter(
            Q(status=Invitation.Status.PENDING)
            | Q(
                status=Invitation.Status.DECLINED,
                answered_at__gt=may_again,
                sent_at__gt=lapsed,
            )
            | Q(status=Invitation.Status.UNKNOWN, sent_at__gt=lapsed),
            sender=sender,
            retracted_at=None,
        )

    def with_answers(self):
        """Each with whether its recipient wrote back without accepting (`is_answered`, E2)."""
        answered = Invitation.objects.filter(pk=OuterRef("pk"), answers__isnull=False)
        return self.annotate(is_answered=Exists(answered))

    def send(self, sender, recipient, *, how, note="", email="", key=None, introduced_by=None):
        """Ask to connect. Returns the invitation: a new one, the one that already stands (C4), or
        theirs, now accepted, when they had invited me (C4).

        `key` is the form's one-time key: sent twice, done once. `introduced_by` is who passed on
        the sender's request for an introduction. Raises the refusals of C8 to C15.
        """
        with pair_lock(sender.pk, recipient.pk, counting=True) as pair:
            sent = key and self.filter(key=key, sender=pair.me).first()
            if sent and sent.recipient_id == pair.other.pk and pair.tie.connected:
                return sent
            pair.refuse_if_connected()
            if theirs := self.awaiting(pair.me).filter(sender=pair.other).first():
                return theirs._accept_within(pair)
            if mine := self.seen_pending_by(pair.me).filter(recipient=pair.other).first():
                if introduced_by and not mine.introduced_by:
                    mine.introduced_by = introduced_by
                    mine.save(update_fields=["introduced_by"])
                return mine
            _refuse_to_send(pair, how, note, email)
            invitation = self.create(
                world=pair.me.world,
                sender=pair.me,
                recipient=pair.other,
                how=how,
                note=note,
                introduced_by=introduced_by,
                sent_at=pair.now,
                # The key of an invitation that has ended, or went to somebody else, is used up.
                key=uuid.uuid4() if sent or not key else key,
            )
            Event.record(pair.me, Event.Verb.INVITED, pair.other, invitation=invitation)
            return invitation

    def with_reminders(self):
        """Each with when its recipient was reminded last (`reminded_at`), None when never."""
        told = Event.objects.filter(invitation=OuterRef("pk"), verb=Event.Verb.REMINDED)
        return self.annotate(reminded_at=Subquery(told.order_by("-pk").values("at")[:1]))

    def too_early(self, sender, recipient):
        """The refusal of C7, C8 or C9 that what `sender` sent before brings now; None without."""
        earlier = self.filter(sender=sender, recipient=recipient)
        waits = [ends for invitation in earlier for ends in invitation.waits(sender.world.rules)]
        days = days_until(max(waits), sender.world.now) if waits else 0
        if days > 0:
            return TooEarly(
                days
            )  # first, so that withdrawing tells no silent answer from none (C6)
        barred = any(invitation.status == Invitation.Status.UNKNOWN for invitation in earlier)
        return Barred() if barred else None

    def lapse(self, world):
        """C16: end what has waited too long in this world."""
        overdue = world.now - timedelta(days=world.rules.invitation_lapse_days)
        return (
            self.pending()
            .filter(world=world, sent_at__lte=overdue)
            .update(status=Invitation.Status.EXPIRED, answered_at=world.now)
        )

    def end_between(self, blocker, blocked):
        """B1: a block ends what is pending, and what either still sees as pending."""
        now = blocker.world.now
        for sender, ended in [
            (blocker, Invitation.Status.WITHDRAWN),
            (blocked, Invitation.Status.DECLINED),
        ]:
            seen = self.between(blocker, blocked).seen_pending_by(sender)
            seen.exclude(status=Invitation.Status.PENDING).update(retracted_at=now)
            seen.pending()._end(ended, now)

    def _end(self, status, now):
        retracted = now if status == Invitation.Status.DECLINED else None
        self.update(status=status, answered_at=now, retracted_at=retracted)


class Invitation(models.Model):
    """A request to connect, with a note (C1). Accepting it makes the connection."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Pending")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        UNKNOWN = "unknown", _("Does not know the sender")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        EXPIRED = "expired", _("Lapsed")

    class How(models.TextChoices):
        """How the sender says they know the recipient (C13)."""

        COLLEAGUE = "colleague", _("We work or worked together")
        CLASSMATE = "classmate", _("We studied together")
        BUSINESS = "business", _("We have done business together")
        FRIEND = "friend", _("We are friends")
        GROUP = "group", _("We are in the same group")
        OTHER = "other", _("We know each other another way")
        NOT_AT_ALL = "unknown", _("We don't know each other")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    sender = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="sent_invitations",
        verbose_name=_("sender"),
    )
    recipient = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="received_invitations",
        verbose_name=_("recipient"),
    )
    how = models.CharField(_("how they know each other"), max_length=10, choices=How)
    note = models.TextField(_("note"), blank=True)
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.PENDING)
    sent_at = models.DateTimeField(_("sent"), help_text=_("World time"))
    answered_at = models.DateTimeField(_("ended"), null=True, blank=True)
    retracted_at = models.DateTimeField(
        _("withdrawn after a silent answer"),
        null=True,
        blank=True,
        help_text=_("When the sender, who still saw “Pending”, took it back."),
    )
    introduced_by = models.ForeignKey(
        "Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("introduced by"),
    )
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0)
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(fields=["sender", "key"], name="invitation_form_sent_once"),
            models.UniqueConstraint(
                Least("sender", "recipient"),
                Greatest("sender", "recipient"),
                condition=Q(status="pending"),
                name="invitation_one_pending_in_a_pair",
            ),
            models.CheckConstraint(
                condition=~Q(sender=F("recipient")), name="invitation_not_to_oneself"
            ),
            models.CheckConstraint(
                condition=Q(status="pending", answered_at=None)
                | Q(
                    status__in=["accepted", "declined", "unknown", "withdrawn", "expired"],
                    answered_at__isnull=False,
                ),
                name="invitation_answered_unless_pending",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="invitation_received"),
            models.Index(fields=["sender", "-id"], name="invitation_sent"),
            models.Index(
                fields=["world", "sent_at"], condition=Q(status="pending"), name="invitation_open"
            ),
        ]

    def __str__(self):
        return f"{self.sender} → {self.recipient} ({self.get_status_display()})"

    @property
    def is_pending(self):
        return self.status == self.Status.PENDING

    def waits(self, rules):
        """Until when (world time) the sender may not invite the same person again (C7, C8)."""
        if self.status == self.Status.DECLINED:
            yield self.answered_at + timedelta(days=rules.reinvite_after_decline_days)
        withdrawn = self.status == self.Status.WITHDRAWN
        if withdrawn_at := self.answered_at if withdrawn else self.retracted_at:
            yield withdrawn_at + timedelta(days=rules.reinvite_after_withdrawal_days)

    def days_until_reminder(self, rules, now):
        """C16: world days, rounded up, of one of `with_reminders`; 0 when it may be now."""
        if self.reminded_at is None:
            return 0
        again = self.reminded_at + timedelta(days=rules.reminder_wait_days)
        return max(days_until(again, now), 0)

    def accept(self):
        """C2, by the recipient. Raises AlreadyConnected, NotOpen, TooManyConnections, Gone."""
        with pair_lock(self.recipient_id, self.sender_id, counting=True) as pair:
            pair.refuse_if_connected()
            return self._accept_within(pair)

    def decline(self):
        """C6: silent, by the recipient. Raises NotOpen, Gone."""
        with pair_lock(self.recipient_id, self.sender_id) as pair:
            self._answer(self.Status.DECLINED, pair)
            Event.record(pair.me, Event.Verb.DECLINED, pair.other, invitation=self)

    def say_unknown(self):
        """C9: "I don't know this person", by the recipient. Raises NotOpen, Gone."""
        with pair_lock(self.recipient_id, self.sender_id, counting=True) as pair:
            self._answer(self.Status.UNKNOWN, pair)
            Event.record(pair.me, Event.Verb.UNKNOWN, pair.other, invitation=self)

    def withdraw(self):
        """By the sender; also what was silently answered, which they still see as pending (C6).

        Raises NotOpen, Gone.
        """
        with pair_lock(self.sender_id, self.recipient_id) as pair:
            open_to_me = Invitation.objects.seen_pending_by(pair.me).filter(pk=self.pk)
            if open_to_me.exclude(status=self.Status.PENDING).update(retracted_at=pair.now):
                self.refresh_from_db()
            else:
                self._answer(self.Status.WITHDRAWN, pair)
            Event.record(pair.me, Event.Verb.WITHDREW, pair.other, invitation=self)

    def remind(self):
        """C16, by the sender. Raises NotOpen, ReminderLimitReached, RemindedTooEarly, Gone."""
        with pair_lock(self.sender_id, self.recipient_id) as pair:
            open_to_me = Invitation.objects.seen_pending_by(pair.me).filter(pk=self.pk)
            if not (now := open_to_me.with_reminders().first()):
                raise NotOpen
            rules = pair.me.world.rules
            if now.reminders >= rules.reminder_limit:
                raise ReminderLimitReached
            if days := now.days_until_reminder(rules, pair.now):
                raise RemindedTooEarly(days)
            open_to_me.update(reminders=F("reminders") + 1)
            self.refresh_from_db()
            Event.record(pair.me, Event.Verb.REMINDED, pair.other, invitation=self)

    def _accept_within(self, pair):
        _refuse_more_connections_than_allowed(pair)
        self._answer(self.Status.ACCEPTED, pair)
        # What I still saw as pending is over too; C7 goes on counting from the silent answer.
        Invitation.objects.seen_pending_by(pair.me).filter(recipient=pair.other).update(
            retracted_at=F("answered_at")
        )
        pair.become(pair.tie.connect(), invitation=self)
        Event.record(pair.me, Event.Verb.ACCEPTED, pair.other, invitation=self)
        return self

    def _answer(self, status, pair):
        # A conditional update: the clock may lapse an invitation without the lock of the pair.
        still_open = Invitation.objects.pending().filter(pk=self.pk)
        if not still_open.update(status=status, answered_at=pair.now):
            raise NotOpen
        self.refresh_from_db()


def _refuse_to_send(pair, how, note, email):
    rules = pair.me.world.rules
    if pair.other.is_employer:
        raise EmployersAreFollowed
    if pair.me.is_employer:
        raise EmployersInviteNobody
    if seen_length(note) > rules.note_length:
        raise NoteTooLong(seen_length(note), rules.note_length)
    if refusal := Invitation.objects.too_early(pair.me, pair.other):
        raise refusal
    proven = pair.other.proves(email)
    if not proven and (refusal := restriction(pair)):
        raise refusal
    if how == Invitation.How.OTHER and not proven:
        raise NeedsEmail
    recent = Invitation.objects.filter(sender=pair.me, sent_at__gt=pair.now - WEEK)
    if recent.count() >= rules.weekly_invitations:
        raise WeeklyLimitReached(rules.weekly_invitations)


def restriction(pair):
    """The refusal of C10, as long as it lasts; None when nothing restricts me."""
    rules = pair.me.world.rules
    answered = list(
        Invitation.objects.filter(sender=pair.me, status=Invitation.Status.UNKNOWN)
        .order_by("answered_at")
        .values_list("answered_at", flat=True)
    )
    full = len(answered) // rules.unknown_limit * rules.unknown_limit
    if not full:
        return None
    until = answered[full - 1] + timedelta(days=rules.restriction_days)
    days = days_until(until, pair.now)
    return Restricted(days) if days > 0 else None


def _refuse_more_connections_than_allowed(pair):
    """C18, for both."""
    limit = pair.me.world.rules.connection_limit
    for person in (pair.me, pair.other):
        if Connection.objects.of(person).count() >= limit:
            raise TooManyConnections


def days_until(then, now):
    """World days, rounded up."""
    return ceil((then - now) / timedelta(days=1))
