"""The one door for files: taken in, judged, and shared. Nothing else writes a document."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from rondetafel.documenten import opslag
from rondetafel.documenten.afkeuring import Afgekeurd
from rondetafel.documenten.inhoud import Schoon, make_anew
from rondetafel.documenten.models import (
    BEWAARKLASSE,
    Bewaarklasse,
    Deelkring,
    Document,
    Papiersoort,
    Stand,
)
from rondetafel.documenten.namen import clean_name
from rondetafel.documenten.scanner import Uitslag
from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Handelend
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.bestanden import assess_inhoud, assess_omvang
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht

CONTROLE = "documenten.scan_document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """What somebody says of a file: what it is, about whom, with whom to share, and the name it came with."""

    titel: str
    soort: Papiersoort
    kring: Deelkring
    bestandsnaam: str
    persoon_id: UUID | None = None


@operatie
def receive_document(
    gezin_id: UUID, *, opgave: Opgave, inhoud: bytes, door: Wie, peildatum: date
) -> Document:
    """Take a file in: make it anew, keep it in quarantine, and have it looked at for viruses.

    :raises Geweigerd: when it is too large, one too many, or of a kind that cannot come in.
    :raises GeenPlek: when the store does not take it.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    over = opgave.persoon_id or gezin.pk
    require(door, Recht.DOCUMENT_DELEN, gezin_id=gezin.pk, sleutel=over, peildatum=peildatum)
    if opgave.persoon_id:
        Persoon.objects.visible_to(door, peildatum).get(pk=opgave.persoon_id, gezin=gezin)
    _require_room(gezin, len(inhoud), peildatum)
    schoon = _make_anew(inhoud)
    bestand = opslag.keep(schoon.inhoud)
    try:
        document = Document.objects.create(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            persoon_id=opgave.persoon_id,
            soort=opgave.soort,
            titel=opgave.titel,
            kring=opgave.kring,
            bewaarklasse=BEWAARKLASSE.get(opgave.soort, Bewaarklasse.DOSSIER),
            geplaatst_door_id=door.id,
            geplaatst_op=peildatum,
            bestand=bestand,
            bestandsnaam=clean_name(opgave.bestandsnaam, extensie=schoon.soort.extensie),
            extensie=schoon.soort.extensie,
            grootte=len(schoon.inhoud),
            sha256=hashlib.sha256(schoon.inhoud).hexdigest(),
        )
        app.configure_task(CONTROLE).defer(document_id=str(document.pk))
        logboek.record(
            Gebeurtenis.DOCUMENT_GEPLAATST,
            document,
            door=door,
            onderdeel=Onderdeel.DOCUMENT,
            soort=schoon.soort.extensie,
            kring=document.kring,
        )
    except Exception:
        opslag.forget(bestand)
        raise
    return document


@operatie
def open_document(pk: UUID, *, gelezen: int, kring: Deelkring, door: Wie, peildatum: date) -> Document:
    """Share a paper with more people, or with fewer; for who brought it and for the regisseur.

    :raises Botsing: when somebody else did so after version `gelezen`.
    """
    document = Document.objects.visible_to(door, peildatum).get(pk=pk)
    require(
        door,
        Recht.DOCUMENT_DELEN,
        gezin_id=document.gezin_id,
        sleutel=document.sleutel,
        peildatum=peildatum,
    )
    if not document.is_shared_by(door):
        raise GeenToegang
    was, document.kring = document.kring, kring
    save_version(document, gelezen=gelezen, velden=["kring"])
    logboek.record(
        Gebeurtenis.DOCUMENT_GEDEELD,
        document,
        door=door,
        onderdeel=Onderdeel.DOCUMENT,
        was=was,
        wordt=document.kring,
    )
    return document


@operatie
def record_controle(
    document_id: UUID, *, uitslag: Uitslag, scanner: str, door: Handelend, op: datetime
) -> Document:
    """Write what the scanner said; the first word counts, and an infected file is never open again.

    :raises Document.DoesNotExist: when it was judged already.
    """
    document = Document.objects.to_judge().select_for_update().get(pk=document_id)
    document.stand = Stand.SCHOON if uitslag is Uitslag.SCHOON else Stand.BESMET
    document.gecontroleerd_at, document.gecontroleerd_met = op, scanner
    document.save(update_fields=["stand", "gecontroleerd_at", "gecontroleerd_met"])
    logboek.record(
        Gebeurtenis.DOCUMENT_GECONTROLEERD,
        document,
        door=door,
        onderdeel=Onderdeel.DOCUMENT,
        uitslag=uitslag.value,
        scanner=scanner,
    )
    return document


def _require_room(gezin: Gezin, grootte: int, peildatum: date) -> None:
    """Papers that somebody may not read do not count for them: a number would tell that they are there."""
    van_gezin = Document.objects.filter(gezin=gezin)
    assess_omvang(
        grootte=grootte,
        vandaag=van_gezin.filter(geplaatst_op=peildatum).count(),
        in_gezin=van_gezin.count(),
        grenzen=settings.DOCUMENTEN_GRENZEN,
    ).enforce()


def _make_anew(inhoud: bytes) -> Schoon:
    try:
        return make_anew(inhoud)
    except Afgekeurd as afgekeurd:
        assess_inhoud(afgekeurd.bezwaar).enforce()
        raise
