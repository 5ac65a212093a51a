"""Where in the rule book does a source stand? The link of every reason."""

from collections.abc import Mapping
from functools import lru_cache

from django.urls import reverse

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import anchor_of
from rondetafel.web.regelboek.boek import all_ingangen, book_on
from rondetafel.web.regelboek.documenten import all_documenten


def address_of(bron: Bron) -> str:
    """Return the address of the rule, the number or the document in which a source stands.

    A reason that was stored may name a source that has gone since, or one in our own words of then: it leads
    to its document, and to the book itself when that is not listed either.
    """
    boek = reverse("regels:boek")
    if deel := _all_parts().get(bron):
        return f"{boek}?{deel}#{anchor_of(bron)}"
    if bron.document in all_documenten():
        return f"{boek}?deel=bronnen#document-{bron.document}"
    return boek


@lru_cache(maxsize=1)
def _all_parts() -> Mapping[Bron, str]:
    """Each source with the part it stands in; only what is not in every version needs its day."""
    boeken = [book_on(ingang) for ingang in all_ingangen()]
    parts: dict[Bron, str] = {}
    for boek in boeken:
        for bron, deel in boek.thuis.items():
            is_everywhere = all(bron in ander.thuis for ander in boeken)
            parts.setdefault(bron, deel if is_everywhere else f"{deel}&datum={boek.ingang.isoformat()}")
    return parts
