"""The shortest ways from one person to another over connections (D1), as far as they show."""

from django.db import connection

from .models import Introduction, Person

MOST = 3

# I → one → two → them. Who keeps their connections to themselves stands on no such way; at most
# 200 ties of each end are tried, the same ones every time.
THREE_STEPS = """
WITH far AS MATERIALIZED (
  SELECT tie.other_id AS id FROM network_connection tie
  JOIN network_person person ON person.id = tie.other_id
  WHERE tie.person_id = %(them)s AND person.connections_shown_to = 'everybody'
    AND NOT EXISTS (SELECT FROM network_block
                    WHERE blocker_id = %(me)s AND blocked_id = tie.other_id)
    AND NOT EXISTS (SELECT FROM network_block
                    WHERE blocker_id = tie.other_id AND blocked_id = %(me)s)
  ORDER BY tie.other_id LIMIT 200
), near AS MATERIALIZED (
  SELECT tie.other_id AS id FROM network_connection tie
  JOIN network_person person ON person.id = tie.other_id
  WHERE tie.person_id = %(me)s AND person.connections_shown_to <> 'nobody'
  ORDER BY tie.other_id LIMIT 200
)
SELECT near.id, met.id FROM near CROSS JOIN LATERAL (
  SELECT far.id FROM far JOIN network_connection tie
    ON tie.person_id = near.id AND tie.other_id = far.id
  ORDER BY far.id LIMIT 1
) met
ORDER BY near.id LIMIT %(most)s
"""


class Ways:
    """How to reach `person`, who has `with_ties` and the names of those whom both know.

    `ways` are lists of people between the two; `asked` those who were asked for an introduction.
    """

    def __init__(self, me, person):
        self.person = person
        self.is_near = person.degree == 2
        self.ways = _over_one(me, person) if self.is_near else _over_two(me, person)
        self.asked = self._asked(me) if self.is_near else {}

    def _asked(self, me):
        """The open requests to be introduced, by the key of who was asked."""
        standing = Introduction.objects.seen_open_by(me).filter(target=self.person)
        return dict(standing.values_list("through", "pk"))


def ways_to(me, person):
    """None when there is no need: myself, a connection, an employer or out of network."""
    if person.pk == me.pk or person.is_employer or person.degree not in (2, 3):
        return None
    return Ways(me, person)


def _over_one(me, person):
    known = Person.objects.mutual(me, person).order_by("name_key", "pk")
    return [[one] for one in known[:MOST]]


def _over_two(me, person):
    if not person.shows_connections_to(me, connected=False):
        return []
    with connection.cursor() as cursor:
        cursor.execute(THREE_STEPS, {"me": me.pk, "them": person.pk, "most": MOST})
        found = cursor.fetchall()
    people = Person.objects.others(me).in_bulk([pk for way in found for pk in way])
    return [[people[one], people[two]] for one, two in found if {one, two} <= people.keys()]
