"""The noodknop: one person, four parts, four hours, always told, always judged."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rondetafel.documenten.models import Document
from rondetafel.gezinnen.models import Adres, Burgerservicenummer, Contact, Gezin, Persoon
from rondetafel.gezinnen.queries import ties_of
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kwaliteit import noodknop
from rondetafel.kwaliteit.models import Noodknop
from rondetafel.kwaliteit.noodknop import Noodvraag
from rondetafel.kwaliteit.operations import stop_noodknop
from rondetafel.regels.noodknop import Noodreden
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import DEUR, as_person, as_role, load_wie
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.zorg.models import AkkoordZorg
from tests.factories import (
    HEERLEN,
    AdresFactory,
    AfschermingFactory,
    AkkoordZorgFactory,
    BetrokkeneFactory,
    DocumentFactory,
    DoelFactory,
    GebruikerFactory,
    NoodbandFactory,
    NoodknopFactory,
    PersoonFactory,
    VervangingFactory,
)
from tests.kwaliteit.noodgeval import BSN, DAG, WAAROM, build_noodgeval, by_name, press
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def geval():
    return build_noodgeval()


def reads(wie, model):
    """How many rows of this table both fences show, and that they show the same."""
    with as_person(wie, peildatum=DAG) as door:
        first, second = model.objects.visible_to(door, DAG).count(), model.objects.count()
    assert first == second
    return first


def bands():
    with as_eigenaar():
        return list(Band.objects.filter(grond="noodknop"))


# Whom it opens, what and for how long


@pytest.mark.parametrize(
    "vraag",
    [
        pytest.param({"bsn": BSN}, id="bsn"),
        pytest.param(by_name(), id="naam-en-dag"),
        pytest.param(by_name(voornaam=" noor", achternaam="VAN DEN  BERG"), id="hoofdletters-en-accenten"),
    ],
)
def test_opens_one_person_for_four_hours(geval, vraag):
    gebruik = press(geval.dienst, **vraag)

    [band] = bands()
    assert (gebruik.gezin_id, gebruik.persoon_id) == (geval.gezin.pk, geval.noor.pk)
    assert (band.gebruiker_id, band.persoon_id) == (geval.dienst.pk, geval.noor.pk)
    assert (band.hoedanigheid, band.grond_id, band.van) == (Hoedanigheid.NOODLEZER, gebruik.pk, DAG)
    assert band.tot_at - band.created_at == timedelta(hours=4) == gebruik.tot_at - gebruik.created_at
    assert band.tot in (DAG, DAG + timedelta(days=1))


def test_reads_four_parts_about_this_person_and_nothing_else(geval):
    zusje = PersoonFactory(gezin=geval.gezin, voornaam="Sam")
    for persoon in (geval.noor, zusje):
        AkkoordZorgFactory(jeugdige=persoon)
    AdresFactory(persoon=zusje)
    DoelFactory(plan__gezin=geval.gezin, voor=geval.noor)
    BetrokkeneFactory(gezin=geval.gezin, email="oma@voorbeeld.example")
    DocumentFactory(gezin=geval.gezin, geplaatst_door=geval.regisseur)
    press(geval.dienst)

    seen = {model: reads(geval.dienst, model) for model in (Gezin, Adres, Contact, Doel, AkkoordZorg)}
    shut = {model: reads(geval.dienst, model) for model in (Burgerservicenummer, Document, Noodknop)}

    assert seen == dict.fromkeys((Gezin, Adres, Contact, Doel, AkkoordZorg), 1)
    assert shut == dict.fromkeys((Burgerservicenummer, Document, Noodknop), 0)


def test_writes_nothing(geval):
    press(geval.dienst)

    with as_person(geval.dienst, peildatum=DAG), transaction.atomic():
        assert Gezin.objects.update(nummer=9999) == 0
        assert Persoon.objects.update(voornaam="Iemand") == 0
    with as_person(geval.dienst, peildatum=DAG), pytest.raises(DatabaseError), transaction.atomic():
        Persoon.objects.create(
            gezin=geval.gezin, gemeente_id=geval.gezin.gemeente_id, voornaam="X", rol="kind"
        )


@pytest.mark.parametrize(
    ("geleden", "is_open"),
    [
        pytest.param(timedelta(hours=3, minutes=59), True, id="een-minuut-ervoor"),
        pytest.param(timedelta(hours=4, minutes=1), False, id="een-minuut-erna"),
    ],
)
def test_both_fences_shut_on_the_minute(geval, geleden, is_open):
    """The day goes on: only the moment makes the difference."""
    band = NoodbandFactory(
        gebruiker=geval.dienst, gezin=geval.gezin, persoon_id=geval.noor.pk, van=DAG,
        created_at=timezone.now() - geleden,
    )  # fmt: skip

    assert reads(geval.dienst, Gezin) == is_open
    with as_role(DEUR):
        assert bool(load_wie(geval.dienst.pk).banden) is is_open
    with as_person(geval.regisseur, peildatum=DAG):
        assert (band.pk in {een.pk for een in ties_of(geval.gezin.pk, DAG)}) is is_open


def test_stopping_shuts_at_once(geval):
    press(geval.dienst)
    assert reads(geval.dienst, Gezin) == 1

    with as_person(geval.dienst, peildatum=DAG) as door:
        stop_noodknop(geval.gezin.pk, door=door, peildatum=DAG)

    assert reads(geval.dienst, Gezin) == 0
    with as_eigenaar():
        assert Noodknop.objects.get().tot_at == Band.objects.get(grond="noodknop").tot_at <= timezone.now()
        assert Logregel.objects.get(gebeurtenis="noodknop_gestopt").is_noodknop


def test_nobody_stops_what_another_opened(geval):
    press(geval.dienst)

    with as_person(geval.regisseur, peildatum=DAG) as door, pytest.raises(GeenToegang):
        stop_noodknop(geval.gezin.pk, door=door, peildatum=DAG)

    assert reads(geval.dienst, Gezin) == 1


# What stays hidden


@pytest.mark.parametrize("geheim", ["ja", "onbekend"])
def test_secret_address_stays_secret(geval, geheim):
    with as_eigenaar():
        Adres.objects.update(geheim=geheim)
    press(geval.dienst)

    assert reads(geval.dienst, Adres) == 0


def test_what_is_shielded_from_this_reader_stays_shielded(geval):
    AfschermingFactory(beschermd=geval.noor, voor_persoon=None, voor_gebruiker_id=geval.dienst.pk)
    press(geval.dienst)

    assert reads(geval.dienst, Adres) == 0
    assert reads(geval.dienst, Gezin) == 1


# Who may, and whom they find


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.REGISSEUR])
def test_only_a_regisseur_uses_it(geval, rol):
    with pytest.raises(GeenToegang):
        press(GebruikerFactory(rol=rol))

    assert bands() == []


@pytest.mark.parametrize("rol", [Rol.AANBIEDER, Rol.GEZIN, Rol.KERNTEAM, Rol.BEHEERDER])
def test_the_database_lets_nobody_else_use_it(geval, rol):
    vraag = Noodvraag(reden=Noodreden.VERMIST, toelichting=WAAROM, bsn=BSN)

    with (
        as_person(GebruikerFactory(rol=rol), peildatum=DAG),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        noodknop.use(vraag)


def test_the_search_itself_is_for_nobody(geval):
    with as_person(geval.dienst, peildatum=DAG), pytest.raises(DatabaseError), transaction.atomic():
        list(Noodknop.objects.raw("select persoon_id as id from zoek_voor_noodknop('{}', '{882}')"))


@pytest.mark.parametrize(
    "vraag",
    [
        pytest.param({"bsn": "999990007"}, id="ander-bsn"),
        pytest.param(by_name(geboortedatum=date(2013, 5, 5)), id="andere-dag"),
        pytest.param(by_name(achternaam="Berg"), id="halve-naam"),
        pytest.param(by_name(voornaam="Noo%"), id="geen-jokers"),
    ],
)
def test_who_is_not_found_is_written_down_and_opens_nothing(geval, vraag):
    gebruik = press(geval.dienst, **vraag)

    assert (gebruik.gezin_id, gebruik.persoon_id, gebruik.tot_at) == (None, None, None)
    assert bands() == []
    with as_eigenaar():
        regel = Logregel.objects.get(gebeurtenis="noodknop_geprobeerd")
        assert (regel.actie, regel.gezin_id, regel.gemeente_id) == ("E", None, gebruik.gemeente_id)
        assert Termijn.objects.get().betreft_id == gebruik.pk
        assert list(Post.objects.values_list("aan", flat=True)) == ["nadia@voorbeeld.example"]


def test_two_of_one_name_and_day_are_nobody(geval):
    PersoonFactory(voornaam="Noor", tussenvoegsel="van den", achternaam="Berg")

    assert press(geval.dienst, **by_name()).gezin_id is None
    assert press(geval.dienst).gezin_id == geval.gezin.pk


def test_finds_nobody_in_another_municipality(geval):
    elders = GebruikerFactory(rol=Rol.REGISSEUR, gemeenten=[HEERLEN])

    gebruik = press(elders)

    assert (gebruik.gezin_id, gebruik.gemeente_id) == (None, HEERLEN)


def test_searching_on_must_wait(geval):
    for _ in range(3):
        press(geval.dienst, bsn="999990007")

    with pytest.raises(Geweigerd, match="te vaak gezocht"):
        press(geval.dienst)

    assert bands() == []
    assert press(GebruikerFactory(rol=Rol.REGISSEUR)).gezin_id == geval.gezin.pk


def test_the_database_counts_as_well(geval):
    for _ in range(20):
        NoodknopFactory(gebruiker_id=geval.dienst.pk, persoon=None, gemeente=geval.gezin.gemeente)

    with pytest.raises(Geweigerd, match="te vaak gezocht"):
        press(geval.dienst)


def test_who_reads_already_needs_none(geval):
    press(geval.dienst)
    for wie in (geval.regisseur, geval.dienst):
        with pytest.raises(Geweigerd, match="leest al"):
            press(wie)

    assert len(bands()) == 1
    with as_eigenaar():
        assert Noodknop.objects.count() == 1


def test_says_too_little(geval):
    with pytest.raises(Geweigerd):
        press(geval.dienst, toelichting="nodig")

    with as_eigenaar():
        assert not Noodknop.objects.exists()


# Who is told


def test_message_goes_at_once_to_the_regisseur_and_to_beveiliging(geval):
    press(geval.dienst)

    with as_eigenaar():
        posts = {post.aan: post for post in Post.objects.all()}
    assert posts.keys() == {geval.regisseur.email, geval.nadia.email}
    assert {post.onderwerp for post in posts.values()} == {"Er is iets te lezen in Rondetafel"}
    assert not any("Noor" in post.tekst or "nood" in post.tekst.lower() for post in posts.values())


@pytest.mark.parametrize(
    ("van", "tot", "ook"), [(0, 0, True), (-3, 0, True), (-3, -1, False), (1, 9, False)], ids=str
)
def test_message_also_goes_to_who_stands_in_for_the_regisseur(geval, van, tot, ook):
    """On the first and the last day of the absence; the regisseur is told as well, who may still look."""
    vervanger = GebruikerFactory(rol=Rol.REGISSEUR, email="vervanger@voorbeeld.example")
    VervangingFactory(
        wie=geval.regisseur,
        vervanger=vervanger,
        van=DAG + timedelta(days=van),
        tot=DAG + timedelta(days=tot),
    )

    press(geval.dienst)

    with as_eigenaar():
        aan = sorted(Post.objects.values_list("aan", flat=True))
    assert aan == sorted([geval.regisseur.email, geval.nadia.email, *([vervanger.email] if ook else [])])


def test_line_says_who_about_whom_why_and_on_which_ground(geval):
    PersoonFactory(gezin=geval.gezin, voornaam="Sam")
    press(geval.dienst)

    with as_eigenaar():
        [regel] = Logregel.objects.filter(gebeurtenis="noodknop_geopend")
    assert (regel.naam, regel.persoon_id, regel.gezin_id) == ("Lotte Bergmans", geval.noor.pk, geval.gezin.pk)
    assert (regel.grond, regel.doel, regel.is_noodknop) == (
        "noodlezer:noodknop",
        "hulp in een noodsituatie",
        True,
    )
    assert regel.details == {"reden": "vermist"}
