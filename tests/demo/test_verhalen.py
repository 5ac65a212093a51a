"""Every story is there, and stands where it says: who decides, who reads along, and what is due."""

from datetime import timedelta

import pytest
from stdnum.nl import bsn as elfproef

from rondetafel.gezinnen.models import (
    Adres,
    Burgerservicenummer,
    Deelvraag,
    Gezag,
    Gezin,
    Maatregel,
    Persoon,
)
from rondetafel.gezinsplan.models import Doel, Gezinsplan
from rondetafel.gezinsplan.queries.doelen import as_smart
from rondetafel.instroom.models import Aanmelding, Stand
from rondetafel.kern.bsn import decrypt_bsn
from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.platform.demo.laden import NietLeeg, load_stories
from rondetafel.platform.demo.personen import PERSONEN, WACHTWOORD
from rondetafel.regels.doelen import Tafelgenoot, Vaststelling, assess_vaststelling
from rondetafel.regels.leeftijd import age_on, birthday_of
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Gebruiker
from rondetafel.zorg.models import AkkoordZorg, StopZorg, Verlenging
from rondetafel.zorg.operations import ask_verlenging
from tests.conftest import PEILDATUM
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def _as_eigenaar(decor):
    with as_eigenaar():
        yield


def gezin(nummer):
    return Gezin.objects.get(nummer=nummer)


def kind(voornaam):
    return Persoon.objects.get(voornaam=voornaam, rol="kind")


def families_seen_by(sleutel, decor, peildatum=PEILDATUM):
    with as_person(decor.accounts[sleutel], peildatum=peildatum) as wie:
        return set(Gezin.objects.visible_to(wie, peildatum).values_list("nummer", flat=True))


def test_there_are_twelve_families_with_the_first_numbers():
    assert sorted(Gezin.objects.values_list("nummer", flat=True)) == list(range(1, 13))


def test_story_1_parents_live_apart_and_no_rto_was_held():
    noor = kind("Noor")
    akkoord = noor.akkoorden.get()

    assert noor.gezin.nummer == 1
    assert age_on(noor.geboortedatum, PEILDATUM) == 13
    assert Gezag.objects.filter(kind=noor).count() == 2
    assert len(set(Adres.objects.filter(gezin=noor.gezin).values_list("straat", flat=True))) == 2
    assert akkoord.product_code == "begeleiding-individueel"
    assert PEILDATUM < akkoord.einddatum < PEILDATUM + 10 * WEEK
    assert not Overleg.objects.filter(gezin=noor.gezin, soort=OverlegSoort.RTO).exists()
    assert Gezinsplan.objects.get(gezin=noor.gezin).doelen.count() == 2


def test_story_1_can_not_be_extended_yet_and_the_rules_say_why(decor):
    akkoord = kind("Noor").akkoorden.get()
    with (
        pytest.raises(Geweigerd) as geweigerd,
        as_person(decor.accounts["tom"], peildatum=PEILDATUM) as tom,
    ):
        ask_verlenging(
            akkoord.pk,
            tot=akkoord.einddatum + 8 * WEEK,
            motivering="Nog even doorgaan.",
            door=tom,
            peildatum=PEILDATUM,
        )

    assert "nog geen RTO gehouden" in str(geweigerd.value.oordeel.redenen)


def test_story_2_has_a_secret_address():
    assert set(Adres.objects.filter(gezin=gezin(2)).values_list("geheim", flat=True)) == {"ja"}
    assert Gezag.objects.filter(gezin=gezin(2)).count() == 1


def test_story_3_father_had_gezag_and_no_longer_reads(decor):
    ruud = Persoon.objects.get(voornaam="Ruud")

    assert all(een.tot < PEILDATUM for een in Gezag.objects.filter(volwassene=ruud))
    assert families_seen_by("ruud", decor) == set()
    assert families_seen_by("ruud", decor, PEILDATUM - 60 * WEEK) == {3}


