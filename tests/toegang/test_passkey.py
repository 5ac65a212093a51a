"""A passkey and a code-app, as somebody sets them up in the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from rondetafel.platform.demo.personen import WACHTWOORD

pytestmark = pytest.mark.browser
# Two people whom no other test needs, so that the one does not get a passkey from the other test.
FERDI, SEM = ("ferdi@demo.example", "Ferdi Aydin"), ("sem@demo.example", "Sem de Wit")


@pytest.fixture
def authenticator(page: Page) -> Iterator[None]:
    """A device with a finger on it, as Chromium plays it."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield
    cdp.send("WebAuthn.disable")


def log_in(page: Page, wie: tuple[str, str]) -> None:
    email, naam = wie
    page.goto("/account/login/")
    page.fill("#id_login", email)
    page.fill("#id_password", WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    expect(page.get_by_text(naam).first).to_be_visible()


def prove_it_is_you(page: Page, check_axe) -> None:
    """Before the ways in are changed, the password is asked again."""
    expect(page.get_by_role("heading", name="Even controleren dat u het bent")).to_be_visible()
    check_axe(page)
    page.fill("input[type=password]", WACHTWOORD)
    page.get_by_role("button", name="Verder", exact=True).click()
    # What stands on this page must be gone before anything is asked of the next.
    page.wait_for_url(lambda url: "/reauthenticate/" not in url)


def forget_me(page: Page) -> None:
    """Come back without cookies. From an empty page: an answer on its way would bring them back."""
    page.goto("about:blank")
    page.context.clear_cookies()
    page.goto("/account/login/")
    expect(page.get_by_role("heading", name="Inloggen")).to_be_visible()


def test_passkey_is_added_and_opens_the_door(page, authenticator, check_axe):
    log_in(page, FERDI)
    page.goto("/account/2fa/")
    check_axe(page)
    page.get_by_role("link", name="Sleutel toevoegen").click()
    prove_it_is_you(page, check_axe)
    check_axe(page)
    page.get_by_label("Hoe heet deze sleutel?").fill("Mijn telefoon")
    page.get_by_label("Ook inloggen zonder wachtwoord").check()
    page.get_by_role("button", name="Toevoegen").click()
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
    expect(page.get_by_text("Mijn telefoon").or_(page.get_by_text("Noodcodes")).first).to_be_visible()
    check_axe(page)

    forget_me(page)
    check_axe(page)
    page.get_by_role("button", name="Inloggen met vinger, gezicht of sleutel").click()

    expect(page.get_by_text(FERDI[1]).first).to_be_visible()
    page.goto("/account/2fa/")
    expect(page.get_by_text("1 sleutel")).to_be_visible()


def test_code_app_shows_what_to_scan(page, check_axe):
    log_in(page, SEM)
    page.goto("/account/2fa/")
    page.get_by_role("link", name="Code-app aanzetten").click()
    prove_it_is_you(page, check_axe)

    expect(page.get_by_role("heading", level=1)).to_contain_text("ode")
    assert page.locator("img[src^='data:image/svg'], main svg").count() >= 1
    check_axe(page)
