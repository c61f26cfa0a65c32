"""What goes into a container, read as files: none is started here."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from ruamel.yaml import YAML

ROOT = settings.BASE_DIR
ONLY_HERE = {"DEBUG", "NETSIM_PG_ROOT"}  # not for production


@pytest.fixture(scope="module")
def compose():
    return YAML(typ="safe", pure=True).load(ROOT / "docker-compose.yml")


def test_every_setting_that_is_read_can_be_given(compose):
    code = (ROOT / "netsim/settings.py").read_text()
    read = set(re.findall(r'(?:get|required|listed)\(\s*"([A-Z_]+)"', code))

    assert compose["services"]["app"]["environment"].keys() == read - ONLY_HERE


def test_secrets_come_from_the_environment_and_are_asked_for(compose):
    db, app = (compose["services"][name]["environment"] for name in ("db", "app"))

    assert re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?.+\}", db["POSTGRES_PASSWORD"])
    assert re.fullmatch(r"\$\{SECRET_KEY:\?.+\}", app["SECRET_KEY"])
    assert app["DATABASE_URL"] == "postgresql://netsim:${POSTGRES_PASSWORD}@db:5432/netsim"


def test_the_app_waits_for_a_healthy_database_that_keeps_its_files(compose):
    db, app = compose["services"]["db"], compose["services"]["app"]

    assert app["depends_on"] == {"db": {"condition": "service_healthy"}}
    assert "pg_isready" in db["healthcheck"]["test"]
    assert db["volumes"] == ["database:/var/lib/postgresql"]
    assert list(compose["volumes"]) == ["database"]


def test_both_servers_sort_alike(compose):
    arguments = compose["services"]["db"]["environment"]["POSTGRES_INITDB_ARGS"].split()
    ours = (ROOT / "netsim/embedded/server.py").read_text()

    assert [argument for argument in arguments if f'"{argument}"' not in ours] == []


def test_the_image_holds_every_app_and_no_more_than_it_needs():
    lines = (ROOT / ".dockerignore").read_text().split()
    first_party = {app.name for app in apps.get_app_configs() if Path(app.path).parent == ROOT}

    assert lines[0] == "*"
    assert {f"!{name}" for name in first_party | {"netsim", "templates", "static"}} <= set(lines)


def test_the_image_and_the_checkout_use_one_python():
    version = (ROOT / ".python-version").read_text().strip()

    assert f"FROM python:{version}-slim\n" in (ROOT / "Dockerfile").read_text()


def test_what_is_installed_is_pinned_by_hash_and_names_no_host():
    text = (ROOT / "requirements.txt").read_text()
    releases = re.split(r"\n(?=[a-z])", text.strip())

    assert [each for each in releases if "==" not in each or "--hash=sha256:" not in each] == []
    assert "://" not in text
