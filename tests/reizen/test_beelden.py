"""The pages that people see most, with the family of Noor: no barrier, nothing sideways.

With RONDETAFEL_BEELDEN=1 each leaves its picture in docs/beelden.
"""

import pytest

from tests.reizen.scherm import BREED, SMAL, Scherm

pytestmark = pytest.mark.browser


@pytest.fixture
def scherm(page, check_axe):
    return Scherm(page=page, check_axe=check_axe)


def open_family(scherm, voornaam="Els"):
    """The page of the family of Noor, as this person reaches it."""
    scherm.become(voornaam)
    scherm.open("/gezinnen/")
    rij = scherm.page.get_by_role("row").filter(has_text="Noor")
    scherm.click(rij.get_by_role("link"))


def test_today(scherm):
    scherm.become("Els")

    scherm.reads("Vandaag")
    scherm.capture("vandaag")


def test_family(scherm):
    open_family(scherm)

    # High enough to see the table whole.
    scherm.page.set_viewport_size({"width": 1280, "height": 1120})
    scherm.reads("Deze hulp kan nog niet worden verlengd", "Noor gaat vier dagen per week naar school")
    scherm.capture("gezin")


def test_refusal(scherm):
    open_family(scherm)
    scherm.follow("Wat is er nodig?")

    scherm.reads("nog geen RTO gehouden", "Waar staat dat?")
    scherm.capture("weigering")


def test_table(scherm):
    open_family(scherm)
    scherm.follow("Tafel dekken")

    scherm.reads("Wie mag wat lezen?", "open stoel")
    scherm.capture("tafel")


def test_phone(scherm):
    scherm.become("Noor", maat=SMAL)

    scherm.reads("Ons plan", "Jouw volgende stap")
    scherm.capture("telefoon")


def test_who_looked(scherm):
    scherm.become("Samira", maat=BREED)
    scherm.unfold("Wie leest mee?")
    scherm.follow("Wie keek er?")

    scherm.reads("Tom Souren", "waarom:")
    scherm.capture("wie-keek")


def test_figures(scherm):
    scherm.become("Hugo")
    scherm.follow("Cijfers")
    scherm.follow("Tweede halfjaar 2020")

    scherm.reads("Kinderen in zorg")
    scherm.capture("cijfers")


def test_register(scherm):
    scherm.become("Paul")
    scherm.follow("Jeugdige aanmelden")

    scherm.reads("Het kind of de jongere")
    scherm.capture("aanmelden")


@pytest.mark.parametrize("voornaam", ["Els", "Miriam", "Bea", "Tom", "Ingrid", "Carla", "Ruud", "Daan"])
def test_start_page_on_a_phone(scherm, voornaam):
    scherm.become(voornaam, maat=SMAL)
