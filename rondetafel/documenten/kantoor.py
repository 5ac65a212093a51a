"""How is an office file packed anew? Part by part, with its maker left out and everything active refused.

A docx or odt is a zip with XML and pictures. The XML is not parsed: a part that could hide something from a
plain look (another alphabet, a definition of its own) is refused, so that a plain look is enough.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from rondetafel.documenten.afkeuring import Afgekeurd
from rondetafel.regels.bestanden import Bezwaar

DELEN = 2000
UITGEPAKT = 100 * 1024 * 1024
# XML packs well, some of it a hundred times; a bomb does so a thousand times.
VERHOUDING = 300
KLEIN = 64 * 1024
# A fixed moment, the first a zip can hold: when a part was changed says who worked when.
MOMENT = (1980, 1, 1, 0, 0, 0)

ARCHIEVEN = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
PROGRAMMAS = (b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"#!")
# In the order of the parts: macros, things put in, controls, and what is fetched from elsewhere on opening.
ACTIEF = re.compile(
    r"vbaproject|vbadata|/embeddings/|/activex/|\.bin$|^basic/|^scripts/|/customui/|^customui/|^object[ _]|/afchunk",
    re.I,
)
VAN_ELDERS = re.compile(
    rb"macroenabled|relationships/(?:attachedTemplate|oleObject|frame|subDocument|aFChunk|control)"
    rb"|<script:|<office:scripts>|<text:dde-|DDEAUTO|xlink:href=\"(?:vnd\.sun|macro|script)",
    re.I,
)
EIGEN_BEGRIP = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
BUITENBEELD = re.compile(
    rb"relationships/image\"[^>]*TargetMode=\"External\"|TargetMode=\"External\"[^>]*relationships/image\""
)
OP_SLOT = re.compile(rb"manifest:encryption-data")

XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BEELDEN = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True)
class Bouw:
    """How one kind is built: what stands in the place of the parts that name the maker."""

    leeg: dict[str, bytes]


DOCX = Bouw(
    {
        "docProps/core.xml": XML
        + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
        "docProps/app.xml": XML
        + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
        "docProps/custom.xml": XML
        + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    }
)
ODT = Bouw(
    {
        "meta.xml": XML
        + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        + b' office:version="1.2"><office:meta/></office:document-meta>'
    }
)


def pack_anew(inhoud: bytes, bouw: Bouw, draw: Callable[[bytes], bytes]) -> bytes:
    """Return the file with every part checked and packed anew; `draw` draws a picture in it anew.

    :raises Afgekeurd: for the first part that cannot stay.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as oud:
            delen = oud.infolist()
            _check_size(delen, len(inhoud))
            uit = io.BytesIO()
            with zipfile.ZipFile(uit, "w") as nieuw:
                for deel in delen:
                    if not deel.is_dir():
                        _write(nieuw, deel.filename, _clean(oud, deel, bouw, draw))
            return uit.getvalue()
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
        zlib.error,
    ) as kapot:
        raise Afgekeurd(Bezwaar.KAPOT) from kapot


def _check_size(delen: list[zipfile.ZipInfo], ingepakt: int) -> None:
    namen = {deel.filename for deel in delen}
    totaal = sum(deel.file_size for deel in delen)
    if len(delen) > DELEN or totaal > UITGEPAKT or (totaal > KLEIN and totaal > ingepakt * VERHOUDING):
        raise Afgekeurd(Bezwaar.BOM)
    if len(namen) != len(delen) or any(not _is_plain_path(naam) for naam in namen):
        raise Afgekeurd(Bezwaar.KAPOT)
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise Afgekeurd(Bezwaar.SLOT)


def _is_plain_path(naam: str) -> bool:
    pad = PurePosixPath(naam)
    return not pad.is_absolute() and ".." not in pad.parts and "\\" not in naam and "\0" not in naam


def _clean(oud: zipfile.ZipFile, deel: zipfile.ZipInfo, bouw: Bouw, draw: Callable[[bytes], bytes]) -> bytes:
    if deel.filename in bouw.leeg:
        return bouw.leeg[deel.filename]
    if ACTIEF.search(deel.filename):
        raise Afgekeurd(Bezwaar.MACRO)
    tekst = _unpack(oud, deel)
    naam = deel.filename.lower()
    if naam.endswith((".xml", ".rels", ".rdf")):
        _check_xml(tekst)
    elif naam.endswith(BEELDEN):
        return draw(tekst)
    elif tekst.startswith(ARCHIEVEN):
        raise Afgekeurd(Bezwaar.ARCHIEF)
    elif tekst.startswith(PROGRAMMAS):
        raise Afgekeurd(Bezwaar.MACRO)
    return tekst


def _unpack(oud: zipfile.ZipFile, deel: zipfile.ZipInfo) -> bytes:
    """Read one part, and not a byte more than the zip said there would be."""
    with oud.open(deel) as bron:
        tekst = bron.read(deel.file_size + 1)
    if len(tekst) > deel.file_size:
        raise Afgekeurd(Bezwaar.BOM)
    return tekst


def _check_xml(tekst: bytes) -> None:
    if b"\0" in tekst or tekst[:2] in (b"\xff\xfe", b"\xfe\xff") or EIGEN_BEGRIP.search(tekst):
        raise Afgekeurd(Bezwaar.KAPOT)
    if OP_SLOT.search(tekst):
        raise Afgekeurd(Bezwaar.SLOT)
    if VAN_ELDERS.search(tekst) or BUITENBEELD.search(tekst):
        raise Afgekeurd(Bezwaar.MACRO)


def _write(nieuw: zipfile.ZipFile, naam: str, tekst: bytes) -> None:
    info = zipfile.ZipInfo(naam, MOMENT)
    # An odt must begin with its kind, unpacked.
    info.compress_type = zipfile.ZIP_STORED if naam == "mimetype" else zipfile.ZIP_DEFLATED
    nieuw.writestr(info, tekst)
