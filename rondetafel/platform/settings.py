"""All settings of Rondetafel, read from the environment.

RONDETAFEL_DEMO=1 makes a demonstration on one machine: invented families, http, mail into a folder.
Without it nothing is made up: secrets, hosts and mail server must be given, by the names below.
"""

import os
from datetime import date
from typing import Any

from csp.constants import SELF
from django.contrib.messages import constants as messages
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from rondetafel.platform import navigatie
from rondetafel.platform.bestanden import *  # noqa: F403
from rondetafel.platform.database import URLS
from rondetafel.platform.geheimen import read_secrets
from rondetafel.platform.grens import *  # noqa: F403
from rondetafel.platform.inloggen import *  # noqa: F403
from rondetafel.platform.kalender import *  # noqa: F403
from rondetafel.platform.mappen import VAR
from rondetafel.platform.omgeving import DEMO, IS_LOCAL

DEBUG = False

# A day to stand still on, for demonstrations and tests; anywhere else the calendar counts.
_vandaag = os.environ.get("RONDETAFEL_VANDAAG") if IS_LOCAL else None
VANDAAG: date | None = date.fromisoformat(_vandaag) if _vandaag else None

SECRET_KEY, BSN_SLEUTEL, BSN_HASHSLEUTEL, VEILIGHEID_SLEUTEL = read_secrets(made_in=VAR if IS_LOCAL else None)
# Codes of the municipalities that still use the verwijsindex. Empty: nobody does.
VERWIJSINDEX = frozenset(map(int, filter(None, os.environ.get("RONDETAFEL_VERWIJSINDEX", "").split(","))))

# A folder with the catalogue of another region: products, norms and readings of its own. Empty: that of JENS.
CATALOGUS = os.environ.get("RONDETAFEL_CATALOGUS", "")

# Where people reach the app: the start of every link in a mail.
ADRES = os.environ.get("RONDETAFEL_ADRES", "http://localhost:8000")
ALLOWED_HOSTS = os.environ.get("RONDETAFEL_HOSTS", "localhost,127.0.0.1" if IS_LOCAL else "").split(",")

# Whom to warn of a weakness, as an address that starts with mailto: or https: (SECURITY.md).
MELDPUNT = os.environ.get("RONDETAFEL_MELDPUNT", "")

# Rooms and what they stand on. Rooms first: their templates go before those of a library.

ROOMS = [
    "kern",
    "web",
    "toegang",
    "organisaties",
    "gezinnen",
    "vervanging",
    "documenten",
    "instroom",
    "veiligheid",
    "gezinsplan",
    "overleg",
    "zorg",
    "berichten",
    "kwaliteit",
    "verantwoording",
    "werkplek",
    "platform",
]

INSTALLED_APPS = [
    *(f"rondetafel.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "django_linear_migrations",
    "csp",
]

MIDDLEWARE = [
    # These two first: no answer may leave without the browser fence, also not an error or a file.
    "rondetafel.platform.grenswacht.fence_middleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rondetafel.platform.gezond.health_middleware",
    # Before the session: the session table can be read only in the database role `deur`.
    "rondetafel.toegang.context.ContextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Before the check on being logged in: it is the one that ends a session.
    "rondetafel.toegang.deur.middleware.DeurMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Names the person to the database and writes who looked; goes back to the door to write the session.
    "rondetafel.toegang.context.PersonMiddleware",
    # So innermost is what may change the session.
    "rondetafel.web.kladje.KladjeMiddleware",
]

ROOT_URLCONF = "rondetafel.platform.urls"
WSGI_APPLICATION = "rondetafel.platform.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rondetafel.web.context.shell",
                "rondetafel.kwaliteit.context.noodknop",
            ],
        },
    }
]
FORM_RENDERER = "rondetafel.web.formulieren.Renderer"
NAVIGATIE, ACCOUNTMENU = navigatie.NAVIGATIE, navigatie.ACCOUNTMENU
DEMO_WISSEL = "demo:personen" if DEMO else ""
MESSAGE_TAGS = {messages.ERROR: "fout", messages.WARNING: "let-op", messages.SUCCESS: "gelukt"}

# Language and time

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Database: one connection per process and thread, with the rights of one login role.
# The context middleware makes the whole request one transaction, so ATOMIC_REQUESTS stays off.

DATABASEROL = os.environ.get("RONDETAFEL_DATABASEROL", "app")
_url, _role = URLS[DATABASEROL]
if "DATABASE_URL" in os.environ and _url not in os.environ:
    raise ImproperlyConfigured(f"{_url} ontbreekt in de omgeving")
_address = conninfo_to_dict(os.environ.get(_url) or f"postgresql://{_role}@/rondetafel")

# A page that waits longer than this helps nobody; migrations and jobs may take their time.
# A connection of the app starts at the door: it knows accounts and sessions, and no family yet.
_limits = {
    "app": "-c role=deur -c statement_timeout=10s -c lock_timeout=5s",
    "werker": "-c role=systeem",
}

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _address.pop("dbname", "rondetafel"),
        "USER": _address.pop("user", _role),
        "PASSWORD": _address.pop("password", ""),
        "HOST": _address.pop("host", ""),
        "PORT": str(_address.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _address
        | {
            "options": _limits.get(DATABASEROL, ""),
            # Planning costs more than running behind the fences, so a statement is planned once a connection.
            "server_side_binding": True,
            "prepare_threshold": None if os.environ.get("RONDETAFEL_POOLER") else 3,
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Jobs of a room stand in its tasks.py, which is found; these stand elsewhere.

PROCRASTINATE_IMPORT_PATHS = ["rondetafel.kern.post"]


# A form that leads to a provider is sent on to it.
CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] = [SELF, *OIDC_HERKOMST]  # noqa: F405

# Mail

DEFAULT_FROM_EMAIL = os.environ.get("RONDETAFEL_AFZENDER", "rondetafel@localhost")
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if IS_LOCAL else 'smtp'}.EmailBackend"
EMAIL_FILE_PATH = VAR / "post"
EMAIL_HOST = os.environ.get("RONDETAFEL_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("RONDETAFEL_SMTP_POORT", "587"))
EMAIL_HOST_USER = os.environ.get("RONDETAFEL_SMTP_GEBRUIKER", "")
EMAIL_HOST_PASSWORD = os.environ.get("RONDETAFEL_SMTP_WACHTWOORD", "")
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 20

# Opening more families than this on one day is looked into; the second is for who reads by municipality.

VEEL_GEZINNEN_SMAL = int(os.environ.get("RONDETAFEL_VEEL_SMAL", "20"))
VEEL_GEZINNEN_BREED = int(os.environ.get("RONDETAFEL_VEEL_BREED", "60"))

# Technical log: what broke and where. What people did and saw stands in kern.logboek.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "rondetafel.platform.logregels.JsonFormatter"}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}
    },
    "root": {"handlers": ["stdout"], "level": "WARNING"},
    # Their lines would name a job with its arguments, or every page that was not found.
    "loggers": {
        "django": {"handlers": ["stdout"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
    },
}

if not IS_LOCAL and not all(ALLOWED_HOSTS):
    raise ImproperlyConfigured("RONDETAFEL_HOSTS ontbreekt in de omgeving")
