"""How far somebody reads, piece by piece and without a database: each condition of the decision on both its sides."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.mag import (
    Kring,
    Tie,
    Wie,
    mag,
    municipalities_of,
    require,
    require_list,
    scope_of,
    sees_as_much,
)
from rondetafel.toegang.rechten import Onderdeel, Recht, Soort
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.toegang.schermen import Scherm, Wat

EIGEN, ANDER = UUID(int=1), UUID(int=2)
NOOR, SAM = UUID(int=3), UUID(int=4)
LANDGRAAF, HEERLEN = 882, 917
GISTEREN, DAG, MORGEN = date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 17)
AVOND = datetime(2026, 11, 16, 20, tzinfo=UTC)


def tie(hoedanigheid=Hoedanigheid.OUDER, **anders):
    return Tie(**({"gezin_id": EIGEN, "hoedanigheid": hoedanigheid, "van": GISTEREN} | anders))


def person(*banden, rol=Rol.GEZIN, **anders):
    return Wie(id=UUID(int=9), naam="Iemand", rol=rol, banden=banden, **anders)


@pytest.mark.parametrize(
    ("band", "deel", "soort", "opens"),
    [
        pytest.param(tie(), Onderdeel.PLAN, Soort.LEZEN, True, id="alles"),
        pytest.param(tie(), Onderdeel.PLAN, Soort.SCHRIJVEN, False, id="geen-recht"),
        pytest.param(tie(onderdelen=frozenset({"plan"})), Onderdeel.PLAN, Soort.LEZEN, True, id="genoemd"),
        pytest.param(
            tie(onderdelen=frozenset({"gezin"})), Onderdeel.PLAN, Soort.LEZEN, False, id="ander-deel"
        ),
    ],
)
def test_tie_opens_what_its_hoedanigheid_and_its_parts_open(band, deel, soort, opens):
    assert band.opens(deel, soort) is opens


@pytest.mark.parametrize(
    ("persoon", "sleutel", "covers"),
    [(None, SAM, True), (NOOR, NOOR, True), (NOOR, EIGEN, True), (NOOR, SAM, False), (NOOR, ANDER, False)],
)
def test_tie_covers_its_person_and_what_the_family_has_together(persoon, sleutel, covers):
    assert tie(persoon_id=persoon).covers(sleutel) is covers


@pytest.mark.parametrize(
    ("grond", "persoon", "sleutels"),
    [
        ("toestemming", NOOR, {NOOR}),
        ("besluit", NOOR, {NOOR}),
        ("samen", None, {EIGEN}),
        ("gezag", None, set()),
    ],
)
def test_tie_on_a_yes_covers_that_person_or_what_is_together_and_no_more(grond, persoon, sleutels):
    band = tie(persoon_id=persoon, grond=grond)

    assert (band.sleutels, band.is_heel) == (sleutels, grond == "gezag")
    assert {een for een in (NOOR, SAM, EIGEN) if band.covers(een)} == (sleutels or {NOOR, SAM, EIGEN})


def test_at_one_family_only_the_ties_to_it_count():
    hier, daar = tie(), tie(gezin_id=ANDER)

    assert person(hier, daar).at(EIGEN).banden == (hier,)


def test_shield_names_only_whose_it_hides_today():
    scherm = {"gezin_id": EIGEN, "wat": frozenset({"school"}), "van": GISTEREN}
    schermen = (
        Scherm(beschermd_id=NOOR, **scherm),
        Scherm(beschermd_id=SAM, **scherm | {"wat": frozenset({"adres"})}),
        Scherm(beschermd_id=ANDER, **scherm | {"van": MORGEN}),
    )

    assert person(schermen=schermen).shielded(Wat.SCHOOL, DAG) == {NOOR}


def test_noodknop_counts_while_it_holds():
    nu = tie(Hoedanigheid.NOODLEZER, tot_at=AVOND)
    straks = tie(Hoedanigheid.NOODLEZER, tot_at=AVOND, van=MORGEN)

    assert person(tie(), nu, straks).noodbanden(DAG) == (nu,)


@pytest.mark.parametrize(
    ("functie", "banden", "rol", "woord"),
    [
        ("wijkverpleegkundige", (tie(),), Rol.GEZIN, "wijkverpleegkundige"),
        ("", (), Rol.GEZIN, "gezin of netwerk"),
        ("", (tie(),), Rol.REGISSEUR, "regisseur"),
        ("", (tie(Hoedanigheid.JEUGDIGE),), Rol.GEZIN, "jongere"),
    ],
)
def test_word_beside_the_name(functie, banden, rol, woord):
    assert person(*banden, rol=rol, functie=functie).rolwoord == woord


@pytest.mark.parametrize(
    ("gezin", "gemeente", "ja", "reden"),
    [
        (EIGEN, LANDGRAAF, True, "als lid van het kernteam"),
        (None, None, True, "als lid van het kernteam"),
        (EIGEN, HEERLEN, False, "andere gemeente"),
    ],
)
def test_who_reads_by_municipality(gezin, gemeente, ja, reden):
    wie = person(rol=Rol.KERNTEAM, gemeenten=frozenset({LANDGRAAF}))
    besluit = mag(wie, Recht.PLAN_LEZEN, gezin_id=gezin, gemeente_id=gemeente, peildatum=DAG)

    assert (besluit.ja, besluit.reden) == (ja, reden)


def test_a_right_of_a_rol_without_municipalities_asks_for_none():
    """Who sends somebody in works for no municipality."""
    assert mag(person(rol=Rol.VERWIJZER), Recht.AANMELDEN, gemeente_id=HEERLEN, peildatum=DAG).ja


@pytest.mark.parametrize(
    ("band", "sleutel", "reden"),
    [
        pytest.param(tie(), SAM, "als ouder", id="heel-gezin"),
        pytest.param(tie(persoon_id=NOOR), None, "als ouder", id="iets-van-het-gezin"),
        pytest.param(tie(persoon_id=NOOR), NOOR, "als ouder", id="eigen-kind"),
        pytest.param(tie(persoon_id=NOOR), SAM, "geen band met deze persoon", id="ander-kind"),
        pytest.param(tie(gezin_id=ANDER), None, "geen band met dit gezin", id="ander-gezin"),
        pytest.param(tie(van=MORGEN), None, "geen band met dit gezin", id="morgen"),
        pytest.param(
            tie(onderdelen=frozenset({"gezin"})), None, "geen band met dit gezin", id="alleen-een-ander-deel"
        ),
        pytest.param(tie(onderdelen=frozenset({"plan"})), None, "als ouder", id="dat-deel"),
    ],
)
def test_reason_says_on_which_ground(band, sleutel, reden):
    besluit = mag(person(band), Recht.PLAN_LEZEN, gezin_id=EIGEN, sleutel=sleutel, peildatum=DAG)

    assert besluit.reden.startswith(reden)
    assert besluit.ja is reden.startswith("als")


def test_tie_gives_no_right_that_its_hoedanigheid_lacks():
    besluit = mag(person(tie()), Recht.PLAN_BEWERKEN, gezin_id=EIGEN, peildatum=DAG)

    assert not besluit.ja
    assert besluit.reden.startswith("geen band met dit gezin")


def test_any_family_will_do_when_none_is_named():
    assert mag(person(tie(gezin_id=ANDER)), Recht.PLAN_LEZEN, peildatum=DAG).ja


def test_require_lets_pass_who_may():
    require(person(tie()), Recht.PLAN_LEZEN, gezin_id=EIGEN, peildatum=DAG)


@pytest.mark.parametrize(
    ("wie", "recht", "passes"),
    [
        pytest.param(person(tie()), Recht.PLAN_LEZEN, True, id="heeft-recht"),
        pytest.param(person(), Recht.PLAN_LEZEN, True, id="nog-geen-gezin"),
        pytest.param(person(tie(van=MORGEN)), Recht.LOGBOEK_LEZEN, True, id="morgen-een-gezin"),
        pytest.param(
            person(tie(onderdelen=frozenset({"gezin"}))), Recht.PLAN_LEZEN, False, id="gezin-zonder-recht"
        ),
        pytest.param(
            person(tie(Hoedanigheid.NOODLEZER, tot_at=AVOND), rol=Rol.REGISSEUR),
            Recht.REGIE_OVERDRAGEN,
            True,
            id="alleen-noodknop",
        ),
        pytest.param(person(rol=Rol.BEHEERDER), Recht.PLAN_LEZEN, False, id="geen-werk-met-gezinnen"),
        pytest.param(
            person(rol=Rol.KERNTEAM, gemeenten=frozenset({LANDGRAAF})), Recht.PLAN_LEZEN, True, id="kernteam"
        ),
    ],
)
def test_a_list_is_empty_for_who_has_no_family_now_and_absent_for_who_may_not(wie, recht, passes):
    if passes:
        require_list(wie, recht, peildatum=DAG)
    else:
        with pytest.raises(GeenToegang):
            require_list(wie, recht, peildatum=DAG)


@pytest.mark.parametrize(
    ("rol", "deel", "gemeenten"),
    [
        (Rol.KERNTEAM, Onderdeel.PLAN, {LANDGRAAF}),
        (Rol.BACKOFFICE, Onderdeel.PLAN, set()),
        (Rol.REGISSEUR, Onderdeel.PLAN, set()),
    ],
)
def test_municipalities_are_read_by_rol_alone(rol, deel, gemeenten):
    wie = person(tie(Hoedanigheid.REGISSEUR), rol=rol, gemeenten=frozenset({LANDGRAAF}))

    assert municipalities_of(wie, deel) == gemeenten


def test_scope_of_who_reads_by_family():
    dicht = tie(gezin_id=NOOR, onderdelen=frozenset({"gezin"}))
    wie = person(tie(), tie(gezin_id=ANDER, persoon_id=SAM), tie(van=MORGEN, gezin_id=NOOR), dicht)
    bereik = scope_of(wie, Onderdeel.PLAN, DAG)

    assert bereik.kring is Kring.SMAL
    assert (bereik.gezinnen, bereik.heel, bereik.sleutels) == ({EIGEN, ANDER}, {EIGEN}, {SAM, ANDER})
    assert dict(bereik.rows().children) == {"gezin_id__one_of": {EIGEN, ANDER}}
    assert dict(bereik.rows(sleutel="sleutel").children) == {
        "gezin_id__one_of": {EIGEN},
        "sleutel__one_of": {SAM, ANDER},
    }


def test_scope_of_who_reads_by_municipality_has_no_ties():
    wie = person(tie(), rol=Rol.KERNTEAM, gemeenten=frozenset({LANDGRAAF}))
    bereik = scope_of(wie, Onderdeel.PLAN, DAG)

    assert bereik.gezinnen == frozenset()
    assert dict(bereik.rows().children) == {"gemeente_id__one_of": {LANDGRAAF}}


HEEL, VAN_NOOR, VAN_SAM = tie(), tie(persoon_id=NOOR), tie(persoon_id=SAM)
ALLEEN_NOOR, SAMEN = tie(persoon_id=NOOR, grond="toestemming"), tie(grond="samen")


@pytest.mark.parametrize(
    ("kijker", "lezer", "as_much"),
    [
        pytest.param([HEEL], [HEEL], True, id="gelijk"),
        pytest.param([HEEL], [VAN_NOOR], True, id="heel-gezin-ziet-kind"),
        pytest.param([VAN_NOOR], [VAN_NOOR], True, id="zelfde-kind"),
        pytest.param([VAN_NOOR], [VAN_SAM], False, id="ander-kind"),
        pytest.param([VAN_NOOR], [ALLEEN_NOOR, SAMEN], True, id="ouder-ziet-wie-ja-kreeg"),
        pytest.param([ALLEEN_NOOR], [VAN_NOOR], False, id="zonder-wat-samen-is"),
        pytest.param([VAN_NOOR], [HEEL], False, id="kind-ziet-niet-alles"),
        pytest.param([tie(van=MORGEN)], [HEEL], False, id="kijker-pas-morgen"),
        pytest.param([], [tie(van=MORGEN)], True, id="lezer-pas-morgen"),
        pytest.param([], [tie(onderdelen=frozenset({"gezin"}))], True, id="lezer-leest-dit-deel-niet"),
        pytest.param([tie(onderdelen=frozenset({"gezin"}))], [HEEL], False, id="kijker-leest-dit-deel-niet"),
    ],
)
def test_who_looks_over_a_shoulder_sees_as_much_already(kijker, lezer, as_much):
    assert sees_as_much(iter(kijker), iter(lezer), iter([Onderdeel.PLAN]), DAG) is as_much
