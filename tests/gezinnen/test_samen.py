"""What is about the whole family: read by consent only when there is a yes about everyone in it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from rondetafel.gezinnen.gegevens import Deelopgave, Nieuwkomer, Persoonsgegevens
from rondetafel.gezinnen.models import Gezinsrol
from rondetafel.gezinnen.operations import (
    add_persoon,
    ask_deelvragen,
    close_inzage,
    correct_persoon,
    withdraw_toestemming,
)
from rondetafel.gezinsplan.models import Doel
from rondetafel.regels.personen import Geboren
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel
from tests.factories import DoelFactory
from tests.gezinnen.wereld import Thuis, do
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
EEN_DAG = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def thuis():
    """A goal of the child and one of the whole family, and the question about all three of them."""
    thuis = Thuis()
    doel = DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind, specifiek="Naar school")
    DoelFactory(plan=doel.plan, voor=None, specifiek="Samen eten")
    opgaven = [
        Deelopgave(persoon_id=een.pk, onderdelen=frozenset({Onderdeel.PLAN}), doel="oppassen")
        for een in (thuis.kind, *thuis.ouders)
    ]
    thuis.vragen = do(ask_deelvragen, thuis.oma.pk, opgaven=opgaven, als=thuis.regisseur)
    return thuis


def text_of(answer):
    return " ".join(strip_tags(answer.content.decode()).split())


def read_by_oma():
    """The goals that oma reads, and the same by the first fence."""
    with as_eigenaar():
        oma = Gebruiker.objects.get(email="oma@voorbeeld.example")
    with as_person(oma, peildatum=DAG) as wie:
        doelen = set(Doel.objects.values_list("specifiek", flat=True))
        assert doelen == set(Doel.objects.visible_to(wie, DAG).values_list("specifiek", flat=True))
    return doelen


def say_yes(thuis, *, laatste=True):
    over_kind, *over_ouders = thuis.vragen
    for ouder in thuis.ouders:
        thuis.answer(over_kind, ouder)
    for vraag, ouder in zip(over_ouders, thuis.ouders, strict=True):
        if laatste or ouder != thuis.ouders[-1]:
            thuis.answer(vraag, ouder)


def days_together():
    with as_eigenaar():
        return list(Band.objects.filter(grond=Grond.SAMEN).values_list("van", "tot", "onderdelen"))


def test_the_last_yes_about_everyone_opens_what_is_together(thuis):
    say_yes(thuis, laatste=False)
    assert read_by_oma() == {"Naar school"}

    thuis.answer(thuis.vragen[-1], thuis.ouders[-1])

    assert read_by_oma() == {"Naar school", "Samen eten"}
    # The day before the twelfth birthday: from then on the child is asked too.
    assert days_together() == [(DAG, date(2028, 5, 3), ["gezin", "plan"])]


@pytest.mark.parametrize("hoe", ["een-trekt-in", "nieuw-in-het-gezin", "leest-niet-meer"])
def test_it_shuts_at_once_when_it_stops_for_one_of_them(thuis, hoe):
    say_yes(thuis)

    if hoe == "een-trekt-in":
        do(withdraw_toestemming, thuis.vragen[-1].pk, als=thuis.accounts[thuis.ouders[-1].pk])
    elif hoe == "nieuw-in-het-gezin":
        bo = Persoonsgegevens(
            rol=Gezinsrol.OUDER, voornaam="Bo", tussenvoegsel="", achternaam="Vos", geslacht="O",
            geboren=Geboren(), overleden_op=None, taal="", tolk="", geen_bsn="",
        )  # fmt: skip
        nieuw = Nieuwkomer(persoon=bo, relatie="", bsn="")
        do(add_persoon, thuis.gezin.pk, opgave=nieuw, als=thuis.regisseur)
    else:
        do(close_inzage, thuis.oma.pk, als=thuis.regisseur)

    assert read_by_oma() == (set() if hoe == "leest-niet-meer" else {"Naar school"})
    assert [tot for _, tot, _ in days_together()] == [DAG - EEN_DAG]


def test_the_page_names_about_whom_a_yes_is_missing_to_who_may_know(client, thuis):
    say_yes(thuis, laatste=False)
    url = reverse("gezinnen:wie_leest", args=[thuis.gezin.pk])
    eerste, ander = thuis.ouders

    client.force_login(thuis.regisseur)
    assert f"Er is nog ja nodig over: {ander.voornaam}." in text_of(client.get(url))
    client.force_login(thuis.accounts[eerste.pk])
    # Of the other parent this one does not know who reads.
    assert "Oma Truus Ziet dit nog niet. Vraag het" in text_of(client.get(url))


def die(thuis, ouder):
    overleden = Persoonsgegevens(
        rol=ouder.rol, voornaam=ouder.voornaam, tussenvoegsel="", achternaam=ouder.achternaam, geslacht="O",
        geboren=ouder.geboren, overleden_op=DAG, taal="", tolk="", geen_bsn=ouder.geen_bsn,
    )  # fmt: skip
    do(correct_persoon, ouder.pk, gelezen=ouder.versie, opgave=overleden, als=thuis.regisseur)


def test_when_the_only_one_without_a_yes_dies_it_opens_in_that_transaction(thuis):
    say_yes(thuis, laatste=False)
    assert read_by_oma() == {"Naar school"}

    die(thuis, thuis.ouders[-1])

    assert read_by_oma() == {"Naar school", "Samen eten"}
    assert [van for van, _, _ in days_together()] == [DAG]


def test_who_died_decides_and_reads_no_more_and_what_waited_for_them_opens(thuis):
    over_kind, over_eerste, _ = thuis.vragen
    eerste, ander = thuis.ouders
    thuis.answer(over_kind, eerste)
    thuis.answer(over_eerste, eerste)
    assert read_by_oma() == set()

    die(thuis, ander)

    assert read_by_oma() == {"Naar school", "Samen eten"}
    with as_person(thuis.accounts[ander.pk], peildatum=DAG):
        assert not Doel.objects.exists()
    with as_person(thuis.accounts[eerste.pk], peildatum=DAG):
        assert Doel.objects.exists()
