"""What can happen about looking and about complaints: the noodknop, what stands out, and a complaint with its steps."""

from datetime import date, datetime
from uuid import UUID

from rondetafel.gezinnen.models import Gezin, Regie
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Werker
from rondetafel.kern.looptijd import running_on
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.kern.versie import Botsing, save_version
from rondetafel.kwaliteit import noodknop as knop
from rondetafel.kwaliteit.models import (
    KLACHTSTAPPEN,
    Afwijking,
    Bevinding,
    Klacht,
    Noodknop,
    Noodoordeel,
    Weekcontrole,
)
from rondetafel.kwaliteit.noodknop import Noodvraag
from rondetafel.kwaliteit.plichten import KLACHT
from rondetafel.kwaliteit.queries import grenzen, klagers_at, looking_between
from rondetafel.regels.afwijking import assess_afsluiten, find_afwijkingen
from rondetafel.regels.klacht import Klachtstap, assess_klachtstap
from rondetafel.regels.noodknop import assess_beoordelen, assess_openen, refuse_more_tries, refuse_who_reads
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.termijnen import KLACHT_OPPAKKEN, NOODKNOP_BEOORDELEN
from rondetafel.toegang.accounts import mail_change, mail_work, stand_ins_of
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.deur import drempels
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol


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


@operatie
def open_noodknop(vraag: Noodvraag, *, door: Wie, peildatum: date, nu: datetime) -> Noodknop:
    """Open a few parts about one person for four hours; without a family in the answer nobody was found.

    Found or not, it is written down, the functionaris beveiliging gets a message and has seven days to judge
    it. When somebody was found the regisseur of that family gets a message too.

    :raises Geweigerd: when it says too little why, or too many searches found nobody.
    """
    require(door, Recht.NOODKNOP_GEBRUIKEN, peildatum=peildatum)
    assess_openen(vraag.toelichting).enforce()
    drempel = drempels.by_noodknop(door.id)
    with as_role(DEUR):
        is_closed = drempels.is_closed([drempel], nu)
    gebruik = None if is_closed else knop.use(vraag)
    if gebruik is None:
        raise Geweigerd(refuse_more_tries())
    if _reads_already(door, gebruik, peildatum):
        raise Geweigerd(refuse_who_reads())
    if gebruik.gezin_id is None:
        return record_poging(gebruik, door=door, peildatum=peildatum, nu=nu)
    _tell(gebruik, peildatum)
    logboek.record(
        Gebeurtenis.NOODKNOP_GEOPEND, gebruik, door=door, onderdeel=Onderdeel.NOODKNOP, reden=gebruik.reden
    )
    return gebruik


@operatie
def record_poging(gebruik: Noodknop, *, door: Wie, peildatum: date, nu: datetime) -> Noodknop:
    """Write down a search that found nobody: it counts, and it is told and judged as well."""
    with as_role(DEUR):
        drempels.note_failure([drempels.by_noodknop(door.id)], nu)
    _tell(gebruik, peildatum)
    logboek.record(
        Gebeurtenis.NOODKNOP_GEPROBEERD, gebruik, door=door, onderdeel=Onderdeel.NOODKNOP, reden=gebruik.reden
    )
    return gebruik


@operatie
def stop_noodknop(gezin_id: UUID, *, door: Wie, peildatum: date) -> Noodknop:
    """Shut it before its time; from this moment on it opens nothing.

    :raises GeenToegang: when `door` has nothing open in this family.
    """
    require(door, Recht.NOODKNOP_GEBRUIKEN, peildatum=peildatum)
    gebruik = knop.shut(gezin_id)
    if gebruik is None:
        raise GeenToegang("de noodknop staat niet open")
    logboek.record(Gebeurtenis.NOODKNOP_GESTOPT, gebruik, door=door, onderdeel=Onderdeel.NOODKNOP)
    return gebruik


@operatie
def decide_noodknop(
    pk: UUID, *, gelezen: int, oordeel: Noodoordeel, reden: str, door: Wie, peildatum: date
) -> Noodknop:
    """Write down whether it was right to use the noodknop, and why; its duty is then met.

    :raises Geweigerd: when it is about the own use, or the reason says too little.
    :raises Botsing: when a colleague judged it already.
    """
    gebruik = Noodknop.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.NOODKNOP_BEOORDELEN, gemeente_id=gebruik.gemeente_id, peildatum=peildatum)
    if gebruik.beoordeeld_op:
        raise Botsing(gebruik)
    assess_beoordelen(reden, door=door.id, gebruiker=gebruik.gebruiker_id).enforce()
    gebruik.oordeel = oordeel
    gebruik.oordeel_reden = reden.strip()
    gebruik.beoordeeld_op = peildatum
    gebruik.beoordeeld_door_id = door.id
    velden = ["oordeel", "oordeel_reden", "beoordeeld_op", "beoordeeld_door_id"]
    save_version(gebruik, gelezen=gelezen, velden=velden)
    close_termijn(gebruik, NOODKNOP_BEOORDELEN, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.NOODKNOP_BEOORDEELD, gebruik, door=door, onderdeel=Onderdeel.NOODKNOP, oordeel=oordeel
    )
    return gebruik


