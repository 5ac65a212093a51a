"""A person at a screen in the real browser: at work on a wide one, at home on a phone."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

BREED, SMAL = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
BEELDEN = Path(__file__).parents[2] / "docs" / "beelden"
PAST = "document.documentElement.scrollWidth <= innerWidth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """The window, and what is checked on every page that is shown in it."""

    page: Page
    check_axe: Callable[[Page], None]

    def become(self, voornaam: str, *, maat: dict[str, int] = BREED) -> None:
        """Sit down as somebody of the demo, at a screen of this size."""
        self.page.set_viewport_size(maat)
        self.page.goto("/account/demo/")
        self.press(f"Word {voornaam}")

    def log_in(self, email: str, wachtwoord: str) -> None:
        """Come back another day, as people at home do: through the door."""
        self.open("/account/login/")
        self.fill(login=email, password=wachtwoord)
        self.press("Inloggen")

    def log_out(self) -> None:
        self.page.locator("details.uitklap > summary").click()
        self.press("Uitloggen")

    def open(self, pad: str) -> None:
        self.page.goto(pad)
        self.look()

    def finds_nothing(self, pad: str) -> None:
        """Ask for a page that is there, and get the one that says nothing is."""
        antwoord = self.page.goto(pad)
        assert antwoord and antwoord.status == 404, pad
        self.look()
        self.reads("Hier staat niets")

    def follow(self, woorden: str) -> None:
        """Click the first link with these words."""
        self.click(self.page.get_by_role("link", name=woorden, exact=True).first)

    def press(self, woorden: str) -> None:
        """Press the button with these words, which leads to another page or the same one again."""
        self.click(self.page.get_by_role("button", name=woorden, exact=True).first)

    def click(self, plek: Locator) -> None:
        with self.page.expect_navigation():
            plek.click()
        self.look()

    def fill(self, **antwoorden: str) -> None:
        """Fill in fields by their name: type, choose from a list by its words, or tick by value."""
        for naam, antwoord in antwoorden.items():
            veld = self.page.locator(f'[name="{naam}"]').first
            soort = veld.evaluate("veld => veld.type")
            if soort == "select-one":
                veld.select_option(label=antwoord)
            elif antwoord == "on":
                veld.check()
            elif soort in {"radio", "checkbox"}:
                self.page.locator(f'[name="{naam}"][value="{antwoord}"]').check()
            else:
                veld.fill(antwoord)

    def unfold(self, woorden: str) -> None:
        """Open a part of the page that starts closed."""
        self.page.locator("summary", has_text=woorden).click()

    def tick_all(self, *namen: str) -> None:
        for naam in namen:
            self.page.locator(f'[name="{naam}"]').first.wait_for()
            for vakje in self.page.locator(f'[name="{naam}"]').all():
                vakje.check()

    def reach_by_keyboard(self, plek: Locator) -> None:
        """Walk there with Tab alone; somebody who sees must also see where they are."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            if plek.evaluate("plek => plek === document.activeElement"):
                assert plek.evaluate("plek => plek.matches(':focus-visible')")
                return
        raise AssertionError("met Tab kom je er niet")

    def look(self) -> None:
        """Nothing stands in anybody's way, and nothing has to be scrolled sideways."""
        self.check_axe(self.page)
        assert self.page.evaluate(PAST), self.page.url

    def reads(self, *zinnen: str) -> None:
        """Wait until each sentence can be read on the page."""
        for zin in zinnen:
            expect(self.page.locator("main")).to_contain_text(zin, use_inner_text=True)

    def hides(self, *woorden: str) -> None:
        """None of these stands anywhere in the page, not even where nobody looks."""
        inhoud = self.page.content()
        for woord in woorden:
            assert woord not in inhoud, woord

    def capture(self, naam: str) -> None:
        """Keep a picture for the handbook, only when asked: a test leaves the tree as it was."""
        if os.environ.get("RONDETAFEL_BEELDEN") == "1":
            self.page.screenshot(path=BEELDEN / f"{naam}.png")
