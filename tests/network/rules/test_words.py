"""Sharing, mentioning, tags and articles: P6 and B1 in each of them."""

import uuid

import pytest

from network.errors import PostGone, StaysInGroup
from network.feed import feed
from network.models import Event, Hashtag, Mention, Person, Post, TagFollow
from tests.factories import PersonFactory, connect, found, later, publish


@pytest.fixture
def post(mia, omar):
    """Mia's, for followers; Omar follows her and Noor follows Omar."""
    omar.follow(mia)
    noor = mia.world.people.get(handle="noor")
    noor.follow(omar)
    return publish(mia)


def share(who, post, text="Worth a read", audience="followers", **more):
    return Post.objects.share(who, post.pk, text, audience, **more)


def card(viewer, post):
    return Post.objects.visible_to(viewer).for_cards(viewer).get(pk=post.pk)


def told(reader):
    notices = Event.objects.notices_for(reader).order_by("pk")
    return [(str(event.actor), event.verb) for event in notices if event.verb != "followed"]


def linked(viewer, post):
    return [one["handle"] for one in card(viewer, post).mentioned]


def test_a_share_shows_the_original_to_those_who_may_see_it(mia, omar, noor, post):
    shared = share(omar, post)

    assert [card(who, shared).original for who in (omar, noor)] == [post, None]
    noor.follow(mia)
    assert card(noor, shared).original == post
    assert feed(noor) == [shared, post]


def test_p6_a_share_of_what_is_for_connections_shows_it_to_these_only(mia, omar, noor):
    connect(mia, omar)
    noor.follow(omar)
    noor.follow(mia)
    shared = share(omar, publish(mia, "Between us", "connections"))

    assert card(noor, shared).original is None
    assert card(mia, shared).original.text == "Between us"


def test_b1_a_share_shows_nothing_of_who_blocks_its_reader(mia, omar, noor, post):
    shared = share(omar, post)
    noor.follow(mia)

    mia.block(noor)

    assert card(noor, shared).original is None


def test_sharing_a_share_shares_the_original(mia, omar, noor, post):
    noor.follow(mia)
    first = share(omar, post)

    mia.follow(omar)
    mia.follow(noor)
    second = share(noor, first)

    assert second.shared == post
    assert told(mia) == [("Omar", "shared"), ("Noor", "shared")]
    assert told(omar) == []


def test_p6_nobody_shares_what_they_may_not_see(mia, omar, noor, post):
    shared = share(omar, post)

    for one in (post, shared):  # the share is for Noor to see, what it shares is not
        with pytest.raises(PostGone):
            share(noor, one)
    assert not card(noor, shared).can_be_shared
    assert card(omar, shared).can_be_shared


def test_p5_what_is_posted_in_a_group_stays_there(mia, omar):
    group = found(mia, "Quay")
    group.join(omar)
    inside = Post.objects.publish_in(group, mia, "Hello")

    with pytest.raises(StaysInGroup):
        share(omar, inside)
    assert not card(omar, inside).can_be_shared


def test_deleting_the_original_leaves_the_share(mia, omar, noor, post):
    shared = share(omar, post)

    post.remove()

    assert card(omar, shared).original is None
    assert (card(noor, shared).is_share, card(noor, shared).text) == (True, "Worth a read")
    with pytest.raises(PostGone):
        share(omar, shared)


def test_who_leaves_takes_their_posts_out_of_shares(mia, omar, post):
    shared = share(omar, post)

    mia.remove()

    assert card(omar, shared).original is None


def test_p6_a_share_is_counted_by_those_who_may_see_it(mia, omar, noor, post):
    noor.follow(mia)
    share(omar, post, audience="connections")

    assert [card(who, post).share_count for who in (mia, omar, noor)] == [0, 1, 0]
    connect(omar, noor)
    assert card(noor, post).share_count == 1


def test_the_author_is_told_once_and_as_long_as_a_share_stands(mia, omar, post):
    mia.follow(omar)
    one, two = share(omar, post), share(omar, post, "Again")
    assert told(mia) == [("Omar", "shared")]

    one.remove()
    assert told(mia) == [("Omar", "shared")]
    two.remove()
    assert told(mia) == []


