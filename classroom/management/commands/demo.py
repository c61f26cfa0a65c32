import signal
import sys
from contextlib import contextmanager
from importlib.util import find_spec

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from netsim import serving

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)


class Command(BaseCommand):
    help = "Start everything on this machine, with two worlds to try, and say how to sign in."
    requires_system_checks = []  # they ask the database, which has its own sentence here

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="host:port")

    def handle(self, *, address, **options):
        if find_spec("waitress") is None:
            raise CommandError("The demo's server is missing. Run `uv sync`.")
        try:
            host, port = serving.parse(address)
            taken = serving.take(host, port)
        except serving.AddressError as error:
            raise CommandError(str(error)) from error
        with ends_quietly(), taken:
            logins = self.prepare()
            allow(host)
            self.announce(host, port, logins)
            self.serve(taken)

    def prepare(self):
        """Database, tables and worlds; one process at a time."""
        from classroom.demo import seed_demo

        self.say("Starting the database …")
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(database_sentence(error)) from error
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0; SET lock_timeout = 0")
            cursor.execute("SELECT pg_advisory_lock(hashtext('netsim demo'))")
        self.say("Bringing its tables up to date …")
        call_command("migrate", verbosity=0)
        call_command("createcachetable")
        logins = seed_demo(self.say)
        connection.close()
        return logins

    def announce(self, host, port, logins):
        shown = "127.0.0.1" if host in EVERYWHERE else host
        shown = f"[{shown}]" if ":" in shown else shown
        self.say(f"\nnetsim runs at http://{shown}:{port}/")
        self.say("\nSign in there with one of these names, or sign up:\n")
        for login in logins:
            self.say(f"  {login.role:<16} {login.username:<12} {login.password}")
        self.say("\nCtrl-C ends it. What you did is kept until the next time.")

    def serve(self, taken):
        from netsim.wsgi import application

        serving.serve(application, taken)

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def allow(host):
    settings.ALLOWED_HOSTS += ["*"] if host in EVERYWHERE else [host]


def database_sentence(error):
    reason = str(error).strip().splitlines()
    if not settings.DATABASE_URL:
        return "\n".join(reason)
    return f"The database that DATABASE_URL names cannot be reached: {reason[0]}"


@contextmanager
def ends_quietly():
    """Ctrl-C and SIGTERM end the demo and, if nobody else uses it, its own PostgreSQL."""
    sys.unraisablehook = once_more
    for end in ENDS:
        signal.signal(end, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    finally:
        for end in ENDS:
            signal.signal(end, signal.SIG_IGN)
        if not settings.DATABASE_URL:
            connection.server.leave()


def once_more(dropped):
    """Python drops an exception within a finalizer; an interrupt comes again a moment later."""
    if dropped.exc_type is KeyboardInterrupt:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
    else:
        sys.__unraisablehook__(dropped)
