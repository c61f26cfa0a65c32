from django.db import connection, models

TAKE = """
DELETE FROM simulation_unnoticed news USING network_event event
WHERE news.world_id = %s AND event.id = news.event_id
RETURNING event.verb, event.id
"""


class UnnoticedQuerySet(models.QuerySet):
    def take(self, world_pk):
        """Each event of the world that nobody simulated has noticed yet: (verb, key), once."""
        with connection.cursor() as cursor:
            cursor.execute(TAKE, [world_pk])
            return cursor.fetchall()


class Unnoticed(models.Model):
    """An event that nobody simulated has noticed yet.

    A trigger writes it with the event itself. Event ids are not in the order of commits, so that
    reading "all after the last one seen" would miss what commits late; a row here cannot be missed.
    """

    # The database itself deletes it with the event (migration 0001), so Django need not look.
    event = models.OneToOneField(
        "network.Event", models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="+"
    )
    world = models.ForeignKey(
        "network.World", models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    objects = UnnoticedQuerySet.as_manager()

    def __str__(self):
        return f"{self.event_id}"
