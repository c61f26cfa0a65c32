import uuid
from datetime import timedelta
from math import ceil

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..errors import (
    AlreadyCongratulated,
    EmployersGetNoMessages,
    Gone,
    MessagesNeedConnection,
    MessageTooLong,
    NewsIsOver,
    NotAnsweredYet,
    TooManyMessages,
    WritingHasEnded,
)
from ..text import seen_length
from .conversation import Conversation
from .event import Event
from .invitation import Invitation
from .occasion import KEY
from .pair import pair_lock

MINUTE = timedelta(minutes=1)  # of real time


class MessageQuerySet(models.QuerySet):
    def between(self, one, other):
        low, high = sorted([one.pk, other.pk])
        return self.alias(low=Least("author", "reader"), high=Greatest("author", "reader")).filter(
            low=low, high=high
        )

    def send(self, author, reader, text, key=None, occasion=""):
        """E2: write `text` to `reader`; `key` is the form's one-time key: sent twice, done once.

        `occasion` is the key of what a connection is congratulated on, once. Raises what
        `obstacle` names, MessageTooLong, TooManyMessages, AlreadyCongratulated, NewsIsOver, Gone,
        Yourself.
        """
        with pair_lock(author.pk, reader.pk, counting=True) as pair:
            sent = key and self.filter(key=key, author=pair.me).first()
            if sent and sent.reader_id == pair.other.pk:
                return sent
            _refuse_to_write(pair, text)
            if occasion:
                _refuse_to_congratulate(pair, occasion)
            message = self.create(
                world=pair.me.world,
                author=pair.me,
                reader=pair.other,
                text=text,
                occasion=occasion,
                at=pair.now,
                invitation=None if pair.tie.connected else open_invitation(pair.other, pair.me),
                # The key of a message to somebody else is used up.
                key=uuid.uuid4() if sent or not key else key,
            )
            Conversation.objects.end_with(message)
            verb = Event.Verb.CONGRATULATED if occasion else Event.Verb.MESSAGED
            Event.record(pair.me, verb, pair.other)
            return message


class Message(models.Model):
    """Plain text from one person to another, never changed; its reader may have left."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    author = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="messages_written",
        verbose_name=_("author"),
    )
    reader = models.ForeignKey(
        "Person", models.CASCADE, related_name="messages_received", verbose_name=_("reader")
    )
    text = models.TextField(_("text"))
    at = models.DateTimeField(_("written"), help_text=_("World time"))
    written_at = models.DateTimeField(
        _("written (real time)"), default=timezone.now, editable=False
    )
    invitation = models.ForeignKey(
        Invitation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("answers the invitation"),
        help_text=_("Written by its recipient, who has not accepted it (E2)."),
    )
    occasion = models.CharField(
        _("congratulates on"),
        max_length=40,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text=_("The job or school of its reader; see models/occasion.py."),
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="message_form_sent_once"),
            models.CheckConstraint(condition=~Q(text=""), name="message_says_something"),
            models.UniqueConstraint(
                fields=["author", "occasion"],
                condition=~Q(occasion=""),
                name="message_congratulates_once",
            ),
            models.CheckConstraint(
                condition=Q(occasion="") | Q(occasion__regex=KEY, invitation=None),
                name="message_occasion_is_known",
            ),
        ]
        indexes = [
            models.Index(
                Least("author", "reader"),
                Greatest("author", "reader"),
                models.F("id").desc(),
                name="message_by_pair",
            ),
            models.Index(fields=["author", "-id"], name="message_by_author"),
        ]

    def __str__(self):
        return f"{self.author}: {self.text[:60]}"


def obstacle(me, other, connected):
    """E2: the refusal that keeps me from writing to `other` now; None when I may."""
    if other.has_left:
        return Gone()
    if connected or open_invitation(other, me):
        return None
    mine = Invitation.objects.seen_pending_by(me).filter(recipient=other)
    answered = mine.filter(Exists(Message.objects.filter(invitation=OuterRef("pk"))))
    if answered.exists():
        return None
    if mine.exists():
        return NotAnsweredYet()
    if other.is_employer:
        return EmployersGetNoMessages()
    if Conversation.objects.filter(person=me, other=other).exists():
        return WritingHasEnded()
    return MessagesNeedConnection()


def open_invitation(sender, recipient):
    return Invitation.objects.awaiting(recipient).filter(sender=sender).first()


def _refuse_to_write(pair, text):
    rules = pair.me.world.rules
    if refusal := obstacle(pair.me, pair.other, pair.tie.connected):
        raise refusal
    if seen_length(text) > rules.message_length:
        raise MessageTooLong(seen_length(text), rules.message_length)
    if not pair.me.is_simulated:  # whose day may pass in a second, when the clock jumps
        _refuse_a_flood(pair.me, rules.messages_per_minute)


def _refuse_to_congratulate(pair, occasion):
    if not pair.tie.connected:
        raise MessagesNeedConnection
    news = type(pair.other).objects.filter(pk=pair.other.pk).with_occasions(pair.me).first()
    found = [one for one in news.occasions if one.key == occasion] if news else []
    if not found:
        raise NewsIsOver
    if found[0].is_done:
        raise AlreadyCongratulated


def _refuse_a_flood(me, limit):
    """The last `limit` messages must not all be of the last real minute."""
    written = Message.objects.filter(author=me).order_by("-pk").values_list("written_at", flat=True)
    for full_since in written[limit - 1 : limit]:
        wait = full_since + MINUTE - timezone.now()
        if wait > timedelta():
            raise TooManyMessages(limit, ceil(wait.total_seconds()))
