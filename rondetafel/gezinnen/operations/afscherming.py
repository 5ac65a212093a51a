"""What is hidden in a family, from whom, and which address is secret."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Adres, Afscherming, Gezin
from rondetafel.gezinnen.schermen import Afschermopgave, Geheim
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.versie import save_version
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def start_afscherming(gezin_id: UUID, *, opgave: Afschermopgave, door: Wie, peildatum: date) -> Afscherming:
    """Hide of one person from another what is in `opgave`, from today on. Nobody gets a message of it.

    :raises GeenToegang: if `door` keeps no shields for this family, or is the one from whom it is hidden.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.AFSCHERMEN, gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    if opgave.voor_gebruiker_id == door.id:
        raise GeenToegang("een afscherming voor uzelf")
    afscherming = Afscherming.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        beschermd_id=opgave.beschermd_id,
        voor_persoon_id=opgave.voor_persoon_id,
        voor_gebruiker_id=opgave.voor_gebruiker_id,
        wat=sorted(opgave.wat),
        reden=opgave.reden,
        van=peildatum,
        tot=opgave.tot,
    )
    logboek.record(Gebeurtenis.AFSCHERMING_GESTART, afscherming, door=door, onderdeel=Onderdeel.AFSCHERMING)
    return afscherming


@operatie
def stop_afscherming(pk: UUID, *, door: Wie, peildatum: date) -> Afscherming:
    """Show again what was hidden, from tomorrow on: today it stays hidden."""
    afscherming = Afscherming.objects.visible_to(door, peildatum).running(peildatum).get(pk=pk)
    require(
        door,
        Recht.AFSCHERMEN,
        gezin_id=afscherming.gezin_id,
        gemeente_id=afscherming.gemeente_id,
        peildatum=peildatum,
    )
    afscherming.tot = peildatum
    save_version(afscherming, gelezen=afscherming.versie, velden=["tot"])
    logboek.record(Gebeurtenis.AFSCHERMING_GESTOPT, afscherming, door=door, onderdeel=Onderdeel.AFSCHERMING)
    return afscherming


@operatie
def answer_geheim(pk: UUID, *, geheim: Geheim, door: Wie, peildatum: date) -> Adres:
    """Write down whether an address is secret; until it is known it counts as secret."""
    adres = Adres.objects.visible_to(door, peildatum).get(pk=pk)
    require(
        door,
        Recht.AFSCHERMEN,
        gezin_id=adres.gezin_id,
        gemeente_id=adres.gemeente_id,
        peildatum=peildatum,
    )
    adres.geheim = geheim.value
    save_version(adres, gelezen=adres.versie, velden=["geheim"])
    logboek.record(Gebeurtenis.GEHEIM_BEANTWOORD, adres, door=door, onderdeel=Onderdeel.AFSCHERMING)
    return adres
