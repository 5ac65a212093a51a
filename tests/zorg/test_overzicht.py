"""What the family's page shows about help: in one query, and whether it can run on."""

from datetime import date

import pytest

from rondetafel.overleg.queries import rtos_of
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.zorg.queries import akkoorden_of
from tests.factories import AkkoordZorgFactory, BandFactory, PersoonFactory, VerlengingFactory
from tests.zorg.wereld import DAG, make_akkoord, make_rto, make_wereld

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def akkoord(wereld):
    return make_akkoord(wereld)


def test_family_page_takes_one_query_however_much_help_there_is(wereld, akkoord, count_queries):
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        rtos = rtos_of(wereld.gezin.pk)
        assert count_queries(lambda: akkoorden_of(wie, wereld.gezin.pk, DAG, rtos=rtos)) == 1
    for nummer in range(6):
        VerlengingFactory(akkoord__jeugdige=PersoonFactory(gezin=wereld.gezin, voornaam=f"Kind {nummer}"))
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        assert count_queries(lambda: akkoorden_of(wie, wereld.gezin.pk, DAG, rtos=rtos)) == 1


def overview(wereld, als):
    with as_person(als, peildatum=DAG) as wie:
        return akkoorden_of(wie, wereld.gezin.pk, DAG, rtos=rtos_of(wereld.gezin.pk))


def test_overview_tells_whether_help_can_run_on(wereld, akkoord):
    before = overview(wereld, wereld.regisseur).lopend[0].verlengen
    make_rto(wereld)
    after = overview(wereld, wereld.bram).lopend[0].verlengen

    assert (before.oordeel.is_akkoord, before.is_rto_nodig) == (False, True)
    assert (after.oordeel.is_akkoord, after.is_rto_nodig) == (True, False)
    assert before.laatste_dag == date(2026, 12, 6)


def test_overview_of_others_says_nothing_of_extending(wereld, akkoord):
    ouder = BandFactory(gezin=wereld.gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker

    assert overview(wereld, ouder).lopend[0].verlengen is None
    assert overview(wereld, wereld.kernteam).mag_geven
    assert not overview(wereld, ouder).mag_geven


def test_overview_keeps_what_is_over_apart(wereld, akkoord):
    oud = AkkoordZorgFactory(jeugdige=wereld.noor, startdatum=date(2026, 1, 1), einddatum=date(2026, 6, 30))

    hulp = overview(wereld, wereld.regisseur)

    assert [een.akkoord.pk for een in hulp.lopend] == [akkoord.pk]
    assert [een.akkoord.pk for een in hulp.voorbij] == [oud.pk]
