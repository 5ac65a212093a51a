"""The one decision, as a table: who, which right, on which day, and the reason that comes with it."""

from datetime import date
from uuid import UUID

import pytest

from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.mag import Tie, Wie, mag, require
from rondetafel.toegang.rechten import RECHTEN, Recht, Soort
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid, Rol

EIGEN, ANDER = UUID(int=1), UUID(int=2)
LANDGRAAF, HEERLEN = 882, 917
DAG = date(2026, 11, 16)


def person(rol=Rol.GEZIN, hoedanigheid=None, van=date(2026, 1, 1), tot=None):
    # The network reads what was agreed on; a tie that names no parts cannot exist.
    delen = frozenset({"gezin", "plan"} if hoedanigheid is Hoedanigheid.NETWERK else ())
    tie = hoedanigheid and Tie(gezin_id=EIGEN, hoedanigheid=hoedanigheid, van=van, tot=tot, onderdelen=delen)
    banden = (tie,) if tie else ()
    return Wie(id=UUID(int=9), naam="Iemand", rol=rol, gemeenten=frozenset({LANDGRAAF}), banden=banden)


OUDER, NETWERK, REGISSEUR = Hoedanigheid.OUDER, Hoedanigheid.NETWERK, Hoedanigheid.REGISSEUR


@pytest.mark.parametrize(
    ("wie", "recht", "gezin", "gemeente", "ja"),
    [
        pytest.param(person(Rol.GEZIN, OUDER), "plan_lezen", EIGEN, LANDGRAAF, True, id="ouder-eigen"),
        pytest.param(person(Rol.GEZIN, OUDER), "plan_lezen", ANDER, LANDGRAAF, False, id="ouder-ander"),
        pytest.param(person(Rol.GEZIN, OUDER), "plan_bewerken", EIGEN, LANDGRAAF, False, id="ouder-schrijft"),
        pytest.param(person(Rol.GEZIN, NETWERK), "zorg_lezen", EIGEN, LANDGRAAF, False, id="netwerk-zorg"),
        pytest.param(person(), "plan_lezen", EIGEN, LANDGRAAF, False, id="zonder-band"),
        pytest.param(person(Rol.KERNTEAM), "plan_lezen", EIGEN, LANDGRAAF, True, id="kernteam-eigen"),
        pytest.param(person(Rol.KERNTEAM), "plan_lezen", EIGEN, HEERLEN, False, id="kernteam-ander"),
        pytest.param(person(Rol.BACKOFFICE), "plan_lezen", EIGEN, LANDGRAAF, False, id="backoffice-plan"),
        pytest.param(person(Rol.BEHEERDER), "gezin_lezen", EIGEN, LANDGRAAF, False, id="beheerder-gezin"),
        pytest.param(person(Rol.VERWIJZER), "aanmelden", None, None, True, id="verwijzer-meldt-aan"),
        pytest.param(person(Rol.KERNTEAM, REGISSEUR), "tafel_dekken", EIGEN, LANDGRAAF, False, id="breed"),
    ],
)
def test_decision(wie, recht, gezin, gemeente, ja):
    besluit = mag(wie, Recht(recht), gezin_id=gezin, gemeente_id=gemeente, peildatum=DAG)

    assert besluit.ja is ja
    assert besluit.reden


@pytest.mark.parametrize(
    ("peildatum", "ja"),
    [
        pytest.param(date(2026, 10, 31), False, id="dag-ervoor"),
        pytest.param(date(2026, 11, 1), True, id="eerste-dag"),
        pytest.param(date(2026, 11, 30), True, id="laatste-dag"),
        pytest.param(date(2026, 12, 1), False, id="dag-erna"),
    ],
)
def test_tie_holds_from_its_first_up_to_and_including_its_last_day(peildatum, ja):
    wie = person(hoedanigheid=Hoedanigheid.OUDER, van=date(2026, 11, 1), tot=date(2026, 11, 30))

    assert mag(wie, Recht.PLAN_LEZEN, gezin_id=EIGEN, peildatum=peildatum).ja is ja


def test_require_says_which_right_is_missing():
    with pytest.raises(GeenToegang, match="plan_bewerken"):
        require(person(), Recht.PLAN_BEWERKEN, gezin_id=EIGEN, peildatum=DAG)


def test_no_rol_and_hoedanigheid_of_one_name_hold_the_same_right():
    # They compare equal as text, so that one of the two would silently be dropped from the set.
    for regel in RECHTEN.values():
        names = [str(houder.value) for houder in regel.houders]
        assert len(names) == len(set(names))


def test_only_broad_roles_read_without_a_tie():
    for recht, regel in RECHTEN.items():
        if regel.soort is Soort.LEZEN:
            rollen = {houder for houder in regel.houders if isinstance(houder, Rol)}
            assert rollen <= BREDE_ROLLEN, recht


@pytest.mark.parametrize(
    ("gronden", "woord"),
    [
        pytest.param(("gezag", "eigen"), "ouder of voogd met gezag", id="ouder"),
        pytest.param(
            ("vertegenwoordiging", "eigen"), "mentor, curator of aangewezen vertegenwoordiger", id="mentor"
        ),
        pytest.param(("toestemming",), "ouder of vertegenwoordiger", id="met-toestemming"),
        pytest.param(("gezag", "vertegenwoordiging"), "gezin of netwerk", id="van-alles"),
    ],
)
def test_word_beside_the_name_says_what_somebody_is(gronden, woord):
    banden = tuple(Tie(gezin_id=EIGEN, hoedanigheid=OUDER, van=DAG, grond=grond) for grond in gronden)
    wie = Wie(id=UUID(int=9), naam="Iemand", rol=Rol.GEZIN, banden=banden)

    assert wie.rolwoord == woord
