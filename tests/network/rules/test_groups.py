"""P5, G1 and what moderators do: groups, their members and what is posted there."""

import pytest

from network.errors import (
    Gone,
    GroupGone,
    GroupNameTaken,
    InTooManyGroups,
    NoMember,
    NotAMember,
    NotAsking,
    NotModerator,
    PostGone,
    RemovedFromGroup,
    TooManyGroups,
)
from network.feed import feed
from network.models import Comment, Community, Event, Membership, Person, Post
from tests.factories import LearnerFactory, PersonFactory, cast, found, later, set_rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def quay(mia):
    """A public group that Mia moderates."""
    return found(mia, "Quay")


@pytest.fixture
def cabin(mia):
    """A private group that Mia moderates."""
    return found(mia, "Cabin", is_private=True)


def standings(group):
    seats = group.memberships.order_by("person__handle")
    return dict(seats.values_list("person__handle", "standing"))


def events():
    told = Event.objects.order_by("pk").values_list("actor__handle", "verb", "target__handle")
    return list(told)


def notices(reader):
    told = Event.objects.notices_for(reader).order_by("pk")
    return list(told.values_list("actor__handle", "verb"))


def seen(viewer):
    return list(Post.objects.visible_to(viewer).order_by("pk"))


# Starting a group.


def test_who_starts_a_group_moderates_it(mia, quay):
    assert standings(quay) == {"mia": "moderator"}
    assert events() == [("mia", "founded", None)]


def test_a_form_sent_twice_starts_one_group(mia):
    key = "6f4a8a3e-7f0e-4a57-9d3c-0d1f8f4c2b11"
    first, second = (Community.objects.found(mia, "Quay", key=key) for _ in range(2))

    assert first == second
    assert Community.objects.count() == 1


def test_a_name_is_used_once_in_a_world_whatever_its_accents(mia, omar, quay):
    with pytest.raises(GroupNameTaken):
        found(omar, "QUÁY")
    assert found(PersonFactory(), "Quay").slug == "quay"


def test_addresses_are_plain_short_and_never_those_of_other_pages(mia):
    names = ["New", "All", "C++", "C#", "東京", "A_b -- c", "x" * 80]
    slugs = [found(mia, name).slug for name in names]

    assert slugs == ["new-2", "all-2", "c", "c-2", "group", "a-b-c", "x" * 54]


def test_somebody_who_left_starts_nothing(omar):
    omar.remove()
    with pytest.raises(Gone):
        found(omar, "Quay")


def test_only_moderators_change_what_a_group_says_of_itself(mia, omar, quay, cabin):
    quay.join(omar)
    with pytest.raises(NotModerator):
        quay.describe(omar, "Mine", "", "")
    with pytest.raises(GroupNameTaken):
        quay.describe(mia, "cabin", "", "")

    quay.describe(mia, "Quayside", "Ships", "Be kind")

    quay.refresh_from_db()
    assert (quay.name, quay.slug, quay.description, quay.rules) == (
        "Quayside",
        "quay",
        "Ships",
        "Be kind",
    )


# Joining and leaving.


def test_a_public_group_is_joined_at_once_and_twice_is_once(omar, quay):
    quay.join(omar)
    quay.join(omar)

    assert standings(quay) == {"mia": "moderator", "omar": "member"}
    assert events()[1:] == [("omar", "entered", None)]


def test_a_private_group_is_asked_and_a_moderator_decides(mia, omar, noor, cabin):
    for who in (omar, noor, omar):
        cabin.join(who)
    assert standings(cabin) == {"mia": "moderator", "noor": "asking", "omar": "asking"}
    assert notices(mia) == [("omar", "asked"), ("noor", "asked")]

    cabin.admit(mia, omar)
    cabin.decline(mia, noor)

    assert standings(cabin) == {"mia": "moderator", "omar": "member"}
    assert notices(mia) == []
    assert notices(omar) == [("mia", "admitted")]
    assert notices(noor) == [("mia", "turned-down")]
    cabin.join(noor)
    assert standings(cabin)["noor"] == "asking"


def test_a_request_that_was_answered_or_taken_back_is_open_no_more(mia, omar, cabin):
    cabin.join(omar)
    cabin.take_back(omar)
    for act in (lambda: cabin.take_back(omar), lambda: cabin.admit(mia, omar)):
        with pytest.raises(NotAsking):
            act()
    with pytest.raises(NotAsking):
        cabin.decline(mia, omar)
    assert notices(mia) == []


