from operator import index

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from network.models import Experience, Person

from ..casting import cast, role_of
from ..deciding.delays import Schedule
from ..deciding.facts import Role, Traits
from ..deciding.weights import MODEL_VERSION
from ..stumbling import may_stumble

SHARE = [MinValueValidator(0), MaxValueValidator(1)]
HALF_A_DAY = 14 * 60  # minutes; no place on earth is further from UTC


def monday_to_friday():
    return [0, 1, 2, 3, 4]


def around_work():
    return [[480, 540], [720, 840], [1020, 1140]]


def drawn(world, version=MODEL_VERSION, **which):
    """Each simulated person of the world, and the fields that a Persona has where nobody says."""
    jobs = Experience.objects.filter(person=OuterRef("pk"), ended_on=None)
    title = jobs.order_by("-started_on", "pk").values("title")[:1]
    people = Person.objects.filter(world=world, kind=Person.Kind.PERSONA, **which)
    for person in people.annotate(title=Subquery(title)).order_by("pk"):
        yield person, cast(world.seed, version, person.handle, _role(person))


class PersonaQuerySet(models.QuerySet):
    def enliven(self, world, version=MODEL_VERSION):
        """Say of each simulated person of the world how they behave, unless it was said."""
        with may_stumble("Nobody was cast in %s", world):
            self.bulk_create(
                (
                    Persona(person=person, **fields)
                    for person, fields in drawn(world, version, persona=None)
                ),
                ignore_conflicts=True,
            )

    def register_of(self, person):
        """How they like to be addressed; "" when either way is fine, or nobody knows."""
        mine = self.filter(person=person).exclude(register=Persona.Register.EITHER)
        return mine.values_list("register", flat=True).first() or ""


def _role(person):
    return role_of(person.title or person.headline, person.is_influencer, person.is_recruiter)


class Persona(models.Model):
    """How a simulated person behaves. Nothing here follows from their name or face."""

    class Roles(models.TextChoices):
        PEER = "peer", _("Peer")
        ALUMNUS = "alumnus", _("Former student of the learner's school")
        RECRUITER = "recruiter", _("Recruiter")
        HIRING_MANAGER = "hiring_manager", _("Hiring manager")
        SENIOR_LEADER = "senior_leader", _("Senior leader")
        INFLUENCER = "influencer", _("Influencer")

    class Register(models.TextChoices):
        """How they like to be addressed."""

        EITHER = "either", _("Either way")
        FIRST = "first-name", _("By their first name")
        FORMAL = "title-surname", _("By title and last name")

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=14, choices=Roles, default=Roles.PEER)
    level = models.PositiveSmallIntegerField(
        _("career level"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(4)],
        help_text=_("1 starts, 4 leads"),
    )
    openness = models.FloatField(
        _("openness"), default=0.5, validators=SHARE, help_text=_("To new contacts, 0 to 1")
    )
    busyness = models.FloatField(
        _("busyness"), default=0.5, validators=SHARE, help_text=_("0 to 1")
    )
    selectivity = models.FloatField(
        _("selectivity"),
        default=0.5,
        validators=SHARE,
        help_text=_("How much must be shared before they accept, 0 to 1"),
    )
    register = models.CharField(
        _("form of address"), max_length=13, choices=Register, default=Register.EITHER
    )
    utc_offset = models.SmallIntegerField(
        _("minutes ahead of the world's clock"),
        default=0,
        validators=[MinValueValidator(-HALF_A_DAY), MaxValueValidator(HALF_A_DAY)],
    )
    workdays = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("workdays"),
        default=monday_to_friday,
        help_text=_("0 is Monday, 6 is Sunday."),
    )
    sessions = models.JSONField(
        _("when they are online"),
        default=around_work,
        help_text=_("Pairs of minutes after midnight, in order: [[480, 540], [1020, 1140]]."),
    )

    objects = PersonaQuerySet.as_manager()

    class Meta:
        verbose_name = _("persona")
        verbose_name_plural = _("personas")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    openness__range=(0, 1), busyness__range=(0, 1), selectivity__range=(0, 1)
                ),
                name="persona_dispositions_are_shares",
            ),
            models.CheckConstraint(condition=Q(level__range=(1, 4)), name="persona_level_known"),
            models.CheckConstraint(
                condition=Q(role__in=list(map(str, Role))),
                name="persona_role_known",
            ),
        ]

    def __str__(self):
        return f"{self.person}"

    @property
    def traits(self):
        return Traits(
            role=Role(self.role),
            openness=self.openness,
            busyness=self.busyness,
            selectivity=self.selectivity,
            level=self.level,
        )

    @property
    def schedule(self):
        """Raises TypeError or ValueError when workdays or sessions make none."""
        sessions = tuple((index(start), index(end)) for start, end in self.sessions)
        return Schedule(self.utc_offset, frozenset(self.workdays), sessions)

    def clean(self):
        try:
            _schedule = self.schedule
        except (TypeError, ValueError):
            words = _(
                "Give workdays from 0 to 6 and pairs of whole minutes, in order, within one day."
            )
            raise ValidationError({"sessions": words}) from None
