"""One settings file; everything that differs between machines comes from the environment."""

import os
import sys
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from . import embedded


def listed(name, default=""):
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def required(name, local, advice):
    value = os.environ.get(name) or (local if LOCAL else "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} {advice}")
    return value


BASE_DIR = Path(__file__).resolve().parent.parent
COMMAND = "".join(sys.argv[1:2])
TESTING = "pytest" in sys.modules
SERVES = COMMAND in ("demo", "runserver") or Path(sys.argv[0]).name != "manage.py"
DEBUG = os.environ.get("DEBUG") == "1"
DATABASE_URL = os.environ.get("DATABASE_URL")
# Our own database, a demo or tests. Anything else is production and must bring its secrets.
LOCAL = DEBUG or TESTING or not DATABASE_URL or COMMAND == "demo"
HTTPS = os.environ.get("HTTPS", "0" if LOCAL else "1") == "1"
PROXIES = int(os.environ.get("PROXIES", "0"))  # how many of our own stand in front

SECRET_KEY = required(
    "SECRET_KEY", "insecure-and-only-for-this-machine", "to 50 or more random characters."
)
ALLOWED_HOSTS = (
    required(
        "ALLOWED_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "to the names of this site, such as netsim.edu.",
    )
    .replace(" ", "")
    .split(",")
)
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "lucide",
    "accounts",
    "network",
    "simulation",
    "classroom",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "netsim.middleware.HealthMiddleware",
    "netsim.gate.GateMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netsim.middleware.PrivacyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "netsim.middleware.LoginRequiredMiddleware",
    "network.middleware.PersonMiddleware",
    "netsim.middleware.OnceMoreMiddleware",
]
ROOT_URLCONF = "netsim.urls"
WSGI_APPLICATION = "netsim.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.csp",
                "django.contrib.messages.context_processors.messages",
                "network.context.frame",
            ],
        },
    }
]

# The database: netsim's own, which starts by itself, or the one that DATABASE_URL names.
if DATABASE_URL:
    try:
        DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
else:
    DATABASES = {
        "default": embedded.config(Path(os.environ.get("NETSIM_PG_ROOT", BASE_DIR / ".postgres")))
    }
PATIENCE = {  # milliseconds; a page must not wait for ever, a migration or an import may
    "statement_timeout": 10_000,
    "lock_timeout": 5_000,
    "idle_in_transaction_session_timeout": 15_000,
}
# Word similarity of a name with one or two typos; the operator that an index answers reads it.
SESSION_OPTIONS = {"jit": "off", "pg_trgm.word_similarity_threshold": 0.45} | (
    PATIENCE if SERVES and not TESTING else {}
)
if TESTING:
    SESSION_OPTIONS["synchronous_commit"] = "off"
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DATABASES["default"].setdefault("OPTIONS", {}).update(
    connect_timeout=5,
    options=" ".join(f"-c {name}={value}" for name, value in SESSION_OPTIONS.items()),
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if TESTING
    else {
        # Shared by all workers, since limits are counted here.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Static files and uploads.
STATIC_URL = "static/"
STATIC_ROOT = None if LOCAL else BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = LOCAL  # no collectstatic before a demo
WHITENOISE_AUTOREFRESH = DEBUG or TESTING  # every test client would list all files at its start
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024**2  # bytes, files included

# Time and language.
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

# Mail: printed on a developer's machine, sent when there is a host, and otherwise dropped, since
# a password reset must not be read from a log.
EMAIL_HOST = os.environ.get("EMAIL_HOST")
if EMAIL_HOST:
    MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": EMAIL_HOST,
                "port": int(os.environ.get("EMAIL_PORT", "587")),
                "username": os.environ.get("EMAIL_USER", ""),
                "password": os.environ.get("EMAIL_PASSWORD", ""),
                "use_tls": os.environ.get("EMAIL_SECURITY", "starttls") == "starttls",
                "use_ssl": os.environ.get("EMAIL_SECURITY") == "tls",
                "timeout": 10,
            },
        }
    }
else:
    MAILERS = {
        "default": {
            "BACKEND": f"django.core.mail.backends.{'console' if LOCAL else 'dummy'}.EmailBackend"
        }
    }
del EMAIL_HOST  # Django takes it for the old setting
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "netsim@localhost")

# Who signs in.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = ["accounts.hashers.Argon2PasswordHasher"]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "signup": "accounts.forms.SignupForm",
    "add_email": "accounts.forms.AddEmailForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_SIGNUP_REDIRECT_URL = "/start/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_RATE_LIMITS = {  # a class of 40 sits behind one address
    "login": "300/m/ip",
    "login_failed": "120/m/ip,5/300s/key",
    "signup": "200/m/ip",
    "reset_password": "60/m/ip,5/m/key",
    "reset_password_from_key": "120/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

# The browser.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "netsim.errors.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "31536000")) if HTTPS else 0
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Whether other sites below this name use HTTPS is not ours to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "one_line": {
            "()": "netsim.logs.OneLine",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "one_line"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": TESTING},
        "netsim": {"handlers": ["console"], "level": "INFO", "propagate": TESTING},
        "waitress.queue": {"level": "ERROR"},  # a class that signs in at once is no news
    },
}
