"""Endorsements and recommendations, and what the database holds of their rules (E1, B1, W1)."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


PERSON = "network_person (world_id, id)"
SEALED = [
    ("network_endorsement", "world_id, endorser_id", PERSON),
    ("network_endorsement", "world_id, person_id", PERSON),
    ("network_endorsement", "person_id, skill_id", "network_skill (person_id, id)"),
    ("network_recommendation", "world_id, author_id", PERSON),
    ("network_recommendation", "world_id, recipient_id", PERSON),
]


def sealed(table, columns, target):
    name = f"{table}_{columns.split(', ')[1]}_sealed"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns}) "
        f"REFERENCES {target} DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


# Given to a connection, by a person and not by an employer (E1); the two may part later.
OF_A_CONNECTION = """
CREATE FUNCTION network_refuse_gift_of_a_stranger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM network_connection tie
    JOIN network_person one ON one.id = tie.person_id
    JOIN network_person other ON other.id = tie.other_id
    WHERE tie.person_id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
      AND tie.other_id = (to_jsonb(NEW) ->> TG_ARGV[1])::bigint
      AND 'employer' NOT IN (one.kind, other.kind)
  ) THEN
    RAISE EXCEPTION 'the two are not connected people'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER endorsement_of_a_connection AFTER INSERT OR UPDATE ON network_endorsement
  FOR EACH ROW EXECUTE FUNCTION network_refuse_gift_of_a_stranger('endorser_id', 'person_id');
CREATE TRIGGER recommendation_of_a_connection AFTER INSERT OR UPDATE OF revision
  ON network_recommendation
  FOR EACH ROW EXECUTE FUNCTION network_refuse_gift_of_a_stranger('author_id', 'recipient_id');
