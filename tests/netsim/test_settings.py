import os
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.db import connection

PRODUCTION = {
    "DATABASE_URL": "postgresql://netsim:secret@localhost:1/netsim",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "netsim.example.edu",
}


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.django_db
def test_production_settings_pass_the_deployment_checks():
    database = connection.settings_dict
    url = f"postgresql://postgres@{quote(database['HOST'], safe='')}/{database['NAME']}"
    environment = PRODUCTION | {"DATABASE_URL": url, "EMAIL_HOST": "mail.example.edu"}
    done = manage("check", "--deploy", "--fail-level", "WARNING", **environment)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY to 50 or more random characters."),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS to the names of this site, such as netsim.edu."),
        ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL must start with postgresql://"),
        ({"DATABASE_URL": "postgresql://a:b@host:port/x"}, "DATABASE_URL cannot be read: "),
    ],
)
def test_production_does_not_start_half_configured(changed, sentence):
    done = manage("migrate", **(PRODUCTION | changed))

    assert done.returncode == 1
    assert done.stderr.startswith(f"netsim cannot start. {sentence}")
    assert done.stderr.count("\n") == 1


def test_an_unreachable_database_is_one_sentence():
    done = manage("migrate", **PRODUCTION)

    assert done.returncode == 1
    assert done.stderr.startswith("The database does not answer.")
    assert "Traceback" not in done.stderr


def test_https_can_be_left_to_others():
    names = ["SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE"]
    code = f"from django.conf import settings; print(*(getattr(settings, n) for n in {names}))"
    with_it = manage("shell", "-v0", "-c", code, **PRODUCTION)
    without = manage("shell", "-v0", "-c", code, **PRODUCTION, HTTPS="0")

    assert with_it.stdout.strip() == "True 31536000 True"
    assert without.stdout.strip() == "False 0 False"


def test_mail_is_printed_here_sent_with_a_host_and_otherwise_dropped():
    code = "from django.core.mail import mailers; print(type(mailers['default']).__module__)"
    environments = [{}, PRODUCTION | {"EMAIL_HOST": "mail.example.edu"}, PRODUCTION]
    done = [manage("shell", "-v0", "-c", code, **environment) for environment in environments]

    backends = [each.stdout.strip().rpartition(".")[2] for each in done]
    assert backends == ["console", "smtp", "dummy"]


def test_pages_do_not_wait_for_the_database_for_ever_and_commands_may():
    code = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'])"
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "netsim.settings"}
    serving = [sys.executable, "-c", code]
    page = subprocess.run(serving, env=environment, capture_output=True, text=True).stdout
    command = manage("shell", "-v0", "-c", code).stdout

    patience = "statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout"
    assert patience in page
    assert "timeout=" not in command
    assert "'connect_timeout': 5" in page
    assert "'connect_timeout': 5" in command
