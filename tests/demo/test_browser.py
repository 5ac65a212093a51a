"""The demo as somebody meets it who never saw Rondetafel: choose who you are, and follow an invitation."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WACHTWOORD = "een-buurvrouw-leest-mee"


def test_a_visitor_becomes_a_regisseur(page, check_axe):
    page.goto("/account/demo/")
    check_axe(page)
    page.get_by_role("button", name="Word Els").click()

    expect(page.get_by_text("Els Habets").first).to_be_visible()
    page.get_by_role("link", name="Kijk als iemand anders").click()
    expect(page.get_by_text("Dit bent u nu")).to_be_visible()


def test_a_neighbour_follows_her_invitation(page, check_axe):
    """Samira said yes; when Peter does so too, the invitation leaves."""
    page.goto("/account/demo/")
    page.locator("button[value=peter]").click()
    page.get_by_text("Er wacht een vraag").locator("xpath=ancestor::*[.//a][1]").get_by_role("link").click()
    page.get_by_role("link", name="Mag Fatma Yilmaz").first.click()
    page.get_by_role("button", name="Ja, dat is goed").click()
    page.goto("/demo/post/")
    mail = page.locator("section").filter(has_text="fatma@demo.example")
    link = mail.get_by_role("link", name="/account/welkom/").first
    for _ in range(20):
        if link.count():
            break
        # The worker sends what waits; that may take it a second after the start.
        page.wait_for_timeout(500)
        page.reload()
    check_axe(page)
    link.click()
    for field in page.locator("input[type=password]").all():
        field.fill(WACHTWOORD)
    page.locator("main button[type=submit]").click()

    expect(page.get_by_text("Fatma Yilmaz").first).to_be_visible()
