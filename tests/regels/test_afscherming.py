import pytest

from rondetafel.regels.afscherming import Afgeschermd, assess_tekst


def word(woord):
    return Afgeschermd(woord=woord, wat="het adres", van="Kelly", voor="Peter")


@pytest.mark.parametrize(
    ("woord", "tekst"),
    [
        ("Beekstraat", "Ophalen in de beekstraat, om vier uur"),
        ("Beekstraat", "BEEKSTRAAT 3"),
        ("6374 EF", "op 6374ef nummer 3"),
        ("6374EF", "op 6374 EF"),
        ("Café Zoë", "bij cafe zoe"),
        ("De Wissel", "op school De  Wissel"),
        ("06-12345678", "bel 06 12 34 56 78"),
    ],
)
def test_hidden_word_is_pointed_out(woord, tekst):
    oordeel = assess_tekst(tekst, [word(woord)])

    assert not oordeel.is_akkoord
    assert "afgeschermd voor Peter" in oordeel.redenen[0].tekst


@pytest.mark.parametrize(
    ("woord", "tekst"),
    [
        ("Beek", "in de Beekstraat"),
        ("Jo", "Jo komt"),
        ("Beekstraat", "bij oma"),
        ("De Wissel", "de wisseling van school"),
    ],
)
def test_other_words_are_left_alone(woord, tekst):
    assert assess_tekst(tekst, [word(woord)]).is_akkoord


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Woont op 6371 AA", "een postcode"),
        ("Bel 06-12345678", "een telefoonnummer"),
        ("Bel +31 6 12345678", "een telefoonnummer"),
        ("Mail naar kelly@voorbeeld.example", "een mailadres"),
    ],
)
def test_who_sees_no_shields_is_warned_by_the_shape_alone(tekst, wat):
    oordeel = assess_tekst(tekst, [])

    assert [reden.tekst for reden in oordeel.redenen] == [f"Hier staat {wat}."]


@pytest.mark.parametrize("tekst", ["", "Om 8 uur op school", "In 2026 en 2027 samen", "3 keer per week"])
def test_plain_text_passes(tekst):
    assert assess_tekst(tekst, []).is_akkoord
