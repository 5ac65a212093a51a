"""A verwijzer asks, the backoffice makes a dossier, the kernteam decides."""

from dataclasses import dataclass
from datetime import date, timedelta

from rondetafel.gezinnen.models import Persoon
from rondetafel.instroom.models import Aanmelding, Kwadrant, Stand, Triage, Zorgclassificatie
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.nummers import Reeks, next_number
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.termijnen import DOSSIER_DOORSTUREN, KERNTEAM_BESPREKEN
from rondetafel.toegang.rechten import Onderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What a verwijzer wrote, and on which day; `verwijzersoort` is a code of regels/verwijzers.py."""

    door: str
    verwijzersoort: str
    op: date
    hulpvraag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What the kernteam decided, and on which day; `product` only for K3."""

    op: date
    classificatie: Zorgclassificatie
    kwadrant: Kwadrant
    product: str = ""
    motivering: str = ""


def register(decor: Decor, vraag: Vraag, **jeugdige: object) -> Aanmelding:
    """Let a verwijzer register a jeugdige who has no dossier yet; the term to make one starts."""
    with on_day(vraag.op):
        aanmelding = Aanmelding.objects.create(
            nummer=next_number(Reeks.AANMELDING),
            verwijzer=decor.accounts[vraag.door],
            verwijzersoort=vraag.verwijzersoort,
            ontvangen_op=vraag.op,
            hulpvraag=vraag.hulpvraag,
            **jeugdige,
        )
        logboek.record(
            Gebeurtenis.AANMELDING_GEDAAN,
            aanmelding,
            door=decor.wie(vraag.door),
            onderdeel=Onderdeel.AANMELDING,
        )
        open_termijn(aanmelding, DOSSIER_DOORSTUREN, vanaf=vraag.op)
    return aanmelding


def register_kind(decor: Decor, kind: Persoon, vraag: Vraag) -> Aanmelding:
    """Register a child whose dossier exists; it went to the kernteam a few days after it came."""
    aanmelding = register(
        decor,
        vraag,
        gemeente_id=kind.gemeente_id,
        gezin_id=kind.gezin_id,
        voornaam=kind.voornaam,
        tussenvoegsel=kind.tussenvoegsel,
        achternaam=kind.achternaam,
        geboortedatum=kind.geboortedatum,
        geslacht=kind.geslacht,
    )
    aanmelding.jeugdige, aanmelding.stand = kind, Stand.INSTROOM
    aanmelding.doorgestuurd_op = min(vraag.op + timedelta(days=3), decor.peildatum)
    aanmelding.save(update_fields=["jeugdige", "stand", "doorgestuurd_op"])
    close_termijn(aanmelding, DOSSIER_DOORSTUREN, peildatum=aanmelding.doorgestuurd_op)
    with on_day(aanmelding.doorgestuurd_op):
        open_termijn(aanmelding, KERNTEAM_BESPREKEN, vanaf=aanmelding.doorgestuurd_op)
    return aanmelding


def decide(decor: Decor, aanmelding: Aanmelding, besluit: Besluit) -> Triage:
    """Let the kernteam decide about an aanmelding with a dossier."""
    assert aanmelding.gezin_id
    with on_day(besluit.op):
        triage = Triage.objects.create(
            aanmelding=aanmelding,
            gezin_id=aanmelding.gezin_id,
            gemeente_id=aanmelding.gemeente_id,
            besloten_op=besluit.op,
            besloten_door=decor.accounts["miriam"],
            classificatie=besluit.classificatie,
            kwadranten=[besluit.kwadrant],
            product_code=besluit.product,
            motivering=besluit.motivering,
        )
        logboek.record(
            Gebeurtenis.TRIAGE_GEDAAN, triage, door=decor.wie("miriam"), onderdeel=Onderdeel.AANMELDING
        )
    aanmelding.stand = Stand.BESLOTEN
    aanmelding.save(update_fields=["stand"])
    close_termijn(aanmelding, KERNTEAM_BESPREKEN, peildatum=besluit.op)
    return triage
