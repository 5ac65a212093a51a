"""The real app in a real browser: web server, worker and demo families on a database of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from psycopg.conninfo import make_conninfo

from rondetafel.platform.controles import find_chromium
from rondetafel.platform.database import URLS
from rondetafel.platform.gezond import PATH

DATABASE = "test_browser"
PEILDATUM = "2026-11-16"
START_SECONDS = 120
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests in a browser together: they share one running app."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app with demo families, standing still on PEILDATUM."""
    folder = tmp_path_factory.mktemp("app")
    port = _free_port()
    with (folder / "uitvoer.txt").open("wb") as output:
        app = subprocess.Popen(
            [sys.executable, "-m", "rondetafel", "serve", "--poort", str(port)],
            env=_environment(folder),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _await_answer(app, port, folder / "uitvoer.txt")
            yield f"http://localhost:{port}"
        finally:
            app.send_signal(signal.SIGINT)
            app.wait(30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if not chromium:
        pytest.skip("Chromium ontbreekt: apt-get install chromium")
    # Playwright keeps an event loop in this thread; tests after it use the database here too.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    """A fresh window; at the end no script may have failed and nothing may have been blocked."""
    context = browser.new_context(base_url=app_url, locale="nl-NL", timezone_id="Europe/Amsterdam")
    window = context.new_page()
    complaints: list[str] = []
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on(
        "console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None
    )
    yield window
    context.close()
    assert not complaints


@pytest.fixture
def check_axe() -> Callable[[Page], None]:
    """Fail when axe-core finds a barrier on the page as it is now."""

    def check(page: Page) -> None:
        results = Axe().run(page)
        assert not results.response["violations"], results.generate_report()

    return check


def _environment(folder: Path) -> dict[str, str]:
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE}")
    urls = {name: make_conninfo(os.environ[name], dbname=DATABASE) for name, _ in URLS.values()}
    kept = {name: value for name, value in os.environ.items() if name != "RONDETAFEL_TEST"}
    return (
        kept
        | urls
        | {
            "DJANGO_SETTINGS_MODULE": "rondetafel.platform.settings",
            "RONDETAFEL_DEMO": "1",
            "RONDETAFEL_VANDAAG": PEILDATUM,
            "RONDETAFEL_VAR": str(folder),
        }
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_answer(app: subprocess.Popen[bytes], port: int, output: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while app.poll() is None and time.monotonic() < deadline:
        connection = HTTPConnection("localhost", port, timeout=2)
        try:
            connection.request("GET", PATH)
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    pytest.fail(f"De app start niet:\n{output.read_text()[-3000:]}")
