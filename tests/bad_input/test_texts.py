"""Every field into which people write, given what people and others write (safety.md, A)."""

import unicodedata
import uuid
from dataclasses import dataclass, field
from html import escape

import pytest

from accounts.models import User
from network.models import (
    Application,
    Comment,
    Community,
    Education,
    Experience,
    Introduction,
    Invitation,
    Message,
    Person,
    Post,
    Recommendation,
    Report,
    Skill,
)
from tests.everyone import everyone_around, signed_in
from tests.factories import EmployerFactory, connect, found, job, open_job, publish
from tests.snapshots import made_once

pytestmark = [pytest.mark.django_db, pytest.mark.exhaustive]


@dataclass(frozen=True)
class Field:
    """One field of a form: where it is sent, what goes with it, and what is stored then."""

    name: str
    url: str
    stored: object
    most: int
    lines: bool = False
    required: bool = False
    beside: dict = field(default_factory=dict)
    before: object = dict  # what must be so before it is sent, and the fields that come of it

    def __str__(self):
        return f"{self.url} {self.name}"

    @property
    def address(self):
        if "<job>" in self.url:  # one application a job
            return self.url.replace("<job>", str(open_job(Person.objects.get(handle="harbour")).pk))
        praise = Recommendation.objects.order_by("pk").values_list("pk", flat=True).first()
        url = self.url.replace("<praise>", str(praise))
        return url.replace("<post>", str(Post.objects.earliest("pk").pk))

    def send(self, client, text):
        return client.post(self.address, {**self.beside, **self.before(), self.name: text})


def mia():
    return Person.objects.get(world__name="Harbour", handle="mia")


def newest(model, name):
    """Reads a field of the newest row."""
    return lambda: getattr(model.objects.latest("pk"), name)


PROFILE = {"name": "Mia"}
POST = {"most": 3000, "lines": True, "required": True, "beside": {"audience": "followers"}}
WRITE = Field("text", "/posts/", lambda: Post.objects.latest("pk").text, **POST)
EDIT = Field("text", "/posts/<post>/edit/", lambda: Post.objects.earliest("pk").text, **POST)
ARTICLE_TITLE = Field(
    "title",
    "/articles/",
    newest(Post, "title"),
    120,
    required=True,
    beside={"text": "Hello", "audience": "followers"},
)
ARTICLE_TEXT = Field(
    "text",
    "/articles/",
    newest(Post, "text"),
    20_000,
    lines=True,
    required=True,
    beside={"title": "Hello", "audience": "followers"},
)
THOUGHT = Field(
    "text",
    "/posts/<post>/share/",
    newest(Post, "text"),
    3000,
    lines=True,
    beside={"audience": "followers"},
)
NOTE = Field(
    "note",
    "/people/stranger/invite/",
    lambda: Invitation.objects.latest("pk").note,
    300,
    lines=True,
    beside={"how": "friend"},
)
ASK = Field(
    "note",
    "/people/near/introduction/connection/",
    lambda: Introduction.objects.latest("pk").note,
    300,
    lines=True,
    required=True,
)
TOP = "/profile/edit/top/"
NAME = Field("name", TOP, lambda: mia().name, 80, required=True)
HEADLINE = Field("headline", TOP, lambda: mia().headline, 120, beside=PROFILE)
LOCATION = Field("location", TOP, lambda: mia().location, 80, beside=PROFILE)
INDUSTRY = Field("industry", TOP, lambda: mia().industry, 80, beside=PROFILE)
ABOUT = Field("about", "/profile/edit/about/", lambda: mia().about, 2000, lines=True)
JOB = {"title": "Pilot", "employer_name": "Tideline", "started_on": "2020-05"}
JOB_URL = "/profile/edit/experience/new/"


def beside(form, name):
    """The other fields of a form."""
    return {key: value for key, value in form.items() if key != name}


