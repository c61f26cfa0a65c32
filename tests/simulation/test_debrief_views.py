"""The pages of bets, debriefs and what-ifs."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from network.models import Event, Invitation
from network.my_data import my_data
from simulation.debriefing import Told
from simulation.deciding.explaining import chance_in_words
from simulation.models import Agenda, Debrief, Decision, Persona, Prediction
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, WorldFactory, found
from tests.network.views.words import is_part, said, visible
from tests.simulation.moves import days, lucky

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
NOTE = "Hi Omar, I read your post. May I ask you one question? No rush, and thank you."
SILENT = ("ignore", "decline", "unknown")
ENDS = ("", "predict/", "open/", "what-if/")


@pytest.fixture
def sent(mia, omar, persona):
    return mia.invite(omar, "unknown", NOTE)


@pytest.fixture
def as_mia(mia):
    return signed_in(mia)


def url(invitation, end=""):
    return f"/debriefs/{invitation.pk}/{end}"


def decided(monkeypatch, invitation, outcome, *, opened=True):
    lucky(monkeypatch, outcome)
    days(invitation.world, 22)
    if opened:
        Debrief.objects.open(invitation)
    return Decision.objects.get(invitation=invitation)


# Before the answer


def test_a_bet_is_offered_with_the_invitation_and_kept(as_mia, sent):
    assert "How many of ten people like them would accept this?" in as_mia.get(url(sent)).text

    response = as_mia.post(url(sent, "predict/"), {"tenths": "4"})

    assert response.headers["Location"] == url(sent)
    assert Prediction.objects.get().tenths == 4
    page = as_mia.get(url(sent))
    assert said(page) == ["Your bet stands. You can change it until the debrief is open."]
    assert "Your bet: 4 in 10 would accept." in visible(page)
    assert 'value="4" ' in page.text


def test_what_waited_too_long_before_one_came_takes_no_bet(as_mia, mia, omar, persona):
    ago = mia.joined_at - timedelta(days=40)
    old = Invitation.objects.create(
        world=mia.world, sender=mia, recipient=omar, how="friend", sent_at=ago
    )
    Event.objects.create(
        world=mia.world, actor=mia, verb="invited", target=omar, invitation=old, at=ago
    )

    page = visible(as_mia.get(url(old)))

    assert "nobody weighs it any more" in page
    assert "How many of ten" not in page
    assert "Open the debrief" not in page
    assert "Bet on the answer" not in visible(as_mia.get("/debriefs/"))


@pytest.mark.parametrize("outcome", ["ignore", "decline"])
def test_who_wrote_back_was_not_silent(monkeypatch, as_mia, mia, omar, sent, outcome):
    omar.write(mia, "Not now, but good luck.")
    decided(monkeypatch, sent, outcome)

    page = visible(as_mia.get(url(sent)))

    assert "They answered your note, and did not accept." in page
    assert "silen" not in page.partition("In their own words")[0].partition("What happened")[2]


def test_htmx_gets_the_bet_in_its_place(as_mia, sent):
    shown = as_mia.get(url(sent), headers=HTMX)
    assert is_part(shown)
    assert 'id="bet"' in shown.text

    response = as_mia.post(url(sent, "predict/"), {"tenths": "0"}, headers=HTMX)

    assert is_part(response)
    assert "Your bet: 0 in 10 would accept." in visible(response)
    assert Prediction.objects.get().tenths == 0


@pytest.mark.parametrize("tenths", ["", "-1", "11", "4.5", "four", "٤", "9" * 400, "1e0"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_bet_is_one_of_eleven(as_mia, sent, tenths, headers):
    response = as_mia.post(url(sent, "predict/"), {"tenths": tenths}, headers=headers)

    assert response.status_code == 422
    assert "Choose a number from 0 to 10." in response.text
    assert not Prediction.objects.exists()


def test_where_one_lands_after_sending_a_bet_is_a_press_away(as_mia, omar, sent):
    page = as_mia.get("/people/omar/").text
    assert f'hx-get="{url(sent)}" hx-trigger="load"' in page
    assert f'href="{url(sent)}"' in page
    assert f'href="{url(sent)}"' in as_mia.get("/invitations/sent/").text


@pytest.mark.parametrize("outcome", SILENT)
def test_c6_a_silent_answer_shows_nowhere_before_it_is_opened(monkeypatch, mia, sent, outcome):
    """The same pages as if nobody had decided, byte for byte."""
    as_mia = signed_in(mia)
    Prediction.objects.predict(sent, 3)
    sent.remind()
    days(mia.world, 0)
    paths = (url(sent), "/debriefs/", "/people/omar/", "/people/omar/their-side/")

    def pages():
        shown = [as_mia.get(path).content for path in paths]
        parts = [as_mia.get(url(sent), headers=HTMX).content]
        data = json.dumps(my_data(mia.user), default=str)
        return [*map(without_token, shown + parts), data]

    def without_token(page):
        lines = page.decode().split("\n")
        return [line for line in lines if "csrf" not in line.lower() and "nonce" not in line]

    mia.world.skip(type(sent.sent_at - sent.sent_at)(days=21))
    before = pages()
    mia.world.now = sent.sent_at
    mia.world.save()
    lucky(monkeypatch, outcome)
    days(mia.world, 21)

    assert Decision.objects.get().outcome == outcome
    for now, then in zip(pages(), before, strict=True):
        assert now == then
    assert "only its debrief tells" in visible(as_mia.get("/people/omar/their-side/"))


@pytest.mark.parametrize("outcome", SILENT)
def test_their_side_tells_with_the_debrief(monkeypatch, as_mia, sent, outcome):
    decision = decided(monkeypatch, sent, outcome, opened=False)
    page = as_mia.get("/people/omar/their-side/")
    assert f'href="{url(sent)}"' in page.text

    as_mia.post(url(sent, "open/"))

    [sides] = as_mia.get("/people/omar/their-side/").context["invitations"]
    told = {
        "ignore": "Among their invitations. They have not answered.",
        "decline": "They declined it, on ",
        "unknown": "They said that they do not know you, on ",
    }
    assert sides.theirs.startswith(told[decision.outcome])
    assert sides.sealed is None


def test_opening_what_is_undecided_says_so_and_opens_nothing(as_mia, sent):
    page = as_mia.post(url(sent, "open/"), follow=True)

    [words] = said(page)
    assert words.startswith("Nobody has decided on this invitation so far.")
    assert "Open the debrief" in page.text
    assert not Debrief.objects.exists()


@pytest.mark.parametrize("outcome", SILENT)
def test_a_silent_answer_is_opened_by_a_press(monkeypatch, as_mia, sent, outcome):
    decided(monkeypatch, sent, outcome, opened=False)
    as_mia.post(url(sent, "predict/"), {"tenths": "9"})

    page = as_mia.post(url(sent, "open/"), follow=True)

    told = page.context["told"]
    assert str(told.happened) in visible(page)
    assert "You said 9 in 10" in visible(page)
    assert Debrief.objects.get().invitation == sent
    again = as_mia.post(url(sent, "predict/"), {"tenths": "1"}, follow=True)
    assert said(again) == [
        "The debrief is open, so your bet stays as it is. Bet on your next invitation."
    ]
    assert "The debrief is open" in as_mia.get(url(sent), headers=HTMX).text


def test_the_clock_s_controls_are_named_to_who_has_them(as_mia, mia, sent):
    assert "Your instructor can put it forward." in as_mia.get(url(sent)).text
    mia.world.owner = mia.user
    mia.world.save()
    assert "put the clock forward" in as_mia.get(url(sent)).text


def test_what_has_no_debrief_says_why(as_mia, mia, omar, sent):
    learner = mia.invite(LearnerFactory(world=mia.world), "friend")
    omar.invite(mia, "friend")

    assert "This is another learner." in as_mia.get(url(learner)).text
    assert "Accepted without weighing" in as_mia.get(url(sent)).text
    for one in (learner, sent):
        assert as_mia.get(url(one, "what-if/")).headers["Location"] == url(one)
        as_mia.post(url(one, "predict/"), {"tenths": "1"})
    assert not Prediction.objects.exists()
    assert [told.invitation for told in as_mia.get("/debriefs/").context["debriefs"]] == [sent]


def test_what_was_taken_back_can_be_opened_all_the_same(monkeypatch, as_mia, sent):
    decided(monkeypatch, sent, "ignore", opened=False)
    sent.refresh_from_db()
    sent.withdraw()

    assert "You took it back" in as_mia.get(url(sent)).text
    assert "Withdrawn" in as_mia.get("/debriefs/").text
    page = as_mia.post(url(sent, "open/"), follow=True)
    assert "They saw it and stayed silent." in page.text


# The debrief


@pytest.mark.parametrize("outcome", ["accept", "accept_and_reply", *SILENT])
def test_a_debrief_tells_all_of_it_in_order(monkeypatch, as_mia, mia, sent, outcome):
    like = PersonFactory(world=mia.world, name="Noor Asante")
    Persona.objects.create(person=like)
    Prediction.objects.predict(sent, 2)
    decision = decided(monkeypatch, sent, outcome)

    page = as_mia.get(url(sent))

    told, text = page.context["told"], visible(page)
    explanation = told.explanation
    parts = [
        str(told.happened),
        f"accepted by {explanation.chance} people like them",
        "You said 2 in 10",
        *([each.words for each in explanation.helped] or ["Nothing that you shared or did"]),
        *(words for change in explanation.changes for words in (change.words, change.gain)),
        explanation.beyond.words if explanation.beyond else "Nothing about them",
        str(told.luck),
        "Try it for real with Noor Asante",
        told.voice,
        "Simulated",
        *(line.title for line in told.note.lines),
        "LinkedOut?",
        "What will you do first?",
    ]
    assert f'<p dir="auto">{escape(told.voice)}</p>' in page.text
    at = text.index("What happened")
    for part in parts:
        assert part in text[at:], part
        at = text.index(part, at)
    assert all(f"{row.title} " in text for row in told.rows)
    assert page.text.count("<mark>") >= 2
    assert len(told.rows) == len(decision.terms)
    assert "enlarged" not in text


def test_where_nobody_has_the_role_somebody_else_is_offered(monkeypatch, as_mia, mia, sent):
    Persona.objects.create(person=PersonFactory(world=mia.world), role="recruiter")
    decided(monkeypatch, sent, "ignore")

    assert "may look at an invitation in another way" in as_mia.get(url(sent)).text


def test_enlarged_effects_are_said_to_be(monkeypatch, as_mia, mia, sent):
    mia.world.agenda if hasattr(mia.world, "agenda") else days(mia.world, 0)
    mia.world.refresh_from_db()
    mia.world.agenda.gain = 1.5
    mia.world.agenda.save()
    decided(monkeypatch, sent, "ignore")

    for end in ("", "what-if/"):
        assert "Effects enlarged for teaching" in as_mia.get(url(sent, end)).text


def test_a_note_that_is_not_there_or_not_scored_is_said_so(monkeypatch, as_mia, mia):
    for number, note in enumerate(["", "Bonjour, je voudrais bien faire votre connaissance ici."]):
        person = PersonFactory(world=mia.world, handle=f"other-{number}")
        Persona.objects.create(person=person, workdays=list(range(7)), sessions=[[0, 1440]])
        mia.invite(person, "unknown", note)
    lucky(monkeypatch, "accept")
    days(mia.world, 21)
    blank, french = Invitation.objects.order_by("pk")

    assert "There is no note." in as_mia.get(url(blank)).text
    assert "This language is not scored yet." in as_mia.get(url(french)).text


def test_an_acceptance_leads_to_its_debrief(monkeypatch, as_mia, sent):
    decided(monkeypatch, sent, "accept")

    assert f'href="{url(sent)}"' in as_mia.get("/notifications/").text
    assert "They accepted." in as_mia.get(url(sent)).text


# What if


def filled_in(page):
    """what a browser sends of the form as it stands."""
    form = page.context["form"]
    return {
        field.html_name: "on" if field.initial is True else field.initial
        for field in form
        if field.initial is not None and field.initial is not False
    }


def what_if(as_mia, invitation, headers=None, **other):
    path = url(invitation, "what-if/")
    was = filled_in(as_mia.get(path))
    sent = {name: value for name, value in {**was, **other}.items() if value is not None}
    return as_mia.post(path, sent, headers=headers or {})


@pytest.mark.parametrize("outcome", ["accept", "accept_and_reply", *SILENT])
def test_i5_without_a_change_it_is_the_stored_answer(monkeypatch, as_mia, sent, outcome):
    decision = decided(monkeypatch, sent, outcome)

    result = what_if(as_mia, sent).context["result"]

    assert result.given == {}
    assert result.facts == decision.seen
    assert result.after.terms == decision.terms
    assert (result.after.p, result.after.outcome) == (decision.p, decision.outcome)
    assert result.is_unchanged
    assert result.chance == chance_in_words(decision.p)


def test_a_decision_of_the_first_version_stays_as_it_was(monkeypatch, as_mia, mia, sent):
    Agenda.objects.update_or_create(world=mia.world, defaults={"model_version": 1})
    decision = decided(monkeypatch, sent, "ignore")
    # As it was kept before anybody remembered anything.
    kept = {name: value for name, value in decision.facts.items() if name != "memory"}
    monkeypatch.setattr(Decision, "facts", kept)

    response = what_if(as_mia, sent, thanked="on", pushed="on")

    assert decision.model_version == 1
    assert response.context["result"].after.terms == decision.terms
    assert not {"thanked", "pushed"} & response.context["form"].fields.keys()
    assert "I had thanked them" not in response.text


def rows_of_everything():
    tables = connection.introspection.table_names()
    kept = [name for name in tables if name.startswith(("network_", "simulation_"))]
    with connection.cursor() as cursor:
        for table in sorted(kept):
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")  # noqa: S608
            yield table, cursor.fetchall()


def test_i5_it_writes_nothing(monkeypatch, as_mia, sent):
    decided(monkeypatch, sent, "ignore")
    before = dict(rows_of_everything())

    with CaptureQueriesContext(connection) as captured:
        response = what_if(as_mia, sent, note="Another note", mutual="7", commented="on")

    assert response.status_code == 200
    assert dict(rows_of_everything()) == before
    words = ("INSERT", "UPDATE", "DELETE")
    assert [one["sql"] for one in captured if one["sql"].startswith(words)] == []


BETTER = {
    "mutual": "3",
    "group": "on",
    "active": "on",
    "commented": "on",
    "replied": "on",
    "followed": "on",
    "liked": "on",
    "endorsed": "on",
    "thanked": "on",
    "completeness": "100",
    "avatar": "on",
}


@pytest.mark.parametrize("name", BETTER)
def test_each_thing_done_better_moves_the_chance_up(monkeypatch, as_mia, sent, name):
    decided(monkeypatch, sent, "ignore")

    response = what_if(as_mia, sent, **{name: BETTER[name]})

    result = response.context["result"]
    assert result.after.p > result.before.p
    changed = [row.name for row in result.rows if row.is_changed]
    assert changed
    assert "Changed" in response.text


@pytest.mark.parametrize(
    "worse",
    [
        {"how": "classmate"},
        {"pending": "30"},
        {"sent_today": "30"},
        {"pushed": "on"},
        {"note": "I need a job urgently, please refer me and forward my CV."},
    ],
    ids=str,
)
def test_each_thing_done_worse_moves_it_down(monkeypatch, as_mia, sent, worse):
    decided(monkeypatch, sent, "ignore")

    result = what_if(as_mia, sent, **worse).context["result"]

    assert result.after.p < result.before.p


def test_a_better_note_is_judged_anew(monkeypatch, as_mia, mia, omar, persona):
    sent = mia.invite(omar, "unknown", "I would like to add you to my network.")
    decided(monkeypatch, sent, "ignore")

    response = what_if(as_mia, sent, note=NOTE)

    result = response.context["result"]
    assert result.after.p > result.before.p
    assert "The new note, read closely" in response.text
    assert result.note.review.quality > result.told.note.review.quality
    assert result.after.outcome == "ignore"  # the luck is the same
    assert "With the same luck they would not have accepted this either." in response.text


def test_a_claim_holds_as_far_as_what_is_supposed(monkeypatch, as_mia, mia, omar, persona):
    sent = mia.invite(omar, "group", NOTE)
    decided(monkeypatch, sent, "ignore")

    alone = what_if(as_mia, sent).context["result"]
    shared = what_if(as_mia, sent, group="on").context["result"]

    assert alone.after.terms["false_claim"] < 0
    assert "false_claim" not in shared.after.terms


def test_a_friend_is_who_knew_the_other_whatever_is_supposed(monkeypatch, as_mia, mia, omar, sent):
    decided(monkeypatch, sent, "ignore")

    stranger = what_if(as_mia, sent, how="friend", group="on").context["result"]
    omar.invite(mia, "unknown")  # what comes afterwards was not known then
    later = what_if(as_mia, sent, how="business").context["result"]

    for result in (stranger, later):
        assert result.after.terms["false_claim"] == -0.8


def test_who_knew_the_other_may_be_supposed_to_say_so(monkeypatch, as_mia, mia, omar, persona):
    omar.invite(mia, "unknown").accept()
    mia.disconnect(omar)
    sent = mia.invite(omar, "friend", NOTE)
    decided(monkeypatch, sent, "ignore")

    for worse in ({"group": "on"}, {"how": "business"}):
        assert "false_claim" not in what_if(as_mia, sent, **worse).context["result"].after.terms


@pytest.mark.parametrize("answers", [True, False])
def test_a_polite_no_alone_is_no_friendship_to_suppose(
    monkeypatch, as_mia, mia, omar, sent, answers
):
    omar.write(mia, "Thank you, and not now.")
    if answers:
        mia.write(omar, "Thank you for telling me.")
    decided(monkeypatch, sent, "ignore")

    terms = what_if(as_mia, sent, how="friend").context["result"].after.terms
    assert ("false_claim" in terms) != answers


def test_a_rude_note_to_a_stranger_who_is_called_a_friend_costs_both(
    monkeypatch, as_mia, mia, omar, persona
):
    found(omar, "Pilots").join(mia)
    sent = mia.invite(omar, "friend", "Hi Omar, shame on you. We are friends.")

    decision = decided(monkeypatch, sent, "ignore")

    assert (decision.terms["false_claim"], decision.terms["rude"]) == (-0.8, -0.9)
    assert "false_claim" in what_if(as_mia, sent, group=None).context["result"].after.terms


def test_the_same_luck_can_make_another_answer(monkeypatch, as_mia, sent):
    decision = decided(monkeypatch, sent, "ignore")
    would = what_if(as_mia, sent, mutual="12").context["result"]
    assert would.outcome == "With the same luck they would not have accepted this either."
    told = Told(Invitation.objects.get(pk=sent.pk))
    monkeypatch.setattr(type(told.decision), "draws", type(decision.draws)(decision.p, 0.9, 0.9))

    assert would.before.outcome == "ignore"
    now = what_if(as_mia, sent, mutual="12").context["result"]
    assert now.outcome == "With the same luck they would have accepted this."


def test_an_acceptance_can_be_lost(monkeypatch, as_mia, sent):
    decision = decided(monkeypatch, sent, "accept")
    luck = type(decision.draws)(decision.p - 0.001, 0.9, 0.9)
    monkeypatch.setattr(Decision, "draws", luck)

    kept = what_if(as_mia, sent, mutual="12").context["result"]
    lost = what_if(as_mia, sent, pending="40").context["result"]

    assert kept.outcome == "With the same luck they would have accepted this, too."
    assert lost.outcome == "With the same luck they would not have accepted this."


def test_what_came_too_late_comes_too_late_again(monkeypatch, as_mia, mia, sent):
    lucky(monkeypatch, "accept")
    monkeypatch.setattr("simulation.answering.answered_at", lambda *_: None)
    days(mia.world, 30)
    Debrief.objects.open(sent)

    assert "Came too late" in as_mia.get("/debriefs/").text
    assert "whatever you had written" in what_if(as_mia, sent, mutual="9").text


def test_htmx_gets_the_form_with_its_result(monkeypatch, as_mia, sent):
    decided(monkeypatch, sent, "ignore")

    response = what_if(as_mia, sent, headers=HTMX, mutual="3")

    assert is_part(response)
    assert 'id="what-if"' in response.text
    assert "data-focus" in response.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"mutual": "-1"},
        {"mutual": "many"},
        {"mutual": "9" * 400},
        {"completeness": "101"},
        {"how": "cousin"},
        {"pending": "1.5"},
        {"note": "x" * 301},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_what_cannot_be_is_refused_beside_its_field(monkeypatch, as_mia, sent, wrong, headers):
    decided(monkeypatch, sent, "ignore")

    response = what_if(as_mia, sent, headers=headers, **wrong)

    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.text
    assert "result" not in response.context


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "ab"),
        ("<script>alert(1)</script> May I ask you?", "<script>alert(1)</script> May I ask you?"),
        ("</textarea><b hx-get=/x hx-trigger=load>", "</textarea><b hx-get=/x hx-trigger=load>"),
        ("\u202eolleH", "olleH"),
        ("\u200b\u2060", ""),
        ("{{7*7}} %s {% debug %}", "{{7*7}} %s {% debug %}"),
        ("👩‍👩‍👧‍👦 " * 40, ("👩‍👩‍👧‍👦 " * 40).strip()),
        ("שלום Omar, مرحبا", "שלום Omar, مرحبا"),
    ],
)
def test_whatever_is_typed_into_a_what_if_is_text(monkeypatch, as_mia, sent, typed, kept):
    decided(monkeypatch, sent, "ignore")

    response = what_if(as_mia, sent, note=typed)

    assert response.status_code == 200
    assert response.context["result"].note.text == kept
    assert "<script>alert" not in response.text
    assert "<b hx-get" not in response.text
    pieces = response.context["result"].note.pieces
    assert "".join(piece.text for piece in pieces) == kept


def test_the_note_that_was_sent_is_shown_as_text(monkeypatch, as_mia, mia, omar, persona):
    sent = mia.invite(omar, "unknown", "Hi <i>Omar</i>, may I ask you <script>one question?")
    shown = [as_mia.get(url(sent))]
    decided(monkeypatch, sent, "ignore")
    shown += [as_mia.get(url(sent)), as_mia.get(url(sent, "what-if/"))]

    for page in shown:
        assert "<i>Omar" not in page.text
        assert "&lt;i&gt;" in page.text


# Whose it is


def test_only_the_sender_finds_anything(monkeypatch, mia, omar, sent):
    decided(monkeypatch, sent, "ignore")
    missing = signed_in(mia).get("/debriefs/999999/")
    elsewhere = LearnerFactory(world=WorldFactory(), user=mia.user)  # another world of Mia's own
    staff = LearnerFactory(world=mia.world, user__is_staff=True)

    for person in (LearnerFactory(world=mia.world), staff, elsewhere):
        as_mia = signed_in(person)
        if person is elsewhere:
            as_mia.post(f"/worlds/{elsewhere.pk}/enter/")
        for end in ENDS:
            acts = end in ("predict/", "open/")
            path = url(sent, end)
            response = as_mia.post(path, {"tenths": 1}) if acts else as_mia.get(path)
            assert (response.status_code, response.content) == (404, missing.content), path
        assert as_mia.get("/debriefs/").context["debriefs"] == []


def test_after_a_block_there_is_nothing(monkeypatch, as_mia, mia, omar, sent):
    decided(monkeypatch, sent, "ignore")
    mia.block(omar)

    assert as_mia.get(url(sent)).status_code == 404
    assert as_mia.get("/debriefs/").context["debriefs"] == []


def test_bets_and_what_was_opened_are_part_of_my_data(monkeypatch, mia, sent):
    Prediction.objects.predict(sent, 7)

    def mine():
        [world] = my_data(mia.user)["worlds"]
        [one] = world["debriefs"]
        return one

    assert (mine()["to"], mine()["bet"], mine()["answer"]) == ("Omar (omar)", 7, None)
    decision = decided(monkeypatch, sent, "decline", opened=False)
    assert (mine()["chance"], mine()["answer"], mine()["opened"]) == (None, None, None)
    Debrief.objects.open(sent)
    assert (mine()["chance"], mine()["answer"]) == (decision.p, "They declined, in silence.")
    assert mine()["opened"] == mia.world.now or mine()["opened"] >= decision.at


# The list


def test_the_list_is_paged_and_the_newest_come_first(as_mia, mia):
    sent = [mia.invite(PersonFactory(world=mia.world), "unknown") for _ in range(23)]

    first = as_mia.get("/debriefs/")
    rest = as_mia.get(f"/debriefs/?before={first.context['next']}", headers=HTMX)

    shown = [told.pk for page in (first, rest) for told in page.context["debriefs"]]
    assert shown == [one.pk for one in reversed(sent)]
    assert is_part(rest)
    assert "Practice" in first.text


def test_an_empty_list_says_what_to_do(as_mia):
    assert "Invite somebody simulated." in as_mia.get("/debriefs/").text


def test_the_list_says_how_well_one_bets(monkeypatch, as_mia, sent):
    Prediction.objects.predict(sent, 10)
    decided(monkeypatch, sent, "ignore")

    text = visible(as_mia.get("/debriefs/"))
    assert "Too few to say: 1 open so far" in text
    assert "From 1 bet, held against the chance" in text
    assert Event.objects.filter(verb="debriefed").exists()