"""

# Each writing is a new revision, which its recipient has to accept again; a silent no stays one.
# Everything else leaves the text alone.
STEPS = """
CREATE FUNCTION network_refuse_recommendation_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'not a step that a recommendation can take'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER recommendation_goes_step_by_step BEFORE UPDATE ON network_recommendation
FOR EACH ROW WHEN (NOT (
  (OLD.world_id, OLD.author_id, OLD.recipient_id)
    = (NEW.world_id, NEW.author_id, NEW.recipient_id)
  AND CASE NEW.revision - OLD.revision
    WHEN 1 THEN NEW.status = CASE OLD.status WHEN 'declined' THEN 'declined' ELSE 'written' END
    WHEN 0 THEN
      (OLD.text, OLD.relationship, OLD.place) = (NEW.text, NEW.relationship, NEW.place)
      AND (OLD.status, NEW.status) IN (
        ('requested', 'passed'),
        ('written', 'shown'), ('written', 'returned'), ('written', 'declined'),
        ('returned', 'shown'), ('declined', 'returned'),
        ('shown', 'hidden'), ('hidden', 'shown')
      )
    ELSE false END
)) EXECUTE FUNCTION network_refuse_recommendation_step();
"""

# Nothing of the kind stands beside a block (B1), whichever of the two comes first.
BESIDE_A_BLOCK = """
CREATE FUNCTION network_refuse_{table}_beside_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fresh JOIN network_block
    ON (blocker_id, blocked_id) IN (({one}, {two}), ({two}, {one}))
  ) THEN
    RAISE EXCEPTION 'one of the two blocks the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION network_refuse_block_beside_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH pairs (one, two) AS (
      SELECT blocker_id, blocked_id FROM fresh UNION ALL SELECT blocked_id, blocker_id FROM fresh
    )
    SELECT FROM pairs JOIN network_{table} ON ({one}, {two}) = (one, two)
  ) THEN
    RAISE EXCEPTION 'something stands between the two'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER {name}_{event} AFTER {event} ON network_{table}
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION network_refuse_{name}();
"""


def beside_a_block(table, one, two):
    create, drop = BESIDE_A_BLOCK.format(table=table, one=one, two=two), ""
    for name, on in [(f"{table}_beside_block", table), (f"block_beside_{table}", "block")]:
        for event in ("INSERT", "UPDATE"):
            create += TRIGGER.format(name=name, event=event, table=on)
        drop += f"DROP FUNCTION network_refuse_{name} CASCADE;"
    return migrations.RunSQL(create, drop)


# Events are append-only; what was taken back is forgotten by what told of it.
KEPT = """
CREATE FUNCTION network_keep_gift_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER event_keeps_its_gift BEFORE UPDATE ON network_event
FOR EACH ROW WHEN (
  NEW.endorsement_id IS NOT NULL AND NEW.endorsement_id IS DISTINCT FROM OLD.endorsement_id
  OR NEW.recommendation_id IS NOT NULL
     AND NEW.recommendation_id IS DISTINCT FROM OLD.recommendation_id
) EXECUTE FUNCTION network_keep_gift_of_event();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0010_departed"),
    ]

    operations = [
        migrations.CreateModel(
            name="Endorsement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(help_text="World time", verbose_name="when")),
            ],
            options={
                "verbose_name": "endorsement",
                "verbose_name_plural": "endorsements",
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "Asked for"),
                            ("passed", "Asked for, not now"),
                            ("written", "Waits for an answer"),
                            ("returned", "A change is asked for"),
                            ("declined", "Declined"),
                            ("shown", "On the profile"),
                            ("hidden", "Hidden"),
                        ],
                        default="written",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "relationship",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("together", "We worked together"),
                            ("managed", "I managed them"),
                            ("reported", "I reported to them"),
                            ("studied", "We studied together"),
                            ("client", "I was their client"),
                            ("other", "Another way"),
                        ],
                        max_length=8,
                        verbose_name="how they know each other",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="where")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Of the recipient, who asks for it or for a change.",
                        verbose_name="note",
                    ),
                ),
                (
                    "revision",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="How often its author has written it.",
                        verbose_name="revision",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        help_text="World time of the last step", verbose_name="since"
                    ),
                ),
            ],
            options={
                "verbose_name": "recommendation",
                "verbose_name_plural": "recommendations",
            },
        ),
        migrations.AddField(
            model_name="rules",
            name="recommendation_length",
            field=models.PositiveSmallIntegerField(
                default=2000,
                help_text="E1, our decision",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(20000),
                ],
                verbose_name="characters of a recommendation",
            ),
        ),
        migrations.AddConstraint(
            model_name="skill",
            constraint=models.UniqueConstraint(fields=("person", "id"), name="skill_person_key"),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="endorser",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="endorsements_given",
                to="network.person",
                verbose_name="endorser",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="endorsements",
                to="network.person",
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="skill",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="endorsements",
                to="network.skill",
                verbose_name="skill",
            ),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="world",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="network.world",
                verbose_name="world",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="endorsement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="events",
                to="network.endorsement",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="author",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="recommendations_given",
                to="network.person",
                verbose_name="author",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="recipient",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="recommendations",
                to="network.person",
                verbose_name="recipient",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="world",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="network.world",
                verbose_name="world",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="recommendation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="events",
                to="network.recommendation",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.UniqueConstraint(
                fields=("endorser", "skill"), name="endorsement_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.CheckConstraint(
                condition=models.Q(("endorser", models.F("person")), _negated=True),
                name="endorsement_not_of_oneself",
            ),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["recipient", "-id"], name="recommendation_by_recipient"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["author", "-id"], name="recommendation_by_author"),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                fields=("author", "recipient"), name="recommendation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("author", models.F("recipient")), _negated=True),
                name="recommendation_not_of_oneself",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("relationship", ""),
                        ("revision", 0),
                        ("status__in", ["requested", "passed"]),
                        ("text", ""),
                    ),
                    models.Q(
                        ("status__in", ["written", "returned", "declined", "shown", "hidden"]),
                        (
                            "relationship__in",
                            ["together", "managed", "reported", "studied", "client", "other"],
                        ),
                        ("revision__gt", 0),
                        models.Q(("text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="recommendation_written_unless_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "returned"), _negated=True),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="recommendation_return_says_why",
            ),
        ),
        *[sealed(*key) for key in SEALED],
        migrations.RunSQL(
            OF_A_CONNECTION, "DROP FUNCTION network_refuse_gift_of_a_stranger CASCADE"
        ),
        migrations.RunSQL(STEPS, "DROP FUNCTION network_refuse_recommendation_step CASCADE"),
        beside_a_block("endorsement", "endorser_id", "person_id"),
        beside_a_block("recommendation", "author_id", "recipient_id"),
        migrations.RunSQL(KEPT, "DROP FUNCTION network_keep_gift_of_event CASCADE"),
    ]
