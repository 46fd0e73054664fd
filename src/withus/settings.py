"""Every setting, in one file. What a host may choose comes from the environment (WITHUS_...,
DATABASE_URL).

A wrong value stops Withus at the start, with the remedy in the message.
"""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from withus.elsewhere import the_council, the_mail_server

NATIONS = ("england", "wales", "scotland", "northern-ireland")
MEGABYTE = 1024 * 1024
POSTGRESQL_MAY_BE_TOLD = {"host", "sslmode", "sslrootcert"}


def an_address(name: str, value: str) -> SplitResult:
    """The parts of an address such as https://withus.example.org."""
    address = urlsplit(value)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Give the whole address people type, for example "
            "https://withus.example.org."
        )
    return address


def the_public_address(value: str) -> SplitResult:
    """The address people type. Withus answers at its root, so it has no path."""
    address = an_address("WITHUS_PUBLIC_URL", value)
    if address.path.strip("/") or address.query or address.fragment or "@" in address.netloc:
        raise ImproperlyConfigured(
            f"WITHUS_PUBLIC_URL is {value!r}. Leave out everything after the host and port: "
            f"{address.scheme}://{address.netloc.rpartition('@')[2]}."
        )
    return address


def the_source_address(value: str) -> str:
    """Where the source of this copy can be fetched, or nothing."""
    return an_address("WITHUS_SOURCE_URL", value).geturl() if value else ""


def the_nation(value: str) -> str:
    if value not in NATIONS:
        raise ImproperlyConfigured(
            f"WITHUS_NATION is {value!r}. Choose one of: {', '.join(NATIONS)}."
        )
    return value


def the_secret_key(given: str, kept_in: Path) -> str:
    """The key given by the host; or one made once and kept in a file only we may read."""
    if not given and not kept_in.exists():
        write_once(kept_in, secrets.token_urlsafe(48))
    key = given or kept_in.read_text(encoding="ascii").strip()
    if len(key) < 32:
        raise ImproperlyConfigured(
            "WITHUS_SECRET_KEY has fewer than 32 characters. Give a longer random one."
            if given
            else f"{kept_in} holds no whole key. Delete it; a new one is made at the next start."
        )
    return key


def write_once(path: Path, words: str) -> None:
    """Several workers may start at once: each writes its own file, the first to link it wins."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(words)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{path} cannot be written ({problem.strerror}). Let Withus write in {path.parent}, "
            "or set WITHUS_VAR to a folder it may write in, or set WITHUS_SECRET_KEY."
        ) from None
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass  # another worker was first; its key is the one to use
    finally:
        Path(scratch).unlink()


def the_database(address: str, *, file: Path) -> dict[str, Any]:
    """PostgreSQL at an address, if one is given; otherwise SQLite in a file."""
    return postgresql(address) if address else sqlite(file)


def sqlite(file: Path) -> dict[str, Any]:
    """One file on this machine, where nothing that was said to be kept is lost in a power cut."""
    kept = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"
    # Without recursive triggers, a row pushed out by REPLACE goes without its triggers being asked.
    held = "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "timeout": 20,
            # Without this, most read-then-write transactions fail as soon as four people write.
            "transaction_mode": "IMMEDIATE",
            "init_command": f"{kept}; {held};",
        },
    }


def postgresql(address: str) -> dict[str, Any]:
    """The parts of postgresql://user:password@host:port/name, each percent-decoded."""
    try:
        parts = urlsplit(address)
        port = parts.port
        told = dict(parse_qsl(parts.query, strict_parsing=True) if parts.query else [])
    except ValueError:
        raise no_such_database() from None  # their words may hold a piece of the password
    host, name = unquote(parts.hostname or ""), unquote(parts.path.removeprefix("/"))
    fits = parts.scheme in ("postgresql", "postgres") and not parts.fragment
    if not fits or not name or "/" in host + name or told.keys() - POSTGRESQL_MAY_BE_TOLD:
        raise no_such_database()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": told.pop("host", host),
        "PORT": str(port or ""),
        "OPTIONS": told,
        # A thread keeps its connection for a while, and asks first whether it still holds.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def no_such_database() -> ImproperlyConfigured:
    """What to say of a wrong DATABASE_URL: not the value, since it may hold a password."""
    return ImproperlyConfigured(
        "DATABASE_URL is no address of a PostgreSQL database. Give "
        "postgresql://user:password@host:port/name, or for a socket "
        "postgresql://user@/name?host=/the/folder. In names and passwords write / as %2F, @ as "
        "%40, # as %23, ? as %3F and % as %25. After a ? may stand: "
        f"{', '.join(sorted(POSTGRESQL_MAY_BE_TOLD))}. Without DATABASE_URL, SQLite is used."
    )


HERE = Path(__file__).resolve().parent
VAR = Path(os.environ.get("WITHUS_VAR") or HERE.parents[1] / "var").resolve()
WITHUS_PUBLIC_URL = os.environ.get("WITHUS_PUBLIC_URL") or "http://localhost:8000"
WITHUS_NATION = the_nation(os.environ.get("WITHUS_NATION") or "england")
# The licence asks whoever runs a changed copy to offer its source to those who use it.
WITHUS_SOURCE_URL = the_source_address(os.environ.get("WITHUS_SOURCE_URL", ""))
PUBLIC = the_public_address(WITHUS_PUBLIC_URL)
SECURE = PUBLIC.scheme == "https"

