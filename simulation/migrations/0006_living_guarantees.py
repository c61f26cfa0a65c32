"""What must hold of what simulated people do by themselves, said by the database itself."""

from django.db import migrations

# Who is met, who comes and to whom are of the world in which it happens (W1).
SEALED = """
ALTER TABLE simulation_due ADD CONSTRAINT simulation_due_other_id_sealed
FOREIGN KEY (world_id, other_id) REFERENCES network_person (world_id, id)
DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE simulation_approach ADD CONSTRAINT simulation_approach_person_id_sealed
FOREIGN KEY (world_id, person_id) REFERENCES network_person (world_id, id)
DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE simulation_approach ADD CONSTRAINT simulation_approach_learner_id_sealed
FOREIGN KEY (world_id, learner_id) REFERENCES network_person (world_id, id)
DEFERRABLE INITIALLY DEFERRED;
"""
UNSEALED = """
ALTER TABLE simulation_due DROP CONSTRAINT simulation_due_other_id_sealed;
ALTER TABLE simulation_approach DROP CONSTRAINT simulation_approach_person_id_sealed;
ALTER TABLE simulation_approach DROP CONSTRAINT simulation_approach_learner_id_sealed;
"""

# An approach is what somebody simulated sent to a learner; what it is worth never changes.
APPROACHES = """
CREATE FUNCTION simulation_refuse_approach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.label, NEW.cues, NEW.at, NEW.person_id, NEW.learner_id,
       NEW.invitation_id, NEW.message_id)
     IS DISTINCT FROM (OLD.label, OLD.cues, OLD.at, OLD.person_id, OLD.learner_id,
       OLD.invitation_id, OLD.message_id) THEN
    RAISE EXCEPTION 'an approach never changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approach_never_changes';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT FROM network_person person, network_person learner
    WHERE person.id = NEW.person_id AND person.kind = 'persona'
    AND learner.id = NEW.learner_id AND learner.kind = 'learner'
    AND (EXISTS (SELECT FROM network_invitation WHERE id = NEW.invitation_id
                 AND sender_id = NEW.person_id AND recipient_id = NEW.learner_id)
         OR EXISTS (SELECT FROM network_message WHERE id = NEW.message_id
                    AND author_id = NEW.person_id AND reader_id = NEW.learner_id))
  ) THEN
    RAISE EXCEPTION 'an approach is what somebody simulated sent to a learner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approach_of_its_two';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approach_of_its_two BEFORE INSERT OR UPDATE ON simulation_approach
FOR EACH ROW EXECUTE FUNCTION simulation_refuse_approach();
"""


class Migration(migrations.Migration):
    dependencies = [("simulation", "0005_living")]

    operations = [
        migrations.RunSQL(SEALED, UNSEALED),
        migrations.RunSQL(
            APPROACHES,
            "DROP TRIGGER approach_of_its_two ON simulation_approach;"
            "DROP FUNCTION simulation_refuse_approach",
        ),
    ]
