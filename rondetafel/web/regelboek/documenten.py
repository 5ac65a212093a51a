"""Which document is this, and of when? Read from docs/bronnen.md, the list that people read.

A region keeps such a list in the folder of its catalogue, also named bronnen.md.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from rondetafel.regels.regelboek import all_bronnen

NAAM = "bronnen.md"
LIJST = Path(__file__).parents[3] / "docs" / "bronnen.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; `datum` in words, since half of them carry none. `adres` is empty when it is not public.

    `sinds` is from when what it says holds, as far as it says so.
    """

    code: str
    titel: str
    datum: str
    uitgever: str
    adres: str
    sinds: date | None = None


@lru_cache(maxsize=1)
def all_documenten() -> dict[str, Document]:
    """Return every document by its code: as listed, or else by no more than its code.

    :raises KeyError: when an entry lacks its title, date, publisher or address.
    """
    lijsten = [LIJST, *([Path(settings.CATALOGUS) / NAAM] if settings.CATALOGUS else [])]
    delen = [
        deel for lijst in lijsten if lijst.exists() for deel in lijst.read_text("utf-8").split("\n## ")[1:]
    ]
    documenten = {document.code: document for document in map(_read, delen)}
    for bron in all_bronnen():
        documenten.setdefault(bron.document, _unlisted(bron.document))
    return documenten


def _unlisted(code: str) -> Document:
    return Document(code=code, titel=code, datum=_("onbekend"), uitgever=_("onbekend"), adres="")


def _read(deel: str) -> Document:
    code, _, rest = deel.partition("\n")
    regels = dict(re.findall(r"^- (Titel|Datum|Sinds|Uitgever|Adres): (.+)$", rest, re.MULTILINE))
    adres = re.match(r"https://\S+", regels["Adres"])
    return Document(
        code=code.strip(),
        titel=regels["Titel"],
        datum=regels["Datum"],
        uitgever=regels["Uitgever"],
        adres=adres[0] if adres else "",
        sinds=date.fromisoformat(regels["Sinds"]) if "Sinds" in regels else None,
    )
