"""What is found, what is shown of it, and what never is."""

import pytest
from django.utils.html import escape

from network.models import Education, Post
from tests.everyone import signed_in
from tests.factories import (
    EmployerFactory,
    PersonFactory,
    cast,
    connect,
    found,
    job,
    open_job,
    publish,
)
from tests.network.views.words import is_part, visible


def named(everyone, *names, **fields):
    for number, name in enumerate(names):
        PersonFactory(world=everyone.world, handle=f"named-{number}", name=name, **fields)


def hits(browser, kind="people", **asked):
    """What a search of one kind finds, in order."""
    response = browser.get("/search/", {"in": kind, **asked})
    assert response.status_code == 200
    return [called(one) for _, _, _, page in response.context["sections"] for one in page]


def called(one):
    for name in ("handle", "slug", "text" if isinstance(one, Post) else "title"):
        if hasattr(one, name):
            return getattr(one, name)
    raise TypeError(one)


def test_a_name_forgives_accents_capitals_and_typing_errors(as_mia, everyone):
    named(everyone, "Zoë Ångström", "Walter Zane")

    for query in ("zoe angstrom", "ZOË", "Zoe\u0308", "angstrm", "ångstr", "ang z"):
        assert hits(as_mia, q=query) == ["named-0"], query
    assert hits(as_mia, q="strom")[0] == "named-0"


def test_the_beginning_of_a_word_is_enough_and_names_come_first(as_mia, everyone):
    named(everyone, "Bo Marlow", "Marta Quist")
    PersonFactory(world=everyone.world, handle="a-pilot", name="Abel", headline="Maritime pilot")
    PersonFactory(world=everyone.world, handle="tamar", name="Tamar")

    assert hits(as_mia, q="mar") == ["named-0", "named-1", "a-pilot"]
    assert hits(as_mia, q="mar pil") == ["a-pilot"]


def test_every_sign_is_taken_as_it_is(as_mia, everyone):
    named(everyone, "100% Anna", "1000 Anna", "Anna_Bo", "AnnaxBo", "Back\\slash Bo")

    assert hits(as_mia, q="100%") == ["named-0"]
    assert hits(as_mia, q="anna_b") == ["named-2"]
    assert hits(as_mia, q="back\\s") == ["named-4"]
    for nothing in ("%", "_", "\\", "%_%", "...", "'"):
        assert hits(as_mia, q=nothing) == [], nothing


def test_what_nearly_says_it_is_shown_only_when_nothing_does(as_mia, everyone):
    named(everyone, "Margit", "Margaret")

    assert hits(as_mia, q="margit") == ["named-0"]
    assert hits(as_mia, q="margret") == ["named-1", "named-0"]
    near = "Nothing here says “margret”. This comes near."
    assert near in visible(as_mia.get("/search/?in=people&q=margret"))
    assert "comes near" not in visible(as_mia.get("/search/?in=people&q=margit"))


def test_each_kind_shows_what_comes_near_by_itself_and_after_what_says_it(as_mia, mia, everyone):
    named(everyone, "Margaret")
    publish(mia, "Of Margrit")

    page = as_mia.get("/search/?q=margrit")

    shown = [(name, [called(one) for one in hits]) for name, _, _, hits in page.context["sections"]]
    assert shown == [("posts", ["Of Margrit"]), ("people", ["named-0"])]
    words = visible(page)
    assert words.count("comes near") == 1
    assert (
        words.index("Margrit Open the post")
        < words.index("Nothing here says")
        < words.index("Margaret")
    )


def test_words_of_a_name_and_of_the_employer_find_together(as_mia, everyone):
    ana, bo, cleo, _ = cast("ana", "bo", "cleo", "dee", world=everyone.world)
    for person in (ana, bo):
        job(person, employer_name="Café Harbour Ltd")
    job(cleo, employer_name="Harbour", ended_on="2021-01-01")
    ana.headline = "Pilot"
    ana.save()

    for query in ("ana harbour", "HARB ana", "harbour ana pil", "cafe ltd ana", "ána harboúr"):
        assert hits(as_mia, q=query) == ["ana"], query
    for query in ("cleo harbour", "dee harbour", "ana bo", "ana arbour"):
        page = as_mia.get("/search/", {"in": "people", "q": query})
        assert page.context["only_near"] == {"people"}, query
    EmployerFactory(world=everyone.world, handle="works", name="Works")
    assert hits(as_mia, "employers", q="works harbour") == []


