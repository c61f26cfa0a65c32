"""What must hold of bets and debriefs, said by the database itself (see ARCHITECTURE.md)."""

from django.db import migrations

# A bet stands once the answer can be known, and is about somebody who can explain it.
PREDICTIONS = """
CREATE FUNCTION simulation_refuse_prediction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM network_invitation invitation
    JOIN network_person recipient ON recipient.id = invitation.recipient_id
    WHERE invitation.id = NEW.invitation_id AND recipient.kind = 'persona'
    AND invitation.status <> 'accepted'
    AND NOT EXISTS (SELECT FROM simulation_debrief WHERE invitation_id = invitation.id)
  ) THEN
    RAISE EXCEPTION 'a bet comes before its debrief'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'prediction_before_debrief';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prediction_before_debrief BEFORE INSERT OR UPDATE ON simulation_prediction
FOR EACH ROW EXECUTE FUNCTION simulation_refuse_prediction();
"""

# A debrief explains a decision that there is, and stays open.
DEBRIEFS = """
CREATE FUNCTION simulation_refuse_debrief() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR NOT EXISTS (
    SELECT FROM simulation_decision decision
    WHERE decision.invitation_id = NEW.invitation_id AND decision.at <= NEW.at
  ) THEN
    RAISE EXCEPTION 'a debrief comes after a decision, and never changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'debrief_of_a_decision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER debrief_of_a_decision BEFORE INSERT OR UPDATE ON simulation_debrief
FOR EACH ROW EXECUTE FUNCTION simulation_refuse_debrief();
"""


class Migration(migrations.Migration):
    dependencies = [("simulation", "0003_bets_and_debriefs")]

    operations = [
        migrations.RunSQL(
            PREDICTIONS,
            "DROP TRIGGER prediction_before_debrief ON simulation_prediction;"
            "DROP FUNCTION simulation_refuse_prediction",
        ),
        migrations.RunSQL(
            DEBRIEFS,
            "DROP TRIGGER debrief_of_a_decision ON simulation_debrief;"
            "DROP FUNCTION simulation_refuse_debrief",
        ),
    ]
