"""What counts as a contactmoment, and the average over the whole looptijd, with the case of the portfolio."""

from datetime import date

import pytest

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.contactmoment import (
    Activiteit,
    Casus,
    Contact,
    Looptijdtelling,
    assess_gemiddelde,
    count_contactmomenten,
    weigh_contact,
)

CATALOGUS = catalogue_on(date(2026, 1, 1))
EINDE = date(2026, 6, 30)
A = Activiteit


def make_casus(product: str = "begeleiding-individueel", **anders: bool) -> Casus:
    return Casus(product=CATALOGUS.product(product), keuzes=CATALOGUS.keuzes, **anders)


def talk(minuten: int, aantal: int = 1) -> tuple[Contact, ...]:
    return (Contact(activiteit=A.GESPREK, minuten=minuten, doel="op tijd op school"),) * aantal


def count(contacten: tuple[Contact, ...], peildatum: date = EINDE, product: str = "begeleiding-individueel"):
    return assess_gemiddelde(
        Looptijdtelling(casus=make_casus(product), contacten=contacten, einddatum=EINDE, peildatum=peildatum)
    )


@pytest.mark.parametrize(
    ("activiteit", "niet_ggz", "ggz"),
    [
        (A.GESPREK, True, True),
        (A.BELLEN, True, True),
        (A.BEELDBELLEN, True, True),
        (A.APPEN, False, False),
        (A.OVERLEG_JEUGDIGE, True, False),
        (A.COORDINATIE, True, False),
        (A.RAPPORTAGE, False, False),
        (A.ANALYSE, False, False),
        (A.VOORBEREIDING, False, False),
        (A.REISTIJD, False, False),
        (A.NIET_CLIENTGEBONDEN, False, False),
    ],
)
def test_each_activity_outside_and_inside_ggz(activiteit: Activiteit, niet_ggz: bool, ggz: bool) -> None:
    contact = Contact(activiteit=activiteit, minuten=45, doel="op tijd op school")

    assert weigh_contact(contact, make_casus()).telt is niet_ggz
    assert weigh_contact(contact, make_casus("behandeling-individueel")).telt is niet_ggz
    assert weigh_contact(contact, make_casus("behandeling-individueel-ggz")).telt is ggz


@pytest.mark.parametrize("activiteit", [A.GESPREK, A.BELLEN, A.BEELDBELLEN])
def test_contact_without_a_goal_does_not_count(activiteit: Activiteit) -> None:
    assert not weigh_contact(Contact(activiteit=activiteit, minuten=45, doel="  "), make_casus()).telt


@pytest.mark.parametrize("grond", ["hoog_risico", "melding_veilig_thuis", "raadsonderzoek"])
def test_report_counts_on_each_of_three_grounds(grond: str) -> None:
    verslag = Contact(activiteit=A.RAPPORTAGE, minuten=60)

    assert not weigh_contact(verslag, make_casus()).telt
    assert weigh_contact(verslag, make_casus(**{grond: True})).telt


def test_report_made_together_is_contact() -> None:
    samen = Contact(activiteit=A.RAPPORTAGE, minuten=60, doel="op tijd op school", met_client=True)

    assert weigh_contact(samen, make_casus()).telt


def test_case_of_the_portfolio_is_right() -> None:
    """Half a year with at first two of an hour, and at the end one of half an hour every other week."""
    contacten = talk(60, aantal=16) + talk(30, aantal=8)

    oordeel = count(contacten)

    assert oordeel.redenen == ()
    assert oordeel.feiten == {"Contactmomenten": "24", "Gemiddeld": "50,0 minuten"}


@pytest.mark.parametrize(
    ("contacten", "goed"),
    [
        pytest.param(talk(30), True, id="30"),
        pytest.param(talk(29), False, id="29"),
        pytest.param(talk(90), True, id="90"),
        pytest.param(talk(91), False, id="91"),
        pytest.param(talk(10) + talk(50), True, id="kort-en-lang"),
        pytest.param(talk(90, aantal=99) + talk(91), False, id="net-erboven-afgerond-90"),
        pytest.param((), True, id="nog-niets"),
    ],
)
def test_average_counts_and_not_one_contact(contacten: tuple[Contact, ...], goed: bool) -> None:
    oordeel = count(contacten)

    assert oordeel.is_akkoord
    assert (oordeel.redenen == ()) is goed


def test_while_the_help_runs_the_end_is_what_counts() -> None:
    [reden] = count(talk(20), peildatum=date(2026, 3, 1)).redenen

    assert "loopt nog" in reden.uitweg
    assert "loopt nog" not in count(talk(20), peildatum=date(2026, 7, 1)).redenen[0].uitweg


def test_dagdelen_have_no_average() -> None:
    assert count(talk(20), product="begeleiding-groep").redenen == ()


def test_what_does_not_count_is_not_counted() -> None:
    contacten = (*talk(60, aantal=2), Contact(activiteit=A.APPEN, minuten=5))

    assert count_contactmomenten(contacten, make_casus()) == 2
    assert count(contacten).feiten["Contactmomenten"] == "2"
