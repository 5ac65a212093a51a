"""Behind the fence of figures: what `cijfers` may count, and what it cannot even ask for."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.context import CIJFERS, DEUR, as_role, load_wie
from rondetafel.toegang.rollen import Rol
from rondetafel.verantwoording.rapport import make_rapport
from rondetafel.zorg.models import AkkoordZorg, StopZorg
from tests.factories import HEERLEN, LANDGRAAF, AkkoordZorgFactory, GebruikerFactory, GemeenteFactory
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db

COLUMNS = """select distinct column_name from information_schema.role_column_grants
    where grantee = 'cijfers' and table_name not like 'organisaties%%'"""
# Keys, dates and codes: enough to count with, too little to know somebody by.
COUNTABLE = {
    "id", "gezin_id", "gemeente_id", "jeugdige_id", "kwadrant", "startdatum", "einddatum", "gestopt_op", "reden",
    "gas_score", "ontvangen_op", "van", "tot", "besloten_op", "classificatie", "vastgesteld_op", "soort",
    "gehouden_op", "regel", "vervalt_op", "gesloten_op", "betreft_id", "vervalt_at", "doorgestuurd_op",
    "doorlooptijd_bruto", "doorlooptijd_netto", "opgepakt_at",
}  # fmt: skip


def known(gebruiker):
    with as_role(DEUR):
        return load_wie(gebruiker.pk)


@pytest.fixture
def directie():
    return known(GebruikerFactory(rol=Rol.DIRECTIE, gemeenten=[LANDGRAAF]))


@pytest.mark.parametrize(
    ("model", "kolom"),
    [
        (Persoon, "voornaam"),
        (Persoon, "id"),
        (Gezin, "nummer"),
        (Aanmelding, "achternaam"),
        (Aanmelding, "hulpvraag"),
        (AkkoordZorg, "uitvoerder_id"),
        (AkkoordZorg, "oordeel"),
        (StopZorg, "toelichting"),
    ],
)
def test_names_and_texts_are_refused(directie, model, kolom):
    AkkoordZorgFactory()

    with (
        as_role(CIJFERS, wie=directie, peildatum=DAG),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        list(model.objects.values_list(kolom))


def test_only_keys_dates_and_codes_are_granted():
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        assert {row[0] for row in cursor.fetchall()} <= COUNTABLE


def test_nothing_can_be_changed(directie):
    akkoord = AkkoordZorgFactory()

    with (
        as_role(CIJFERS, wie=directie, peildatum=DAG),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        AkkoordZorg.objects.filter(pk=akkoord.pk).update(einddatum=DAG)


def test_rows_of_another_gemeente_are_not_there(directie):
    eigen = AkkoordZorgFactory()
    AkkoordZorgFactory(jeugdige__gezin__gemeente=GemeenteFactory(code=HEERLEN))

    with as_role(CIJFERS, wie=directie, peildatum=DAG):
        assert list(AkkoordZorg.objects.values_list("pk", flat=True)) == [eigen.pk]


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.DIRECTIE, Rol.GEMEENTE, Rol.KERNTEAM}))
def test_who_reads_no_figures_is_stopped_by_both_fences(rol):
    AkkoordZorgFactory()
    wie = known(GebruikerFactory(rol=rol, gemeenten=[LANDGRAAF]))

    with as_role(CIJFERS, wie=wie, peildatum=DAG):
        assert not AkkoordZorg.objects.values_list("pk").exists()
    with pytest.raises(GeenToegang):
        make_rapport(wie, Halfjaar(2026, 2), peildatum=DAG)
