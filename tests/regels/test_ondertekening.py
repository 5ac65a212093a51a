"""Who signs, to the day around the birthdays that matter; and when a brief is complete."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rondetafel.regels.beslissers import Als, Gezagsfeit, Mens, Onbekwaamheid
from rondetafel.regels.ondertekening import (
    ONGEBOREN,
    WGBO_TWAALF,
    WGBO_VERTEGENWOORDIGER,
    WGBO_ZESTIEN,
    Handtekening,
    Ondertekening,
    Tekenvraag,
    assess_handtekeningen,
    assess_tekenaar,
    changes_since,
    plan_ondertekening,
    signed_on,
    signers_on,
)
from rondetafel.regels.product import Regime
from tests.regels.voorbeelden import KEUZES, choose

KIND, MOEDER, VADER, MENTOR = (UUID(int=nummer) for nummer in range(1, 5))
NAMEN = {KIND: "Thijs", MOEDER: "Karin", VADER: "Ron", MENTOR: "Iris", None: "de instelling"}
GEBOREN = date(2012, 2, 29)
GEZAG = tuple(Gezagsfeit(houder=ouder, als=Als.GEZAG, van=GEBOREN) for ouder in (MOEDER, VADER))
THIJS = Mens(id=KIND, geboortedatum=GEBOREN, gezag=GEZAG)
VRAAG = Tekenvraag(mens=THIJS, regime=Regime.JEUGDWET, lezing=KEUZES["ondertekening"].lezing)
OUDERS, SAMEN, ZELF = (MOEDER, VADER), (KIND, MOEDER, VADER), (KIND,)


def who(vraag, dag):
    return tuple(een.persoon for een in signers_on(vraag, dag))


@pytest.mark.parametrize("regime", [None, *Regime])
@pytest.mark.parametrize(
    ("dag", "wie"),
    [
        pytest.param(date(2012, 2, 29), OUDERS, id="geboren"),
        pytest.param(date(2024, 2, 28), OUDERS, id="dag-voor-12"),
        pytest.param(date(2024, 2, 29), SAMEN, id="12"),
        pytest.param(date(2028, 2, 28), SAMEN, id="dag-voor-16"),
        pytest.param(date(2028, 2, 29), ZELF, id="16"),
        pytest.param(date(2030, 2, 28), ZELF, id="dag-voor-18"),
        pytest.param(date(2030, 3, 1), ZELF, id="18"),
    ],
)
def test_age_decides_under_either_law(regime, dag, wie):
    assert who(replace(VRAAG, regime=regime), dag) == wie


@pytest.mark.parametrize(
    ("dag", "wie"), [(date(2027, 2, 28), OUDERS), (date(2027, 3, 1), SAMEN)], ids=["28-feb", "1-mrt"]
)
def test_born_on_a_leap_day_one_is_a_year_older_on_the_first_of_march(dag, wie):
    jonger = replace(THIJS, geboortedatum=date(2015, 2, 27))
    schrikkel = replace(THIJS, geboortedatum=date(2015, 3, 1))

    assert who(replace(VRAAG, mens=schrikkel), dag) == wie
    assert who(replace(VRAAG, mens=jonger), dag) == SAMEN
    assert who(VRAAG, date(2029, 2, 28)) == ZELF


@pytest.mark.parametrize(
    ("dag", "bronnen"),
    [
        (date(2024, 2, 28), {WGBO_VERTEGENWOORDIGER}),
        (date(2024, 2, 29), {WGBO_TWAALF, WGBO_VERTEGENWOORDIGER}),
        (date(2028, 2, 29), {WGBO_ZESTIEN}),
    ],
)
def test_treatment_names_its_own_law(dag, bronnen):
    vraag = replace(VRAAG, regime=Regime.WGBO)

    assert {een.bron for een in signers_on(vraag, dag)} == bronnen
    assert not bronnen & {een.bron for een in signers_on(VRAAG, dag)}


def test_before_birth_who_has_gezag_signs():
    ongeboren = replace(
        THIJS,
        geboortedatum=date(2026, 12, 1),
        gezag=(Gezagsfeit(houder=MOEDER, als=Als.GEZAG, van=date(2026, 9, 1)),),
    )
    (tekenaar,) = signers_on(replace(VRAAG, mens=ongeboren), date(2026, 11, 30))

    assert (tekenaar.persoon, tekenaar.bron) == (MOEDER, ONGEBOREN)


@pytest.mark.parametrize(
    ("mens", "dag", "wie"),
    [
        pytest.param(replace(THIJS, gezag=GEZAG[:1]), date(2024, 2, 28), (MOEDER,), id="een-ouder-met-gezag"),
        pytest.param(replace(THIJS, gezag=()), date(2024, 2, 28), (), id="niemand-met-gezag"),
        pytest.param(
            replace(THIJS, gezag=(Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=GEBOREN),)),
            date(2024, 2, 28),
            (None,),
            id="instelling-als-voogd",
        ),
        pytest.param(
            replace(THIJS, gezag=(*GEZAG[:1], replace(GEZAG[1], tot=date(2024, 1, 31)))),
            date(2024, 2, 1),
            (MOEDER,),
            id="gezag-voorbij",
        ),
        pytest.param(
            replace(THIJS, onbekwaam=(Onbekwaamheid(van=date(2027, 1, 1)),)),
            date(2028, 2, 29),
            OUDERS,
            id="16-en-onbekwaam",
        ),
        pytest.param(
            replace(THIJS, onbekwaam=(Onbekwaamheid(van=date(2027, 1, 1), vertegenwoordiger=MENTOR),)),
            date(2030, 2, 28),
            OUDERS,
            id="dag-voor-18-en-onbekwaam",
        ),
        pytest.param(
            replace(THIJS, onbekwaam=(Onbekwaamheid(van=date(2027, 1, 1), vertegenwoordiger=MENTOR),)),
            date(2030, 3, 1),
            (MENTOR,),
            id="18-en-onbekwaam",
        ),
    ],
)
def test_gezag_and_capacity(mens, dag, wie):
    assert who(replace(VRAAG, mens=mens), dag) == wie


@pytest.mark.parametrize(
    ("dag", "wie"),
    [
        (date(2028, 2, 28), OUDERS),
        (date(2028, 2, 29), OUDERS),
        (date(2030, 2, 28), OUDERS),
        (date(2030, 3, 1), ZELF),
    ],
)
def test_the_other_reading_asks_only_parents(dag, wie):
    lezing = choose("ondertekening", "alleen-ouders")["ondertekening"].lezing

    assert who(replace(VRAAG, lezing=lezing), dag) == wie


def test_plan_has_a_period_for_each_day_on_which_it_changes():
    perioden = plan_ondertekening(VRAAG, date(2024, 2, 1))

    assert [(een.van, tuple(wie.persoon for wie in een.tekenaars)) for een in perioden][:3] == [
        (date(2024, 2, 1), OUDERS),
        (date(2024, 2, 29), SAMEN),
        (date(2028, 2, 29), ZELF),
    ]


BRIEF = Ondertekening(perioden=plan_ondertekening(VRAAG, date(2028, 2, 1)), namen=NAMEN)
VOOR, VERJAARDAG = date(2028, 2, 28), date(2028, 2, 29)


def signed(*gezet):
    return replace(
        BRIEF, handtekeningen=tuple(Handtekening(persoon=wie, getekend_op=op) for wie, op in gezet)
    )


@pytest.mark.parametrize(
    ("gezet", "rond_op"),
    [
        pytest.param((), None, id="niemand"),
        pytest.param(((KIND, VOOR), (MOEDER, VOOR)), None, id="vader-nog-niet"),
        pytest.param(((KIND, VOOR), (MOEDER, VOOR), (VADER, VOOR)), VOOR, id="iedereen-op-tijd"),
        pytest.param(((MOEDER, VOOR), (VADER, VOOR)), None, id="jongere-nog-niet"),
        pytest.param(((MOEDER, VOOR), (KIND, VERJAARDAG)), VERJAARDAG, id="op-zijn-verjaardag-alleen"),
        pytest.param(((KIND, VOOR),), None, id="een-dag-te-vroeg-alleen"),
    ],
)
def test_complete_on_the_day_everybody_had_signed(gezet, rond_op):
    brief = signed(*gezet)

    assert signed_on(brief, VERJAARDAG) == rond_op
    assert (not assess_handtekeningen(brief, VERJAARDAG).redenen) is (rond_op is not None)


def test_complete_stays_complete_after_a_birthday():
    brief = signed((KIND, VOOR), (MOEDER, VOOR), (VADER, VOOR))

    assert not assess_handtekeningen(brief, date(2031, 1, 1)).redenen


def test_complete_when_who_had_not_signed_needs_not_any_more():
    """Vader loses gezag on the last day of February: from the first of March nobody waits for him."""
    gezag = (GEZAG[0], replace(GEZAG[1], tot=date(2026, 2, 28)))
    vraag = replace(VRAAG, mens=replace(THIJS, gezag=gezag))
    brief = Ondertekening(
        perioden=plan_ondertekening(vraag, date(2026, 2, 1)),
        handtekeningen=tuple(
            Handtekening(persoon=wie, getekend_op=date(2026, 2, 2)) for wie in (KIND, MOEDER)
        ),
        namen=NAMEN,
    )

    assert signed_on(brief, date(2026, 2, 28)) is None
    assert signed_on(brief, date(2026, 3, 1)) == date(2026, 3, 1)


MAART = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("mens", "gemaakt_op", "dag", "anders"),
    [
        pytest.param(THIJS, VOOR, VOOR, [], id="niets"),
        pytest.param(
            THIJS,
            VOOR,
            VERJAARDAG,
            [
                (KIND, True, "is 16 of ouder en tekent alleen"),
                (MOEDER, False, "de jongere is nu 16 of ouder en tekent alleen"),
                (VADER, False, "de jongere is nu 16 of ouder en tekent alleen"),
            ],
            id="zestien-geworden",
        ),
        pytest.param(
            THIJS,
            date(2024, 2, 28),
            date(2024, 2, 29),
            [(KIND, True, "is 12 of ouder en tekent mee met wie gezag heeft")],
            id="twaalf-geworden",
        ),
        pytest.param(THIJS, date(2030, 2, 27), date(2030, 3, 1), [], id="achttien-tekende-al-zelf"),
        pytest.param(
            replace(THIJS, gezag=(GEZAG[0], replace(GEZAG[1], tot=date(2026, 2, 28)))),
            MAART,
            MAART,
            [(VADER, False, "heeft sinds 1 maart 2026 geen gezag meer")],
            id="gezag-gestopt",
        ),
        pytest.param(
            replace(THIJS, gezag=GEZAG[:1]),
            MAART,
            MAART,
            [(VADER, False, "heeft volgens wat nu is vastgelegd geen gezag")],
            id="gezag-was-een-vergissing",
        ),
        pytest.param(
            replace(THIJS, onbekwaam=(Onbekwaamheid(van=MAART),)),
            MAART,
            MAART,
            [(KIND, False, "kan dit sinds 1 maart 2026 niet zelf goed afwegen")],
            id="niet-zelf-afwegen",
        ),
        pytest.param(
            replace(THIJS, geboortedatum=date(2014, 3, 2)),
            MAART,
            MAART,
            [(KIND, False, "is volgens de geboortedatum van nu nog geen 12")],
            id="geboortedatum-verbeterd",
        ),
        pytest.param(
            replace(THIJS, gezag=(Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=MAART),)),
            MAART,
            MAART,
            [
                (None, True, "is voogd"),
                (MOEDER, False, "heeft volgens wat nu is vastgelegd geen gezag"),
                (VADER, False, "heeft volgens wat nu is vastgelegd geen gezag"),
            ],
            id="instelling-is-voogd",
        ),
    ],
)
def test_what_changed_since_it_was_made_and_why(mens, gemaakt_op, dag, anders):
    toen = signers_on(VRAAG, gemaakt_op)

    found = changes_since(toen, replace(VRAAG, mens=mens), dag)

    assert [(een.persoon, een.tekent, een.waarom) for een in found] == anders


def test_each_missing_signature_is_a_signal_with_its_reason():
    oordeel = assess_handtekeningen(signed((MOEDER, VOOR)), VOOR)

    assert oordeel.is_akkoord
    assert [reden.tekst.split(" heeft")[0] for reden in oordeel.redenen] == ["Thijs", "Ron"]
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_nobody_who_may_sign_is_told():
    (reden,) = assess_handtekeningen(Ondertekening(perioden=()), VOOR).redenen

    assert "niet bekend wie" in reden.tekst


@pytest.mark.parametrize(
    ("wie", "op", "mag"),
    [
        (MOEDER, VOOR, True),
        (MOEDER, VERJAARDAG, False),
        (KIND, VERJAARDAG, True),
        (MENTOR, VOOR, False),
        (MOEDER, date(2028, 1, 31), False),
    ],
)
def test_only_who_had_to_sign_that_day_signs(wie, op, mag):
    assert assess_tekenaar(BRIEF, Handtekening(persoon=wie, getekend_op=op)).is_akkoord is mag
