"""The regie passes to a colleague: the family agreed, and on any day there is one regisseur."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.gegevens import Regieopgave
from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep, Persoon, Regie
from rondetafel.gezinnen.post import tell_of_regie
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import not_over_on
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.datum import DAG
from rondetafel.regels.regie import Overdracht, assess_overdracht
from rondetafel.toegang.banden import Leesrecht, move_end, open_band
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid, Rol


@operatie
def assign_regie(gezin_id: UUID, *, opgave: Regieopgave, door: Wie, peildatum: date) -> Regie:
    """Let a colleague be the regisseur from a day on; until the day before it stays as it is.

    The family, who has the regie and who gets it are told that there is news.

    :raises GeenToegang: if `door` has not the regie here, and is not of the kernteam of this municipality.
    :raises Geweigerd: for a day that is not to come, or when it passes on already.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).select_for_update(of=("self",)).get(pk=gezin_id)
    _require_regie(gezin, door, peildatum)
    nieuw = Gebruiker.objects.professionals(Rol.REGISSEUR).get(pk=opgave.regisseur_id)
    akkoord_van = Persoon.objects.get(pk=opgave.akkoord_van_id, gezin=gezin)
    rijen = list(Regie.objects.filter(not_over_on(peildatum), gezin=gezin).order_by("van"))
    huidig = next((een for een in rijen if een.van <= peildatum), None)
    assess_overdracht(_as_question(opgave, rijen, huidig, peildatum), peildatum).enforce()
    assert huidig
    huidig.tot = opgave.van - DAG
    save_version(huidig, gelezen=huidig.versie, velden=["tot"])
    move_end(grond_id=huidig.pk, tot=opgave.van - DAG)
    regie = Regie.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        regisseur=nieuw,
        van=opgave.van,
        reden=opgave.reden,
        akkoord_op=opgave.akkoord_op,
        akkoord_van=akkoord_van,
    )
    recht = Leesrecht(hoedanigheid=Hoedanigheid.REGISSEUR, grond=Grond.REGIE, van=opgave.van)
    open_band(gezin, gebruiker_id=nieuw.pk, recht=recht, grond_id=regie.pk)
    _change_chairs(gezin, huidig, nieuw, opgave.van)
    tell_of_regie(gezin.pk, (huidig.regisseur_id, nieuw.pk), door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.REGIE_OVERGEDRAGEN, regie, door=door, onderdeel=Onderdeel.TOEGANG, reden=regie.reden
    )
    return regie


def _require_regie(gezin: Gezin, door: Wie, peildatum: date) -> None:
    require(
        door,
        Recht.REGIE_OVERDRAGEN,
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        peildatum=peildatum,
    )


def _as_question(
    opgave: Regieopgave, rijen: list[Regie], huidig: Regie | None, peildatum: date
) -> Overdracht:
    return Overdracht(
        van=opgave.van,
        akkoord_op=opgave.akkoord_op,
        is_ander=huidig is None or huidig.regisseur_id != opgave.regisseur_id,
        loopt_vanaf=huidig.van if huidig else None,
        volgende_vanaf=next((een.van for een in rijen if een.van > peildatum), None),
    )


def _change_chairs(gezin: Gezin, huidig: Regie, nieuw: Gebruiker, van: date) -> None:
    """Who leaves the regie leaves the table the day before; who has a chair already keeps it."""
    stoelen = Betrokkene.objects.filter(gezin=gezin, tot__isnull=True)
    for stoel in stoelen.filter(gebruiker_id=huidig.regisseur_id):
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
