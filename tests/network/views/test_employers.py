import pytest

from network.models import Follow
from tests.everyone import signed_in
from tests.factories import EmployerFactory, connect, open_job, publish, works_at
from tests.network.views.words import is_part, texts, visible


@pytest.fixture
def harbour(everyone):
    return EmployerFactory(
        world=everyone.world,
        handle="harbour",
        name="Harbour Works",
        location="Selmouth",
        industry="Maritime",
        about="Ships since 1974.",
    )


def names(response):
    return [employer.name for employer in response.context["employers"]]


def test_employers_by_name(as_mia, everyone, harbour):
    EmployerFactory(world=everyone.world, name="Bakery", industry="Bread")
    EmployerFactory(name="Elsewhere")
    EmployerFactory(world=everyone.world, name="Hidden").block(everyone.mia)

    assert names(as_mia.get("/employers/")) == ["Bakery", "Harbour Works"]


def test_the_list_goes_on_to_its_next_page(htmx, everyone):
    for number in range(22):
        EmployerFactory(world=everyone.world, name=f"Yard {number:02}")

    first = htmx.get("/employers/")
    more = f"/employers/?after={first.context['employers'].next}"

    assert is_part(first)
    assert more in first.text
    assert names(htmx.get(more)) == ["Yard 20", "Yard 21"]


def test_open_jobs_are_counted_and_lead_to_the_list(as_mia, harbour):
    open_job(harbour)
    open_job(harbour).close()

    page = as_mia.get("/employers/")

    assert "1 open job" in visible(page)
    assert 'href="/jobs/?employer=harbour"' in page.text


def test_a_world_without_employers_says_what_to_do(as_mia):
    assert "No employers here" in visible(as_mia.get("/employers/"))


def test_an_employer_shows_itself_its_people_its_jobs_and_its_posts(as_mia, mia, everyone, harbour):
    works_at(everyone.connection, harbour)
    open_job(harbour)
    mia.follow(harbour)
    publish(harbour, "We are hiring")

    response = as_mia.get(harbour.url)
    page = visible(response)

    for words in (
        "Maritime",
        "Selmouth",
        "1 follower",
        "Ships since 1974.",
        "People you can reach there",
        "Connected 1st",
        "Harbour pilot",
    ):
        assert words in page
    assert texts(response) == ["We are hiring"]
    assert f"{harbour.url}invite/" not in response.text


def test_whom_i_know_there_stands_apart_from_whom_my_connections_know(as_mia, everyone, harbour):
    """ "1st" and "2nd" are said in the headings, and who is between with names."""
    works_at(everyone.connection, harbour)
    works_at(everyone.stranger, harbour)
    connect(everyone.stranger, everyone.connection)
    page = visible(as_mia.get(harbour.url))
    page = page[page.index("People you can reach there") :]

    places = [
        page.index(words)
        for words in (
            "1st: people you know",
            "Connected 1st",
            "2nd: people your connections know",
            "Stranger",
            "You both know Connection",
        )
    ]
    assert places == sorted(places)


def test_without_first_degree_only_the_second_is_headed(as_mia, everyone, harbour):
    works_at(everyone.stranger, harbour)
    connect(everyone.stranger, everyone.connection)
    page = visible(as_mia.get(harbour.url))

    assert "1st: people you know" not in page
    assert "2nd: people your connections know" in page


def test_followers_whom_i_cannot_see_are_not_counted(as_mia, mia, everyone, harbour):
    for person in (everyone.stranger, everyone.blocking, everyone.blocked):
        person.follow(harbour)

    assert Follow.objects.filter(followed=harbour).count() == 3
    assert as_mia.get(harbour.url).context["follower_count"] == 1


def test_many_jobs_lead_to_all_of_them(as_mia, harbour):
    for number in range(6):
        open_job(harbour, f"Job {number}")

    page = as_mia.get(harbour.url)

    assert [job.title for job in page.context["jobs"]] == [f"Job {n}" for n in (5, 4, 3, 2, 1)]
    assert "See all open jobs" in visible(page)


def test_following_answers_with_the_page_as_it_now_is(htmx, harbour):
    response = htmx.post(f"{harbour.url}follow/", follow=True)

    assert is_part(response)
    assert "You follow" in visible(response)
    assert 'id="profile"' in response.text
    assert "Unfollow" in visible(response)


def test_posts_of_an_employer_page_by_key_and_alone(htmx, mia, harbour):
    mia.follow(harbour)
    for number in range(12):
        publish(harbour, f"post {number}")

    first = htmx.get(harbour.url)
    older = htmx.get(f"{harbour.url}?before={first.context['posts'].next}")

    assert texts(older) == ["post 1", "post 0"]
    assert is_part(older)
    assert "<h1" not in older.text


def test_an_employer_who_blocks_me_has_no_page(everyone, harbour):
    harbour.block(everyone.stranger)

    assert signed_in(everyone.stranger).get(harbour.url).status_code == 404
