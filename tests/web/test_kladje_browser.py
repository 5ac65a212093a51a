"""What only a browser does with a kladje: keep it while somebody types, and put it back when they ask."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NIEUW = "/aanmelding/nieuw/"
TEKST = "Slaapt slecht sinds de verhuizing."


def test_what_was_typed_is_kept_and_put_back(page, check_axe):
    page.goto("/account/demo/")
    page.locator("button[value=gielen]").click()
    page.goto(NIEUW)
    veld = page.locator("main textarea:visible").first
    veld.fill(TEKST)
    expect(page.locator("main .kladje__stand")).to_be_visible()

    page.goto(NIEUW)
    expect(veld).to_have_value("")
    expect(page.get_by_text("Dit typte u eerder")).to_be_visible()
    check_axe(page)
    page.get_by_role("button", name="Verder hiermee").press("Enter")
    expect(veld).to_have_value(TEKST)
    expect(page.get_by_text("Dit typte u eerder")).to_have_count(0)