def test_only_moderators_let_in(mia, omar, noor, cabin):
    cabin.join(omar)
    for nobody in (omar, noor):
        with pytest.raises(NotModerator):
            cabin.admit(nobody, omar)
        with pytest.raises(NotModerator):
            cabin.decline(nobody, omar)


def test_leaving_twice_is_leaving_once(omar, quay):
    quay.join(omar)
    quay.leave(omar)
    quay.leave(omar)

    assert standings(quay) == {"mia": "moderator"}
    assert [verb for _, verb, _ in events()] == ["founded", "entered", "left"]


def test_when_the_last_moderator_leaves_the_longest_member_moderates(mia, omar, noor, quay):
    quay.join(noor)
    later(mia.world, hours=1)
    omar.world.refresh_from_db()
    quay.join(omar)
    quay.leave(mia)

    assert standings(quay) == {"noor": "moderator", "omar": "member"}
    assert notices(noor) == [("mia", "appointed")]


def test_while_another_moderates_nobody_is_made_one(mia, omar, noor, quay):
    for who in (noor, omar):
        quay.join(who)
    quay.appoint(mia, omar)
    quay.appoint(mia, omar)
    quay.leave(mia)

    assert standings(quay) == {"noor": "member", "omar": "moderator"}
    assert notices(omar) == [("mia", "appointed")]


def test_a_group_that_nobody_is_left_in_closes_with_its_posts(mia, omar, quay):
    post = Post.objects.publish_in(quay, mia, "Ahoy")
    Post.objects.comment(mia, post.pk, "Nobody?")
    quay.leave(mia)

    assert not Community.objects.exists()
    assert not Post.objects.exists()
    assert [verb for _, verb, _ in events()][-2:] == ["left", "closed"]
    with pytest.raises(GroupGone):
        quay.join(omar)


def test_who_asks_does_not_keep_a_group_open(mia, omar, cabin):
    cabin.join(omar)
    cabin.leave(mia)

    assert not Membership.objects.exists()


def test_a_person_who_is_deleted_hands_over_first(mia, omar, quay, cabin):
    quay.join(omar)
    mia.remove()

    assert standings(quay) == {"omar": "moderator"}
    assert list(Community.objects.all()) == [quay]


def test_groups_are_of_one_world(quay):
    stranger = PersonFactory()
    with pytest.raises(GroupGone):
        quay.join(stranger)
    assert not Community.objects.visible_to(stranger).exists()


# G1.


def test_g1_joining_and_starting_are_counted(mia, omar, noor):
    set_rules(mia.world, group_limit=2)
    first, second, third = (found(noor_like(noor), name) for name in ("A", "B", "C"))
    first.join(omar)
    second.join(omar)
    for act in (lambda: third.join(omar), lambda: found(omar, "D")):
        with pytest.raises(TooManyGroups, match="2 groups"):
            act()
    second.leave(omar)
    third.join(omar)


def noor_like(person):
    """Somebody else, so that nobody starts too many."""
    return PersonFactory(world=person.world)


def test_g1_asking_is_free_and_being_let_in_counts(mia, omar, noor):
    set_rules(mia.world, group_limit=1)
    cabin = found(mia, "Cabin", is_private=True)
    cabin.join(omar)
    found(omar, "Own")

    with pytest.raises(InTooManyGroups):
        cabin.admit(mia, omar)
    assert standings(cabin)["omar"] == "asking"


# What is posted there.


def test_p5_posts_are_for_members(mia, omar, noor, quay):
    omar.follow(mia)
    post = Post.objects.publish_in(quay, mia, "Ahoy")
    assert (seen(mia), seen(omar)) == ([post], [])
    with pytest.raises(PostGone):
        Post.objects.comment(omar, post.pk, "Hello")

    quay.join(omar)

    assert seen(omar) == [post]
    Post.objects.comment(omar, post.pk, "Hello")
    quay.leave(omar)
    assert seen(omar) == []


def test_p5_also_the_author_sees_them_as_a_member_only(mia, omar, quay):
    quay.join(omar)
    post = Post.objects.publish_in(quay, omar, "Ahoy")
    quay.leave(omar)

    assert (seen(omar), seen(mia)) == ([], [post])


