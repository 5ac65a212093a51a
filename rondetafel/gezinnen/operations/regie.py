"""The regie begins or passes to a colleague: the family agreed, and on any day there is one regisseur."""

from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.gezinnen.gegevens import Regieopgave
from rondetafel.gezinnen.models import Afzegreden, Betrokkene, Gezin, Groep, Regie
from rondetafel.gezinnen.post import tell_of_regie
from rondetafel.gezinnen.queries import running_regie
from rondetafel.gezinnen.verjaardagen import open_verjaardagen
from rondetafel.gezinnen.voogden import speakers_in
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import holds_some_day
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.datum import DAG
from rondetafel.regels.regie import Overdracht, assess_afzegging, assess_eerste_regie, assess_overdracht
from rondetafel.toegang.banden import Leesrecht, move_end, move_running, open_band
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid, Rol


@operatie
def assign_regie(gezin_id: UUID, *, opgave: Regieopgave, door: Wie, peildatum: date) -> Regie:
    """Let a colleague be the regisseur from a day on; until the day before it stays as it is.

    The family, who has the regie and who gets it are told that there is news.

    :raises GeenToegang: if `door` has not the regie here, and is not of the kernteam of this municipality.
    :raises Regie.DoesNotExist: when nobody has the regie.
    :raises Geweigerd: for a day that is not to come, when it passes on already, or with the yes of somebody
        who cannot say so for the family, nor for the instelling that is its voogd.
    """
    gezin = _lock(gezin_id, door, peildatum)
    huidig, volgende = running_regie(gezin.pk, peildatum)
    if huidig is None:
        raise Regie.DoesNotExist
    nieuw = Gebruiker.objects.professionals(Rol.REGISSEUR).get(pk=opgave.regisseur_id)
    akkoord = {"persoon_id": opgave.akkoord_van_id, "stoel_id": opgave.akkoord_stoel_id}
    overdracht = Overdracht(
        van=opgave.van,
        akkoord_op=opgave.akkoord_op,
        is_ander=huidig.regisseur_id != nieuw.pk,
        is_namens_gezin=speakers_in(gezin.pk, opgave.akkoord_op).includes(**akkoord),
        volgende_vanaf=volgende.van if volgende else None,
    )
    assess_overdracht(overdracht, peildatum).enforce()
    huidig.tot = opgave.van - DAG
    save_version(huidig, gelezen=huidig.versie, velden=["tot"])
    move_end(grond_id=huidig.pk, tot=opgave.van - DAG)
    regie = _start(gezin, nieuw, opgave.van, _consent_of(opgave))
    _change_chairs(gezin, nieuw, opgave.van, oud=huidig.regisseur_id)
    tell_of_regie(gezin.pk, (huidig.regisseur_id, nieuw.pk), door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.REGIE_OVERGEDRAGEN, regie, door=door, onderdeel=Onderdeel.TOEGANG, reden=regie.reden
    )
    return regie


@operatie
def withdraw_regie(gezin_id: UUID, *, regie_id: UUID, reden: Afzegreden, door: Wie, peildatum: date) -> Regie:
    """Call off a regie that is still to begin; who has it now keeps it. The yes that was given stays.

    The family, who has the regie and who would get it are told that there is news.

    :raises GeenToegang: if `door` has not the regie here, and is not of the kernteam of this municipality.
    :raises Geweigerd: when this regie is not to come, or no longer.
    """
    gezin = _lock(gezin_id, door, peildatum)
    regie = Regie.objects.filter(pk=regie_id, gezin=gezin, afgezegd_op=None, akkoord_op__isnull=False).first()
    assess_afzegging(_first_day(regie), peildatum).enforce()
    assert regie
    laatste = regie.van - DAG
    regie.tot, regie.afgezegd_op, regie.afzegreden = laatste, peildatum, reden
    save_version(regie, gelezen=regie.versie, velden=["tot", "afgezegd_op", "afzegreden"])
    move_end(grond_id=regie.pk, tot=laatste)
    huidig = Regie.objects.get(holds_some_day(), gezin=gezin, tot=laatste)
    huidig.tot = None
    save_version(huidig, gelezen=huidig.versie, velden=["tot"])
    move_running(grond_id=huidig.pk, tot=None, peildatum=peildatum)
    _change_chairs_back(regie, huidig)
    tell_of_regie(gezin.pk, (huidig.regisseur_id, regie.regisseur_id), door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.REGIE_AFGEZEGD, regie, door=door, onderdeel=Onderdeel.TOEGANG, reden=reden)
    return regie


