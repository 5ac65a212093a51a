"""Links to the rule book.

|regeladres     the address of a source in the book: {{ reden.bron|regeladres }}
|stapnaam       the name of a step in the work: {{ regel.stap|stapnaam }}
"""

from django import template

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.adressen import address_of
from rondetafel.web.regelboek.boek import STAPNAMEN

register = template.Library()


@register.filter
def regeladres(bron: Bron) -> str:
    """The rule, the number or the document behind a source."""
    return address_of(bron)


@register.filter
def stapnaam(stap: Stap) -> str:
    return str(STAPNAMEN[stap])
