"""What the map shows of the network of one person, in a fixed number of queries.

Ties between others show as far as profiles show them: connections of mine whom both know.
"""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from ..models import Connection, Follow, Person
from .layout import FOLLOWS_ONLY, PLACES, Item

MOST = {1: 36, 2: 60, 3: 60, FOLLOWS_ONLY: len(PLACES)}  # drawn of each ring
NEAR = 8  # of a third ring that is counted: those who follow me or whom I follow
EMPLOYERS = 12  # counted by name there; the rest together
WALKED = 1000  # through at most so many people of the 2nd degree the 3rd is looked for

# My connections, those whom they know with how many of mine do, and whom B1 hides.
NEAREST = """
WITH known AS MATERIALIZED (
  SELECT other_id AS id FROM network_connection WHERE person_id = %(me)s
), near AS MATERIALIZED (
  SELECT tie.other_id AS id, count(*) AS mutuals
  FROM known JOIN network_connection tie ON tie.person_id = known.id
  WHERE tie.other_id <> %(me)s GROUP BY tie.other_id
), hidden AS MATERIALIZED (
  SELECT blocked_id AS id FROM network_block WHERE blocker_id = %(me)s
  UNION SELECT blocker_id FROM network_block WHERE blocked_id = %(me)s
)
"""
RINGS = f"""{NEAREST}, second AS MATERIALIZED (
  SELECT id, mutuals FROM near WHERE id NOT IN (SELECT id FROM known)
), third AS (
  SELECT DISTINCT tie.other_id AS id
  FROM (SELECT id FROM second ORDER BY mutuals DESC, id LIMIT %(walked)s) walked
  JOIN network_connection tie ON tie.person_id = walked.id
  WHERE tie.other_id <> %(me)s AND tie.other_id NOT IN (SELECT id FROM near)
    AND tie.other_id NOT IN (SELECT id FROM known)
), tied AS MATERIALIZED (
  SELECT id, bool_or(is_mine) AS is_mine FROM (
    SELECT followed_id AS id, true AS is_mine FROM network_follow WHERE follower_id = %(me)s
    UNION ALL SELECT follower_id, false FROM network_follow WHERE followed_id = %(me)s
  ) follow GROUP BY id
), ringed AS MATERIALIZED (
  SELECT known.id, 1 AS ring, coalesce(near.mutuals, 0) AS mutuals
  FROM known LEFT JOIN near USING (id)
  UNION ALL SELECT id, 2, mutuals FROM second
  UNION ALL SELECT id, 3, 0 FROM third
), member AS (
  SELECT id, ring, mutuals FROM ringed
  UNION ALL SELECT id, 4, 0 FROM tied WHERE id NOT IN (SELECT id FROM ringed)
), placed AS MATERIALIZED (
  SELECT member.id, member.ring, tied.id IS NOT NULL AS is_tied,
         count(*) OVER ring AS total,
         row_number() OVER (ring ORDER BY is_mine DESC NULLS LAST, mutuals DESC, name_key,
                               member.id) AS place
  FROM member JOIN network_person person ON person.id = member.id
  LEFT JOIN tied ON tied.id = member.id
  WHERE member.id NOT IN (SELECT id FROM hidden)
  WINDOW ring AS (PARTITION BY member.ring)
), drawn AS MATERIALIZED (
  SELECT *, CASE WHEN ring < 3 OR total <= %(third)s OR ring = 4 THEN
              place <= CASE ring WHEN 1 THEN %(first)s WHEN 2 THEN %(second)s
                                 WHEN 3 THEN %(third)s ELSE %(only)s END
            ELSE is_tied AND place <= %(near)s END AS is_drawn
  FROM placed
)
SELECT ring, total, id, NULL AS employer, NULL AS n, place FROM drawn WHERE is_drawn
UNION ALL
SELECT 3, max(total), NULL, employer, count(*), 0
FROM drawn LEFT JOIN LATERAL (
  SELECT coalesce(page.name, job.employer_name) AS employer
  FROM network_experience job
  LEFT JOIN network_person page
    ON page.id = job.employer_id AND page.id NOT IN (SELECT id FROM hidden)
  WHERE job.person_id = drawn.id AND job.ended_on IS NULL
  ORDER BY job.started_on DESC, job.id LIMIT 1
) job ON true
WHERE ring = 3 AND NOT is_drawn
GROUP BY employer
ORDER BY 1, 6
"""  # noqa: S608 — nothing but our own words is put in
# Whom connecting with each of the shown people would bring into my 2nd degree.
REACH = f"""{NEAREST}
SELECT shown.id, count(*),
       (array_agg(person.name ORDER BY person.name_key, person.id))[1:%(names)s]
FROM network_person shown
JOIN network_connection tie ON tie.person_id = shown.id
JOIN network_person person ON person.id = tie.other_id
WHERE shown.id = ANY(%(shown)s) AND tie.other_id <> %(me)s
  AND tie.other_id NOT IN (SELECT id FROM known) AND tie.other_id NOT IN (SELECT id FROM near)
  AND tie.other_id NOT IN (SELECT id FROM hidden)
GROUP BY shown.id
"""  # noqa: S608
NAMES = 3


