"""What comes in is made anew: what belongs in it stays, what nobody sees goes, what cannot be made anew is refused."""

import io
import zipfile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rondetafel.documenten.afkeuring import Afgekeurd
from rondetafel.documenten.inhoud import LANGSTE_ZIJDE, make_anew
from rondetafel.documenten.namen import clean_name
from rondetafel.documenten.soorten import Soort
from rondetafel.regels.bestanden import Bezwaar
from tests.documenten import bestanden as maak

GOED = {
    Soort.PDF: maak.pdf,
    Soort.JPEG: maak.jpeg,
    Soort.PNG: maak.png,
    Soort.DOCX: maak.docx,
    Soort.ODT: maak.odt,
}


@pytest.mark.parametrize("soort", Soort)
def test_kind_is_told_by_what_is_in_it(soort):
    assert make_anew(GOED[soort]()).soort is soort


@pytest.mark.parametrize("soort", Soort)
def test_maker_is_gone(soort):
    schoon = make_anew(GOED[soort]()).inhoud
    parts = [schoon]
    if zipfile.is_zipfile(io.BytesIO(schoon)):
        with zipfile.ZipFile(io.BytesIO(schoon)) as archief:
            parts += [archief.read(naam) for naam in archief.namelist()]

    assert maak.MAKER.encode() in b"".join([GOED[soort](), *_parts(GOED[soort]())])
    assert not any(maak.MAKER.encode() in part for part in parts)


def _parts(inhoud):
    if not zipfile.is_zipfile(io.BytesIO(inhoud)):
        return [inhoud]
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return [archief.read(naam) for naam in archief.namelist()]


@pytest.mark.parametrize("soort", Soort)
def test_made_anew_twice_is_the_same_kind(soort):
    """What we give back can be brought again."""
    once = make_anew(GOED[soort]()).inhoud

    assert make_anew(once).soort is soort


def test_photo_forgets_place_and_camera():
    with Image.open(io.BytesIO(make_anew(maak.jpeg()).inhoud)) as foto:
        assert not foto.getexif()
        assert "comment" not in foto.info
        assert foto.size == (40, 30)


def test_picture_keeps_what_shines_through():
    with Image.open(io.BytesIO(make_anew(maak.png()).inhoud)) as beeld:
        assert beeld.mode == "RGBA"
        assert beeld.getpixel((1, 1))[3] == 128
        assert "Author" not in beeld.info


