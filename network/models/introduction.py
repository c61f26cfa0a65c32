"""Asking somebody whom both know for an introduction, and what comes of it."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..errors import (
    AskedTooEarly,
    CannotBePassedOn,
    EmployersAreFollowed,
    InvitationStands,
    NotBetweenYou,
    NoteTooLong,
    Refusal,
    RequestNotOpen,
    TooManyRequests,
)
from ..text import seen_length
from .block import beside_no_block
from .event import Event
from .invitation import WEEK, Invitation, days_until, restriction
from .pair import circle_lock, pair_lock


class IntroductionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status=Introduction.Status.ASKED)

    def awaiting(self, person):
        """Waiting for this person's answer."""
        return self.open().filter(through=person)

    def seen_open_by(self, asker):
        """What the asker sees as open: a decline is silent (C6) until it would have lapsed."""
        lapsed = asker.world.now - timedelta(days=asker.world.rules.invitation_lapse_days)
        silent = Q(status=Introduction.Status.DECLINED, retracted_at=None, asked_at__gt=lapsed)
        seen = self.filter(Q(status=Introduction.Status.ASKED) | silent, asker=asker)
        return seen.filter(beside_no_block("target", asker), beside_no_block("through", asker))

    def among(self, one, other):
        """Those in which both of these two take part."""
        return self.filter(
            Q(asker=one, through=other)
            | Q(asker=other, through=one)
            | Q(asker=one, target=other)
            | Q(asker=other, target=one)
            | Q(through=one, target=other)
            | Q(through=other, target=one)
        )

    def ask(self, asker, through, target, note, key=None):
        """Ask `through`, whom both know, to introduce `asker` to `target`.

        Returns the request: a new one, or the one that already stands. `key` is the form's
        one-time key. Raises NotBetweenYou, AlreadyConnected, InvitationStands, NoteTooLong,
        AskedTooEarly, TooManyRequests, Gone, Yourself, and the refusals of C7 to C10.
        """
        with circle_lock(asker.pk, through.pk, target.pk) as (near, far, direct):
            mine = self.filter(asker=direct.me)
            if sent := key and mine.filter(key=key).first():
                return sent
            _refuse_to_ask(near, far, direct, note)
            same = mine.filter(through=near.other, target=direct.other)
            if standing := same.seen_open_by(direct.me).first():
                return standing
            _refuse_to_ask_again(same, direct)
            introduction = self.create(
                world=direct.me.world,
                asker=direct.me,
                through=near.other,
                target=direct.other,
                note=note,
                asked_at=direct.now,
                key=key or uuid.uuid4(),
            )
            Event.record(direct.me, Event.Verb.INTRO_ASKED, near.other, introduction=introduction)
            return introduction

    def lapse(self, world):
        """C16: end what has waited too long in this world."""
        overdue = world.now - timedelta(days=world.rules.invitation_lapse_days)
        self.filter(world=world, asked_at__lte=overdue).end(world.now)

    def end(self, now):
        """End what is open, and what an asker still sees as open."""
        open_ones = self.filter(
            Q(status=Introduction.Status.ASKED)
            | Q(status=Introduction.Status.DECLINED, retracted_at=None)
        )
        # In the order of their keys, so that two who end several do not wait for each other.
        keys = open_ones.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True)
        ended = Introduction.objects.filter(pk__in=list(keys))
        ended.filter(status=Introduction.Status.DECLINED).update(retracted_at=now)
        ended.open().update(status=Introduction.Status.LAPSED, answered_at=now)


