"""What personas say of their answers: a stored reason, neutral words, for each reason and role."""

import pytest

from simulation import sayings, voices
from simulation.chance import Luck
from simulation.deciding.answer import Draws, decide
from simulation.deciding.explaining import GOOD, explain
from simulation.deciding.facts import Engagement, Facts, Role, Showing, Tie, Traits
from simulation.deciding.terms import CONSIDERATIONS
from simulation.deciding.weights import VERSIONS, values
from simulation.judgement import Flag, NoteJudgement
from simulation.voices import Situation

YES, NO = Draws(0.0, 0.0, 0.999), Draws(0.999, 0.999, 0.999)
EASY = Traits(busyness=0.5, openness=0.5, selectivity=0.0, role=Role.PEER, level=1)
BUSY = Traits(busyness=0.9, openness=0.2, role=Role.SENIOR_LEADER, level=4)


ANYWHERE = Situation()
SOMEWHERE = Situation(
    team="Tideline",
    both="Lena Ortiz",
    group="Green Freight",
    school="Wend Valley",
    employer="Harbour",
    past="Quay",
    field="Freight",
    city="Selmouth",
    claim="We are friends",
    quote="your post on tides",
    full="a long list of messages",
    open="18",
)
LUCKS = [Luck(7, 1, f"persona-{number}") for number in range(60)]
CASES = [
    (why, role, accepted)
    for accepted, reasons in ((True, sayings.WHY), (False, sayings.WHY_NOT))
    for why in reasons
    for role in Role
]


def reason(draws, **facts):
    facts = Facts(**facts)
    return voices.reason_for(facts, decide(facts, draws), good=GOOD)


def test_whatever_can_speak_for_or_against_has_words():
    names = {each.name for each in CONSIDERATIONS}
    unsaid = {"base", "weekend", "active"}  # nobody takes part in a group without being in it
    only_for = {"mutual", "group", "employer", "school", "past_employer", "industry"}
    only_for |= {"city", "commented", "replied", "endorsed", "followed", "liked", "thanked"}
    against = {sayings.LUCK, sayings.UNMOVED, sayings.LITTLE, sayings.LATE}

    assert set(sayings.WHY_NOT) == names - unsaid - only_for | against
    assert set(sayings.WHY) == only_for | {"profile", "avatar", "note", sayings.NOTHING}


@pytest.mark.parametrize(("why", "role", "accepted"), CASES)
def test_for_each_reason_and_role_there_are_several_texts(why, role, accepted):
    for situation in (ANYWHERE, SOMEWHERE):
        texts = [voices.voice(why, role, luck, situation, accepted=accepted) for luck in LUCKS]

        again = [voices.voice(why, role, luck, situation, accepted=accepted) for luck in LUCKS]
        assert texts == again
        assert len(set(texts)) >= 3
        for text in texts:
            assert "!" not in text
            assert "%" not in text


@pytest.mark.parametrize(
    ("why", "one", "other"), [("pitch", "job", "sale"), ("spam_link", "link", "number")]
)
def test_a_reason_of_several_causes_is_not_told_as_one_of_them(why, one, other):
    said = [str(text).casefold() for role in Role for text in sayings.WHY_NOT[why].of(role)]
    assert any(one in text for text in said)
    assert all(other in text for text in said if one in text)


def test_what_is_at_hand_is_named_and_nothing_else():
    said = [
        voices.voice("mutual", Role.PEER, luck, SOMEWHERE, accepted=True).partition(".")[0]
        for luck in LUCKS
    ]
    named = [text for text in said if "Lena Ortiz" in text]
    assert len(LUCKS) / 3 < len(named) < len(LUCKS)

    unnamed = [voices.voice("mutual", Role.PEER, luck, ANYWHERE, accepted=True) for luck in LUCKS]
    assert not any("Lena" in text or "Tideline" in text for text in unnamed)


def test_where_they_work_is_named_once():
    for why, role, accepted in CASES:
        for luck in LUCKS[:20]:
            assert voices.voice(why, role, luck, SOMEWHERE, accepted=accepted).count("Tideline") < 2


def test_a_name_may_hold_any_sign():
    odd = Situation(both="100 %(team)s %s")
    said = {voices.voice("mutual", Role.PEER, luck, odd, accepted=True) for luck in LUCKS}
    assert any("100 %(team)s %s" in text for text in said)


