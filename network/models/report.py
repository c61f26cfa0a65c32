from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..errors import AlreadyDecided, Gone, NothingToRemove, PostGone
from .comment import Comment
from .event import Event
from .message import Message
from .pair import pair_lock
from .post import Post

LONGEST_TEXT = 1000  # characters of what the reporter says


class ReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=Report.State.OPEN)

    def standing(self, reporter, subject):
        """The reporter's open report of this very thing, None without one."""
        kind = Report.Kind.of(subject)
        what = "about" if kind == Report.Kind.PERSON else kind.value
        return self.open().filter(reporter=reporter, kind=kind, **{what: subject}).first()

    def file(self, reporter, subject, reason, text=""):
        """Tell the editors about a person, or a post, comment or message that the reporter sees.

        A report about the same thing that is still open says from then on what this one says.
        Raises Gone, PostGone, Yourself.
        """
        kind = Report.Kind.of(subject)
        about = subject if kind == Report.Kind.PERSON else subject.author
        with pair_lock(reporter.pk, about.pk) as pair:
            content = _as_it_stands(kind, subject, pair)
            what = {} if kind == Report.Kind.PERSON else {kind: subject}
            report, is_new = self.open().update_or_create(
                reporter=pair.me,
                about=pair.other,
                kind=kind,
                **what,
                defaults={"reason": reason, "text": text},
                create_defaults={
                    "world": pair.me.world,
                    "reason": reason,
                    "text": text,
                    "content": content,
                },
            )
            if is_new:
                # Without a target: nobody but the editors learns whom it is about.
                Event.record(pair.me, Event.Verb.REPORTED)
            return report

    def open_first(self):
        waiting = Case(When(state=Report.State.OPEN, then=0), default=1)
        return self.order_by(waiting, "-pk")


class Report(models.Model):
    """What a person told the editors of their world about somebody; that person never learns it.

    `content` is what the thing said then. A post that is deleted meanwhile leaves the report.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        POST = "post", _("Post")
        COMMENT = "comment", _("Comment")
        MESSAGE = "message", _("Message")

        @classmethod
        def of(cls, subject):
            return cls(subject._meta.model_name)

    class Reason(models.TextChoices):
        RUDE = "rude", _("Insults, threats or pressure")
        SPAM = "spam", _("Advertising, or the same thing again and again")
        FALSE = "false", _("Untrue, or pretends to be somebody else")
        FRAUD = "fraud", _("Asks for money, passwords or personal data")
        PRIVATE = "private", _("Shows something private about somebody")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        DISMISSED = "dismissed", _("Dismissed")
        ACTED = "acted", _("Acted on")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    reporter = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="reports",
        verbose_name=_("reported by"),
    )
    about = models.ForeignKey(
        "Person", models.CASCADE, related_name="reported_in", verbose_name=_("about")
    )
    kind = models.CharField(_("what"), max_length=7, choices=Kind)
    post = models.ForeignKey("Post", models.SET_NULL, null=True, blank=True, related_name="reports")
    comment = models.ForeignKey(
        "Comment", models.SET_NULL, null=True, blank=True, related_name="reports"
    )
    message = models.ForeignKey(
        "Message", models.SET_NULL, null=True, blank=True, related_name="reports"
    )
    content = models.TextField(_("what it said then"), blank=True)
    reason = models.CharField(_("reason"), max_length=7, choices=Reason)
    text = models.TextField(_("what the reporter says"), blank=True)
    at = models.DateTimeField(_("reported (real time)"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided (real time)"), null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reporter=models.F("about")), name="report_not_of_oneself"
            ),
            models.CheckConstraint(
                condition=(Q(kind="post") | Q(post=None))
                & (Q(kind="comment") | Q(comment=None))
                & (Q(kind="message") | Q(message=None)),
                name="report_has_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["person", "post", "comment", "message"])
                & Q(reason__in=["rude", "spam", "false", "fraud", "private", "other"]),
                name="report_choices_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None, decided_by=None)
                | Q(state__in=["dismissed", "acted"], decided_at__isnull=False),
                name="report_decided_unless_open",
            ),
            *(
                models.UniqueConstraint(
                    fields=["reporter", "about" if kind == "person" else kind],
                    condition=Q(state="open", kind=kind),
                    name=f"report_once_of_a_{kind}",
                )
                for kind in ("person", "post", "comment", "message")
            ),
        ]
        indexes = [
            models.Index(fields=["-id"], condition=Q(state="open"), name="report_open"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.about}"

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def subject(self):
        """What was reported, None when it is there no more."""
        return self.about if self.kind == self.Kind.PERSON else getattr(self, self.kind)

    def dismiss(self, editor):
        """Nothing needs to be done. Raises AlreadyDecided."""
        self._decide(self.State.DISMISSED, editor)

    def settle(self, editor):
        """Something was done outside of this page. Raises AlreadyDecided."""
        self._decide(self.State.ACTED, editor)

    def remove_subject(self, editor):
        """Delete the post or comment, and close every open report of it.

        Raises AlreadyDecided, NothingToRemove.
        """
        with transaction.atomic():
            subject = self.post or self.comment
            if subject is None:
                raise NothingToRemove
            self._decide(self.State.ACTED, editor)
            same = Report.objects.open().filter(**{self.kind: subject})
            same.update(**_decided(self.State.ACTED, editor))
            if isinstance(subject, Post):
                subject.remove()
            else:
                subject.remove(subject.author)

    def _decide(self, state, editor):
        # A conditional update, so that two editors cannot both decide.
        if not Report.objects.open().filter(pk=self.pk).update(**_decided(state, editor)):
            raise AlreadyDecided
        self.refresh_from_db()


def _decided(state, editor):
    return {"state": state, "decided_by": editor, "decided_at": timezone.now()}


def _as_it_stands(kind, subject, pair):
    """What the subject says now, if the reporter may see it. Raises PostGone, Gone."""
    if kind == Report.Kind.PERSON:
        return "\n".join(filter(None, [pair.other.name, pair.other.headline, pair.other.about]))
    if kind == Report.Kind.POST:
        post = Post.objects.hold(pair.me, subject.pk)
        return f"{post.title}\n{post.text}".strip()
    if kind == Report.Kind.COMMENT:
        Post.objects.hold(pair.me, subject.post_id)
        return _text_of(Comment.objects.seen_by(pair.me), subject, PostGone)
    return _text_of(Message.objects.filter(reader=pair.me), subject, Gone)


def _text_of(seen, subject, refusal):
    text = seen.filter(pk=subject.pk).values_list("text", flat=True).first()
    if text is None:
        raise refusal
    return text