TITLE = Field(
    "title", JOB_URL, newest(Experience, "title"), 100, required=True, beside=beside(JOB, "title")
)
EMPLOYER = Field(
    "employer_name",
    JOB_URL,
    newest(Experience, "employer_name"),
    100,
    required=True,
    beside=beside(JOB, "employer_name"),
)
DONE = Field("text", JOB_URL, newest(Experience, "text"), 1000, lines=True, beside=JOB)
SCHOOL_URL = "/profile/edit/education/new/"
SINCE = {"started_in": "2020"}
SCHOOL = Field("school", SCHOOL_URL, newest(Education, "school"), 100, required=True, beside=SINCE)
DEGREE = Field(
    "degree", SCHOOL_URL, newest(Education, "degree"), 100, beside={**SINCE, "school": "Quay"}
)
SUBJECT = Field(
    "field", SCHOOL_URL, newest(Education, "field"), 100, beside={**SINCE, "school": "Quay"}
)
SKILL = Field("name", "/profile/edit/skills/", newest(Skill, "name"), 60, required=True)
MESSAGE = Field(
    "text", "/messages/connection/", newest(Message, "text"), 2000, lines=True, required=True
)
START = Field("name", "/start/", lambda: mia().user.people.latest("pk").name, 80, required=True)
COMMENT = Field(
    "text",
    "/posts/<post>/comments/",
    lambda: Comment.objects.latest("pk").text,
    1250,
    lines=True,
    required=True,
)
LETTER = Field(
    "letter", "/jobs/<job>/apply/", newest(Application, "letter"), 2000, lines=True, required=True
)
GROUP_NAME = Field("name", "/groups/new/", newest(Community, "name"), 80, required=True)
GROUP_ABOUT = Field(
    "description",
    "/groups/before/edit/",
    newest(Community, "description"),
    1000,
    lines=True,
    beside={"name": "Before"},
)
GROUP_RULES = Field(
    "rules",
    "/groups/before/edit/",
    newest(Community, "rules"),
    2000,
    lines=True,
    beside={"name": "Before"},
)
TO_GROUP = Field(
    "text", "/groups/before/posts/", newest(Post, "text"), 3000, lines=True, required=True
)
REPORT = Field(
    "text",
    "/people/stranger/report/",
    newest(Report, "text"),
    1000,
    lines=True,
    beside={"reason": "other"},
)
PRAISED = {"relationship": "together", "revision": "1"}


def as_it_stands():
    """The revision of what Mia wrote, as her page has it."""
    return {"revision": str(mia().recommendations_given.get(revision__gt=0).revision)}


def written_anew():
    """What came back to its author comes again."""
    praise = mia().recommendations.earliest("pk")
    said = {"relationship": "client", "text": f"{praise.text} {praise.revision}"}
    if praise.status == "returned":
        praise.author.recommend(mia(), **said, revision=praise.revision)
    return {}


def asked_for_nothing():
    Recommendation.objects.asked().delete()
    return {}


PRAISE = Field(
    "text",
    "/people/connection/recommend/",
    lambda: mia().recommendations_given.get().text,
    2000,
    lines=True,
    required=True,
    beside=PRAISED,
    before=as_it_stands,
)
WHERE = Field(
    "place",
    "/people/connection/recommend/",
    lambda: mia().recommendations_given.get().place,
    100,
    beside={**PRAISED, "text": "Before"},
    before=as_it_stands,
)
WISH = Field(
    "note",
    "/people/follower/ask-recommendation/",
    lambda: mia().recommendations.latest("pk").note,
    300,
    lines=True,
    required=True,
    before=asked_for_nothing,
)
CHANGE = Field(
    "note",
    "/recommendations/<praise>/change/",
    lambda: mia().recommendations.earliest("pk").note,
    300,
    lines=True,
    required=True,
    before=written_anew,
)
FIELDS = [
    *(GROUP_NAME, GROUP_ABOUT, GROUP_RULES, TO_GROUP),
    *(ARTICLE_TITLE, ARTICLE_TEXT, THOUGHT),
    *(WRITE, EDIT, COMMENT, NOTE, ASK, MESSAGE, LETTER, REPORT),
    *(NAME, HEADLINE, LOCATION, INDUSTRY, ABOUT),
    *(TITLE, EMPLOYER, DONE, SCHOOL, DEGREE, SUBJECT, SKILL),
    *(PRAISE, WHERE, WISH, CHANGE),
]
each_field = pytest.mark.parametrize("box", FIELDS, ids=str)
one_line = pytest.mark.parametrize("box", [box for box in FIELDS if not box.lines], ids=str)
several_lines = pytest.mark.parametrize("box", [box for box in FIELDS if box.lines], ids=str)


