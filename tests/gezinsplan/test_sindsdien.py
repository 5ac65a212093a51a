"""A plan that is changed after it was adopted says so: since when, what, and that nobody agreed to it yet."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rondetafel.gezinsplan.gegevens import name_few
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.gezinsplan.operations import (
    Actieopgave,
    Doelopgave,
    add_actie,
    correct_actie,
    correct_doel,
    restore_doel,
    tick_actie,
    withdraw_actie,
    withdraw_doel,
)
from rondetafel.gezinsplan.sindsdien import Sindsdien, changes_since, tell_stand
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory, AfschermingFactory, BetrokkeneFactory
from tests.gezinsplan.test_versie import adopt, answers, evaluate
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
WAARSCHUWING = "Dat is nog niet samen afgesproken"


@pytest.fixture
def wereld():
    wereld = make_wereld()
    doel = make_doel(wereld, created_at=klokslag(2))
    ActieFactory(doel=doel, wie=wereld.oma, created_at=klokslag(2))
    return wereld


def klokslag(dagen):
    dag = DAG - timedelta(days=dagen)
    return timezone.make_aware(timezone.datetime(dag.year, dag.month, dag.day, 9))


def page(client, wereld, hoedanigheid=Hoedanigheid.REGISSEUR):
    client.force_login(make_reader(wereld, hoedanigheid))
    return client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk]))


def paper(client, wereld):
    client.force_login(wereld.regisseur)
    pdf = client.get(reverse("werkplek:papier", args=[wereld.gezin.pk])).content
    return " ".join(" ".join(een.extract_text() for een in PdfReader(BytesIO(pdf)).pages).split())


def the_goal():
    with as_eigenaar():
        return Doel.objects.get()


def the_action():
    with as_eigenaar():
        return Actie.objects.get()


def correct(wereld, **anders):
    doel = the_goal()
    velden = {"specifiek": doel.specifiek, "meetbaar": doel.meetbaar, "acceptabel": doel.acceptabel}
    velden |= {"realistisch": doel.realistisch, "gestart_op": doel.gestart_op}
    velden |= {"behaald_voor": doel.behaald_voor, "eigenaar_id": doel.eigenaar_id, "over_id": doel.voor_id}
    opgave = Doelopgave(**velden | anders)
    do(correct_doel, doel.pk, gelezen=doel.versie, opgave=opgave, als=wereld.regisseur)


def test_adopted_plan_says_who_agreed_and_nothing_of_a_change(client, wereld):
    adopt(wereld, *answers(wereld, oma=(Antwoord.NIET_EENS, "")))

    answer = page(client, wereld)

    assert answer.context["sindsdien"].eens == "Noor Vermeer en Esther Vermeer"
    assert not answer.context["sindsdien"].is_gewijzigd
    assert WAARSCHUWING not in answer.content.decode()
    assert "Wie is het eens met dit plan?" in paper(client, wereld)


def rephrase(wereld):
    correct(wereld, specifiek="Elke dag op tijd, ook op woensdag")


def own_by_oma(wereld):
    correct(wereld, eigenaar_id=wereld.oma.pk)


def about_noor(wereld):
    correct(wereld, over_id=wereld.noor.pk)


def another_goal(wereld):
    with as_eigenaar():
        plan = Gezinsplan.objects.select_related("gezin__gemeente").get()
    make_doel(wereld, plan=plan, specifiek="Samen eten")


def take_goal(wereld):
    do(withdraw_doel, the_goal().pk, als=wereld.regisseur)


def another_action(wereld):
    opgave = Actieopgave(tekst="Wekker zetten", wie_id=wereld.moeder.pk)
    do(add_actie, the_goal().pk, opgave=opgave, als=wereld.regisseur)


def change_action(wereld):
    actie = the_action()
    opgave = Actieopgave(tekst="Anders fietsen", wie_id=actie.wie_id, vanaf=actie.vanaf, tot=actie.tot)
    do(correct_actie, actie.pk, gelezen=actie.versie, opgave=opgave, als=wereld.regisseur)


def do_together(wereld):
    actie = the_action()
    opgave = Actieopgave(
        tekst=actie.tekst,
        wie_id=actie.wie_id,
        mee=frozenset({wereld.moeder.pk}),
        vanaf=actie.vanaf,
        tot=actie.tot,
    )
    do(correct_actie, actie.pk, gelezen=actie.versie, opgave=opgave, als=wereld.regisseur)


def take_action(wereld):
    do(withdraw_actie, the_action().pk, als=wereld.regisseur)


@pytest.mark.parametrize(
    ("change", "zin"),
    [
        (rephrase, "Anders bij “Elke dag op tijd, ook op woensdag”: wat willen jullie bereiken."),
        (own_by_oma, "wie is eigenaar."),
        (about_noor, "voor wie is dit doel."),
        (another_goal, "Nieuw doel: “Samen eten”."),
        (take_goal, "Weggehaald: “Elke schooldag op tijd in de klas”."),
        (another_action, "Anders bij “Elke schooldag op tijd in de klas”: actie."),
        (change_action, "Anders bij “Elke schooldag op tijd in de klas”: actie."),
        (do_together, "Anders bij “Elke schooldag op tijd in de klas”: actie."),
        (take_action, "Anders bij “Elke schooldag op tijd in de klas”: actie."),
    ],
)
def test_what_is_changed_afterwards_is_not_agreed_on(client, wereld, change, zin):
    adopt(wereld)
    change(wereld)

    answer = page(client, wereld)
    sindsdien = answer.context["sindsdien"]

    assert [een.endswith(zin) for een in sindsdien.woorden] == [True]
    assert WAARSCHUWING in answer.content.decode()
    assert "stel het plan opnieuw vast" in answer.content.decode()
    blad = paper(client, wereld)
    assert WAARSCHUWING in blad
    assert "Wie was het eens met het plan, vóór de aanpassing?" in blad


def test_the_day_is_that_of_the_last_change(client, wereld):
    adopt(wereld)
    doel = the_goal()
    opgave = Doelopgave(eigenaar_id=doel.eigenaar_id, specifiek="Later", over_id=doel.voor_id)
    later = DAG + timedelta(days=3)
    do(correct_doel, doel.pk, gelezen=doel.versie, opgave=opgave, als=wereld.regisseur, peildatum=later)

    answer = page(client, wereld, Hoedanigheid.OUDER)

    assert answer.context["sindsdien"].op == later
    assert "Daarna aangepast, het laatst op 19 november 2026." in " ".join(answer.content.decode().split())


def test_what_is_put_back_ticked_off_or_looked_at_is_no_change(client, wereld):
    doel = the_goal()
    adopt(wereld)
    do(withdraw_doel, doel.pk, als=wereld.regisseur)
    do(restore_doel, doel.pk, als=wereld.regisseur)
    do(tick_actie, the_action().pk, klaar_op=DAG, als=wereld.regisseur)
    evaluate(wereld, doel, wereld.regisseur)

    assert not page(client, wereld).context["sindsdien"].is_gewijzigd


def test_adopted_again_the_new_words_are_agreed_on(client, wereld):
    adopt(wereld)
    rephrase(wereld)
    adopt(wereld)

    assert not page(client, wereld).context["sindsdien"].is_gewijzigd


def test_each_reader_hears_of_what_they_may_read(client, wereld):
    """What hangs on a chair that is hidden from somebody is no news for them."""
    with as_eigenaar():
        plan = Gezinsplan.objects.select_related("gezin__gemeente").get()
    school = BetrokkeneFactory(
        gezin=wereld.gezin, naam="Juf Anja", groep="beroep", aard="school", hoort_bij=wereld.noor
    )
    rust = make_doel(wereld, plan=plan, eigenaar=school, specifiek="Rust in de klas")
    ActieFactory(doel=rust, wie=wereld.moeder)
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    AfschermingFactory(beschermd=wereld.noor, voor_persoon=None, voor_gebruiker=ouder, wat=["school"])
    adopt(wereld)
    do(withdraw_doel, rust.pk, als=wereld.regisseur)

    answer = page(client, wereld)
    assert answer.context["sindsdien"].woorden == ("Weggehaald: “Rust in de klas”.",)
    client.force_login(ouder)
    answer = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk]))
    assert not answer.context["sindsdien"].is_gewijzigd
    assert "Rust in de klas" not in answer.content.decode()
    assert "Juf Anja" not in answer.context["sindsdien"].eens


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        ((), ""),
        (("Noor",), "Noor"),
        (("Noor", "Esther", "Truus"), "Noor, Esther en Truus"),
        (("Noor", "Esther", "Truus", "Els"), "Noor, Esther en 2 anderen"),
    ],
)
def test_of_many_who_agreed_only_two_are_named_at_the_top(namen, zin):
    assert name_few(namen) == zin


def test_without_a_day_or_a_version_it_still_says_what_it_knows(wereld):
    plan = Gezinsplan(vastgesteld_op=date(2026, 11, 2), uitgave=1)
    concept = Gezinsplan(vastgesteld_op=None)
    anders = Sindsdien(eens="Noor", wijzigingen=("iets",))

    assert tell_stand(plan, anders) == (
        "Vastgesteld op 2 november 2026, eens: Noor. "
        "Daarna is het plan aangepast. Dat is nog niet samen afgesproken."
    )
    assert tell_stand(plan, Sindsdien()) == "Vastgesteld op 2 november 2026."
    assert tell_stand(concept, Sindsdien()) == "Dit plan is nog niet vastgesteld."
    assert changes_since(None, None, None) == Sindsdien()