@operatie
def register_klacht(
    gezin_id: UUID, *, van: UUID | None, over_id: UUID | None, tekst: str, door: Wie, peildatum: date
) -> Klacht:
    """Take in a complaint: one's own, or for the chair `van` of somebody of the family or the network.

    It is told to who handles it, who takes it up in time. The family itself is told nothing.

    :raises GeenToegang: for who has no tie with this family, or names another kind of chair.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.KLACHT_INDIENEN, gezin_id=gezin.pk, peildatum=peildatum)
    klager_id, naam = (door.id, door.naam) if door.is_gezin else _klager(gezin.pk, van, door, peildatum)
    klacht = Klacht.objects.create(
        klager_id=klager_id,
        klager_naam=naam,
        ingediend_door_id=door.id,
        gemeente_id=gezin.gemeente_id,
        over_id=over_id,
        tekst=tekst,
        ontvangen_op=peildatum,
    )
    open_termijn(klacht, KLACHT_OPPAKKEN, vanaf=peildatum)
    mail_work([], rol=Rol.BEVEILIGING, gemeente_id=gezin.gemeente_id)
    logboek.record(Gebeurtenis.KLACHT_INGEDIEND, klacht, door=door, onderdeel=Onderdeel.TOEZICHT)
    return klacht


@operatie
def record_klachtstap(
    pk: UUID, *, gelezen: int, stap: Klachtstap, op: date, tekst: str, door: Wie, peildatum: date
) -> Klacht:
    """Write down the next step; the duty that it meets closes, and who complained gets a neutral mail.

    :raises Geweigerd: when this step does not follow, or not on this day.
    :raises Botsing: when it was changed after version `gelezen`.
    """
    klacht = Klacht.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.KLACHT_BEHANDELEN, gemeente_id=klacht.gemeente_id, peildatum=peildatum)
    if klacht.versie != gelezen:
        raise Botsing(klacht)
    assess_klachtstap(klacht.als_regel, stap, op, peildatum).enforce()
    dag, woorden = KLACHTSTAPPEN[stap]
    setattr(klacht, dag, op)
    setattr(klacht, woorden, tekst)
    save_version(klacht, gelezen=gelezen, velden=[dag, woorden])
    settle(KLACHT, klacht.pk, peildatum=peildatum)
    if klacht.klager_id:
        mail_change(klacht.klager_id)
    logboek.record(
        Gebeurtenis.KLACHT_BEHANDELD, klacht, door=door, onderdeel=Onderdeel.TOEZICHT, stap=stap.value
    )
    return klacht


@operatie
def withdraw_klacht(pk: UUID, *, door: Wie, peildatum: date) -> Klacht:
    """Take one's own complaint back: nothing has to be done about it any more.

    :raises Klacht.DoesNotExist: when it is of somebody else, or is closed already.
    """
    klacht = Klacht.objects.visible_to(door, peildatum).open().filter(klager_id=door.id).get(pk=pk)
    klacht.ingetrokken_op = peildatum
    save_version(klacht, gelezen=klacht.versie, velden=["ingetrokken_op"])
    settle(KLACHT, klacht.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.KLACHT_INGETROKKEN, klacht, door=door, onderdeel=Onderdeel.TOEZICHT)
    return klacht


def _klager(gezin_id: UUID, van: UUID | None, door: Wie, peildatum: date) -> tuple[UUID | None, str]:
    """Whose complaint it is, for who takes it in: the account on that chair, if there is one, and the name."""
    stoel = next((een for een in klagers_at(gezin_id, door, peildatum) if een.pk == van), None)
    if stoel is None:
        raise GeenToegang("geen stoel van het gezin of het netwerk")
    return stoel.gebruiker_id, stoel.naam


def _reads_already(door: Wie, gebruik: Noodknop, peildatum: date) -> bool:
    """Did this person have a tie with whom they looked for? Then what was opened is undone."""
    return gebruik.persoon_id is not None and any(
        band.gezin_id == gebruik.gezin_id and band.holds_on(peildatum) and band.covers(gebruik.persoon_id)
        for band in door.banden
    )


def _tell(gebruik: Noodknop, peildatum: date) -> None:
    """Let it be judged within seven days; tell at once who judges, who keeps the table, and who stands in."""
    open_termijn(gebruik, NOODKNOP_BEOORDELEN, vanaf=peildatum)
    mail_work(_table_of(gebruik, peildatum), rol=Rol.BEVEILIGING, gemeente_id=gebruik.gemeente_id)


def _table_of(gebruik: Noodknop, peildatum: date) -> list[UUID]:
    """The regisseur of the family, and who stands in for them."""
    if gebruik.gezin_id is None:
        return []
    regie = Regie.objects.filter(running_on(peildatum), gezin_id=gebruik.gezin_id)
    regisseurs = list(regie.values_list("regisseur_id", flat=True))
    return [*regisseurs, *stand_ins_of(regisseurs, gezin_id=gebruik.gezin_id, peildatum=peildatum)]
