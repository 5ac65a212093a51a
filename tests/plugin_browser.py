"""The real app in a real browser: web server, worker and demo families on a database of their own."""

import os
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rondetafel.platform.controles import find_chromium
from tests.draaien import running_app

PEILDATUM = "2026-11-16"
# In milliseconds.
PATIENCE = 20_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# What a browser says of a page that does not fit behind the fence of its own server.
FENCE = ("Content Security", "Permissions-Policy", "Trusted")


# Before xdist reads the groups: it does so in the same hook.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests in a browser together: they share one running app."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app with demo families, standing still on PEILDATUM.

    Each process has a database of its own, so that one can never empty that of another.
    """
    database = f"test_browser_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    demo = {"RONDETAFEL_TEST": "", "RONDETAFEL_DEMO": "1", "RONDETAFEL_VANDAAG": PEILDATUM}
    with running_app(tmp_path_factory.mktemp("app"), database=database, given=demo) as app:
        yield app.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if not chromium:
        pytest.skip("Chromium ontbreekt: apt-get install chromium")
    # Playwright keeps an event loop in this thread; tests after it use the database here too.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        # How long a page takes says something of the machine, not of the page.
        expect.set_options(timeout=PATIENCE)
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
        "console",
        lambda line: complaints.append(line.text) if any(word in line.text for word in FENCE) else None,
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
