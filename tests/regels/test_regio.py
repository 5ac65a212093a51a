"""Another region needs files and no code: the same rules, asked with its catalogue, give its answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rondetafel.regels import catalogus as geladen
from rondetafel.regels.akkoord import assess_akkoord
from rondetafel.regels.catalogus import all_versies, catalogue_on, combine_versies, read_map, use_regio
from rondetafel.regels.datum import weeks_before
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.product import Bepaling
from rondetafel.regels.regelboek import all_regels
from rondetafel.regels.spreken import fill_in
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import logeren_duty, papers_duty, rto_duties
from rondetafel.regels.tomltabel import CatalogusFout
from rondetafel.regels.verlenging import assess_verlenging
from tests.regels.test_akkoord import GOEDE_VRAAG as AKKOORD
from tests.regels.test_verlenging import GOEDE_VRAAG as VERLENGING
from tests.regels.voorbeelden import CATALOGUS, KALENDER

MAP = Path(__file__).parent / "regio"
REGIO = combine_versies(read_map(MAP), date(2026, 1, 1)).laid_over(CATALOGUS)
SAMEN = REGIO.product("begeleiding-groep")
SNEL = REGIO.product("snel-en-kort")
HUIS = REGIO.product("weekendhuis")
BASIS = Rekenbasis(catalogus=REGIO, kalender=KALENDER)
TEGEN = SAMEN.maximum_maanden
VIJF_WERKDAGEN = '''code = "week"
vraag = "Hoe lang is een week?"
tegenspraken = ["F36"]
gekozen = "vijf-werkdagen"
adr = 20

[[keuze.lezing]]
code = "vijf-werkdagen"'''
NAAR_VERWIJSINDEX = VIJF_WERKDAGEN.replace("week", "verwijsindex", 1).replace("vijf-werkdagen", "altijd")
GEEN_RTO = CATALOGUS.product("begeleiding-groep").rto_nodig.bron


@pytest.fixture
def regio():
    use_regio(read_map(MAP))
    yield
    use_regio(())


def blocks(oordeel: Oordeel) -> set[str]:
    return {str(reden.bron) for reden in oordeel.blokkades}


def test_it_has_its_own_products_only():
    assert set(REGIO.producten) == {"begeleiding-groep", "ambulant", "snel-en-kort", "weekendhuis"}


def test_what_it_does_not_say_stays():
    assert REGIO.norm("brief-van-aanbod") == CATALOGUS.norm("brief-van-aanbod")
    assert REGIO.keuze("ondertekening") == CATALOGUS.keuze("ondertekening")
    assert set(REGIO.keuzes) == set(CATALOGUS.keuzes)
    assert set(REGIO.normen) == set(CATALOGUS.normen)


@pytest.mark.parametrize(
    ("code", "hier", "daar"),
    [
        pytest.param("week", "zeven-dagen", "vijf-werkdagen", id="week"),
        pytest.param("maatwerk-rto", "laatste-week", "uiterlijk-een-week", id="maatwerk-rto"),
    ],
)
def test_it_reads_a_contradiction_in_its_own_way(code, hier, daar):
    assert CATALOGUS.keuze(code).lezing.code == hier
    assert REGIO.keuze(code).lezing.code == daar


@pytest.mark.parametrize(
    ("einddatum", "hier", "daar"),
    [
        pytest.param(date(2026, 6, 30), True, True, id="zes-maanden"),
        pytest.param(date(2026, 7, 1), False, True, id="een-dag-meer-dan-zes"),
        pytest.param(date(2026, 9, 30), False, True, id="negen-maanden"),
        pytest.param(date(2026, 10, 1), False, False, id="een-dag-meer-dan-negen"),
    ],
)
def test_the_maximum_of_an_akkoord(einddatum, hier, daar):
    maximum = CATALOGUS.product("begeleiding-groep").maximum_maanden
    vraag = replace(AKKOORD, einddatum=einddatum)

    assert (str(maximum.bron) not in blocks(assess_akkoord(vraag))) is hier
    assert (str(TEGEN.bron) not in blocks(assess_akkoord(replace(vraag, product=SAMEN)))) is daar


@pytest.mark.parametrize(
    ("tot", "mag"),
    [
        pytest.param(date(2025, 12, 31), True, id="twaalf-maanden-samen"),
        pytest.param(date(2026, 1, 1), False, id="een-dag-meer"),
    ],
)
def test_the_total_of_an_akkoord_and_its_verlengingen(tot, mag):
    oordeel = assess_verlenging(replace(VERLENGING, product=SAMEN, tot=tot))

    assert (str(SAMEN.totaal_maanden.bron) not in blocks(oordeel)) is mag


def test_a_verlenging_without_rto():
    zonder = replace(VERLENGING, rtos=())

    assert str(GEEN_RTO) in blocks(assess_verlenging(zonder))
    assert not {str(GEEN_RTO), str(SAMEN.rto_nodig.bron)} & blocks(
        assess_verlenging(replace(zonder, product=SAMEN))
    )


def test_when_a_verlenging_is_asked():
    einde = date(2026, 6, 30)

    assert weeks_before(einde, CATALOGUS.norm("verlenging-vragen").aantal) == date(2026, 5, 5)
    assert weeks_before(einde, REGIO.norm("verlenging-vragen").aantal) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("rto_op", "mag"),
    [
        pytest.param(date(2026, 4, 16), True, id="twee-weken-voor-het-einde"),
        pytest.param(date(2026, 4, 17), False, id="een-dag-later"),
        pytest.param(None, False, id="niet-afgesproken"),
    ],
)
def test_maatwerk_under_another_name_and_other_numbers(rto_op, mag):
    vraag = replace(
        AKKOORD,
        product=SNEL,
        keuzes=REGIO.keuzes,
        normen=REGIO.normen,
        einddatum=date(2026, 4, 30),
        aanbieder_producten=frozenset({SNEL.code}),
        rto_op=rto_op,
    )

    assert assess_akkoord(vraag).is_akkoord is mag


def test_the_duties_of_maatwerk_follow_the_region():
    van, tot, rto_op = date(2026, 1, 1), date(2026, 4, 30), date(2026, 4, 16)
    [rto] = rto_duties(SNEL, van, tot, BASIS)
    papieren = papers_duty(SNEL, van, tot, BASIS, rto_op=rto_op)

    assert rto.regel.apply(rto.vanaf, BASIS).vervalt_op == rto_op
    assert papieren.regel.apply(papieren.vanaf, BASIS).vervalt_op == date(2026, 3, 26)


@pytest.mark.parametrize(
    ("afwijking", "mag"),
    [
        pytest.param({}, True, id="twee-etmalen"),
        pytest.param({"aantal_per_week": 3}, False, id="drie-etmalen"),
        pytest.param({"motivering": ""}, False, id="zonder-reden"),
    ],
)
def test_logeren_under_another_name_and_other_numbers(afwijking, mag):
    vraag = replace(
        AKKOORD,
        product=HUIS,
        keuzes=REGIO.keuzes,
        normen=REGIO.normen,
        aanbieder_producten=frozenset({HUIS.code}),
        aantal_per_week=2,
    )

    assert assess_akkoord(replace(vraag, **afwijking)).is_akkoord is mag


def test_another_solution_is_found_within_the_months_of_the_region():
    plicht = logeren_duty(HUIS, date(2026, 1, 1))

    assert plicht.regel.apply(plicht.vanaf, BASIS).vervalt_op == date(2026, 6, 1)
    assert logeren_duty(SAMEN, date(2026, 1, 1)) is None


def test_the_texts_of_the_rules_take_their_numbers_from_the_region():
    teksten = {regel.code: regel.tekst for regel in all_regels()}

    assert fill_in(teksten["verlenging-op-tijd"], CATALOGUS).startswith("Acht weken voor het einde")
    assert fill_in(teksten["verlenging-op-tijd"], REGIO).startswith("Twaalf weken voor het einde")
    assert "Uiterlijk zeven dagen voor het einde." in fill_in(teksten["maatwerk-rto-bij-start"], REGIO)


@pytest.mark.parametrize("catalogus", [CATALOGUS, REGIO], ids=["jens", "regio"])
def test_every_text_is_filled_in(catalogus):
    assert [een.code for een in all_regels() if set("{}") & set(fill_in(een.tekst, catalogus))] == []


def test_the_app_asks_the_region_once_it_is_told(regio):
    vandaag = catalogue_on(date(2026, 1, 1))

    assert vandaag == REGIO
    assert {"normen-2025", "normen-2020"} <= {versie.naam for versie in all_versies()}


def test_without_a_region_it_is_that_of_jens():
    assert catalogue_on(date(2026, 1, 1)) == CATALOGUS
    assert geladen.all_versies() == read_map(geladen.MAP)


@pytest.mark.parametrize(
    ("bestand", "old", "new", "melding"),
    [
        pytest.param(
            "normen-2025.toml",
            '"verlenging-vragen"',
            '"verlengen-vragen"',
            "normen-2025: norm: 'verlengen-vragen' wordt door geen regel gevraagd",
            id="norm",
        ),
        pytest.param(
            "keuzes-2025.toml",
            '"vijf-werkdagen"',
            '"vijf-dagen"',
            "keuzes-2025: keuze: 'week' met 'vijf-dagen' wordt door geen regel gevraagd",
            id="lezing",
        ),
        pytest.param(
            "keuzes-2025.toml",
            VIJF_WERKDAGEN,
            NAAR_VERWIJSINDEX,
            "keuzes-2025: keuze: 'verwijsindex' ligt vast. De Jeugdwet",
            id="vast",
        ),
    ],
)
def test_a_slip_in_a_code_is_refused(tmp_path, bestand, old, new, melding):
    text = (MAP / bestand).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / bestand).write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(CatalogusFout, match=melding):
        use_regio(read_map(tmp_path))


@pytest.mark.parametrize(
    ("startdatum", "mag"),
    [
        pytest.param(date(2026, 7, 31), True, id="zes-maanden-geleden"),
        pytest.param(date(2026, 8, 1), False, id="een-dag-ouder"),
    ],
)
def test_how_old_an_onderzoek_may_be(startdatum, mag):
    product = CATALOGUS.product("behandeling-individueel")
    grens = Bepaling(waarde=6, bron=product.regime.bron)
    [onderzoek] = AKKOORD.eerder
    vraag = replace(
        AKKOORD,
        product=replace(product, onderzoek_maanden=grens),
        startdatum=startdatum,
        einddatum=startdatum,
        aanbieder_producten=frozenset({product.code}),
        eerder=(replace(onderzoek, tot=date(2026, 1, 31)),),
    )

    assert (product.onderzoek_vooraf.bron not in {r.bron for r in assess_akkoord(vraag).blokkades}) is mag
