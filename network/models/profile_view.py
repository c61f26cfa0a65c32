from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..worldtime import day_of
from .block import Block

# One statement: nothing when it was noted today, or when one of the two has left meanwhile.
NOTE = """
WITH here AS (
  SELECT id FROM network_person
  WHERE world_id = %(world)s AND id IN (%(viewer)s, %(viewed)s) AND NOT EXISTS (
    SELECT FROM network_profileview
    WHERE viewer_id = %(viewer)s AND viewed_id = %(viewed)s AND day = %(day)s
  )
  ORDER BY id FOR KEY SHARE
), fresh AS (
  INSERT INTO network_profileview (world_id, viewer_id, viewed_id, day, at)
  SELECT %(world)s, %(viewer)s, %(viewed)s, %(day)s, %(now)s
  WHERE (SELECT count(*) FROM here) = 2
  ON CONFLICT DO NOTHING
  RETURNING world_id, viewer_id, viewed_id, at
)
INSERT INTO network_event (world_id, actor_id, verb, target_id, at)
SELECT world_id, viewer_id, 'viewed', viewed_id, at FROM fresh
"""


class ProfileViewQuerySet(models.QuerySet):
    def note(self, viewer, viewed):
        """Somebody opened another's profile; who views in private leaves no trace."""
        if viewer.private_viewing or viewer.pk == viewed.pk:
            return
        world = viewer.world
        row = {
            "world": world.pk,
            "viewer": viewer.pk,
            "viewed": viewed.pk,
            "day": day_of(world.now, world.started_at),
            "now": world.now,
        }
        with connection.cursor() as cursor:
            cursor.execute(NOTE, row)

    def between(self, one, other):
        return self.filter(Q(viewer=one, viewed=other) | Q(viewer=other, viewed=one))

    def seen_by(self, person):
        """The last look of each who viewed this person; nobody while they view in private.

        Nobody whom the person cannot see (B1).
        """
        if person.private_viewing:
            return self.none()
        later = self.filter(viewer=OuterRef("viewer"), viewed=person, pk__gt=OuterRef("pk"))
        return self.filter(
            ~Exists(later),
            ~Exists(Block.objects.filter(blocker=OuterRef("viewer"), blocked=person)),
            ~Exists(Block.objects.filter(blocker=person, blocked=OuterRef("viewer"))),
            viewed=person,
        )


class ProfileView(models.Model):
    """Somebody looked at another's profile: the first look of each day of the world."""

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    viewer = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="views", verbose_name=_("viewer")
    )
    viewed = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="viewings", verbose_name=_("viewed")
    )
    day = models.IntegerField(_("day"), help_text=_("Of the world: 1 is the day it starts."))
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = ProfileViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile view")
        verbose_name_plural = _("profile views")
        constraints = [
            models.UniqueConstraint(
                fields=["viewer", "viewed", "day"], name="profile_view_once_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(viewer=F("viewed")), name="profile_view_not_of_oneself"
            ),
        ]
        indexes = [models.Index(fields=["viewed", "-id"], name="profile_view_by_viewed")]

    def __str__(self):
        return f"{self.viewer} → {self.viewed} ({self.day})"
