"""What a name gives away: for everybody what looks like an address, and for who may know it the secret one."""

import pytest

from rondetafel.regels.adressporen import GeheimAdres, Spoor, traces_in

GEHEIM = (GeheimAdres(straat="Beekstraat", postcode="6374 EF"),)


@pytest.mark.parametrize(
    ("tekst", "sporen"),
    [
        ("Verslag van school", ()),
        ("Brief 6374 EF", (Spoor.POSTCODE,)),
        ("brief_6374ef.pdf", (Spoor.POSTCODE,)),
        ("verslag 2026 november", ()),
        ("verslag 2026 nr 4", (Spoor.POSTCODE,)),
        ("bel 06-12345678", (Spoor.TELEFOON,)),
        ("+31 6 1234 5678", (Spoor.TELEFOON,)),
        ("045 - 123 45 67", (Spoor.TELEFOON,)),
        ("rekening 12345678901234", ()),
        ("Beekstraat 3", ()),
    ],
)
def test_what_anybody_can_see(tekst, sporen):
    assert traces_in(tekst) == sporen


@pytest.mark.parametrize("tekst", ["Beekstraat 3", "huur_beek-straat.pdf", "BEEKSTRAAT", "post 6374-EF"])
def test_what_only_who_knows_can_see(tekst):
    assert Spoor.GEHEIM in traces_in("brief", tekst, bekend=GEHEIM)
    assert Spoor.GEHEIM not in traces_in("brief", tekst)


def test_a_street_of_two_letters_says_nothing():
    assert traces_in("De A is mooi", bekend=(GeheimAdres(straat="A", postcode=""),)) == ()
