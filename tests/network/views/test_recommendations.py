"""Recommendations on pages: written, asked for, answered, shown."""

import pytest

from network.models import Recommendation
from tests.everyone import signed_in
from tests.factories import PersonFactory, connect

SAID = {"relationship": "together", "text": "She reads <b>tide tables</b>.", "revision": "0"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def mia(everyone):
    """The browser of Mia, whom Connection recommends."""
    return signed_in(everyone.mia)


@pytest.fixture
def author(everyone):
    return signed_in(everyone.connection)


@pytest.fixture
def written(everyone):
    """By Connection, for Mia."""
    return everyone.connection.recommend(
        everyone.mia, relationship="managed", place="Tideline", text="Reads <b>tide tables</b>."
    )


def url(recommendation, act):
    return f"/recommendations/{recommendation.pk}/{act}/"


def status():
    return Recommendation.objects.get().status


def test_it_is_written_accepted_and_shown(mia, author, everyone):
    response = author.post("/people/mia/recommend/", SAID | {"place": "Tideline"})
    assert (response.status_code, response["Location"]) == (302, "/people/mia/")
    assert "Mia has your recommendation now" in author.get("/people/mia/").text

    waiting = mia.get("/recommendations/").text
    assert "She reads &lt;b&gt;tide tables&lt;/b&gt;." in waiting
    written = Recommendation.objects.get()
    response = mia.post(url(written, "accept"), {"revision": 1})
    assert (response.status_code, response["Location"]) == (302, "/recommendations/")

    for client, page in ((mia, "/profile/"), (author, "/people/mia/")):
        shown = client.get(page).text
        assert "She reads &lt;b&gt;tide tables&lt;/b&gt;." in shown
        assert "They say: “We worked together” · <bdi>Tideline</bdi>" in shown
    assert "accepted your recommendation" in author.get("/notifications/").text


def test_a_notice_asks_for_an_answer_as_long_as_there_is_one_to_give(mia, author):
    author.post("/people/mia/recommend/", SAID)
    written = Recommendation.objects.get()
    answer = '<a class="button is-tinted" href="/recommendations/">Answer</a>'
    assert "You decide whether it shows" in mia.get("/notifications/").text
    assert answer in mia.get("/notifications/").text

    mia.post(url(written, "change"), {"revision": 1, "note": "The year is wrong."})
    assert answer not in mia.get("/notifications/").text
    assert answer in author.get("/notifications/").text
    author.post("/people/mia/recommend/", SAID | {"revision": "1", "text": "In spring"})
    mia.post(url(written, "decline"), {"revision": 2})

    told = mia.get("/notifications/").text
    assert "You decide whether it shows" not in told
    assert answer not in told
    assert '<span class="badge">Declined</span>' in told
    assert answer not in author.get("/notifications/").text
    assert "Declined" not in author.get("/notifications/").text


def test_who_lets_a_request_pass_reads_so_in_its_notice(mia, author, everyone):
    asked = everyone.mia.ask_recommendation(everyone.connection, "Would you?")
    author.post(url(asked, "pass"))

    assert '<span class="badge">Asked for, not now</span>' in author.get("/notifications/").text
    assert "not now" not in mia.get("/notifications/").text


@pytest.mark.parametrize(
    ("act", "after", "said"),
    [
        ("accept", "shown", "It shows on your profile now."),
        ("decline", "declined", "You declined. Connection is not told."),
    ],
)
def test_htmx_gets_the_card_with_the_answer(mia, written, act, after, said):
    answer = mia.post(url(written, act), {"revision": 1}, headers=HTMX).text

    assert answer.strip().startswith(
        f'<article class="card person" id="recommendation-{written.pk}"'
    )
    assert said in answer
    assert status() == after


def test_htmx_hides_it_and_shows_it_again(mia, written):
    written.accept(1)
    assert url(written, "show") in mia.post(url(written, "hide"), headers=HTMX).text
    assert url(written, "hide") in mia.post(url(written, "show"), headers=HTMX).text


def test_what_was_changed_meanwhile_is_not_accepted(mia, written):
    response = mia.post(url(written, "accept"), {"revision": 7}, headers={"referer": "/"})

    assert "The text was changed meanwhile" in mia.get(response["Location"]).text
    assert status() == "written"


def test_a_change_is_asked_for_and_made(mia, author, written):
    page = mia.get(url(written, "change")).text
    assert "Reads &lt;b&gt;tide tables&lt;/b&gt;." in page
    assert mia.post(url(written, "change"), {"note": " "}).status_code == 422
    assert mia.post(url(written, "change"), {"note": "In <i>spring</i>"}).status_code == 302
    assert "You asked for a change" in mia.get("/recommendations/mine/").text

    assert "asks you to change your recommendation." in author.get("/notifications/").text
    assert "Asks you for a change" in author.get("/recommendations/").text
    form = author.get("/people/mia/recommend/").text
    assert "In &lt;i&gt;spring&lt;/i&gt;" in form
    assert 'name="revision" value="1"' in form
    author.post("/people/mia/recommend/", SAID | {"revision": "1", "text": "In spring"})
    assert "In spring" in mia.get("/recommendations/").text


def test_a_silent_no_looks_as_if_it_waited(mia, author, written):
    before = author.get("/recommendations/given/", headers=HTMX).text
    mia.post(url(written, "decline"))

    assert "Waits for their answer" in before
    assert author.get("/recommendations/given/", headers=HTMX).text == before
    assert "Nothing waits for you" in mia.get("/recommendations/").text


def test_two_tabs_of_an_author_do_not_overwrite_each_other(author, written):
    author.post("/people/mia/recommend/", SAID | {"revision": "1", "text": "First"})
    response = author.post("/people/mia/recommend/", SAID | {"revision": "1", "text": "Second"})

    assert response.status_code == 422
    assert "The text was changed meanwhile" in response.text
    assert "Second" in response.text
    assert Recommendation.objects.get().text == "First"


def test_what_is_asked_for_is_written_or_let_pass(mia, author, everyone):
    assert mia.post("/people/connection/ask-recommendation/", {"note": ""}).status_code == 422
    response = mia.post("/people/connection/ask-recommendation/", {"note": "About the ferry"})
    assert response["Location"] == "/people/connection/"
    assert "You have asked" in mia.get("/recommendations/mine/").text
    asked = Recommendation.objects.get()

    assert "asks you for a recommendation." in author.get("/notifications/").text
    card = author.get("/recommendations/").text
    assert "About the ferry" in card
    assert "About the ferry" in author.get("/people/mia/recommend/").text
    before = mia.get("/recommendations/mine/", headers=HTMX).text
    answer = author.post(url(asked, "pass"), headers=HTMX).text
    assert "You let it pass. Mia is not told." in answer
    assert mia.get("/recommendations/mine/", headers=HTMX).text == before


def test_who_has_one_is_told_so_when_asking(mia, written):
    response = mia.post("/people/connection/ask-recommendation/", {"note": "Please"})

    assert response.status_code == 422
    assert "has written a recommendation for you already" in response.text


def test_one_asks_before_taking_back(mia, author, written):
    assert "Reads &lt;b&gt;" in author.get(url(written, "take-back")).text
    response = author.post(url(written, "take-back"))
    assert response["Location"] == "/recommendations/given/"
    assert "You have recommended nobody yet" in author.get("/recommendations/given/").text

    mia.post("/people/connection/ask-recommendation/", {"note": "About the ferry"})
    asked = Recommendation.objects.get()
    assert "About the ferry" in mia.get(url(asked, "take-back")).text
    assert mia.post(url(asked, "take-back"))["Location"] == "/recommendations/mine/"
    assert not Recommendation.objects.exists()


def test_what_has_moved_on_meanwhile_is_said_in_words(mia, written):
    mia.post(url(written, "decline"))
    response = mia.post(url(written, "change"), {"note": "Please"})

    assert response["Location"] == "/recommendations/"
    assert "This recommendation has changed meanwhile." in mia.get("/recommendations/").text


def test_who_is_not_connected_is_told_on_the_profile(everyone):
    client = signed_in(everyone.follower)
    for act in ("recommend", "ask-recommendation"):
        response = client.get(f"/people/mia/{act}/")
        assert response["Location"] == "/people/mia/"
        assert "you are connected with" in client.get("/people/mia/").text


def test_a_profile_shows_a_few_at_a_time(everyone, mia):
    for number in range(6):
        friend = PersonFactory(world=everyone.world, handle=f"friend-{number}")
        connect(friend, everyone.mia)
        friend.recommend(everyone.mia, relationship="client", text=f"Text {number}").accept(1)

    first = mia.get("/people/mia/")
    assert [it.text for it in first.context["recommendations"]] == [
        f"Text {n}" for n in (5, 4, 3, 2, 1)
    ]
    cursor = first.context["recommendations"].next
    rest = mia.get(f"/people/mia/?recommended={cursor}", headers=HTMX).text
    assert rest.strip().startswith('<ul class="rows">')
    assert "Text 0" in rest
    assert "Text 1" not in rest
    listed = mia.get("/recommendations/mine/", headers=HTMX).text
    assert "Text 5" in listed
    assert "<h1" not in listed


def test_my_profile_says_what_i_gave(everyone, author, written):
    assert "Give before you ask" in signed_in(everyone.mia).get("/profile/").text
    page = " ".join(author.get("/profile/").text.split())
    assert "So far you have given 0 endorsements and 1 recommendation." in page


def test_a_connection_is_offered_what_one_can_give(everyone):
    page = signed_in(everyone.connection).get("/people/mia/").text
    assert 'href="/people/mia/recommend/"' in page
    assert 'href="/people/mia/ask-recommendation/"' in page
    assert "recommend/" not in signed_in(everyone.follower).get("/people/mia/").text