@pytest.fixture
def as_mia(db):
    return signed_in(made_once("written", written).mia)


def written():
    """Everyone, and something that says "Before" behind every field."""
    everyone = everyone_around("learner")
    post = publish(everyone.mia, "Before")
    Post.objects.publish(everyone.mia, "Before", "followers", title="Before")
    Post.objects.comment(everyone.mia, post.pk, "Before")
    everyone.mia.write(everyone.connection, "Before")
    near, far = everyone.new("near"), everyone.new("far")
    connect(near, everyone.connection)
    connect(far, everyone.connection)
    everyone.mia.ask_to_be_introduced(everyone.connection, far, "Before")
    job(everyone.mia, "Before", "Before")
    Education.objects.enter(everyone.mia, school="Before", started_in=2020)
    Skill.objects.enter(everyone.mia, "Before")
    harbour = EmployerFactory(world=everyone.world, handle="harbour")
    everyone.mia.apply(open_job(harbour), "Before")
    found(everyone.mia, "Before")
    said = {"relationship": "together", "text": "Before"}
    everyone.mia.ask_recommendation(everyone.connection, "Before")
    everyone.connection.recommend(everyone.mia, **said)
    everyone.mia.recommend(everyone.connection, **said)
    connect(everyone.follower, everyone.mia)
    return everyone


def is_refused(response, *words):
    """422 with the form, the field marked, and words that say what to do."""
    assert response.status_code == 422
    assert "<h1" in response.text
    assert 'aria-invalid="true"' in response.text
    for word in words:
        assert word in response.text
    return True


def is_kept(response, text):
    """Whether what was typed stands in the form again."""
    typed = escape(text).replace("&#x27;", "&#39;")
    return typed in response.text or typed.replace("\n", "\r\n") in response.text


@each_field
def test_plain_words_arrive_as_they_are(as_mia, box):
    assert box.send(as_mia, "Żółw & Söhne, 3 < 5").status_code == 302
    assert box.stored() == "Żółw & Söhne, 3 < 5"


@each_field
def test_nul_is_left_out(as_mia, box):
    assert box.send(as_mia, "a\0b").status_code == 302
    assert box.stored() == "ab"


@each_field
@pytest.mark.parametrize("sent", [b"%FF%FEab%ED%A0%80%C0%AF", b"\xffab"])
def test_what_is_not_utf_8_is_stored_as_valid_text(as_mia, box, sent):
    beside = "&".join(f"{key}={value}" for key, value in box.beside.items()).encode()
    body = b"&".join(filter(None, [beside, box.name.encode() + b"=" + sent]))
    response = as_mia.generic("POST", box.address, body, "application/x-www-form-urlencoded")

    assert response.status_code == 302
    assert "ab" in box.stored()
    assert box.stored().encode().decode() == box.stored()


INVISIBLE = ["", "  ", "\xa0", "\u200b\u2060\ufeff", "\u2800\u3164", "\r\n\t", "\u0301", "\u202e"]


@each_field
def test_what_nobody_can_see_is_nothing(as_mia, box):
    for nothing in INVISIBLE:
        response = box.send(as_mia, nothing)

        if box.required:
            assert is_refused(response)
            assert box.stored() in ("Before", "Mia")
        else:
            assert response.status_code == 302
            assert box.stored() == ""


@one_line
def test_a_line_turns_no_neighbour_round(as_mia, box):
    """Bidirectional overrides and isolates."""
    box.send(as_mia, "\u202eMia\u202c \u2066Lind\u2069\u200f")

    assert box.stored() == "Mia Lind"


@one_line
def test_a_line_is_one_line(as_mia, box):
    box.send(as_mia, " Mia\r\n\tLind\u2028Quay \x0b ")

    assert box.stored() == "Mia Lind Quay"


@several_lines
def test_lines_and_paragraphs_stay(as_mia, box):
    box.send(as_mia, "One\r\nTwo\r\rThree")

    assert box.stored() == "One\nTwo\n\nThree"


@each_field
def test_control_signs_are_left_out(as_mia, box):
    box.send(as_mia, "\x07bell \x1b[31mred\x7f \x85")

    assert box.stored() == "bell [31mred"


