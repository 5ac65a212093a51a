"""What happens to a file after it came in? The worker has it looked at, and opens or refuses it."""

import hashlib
from uuid import UUID

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rondetafel.documenten import opslag
from rondetafel.documenten.models import Document
from rondetafel.documenten.operations import CONTROLE, record_controle
from rondetafel.documenten.scanner import Uitslag, current_scanner
from rondetafel.kern.logboek import Werker

# A scanner that is down is asked again every minute, for as long as it takes: until then nobody gets the file.
OPNIEUW = RetryStrategy(wait=60)
WERKER = Werker(doel="controle op virussen")


class Veranderd(RuntimeError):
    """The bytes in the store are not those that came in."""


@app.task(name=CONTROLE, retry=OPNIEUW)
def scan_document(document_id: str) -> None:
    """Judge one waiting file; a second run of the same job does nothing. What is infected is taken away.

    :raises Onbereikbaar: so that the job is run again.
    """
    document = Document.objects.to_judge().filter(pk=UUID(document_id)).first()
    if document is None:
        return
    inhoud = opslag.fetch(document.bestand)
    if hashlib.sha256(inhoud).hexdigest() != document.sha256:
        raise Veranderd
    scanner = current_scanner()
    uitslag = scanner.scan(inhoud)
    record_controle(document.pk, uitslag=uitslag, scanner=scanner.naam, door=WERKER, op=timezone.now())
    if uitslag is Uitslag.BESMET:
        opslag.forget(document.bestand)
