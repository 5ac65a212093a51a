"""What becomes of the name a file came with? Something harmless to give back; on disk it is never used."""

import re
import unicodedata
from pathlib import PurePosixPath

LANGST = 80
# Letters, digits and a few signs of any language; the rest can steer a disk, a header or the eye.
VREEMD = re.compile(r"[^\w \-(),']+")
# What Windows keeps for devices, with any extension.
APPARAAT = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.I)
ZONDER_NAAM = "document"


def clean_name(naam: str, *, extensie: str) -> str:
    """Return the name without folders, control signs and its own extension, with the extension of its kind."""
    kaal = PurePosixPath(naam.replace("\\", "/")).name
    kaal = unicodedata.normalize("NFKC", kaal)
    # Signs without a shape can turn the reading direction: "cod.exe" may look like "exe.doc".
    kaal = "".join(teken for teken in kaal if not unicodedata.category(teken).startswith("C"))
    stam = kaal.rpartition(".")[0] or kaal
    stam = re.sub(r"\s+", " ", VREEMD.sub(" ", stam)).strip(" .-_")[:LANGST].strip()
    return f"{ZONDER_NAAM if not stam or APPARAAT.match(stam) else stam}.{extensie}"
