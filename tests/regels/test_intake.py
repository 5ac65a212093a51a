"""How each step of the intake stands, what comes before what, and what a note must hold."""

from dataclasses import replace
from datetime import date, time

import pytest

from rondetafel.regels.intake import (
    NODIG,
    NUMMERS,
    STAPPEN,
    ZIJPADEN,
    Intakefeiten,
    Onderwerp,
    Stand,
    Voorkeur,
    assess_volgorde,
    next_step,
    stand_of,
    standen_of,
)
from rondetafel.regels.intakegesprek import Gesprek, assess_gesprek
from rondetafel.regels.startoverleg import AGENDA, arrival_of_family
from rondetafel.regels.uitnodiging import Dagkeuze, Lijst, assess_dag, assess_lijst

DAG = date(2026, 11, 16)
MORGEN = date(2026, 11, 17)
LEEG = Intakefeiten()
O = Onderwerp  # noqa: E741 - as short as a table asks


def test_thirteen_steps_of_which_the_ninth_asks_two_things():
    assert [NUMMERS[een] for een in STAPPEN] == [*"12345678", "9a", "9b", "10", "11", "12", "13"]


@pytest.mark.parametrize(
    ("stap", "feiten", "stand"),
    [
        (O.GEGEVENS, {"personen": 2}, Stand.KLAAR),
        (O.GEGEVENS, {"personen": 2, "zonder_geboortedatum": 1}, Stand.BEZIG),
        (O.NETWERK, {"netwerk": 2, "netwerk_zonder_steun": 1}, Stand.BEZIG),
        (O.NETWERK, {"netwerk": 1}, Stand.KLAAR),
        (O.BEROEP, {"beroep": 1}, Stand.KLAAR),
        (O.VOORKEUR, {"voorkeur": Voorkeur.GEVRAAGD}, Stand.BEZIG),
        (O.VOORKEUR, {"voorkeur": Voorkeur.GEEN}, Stand.KLAAR),
        (O.VOORKEUR, {"voorkeur": Voorkeur.SAMEN}, Stand.KLAAR),
        (O.VOORKEUR, {"besproken": frozenset({O.VOORKEUR})}, Stand.OPEN),
        (O.VERWIJSINDEX, {"minderjarigen": 1}, Stand.NIET_NODIG),
        (O.VERWIJSINDEX, {"is_verwijsindex_aan": True}, Stand.NIET_NODIG),
        (O.VERWIJSINDEX, {"is_verwijsindex_aan": True, "minderjarigen": 1}, Stand.OPEN),
        (O.CONCEPTPLAN, {"is_plan_begonnen": True}, Stand.BEZIG),
        (O.CONCEPTPLAN, {"is_plan_begonnen": True, "doelen": 1}, Stand.KLAAR),
        (O.TOEGANG, {"lezers": 1}, Stand.KLAAR),
        (O.UITNODIGEN, {"genodigden": 2}, Stand.BEZIG),
        (O.UITNODIGEN, {"besloten_op": DAG}, Stand.KLAAR),
        (O.ZEKER, {"zeker": 1}, Stand.KLAAR),
        (O.DATA, {"datums": 1}, Stand.BEZIG),
        (O.DATA, {"datums": 2}, Stand.KLAAR),
        (O.DATUM, {"besproken": frozenset({O.DATUM})}, Stand.OPEN),
        (O.DATUM, {"startoverleg_op": DAG}, Stand.KLAAR),
        (O.STARTOVERLEG, {"startoverleg_op": DAG}, Stand.BEZIG),
        (O.STARTOVERLEG, {"startoverleg_op": DAG, "is_startoverleg_gehouden": True}, Stand.KLAAR),
        (O.UITLEG, {"besproken": frozenset({O.UITLEG})}, Stand.KLAAR),
        (
            O.NETWERK,
            {"netwerk": 1, "netwerk_zonder_steun": 1, "besproken": frozenset({O.NETWERK})},
            Stand.KLAAR,
        ),
    ],
)
def test_a_step_stands_as_the_records_say(stap, feiten, stand):
    assert stand_of(stap, replace(LEEG, **feiten)) is stand


@pytest.mark.parametrize("stap", [een for een in STAPPEN if een is not O.VERWIJSINDEX])
def test_nothing_is_done_of_itself(stap):
    assert stand_of(stap, LEEG) is Stand.OPEN


def test_one_goes_on_at_the_first_step_that_is_not_done_and_past_what_need_not():
    klaar = dict.fromkeys(STAPPEN, Stand.KLAAR)
    assert next_step(standen_of(LEEG)) is O.VOORBEREIDEN
    assert next_step(klaar | {O.CONCEPTPLAN: Stand.OPEN, O.DATUM: Stand.OPEN}) is O.DATUM
    assert next_step(klaar | {O.CONCEPTPLAN: Stand.BEZIG}) is O.CONCEPTPLAN
    assert next_step(klaar) is None


