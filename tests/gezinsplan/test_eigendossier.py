"""The dossier of one organisation: for its people who work with this family now, and for nobody else at all."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rondetafel.gezinsplan.gegevens import Aantekeningopgave
from rondetafel.gezinsplan.models import Aantekening
from rondetafel.gezinsplan.operations import add_aantekening, correct_aantekening
from rondetafel.kern.models import Logregel
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.eigendossier import Aantekeningvraag, assess_aantekening
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person, load_wie
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AantekeningFactory,
    BandFactory,
    GebruikerFactory,
    LogregelFactory,
    OrganisatieFactory,
    RegieFactory,
)
from tests.gezinsplan.wereld import DAG, make_doel, make_wereld
from tests.huisregels.broncode import modules, read, room_path
from tests.maatregelband import tie_with
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

MOMENT = datetime(2026, 11, 16, 9, tzinfo=UTC)
GISTEREN = DAG - timedelta(days=1)
A, R, GI = Hoedanigheid.AANBIEDER, Hoedanigheid.REGISSEUR, Hoedanigheid.JEUGDBESCHERMER
# Who it is, for which organisation, by which tie with this family, until when; and whether the dossier is theirs.
LEZERS = [
    pytest.param((Rol.AANBIEDER, "De Linde", A, None), True, id="collega-aan-het-werk"),
    pytest.param((Rol.AANBIEDER, "De Linde", A, DAG), True, id="laatste-dag"),
    pytest.param((Rol.AANBIEDER, "De Linde", A, GISTEREN), False, id="tot-gisteren"),
    pytest.param((Rol.AANBIEDER, "De Linde", None, None), False, id="collega-zonder-dit-gezin"),
    pytest.param((Rol.AANBIEDER, "Het Kompas", A, None), False, id="andere-aanbieder-aan-tafel"),
    pytest.param((Rol.AANBIEDER, "", A, None), False, id="zonder-organisatie"),
    pytest.param((Rol.REGISSEUR, "JENS", R, None), False, id="regisseur-van-een-andere-organisatie"),
    pytest.param((Rol.REGISSEUR, "De Linde", R, None), True, id="regisseur-van-deze-organisatie"),
    pytest.param((Rol.JEUGDBESCHERMER, "Het Kompas", GI, DAG), False, id="jeugdbeschermer"),
    pytest.param((Rol.JEUGDBESCHERMER, "De Linde", GI, DAG), True, id="jeugdbeschermer-van-deze-organisatie"),
    pytest.param((Rol.GEZIN, "De Linde", Hoedanigheid.OUDER, None), False, id="ouder-die-er-ook-werkt"),
    pytest.param((Rol.GEZIN, "", Hoedanigheid.JEUGDIGE, None), False, id="jongere"),
    pytest.param((Rol.GEMEENTE, "De Linde", None, None), False, id="gemeente"),
    pytest.param((Rol.BACKOFFICE, "De Linde", None, None), False, id="backoffice"),
    pytest.param((Rol.KERNTEAM, "De Linde", A, None), False, id="kernteam"),
    pytest.param((Rol.AUDITOR, "De Linde", None, None), False, id="auditor"),
]


@pytest.fixture
def wereld():
    return make_wereld()


def person(wereld, rol, organisatie, hoedanigheid, tot):
    """Somebody of an organisation, with or without a tie to the family."""
    werkgever = OrganisatieFactory(naam=organisatie).pk if organisatie else None
    if hoedanigheid is GI:
        gebruiker = tie_with(wereld.gezin, GI, gebruiker__rol=rol).gebruiker
        with as_eigenaar():
            type(gebruiker).objects.filter(pk=gebruiker.pk).update(organisatie_id=werkgever)
        return gebruiker
    gebruiker = GebruikerFactory(rol=rol, organisatie_id=werkgever)
    if hoedanigheid:
        BandFactory(gebruiker=gebruiker, gezin=wereld.gezin, hoedanigheid=hoedanigheid, tot=tot)
    return gebruiker


@pytest.fixture
def bram(wereld):
    return person(wereld, Rol.AANBIEDER, "De Linde", A, None)


def opgave(**anders):
    return Aantekeningopgave(**{"op": DAG, "tekst": "Thuis gesproken met moeder."} | anders)


def write(wereld, als, **anders):
    return do(add_aantekening, wereld.gezin.pk, opgave=opgave(**anders), als=als)


def shown_by_filter(gebruiker):
    """The first fence alone."""
    with as_eigenaar():
        wie = load_wie(gebruiker.pk)
        return Aantekening.objects.visible_to(wie, DAG).exists()


def shown_by_database(gebruiker):
    """The second fence alone."""
    try:
        with transaction.atomic(), as_person(gebruiker, peildatum=DAG):
            return Aantekening.objects.exists()
    except DatabaseError:
        return False


@pytest.mark.django_db
@pytest.mark.parametrize(("wie", "leest"), LEZERS)
def test_both_fences_show_it_to_the_same_people(client, klok, wereld, wie, leest):
    gebruiker = person(wereld, *wie)
    AantekeningFactory(gezin=wereld.gezin)

    assert (shown_by_filter(gebruiker), shown_by_database(gebruiker)) == (leest, leest)
    client.force_login(gebruiker)
    pagina = client.get(reverse("gezinsplan:ons_dossier", args=[wereld.gezin.pk]))
    assert ("rustig gesprek" in pagina.content.decode()) is leest


@pytest.mark.django_db
@pytest.mark.parametrize(("wie", "schrijft"), LEZERS)
def test_database_lets_write_in_the_own_dossier_and_name_only(wereld, wie, schrijft):
    gebruiker, linde = person(wereld, *wie), OrganisatieFactory()

    def goes_in(**anders):
        van = {
            "gezin": wereld.gezin,
            "gemeente": wereld.gezin.gemeente,
            "organisatie": linde,
            "door": gebruiker,
        }
        rij = AantekeningFactory.build(**van | anders)
        try:
            with transaction.atomic(), as_person(gebruiker, peildatum=DAG):
                Aantekening.objects.bulk_create([rij])
            return True
        except DatabaseError:
            return False

    assert goes_in() is schrijft
    assert not goes_in(door=wereld.regisseur)
    assert not goes_in(organisatie=OrganisatieFactory(naam="Zorgboerderij 't Veld"))
    ander = RegieFactory().gezin
    assert not goes_in(gezin=ander, gemeente=ander.gemeente)


@pytest.mark.django_db
def test_database_changes_and_deletes_nothing_and_keeps_a_correction_in_its_dossier(wereld, bram):
    notitie = AantekeningFactory(gezin=wereld.gezin, door=bram)
    for verander in (
        lambda: Aantekening.objects.update(tekst="Anders"),
        lambda: Aantekening.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), as_person(bram, peildatum=DAG):
            verander()
    vreemd = {"gezin": wereld.gezin, "vervangt": notitie}
    for anders in ({"organisatie__naam": "Het Kompas"}, {"stam": notitie.gezin_id}):
        with pytest.raises(DatabaseError), transaction.atomic():
            AantekeningFactory(**vreemd | anders)
    AantekeningFactory(**vreemd)
    with pytest.raises(DatabaseError), transaction.atomic():
        AantekeningFactory(**vreemd)


@pytest.mark.django_db
def test_a_note_is_corrected_by_a_colleague_and_what_stood_there_stays(client, klok, wereld, bram):
    doel = make_doel(wereld, specifiek="Op tijd op school")
    pad = reverse("gezinsplan:ons_dossier", args=[wereld.gezin.pk])
    client.force_login(bram)
    leeg = client.post(pad, {"op": "2026-11-17", "tekst": ""})
    assert (leeg.status_code, "Schrijf een aantekening" in leeg.content.decode()) == (422, True)
    morgen = client.post(pad, {"op": "2026-11-17", "tekst": "Belofte van morgen"})
    assert (morgen.status_code, "Belofte van morgen" in morgen.content.decode()) == (422, True)
    assert "Deze dag moet nog komen." in morgen.content.decode()
    assert (
        client.post(pad, {"op": "2026-11-16", "tekst": "Eerst zo.", "doel": str(doel.pk)}).status_code == 302
    )
    with as_eigenaar():
        eerste = Aantekening.objects.get()

    collega = person(wereld, Rol.AANBIEDER, "De Linde", A, None)
    client.force_login(collega)
    wijzig = reverse("gezinsplan:aantekening", args=[wereld.gezin.pk, eerste.pk])
    assert "Eerst zo." in client.get(wijzig).content.decode()
    assert (
        client.post(wijzig, {"op": "2026-11-16", "tekst": "Nu zo.", "doel": str(doel.pk)}).status_code == 302
    )
    tekst = client.get(pad).content.decode()
    assert ["Nu zo." in tekst, "Eerst zo." in tekst, "Aangepast op" in tekst] == [True] * 3
    assert f"door {collega.naam}" in tekst
    assert tekst.count("Over het doel:") == 1
    # Who still had the first text open keeps what was typed, and reads why it was not saved.
    laat = client.post(wijzig, {"op": "2026-11-16", "tekst": "Te laat."})
    assert (laat.status_code, "Te laat." in laat.content.decode()) == (422, True)
    assert "intussen al aangepast" in laat.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("wie", "schrijft"), LEZERS)
def test_who_may_not_is_refused_before_anything_is_said(wereld, wie, schrijft):
    gebruiker = person(wereld, *wie)
    notitie = AantekeningFactory(gezin=wereld.gezin)
    elders = (Aantekening.DoesNotExist, GeenToegang)
    if schrijft:
        do(correct_aantekening, notitie.pk, opgave=opgave(), als=gebruiker)
        with pytest.raises(Geweigerd):
            do(correct_aantekening, notitie.pk, opgave=opgave(), als=gebruiker)
        return
    with pytest.raises((*elders, DatabaseError)), transaction.atomic():
        do(correct_aantekening, notitie.pk, opgave=opgave(op=DAG + timedelta(days=9)), als=gebruiker)


@pytest.mark.django_db
def test_family_reads_that_there_is_a_dossier_and_who_looked_and_no_more(client, klok, wereld, bram):
    notitie = write(wereld, bram)
    assert events() == ["eigendossier_geschreven"]
    with as_eigenaar():
        regel = Logregel.objects.filter(gebeurtenis="eigendossier_geschreven").first()
        assert (regel.betreft_id, regel.details) == (wereld.gezin.pk, {})
    LogregelFactory(
        gezin_id=wereld.gezin.pk, onderdeel="eigendossier", organisatie="De Linde", at=MOMENT, persoon_id=None
    )
    ouder = person(wereld, Rol.GEZIN, "", Hoedanigheid.OUDER, None)
    client.force_login(ouder)
    gekeken = client.get(reverse("werkplek:wie_keek", args=[wereld.gezin.pk])).content.decode()
    assert "het eigen dossier van De Linde" in gekeken
    gedeeld = client.get(reverse("gezinnen:wie_leest", args=[wereld.gezin.pk])).content.decode()
    assert "houdt naast het plan een eigen dossier bij" in gedeeld
    assert not any(een in gekeken + gedeeld for een in (notitie.tekst, str(notitie.pk)))


@pytest.mark.django_db
def test_page_asks_as_much_for_200_notes(client, klok, wereld, bram, count_queries):
    pad = reverse("gezinsplan:ons_dossier", args=[wereld.gezin.pk])
    client.force_login(bram)

    def fill(aantal):
        eerste = AantekeningFactory(gezin=wereld.gezin, door=bram)
        van = {"gezin": wereld.gezin, "gemeente": wereld.gezin.gemeente, "organisatie": eerste.organisatie}
        rijen = [AantekeningFactory.build(door=bram, **van) for _ in range(aantal)]
        with as_eigenaar():
            Aantekening.objects.bulk_create(rijen)

    fill(19)
    weinig = count_queries(lambda: client.get(pad))
    fill(179)
    assert count_queries(lambda: client.get(pad)) == weinig <= 10
    assert "van 10" in client.get(pad).content.decode()


@pytest.mark.parametrize(
    ("vraag", "redenen"),
    [
        (Aantekeningvraag(op=DAG), 0),
        (Aantekeningvraag(op=date(2026, 11, 17)), 1),
        (Aantekeningvraag(op=DAG, is_vervangen=True), 1),
        (Aantekeningvraag(op=date(2026, 11, 17), is_vervangen=True), 2),
    ],
)
def test_what_may_be_written(vraag, redenen):
    assert len(assess_aantekening(vraag, DAG).blokkades) == redenen


def test_nothing_else_of_the_app_reads_the_table():
    """No plan, paper, count, search, list of what is new or duty: whatever is made tomorrow asks first."""
    eigen = ("eigendossier.py", "models/__init__.py")
    lezen = [
        room_path(path)
        for path in modules()
        if "Aantekening" in read(path).replace("Aantekeningopgave", "").replace("Aantekeningvraag", "")
        and not path.as_posix().endswith(eigen)
    ]

    assert lezen == ["gezinsplan/forms/__init__.py"]
