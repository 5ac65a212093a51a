"""Who gives the colour of a week, for whom; and when can there have been contact after red?"""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.week import (
    GEZIN_GEEFT,
    Kleur,
    Kleurgever,
    asks_for_contact,
    assess_contact,
    assess_kleurgever,
    week_of,
)

OUDER = Kleurgever(is_gezinslid=True, is_ouder=True, naam="Adam", leeftijd=11)
WOENSDAG = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("anders", "mag"),
    [
        pytest.param({}, True, id="ouder-voor-kind-van-11"),
        pytest.param({"leeftijd": 12}, False, id="kind-van-12-doet-het-zelf"),
        pytest.param({"leeftijd": 12, "is_zelf": True, "is_ouder": False}, True, id="zelf"),
        pytest.param({"leeftijd": None}, False, id="geboortedatum-onbekend"),
        pytest.param({"is_ouder": False}, False, id="broer-voor-kind-van-11"),
        pytest.param({"is_samen": True, "leeftijd": None}, True, id="ouders-samen"),
        pytest.param({"is_samen": True, "is_ouder": False}, False, id="samen-door-een-kind"),
        pytest.param({"is_gezinslid": False, "is_zelf": True}, False, id="hulpverlener"),
    ],
)
def test_family_gives_the_colour_and_nobody_else(anders, mag):
    oordeel = assess_kleurgever(replace(OUDER, **anders))

    assert oordeel.is_akkoord is mag
    assert [(reden.bron, bool(reden.uitweg)) for reden in oordeel.redenen] == [(GEZIN_GEEFT, True)] * (
        not mag
    )


@pytest.mark.parametrize(
    ("dag", "maandag"),
    [
        (date(2026, 11, 15), date(2026, 11, 9)),
        (date(2026, 11, 16), date(2026, 11, 16)),
        (date(2026, 11, 22), date(2026, 11, 16)),
        (date(2027, 1, 1), date(2026, 12, 28)),
    ],
)
def test_week_runs_from_monday_to_sunday(dag, maandag):
    assert week_of(dag) == maandag


@pytest.mark.parametrize(
    ("contact_op", "kan"),
    [
        (date(2026, 11, 17), False),
        (WOENSDAG, True),
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
    ],
)
def test_contact_is_on_or_after_red_and_not_to_come(contact_op, kan):
    assert assess_contact(WOENSDAG, contact_op, date(2026, 11, 20)).is_akkoord is kan


def test_only_red_asks_for_contact():
    assert [kleur for kleur in Kleur if asks_for_contact(kleur)] == [Kleur.ROOD]
    assert len({kleur.zin for kleur in Kleur}) == len(Kleur)
