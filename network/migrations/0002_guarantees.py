"""What must hold between rows, said by the database itself (see ARCHITECTURE.md)."""

from django.db import migrations

# Ties inside one world only: every tie names its world, and both people must be of it (W1).
SEALED = [
    ("network_follow", "follower_id"),
    ("network_follow", "followed_id"),
    ("network_connection", "person_id"),
    ("network_connection", "other_id"),
    ("network_block", "blocker_id"),
    ("network_block", "blocked_id"),
    ("network_invitation", "sender_id"),
    ("network_invitation", "recipient_id"),
    ("network_post", "author_id"),
    ("network_event", "actor_id"),
    ("network_event", "target_id"),
]


def sealed(table, column):
    name = f"{table}_{column}_sealed"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (world_id, {column}) "
        "REFERENCES network_person (world_id, id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


# Both halves of a connection or none: each half refers to the other.
MIRRORED = """
ALTER TABLE network_connection ADD CONSTRAINT connection_mirrored
FOREIGN KEY (other_id, person_id) REFERENCES network_connection (person_id, other_id)
DEFERRABLE INITIALLY DEFERRED
"""

# An invitation that was answered, withdrawn or has lapsed never changes again (C5); what the
# sender still sees of it (retracted_at, reminders) is theirs.
ENDED_INVITATIONS = """
CREATE FUNCTION network_keep_ended_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an invitation that has ended never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_ended_for_good';
END $$;
CREATE TRIGGER invitation_ended_for_good BEFORE UPDATE ON network_invitation
FOR EACH ROW WHEN (
  OLD.status <> 'pending' AND
  (OLD.status, OLD.answered_at, OLD.sender_id, OLD.recipient_id, OLD.note, OLD.how, OLD.sent_at)
  IS DISTINCT FROM
  (NEW.status, NEW.answered_at, NEW.sender_id, NEW.recipient_id, NEW.note, NEW.how, NEW.sent_at)
) EXECUTE FUNCTION network_keep_ended_invitation();
"""

# Nothing stands between two people of whom one blocks the other (B1).
NOTHING_BESIDE_A_BLOCK = """
CREATE FUNCTION network_refuse_beside_block(one bigint, two bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM network_block WHERE (blocker_id, blocked_id) IN ((one, two), (two, one)))
    AND (
      EXISTS (SELECT FROM network_follow
              WHERE (follower_id, followed_id) IN ((one, two), (two, one)))
      OR EXISTS (SELECT FROM network_connection
                 WHERE (person_id, other_id) IN ((one, two), (two, one)))
      OR EXISTS (SELECT FROM network_invitation WHERE status = 'pending'
                 AND (sender_id, recipient_id) IN ((one, two), (two, one)))
    )
  THEN
    RAISE EXCEPTION 'one of the two blocks the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
END $$;
CREATE FUNCTION network_refuse_follow_beside_block() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM network_refuse_beside_block(NEW.follower_id, NEW.followed_id); RETURN NULL; END $$;
CREATE FUNCTION network_refuse_connection_beside_block() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM network_refuse_beside_block(NEW.person_id, NEW.other_id); RETURN NULL; END $$;
CREATE FUNCTION network_refuse_invitation_beside_block() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM network_refuse_beside_block(NEW.sender_id, NEW.recipient_id); RETURN NULL; END $$;
CREATE FUNCTION network_refuse_block_beside_tie() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM network_refuse_beside_block(NEW.blocker_id, NEW.blocked_id); RETURN NULL; END $$;
CREATE TRIGGER follow_beside_block AFTER INSERT OR UPDATE ON network_follow
  FOR EACH ROW EXECUTE FUNCTION network_refuse_follow_beside_block();
CREATE TRIGGER connection_beside_block AFTER INSERT OR UPDATE ON network_connection
  FOR EACH ROW EXECUTE FUNCTION network_refuse_connection_beside_block();
CREATE TRIGGER invitation_beside_block AFTER INSERT OR UPDATE ON network_invitation
  FOR EACH ROW WHEN (NEW.status = 'pending')
  EXECUTE FUNCTION network_refuse_invitation_beside_block();
CREATE TRIGGER block_beside_tie AFTER INSERT OR UPDATE ON network_block
  FOR EACH ROW EXECUTE FUNCTION network_refuse_block_beside_tie();
"""
NO_BLOCK_RULE = """
DROP TRIGGER follow_beside_block ON network_follow;
DROP TRIGGER connection_beside_block ON network_connection;
DROP TRIGGER invitation_beside_block ON network_invitation;
DROP TRIGGER block_beside_tie ON network_block;
DROP FUNCTION network_refuse_follow_beside_block, network_refuse_connection_beside_block,
  network_refuse_invitation_beside_block, network_refuse_block_beside_tie,
  network_refuse_beside_block;
"""

# A connection that says it comes from an invitation comes from an accepted one of these two.
FROM_ACCEPTED_INVITATION = """
CREATE FUNCTION network_refuse_invented_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM network_invitation WHERE id = NEW.invitation_id AND status = 'accepted'
    AND (sender_id, recipient_id)
        IN ((NEW.person_id, NEW.other_id), (NEW.other_id, NEW.person_id))
  ) THEN
    RAISE EXCEPTION 'no accepted invitation of these two'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'connection_from_accepted_invitation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER connection_from_accepted_invitation AFTER INSERT OR UPDATE ON network_connection
  FOR EACH ROW WHEN (NEW.invitation_id IS NOT NULL)
  EXECUTE FUNCTION network_refuse_invented_connection();
"""

# Events are append-only; only a deleted post is forgotten by what told of it.
APPEND_ONLY = """
CREATE FUNCTION network_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'event_append_only';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE ON network_event
FOR EACH ROW WHEN (
  NEW.post_id IS NOT NULL AND NEW.post_id IS DISTINCT FROM OLD.post_id OR
  (OLD.world_id, OLD.actor_id, OLD.verb, OLD.target_id, OLD.invitation_id, OLD.at)
  IS DISTINCT FROM
  (NEW.world_id, NEW.actor_id, NEW.verb, NEW.target_id, NEW.invitation_id, NEW.at)
) EXECUTE FUNCTION network_keep_event();
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]

    operations = [
        *[sealed(table, column) for table, column in SEALED],
        migrations.RunSQL(
            MIRRORED, "ALTER TABLE network_connection DROP CONSTRAINT connection_mirrored"
        ),
        migrations.RunSQL(
            ENDED_INVITATIONS,
            "DROP TRIGGER invitation_ended_for_good ON network_invitation;"
            "DROP FUNCTION network_keep_ended_invitation",
        ),
        migrations.RunSQL(NOTHING_BESIDE_A_BLOCK, NO_BLOCK_RULE),
        migrations.RunSQL(
            FROM_ACCEPTED_INVITATION,
            "DROP TRIGGER connection_from_accepted_invitation ON network_connection;"
            "DROP FUNCTION network_refuse_invented_connection",
        ),
        migrations.RunSQL(
            APPEND_ONLY,
            "DROP TRIGGER event_append_only ON network_event; DROP FUNCTION network_keep_event",
        ),
    ]