def test_p5_who_asks_or_was_removed_sees_nothing(mia, omar, noor, quay, cabin):
    Post.objects.publish_in(cabin, mia, "Ahoy")
    cabin.join(omar)
    quay.join(noor)
    Post.objects.publish_in(quay, mia, "Ahoy")
    quay.remove_member(mia, noor)

    assert (seen(omar), seen(noor)) == ([], [])


def test_only_members_write(mia, omar, noor, cabin):
    cabin.join(omar)
    for nobody in (omar, noor):
        with pytest.raises(NotAMember):
            Post.objects.publish_in(cabin, nobody, "Ahoy")
    cabin.leave(mia)
    with pytest.raises(GroupGone):
        Post.objects.publish_in(cabin, mia, "Ahoy")


def test_b1_a_block_hides_posts_and_people_of_a_shared_group(mia, omar, noor, quay):
    for who in (omar, noor):
        quay.join(who)
    his = Post.objects.publish_in(quay, omar, "Ahoy")
    assert seen(noor) == [his]

    noor.block(omar)

    assert (seen(noor), seen(mia)) == ([], [his])
    assert names(quay, noor) == ["mia", "noor"]
    assert names(quay, omar) == ["mia", "omar"]
    [card] = Community.objects.filter(pk=quay.pk).for_cards(noor)
    assert card.member_count == 2


def names(group, viewer):
    return sorted(group.members_seen_by(viewer).values_list("handle", flat=True))


def test_b1_moderators_act_on_nobody_whom_a_block_hides(mia, omar, noor, quay, cabin):
    cabin.join(omar)
    quay.join(noor)
    post = Post.objects.publish_in(quay, noor, "Ahoy")
    for who in (omar, noor):
        who.block(mia)

    assert not cabin.waiting_for(mia, "asking").exists()
    assert notices(mia) == []
    acts = [
        lambda: cabin.admit(mia, omar),
        lambda: cabin.decline(mia, omar),
        lambda: quay.remove_member(mia, noor),
        lambda: quay.appoint(mia, noor),
        lambda: post.take_down(mia),
    ]
    for act in acts:
        with pytest.raises(Gone):
            act()


def test_a_request_is_told_to_all_moderators_until_one_answers(mia, omar, noor, cabin):
    cabin.join(noor)
    cabin.admit(mia, noor)
    cabin.appoint(mia, noor)
    cabin.join(omar)
    for moderator in (mia, noor):
        assert notices(moderator)[-1] == ("omar", "asked")

    cabin.admit(noor, omar)
    for moderator in (mia, noor):
        assert ("omar", "asked") not in notices(moderator)


def test_a_request_is_told_to_who_becomes_a_moderator_while_it_waits(mia, omar, noor, cabin):
    cabin.join(noor)
    cabin.admit(mia, noor)
    cabin.join(omar)
    assert ("omar", "asked") not in notices(noor)

    cabin.appoint(mia, noor)
    assert ("omar", "asked") in notices(noor)


def test_b1_a_request_is_told_to_a_moderator_whom_one_may_see(mia, omar, noor, cabin):
    cabin.join(noor)
    cabin.admit(mia, noor)
    cabin.appoint(mia, noor)
    mia.block(omar)
    cabin.join(omar)

    assert notices(noor)[-1] == ("omar", "asked")


def test_members_of_private_groups_are_seen_by_members_only(mia, omar, noor, cabin, quay):
    cabin.join(omar)
    assert (names(cabin, omar), names(cabin, noor)) == ([], [])
    assert names(quay, noor) == ["mia"]
    cards = Community.objects.for_cards(noor)
    assert dict(cards.values_list("slug", "member_count")) == {"quay": 1, "cabin": None}

    cabin.admit(mia, omar)

    assert names(cabin, omar) == ["mia", "omar"]


def test_groups_that_two_share(mia, omar, quay, cabin):
    quay.join(omar)
    cabin.join(omar)
    shared = Person.objects.with_shared_groups(omar).get(pk=mia.pk).shared_groups

    assert shared == [{"name": "Quay", "slug": "quay"}]
    assert list(Community.objects.shared_by(mia, omar)) == [quay]


# The feed.


