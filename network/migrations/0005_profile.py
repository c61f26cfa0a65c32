"""Profiles whole: choices of one's own, recruiters, who viewed whom, and lines entered once."""

import django.contrib.postgres.functions
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

import network.models.event

SEALED = """
ALTER TABLE network_profileview ADD CONSTRAINT network_profileview_{column}_sealed
FOREIGN KEY (world_id, {column}) REFERENCES network_person (world_id, id)
DEFERRABLE INITIALLY DEFERRED
"""


def sealed(column):
    return migrations.RunSQL(
        SEALED.format(column=column),
        f"ALTER TABLE network_profileview DROP CONSTRAINT network_profileview_{column}_sealed",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0004_messages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProfileView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "day",
                    models.IntegerField(
                        help_text="Of the world: 1 is the day it starts.", verbose_name="day"
                    ),
                ),
                ("at", models.DateTimeField(help_text="World time", verbose_name="when")),
            ],
            options={
                "verbose_name": "profile view",
                "verbose_name_plural": "profile views",
            },
        ),
        migrations.AddField(
            model_name="education",
            name="key",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
            ),
        ),
        migrations.AddField(
            model_name="experience",
            name="key",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="avatar_seed",
            field=models.CharField(
                blank=True,
                help_text="What the picture is drawn from; the handle when empty.",
                max_length=64,
                verbose_name="chosen face",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="connections_shown_to",
            field=models.CharField(
                choices=[
                    ("everybody", "Everybody who sees me"),
                    ("connections", "My connections only"),
                    ("nobody", "Nobody but me"),
                ],
                default="everybody",
                max_length=11,
                verbose_name="who may see the connections",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="follow_first",
            field=models.BooleanField(
                default=False,
                help_text="As influencers do (I1).",
                verbose_name="offers Follow first",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="followers_from",
            field=models.CharField(
                choices=[("everybody", "Everybody"), ("connections", "My connections only")],
                default="everybody",
                max_length=11,
                verbose_name="who may follow",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="is_recruiter",
            field=models.BooleanField(
                default=False,
                help_text="Sees who is open to work for recruiters only.",
                verbose_name="recruiter",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="open_to_work",
            field=models.CharField(
                choices=[
                    ("nobody", "Nobody"),
                    ("everybody", "Everybody"),
                    ("recruiters", "Recruiters only"),
                ],
                default="nobody",
                max_length=10,
                verbose_name="open to work, seen by",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="private_viewing",
            field=models.BooleanField(
                default=False,
                help_text="Leaves no trace on profiles, and sees no viewers of their own.",
                verbose_name="views in private",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(
                choices=network.models.event.verbs, max_length=12, verbose_name="did"
            ),
        ),
        migrations.AddConstraint(
            model_name="education",
            constraint=models.UniqueConstraint(
                fields=("person", "key"), name="education_form_sent_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="experience",
            constraint=models.UniqueConstraint(
                fields=("person", "key"), name="experience_form_sent_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_recruiter", False), ("kind", "persona"), _connector="OR"),
                name="person_recruiter_is_simulated",
                violation_error_message="Only simulated people can be recruiters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("open_to_work__in", ["nobody", "everybody", "recruiters"]),
                    ("followers_from__in", ["everybody", "connections"]),
                    ("connections_shown_to__in", ["everybody", "connections", "nobody"]),
                ),
                name="person_choices_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("avatar_seed", ""),
                    ("avatar_seed__regex", "^[a-z0-9]+(-[a-z0-9]+)*$"),
                    _connector="OR",
                ),
                name="person_face_is_plain",
                violation_error_message="A face is named with a–z, 0–9 and single hyphens.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "employer"), _negated=True),
                    ("open_to_work", "nobody"),
                    _connector="OR",
                ),
                name="person_employer_seeks_no_work",
                violation_error_message="An employer cannot be open to work.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("followers_from", "everybody"),
                    models.Q(
                        models.Q(("kind", "employer"), _negated=True),
                        ("follow_first", False),
                        ("is_influencer", False),
                    ),
                    _connector="OR",
                ),
                name="person_follow_first_can_be_followed",
                violation_error_message="Employers, influencers and those who offer Follow first can be followed by everybody. Change one of the two.",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="viewed",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="viewings",
                to="network.person",
                verbose_name="viewed",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="viewer",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="views",
                to="network.person",
                verbose_name="viewer",
            ),
        ),
        migrations.AddField(
            model_name="profileview",
            name="world",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="network.world",
                verbose_name="world",
            ),
        ),
        migrations.AddIndex(
            model_name="profileview",
            index=models.Index(fields=["viewed", "-id"], name="profile_view_by_viewed"),
        ),
        migrations.AddConstraint(
            model_name="profileview",
            constraint=models.UniqueConstraint(
                fields=("viewer", "viewed", "day"), name="profile_view_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="profileview",
            constraint=models.CheckConstraint(
                condition=models.Q(("viewer", models.F("viewed")), _negated=True),
                name="profile_view_not_of_oneself",
            ),
        ),
        sealed("viewer_id"),
        sealed("viewed_id"),
    ]
