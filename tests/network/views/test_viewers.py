import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.models import Event, Person, ProfileView
from tests.everyone import signed_in
from tests.factories import LearnerFactory, later
from tests.network.views.words import is_part, visible

VIEWS = "/profile/views/"


def viewers(client):
    return [view.person.handle for view in client.get(VIEWS).context["views"]]


def noted(viewed):
    return ProfileView.objects.filter(viewed=viewed).count()


def look(who, whom, **headers):
    return signed_in(who).get(whom.url, headers=headers)


def private(person, on=True):
    Person.objects.filter(pk=person.pk).update(private_viewing=on)


def test_who_opened_my_profile_is_listed_the_newest_first(as_mia, mia, everyone):
    look(everyone.stranger, mia)
    later(mia.world, days=1)
    look(everyone.connection, mia)
    look(mia, mia)

    assert viewers(as_mia) == ["connection", "stranger"]


def test_a_day_counts_once_and_a_viewer_is_listed_once(as_mia, mia, everyone):
    for _ in range(2):
        look(everyone.stranger, mia)
    assert noted(mia) == 1
    look(everyone.connection, mia)
    later(mia.world, days=1)
    look(everyone.stranger, mia)

    assert noted(mia) == 3
    assert viewers(as_mia) == ["stranger", "connection"]
    assert Event.objects.filter(verb="viewed", target=mia).count() == 3


def test_only_opening_the_page_counts(mia, everyone):
    browser = signed_in(everyone.stranger)
    browser.head(mia.url)
    browser.get(mia.url, headers={"HX-Request": "true"})
    browser.get(f"{mia.url}connections/")
    browser.get("/search/?q=mia")
    browser.get(everyone.outsider.url)
    assert noted(mia) == 0

    browser.get(mia.url, headers={"HX-Request": "true", "HX-Boosted": "true"})
    assert noted(mia) == 1


def test_noting_takes_one_query_and_only_one(mia, everyone):
    browser = signed_in(everyone.stranger)
    browser.get(mia.url)
    with CaptureQueriesContext(connection) as page:
        browser.get(mia.url)
    with CaptureQueriesContext(connection) as part:
        browser.head(mia.url)

    assert len(page) == len(part) + 1 <= 9


def test_private_viewing_leaves_no_trace_and_has_its_price(as_mia, mia, everyone):
    look(everyone.connection, mia)
    private(mia)
    look(mia, everyone.stranger)

    assert noted(everyone.stranger) == 0
    assert not mia.acts.filter(verb="viewed").exists()
    page = as_mia.get(VIEWS)
    assert page.context["views"] == []
    assert "You look at profiles in private" in visible(page)

    private(mia, on=False)
    assert viewers(as_mia) == ["connection"]
    assert viewers(signed_in(everyone.stranger)) == []


@pytest.mark.parametrize("blocker", ["viewer", "viewed"])
def test_a_block_takes_the_views_with_it_for_good(as_mia, mia, everyone, blocker):
    stranger = everyone.stranger
    look(stranger, mia)
    one, other = (stranger, mia) if blocker == "viewer" else (mia, stranger)
    one.block(other)
    assert viewers(as_mia) == []

    look(stranger, mia)
    one.unblock(other)
    assert viewers(as_mia) == []


def test_whom_i_cannot_see_is_not_listed_though_a_view_is_there(as_mia, mia, everyone):
    for hidden in (everyone.blocked, everyone.blocking):
        ProfileView.objects.note(hidden, mia)

    assert noted(mia) == 2
    assert viewers(as_mia) == []


def test_nobody_is_noted_who_has_left_meanwhile(mia, everyone):
    gone = Person.objects.select_related("world").get(pk=everyone.stranger.pk)
    everyone.stranger.remove()
    ProfileView.objects.note(gone, mia)
    ProfileView.objects.note(mia, gone)
    ProfileView.objects.note(mia, everyone.outsider)

    assert not ProfileView.objects.exists()


def test_the_list_pages_by_key_and_shows_the_tie(htmx, mia, everyone):
    for n in range(25):
        ProfileView.objects.note(LearnerFactory(world=everyone.world, handle=f"looker-{n}"), mia)
    ProfileView.objects.note(everyone.connection, mia)
    first = htmx.get(VIEWS)
    older = htmx.get(f"{VIEWS}?before={first.context['views'].next}")

    assert is_part(first)
    assert "Connected" in visible(first)
    assert [view.person.handle for view in older.context["views"]] == [
        f"looker-{n}" for n in range(5, -1, -1)
    ]


def test_an_empty_list_says_what_to_do(as_mia):
    assert "Nobody has viewed your profile yet" in visible(as_mia.get(VIEWS))
