from django.db import migrations, transaction
from django.db.models import Q

from network.references import handles_in, tags_in

BATCH = 500


def note_words(apps, schema_editor):
    """Tags and mentions of what is older than 0014. It can be run again; nobody is told."""
    post, comment, hashtag = (
        apps.get_model("network", name) for name in ("Post", "Comment", "Hashtag")
    )
    tagged = Q(text__contains="#") | Q(text__contains="＃") | Q(title__contains="#")
    for posts in batches(post.objects.filter(tagged | Q(title__contains="＃"))):
        hashtag.objects.bulk_create(
            (
                hashtag(world_id=one.world_id, post=one, key=key)
                for one in posts
                for key in tags_in(f"{one.title}\n{one.text}")
            ),
            ignore_conflicts=True,
        )
    for posts in batches(post.objects.filter(text__contains="@")):
        mention(apps, [(one, {"post": one}) for one in posts])
    for comments in batches(comment.objects.filter(text__contains="@")):
        mention(apps, [(one, {"post_id": one.post_id, "comment": one}) for one in comments])


def batches(rows):
    """The rows by key, so many at a time, each in a transaction in which none of them is deleted."""
    last = 0
    while last is not None:
        with transaction.atomic():
            held = rows.filter(pk__gt=last).order_by("pk").select_for_update(no_key=True)
            batch = list(held[:BATCH])
            yield batch
        last = batch[-1].pk if batch else None


def mention(apps, texts):
    """Those of the same world whom the texts name and whom no block hides from the author (B1)."""
    person, block, mentions = (
        apps.get_model("network", name) for name in ("Person", "Block", "Mention")
    )
    named = [(one, about, handle) for one, about in texts for handle in handles_in(one.text)]
    here = person.objects.filter(
        world__in={one.world_id for one, _, _ in named},
        handle__in={handle for _, _, handle in named},
    ).exclude(kind="departed")
    people = {(one.world_id, one.handle): one.pk for one in here}
    authors = {one.author_id for one, _, _ in named}
    blocks = block.objects.filter(Q(blocker__in=authors) | Q(blocked__in=authors))
    apart = {*map(frozenset, blocks.values_list("blocker", "blocked"))}
    rows = []
    for one, about, handle in named:
        pk = people.get((one.world_id, handle))
        if pk and frozenset([one.author_id, pk]) not in apart:
            rows.append(mentions(world_id=one.world_id, person_id=pk, **about))
    mentions.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    atomic = False  # a lock on a few posts at a time
    dependencies = [("network", "0017_reminders")]
    operations = [migrations.RunPython(note_words, migrations.RunPython.noop)]