def test_p6_the_author_is_told_of_a_share_that_they_may_see_only(mia, omar, world, post):
    hidden = share(omar, post)  # Mia does not follow Omar
    narrow = share(omar, post, "Between us", "connections")
    assert told(mia) == []
    assert card(mia, post).share_count == 0

    mia.follow(omar)
    assert told(mia) == [("Omar", "shared")]
    hidden.edit("Now between us", "connections")
    assert told(mia) == []
    connect(omar, mia)
    assert told(mia).count(("Omar", "shared")) == 1
    assert narrow in feed(mia)


def test_p6_a_share_that_may_be_seen_is_told_of_at_its_own_time(mia, omar, world, post):
    mia.follow(omar)
    share(omar, post, audience="connections")
    later(world, days=1)

    share(Person.objects.get(pk=omar.pk), post, "Again")

    [event] = Event.objects.notices_for(mia).filter(verb="shared")
    assert event.at == Person.objects.get(pk=mia.pk).world.now


def test_nobody_is_told_that_they_share_their_own_post(mia, post):
    share(mia, post)

    assert told(mia) == []
    assert mia.acts.filter(verb="shared").count() == 1


def test_a_share_needs_no_words_and_a_form_sent_twice_is_one_share(omar, post):
    key = uuid.uuid4()
    first = share(omar, post, "", key=key)

    assert share(omar, post, "", key=key) == first
    assert omar.acts.filter(verb="shared").count() == 1


def test_a_share_without_words_is_made_once_and_one_with_a_thought_again(omar, post):
    first = share(omar, post, "")

    assert share(omar, post, "", key=uuid.uuid4()) == first
    assert omar.acts.filter(verb="shared").count() == 1
    others = [share(omar, post), share(omar, post), share(omar, post, "", "connections")]
    assert len({first, *others}) == 4


def test_editing_a_share_changes_its_words_only(omar, noor, post):
    shared = share(omar, post)

    shared.edit("", "connections")

    shared.refresh_from_db()
    assert (shared.text, shared.audience, shared.shared) == ("", "connections", post)
    assert feed(noor) == []


def test_a_mention_is_told_to_whom_may_see_the_post(mia, omar, noor):
    omar.follow(mia)

    publish(mia, "What do @omar, @Noor and @nobody-here think, @mia?")

    assert told(omar) == [("Mia", "mentioned")]
    assert told(noor) == told(mia) == []
    noor.follow(mia)  # from now on she may see it
    assert told(noor) == [("Mia", "mentioned")]


def test_b1_who_may_not_be_seen_is_not_mentioned_and_not_linked(mia, omar, noor):
    noor.block(omar)
    noor.follow(mia)
    omar.follow(mia)
    post = publish(mia, "@omar meets @noor")

    assert linked(mia, post) == ["omar", "noor"]
    assert (linked(omar, post), linked(noor, post)) == (["omar"], ["noor"])
    said = Post.objects.comment(omar, post.pk, "Hello @noor")
    assert list(said.mentions.all()) == []
    assert told(noor) == [("Mia", "mentioned")]


def test_b1_a_block_hides_a_mention_from_both(mia, omar, noor):
    omar.follow(mia)
    noor.follow(mia)
    post = publish(mia, "@omar knows")
    omar.block(mia)

    assert linked(mia, post) == []
    assert told(omar) == []
    assert linked(noor, post) == ["omar"]


def test_w1_a_mention_reaches_nobody_elsewhere(mia):
    PersonFactory(handle="elsewhere")

    assert list(publish(mia, "@elsewhere").mentions.all()) == []


def test_editing_changes_who_is_mentioned_and_tells_nobody_twice(mia, omar, noor):
    omar.follow(mia)
    noor.follow(mia)
    post = publish(mia, "@omar")

    post.edit("@noor", post.audience)
    assert (told(omar), told(noor)) == ([], [("Mia", "mentioned")])

    post.edit("@noor and @omar", post.audience)
    assert (told(omar), told(noor)) == ([("Mia", "mentioned")], [("Mia", "mentioned")])


def test_a_mention_in_a_comment_is_told_to_who_may_see_the_post(mia, omar, noor, post):
    said = Post.objects.comment(omar, post.pk, "Ask @noor and @mia")
    assert told(mia) == [("Omar", "commented")]  # and not a second time of the same words
    assert told(noor) == []

    noor.follow(mia)
    assert told(noor) == [("Omar", "named")]
    said.edit("Ask somebody")
    assert told(noor) == []
    said.edit("Ask @noor")
    said.remove(omar)
    assert told(noor) == []


