"""Waiting for the verwijzer stops the clock to the day, and an acute question is picked up within a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rondetafel.instroom.models import Aanmelding
from rondetafel.instroom.operations import (
    ask_information,
    complete_dossier,
    record_information,
    register_aanmelding,
    start_acuut,
)
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.rollen import Rol
from tests.factories import HEERLEN, GebruikerFactory
from tests.instroom.opgaven import AANMELDING, DOSSIER
from tests.instroom.wereld import DAG, NU, do, events, fresh, running
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


def test_the_clock_stands_still_from_the_day_after_the_question_through_the_day_of_the_answer(
    verwijzer, backoffice
):
    """Asked on Tuesday and answered on Friday: three working days do not count."""
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)
    asked, again, answered = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 20)

    for dag in (asked, again):
        do(ask_information, aanmelding.pk, vraag="Gezag?", als=backoffice, peildatum=dag, nu=NU)
        with as_eigenaar():
            rij = Termijn.objects.running().get(betreft_id=aanmelding.pk)
            assert (rij.stil_sinds, rij.vervalt_op) == (asked, date(2026, 11, 23))
    do(record_information, aanmelding.pk, antwoord="Moeder.", als=backoffice, peildatum=answered)

    with as_eigenaar():
        rij = Termijn.objects.running().get(betreft_id=aanmelding.pk)
    assert (rij.stil_sinds, rij.vervalt_op) == (None, date(2026, 11, 26))
    assert (fresh(aanmelding).wacht_sinds, fresh(aanmelding).pauzes) == (None, [[asked, answered]])

    do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, peildatum=date(2026, 11, 26), nu=NU)

    kept = fresh(aanmelding)
    assert (kept.doorlooptijd_bruto, kept.doorlooptijd_netto, kept.opgepakt_at) == (8, 5, None)


def test_nothing_was_asked_so_nothing_is_answered(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)

    with pytest.raises(Geweigerd):
        do(record_information, aanmelding.pk, antwoord="Moeder.", als=backoffice)

    assert (fresh(aanmelding).antwoord, fresh(aanmelding).pauzes) == ("", [])
    assert running(aanmelding.pk) == {"dossier-doorsturen": date(2026, 11, 23)}


ACUUT = replace(AANMELDING, is_acuut=True)


def test_an_acute_question_is_due_within_a_day_and_picked_up_once(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, ACUUT, als=verwijzer)
    with as_eigenaar():
        rij = Termijn.objects.running().get(regel="acute-vraag")
        assert rij.vervalt_at - fresh(aanmelding).created_at == timedelta(hours=24)

    do(start_acuut, aanmelding.pk, als=backoffice, nu=NU)
    do(start_acuut, aanmelding.pk, als=backoffice, nu=NU + timedelta(hours=3))

    assert fresh(aanmelding).opgepakt_at == NU
    with as_eigenaar():
        rij = Termijn.objects.get(regel="acute-vraag")
        assert (rij.gesloten_op, rij.sluiting) == (DAG, "gedaan")
    assert running(aanmelding.pk) == {"dossier-doorsturen": date(2026, 11, 23)}
    assert events(aanmelding.pk)[1:] == [Gebeurtenis.ACUUT_OPGEPAKT] * 2


@pytest.mark.parametrize(
    ("operatie", "gegeven"),
    [
        (ask_information, {"vraag": "Gezag?"}),
        (complete_dossier, {"opgave": DOSSIER}),
    ],
)
def test_asking_or_making_the_dossier_picks_an_acute_question_up(verwijzer, backoffice, operatie, gegeven):
    aanmelding = do(register_aanmelding, ACUUT, als=verwijzer)

    do(operatie, aanmelding.pk, **gegeven, als=backoffice, nu=NU)

    assert fresh(aanmelding).opgepakt_at == NU
    assert "acute-vraag" not in running(aanmelding.pk)


def test_what_is_not_acute_is_not_picked_up(verwijzer, backoffice, kernteam):
    gewoon = do(register_aanmelding, AANMELDING, als=verwijzer)
    acuut = do(register_aanmelding, ACUUT, als=verwijzer)
    elders = GebruikerFactory(rol=Rol.BACKOFFICE, gemeenten=[HEERLEN])

    for pk, als, fout in (
        (gewoon.pk, backoffice, Geweigerd),
        (acuut.pk, kernteam, GeenToegang),
        (acuut.pk, elders, Aanmelding.DoesNotExist),
    ):
        with pytest.raises(fout):
            do(start_acuut, pk, als=als, nu=NU)

    assert (fresh(gewoon).opgepakt_at, fresh(acuut).opgepakt_at) == (None, None)
    assert {"acute-vraag"} < running(acuut.pk).keys()
    assert Gebeurtenis.ACUUT_OPGEPAKT not in events()


def test_the_week_of_the_kernteam_stands_still_while_the_verwijzer_is_asked(verwijzer, backoffice, kernteam):
    """Forwarded on Monday, asked on Wednesday and answered on Friday: two days do not count."""
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)
    forwarded, asked, answered = date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 20)
    do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, peildatum=forwarded, nu=NU)
    assert running(aanmelding.pk) == {"kernteam-bespreken": date(2026, 11, 23)}

    do(ask_information, aanmelding.pk, vraag="Sinds wanneer?", als=backoffice, peildatum=asked, nu=NU)
    with as_eigenaar():
        rij = Termijn.objects.running().get(betreft_id=aanmelding.pk)
    assert (fresh(aanmelding).stand, rij.stil_sinds) == ("wacht", asked)
    # The dossier is there; it is not made a second time, and the kernteam waits for the answer.
    with pytest.raises(Geweigerd, match="Het dossier is er al"):
        do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, peildatum=asked, nu=NU)
    do(record_information, aanmelding.pk, antwoord="Mei.", als=backoffice, peildatum=answered)

    kept = fresh(aanmelding)
    assert (kept.stand, kept.pauzes) == ("instroom", [[asked, answered]])
    assert running(aanmelding.pk) == {"kernteam-bespreken": date(2026, 11, 25)}
    assert (kept.doorlooptijd_bruto, kept.doorlooptijd_netto) == (0, 0)


def test_what_the_kernteam_asks_changes_nothing_about_the_dossier(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)
    with as_eigenaar():
        before = Termijn.objects.get(betreft_id=aanmelding.pk, regel="dossier-doorsturen").vervalt_op
    do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, peildatum=DAG, nu=NU)

    do(ask_information, aanmelding.pk, vraag="Gezag?", als=backoffice, peildatum=DAG, nu=NU)
    do(record_information, aanmelding.pk, antwoord="Ja.", als=backoffice, peildatum=DAG + timedelta(days=2))

    with as_eigenaar():
        rij = Termijn.objects.get(betreft_id=aanmelding.pk, regel="dossier-doorsturen")
    assert (rij.vervalt_op, rij.stil_sinds) == (before, None)