def test_a_post_that_was_found_reads_as_the_post_does(as_mia, mia, everyone):
    publish(mia, "Ask @followed or @nobody about #tides and pilots")
    link = '<a class="mention" href="/people/followed/"><bdi>Followed</bdi></a>'

    page = as_mia.get("/search/?in=posts&q=pilots").text
    assert f" {link} or @nobody about " in page
    assert '<a class="tag" href="/tags/tides/"><bdi>#tides</bdi></a> and <mark>' in page
    assert f"<mark>{link}</mark> or" in as_mia.get("/search/?in=posts&q=followed").text
    everyone.followed.block(mia)
    page = as_mia.get("/search/?in=posts&q=pilots").text
    assert " @followed or @nobody" in page


def test_a_tag_leads_to_its_page(as_mia, mia):
    link = '<a class="button" href="/tags/planning/">'

    for url in ("/search/?q=%23Planning", "/search/?in=posts&q=notes+%23planning"):
        page = as_mia.get(url)
        assert link in page.text, url
        assert "All posts with #planning" in visible(page)
    for url in ("/search/?in=people&q=%23planning", "/search/?q=planning", "/search/?q=%23"):
        assert link not in as_mia.get(url).text, url


@pytest.mark.parametrize("kind", ["people", "employers", "jobs", "groups", "posts"])
def test_nothing_found_says_what_to_try_and_keeps_what_was_typed(as_mia, kind):
    response = as_mia.get("/search/", {"in": kind, "q": "xyzzy"})

    assert "Nothing found Try fewer words" in visible(response)
    assert 'value="xyzzy"' in response.text
    assert "/search/?q=xyzzy" in response.text


def test_nothing_asked_says_what_to_type(as_mia):
    for url in ("/search/", "/search/?q=+", "/search/?in=people", "/search/?in=nonsense"):
        assert "Whom or what are you looking for?" in visible(as_mia.get(url)), url


def test_every_page_has_the_field(as_mia):
    for url in ("/feed/", "/jobs/", "/settings/", "/search/", "/people/"):
        assert as_mia.get(url).text.count('action="/search/"') == 1, url


def test_a_few_of_each_kind_lead_to_all_of_it(as_mia, mia, everyone):
    named(everyone, *(f"Harbour {n}" for n in range(4)))
    works = EmployerFactory(world=everyone.world, handle="works", name="Harbour Works")
    open_job(works, "Pilot")
    found(mia, "Harbour talk")
    publish(mia, "The harbour at night")

    response = as_mia.get("/search/?q=harbour")

    assert [(name, len(page)) for name, _, _, page in response.context["sections"]] == [
        ("people", 3),
        ("employers", 1),
        ("jobs", 1),
        ("groups", 1),
        ("posts", 1),
    ]
    assert '/search/?q=harbour&amp;in=people">See all' in response.text
    assert response.text.count("See all") == 1
    assert hits(as_mia, q="harbour") == [f"named-{n}" for n in range(4)]


def test_employers_by_name_industry_and_place(as_mia, everyone):
    works = {"name": "Harbour Works", "industry": "Maritime", "location": "Selmouth"}
    EmployerFactory(world=everyone.world, handle="works", **works)
    EmployerFactory(world=everyone.world, handle="bread", name="Bread", industry="Food")

    assert hits(as_mia, "employers", q="harbor") == ["works"]
    assert hits(as_mia, "employers", q="maritime sel") == ["works"]
    assert hits(as_mia, "employers", q="bakery") == []
    assert hits(as_mia, "people", q="harbour") == []


def test_open_jobs_only(as_mia, everyone):
    works = EmployerFactory(world=everyone.world, name="Harbour Works")
    open_job(works, "Pilot").close()
    open_job(works, "Pilot trainer", place="Tillen")

    assert hits(as_mia, "jobs", q="pilot") == ["Pilot trainer"]
    assert hits(as_mia, "jobs", q="tillen harbor") == ["Pilot trainer"]


def test_groups_by_name_and_subject(as_mia, everyone):
    found(everyone.stranger, "Quay", description="About tides", is_private=True)

    assert hits(as_mia, "groups", q="quá") == ["quay"]
    assert hits(as_mia, "groups", q="tide") == ["quay"]
    assert hits(as_mia, "groups", q="quayz") == ["quay"]
    assert hits(as_mia, "groups", q="bread") == []


def test_posts_by_words_stems_and_accents_newest_first(as_mia, mia, everyone):
    publish(mia, "Negotiating a salary at Café Mögel")
    publish(everyone.followed, "I negotiated twice")
    publish(mia, "Bread")

    assert hits(as_mia, "posts", q="negotiate") == [
        "I negotiated twice",
        "Negotiating a salary at Café Mögel",
    ]
    assert hits(as_mia, "posts", q="cafe mogel") == ["Negotiating a salary at Café Mögel"]
    assert hits(as_mia, "posts", q='"negotiated twice"') == ["I negotiated twice"]
    assert hits(as_mia, "posts", q="negotiate -salary") == ["I negotiated twice"]
    assert hits(as_mia, "posts", q="negotating salry") == ["Negotiating a salary at Café Mögel"]