def test_large_photo_becomes_smaller():
    with Image.open(io.BytesIO(make_anew(maak.jpeg(breed=4000, hoog=1000)).inhoud)) as foto:
        assert foto.size == (LANGSTE_ZIJDE, LANGSTE_ZIJDE // 4)


def test_pdf_loses_scripts_and_hidden_files_and_keeps_its_page():
    with pikepdf.open(io.BytesIO(make_anew(maak.pdf()).inhoud)) as doc:
        assert len(doc.pages) == 1
        assert len(doc.attachments) == 0
        assert "/OpenAction" not in doc.Root
        assert "/AA" not in doc.pages[0]
        assert "/Info" not in doc.trailer
    assert b"JavaScript" not in make_anew(maak.pdf()).inhoud


def test_picture_in_a_letter_is_drawn_anew():
    schoon = make_anew(maak.docx()).inhoud
    with zipfile.ZipFile(io.BytesIO(schoon)) as brief:
        with Image.open(io.BytesIO(brief.read("word/media/foto.jpeg"))) as foto:
            assert not foto.getexif()
        assert b"Beste ouders" in brief.read("word/document.xml")


def test_odt_still_begins_with_its_kind():
    with zipfile.ZipFile(io.BytesIO(make_anew(maak.odt()).inhoud)) as brief:
        first = brief.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


BOM_VAN_NULLEN = b"\0" * 30_000_000
FOUT = [
    pytest.param(b"", Bezwaar.LEEG, id="leeg"),
    pytest.param(maak.EICAR, Bezwaar.SOORT, id="eicar als tekst"),
    pytest.param(b"MZ\x90\0 een programma", Bezwaar.SOORT, id="exe met een andere naam"),
    pytest.param(b"<script>alert(1)</script>", Bezwaar.SOORT, id="html"),
    pytest.param(b"<svg xmlns='x' onload='x'/>", Bezwaar.SOORT, id="svg"),
    pytest.param(b"GIF89a", Bezwaar.SOORT, id="gif"),
    pytest.param(maak.zipped({"a.txt": b"x"}), Bezwaar.SOORT, id="gewone zip"),
    pytest.param(b"PK\x03\x04 kapot", Bezwaar.SOORT, id="kapotte zip"),
    pytest.param(b"%PDF-1.7 geen pdf", Bezwaar.KAPOT, id="kapotte pdf"),
    pytest.param(maak.pdf(wachtwoord="geheim"), Bezwaar.SLOT, id="pdf met wachtwoord"),
    pytest.param(maak.jpeg()[:200], Bezwaar.KAPOT, id="halve foto"),
    pytest.param(maak.png_of(20_000, 20_000), Bezwaar.BOM, id="beeld als bom"),
    pytest.param(maak.docx(word__vbaProject="x"), Bezwaar.MACRO, id="macro"),
    pytest.param(maak.docx(**{"word__vbaProject.bin": b"x"}), Bezwaar.MACRO, id="macro in bin"),
    pytest.param(maak.docx(word__embeddings__x=b"x"), Bezwaar.MACRO, id="ingevoegd object"),
    pytest.param(maak.docx(**{"word__x.dat": maak.zipped({"a": b"b"})}), Bezwaar.ARCHIEF, id="zip in zip"),
    pytest.param(maak.docx(**{"word__x.dat": b"MZ\x90\0"}), Bezwaar.MACRO, id="programma in brief"),
    pytest.param(maak.docx(**{"../../etc/passwd": b"x"}), Bezwaar.KAPOT, id="pad naar buiten"),
    pytest.param(maak.docx(**{"word__x.dat": BOM_VAN_NULLEN}), Bezwaar.BOM, id="zipbom"),
    pytest.param(
        maak.docx(**{f"word__{nummer}.dat": b"x" for nummer in range(2100)}),
        Bezwaar.BOM,
        id="heel veel delen",
    ),
    pytest.param(
        maak.docx(**{"word__a.xml": b"<!DOCTYPE x [<!ENTITY y 'z'>]>"}), Bezwaar.KAPOT, id="entiteit"
    ),
    pytest.param(maak.docx(**{"word__a.xml": "<a/>".encode("utf-16")}), Bezwaar.KAPOT, id="ander alfabet"),
    pytest.param(
        maak.docx(
            **{"word___rels__s.rels": b'<R Type="x/relationships/attachedTemplate" Target="http://a"/>'}
        ),
        Bezwaar.MACRO,
        id="sjabloon van elders",
    ),
    pytest.param(maak.odt(**{"Basic/x.xml": b"<a/>"}), Bezwaar.MACRO, id="macro in odt"),
    pytest.param(
        maak.odt(**{"META-INF/x.xml": b"<manifest:encryption-data/>"}), Bezwaar.SLOT, id="odt met wachtwoord"
    ),
]


@pytest.mark.parametrize(("inhoud", "bezwaar"), FOUT)
def test_what_cannot_come_in(inhoud, bezwaar):
    with pytest.raises(Afgekeurd) as afgekeurd:
        make_anew(inhoud)

    assert afgekeurd.value.bezwaar is bezwaar


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"]),
)
def test_any_bytes_are_made_anew_or_refused(inhoud, begin):
    try:
        make_anew(begin + inhoud)
    except Afgekeurd as afgekeurd:
        assert afgekeurd.bezwaar in Bezwaar


def test_a_pdf_that_is_also_something_else_is_only_a_pdf():
    """What hangs behind the end, such as a zip or a script, is not written again."""
    assert b"kwaad" not in make_anew(maak.pdf() + maak.zipped({"kwaad.js": b"kwaad"})).inhoud


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("verslag.pdf", "verslag.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Els\\brief.docx", "brief.pdf"),
        ("naam\r\nSet-Cookie: x.pdf", "naamSet-Cookie x.pdf"),
        ("\u202efdp.exe", "fdp.pdf"),
        ("CON.txt", "document.pdf"),
        ("....", "document.pdf"),
        ("", "document.pdf"),
        ('a";x=y.pdf', "a x y.pdf"),
        ("é" * 300 + ".pdf", "é" * 80 + ".pdf"),
    ],
)
def test_name_is_harmless(naam, schoon):
    assert clean_name(naam, extensie="pdf") == schoon
