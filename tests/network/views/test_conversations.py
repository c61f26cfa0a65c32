import re
import uuid

import pytest

from network.models import Conversation, Message
from network.phrases import PHRASES
from tests.everyone import signed_in
from tests.factories import LearnerFactory, PersonFactory, connect, later, set_rules
from tests.network.views.words import is_part, said, visible


@pytest.fixture
def omar(everyone):
    """Somebody Mia is connected with."""
    return everyone.connection


def names(response):
    return [conversation.other.handle for conversation in response.context["conversations"]]


def lines(response):
    return [line.text for line in response.context["lines"]]


def unread(client):
    return client.get("/feed/").context["badges"]["messages"] or 0


def send(client, person, text="Hello", **data):
    return client.post(person.messages_url, {"text": text, **data})


def since(client, person, **known):
    """What an open page asks for."""
    return client.post(f"{person.messages_url}since/", known)


# Writing


def test_a_message_is_read_by_its_reader(as_mia, everyone, omar):
    response = send(as_mia, omar, key=uuid.uuid4())

    assert response.url == f"{omar.messages_url}#newest"
    assert unread(signed_in(omar)) == 1
    page = signed_in(omar).get(everyone.mia.messages_url)
    assert lines(page) == ["Hello"]
    assert unread(signed_in(omar)) == 0
    assert "Connection has read this." in visible(as_mia.get(omar.messages_url))


def test_htmx_gets_the_new_lines_an_empty_form_and_the_place_of_the_next(htmx, everyone, omar):
    known = omar.write(everyone.mia, "You know this")
    omar.write(everyone.mia, "You do not know this")

    response = send(htmx, omar, after=known.pk)

    assert is_part(response)
    assert lines(response) == ["You do not know this", "Hello"]
    newest = Message.objects.order_by("pk").last().pk
    assert f'name="after" value="{newest}"' in response.text
    [form] = re.findall(r'<form[^>]*id="message-form"[^>]*>', response.text)
    assert 'hx-swap-oob="true"' in form
    assert re.search(r"<textarea[^>]*>\s*</textarea>", response.text)


def test_a_form_sent_twice_is_one_message(as_mia, omar):
    key = uuid.uuid4()
    for _ in range(2):
        send(as_mia, omar, key=key)

    assert Message.objects.count() == 1
    send(as_mia, omar, "Something else", key=key)
    assert Message.objects.count() == 2


@pytest.mark.parametrize("text", ["", " \n\u200b ", "x" * 2001])
def test_what_cannot_be_sent_is_said_in_the_form(as_mia, htmx, omar, text):
    response = send(as_mia, omar, text)
    part = send(htmx, omar, text)

    assert (response.status_code, part.status_code) == (422, 422)
    assert "<html" not in part.text
    assert part["HX-Retarget"] == "#message-form"
    assert not Message.objects.exists()


def test_who_may_not_write_is_told_why_and_what_to_do(as_mia, htmx, everyone):
    page = as_mia.get(everyone.stranger.messages_url)
    assert "Send an invitation first" in visible(page)
    assert "<textarea" not in page.text

    for client in (as_mia, htmx):
        refused = send(client, everyone.stranger, "Let me in")
        assert refused.status_code == 422
        assert "Send an invitation first" in visible(refused)
        assert "Let me in" in refused.text, "nothing typed is lost"


def test_too_many_in_a_minute_wait(as_mia, htmx, everyone, omar):
    set_rules(everyone.world, messages_per_minute=1)
    send(as_mia, omar)

    for client in (as_mia, htmx):
        response = send(client, omar, "And then")
        assert response.status_code == 429
        assert 0 < int(response["Retry-After"]) <= 60
        assert "which is the most" in visible(response)
        assert "And then" in response.text


def test_what_people_write_is_text(as_mia, everyone, omar):
    omar.write(everyone.mia, "<script>alert(1)</script> javascript:x https://tides.example/a")

    page = as_mia.get(omar.messages_url)

    assert "<script>alert" not in page.text
    assert 'href="https://tides.example/a" rel="noopener nofollow ugc"' in page.text
    assert 'href="javascript' not in page.text


# Answering an invitation


def test_an_invitation_is_answered_without_accepting(as_mia, everyone):
    page = as_mia.get("/invitations/")
    assert f'href="{everyone.inviting.messages_url}"' in page.text
    page = as_mia.get(everyone.inviting.messages_url)
    assert lines(page) == ["Shall we?"]
    assert "Inviting invites you to connect" in visible(page)

    send(as_mia, everyone.inviting, "How did you find me?")

    theirs = signed_in(everyone.inviting)
    assert lines(theirs.get(everyone.mia.messages_url)) == ["Shall we?", "How did you find me?"]
    sent = theirs.get("/invitations/sent/")
    assert "They answered" in visible(sent)
    assert f'href="{everyone.mia.messages_url}#newest"' in sent.text
    assert "They answered" not in visible(as_mia.get("/invitations/sent/"))
    assert send(theirs, everyone.mia, "At the quay").status_code == 302


def test_after_accepting_one_is_back_in_the_conversation(as_mia, everyone):
    came_from = f"http://testserver{everyone.inviting.messages_url}"
    pk = everyone.mia.received_invitations.get(sender=everyone.inviting).pk

    response = as_mia.post(f"/invitations/{pk}/accept/", headers={"Referer": came_from})

    assert response.url == everyone.inviting.messages_url


@pytest.mark.parametrize("key", PHRASES)
def test_a_ready_text_fills_the_form_to_be_changed(as_mia, everyone, key):
    page = as_mia.get(f"{everyone.inviting.messages_url}?template={key}")

    assert page.context["form"]["text"].value().startswith("Hello Inviting, ")
    assert not Message.objects.exists()