def test_what_was_found_in_a_post_is_marked_and_the_rest_is_text(as_mia, mia):
    publish(mia, '<b onclick=x>Ångström</b> \u202eand </mark><script>alert(1)</script> "salt"')

    page = as_mia.get("/search/?in=posts&q=angstrom").text

    assert "<mark>Ångström</mark>" in page
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert page.count("</mark>") == 1


def test_what_was_typed_is_shown_as_text(as_mia):
    page = as_mia.get("/search/", {"q": '"><script>', "industry": '"><script>', "in": "people"})

    assert page.text.count(escape('"><script>')) >= 3
    assert '"><script>' not in page.text


@pytest.mark.parametrize("relation", ["stranger", "blocked", "blocking"])
def test_p6_only_posts_that_i_may_see(everyone, mia, relation):
    """Strangers see no post; nor does who blocks or is blocked, in a group neither."""
    group = found(everyone.connection, "Quay")
    group.join(mia)
    other = getattr(everyone, relation)
    publish(mia, "Pebble")
    publish(mia, "Pebble quartz", "connections")
    Post.objects.publish_in(group, mia, "Pebble slate")
    if relation != "stranger":
        group.join(other)

    browser = signed_in(other)

    assert hits(browser, "posts", q="pebble") == []
    assert hits(browser, "posts", q="peble") == []
    assert "Pebble" not in browser.get("/search/?q=pebble").text


def test_p3_to_p5_followers_connections_and_members(everyone, mia):
    group = found(mia, "Quay", is_private=True)
    publish(mia, "Pebble")
    publish(mia, "Pebble quartz", "connections")
    Post.objects.publish_in(group, mia, "Pebble slate")
    ours = ["Pebble slate", "Pebble quartz", "Pebble"]

    assert hits(signed_in(mia), "posts", q="pebble") == ours
    assert hits(signed_in(everyone.connection), "posts", q="pebble") == ours[1:]
    assert hits(signed_in(everyone.follower), "posts", q="pebble") == ours[2:]
    everyone.connection.unfollow(mia)
    assert hits(signed_in(everyone.connection), "posts", q="pebble") == ours[1:2]
    everyone.follower.unfollow(mia)
    assert hits(signed_in(everyone.follower), "posts", q="pebble") == []
    group.join(everyone.stranger)
    assert hits(signed_in(everyone.stranger), "posts", q="pebble") == []
    group.admit(mia, everyone.stranger)
    assert hits(signed_in(everyone.stranger), "posts", q="pebble") == ours[:1]


def test_b1_and_w1_who_is_hidden_is_not_found(as_mia, mia, everyone):
    for other in (everyone.blocked, everyone.blocking, everyone.outsider):
        other.headline = "Zirkon"
        other.save()
    works = EmployerFactory(world=everyone.world, name="Zirkon Works")
    open_job(works, "Zirkon pilot")
    assert len(hits(as_mia, "employers", q="zirkon")) == len(hits(as_mia, "jobs", q="zirkon")) == 1

    mia.block(works)

    for kind in ("people", "employers", "jobs"):
        assert hits(as_mia, kind, q="zirkon") == hits(as_mia, kind, q="zirkn") == []
    assert hits(as_mia, "people", q="outsider") == hits(as_mia, "people", q="mia") == []


def test_who_left_is_not_found(as_mia, mia, everyone):
    mia.write(everyone.connection, "Ahoy")
    everyone.connection.write(mia, "Ahoy")
    everyone.connection.remove()

    assert hits(as_mia, "people", q="connection") == []
    assert hits(as_mia, "people", degree="1") == []


@pytest.fixture
def chain(everyone, mia):
    """One behind the other: the connection, near, far, and beyond who is out of network."""
    people = cast("near", "far", "beyond", world=everyone.world)
    for one, other in zip([everyone.connection, *people], people, strict=False):
        connect(one, other)
    return people


@pytest.mark.parametrize(
    ("degrees", "seen"),
    [
        (["1"], ["connection"]),
        (["2"], ["near"]),
        (["3"], ["far"]),
        (["1", "2"], ["connection", "near"]),
        (["1", "3"], ["connection", "far"]),
        (["1", "2", "3"], ["connection", "far", "near"]),
    ],
)
def test_people_by_degree(as_mia, chain, degrees, seen):
    assert hits(as_mia, degree=degrees) == seen
    assert hits(as_mia, degree=degrees, q="near") == [one for one in seen if one == "near"]


