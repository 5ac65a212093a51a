import pytest

from rondetafel.regels.afscherming import Afgeschermd, as_text, assess_tekst


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


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("brief_juf-lot.pdf", "brief juf lot pdf"),
        ("huur 6374_ef.pdf", "huur 6374ef pdf"),
        ("6374-EF.jpg", "6374EF jpg"),
        ("verslag 2026.pdf", "verslag 2026 pdf"),
    ],
)
def test_name_of_a_file_reads_as_words(naam, tekst):
    assert as_text(naam) == tekst


@pytest.mark.parametrize("naam", ["Beekstraat_3.pdf", "huur-BEEKSTRAAT.pdf", "post.6374-ef.pdf"])
def test_name_of_a_file_tells_an_address(naam):
    assert not assess_tekst(as_text(naam), [word("Beekstraat"), word("6374 EF")]).is_akkoord
