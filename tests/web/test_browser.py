"""Every component in a real browser: no barrier, nothing sideways, in light and in the dark."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAGINAS = [
    "/web/componenten/",
    "/web/privacy/",
    "/web/sluit-snel/",
    "/web/toegankelijkheid/",
    "/account/login/",
    "/bestaat/niet/",
]


@pytest.mark.parametrize("licht", ["light", "dark"])
@pytest.mark.parametrize("pagina", PAGINAS)
def test_page_has_no_barrier(page, check_axe, pagina, licht):
    page.emulate_media(color_scheme=licht)
    page.goto(pagina)

    check_axe(page)


@pytest.mark.parametrize("breedte", [320, 360, 640, 1280])
def test_components_fit_without_scrolling_sideways(page, breedte):
    page.set_viewport_size({"width": breedte, "height": 800})
    page.goto("/web/componenten/")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_letters_of_the_table_can_be_read_on_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/web/componenten/")
    hoogten = page.locator(".tafel__svg--smal .stoel__naam").evaluate_all(
        "teksten => teksten.map(t => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a)"
    )

    assert min(hoogten) >= 14


def test_drawn_names_do_not_touch_in_the_letter_that_is_used(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/web/componenten/")
    botsingen = page.locator(".tafel__svg--smal").evaluate_all(
        """tafels => tafels.map(tafel => {
            const vakken = [...tafel.querySelectorAll('.stoel__naam')].map(t => t.getBBox());
            return vakken.filter((a, i) => vakken.some((b, j) => i < j && a.x < b.x + b.width
                && b.x < a.x + a.width && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height)).length;
        })"""
    )

    assert set(botsingen) == {0}


def test_page_is_whole_without_script(browser, app_url):
    context = browser.new_context(base_url=app_url, java_script_enabled=False)
    window = context.new_page()
    window.goto("/web/componenten/")
    window.fill("#id_naam", "Noor")
    window.get_by_role("button", name="Bewaren", exact=True).click()

    assert window.locator("#id_naam").input_value() == "Noor"
    context.close()


def test_mistakes_get_the_focus(page):
    page.goto("/web/componenten/")
    page.get_by_role("button", name="Bewaren", exact=True).click()

    expect(page.locator("[data-focus]:focus")).to_have_count(1)
