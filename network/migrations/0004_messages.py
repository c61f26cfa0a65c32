import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import uuid
from django.db import migrations, models

SEALED = [
    ("network_conversation", "person_id"),
    ("network_conversation", "other_id"),
    ("network_message", "author_id"),
    ("network_message", "reader_id"),
]


def constraint(table, name, definition):
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition} DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


def sealed(table, column):
    """Inside one world only, as in migration 0002 (W1)."""
    key = f"FOREIGN KEY (world_id, {column}) REFERENCES network_person (world_id, id)"
    return constraint(table, f"{table}_{column}_sealed", key)


# Both sides of a conversation or none, as with connections; so there is one for a pair, and who
# writes is one of its two.
MIRRORED = "FOREIGN KEY (other_id, person_id) REFERENCES network_conversation (person_id, other_id)"
IN_CONVERSATION = (
    "FOREIGN KEY (author_id, reader_id) REFERENCES network_conversation (person_id, other_id)"
)

# What was written stays as it is, and what answers an invitation goes from its recipient to its
# sender.
KEPT = """
CREATE FUNCTION network_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'messages never change'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'message_never_changes';
END $$;
CREATE TRIGGER message_never_changes BEFORE UPDATE ON network_message
  FOR EACH ROW EXECUTE FUNCTION network_keep_message();
"""
ANSWERS = """
CREATE FUNCTION network_refuse_stray_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM network_invitation WHERE id = NEW.invitation_id
    AND (recipient_id, sender_id) = (NEW.author_id, NEW.reader_id)
  ) THEN
    RAISE EXCEPTION 'not an invitation of the reader to the author'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'message_answers_its_invitation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER message_answers_its_invitation AFTER INSERT ON network_message
  FOR EACH ROW WHEN (NEW.invitation_id IS NOT NULL)
  EXECUTE FUNCTION network_refuse_stray_answer();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_taking_part"),
    ]

    operations = [
        migrations.AddField(
            model_name="rules",
            name="message_length",
            field=models.PositiveSmallIntegerField(
                default=2000,
                help_text="E2, our decision",
                validators=[django.core.validators.MaxValueValidator(20000)],
                verbose_name="characters of a message",
            ),
        ),
        migrations.AddField(
            model_name="rules",
            name="messages_per_minute",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="E2, our decision",
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="messages a learner may write in a minute of real time",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(
                choices=[
                    ("joined", "joined"),
                    ("followed", "followed"),
                    ("unfollowed", "unfollowed"),
                    ("invited", "invited"),
                    ("reminded", "reminded"),
                    ("accepted", "accepted the invitation of"),
                    ("declined", "declined the invitation of"),
                    ("unknown", "said they do not know"),
                    ("withdrew", "withdrew the invitation to"),
                    ("disconnected", "removed the connection with"),
                    ("blocked", "blocked"),
                    ("unblocked", "unblocked"),
                    ("messaged", "wrote to"),
                    ("posted", "posted"),
                    ("edited", "edited a post"),
                    ("deleted", "deleted a post"),
                    ("reacted", "reacted to a post of"),
                    ("unreacted", "took back a reaction to a post of"),
                    ("commented", "commented on a post of"),
                    ("replied", "answered a comment of"),
                    ("reworded", "edited a comment"),
                    ("struck", "deleted a comment"),
                    ("saved", "saved a post"),
                ],
                max_length=12,
                verbose_name="did",
            ),
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("at", models.DateTimeField(help_text="World time", verbose_name="written")),
                (
                    "written_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="written (real time)",
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages_written",
                        to="network.person",
                        verbose_name="author",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Written by its recipient, who has not accepted it (E2).",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="network.invitation",
                        verbose_name="answers the invitation",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages_received",
                        to="network.person",
                        verbose_name="reader",
                    ),
                ),
                (
                    "world",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="network.world",
                        verbose_name="world",
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heard", models.BigIntegerField(default=0, editable=False)),
                ("read_up_to", models.BigIntegerField(default=0, editable=False)),
                ("archived_up_to", models.BigIntegerField(default=0, editable=False)),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.person",
                        verbose_name="other person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conversations",
                        to="network.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "world",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="network.world",
                        verbose_name="world",
                    ),
                ),
                (
                    "newest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.message",
                        verbose_name="last message",
                    ),
                ),
            ],
            options={
                "verbose_name": "conversation",
                "verbose_name_plural": "conversations",
            },
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                django.db.models.functions.comparison.Least("author", "reader"),
                django.db.models.functions.comparison.Greatest("author", "reader"),
                models.OrderBy(models.F("id"), descending=True),
                name="message_by_pair",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["author", "-id"], name="message_by_author"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("author", "key"), name="message_form_sent_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="message_says_something"
            ),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["person", "-newest"], name="conversation_by_newest"),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=models.Q(("heard__gt", models.F("read_up_to"))),
                fields=["person"],
                name="conversation_unread",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(
                fields=("person", "other"), name="conversation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("other")), _negated=True),
                name="conversation_not_with_oneself",
            ),
        ),
        *[sealed(table, column) for table, column in SEALED],
        constraint("network_conversation", "conversation_mirrored", MIRRORED),
        constraint("network_message", "message_in_conversation", IN_CONVERSATION),
        migrations.RunSQL(
            KEPT,
            "DROP TRIGGER message_never_changes ON network_message;"
            "DROP FUNCTION network_keep_message",
        ),
        migrations.RunSQL(
            ANSWERS,
            "DROP TRIGGER message_answers_its_invitation ON network_message;"
            "DROP FUNCTION network_refuse_stray_answer",
        ),
    ]
