"""The family of the matrix, made once for all tests of a module, with everybody logged in."""

import time

import pytest
from django.test import override_settings

from tests.conftest import PEILDATUM, AppClient, note_login
from tests.rollen import as_eigenaar
from tests.toegang.wereld import Wereld, build_wereld

# A session that begins ahead stays fresh enough to show everything, however long a module takes.
VOORUIT = 60 * 60


@pytest.fixture(scope="module")
def wereld_van_module(module_transaction) -> Wereld:
    """What a test does to this family, is undone after it."""
    with override_settings(VANDAAG=PEILDATUM):
        wereld = build_wereld()
        for persona, persoon in wereld.personen.items():
            if persoon:
                wereld.cookies[persona] = _log_in(persoon)
    return wereld


def _log_in(persoon) -> dict[str, str]:
    client = AppClient()
    client.force_login(persoon)
    with as_eigenaar():
        note_login(client, persoon, methods=("password", "mfa"), at=time.time() + VOORUIT)
    return {name: cookie.value for name, cookie in client.cookies.items()}


@pytest.fixture
def wereld(klok, wereld_van_module) -> Wereld:
    return wereld_van_module
