"""Who has gezag over a child, and what people of one family are to each other."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.gegevens import Gezagsopgave, Relatieopgave, Relatieslot
from rondetafel.gezinnen.hertekenen import redraw_banden
from rondetafel.gezinnen.models import Betrokkene, Gezag, Gezagsbewijs, Persoon, Relatie, Relatiestop
from rondetafel.gezinnen.oordelen import judge_gezag, judge_relatie
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def record_gezag(kind_pk: UUID, *, opgave: Gezagsopgave, door: Wie, peildatum: date) -> Gezag:
    """Write down who has gezag over a child, or that somebody has none; who decides and reads follows at once.

    :raises GeenToegang: if `door` does not keep the data of this family.
    :raises Geweigerd: with every reason why this cannot be so.
    """
    kind = _lock_kind(kind_pk, door, peildatum)
    volwassene = Persoon.objects.get(pk=opgave.volwassene_id, gezin_id=kind.gezin_id)
    judge_gezag(kind, volwassene, opgave).enforce()
    is_gezien = opgave.bewijs not in (None, Gezagsbewijs.VERTELD)
    gezag = Gezag.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        kind=kind,
        volwassene=volwassene,
        soort=opgave.soort,
        bewijs=opgave.bewijs or "",
        gecontroleerd_op=peildatum if is_gezien else None,
        gecontroleerd_door_id=door.id if is_gezien else None,
        van=opgave.van,
    )
    changed = redraw_banden(kind.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.GEZAG_VASTGELEGD,
        gezag,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        soort=gezag.soort,
        banden=changed,
    )
    return gezag


@operatie
def correct_gezag(pk: UUID, *, gelezen: int, opgave: Gezagsopgave, door: Wie, peildatum: date) -> Gezag:
    """Write down where somebody looked who has gezag, and put right what was found to be different.

    :raises Botsing: when somebody else changed this meanwhile.
    :raises Geweigerd: with every reason why this cannot be so.
    """
    gezag = Gezag.objects.visible_to(door, peildatum).get(pk=pk)
    kind = _lock_kind(gezag.kind_id, door, peildatum)
    judge_gezag(kind, gezag.volwassene, opgave, tot=gezag.tot, behalve=gezag.pk).enforce()
    is_gezien = opgave.bewijs not in (None, Gezagsbewijs.VERTELD)
    gezag.soort, gezag.van, gezag.bewijs = opgave.soort, opgave.van, opgave.bewijs or ""
    gezag.gecontroleerd_op = peildatum if is_gezien else None
    gezag.gecontroleerd_door_id = door.id if is_gezien else None
    velden = ["soort", "van", "bewijs", "gecontroleerd_op", "gecontroleerd_door_id"]
    save_version(gezag, gelezen=gelezen, velden=velden)
    changed = redraw_banden(kind.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.GEZAG_NAGEKEKEN,
        gezag,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        soort=gezag.soort,
        bewijs=gezag.bewijs,
        banden=changed,
    )
    return gezag


@operatie
def record_relatie(persoon_pk: UUID, *, opgave: Relatieopgave, door: Wie, peildatum: date) -> Relatie:
    """Write down what somebody is to another: parent and child, or partners.

    :raises GeenToegang: if `door` does not keep the data of this family.
    :raises Geweigerd: when it stands there already, or cannot be so.
    """
    persoon = _lock_kind(persoon_pk, door, peildatum)
    gezin_id = persoon.gezin_id
    met = Persoon.objects.get(pk=opgave.met_id, gezin_id=gezin_id) if opgave.met_id else None
    stoelen = Betrokkene.objects.visible_to(door, peildatum).filter(gezin_id=gezin_id, persoon=None)
    stoel = stoelen.get(pk=opgave.stoel_id) if opgave.stoel_id else None
    judge_relatie(persoon, met or stoel, opgave).enforce()
    relatie = Relatie.objects.create(
        gezin_id=persoon.gezin_id,
        gemeente_id=persoon.gemeente_id,
        persoon=persoon,
        met=met,
        met_stoel=None if met else stoel,
        soort=opgave.soort,
        vorm=opgave.vorm,
        van=opgave.van,
        erkend_op=opgave.erkend_op,
    )
    logboek.record(
        Gebeurtenis.RELATIE_VASTGELEGD, relatie, door=door, onderdeel=Onderdeel.TOEGANG, soort=relatie.soort
    )
    return relatie


@operatie
def stop_relatie(pk: UUID, *, opgave: Relatieslot, door: Wie, peildatum: date) -> Relatie:
    """Write down that two people are no longer together, or that it never was so.

    :raises ValidationError: when the last day is before the first.
    """
    relatie = Relatie.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=relatie.gezin_id, peildatum=peildatum)
    relatie.einde = opgave.einde
    relatie.tot = None if opgave.einde is Relatiestop.FOUT else opgave.tot
    relatie.validate_constraints()
    save_version(relatie, gelezen=relatie.versie, velden=["einde", "tot"])
    logboek.record(
        Gebeurtenis.RELATIE_GESTOPT, relatie, door=door, onderdeel=Onderdeel.TOEGANG, einde=relatie.einde
    )
    return relatie


def _lock_kind(pk: UUID, door: Wie, peildatum: date) -> Persoon:
    """Find somebody and lock them: what two people write about one person goes one by one."""
    kind = Persoon.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=kind.gezin_id, peildatum=peildatum)
    return Persoon.objects.select_for_update().get(pk=pk)
