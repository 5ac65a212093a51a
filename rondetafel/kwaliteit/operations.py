"""What can happen about looking that stands out: it is searched every week, and closed by a person."""

from datetime import date
from uuid import UUID

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Werker
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.kwaliteit.models import Afwijking, Bevinding, Weekcontrole
from rondetafel.kwaliteit.queries import grenzen, looking_between
from rondetafel.regels.afwijking import assess_afsluiten, find_afwijkingen
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def record_afwijkingen(*, van: date, tot: date, door: Werker, peildatum: date) -> Weekcontrole:
    """Search the logboek from `van` up to and including `tot`; what was found before is not found again."""
    gevonden = find_afwijkingen(looking_between(van, tot), grenzen())
    Afwijking.objects.bulk_create(
        (
            Afwijking(
                signaal=een.signaal,
                dag=een.kijkdag.dag,
                gebruiker_id=een.kijkdag.gebruiker_id,
                naam=een.kijkdag.naam,
                rol=een.kijkdag.rol,
                gezin_id=een.gezin_id,
                gezinsnummer=een.gezinsnummer,
                gemeente_id=een.kijkdag.gemeente_id,
                tekst=een.reden.tekst,
                gevonden_op=peildatum,
            )
            for een in gevonden
        ),
        ignore_conflicts=True,
    )
    controle = Weekcontrole.objects.create(van=van, tot=tot, aantal=len(gevonden))
    logboek.record(
        Gebeurtenis.AFWIJKINGEN_GEZOCHT,
        controle,
        door=door,
        onderdeel=Onderdeel.TOEZICHT,
        aantal=len(gevonden),
    )
    return controle


@operatie
def close_afwijking(
    pk: UUID, *, gelezen: int, bevinding: Bevinding, reden: str, door: Wie, peildatum: date
) -> Afwijking:
    """Write down what the looking was, and why that is clear.

    :raises Geweigerd: when it is about the own looking, or the reason says too little.
    :raises Botsing: when a colleague closed it after version `gelezen`.
    """
    afwijking = Afwijking.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.AFWIJKING_SLUITEN, gemeente_id=afwijking.gemeente_id, peildatum=peildatum)
    assess_afsluiten(reden, door=door.id, keek=afwijking.gebruiker_id).enforce()
    afwijking.bevinding = bevinding
    afwijking.reden = reden.strip()
    afwijking.gesloten_op = peildatum
    afwijking.gesloten_door_id = door.id
    save_version(afwijking, gelezen=gelezen, velden=["bevinding", "reden", "gesloten_op", "gesloten_door_id"])
    logboek.record(
        Gebeurtenis.AFWIJKING_GESLOTEN,
        afwijking,
        door=door,
        onderdeel=Onderdeel.TOEZICHT,
        bevinding=bevinding,
    )
    return afwijking