@pytest.mark.parametrize("stap", [een for een in STAPPEN if een not in NODIG])
def test_most_steps_go_in_any_order(stap):
    assert assess_volgorde(stap, standen_of(LEEG)).redenen == ()


@pytest.mark.parametrize(
    ("stap", "klaar", "kan", "signalen"),
    [
        (O.UITNODIGEN, (), True, 2),
        (O.UITNODIGEN, (O.NETWERK, O.BEROEP), True, 0),
        (O.ZEKER, (), False, 0),
        (O.ZEKER, (O.UITNODIGEN,), True, 0),
        (O.DATA, (O.UITNODIGEN,), True, 0),
        (O.DATUM, (O.DATA,), False, 0),
        (O.DATUM, (O.DATA, O.ZEKER), True, 0),
        (O.STARTOVERLEG, (), False, 0),
        (O.STARTOVERLEG, (O.DATUM,), True, 0),
        (O.TOEGANG, (), True, 1),
    ],
)
def test_what_a_step_needs_is_said_with_a_way_on(stap, klaar, kan, signalen):
    oordeel = assess_volgorde(stap, standen_of(LEEG) | dict.fromkeys(klaar, Stand.KLAAR))
    assert (oordeel.is_akkoord, len(oordeel.signalen)) == (kan, signalen)
    assert all(reden.uitweg for reden in oordeel.redenen)


@pytest.mark.parametrize(
    ("onderwerp", "anders", "kan"),
    [
        (O.NETWERK, {}, True),
        (O.NETWERK, {"besproken_op": MORGEN}, False),
        (O.VOORKEUR, {"voorkeur": Voorkeur.GEEN}, True),
        (O.VOORKEUR, {}, False),
        (O.VOORKEUR, {"voorkeur": Voorkeur.KAN}, False),
        (O.VOORKEUR, {"voorkeur": Voorkeur.KAN, "met_wie": True}, True),
        (O.MAATWERK, {}, False),
        (O.MAATWERK, {"met_wie": True}, True),
        (O.OPSCHALING, {"met_wie": True}, False),
        (O.OPSCHALING, {"tekst": "Het wacht."}, False),
        (O.OPSCHALING, {"met_wie": True, "tekst": "Het wacht."}, True),
    ],
)
def test_a_note_says_enough(onderwerp, anders, kan):
    gesprek = Gesprek(**{"onderwerp": onderwerp, "besproken_op": DAG} | anders)
    assert assess_gesprek(gesprek, DAG).is_akkoord is kan
    assert set(ZIJPADEN) == {O.MAATWERK, O.OPSCHALING}


@pytest.mark.parametrize(
    ("gezin", "door", "op", "kan"),
    [(1, 1, DAG, True), (0, 1, DAG, False), (1, 0, DAG, False), (1, 1, MORGEN, False)],
)
def test_the_list_is_made_with_the_family_and_with_them_on_it(gezin, door, op, kan):
    lijst = Lijst(gezin_gevraagd=gezin, besloten_door=door, besloten_op=op)
    assert assess_lijst(lijst, DAG).is_akkoord is kan


@pytest.mark.parametrize(
    ("anders", "kan", "woord"),
    [
        ({}, True, ""),
        ({"dag": date(2026, 11, 15)}, False, "is al geweest"),
        ({"zeker": 0}, False, "wie er zeker bij moet zijn"),
        ({"kan_niet": ("juf Anja",)}, False, "kan dan niet: juf Anja"),
        ({"wil_niet": ("opa",)}, False, "wil niet komen: opa"),
        (
            {"kan_niet": ("juf Anja",), "wil_niet": ("opa",)},
            False,
            "kan dan niet: juf Anja; wil niet komen: opa",
        ),
        ({"gezin": 2, "gezin_niet": ("Esther",)}, True, "Van het gezin kan niet: Esther."),
        ({"gezin": 2, "gezin_niet": ("Esther", "Noor")}, False, "Van het gezin kan niemand: Esther, Noor."),
        ({"gezin": 2}, True, ""),
        ({"zonder_antwoord": ("oma",)}, True, "zei nog niets over deze dag: oma"),
    ],
)
def test_a_day_is_for_who_must_be_there(anders, kan, woord):
    oordeel = assess_dag(Dagkeuze(**{"dag": DAG, "zeker": 1} | anders), DAG)
    assert oordeel.is_akkoord is kan
    assert woord in " ".join(reden.tekst for reden in oordeel.redenen)


@pytest.mark.parametrize(
    ("begint", "komt"), [(time(15, 30), time(15, 15)), (time(9, 5), time(8, 50)), (time(0, 10), time(0, 0))]
)
def test_the_family_comes_a_quarter_earlier(begint, komt):
    assert arrival_of_family(begint) == komt


def test_the_agenda_begins_with_the_story_of_the_family_and_ends_with_the_next_date():
    assert [een.eerst for een in AGENDA].count("het gezin") == 5
    assert "Prik meteen" in AGENDA[-1].uitleg
