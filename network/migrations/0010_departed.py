from django.conf import settings
from django.db import migrations, models

# What was written stays as it is; only its reader may become somebody who has left.
KEPT = """
CREATE OR REPLACE FUNCTION network_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.invitation_id IS NULL
    AND (OLD.id, OLD.world_id, OLD.author_id, OLD.text, OLD.at, OLD.written_at, OLD.key)
      = (NEW.id, NEW.world_id, NEW.author_id, NEW.text, NEW.at, NEW.written_at, NEW.key)
    AND EXISTS (SELECT FROM network_person WHERE id = NEW.reader_id AND kind = 'departed')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'messages never change'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'message_never_changes';
END $$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION network_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'messages never change'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'message_never_changes';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0009_mute_and_report"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="person", name="person_learner_has_user"),
        migrations.AlterField(
            model_name="person",
            name="kind",
            field=models.CharField(
                choices=[
                    ("learner", "Learner"),
                    ("persona", "Simulated person"),
                    ("employer", "Employer"),
                    ("departed", "Somebody who left"),
                ],
                default="persona",
                max_length=8,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "learner"), ("user__isnull", False)),
                    models.Q(
                        ("kind__in", ["persona", "employer", "departed"]), ("user__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="person_learner_has_user",
                violation_error_message="A learner needs a user; nobody else has one.",
            ),
        ),
        migrations.RunSQL(KEPT, BEFORE),
    ]
