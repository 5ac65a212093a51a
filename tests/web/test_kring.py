"""Ecogram and bolletjesschema: nothing touches, every line runs from edge to edge, and the nearer stands nearer."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rondetafel.web.tekening.kring import BOL, MIDDEN, arrange_bolletjes, arrange_ecogram, crosses
from rondetafel.web.tekening.netwerk import Contact, Hulp, Kracht, Kring, Kringen, Richting
from rondetafel.web.tekening.woorden import tell_kringen
from rondetafel.web.voorbeeldfamilie import KRINGEN

HULP = st.lists(
    st.sampled_from([Hulp(letter=letter, woord=letter) for letter in "PEGA"]), max_size=4, unique=True
)
contacten = st.builds(
    Contact,
    naam=st.text(alphabet="abcWM é-", max_size=40),
    wie=st.sampled_from(["", "buurvrouw", "stiefvader van vroeger"]),
    kring=st.sampled_from(Kring),
    kracht=st.sampled_from(Kracht),
    richting=st.sampled_from(Richting),
    nu=HULP.map(tuple),
    kan=HULP.map(tuple),
    is_nu=st.booleans(),
)
families = st.builds(
    Kringen, naam=st.text(alphabet="abcW", max_size=20), contacten=st.lists(contacten, max_size=24).map(tuple)
)


@pytest.mark.parametrize("arrange", [arrange_ecogram, arrange_bolletjes])
@settings(max_examples=40, deadline=None)
@given(kringen=families)
def test_whoever_is_around_nothing_touches(arrange, kringen):
    beeld = arrange(kringen)
    vakken = [vak for bol in beeld.bollen for vak in bol.vakken]

    assert len(beeld.bollen) == len(kringen.contacten)
    assert not [1 for een, twee in combinations(vakken, 2) if een.touches(twee)]
    for vak in vakken:
        assert beeld.links <= vak.links and vak.rechts <= beeld.links + beeld.breedte
        assert beeld.boven <= vak.boven and vak.onder <= beeld.boven + beeld.hoogte


@settings(max_examples=40, deadline=None)
@given(kringen=families)
def test_every_line_runs_from_edge_to_edge_and_through_nobody(kringen):
    beeld = arrange_ecogram(kringen)

    for bol, straal in zip(beeld.bollen, beeld.stralen, strict=True):
        assert hypot(*straal.punten[0]) == pytest.approx(MIDDEN)
        x, y = straal.punten[-1]
        assert hypot(x - bol.x, y - bol.y) == pytest.approx(BOL)
        anderen = [vak for ander in beeld.bollen if ander is not bol for vak in ander.vakken]
        assert not any(crosses(vak, bol.x, bol.y) for vak in anderen)


@settings(max_examples=40, deadline=None)
@given(kringen=families)
def test_who_is_nearer_stands_in_a_smaller_ring(kringen):
    beeld = arrange_bolletjes(kringen)
    grens = {ring.kring: ring.straal for ring in beeld.ringen}

    assert list(grens) == list(Kring) and sorted(grens.values()) == list(grens.values())
    for bol in beeld.bollen:
        assert hypot(bol.x, bol.y) <= grens[bol.contact.kring]


@pytest.mark.parametrize(
    ("kracht", "is_nu", "soort"),
    [(Kracht.STERK, True, "sterk"), (Kracht.ZWAK, True, "zwak"), (Kracht.GESPANNEN, False, "mogelijk")],
)
def test_the_line_says_how_the_contact_is(kracht, is_nu, soort):
    contact = Contact(naam="Ria", kracht=kracht, is_nu=is_nu)

    assert arrange_ecogram(Kringen(naam="Noor", contacten=(contact,))).stralen[0].soort == soort


@pytest.mark.parametrize(
    ("richting", "pijlen"),
    [(Richting.GEEFT, 1), (Richting.VRAAGT, 1), (Richting.BEIDE, 2), (Richting.ONBEKEND, 0)],
)
def test_arrows_point_to_who_gets_the_energy(richting, pijlen):
    contact = Contact(naam="Ria", richting=richting)
    straal = arrange_ecogram(Kringen(naam="Noor", contacten=(contact,))).stralen[0]

    assert len(straal.pijlen) == pijlen
    if richting == Richting.GEEFT:
        assert straal.pijlen[0][0] == straal.punten[0]


def test_letters_of_now_and_between_brackets_what_is_possible():
    p, g = Hulp(letter="P", woord="iets doen"), Hulp(letter="G", woord="gezelschap")

    assert Contact(naam="Ria", nu=(p,), kan=(g,)).letters == "P (G)"
    assert Contact(naam="Ria", kan=(g,)).letters == "(G)"


@pytest.mark.parametrize("wie", ["jeugdbeschermer", "stiefvader van vroeger", "maatschappelijk werker"])
def test_what_somebody_is_stands_there_in_full(wie):
    beeld = arrange_bolletjes(Kringen(naam="gezin", contacten=(Contact(naam="Anja", wie=wie),)))

    naam, *rest = (een.tekst for een in beeld.bollen[0].regels)
    assert (naam, " ".join(rest)) == ("Anja", wie)


def test_the_table_tells_what_the_drawings_show():
    regels = {regel.contact.kort: regel for regel in tell_kringen(KRINGEN)}

    assert regels["Samira"].band == "sterk contact, geeft en vraagt energie"
    assert regels["Peter"].nu == "iets doen (P)" and regels["Peter"].kan == "luisteren (E)"
    assert regels["scouting"].band == "mogelijk contact, nu nog niet"
    assert next(iter(regels.values())).kring == "dichtbij"
