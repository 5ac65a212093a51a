"""What stands out about looking: every rule on both sides of its bound, and normal work stays quiet."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from rondetafel.regels.afwijking import (
    Grenzen,
    Kijkdag,
    Signaal,
    assess_afsluiten,
    find_afwijkingen,
)

DAG = date(2026, 11, 12)
IK, GEZIN = UUID(int=1), UUID(int=2)
GEWOON = Kijkdag(
    dag=DAG,
    gebruiker_id=IK,
    naam="Iris Bos",
    rol="backoffice",
    gezin_id=GEZIN,
    gezinsnummer=147,
    gemeente_id=882,
    uren=frozenset({9, 10}),
    is_breed=False,
    has_band=True,
    has_werk=False,
    is_geweigerd=False,
    is_afgeschermd=False,
    has_zelfde_naam=False,
    has_zelfde_postcode=False,
    is_eigen_gezin=False,
)


def found(*dagen, **grenzen):
    return {een.signaal for een in find_afwijkingen(dagen, Grenzen(**grenzen))}


@pytest.mark.parametrize(
    ("anders", "signalen"),
    [
        pytest.param({}, set(), id="gewoon werk"),
        pytest.param({"has_band": False}, {Signaal.ZONDER_BAND}, id="geen band en geen werk"),
        pytest.param({"has_band": False, "has_werk": True}, set(), id="geen band, wel werk"),
        pytest.param(
            {"has_band": False, "rol": "gemeente", "is_breed": True}, {Signaal.ZONDER_BAND}, id="gemeente"
        ),
        pytest.param({"has_band": False, "is_geweigerd": True}, {Signaal.ZONDER_BAND}, id="poging"),
        pytest.param({"is_eigen_gezin": True}, {Signaal.EIGEN_GEZIN}, id="eigen gezin"),
        pytest.param({"has_zelfde_naam": True}, {Signaal.ZELFDE_NAAM}, id="zelfde achternaam"),
        pytest.param({"has_zelfde_postcode": True}, {Signaal.ZELFDE_POSTCODE}, id="zelfde postcode"),
        pytest.param({"is_afgeschermd": True}, set(), id="geheim adres, met band"),
        pytest.param(
            {"is_afgeschermd": True, "has_band": False, "has_werk": True},
            {Signaal.AFGESCHERMD},
            id="geheim adres, zonder band",
        ),
        pytest.param({"uren": frozenset({22})}, set(), id="22 uur is avond"),
        pytest.param({"uren": frozenset({23})}, {Signaal.NACHT}, id="23 uur is nacht"),
        pytest.param({"uren": frozenset({5, 9})}, {Signaal.NACHT}, id="5 uur is nacht"),
        pytest.param({"uren": frozenset({6})}, set(), id="6 uur is ochtend"),
    ],
)
def test_signal(anders, signalen):
    assert found(replace(GEWOON, **anders)) == signalen


def opened(hoeveel, **anders):
    return [replace(GEWOON, gezin_id=uuid4(), **anders) for _ in range(hoeveel)]


@pytest.mark.parametrize(("hoeveel", "signalen"), [(20, set()), (21, {Signaal.VEEL})])
def test_many_families_on_one_day_stand_out(hoeveel, signalen):
    assert found(*opened(hoeveel)) == signalen


def test_many_is_counted_for_each_person_and_day():
    gisteren = DAG - timedelta(days=1)

    assert not found(*opened(15), *opened(15, dag=gisteren), *opened(15, gebruiker_id=uuid4()))


def test_who_reads_by_municipality_may_open_more():
    assert not found(*opened(60, is_breed=True))
    assert found(*opened(61, is_breed=True)) == {Signaal.VEEL}


def test_many_is_one_finding_in_each_municipality_and_names_no_family():
    gevonden = find_afwijkingen([*opened(15), *opened(15, gemeente_id=917)], Grenzen())

    assert sorted(een.kijkdag.gemeente_id for een in gevonden) == [882, 917]
    assert {(een.gezin_id, een.gezinsnummer) for een in gevonden} == {(None, None)}


def test_finding_says_who_and_why_with_its_source():
    [een] = find_afwijkingen([replace(GEWOON, uren=frozenset({2}))], Grenzen())

    assert een.reden.tekst == "Iris Bos keek in de nacht, in het uur vanaf 2:00."
    assert (een.gezin_id, een.gezinsnummer) == (GEZIN, 147)
    assert not een.reden.blokkeert
    assert een.reden.bron.regel


@pytest.mark.parametrize(
    ("reden", "door", "mag"),
    [
        pytest.param("Nagevraagd bij Iris: dienst", uuid4(), True, id="goed"),
        pytest.param("x" * 20, uuid4(), True, id="net lang genoeg"),
        pytest.param("x" * 19 + " ", uuid4(), False, id="te kort"),
        pytest.param("Nagevraagd bij Iris: dienst", IK, False, id="eigen kijken"),
    ],
)
def test_closing(reden, door, mag):
    assert assess_afsluiten(reden, door=door, keek=IK).is_akkoord is mag


def test_both_reasons_are_told():
    assert len(assess_afsluiten("", door=IK, keek=IK).redenen) == 2
