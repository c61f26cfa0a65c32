"""What seeding writes beside the rows that it is told to write."""

from network.models import Event, Mention
from network.seeding import Seeds
from tests.factories import PersonFactory


def test_whom_seeded_words_name_is_mentioned_and_told_as_when_somebody_writes(
    mia, omar, noor, world
):
    omar.follow(mia)
    noor.follow(mia)
    hidden = PersonFactory(world=world, handle="hidden")
    hidden.block(mia)
    seeds = Seeds(world, {})

    post = seeds.post(mia, world.now, "@omar, @omar, @mia, @hidden and @nobody", "followers")
    first = seeds.comment(noor, post, world.now, "Ask @mia")
    seeds.comment(omar, post, world.now, "I asked @noor and @hidden", parent=first)
    seeds.sow()

    mentions = Mention.objects.order_by("comment__pk", "person__pk")
    named = [(str(one.comment or one.post), one.person.handle) for one in mentions]
    assert sorted(named) == sorted(
        [
            (str(post), "omar"),
            (str(post), "mia"),
            (str(first), "mia"),
            ("Omar: I asked @noor and @hidden", "noor"),
            ("Omar: I asked @noor and @hidden", "hidden"),
        ]
    )
    told = {
        who.handle: [event.verb for event in Event.objects.notices_for(who).order_by("pk")]
        for who in (mia, omar, noor)
    }
    assert told["omar"] == ["mentioned"]
    assert told["noor"] == ["replied"]
    assert [verb for verb in told["mia"] if verb != "followed"] == ["commented", "commented"]