class Introduction(models.Model):
    """A request to somebody whom both know to introduce the asker to the target.

    Passed on, it becomes an invitation of the asker that says who introduced them.
    """

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked")
        PASSED_ON = "passed", _("Passed on")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        LAPSED = "lapsed", _("Lapsed")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    asker = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="introductions_asked",
        verbose_name=_("who asks"),
    )
    through = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="introductions_received",
        verbose_name=_("who is asked"),
    )
    target = models.ForeignKey(
        "Person",
        models.CASCADE,
        related_name="introductions_sought",
        verbose_name=_("to be introduced to"),
    )
    note = models.TextField(_("note"))
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.ASKED)
    asked_at = models.DateTimeField(_("asked"), help_text=_("World time"))
    answered_at = models.DateTimeField(_("ended"), null=True, blank=True)
    retracted_at = models.DateTimeField(_("withdrawn after a silent answer"), null=True, blank=True)
    invitation = models.ForeignKey(
        "Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="introductions",
        verbose_name=_("the invitation that it became"),
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        constraints = [
            models.UniqueConstraint(fields=["asker", "key"], name="introduction_form_sent_once"),
            models.UniqueConstraint(
                fields=["asker", "through", "target"],
                condition=Q(status="asked"),
                name="introduction_one_open",
            ),
            models.CheckConstraint(
                condition=~Q(asker=F("through")) & ~Q(asker=F("target")) & ~Q(through=F("target")),
                name="introduction_of_three",
            ),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at=None)
                | Q(
                    status__in=["passed", "declined", "withdrawn", "lapsed"],
                    answered_at__isnull=False,
                ),
                name="introduction_answered_unless_open",
            ),
            models.CheckConstraint(
                condition=Q(status="passed", invitation__isnull=False)
                | (~Q(status="passed") & Q(invitation=None)),
                name="introduction_passed_on_as_invitation",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="introduction_says_why"),
        ]
        indexes = [
            models.Index(fields=["through", "-id"], name="introduction_received"),
            models.Index(fields=["asker", "-id"], name="introduction_asked"),
            models.Index(
                fields=["world", "asked_at"],
                condition=Q(status="asked") | Q(status="declined", retracted_at=None),
                name="introduction_open",
            ),
        ]

    def __str__(self):
        return f"{self.asker} → {self.through} → {self.target} ({self.get_status_display()})"

    def pass_on(self):
        """Send the asker's invitation to the target, with who introduces them; by who was asked.

        Had the target invited the asker meanwhile, that invitation is accepted (C4).
        Returns the invitation. Raises RequestNotOpen, CannotBePassedOn, Gone.
        """
        with circle_lock(self.asker_id, self.through_id, self.target_id) as (near, _far, direct):
            if not Introduction.objects.open().filter(pk=self.pk).exists():
                raise RequestNotOpen
            theirs = Invitation.objects.awaiting(direct.me).filter(sender=direct.other).first()
            if theirs:  # before they connect, which ends what is open
                self._answer(self.Status.PASSED_ON, direct.now, theirs)
            invitation = self._invite(near.other, direct)
            if not theirs:
                self._answer(self.Status.PASSED_ON, direct.now, invitation)
            Event.record(near.other, Event.Verb.INTRODUCED, near.me, introduction=self)
            return invitation

    def decline(self, openly=False):
        """C6: silent, by who was asked; `openly` when the asker is told, for whom it is over then.

        Raises RequestNotOpen, Gone.
        """
        with pair_lock(self.through_id, self.asker_id) as pair:
            self._answer(self.Status.DECLINED, pair.now)
            if openly:
                Introduction.objects.filter(pk=self.pk).update(retracted_at=pair.now)
                self.refresh_from_db()
            Event.record(pair.me, Event.Verb.INTRO_DENIED, pair.other, introduction=self)

    def withdraw(self):
        """By the asker; also what was silently declined. Raises RequestNotOpen, Gone."""
        with pair_lock(self.asker_id, self.through_id) as pair:
            mine = Introduction.objects.seen_open_by(pair.me).filter(pk=self.pk)
            if mine.filter(status=self.Status.DECLINED).update(retracted_at=pair.now):
                self.refresh_from_db()
            else:
                self._answer(self.Status.WITHDRAWN, pair.now)
            Event.record(pair.me, Event.Verb.INTRO_BACK, pair.other, introduction=self)

    def _invite(self, through, direct):
        how = Invitation.How.NOT_AT_ALL
        try:
            return direct.me.invite(direct.other, how, self.note, introduced_by=through)
        except Refusal as refusal:
            # What keeps the asker from inviting is no business of who introduces.
            raise CannotBePassedOn from refusal

    def _answer(self, status, now, invitation=None):
        # A conditional update: the clock may lapse a request without the lock of the people.
        still_open = Introduction.objects.open().filter(pk=self.pk)
        if not still_open.update(status=status, answered_at=now, invitation=invitation):
            raise RequestNotOpen
        self.refresh_from_db()


def _refuse_to_ask(near, far, direct, note):
    """`near` is the asker and who is asked, `far` is who is asked and the target."""
    direct.refuse_if_connected()
    if direct.other.is_employer:
        raise EmployersAreFollowed
    if not (near.tie.connected and far.tie.connected):
        raise NotBetweenYou
    me, target = direct.me, direct.other
    mine = Invitation.objects.seen_pending_by(me).filter(recipient=target)
    if mine.exists() or Invitation.objects.awaiting(me).filter(sender=target).exists():
        raise InvitationStands
    limit = me.world.rules.note_length
    if seen_length(note) > limit:
        raise NoteTooLong(seen_length(note), limit)
    if refusal := Invitation.objects.too_early(me, target) or restriction(direct):
        raise refusal


def _refuse_to_ask_again(same, direct):
    """Whom one asked in vain is left alone as long as an invitation that was withdrawn (C8)."""
    rules, now = direct.me.world.rules, direct.now
    asked = Introduction.objects.filter(asker=direct.me, asked_at__gt=now - WEEK).count()
    if asked >= rules.weekly_invitations:
        raise TooManyRequests(rules.weekly_invitations)
    wait = timedelta(days=rules.reinvite_after_withdrawal_days)
    ends = [
        (one.retracted_at or one.answered_at) + wait
        for one in same.filter(status__in=["withdrawn", "declined"])
    ]
    if ends and (days := days_until(max(ends), now)) > 0:
        raise AskedTooEarly(days)
