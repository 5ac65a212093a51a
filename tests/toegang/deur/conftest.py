"""A provider on this machine, and the settings that name it."""

import json

import pytest

from rondetafel.platform.oidc import read_providers
from tests.toegang.deur.aanbieder import CLIENT, GEHEIM, running_aanbieder


@pytest.fixture(scope="module")
def server():
    with running_aanbieder() as aanbieder:
        yield aanbieder


@pytest.fixture
def aanbieder(server):
    fresh = type(server)()
    fresh.url = server.url
    server.__dict__.update(fresh.__dict__)
    return server


@pytest.fixture
def configure(aanbieder, settings, klok):
    """Have one provider in the settings, as RONDETAFEL_OIDC would give it."""

    def add(**extra):
        given = {"id": "broker", "naam": "DigiD", "server": aanbieder.url, "voor": "gezin"}
        given |= {"client_id": CLIENT, "client_secret": GEHEIM}
        settings.SOCIALACCOUNT_PROVIDERS = read_providers(json.dumps([given | extra]))

    add()
    return add
