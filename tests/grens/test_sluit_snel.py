"""The button "Sluit snel": the page is gone at once, and the back button does not bring it back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def thuis(page):
    """The page of a mother, and a page elsewhere that this test answers itself."""
    weer = {"body": "<title>Weer</title>", "content_type": "text/html"}
    page.route(re.compile("^https:"), lambda route: route.fulfill(**weer))
    page.goto("/account/demo/")
    page.locator("button[value=samira]").click()
    expect(page.get_by_role("heading", name="Ons plan")).to_be_visible()
    # The words are there before the script that listens for the key.
    page.wait_for_load_state("load")
    return page


def assert_gone(page):
    page.wait_for_url(re.compile("^https:"))
    page.go_back()
    expect(page.get_by_role("heading", name="Ons plan")).to_have_count(0)
    page.goto("/")
    expect(page).to_have_url(re.compile("/account/login/"))


def test_the_button_leaves_and_logs_out(thuis):
    thuis.get_by_role("button", name="Sluit snel", exact=True).click()

    assert_gone(thuis)


def test_three_times_shift_does_the_same(thuis):
    for _ in range(3):
        thuis.keyboard.press("Shift")

    assert_gone(thuis)


def test_shift_while_typing_does_not(thuis):
    for key in ("Shift", "Shift", "a", "Shift"):
        thuis.keyboard.press(key)

    expect(thuis.locator(".sluit-snel__teller")).to_have_text("Nog twee keer Shift, dan sluit deze pagina.")
    expect(thuis.get_by_role("heading", name="Ons plan")).to_be_visible()


def test_without_script_it_is_a_form_that_logs_out(browser, app_url):
    context = browser.new_context(base_url=app_url, java_script_enabled=False)
    context.route(re.compile("^https:"), lambda route: route.fulfill(body="<title>Weer</title>"))
    window = context.new_page()
    window.goto("/account/demo/")
    window.locator("button[value=samira]").click()
    window.get_by_role("button", name="Sluit snel", exact=True).click()

    assert_gone(window)
    context.close()


@pytest.mark.parametrize("attempt", ["s.text = 'window.geraakt = 1'", "s.src = '/static/x.js'"])
def test_text_can_not_become_a_script(browser, app_url, attempt):
    """Trusted types: HTML passes for htmx, a script or its address does not."""
    context = browser.new_context(base_url=app_url)
    window = context.new_page()
    window.goto("/account/login/")
    refused = window.evaluate(
        "() => { const s = document.createElement('script');"
        f" try {{ {attempt}; return false; }} catch {{ return true; }} }}"
    )
    context.close()

    assert refused
