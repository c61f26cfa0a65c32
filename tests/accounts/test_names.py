import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from accounts.models import User
from accounts.names import fold, validate_user_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mia", "mia"),
        (" mia ", "mia"),
        ("ＭＩＡ", "mia"),
        ("Straße", "strasse"),
        ("José", "josé"),
        ("Jose\u0301", "josé"),
        ("ﬁona", "fiona"),
    ],
)
def test_names_that_look_alike_are_one(typed, name):
    assert fold(typed) == name


@pytest.mark.parametrize("name", ["İpek", "ᏓᎩ", "ΣΊΣΥΦΟΣ", "K", "ΐ", "ǅ", "ﬀ", "ß"])
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    "name", ["mia", "mia.p-2_x+y", "josé", "東京", "さくらサクラ", "प्रिया", "мия", "김민준"]
)
def test_names_of_many_languages_are_allowed(name):
    validate_user_name(fold(name))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "mia park",
        "mia@example.org",
        "mia\u200bpark",
        "mia\u202epark",
        "mia\u2066park",
        "mia\x00",
        "mia\x1b[31m",
        "mia\n",
        "mia\ufeff",
        "<b>",
        ".mia",
        "\u0301mia",
        "m" + "\u0323\u0335" * 9,
        "mіa",  # a Cyrillic і
        "😀",
    ],
)
def test_names_that_could_deceive_or_break_a_page_are_refused(name):
    with pytest.raises(ValidationError):
        validate_user_name(name)


@pytest.mark.django_db
def test_a_name_is_found_however_it_is_typed():
    mia = User.objects.create_user("Mia")

    assert User.objects.get(username="ＭＩＡ") == mia
    assert User.objects.get_by_natural_key("MIA") == mia


@pytest.mark.django_db
@pytest.mark.parametrize("other", ["MIA", "ｍｉａ", " mia"])
def test_the_database_holds_one_of_each_name(other):
    User.objects.create_user("mia")

    with pytest.raises(IntegrityError, match="username"):
        User.objects.create(username=other)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Mia", "mia park", "mia\x07", ""])
def test_the_database_refuses_a_name_that_is_not_folded(name):
    with pytest.raises(IntegrityError, match="user_name_is_folded"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_user (username, email, password, first_name, last_name,"
            " is_staff, is_superuser, is_active, date_joined)"
            " VALUES (%s, '', '', '', '', false, false, true, now())",
            [name],
        )


@pytest.mark.django_db
def test_the_database_holds_one_of_each_email_address_and_many_without():
    User.objects.create_user("mia", "mia@example.org")
    User.objects.create_user("omar", "")
    User.objects.create_user("lena", "")

    with pytest.raises(IntegrityError, match="user_email_is_unique"):
        User.objects.create_user("mona", "MIA@Example.org")
