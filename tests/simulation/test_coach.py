"""The coach beside the invitation form."""

import pytest

from network.models import Invitation
from simulation.coaching.checklist import FULL, HINTS
from simulation.drafting import help_for, slips_in
from simulation.models import Decision, Persona
from tests.everyone import signed_in
from tests.factories import PersonFactory, connect
from tests.network.views.words import is_part, visible
from tests.simulation.moves import days, lucky

HTMX = {"HX-Request": "true"}
GOOD = (
    "Hi Omar, your post on drying wet ledgers helped me save two books in our shop. I am a library "
    "science student. Could I ask you one question about blotting paper? No rush, and thank you."
)


def ask(person, other, note="", **options):
    answer = signed_in(person, headers=HTMX).post(
        f"/people/{other.handle}/coach/", {"note": note}, **options
    )
    assert answer.status_code == 200
    return answer


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Hi [Name], we met.", "Something from a template was left in. [Name]"),
        ("Hi Bernadette, we met.", "The name in the greeting is not theirs. Bernadette"),
        ("Hi Omar, see www.buy.example/now", "There is a link or a number in it."),
        ("Hi Omar. " + "So it is. " * 50, "It is 208 characters too long."),
        ("I'd like to add you to my professional network.", "This is the text that everybody"),
        ("Hi Omar, I recieved teh answer.", "words are spelt. recieved (received), teh (the)"),
    ],
)
def test_slips_are_said_while_one_writes(mia, omar, note, words):
    answer = ask(mia, omar, note)

    assert is_part(answer)
    assert words in visible(answer)
    assert not Invitation.objects.exists()


def test_a_clean_note_is_called_clean_and_an_empty_one_is_not_spoken_of(mia, omar):
    assert "No slips in the form." in visible(ask(mia, omar, GOOD))
    assert "slips" not in visible(ask(mia, omar, "  "))
    assert slips_in("Hi\x00 [Name]", mia, omar) == ()


def test_what_is_too_long_for_any_form_is_read_in_part(mia, omar):
    assert "too long" in visible(ask(mia, omar, "Hi Omar, " + "é" * 300_000))


def test_the_text_is_shown_as_text(mia, omar):
    assert "<b>" not in ask(mia, omar, "Hi [<b>Name</b>], we met.").text


def test_the_list_fades_with_good_notes_and_comes_back_after_poor_ones(
    mia, omar, persona, monkeypatch
):
    def judged(quality):
        number = Decision.objects.count()
        other = PersonFactory(world=mia.world, handle=f"p{number}")
        mia.invite(other, "unknown", "Hello")
        days(mia.world, 22)
        decision = Decision.objects.get(invitation__recipient=other)
        fields = {each.name: getattr(decision, each.name) for each in decision._meta.fields}
        fields["facts"]["note"]["quality"] = quality
        decision.delete()
        Decision.objects.create(**fields)

    lucky(monkeypatch, "accept")
    assert help_for(mia) == tuple(map(str, FULL))
    judged(0.9)
    assert help_for(mia) == tuple(map(str, FULL))
    judged(0.9)
    assert help_for(mia) == tuple(map(str, HINTS))
    assert "I greet them by their name" not in visible(ask(mia, omar))
    judged(0.8)
    judged(0.8)
    assert help_for(mia) == ()
    assert "A note that is read" not in visible(ask(mia, omar))
    judged(0.1)
    judged(0.1)
    assert help_for(mia) == tuple(map(str, HINTS))


@pytest.mark.parametrize(
    ("register", "words"),
    [("first-name", "by the first name"), ("title-surname", "formally"), ("either", "")],
)
def test_how_they_like_to_be_addressed_is_visible(mia, omar, persona, register, words):
    Persona.objects.update(register=register)

    assert ("likes to be addressed" in visible(ask(mia, omar))) == bool(words)
    assert words in visible(ask(mia, omar))


def test_without_htmx_the_whole_form_comes_back_as_it_was_typed(mia, omar):
    form = {"note": "Hi [Name], we met.", "how": "friend", "email": "", "key": "no key"}

    answer = signed_in(mia).post("/people/omar/coach/", form)

    assert "Something from a template was left in." in visible(answer)
    assert "Hi [Name], we met.</textarea>" in answer.text
    assert answer.text.count("checked") == 1
    assert not Invitation.objects.exists()


def test_who_is_connected_needs_no_note(mia, omar):
    connect(mia, omar)

    answer = signed_in(mia).post("/people/omar/coach/", {"note": "Hi"}, follow=True)

    assert answer.redirect_chain[-1][0] == omar.url


def test_a_note_to_a_hub_takes_as_many_queries_as_one_to_anybody(
    mia, omar, world, django_assert_max_num_queries
):
    for number in range(30):
        friend = PersonFactory(world=world, handle=f"f{number}")
        connect(mia, friend)
        connect(omar, friend)
    client = signed_in(mia, headers=HTMX)

    with django_assert_max_num_queries(33):
        client.post("/people/omar/coach/", {"note": GOOD})
