"""The records of the population, counted in SQL, give exactly the published figures."""

from itertools import islice
from random import Random

import pytest
from django.db import connection

from rondetafel.platform.demo.bevolking.cijfers import AANMELDINGEN, JEUGDIGEN, WACHTENDEN
from rondetafel.platform.demo.bevolking.loop import lay_out
from rondetafel.platform.demo.bsn import invent_bsns
from rondetafel.platform.demo.populatie import ZAAD, load_population
from rondetafel.platform.demo.tijd import on_day
from rondetafel.werkplek.sweep import count_differences, sweep
from tests.conftest import PEILDATUM
from tests.demo.conftest import check_constraints
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

TABEL_5_1 = """
with zorg as (
    select gemeente_id, jeugdige_id,
        bool_or(startdatum <= '2020-01-01' and coalesce(einddatum, 'infinity') >= '2020-01-01') as begin,
        bool_or(startdatum <= '2020-12-31' and coalesce(einddatum, 'infinity') >= '2020-01-01') as jaar,
        bool_or(startdatum <= '2020-12-31' and coalesce(einddatum, 'infinity') >= '2020-12-31') as einde
    from zorg_akkoordzorg group by 1, 2
)
select gemeente_id,
    count(*) filter (where begin), count(*) filter (where jaar and not begin), count(*) filter (where jaar),
    count(*) filter (where jaar and not einde), count(*) filter (where einde)
from zorg group by 1
"""


@pytest.fixture(scope="module")
def regels(decor):
    """What loading the population said, after the twelve families were there.

    Plans that earlier tests made for tables with a few rows would read all of them for each row that comes in.
    """
    lines = []
    with connection.cursor() as cursor:
        cursor.execute("discard plans")
        cursor.execute("set local enable_seqscan = off")
    load_population("jens-2020", lines.append)
    load_population("jens-2020", lines.append)
    check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = on")
    return lines


@pytest.fixture(autouse=True)
def _as_eigenaar(regels):
    with as_eigenaar():
        yield


def ask(sql, *waarden):
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        return cursor.fetchall()


def test_loading_says_so_and_a_second_time_changes_nothing(regels):
    assert regels[0].startswith("Populatie jens-2020 geladen")
    assert regels[1] == "De populatie jens-2020 staat er al."


def test_children_in_care_are_those_of_table_5_1():
    assert {gemeente: tuple(rest) for gemeente, *rest in ask(TABEL_5_1)} == {
        917: (1473, 1137, 2610, 1055, 1555),
        882: (631, 387, 1018, 502, 516),
        986: (131, 93, 224, 108, 116),
    }


def test_new_questions_per_month_are_those_of_5_6():
    geteld = ask(
        "select extract(month from ontvangen_op)::int, count(*) from instroom_aanmelding"
        " where extract(year from ontvangen_op) = 2020 group by 1"
    )

    assert dict(geteld) == AANMELDINGEN


@pytest.mark.parametrize(("einde", "aantal"), WACHTENDEN.items(), ids=str)
def test_waiting_at_the_end_of_a_quarter_are_those_of_5_6(einde, aantal):
    [geteld] = ask(
        "select count(*), count(distinct jeugdige_id) from instroom_wachtplek"
        " where kwadrant in ('K2', 'K3') and %s between van and coalesce(tot, 'infinity')",
        einde,
    )

    assert geteld == (aantal, aantal)


def test_this_year_holds_only_the_twelve_families():
    lopend = ask(
        "select count(*) from zorg_akkoordzorg akkoord join gezinnen_gezin gezin on gezin.id = akkoord.gezin_id"
        " where gezin.nummer > 12 and coalesce(akkoord.einddatum, 'infinity') >= %s"
        " union all select count(*) from toegang_band band join gezinnen_gezin gezin on gezin.id = band.gezin_id"
        " where gezin.nummer > 12 and coalesce(band.tot, 'infinity') >= %s"
        " union all select count(*) from kern_termijn termijn join gezinnen_gezin gezin"
        " on gezin.id = termijn.gezin_id where gezin.nummer > 12"
        " union all select count(*) from instroom_aanmelding where nummer >= 10000 and stand <> 'besloten'",
        PEILDATUM,
        PEILDATUM,
    )

    assert lopend == [(0,), (0,), (0,), (0,)]


def test_numbers_go_on_after_the_population():
    [(gezin, aanmelding)] = ask("select nextval('gezin_nummer'), nextval('aanmelding_nummer')")

    assert [(gezin, aanmelding)] == ask(
        "select (select max(nummer) + 1 from gezinnen_gezin), (select max(nummer) + 1 from instroom_aanmelding)"
    )


def test_nobody_of_the_population_can_log_in():
    assert ask(
        "select distinct password, is_active from toegang_gebruiker where email like '%%.2020@demo.example'"
    ) == [("!", False)]


def test_each_child_was_asked_for_then_decided_about_and_then_helped():
    [(te_vroeg,)] = ask(
        "select count(*) from instroom_aanmelding aanmelding"
        " join instroom_triage triage on triage.aanmelding_id = aanmelding.id"
        " join (select jeugdige_id, min(gegeven_op) gegeven_op, min(startdatum) startdatum"
        " from zorg_akkoordzorg group by 1) zorg on zorg.jeugdige_id = aanmelding.jeugdige_id"
        " where triage.kwadranten <> '{K1}' and not (aanmelding.ontvangen_op < aanmelding.doorgestuurd_op"
        " and aanmelding.doorgestuurd_op < triage.besloten_op and triage.besloten_op <= zorg.gegeven_op"
        " and zorg.gegeven_op <= zorg.startdatum) and aanmelding.nummer >= 10000"
    )

    assert te_vroeg == 0


def test_no_duty_differs_from_its_facts():
    assert count_differences(sweep(PEILDATUM)) == []


def test_it_is_varied():
    [(meer_akkoorden, producten, gas, redenen, alleen)] = ask(
        "select (select count(*) from (select jeugdige_id from zorg_akkoordzorg group by 1 having count(*) > 1) x),"
        " (select count(distinct product_code) from zorg_akkoordzorg),"
        " (select count(*) from zorg_stopzorg where gas_score is not null),"
        " (select count(distinct reden) from zorg_stopzorg),"
        " (select count(*) from (select gezin_id from gezinnen_persoon where rol = 'ouder'"
        " group by 1 having count(*) = 1) x)"
    )

    assert meer_akkoorden > 500
    assert producten == 9
    assert gas > 1000
    assert redenen == 5
    assert alleen > 500


def test_the_same_seed_gives_the_same_courses():
    eerste, tweede = (lay_out(Random(ZAAD)) for _ in range(2))  # noqa: S311

    assert eerste == tweede
    assert len(eerste) == sum(een.begin + een.nieuw for een in JEUGDIGEN.values()) + 288


def test_there_are_numbers_enough():
    assert len(list(islice(invent_bsns(), 9000))) == 9000


def test_a_day_of_a_story_ends_with_its_block():
    from rondetafel.kern.models import Logregel

    with on_day(PEILDATUM):
        assert Logregel().at.date() == PEILDATUM
    assert Logregel().at.date() != PEILDATUM
