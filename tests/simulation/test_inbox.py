"""What the invitations that a learner has answered were worth: told afterwards, never before."""

import re

import pytest

from network.models import Education, Invitation, Report
from simulation.inbox import VERDICTS, WORTH, answered_by, judged
from simulation.models import Approach
from simulation.skills.judging import INBOX
from simulation.skills.levels import Level
from simulation.skills.reading import work_of
from tests.everyone import signed_in
from tests.factories import (
    LearnerFactory,
    PersonFactory,
    WorldFactory,
    connect,
    found,
    job,
    publish,
)
from tests.network.views.words import is_part, visible

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
ANSWERS = {"accepted": "accept", "declined": "decline", "unknown": "say_unknown"}
Label, Cue = Approach.Label, Approach.Cue


def come(person, learner, label, note="", cues=(), how="unknown"):
    return labelled(person.invite(learner, how, note), label, cues)


def labelled(sent, label, cues=()):
    Approach.objects.create(
        world=sent.world,
        person=sent.sender,
        learner=sent.recipient,
        label=label,
        cues=list(cues),
        at=sent.sent_at,
        invitation=sent,
    )
    return sent


def url(invitation):
    return f"/practice/inbox/{invitation.pk}/"


def signs(mia, invitation):
    [one] = judged(answered_by(mia).filter(invitation=invitation))
    return [str(sign) for sign in one.signs]


@pytest.fixture
def as_mia(mia):
    return signed_in(mia)


@pytest.mark.parametrize("label", Label.values)
@pytest.mark.parametrize("answer", ANSWERS)
def test_each_answer_is_judged_as_the_skill_judges_it(as_mia, mia, omar, label, answer):
    sent = come(omar, mia, label)
    getattr(sent, ANSWERS[answer])()

    page = as_mia.get("/practice/inbox/")

    [one] = page.context["answered"]
    assert str(WORTH[label]) in visible(page)
    assert str(VERDICTS[label, answer]) in visible(page)
    expected = INBOX.get((label, answer))
    assert str(one.level) == (expected.name.capitalize() if expected is not None else "Starting")
    assert f"it counts as: {one.level}." in visible(page)
    assert ('/people/omar/report/"' in page.text) == (label in ("spam", "scam"))


@pytest.mark.parametrize(("label", "level"), [("spam", "Strong"), ("relevant", "Starting")])
def test_who_was_reported_is_judged_so(as_mia, mia, omar, label, level):
    sent = come(omar, mia, label)
    sent.decline()
    Report.objects.file(mia, omar, "spam")

    page = as_mia.get(url(sent))

    assert f"it counts as: {level}." in visible(page)
    assert "You reported them" in visible(page)
    assert "/people/omar/report/" not in page.text


def test_a_report_of_what_they_posted_is_none_of_them(as_mia, mia, omar):
    sent = come(omar, mia, "spam")
    sent.decline()
    mia.follow(omar)
    Report.objects.file(mia, publish(omar), "rude")

    page = as_mia.get(url(sent))

    assert "You were right not to accept. Report it too" in visible(page)
    assert "it counts as: Proficient." in visible(page)
    assert [piece.level for piece in work_of(mia)["inbox"]] == [Level.PROFICIENT]


@pytest.mark.parametrize("label", ["spam", "scam"])
def test_the_connection_is_to_be_removed_while_there_is_one(as_mia, mia, omar, label):
    sent = come(omar, mia, label)
    sent.accept()
    Report.objects.file(mia, omar, "spam")
    assert "others here. Remove the connection" in visible(as_mia.get(url(sent)))

    mia.disconnect(omar)

    said = visible(as_mia.get(url(sent)))
    assert "You reported them" in said
    assert "Remove the connection" not in said


def test_there_is_a_verdict_for_each_answer():
    assert set(VERDICTS) == {
        (label, answer) for label in Label for answer in (*ANSWERS, "reported")
    }
    assert set(WORTH) == set(Label)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_before_the_answer_nothing_tells_of_the_worth(as_mia, mia, omar, world, headers):
    known = come(omar, mia, "scam", "Answer today.", [Cue.URGENCY])
    plain = PersonFactory(world=world).invite(mia, "unknown", "Answer today.")
    missing = as_mia.get("/practice/inbox/999999/", headers=headers)

    for sent in (known, plain):
        page = as_mia.get(url(sent), headers=headers)
        assert (page.status_code, page.content) == (404, missing.content)
    assert as_mia.get("/practice/inbox/").context["answered"] == []
    cards = as_mia.get("/invitations/").text
    assert "fraud" not in cards
    assert url(known) not in cards


def test_one_that_waits_looks_the_same_labelled_or_not(as_mia, mia, omar):
    def waiting():
        main = as_mia.get("/invitations/").text.partition("<main")[2]
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)

    sent = omar.invite(mia, "unknown", "Answer today.")
    before = waiting()
    labelled(sent, "scam", [Cue.URGENCY])

    assert f'id="invitation-{sent.pk}"' in before
    assert waiting() == before


@pytest.mark.parametrize("end", ["withdraw", "lapse"])
def test_what_ended_by_itself_was_not_judged(as_mia, mia, omar, end):
    sent = come(omar, mia, "spam")
    if end == "withdraw":
        sent.withdraw()
    else:
        Invitation.objects.update(status="expired", answered_at=mia.world.now)

    assert as_mia.get(url(sent)).status_code == 404
    assert as_mia.get("/practice/inbox/").context["answered"] == []


