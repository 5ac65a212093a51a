"""Which files may come in? Told by what is in them; the name of a file is never asked."""

import io
import zipfile
from enum import Enum

ZIP = b"PK\x03\x04"
DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT = b"application/vnd.oasis.opendocument.text"


class Soort(Enum):
    """The kinds that may come in: their extension, content type and word.

    Enough for a letter, a report and a photo. Sheets, slides, video and archives are left out: each kind
    more is a parser more that strangers feed.
    """

    PDF = ("pdf", "application/pdf", "pdf")
    JPEG = ("jpg", "image/jpeg", "foto")
    PNG = ("png", "image/png", "afbeelding")
    DOCX = ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word")
    ODT = ("odt", "application/vnd.oasis.opendocument.text", "odt")

    @property
    def extensie(self) -> str:
        return self.value[0]

    @property
    def mime(self) -> str:
        return self.value[1]

    @property
    def woord(self) -> str:
        return self.value[2]


BIJ_EXTENSIE = {soort.extensie: soort for soort in Soort}


def recognise(inhoud: bytes) -> Soort | None:
    """Return the kind of a file by its first bytes and, for office files, by the parts inside."""
    if inhoud.startswith(b"%PDF-"):
        return Soort.PDF
    if inhoud.startswith(b"\xff\xd8\xff"):
        return Soort.JPEG
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
        return Soort.PNG
    return _office(inhoud) if inhoud.startswith(ZIP) else None


def _office(inhoud: bytes) -> Soort | None:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            first = archief.infolist()[0]
            if first.filename == "mimetype" and first.file_size == len(ODT) and archief.read(first) == ODT:
                return Soort.ODT
            parts = archief.getinfo("[Content_Types].xml")
            return Soort.DOCX if parts.file_size < len(DOCX) * 1000 and DOCX in archief.read(parts) else None
    except (zipfile.BadZipFile, KeyError, IndexError, NotImplementedError, RuntimeError, OSError, ValueError):
        return None
