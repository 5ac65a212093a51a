"""Which document is this, and of when? Read from docs/bronnen.md, the list that people read."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LIJST = Path(__file__).parents[3] / "docs" / "bronnen.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; `datum` in words, since half of them carry none. `adres` is empty when it is not public."""

    code: str
    titel: str
    datum: str
    uitgever: str
    adres: str


@lru_cache(maxsize=1)
def all_documenten() -> dict[str, Document]:
    """Return every listed document by its code.

    :raises KeyError: when an entry lacks its title, date, publisher or address.
    """
    delen = LIJST.read_text(encoding="utf-8").split("\n## ")[1:]
    return {document.code: document for document in map(_read, delen)}


def _read(deel: str) -> Document:
    code, _, rest = deel.partition("\n")
    regels = dict(re.findall(r"^- (Titel|Datum|Uitgever|Adres): (.+)$", rest, re.MULTILINE))
    adres = re.match(r"https://\S+", regels["Adres"])
    return Document(
        code=code.strip(),
        titel=regels["Titel"],
        datum=regels["Datum"],
        uitgever=regels["Uitgever"],
        adres=adres[0] if adres else "",
    )