def test_story_4_has_a_gecertificeerde_instelling_as_voogd():
    maatregelen = Maatregel.objects.filter(gezin=gezin(4)).select_related("stoel")

    assert not Gezag.objects.filter(gezin=gezin(4)).exists()
    assert [(een.soort, een.stoel.naam) for een in maatregelen] == [("voogdij", "Renate Tielens")]


def test_the_jeugdbeschermer_reads_where_a_measure_runs(decor):
    toezicht = Maatregel.objects.get(gezin=gezin(2))

    assert families_seen_by("renate", decor) == {2, 4}
    assert families_seen_by("renate", decor, toezicht.tot + timedelta(days=1)) == {4}


def test_story_5_turns_sixteen_in_a_week_and_his_mother_reads_until_then(decor):
    zestien = birthday_of(kind("Thijs").geboortedatum, 16)

    assert zestien == PEILDATUM + WEEK
    assert families_seen_by("karin", decor, zestien - timedelta(days=1)) == {5}
    assert families_seen_by("karin", decor, zestien) == set()
    assert families_seen_by("thijs", decor, zestien) == {5}


def test_story_6_is_a_baby():
    assert (PEILDATUM - kind("Liv").geboortedatum).days == 49


def test_story_7_has_three_zorgaanbieders_an_rto_and_a_request():
    akkoorden = AkkoordZorg.objects.filter(gezin=gezin(7))

    assert len(set(akkoorden.values_list("aanbieder_id", flat=True))) == 3
    assert Overleg.objects.filter(gezin=gezin(7), soort=OverlegSoort.RTO, is_totaal_besproken=True).exists()
    assert Verlenging.objects.get().stand == "gevraagd"


def test_story_8_is_one_treatment_with_one_goal_and_only_she_reads(decor):
    akkoorden = AkkoordZorg.objects.filter(gezin=gezin(8)).order_by("startdatum")
    assert [een.product_code for een in akkoorden] == ["onderzoek-ggz-01", "behandeling-individueel-ggz"]
    assert Gezinsplan.objects.get(gezin=gezin(8)).doelen.count() == 1
    assert families_seen_by("marit", decor) == {8}


def test_story_9_speaks_arabic():
    assert set(Persoon.objects.filter(gezin=gezin(9), rol="ouder").values_list("taal", flat=True)) == {"ar"}


def test_story_9_has_maatwerk_within_school_with_its_own_timetable():
    akkoord = kind("Omar").akkoorden.get()

    assert (akkoord.product_code, akkoord.grond) == ("begeleiding-individueel-maatwerk", "onderwijs")
    assert timedelta(0) <= akkoord.einddatum - akkoord.rto_op <= timedelta(days=6)
    assert Overleg.objects.filter(gezin=gezin(9), soort=OverlegSoort.RTO, gepland_op=akkoord.rto_op).exists()
    assert set(Termijn.objects.filter(betreft_id=akkoord.pk).values_list("regel", flat=True)) >= {
        "maatwerk-rto",
        "maatwerk-papieren",
    }


def test_story_10_turns_twelve_soon_and_does_not_read_yet(decor):
    assert birthday_of(kind("Daan").geboortedatum, 12) == PEILDATUM + 3 * WEEK
    assert families_seen_by("daan", decor) == set()


def test_story_11_stopped_well():
    stop = StopZorg.objects.get()

    assert (stop.gezin.nummer, stop.gas_score, stop.reden) == (11, 1, "01")
    assert stop.akkoord.einddatum == stop.gestopt_op < stop.was_tot


def test_story_12_waits_for_the_kernteam_and_two_others_have_no_dossier():
    standen = Aanmelding.objects.exclude(stand=Stand.BESLOTEN).values_list("gezin__nummer", "stand")

    assert set(standen) == {(12, Stand.INSTROOM), (None, Stand.NIEUW), (None, Stand.WACHT)}


