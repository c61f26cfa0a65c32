import uuid
from datetime import UTC, datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

START = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)  # a Monday: "day 1, 08:00" of every world


class World(models.Model):
    """A sealed network (W1) with its own people, clock, rules and seed."""

    name = models.CharField(_("name"), max_length=80)
    description = models.TextField(_("description"), max_length=1000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="worlds",
        verbose_name=_("owner"),
        help_text=_("The learner whose private world this is; empty for a shared one."),
    )
    seed = models.PositiveIntegerField(
        _("seed"), default=0, help_text=_("All chance in this world is drawn from it.")
    )
    newcomer = models.JSONField(
        _("newcomer"),
        default=dict,
        blank=True,
        help_text=_("How a learner starts here: the `learner` part of the scenario file."),
    )
    started_at = models.DateTimeField(_("day 1"), default=START, editable=False)
    now = models.DateTimeField(_("the world's time"), default=START)
    speed = models.PositiveIntegerField(
        _("speed"),
        default=720,
        validators=[MinValueValidator(1), MaxValueValidator(86_400)],
        help_text=_("World seconds in one real second; 720 is one world hour in five seconds."),
    )
    is_paused = models.BooleanField(_("paused"), default=False)
    pulsed_at = models.DateTimeField(default=timezone.now, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("world")
        verbose_name_plural = _("worlds")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "key"], name="world_form_sent_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(now__gte=models.F("started_at")), name="world_now_after_start"
            ),
        ]

    def __str__(self):
        return self.name

    def skip(self, span):
        """Move the clock forward by `span` of world time, at once."""
        with transaction.atomic():
            world = World.objects.select_for_update(no_key=True).get(pk=self.pk)
            world.move_to(world.now + span)
            self.now = world.now

    def remove(self):
        """Delete this world and all in it; acts under way end first, later ones find nobody."""
        with transaction.atomic():
            list(World.objects.select_for_update(no_key=True).filter(pk=self.pk))
            # First so that no act in a group begins, and then so that none of any kind does.
            list(self.people.select_for_update(no_key=True).order_by("pk").values_list("pk"))
            list(self.people.select_for_update().order_by("pk").values_list("pk"))
            self.delete()

    def move_to(self, moment):
        """Set the clock, with the row of the world held, and end what has lapsed by then."""
        from .introduction import Introduction
        from .invitation import Invitation

        self.now = moment
        self.save(update_fields=["now"])
        Invitation.objects.lapse(self)
        Introduction.objects.lapse(self)


class Rules(models.Model):
    """The numbers of one world's rules. Times are world time. Each help text names its rule."""

    world = models.OneToOneField(World, models.CASCADE, primary_key=True, verbose_name=_("world"))
    reinvite_after_decline_days = models.PositiveSmallIntegerField(
        _("days before inviting again after a decline"), default=21, help_text=_("C7, our decision")
    )
    reinvite_after_withdrawal_days = models.PositiveSmallIntegerField(
        _("days before inviting again after withdrawing"),
        default=21,
        help_text=_("C8, copies of LinkedIn's help pages"),
    )
    unknown_limit = models.PositiveSmallIntegerField(
        _("answers “I don't know this person” that restrict the sender"),
        default=5,
        validators=[MinValueValidator(1)],
        help_text=_("C9, LinkedIn's help pages and third parties"),
    )
    restriction_days = models.PositiveSmallIntegerField(
        _("days of restriction"), default=7, help_text=_("C10, copies of LinkedIn's help pages")
    )
    weekly_invitations = models.PositiveSmallIntegerField(
        _("invitations in any 7 days"),
        default=100,
        help_text=_("C11, third parties; LinkedIn publishes none"),
    )
    note_length = models.PositiveSmallIntegerField(
        _("characters of a note"),
        default=300,
        validators=[MaxValueValidator(2000)],
        help_text=_("C12, third parties"),
    )
    reminder_limit = models.PositiveSmallIntegerField(
        _("reminders of one invitation"), default=2, help_text=_("C16, LinkedIn's help pages")
    )
    reminder_wait_days = models.PositiveSmallIntegerField(
        _("days between two reminders of one invitation"),
        default=7,
        help_text=_("C16, our decision"),
    )
    invitation_lapse_days = models.PositiveSmallIntegerField(
        _("days until an invitation lapses"),
        default=180,
        validators=[MinValueValidator(1)],
        help_text=_("C16, LinkedIn's help pages and third parties"),
    )
    connection_limit = models.PositiveIntegerField(
        _("connections of one person"),
        default=30_000,
        help_text=_("C18, copies of LinkedIn's help pages"),
    )
    post_length = models.PositiveSmallIntegerField(
        _("characters of a post"),
        default=3000,
        validators=[MaxValueValidator(20_000)],
        help_text=_("Our decision"),
    )
    article_length = models.PositiveSmallIntegerField(
        _("characters of an article"),
        default=20_000,
        validators=[MinValueValidator(1), MaxValueValidator(30_000)],
        help_text=_("Our decision"),
    )
    comment_length = models.PositiveSmallIntegerField(
        _("characters of a comment"),
        default=1250,
        validators=[MinValueValidator(1), MaxValueValidator(20_000)],
        help_text=_("Our decision"),
    )
    message_length = models.PositiveSmallIntegerField(
        _("characters of a message"),
        default=2000,
        validators=[MaxValueValidator(20_000)],
        help_text=_("E2, our decision"),
    )
    recommendation_length = models.PositiveSmallIntegerField(
        _("characters of a recommendation"),
        default=2000,
        validators=[MinValueValidator(1), MaxValueValidator(20_000)],
        help_text=_("E1, our decision"),
    )
    messages_per_minute = models.PositiveSmallIntegerField(
        _("messages a learner may write in a minute of real time"),
        default=30,
        validators=[MinValueValidator(1)],
        help_text=_("E2, our decision"),
    )
    application_length = models.PositiveSmallIntegerField(
        _("characters of a letter that applies for a job"),
        default=2000,
        validators=[MinValueValidator(1), MaxValueValidator(20_000)],
        help_text=_("Our decision"),
    )
    group_limit = models.PositiveSmallIntegerField(
        _("groups of one person"), default=100, help_text=_("G1, third parties")
    )

    class Meta:
        verbose_name = _("rules")
        verbose_name_plural = _("rules")

    def __str__(self):
        return f"{_('Rules of')} {self.world}"
