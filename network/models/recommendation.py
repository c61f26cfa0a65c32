from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from ..errors import (
    AlreadyRecommended,
    ChangedMeanwhile,
    RecommendationClosed,
    RecommendationTooLong,
)
from ..text import seen_length
from .block import beside_no_block
from .connection import Connection
from .event import Event
from .pair import pair_lock


class RecommendationQuerySet(models.QuerySet):
    def between(self, one, other):
        return self.filter(Q(author=one, recipient=other) | Q(author=other, recipient=one))

    def seen_by(self, viewer):
        """Not by people hidden from the viewer (B1, P6)."""
        return self.filter(beside_no_block("author", viewer))

    def with_other_degree(self, me):
        """Each with how far the other of the two is from `me` (`other_degree`, D1)."""
        far = {who: Connection.objects.degree(me, who) for who in ("author", "recipient")}
        other = Case(When(author=me, then=far["recipient"]), default=far["author"])
        return self.annotate(other_degree=other)

    def on_profile(self, person, viewer):
        """What the person shows, as far as the viewer may see it."""
        return self.filter(recipient=person, status=Recommendation.Status.SHOWN).seen_by(viewer)

    def asked(self):
        """Not written yet."""
        return self.filter(status__in=Recommendation.ASKED)

    def written(self):
        return self.exclude(status__in=Recommendation.ASKED)

    def given_by(self, person):
        return self.written().filter(author=person)

    def begun_by(self, person):
        """Theirs to take back: what they wrote, and what they asked for that is not written."""
        asked = Q(status__in=Recommendation.ASKED)
        return self.filter(~asked & Q(author=person) | asked & Q(recipient=person))

    def waiting_for(self, person):
        """Where the next step is this person's: to answer, to write, or to change."""
        status = Recommendation.Status
        return self.filter(
            Q(recipient=person, status=status.WRITTEN)
            | Q(author=person, status__in=[status.REQUESTED, status.RETURNED])
        )

    def about(self, person):
        """What the person shows, hides, has asked for, or asked to change.

        What was written and waits is in `waiting_for`; what they declined is nowhere.
        """
        hidden = [Recommendation.Status.WRITTEN, Recommendation.Status.DECLINED]
        return self.filter(recipient=person).exclude(status__in=hidden)

    def write(self, author, recipient, *, relationship, text, place="", revision=0):
        """E1: recommend a connection, or say it anew; the recipient decides whether it shows.

        `revision` is the one that the author had before them, 0 when there was none: the same
        text sent twice is sent once. Raises ChangedMeanwhile, RecommendationTooLong,
        GivingNeedsConnection, EmployersDoNotGive, Gone, Yourself.
        """
        said = {"relationship": relationship, "place": place, "text": text}
        with pair_lock(author.pk, recipient.pk) as pair:
            pair.refuse_to_give()
            limit = pair.me.world.rules.recommendation_length
            if seen_length(text) > limit:
                raise RecommendationTooLong(seen_length(text), limit)
            standing = self.filter(author=pair.me, recipient=pair.other).first()
            if standing and standing.says(**said):
                return standing
            if standing:
                standing._rewrite(pair, revision, said)
                return standing
            if revision:
                raise RecommendationClosed
            begun = self._begin(pair, pair.me, pair.other, revision=1, **said)
            Event.record(pair.me, Event.Verb.RECOMMENDED, pair.other, recommendation=begun)
            return begun

    def ask(self, asker, author, note):
        """E1: ask a connection for one; asking twice is asking once.

        One that the asker has declined goes back to its author with the note. Raises
        AlreadyRecommended, GivingNeedsConnection, EmployersDoNotGive, Gone, Yourself.
        """
        status = Recommendation.Status
        with pair_lock(asker.pk, author.pk) as pair:
            pair.refuse_to_give()
            standing = self.filter(author=pair.other, recipient=pair.me).first()
            if standing is None:
                asked = {"status": status.REQUESTED, "note": note}
                begun = self._begin(pair, pair.other, pair.me, **asked)
                Event.record(pair.me, Event.Verb.SOUGHT, pair.other, recommendation=begun)
                return begun
            if standing.status == status.DECLINED:
                declined = (status.DECLINED,)
                standing._step(pair, Event.Verb.RETURNED, declined, status.RETURNED, note=note)
            elif not standing.is_asked:
                raise AlreadyRecommended
            return standing

    def _begin(self, pair, author, recipient, **more):
        return self.create(
            world=pair.me.world, author=author, recipient=recipient, at=pair.now, **more
        )


