"""People somebody may know, each with why, the strongest reasons first.

Every source of candidates is bounded, so that the cost does not grow with the network.
"""

import json

from django.db import connection
from django.utils.translation import gettext as _

from .models import Invitation, Person, ProfileView
from .workplaces import NO_PLACES

MOST = 24

# How much a reason weighs; each person known to both counts once, up to ten of them.
WEIGHTS = {"mutual": 2, "employer": 5, "school": 4, "group": 3, "follows": 3, "viewed": 2}

CANDIDATES = """
WITH found (id, why, weight, what) AS (
  SELECT tie.other_id, 'mutual', %(mutual)s * least(count(*), 10), ''
  FROM (SELECT other_id FROM network_connection WHERE person_id = %(me)s
        ORDER BY other_id LIMIT 300) mine
  CROSS JOIN LATERAL (
    SELECT other_id FROM network_connection WHERE person_id = mine.other_id
    ORDER BY other_id LIMIT 100
  ) tie
  GROUP BY 1

  UNION ALL
  SELECT colleague.person_id, 'employer', %(employer)s, min(mine.employer_name)
  FROM (SELECT network_fold(employer_name) AS folded, min(employer_name) AS employer_name
        FROM network_experience
        WHERE person_id = %(me)s
          AND (employer_id IS NOT NULL OR network_fold(employer_name) <> ALL (%(no_places)s))
        GROUP BY 1 LIMIT 20) mine
  CROSS JOIN LATERAL (
    SELECT job.person_id FROM network_experience job
    JOIN network_person person ON person.id = job.person_id AND person.world_id = %(world)s
    WHERE network_fold(job.employer_name) = mine.folded
      AND (job.employer_id IS NOT NULL OR mine.folded <> ALL (%(no_places)s))
    LIMIT 200
  ) colleague
  GROUP BY 1

  UNION ALL
  SELECT fellow.person_id, 'school', %(school)s, min(mine.school)
  FROM (SELECT network_fold(school) AS folded, min(school) AS school
        FROM network_education WHERE person_id = %(me)s GROUP BY 1 LIMIT 20) mine
  CROSS JOIN LATERAL (
    SELECT study.person_id FROM network_education study
    JOIN network_person person ON person.id = study.person_id AND person.world_id = %(world)s
    WHERE network_fold(study.school) = mine.folded LIMIT 200
  ) fellow
  GROUP BY 1

  UNION ALL
  SELECT member.person_id, 'group', %(group)s, min(mine.name)
  FROM (SELECT community.id, community.name FROM network_membership membership
        JOIN network_community community ON community.id = membership.community_id
        WHERE membership.person_id = %(me)s AND membership.standing IN ('member', 'moderator')
        ORDER BY community.id LIMIT 20) mine
  CROSS JOIN LATERAL (
    SELECT person_id FROM network_membership
    WHERE community_id = mine.id AND standing IN ('member', 'moderator') LIMIT 200
  ) member
  GROUP BY 1

  UNION ALL
  SELECT * FROM (
    SELECT follower_id, 'follows', %(follows)s, '' FROM network_follow
    WHERE followed_id = %(me)s ORDER BY follower_id DESC LIMIT 200
  ) followers

  UNION ALL
  SELECT id, 'viewed', %(viewed)s, '' FROM unnest(%(viewers)s::bigint[]) viewer (id)
), near AS (
  SELECT id, sum(weight) AS weight, jsonb_object_agg(why, what) AS whys FROM found
  WHERE id <> %(me)s AND id <> ALL(%(pending)s::bigint[])
    AND NOT EXISTS (SELECT FROM network_connection
                    WHERE person_id = %(me)s AND other_id = found.id)
    AND NOT EXISTS (SELECT FROM network_dismissal WHERE person_id = %(me)s AND other_id = found.id)
    AND NOT EXISTS (SELECT FROM network_block
                    WHERE blocker_id = %(me)s AND blocked_id = found.id)
    AND NOT EXISTS (SELECT FROM network_block
                    WHERE blocker_id = found.id AND blocked_id = %(me)s)
  GROUP BY id
  ORDER BY weight DESC, id LIMIT 4 * %(most)s  -- hardly any of them will be an employer
)
SELECT near.id, near.whys FROM near
JOIN network_person person ON person.id = near.id
WHERE person.kind <> 'employer' AND person.world_id = %(world)s
ORDER BY near.weight DESC, near.id LIMIT %(most)s
"""


def suggested(me, most=MOST):
    """People for `me`, each with `reasons`: (icon, sentence), the mutual connections apart.

    Never who is connected, invited or inviting as far as `me` sees it (C6), put aside, an
    employer, or beyond a block (B1).
    """
    whys = _candidates(me, most)
    people = Person.objects.others(me).for_cards(me).in_bulk(whys)
    found = []
    for pk, why in whys.items():
        if person := people.get(pk):
            person.reasons = list(reasons(why))
            found.append(person)
    return found


def reasons(why):
    """In words, the strongest first; the card itself says whom both know, and who follows me."""
    if "employer" in why:
        yield "building-2", _("You both work or worked at %(name)s") % {"name": why["employer"]}
    if "school" in why:
        yield "graduation-cap", _("You both studied at %(name)s") % {"name": why["school"]}
    if "group" in why:
        yield "users-round", _("You are both in the group %(name)s") % {"name": why["group"]}
    if "viewed" in why:
        yield "eye", _("Looked at your profile")


def _candidates(me, most):
    """Why each is suggested, by their keys, the strongest first."""
    numbers = {"me": me.pk, "world": me.world_id, "most": most} | WEIGHTS
    numbers |= {"pending": _pending(me), "no_places": list(NO_PLACES)}
    viewers = ProfileView.objects.seen_by(me).order_by("-pk").values_list("viewer", flat=True)
    numbers["viewers"] = list(viewers[:200])
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, numbers)
        return {pk: json.loads(whys) for pk, whys in cursor}


def _pending(me):
    sent = Invitation.objects.seen_pending_by(me).values_list("recipient", flat=True)
    received = Invitation.objects.awaiting(me).values_list("sender", flat=True)
    return list(sent.union(received))
