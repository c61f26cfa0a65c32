"""What must hold between rows, said by the database itself (see ARCHITECTURE.md)."""

from django.db import migrations

# Who is to do something is of the world in which it is to be done (W1).
SEALED = """
ALTER TABLE simulation_due ADD CONSTRAINT simulation_due_person_id_sealed
FOREIGN KEY (world_id, person_id) REFERENCES network_person (world_id, id)
DEFERRABLE INITIALLY DEFERRED
"""

# An event is put down as unnoticed with the event itself, and goes with it.
UNNOTICED = """
ALTER TABLE simulation_unnoticed ADD CONSTRAINT simulation_unnoticed_event
FOREIGN KEY (event_id) REFERENCES network_event (id) ON DELETE CASCADE;
CREATE FUNCTION simulation_put_down_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO simulation_unnoticed (event_id, world_id) SELECT id, world_id FROM fresh;
  RETURN NULL;
END $$;
CREATE TRIGGER event_unnoticed AFTER INSERT ON network_event
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION simulation_put_down_event();
INSERT INTO simulation_unnoticed (event_id, world_id)
SELECT event.id, event.world_id FROM network_event event
JOIN network_invitation invitation ON invitation.id = event.invitation_id
WHERE event.verb = 'invited' AND invitation.status = 'pending';
"""

# A decision says what became of its invitation, when it is made, and never changes afterwards.
DECISIONS = """
CREATE FUNCTION simulation_refuse_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a decision never changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_never_changes';
  END IF;
  IF NOT EXISTS (
    SELECT FROM network_invitation invitation
    JOIN network_person recipient ON recipient.id = invitation.recipient_id
    WHERE invitation.id = NEW.invitation_id AND recipient.kind = 'persona'
    AND invitation.status = CASE NEW.outcome
      WHEN 'accept' THEN 'accepted' WHEN 'accept_and_reply' THEN 'accepted'
      WHEN 'decline' THEN 'declined' WHEN 'unknown' THEN 'unknown' ELSE 'pending' END
  ) THEN
    RAISE EXCEPTION 'the invitation did not end so'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_of_its_invitation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_of_its_invitation BEFORE INSERT OR UPDATE ON simulation_decision
FOR EACH ROW EXECUTE FUNCTION simulation_refuse_decision();
"""

# Only simulated people have a persona: learners decide by themselves, employers are followed.
PERSONAS = """
CREATE FUNCTION simulation_refuse_persona() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM network_person WHERE id = NEW.person_id AND kind = 'persona'
  ) THEN
    RAISE EXCEPTION 'only simulated people have a persona'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'persona_is_simulated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER persona_is_simulated BEFORE INSERT OR UPDATE ON simulation_persona
FOR EACH ROW EXECUTE FUNCTION simulation_refuse_persona();
"""


class Migration(migrations.Migration):
    dependencies = [("simulation", "0001_personas_and_agenda")]

    operations = [
        migrations.RunSQL(
            SEALED, "ALTER TABLE simulation_due DROP CONSTRAINT simulation_due_person_id_sealed"
        ),
        migrations.RunSQL(
            UNNOTICED,
            "DROP TRIGGER event_unnoticed ON network_event;"
            "DROP FUNCTION simulation_put_down_event;"
            "ALTER TABLE simulation_unnoticed DROP CONSTRAINT simulation_unnoticed_event",
        ),
        migrations.RunSQL(
            DECISIONS,
            "DROP TRIGGER decision_of_its_invitation ON simulation_decision;"
            "DROP FUNCTION simulation_refuse_decision",
        ),
        migrations.RunSQL(
            PERSONAS,
            "DROP TRIGGER persona_is_simulated ON simulation_persona;"
            "DROP FUNCTION simulation_refuse_persona",
        ),
    ]
