"""The walk again, in a real browser: wide at work, on a phone at home, one act without scripts.

The clock of the running app stands still, so everything happens on one Monday.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reizen.scherm import Scherm
from tests.reizen.scherm_thuis import (
    ACTIE_JOLIJN,
    ACTIE_LOTTE,
    DOEL,
    MOEDER,
    THUIS,
    VADER,
    VADERS_HUIS,
    invite_family,
    read_along_as_daughter,
    read_along_as_father,
    read_along_as_mother,
    shut_out_another_mother,
)

pytestmark = pytest.mark.browser
SAMEN = "Ouders maken samen afspraken over de opvoeding"


def no_script(_page: Page) -> None:
    """A page that runs no scripts cannot be searched for barriers either: it has been, with them."""


@pytest.fixture
def scherm(page: Page, check_axe: Callable[[Page], None]) -> Scherm:
    page.set_default_timeout(10_000)
    return Scherm(page=page, check_axe=check_axe)


@pytest.fixture
def zonder_script(browser: Browser, app_url: str) -> Iterator[Scherm]:
    context = browser.new_context(base_url=app_url, locale="nl-NL", java_script_enabled=False)
    yield Scherm(page=context.new_page(), check_axe=no_script)
    context.close()


def test_walk_in_the_browser(scherm, zonder_script):
    register(scherm)
    aanmelding = scherm.page.url
    make_the_dossier(scherm, aanmelding)
    decide(scherm, aanmelding)
    gezin = make_the_plan(scherm)
    grant(scherm, gezin)
    plan_the_rto_without_script(zonder_script, gezin)
    extend(scherm, gezin)
    stop(scherm, gezin)
    invite_family(scherm, gezin)
    read_along_as_father(scherm)
    read_along_as_daughter(scherm)
    read_along_as_mother(scherm)
    shut_out_another_mother(scherm, gezin)
    count(scherm)


def register(scherm: Scherm) -> None:
    """The huisarts registers Jolijn and both her parents, who have gezag and live apart."""
    scherm.become("Paul")
    scherm.follow("Jeugdige aanmelden")
    scherm.unfold("Ouder of verzorger 2 toevoegen")
    scherm.fill(**parent(0, "Lotte Peeters", relatie="moeder", email=MOEDER, woont_bij_kind="on"))
    scherm.fill(**parent(1, "Mark Franssen", relatie="vader", email=VADER))
    scherm.fill(
        voornaam="Jolijn",
        achternaam="Peeters",
        geboortedatum="03-02-2013",
        geslacht="V",
        gemeente="Landgraaf",
        hulpvraag="Jolijn durft 's nachts niet alleen te zijn.",
        is_acuut="nee",
        has_aanmeldbrief="on",
        has_inhoud="on",
    )
    scherm.press("Aanmelden")
    scherm.reads("De aanmelding is binnen", "Wat gebeurt er nu?")
    scherm.follow("Naar mijn aanmeldingen")
    scherm.follow("Jolijn Peeters")
    scherm.reads("Lotte Peeters", "Mark Franssen")


def parent(nummer: int, naam: str, **anders: str) -> dict[str, str]:
    """A parent with gezag, as the fields of the form have it."""
    voornaam, achternaam = naam.split()
    velden = {"voornaam": voornaam, "achternaam": achternaam, "has_gezag": "ja", **anders}
    return of_parent(nummer, velden)


def of_parent(nummer: int, velden: dict[str, str]) -> dict[str, str]:
    return {f"ouder-{nummer}-{veld}": waarde for veld, waarde in velden.items()}


def make_the_dossier(scherm: Scherm, aanmelding: str) -> None:
    """The backoffice adds what is missing: two addresses, because the father lives elsewhere."""
    scherm.become("Bea")
    scherm.open(aanmelding)
    scherm.follow("Dossier maken")
    scherm.fill(**THUIS, **of_parent(1, VADERS_HUIS))
    scherm.press("Dossier maken en doorsturen")
    scherm.reads("Het dossier is gemaakt en ligt bij het kernteam.")


def decide(scherm: Scherm, aanmelding: str) -> None:
    """The kernteam sees the suggestion come in on the same page, and decides."""
    scherm.become("Miriam")
    scherm.open(aanmelding)
    scherm.follow("Bespreken en beslissen")
    scherm.fill(hulpvragen="3", leefgebieden="2", gezinsleden="1", langdurig="nee", veiligheid="nee")
    scherm.page.get_by_role("button", name="Toon het voorstel").click()
    expect(scherm.page.get_by_text("Er zijn 3 hulpvragen op 2 leefgebieden.")).to_be_visible()
    scherm.look()
    scherm.fill(
        klasse="meervoudig",
        kwadranten="K3",
        motivering="Thuis is alles al geprobeerd.",
        product_code="Begeleiding individueel",
        regisseur="Els Habets (regisseur Landgraaf)",
    )
    scherm.press("Besluit vastleggen")
    scherm.reads("Het besluit is bewaard.")


def make_the_plan(scherm: Scherm) -> str:
    """The regisseur writes the plan with the family, on the same day."""
    scherm.become("Els")
    scherm.open("/gezinnen/")
    scherm.click(scherm.page.get_by_role("row").filter(has_text="Jolijn").get_by_role("link"))
    gezin = scherm.page.url
    scherm.press("Plan beginnen")
    tick(scherm, "Het kind slaapt en eet goed", "Jolijn")
    tick(scherm, SAMEN, "hele gezin")
    scherm.press("Matrix bewaren")
    scherm.open(gezin)
    work_out(scherm, "Het kind slaapt en eet goed")
    scherm.fill(
        eigenaar="Jolijn Peeters (kind)",
        specifiek=DOEL,
        meetbaar="Vier weken lang, elke nacht.",
        acceptabel="Jolijn en Lotte willen het allebei.",
        realistisch="Het lukt al als de gang licht is.",
        gestart_op="16-11-2026",
        behaald_voor="15-02-2027",
    )
    scherm.press("Bewaren")
    scherm.fill(tekst=ACTIE_LOTTE, wie="Lotte Peeters (moeder)")
    scherm.press("Actie toevoegen")
    scherm.click(scherm.page.get_by_role("link", name="Actie toevoegen").first)
    scherm.fill(tekst=ACTIE_JOLIJN, wie="Jolijn Peeters (kind)")
    scherm.press("Actie toevoegen")
    add_a_goal_of_the_whole_family(scherm)
    ask_for_a_plan_of_their_own(scherm)
    scherm.open(gezin)
    scherm.follow("Plan vaststellen")
    for keuze in scherm.page.get_by_label("Eens met het plan", exact=True).all():
        keuze.check()
    scherm.press("Plan vaststellen")
    scherm.reads("Het plan is vastgesteld.", DOEL)
    return gezin


def ask_for_a_plan_of_their_own(scherm: Scherm) -> None:
    """The family hears that it may make its own plan first; without that nothing is adopted."""
    scherm.follow("Eigen plan van het gezin")
    scherm.page.get_by_label("Ik heb gevraagd of het gezin zelf een plan wil maken").check()
    scherm.fill(op="16-11-2026", tekst="Aan de keukentafel gevraagd.")
    scherm.press("Opschrijven")


def tick(scherm: Scherm, doel: str, voor: str) -> None:
    """Tick a goal of the doelenmatrix for one person; its area stands closed until somebody opens it."""
    gebied = scherm.page.locator("details").filter(has_text=doel)
    if not gebied.evaluate("gebied => gebied.open"):
        gebied.locator("summary").click()
    gebied.get_by_role("group", name=doel).get_by_label(voor).check()


def work_out(scherm: Scherm, doel: str) -> None:
    """Begin with a goal that was ticked."""
    kruis = scherm.page.locator("article").filter(has_text=doel)
    scherm.click(kruis.get_by_role("link", name="Concreet maken").first)


def add_a_goal_of_the_whole_family(scherm: Scherm) -> None:
    """Help for a child goes with a goal for the family."""
    work_out(scherm, SAMEN)
    scherm.fill(
        eigenaar="Lotte Peeters (moeder)",
        specifiek="Lotte en Mark bellen elke zondag over Jolijn",
        meetbaar="Acht zondagen achter elkaar.",
        acceptabel="Lotte en Mark willen het allebei.",
        realistisch="Tien minuten is genoeg.",
        gestart_op="16-11-2026",
        behaald_voor="15-02-2027",
    )
    scherm.press("Bewaren")
    scherm.fill(tekst="Een vaste tijd kiezen", wie="Els Habets (regisseur)")
    scherm.press("Actie toevoegen")


def grant(scherm: Scherm, gezin: str) -> None:
    """The kernteam asks the page for the latest day that is possible, and grants."""
    scherm.become("Miriam")
    scherm.open(gezin)
    scherm.follow("Akkoord geven")
    scherm.page.locator('[name="jeugdige"]').first.check()
    # The product of the triage is chosen already, with the questions that go with it.
    scherm.fill(product="Begeleiding individueel")
    scherm.tick_all("overwogen")
    scherm.fill(
        motivering="In een groep durft Jolijn nog niet mee te doen.",
        aanbieder="De Linde",
        uitvoerder="Tom Souren (begeleider)",
        startdatum="01-08-2026",
    )
    scherm.press("Vul de laatste dag in die kan")
    assert scherm.page.locator('[name="einddatum"]').input_value() == "31-01-2027"
    scherm.press("Akkoord geven")
    scherm.reads("Het akkoord is gegeven.", "1 augustus 2026 t/m 31 januari 2027")


def plan_the_rto_without_script(scherm: Scherm, gezin: str) -> None:
    """Without scripts Els reads why not yet, plans the RTO from there, and writes it down."""
    scherm.become("Els")
    scherm.open(gezin)
    scherm.reads("nog geen RTO gehouden")
    scherm.follow("Wat is er nodig?")
    scherm.follow("RTO plannen")
    scherm.fill(dag="16-11-2026", tijd="15:30", plaats="Bij Lotte thuis")
    scherm.press("Overleg plannen")
    scherm.reads("Het overleg staat gepland.")
    scherm.follow("Rondetafeloverleg (RTO)")
    scherm.follow("Overleg vastleggen")
    scherm.tick_all("aanwezig", "is_totaal_besproken", "doelen")
    scherm.fill(verslag="Tom komt nog drie maanden.")
    scherm.press("Vastleggen")
    scherm.reads("Dit RTO telt", "Tom komt nog drie maanden.")


def extend(scherm: Scherm, gezin: str) -> None:
    """The zorgaanbieder asks, the kernteam grants."""
    scherm.become("Tom")
    scherm.open(gezin)
    scherm.follow("Wat is er nodig?")
    for papier in ("evaluatie", "plan-van-aanpak", "gezinsplan"):
        scherm.follow("Papier inleveren")
        scherm.fill(papier=papier, van_dag="16-11-2026")
        scherm.press("Vastleggen")
    scherm.fill(tot="30-04-2027", motivering="Het gaat beter, maar nog niet elke nacht.")
    scherm.press("Verlenging vragen")
    scherm.reads("De verlenging is gevraagd.")

    scherm.become("Miriam")
    scherm.follow("Hulp")
    scherm.follow("Begeleiding individueel, Jolijn")
    scherm.press("Verlengen t/m 30 april 2027")
    scherm.reads("De hulp is verlengd.")


def stop(scherm: Scherm, gezin: str) -> None:
    """Els stops the help, with the score that the family gave."""
    scherm.become("Els")
    scherm.open(gezin)
    scherm.follow("Begeleiding individueel")
    scherm.follow("Hulp stoppen")
    scherm.fill(reden="02", gas_score="1", has_papieren="on")
    scherm.press("Hulp stoppen")
    scherm.reads("De hulp is gestopt.")


def count(scherm: Scherm) -> None:
    """The directie sees that somebody came and somebody left, and no names."""
    scherm.become("Hugo")
    scherm.follow("Cijfers")
    scherm.follow("Tweede halfjaar 2026")
    scherm.reads("Kinderen in zorg", "samen besloten")
    scherm.hides("Jolijn")
