"""A text of the plan is read over: short, about now, and easy to read. Nobody is stopped by it."""

import pytest

from rondetafel.regels.leesbaarheid import count_syllables, score_text
from rondetafel.regels.schrijfwijze import Tekstsoort, assess_schrijfwijze, read_schrijfhulp
from rondetafel.regels.tomltabel import CatalogusFout


def tips(tekst, soort=Tekstsoort.UITLEG):
    oordeel = assess_schrijfwijze(tekst, soort)
    assert oordeel.is_akkoord
    return [reden.tekst for reden in oordeel.signalen]


def words(aantal):
    """So many short words, in sentences that are short too."""
    return " ".join("zo." if plek % 10 == 9 else "zo" for plek in range(aantal))


@pytest.mark.parametrize(("soort", "genoeg"), read_schrijfhulp().lengte.items())
def test_more_words_than_enough_give_a_tip(soort, genoeg):
    assert tips(words(genoeg), soort) == []
    assert tips(words(genoeg + 1), soort) == [f"Dit zijn {genoeg + 1} woorden. Ongeveer {genoeg} is genoeg."]


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("Moeder is opgegroeid bij haar oma.", "“is opgegroeid”"),
        ("Er was In Het Verleden veel ruzie.", "“In Het Verleden”"),
        ("Er speelt een traumaverwerking.", "“traumaverwerking”"),
        ("Noor gaat vroeger naar bed.", None),
        ("Oma haalt Noor op maandag op.", None),
    ],
)
def test_what_was_long_ago_gives_a_tip(tekst, over):
    assert tips(tekst) == ([f"Dit lijkt over vroeger te gaan: {over}."] if over else [])


def test_a_sentence_of_more_than_fifteen_words_is_named():
    zin = "zo " * 14 + "zo"

    assert tips(f"Ja. {zin}. Nee.") == []
    assert tips(f"Ja. {zin} zo. Nee.") == ["Deze zin heeft 16 woorden: “zo zo zo zo zo zo …”"]
    # A new line ends a sentence too.
    assert tips(f"{zin}\n{zin}") == []


@pytest.mark.parametrize(
    ("woord", "lettergrepen"),
    [("op", 1), ("oma", 2), ("idee", 2), ("begrijpen", 3), ("egoïst", 3), ("sociaal", 3), ("begeleiding", 4)]
    + [("systeemgesprekken", 5), ("begeleidingsgesprek", 6)],
)
def test_syllables(woord, lettergrepen):
    assert count_syllables(woord) == lettergrepen
    assert (f"Dit is een lang woord: “{woord}”." in tips(woord)) == (lettergrepen >= 6)


@pytest.mark.parametrize(
    ("tekst", "vaktaal"),
    [
        ("Interventies thuis.", ["Interventies"]),
        ("De indicatie loopt.", ["indicatie"]),
        ("De vindicatie.", []),
        ("Hulp thuis.", []),
    ],
)
def test_words_of_professionals_come_with_plainer_ones(tekst, vaktaal):
    signalen = assess_schrijfwijze(tekst, Tekstsoort.UITLEG).signalen

    assert [reden.tekst for reden in signalen] == [f"Dit is vaktaal: “{woord}”." for woord in vaktaal]
    assert all(reden.uitweg.startswith(f"In gewone woorden: “{vaktaal[0]}” is ") for reden in signalen)


@pytest.mark.parametrize(
    ("tekst", "score", "woord"),
    [
        # Two words, three syllables, one sentence: 206,84 - 0,93 x 2 - 77 x 1,5 = 89,48.
        ("Oma fietst.", 89, "gemakkelijk"),
        # One word a sentence, two syllables a word: 206,84 - 0,93 - 154 = 51,91.
        ("Moeder. Ruzie.", 52, "tamelijk moeilijk"),
        ("Ja.", 100, "zeer gemakkelijk"),
        ("Ontwikkelingsstoornis", 0, "zeer moeilijk"),
    ],
)
def test_score_of_flesch_and_douma(tekst, score, woord):
    gevonden = score_text(tekst)

    assert gevonden is not None
    assert (gevonden.waarde, gevonden.woord) == (score, woord)


def test_no_words_no_score():
    assert score_text("12!") is None


def test_score_is_told_from_twenty_words_on():
    kort, lang = "moeder " * 19, "moeder " * 20

    assert "Leesbaarheid" not in assess_schrijfwijze(kort, Tekstsoort.UITLEG).feiten
    assert assess_schrijfwijze(lang, Tekstsoort.UITLEG).feiten["Leesbaarheid"].endswith("moeilijk te lezen")
    assert any("leesscore" in tip for tip in tips(lang))


def test_own_list_is_read_and_a_mistake_is_refused(tmp_path):
    eigen = tmp_path / "eigen.toml"
    inhoud = (
        'naam = "eigen"\n[lengte]\ndoel = 1\nuitleg = 1\nactie = 1\nevaluatie = 1\n[grens]\nzin_woorden = 9\n'
        'woord_lettergrepen = 9\nleesscore = 9\nleesscore_vanaf_woorden = 9\n[verhaal]\nwoorden = ["toen"]\n'
        '[[vaktaal]]\nwoord = "hulp"\nliever = "iets"\n'
    )
    eigen.write_text(inhoud)
    oordeel = assess_schrijfwijze("Toen hulp", Tekstsoort.DOEL, read_schrijfhulp(eigen))
    assert len(oordeel.signalen) == 3

    fout = tmp_path / "fout.toml"
    fout.write_text(inhoud + "nog = 1\n")
    with pytest.raises(CatalogusFout):
        read_schrijfhulp(fout)
