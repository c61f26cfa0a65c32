"""What migrations make of rows that were there before them."""

from importlib import import_module

import pytest
from django.apps import apps

from network.models import Event, Hashtag, Mention, Post
from tests.factories import PersonFactory, publish

older_words = import_module("network.migrations.0018_older_words")


def words():
    tags = Hashtag.objects.order_by("key").values_list("post__text", "key")
    mentions = [
        (one.post.text, str(one.comment), one.person.handle) for one in Mention.objects.all()
    ]
    return [*tags], sorted(mentions)


@pytest.mark.parametrize("batch", [1, 500])
def test_posts_and_comments_get_the_tags_and_mentions_of_their_words(
    mia, omar, noor, monkeypatch, batch
):
    monkeypatch.setattr(older_words, "BATCH", batch)
    mia.block(noor)
    PersonFactory(handle="elsewhere")
    article = Post.objects.publish(mia, "Of @omar and @noor", "followers", title="A #Café")
    post = publish(mia, "＃tide, @nobody and @elsewhere")
    publish(mia, "Nothing")
    said = Post.objects.comment(mia, post.pk, "@omar @mia")
    as_written = words()
    assert as_written == (
        [(article.text, "cafe"), (post.text, "tide")],
        sorted(
            [
                (article.text, "None", "omar"),
                (post.text, str(said), "mia"),
                (post.text, str(said), "omar"),
            ]
        ),
    )
    told = Event.objects.count()
    Hashtag.objects.all().delete()
    Mention.objects.all().delete()

    for _ in range(2):
        older_words.note_words(apps, None)
        assert words() == as_written
    assert Event.objects.count() == told
