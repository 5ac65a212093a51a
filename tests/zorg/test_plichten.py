"""A family with help has a plan and a regisseur, as long as the catalogue reads the sources so."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.termijnen import GEZINSPLAN_MAKEN, REGISSEUR_AANWIJZEN
from rondetafel.zorg import plichten
from tests.factories import AkkoordZorgFactory
from tests.regels.voorbeelden import choose
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)


def duties(gezin_id):
    with as_eigenaar():
        return {een.regel for een in plichten.read_gezinnen([gezin_id], DAG)}


def test_help_asks_for_a_plan_and_a_regisseur():
    assert duties(AkkoordZorgFactory().gezin_id) == {GEZINSPLAN_MAKEN, REGISSEUR_AANWIJZEN}


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

    assert duties(AkkoordZorgFactory().gezin_id) == {blijft}
