"""Reports: the editors see what stood there, the reported person learns nothing."""

import pytest

from network.errors import AlreadyDecided, Gone, NothingToRemove, PostGone, Yourself
from network.models import Comment, Event, Post, Report
from tests.factories import UserFactory, connect, publish


@pytest.fixture
def editor(db):
    return UserFactory(username="editor")


def file(reporter, subject, reason="spam", text=""):
    return Report.objects.file(reporter, subject, reason, text)


def things(mia, omar):
    """Something of Omar's of each kind that Mia sees, with what it says."""
    connect(mia, omar)
    post = publish(omar, "Buy now")
    comment = Post.objects.comment(omar, post.pk, "Buy two")
    message = omar.write(mia, "Buy three")
    return [(omar, "Omar"), (post, "Buy now"), (comment, "Buy two"), (message, "Buy three")]


def test_a_report_keeps_what_stood_there(mia, omar):
    for subject, content in things(mia, omar):
        report = file(mia, subject, "fraud", "Again and again")

        assert (report.about, report.subject, report.content) == (omar, subject, content)
        assert (report.reason, report.text, report.is_open) == ("fraud", "Again and again", True)


def test_changing_or_deleting_it_hides_nothing(mia, omar):
    mia.follow(omar)
    post = publish(omar, "Buy now")
    report = file(mia, post)

    post.edit("Good morning", "followers")
    report.refresh_from_db()
    assert report.content == "Buy now"

    post.remove()
    report.refresh_from_db()
    assert (report.content, report.subject, report.is_open) == ("Buy now", None, True)


def test_one_open_report_of_a_thing(mia, omar, editor):
    for subject, _content in things(mia, omar):
        first = file(mia, subject)

        assert file(mia, subject, "rude", "Every day") == first
        first.refresh_from_db()
        assert (first.reason, first.text) == ("rude", "Every day")
        first.dismiss(editor)
        assert file(mia, subject, "rude") != first


def test_the_reported_person_learns_nothing(mia, omar):
    for subject, _content in things(mia, omar):
        file(mia, subject)

    told = Event.objects.filter(verb="reported")
    assert [*told.values_list("actor", "target")] == [(mia.pk, None)] * 4
    assert not Event.objects.notices_for(omar).filter(verb="reported").exists()


def test_only_what_one_sees_can_be_reported(mia, omar, noor):
    post = publish(omar)
    comment = Post.objects.comment(omar, post.pk, "Hello")
    connect(noor, omar)
    message = omar.write(noor, "Hello")

    for subject, refusal in [(post, PostGone), (comment, PostGone), (message, Gone)]:
        with pytest.raises(refusal):
            file(mia, subject)
    omar.block(mia)
    with pytest.raises(Gone):
        file(mia, omar)
    assert not Report.objects.exists()


def test_nobody_reports_themselves(mia):
    for subject in (mia, publish(mia)):
        with pytest.raises(Yourself):
            file(mia, subject)


def test_a_decision_says_who_and_when_and_stands(mia, omar, editor):
    report = file(mia, omar)
    again = Report.objects.get(pk=report.pk)

    report.dismiss(editor)

    assert (report.state, report.decided_by, bool(report.decided_at)) == ("dismissed", editor, True)
    for decide in (again.settle, again.dismiss):
        with pytest.raises(AlreadyDecided):
            decide(editor)


def test_removing_a_post_closes_every_open_report_of_it(mia, omar, noor, editor):
    for reporter in (mia, noor):
        reporter.follow(omar)
    post = publish(omar, "Buy now")
    other = file(noor, post)

    file(mia, post).remove_subject(editor)

    assert not Post.objects.exists()
    assert {*Report.objects.values_list("state", "decided_by", "content")} == {
        ("acted", editor.pk, "Buy now")
    }
    other.refresh_from_db()
    with pytest.raises(NothingToRemove):
        other.remove_subject(editor)


def test_removing_a_comment(mia, omar, editor):
    mia.follow(omar)
    comment = Post.objects.comment(omar, publish(omar).pk, "Buy two")

    file(mia, comment).remove_subject(editor)

    assert not Comment.objects.exists()
    assert Post.objects.exists()


def test_people_and_messages_are_not_removed_by_a_report(mia, omar, editor):
    connect(mia, omar)
    for subject in (omar, omar.write(mia, "Hello")):
        with pytest.raises(NothingToRemove):
            file(mia, subject).remove_subject(editor)
    assert Report.objects.open().count() == 2


def test_the_open_ones_come_first_and_the_newest_of_them(mia, omar, noor, editor):
    oldest, newest = file(mia, omar), file(mia, noor)
    decided = file(omar, noor)
    decided.settle(editor)

    assert [*Report.objects.open_first()] == [newest, oldest, decided]
