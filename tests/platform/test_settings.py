"""A real installation makes nothing up: what is not given stops it, and what it serves is locked."""

import json
import os
import secrets
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet

from rondetafel.platform.mappen import BASE_DIR

SHOW = """
import json
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=str))
"""
GIVEN = {
    "RONDETAFEL_SECRET_KEY": secrets.token_urlsafe(50),
    "RONDETAFEL_BSN_SLEUTEL": Fernet.generate_key().decode(),
    "RONDETAFEL_BSN_HASHSLEUTEL": secrets.token_urlsafe(50),
    "RONDETAFEL_VEILIGHEID_SLEUTEL": Fernet.generate_key().decode(),
    "RONDETAFEL_CLAMAV": "/run/clamav/clamd.ctl",
    "RONDETAFEL_HOSTS": "rondetafel.example.nl",
    "DATABASE_URL": "postgresql://rondetafel_app:geheim@db.example.nl:5433/rondetafel?sslmode=verify-full",
}


def run(words, **given):
    foreign = ("RONDETAFEL_", "DATABASE_", "DJANGO_")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    environment = bare | {"DJANGO_SETTINGS_MODULE": "rondetafel.platform.settings"} | given
    return subprocess.run(
        [sys.executable, *words], cwd=BASE_DIR, env=environment, capture_output=True, text=True
    )


def read(**given):
    done = run(["-c", SHOW], **given)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("missing", sorted(set(GIVEN) - {"DATABASE_URL", "RONDETAFEL_CLAMAV"}))
def test_an_installation_does_not_start_without(missing):
    done = run(["-c", SHOW], **{name: value for name, value in GIVEN.items() if name != missing})
    assert done.returncode == 1
    assert f"{missing} ontbreekt" in done.stderr


def test_an_installation_passes_the_deployment_checks_of_django():
    done = run(["-m", "django", "check", "--deploy", "--fail-level", "WARNING"], **GIVEN)
    assert done.returncode == 0, done.stderr


def test_an_installation_binds_its_cookies_to_the_host():
    settings = read(**GIVEN)
    for kind in ("SESSION", "CSRF"):
        assert settings[f"{kind}_COOKIE_NAME"].startswith("__Host-")
        assert settings[f"{kind}_COOKIE_SECURE"] and settings[f"{kind}_COOKIE_HTTPONLY"]
    assert settings["MELDINGEN_COOKIE_NAME"].startswith("__Host-")


def test_sluit_snel_leads_to_a_locked_address():
    assert read(**GIVEN, RONDETAFEL_SLUIT_SNEL="https://weer.example.nl/")["SLUIT_SNEL"].endswith(
        "example.nl/"
    )
    done = run(["-c", SHOW], **GIVEN, RONDETAFEL_SLUIT_SNEL="javascript:alert(1)")
    assert "RONDETAFEL_SLUIT_SNEL" in done.stderr


def test_a_day_to_stand_still_on_is_for_demonstrations():
    assert read(**GIVEN, RONDETAFEL_VANDAAG="2026-11-16")["VANDAAG"] is None


def test_a_demonstration_stands_still_when_asked(tmp_path):
    asked = {"RONDETAFEL_DEMO": "1", "RONDETAFEL_VAR": str(tmp_path), "RONDETAFEL_VANDAAG": "2026-11-16"}
    assert read(**asked)["VANDAAG"] == "2026-11-16"


def test_the_address_of_a_real_server_is_taken_apart():
    database = read(**GIVEN)["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"], database["USER"]) == (
        "db.example.nl",
        "5433",
        "rondetafel_app",
    )
    assert database["OPTIONS"]["sslmode"] == "verify-full"


@pytest.mark.parametrize(
    ("rol", "options"),
    [("app", "statement_timeout=10s"), ("werker", "role=systeem"), ("eigenaar", "")],
)
def test_every_login_role_has_its_own_limits(rol, options):
    urls = {f"DATABASE_URL_{name}": f"postgresql:///{name}" for name in ("EIGENAAR", "WERKER")}
    database = read(**GIVEN, **urls, RONDETAFEL_DATABASEROL=rol)["DATABASES"]["default"]
    assert options in database["OPTIONS"]["options"]


def test_a_role_without_its_address_does_not_start():
    done = run(["-c", SHOW], **GIVEN, RONDETAFEL_DATABASEROL="werker")
    assert "DATABASE_URL_WERKER ontbreekt" in done.stderr