def test_a_ready_text_that_is_none_fills_nothing(as_mia, omar):
    page = as_mia.get(f"{omar.messages_url}?template=__class__")

    assert page.context["form"]["text"].value() == ""


# Reading on


def test_an_open_page_asks_for_what_came_since(htmx, everyone, omar):
    known = omar.write(everyone.mia, "You know this")
    assert since(htmx, omar, after=known.pk).status_code == 204

    omar.write(everyone.mia, "News")
    part = since(htmx, omar, after=known.pk)

    assert is_part(part)
    assert lines(part) == ["News"]
    assert unread(htmx) == 0, "what is shown is read"


def test_an_open_page_is_told_that_its_last_line_was_read(htmx, everyone, omar):
    mine = everyone.mia.write(omar, "Hello")
    assert since(htmx, omar, after=mine.pk).status_code == 204

    signed_in(omar).get(everyone.mia.messages_url)

    assert "has read this" in visible(since(htmx, omar, after=mine.pk))
    assert since(htmx, omar, after=mine.pk, read="yes").status_code == 204


def test_a_page_asks_as_the_person_it_shows(htmx, everyone, omar):
    """Also when another tab has gone to a world with somebody of the same name."""
    known = omar.write(everyone.mia, "You know this")
    there = LearnerFactory(user=everyone.mia.user)
    htmx.post(f"/worlds/{there.pk}/enter/")
    PersonFactory(world=there.world, handle=omar.handle)
    omar.write(everyone.mia, "News")

    part = since(htmx, omar, after=known.pk, acting_as=everyone.mia.pk)

    assert lines(part) == ["News"]


def test_after_a_block_an_open_page_hears_nothing(htmx, everyone, omar):
    known = omar.write(everyone.mia, "Hello")
    omar.block(everyone.mia)

    assert since(htmx, omar, after=known.pk).status_code == 404
    assert names(htmx.get("/messages/")) == []


def test_older_messages_come_by_key(as_mia, htmx, everyone, omar):
    set_rules(everyone.world, messages_per_minute=1000)
    for n in range(1, 36):
        omar.write(everyone.mia, str(n))

    page = as_mia.get(omar.messages_url)
    assert lines(page) == [str(n) for n in range(6, 36)]
    older = f"{omar.messages_url}?before={page.context['lines'].next}"
    part = htmx.get(older)
    assert is_part(part)
    assert lines(part) == lines(as_mia.get(older)) == ["1", "2", "3", "4", "5"]
    assert 'id="newest"' not in part.text


@pytest.mark.parametrize("key", ["", "-1", "0", "x", "1e9", "9" * 400, "\x00", "٣"])
def test_a_forged_key_does_no_harm(htmx, as_mia, everyone, omar, key):
    omar.write(everyone.mia, "Hello")
    for client in (htmx, as_mia):
        assert since(client, omar, after=key).status_code in (200, 204, 400)
        assert client.get(omar.messages_url, {"before": key}).status_code in (200, 400)
        assert client.get("/messages/", {"before": key}).status_code in (200, 400)


# The list


def test_the_newest_conversation_comes_first(as_mia, everyone, omar):
    everyone.mia.write(omar, "First")
    connect(everyone.stranger, everyone.mia)
    later(everyone.world, hours=1)
    everyone.stranger.write(everyone.mia, "Second")

    page = as_mia.get("/messages/")

    assert names(page) == ["stranger", "connection"]
    assert [side.is_unread for side in page.context["conversations"]] == [True, False]
    omar.write(everyone.mia, "Third")
    assert names(as_mia.get("/messages/")) == ["connection", "stranger"]
    assert unread(as_mia) == 2


def test_the_archive_and_back(as_mia, everyone, omar):
    known = omar.write(everyone.mia, "Hello")

    response = as_mia.post(f"{omar.messages_url}archive/", {"up_to": known.pk}, follow=True)

    assert said(response) == [
        "Your conversation with Connection is in the archive until a new message comes."
    ]
    assert names(response) == []
    assert unread(as_mia) == 0
    assert names(as_mia.get("/messages/?archived=yes")) == ["connection"]
    assert "Move back" in visible(as_mia.get(omar.messages_url))
    response = as_mia.post(f"{omar.messages_url}unarchive/", follow=True)
    assert names(response) == ["connection"]


def test_empty_lists_say_what_to_do(as_mia):
    assert "Choose a connection" in visible(as_mia.get("/messages/"))
    assert "Your archive is empty" in visible(as_mia.get("/messages/?archived=yes"))


@pytest.mark.parametrize("archived", [False, True])
def test_the_list_is_paged_by_key(as_mia, htmx, everyone, archived):
    write_to_many(everyone, 25)
    if archived:
        for side in Conversation.objects.of(everyone.mia):
            side.archive()
    start = "/messages/?archived=yes&" if archived else "/messages/?"

    first = as_mia.get(start)
    second = htmx.get(f"{start}before={first.context['conversations'].next}")

    assert is_part(second)
    assert names(first) + names(second) == [f"friend-{n}" for n in range(24, -1, -1)]
    link = "?archived=yes&amp;before=" if archived else "?before="
    assert f"{link}{first.context['conversations'].next}" in first.text


def write_to_many(everyone, times):
    for n in range(times):
        friend = LearnerFactory(world=everyone.world, handle=f"friend-{n}")
        connect(friend, everyone.mia)
        friend.write(everyone.mia, f"Hello {n}")


def test_a_connection_has_a_message_button_and_a_stranger_none(as_mia, everyone, omar):
    assert f'href="{omar.messages_url}#newest"' in as_mia.get(omar.url).text
    assert everyone.stranger.messages_url not in as_mia.get(everyone.stranger.url).text
