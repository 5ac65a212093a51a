"""What each figure counts, and that nothing is not the same as zero."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Rol
from rondetafel.verantwoording.aandelen import Aandeel
from rondetafel.verantwoording.kpis import KPIS, OPEN_KPIS, REDENEN, find_kpi
from rondetafel.verantwoording.openen import find_figuur
from rondetafel.verantwoording.rapport import make_rapport
from tests.factories import (
    AanmeldingFactory,
    AkkoordZorgFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezinFactory,
    GezinsplanFactory,
    OverlegFactory,
    PersoonFactory,
    StopZorgFactory,
    TermijnFactory,
    TriageFactory,
    WachtplekFactory,
)

H2 = Halfjaar(2026, 2)
DAG = date(2026, 12, 31)
pytestmark = pytest.mark.django_db


@pytest.fixture
def directie():
    GemeenteFactory()
    return GebruikerFactory(rol=Rol.DIRECTIE)


def report(als, halfjaar=H2, peildatum=DAG):
    with as_person(als, peildatum=peildatum) as wie:
        return make_rapport(wie, halfjaar, peildatum=peildatum)


def value(als, code, **kwargs):
    rapport = report(als, **kwargs)
    return next(een.waarde for een in (*rapport.kpis, *rapport.redenen) if een.kpi.code == code)


@pytest.mark.parametrize("kpi", [*KPIS, *REDENEN], ids=lambda kpi: kpi.code)
def test_nothing_is_not_zero(directie, kpi):
    assert value(directie, kpi.code) == NietTeBerekenen(ontbreekt=kpi.ontbreekt)


def test_codes_are_unique_and_can_be_found():
    codes = [kpi.code for kpi in (*KPIS, *REDENEN, *OPEN_KPIS)]

    assert len(codes) == len(set(codes))
    assert find_kpi("rto").code == "rto"
    assert find_kpi("onbekend") is None
    assert all(find_figuur(kpi.code) for kpi in (*KPIS, *REDENEN))


def family(klasse, *, plan_op=None, loopt=True):
    gezin = GezinFactory()
    TriageFactory(gezin=gezin, classificatie=klasse, besloten_op=date(2026, 7, 6))
    einddatum = date(2027, 1, 31) if loopt else date(2026, 12, 30)
    AkkoordZorgFactory(jeugdige=PersoonFactory(gezin=gezin), einddatum=einddatum)
    GezinsplanFactory(gezin=gezin, vastgesteld_op=plan_op)


def test_gezinsplan_counts_families_in_care_by_class(directie):
    family("multiprobleem", plan_op=date(2026, 8, 3))
    family("multiprobleem", plan_op=DAG)
    family("multiprobleem")
    family("multiprobleem", loopt=False)
    family("meervoudig", plan_op=date(2026, 8, 3))
    family("enkelvoudig")

    assert value(directie, "4-multiprobleem") == Aandeel(teller=2, noemer=3)
    assert value(directie, "4-meervoudig") == Aandeel(teller=1, noemer=1)


def test_two_triages_of_one_family_count_once(directie):
    gezin = GezinFactory()
    AkkoordZorgFactory(jeugdige=PersoonFactory(gezin=gezin))
    for _ in range(2):
        TriageFactory(gezin=gezin, classificatie="meervoudig")

    assert value(directie, "4-meervoudig") == Aandeel(teller=0, noemer=1)


def test_rto_counts_within_the_looptijd(directie):
    for gehouden_op in (date(2026, 7, 31), date(2026, 8, 1), date(2026, 12, 31), None):
        akkoord = AkkoordZorgFactory(einddatum=date(2026, 12, 31))
        if gehouden_op:
            OverlegFactory(gezin=akkoord.gezin, gehouden=True, gepland_op=gehouden_op)
    AkkoordZorgFactory(einddatum=date(2027, 1, 1))

    assert value(directie, "rto") == Aandeel(teller=2, noemer=4)


def test_k2_is_a_share_of_what_runs(directie):
    AkkoordZorgFactory(kwadrant="K2", einddatum=None)
    for _ in range(3):
        AkkoordZorgFactory()

    assert value(directie, "6") == Aandeel(teller=1, noemer=4)


def test_goals_reached_from_zero_up_and_only_of_who_has_a_score(directie):
    for score in (-1, 0, 2, None):
        StopZorgFactory(gas_score=score, reden="01")
    StopZorgFactory(gas_score=2, reden="01", gestopt_op=date(2026, 6, 30))

    assert value(directie, "doelen") == Aandeel(teller=2, noemer=3)


def test_reasons_add_up_to_everything_that_stopped(directie):
    for reden in ("01", "01", "03", "04", "05"):
        StopZorgFactory(reden=reden)

    redenen = {een.kpi.code: een.waarde.teller for een in report(directie).redenen}
    assert redenen == {"reden-01": 2, "reden-02": 0, "reden-03": 1, "reden-04": 1, "reden-05": 1}
    assert value(directie, "uitval") == Aandeel(teller=2, noemer=5)


def test_terms_count_in_the_period_they_end(directie):
    for gesloten_op in (date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 1), None):
        TermijnFactory(
            regel="dossier-doorsturen",
            gesloten_op=gesloten_op,
            betreft_id=GezinFactory().pk,
        )
    TermijnFactory(regel="dossier-doorsturen", vervalt_op=date(2027, 1, 1))

    assert value(directie, "12a") == Aandeel(teller=2, noemer=4)


def test_lead_time_is_told_with_and_without_the_waiting(directie):
    """Norm five working days: eight with three of waiting is in time net, and not gross."""
    for bruto, netto in ((5, 5), (8, 5), (8, 6), (None, None)):
        aanmelding = AanmeldingFactory(
            doorgestuurd_op=bruto and date(2026, 11, 30), doorlooptijd_bruto=bruto, doorlooptijd_netto=netto
        )
        TermijnFactory(
            regel="dossier-doorsturen",
            betreft_id=aanmelding.pk,
            gesloten_op=bruto and date(2026, 11, 30),
        )

    assert value(directie, "12a-bruto") == Aandeel(teller=1, noemer=4)
    gemeten = report(directie).doorlooptijd
    assert (gemeten.aantal, str(gemeten.bruto), str(gemeten.netto)) == (3, "7.0", "5.3")


def test_acute_questions_are_told_to_the_minute(directie):
    uiterlijk = datetime(2026, 11, 10, 14, 0, tzinfo=UTC)
    for opgepakt_at in (uiterlijk, uiterlijk + timedelta(minutes=1), None):
        aanmelding = AanmeldingFactory(is_acuut=True, opgepakt_at=opgepakt_at)
        TermijnFactory(regel="acute-vraag", betreft_id=aanmelding.pk, vervalt_at=uiterlijk)

    assert value(directie, "12c") == Aandeel(teller=1, noemer=3)


def test_without_questions_nothing_is_told(directie):
    assert report(directie).doorlooptijd.ontbreekt
    assert "acute vraag" in value(directie, "12c").ontbreekt


def test_percentage_is_whole():
    assert str(Aandeel(teller=2, noemer=3)) == "67% (2 van 3)"


def test_questions_per_month_and_who_waits_per_quarter(directie):
    for dag in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2025, 12, 31)):
        AanmeldingFactory(ontvangen_op=dag)
    noor = PersoonFactory()
    WachtplekFactory(jeugdige=noor, kwadrant="K2", van=date(2026, 3, 1), tot=date(2026, 6, 30))
    WachtplekFactory(jeugdige=noor, kwadrant="K3", van=date(2026, 3, 1), tot=date(2026, 3, 30))
    WachtplekFactory(kwadrant="K3", van=date(2026, 6, 30), tot=None)

    productie = report(directie).productie

    assert list(productie.aanmeldingen.values()) == [0, 0, 1, 2, *[0] * 8]
    assert productie.wachtenden == {
        date(2026, 3, 31): 1,
        date(2026, 6, 30): 2,
        date(2026, 9, 30): 1,
        date(2026, 12, 31): 1,
    }


def test_what_is_still_to_come_is_not_told(directie):
    AanmeldingFactory(ontvangen_op=date(2026, 11, 2))

    productie = report(directie, peildatum=date(2026, 11, 16)).productie

    assert list(productie.aanmeldingen)[-1] == date(2026, 11, 1)
    assert productie.wachtenden[date(2026, 9, 30)] == 0
    assert isinstance(productie.wachtenden[date(2026, 12, 31)], NietTeBerekenen)


def test_first_half_year_has_two_quarters(directie):
    productie = report(directie, Halfjaar(2026, 1)).productie

    assert list(productie.wachtenden) == [date(2026, 3, 31), date(2026, 6, 30)]
    assert len(productie.aanmeldingen) == 6