@each_field
def test_piled_marks_are_cut_to_what_a_line_can_show(as_mia, box):
    box.send(as_mia, "Z" + "\u0301\u0323" * 1000 + "o\u0302\u0301e")

    letters = unicodedata.normalize("NFD", box.stored())
    assert [char for char in letters if char.isalpha()] == ["Z", "o", "e"]
    assert len(letters) <= 3 + 2 * 9


@each_field
def test_emoji_stay_exactly_as_they_are(as_mia, box):
    text = "👩‍👩‍👧‍👦 🇵🇱 👍🏽 ❤️‍🔥 1️⃣"

    assert box.send(as_mia, text).status_code == 302
    assert box.stored() == text


@each_field
def test_both_spellings_of_an_accent_are_one(as_mia, box):
    box.send(as_mia, "Cafe\u0301")

    assert box.stored() == "Caf\u00e9"


@each_field
def test_every_script_is_welcome(as_mia, box):
    text = "שלום Anna 12, مرحبا, ñ ß İ ı, 東京, देवनागरी"

    assert box.send(as_mia, text).status_code == 302
    assert box.stored() == text


@each_field
def test_the_length_is_what_a_person_counts(as_mia, box):
    response = box.send(as_mia, "a" * (box.most + 1))
    assert is_refused(response, str(box.most))
    assert is_kept(response, "a" * (box.most + 1))

    assert box.send(as_mia, "a" * box.most).status_code == 302
    assert box.stored() == "a" * box.most


@pytest.mark.parametrize(("count", "status"), [(299, 302), (300, 302), (301, 422), (10_000, 422)])
@pytest.mark.parametrize("sign", ["a", "é", "👩‍👩‍👧‍👦", "\r\n"])
def test_a_note_counts_as_people_do(as_mia, count, status, sign):
    text = "a" + sign * (count - 2) + "b"

    response = NOTE.send(as_mia, text)

    assert response.status_code == status
    if status == 422:
        assert is_refused(response, f"This has {count} characters; the most is 300.")
        assert is_kept(response, text.replace("\r\n", "\n"))


@each_field
def test_a_megabyte_is_refused_and_kept(as_mia, box):
    text = "tide table " * 100_000
    response = box.send(as_mia, text)

    assert is_refused(response)
    assert is_kept(response, text.strip())


@each_field
def test_one_word_of_ten_thousand_letters_is_refused(as_mia, box):
    assert is_refused(box.send(as_mia, "w" * max(10_000, box.most + 1)))


@several_lines
@pytest.mark.parametrize("line", ["x\n", "\n"])
def test_five_thousand_lines_are_refused_or_nothing(as_mia, box, line):
    response = box.send(as_mia, f"a{line * max(5000, box.most)}b")

    assert is_refused(response)


def test_a_tall_post_is_folded(as_mia):
    WRITE.send(as_mia, "\n".join("line" for _ in range(500)))
    page = as_mia.get("/feed/").text

    assert '<details class="fold">' in page
    assert "See more" in page


def test_a_post_of_blank_lines_takes_no_room(as_mia):
    WRITE.send(as_mia, "top" + "\n" * 2000 + "bottom")
    page = as_mia.get(f"/posts/{Post.objects.latest('pk').pk}/").text

    assert page.count("<br>") == 0
    assert "\n" * 20 not in page


@each_field
def test_what_looks_like_code_is_text(as_mia, box):
    for text in (
        "{{7*7}} {% debug %}",
        "${7*7} %s%n {0.__class__}",
        "' OR 1=1;-- \\",
        '"; DROP TABLE x',
        "<b hx-get=/x>&lt;",
    ):
        box.send(as_mia, text)
        assert box.stored() == text
        Invitation.objects.filter(recipient__handle="stranger").delete()
        Introduction.objects.filter(target__handle="near").delete()


# Signing up and in


def sign_up(client, **fields):
    data = {"username": "newcomer", "password1": "tide-table-7-quay", **fields}
    return client.post("/accounts/signup/", data)


