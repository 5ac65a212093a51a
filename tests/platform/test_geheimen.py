"""Secrets come from the environment; only a demo makes its own, once, for one pair of eyes."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from rondetafel.platform.geheimen import NAMES, read_secrets


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_a_demo_every_secret_must_be_given(monkeypatch):
    monkeypatch.setenv(NAMES[0], "x")
    with pytest.raises(ImproperlyConfigured, match=NAMES[1]):
        read_secrets(made_in=None)


def test_given_secrets_are_used(monkeypatch):
    for name in NAMES:
        monkeypatch.setenv(name, f"eigen {name}")
    assert read_secrets(made_in=None) == tuple(f"eigen {name}" for name in NAMES)


def test_a_demo_makes_them_once_and_for_its_owner_only(tmp_path):
    secrets = read_secrets(made_in=tmp_path / "var")
    assert read_secrets(made_in=tmp_path / "var") == secrets
    assert oct((tmp_path / "var/geheim.json").stat().st_mode & 0o777) == "0o600"
    assert Fernet(secrets[1])


def test_one_given_secret_goes_before_a_made_one(monkeypatch, tmp_path):
    monkeypatch.setenv(NAMES[2], "eigen")
    assert read_secrets(made_in=tmp_path)[2] == "eigen"
