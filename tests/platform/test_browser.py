"""The app as run.py starts it, met at the front door by somebody with a browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_stranger_comes_to_the_login_page(page, check_axe):
    page.goto("/account/login/")

    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.get_by_role("button", name="Inloggen").first).to_be_visible()
    check_axe(page)


def test_style_and_script_come_from_ourselves(page):
    strange = []
    page.on("request", lambda request: strange.append(request.url))
    answer = page.goto("/account/login/")

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert all(url.startswith(("http://localhost:", "data:")) for url in strange)
    assert len(strange) > 1