@dataclass
class Reach:
    """Who would become 2nd degree: how many, and the first of their names."""

    count: int = 0
    names: list = field(default_factory=list)

    @property
    def further(self):
        return self.count - len(self.names)


@dataclass
class Network:
    """My network as it is drawn. `totals` says how many each ring has, drawn or not."""

    people: list
    totals: dict
    drawn: dict
    employers: list  # (name, count) of a third ring too large to draw
    links: list

    @property
    def items(self):
        return [*map(item_of, self.people), *self._counted()]

    def _counted(self):
        for index, (name, count) in enumerate(self.employers):
            yield Item(-1 - index, name, 3, count=count)

    @property
    def is_cut(self):
        """Whether more people of the 3rd degree may be there than were looked for."""
        return self.totals[2] > WALKED


def item_of(person):
    work = person.workplace or {}
    # "Self-employed" at two people makes no colleagues of them, so only employers of this world.
    group = work["name"] if work.get("is_here") else ""
    return Item(person.pk, person.name, person.ring, group, kind_of(person.tie))


def kind_of(tie):
    """The word for the line between me and somebody, by what it looks like."""
    if tie.connected:
        return "connected"
    if tie.following:
        return "both" if tie.followed else "following"
    return "followed" if tie.followed else ""


def network_of(me, others=""):
    """What is drawn; `others` is what to call the employers that have no name of their own."""
    pks, totals, counted = _rings(me)
    people = described(me, pks)
    people.sort(key=lambda person: person.ring)  # the order within a ring stays
    drawn = {ring: sum(person.ring == ring for person in people) for ring in MOST}
    return Network(people, totals, drawn, _by_employer(counted, others), _links(people))


def totals_of(me):
    """How many each ring has."""
    return _rings(me)[1]


def described(me, pks):
    """People in the order of `pks` with all that the map says: tie, ring, employer, `reach`."""
    # Asked again: between two queries somebody may have blocked me (B1).
    people = Person.objects.others(me).with_ties(me).with_mutuals(me).with_workplace(me)
    people = people.in_bulk(pks)
    found = [people[pk] for pk in pks if pk in people]
    reach = _reach(me, [person.pk for person in found if _shows_reach(person, me)])
    for person in found:
        person.ring = person.degree or FOLLOWS_ONLY
        person.reach = reach.get(person.pk, Reach()) if _shows_reach(person, me) else None
    return found


def _shows_reach(person, me):
    """Whom connecting would bring is known of those who show their connections to me."""
    connected = person.tie.connected
    return not connected and person.shows_connections_to(me, connected)


def ring_of(me, ring):
    """Everybody in one ring, drawn or not."""
    here = OuterRef("pk")
    mine = Connection.objects.filter(person=me)
    near = Connection.objects.filter(person__in=mine.values("other")).values("other")
    far = Connection.objects.filter(person__in=near).values("other")
    people = Person.objects.others(me)
    if ring == 1:
        return people.filter(Exists(mine.filter(other=here)))
    people = people.filter(~Exists(mine.filter(other=here)))
    if ring == 2:
        return people.filter(pk__in=near)
    people = people.exclude(pk__in=near)
    if ring == 3:
        return people.filter(pk__in=far)
    follows = Exists(Follow.objects.filter(follower=me, followed=here))
    followed = Exists(Follow.objects.filter(follower=here, followed=me))
    return people.filter(Q(follows) | Q(followed)).exclude(pk__in=far)


def _rings(me):
    """Who is drawn, the strongest first; how many each ring has; and how many at each employer."""
    pks, totals, counted = [], dict.fromkeys(MOST, 0), {}
    most = {"first": MOST[1], "second": MOST[2], "third": MOST[3], "only": MOST[FOLLOWS_ONLY]}
    with connection.cursor() as cursor:
        cursor.execute(RINGS, {"me": me.pk, "walked": WALKED, "near": NEAR} | most)
        for ring, total, pk, employer, count, _place in cursor:
            totals[ring] = total
            if pk is None:
                counted[employer] = count
            else:
                pks.append(pk)
    return pks, totals, counted


def _by_employer(counted, others):
    """The largest employers by name, and everybody else together at the end."""
    named = sorted(
        ((name, n) for name, n in counted.items() if name), key=lambda one: (-one[1], one[0])
    )
    rest = sum(counted.values()) - sum(n for _, n in named[:EMPLOYERS])
    return [*named[:EMPLOYERS], *([(others, rest)] if rest else [])]


def _links(people):
    """Pairs of drawn people who know each other, one of whom at least I know."""
    mine = [person.pk for person in people if person.ring == 1]
    others = [person.pk for person in people if person.ring in (1, 2)]
    ties = Connection.objects.filter(person__in=mine, other__in=others)
    pairs = ties.values_list("person", "other")
    return sorted({(min(pair), max(pair)) for pair in pairs})


def _reach(me, pks):
    with connection.cursor() as cursor:
        cursor.execute(REACH, {"me": me.pk, "shown": pks, "names": NAMES})
        return {pk: Reach(count, names) for pk, count, names in cursor}