def test_which_of_them_is_said_does_not_follow_from_the_note():
    """Quotes of another note stand in the same sentence."""
    one, other = (Situation(quote=quote) for quote in ("your post on tides", "our group"))
    for luck in LUCKS:
        said = voices.voice("note", Role.PEER, luck, one, accepted=True)
        swapped = said.replace("your post on tides", "our group")
        assert voices.voice("note", Role.PEER, luck, other, accepted=True) == swapped


@pytest.mark.parametrize(
    ("busyness", "words"),
    [(0.59, ""), (0.6, "a long list of messages"), (0.9, "far too many messages")],
)
def test_only_a_full_inbox_is_named(busyness, words):
    assert voices.inbox(busyness) == words


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"note": NoteJudgement(0.1, flags=frozenset({Flag.PITCH})), "traits": BUSY}, "pitch"),
        ({"note": NoteJudgement(0.0)}, "profile"),
        ({"note": NoteJudgement(0.0), "profile": Showing(1.0, avatar_set=True)}, "note"),
        ({"profile": Showing(1.0, avatar_set=True)}, "selectivity"),
        (
            {"profile": Showing(1.0, avatar_set=True), "tie": Tie(same_city=True)},
            sayings.LITTLE,
        ),
        ({"profile": Showing(1.0, avatar_set=True), "traits": BUSY}, "busyness"),
    ],
)
def test_a_no_names_what_spoilt_it_or_else_what_weighed_most(facts, named):
    assert reason(NO, **facts) == named


GOOD_TIE = {"tie": Tie(mutual=12), "profile": Showing(1.0, avatar_set=True)}


def test_a_good_request_that_was_refused_was_bad_luck():
    assert reason(NO, note=NoteJudgement(0.8), **GOOD_TIE) == sayings.LUCK


@pytest.mark.parametrize(
    "note", [NoteJudgement(), NoteJudgement(0.14, is_default=True), NoteJudgement(0.2)]
)
def test_without_a_good_word_a_good_chance_is_no_good_request(note):
    assert reason(NO, note=note, **GOOD_TIE) == sayings.UNMOVED


@pytest.mark.parametrize(
    ("note", "named"),
    [
        (NoteJudgement(), sayings.UNMOVED),
        (NoteJudgement(0.6), sayings.LUCK),
    ],
)
def test_where_nothing_spoke_against_it_only_words_of_their_own_are_praised(note, named):
    """However far the chance is from good."""
    plain = {"note": note, "profile": Showing(0.6, avatar_set=True), "traits": EASY}
    assert decide(Facts(**plain), NO).p < GOOD
    assert reason(NO, **plain) == named


def test_what_spoilt_a_request_is_named_however_good_the_chance():
    rude = NoteJudgement(0.4, flags=frozenset({Flag.RUDE}))
    assert decide(Facts(note=rude, **GOOD_TIE), NO).p >= GOOD
    assert reason(NO, note=rude, **GOOD_TIE) == "rude"


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"engagement": Engagement(commented=1.0), "tie": Tie(schools=1)}, "school"),
        ({"engagement": Engagement(commented=1.0), "tie": Tie(same_city=True)}, "commented"),
        ({"profile": Showing(0.61), "tie": Tie(schools=1)}, "school"),
        ({"profile": Showing(0.61)}, "profile"),
        ({"tie": Tie(groups=1, active_in_group=True)}, "group"),
    ],
)
def test_a_yes_names_first_what_the_page_says_helped_first(facts, named):
    answer = decide(Facts(**facts), YES)
    assert explain(Facts(**facts), answer).helped[0].name == named
    assert reason(YES, **facts) == named


def test_where_nothing_helped_a_yes_names_nothing():
    assert reason(YES) == sayings.NOTHING


@pytest.mark.parametrize("version", VERSIONS)
def test_taking_part_never_weighs_more_than_the_group_itself(version):
    """So no yes names it, and there are no words for it."""
    assert values(version)["active"] <= values(version)["group"]


@pytest.mark.parametrize("draws", [YES, NO])
def test_i4_what_is_named_is_a_stored_term(draws):
    for mutual in range(3):
        for quality in (None, 0.1, 0.9):
            facts = Facts(tie=Tie(mutual=mutual), note=NoteJudgement(quality), traits=BUSY)
            answer = decide(facts, draws)
            named = voices.reason_for(facts, answer, good=GOOD)
            unstored = (sayings.LUCK, sayings.UNMOVED, sayings.LITTLE, sayings.NOTHING)
            assert answer.terms.get(named) or named in unstored
