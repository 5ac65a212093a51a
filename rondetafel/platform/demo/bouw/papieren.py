"""Papers for a family, made here: a letter as a pdf, and a drawing."""

import io
from datetime import date

import pikepdf
from PIL import Image, ImageDraw

from rondetafel.documenten.models import Document
from rondetafel.documenten.operations import Opgave, receive_document
from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.context import as_person

A4 = (595, 842)


def bring(decor: Decor, gezin: Gezin, opgave: Opgave, inhoud: bytes, *, door: str, op: date) -> Document:
    """Let somebody bring a paper; the worker looks at it as soon as it runs."""
    with on_day(op), as_person(decor.accounts[door], peildatum=op) as wie:
        return receive_document(gezin.pk, opgave=opgave, inhoud=inhoud, door=wie, peildatum=op)


def write_letter(*regels: str) -> bytes:
    """Return a pdf of one page with these lines."""
    woorden = " ".join(f"({regel}) Tj T*" for regel in regels)
    uit = io.BytesIO()
    with pikepdf.new() as pdf:
        pagina = pdf.add_blank_page(page_size=A4)
        letter = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        pagina.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=letter))
        tekst = f"BT /F1 12 Tf 18 TL 72 760 Td {woorden} ET"
        pagina.Contents = pdf.make_stream(tekst.encode("cp1252"))
        pdf.save(uit)
    return uit.getvalue()


def draw_house() -> bytes:
    """Return a png of a house in the sun."""
    beeld = Image.new("RGB", (640, 480), "#cfe8f5")
    stift = ImageDraw.Draw(beeld)
    stift.rectangle((0, 360, 640, 480), fill="#8bb174")
    stift.ellipse((500, 40, 590, 130), fill="#f2c14e")
    stift.rectangle((200, 220, 440, 380), fill="#f4ede4", outline="#5b4636", width=4)
    stift.polygon((180, 220, 320, 110, 460, 220), fill="#b5533c")
    stift.rectangle((290, 290, 350, 380), fill="#5b4636")
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    return uit.getvalue()
