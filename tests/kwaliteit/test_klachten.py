"""Complaints: who sends in, who reads, which duty each step meets, and what the database refuses whoever asks."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.urls import reverse

from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit.models import Klacht
from rondetafel.kwaliteit.operations import record_klachtstap, register_klacht, withdraw_klacht
from rondetafel.regels.klacht import Klachtstap
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person, as_role
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.werkplek.sweep import sweep
from tests.factories import (
    HEERLEN,
    BandFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    KlachtFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def regie():
    return RegieFactory()


@pytest.fixture
def ouder(regie):
    return BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker


@pytest.fixture
def nadia():
    return GebruikerFactory(rol=Rol.BEVEILIGING, naam="Nadia Peters")


def do(operatie, *args, als, peildatum=DAG, **opgave):
    with as_person(als, peildatum=peildatum) as door:
        return operatie(*args, **opgave, door=door, peildatum=peildatum)


def send_in(gezin, als, **anders):
    opgave = {"van": None, "over_id": None, "tekst": "Ik werd niet teruggebeld."} | anders
    return do(register_klacht, gezin.pk, als=als, **opgave)


def step(klacht, stap, op, als, **anders):
    gelezen = fresh(klacht).versie
    opgave = {"gelezen": gelezen, "stap": stap, "op": op, "tekst": "Gebeld."} | anders
    dag = DAG if stap is Klachtstap.LANGER else max(op, DAG)
    return do(record_klachtstap, klacht.pk, als=als, peildatum=dag, **opgave)


def fresh(klacht):
    with as_eigenaar():
        return Klacht.objects.get(pk=klacht.pk)


def duties():
    with as_eigenaar():
        rijen = Termijn.objects.filter(betreft="kwaliteit.Klacht").order_by("vanaf", "regel")
        return list(rijen.values_list("regel", "vervalt_op", "gesloten_op"))


def test_sending_in_opens_the_duty_and_tells_the_family_nothing(regie, ouder, nadia):
    klacht = send_in(regie.gezin, ouder)

    assert duties() == [("klacht-oppakken", date(2026, 11, 23), None)]
    with as_eigenaar():
        assert (klacht.klager_id, klacht.klager_naam) == (ouder.pk, ouder.naam)
        regel = Logregel.objects.get(gebeurtenis="klacht_ingediend")
        assert (regel.gezin_id, regel.persoon_id) == (None, None)
        assert Post.objects.count() == 1


def test_a_complaint_and_its_duty_are_for_two_only(regie, ouder, nadia):
    klacht = send_in(regie.gezin, ouder)
    partner = BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker
    anderen = [GebruikerFactory(rol=rol) for rol in (Rol.KERNTEAM, Rol.BACKOFFICE, Rol.GEMEENTE, Rol.AUDITOR)]
    elders = GebruikerFactory(rol=Rol.BEVEILIGING, gemeenten=[HEERLEN])

    for wie, ziet in [
        (ouder, 1),
        (nadia, 1),
        *((een, 0) for een in (partner, regie.regisseur, elders, *anderen)),
    ]:
        with as_person(wie, peildatum=DAG) as door:
            assert Klacht.objects.count() == Klacht.objects.visible_to(door, DAG).count() == ziet, wie.rol
            assert Termijn.objects.filter(betreft_id=klacht.pk).count() == ziet


def test_who_works_here_takes_it_in_for_a_chair_and_reads_it_no_more(regie, nadia):
    tante = BetrokkeneFactory(gezin=regie.gezin, groep="netwerk", naam="Tante Riet", gebruiker=None)
    collega = BetrokkeneFactory(gezin=regie.gezin, groep="beroep", naam="Bram")

    send_in(regie.gezin, regie.regisseur, van=tante.pk)
    with pytest.raises(GeenToegang):
        send_in(regie.gezin, regie.regisseur, van=collega.pk)

    with as_person(regie.regisseur, peildatum=DAG):
        assert not Klacht.objects.exists()
    with as_person(nadia, peildatum=DAG):
        klacht = Klacht.objects.get()
        assert (klacht.klager_naam, klacht.klager_id) == ("Tante Riet", None)


def test_each_step_meets_its_duty(regie, ouder, nadia):
    klacht = send_in(regie.gezin, ouder)

    step(klacht, Klachtstap.OPGEPAKT, DAG, nadia)
    step(klacht, Klachtstap.LANGER, date(2026, 12, 24), nadia, tekst="De commissie is ziek.")
    step(klacht, Klachtstap.OORDEEL, date(2026, 12, 1), nadia, tekst="Gegrond.")
    assert duties() == [
        ("klacht-oppakken", date(2026, 11, 23), DAG),
        ("klacht-reactie", date(2027, 1, 4), None),
    ]
    with pytest.raises(Geweigerd, match="Deze stap kan nu niet"):
        step(klacht, Klachtstap.KLAAR, date(2026, 12, 2), nadia)
    with as_role("systeem"):
        assert list(sweep(date(2026, 12, 2))) == []
    step(klacht, Klachtstap.REACTIE, date(2026, 12, 20), nadia, tekst="Voortaan een vaste beldag.")
    step(klacht, Klachtstap.KLAAR, date(2026, 12, 20), nadia)

    assert duties()[1] == ("klacht-reactie", date(2027, 1, 4), date(2026, 12, 20))
    with pytest.raises(Botsing):
        step(klacht, Klachtstap.KLAAR, DAG, nadia, gelezen=1)


def test_only_who_complained_takes_it_back(regie, ouder, nadia):
    klacht = send_in(regie.gezin, ouder)
    with pytest.raises(ObjectDoesNotExist):
        do(withdraw_klacht, klacht.pk, als=nadia)

    do(withdraw_klacht, klacht.pk, als=ouder, peildatum=DAG + timedelta(days=1))

    assert duties() == [("klacht-oppakken", date(2026, 11, 23), DAG + timedelta(days=1))]
    with pytest.raises(Geweigerd):
        step(klacht, Klachtstap.OPGEPAKT, DAG, nadia)


def test_database_lets_nobody_speak_for_another_or_handle_their_own(regie, ouder):
    klacht = send_in(regie.gezin, ouder)
    namens = KlachtFactory.build(klager=regie.regisseur, gemeente=regie.gezin.gemeente)
    namens.ingediend_door = ouder

    for doe in (
        lambda: namens.save(force_insert=True),
        lambda: Klacht.objects.filter(pk=klacht.pk).update(klaar_op=DAG, uitkomst="Ik heb gelijk."),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), as_person(ouder, peildatum=DAG):
            doe()


def test_pages_of_who_complains_and_of_who_handles(client, regie, ouder, nadia, count_queries):
    klagen = reverse("kwaliteit:klagen", args=[regie.gezin.pk])
    client.force_login(ouder)
    assert klagen in client.get(reverse("werkplek:gezin", args=[regie.gezin.pk])).content.decode()
    assert "vertrouwenspersoon" in client.get(klagen).content.decode()
    zonder = client.post(klagen, {"tekst": "Niet teruggebeld."})
    assert (zonder.status_code, "Niet teruggebeld." in zonder.content.decode()) == (422, True)
    mijn = client.post(klagen, {"over": "jens", "tekst": "Niet teruggebeld."})["Location"]
    assert "uiterlijk 23 november 2026" in client.get(mijn).content.decode()

    client.force_login(nadia)
    assert mijn in client.get(reverse("werkplek:vandaag")).content.decode()
    opgave = {"gelezen": 1, "stap": "opgepakt", "op": "17-11-2026", "tekst": "Gebeld met moeder."}
    morgen = client.post(mijn, opgave)
    assert (morgen.status_code, "Gebeld met moeder." in morgen.content.decode()) == (422, True)
    assert client.post(mijn, opgave | {"op": "16-11-2026"}).status_code == 302
    nog_eens = client.post(mijn, opgave | {"stap": "klaar", "op": "16-11-2026"})
    assert (nog_eens.status_code, "Gebeld met moeder." in nog_eens.content.decode()) == (409, True)
    lijst = reverse("kwaliteit:klachten")
    weinig = count_queries(lambda: client.get(lijst))
    with as_eigenaar():
        een = fresh_fields(regie, ouder)
        Klacht.objects.bulk_create(Klacht(**een) for _ in range(40))
    assert count_queries(lambda: client.get(lijst)) == weinig <= 10


def fresh_fields(regie, ouder):
    return {
        "klager": ouder,
        "klager_naam": ouder.naam,
        "ingediend_door": ouder,
        "gemeente": regie.gezin.gemeente,
        "tekst": "Nog een keer.",
        "ontvangen_op": DAG,
    }
