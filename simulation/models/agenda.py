from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..deciding.weights import MODEL_VERSION

# A jump meets another one that is not carried out yet: the later moment stands.
AIM = """
INSERT INTO simulation_agenda (world_id, until, stops_at_news, model_version, gain)
VALUES (%(world)s, %(until)s, %(stops)s, %(version)s, 1)
ON CONFLICT (world_id) DO UPDATE SET
  until = greatest(simulation_agenda.until, excluded.until),
  stops_at_news = CASE WHEN simulation_agenda.until IS NULL THEN excluded.stops_at_news
                       ELSE simulation_agenda.stops_at_news AND excluded.stops_at_news END
"""


def newest():
    """A function, so that a new version needs no migration."""
    return MODEL_VERSION


class AgendaQuerySet(models.QuerySet):
    def aim(self, world_pk, until, stops_at_news=False):
        """The clock shall go on to `until` (world time)."""
        row = {
            "world": world_pk,
            "until": until,
            "stops": stops_at_news,
            "version": MODEL_VERSION,
        }
        with connection.cursor() as cursor:
            cursor.execute(AIM, row)

    def arrive(self, world_pk, at):
        """The clock has come to `at`: a moment up to there is no aim any more."""
        self.filter(world=world_pk, until__lte=at).update(until=None, stops_at_news=False)

    def stop(self, world_pk):
        """Whatever the clock was to go on to, it stays where it is."""
        self.filter(world=world_pk).exclude(until=None).update(until=None, stops_at_news=False)


class Agenda(models.Model):
    """How far a world's clock is to go on, and by which version of the model its people decide."""

    world = models.OneToOneField(
        "network.World", models.CASCADE, primary_key=True, verbose_name=_("world")
    )
    until = models.DateTimeField(
        _("goes on to"),
        null=True,
        blank=True,
        help_text=_("World time up to which things are still to be carried out."),
    )
    stops_at_news = models.BooleanField(_("stops when a learner is told something"), default=False)
    model_version = models.PositiveSmallIntegerField(
        _("version of the model"),
        default=newest,
        help_text=_("A world keeps the version with which it began."),
    )
    gain = models.FloatField(
        _("effects enlarged for teaching"),
        default=1,
        help_text=_("1 is as in the evidence; 1.5 enlarges what learners control."),
    )

    objects = AgendaQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")
        constraints = [
            models.CheckConstraint(
                condition=Q(gain__gte=1),
                name="agenda_gain_enlarges",
                violation_error_message=_("The gain enlarges: 1 or more."),
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=False) | Q(stops_at_news=False),
                name="agenda_stops_on_a_way",
            ),
        ]

    def __str__(self):
        return f"{_('Agenda of')} {self.world}"
