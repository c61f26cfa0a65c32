"""P1 to P4 and P6: who sees a post, and where it shows."""

import uuid

import pytest

from network.feed import feed
from network.models import Event, Post
from tests.factories import PersonFactory, cast, connect, later, publish


def seen_by(viewer):
    return set(Post.objects.visible_to(viewer))


def test_p1_a_post_is_for_followers_for_connections_or_for_one_group(mia):
    assert Post.Audience.values == ["followers", "connections", "group"]
    assert publish(mia).audience == Post._meta.get_field("audience").default == "followers"


def test_p2_my_feed_is_my_posts_and_those_of_whom_i_follow_newest_first(mia, omar, noor):
    mine, theirs, strangers, mine_again = map(publish, [mia, omar, noor, mia])
    mia.follow(omar)

    assert feed(mia) == [mine_again, theirs, mine]
    assert strangers not in feed(mia)


def test_p2_older_pages_follow_without_a_gap(mia, omar, noor):
    mia.follow(omar)
    mia.follow(noor)
    posts = [publish(author) for author in [omar, noor, omar, mia, noor, noor, omar, mia, omar]]

    first = feed(mia, size=4)
    second = feed(mia, before=first.next, size=4)
    third = feed(mia, before=second.next, size=4)

    assert [*first, *second, *third] == posts[::-1]
    assert (len(first), len(second), len(third), third.next) == (4, 4, 1, None)


def test_p2_many_authors_take_no_more_than_a_page(mia, world):
    authors = cast(*(f"author-{number}" for number in range(6)), world=world)
    for author in authors:
        mia.follow(author)
    posts = [publish(author) for _ in range(2) for author in authors]

    assert feed(mia, size=3) == posts[::-1][:3]


def test_p3_followers_see_older_posts_too(mia, omar):
    before = publish(omar)
    mia.follow(omar)
    after = publish(omar)

    assert feed(mia) == [after, before]


def test_p3_who_follows_at_the_moment_of_looking(mia, omar):
    publish(omar)
    mia.follow(omar)
    mia.unfollow(omar)

    assert feed(mia) == []
    assert seen_by(mia) == set()


def test_p3_the_author_does_not_see_what_followers_write(mia, omar):
    publish(mia)
    mia.follow(omar)

    assert seen_by(omar) == set()


def test_p4_connections_see_posts_for_connections(mia, omar, noor):
    post = publish(mia, audience="connections")
    connect(mia, omar)
    noor.follow(mia)

    assert seen_by(mia) == seen_by(omar) == {post}
    assert seen_by(noor) == set()
    assert feed(noor) == []


def test_p4_it_reaches_the_feed_only_of_those_who_also_follow(mia, omar):
    post = publish(mia, audience="connections")
    connect(mia, omar)
    assert feed(omar) == [post]

    omar.unfollow(mia)

    assert feed(omar) == []
    assert seen_by(omar) == {post}


def test_p4_a_connection_who_does_not_follow_sees_nothing_for_followers(mia, omar):
    publish(mia)
    connect(mia, omar)
    omar.unfollow(mia)

    assert seen_by(omar) == set()


def test_a_card_knows_the_edges_that_show_it(mia, omar, noor, world):
    start = world.now
    mia.follow(omar)
    later(world, days=2)
    connect(mia, noor)
    own, followed, connected = map(publish, [mia, omar, noor])

    edges = {post: (post.followed_since, post.connected_since) for post in feed(mia)}

    assert edges == {
        own: (None, None),
        followed: (start, None),
        connected: (world.now, world.now),
    }
    for post in Post.objects.visible_to(mia).with_edges(mia):
        assert edges[post] == (post.followed_since, post.connected_since)


@pytest.mark.parametrize("audience", ["followers", "connections"])
def test_p6_a_narrowed_post_is_gone_for_those_left_out(mia, omar, noor, audience):
    post = publish(mia, audience=audience)
    connect(mia, omar)
    omar.unfollow(mia)
    noor.follow(mia)

    post.edit(post.text, "connections" if audience == "followers" else "followers")

    assert (seen_by(omar), seen_by(noor)) == (
        ({post}, set()) if post.audience == "connections" else (set(), {post})
    )


def test_p6_no_notice_tells_of_posts(mia, omar):
    omar.follow(mia)
    publish(mia, audience="connections").edit("Changed", "connections")

    assert list(Event.objects.notices_for(omar)) == []


def test_editing_says_when(mia, world):
    post = publish(mia)
    later(world, hours=5)

    post.edit("Spring tide on Friday", "connections")

    post.refresh_from_db()
    assert (post.text, post.audience, post.edited_at) == (
        "Spring tide on Friday",
        "connections",
        world.now,
    )


def test_a_removed_post_is_nowhere(mia, omar):
    omar.follow(mia)
    publish(mia).remove()

    assert feed(mia) == feed(omar) == []
    assert list(mia.acts.order_by("pk").values_list("verb", flat=True)) == ["posted", "deleted"]


def test_a_form_sent_twice_is_one_post(mia):
    key = uuid.uuid4()
    first = Post.objects.publish(mia, "Ahoy", "followers", key=key)

    assert Post.objects.publish(mia, "Ahoy", "followers", key=key) == first
    assert mia.acts.count() == 1


def test_two_people_may_use_the_same_key(mia, omar):
    key = uuid.uuid4()

    assert {Post.objects.publish(who, "Ahoy", "followers", key=key) for who in (mia, omar)} == set(
        Post.objects.all()
    )
    assert Post.objects.count() == 2


def test_w1_a_follow_shows_nothing_of_another_world(mia):
    stranger = PersonFactory()
    publish(stranger)

    assert seen_by(mia) == set()
