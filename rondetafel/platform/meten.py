"""How fast are the pages? Every page that a demo person can click to from the start, measured in one process."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import choose_demo, read_persons, start_django, tell
from rondetafel.platform.gezond import PATH
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser

if TYPE_CHECKING:
    from django.test import Client

# Addresses inside the app; leaving and static files are no pages.
LINK = re.compile(r'href="(/(?!static/|account/)[^"#?]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """One page as one person sees it: the median of the rounds, and the queries of one round."""

    path: str
    status: int
    milliseconds: float
    queries: int


def bench(words: Sequence[str]) -> None:
    """Measure the pages of every demo person; loads the demo first when there is none."""
    options = parser("bench")
    options.add_argument("--rondes", type=int, default=7, help="hoe vaak elke pagina wordt gevraagd")
    options.add_argument("--paginas", type=int, default=12, help="hoeveel pagina's per persoon")
    chosen = options.parse_args(words)
    choose_demo()
    with open_database(VAR):
        subprocess.run([sys.executable, "-m", "rondetafel", "demo"], check=True, stdout=subprocess.DEVNULL)
        start_django("app")
        tell(f"{'ms':>8} {'queries':>8}  pagina")
        _show(_measure(_browser(None), PATH, chosen.rondes))
        for label, email in read_persons():
            tell(label)
            for meting in _walk(_browser(email), chosen.paginas, chosen.rondes):
                _show(meting)


def _browser(email: str | None) -> "Client":
    """A client of the app in this process, logged in as one person."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    browser = Client(SERVER_NAME="localhost")
    if email:
        browser.force_login(get_user_model().objects.with_banden().get(email=email))
    return browser


def _walk(browser: "Client", pages: int, rounds: int) -> Iterator[Meting]:
    start = browser.get("/", follow=True)
    links = dict.fromkeys(["/", *LINK.findall(start.content.decode())])
    for path in list(links)[:pages]:
        yield _measure(browser, path, rounds)


def _measure(browser: "Client", path: str, rounds: int) -> Meting:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        status = browser.get(path, follow=True).status_code
    # Counted now: the next request starts a new list.
    count = len(queries)
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        browser.get(path, follow=True)
        times.append((time.perf_counter() - started) * 1000)
    return Meting(path=path, status=status, milliseconds=median(times), queries=count)


def _show(meting: Meting) -> None:
    remark = "" if meting.status == 200 else f"  ({meting.status})"
    tell(f"{meting.milliseconds:8.1f} {meting.queries:8}  {meting.path}{remark}")
