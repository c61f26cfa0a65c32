"""What the answers of others change: read at the moment of deciding, in one query."""

from dataclasses import dataclass

from django.db import connection

MOVING = """
SELECT (SELECT status FROM network_invitation WHERE id = %(invitation)s),
  (SELECT json_object_agg(person.id, person.name ORDER BY person.id) FROM network_connection mine
   JOIN network_connection theirs ON theirs.other_id = mine.other_id
   JOIN network_person person ON person.id = mine.other_id
   WHERE mine.person_id = %(sender)s AND theirs.person_id = %(recipient)s),
  (SELECT json_agg(person.name ORDER BY mine.id) FROM network_connection mine
   JOIN network_person person ON person.id = mine.other_id
   WHERE mine.person_id = %(sender)s AND %(note)s <> ''),
  (SELECT count(*) FROM network_connection WHERE person_id = %(sender)s),
  (SELECT count(*) FROM network_invitation open
   JOIN network_world world ON world.id = open.world_id
   JOIN network_rules rules ON rules.world_id = world.id
   WHERE open.sender_id = %(sender)s AND open.retracted_at IS NULL AND (
     open.status = 'pending'
     OR open.sent_at > world.now - make_interval(days => rules.invitation_lapse_days) AND (
       open.status = 'unknown' OR open.status = 'declined'
       AND open.answered_at > world.now - make_interval(days => rules.reinvite_after_decline_days)
     )))
"""


@dataclass(frozen=True)
class Moving:
    status: str | None  # of the invitation; None when it is gone, or only a draft
    mutuals: dict[int, str]  # the names of those whom both know, by their keys
    known: list[str]  # the names of the sender's connections, as far as there is a note
    connections: int  # of the sender
    pending: int  # invitations of the sender, as they see them: a silent no looks pending (C6)

    @classmethod
    def of(cls, invitation):
        """An unsaved invitation is a draft."""
        fields = {
            "invitation": invitation.pk,
            "sender": invitation.sender_id,
            "recipient": invitation.recipient_id,
            "note": invitation.note,
        }
        with connection.cursor() as cursor:
            cursor.execute(MOVING, fields)
            status, mutuals, known, *counts = cursor.fetchone()
        mutuals = {int(pk): name for pk, name in (mutuals or {}).items()}
        return cls(status, mutuals, known or [], *counts)
