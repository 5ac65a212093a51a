"""A treatment that follows an onderzoek: its behandelplan and its letter, on both sides of each bound."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, onderzoek_before
from rondetafel.regels.naonderzoek import signal_behandelplan, signal_brief_onderzoek
from rondetafel.regels.product import Bepaling, Soort
from tests.regels.voorbeelden import CATALOGUS, KEUZES

BEHANDELING = CATALOGUS.product("behandeling-individueel")
ONDERZOEK = EerdereHulp(
    product_code="onderzoek-behandeling",
    naam="Onderzoek",
    soort=Soort.ONDERZOEK,
    van=date(2026, 4, 1),
    tot=date(2026, 5, 31),
)
VRAAG = Akkoordvraag(
    product=BEHANDELING,
    startdatum=date(2026, 6, 1),
    einddatum=date(2026, 12, 31),
    aanbieder="De Linde",
    aanbieder_producten=frozenset(),
    gevraagd_op=date(2026, 6, 1),
    normen=CATALOGUS.normen,
    keuzes=KEUZES,
    eerder=(ONDERZOEK,),
)


@pytest.mark.parametrize(
    ("anders", "gemeld"),
    [
        pytest.param({"gevraagd_op": date(2026, 5, 31)}, True, id="onderzoek-loopt"),
        pytest.param({}, False, id="dag-na-het-onderzoek"),
        pytest.param({"eerder": (replace(ONDERZOEK, tot=None),)}, True, id="zonder-einde"),
        pytest.param({"eerder": ()}, False, id="geen-onderzoek"),
        pytest.param(
            {"gevraagd_op": date(2026, 5, 31), "product": CATALOGUS.product("begeleiding-groep")},
            False,
            id="begeleiding",
        ),
    ],
)
def test_behandelplan_comes_from_the_onderzoek(anders, gemeld):
    reden = signal_behandelplan(replace(VRAAG, **anders))

    assert (reden is not None) is gemeld
    assert reden is None or not reden.blokkeert


@pytest.mark.parametrize(("is_open", "gemeld"), [(True, True), (False, False)])
def test_letter_of_the_onderzoek_is_signed_when_there_is_no_other(is_open, gemeld):
    reden = signal_brief_onderzoek(replace(VRAAG, eerder=(replace(ONDERZOEK, is_brief_open=is_open),)))

    assert (reden is not None) is gemeld
    assert reden is None or not reden.blokkeert


@pytest.mark.parametrize(
    ("startdatum", "telt"),
    [(date(2026, 11, 30), True), (date(2026, 12, 1), False)],
    ids=["zes-maanden", "ouder"],
)
def test_an_onderzoek_that_is_too_old_is_not_what_a_treatment_follows(startdatum, telt):
    product = replace(BEHANDELING, onderzoek_maanden=Bepaling(waarde=6, bron=BEHANDELING.bron))

    assert (onderzoek_before(product, startdatum, (ONDERZOEK,)) is ONDERZOEK) is telt
