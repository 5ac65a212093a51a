"""Asking and granting an extension: an RTO in the running period, one request, one answer."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg.models import Verlenging
from rondetafel.zorg.operations import ask_verlenging, grant_verlenging
from tests.factories import (
    HEERLEN,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DeelnameFactory,
    GebruikerFactory,
    GezinsplanFactory,
    StopZorgFactory,
    VerlengingFactory,
)
from tests.rollen import as_eigenaar
from tests.zorg.wereld import (
    DAG,
    do,
    events,
    fresh,
    hand_in,
    make_akkoord,
    make_rto,
    make_wereld,
    open_duties,
    running,
)

TOT = date(2027, 4, 30)
pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def akkoord(wereld):
    return open_duties(make_akkoord(wereld))


def ask(akkoord, als, tot=TOT, **kwargs):
    return do(
        ask_verlenging, akkoord.pk, tot=tot, motivering="Het gaat beter, nog niet goed.", als=als, **kwargs
    )


@pytest.mark.parametrize("vrager", ["regisseur", "bram"])
def test_asked_after_an_rto(wereld, akkoord, vrager):
    make_rto(wereld)

    verlenging = fresh(ask(akkoord, getattr(wereld, vrager)))

    assert (verlenging.was, verlenging.tot, verlenging.stand) == (akkoord.einddatum, TOT, "gevraagd")
    assert verlenging.oordeel["akkoord"] is True
    assert fresh(akkoord).einddatum == akkoord.einddatum
    assert running(akkoord) == {"eindevaluatie": akkoord.einddatum}
    assert events() == [Gebeurtenis.VERLENGING_GEVRAAGD]


@pytest.mark.parametrize(
    ("gehouden_op", "mag"),
    [
        pytest.param(None, False, id="geen-rto"),
        pytest.param(date(2026, 7, 31), False, id="dag-voor-de-looptijd"),
        pytest.param(date(2026, 8, 1), True, id="eerste-dag"),
    ],
)
def test_only_an_rto_of_this_period_counts(wereld, akkoord, gehouden_op, mag):
    if gehouden_op:
        make_rto(wereld, gehouden_op)

    if mag:
        ask(akkoord, wereld.regisseur)
        return
    with pytest.raises(Geweigerd) as geweigerd:
        ask(akkoord, wereld.regisseur)
    assert ["nog geen RTO" in reden.tekst for reden in geweigerd.value.oordeel.blokkades] == [True]
    assert events() == [Gebeurtenis.GEWEIGERD]
    assert set(running(akkoord)) == {"verlenging-vragen", "rto-houden", "eindevaluatie"}
    with as_eigenaar():
        assert not Verlenging.objects.exists()


def test_every_reason_is_given_at_once(wereld, akkoord):
    with pytest.raises(Geweigerd) as geweigerd:
        ask(akkoord, wereld.regisseur, tot=date(2027, 8, 1))

    assert len(geweigerd.value.oordeel.blokkades) == 2


def test_one_request_at_a_time(wereld, akkoord):
    make_rto(wereld)
    ask(akkoord, wereld.bram)

    with pytest.raises(Geweigerd, match="al verlenging gevraagd, t/m 30 april 2027"):
        ask(akkoord, wereld.regisseur)


def test_only_your_own_help_as_zorgaanbieder(wereld, akkoord):
    collega = GebruikerFactory(rol=Rol.AANBIEDER)
    make_akkoord(wereld, uitvoerder=collega, product_code="begeleiding-groep")
    BandFactory(gebruiker=collega, gezin=wereld.gezin, hoedanigheid="aanbieder", grond="akkoord")
    make_rto(wereld)

    with pytest.raises(ObjectDoesNotExist):
        ask(akkoord, collega)


def test_kernteam_does_not_ask_and_strangers_see_nothing(wereld, akkoord):
    make_rto(wereld)

    with pytest.raises(GeenToegang):
        ask(akkoord, wereld.kernteam)
    with pytest.raises(ObjectDoesNotExist):
        ask(akkoord, GebruikerFactory(rol=Rol.REGISSEUR))


def test_help_without_end_or_stopped_cannot_be_extended(wereld):
    open_einde = make_akkoord(wereld, product_code="gebiedsteam", kwadrant="K2", einddatum=None)
    gestopt = make_akkoord(wereld)
    StopZorgFactory(akkoord=gestopt, reden="01")

    for akkoord in (open_einde, gestopt):
        with pytest.raises(ObjectDoesNotExist):
            ask(akkoord, wereld.regisseur)


def grant(verlenging, als, gelezen=1, **kwargs):
    return do(grant_verlenging, verlenging.pk, gelezen=gelezen, als=als, **kwargs)


def test_grant_moves_the_end_and_everything_that_hangs_on_it(wereld, akkoord):
    make_rto(wereld)
    stoel = BetrokkeneFactory(
        gezin=wereld.gezin,
        groep="beroep",
        gebruiker=wereld.bram,
        van=akkoord.gegeven_op,
        tot=akkoord.einddatum,
    )
    verlenging = ask(akkoord, wereld.bram)

    grant(verlenging, wereld.kernteam)

    verlenging = fresh(verlenging)
    assert (verlenging.stand, verlenging.besloten_op, verlenging.besloten_door_id) == (
        "gegeven",
        DAG,
        wereld.kernteam.pk,
    )
    assert (fresh(akkoord).einddatum, fresh(akkoord).versie) == (TOT, 2)
    assert fresh(stoel).tot == TOT
    assert running(akkoord) == {
        "brief-van-aanbod": date(2026, 11, 23),
        "verlenging-vragen": date(2027, 3, 5),
        "rto-houden": TOT,
        "eindevaluatie": TOT,
    }
    with as_eigenaar():
        blikken = Termijn.objects.running().filter(betreft_id=akkoord.pk, regel="eindevaluatie")
        assert set(blikken.values_list("vervalt_op", flat=True)) == {akkoord.einddatum, TOT}
    assert events()[-1] == Gebeurtenis.VERLENGING_GEGEVEN
    with as_person(wereld.bram, peildatum=TOT):
        assert Gezin.objects.exists()


def test_a_second_extension_needs_an_rto_of_its_own_period(wereld, akkoord):
    make_rto(wereld)
    grant(ask(akkoord, wereld.bram), wereld.kernteam)

    with pytest.raises(Geweigerd, match="nog geen RTO"):
        ask(akkoord, wereld.regisseur, tot=date(2027, 7, 31), peildatum=date(2027, 2, 20))

    make_rto(wereld, date(2027, 2, 15))
    with pytest.raises(Geweigerd, match="Nog niet ingeleverd"):
        ask(akkoord, wereld.regisseur, tot=date(2027, 7, 31), peildatum=date(2027, 2, 20))
    akkoord.einddatum = TOT
    hand_in(akkoord, op=date(2027, 2, 16))
    ask(akkoord, wereld.regisseur, tot=date(2027, 7, 31), peildatum=date(2027, 2, 20))


def test_total_counts_from_the_first_akkoord_of_the_chain(wereld):
    eerste = {"product_code": "behandeling-individueel", "uitvoerder": None}
    AkkoordZorgFactory(
        jeugdige=wereld.noor, startdatum=date(2026, 2, 1), einddatum=date(2026, 7, 31), **eerste
    )
    akkoord = make_akkoord(wereld, **eerste)
    make_rto(wereld)

    # Twelve months from 1 February are over on 31 January, the end of the second akkoord.
    with pytest.raises(Geweigerd, match="vanaf 1 februari 2026 tot 12 maanden in totaal"):
        ask(akkoord, wereld.regisseur, tot=date(2027, 2, 1))


def test_an_answer_that_comes_late_is_no_late_request(wereld, akkoord):
    make_rto(wereld)
    verlenging = ask(akkoord, wereld.bram)

    grant(verlenging, wereld.kernteam, peildatum=date(2027, 2, 3))

    assert not [een for een in fresh(verlenging).oordeel["redenen"] if "De vraag kwam" in een["tekst"]]
    with as_eigenaar():
        assert Band.objects.get(grond_id=akkoord.pk).tot == TOT


def test_nothing_is_told_when_the_provider_was_asked_and_the_plan_is_of_now(wereld, akkoord):
    GezinsplanFactory(gezin=wereld.gezin, uitgave=1, vastgesteld_op=DAG)
    bram = BetrokkeneFactory(gezin=wereld.gezin, groep="beroep", gebruiker=wereld.bram)
    DeelnameFactory(overleg=make_rto(wereld), betrokkene=bram)

    assert fresh(ask(akkoord, wereld.bram)).oordeel["redenen"] == []


def test_judged_again_at_the_grant(wereld, akkoord):
    rto = make_rto(wereld)
    verlenging = ask(akkoord, wereld.bram)
    with as_eigenaar():
        type(rto).objects.filter(pk=rto.pk).update(is_totaal_besproken=False)

    with pytest.raises(Geweigerd, match="naar alle hulp samen"):
        grant(verlenging, wereld.kernteam)
    assert fresh(akkoord).einddatum == date(2027, 1, 31)


def test_stopped_meanwhile(wereld, akkoord):
    make_rto(wereld)
    verlenging = ask(akkoord, wereld.bram)
    StopZorgFactory(akkoord=akkoord, reden="01")

    with pytest.raises(Geweigerd, match="al gestopt"):
        grant(verlenging, wereld.kernteam)


def test_changed_meanwhile(wereld, akkoord):
    make_rto(wereld)
    verlenging = ask(akkoord, wereld.bram)
    with as_eigenaar():
        type(akkoord).objects.filter(pk=akkoord.pk).update(versie=2)

    with pytest.raises(Botsing):
        grant(verlenging, wereld.kernteam, gelezen=1)
    assert fresh(verlenging).stand == "gevraagd"


def test_decided_once(wereld, akkoord):
    make_rto(wereld)
    verlenging = ask(akkoord, wereld.bram)
    grant(verlenging, wereld.kernteam)

    with pytest.raises(ObjectDoesNotExist):
        grant(verlenging, wereld.kernteam, gelezen=2)


def test_only_the_kernteam_of_the_gemeente_decides(wereld, akkoord):
    verlenging = VerlengingFactory(akkoord=akkoord)

    with pytest.raises(GeenToegang):
        grant(verlenging, wereld.regisseur)
    with pytest.raises(ObjectDoesNotExist):
        grant(verlenging, GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN]))


def test_chair_of_others_stays(wereld, akkoord):
    oma = BetrokkeneFactory(gezin=wereld.gezin)
    make_rto(wereld)
    grant(ask(akkoord, wereld.bram), wereld.kernteam)

    with as_eigenaar():
        assert Betrokkene.objects.get(pk=oma.pk).tot is None
