"""What every test gets: the app's rights on the database, a fixed day, and a count of queries."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import settings

from rondetafel.platform.rollen import APP, EIGENAAR
from rondetafel.toegang.context import DEUR
from rondetafel.toegang.deur.sessies import begin_at
from tests.rollen import MARK, as_eigenaar, take_role

# How long an example takes says something of the machine, not of the code.
settings.register_profile("rondetafel", deadline=None)
settings.load_profile("rondetafel")

PEILDATUM = date(2026, 11, 16)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--werelden", type=int, default=2000, help="hoeveel willekeurige werelden de twee hekken vergelijken"
    )


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name bytes by their length: a made file holds the moment it was made, and each worker makes its own."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


class AppClient(Client):
    """A browser: each request starts at the door, and leaves the test as the app's login role again."""

    def request(self, **request: Any) -> Any:
        take_role(DEUR)
        try:
            return super().request(**request)
        finally:
            if not connection.needs_rollback:
                take_role(APP)

    def logout_quietly(self) -> None:
        """Forget who this was, without asking the app."""
        self.cookies.clear()

    def force_login(self, user: Any, backend: str | None = None) -> None:
        """Be somebody who just came in with a password and a second factor, as allauth notes it."""
        with as_eigenaar():
            super().force_login(user, backend)
            note_login(self, user, methods=("password", "mfa"))


def note_login(client: Client, user: Any, *, methods: tuple[str, ...], at: float | None = None) -> None:
    """Write in the session of `client` how and when `user` came in; only for the owner of the tables."""
    moment = time.time() if at is None else at
    session = client.session
    session["account_authentication_methods"] = [{"method": method, "at": moment} for method in methods]
    session["account_authentication_methods_user"] = str(user.pk)
    begin_at(session, nu=moment, apparaat="")
    session.save()


@pytest.fixture
def client() -> AppClient:
    return AppClient()


@pytest.fixture(autouse=True)
def _as_app(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give a test with a database the rights of the app: nothing can be read without a context."""
    names = request.fixturenames
    if not request.node.get_closest_marker("django_db") and "_django_db_helper" not in names:
        yield
        return
    request.getfixturevalue("_django_db_helper")
    take_role(APP)
    yield
    # The tables are emptied by their owner.
    if not connection.in_atomic_block:
        take_role(EIGENAAR)


@pytest.fixture(scope="module")
def module_transaction(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """One transaction around all tests of a module, which each run in a savepoint of it; begins as the owner."""
    with django_db_blocker.unblock(), transaction.atomic():
        take_role(EIGENAAR)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def count_queries() -> Callable[[Callable[[], object]], int]:
    """Return how many queries an action takes; what the test itself adds does not count."""

    def count(action: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as queries:
            action()
        return sum("SAVEPOINT" not in query["sql"] and MARK not in query["sql"] for query in queries)

    return count


@pytest.fixture
def klok(settings: Any) -> date:
    """Stand still on one Monday, the `peildatum` of the demo."""
    settings.VANDAAG = PEILDATUM
    return PEILDATUM