def test_people_by_industry_place_employer_and_school(as_mia, everyone):
    one, other = cast("one", "other", world=everyone.world)
    one.industry, one.location = "Food and drink", "Selmouth"
    one.save()
    other.headline = "Food at Selmouth"
    other.save()
    job(one, employer_name="Café Mögel")
    job(other, employer_name="Café Mögel", ended_on="2021-01-01")
    Education.objects.create(person=one, school="Quay school", started_in=2010)

    assert hits(as_mia, industry="food") == ["one"]
    assert hits(as_mia, place="SEL") == ["one"]
    assert hits(as_mia, employer="cafe mo") == ["one"]
    assert hits(as_mia, school="Quay") == ["one"]
    assert hits(as_mia, q="other", school="Quay") == []
    assert hits(as_mia, q="on", industry="food", place="selmouth", employer="cafe") == ["one"]
    assert hits(as_mia, industry="%") == []


def test_filters_concern_people_only(as_mia, everyone):
    found(everyone.stranger, "Quay")

    assert hits(as_mia, "groups", q="quay", industry="food", degree="1") == ["quay"]


@pytest.mark.parametrize("degree", ["0", "4", "x", "１", "1" * 5000, "-1"])
def test_a_degree_that_is_none_is_left_out(as_mia, degree):
    assert hits(as_mia, degree=degree) == []
    assert hits(as_mia, degree=degree, q="follower") == ["follower"]


def test_people_go_on_where_they_stopped_through_names_and_then_the_others(as_mia, everyone):
    named(everyone, *(f"Anna {n:02}" for n in range(25)))
    for n in range(20):
        PersonFactory(
            world=everyone.world, handle=f"says-{n:02}", name=f"Bo {n:02}", headline="Annals"
        )

    first = as_mia.get("/search/?in=people&q=anna")
    pages, url = [first], None
    while after := pages[-1].context["sections"][0][3].next:
        url = f"/search/?q=anna&in=people&after={after}"
        assert url.replace("&", "&amp;") in pages[-1].text
        pages.append(as_mia.get(url))

    assert [called(one) for page in pages for one in page.context["sections"][0][3]] == [
        *(f"named-{n}" for n in range(25)),
        *(f"says-{n:02}" for n in range(20)),
    ]


@pytest.mark.parametrize("kind", ["people", "employers", "groups", "jobs", "posts"])
def test_every_kind_goes_on_where_it_stopped(htmx, mia, everyone, kind):
    EmployerFactory(world=everyone.world, handle="yard", name="Yard")
    for n in range(22):
        if kind in ("people", "employers"):
            maker = PersonFactory if kind == "people" else EmployerFactory
            maker(world=everyone.world, handle=f"tide-{n:02}")
        if kind == "groups":
            found(cast("founder", world=everyone.world)[0] if n == 0 else mia, f"Tide {n:02}")
        if kind == "jobs":
            open_job(everyone.world.people.get(handle="yard"), f"Tide {n:02}")
        if kind == "posts":
            publish(mia, f"Tide {n:02}")

    first = htmx.get(f"/search/?in={kind}&q=tide")
    [(_, _, _, page)] = first.context["sections"]
    more = htmx.get(f"/search/?q=tide&in={kind}&after={page.next}")
    [(_, _, _, rest)] = more.context["sections"]

    assert is_part(first)
    assert is_part(more)
    assert "<h1" not in more.text
    assert (len(page), len(rest), rest.next) == (20, 2, None)
    assert len({called(one) for one in (*page, *rest)}) == 22


@pytest.mark.parametrize(
    "after", ["x", "0", "0x", "9MSBh", "00MSBh", "%00", "a" * 5000, "0LTEgYQ", "1MSAAYQ", "-1"]
)
@pytest.mark.parametrize("kind", ["people", "employers", "groups", "jobs", "posts", ""])
def test_a_forged_cursor_gives_some_page(as_mia, kind, after):
    assert as_mia.get(f"/search/?in={kind}&q=follower&after={after}").status_code == 200


def test_the_same_as_the_list_of_jobs_finds(as_mia, everyone):
    works = EmployerFactory(world=everyone.world, name="Harbour Works")
    open_job(works, "Pilot")
    open_job(works, "Baker")

    listed = as_mia.get("/jobs/?q=pilt").context["jobs"]

    assert [one.title for one in listed] == hits(as_mia, "jobs", q="pilt") == ["Pilot"]


def test_a_card_acts_where_it_stands(htmx, everyone):
    here = {"HX-Target": f"person-{everyone.stranger.pk}"}

    response = htmx.post(f"{everyone.stranger.url}follow/", headers=here)

    assert f'id="person-{everyone.stranger.pk}"' in response.text
    assert f'id="person-{everyone.stranger.pk}"' in htmx.get("/search/?q=stranger").text


def test_an_article_is_found_by_its_title(as_mia, mia):
    Post.objects.publish(mia, "It floats.", "followers", title="Why bread is boats")

    assert hits(as_mia, "posts", q="boat") == ["It floats."]