def test_adopted_plans_are_plans_that_the_rules_would_adopt():
    for plan in Gezinsplan.objects.filter(vastgesteld_op__isnull=False):
        tafel = plan.gezin.betrokkene_set.filter(van__lte=plan.vastgesteld_op)
        oordeel = assess_vaststelling(
            Vaststelling(
                doelen=tuple(as_smart(doel, doel.acties.count()) for doel in plan.doelen.all()),
                tafel=tuple(Tafelgenoot(rol=een.relatie, naam=een.naam) for een in tafel),
            )
        )
        assert oordeel.is_akkoord, oordeel.redenen


def test_everybody_reads_only_the_families_they_belong_to(decor):
    gezien = {
        sleutel: families_seen_by(sleutel, decor)
        for sleutel in (
            "noor",
            "samira",
            "peter",
            "ria",
            "esra",
            "emir",
            "els",
            "joris",
            "tom",
            "yasmina",
            "kees",
        )
    }

    assert {gezien.pop(sleutel) == {1} for sleutel in ("noor", "samira", "peter", "ria")} == {True}
    assert gezien == {
        "esra": {7},
        "emir": {7},
        "els": {1, 2, 5, 7, 10},
        "joris": {3, 4, 6, 8, 9, 11},
        "tom": {1, 5, 7, 9},
        "yasmina": {2, 7, 8, 9},
        "kees": {4, 7},
    }


def test_every_number_is_of_the_test_range_and_passes_the_elfproef():
    nummers = [decrypt_bsn(een.versleuteld) for een in Burgerservicenummer.objects.all()]

    assert len(nummers) == Persoon.objects.filter(rol="kind").count()
    assert all(nummer.startswith("9999") and elfproef.is_valid(nummer) for nummer in nummers)


def test_running_terms_are_not_long_overdue():
    vervallen = Termijn.objects.asking_on(PEILDATUM).values_list("vervalt_op", flat=True)

    assert len(vervallen) > 15
    assert min(vervallen) > PEILDATUM - 3 * WEEK


def test_the_logboek_tells_it_in_the_past():
    momenten = Logregel.objects.filter(gezin_id=gezin(1).pk).order_by("at").values_list("at", flat=True)

    assert momenten[0].date() < PEILDATUM - 20 * WEEK
    assert momenten.last().date() == PEILDATUM


def test_a_neighbour_waits_for_the_father_and_gets_no_mail_before_he_answered(decor):
    vraag = Deelvraag.objects.get(betrokkene__naam="Fatma Yilmaz")

    assert vraag.stand == "open"
    assert {een.beslisser.voornaam for een in vraag.antwoorden.all()} == {"Noor", "Samira"}
    assert not Post.objects.filter(aan="fatma@demo.example").exists()
    assert Gebruiker.objects.get(email="fatma@demo.example").has_usable_password() is False


def test_oma_reads_about_noor_until_the_eve_of_sixteen_and_not_about_adam(decor):
    noor = kind("Noor")
    zestien = birthday_of(noor.geboortedatum, 16)

    assert families_seen_by("ria", decor, zestien - timedelta(days=1)) == {1}
    assert families_seen_by("ria", decor, zestien) == set()
    with as_person(decor.accounts["ria"], peildatum=PEILDATUM) as ria:
        assert set(Doel.objects.visible_to(ria, PEILDATUM).values_list("voor__voornaam", flat=True)) <= {
            "Noor",
            None,
        }
        assert not AkkoordZorg.objects.visible_to(ria, PEILDATUM).exists()
    assert Deelvraag.objects.get(persoon__voornaam="Adam").stand == "geweigerd"


def test_everybody_logs_in_with_the_password_of_the_demo():
    assert {een.email for een in Gebruiker.objects.all()} >= {persona.email for persona in PERSONEN}
    assert Gebruiker.objects.get(email="noor@demo.example").check_password(WACHTWOORD)


def test_a_second_time_is_refused():
    with pytest.raises(NietLeeg):
        load_stories(PEILDATUM)
