"""The demo as it is loaded: made once per module by the owner of the tables, and undone after it."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.laden import load_stories
from rondetafel.platform.demo.merk import is_marked
from rondetafel.platform.rollen import EIGENAAR
from tests.conftest import PEILDATUM
from tests.rollen import take_role


@pytest.fixture(scope="module")
def _module_transaction(django_db_setup, django_db_blocker) -> Iterator[None]:
    """One transaction around all tests of a module, which each run in a savepoint of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        take_role(EIGENAAR)
        yield
        transaction.set_rollback(True)
    is_marked.cache_clear()


@pytest.fixture(scope="module")
def decor(_module_transaction) -> Decor:
    """The twelve families on PEILDATUM."""
    decor = load_stories(PEILDATUM)
    check_constraints()
    return decor


def check_constraints() -> None:
    """Check now what would be checked at the end, so that not every test does it again."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


@pytest.fixture
def demo(settings) -> None:
    """The demo is on, with its addresses."""
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.demo.adressen"
