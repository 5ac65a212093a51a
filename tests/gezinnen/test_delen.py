"""Consent: everyone who decides says yes or nothing opens; one no closes; and a fact that changes turns rights."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from rondetafel.gezinnen.gegevens import (
    Antwoordopgave,
    Doorbraakopgave,
    Gezagseinde,
    Informatieopgave,
    Wilsopgave,
)
from rondetafel.gezinnen.models import (
    Deelantwoord,
    Deelstand,
    Deelvraag,
    Doorbraak,
    Groep,
    Wijze,
    Wilsoordeel,
)
from rondetafel.gezinnen.operations import (
    answer_deelvraag,
    close_inzage,
    complete_verjaardag,
    correct_geboortedatum,
    decide_deelvraag,
    record_deelantwoord,
    record_informatie,
    record_wilsoordeel,
    stop_gezag,
    withdraw_toestemming,
)
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.zorg.models import AkkoordZorg
from tests.factories import (
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DoelFactory,
    GebruikerFactory,
    PersoonFactory,
)
from tests.gezinnen.wereld import Thuis, do
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
EEN_DAG = timedelta(days=1)
pytestmark = pytest.mark.django_db


def last_event():
    with as_eigenaar():
        return Logregel.objects.latest("at").gebeurtenis


def stand(vraag):
    with as_eigenaar():
        return Deelvraag.objects.get(pk=vraag.pk).stand


def test_nothing_opens_before_both_parents_said_yes_and_then_the_invitation_leaves():
    thuis = Thuis()
    vraag = thuis.ask()
    eerste, tweede = thuis.ouders
    thuis.answer(vraag, eerste)
    with as_eigenaar():
        brieven = Post.objects.filter(aan="oma@voorbeeld.example").count()

    assert (stand(vraag), thuis.open_days(vraag), brieven) == (Deelstand.OPEN, [], 0)

    thuis.answer(vraag, tweede)

    assert stand(vraag) == Deelstand.GEGEVEN
    # The twelfth birthday is 4 May 2028: then the child decides as well.
    assert thuis.open_days(vraag) == [(DAG, date(2028, 5, 3))]
    assert last_event() == Gebeurtenis.DEELVRAAG_BEANTWOORD
    with as_eigenaar():
        assert Post.objects.filter(aan="oma@voorbeeld.example").count() == 1


@pytest.mark.parametrize(
    ("delen", "ziet_doelen", "ziet_hulp"),
    [({Onderdeel.PLAN}, True, False), ({Onderdeel.ZORG}, False, True)],
)
def test_a_consented_tie_opens_that_part_of_that_child_in_both_fences(delen, ziet_doelen, ziet_hulp):
    thuis = Thuis()
    zusje = PersoonFactory(gezin=thuis.gezin, voornaam="Sam")
    plan = DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind).plan
    DoelFactory(plan=plan, voor=zusje)
    for kind in (thuis.kind, zusje):
        AkkoordZorgFactory(jeugdige=kind)
    vraag = thuis.ask(*delen)
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)
    with as_eigenaar():
        oma = Band.objects.get(grond_id=vraag.pk).gebruiker

    with as_person(oma, peildatum=DAG) as wie:
        doelen = set(Doel.objects.values_list("voor_id", flat=True))
        hulp = set(AkkoordZorg.objects.values_list("jeugdige_id", flat=True))
        assert doelen == set(Doel.objects.visible_to(wie, DAG).values_list("voor_id", flat=True))
        assert doelen == ({thuis.kind.pk} if ziet_doelen else set())
        assert hulp == ({thuis.kind.pk} if ziet_hulp else set())


def test_one_no_closes_what_waited():
    thuis = Thuis()
    vraag = thuis.ask()
    thuis.answer(vraag, thuis.ouders[0])

    thuis.answer(vraag, thuis.ouders[1], is_ja=False)

    assert (stand(vraag), thuis.open_days(vraag)) == (Deelstand.GEWEIGERD, [])
    with pytest.raises(Deelvraag.DoesNotExist):
        thuis.answer(vraag, thuis.ouders[1])


def test_any_who_decides_takes_it_back_at_once():
    thuis = Thuis()
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)

    do(withdraw_toestemming, vraag.pk, als=thuis.accounts[thuis.ouders[1].pk])

    assert stand(vraag) == Deelstand.INGETROKKEN
    assert thuis.open_days(vraag) == [(DAG, DAG - EEN_DAG)]
    assert last_event() == Gebeurtenis.TOESTEMMING_INGETROKKEN


def test_at_twelve_it_shuts_until_the_child_says_yes_too():
    geboren = date(2014, 11, 17)
    thuis = Thuis(geboren=geboren)
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)
    assert thuis.open_days(vraag) == [(DAG, DAG)]

    twaalf = DAG + EEN_DAG
    with as_eigenaar():
        assert Deelvraag.objects.get(pk=vraag.pk).waits_on(twaalf)
        thuis.accounts[thuis.kind.pk] = BandFactory(
            gezin=thuis.gezin, hoedanigheid=Hoedanigheid.JEUGDIGE, persoon_id=thuis.kind.pk, van=twaalf
        ).gebruiker
        thuis.kind.betrokkene.gebruiker = thuis.accounts[thuis.kind.pk]
        thuis.kind.betrokkene.save()
    thuis.answer(vraag, thuis.kind, op=twaalf)

    assert thuis.open_days(vraag) == [(DAG, DAG), (twaalf, date(2030, 11, 16))]


def test_at_sixteen_the_young_person_alone_lets_a_parent_read():
    thuis = Thuis(geboren=date(2010, 11, 16))
    thuis.oma = BetrokkeneFactory(
        gezin=thuis.gezin, groep=Groep.GEZIN, naam="Moeder", persoon=PersoonFactory(gezin=thuis.gezin, ouder=True),
        email="moeder@voorbeeld.example",
    )  # fmt: skip
    vraag = thuis.ask(Onderdeel.PLAN, Onderdeel.ZORG)

    thuis.answer(vraag, thuis.kind)

    with as_eigenaar():
        band = Band.objects.get(grond_id=vraag.pk)
    assert (band.hoedanigheid, band.grond, band.persoon_id, band.tot) == (
        Hoedanigheid.OUDER,
        Grond.TOESTEMMING,
        thuis.kind.pk,
        None,
    )
    assert band.onderdelen == ["gezin", "plan", "zorg"]


def test_who_decides_and_asks_says_yes_by_asking():
    thuis = Thuis(geboren=date(2010, 11, 16))
    with as_eigenaar():
        thuis.oma.gebruiker = GebruikerFactory()
        thuis.oma.save()

    vraag = thuis.ask(als=thuis.accounts[thuis.kind.pk])

    assert stand(vraag) == Deelstand.GEGEVEN


@pytest.mark.parametrize("wie", ["netwerk", "aanbieder", "kernteam"])
def test_who_does_not_decide_neither_asks_nor_answers(wie):
    thuis = Thuis()
    vraag = thuis.ask()
    iemand = BandFactory(gezin=thuis.gezin, hoedanigheid=Hoedanigheid.NETWERK).gebruiker
    if wie != "netwerk":
        iemand = GebruikerFactory(rol=wie)

    with pytest.raises((GeenToegang, Deelvraag.DoesNotExist)):
        do(answer_deelvraag, vraag.pk, is_ja=True, als=iemand)
    with as_eigenaar():
        assert not Deelantwoord.objects.exists()


def test_the_regisseur_writes_down_what_was_said_and_does_not_answer():
    thuis = Thuis()
    vraag = thuis.ask()
    with pytest.raises(GeenToegang):
        do(answer_deelvraag, vraag.pk, is_ja=True, als=thuis.regisseur)

    for ouder in thuis.ouders:
        gezegd = Antwoordopgave(beslisser_id=ouder.pk, is_ja=True, wijze=Wijze.MONDELING)
        do(record_deelantwoord, vraag.pk, antwoord=gezegd, als=thuis.regisseur)

    assert stand(vraag) == Deelstand.GEGEVEN
    with as_eigenaar():
        assert set(Deelantwoord.objects.values_list("door_id", flat=True)) == {thuis.regisseur.pk}


def test_past_the_family_needs_a_reason_and_names_its_ground():
    thuis = Thuis()
    vraag = thuis.ask()
    with pytest.raises(Geweigerd, match="geen reden"):
        leeg = Doorbraakopgave(doorbraak=Doorbraak.RECHTER, reden=" ")
        do(decide_deelvraag, vraag.pk, opgave=leeg, als=thuis.regisseur)

    opgave = Doorbraakopgave(doorbraak=Doorbraak.RECHTER, reden="Rechtbank Limburg, 2 november 2026.")
    do(decide_deelvraag, vraag.pk, opgave=opgave, als=thuis.regisseur)

    with as_eigenaar():
        assert Band.objects.get(grond_id=vraag.pk).grond == Grond.BESLUIT
    with pytest.raises(GeenToegang):
        do(withdraw_toestemming, vraag.pk, als=thuis.accounts[thuis.ouders[0].pk])


def test_stopping_a_reader_stops_their_consents():
    thuis = Thuis()
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)

    do(close_inzage, thuis.oma.pk, als=thuis.regisseur)

    assert (stand(vraag), thuis.open_days(vraag)) == (Deelstand.INGETROKKEN, [(DAG, DAG - EEN_DAG)])


def ties_about(account, persoon):
    with as_eigenaar():
        banden = Band.objects.filter(gebruiker=account, persoon_id=persoon.pk).exclude(tot__lt=DAG)
        return list(banden.values_list("tot", flat=True))


def test_the_end_of_gezag_ends_reading_at_once_and_leaves_the_other_parent():
    thuis = Thuis()
    moeder, vader = thuis.ouders
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)

    do(stop_gezag, thuis.gezag[1].pk, tot=DAG - EEN_DAG, reden=Gezagseinde.RECHTER, als=thuis.regisseur)

    assert ties_about(thuis.accounts[vader.pk], thuis.kind) == []
    assert ties_about(thuis.accounts[vader.pk], vader) == []
    assert ties_about(thuis.accounts[moeder.pk], thuis.kind) == [date(2032, 5, 3)]
    # The one who still decides had said yes.
    assert stand(vraag) == Deelstand.GEGEVEN
    assert last_event() == Gebeurtenis.GEZAG_GESTOPT


def test_a_corrected_day_of_birth_moves_ties_consents_and_birthdays():
    thuis = Thuis()
    moeder, _vader = thuis.ouders
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)

    do(correct_geboortedatum, thuis.kind.pk, gelezen=1, geboortedatum=date(2016, 2, 29), als=thuis.regisseur)

    assert ties_about(thuis.accounts[moeder.pk], thuis.kind) == [date(2032, 2, 28)]
    assert thuis.open_days(vraag) == [(DAG, date(2028, 2, 28))]
    with as_eigenaar():
        lopend = Termijn.objects.running().filter(betreft_id=thuis.kind.pk)
        assert dict(lopend.values_list("regel", "vervalt_op")) == {
            "verjaardag-12": date(2028, 2, 28),
            "verjaardag-16": date(2032, 2, 28),
            "verjaardag-18": date(2034, 2, 28),
        }


def test_a_child_that_turns_out_to_be_twelve_is_asked_as_well():
    thuis = Thuis()
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)

    do(correct_geboortedatum, thuis.kind.pk, gelezen=1, geboortedatum=date(2014, 5, 4), als=thuis.regisseur)

    assert (stand(vraag), thuis.open_days(vraag)) == (Deelstand.OPEN, [(DAG, DAG - EEN_DAG)])


def test_who_cannot_decide_is_represented_until_eighteen():
    thuis = Thuis(geboren=date(2012, 5, 4))
    moeder, _vader = thuis.ouders
    opgave = Wilsopgave(
        oordeel=Wilsoordeel.NIET, beoordeeld_door="jeugdarts", grond="Begrijpt het niet.", vertegenwoordiger_id=None
    )  # fmt: skip

    do(record_wilsoordeel, thuis.kind.pk, opgave=opgave, als=thuis.regisseur)

    assert ties_about(thuis.accounts[moeder.pk], thuis.kind) == [date(2030, 5, 3)]
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)
    assert thuis.open_days(vraag) == [(DAG, date(2030, 5, 3))]


def test_what_a_parent_without_gezag_asked_is_written_down_with_a_reason_for_no():
    thuis = Thuis()
    ander = PersoonFactory(gezin=thuis.gezin, ouder=True, voornaam="Ruud")
    feiten = {"gevraagd_op": DAG, "vraag": "Hoe gaat het?", "is_gegeven": False, "verteld": ""}

    for ouder, reden, waarom in ((ander, "", "waarom niet"), (thuis.ouders[0], "Te druk", "heeft gezag")):
        with pytest.raises(Geweigerd, match=waarom):
            opgave = Informatieopgave(ouder_id=ouder.pk, reden=reden, **feiten)
            do(record_informatie, thuis.kind.pk, opgave=opgave, als=thuis.regisseur)
    opgave = Informatieopgave(ouder_id=ander.pk, reden="Het is nu niet goed voor het kind.", **feiten)
    do(record_informatie, thuis.kind.pk, opgave=opgave, als=thuis.regisseur)

    assert last_event() == Gebeurtenis.OUDER_GEINFORMEERD
    assert ties_about(GebruikerFactory(), thuis.kind) == []


def test_a_parent_without_gezag_is_not_asked_for():
    thuis = Thuis()
    thuis.oma = BetrokkeneFactory(
        gezin=thuis.gezin, groep=Groep.GEZIN, naam="Ruud", persoon=PersoonFactory(gezin=thuis.gezin, ouder=True),
        email="ruud@voorbeeld.example",
    )  # fmt: skip

    with pytest.raises(Geweigerd, match="heeft geen gezag over Noor"):
        thuis.ask()


def test_a_talk_about_a_birthday_meets_the_duty():
    thuis = Thuis()
    do(correct_geboortedatum, thuis.kind.pk, gelezen=1, geboortedatum=date(2014, 12, 1), als=thuis.regisseur)

    do(complete_verjaardag, thuis.kind.pk, leeftijd=12, als=thuis.regisseur)

    with as_eigenaar():
        lopend = Termijn.objects.running().filter(betreft_id=thuis.kind.pk)
        assert set(lopend.values_list("regel", flat=True)) == {"verjaardag-16", "verjaardag-18"}


def test_a_parent_opens_no_other_tie_in_the_database_than_on_consent_about_their_child():
    thuis = Thuis()
    zusje = PersoonFactory(gezin=thuis.gezin, voornaam="Sam")
    vreemde = GebruikerFactory()
    vast = {
        "gebruiker_id": vreemde.pk,
        "gezin_id": thuis.gezin.pk,
        "gemeente_id": thuis.gezin.gemeente_id,
        "hoedanigheid": Hoedanigheid.NETWERK,
        "grond": Grond.TOESTEMMING,
        "persoon_id": thuis.kind.pk,
        "onderdelen": ["gezin"],
        "van": DAG,
    }
    with as_person(thuis.accounts[thuis.ouders[0].pk], peildatum=DAG):
        for anders in (
            {"persoon_id": None},
            {"persoon_id": zusje.pk},
            {"grond": Grond.REGIE},
            {"hoedanigheid": Hoedanigheid.REGISSEUR},
            {"onderdelen": [], "hoedanigheid": Hoedanigheid.OUDER},
        ):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                Band.objects.create(**vast | anders)
        assert Band.objects.create(**vast)
