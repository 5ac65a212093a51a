"""Who is around a family: added, told what they give, asked for with consent."""

from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.gezinnen.beslissers import concerned_by, consenters_in
from rondetafel.gezinnen.gegevens import Netwerkopgave, Plekopgave, Stoelantwoord
from rondetafel.gezinnen.models import (
    Betrokkene,
    Gezin,
    Groep,
    Netwerkplek,
    Omgevingsvraag,
    Persoon,
    Stoelvraag,
    Vraagdoel,
)
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.omgeving import FORMEEL, Omgeving
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def add_netwerk(gezin_id: UUID, *, opgave: Netwerkopgave, door: Wie, peildatum: date) -> Betrokkene:
    """Give somebody around the family a chair; while consent is asked it stays without a name for others.

    :raises GeenToegang: if `door` does not set this table.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum)
    stoel = Betrokkene.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        groep=Groep.BEROEP if opgave.plek.soort in FORMEEL else Groep.NETWERK,
        naam="" if opgave.vraag else opgave.naam,
        relatie=opgave.relatie or opgave.plek.soort.naam,
        organisatie="" if opgave.vraag else opgave.organisatie,
        steun=list(opgave.plek.steun),
        is_blijvend=opgave.plek.is_blijvend,
        van=peildatum,
    )
    _keep_plek(stoel, opgave.plek)
    if opgave.vraag:
        wie = ", ".join(filter(None, [opgave.naam, opgave.organisatie]))
        _ask(stoel, opgave.vraag, wie, opgave.vraag_op)
    logboek.record(
        Gebeurtenis.NETWERK_TOEGEVOEGD,
        stoel,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        soort=opgave.plek.soort.value,
    )
    return stoel


@operatie
def correct_plek(
    stoel_pk: UUID, *, gelezen: int, opgave: Plekopgave, door: Wie, peildatum: date
) -> Betrokkene:
    """Write down what a chair is to the family, how near, and what is given now and can be given.

    :raises Botsing: when the chair was changed after version `gelezen`.
    """
    stoel = _find(stoel_pk, door, peildatum)
    stoel.steun, stoel.is_blijvend = list(opgave.steun), opgave.is_blijvend
    save_version(stoel, gelezen=gelezen, velden=["steun", "is_blijvend"])
    _keep_plek(stoel, opgave)
    logboek.record(
        Gebeurtenis.NETWERK_VERBETERD, stoel, door=door, onderdeel=Onderdeel.GEZIN, soort=opgave.soort.value
    )
    return stoel


@operatie
def ask_stoelvraag(
    stoel_pk: UUID, *, doel: Vraagdoel, gevraagd_op: date, door: Wie, peildatum: date
) -> Stoelvraag:
    """Write down that the family was asked whether somebody may be approached or invited.

    What stood there as not asked yet is asked now.

    :raises IntegrityError: when the same question waits already.
    """
    stoel = _find(stoel_pk, door, peildatum)
    vraag = Stoelvraag.objects.filter(
        betrokkene=stoel, doel=doel, is_ja__isnull=True, gevraagd_op__isnull=True
    ).first()
    if vraag is None:
        vraag = _ask(stoel, doel, "", gevraagd_op)
    else:
        vraag.gevraagd_op = gevraagd_op
        save_version(vraag, gelezen=vraag.versie, velden=["gevraagd_op"])
    logboek.record(
        Gebeurtenis.STOELVRAAG_GESTELD, vraag, door=door, onderdeel=Onderdeel.ADRES, doel_van_vraag=doel.value
    )
    return vraag


@operatie
def answer_stoelvraag(pk: UUID, *, opgave: Stoelantwoord, door: Wie, peildatum: date) -> Stoelvraag:
    """Write down what the family decided; with a yes the name that waited stands at the chair.

    :raises Stoelvraag.DoesNotExist: for a question that was answered already, or not asked yet.
    :raises Persoon.DoesNotExist: for somebody who does not decide about it on that day.
    """
    vraag = (
        Stoelvraag.objects.visible_to(door, peildatum)
        .select_for_update(of=("self",))
        .get(pk=pk, is_ja__isnull=True, gevraagd_op__isnull=False)
    )
    require(door, Recht.TAFEL_DEKKEN, gezin_id=vraag.gezin_id, peildatum=peildatum)
    beslissers = consenters_in(vraag.gezin_id, opgave.op, over=concerned_by(vraag))
    wie = Persoon.objects.get(pk=opgave.door_id, pk__in=[een.pk for een in beslissers])
    vraag.is_ja, vraag.besloten_op, vraag.besloten_door = opgave.is_ja, opgave.op, wie
    save_version(vraag, gelezen=vraag.versie, velden=["is_ja", "besloten_op", "besloten_door"])
    stoel = vraag.betrokkene
    if opgave.is_ja and vraag.naam and stoel.is_open:
        stoel.naam = vraag.naam
        save_version(stoel, gelezen=stoel.versie, velden=["naam"])
    logboek.record(
        Gebeurtenis.STOELVRAAG_BEANTWOORD, vraag, door=door, onderdeel=Onderdeel.ADRES, ja=opgave.is_ja
    )
    return vraag


@operatie
def record_niemand(gezin_id: UUID, *, soort: Omgeving, door: Wie, peildatum: date) -> Omgevingsvraag:
    """Write down that the family was asked about people of one kind, and that there is nobody."""
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum)
    vraag = Omgevingsvraag.objects.create(
        gezin=gezin, gemeente_id=gezin.gemeente_id, soort=soort.value, gevraagd_op=peildatum
    )
    logboek.record(
        Gebeurtenis.NETWERK_GEVRAAGD, vraag, door=door, onderdeel=Onderdeel.TOEGANG, soort=soort.value
    )
    return vraag


def _find(pk: UUID, door: Wie, peildatum: date) -> Betrokkene:
    stoel = Betrokkene.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=stoel.gezin_id, peildatum=peildatum)
    return stoel


def _ask(stoel: Betrokkene, doel: Vraagdoel, naam: str, gevraagd_op: date | None) -> Stoelvraag:
    return Stoelvraag.objects.create(
        betrokkene=stoel,
        gezin_id=stoel.gezin_id,
        gemeente_id=stoel.gemeente_id,
        doel=doel,
        naam=naam,
        gevraagd_op=gevraagd_op,
    )


def _keep_plek(stoel: Betrokkene, opgave: Plekopgave) -> None:
    waarden: dict[str, Any] = {
        "soort": opgave.soort.value,
        "voor_id": opgave.voor_id,
        "nabijheid": opgave.nabijheid,
        "lijn": opgave.lijn,
        "steun_nu": list(opgave.steun_nu),
    }
    plek = Netwerkplek.objects.filter(betrokkene=stoel).first()
    if plek is None:
        whose = {"gezin_id": stoel.gezin_id, "gemeente_id": stoel.gemeente_id}
        Netwerkplek.objects.create(betrokkene=stoel, **whose, **waarden)
        return
    for veld, waarde in waarden.items():
        setattr(plek, veld, waarde)
    save_version(plek, gelezen=plek.versie, velden=waarden)
