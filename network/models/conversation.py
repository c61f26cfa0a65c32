from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _

from .block import Block


class ConversationQuerySet(models.QuerySet):
    def of(self, person):
        """This person's sides; a block hides the conversation from both (B1)."""
        return self.filter(
            ~Exists(Block.objects.filter(blocker=person, blocked=OuterRef("other"))),
            ~Exists(Block.objects.filter(blocker=OuterRef("other"), blocked=person)),
            person=person,
        )

    def between(self, one, other):
        return self.filter(Q(person=one, other=other) | Q(person=other, other=one))

    def current(self):
        return self.filter(newest__gt=F("archived_up_to"))

    def archived(self):
        """Put away, until a new message comes."""
        return self.filter(newest__lte=F("archived_up_to"))

    def unread(self):
        return self.filter(heard__gt=F("read_up_to"))

    def has_read(self, reader, author):
        """Whether the last message is the author's and the reader has seen it."""
        theirs = self.filter(person=reader, other=author, newest__lte=F("read_up_to"))
        return theirs.filter(newest__author=author).exists()

    def end_with(self, message):
        """Both sides end with this message now; the first one begins them."""
        author, reader = message.author, message.reader
        heard = Case(
            When(person=reader, then=message.pk),
            default=F("heard"),
            output_field=models.BigIntegerField(),
        )
        if not self.between(author, reader).update(newest=message, heard=heard):
            self.bulk_create(
                Conversation(
                    world=message.world, person=person, other=other, newest=message, heard=heard
                )
                for person, other, heard in [(author, reader, 0), (reader, author, message.pk)]
            )


class Conversation(models.Model):
    """One side of what two people write to each other; the database keeps both sides or none."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    person = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="conversations",
        verbose_name=_("person"),
    )
    other = models.ForeignKey(
        "Person", models.CASCADE, related_name="+", verbose_name=_("other person")
    )
    newest = models.ForeignKey(
        "Message", models.CASCADE, related_name="+", verbose_name=_("last message")
    )
    # Keys of messages: the last one from the other, and up to which one it was read or put away.
    heard = models.BigIntegerField(default=0, editable=False)
    read_up_to = models.BigIntegerField(default=0, editable=False)
    archived_up_to = models.BigIntegerField(default=0, editable=False)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="conversation_once"),
            models.CheckConstraint(
                condition=~Q(person=F("other")), name="conversation_not_with_oneself"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-newest"], name="conversation_by_newest"),
            models.Index(
                fields=["person"],
                condition=Q(heard__gt=F("read_up_to")),
                name="conversation_unread",
            ),
        ]

    def __str__(self):
        return f"{self.person} ✉ {self.other}"

    @property
    def is_unread(self):
        return self.heard > self.read_up_to

    @property
    def is_archived(self):
        return self.newest_id <= self.archived_up_to

    def read(self, up_to):
        """Take the messages up to this key as read; an older page makes nothing new again."""
        unread = Conversation.objects.filter(pk=self.pk, read_up_to__lt=up_to)
        unread.update(read_up_to=up_to)

    def archive(self, up_to=None):
        """Put it away as far as the message that one knew of: a newer one brings it back."""
        up_to = self.newest_id if up_to is None else min(up_to, self.newest_id)
        Conversation.objects.filter(pk=self.pk).update(archived_up_to=up_to)

    def unarchive(self):
        Conversation.objects.filter(pk=self.pk).update(archived_up_to=0)
