"""The genogram: whoever belongs to whom, nothing touches, and every line ends where it belongs."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rondetafel.web.tafel import Vak
from rondetafel.web.tekening.familie import Band, Genogram, Huishouden, Kind, Lid, Paar, Stand, Teken
from rondetafel.web.tekening.genogram import arrange_genogram
from rondetafel.web.tekening.woorden import tell_genogram
from rondetafel.web.voorbeeldfamilie import GENOGRAM

STANDEN, BANDEN = {een.value for een in Stand}, {een.value for een in Band}


@st.composite
def families(draw):
    """Any family at all: also one in which a grandchild is the partner of a grandmother."""
    aantal = draw(st.integers(min_value=1, max_value=14))
    sleutels = [str(nummer) for nummer in range(aantal)]
    wie = st.sampled_from(sleutels)
    tweetal = st.lists(wie, min_size=2, max_size=2, unique=True) if aantal > 1 else st.nothing()
    paren = draw(st.lists(tweetal, max_size=5)) if aantal > 1 else []
    ouders = st.lists(wie, min_size=1, max_size=2, unique=True)
    banden = draw(
        st.lists(st.tuples(wie, ouders, st.sampled_from(Band), st.sampled_from(["", "t"])), max_size=14)
    )
    return Genogram(
        leden=tuple(
            Lid(
                sleutel=sleutel,
                naam=draw(st.text(alphabet="abcWM é-", max_size=24)),
                teken=draw(st.sampled_from(Teken)),
                jaren=draw(st.sampled_from(["", "1950 – 2019"])),
                is_overleden=draw(st.booleans()),
            )
            for sleutel in sleutels
        ),
        paren=tuple(Paar(een=een, ander=ander, stand=draw(st.sampled_from(Stand))) for een, ander in paren),
        kinderen=tuple(
            Kind(kind=kind, ouders=tuple(van), band=band, tweeling=samen)
            for kind, van, band, samen in banden
            if kind not in van
        ),
        huishoudens=tuple(
            Huishouden(naam="huis", leden=tuple(leden))
            for leden in draw(st.lists(st.lists(wie, min_size=1, max_size=5, unique=True), max_size=3))
        ),
    )


def boxes(beeld):
    return [
        *(vak for symbool in beeld.symbolen for vak in symbool.vakken),
        *(vak for huis in beeld.huizen for vak in huis.vakken),
    ]


def pieces(lijn):
    return list(zip(lijn.punten, lijn.punten[1:], strict=False))


def runs_through(vak, van, naar):
    """Does a piece of a line, which is level, upright or slanting, pass through the inside of a box?"""
    stuk = Vak(
        links=min(van[0], naar[0]),
        rechts=max(van[0], naar[0]),
        boven=min(van[1], naar[1]),
        onder=max(van[1], naar[1]),
    )
    return vak.breedte > 0 and vak.shrink(0.5).touches(stuk)


def lies_on(een, twee):
    """Do two level or two upright pieces run over each other for a stretch?"""
    (ax, ay), (bx, by) = een
    (cx, cy), (dx, dy) = twee
    if ax == bx == cx == dx:
        return min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy)) > 0.5
    if ay == by == cy == dy:
        return min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx)) > 0.5
    return False


def on_the_edge(symbool, punt):
    vak = symbool.vakken[0]
    return vak.links <= punt[0] <= vak.rechts and vak.boven - 0.1 <= punt[1] <= vak.onder + 0.1


@settings(max_examples=120, deadline=None)
@given(genogram=families())
def test_whatever_the_family_nothing_overlaps(genogram):
    draw_and_check(genogram)


@st.composite
def generations(draw):
    """A family as families are: up to six generations, and in each what can happen to it.

    A second marriage with a half-sibling, a foster child, adoption, twins, a pregnancy, somebody deceased, and
    children who live in two houses.
    """
    leden, paren, kinderen, huizen = [], [], [], []

    def add(teken=None):
        sleutel = str(len(leden))
        leden.append(
            Lid(
                sleutel=sleutel,
                naam=draw(st.sampled_from(["Ö", "Sam", "Maximiliaan-Alexander", "Anna Maria"])),
                teken=teken or draw(st.sampled_from([Teken.MAN, Teken.VROUW, Teken.ONBEKEND])),
                jaren=draw(st.sampled_from(["", "1950 – 2019"])),
                is_overleden=draw(st.booleans()),
            )
        )
        return sleutel

    def marry(een, stand):
        ander = add()
        paren.append(Paar(een=een, ander=ander, stand=stand))
        return ander

    def bear(ouders, wat):
        teken = Teken.ZWANGERSCHAP if wat == "zwanger" else None
        band = {"pleeg": Band.PLEEG, "adoptie": Band.ADOPTIE}.get(wat, Band.GEBOREN)
        samen = [add(teken) for _ in range(2 if wat == "tweeling" else 1)]
        tweeling = samen[0] if len(samen) == 2 else ""
        kinderen.extend(Kind(kind=een, ouders=ouders, band=band, tweeling=tweeling) for een in samen)
        return samen

    wie = add()
    for _ in range(draw(st.integers(min_value=1, max_value=5))):
        nu = marry(wie, draw(st.sampled_from([Stand.GEHUWD, Stand.SAMENWONEND, Stand.GESCHEIDEN])))
        soorten = st.lists(st.sampled_from(["kind", "tweeling", "pleeg", "adoptie", "zwanger"]), max_size=3)
        wat = ["kind", *draw(soorten)]
        hier = [kind for soort in wat for kind in bear((wie, nu), soort)]
        if draw(st.booleans()):
            tweede = marry(wie, Stand.GEHUWD)
            half = bear((wie, tweede), "kind")
            huizen = [
                Huishouden(naam="een", leden=(nu, *hier)),
                Huishouden(naam="twee", leden=(wie, tweede, *half, *hier)),
            ]
        wie = hier[0]
    return Genogram(
        leden=tuple(leden), paren=tuple(paren), kinderen=tuple(kinderen), huishoudens=tuple(huizen)
    )


def draw_and_check(genogram):
    """Draw a family; no two boxes touch, all are on the paper, and no line runs through somebody else."""
    beeld = arrange_genogram(genogram)
    vakken = boxes(beeld)
    assert {symbool.lid for symbool in beeld.symbolen} == set(genogram.leden)
    assert not [1 for een, twee in combinations(vakken, 2) if een.touches(twee)]
    for vak in vakken:
        assert vak.links >= 0 and vak.rechts <= beeld.breedte and vak.boven >= 0 and vak.onder <= beeld.hoogte
    for lijn in beeld.lijnen:
        eigen = [symbool.vakken[0] for symbool in beeld.symbolen if symbool.lid.sleutel in lijn.wie]
        for van, naar in pieces(lijn):
            assert not [vak for vak in vakken if vak not in eigen and runs_through(vak, van, naar)]
    return beeld


@settings(max_examples=60, deadline=None)
@given(genogram=generations())
def test_generations_with_all_that_can_happen_never_overlap(genogram):
    beeld = draw_and_check(genogram)

    assert not beeld.niet_getekend
    for een, twee in combinations(beeld.lijnen, 2):
        if not set(een.wie) & set(twee.wie):
            assert not [1 for stuk in pieces(een) for ander in pieces(twee) if lies_on(stuk, ander)]


@settings(max_examples=120, deadline=None)
@given(genogram=families())
def test_whatever_the_family_every_line_ends_at_its_people(genogram):
    beeld = arrange_genogram(genogram)
    symbolen = {symbool.lid.sleutel: symbool for symbool in beeld.symbolen}

    for lijn in beeld.lijnen:
        if lijn.soort in STANDEN and len(lijn.wie) == 2:
            assert on_the_edge(symbolen[lijn.wie[0]], lijn.punten[0])
            assert on_the_edge(symbolen[lijn.wie[1]], lijn.punten[-1])
        elif lijn.soort in BANDEN:
            assert on_the_edge(symbolen[lijn.wie[0]], lijn.punten[-1])
    getekend = sum(lijn.soort in BANDEN for lijn in beeld.lijnen)
    verschillend = {(kind.kind, frozenset(kind.ouders)) for kind in genogram.kinderen}
    assert getekend + len(beeld.niet_getekend) >= len(verschillend)


def test_lines_of_the_example_never_run_over_each_other():
    beeld = arrange_genogram(GENOGRAM)
    stukken = [(stuk, lijn) for lijn in beeld.lijnen for stuk in pieces(lijn) if lijn.soort != "streep"]

    assert not [
        (een, twee)
        for (stuk, een), (ander, twee) in combinations(stukken, 2)
        if een is not twee and lies_on(stuk, ander)
    ]


def lid(sleutel, teken=Teken.ONBEKEND, **rest):
    return Lid(sleutel=sleutel, naam=sleutel, teken=teken, **rest)


def place_of(beeld):
    return {symbool.lid.sleutel: (symbool.x, symbool.y) for symbool in beeld.symbolen}


def test_man_stands_left_children_below_and_the_eldest_left():
    genogram = Genogram(
        leden=(lid("moeder", Teken.VROUW), lid("vader", Teken.MAN), lid("eerste"), lid("tweede")),
        kinderen=(
            Kind(kind="eerste", ouders=("moeder", "vader")),
            Kind(kind="tweede", ouders=("moeder", "vader")),
        ),
    )
    plek = place_of(arrange_genogram(genogram))

    assert plek["vader"][0] < plek["moeder"][0]
    assert plek["eerste"][0] < plek["tweede"][0]
    assert plek["vader"][1] == plek["moeder"][1] < plek["eerste"][1] == plek["tweede"][1]


def test_earlier_partner_and_partner_of_now_stand_on_both_sides():
    plek = place_of(arrange_genogram(GENOGRAM))

    assert plek["anja"][0] < plek["peter"][0] < plek["samira"][0] < plek["kees"][0]


def test_a_child_may_be_born_here_and_a_foster_child_of_grandparents():
    beeld = arrange_genogram(GENOGRAM)
    plek = place_of(beeld)
    naar_saar = {lijn.soort: lijn.punten[-1] for lijn in beeld.lijnen if lijn.wie == ("saar",)}

    assert set(naar_saar) == {"geboren", "pleeg"}
    assert naar_saar["geboren"] != naar_saar["pleeg"]
    assert plek["wim"][1] < plek["lot"][1] < plek["saar"][1]


def test_twins_part_from_one_point():
    beeld = arrange_genogram(GENOGRAM)
    begin = [lijn.punten[0] for lijn in beeld.lijnen if lijn.wie in (("daan",), ("fleur",))]

    assert len(begin) == 2 and begin[0] == begin[1]


@pytest.mark.parametrize(
    ("stand", "strepen"), [(Stand.GEHUWD, 0), (Stand.UIT_ELKAAR, 1), (Stand.GESCHEIDEN, 2)]
)
def test_partners_who_parted_get_a_slash_and_after_a_divorce_two(stand, strepen):
    genogram = Genogram(leden=(lid("a"), lid("b")), paren=(Paar(een="a", ander="b", stand=stand),))
    lijnen = arrange_genogram(genogram).lijnen

    assert sum(lijn.soort == "streep" for lijn in lijnen) == strepen
    assert sum(lijn.soort == stand.value for lijn in lijnen) == 1


def test_a_household_goes_round_its_members_and_nobody_else():
    beeld = arrange_genogram(GENOGRAM)

    assert [huis.letter for huis in beeld.huizen] == ["A", "B"]
    assert {regel.tekst for huis in beeld.huizen for regel in huis.opschriften} == {"Huis A", "Huis B"}


def test_a_tie_that_fits_in_no_row_is_named():
    rond = Genogram(
        leden=(lid("a"), lid("b")), kinderen=(Kind(kind="b", ouders=("a",)), Kind(kind="a", ouders=("b",)))
    )

    assert arrange_genogram(rond).niet_getekend == (("b", "a"),)


def test_six_generations_get_six_rows():
    namen = [str(nummer) for nummer in range(6)]
    genogram = Genogram(
        leden=tuple(map(lid, namen)),
        kinderen=tuple(
            Kind(kind=kind, ouders=(ouder,)) for ouder, kind in zip(namen, namen[1:], strict=False)
        ),
    )
    hoogten = [y for _, y in place_of(arrange_genogram(genogram)).values()]

    assert hoogten == sorted(set(hoogten))


@pytest.mark.parametrize(
    "anders",
    [
        {"leden": ()},
        {"leden": (lid("a"), lid("a"))},
        {"paren": (Paar(een="a", ander="a", stand=Stand.GEHUWD),)},
        {"paren": (Paar(een="a", ander="vreemd", stand=Stand.GEHUWD),)},
        {"kinderen": (Kind(kind="a", ouders=()),)},
    ],
)
def test_a_family_that_cannot_be_is_refused(anders):
    with pytest.raises(ValueError):
        arrange_genogram(replace(Genogram(leden=(lid("a"),)), **anders))


def test_the_table_tells_what_the_drawing_shows():
    regels = {regel.lid.sleutel: regel for regel in tell_genogram(GENOGRAM)}

    assert regels["noor"].ouders == ("kind van Peter Janssen en Samira van den Berg",)
    assert regels["noor"].bijzonder == "over deze persoon gaat het"
    assert regels["noor"].huizen == ("Huis A: bij moeder", "Huis B: bij vader")
    assert regels["peter"].partners == ("Anja Maas (gescheiden)", "Samira van den Berg (uit elkaar)")
    assert regels["sem"].ouders == ("geadopteerd door Samira van den Berg en Kees Souren",)
    assert regels["yusuf"].ouders == ("pleegkind van Hanna Janssen",)
    assert "meerling met Fleur Janssen" in regels["daan"].ouders[0]
    assert regels["jo"].bijzonder == "overleden"
    assert regels["weg"].bijzonder == "geëindigd"