class Recommendation(models.Model):
    """What one person says in favour of another, from the asking on; one in an ordered pair.

    A declined one looks to its author as if it waited. It goes with a block (B1). When only the
    connection ends, what was asked for goes, since nobody may write it any more (E1), and what was
    written stays: it was true when it was given.
    """

    class Status(models.TextChoices):
        REQUESTED = "requested", _("Asked for")
        PASSED = "passed", _("Asked for, not now")
        WRITTEN = "written", _("Waits for an answer")
        RETURNED = "returned", _("A change is asked for")
        DECLINED = "declined", _("Declined")
        SHOWN = "shown", _("On the profile")
        HIDDEN = "hidden", _("Hidden")

    class Relationship(models.TextChoices):
        TOGETHER = "together", _("We worked together")
        MANAGED = "managed", _("I managed them")
        REPORTED = "reported", _("I reported to them")
        STUDIED = "studied", _("We studied together")
        CLIENT = "client", _("I was their client")
        OTHER = "other", _("Another way")

    ASKED = (Status.REQUESTED, Status.PASSED)  # and not written yet

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    author = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="recommendations_given",
        verbose_name=_("author"),
    )
    recipient = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="recommendations",
        verbose_name=_("recipient"),
    )
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.WRITTEN)
    relationship = models.CharField(
        _("how they know each other"), max_length=8, choices=Relationship, blank=True
    )
    place = models.CharField(_("where"), max_length=100, blank=True)
    text = models.TextField(_("text"), blank=True)
    note = models.TextField(
        _("note"), blank=True, help_text=_("Of the recipient, who asks for it or for a change.")
    )
    revision = models.PositiveIntegerField(
        _("revision"), default=0, help_text=_("How often its author has written it.")
    )
    at = models.DateTimeField(_("since"), help_text=_("World time of the last step"))

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        constraints = [
            models.UniqueConstraint(fields=["author", "recipient"], name="recommendation_once"),
            models.CheckConstraint(
                condition=~Q(author=F("recipient")), name="recommendation_not_of_oneself"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["requested", "passed"], text="", relationship="", revision=0
                )
                | (
                    Q(status__in=["written", "returned", "declined", "shown", "hidden"])
                    & Q(
                        relationship__in=[
                            "together",
                            "managed",
                            "reported",
                            "studied",
                            "client",
                            "other",
                        ]
                    )
                    & Q(revision__gt=0)
                    & ~Q(text="")
                ),
                name="recommendation_written_unless_asked",
            ),
            models.CheckConstraint(
                condition=~Q(status="returned") | ~Q(note=""),
                name="recommendation_return_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="recommendation_by_recipient"),
            models.Index(fields=["author", "-id"], name="recommendation_by_author"),
        ]

    def __str__(self):
        return f"{self.author} → {self.recipient} ({self.get_status_display()})"

    @property
    def is_asked(self):
        return self.status in self.ASKED

    @property
    def next_by(self):
        """The id of whoever has the next step, as in `waiting_for`; None when nobody waits."""
        if self.status == self.Status.WRITTEN:
            return self.recipient_id
        if self.status in (self.Status.REQUESTED, self.Status.RETURNED):
            return self.author_id
        return None

    @property
    def looks_waiting(self):
        """Whether its author sees it as waiting for an answer: a no is silent."""
        return self.status in (self.Status.WRITTEN, self.Status.DECLINED)

    def says(self, **said):
        return {name: getattr(self, name) for name in said} == said

    # The recipient's acts.

    def accept(self, revision):
        """Show it on the profile: the text that was read, no other.

        Raises ChangedMeanwhile, RecommendationClosed, Gone.
        """
        with pair_lock(self.recipient_id, self.author_id) as pair:
            if Recommendation.objects.filter(pk=self.pk).exclude(revision=revision).exists():
                raise ChangedMeanwhile
            waiting = (self.Status.WRITTEN, self.Status.RETURNED)
            self._step(pair, Event.Verb.APPROVED, waiting, self.Status.SHOWN)

    def send_back(self, note):
        """Ask its author for a change. Raises RecommendationClosed, Gone."""
        with pair_lock(self.recipient_id, self.author_id) as pair:
            waiting = (self.Status.WRITTEN,)
            self._step(pair, Event.Verb.RETURNED, waiting, self.Status.RETURNED, note=note)

    def decline(self):
        """Silently: its author goes on seeing that it waits. Raises RecommendationClosed, Gone."""
        with pair_lock(self.recipient_id, self.author_id) as pair:
            self._step(pair, Event.Verb.REFUSED, (self.Status.WRITTEN,), self.Status.DECLINED)

    def hide(self):
        """Raises RecommendationClosed, Gone."""
        with pair_lock(self.recipient_id, self.author_id) as pair:
            self._step(pair, Event.Verb.HID, (self.Status.SHOWN,), self.Status.HIDDEN)

    def show(self):
        """Raises RecommendationClosed, Gone."""
        with pair_lock(self.recipient_id, self.author_id) as pair:
            self._step(pair, Event.Verb.SHOWED, (self.Status.HIDDEN,), self.Status.SHOWN)

    # The author's.

    def let_pass(self):
        """Not write it, silently: who asked goes on seeing that they have asked.

        Raises RecommendationClosed, Gone.
        """
        with pair_lock(self.author_id, self.recipient_id) as pair:
            self._step(pair, Event.Verb.LET_PASS, (self.Status.REQUESTED,), self.Status.PASSED)

    # Of whoever began it: the author what they wrote, the recipient what they asked for.

    def take_back(self, person):
        """Raises RecommendationClosed when the other has moved meanwhile, Gone."""
        other = self.recipient_id if person.pk == self.author_id else self.author_id
        with pair_lock(person.pk, other) as pair:
            if not Recommendation.objects.begun_by(pair.me).filter(pk=self.pk).delete()[0]:
                raise RecommendationClosed
            Event.record(pair.me, Event.Verb.TOOK_BACK, pair.other)

    def _rewrite(self, pair, revision, said):
        if revision != self.revision:
            raise ChangedMeanwhile
        # A silent no stays one.
        declined = self.status == self.Status.DECLINED
        after = self.Status.DECLINED if declined else self.Status.WRITTEN
        verb = Event.Verb.RECOMMENDED if self.is_asked else Event.Verb.REWROTE
        self._step(pair, verb, (self.status,), after, revision=F("revision") + 1, **said)

    def _step(self, pair, verb, before, after, **more):
        # A conditional update, so that of two steps at once one wins.
        standing = Recommendation.objects.filter(pk=self.pk, status__in=before)
        if not standing.update(status=after, at=pair.now, **more):
            raise RecommendationClosed
        self.refresh_from_db()
        Event.record(pair.me, verb, pair.other, recommendation=self)
