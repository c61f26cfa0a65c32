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

# Nothing stands between two people of whom one blocks the other (B1). A statement's new rows are
# checked together, so that loading a world stays quick.
BESIDE_A_BLOCK = """
CREATE FUNCTION network_refuse_{table}_beside_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fresh JOIN network_block
    ON blocker_id = {one} AND blocked_id = {two} {condition}
  ) OR EXISTS (
    SELECT FROM fresh JOIN network_block
    ON blocker_id = {two} AND blocked_id = {one} {condition}
  ) THEN
    RAISE EXCEPTION 'one of the two blocks the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
"""
BLOCK_BESIDE_A_TIE = """
CREATE FUNCTION network_refuse_block_beside_tie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH pairs (one, two) AS (
      SELECT blocker_id, blocked_id FROM fresh UNION ALL SELECT blocked_id, blocker_id FROM fresh
    )
    SELECT FROM pairs JOIN network_follow ON (follower_id, followed_id) = (one, two)
    UNION ALL
    SELECT FROM pairs JOIN network_connection ON (person_id, other_id) = (one, two)
    UNION ALL
    SELECT FROM pairs JOIN network_invitation ON (sender_id, recipient_id) = (one, two)
    WHERE status = 'pending'
  ) THEN
    RAISE EXCEPTION 'something stands between the two'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER {table}_beside_block_{event} AFTER {event} ON network_{table}
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION {function}();
"""


def beside_a_block():
    tied = [
        ("follow", "follower_id", "followed_id", ""),
        ("connection", "person_id", "other_id", ""),
        ("invitation", "sender_id", "recipient_id", "AND status = 'pending'"),
    ]
    functions = {"block": "network_refuse_block_beside_tie"}
    create = BLOCK_BESIDE_A_TIE
    for table, one, two, condition in tied:
        create += BESIDE_A_BLOCK.format(table=table, one=one, two=two, condition=condition)
        functions[table] = f"network_refuse_{table}_beside_block"
    drop = ""
    for table, function in functions.items():
        for event in ("INSERT", "UPDATE"):
            create += TRIGGER.format(table=table, event=event, function=function)
        drop += f"DROP FUNCTION {function} CASCADE;"
    return migrations.RunSQL(create, drop)


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
        beside_a_block(),
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
