from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Post, Report
from tests.everyone import signed_in
from tests.factories import publish
from tests.network.views.words import visible

WRONG = {"reason": "spam", "text": "Three times today"}
THANKS = "Thank you. The editors of this world will look at it. Nobody else is told."


@pytest.fixture
def theirs(everyone, mia):
    """What Mia's connection wrote: (address, where one is led back to)."""
    them = everyone.connection
    post = publish(them, "Buy now")
    comment = Post.objects.comment(them, post.pk, "Buy two")
    message = them.write(mia, "Buy three")
    return {
        "person": ("/people/connection/report/", "/people/connection/"),
        "post": (f"/posts/{post.pk}/report/", f"/posts/{post.pk}/"),
        "comment": (
            f"/comments/{comment.pk}/report/",
            f"/posts/{post.pk}/#comment-{comment.pk}",
        ),
        "message": (f"/messages/connection/{message.pk}/report/", "/messages/connection/#newest"),
    }


@pytest.mark.parametrize("kind", ["person", "post", "comment", "message"])
def test_reporting_thanks_and_leads_back(as_mia, says, theirs, kind):
    address, back = theirs[kind]
    page = as_mia.get(address)

    assert (page.status_code, f"Report this {kind}" in page.text) == (200, True)
    response = as_mia.post(address, WRONG)

    assert response.url == back
    assert says(as_mia) == [THANKS]
    assert [*Report.objects.values_list("kind", "reason", "text")] == [
        (kind, "spam", "Three times today")
    ]


def test_sending_twice_is_reporting_once(as_mia, theirs):
    for _time in range(2):
        assert as_mia.post(theirs["post"][0], WRONG).status_code == 302
    assert Report.objects.count() == 1


@pytest.mark.parametrize("kind", ["person", "post", "comment", "message"])
def test_who_reports_again_is_told_that_they_did_and_when(as_mia, says, theirs, kind):
    address, _back = theirs[kind]
    assert "You reported this already" not in as_mia.get(address).text
    as_mia.post(address, WRONG)
    Report.objects.update(at=timezone.now() - timedelta(hours=3, minutes=5))
    says(as_mia)

    page = as_mia.get(address)
    assert "You reported this already, 3 hours, 5 minutes ago" in visible(page)
    assert WRONG["text"] in page.text
    as_mia.post(address, {"reason": "rude", "text": "Five times"})

    assert says(as_mia)[0].startswith("You reported this already, 3\xa0hours ago.")
    assert [*Report.objects.values_list("reason", "text")] == [("rude", "Five times")]


def test_a_decided_report_can_be_followed_by_another(as_mia, theirs, admin_user):
    address, _back = theirs["person"]
    as_mia.post(address, WRONG)
    Report.objects.get().dismiss(admin_user)

    assert "You reported this already" not in as_mia.get(address).text
    as_mia.post(address, WRONG)
    assert Report.objects.count() == 2


def test_what_somebody_else_reported_is_not_mine(as_mia, everyone, theirs):
    Report.objects.file(everyone.follower, everyone.connection, "spam")
    assert "You reported this already" not in as_mia.get(theirs["person"][0]).text


def test_a_report_needs_a_reason_and_keeps_the_text(as_mia, theirs):
    for reason in ("", "boring"):
        response = as_mia.post(theirs["post"][0], {"reason": reason, "text": "Look at this"})

        assert response.status_code == 422
        assert "Choose what fits best." in response.text
        assert "Look at this" in response.text
    assert not Report.objects.exists()


def test_who_blocks_between_page_and_press_is_gone(as_mia, everyone, mia, theirs, monkeypatch):
    monkeypatch.setattr(
        "network.views.reports.other_person", lambda *_: everyone.connection
    )  # as it was read a moment before
    everyone.connection.block(mia)

    response = as_mia.post(theirs["person"][0], WRONG)

    assert response.url == "/people/"
    assert not Report.objects.exists()


def test_report_stands_in_the_menus(as_mia, theirs):
    for page, kinds in {
        "/feed/": ["post"],
        "/people/connection/": ["person", "post"],
        theirs["post"][1]: ["post", "comment"],
        "/messages/connection/": ["message"],
    }.items():
        shown = as_mia.get(page).text
        for kind in kinds:
            assert f'href="{theirs[kind][0]}"' in shown


def test_what_is_ones_own_has_no_report(as_mia, mia):
    post = publish(mia)
    Post.objects.comment(mia, post.pk, "Mine")

    for page in ("/feed/", f"/posts/{post.pk}/", "/people/mia/"):
        assert "/report/" not in as_mia.get(page).text


def test_the_reported_person_sees_nothing_of_it(as_mia, everyone, theirs):
    them = signed_in(everyone.connection)
    pages = ("/notifications/", "/people/mia/", "/messages/mia/", "/feed/")
    before = [len(them.get(page).text) for page in pages]

    for address, _back in theirs.values():
        as_mia.post(address, WRONG)

    assert [len(them.get(page).text) for page in pages] == before
