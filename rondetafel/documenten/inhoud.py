"""What does a file go through before it is kept? Made anew, without what nobody sees: place, maker, script.

Nothing is kept as it came. A picture is drawn again, a pdf is written again without scripts and hidden
files, an office file is packed again without its maker. What cannot be made anew does not come in.
"""

import io
import warnings
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from pikepdf import sanitize
from PIL import Image, ImageOps

from rondetafel.documenten import kantoor
from rondetafel.documenten.afkeuring import Afgekeurd
from rondetafel.documenten.soorten import Soort, recognise
from rondetafel.regels.bestanden import Bezwaar

# A photo of a good telephone has 12 to 50 million points; more is there to fill a memory.
PUNTEN = 60_000_000
LANGSTE_ZIJDE = 3000
PAGINAS = 500
JPEG_KWALITEIT = 88

SCHOONMAAK = (
    sanitize.Sanitizer()
    .remove_javascript()
    .remove_attachments()
    .remove_multimedia()
    .remove_external_access()
    .remove_thumbnails()
    .remove_search_index()
    .remove_web_capture()
    .remove_private_app_data()
    .remove_collection()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoon:
    """A file made anew: its kind and its bytes."""

    soort: Soort
    inhoud: bytes


def make_anew(inhoud: bytes) -> Schoon:
    """Return the file without what does not belong in it.

    :raises Afgekeurd: with the first thing that is wrong with it.
    """
    if not inhoud:
        raise Afgekeurd(Bezwaar.LEEG)
    soort = recognise(inhoud)
    if soort is None:
        raise Afgekeurd(Bezwaar.SOORT)
    return Schoon(soort=soort, inhoud=_MAKERS[soort](inhoud))


def draw_anew(inhoud: bytes) -> bytes:
    """Return a JPEG or PNG with the same picture and nothing beside it: no place, camera, maker or profile.

    :raises Afgekeurd: when it is broken, or too large to draw.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of a picture that grows too large; here that is the end of it.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(inhoud), formats=("JPEG", "PNG")) as bron:
                if bron.width * bron.height > PUNTEN:
                    raise Afgekeurd(Bezwaar.BOM)
                return _draw(bron)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as bom:
        raise Afgekeurd(Bezwaar.BOM) from bom
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error) as kapot:
        raise Afgekeurd(Bezwaar.KAPOT) from kapot


def _draw(bron: Image.Image) -> bytes:
    formaat = bron.format
    beeld = ImageOps.exif_transpose(bron)
    is_doorzichtig = formaat == "PNG" and (beeld.mode in ("LA", "RGBA", "PA") or "transparency" in beeld.info)
    beeld = beeld.convert("RGBA" if is_doorzichtig else "RGB")
    beeld.thumbnail((LANGSTE_ZIJDE, LANGSTE_ZIJDE))
    # A new canvas: what hung on the old one, such as comments and profiles, stays behind.
    nieuw = Image.new(beeld.mode, beeld.size)
    nieuw.paste(beeld)
    uit = io.BytesIO()
    if formaat == "PNG":
        nieuw.save(uit, "PNG", optimize=True)
    else:
        nieuw.save(uit, "JPEG", quality=JPEG_KWALITEIT)
    return uit.getvalue()


def write_pdf_anew(inhoud: bytes) -> bytes:
    """Return the pdf without scripts, actions, hidden files, multimedia and the names of its makers.

    A signature in it is broken by this, as it is by every change.

    :raises Afgekeurd: when it is locked, broken or endless.
    """
    try:
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            if len(pdf.pages) > PAGINAS:
                raise Afgekeurd(Bezwaar.BOM)
            if pdf.is_encrypted:
                raise Afgekeurd(Bezwaar.SLOT)
            SCHOONMAAK.apply(pdf)
            _forget_makers(pdf)
            uit = io.BytesIO()
            pdf.save(uit, static_id=True, fix_metadata_version=False)
            return uit.getvalue()
    except pikepdf.PasswordError as slot:
        raise Afgekeurd(Bezwaar.SLOT) from slot
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError) as kapot:
        raise Afgekeurd(Bezwaar.KAPOT) from kapot


def _forget_makers(pdf: pikepdf.Pdf) -> None:
    """Take out who made it and when, wherever that hangs, and what runs when a page or field is opened."""
    _take(pdf.Root, "/OpenAction")
    _take(pdf.trailer, "/Info")
    _take(pdf.Root.get("/AcroForm"), "/XFA")
    for ding in pdf.objects:
        _take(ding, "/Metadata", "/AA", "/PieceInfo")


def _take(ding: object, *sleutels: str) -> None:
    if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream):
        for sleutel in sleutels:
            if sleutel in ding:
                del ding[sleutel]


def _pack_docx(inhoud: bytes) -> bytes:
    return kantoor.pack_anew(inhoud, kantoor.DOCX, draw_anew)


def _pack_odt(inhoud: bytes) -> bytes:
    return kantoor.pack_anew(inhoud, kantoor.ODT, draw_anew)


_MAKERS: dict[Soort, Callable[[bytes], bytes]] = {
    Soort.PDF: write_pdf_anew,
    Soort.JPEG: draw_anew,
    Soort.PNG: draw_anew,
    Soort.DOCX: _pack_docx,
    Soort.ODT: _pack_odt,
}
