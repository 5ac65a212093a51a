"""Links to the rule book.

|regeladres     the address of a source in the book: {{ reden.bron|regeladres }}
|documentnaam   the document of a source, as people call it: {{ reden.bron|documentnaam }}
|stapnaam       the name of a step in the work: {{ regel.stap|stapnaam }}
{% termijn "evaluatie" %}   how long a term of the catalogue is that holds today: drie maanden
"""

from django import template

from rondetafel.kern import klok
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.spreken import say_length
from rondetafel.web.regelboek.adressen import address_of
from rondetafel.web.regelboek.boek import STAPNAMEN
from rondetafel.web.regelboek.documenten import all_documenten

register = template.Library()


@register.filter
def regeladres(bron: Bron) -> str:
    """The rule, the number or the document behind a source."""
    return address_of(bron)


@register.filter
def documentnaam(bron: Bron) -> str:
    """The document of a source as people call it, and of when it is: Productportfolio JENS, 17 april 2023."""
    document = all_documenten().get(bron.document)
    return f"{document.titel}, {document.datum}" if document else bron.document


@register.filter
def stapnaam(stap: Stap) -> str:
    return str(STAPNAMEN[stap])


@register.simple_tag
def termijn(code: str) -> str:
    """Say how long a term is: no page writes such a number by hand, another region may have another."""
    return say_length(catalogue_on(klok.today()).norm(code))
