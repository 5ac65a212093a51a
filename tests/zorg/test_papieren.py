"""The brief van aanbod with its signatures, and the papers of an extension: who writes down what, and when not."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Gezag, Maatregel, Persoon, Wilsbekwaamheid
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.maatregel import last_day_under_age
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.product import Papier
from rondetafel.toegang.context import as_person, as_role
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg import tasks
from rondetafel.zorg.brieven import briefs_of, circle_of, stand_of_brief
from rondetafel.zorg.gegevens import Akkoordopgave, Papieropgave, Tekenopgave
from rondetafel.zorg.models import Brief, Handtekening, Verlengpapier
from rondetafel.zorg.operations import (
    ask_verlenging,
    grant_akkoord,
    grant_verlenging,
    record_brief,
    record_handtekening,
    record_papier,
)
from tests.factories import (
    AkkoordZorgFactory,
    BriefFactory,
    DoelFactory,
    EvaluatieFactory,
    GebruikerFactory,
    GezagFactory,
    HandtekeningFactory,
    MaatregelFactory,
    PersoonFactory,
    VerlengpapierFactory,
    WilsbekwaamheidFactory,
)
from tests.rollen import as_eigenaar
from tests.zorg.wereld import DAG, do, events, make_akkoord, make_rto, make_wereld, running, weighed

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def moeder(wereld):
    with as_eigenaar():
        wereld.noor.geboortedatum = date(2018, 5, 4)
        wereld.noor.save()
    moeder = PersoonFactory(gezin=wereld.gezin, rol="ouder", voornaam="Esther")
    GezagFactory(kind=wereld.noor, volwassene=moeder, van=wereld.noor.geboortedatum)
    return moeder


@pytest.fixture
def backoffice():
    return GebruikerFactory(rol=Rol.BACKOFFICE, naam="Bea Wouters")


def grant(wereld, code="begeleiding-individueel", **anders):
    opgave = Akkoordopgave(
        jeugdige_id=wereld.noor.pk,
        product_code=code,
        aanbieder_id=wereld.linde.pk,
        uitvoerder_id=wereld.bram.pk,
        startdatum=date(2026, 12, 1),
        einddatum=date(2027, 2, 28),
        **weighed(code) | anders,
    )
    return do(grant_akkoord, wereld.gezin.pk, opgave=opgave, als=wereld.kernteam)


def letters(akkoord):
    with as_eigenaar():
        return list(Brief.objects.filter(akkoord=akkoord).order_by("besloten_op", "created_at"))


def sign(brief, persoon, als, op=DAG, namens=""):
    opgave = Tekenopgave(persoon_id=persoon and persoon.pk, namens=namens, getekend_op=op)
    return do(record_handtekening, brief.pk, opgave=opgave, als=als)


def look(akkoord, wie, peildatum=DAG):
    brief = briefs_of(akkoord.pk, wie, peildatum).get()
    return stand_of_brief(brief, circle_of(akkoord), peildatum)


def stand_on(akkoord, als, peildatum):
    with as_person(als, peildatum=peildatum) as wie:
        return look(akkoord, wie, peildatum)


def test_a_letter_keeps_who_must_sign_when_help_is_granted(wereld, moeder, backoffice):
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)

    assert (brief.verstuurd_op, brief.besloten_op) == (None, DAG)
    with as_person(backoffice, peildatum=DAG) as wie:
        stand = look(akkoord, wie)
    assert [(een.naam.split()[0], een.getekend_op) for een in stand.regels] == [("Esther", None)]
    assert "heeft nog niet getekend" in stand.oordeel.redenen[0].tekst


@pytest.mark.parametrize(
    ("dag", "namen"),
    [
        pytest.param(0, ["Esther"], id="laatste-dag-zeventien"),
        pytest.param(1, [], id="achttien"),
    ],
)
def test_a_letter_names_who_decides_by_law_until_eighteen(wereld, moeder, backoffice, dag, namen):
    akkoord = grant(wereld)
    op = last_day_under_age(wereld.noor.geboortedatum) + timedelta(days=dag)

    with as_person(backoffice, peildatum=DAG):
        gevonden = circle_of(akkoord).vertegenwoordigers_on(op)

    assert [naam.split()[0] for naam in gevonden] == namen


def test_sent_and_signed(wereld, moeder, backoffice):
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)

    do(record_brief, akkoord.pk, als=backoffice)
    sign(brief, moeder, backoffice)

    assert "brief-van-aanbod" not in running(akkoord)
    with as_person(backoffice, peildatum=DAG) as wie:
        assert look(akkoord, wie).rond_op == DAG
    assert events()[-2:] == [Gebeurtenis.BRIEF_VERSTUURD, Gebeurtenis.HANDTEKENING_VASTGELEGD]


def test_only_who_must_sign_does_and_only_once(wereld, moeder, backoffice):
    (brief,) = letters(grant(wereld))

    with pytest.raises(Geweigerd, match="tekent Noor"):
        sign(brief, wereld.noor, backoffice)
    with pytest.raises(Geweigerd):
        sign(brief, moeder, backoffice, op=date(2026, 11, 15))  # before it was decided
    sign(brief, moeder, backoffice)
    with pytest.raises(ValidationError):
        sign(brief, moeder, backoffice)
    with pytest.raises(GeenToegang):
        sign(brief, moeder, wereld.kernteam)


def test_an_unsigned_letter_follows_the_facts_to_the_day(wereld, moeder, backoffice):
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)
    vader = PersoonFactory(gezin=wereld.gezin, rol="ouder", voornaam="Ron")
    GezagFactory(kind=wereld.noor, volwassene=vader, van=date(2026, 11, 20))

    def names(dag):
        stand = stand_on(akkoord, backoffice, dag)
        return [een.naam.split()[0] for een in stand.regels], [naam.split()[0] for naam, _ in stand.anders]

    assert names(date(2026, 11, 19)) == (["Esther"], [])
    assert names(date(2026, 11, 20)) == (["Esther", "Ron"], ["Ron"])
    with pytest.raises(Geweigerd, match="tekent Ron"):
        sign(brief, vader, backoffice, op=DAG)


@pytest.mark.parametrize("is_voogdij", [True, False])
def test_the_letter_knows_of_voogdij_and_capacity_that_the_backoffice_does_not_read(
    wereld, moeder, backoffice, is_voogdij
):
    akkoord = grant(wereld)
    met_twaalf = date(2026, 11, 17)
    with as_eigenaar():
        if is_voogdij:
            Gezag.objects.update(tot=DAG)
            MaatregelFactory(persoon=wereld.noor, soort="voogdij", van=met_twaalf, tot=None)
        else:
            wereld.noor.geboortedatum = date(2013, 5, 4)
            wereld.noor.save()
            WilsbekwaamheidFactory(persoon=wereld.noor, oordeel="niet", van=met_twaalf)

    gisteren, vandaag = (stand_on(akkoord, backoffice, dag) for dag in (DAG, met_twaalf))
    anders = [(naam.split()[0], een.tekent) for naam, een in vandaag.anders]

    if is_voogdij:
        assert [een.naam.split()[0] for een in gisteren.regels] == ["Esther"]
        assert anders == [("de", True), ("Esther", False)]
    else:
        assert {een.naam.split()[0] for een in gisteren.regels} == {"Noor", "Esther"}
        assert [een.naam.split()[0] for een in vandaag.regels] == ["Esther"]
    with as_person(backoffice, peildatum=DAG):
        assert not Maatregel.objects.exists() and not Wilsbekwaamheid.objects.exists()
    with as_person(GebruikerFactory(rol=Rol.GEMEENTE), peildatum=DAG):
        assert facts_of(akkoord) == []


def facts_of(akkoord):
    with connection.cursor() as cursor:
        cursor.execute("select soort from tekenfeiten(%s)", [akkoord.pk])
        return cursor.fetchall()


def test_a_complete_letter_stays_as_it_was(wereld, moeder, backoffice):
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)
    sign(brief, moeder, backoffice)
    with as_eigenaar():
        Gezag.objects.update(tot=date(2026, 11, 1))
    WilsbekwaamheidFactory(persoon=wereld.noor, oordeel="niet", van=date(2026, 11, 1))

    stand = stand_on(akkoord, backoffice, date(2026, 12, 1))

    assert (stand.rond_op, stand.anders) == (DAG, ())
    assert [(een.naam.split()[0], een.getekend_op) for een in stand.regels] == [("Esther", DAG)]
    with as_person(backoffice, peildatum=DAG):
        assert facts_of(akkoord) == []


@pytest.mark.parametrize("bewaart", ["nacht", "verzending"])
@pytest.mark.parametrize("feit", ["gezag-eindigt", "kan-niet-afwegen"])
def test_a_letter_complete_by_the_day_alone_is_kept_on_that_day(
    wereld, moeder, backoffice, settings, feit, bewaart
):
    morgen, overmorgen = date(2026, 11, 17), date(2026, 11, 18)
    with as_eigenaar():
        if feit == "gezag-eindigt":
            vader = PersoonFactory(gezin=wereld.gezin, rol="ouder", voornaam="Ron")
            GezagFactory(kind=wereld.noor, volwassene=vader, van=date(2018, 5, 4), tot=morgen)
        else:
            Persoon.objects.filter(pk=wereld.noor.pk).update(geboortedatum=date(2013, 5, 4))
            WilsbekwaamheidFactory(persoon=wereld.noor, oordeel="niet", van=overmorgen)
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)
    sign(brief, moeder, backoffice)

    def keep(dag):
        settings.VANDAAG = dag
        with as_role("systeem", peildatum=dag):
            tasks.keep_brieven(timestamp=0)
        return letters(akkoord)[0].rond_op

    assert keep(morgen) is None
    if bewaart == "verzending":
        do(record_brief, akkoord.pk, als=backoffice, peildatum=overmorgen)
        assert letters(akkoord)[0].rond_op == overmorgen
    assert keep(overmorgen) == overmorgen
    assert events().count(Gebeurtenis.BRIEF_ROND) == (bewaart == "nacht")
    with as_eigenaar():  # what is found out afterwards changes nothing any more
        Gezag.objects.update(tot=None)
        Wilsbekwaamheid.objects.update(van=date(2026, 12, 1))
    stand = stand_on(akkoord, backoffice, date(2026, 12, 1))
    assert ([een.naam.split()[0] for een in stand.regels], stand.anders) == (["Esther"], ())


def test_a_letter_is_sent_once(wereld, backoffice):
    akkoord = grant(wereld)
    do(record_brief, akkoord.pk, als=backoffice)

    with pytest.raises(ObjectDoesNotExist):
        do(record_brief, akkoord.pk, als=backoffice)


def test_treatment_after_an_onderzoek_has_no_letter(wereld):
    with as_eigenaar():
        wereld.linde.producten = ["behandeling-individueel"]
        wereld.linde.save()
    AkkoordZorgFactory(jeugdige=wereld.noor, product_code="onderzoek-behandeling")
    akkoord = grant(wereld, "behandeling-individueel", has_diagnose=True, has_observatie=True)

    assert letters(akkoord) == []
    assert "brief-van-aanbod" not in running(akkoord)


def test_an_extension_has_a_letter_of_its_own(wereld, moeder, backoffice):
    akkoord = make_akkoord(wereld)
    make_rto(wereld)
    verlenging = do(
        ask_verlenging, akkoord.pk, tot=date(2027, 4, 30), motivering="Nog niet klaar.", als=wereld.bram
    )
    do(grant_verlenging, verlenging.pk, gelezen=1, als=wereld.kernteam)

    (brief,) = letters(akkoord)
    assert (brief.verlenging_id, brief.tot) == (verlenging.pk, date(2027, 4, 30))
    assert running(akkoord)["brief-van-aanbod"] == date(2026, 11, 23)


def test_papers_come_in_one_by_one(wereld):
    akkoord = AkkoordZorgFactory(jeugdige=wereld.noor, aanbieder=wereld.linde, uitvoerder=wereld.bram)
    opgave = Papieropgave(papier=Papier.PLAN_VAN_AANPAK, van_dag=date(2026, 11, 9))

    papier = do(record_papier, akkoord.pk, opgave=opgave, als=wereld.regisseur)

    assert (papier.was, papier.ingeleverd_op, papier.ingeleverd_door_id) == (
        akkoord.einddatum,
        DAG,
        wereld.regisseur.pk,
    )
    assert events() == [Gebeurtenis.PAPIER_INGELEVERD]
    with pytest.raises(ValidationError):
        do(record_papier, akkoord.pk, opgave=opgave, als=wereld.regisseur)
    with pytest.raises(GeenToegang):
        do(record_papier, akkoord.pk, opgave=opgave, als=wereld.kernteam)


def test_paper_of_tomorrow_did_not_come_in_today(wereld):
    akkoord = AkkoordZorgFactory(jeugdige=wereld.noor)
    morgen = Papieropgave(papier=Papier.EVALUATIE, van_dag=date(2026, 11, 17))

    with pytest.raises(ValidationError):
        do(record_papier, akkoord.pk, opgave=morgen, als=wereld.regisseur)


def test_what_was_weighed_is_kept_with_the_rules_of_that_day(wereld):
    akkoord = grant(wereld, aantal_per_week=2)

    assert akkoord.overwogen == list(weighed("begeleiding-individueel")["overwogen"])
    assert (akkoord.aantal_per_week, akkoord.eenheid) == (2, "contactmoment")
    assert any(naam.startswith("productportfolio") for naam in akkoord.catalogus)
    assert akkoord.oordeel["feiten"]["Waarom dat niet genoeg is"] == akkoord.motivering


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("akkoord_number_has_a_unit", lambda: AkkoordZorgFactory(aantal_per_week=2)),
        ("akkoord_number_has_a_unit", lambda: AkkoordZorgFactory(aantal_per_week=0, eenheid="dagdeel")),
        ("akkoord_in_place_of_school_is_counted", lambda: AkkoordZorgFactory(in_plaats_van_onderwijs=True)),
        ("akkoord_passed_over_with_a_reason", lambda: AkkoordZorgFactory(overwogen=["gebied"])),
        ("akkoord_rto_is_agreed_at_start", lambda: AkkoordZorgFactory(rto_bij_start=True)),
        ("akkoord_rto_after_start", lambda: AkkoordZorgFactory(rto_op=date(2026, 7, 31))),
        (
            "verlengpapier_is_written_before_it_comes",
            lambda: VerlengpapierFactory(van_dag=date(2026, 11, 17)),
        ),
        ("brief_sent_has_day_and_person", lambda: BriefFactory(verstuurd_op=DAG)),
        ("handtekening_of_a_person_or_in_a_name", lambda: HandtekeningFactory(persoon=None)),
        ("handtekening_of_a_person_or_in_a_name", lambda: HandtekeningFactory(namens="Iris")),
        ("handtekening_is_put_before_it_is_kept", lambda: HandtekeningFactory(getekend_op=DAG)),
    ],
)
def test_database_refuses(name, make):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()


@pytest.mark.parametrize("model", [Verlengpapier, Brief, Handtekening])
def test_another_regisseur_sees_nothing(wereld, model):
    akkoord = make_akkoord(wereld)
    HandtekeningFactory(brief=BriefFactory(akkoord=akkoord))

    for als, ziet in ((wereld.regisseur, True), (GebruikerFactory(rol=Rol.REGISSEUR), False)):
        with as_person(als, peildatum=DAG):
            assert model.objects.exists() is ziet


@pytest.mark.usefixtures("klok")
def test_pages_of_letter_and_paper(client, wereld, moeder, backoffice):
    akkoord = grant(wereld)
    (brief,) = letters(akkoord)
    client.force_login(backoffice)
    adres = reverse("zorg:brief", args=[akkoord.pk])
    assert "heeft gezag" in client.get(adres).content.decode()

    teken = reverse("zorg:tekenen", args=[brief.pk])
    te_vroeg = client.post(teken, {"persoon": str(moeder.pk), "getekend_op": "15-11-2026"})
    assert te_vroeg.status_code == 422
    assert client.post(teken, {"persoon": str(moeder.pk), "getekend_op": "16-11-2026"}).status_code == 302
    assert "Iedereen heeft getekend" in client.get(adres).content.decode()

    client.force_login(wereld.regisseur)
    papier = reverse("zorg:papier", args=[akkoord.pk])
    assert client.post(papier, {"papier": "evaluatie", "van_dag": "16-11-2026"}).status_code == 302
    assert (
        "ingeleverd op 16 november 2026"
        in client.get(reverse("zorg:verlengen", args=[akkoord.pk])).content.decode()
    )


@pytest.mark.usefixtures("klok")
def test_an_evaluation_in_the_plan_is_not_handed_in_again(client, wereld):
    akkoord = AkkoordZorgFactory(jeugdige=wereld.noor)
    doel = DoelFactory(plan__gezin=wereld.gezin, voor=wereld.noor)
    EvaluatieFactory(doel=doel, geevalueerd_op=date(2026, 10, 1))
    EvaluatieFactory(doel=doel, geevalueerd_op=date(2026, 7, 31))  # of before this help began
    client.force_login(wereld.regisseur)

    pagina = client.get(reverse("zorg:verlengen", args=[akkoord.pk]))

    assert pagina.context["stand"].looptijd.evaluaties == (date(2026, 10, 1),)
    assert "staat in het plan" in pagina.content.decode()
    assert "Nog niet ingeleverd: plan van aanpak" in pagina.content.decode()
