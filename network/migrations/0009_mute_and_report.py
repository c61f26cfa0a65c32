import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


SEALED = [
    ("network_mute", "muter_id"),
    ("network_mute", "muted_id"),
    ("network_report", "reporter_id"),
    ("network_report", "about_id"),
]


def sealed(table, column):
    """Inside one world only, as in migration 0002 (W1)."""
    name = f"{table}_{column}_sealed"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (world_id, {column}) "
        "REFERENCES network_person (world_id, id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


# Nobody mutes beside a block either (B1), as in migration 0002.
BESIDE_A_BLOCK = """
CREATE FUNCTION network_refuse_mute_beside_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fresh JOIN network_block
    ON blocker_id = muter_id AND blocked_id = muted_id
  ) OR EXISTS (
    SELECT FROM fresh JOIN network_block
    ON blocker_id = muted_id AND blocked_id = muter_id
  ) THEN
    RAISE EXCEPTION 'one of the two blocks the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION network_refuse_block_beside_mute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fresh JOIN network_mute
    ON muter_id = blocker_id AND muted_id = blocked_id
  ) OR EXISTS (
    SELECT FROM fresh JOIN network_mute
    ON muter_id = blocked_id AND muted_id = blocker_id
  ) THEN
    RAISE EXCEPTION 'one of the two mutes the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_beside_a_block';
  END IF;
  RETURN NULL;
END $$;
"""
TRIGGER = """
CREATE TRIGGER {name}_{event} AFTER {event} ON {table}
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION {function}();
"""


def beside_a_block():
    create, drop = BESIDE_A_BLOCK, ""
    for table, name, function in [
        ("network_mute", "mute_beside_block", "network_refuse_mute_beside_block"),
        ("network_block", "block_beside_mute", "network_refuse_block_beside_mute"),
    ]:
        for event in ("insert", "update"):
            create += TRIGGER.format(name=name, event=event, table=table, function=function)
        drop += f"DROP FUNCTION {function} CASCADE;"
    return migrations.RunSQL(create, drop)


# What is reported is of the person whom the report is about; a message was written to the reporter.
ABOUT_ITS_AUTHOR = """
CREATE FUNCTION network_refuse_stray_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM network_post WHERE id = NEW.post_id AND author_id <> NEW.about_id)
  OR EXISTS (SELECT FROM network_comment WHERE id = NEW.comment_id AND author_id <> NEW.about_id)
  OR EXISTS (
    SELECT FROM network_message WHERE id = NEW.message_id
    AND (author_id, reader_id) <> (NEW.about_id, NEW.reporter_id)
  ) THEN
    RAISE EXCEPTION 'reported is what somebody else wrote'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'report_about_the_author';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_about_the_author AFTER INSERT OR UPDATE ON network_report
  FOR EACH ROW EXECUTE FUNCTION network_refuse_stray_report();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0008_groups"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(help_text="World time", verbose_name="since")),
                (
                    "muted",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="muted_by",
                        to="network.person",
                        verbose_name="muted",
                    ),
                ),
                (
                    "muter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mutes",
                        to="network.person",
                        verbose_name="muter",
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
                "verbose_name": "mute",
                "verbose_name_plural": "mutes",
                "constraints": [
                    models.UniqueConstraint(fields=("muter", "muted"), name="mute_once"),
                    models.CheckConstraint(
                        condition=models.Q(("muter", models.F("muted")), _negated=True),
                        name="mute_not_oneself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("post", "Post"),
                            ("comment", "Comment"),
                            ("message", "Message"),
                        ],
                        max_length=7,
                        verbose_name="what",
                    ),
                ),
                ("content", models.TextField(blank=True, verbose_name="what it said then")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("rude", "Insults, threats or pressure"),
                            ("spam", "Advertising, or the same thing again and again"),
                            ("false", "Untrue, or pretends to be somebody else"),
                            ("fraud", "Asks for money, passwords or personal data"),
                            ("private", "Shows something private about somebody"),
                            ("other", "Something else"),
                        ],
                        max_length=7,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="what the reporter says")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="reported (real time)",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("dismissed", "Dismissed"),
                            ("acted", "Acted on"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided (real time)"),
                ),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reported_in",
                        to="network.person",
                        verbose_name="about",
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="network.comment",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="network.message",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="network.post",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="network.person",
                        verbose_name="reported by",
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
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["-id"], name="report_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reporter", models.F("about")), _negated=True),
                        name="report_not_of_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "post"), ("post", None), _connector="OR"),
                            models.Q(("kind", "comment"), ("comment", None), _connector="OR"),
                            models.Q(("kind", "message"), ("message", None), _connector="OR"),
                        ),
                        name="report_has_one_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["person", "post", "comment", "message"]),
                            ("reason__in", ["rude", "spam", "false", "fraud", "private", "other"]),
                        ),
                        name="report_choices_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("state", "open")),
                            models.Q(
                                ("decided_at__isnull", False), ("state__in", ["dismissed", "acted"])
                            ),
                            _connector="OR",
                        ),
                        name="report_decided_unless_open",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "person"), ("state", "open")),
                        fields=("reporter", "about"),
                        name="report_once_of_a_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "post"), ("state", "open")),
                        fields=("reporter", "post"),
                        name="report_once_of_a_post",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "comment"), ("state", "open")),
                        fields=("reporter", "comment"),
                        name="report_once_of_a_comment",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "message"), ("state", "open")),
                        fields=("reporter", "message"),
                        name="report_once_of_a_message",
                    ),
                ],
            },
        ),
        *[sealed(*one) for one in SEALED],
        beside_a_block(),
        migrations.RunSQL(
            ABOUT_ITS_AUTHOR,
            "DROP TRIGGER report_about_the_author ON network_report;"
            "DROP FUNCTION network_refuse_stray_report",
        ),
    ]
