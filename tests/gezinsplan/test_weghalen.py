"""Actions are corrected, goals and actions taken away and put back, and the family says what comes first."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Actie, Doel
from rondetafel.gezinsplan.operations import (
    Actieopgave,
    add_actie,
    adopt_plan,
    assign_volgorde,
    correct_actie,
    restore_doel,
    withdraw_doel,
)
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import AanmeldingFactory, ActieFactory, BetrokkeneFactory, DoelFactory
from tests.gezinsplan.wereld import DAG, everybody_agrees, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    return make_wereld()


def url_of(naam, ding):
    return reverse(f"gezinsplan:{naam}", args=[ding.pk])


def text_of(answer):
    return answer.content.decode()


def page_of(client, wereld):
    return text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))


def test_letters_stay_when_an_action_goes(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    acties = [
        do(add_actie, doel.pk, opgave=Actieopgave(tekst=tekst, wie_id=wereld.oma.pk), als=wereld.regisseur)
        for tekst in ("Wekker", "Fietsen", "Bellen")
    ]
    assert [een.letter for een in acties] == ["a", "b", "c"]

    page = client.post(url_of("actie_weghalen", acties[1]), follow=True)
    assert "Ongedaan maken" in text_of(page)
    assert "Fietsen" not in page_of(client, wereld)
    vierde = Actieopgave(tekst="Lezen", wie_id=wereld.oma.pk)
    assert do(add_actie, doel.pk, opgave=vierde, als=wereld.regisseur).letter == "d"

    client.post(url_of("actie_terug", acties[1]))
    assert "Fietsen" in page_of(client, wereld)
    assert [een for een in events() if "weg" in een or "terug" in een] == [
        "actie_weggehaald",
        "actie_teruggezet",
    ]


@pytest.mark.parametrize(
    ("volgnummer", "letter"), [(1, "a"), (26, "z"), (27, "aa"), (702, "zz"), (703, "aaa")]
)
def test_letters_go_on_after_the_last_of_the_alphabet(volgnummer, letter):
    assert Actie(volgnummer=volgnummer).letter == letter


def test_goal_goes_with_its_actions_and_its_duty_and_comes_back_as_it_was(client, wereld):
    doel = make_doel(wereld, behaald_voor=DAG + timedelta(days=60))
    ActieFactory(doel=doel)
    antwoorden = everybody_agrees(wereld)
    do(adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=antwoorden, als=wereld.regisseur)
    duty = {"betreft_id": doel.pk, "gesloten_op__isnull": True}
    with as_eigenaar():
        assert Termijn.objects.filter(**duty).count() == 1
    client.force_login(wereld.regisseur)

    page = client.post(url_of("doel_weghalen", doel), follow=True)

    assert str(doel) in text_of(page)
    weg = page_of(client, wereld)
    assert url_of("doel", doel) not in weg
    assert f"Weggehaald: “{doel}”" in weg
    with as_eigenaar():
        assert not Termijn.objects.filter(**duty).exists()
    assert client.get(url_of("doel", doel)).status_code == 404
    client.post(url_of("doel_terug", doel))
    assert str(doel) in page_of(client, wereld)
    with as_eigenaar():
        assert Termijn.objects.filter(**duty).count() == 1
        assert Doel.objects.count() == Actie.objects.count() == 1


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.NETWERK])
def test_only_who_has_the_regie_takes_away(wereld, hoedanigheid):
    doel = make_doel(wereld)
    lezer = make_reader(wereld, hoedanigheid)
    with pytest.raises(GeenToegang):
        do(withdraw_doel, doel.pk, als=lezer)
    do(withdraw_doel, doel.pk, als=wereld.regisseur)
    with pytest.raises(GeenToegang):
        do(restore_doel, doel.pk, als=lezer)
    with pytest.raises(ObjectDoesNotExist):
        do(withdraw_doel, doel.pk, als=wereld.regisseur)


def test_action_is_corrected_and_a_clash_loses_nothing(client, wereld):
    actie = ActieFactory(doel=make_doel(wereld))
    client.force_login(wereld.regisseur)
    url = url_of("actie_wijzigen", actie)
    waarden = {
        "tekst": "Samen lopen",
        "wie": wereld.oma.pk,
        "vanaf": "1-12-2026",
        "tot": "1-12-2026",
        "gelezen": 1,
    }

    assert client.post(url, waarden | {"tot": "30-11-2026"}).status_code == 422
    assert "De actie is bewaard." in text_of(client.post(url, waarden, follow=True))
    ander = client.post(url, waarden | {"tekst": "Met de bus"})

    kept = fresh(actie)
    assert (kept.tekst, kept.wie_id, kept.tot) == ("Samen lopen", wereld.oma.pk, date(2026, 12, 1))
    assert ander.status_code == 409
    assert "Met de bus" in text_of(ander)
    assert "Samen lopen" in text_of(ander)
    assert client.post(url, waarden).status_code == 302
    client.post(url, waarden | {"tekst": "Met de bus", "keuze": "hun"})
    assert fresh(actie).tekst == "Samen lopen"
    with pytest.raises(IntegrityError), transaction.atomic():
        opgave = Actieopgave(tekst="x", wie_id=wereld.oma.pk, vanaf=DAG, tot=DAG - timedelta(days=1))
        do(correct_actie, actie.pk, gelezen=2, opgave=opgave, als=wereld.regisseur)


def test_two_professionals_who_do_the_same_are_told(client, wereld):
    doel = make_doel(wereld)
    for naam in ("Tom", "Anja"):
        stoel = BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.BEROEP, naam=naam, relatie="begeleider")
        client.force_login(wereld.regisseur)
        waarden = {"tekst": f"Oefenen met rekenen, {naam}", "wie": stoel.pk}
        page = text_of(client.post(url_of("actie_nieuw", doel), waarden, follow=True))

    assert page.count("misschien hetzelfde") == 2
    client.force_login(make_reader(wereld, Hoedanigheid.OUDER))
    assert "misschien hetzelfde" not in page_of(client, wereld)


def test_family_says_what_comes_first(client, wereld):
    een = make_doel(wereld, specifiek="Op tijd op school")
    twee = make_doel(wereld, plan=een.plan, specifiek="Samen eten", matrixdoel=een.matrixdoel)
    client.force_login(wereld.regisseur)
    url = url_of("volgorde", wereld.gezin)

    page = text_of(client.post(url, {"omhoog": str(twee.pk)}, follow=True))

    assert page.index("1. Samen eten") < page.index("2. Op tijd op school")
    assert (fresh(twee).plek, fresh(een).plek) == (1, 2)
    assert (fresh(twee).versie, fresh(een).versie) == (1, 1)
    assert "nummer 1 voor het gezin" in page_of(client, wereld)
    client.post(url, {"omhoog": "iets anders"})
    assert (fresh(twee).plek, fresh(een).plek) == (1, 2)
    with pytest.raises(ObjectDoesNotExist):
        do(assign_volgorde, wereld.gezin.pk, doelen=[DoelFactory().pk], als=wereld.regisseur)


@pytest.mark.parametrize(("soort", "vraagt"), [("gemeente", False), ("huisarts", True)])
def test_how_heavy_and_how_often_is_asked_on_another_route_only(client, wereld, soort, vraagt):
    AanmeldingFactory(gezin=wereld.gezin, gemeente=wereld.gezin.gemeente, verwijzersoort=soort)
    doel, ingevuld = make_doel(wereld), None
    client.force_login(wereld.regisseur)

    assert ("Hoe zwaar is de vraag?" in text_of(client.get(url_of("doel", doel)))) is vraagt

    ingevuld = make_doel(wereld, plan=doel.plan, zwaarte="zwaar", matrixdoel=doel.matrixdoel)
    assert "Hoe zwaar is de vraag?" in text_of(client.get(url_of("doel", ingevuld)))


def test_reader_by_municipality_does_not_see_what_was_taken_away(wereld):
    doel = make_doel(wereld)
    do(withdraw_doel, doel.pk, als=wereld.regisseur)

    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        assert not Doel.objects.visible_to(wie, DAG).exists()
        assert Doel.objects.taken_away(wie, DAG).count() == 1
