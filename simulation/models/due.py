from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

ABOUT = [  # what is set for which kinds, and for no other
    ("invitation", "due_about_an_invitation", ["answer", "late", "reply"]),
    (
        "event",
        "due_after_an_event",
        [
            "follow",
            "visit",
            "endorse",
            "react",
            "comment",
            "thank",
            "write",
            "welcome",
            "admit",
            "introduce",
            "recommend",
            "receive",
        ],
    ),
    ("other", "due_towards_somebody", ["approach", "source", "contact", "lead"]),
]


class DueQuerySet(models.QuerySet):
    def of(self, world_pk):
        """What is to be done in a world, in the order in which it will be."""
        return self.filter(world=world_pk).order_by("at", "rank", "pk")


class Due(models.Model):
    """Something that a simulated person will do, and when. It is gone once it was done.

    A day is the plan of what they do on their own, so it has no person."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("Answers an invitation")
        LATE = "late", _("Has not come to an invitation in time")
        REPLY = "reply", _("Writes back")
        DAY = "day", _("Plans what people do on their own today")
        POST = "post", _("Posts")
        FOLLOW = "follow", _("Follows back")
        VISIT = "visit", _("Looks at a profile")
        ENDORSE = "endorse", _("Endorses back")
        REACT = "react", _("Reacts to a post")
        COMMENT = "comment", _("Writes under a post")
        THANK = "thank", _("Answers a comment")
        WRITE = "write", _("Answers a message")
        WELCOME = "welcome", _("Writes once they are connected")
        ADMIT = "admit", _("Decides on a request to join a group")
        INTRODUCE = "introduce", _("Decides on a request for an introduction")
        RECOMMEND = "recommend", _("Answers about a recommendation")
        RECEIVE = "receive", _("Answers an application")
        APPROACH = "approach", _("Invites a learner")
        SOURCE = "source", _("Finds a learner's profile in a search")
        CONTACT = "contact", _("Writes to a learner whom they found")
        LEAD = "lead", _("Tells a learner of a job")

    world = models.ForeignKey("network.World", models.CASCADE, verbose_name=_("world"))
    at = models.DateTimeField(_("when"), help_text=_("World time"))
    rank = models.CharField(
        _("rank"),
        max_length=120,
        help_text=_("Orders what is due at the same time, alike wherever a scenario is loaded."),
    )
    kind = models.CharField(_("what"), max_length=9, choices=Kind)
    person = models.ForeignKey(
        "network.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="dues",
        verbose_name=_("who"),
    )
    invitation = models.ForeignKey(
        "network.Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="dues",
        verbose_name=_("invitation"),
    )
    event = models.ForeignKey(
        "network.Event",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("after"),
    )
    other = models.ForeignKey(
        "network.Person",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("to whom"),
    )
    detail = models.CharField(
        _("detail"),
        max_length=10,
        blank=True,
        help_text=_("Of an invitation to a learner: what it will be worth to them."),
    )

    objects = DueQuerySet.as_manager()

    class Meta:
        verbose_name = _("thing due")
        verbose_name_plural = _("things due")
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(kind__in=["answer", "late"]),
                name="due_one_answer",
            ),
            models.UniqueConstraint(
                fields=["invitation"], condition=Q(kind="reply"), name="due_one_reply"
            ),
            models.UniqueConstraint(fields=["world"], condition=Q(kind="day"), name="due_one_day"),
            models.UniqueConstraint(
                fields=["event", "person", "kind"],
                condition=Q(event__isnull=False),
                name="due_once_after_an_event",
            ),
            models.UniqueConstraint(
                fields=["person", "other", "kind"],
                condition=Q(other__isnull=False),
                name="due_once_towards_somebody",
            ),
            models.CheckConstraint(
                condition=Q(kind="day", person=None) | ~Q(kind="day") & Q(person__isnull=False),
                name="due_by_somebody",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(kind__in=kinds, **{f"{field}__isnull": False})
                    | ~Q(kind__in=kinds) & Q(**{field: None}),
                    name=name,
                )
                for field, name, kinds in ABOUT
            ),
            models.CheckConstraint(
                condition=Q(detail="") | Q(kind="approach"), name="due_detail_of_an_approach"
            ),
        ]

        indexes = [models.Index(fields=["world", "at", "rank", "id"], name="due_in_order")]

    def __str__(self):
        return f"{self.person or self.world}: {self.get_kind_display()}"

    @property
    def is_answer(self):
        return self.kind in (self.Kind.ANSWER, self.Kind.LATE)
