"""The doelenmatrix of a family: ticked in one go, nobody's ticks lost, and what is ticked asks to be worked out."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Gezinsrol, Groep
from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.models import Doel, Formatversie, Keuze, Matrixdoel
from rondetafel.gezinsplan.operations import Doelopgave, add_doel, tick_doelen
from rondetafel.gezinsplan.queries import Tafel, as_vaststelling, not_worked_out, read_keuzes
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import BetrokkeneFactory, GezinsplanFactory, MatrixdoelFactory, PersoonFactory
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def plan(wereld):
    with as_eigenaar():
        voorbeeld = Formatversie.objects.get(is_voorbeeld=True)
    return GezinsplanFactory(gezin=wereld.gezin, formatversie=voorbeeld)


def goals(aantal):
    with as_eigenaar():
        return list(Matrixdoel.objects.filter(gebied__formatversie__is_voorbeeld=True)[:aantal])


def tick(wereld, *, erbij=(), eraf=()):
    return do(tick_doelen, wereld.gezin.pk, erbij=erbij, eraf=eraf, als=wereld.regisseur)


def ticked(wereld):
    with as_eigenaar():
        return {een.kruis for een in Keuze.objects.filter(gezin=wereld.gezin, tot__isnull=True)}


def url_of(wereld):
    return reverse("gezinsplan:matrix", args=[wereld.gezin.pk])


def test_ticks_come_and_go_with_a_trace(wereld, plan):
    moeder = PersoonFactory(gezin=wereld.gezin, rol=Gezinsrol.OUDER, voornaam="Esther")
    een, twee = goals(2)
    gezin = Kruis(matrixdoel_id=een.pk)
    noor = Kruis(matrixdoel_id=een.pk, persoon_id=wereld.noor.pk)
    zij = Kruis(matrixdoel_id=twee.pk, persoon_id=moeder.pk)

    tick(wereld, erbij=[gezin, noor, zij])
    tick(wereld, erbij=[noor], eraf=[gezin, Kruis(matrixdoel_id=twee.pk)])

    assert ticked(wereld) == {noor, zij}
    with as_eigenaar():
        weg = Keuze.objects.get(tot__isnull=False)
        rijen = {een.kruis: (een.voor_id, een.volwassene_id, een.sleutel) for een in Keuze.objects.all()}
    assert (weg.kruis, weg.tot) == (gezin, DAG)
    # What is about an adult is read by the whole table; what is about a child by who may know of that child.
    assert rijen[noor] == (wereld.noor.pk, None, wereld.noor.pk)
    assert rijen[zij] == (None, moeder.pk, wereld.gezin.pk)
    assert set(events()) == {"doelen_aangekruist"}
    # Once for one person at a time, also in the database.
    with as_eigenaar(), pytest.raises(IntegrityError), transaction.atomic():
        weg.pk, weg.voor, weg.tot = None, wereld.noor, None
        weg.save(force_insert=True)


def test_only_of_this_format_and_this_family(wereld, plan):
    (een,) = goals(1)
    for vreemd in (
        Kruis(matrixdoel_id=MatrixdoelFactory().pk),
        Kruis(matrixdoel_id=een.pk, persoon_id=PersoonFactory().pk),
    ):
        with pytest.raises(ObjectDoesNotExist):
            tick(wereld, erbij=[vreemd])
    with pytest.raises(ObjectDoesNotExist):
        do(
            add_doel,
            wereld.gezin.pk,
            matrixdoel_id=MatrixdoelFactory().pk,
            opgave=Doelopgave(eigenaar_id=wereld.moeder.pk, specifiek="Samen eten"),
            als=wereld.regisseur,
        )

    assert not ticked(wereld)
    assert events() == ["geweigerd"] * 3


def test_page_changes_only_what_its_reader_changed(client, wereld, plan):
    een, twee, drie = (str(Kruis(matrixdoel_id=doel.pk)) for doel in goals(3))
    client.force_login(wereld.regisseur)
    page = client.get(url_of(wereld)).content.decode()
    assert page.count('name="kruis"') == 60
    assert 'name="stond"' not in page
    tick(wereld, erbij=[Kruis.parse(drie), Kruis.parse(een)])

    # Was open since before: it does not know of the third, and takes the first away.
    client.post(url_of(wereld), {"kruis": [twee], "stond": [een]})

    assert {str(kruis) for kruis in ticked(wereld)} == {twee, drie}
    assert client.get(url_of(wereld)).content.decode().count('name="stond"') == 2


def test_tick_that_cannot_be_keeps_the_others_on_the_page(client, wereld, plan):
    (een,) = goals(1)
    client.force_login(wereld.regisseur)

    page = client.post(url_of(wereld), {"kruis": [f"{een.pk}:", "verzonnen"]})

    assert page.status_code == 422
    assert page.content.decode().count(" checked") == 1
    assert not ticked(wereld)


def test_worked_out_is_a_link_and_is_asked_no_more(client, wereld, plan):
    een, twee = goals(2)
    with as_eigenaar():
        letter = twee.gebied.letter
    noor = Kruis(matrixdoel_id=een.pk, persoon_id=wereld.noor.pk)
    tick(wereld, erbij=[noor, Kruis(matrixdoel_id=twee.pk)])
    doel = make_doel(wereld, plan=plan, matrixdoel=een, voor=wereld.noor)
    client.force_login(wereld.regisseur)

    page = client.get(url_of(wereld)).content.decode()
    client.post(url_of(wereld), {"kruis": [str(noor)], "stond": [str(noor)]})

    assert reverse("gezinsplan:doel", args=[doel.pk]) in page
    assert ticked(wereld) == {noor, Kruis(matrixdoel_id=twee.pk)}
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        open_ = not_worked_out(read_keuzes(wie, wereld.gezin.pk, DAG), Doel.objects.all())
        oordeel = assess_vaststelling(as_vaststelling(plan, Tafel(stoelen=[]), wie=wie, peildatum=DAG))
    assert [keuze.matrixdoel for keuze in open_] == [twee]
    redenen = [reden.tekst for reden in oordeel.blokkades if "aangekruist" in reden.tekst]
    assert redenen == [f"Dit doel is aangekruist en nog niet uitgewerkt: {letter}2 {twee} (het hele gezin)."]


def test_whoever_left_the_table_is_still_on_the_page(client, wereld, plan):
    (een,) = goals(1)
    broer = PersoonFactory(gezin=wereld.gezin, voornaam="Siem")
    BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.GEZIN, persoon=broer, tot=DAG.replace(day=1))
    tick(wereld, erbij=[Kruis(matrixdoel_id=een.pk, persoon_id=broer.pk)])
    client.force_login(wereld.regisseur)

    assert client.get(url_of(wereld)).content.decode().count("Siem") == 1


def test_a_network_member_reads_what_is_open_and_cannot_change_it(client, wereld, plan):
    (een,) = goals(1)
    tick(wereld, erbij=[Kruis(matrixdoel_id=een.pk)])
    client.force_login(make_reader(wereld, Hoedanigheid.NETWERK))

    page = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()

    assert "nog niet uitgewerkt" in page
    assert "Concreet maken" not in page
    assert client.post(url_of(wereld), {"kruis": []}).status_code == 404


@pytest.mark.parametrize("aantal", [1, 20])
def test_page_takes_as_many_queries_for_many_ticks(client, wereld, plan, aantal, count_queries):
    tick(wereld, erbij=[Kruis(matrixdoel_id=doel.pk) for doel in goals(aantal)])
    client.force_login(wereld.regisseur)

    assert count_queries(lambda: client.get(url_of(wereld))) <= 11
