from django.db import migrations, models


# As in 0010_departed; what it congratulates on stays too.
KEPT = """
CREATE OR REPLACE FUNCTION network_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.invitation_id IS NULL
    AND (OLD.id, OLD.world_id, OLD.author_id, OLD.text, OLD.occasion, OLD.at, OLD.written_at,
         OLD.key)
      = (NEW.id, NEW.world_id, NEW.author_id, NEW.text, NEW.occasion, NEW.at, NEW.written_at,
         NEW.key)
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


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0015_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="occasion",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                help_text="The job or school of its reader; see models/occasion.py.",
                max_length=40,
                verbose_name="congratulates on",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("occasion", ""), _negated=True),
                fields=("author", "occasion"),
                name="message_congratulates_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("occasion", ""),
                    models.Q(
                        ("invitation", None),
                        ("occasion__regex", "^(job|school)-[0-9]+$|^year-[0-9]+-[0-9]+$"),
                    ),
                    _connector="OR",
                ),
                name="message_occasion_is_known",
            ),
        ),
        migrations.RunSQL(KEPT, BEFORE),
    ]
