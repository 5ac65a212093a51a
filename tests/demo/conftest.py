"""The demo as it is loaded: made once per module by the owner of the tables, and undone after it."""

from collections.abc import Iterator

import pytest
from django.db import connection

from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.laden import load_stories
from rondetafel.platform.demo.merk import is_marked
from tests.conftest import PEILDATUM


@pytest.fixture(scope="module")
def decor(module_transaction) -> Iterator[Decor]:
    """The twelve families on PEILDATUM."""
    decor = load_stories(PEILDATUM)
    check_constraints()
    yield decor
    is_marked.cache_clear()


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
