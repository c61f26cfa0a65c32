import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models

import network.folding

# English stems after accents are taken away, so that ts_headline marks the words as they stand.
CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION public.network_words (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION public.network_words
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;
"""

# No field of the model: searching reads it in SQL, and no other page should carry it about.
WORDS_OF_POSTS = """
ALTER TABLE network_post ADD COLUMN words tsvector NOT NULL
  GENERATED ALWAYS AS (
    to_tsvector('public.network_words'::regconfig, title || ' ' || text)
  ) STORED
"""


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0014_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="words",
            field=models.GeneratedField(
                db_persist=True,
                expression=network.folding.Fold(
                    django.db.models.functions.text.Concat(
                        models.Value("\n "),
                        "name",
                        models.Value("\n "),
                        "headline",
                        models.Value("\n "),
                        "industry",
                        models.Value("\n "),
                        "location",
                        output_field=models.TextField(),
                    )
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("words"), "gin_trgm_ops"),
                name="person_words_trigrams",
            ),
        ),
        migrations.RunSQL(CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION public.network_words"),
        migrations.RunSQL(WORDS_OF_POSTS, "ALTER TABLE network_post DROP COLUMN words"),
    ]
