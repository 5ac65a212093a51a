"""The round table: whoever comes to sit, nothing touches and nothing falls off the picture."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rondetafel.web.tafel import BREED, SMAL, Stoel, arrange_tafel, order_seats, shorten, text_width

# A card on a phone of 360 px wide leaves this much for the drawing (front/stijl/componenten.css).
TELEFOON = 318
KLEINSTE_LETTER = 14

namen = st.text(
    alphabet=st.characters(categories=["Lu", "Ll"], include_characters=" -"), min_size=1, max_size=40
)
stoelen = st.builds(
    Stoel,
    naam=namen,
    kort=namen,
    rolwoord=namen,
    groep=st.sampled_from(["gezin", "netwerk", "beroep"]),
    is_kind=st.booleans(),
    is_open=st.booleans(),
)
tafels = st.lists(stoelen, min_size=1, max_size=20)
vormen = pytest.mark.parametrize("vorm", [SMAL, BREED], ids=lambda vorm: vorm.naam)


def chair(naam, groep="gezin", **rest):
    return Stoel(naam=naam, kort=naam, rolwoord="", groep=groep, **rest)


@vormen
@settings(max_examples=60, deadline=None)
@given(gezelschap=tafels)
def test_nothing_touches(vorm, gezelschap):
    plekken = arrange_tafel(gezelschap, vorm=vorm).plekken

    for een, twee in combinations(plekken, 2):
        assert not any(vak.touches(ander) for vak in een.vakken for ander in twee.vakken)


@vormen
@settings(max_examples=60, deadline=None)
@given(gezelschap=tafels)
def test_everything_is_inside_the_picture(vorm, gezelschap):
    tafel = arrange_tafel(gezelschap, vorm=vorm)

    for vak in [tafel.hout, *(vak for plek in tafel.plekken for vak in plek.vakken)]:
        assert vak.links >= 0 and vak.rechts <= vorm.breedte
        assert vak.boven >= tafel.boven and vak.onder <= tafel.boven + tafel.hoogte


@vormen
@settings(max_examples=60, deadline=None)
@given(gezelschap=tafels)
def test_the_wood_stays_clear_of_chairs_and_names(vorm, gezelschap):
    tafel = arrange_tafel(gezelschap, vorm=vorm)
    zijde = tafel.halve_hoogte - tafel.halve_breedte

    assert tafel.halve_breedte > 0
    for plek in tafel.plekken:
        for vak in plek.vakken:
            assert vak.distance_to_axis(midden=tafel.x, halve_as=zijde) > tafel.halve_breedte


@vormen
@settings(max_examples=60, deadline=None)
@given(gezelschap=tafels, regels=st.lists(namen, max_size=5))
def test_what_is_written_stays_on_the_wood_and_beside_its_chair(vorm, gezelschap, regels):
    tafel = arrange_tafel(gezelschap, vorm=vorm, regels=regels)

    for regel in tafel.regels:
        assert text_width(regel.tekst, regel.letter) <= 2 * tafel.halve_breedte
        assert tafel.hout.boven <= regel.y <= tafel.hout.onder
    for plek in tafel.plekken:
        naamvak = plek.vakken[1]
        assert all(naamvak.boven <= regel.y <= naamvak.onder for regel in plek.regels)
        assert all(text_width(regel.tekst, regel.letter) <= vorm.naamruimte for regel in plek.regels)


@given(gezelschap=tafels)
def test_everybody_gets_a_chair(gezelschap):
    zittend = [plek.stoel for plek in arrange_tafel(gezelschap, vorm=SMAL).plekken]

    assert sorted(map(repr, zittend)) == sorted(map(repr, gezelschap))


def test_the_young_person_sits_at_the_top_between_family():
    gezelschap = [
        chair("regisseur", "beroep"),
        chair("oma", "netwerk"),
        chair("moeder"),
        chair("Noor", is_kind=True),
        chair("vader"),
        chair("school", "beroep"),
    ]

    assert [stoel.naam for stoel in order_seats(gezelschap)] == [
        "Noor",
        "moeder",
        "oma",
        "regisseur",
        "school",
        "vader",
    ]
    assert arrange_tafel(gezelschap, vorm=SMAL).plekken[0].y < 0


def test_a_usual_family_sits_at_a_round_table_on_a_wide_screen():
    tafel = arrange_tafel([chair("Noor", is_kind=True), *[chair("oma", "netwerk")] * 7], vorm=BREED)

    assert tafel.halve_hoogte == tafel.halve_breedte


def test_letters_on_a_phone_can_be_read():
    assert SMAL.letter * TELEFOON / SMAL.breedte >= KLEINSTE_LETTER


def test_a_table_without_chairs_cannot_be_drawn():
    with pytest.raises(ValueError):
        arrange_tafel([], vorm=SMAL)


@pytest.mark.parametrize(
    ("kort", "teken"),
    [("Noor", "N"), ("oma Ria", "R"), ("juf Anja", "A"), ("huisarts", "H"), ("-", "?")],
)
def test_a_chair_shows_the_first_letter_of_the_name(kort, teken):
    assert arrange_tafel([chair(kort)], vorm=SMAL).plekken[0].teken == teken


def test_an_open_chair_shows_a_plus():
    tafel = arrange_tafel([chair("huisarts", "beroep", is_open=True)], vorm=SMAL)

    assert tafel.plekken[0].teken == "+"


@given(tekst=namen, breedte=st.floats(min_value=40, max_value=200))
def test_a_shortened_name_fits_and_begins_alike(tekst, breedte):
    kort = shorten(tekst, breedte=breedte, letter=15)

    assert text_width(kort, 15) <= breedte
    assert kort == tekst or tekst.startswith(kort.removesuffix("…"))