@pytest.mark.parametrize(
    "username",
    [
        "",
        "  ",
        "\u200b\u2060",
        "a b",
        "-a",
        "\u202emia",
        "a" * 41,
        "mi\u0430",
        "a\x1b[31m",
        "😀",
        "a<b>",
    ],
)
def test_a_user_name_that_cannot_be_is_refused_and_kept(client, username):
    response = sign_up(client, username=username)

    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.text
    assert escape(username.strip()) in response.text
    assert list(User.objects.all()) == []


def test_nul_in_a_user_name_is_left_out(client):
    assert sign_up(client, username="new\0comer").status_code == 302
    assert User.objects.get().username == "newcomer"


@pytest.mark.parametrize("twin", ["ADMIN", " admin ", "ＡＤＭＩＮ", "Admin"])
def test_names_that_look_alike_are_one_account(client, twin):
    User.objects.create_user("admin")

    assert "This user name is taken." in sign_up(client, username=twin).text
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "email", ["x", "a@b", "a@b.c\r\nBcc: all@example.org", "a" * 400 + "@b.org"]
)
def test_an_address_that_cannot_be_is_refused(client, email, mailoutbox):
    response = sign_up(client, email=email)

    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.text
    assert list(User.objects.all()) == []
    assert mailoutbox == []


@pytest.mark.parametrize(
    "login", ["a\0b", "' OR 1=1;--", "a" * 10_000, "\u200b", "<script>", "%FF", "mia@example.org"]
)
def test_any_login_that_is_nobodys_gets_the_same_answer(client, login):
    response = client.post("/accounts/login/", {"login": login, "password": "p\0" * 50})

    assert response.status_code == 200
    assert 'id="messages"' in response.text
    assert "<script>" not in response.text.replace("<script src", "")


# Searching


@pytest.mark.parametrize(
    "query",
    [
        "a\0b",
        "\u200b\u2060",
        "' OR 1=1;--",
        "\\" * 49,
        "%_%",
        "& | ! :* ()",
        "(a+)+$" * 10,
        "x" * 10_000,
        "\u202eaim",
        "\U000e0041",
        "👩‍👩‍👧‍👦",
        "Z" + "\u0301" * 2000,
    ],
)
def test_any_search_gives_a_page(as_mia, query):
    response = as_mia.get("/search/", {"q": query})

    assert response.status_code == 200
    assert len(response.context["asked"].text) <= 80


def test_invalid_utf_8_in_the_search_gives_a_page(as_mia):
    assert as_mia.get("/search/?q=%FF%FE%ED%A0%80").status_code == 200


def test_a_search_is_shown_as_text(as_mia):
    assert escape('"><script>') in as_mia.get("/search/", {"q": '"><script>'}).text


# Starting a world, which takes a while and so is not asked everything


def test_a_name_that_nobody_can_see_starts_no_world(as_mia):
    for nothing in INVISIBLE:
        assert is_refused(START.send(as_mia, nothing))
    assert START.stored() == "Mia"


def test_a_name_that_is_too_long_starts_no_world(as_mia):
    response = START.send(as_mia, "a" * 81)

    assert is_refused(response, "80")
    assert is_kept(response, "a" * 81)


@pytest.mark.parametrize("name", ["{0.__class__} 👩‍👩‍👧‍👦 \u202eaiM\0", "__", "'; DROP TABLE x"])
def test_any_name_that_can_be_seen_starts_a_world(as_mia, name):
    assert START.send(as_mia, name).status_code == 302
    assert START.stored() == name.replace("\u202e", "").replace("\0", "")


# The key that every form carries


@pytest.mark.parametrize("box", [WRITE, NOTE], ids=str)
@pytest.mark.parametrize("key", ["", "\0", "x" * 10_000, "urn:uuid:", "{}", "１" * 32], ids=repr)
def test_a_broken_key_is_no_key(as_mia, box, key):
    response = as_mia.post(box.address, {**box.beside, box.name: "Harbour", "key": key})

    assert response.status_code == 302
    assert box.stored() == "Harbour"


def test_a_world_is_started_once_for_one_form(as_mia):
    data = {"name": "Mia", "key": str(uuid.uuid4())}
    for _ in range(2):
        assert as_mia.post("/start/", data).status_code == 302

    assert Person.objects.filter(user=mia().user).count() == 2  # the other is in Harbour
