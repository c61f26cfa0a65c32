"""Seeding through the administration: upload, check, preview, load; and downloading."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from classroom import shipped
from classroom.checking import Checked
from classroom.loading import load
from classroom.scenario_file import read
from network.models import Experience, Person, Post, World
from tests.everyone import signed_in
from tests.factories import LearnerFactory, UserFactory
from tests.pages_seen import SIGN_IN

from .alive import ALIVE
from .test_scenario_schema import WHOLE

pytestmark = pytest.mark.django_db
SEED = "/admin/network/world/seed/"
LOAD = "/admin/network/world/seed/load/"


@pytest.fixture
def instructor(db):
    """Staff who may make worlds and look at them, and nothing else."""
    user = UserFactory(username="instructor", is_staff=True)
    wanted = Permission.objects.filter(codename__in=["add_world", "view_world"])
    user.user_permissions.set(wanted)
    return user


@pytest.fixture
def as_instructor(instructor):
    return signed_in(instructor)


def upload(text, name="harbour.yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    return {"file": SimpleUploadedFile(name, data), "shipped": ""}


def checked_in(page):
    return page.context["form"]["checked"].value()


def test_the_list_of_worlds_leads_to_seeding(as_instructor):
    page = as_instructor.get(reverse("admin:network_world_changelist"))

    assert f'href="{SEED}"' in page.text
    assert as_instructor.get(SEED).status_code == 200


def test_from_a_file_to_a_world(as_instructor, instructor):
    preview = as_instructor.post(SEED, upload(WHOLE))

    assert preview.status_code == 200
    assert "No mistakes in “Harbour”" in preview.text
    assert dict(preview.context["numbers"]) == {
        "Simulated people": 3,
        "Influencers among them": 1,
        "Recruiters among them": 1,
        "Open jobs": 1,
        "Employers": 1,
        "Connections": 2,
        "Connections of one person, on average": 1.3,
        "Follows, those of connections included": 4,
        "Posts for followers": 1,
        "Posts for connections only": 1,
        "Invitations that wait among them": 0,
        "Groups": 0,
        "Posts to groups": 0,
        "Comments and answers to them": 0,
        "Reactions": 0,
        "Endorsements": 0,
        "Recommendations": 0,
        "Conversations": 0,
    }
    assert dict(preview.context["start"]) == {
        "Connections": 2,
        "People and employers they follow": 3,
        "Followers": 3,
        "Invitations to answer": 1,
        "Invitations they have sent": 0,
        "Groups": 0,
        "Conversations": 0,
        "Endorsements": 0,
        "Recommendations": 0,
    }
    assert not World.objects.exists()

    done = as_instructor.post(
        LOAD, {"name": "Class 3b", "checked": checked_in(preview)}, follow=True
    )

    world = World.objects.get()
    assert (world.name, world.owner, world.people.count()) == ("Class 3b", None, 4)
    assert done.request["PATH_INFO"] == reverse("admin:network_world_change", args=[world.pk])
    assert "“Class 3b” is ready: 3 people, 1 employer, 2 connections" in done.text
    assert LogEntry.objects.get().user == instructor


def test_the_preview_counts_what_people_made_of_each_other(as_instructor):
    preview = as_instructor.post(SEED, upload(ALIVE))
    numbers, start = (dict(preview.context[name]) for name in ("numbers", "start"))

    assert (numbers["Groups"], numbers["Posts to groups"]) == (2, 1)
    assert (numbers["Comments and answers to them"], numbers["Reactions"]) == (6, 5)
    assert (numbers["Endorsements"], numbers["Recommendations"]) == (2, 3)
    assert (numbers["Posts for followers"], numbers["Conversations"]) == (2, 2)
    assert (start["Groups"], start["Conversations"]) == (1, 3)
    assert (start["Endorsements"], start["Recommendations"]) == (2, 1)


def test_what_only_the_database_finds_wrong_stands_with_its_place(as_instructor):
    text = ALIVE.replace("name: Rope and knots", "name: Øre").replace("Open hall", "Ore")
    checked = checked_in(as_instructor.post(SEED, upload(text)))
    page = as_instructor.post(LOAD, {"name": "Quay", "checked": checked})

    assert page.status_code == 422
    assert "The group in line 89 has this name. Choose another." in page.text
    assert not World.objects.exists()


def test_pressed_twice_makes_one_world(as_instructor):
    checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))
    first = as_instructor.post(LOAD, {"name": "Harbour", "checked": checked})
    second = as_instructor.post(LOAD, {"name": "Harbour", "checked": checked})

    assert first.url == second.url
    assert World.objects.count() == LogEntry.objects.count() == 1


def test_each_check_may_make_a_world(as_instructor):
    for _ in range(2):
        checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))
        as_instructor.post(LOAD, {"name": "Harbour", "checked": checked})

    assert World.objects.count() == 2


@pytest.mark.parametrize("slug", shipped.paths())
def test_files_that_come_with_netsim_can_be_chosen(as_instructor, slug):
    preview = as_instructor.post(SEED, {"shipped": slug})

    assert preview.status_code == 200
    assert preview.context["scenario"] == read(shipped.paths()[slug].read_bytes())


@pytest.mark.parametrize("slug", shipped.paths())
def test_files_that_come_with_netsim_can_be_taken_to_begin_from(as_instructor, slug):
    url = f"{SEED}{slug}.yaml"
    assert f'href="{url}"' in as_instructor.get(SEED).text
    file = as_instructor.get(url)

    assert file.content == shipped.paths()[slug].read_bytes()
    assert file["Content-Disposition"] == f'attachment; filename="{slug}.yaml"'


def test_other_files_cannot(as_instructor):
    assert as_instructor.get(f"{SEED}settings.yaml").status_code == 404


def test_all_mistakes_are_shown_with_their_lines(as_instructor):
    page = as_instructor.post(SEED, upload(WHOLE.replace("name: Omar", "nmae: <b>Omar</b>")))

    assert page.status_code == 422
    assert "There are 2 mistakes in this file" in page.text
    line = WHOLE.split("nmae")[0].split("name: Omar")[0].count("\n") + 1
    assert f"<strong>Line {line}, column 5</strong> Add “name:” here; it is needed." in page.text
    shown = re.findall("<pre>(.*?)</pre>", page.text)
    assert shown == [
        "  - <mark>{</mark>handle: omar, nmae: &lt;b&gt;Omar&lt;/b&gt;}",
        "  - {handle: omar, <mark>n</mark>mae: &lt;b&gt;Omar&lt;/b&gt;}",
    ]
    assert not World.objects.exists()


def test_only_the_first_50_mistakes_are_shown(as_instructor):
    page = as_instructor.post(SEED, upload(WHOLE + "".join(f"key{n}: x\n" for n in range(60))))

    assert page.text.count("netsim does not know") == 50
    assert "10 more mistakes are not shown." in page.text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe\x00", "The file is saved as UTF-16. Save it as UTF-8."),
        (b"name: \xff", "Here is something that is not UTF-8 text."),
        (b"name: \x00", "Here is a character that cannot be used (U+0000)."),
        (b"%PDF-1.7\n\x93\xfa", "Here is something that is not UTF-8 text."),
        (b"[" * 100_000, "This is nested too deep."),
        (b"x" * 1_000_001, "The file is larger than 1 MB."),
        (b"a: " + b"x" * 900_000, "netsim does not know “a” here."),
    ],
)
def test_ugly_files_are_answered_in_words(as_instructor, data, sentence):
    page = as_instructor.post(SEED, upload(data))

    assert page.status_code == 422
    assert sentence in page.text
    assert "\x00" not in page.text
    assert len(page.content) < 50_000


def test_10_mb_are_refused_in_words(as_instructor):
    page = as_instructor.post(SEED, upload(b"#" * 10_000_000))

    assert page.status_code == 413
    assert not World.objects.exists()


@pytest.mark.parametrize("data", [{}, {"shipped": ""}, {"shipped": "../settings"}, {"file": ""}])
def test_nothing_or_nonsense_chosen(as_instructor, data):
    page = as_instructor.post(SEED, data)

    assert page.status_code == 422
    assert page.context["form"].errors


def test_an_empty_file_is_named(as_instructor):
    assert "This file is empty. Choose another one." in as_instructor.post(SEED, upload(b"")).text


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 81])
def test_a_name_that_cannot_be_is_asked_for_again(as_instructor, name):
    checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))
    page = as_instructor.post(LOAD, {"name": name, "checked": checked})

    assert page.status_code == 422
    assert page.context["form"].errors["name"]
    assert checked_in(page) == checked
    assert not World.objects.exists()


@pytest.mark.parametrize("checked", ["", "x", "e30:1:abc"])
def test_a_check_that_netsim_did_not_sign_is_refused(as_instructor, checked):
    page = as_instructor.post(LOAD, {"name": "Harbour", "checked": checked}, follow=True)

    assert page.request["PATH_INFO"] == SEED
    assert "This check is too old. Choose the file again." in page.text
    assert not World.objects.exists()


def test_a_check_that_was_changed_or_is_old_is_refused(as_instructor, time_machine):
    checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))
    as_instructor.post(LOAD, {"name": "Harbour", "checked": f"x{checked}"})
    time_machine.move_to(datetime.now(UTC) + timedelta(days=2))
    as_instructor.force_login(UserFactory(is_staff=True, is_superuser=True))
    page = as_instructor.post(LOAD, {"name": "Harbour", "checked": checked}, follow=True)

    assert "This check is too old. Choose the file again." in page.text
    assert not World.objects.exists()


def test_what_is_loaded_is_checked_again(as_instructor, monkeypatch):
    page = as_instructor.post(LOAD, {"name": "Harbour", "checked": Checked("scenario: 1").signed()})

    assert page.status_code == 422
    assert "Add “people:” here; it is needed." in page.text
    assert not World.objects.exists()


def test_a_large_file_survives_the_way_through_the_browser(as_instructor):
    signs = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(290_000))
    posts = "".join(
        f"      - {{ago: {n}h, text: {signs[n * 2900 : (n + 1) * 2900]}}}\n" for n in range(100)
    )
    text = WHOLE.replace(
        "  - {handle: ines", f"  - handle: z\n    name: Z\n    posts:\n{posts}  - {{handle: ines"
    )
    checked = checked_in(as_instructor.post(SEED, upload(text)))
    as_instructor.post(LOAD, {"name": "Large", "checked": checked})

    assert World.objects.get().people.get(handle="z").posts.count() == 100


def test_opening_the_address_of_loading_leads_to_seeding(as_instructor):
    page = as_instructor.get(LOAD, follow=True)

    assert page.request["PATH_INFO"] == SEED
    assert list(page.context["messages"]) == []


@pytest.fixture
def world():
    return load(read(WHOLE.encode()))


def test_a_world_is_downloaded_as_a_file_that_loads_again(as_instructor, world):
    page = as_instructor.get(reverse("admin:network_world_change", args=[world.pk]))
    url = reverse("admin:network_world_download", args=[world.pk])
    assert f'href="{url}"' in page.text

    file = as_instructor.get(url)

    assert file["Content-Disposition"] == 'attachment; filename="harbour.yaml"'
    assert file["Content-Type"] == "application/yaml; charset=utf-8"
    assert as_instructor.post(SEED, upload(file.content)).status_code == 200


def test_a_world_without_latin_letters_has_a_file_name(as_instructor, world):
    World.objects.update(name="港")
    file = as_instructor.get(reverse("admin:network_world_download", args=[world.pk]))

    assert file["Content-Disposition"] == 'attachment; filename="world.yaml"'


def test_a_world_that_fits_no_file_says_why(as_instructor, world):
    Experience.objects.update(employer_name="omar")
    page = as_instructor.get(reverse("admin:network_world_download", args=[world.pk]), follow=True)

    assert "This world cannot be written as a file. “omar” is a person" in page.text


def test_a_world_that_is_not_there(as_instructor):
    assert as_instructor.get("/admin/network/world/7/download/").status_code == 404


@pytest.mark.parametrize(
    "url", [SEED, LOAD, f"{SEED}first-steps.yaml", "/admin/network/world/{pk}/download/"]
)
def test_who_may_not(url, world):
    url = url.replace("{pk}", str(world.pk))
    learner = LearnerFactory(world=world)
    staff = UserFactory(is_staff=True)

    for who in (None, learner):
        for answer in (signed_in(who).get(url), signed_in(who).post(url, {"shipped": "x"})):
            assert answer.status_code == 302
            assert answer.url.startswith(SIGN_IN)
    assert signed_in(staff).get(url).status_code == 403
    assert signed_in(staff).post(url, {"shipped": "first-steps"}).status_code == 403


def test_who_may_look_but_not_seed_sees_no_way_to(world):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_world"))
    as_instructor = signed_in(user)

    assert SEED not in as_instructor.get(reverse("admin:network_world_changelist")).text
    assert as_instructor.get(SEED).status_code == 403
    assert (
        as_instructor.get(reverse("admin:network_world_download", args=[world.pk])).status_code
        == 200
    )


def test_who_may_seed_but_not_look_lands_on_the_first_page(world):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="add_world"))
    as_instructor = signed_in(user)
    checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))

    assert as_instructor.post(LOAD, {"name": "New", "checked": checked}).url == reverse(
        "admin:index"
    )


def test_the_list_of_worlds_costs_the_same_whatever_their_number(
    as_instructor, world, django_assert_num_queries, django_assert_max_num_queries
):
    url = reverse("admin:network_world_changelist")
    with django_assert_max_num_queries(10) as few:
        as_instructor.get(url)
    for _ in range(4):
        load(read(WHOLE.encode()))
    Person.objects.bulk_create(
        Person(world=world, handle=f"p{n}", name="P", joined_at=world.now) for n in range(50)
    )

    with django_assert_num_queries(len(few)):
        as_instructor.get(url)


def test_nothing_is_half_loaded(as_instructor, monkeypatch):
    checked = checked_in(as_instructor.post(SEED, upload(WHOLE)))
    monkeypatch.setattr(Post.objects, "bulk_create", lambda rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        as_instructor.post(LOAD, {"name": "Harbour", "checked": checked})

    assert not World.objects.exists()
    assert not LogEntry.objects.exists()
