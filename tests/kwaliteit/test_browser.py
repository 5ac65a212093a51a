"""The noodknop in a real browser, on a phone and on a wide screen: used, seen on every page, stopped, judged."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SMAL, BREED = {"width": 360, "height": 780}, {"width": 1280, "height": 900}


def become(page, naam):
    page.goto("/account/demo/")
    page.locator(f"button[value={naam}]").click()


@pytest.mark.parametrize("scherm", [SMAL, BREED], ids=["telefoon", "breed"])
def test_used_seen_stopped_and_judged(page, check_axe, scherm):
    page.set_viewport_size(scherm)
    become(page, "lotte")
    page.get_by_role("link", name="Noodknop: in nood lezen").click()
    check_axe(page)
    page.get_by_label("Een kind of jongere is weg").check()
    page.get_by_label("Waarom kan het niet wachten?").fill("Daan is vanavond niet thuisgekomen.")
    page.get_by_label("Voornaam").fill("Daan")
    page.get_by_label("Achternaam").fill("Willems")
    page.get_by_label("Geboortedatum").fill("01-01-2001")
    page.get_by_label("Ik weet dat ik dit altijd").check()
    page.get_by_role("button", name="Openen voor vier uur").click()
    expect(page.get_by_text("niet precies één persoon")).to_be_visible()
    check_axe(page)
    # Twelve in 21 days, counted from the fixed day of this app.
    page.get_by_label("Geboortedatum").fill("07-12-2014")
    page.get_by_role("button", name="Openen voor vier uur").click()
    expect(page.get_by_role("heading", name="De noodknop is open tot")).to_be_visible()
    expect(page.get_by_text("Waar en hoe te bereiken")).to_be_visible()
    check_axe(page)
    page.get_by_role("button", name="Nu stoppen").click()
    expect(page.get_by_text("De noodknop is dicht")).to_be_visible()
    expect(page.get_by_role("button", name="Nu stoppen")).to_have_count(0)

    become(page, "nadia")
    page.get_by_role("link", name="Beoordelen of de noodknop").first.click()
    check_axe(page)
    page.goto("/toezicht/noodknoppen/")
    check_axe(page)
