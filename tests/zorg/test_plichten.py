"""A family with help has a plan, its goals and a regisseur, as long as the catalogue reads the sources so."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, GEZINSPLAN_MAKEN, REGISSEUR_AANWIJZEN
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg import plichten
from tests.factories import AkkoordZorgFactory, BandFactory, GezinsplanFactory, PersoonFactory
from tests.regels.voorbeelden import choose
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)


def duties(gezin_id):
    with as_eigenaar():
        return {een.regel for een in plichten.read_gezinnen([gezin_id], DAG)}


def test_help_asks_for_a_plan_its_goals_and_a_regisseur():
    assert duties(AkkoordZorgFactory().gezin_id) == {
        GEZINSPLAN_MAKEN,
        REGISSEUR_AANWIJZEN,
        DOELEN_VASTSTELLEN,
    }


@pytest.mark.parametrize(
    ("keuze", "lezing", "blijft"),
    [
        ("gezinsplan-aanleiding", "organisaties", REGISSEUR_AANWIJZEN),
        ("regisseur", "niet-bij-enkelvoudig", GEZINSPLAN_MAKEN),
    ],
)
def test_under_another_reading_help_alone_asks_for_less(monkeypatch, keuze, lezing, blijft):
    other = replace(catalogue_on(DAG), keuzes=choose(keuze, lezing))
    monkeypatch.setattr(plichten, "catalogue_on", lambda _datum: other)

    assert duties(AkkoordZorgFactory().gezin_id) == {blijft, DOELEN_VASTSTELLEN}


@pytest.mark.parametrize(
    ("plan", "gesloten"),
    [
        pytest.param(None, [None], id="geen-plan"),
        pytest.param({}, [None], id="nog-niet-vastgesteld"),
        pytest.param({"uitgave": 1, "vastgesteld_op": DAG}, [DAG], id="vastgesteld"),
        pytest.param({"uitgave": 2, "vastgesteld_op": DAG}, [], id="daarna-nog-eens"),
    ],
)
def test_goals_are_due_six_weeks_after_the_first_help_in_the_family(plan, gesloten):
    noor = PersoonFactory()
    AkkoordZorgFactory(jeugdige=noor)
    AkkoordZorgFactory(
        jeugdige=PersoonFactory(gezin=noor.gezin), startdatum=date(2026, 1, 5), einddatum=date(2026, 3, 31)
    )
    if plan is not None:
        GezinsplanFactory(gezin=noor.gezin, **plan)

    with as_eigenaar():
        alle = list(plichten.read_gezinnen([noor.gezin_id], DAG))
    doelen = [een for een in alle if een.regel is DOELEN_VASTSTELLEN]

    assert [een.gesloten_op for een in doelen] == gesloten
    for een in doelen:
        assert (een.vanaf, een.geldt_tot) == (date(2026, 1, 5), date(2027, 1, 31))


def test_who_reads_the_help_of_one_child_keeps_the_duties_of_the_whole_family():
    """Else a stop for one child would let lapse what the family of a child with help must do."""
    eigen = AkkoordZorgFactory(startdatum=date(2026, 9, 1), einddatum=date(2026, 11, 30))
    AkkoordZorgFactory(
        jeugdige=PersoonFactory(gezin=eigen.gezin), startdatum=date(2026, 3, 2), einddatum=date(2027, 2, 28)
    )
    vreemd = AkkoordZorgFactory()
    band = BandFactory(
        gezin=eigen.gezin,
        gebruiker__rol=Rol.AANBIEDER,
        hoedanigheid="aanbieder",
        persoon_id=eigen.jeugdige_id,
    )
    with as_eigenaar():
        alle = list(plichten.read_gezinnen([eigen.gezin_id], DAG))

    with as_person(band.gebruiker, peildatum=DAG):
        assert list(plichten.read_gezinnen([eigen.gezin_id], DAG)) == alle
        assert list(plichten.read_gezinnen([vreemd.gezin_id], DAG)) == []
    assert {een.geldt_tot for een in alle} == {date(2027, 2, 28)}
