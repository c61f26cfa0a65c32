import pytest

from network.models import Education, Experience
from tests.factories import EmployerFactory, PersonFactory, publish
from tests.network.views.words import handles, is_part, texts, visible

SEEN = ["connection", "followed", "follower", "invited", "inviting", "stranger"]


def named(everyone, *names):
    for number, name in enumerate(names):
        PersonFactory(world=everyone.world, handle=f"named-{number}", name=name)


def test_everybody_whom_i_may_find_by_name(as_mia):
    assert handles(as_mia.get("/people/")) == SEEN


def test_htmx_gets_the_list_only(htmx):
    response = htmx.get("/people/")

    assert is_part(response)
    assert "<h1" not in response.text


def test_the_list_goes_on_where_it_stopped(as_mia, everyone):
    named(everyone, *(f"Anna {n:02}" for n in range(25)))

    first = as_mia.get("/people/")
    more = as_mia.get(f"/people/?after={first.context['people'].next}")

    assert handles(first) == [f"named-{n}" for n in range(20)]
    assert handles(more) == [f"named-{n}" for n in range(20, 25)] + SEEN


def test_the_list_goes_on_though_the_last_one_shown_is_gone(as_mia, mia, everyone):
    named(everyone, *(f"Anna {n:02}" for n in range(25)))
    first = as_mia.get("/people/")
    first.context["people"][-1].remove()

    more = as_mia.get(f"/people/?after={first.context['people'].next}")

    assert handles(more) == [f"named-{n}" for n in range(20, 25)] + SEEN


@pytest.mark.parametrize(
    "after", ["x", "mia", "blocked", "", "%00", "a" * 5000, "AAAA", "gYCA", "MSAAYQ", "LTEgYQ"]
)
def test_a_forged_cursor_gives_some_page(as_mia, after):
    assert as_mia.get(f"/people/?after={after}").status_code == 200


def test_a_profile_shows_the_person_and_what_each_act_would_mean(as_mia, everyone):
    stranger = everyone.stranger
    stranger.about = "Reads tide tables."
    stranger.save()
    response = as_mia.get(stranger.url)

    assert "Reads tide tables." in visible(response)
    assert sorted(response.context["previews"]) == ["connect", "follow", "invite"]
    assert "You will see what Stranger posts for followers, older posts included." in visible(
        response
    )


@pytest.mark.parametrize(
    ("whom", "acts"),
    [
        ("connection", ["unfollow"]),
        ("follower", ["connect", "follow", "invite"]),
        ("followed", ["connect", "invite", "unfollow"]),
        ("invited", ["connect", "follow"]),
        ("inviting", ["connect", "follow", "invite"]),
    ],
)
def test_only_what_is_open_to_me_is_previewed(as_mia, everyone, whom, acts):
    assert sorted(as_mia.get(getattr(everyone, whom).url).context["previews"]) == acts


def test_an_employer_offers_following_only(as_mia, everyone):
    harbour = EmployerFactory(world=everyone.world, handle="harbour")
    response = as_mia.get(harbour.url)

    assert sorted(response.context["previews"]) == ["follow"]
    assert "/people/harbour/invite/" not in response.text


def test_my_own_profile_has_no_acts(as_mia, mia):
    response = as_mia.get(mia.url)

    assert "previews" not in response.context
    assert f"{mia.url}follow/" not in response.text
    assert f"{mia.url}block/" not in response.text


def test_a_profile_whose_posts_are_hidden_says_which_act_would_show_them(as_mia, everyone):
    publish(everyone.stranger, "for followers")
    page = visible(as_mia.get(everyone.stranger.url))

    assert "for followers is hidden from you. Follow to see it" in page
    assert texts(as_mia.get(everyone.stranger.url)) == []


def test_posts_on_a_profile_page_by_key_and_alone(htmx, everyone):
    for n in range(12):
        publish(everyone.followed, f"post {n}")

    first = htmx.get(everyone.followed.url)
    older = htmx.get(f"{everyone.followed.url}?before={first.context['posts'].next}")

    assert is_part(first)
    assert is_part(older)
    assert texts(older) == ["post 1", "post 0"]
    assert "<h1" not in older.text


def test_who_is_known_to_both_is_named(as_mia, everyone):
    everyone.stranger.invite(everyone.connection, "friend").accept()

    response = as_mia.get(everyone.stranger.url)

    assert "You both know Connection" in visible(response)


def test_an_employer_that_i_cannot_see_is_a_name_and_no_link(as_mia, mia, everyone):
    harbour = EmployerFactory(world=everyone.world, handle="harbour", name="Harbour Works")
    Experience.objects.create(
        person=everyone.stranger,
        title="Pilot",
        employer=harbour,
        employer_name=harbour.name,
        started_on="2020-01-01",
    )
    assert harbour.url in as_mia.get(everyone.stranger.url).text

    mia.block(harbour)

    response = as_mia.get(everyone.stranger.url)
    assert "Harbour Works" in visible(response)
    assert harbour.url not in response.text


def test_jobs_and_schools_stand_with_the_present_ones_first(as_mia, everyone):
    person = everyone.stranger
    for title, ended in (("Deckhand", "2021-05-01"), ("Pilot", None)):
        Experience.objects.create(
            person=person,
            title=title,
            employer_name="Harbour",
            started_on="2020-01-01",
            ended_on=ended,
        )
    for school, ended in (("Quay school", 2019), ("Night school", None)):
        Education.objects.create(person=person, school=school, started_in=2010, ended_in=ended)

    page = visible(as_mia.get(person.url))

    assert page.index("Pilot") < page.index("Deckhand")
    assert page.index("Night school") < page.index("Quay school")
    assert "2010 – today" in page
    assert "2010 – 2019" in page