def test_who_leaves_is_mentioned_no_more(mia, omar):
    post = publish(mia, "@omar")

    omar.remove()

    assert linked(mia, post) == []
    assert card(mia, post).text == "@omar"


def test_topics_of_mentions_and_shares_can_be_turned_off(mia, omar, post):
    mia.follow(omar)
    share(omar, post, "@mia wrote this")
    assert told(mia) == [("Omar", "mentioned"), ("Omar", "shared")]

    Person.objects.filter(pk=mia.pk).update(quiet=["shares", "mentions"])
    mia.refresh_from_db()

    assert told(mia) == []


def keys(post):
    return sorted(post.tags.values_list("key", flat=True))


def test_a_post_carries_the_tags_of_its_words(mia):
    post = publish(mia, "#Café, #cafe and #Ｔｉｄｅ, not#this, #1 or https://a.example/#part")
    assert keys(post) == ["cafe", "tide"]

    post.edit("#tide only", post.audience)
    assert keys(post) == ["tide"]
    post.edit("None", post.audience)
    assert keys(post) == []


def test_no_more_than_ten_tags_of_a_post_count(mia):
    post = publish(mia, " ".join(f"#tag{chr(97 + n)}" for n in range(12)))

    assert keys(post) == [f"tag{chr(97 + n)}" for n in range(10)]


def test_following_a_tag_is_told_to_nobody_and_brings_nothing_to_the_feed(mia, omar, noor):
    TagFollow.objects.follow(noor, "tide")
    TagFollow.objects.follow(noor, "tide")
    publish(mia, "#tide")

    assert feed(noor) == []
    assert told(mia) == []
    assert list(noor.followed_tags.values_list("key", flat=True)) == ["tide"]
    TagFollow.objects.unfollow(noor, "tide")
    TagFollow.objects.unfollow(noor, "tide")
    verbs = list(noor.acts.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["tag-followed", "tag-left"]


def test_p6_what_is_new_of_a_tag_counts_what_may_be_seen(mia, omar, noor, world):
    TagFollow.objects.follow(noor, "tide")
    noor.follow(mia)
    publish(mia, "#tide, long ago")
    later(world, days=8)
    world.refresh_from_db()
    publish(Person.objects.get(pk=mia.pk), "#tide")
    publish(Person.objects.get(pk=mia.pk), "#tide for few", "connections")
    publish(Person.objects.get(pk=omar.pk), "#tide of a stranger")

    [tag] = TagFollow.objects.with_news(Post.objects.visible_to(noor), world.now)

    assert (tag.new_count, tag.newest_at) == (1, world.now)


def test_an_article_is_a_post_with_a_title(mia, omar):
    omar.follow(mia)
    article = Post.objects.publish(mia, "Long words on #tides", "followers", title="The sea")
    assert keys(article) == ["tides"]
    assert feed(omar) == [article]

    article.edit("Longer words", "followers", title="The #sea")
    assert keys(article) == ["sea"]
    article.edit("Words", "followers")

    article.refresh_from_db()
    assert (article.title, article.text, article.minutes) == ("The #sea", "Words", 1)


def test_what_hangs_on_a_post_goes_with_it(mia, omar):
    post = publish(mia, "#tide @omar")
    Post.objects.comment(mia, post.pk, "@omar")

    post.remove()

    assert [model.objects.count() for model in (Hashtag, Mention)] == [0, 0]


def test_a_web_address_mentions_nobody_and_carries_no_tag(mia, omar):
    omar.follow(mia)
    post = publish(mia, "See https://v.example/?by=@omar and https://v.example/?q=#jobs")

    assert not Mention.objects.exists()
    assert not Hashtag.objects.exists()
    assert told(omar) == []
    assert linked(omar, post) == []


def test_b1_nobody_is_told_of_an_answer_below_a_comment_that_they_cannot_see(mia, omar, noor):
    kofi = PersonFactory(world=mia.world)
    for reader in (omar, noor, kofi):
        reader.follow(mia)
    post = publish(mia)
    hidden = Post.objects.comment(noor, post.pk, "Hello")
    noor.block(omar)

    Post.objects.comment(kofi, post.pk, "Ask @omar", parent=hidden.pk)

    assert told(omar) == []
