"""What comes before a grant: the table a product owner can read, on both sides of each bound."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.akkoord import CONTRACT, VOOR_JEUGDIGE, assess_akkoord
from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.product import Soort
from rondetafel.regels.vervolg import chain_begin
from rondetafel.regels.voorwaarden import LICHT_EERST
from tests.regels.voorbeelden import CATALOGUS, KEUZES, choose

GROEP = CATALOGUS.product("begeleiding-groep")
ALLEEN = CATALOGUS.product("begeleiding-individueel")
MAATWERK = CATALOGUS.product("begeleiding-individueel-maatwerk")
BEHANDELING = CATALOGUS.product("behandeling-individueel")
BEHANDELING_GROEP = CATALOGUS.product("behandeling-groep")
GEBIEDSTEAM = CATALOGUS.product("gebiedsteam")
LOGEREN = CATALOGUS.product("logeren")
MST = CATALOGUS.product("mst")
AL_GROEP = EerdereHulp(
    product_code="begeleiding-groep",
    naam="Begeleiding groep",
    soort=Soort.BEGELEIDING,
    van=date(2026, 1, 1),
    tot=date(2026, 6, 30),
)
ONDERZOEK = EerdereHulp(
    product_code="onderzoek-behandeling",
    naam="Onderzoek",
    soort=Soort.ONDERZOEK,
    van=date(2026, 9, 1),
    tot=date(2026, 9, 30),
)
VRAAG = Akkoordvraag(
    product=GROEP,
    startdatum=date(2026, 9, 1),
    einddatum=date(2026, 11, 30),
    aanbieder="De Linde",
    aanbieder_producten=frozenset(CATALOGUS.producten) - {"mst"},
    gevraagd_op=date(2026, 9, 1),
    normen=CATALOGUS.normen,
    keuzes=KEUZES,
    jeugdige="Noor",
    geboortedatum=date(2015, 5, 5),
    doelen=Plandoelen(voor_kind=1, voor_gezin=1),
    motivatie_k3="Het gebiedsteam kan dit niet.",
    overwogen=frozenset(een.code for een in (*GROEP.voorrang, *ALLEEN.voorrang, *BEHANDELING.voorrang)),
    motivering="Wat lichter is, hielp niet.",
    aantal_per_week=1,
    has_diagnose=True,
    has_observatie=True,
    eerder=(ONDERZOEK,),
)


def judge(**anders):
    return assess_akkoord(replace(VRAAG, **anders))


def reasons(**anders):
    return [reden.bron for reden in judge(**anders).blokkades]


def voorrang_of(product, code):
    return next(een.bron for een in product.voorrang if een.code == code)


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({"product": LOGEREN, "aantal_per_week": 1}, [], id="een-etmaal"),
        pytest.param(
            {"product": LOGEREN, "aantal_per_week": 2}, [LOGEREN.maximum_per_week.bron], id="twee-etmalen"
        ),
        pytest.param(
            {"product": LOGEREN, "aantal_per_week": None}, [LOGEREN.maximum_per_week.bron], id="geen-aantal"
        ),
        pytest.param({"aantal_per_week": None}, [], id="groep-zonder-aantal"),
        pytest.param({"aantal_per_week": 9}, [], id="naast-school-is-er-geen-grens"),
        pytest.param({"aantal_per_week": 7, "in_plaats_van_onderwijs": True}, [], id="zeven-dagdelen"),
        pytest.param(
            {"aantal_per_week": 8, "in_plaats_van_onderwijs": True},
            [GROEP.onderwijs_per_week.bron],
            id="acht-dagdelen",
        ),
        pytest.param(
            {"aantal_per_week": None, "in_plaats_van_onderwijs": True},
            [GROEP.onderwijs_per_week.bron],
            id="school-zonder-aantal",
        ),
        pytest.param(
            {"aantal_per_week": None, "keuzes": choose("uren-controleren", "ja")},
            [replace(KEUZES["uren-controleren"], gekozen="ja").lezing.bron],
            id="wie-uren-controleert-vraagt-altijd-een-aantal",
        ),
        pytest.param({"product": MST}, [MST.vaste_aanbieders.bron], id="alleen-vaste-aanbieders"),
        pytest.param({"aanbieder_producten": frozenset()}, [CONTRACT], id="geen-contract"),
        pytest.param({"is_jeugdige": False}, [VOOR_JEUGDIGE], id="voor-een-ouder"),
        pytest.param(
            {"product": LOGEREN, "motivering": " "}, [LOGEREN.zonder_alternatief.bron], id="logeren-zomaar"
        ),
        pytest.param(
            {"product": BEHANDELING_GROEP, "overwogen": frozenset({"reguliere-setting"}), "grond": "medisch"},
            [],
            id="behandeling-op-een-grond",
        ),
        pytest.param(
            {"product": BEHANDELING_GROEP, "overwogen": frozenset({"reguliere-setting"}), "grond": "anders"},
            [BEHANDELING_GROEP.gronden[0].bron],
            id="behandeling-op-een-grond-die-er-niet-is",
        ),
    ],
)
def test_volume_contract_and_ground(afwijking, bronnen):
    assert reasons(**afwijking) == bronnen


@pytest.mark.parametrize("product", [GROEP, ALLEEN, MAATWERK], ids=lambda product: product.code)
def test_each_exclusion_refuses_and_says_where_to_go(product):
    for een in product.uitsluitingen:
        oordeel = judge(
            product=product,
            uitsluitingen=frozenset({een.code}),
            grond="baby",
            rto_op=date(2026, 11, 30),
        )
        (reden,) = oordeel.blokkades
        assert (reden.bron, reden.uitweg) == (een.bron, een.verwijzing)
        assert oordeel.feiten["Waar de hulp niet voor is"] == een.naam


def test_a_problem_of_the_parent_goes_to_the_wmo():
    (reden,) = judge(product=ALLEEN, uitsluitingen=frozenset({"problematiek-ouder"})).blokkades

    assert "Wmo" in reden.uitweg


@pytest.mark.parametrize(
    ("afwijking", "codes"),
    [
        pytest.param({}, [], id="alles-bekeken"),
        pytest.param(
            {"overwogen": frozenset()}, ["begeleiding-groep", "netwerk-versterken"], id="niets-bekeken"
        ),
        pytest.param(
            {"overwogen": frozenset(), "motivatie_k3": ""},
            ["begeleiding-groep", "voorliggend", "eigen-netwerk", "netwerk-versterken"],
            id="ook-niet-bij-de-triage",
        ),
        pytest.param(
            {"overwogen": frozenset(), "eerder": (AL_GROEP,)}, ["netwerk-versterken"], id="groep-was-er-al"
        ),
    ],
)
def test_what_comes_first_is_considered(afwijking, codes):
    assert reasons(product=ALLEEN, **afwijking) == [voorrang_of(ALLEEN, code) for code in codes]


def test_passing_over_asks_a_reason():
    oordeel = judge(product=ALLEEN, motivering="")

    assert len(oordeel.blokkades) == len(ALLEEN.voorrang)
    assert all("waarom dit niet genoeg is" in reden.tekst for reden in oordeel.blokkades)


@pytest.mark.parametrize(
    ("triage", "hier", "mag"), [("", "", False), ("Te zwaar.", "", True), ("", "Te zwaar.", True)]
)
def test_light_help_first(triage, hier, mag):
    onderzoek = CATALOGUS.product("onderzoek-behandeling")

    assert (LICHT_EERST not in reasons(product=onderzoek, motivatie_k3=triage, motivering=hier)) is mag


@pytest.mark.parametrize(
    ("start_onderzoek", "mag"), [(date(2026, 9, 1), True), (date(2026, 9, 2), False), (None, False)]
)
def test_treatment_after_an_onderzoek(start_onderzoek, mag):
    eerder = (replace(ONDERZOEK, van=start_onderzoek),) if start_onderzoek else ()

    assert reasons(product=BEHANDELING, eerder=eerder) == ([] if mag else [BEHANDELING.onderzoek_vooraf.bron])


def test_the_same_treatment_again_needs_no_second_onderzoek():
    eerder = (replace(AL_GROEP, product_code=BEHANDELING.code, tot=date(2026, 8, 31), is_gestopt=True),)

    assert reasons(product=BEHANDELING, eerder=eerder) == []


GEEN_DIAGNOSE = [BEHANDELING.diagnose_nodig.bron, BEHANDELING.observatie_nodig.bron]


@pytest.mark.parametrize(
    ("startdatum", "lezing", "bronnen"),
    [
        pytest.param(date(2026, 9, 1), "vooraf-of-onderzoek", [], id="eerste-dag-onderzoek"),
        pytest.param(date(2026, 9, 30), "vooraf-of-onderzoek", [], id="laatste-dag-onderzoek"),
        pytest.param(date(2026, 10, 1), "vooraf-of-onderzoek", GEEN_DIAGNOSE, id="onderzoek-voorbij"),
        pytest.param(date(2026, 9, 30), "vooraf", GEEN_DIAGNOSE, id="andere-lezing"),
    ],
)
def test_diagnosis_is_there_or_is_being_made(startdatum, lezing, bronnen):
    assert (
        reasons(
            product=BEHANDELING,
            startdatum=startdatum,
            gevraagd_op=startdatum,
            has_diagnose=False,
            has_observatie=False,
            keuzes=choose("diagnose-vooraf", lezing),
        )
        == bronnen
    )


def test_begeleiding_asks_no_diagnosis():
    assert reasons(has_diagnose=False, has_observatie=False) == []


@pytest.mark.parametrize(
    ("gevraagd_op", "blokkeert"), [(date(2026, 10, 13), False), (date(2026, 10, 14), True)]
)
@pytest.mark.parametrize("doelen", [Plandoelen(), Plandoelen(voor_kind=2), Plandoelen(voor_gezin=1)])
def test_goals_are_due_six_weeks_after_the_first_help(doelen, gevraagd_op, blokkeert):
    oordeel = judge(doelen=doelen, gevraagd_op=gevraagd_op)

    (reden,) = [reden for reden in oordeel.redenen if "SMART doel" in reden.tekst]
    assert reden.blokkeert is blokkeert
    assert "13 oktober 2026" in reden.tekst


def test_six_weeks_count_from_the_help_that_came_first():
    oordeel = judge(doelen=Plandoelen(), eerder=(replace(AL_GROEP, van=date(2026, 7, 20)),))

    assert not oordeel.is_akkoord  # 20 July and six weeks is 31 August


def test_goals_that_are_not_finished_are_a_signal():
    (reden,) = judge(doelen=replace(VRAAG.doelen, onaf=("Op tijd naar bed",))).redenen

    assert not reden.blokkeert
    assert "Op tijd naar bed" in reden.tekst


@pytest.mark.parametrize(
    ("product", "tot", "anders", "bronnen"),
    [
        pytest.param(GROEP, date(2026, 8, 31), {}, [GROEP.rto_nodig.bron], id="dag-ervoor-afgelopen"),
        pytest.param(GROEP, date(2026, 8, 30), {}, [], id="een-dag-ertussen"),
        pytest.param(
            GROEP,
            date(2026, 8, 31),
            {"is_gestopt": True, "aanbieder": "De Bron"},
            [],
            id="gestopt-bij-een-ander",
        ),
        pytest.param(
            GROEP,
            date(2026, 8, 31),
            {"is_gestopt": True, "aanbieder": "De Linde"},
            [GROEP.rto_nodig.bron],
            id="gestopt-bij-dezelfde",
        ),
        pytest.param(GROEP, date(2026, 8, 31), {"product_code": "logeren"}, [], id="andere-hulp"),
        pytest.param(GROEP, None, {}, [], id="loopt-door"),
        pytest.param(GEBIEDSTEAM, date(2026, 8, 31), {}, [], id="gebiedsteam-vraagt-geen-rto"),
        # Twelve months from 1 December are over on 30 November, the last day that is asked.
        pytest.param(
            BEHANDELING,
            date(2026, 8, 31),
            {"van": date(2025, 12, 1), "is_gestopt": True},
            [],
            id="twaalf-maanden-precies",
        ),
        pytest.param(
            BEHANDELING,
            date(2026, 8, 31),
            {"van": date(2025, 11, 30), "is_gestopt": True},
            [BEHANDELING.totaal_maanden.bron],
            id="dag-meer-dan-twaalf",
        ),
        pytest.param(
            BEHANDELING,
            date(2026, 8, 30),
            {"van": date(2025, 11, 30), "is_gestopt": True},
            [BEHANDELING.totaal_maanden.bron],
            id="ook-na-een-dag-zonder-hulp",
        ),
    ],
)
def test_the_same_help_goes_on_by_an_extension(product, tot, anders, bronnen):
    vorige = replace(AL_GROEP, tot=tot, **{"product_code": product.code} | anders)

    assert reasons(product=product, eerder=(vorige,)) == bronnen


@pytest.mark.parametrize(
    ("tot", "anders", "gemeld"),
    [
        pytest.param(date(2026, 8, 30), {}, True, id="een-dag-zonder-hulp"),
        pytest.param(date(2026, 6, 30), {}, True, id="twee-maanden-precies"),
        pytest.param(date(2026, 6, 29), {}, False, id="dag-meer"),
        pytest.param(date(2026, 8, 30), {"is_gestopt": True}, True, id="gestopt"),
        pytest.param(date(2026, 8, 30), {"aanbieder": "De Bron"}, False, id="bij-een-ander"),
        pytest.param(date(2026, 8, 30), {"product_code": "logeren"}, False, id="andere-hulp"),
    ],
)
def test_the_same_help_of_the_same_provider_after_a_short_while_is_told(tot, anders, gemeld):
    vorige = replace(AL_GROEP, **{"tot": tot, "aanbieder": "De Linde"} | anders)

    redenen = judge(eerder=(vorige,)).redenen

    assert [een.blokkeert for een in redenen if "lijkt op een verlenging" in een.tekst] == [False] * gemeld


@pytest.mark.parametrize(
    ("startdatum", "lezing", "begin"),
    [
        pytest.param(date(2026, 7, 1), "telt-mee", date(2026, 1, 1), id="dag-erna"),
        pytest.param(date(2026, 9, 1), "telt-mee", date(2026, 1, 1), id="na-twee-maanden"),
        pytest.param(date(2026, 9, 2), "telt-mee", date(2026, 9, 2), id="dag-later"),
        pytest.param(date(2026, 7, 1), "begint-opnieuw", date(2026, 1, 1), id="andere-lezing-dag-erna"),
        pytest.param(
            date(2026, 7, 2), "begint-opnieuw", date(2026, 7, 2), id="andere-lezing-een-dag-ertussen"
        ),
    ],
)
def test_everything_together_counts_on_after_a_short_while(startdatum, lezing, begin):
    vraag = replace(VRAAG, startdatum=startdatum, eerder=(AL_GROEP,), keuzes=choose("onderbreking", lezing))

    assert chain_begin(vraag) == begin


@pytest.mark.parametrize(
    ("rto_op", "lezing", "mag"),
    [
        pytest.param(date(2026, 11, 24), "laatste-week", True, id="eerste-dag-van-de-laatste-week"),
        pytest.param(date(2026, 11, 23), "laatste-week", False, id="dag-ervoor"),
        pytest.param(date(2026, 11, 30), "laatste-week", True, id="laatste-dag"),
        pytest.param(date(2026, 12, 1), "laatste-week", False, id="na-het-einde"),
        pytest.param(date(2026, 11, 23), "uiterlijk-een-week", True, id="uiterlijk-een-week"),
        pytest.param(date(2026, 11, 24), "uiterlijk-een-week", False, id="later-dan-een-week"),
        pytest.param(date(2026, 9, 1), "uiterlijk-een-week", True, id="op-de-eerste-dag"),
        pytest.param(date(2026, 8, 31), "uiterlijk-een-week", False, id="voor-de-start"),
    ],
)
def test_maatwerk_has_its_rto_agreed(rto_op, lezing, mag):
    keuzes = choose("maatwerk-rto", lezing)
    oordeel = judge(product=MAATWERK, grond="onderwijs", rto_op=rto_op, keuzes=keuzes)

    assert oordeel.is_akkoord is mag
    assert [reden.bron for reden in oordeel.blokkades] == (
        [] if mag else [keuzes["maatwerk-rto"].lezing.bron]
    )


@pytest.mark.parametrize(
    ("einddatum", "mag"),
    [(date(2026, 11, 30), True), (date(2026, 12, 1), False)],
    ids=["drie", "dag-te-lang"],
)
def test_maatwerk_is_three_months(einddatum, mag):
    assert judge(product=MAATWERK, grond="baby", rto_op=einddatum, einddatum=einddatum).is_akkoord is mag


def test_maatwerk_without_ground_and_date_gives_both_reasons():
    assert reasons(product=MAATWERK) == [MAATWERK.gronden[0].bron, MAATWERK.rto_bij_start.bron]


@pytest.mark.parametrize(
    ("geboren", "meldt"),
    [
        pytest.param(date(2008, 12, 1), False, id="dag-na-het-einde"),
        pytest.param(date(2008, 11, 30), True, id="op-de-laatste-dag"),
    ],
)
def test_eighteen_while_help_runs_is_a_signal(geboren, meldt):
    oordeel = judge(geboortedatum=geboren)

    assert oordeel.is_akkoord
    assert bool(oordeel.signalen) is meldt


def test_leap_day_turns_eighteen_on_the_first_of_march():
    vraag = {
        "geboortedatum": date(2008, 2, 29),
        "startdatum": date(2025, 12, 1),
        "gevraagd_op": date(2025, 12, 1),
    }
    vraag |= {"eerder": ()}

    assert not judge(einddatum=date(2026, 2, 28), **vraag).signalen
    assert judge(einddatum=date(2026, 3, 1), **vraag).signalen