@operatie
def start_regie(gezin_id: UUID, *, regisseur_id: UUID, van: date, door: Wie, peildatum: date) -> Regie:
    """Give a family that has no regisseur its first one, or the next after a gap.

    :raises GeenToegang: if `door` is not of the kernteam of this municipality.
    :raises Geweigerd: for a day before today, or when a regisseur is to come already.
    :raises IntegrityError: when a colleague gave it one in the meantime.
    """
    gezin = _lock(gezin_id, door, peildatum)
    huidig, volgende = running_regie(gezin.pk, peildatum)
    assess_eerste_regie(van, _first_day(huidig or volgende), peildatum).enforce()
    nieuw = Gebruiker.objects.professionals(Rol.REGISSEUR).get(pk=regisseur_id)
    regie = _start(gezin, nieuw, van, {})
    _change_chairs(gezin, nieuw, van)
    open_verjaardagen(gezin, peildatum=peildatum)
    tell_of_regie(gezin.pk, (nieuw.pk,), door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.REGIE_GESTART, regie, door=door, onderdeel=Onderdeel.TOEGANG)
    return regie


def _lock(gezin_id: UUID, door: Wie, peildatum: date) -> Gezin:
    """The family, held until the end, so that two colleagues do not both pass on its regie."""
    gezin = Gezin.objects.visible_to(door, peildatum).select_for_update(of=("self",)).get(pk=gezin_id)
    _require_regie(gezin, door, peildatum)
    return gezin


def _consent_of(opgave: Regieopgave) -> dict[str, Any]:
    velden = ("reden", "akkoord_op", "akkoord_van_id", "akkoord_stoel_id", "akkoord_hoe")
    return {naam: getattr(opgave, naam) for naam in velden}


def _first_day(regie: Regie | None) -> date | None:
    return regie.van if regie else None


def _start(gezin: Gezin, nieuw: Gebruiker, van: date, feiten: dict[str, Any]) -> Regie:
    regie = Regie.objects.create(
        gezin=gezin, gemeente_id=gezin.gemeente_id, regisseur=nieuw, van=van, **feiten
    )
    recht = Leesrecht(hoedanigheid=Hoedanigheid.REGISSEUR, grond=Grond.REGIE, van=van)
    open_band(gezin, gebruiker_id=nieuw.pk, recht=recht, grond_id=regie.pk)
    return regie


def _require_regie(gezin: Gezin, door: Wie, peildatum: date) -> None:
    require(
        door,
        Recht.REGIE_OVERDRAGEN,
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        peildatum=peildatum,
    )


def _change_chairs(gezin: Gezin, nieuw: Gebruiker, van: date, *, oud: UUID | None = None) -> None:
    """Who leaves the regie leaves the table the day before; who has a chair already keeps it."""
    stoelen = Betrokkene.objects.filter(gezin=gezin, tot__isnull=True)
    for stoel in stoelen.filter(gebruiker_id=oud) if oud else ():
        stoel.tot = max(stoel.van, van - DAG)
        save_version(stoel, gelezen=stoel.versie, velden=["tot"])
    if not stoelen.filter(gebruiker_id=nieuw.pk).exists():
        Betrokkene.objects.create(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            groep=Groep.BEROEP,
            naam=nieuw.naam,
            relatie="regisseur",
            gebruiker=nieuw,
            van=van,
        )


def _change_chairs_back(regie: Regie, huidig: Regie) -> None:
    """The chair that came along with this regie was never there; who keeps the regie keeps the chair."""
    stoelen = Betrokkene.objects.filter(gezin_id=regie.gezin_id)
    for stoel in stoelen.filter(gebruiker_id=regie.regisseur_id, tot=None, van=regie.van):
        stoel.tot = regie.van - DAG
        save_version(stoel, gelezen=stoel.versie, velden=["tot"])
    eigen = stoelen.filter(gebruiker_id=huidig.regisseur_id)
    if not eigen.filter(tot=None).exists():
        # Not one that was called off itself, which ends on that day too.
        for stoel in eigen.filter(holds_some_day(), tot=regie.van - DAG).order_by("-van", "pk")[:1]:
            stoel.tot = None
            save_version(stoel, gelezen=stoel.versie, velden=["tot"])
