"""Everything that can happen to a worry: it is written down, weighed, decided about, shared and closed.

Each operation runs in the database role `veilig` (slot.py). A line in the logboek names the dossier only.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import Botsing, save_version
from rondetafel.regels.inschatting import Inschattingsvraag, Zorg, assess_inschatting, question_set
from rondetafel.regels.oordeel import as_record
from rondetafel.regels.verwijsindex import Signaalvraag, assess_signaal, last_day
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.veiligheid.gegevens import (
    Gezinskeuze,
    Inschattingsopgave,
    Lidopgave,
    Signaalopgave,
    Stapopgave,
)
from rondetafel.veiligheid.models import (
    Doel,
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Signaal,
    Stapverslag,
)
from rondetafel.veiligheid.oordelen import judge_slot, judge_stap, next_day
from rondetafel.veiligheid.queries import colleagues, latest_stappen

VANZELF = "Hoort bij elk dossier van deze gemeente."


@operatie
def start_dossier(gezin: Gezinskeuze, *, over: str, door: Wie, peildatum: date) -> Dossier:
    """Begin a dossier; who begins holds it, and the aandachtsfunctionarissen of the municipality read along.

    :raises GeenToegang: if `door` has no running tie with this family, nor this municipality.
    """
    require(
        door,
        Recht.VEILIGHEID_BEGINNEN,
        gezin_id=gezin.gezin_id,
        gemeente_id=gezin.gemeente_id,
        peildatum=peildatum,
    )
    dossier = Dossier(
        gezinssleutel=gezin.gezin_id,
        gemeentecode=gezin.gemeente_id,
        begonnen_op=peildatum,
        begonnen_door=door.id,
        over={"nummer": gezin.nummer, "wie": over},
    )
    dossier.save(force_insert=True)
    # In one statement: from the second on, only who opened the dossier lets someone in.
    Lidmaatschap.objects.bulk_create(_first_members(dossier, door, peildatum))
    logboek.record(Gebeurtenis.VEILIGHEID_BEGONNEN, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return dossier


@operatie
def open_dossier(pk: UUID, *, doel: Doel, waarom: str, sessie: str, door: Wie, peildatum: date) -> Opening:
    """Open a dossier for thirty minutes in one session, and keep why.

    :raises Dossier.DoesNotExist: if `door` is no member.
    """
    dossier = Dossier.objects.visible_to(door, peildatum).get(pk=pk)
    opening = Opening.objects.create(
        dossier=dossier, gebruiker_id=door.id, sessie=sessie, waarom={"doel": doel.value, "woorden": waarom}
    )
    logboek.record(Gebeurtenis.VEILIGHEID_GEOPEND, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return opening


@operatie
def record_stap(pk: UUID, *, opgave: Stapopgave, door: Wie, peildatum: date) -> Stapverslag:
    """Write down one step of the meldcode, or correct it; what stood there before stays to be read.

    :raises Geweigerd: with every reason why this step cannot be written down so.
    :raises Botsing: when someone wrote this step down after uitgave `gelezen`.
    """
    dossier = _find_open(pk, door, peildatum)
    lid = Lidmaatschap.objects.held_by(door, peildatum).get(dossier=dossier)
    stappen = latest_stappen(dossier, door, peildatum)
    oordeel = judge_stap(opgave, stappen, lidrol=Lidrol(lid.rol)).enforce()
    huidig = stappen.get(opgave.stap)
    if (huidig.uitgave if huidig else 0) != opgave.gelezen:
        raise Botsing(huidig or dossier)
    verslag = Stapverslag.objects.create(
        dossier=dossier,
        stap=opgave.stap,
        uitgave=opgave.gelezen + 1,
        gedaan_op=opgave.gedaan_op,
        door=door.id,
        inhoud=dict(opgave.inhoud) | {"correctie": opgave.correctie, "oordeel": as_record(oordeel)},
    )
    _set_next_day(dossier, door, peildatum)
    logboek.record(Gebeurtenis.MELDCODE_STAP, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return verslag


@operatie
def record_inschatting(pk: UUID, *, opgave: Inschattingsopgave, door: Wie, peildatum: date) -> Inschatting:
    """Keep an estimate with the questions as they were shown, and the day of the next one.

    :raises Geweigerd: with everything that is missing.
    """
    dossier = _find_open(pk, door, peildatum)
    antwoorden = {code: Zorg(antwoord) for code, antwoord in opgave.antwoorden.items()}
    oordeel = assess_inschatting(
        Inschattingsvraag(
            antwoorden=antwoorden,
            uitkomst=opgave.uitkomst,
            motivering=opgave.motivering,
            gedaan_op=opgave.gedaan_op,
            volgende_op=opgave.volgende_op,
        )
    ).enforce()
    inschatting = Inschatting.objects.create(
        dossier=dossier,
        gedaan_op=opgave.gedaan_op,
        volgende_op=opgave.volgende_op,
        door=door.id,
        inhoud=_as_inhoud(opgave, antwoorden) | {"oordeel": as_record(oordeel)},
    )
    _set_next_day(dossier, door, peildatum)
    logboek.record(Gebeurtenis.INSCHATTING_GEDAAN, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return inschatting


@operatie
def add_lid(pk: UUID, *, opgave: Lidopgave, door: Wie, peildatum: date) -> Lidmaatschap:
    """Let a colleague read along, or write along as holder.

    :raises Gebruiker.DoesNotExist: when it is no professional of this family, or one who is a member already.
    """
    dossier = _find_open(pk, door, peildatum)
    leden = Lidmaatschap.objects.running_on(peildatum).filter(dossier=dossier)
    collega = colleagues(dossier, leden).get(pk=opgave.gebruiker_id)
    lid = Lidmaatschap.objects.create(
        dossier=dossier,
        gebruiker_id=collega.pk,
        rol=opgave.rol,
        van=peildatum,
        gegeven_door=door.id,
        reden=opgave.reden,
    )
    logboek.record(
        Gebeurtenis.VEILIGHEID_LID_ERBIJ, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID, lid=lid.pk
    )
    return lid


@operatie
def stop_lid(pk: UUID, *, lid_id: UUID, door: Wie, peildatum: date) -> Lidmaatschap:
    """Let a member go at once. Nobody lets themselves go, so a dossier is never without a reader.

    An aandachtsfunctionaris is let go by another one only: who looks on is not sent away by who is looked at.

    :raises Lidmaatschap.DoesNotExist: for oneself, for who is no member, and for whom `door` cannot let go.
    """
    dossier = _find_open(pk, door, peildatum)
    eigen = Lidmaatschap.objects.held_by(door, peildatum).get(dossier=dossier)
    leden = Lidmaatschap.objects.running_on(peildatum).exclude(pk=eigen.pk)
    if eigen.rol != Lidrol.AANDACHT:
        leden = leden.exclude(rol=Lidrol.AANDACHT)
    lid = leden.get(pk=lid_id, dossier=dossier)
    lid.tot = max(peildatum - timedelta(days=1), lid.van - timedelta(days=1))
    save_version(lid, gelezen=lid.versie, velden=["tot"])
    logboek.record(
        Gebeurtenis.VEILIGHEID_LID_ERAF, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID, lid=lid.pk
    )
    return lid


@operatie
def close_dossier(
    pk: UUID, *, uitkomst: str, waarom: str, gelezen: int, door: Wie, peildatum: date
) -> Dossier:
    """Close a dossier with its outcome. Members can still read it.

    :raises Geweigerd: while there is no decision.
    :raises Botsing: when the dossier was changed after version `gelezen`.
    """
    dossier = _find_open(pk, door, peildatum)
    judge_slot(latest_stappen(dossier, door, peildatum), waarom=waarom).enforce()
    dossier.gesloten_op, dossier.volgende_op = peildatum, None
    dossier.slot = {"uitkomst": uitkomst, "waarom": waarom}
    save_version(dossier, gelezen=gelezen, velden=["gesloten_op", "volgende_op", "slot"])
    logboek.record(Gebeurtenis.VEILIGHEID_GESLOTEN, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return dossier


@operatie
def record_deling(pk: UUID, *, tekst: str, door: Wie, peildatum: date) -> GedeeldeActie:
    """Keep that an action went into the plan with this text. The plan itself does not know of it."""
    dossier = _find_open(pk, door, peildatum)
    deling = GedeeldeActie.objects.create(
        dossier=dossier, gedaan_op=peildatum, door=door.id, inhoud={"tekst": tekst}
    )
    logboek.record(Gebeurtenis.ACTIE_GEDEELD, dossier, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return deling


@operatie
def register_signaal(opgave: Signaalopgave, *, door: Wie, peildatum: date) -> Signaal:
    """Write down that a child was signalled; it ends by itself after two years at most.

    :raises GeenToegang: if `door` has no running tie with this family.
    :raises Geweigerd: with everything that is missing.
    """
    gezin = opgave.gezin
    require(door, Recht.VERWIJSINDEX_SIGNALEREN, gezin_id=gezin.gezin_id, peildatum=peildatum)
    assess_signaal(
        Signaalvraag(
            geboortedatum=opgave.geboortedatum,
            afgegeven_op=peildatum,
            verteld_aan=opgave.verteld_aan,
            waarom_niet=opgave.waarom_niet,
        )
    ).enforce()
    assert opgave.geboortedatum is not None
    signaal = Signaal.objects.create(
        jeugdige=opgave.jeugdige_id,
        gezinssleutel=gezin.gezin_id,
        gemeentecode=gezin.gemeente_id,
        door=door.id,
        afgegeven_op=peildatum,
        tot=last_day(opgave.geboortedatum, peildatum),
        gegevens={
            veld: getattr(opgave, veld) for veld in ("voornaam", "grond", "bel", "verteld_aan", "waarom_niet")
        }
        | {"nummer": gezin.nummer},
    )
    logboek.record(Gebeurtenis.SIGNAAL_AFGEGEVEN, signaal, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return signaal


@operatie
def withdraw_signaal(pk: UUID, *, door: Wie, peildatum: date) -> Signaal:
    """End an own signal at once: the risk is gone, or it was not right.

    :raises Signaal.DoesNotExist: for a signal of somebody else, or one that ended.
    """
    signaal = Signaal.objects.given_by(door).running_on(peildatum).get(pk=pk)
    signaal.tot = peildatum - timedelta(days=1)
    save_version(signaal, gelezen=signaal.versie, velden=["tot"])
    logboek.record(Gebeurtenis.SIGNAAL_INGETROKKEN, signaal, door=door, onderdeel=Onderdeel.VEILIGHEID)
    return signaal


def _first_members(dossier: Dossier, door: Wie, peildatum: date) -> list[Lidmaatschap]:
    def member(gebruiker_id: UUID, rol: Lidrol, reden: str) -> Lidmaatschap:
        return Lidmaatschap(
            dossier=dossier,
            gebruiker_id=gebruiker_id,
            rol=rol,
            van=peildatum,
            gegeven_door=door.id,
            reden=reden,
        )

    aandacht = Gebruiker.objects.professionals(Rol.AANDACHT).filter(
        gemeenten__contains=[dossier.gemeentecode]
    )
    eigen = Lidrol.AANDACHT if door.rol is Rol.AANDACHT else Lidrol.HOUDER
    return [
        member(door.id, eigen, "Begon dit dossier."),
        *(member(een.pk, Lidrol.AANDACHT, VANZELF) for een in aandacht if een.pk != door.id),
    ]


def _find_open(pk: UUID, door: Wie, peildatum: date) -> Dossier:
    """A dossier that is not closed, in which `door` writes; locked, so that two steps follow each other."""
    dossiers = Dossier.objects.written_by(door, peildatum).filter(gesloten_op__isnull=True)
    return dossiers.select_for_update().get(pk=pk)


def _set_next_day(dossier: Dossier, door: Wie, peildatum: date) -> None:
    volgende = Inschatting.objects.visible_to(door, peildatum).filter(dossier=dossier)
    laatste = volgende.order_by("-gedaan_op", "-created_at").values_list("volgende_op", flat=True).first()
    dossier.volgende_op = next_day(latest_stappen(dossier, door, peildatum), laatste)
    save_version(dossier, gelezen=dossier.versie, velden=["volgende_op"])


def _as_inhoud(opgave: Inschattingsopgave, antwoorden: dict[str, Zorg]) -> dict[str, Any]:
    """The questions as they were shown: a later set of questions must not change what was asked."""
    lijst = question_set()
    return {
        "lijst": lijst.naam,
        "titel": lijst.titel,
        "uitkomst": opgave.uitkomst,
        "uitkomstnaam": lijst.uitkomst(opgave.uitkomst).naam,
        "motivering": opgave.motivering,
        "antwoorden": [
            {
                "code": vraag.code,
                "vraag": vraag.tekst,
                "zorg": antwoorden.get(vraag.code, Zorg.ONBEKEND).value,
                "woorden": opgave.toelichtingen.get(vraag.code, ""),
            }
            for vraag in lijst.vragen
        ],
    }
