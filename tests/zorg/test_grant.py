"""Granting help: what comes with it, and what is refused."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg.gegevens import Akkoordopgave
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.operations import grant_akkoord
from tests.factories import (
    HEERLEN,
    BetrokkeneFactory,
    GebruikerFactory,
    GezinFactory,
    OrganisatieFactory,
    PersoonFactory,
    StopZorgFactory,
    TriageFactory,
)
from tests.rollen import as_eigenaar
from tests.zorg.wereld import DAG, do, events, fresh, make_akkoord, make_doelen, make_wereld, running, weighed

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    wereld = make_wereld()
    make_doelen(wereld)
    return wereld


@pytest.fixture
def opgave(wereld):
    return Akkoordopgave(
        jeugdige_id=wereld.noor.pk,
        product_code="begeleiding-individueel",
        aanbieder_id=wereld.linde.pk,
        uitvoerder_id=wereld.bram.pk,
        startdatum=date(2026, 12, 1),
        einddatum=date(2027, 5, 31),
        **weighed("begeleiding-individueel"),
    )


def grant(wereld, opgave, **kwargs):
    return do(grant_akkoord, wereld.gezin.pk, opgave=opgave, **({"als": wereld.kernteam} | kwargs))


def count_akkoorden():
    with as_eigenaar():
        return AkkoordZorg.objects.count()


def test_grant_keeps_what_was_decided_and_why(wereld, opgave):
    akkoord = fresh(grant(wereld, opgave))

    assert (akkoord.kwadrant, akkoord.gegeven_op, akkoord.gegeven_door_id) == ("K3", DAG, wereld.kernteam.pk)
    assert akkoord.oordeel["akkoord"] is True
    assert akkoord.oordeel["feiten"]["Zorgaanbieder"] == "De Linde"
    assert events() == [Gebeurtenis.AKKOORD_GEGEVEN]


@pytest.mark.parametrize(("about_noor", "reden"), [(True, "Het gebiedsteam kan dit niet."), (False, "")])
def test_the_reason_of_a_triage_counts_for_its_own_child(wereld, opgave, about_noor, reden):
    kind = wereld.noor if about_noor else PersoonFactory(gezin=wereld.gezin)
    TriageFactory(gezin=wereld.gezin, aanmelding__jeugdige=kind, motivering="Het gebiedsteam kan dit niet.")

    akkoord = fresh(grant(wereld, opgave))

    assert akkoord.oordeel["feiten"].get("Reden bij de triage", "") == reden


def test_grant_starts_the_terms(wereld, opgave):
    akkoord = grant(wereld, opgave)

    assert running(akkoord) == {
        "brief-van-aanbod": date(2026, 11, 23),
        "verlenging-vragen": date(2027, 4, 5),
        "rto-houden": date(2027, 5, 31),
        "eindevaluatie": date(2027, 5, 31),
    }


def test_first_help_starts_the_weeks_for_the_goals_from_its_first_day(wereld, opgave):
    grant(wereld, opgave)

    with as_eigenaar():
        doelen = Termijn.objects.running().get(betreft_id=wereld.gezin.pk, regel="doelen-vaststellen")
    assert (doelen.vanaf, doelen.vervalt_op) == (opgave.startdatum, opgave.startdatum + timedelta(weeks=6))


def test_who_gives_the_help_reads_along_until_its_last_day(wereld, opgave):
    akkoord = grant(wereld, opgave)

    for peildatum, visible in ((DAG, True), (date(2027, 5, 31), True), (date(2027, 6, 1), False)):
        with as_person(wereld.bram, peildatum=peildatum):
            assert Gezin.objects.exists() is visible
    with as_eigenaar():
        stoel = Betrokkene.objects.get(gebruiker=wereld.bram)
        assert (stoel.naam, stoel.organisatie, stoel.groep) == ("Bram Smeets", "De Linde", "beroep")
        assert (stoel.van, stoel.tot) == (DAG, akkoord.einddatum)


def test_two_akkoorden_of_one_person_give_one_chair(wereld, opgave):
    grant(wereld, opgave)
    grant(
        wereld,
        replace(
            opgave,
            product_code="begeleiding-groep",
            einddatum=date(2027, 2, 28),
            **weighed("begeleiding-groep"),
        ),
    )

    with as_eigenaar():
        assert Betrokkene.objects.get(gebruiker=wereld.bram).tot == date(2027, 5, 31)
        assert Band.objects.filter(gebruiker=wereld.bram).count() == 2


def test_a_chair_of_long_ago_is_not_used_again(wereld, opgave):
    BetrokkeneFactory(gezin=wereld.gezin, gebruiker=wereld.bram, van=date(2025, 1, 1), tot=date(2025, 6, 30))
    grant(wereld, opgave)

    with as_eigenaar():
        assert list(
            Betrokkene.objects.filter(gebruiker=wereld.bram).order_by("van").values_list("tot", flat=True)
        ) == [
            date(2025, 6, 30),
            date(2027, 5, 31),
        ]


def test_help_without_end_has_no_duties_and_an_open_chair(wereld, opgave):
    with as_eigenaar():
        wereld.linde.producten = ["gebiedsteam"]
        wereld.linde.save()
    akkoord = grant(wereld, replace(opgave, product_code="gebiedsteam", einddatum=None))

    assert fresh(akkoord).kwadrant == "K2"
    assert set(running(akkoord)) == {"brief-van-aanbod"}
    with as_eigenaar():
        assert Betrokkene.objects.get(gebruiker=wereld.bram).tot is None
        assert Band.objects.get(gebruiker=wereld.bram).tot is None


def test_help_that_is_over_lets_nobody_in(wereld, opgave):
    akkoord = grant(wereld, replace(opgave, startdatum=date(2026, 9, 1), einddatum=date(2026, 10, 31)))

    assert set(running(akkoord)) == {"brief-van-aanbod"}
    with as_eigenaar():
        assert not Band.objects.filter(gebruiker=wereld.bram).exists()
        assert not Betrokkene.objects.filter(gebruiker=wereld.bram).exists()


@pytest.mark.parametrize(
    ("anders", "aantal"),
    [
        pytest.param({"einddatum": date(2027, 6, 1)}, 1, id="dag-te-lang"),
        pytest.param(
            {"product_code": "logeren", "einddatum": date(2027, 2, 28), "aantal_per_week": 1},
            1,
            id="geen-contract",
        ),
        pytest.param({"einddatum": None}, 1, id="geen-einddatum"),
        pytest.param({"product_code": "logeren", "einddatum": date(2028, 1, 1)}, 3, id="drie-redenen"),
    ],
)
def test_refused_akkoord_changes_nothing(wereld, opgave, anders, aantal):
    with pytest.raises(Geweigerd) as geweigerd:
        grant(wereld, replace(opgave, **anders))

    assert len(geweigerd.value.oordeel.blokkades) == aantal
    assert events() == [Gebeurtenis.GEWEIGERD]
    assert count_akkoorden() == 0


@pytest.mark.parametrize(
    ("start", "fout", "woorden"),
    [
        pytest.param(date(2027, 1, 31), ValidationError, "loopt al een akkoord", id="laatste-dag"),
        pytest.param(date(2027, 2, 1), Geweigerd, "doorgaan is een verlenging", id="dag-erna"),
        pytest.param(date(2027, 2, 2), None, "", id="een-dag-ertussen"),
    ],
)
def test_overlap_is_told_in_the_words_of_the_table(wereld, opgave, start, fout, woorden):
    make_akkoord(wereld)
    nieuw = replace(opgave, startdatum=start, einddatum=date(2027, 6, 30))

    with pytest.raises(fout, match=woorden) if fout else nullcontext():
        grant(wereld, nieuw)

    assert count_akkoorden() == (1 if fout else 2)


def test_after_a_stop_another_provider_may_begin_the_next_day_and_the_same_may_not(wereld, opgave):
    akkoord = make_akkoord(wereld)
    StopZorgFactory(akkoord=akkoord, gestopt_op=akkoord.einddatum)
    erna = replace(opgave, startdatum=date(2027, 2, 1), einddatum=date(2027, 6, 30))

    with pytest.raises(Geweigerd, match="De Linde is gestopt op 31 januari 2027"):
        grant(wereld, erna)
    grant(wereld, replace(erna, aanbieder_id=OrganisatieFactory(naam="De Bron").pk, uitvoerder_id=None))

    assert count_akkoorden() == 2


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.KERNTEAM}))
def test_only_the_kernteam_grants(wereld, opgave, rol):
    with pytest.raises((GeenToegang, ObjectDoesNotExist)):
        grant(wereld, opgave, als=GebruikerFactory(rol=rol))

    assert count_akkoorden() == 0


def test_regisseur_of_the_family_does_not_grant(wereld, opgave):
    with pytest.raises(GeenToegang):
        grant(wereld, opgave, als=wereld.regisseur)


def test_kernteam_of_another_gemeente_sees_nothing(wereld, opgave):
    with pytest.raises(ObjectDoesNotExist):
        grant(wereld, opgave, als=GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN]))


def test_a_child_of_another_family_is_not_found(wereld, opgave):
    ander = PersoonFactory(gezin=GezinFactory())

    with pytest.raises(ObjectDoesNotExist):
        grant(wereld, replace(opgave, jeugdige_id=ander.pk))


def test_somebody_of_another_zorgaanbieder_is_not_let_in(wereld, opgave):
    ander = OrganisatieFactory(naam="De Brug")

    with pytest.raises(ObjectDoesNotExist):
        grant(wereld, replace(opgave, aanbieder_id=ander.pk))