def test_where_nobody_knows_the_worth_nothing_is_said(as_mia, mia, omar):
    sent = omar.invite(mia, "unknown")
    sent.accept()

    part, page = as_mia.get(url(sent), headers=HTMX), as_mia.get(url(sent))
    assert part.content == b""
    assert page["Location"] == "/practice/inbox/"
    assert "HX-Request" in part["Vary"]
    assert "HX-Request" in page["Vary"]


def test_the_answered_card_asks_for_what_it_was_worth(as_mia, mia, omar):
    sent = come(omar, mia, "irrelevant", "I would like to add you to my network.")

    card = as_mia.post(f"/invitations/{sent.pk}/decline/", headers=HTMX)
    part = as_mia.get(url(sent), headers=HTMX)

    assert f'hx-get="{url(sent)}" hx-trigger="load"' in card.text
    assert f'href="{url(sent)}"' not in card.text  # whether anything is known comes with the part
    assert is_part(part)
    assert "HX-Request" in part["Vary"]
    assert "had no special reason" in visible(part)
    assert "You declined, and that fits" in visible(part)


def test_the_card_of_a_learner_asks_for_nothing(as_mia, mia, world):
    sent = LearnerFactory(world=world).invite(mia, "unknown")

    card = as_mia.post(f"/invitations/{sent.pk}/accept/", headers=HTMX)

    assert f'id="invitation-{sent.pk}"' in card.text
    assert "/practice/inbox/" not in card.text


# What can be seen


def test_for_somebody_with_a_reason_it_is_what_the_two_share(world, mia, omar):
    lena = PersonFactory(world=world)
    for person in (mia, omar):
        connect(person, lena)
        Education.objects.create(person=person, school="Wend Valley", started_in=2020)
        job(person, employer_name="Tideline")
    found(omar, "Pilots").join(mia)
    sent = come(omar, mia, "relevant", "I am a pilot and I read your post on tides.")
    sent.accept()

    assert signs(mia, sent) == [
        "1 contact in common",
        "You both went to Wend Valley",
        "You both know Tideline from the inside",
        "You are both in the group Pilots",
        "The note says who writes, or why to you",
    ]


def test_what_gives_the_others_away_is_what_was_kept_of_it(mia, omar):
    sent = come(omar, mia, "scam", "Pay today.", [Cue.URGENCY, Cue.FEE])
    sent.decline()

    assert signs(mia, sent) == ["Asks to hurry", "Asks for a fee"]


@pytest.mark.parametrize(
    ("note", "cues"),
    [
        ("", []),  # the page says that none came
        ("Guten Tag, ich freue mich sehr über Ihre Einladung in Ihr Netzwerk.", []),  # not read
        ("I would like to add you to my network.", ["A note that would fit anybody"]),
        (
            "Dear [First name], 500 followers a day, guaranteed. Price list: www.example.org",
            [
                "A note that would fit anybody",
                "A link, address or number that leads elsewhere",
                "Something to buy",
                "A gap that was not filled in",
            ],
        ),
    ],
)
def test_where_nothing_was_kept_the_note_is_read(mia, omar, note, cues):
    sent = come(omar, mia, "spam", note)
    sent.decline()

    assert signs(mia, sent) == ["No connections in common", *cues]


@pytest.mark.parametrize(
    "note",
    [
        "I read what you wrote on tides. My page: https://tides.example",
        "I read what you wrote on tides. Call me on +44 20 7946 0018.",
        "I read what you wrote on tides. Write to tides@tides.example",
        "Guten Tag, ich freue mich sehr über Ihre Nachricht: +49 40 555 0199",  # no note is scored
    ],
)
def test_whatever_leads_elsewhere_is_called_so(mia, omar, note):
    sent = come(omar, mia, "spam", note)
    sent.decline()

    assert "A link, address or number that leads elsewhere" in signs(mia, sent)


def test_another_field_is_named(mia, omar):
    mia.industry, omar.industry = "Freight", "Coaching"
    mia.save()
    omar.save()
    sent = come(omar, mia, "irrelevant", "I would like to add you to my network.")
    sent.decline()

    assert signs(mia, sent)[-1] == "Another field of work"


# Whose it is


def test_only_who_was_invited_finds_it(mia, omar):
    sent = come(omar, mia, "relevant")
    sent.accept()
    elsewhere = LearnerFactory(world=WorldFactory(), user=mia.user)

    for person in (LearnerFactory(world=mia.world), elsewhere):
        client = signed_in(person)
        if person is elsewhere:
            client.post(f"/worlds/{elsewhere.pk}/enter/")
        assert client.get(url(sent)).status_code == 404
        assert client.get("/practice/inbox/").context["answered"] == []


def test_after_a_block_there_is_nothing(as_mia, mia, omar):
    sent = come(omar, mia, "spam")
    sent.decline()
    mia.block(omar)

    assert as_mia.get("/practice/inbox/").context["answered"] == []
    assert as_mia.get(url(sent), headers=HTMX).content == b""


def test_the_list_is_paged_and_the_newest_come_first(as_mia, mia, world):
    sent = [come(PersonFactory(world=world), mia, "irrelevant") for _ in range(23)]
    for one in sent:
        one.decline()

    first = as_mia.get("/practice/inbox/")
    rest = as_mia.get(f"/practice/inbox/?before={first.context['next']}", headers=HTMX)

    shown = [one.pk for page in (first, rest) for one in page.context["answered"]]
    assert shown == [one.pk for one in reversed(sent)]
    assert is_part(rest)


def test_an_empty_list_says_what_to_do(as_mia):
    assert "No answers to look back on yet" in as_mia.get("/practice/inbox/").text


def test_what_is_written_is_text(as_mia, mia, omar):
    come(omar, mia, "spam", "<script>alert(1)</script>").decline()

    assert "<script>alert" not in as_mia.get("/practice/inbox/").text
