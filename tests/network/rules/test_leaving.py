"""Who leaves takes along what they wrote; what others wrote stays theirs, and nobody is told."""

import pytest

from accounts.models import User
from network.errors import Gone, LastAdministrator
from network.leaving import delete_account, leave
from network.models import (
    Comment,
    Connection,
    Conversation,
    Event,
    Follow,
    Invitation,
    Message,
    Person,
    Post,
    Reaction,
    Report,
    World,
)
from tests.factories import (
    LearnerFactory,
    PersonFactory,
    UserFactory,
    WorldFactory,
    connect,
    invitation,
    publish,
)


def lines(person):
    """What this person's conversations hold, with whom by name."""
    sides = Conversation.objects.of(person).select_related("other").order_by("pk")
    return {
        side.other.name: [m.text for m in Message.objects.between(person, side.other)]
        for side in sides
    }


def test_what_others_wrote_to_them_stays_with_its_authors(mia, omar, noor):
    for other in (omar, noor):
        connect(mia, other)
    mia.write(omar, "Of Mia")
    omar.write(mia, "Of Omar")
    mia.write(omar, "The last word")
    mia.write(noor, "Nobody answered")

    mia.remove()

    assert lines(omar) == {"Somebody who left": ["Of Omar"]}
    assert lines(noor) == {}
    assert not Message.objects.exclude(author=omar).exists()
    assert not Conversation.objects.of(omar).unread().exists()


def test_an_archived_conversation_stays_archived(mia, omar):
    connect(mia, omar)
    omar.write(mia, "Of Omar")
    mia.write(omar, "Of Mia")
    Conversation.objects.of(omar).get().archive()

    mia.remove()

    assert Conversation.objects.of(omar).archived().exists()


def test_an_answer_to_their_invitation_stays_too(mia, omar):
    invitation(mia, omar, note="Shall we?")
    omar.write(mia, "Who are you?")

    mia.remove()

    assert lines(omar) == {"Somebody who left": ["Who are you?"]}
    assert not Invitation.objects.exists()


def test_nobody_finds_or_reaches_who_left(mia, omar):
    connect(mia, omar)
    omar.write(mia, "Of Omar")

    mia.remove()

    husk = Person.objects.get(kind="departed")
    assert not Person.objects.visible_to(omar).filter(pk=husk.pk).exists()
    for act in (omar.follow, omar.block, lambda who: omar.write(who, "Are you there?")):
        with pytest.raises(Gone):
            act(husk)


def test_when_both_have_left_nothing_is_kept(mia, omar, noor):
    connect(mia, omar)
    mia.write(omar, "Of Mia")
    omar.write(mia, "Of Omar")

    mia.remove()
    omar.remove()

    assert not Message.objects.exists()
    assert not Conversation.objects.exists()
    assert [*Person.objects.exclude(kind="departed")] == [noor]


def test_answers_to_their_comments_move_up(mia, omar, noor):
    for other in (mia, omar):
        other.follow(noor)
    post = publish(noor)
    above = Post.objects.comment(mia, post.pk, "Of Mia")
    Post.objects.comment(omar, post.pk, "Of Omar", parent=above.pk)
    Post.objects.comment(mia, post.pk, "Mia again", parent=above.pk)

    mia.remove()

    assert [*Comment.objects.values_list("text", "parent")] == [("Of Omar", None)]
    assert Post.objects.with_responses(noor).get().comment_count == 1


def test_everything_of_theirs_goes_and_counts_are_right(mia, omar, noor):
    connect(mia, omar)
    connect(omar, noor)
    mine = publish(mia)
    post = publish(omar)
    Post.objects.comment(omar, mine.pk, "Under Mia's post")
    Post.objects.comment(mia, post.pk, "Of Mia")
    Post.objects.react(mia, post.pk, "useful")
    Post.objects.react(noor, post.pk, "useful")
    Report.objects.file(mia, omar, "spam")
    omar.mute(mia)

    mia.remove()
    mia.remove()

    assert [*Post.objects.all()] == [post]
    shown = Post.objects.with_responses(noor).get()
    assert (shown.comment_count, shown.reactions_by_kind) == (0, [{"kind": "useful", "n": 1}])
    assert [*Reaction.objects.values_list("person", flat=True)] == [noor.pk]
    assert Connection.objects.of(omar).count() == 1
    assert Follow.objects.filter(follower=omar).count() == 1
    assert not Report.objects.exists()
    assert not Event.objects.filter(actor=mia.pk).exists()
    assert not Event.objects.filter(target=mia.pk).exists()


@pytest.fixture
def learner(db):
    return LearnerFactory(handle="learner")


def test_a_shared_world_stays(learner):
    other = LearnerFactory(world=learner.world)

    leave(learner)
    leave(learner)

    assert [*Person.objects.all()] == [other]


def test_a_private_world_goes_with_its_owner(learner):
    PersonFactory(world=learner.world)
    World.objects.update(owner=learner.user)

    leave(learner)
    leave(learner)

    assert not World.objects.exists()


def test_a_private_world_in_which_others_were_seated_stays(learner):
    LearnerFactory(world=learner.world)
    World.objects.update(owner=learner.user)

    leave(learner)

    assert Person.objects.count() == 1


def test_deleting_an_account_leaves_every_world(learner):
    own = LearnerFactory(user=learner.user)
    World.objects.filter(pk=own.world_id).update(owner=learner.user)
    WorldFactory(owner=learner.user)  # whose person was removed
    user = learner.user

    delete_account(user)
    delete_account(user)

    assert not User.objects.exists()
    assert not Person.objects.exists()
    assert [*World.objects.all()] == [learner.world]


def test_the_last_administrator_stays(db):
    admin = UserFactory(is_superuser=True)
    UserFactory(is_superuser=True, is_active=False)

    with pytest.raises(LastAdministrator):
        delete_account(admin)

    UserFactory(is_superuser=True)
    delete_account(admin)
    assert not User.objects.filter(pk=admin.pk).exists()