SECRET_KEY = the_secret_key(os.environ.get("WITHUS_SECRET_KEY", ""), VAR / "secret.key")
# No switch: Django's debug pages would show what a person pasted.
DEBUG = False
ALLOWED_HOSTS = [str(PUBLIC.hostname), "localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "withus.stores.keys",
    "withus.stores.people",
    "withus.stores.accounts",
    "withus.stores.signing_in",
    "withus.stores.outbox",
    "withus.stores.inviting",
    "withus.stores.record",
    "withus.stores.joining",
    "withus.stores.meeting",
    "withus.stores.deciding",
    "withus.stores.framing",
    "withus.stores.drafting",
    "withus.stores.wording",
    "withus.stores.answering",
    "withus.stores.asking",
    "withus.stores.worrying",
    "withus.stores.setting_up",
    "withus.stores.tokens",
    "withus.stores.practising",
    "withus.screens.frame",
    "withus.screens.checking",
    "withus.screens.joining",
    "withus.screens.setting_up",
    "withus.screens.pack",
    "withus.screens.looking",
    "withus.screens.keeping",
    "withus.screens.signing_in",
    "withus.screens.inviting",
    "withus.screens.deciding",
    "withus.screens.meeting",
    "withus.screens.framing",
    "withus.screens.drafting",
    "withus.screens.answering",
    "withus.screens.places",
    "withus.screens.duties",
    "withus.screens.asking",
    "withus.screens.worrying",
    "withus.screens.mine",
    "withus.screens.api_keys",
    "withus.screens.practising",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "withus.screens.frame.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "withus.api.edge.calls",
    "withus.screens.frame.middleware.to_https",
    "withus.screens.frame.middleware.plain_words",
    "withus.screens.frame.middleware.limits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "withus.screens.frame.beside.noted",
    "django.middleware.locale.LocaleMiddleware",
    "withus.screens.frame.middleware.spoken",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "withus.screens.frame.looking.OnlyLooking",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "withus.urls"
WSGI_APPLICATION = "withus.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "withus.screens.frame.templatetags.frame",
            ],
        },
    }
]

KEYS = VAR / "keys"
KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
DATABASES = {
    "default": the_database(os.environ.get("DATABASE_URL", ""), file=VAR / "withus.sqlite3"),
    # Keys lie in a file of their own whatever the engine, so that each is backed up apart.
    "keys": sqlite(KEYS / "openings.sqlite3"),
}
DATABASE_ROUTERS = ["withus.stores.keys.routing.KeysApart"]
# The signer alone opens what is in the first. The second holds copies of the entries, kept outside
# the database for the day when it is lost.
WITHUS_SIGNING = VAR / "signing"
WITHUS_MIRROR = Path(os.environ.get("WITHUS_MIRROR") or VAR / "mirror").resolve()
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Without a mail server, mail stays on a page that this machine alone is shown.
MAIL = the_mail_server(
    os.environ.get("WITHUS_SMTP", ""), sender=os.environ.get("WITHUS_MAIL_FROM", "")
)
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.name, MAIL.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.tls_at_once, MAIL.tls_then
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = MAIL.sender
WITHUS_COUNCIL = the_council(os.environ)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True

# Served from where they lie, with no collecting step. Each address carries a mark of the
# file's contents, so a browser may keep a file for long and still see a change at once.
STATIC_URL = "/static/"
STORAGES = {"staticfiles": {"BACKEND": "withus.screens.frame.sheets.MarkedFiles"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 30 * 24 * 60 * 60

# What a person may send: kept in memory while it is read, never in a temporary file.
WITHUS_LARGEST_REQUEST = 25 * MEGABYTE
WITHUS_LARGEST_FILE = 10 * MEGABYTE
FILE_UPLOAD_HANDLERS = ["withus.screens.frame.uploads.InMemoryOnly"]
DATA_UPLOAD_MAX_MEMORY_SIZE = WITHUS_LARGEST_REQUEST
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 12

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# There is no account to protect, but a page of ours must not be made to show someone else's
# words: without this, another site could send its own text here and hand round our answer.
# Lax, not Strict: with Strict, following a link to us would replace the cookie and break a form
# already open in another tab. A day is long enough to finish a form, and then it goes.
CSRF_COOKIE_NAME = "__Host-form" if SECURE else "form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_AGE = 24 * 60 * 60
CSRF_FAILURE_VIEW = "withus.screens.frame.views.form_not_ours"
CSRF_TRUSTED_ORIGINS = [f"{PUBLIC.scheme}://{PUBLIC.netloc}"]

# Who is signed in. The table of sessions is read only where a page asks who is here.
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SESSION_ENGINE = "withus.stores.signing_in.sessions"
SESSION_COOKIE_NAME = "__Host-here" if SECURE else "here"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE

# https is ended by a proxy in front of us, which says so in this header. The redirect (in
# middleware.to_https) is made only where that header says http: no loop where it is missing.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0

# Nothing a person pasted may reach a log: see frame/logs.py for what a line may hold.
ADMINS: list[tuple[str, str]] = []
DEFAULT_EXCEPTION_REPORTER_FILTER = "withus.screens.frame.logs.NothingSent"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"sparing": {"()": "withus.screens.frame.logs.Sparing"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "sparing"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Below a fault it says only that it was asked to end.
        "django_tasks_db": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
