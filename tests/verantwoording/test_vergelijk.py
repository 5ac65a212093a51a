"""The opdracht that lays our figures beside the published ones."""

from datetime import date

import pytest

from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.rollen import Rol
from rondetafel.verantwoording.kpis import OPEN_KPIS, find_kpi
from rondetafel.verantwoording.publicaties import NietGepubliceerd, read_publicatie
from rondetafel.verantwoording.vergelijk import (
    GELUKT,
    MISLUKT,
    Naast,
    compare,
    find_directie,
    show,
    summarise,
)
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    AanmeldingFactory,
    AkkoordZorgFactory,
    GebruikerFactory,
    GemeenteFactory,
)

H2 = Halfjaar(2020, 2)


def run(opdracht, tekst="2020-H2"):
    regels = []
    return opdracht(tekst, regels.append), regels


@pytest.fixture
def directie():
    for code in (HEERLEN, LANDGRAAF, VOERENDAAL):
        GemeenteFactory(code=code)
    GebruikerFactory(rol=Rol.DIRECTIE, gemeenten=[HEERLEN])
    return GebruikerFactory(rol=Rol.DIRECTIE, gemeenten=[HEERLEN, LANDGRAAF, VOERENDAAL])


def test_published_tables_hold_their_sums():
    jeugdigen = read_publicatie(H2).jeugdigen

    for kolom in jeugdigen.values():
        assert kolom["a"] + kolom["b"] == kolom["c"]
        assert kolom["c"] - kolom["d"] == kolom["e"]
    for letter, totaal in jeugdigen["totaal"].items():
        assert totaal == sum(kolom[letter] for naam, kolom in jeugdigen.items() if naam != "totaal")


def test_every_published_kpi_is_known_and_says_why_it_is_not_compared():
    open_kpis = {kpi.code for kpi in OPEN_KPIS}

    for waarde in read_publicatie(H2).kpis:
        assert bool(waarde.waarom) is (waarde.code not in open_kpis)
        assert waarde.code in open_kpis or find_kpi(waarde.code)


def test_a_report_that_was_not_published():
    with pytest.raises(NietGepubliceerd, match="2019-H1"):
        read_publicatie(Halfjaar(2019, 1))


def test_summary_counts_each_figure_once():
    cijfers = [
        Naast(naam="x", gepubliceerd="3", berekend=3),
        Naast(naam="y", gepubliceerd="3", berekend=4),
        Naast(naam="z", gepubliceerd="alle", berekend=NietTeBerekenen(ontbreekt="de lijst")),
    ]

    assert summarise(cijfers) == "1 gelijk, 1 verschillend, 1 niet te berekenen"
    assert str(cijfers[2]).endswith("niet te berekenen: de lijst")


@pytest.mark.django_db
def test_each_published_figure_stands_beside_ours(directie):
    for _ in range(3):
        AkkoordZorgFactory(startdatum=date(2020, 2, 1), einddatum=date(2020, 8, 31))
    AanmeldingFactory(ontvangen_op=date(2020, 4, 15))

    code, regels = run(compare)

    tekst = "\n".join(regels)
    assert code == GELUKT
    assert [regel.split() for regel in regels if "nieuwe vragen in april" in regel] == [
        ["nieuwe", "vragen", "in", "april", "2020", "526", "1", "verschillend"]
    ]
    assert "Landgraaf" in tekst
    assert "niet te berekenen: de antwoorden van gezinnen op de vragenlijst" in tekst
    assert regels[-1] == "0 gelijk, 33 verschillend, 15 niet te berekenen"


@pytest.mark.django_db
def test_figures_without_comparison(directie):
    code, regels = run(show, "2026-H2")

    assert code == GELUKT
    assert regels[0] == "Tweede halfjaar 2026, volgens wat nu is vastgelegd"
    assert any("niet te berekenen" in regel for regel in regels)


@pytest.mark.django_db
def test_directie_of_most_municipalities_is_asked(directie):
    assert find_directie().id == directie.pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("opdracht", "tekst", "melding"),
    [
        (compare, "2020", "Schrijf een halfjaar als 2020-H2"),
        (compare, "2026-H1", "Over 2026-H1 is geen rapport gepubliceerd."),
        (compare, "2020-H2", "Er is geen account met de rol directie."),
        (show, "2020-H2", "Er is geen account met de rol directie."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(opdracht, tekst, melding):
    code, regels = run(opdracht, tekst)

    assert code == MISLUKT
    assert len(regels) == 1
    assert regels[0].startswith(melding)
