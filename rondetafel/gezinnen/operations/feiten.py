"""Facts that change who may read and who decides. Each redraws the ties of the family at once."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.gegevens import Gezagseinde, Informatieopgave, Wilsopgave
from rondetafel.gezinnen.hertekenen import redraw_banden, shorten_maatregelen
from rondetafel.gezinnen.models import (
    Gezag,
    Informatieverzoek,
    Persoon,
    Wilsbekwaamheid,
    Wilsoordeel,
)
from rondetafel.gezinnen.oordelen import judge_informatie
from rondetafel.gezinnen.verjaardagen import close_verjaardag, redraw_verjaardagen
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import not_over_on
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.datum import DAG
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def stop_gezag(pk: UUID, *, tot: date, reden: Gezagseinde, door: Wie, peildatum: date) -> Gezag:
    """Write down that gezag ended after `tot`; who held it reads no more about this child from that day on.

    :raises GeenToegang: if `door` does not set this table.
    :raises ValidationError: when `tot` is before the gezag began.
    """
    gezag = Gezag.objects.visible_to(door, peildatum).select_for_update().get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezag.gezin_id, peildatum=peildatum)
    gezag.tot = tot
    # A shorter row overlaps with nothing new, and days in the wrong order make no range to compare.
    gezag.validate_constraints(exclude={"volwassene"})
    save_version(gezag, gelezen=gezag.versie, velden=["tot"])
    changed = redraw_banden(gezag.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.GEZAG_GESTOPT,
        gezag,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        tot=tot,
        reden=reden,
        banden=changed,
    )
    return gezag


@operatie
def correct_geboortedatum(
    pk: UUID, *, gelezen: int, geboortedatum: date, door: Wie, peildatum: date
) -> Persoon:
    """Put a day of birth right; ties and birthdays ahead are drawn again.

    :raises Botsing: when somebody else changed this person meanwhile.
    """
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum)
    was, persoon.geboortedatum = persoon.geboortedatum, geboortedatum
    persoon.geboortejaar = persoon.geboortemaand = persoon.verwacht_op = None
    shorten_maatregelen(persoon)
    save_version(
        persoon, gelezen=gelezen, velden=["geboortedatum", "geboortejaar", "geboortemaand", "verwacht_op"]
    )
    changed = redraw_banden(persoon.gezin_id, peildatum=peildatum)
    redraw_verjaardagen(persoon, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.GEBOORTEDATUM_VERBETERD,
        persoon,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        was=was,
        banden=changed,
    )
    return persoon


@operatie
def record_wilsoordeel(
    persoon_pk: UUID, *, opgave: Wilsopgave, door: Wie, peildatum: date
) -> Wilsbekwaamheid:
    """Write down whether somebody can weigh their own interest; from today others decide, or they do again.

    :raises GeenToegang: if `door` does not set this table.
    """
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=persoon_pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum)
    lopend = Wilsbekwaamheid.objects.filter(not_over_on(peildatum), persoon=persoon)
    for eerder in lopend:
        eerder.tot = max(peildatum - DAG, eerder.van)
        save_version(eerder, gelezen=eerder.versie, velden=["tot"])
    is_niet = opgave.oordeel is Wilsoordeel.NIET
    oordeel = Wilsbekwaamheid(
        gezin_id=persoon.gezin_id,
        gemeente_id=persoon.gemeente_id,
        persoon=persoon,
        oordeel=opgave.oordeel,
        beoordeeld_door=opgave.beoordeeld_door,
        grond=opgave.grond,
        vertegenwoordiger_id=opgave.vertegenwoordiger_id if is_niet else None,
        van=peildatum,
    )
    oordeel.validate_constraints()
    oordeel.save(force_insert=True)
    redraw_banden(persoon.gezin_id, peildatum=peildatum)
    logboek.record(Gebeurtenis.WILSOORDEEL_VASTGELEGD, oordeel, door=door, onderdeel=Onderdeel.TOEGANG)
    return oordeel


@operatie
def record_informatie(
    kind_pk: UUID, *, opgave: Informatieopgave, door: Wie, peildatum: date
) -> Informatieverzoek:
    """Write down what a parent without gezag asked about a child, and what was told or why not.

    :raises GeenToegang: if `door` does not set this table.
    :raises Geweigerd: for a parent who has gezag, or when it does not say what was told or why not.
    """
    kind = Persoon.objects.visible_to(door, peildatum).get(pk=kind_pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=kind.gezin_id, peildatum=peildatum)
    judge_informatie(opgave, kind, people_of(kind.gezin_id), peildatum).enforce()
    verzoek = Informatieverzoek.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        persoon=kind,
        ouder_id=opgave.ouder_id,
        gevraagd_op=opgave.gevraagd_op,
        vraag=opgave.vraag,
        beantwoord_op=peildatum,
        is_gegeven=opgave.is_gegeven,
        verteld=opgave.verteld if opgave.is_gegeven else "",
        reden="" if opgave.is_gegeven else opgave.reden,
    )
    logboek.record(
        Gebeurtenis.OUDER_GEINFORMEERD,
        verzoek,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        gegeven=opgave.is_gegeven,
    )
    return verzoek


@operatie
def complete_verjaardag(persoon_pk: UUID, *, leeftijd: int, door: Wie, peildatum: date) -> Persoon:
    """Say that the family knows what changes on this birthday: the duty to tell them is met.

    :raises GeenToegang: if `door` does not set this table.
    """
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=persoon_pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum)
    close_verjaardag(persoon, leeftijd, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.VERJAARDAG_BESPROKEN,
        persoon,
        door=door,
        onderdeel=Onderdeel.TERMIJN,
        leeftijd=leeftijd,
    )
    return persoon