def test_p2_the_posts_of_my_groups_are_in_my_feed_once_each(mia, omar, noor, quay):
    quay.join(omar)
    omar.follow(mia)
    own = Post.objects.publish(omar, "Mine", "followers")
    hers = Post.objects.publish_in(quay, mia, "To the group")
    everybodys = Post.objects.publish(mia, "To all", "followers")
    his = Post.objects.publish_in(quay, omar, "Also to the group")

    page = feed(omar)

    assert list(page) == [his, everybodys, hers, own]
    since = [(bool(post.followed_since), bool(post.member_since)) for post in page]
    assert since == [(False, True), (True, False), (True, True), (False, False)]
    assert list(feed(noor)) == []


def test_the_feed_pages_past_what_a_block_hides(mia, omar, noor, quay):
    for who in (omar, noor):
        quay.join(who)
    first = Post.objects.publish_in(quay, mia, "First")
    for number in range(5):
        Post.objects.publish_in(quay, noor, f"Hidden {number}")
    last = Post.objects.publish_in(quay, mia, "Last")
    noor.block(omar)

    page = feed(omar, size=1)

    assert (list(page), page.next) == ([last], last.pk)
    assert list(feed(omar, before=page.next, size=1)) == [first]


# Being active.


def active(group, viewer):
    people = group.members_seen_by(viewer).filter(is_active=True)
    return sorted(people.values_list("handle", flat=True))


def test_who_posted_commented_or_reacted_this_week_is_active(mia, quay):
    ada, ben, cleo, dan = cast("ada", "ben", "cleo", "dan", world=mia.world)
    for who in (ada, ben, cleo, dan):
        quay.join(who)
    post = Post.objects.publish_in(quay, ada, "Ahoy")
    Post.objects.comment(ben, post.pk, "Hello")
    Post.objects.react(cleo, post.pk, "useful")
    Post.objects.publish(dan, "Elsewhere", "followers")
    assert active(quay, mia) == ["ada", "ben", "cleo"]

    later(mia.world, days=7)
    mia.refresh_from_db()

    assert active(quay, mia) == []


def test_what_a_block_hides_makes_nobody_active_for_me(mia, omar, noor, quay):
    for who in (omar, noor):
        quay.join(who)
    post = Post.objects.publish_in(quay, omar, "Ahoy")
    Post.objects.comment(mia, post.pk, "Hello")
    noor.block(omar)

    assert active(quay, noor) == []


# Moderating.


def test_who_was_removed_stays_out_until_allowed_back(mia, omar, quay):
    quay.join(omar)
    post = Post.objects.publish_in(quay, omar, "Ahoy")
    quay.remove_member(mia, omar)
    with pytest.raises(RemovedFromGroup):
        quay.join(omar)
    with pytest.raises(NotAMember):
        Post.objects.publish_in(quay, omar, "Again")
    assert seen(mia) == [post]

    quay.allow_back(mia, omar)
    quay.allow_back(mia, omar)
    quay.join(omar)

    assert notices(omar) == [("mia", "expelled"), ("mia", "allowed-back")]
    assert standings(quay) == {"mia": "moderator", "omar": "member"}


def test_moderators_are_not_removed_nor_those_who_are_not_in(mia, omar, noor, quay):
    quay.join(omar)
    quay.appoint(mia, omar)
    for who in (omar, noor):
        with pytest.raises(NoMember):
            quay.remove_member(mia, who)
    with pytest.raises(NoMember):
        quay.appoint(mia, noor)


def test_a_moderator_removes_posts_and_comments_and_their_authors_are_told(mia, omar, noor, quay):
    for who in (omar, noor):
        quay.join(who)
    post = Post.objects.publish_in(quay, omar, "Buy now")
    comment = Post.objects.comment(omar, Post.objects.publish_in(quay, noor, "Why?").pk, "Buy")
    for act in (lambda: post.take_down(noor), lambda: comment.take_down(noor)):
        with pytest.raises(NotModerator):
            act()

    for thing in (post, comment):
        again = type(thing).objects.get(pk=thing.pk)
        thing.take_down(mia)
        again.take_down(mia)

    assert not Comment.objects.exists()
    assert notices(omar) == [("mia", "took-down"), ("mia", "took-out")]


def test_notices_of_a_group_that_closed_are_gone(mia, omar, quay):
    quay.join(omar)
    quay.appoint(mia, omar)
    quay.leave(mia)
    assert notices(omar) == [("mia", "appointed")]
    quay.leave(omar)

    assert notices(omar) == []


def test_a_learner_is_a_member_like_everybody(mia, quay):
    learner = LearnerFactory(world=mia.world)
    quay.join(learner)

    assert quay.standing_of(learner).is_inside
