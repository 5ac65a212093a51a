"""What a kinderrechter decided about a child, who carries it out, and what that opens for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.gezinnen.gegevens import Jeugdbeschermer, Maatregelopgave, Maatregelstop
from rondetafel.gezinnen.hertekenen import redraw_banden
from rondetafel.gezinnen.maatregelen import (
    JEUGDBESCHERMER,
    facts_of,
    last_day_of_chair,
    question_of,
)
from rondetafel.gezinnen.models import Betrokkene, Groep, Maatregel, Maatregeleinde, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle_chair
from rondetafel.kern.versie import save_version
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.datum import DAG
from rondetafel.regels.maatregel import (
    Maatregelvraag,
    assess_einde,
    assess_maatregel,
    assess_verlenging,
)
from rondetafel.regels.oordeel import as_record
from rondetafel.toegang.accounts import Werk, mail_first_link, open_work_account
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where a chair is needed: for whom, by which instelling, from which day."""

    kind: Persoon
    instelling: Organisatie
    van: date


@operatie
def record_maatregel(persoon_pk: UUID, *, opgave: Maatregelopgave, door: Wie, peildatum: date) -> Maatregel:
    """Write down a beschikking about a child; who carries it out gets a chair, and reads by law.

    :raises GeenToegang: if `door` does not set this table.
    :raises Geweigerd: with every reason why this cannot be so.
    :raises AdresBezet: when the address of the jeugdbeschermer is that of an account of another kind.
    """
    kind = _lock_kind(persoon_pk, door, peildatum)
    instelling = Organisatie.objects.get(pk=opgave.instelling_id, soort=OrganisatieSoort.GI)
    oordeel = assess_maatregel(question_of(kind, opgave)).enforce()
    plek = Plek(kind=kind, instelling=instelling, van=max(opgave.van, peildatum))
    stoel = _seat(plek, opgave.jeugdbeschermer) if opgave.jeugdbeschermer else _open_stoel(plek)
    maatregel = _create(kind, opgave, stoel, as_record(oordeel), door, peildatum)
    _fit_stoel(stoel, peildatum)
    changed = redraw_banden(kind.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.MAATREGEL_VASTGELEGD,
        maatregel,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        soort=maatregel.soort,
        banden=changed,
    )
    return maatregel


@operatie
def extend_maatregel(pk: UUID, *, tot: date, kenmerk: str, door: Wie, peildatum: date) -> Maatregel:
    """Write down that a judge prolonged a measure: a next one, from the day after the last.

    :raises Geweigerd: for a measure that cannot be prolonged, or a term that is too long.
    """
    vorige = _lock(pk, door, peildatum)
    assess_verlenging(vorige.als).enforce()
    assert vorige.tot
    opgave = Maatregelopgave(
        soort=vorige.als,
        instelling_id=vorige.instelling_id,
        van=vorige.tot + DAG,
        tot=tot,
        kenmerk=kenmerk,
    )
    oordeel = assess_maatregel(question_of(vorige.persoon, opgave)).enforce()
    maatregel = _create(vorige.persoon, opgave, vorige.stoel, as_record(oordeel), door, peildatum)
    _fit_stoel(maatregel.stoel, peildatum)
    changed = redraw_banden(maatregel.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.MAATREGEL_VERLENGD,
        maatregel,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        tot=tot,
        banden=changed,
    )
    return maatregel


@operatie
def stop_maatregel(pk: UUID, *, opgave: Maatregelstop, door: Wie, peildatum: date) -> Maatregel:
    """Write down that a measure ended early; from the day after it nobody reads or decides by it.

    :raises Geweigerd: for a day outside the measure.
    """
    maatregel = _lock(pk, door, peildatum)
    if opgave.einde is Maatregeleinde.FOUT or opgave.tot is None:
        laatste = maatregel.van - DAG
    else:
        assess_einde(_as_vraag(maatregel), opgave.tot).enforce()
        laatste = opgave.tot
    maatregel.tot, maatregel.einde = laatste, opgave.einde
    save_version(maatregel, gelezen=maatregel.versie, velden=["tot", "einde"])
    _fit_stoel(maatregel.stoel, peildatum)
    changed = redraw_banden(maatregel.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.MAATREGEL_GESTOPT,
        maatregel,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        tot=laatste,
        reden=opgave.einde,
        banden=changed,
    )
    return maatregel


@operatie
def assign_jeugdbeschermer(pk: UUID, *, opgave: Jeugdbeschermer, door: Wie, peildatum: date) -> Maatregel:
    """Write down who carries out a measure from today on; whoever did so before reads no more by it.

    :raises AdresBezet: when the address is that of an account of another kind, or of another instelling.
    """
    maatregel = _lock(pk, door, peildatum)
    vorige, van = maatregel.stoel, max(maatregel.van, peildatum)
    plek = Plek(kind=maatregel.persoon, instelling=maatregel.instelling, van=van)
    maatregel.stoel = _seat(plek, opgave, vrij=None if vorige.gebruiker_id else vorige)
    save_version(maatregel, gelezen=maatregel.versie, velden=["stoel_id"])
    for stoel in {vorige, maatregel.stoel}:
        _fit_stoel(stoel, peildatum)
        settle_chair(stoel.pk, peildatum=peildatum)
    changed = redraw_banden(maatregel.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.MAATREGEL_TOEGEWEZEN,
        maatregel,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        banden=changed,
    )
    return maatregel


@operatie
def correct_kenmerk(pk: UUID, *, gelezen: int, kenmerk: str, door: Wie, peildatum: date) -> Maatregel:
    """Fill in the number of the beschikking, when it was not known yet or was wrong.

    :raises Botsing: when somebody else changed this measure meanwhile.
    """
    maatregel = _lock(pk, door, peildatum)
    maatregel.kenmerk = kenmerk
    save_version(maatregel, gelezen=gelezen, velden=["kenmerk"])
    logboek.record(Gebeurtenis.MAATREGEL_AANGEVULD, maatregel, door=door, onderdeel=Onderdeel.TOEGANG)
    return maatregel


def _lock_kind(pk: UUID, door: Wie, peildatum: date) -> Persoon:
    """Find a child and lock it: what two people write about the measures of one child goes one by one."""
    kind = Persoon.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=kind.gezin_id, peildatum=peildatum)
    return Persoon.objects.select_for_update(of=("self",)).select_related("gezin").get(pk=pk)


def _lock(pk: UUID, door: Wie, peildatum: date) -> Maatregel:
    gevonden = Maatregel.objects.visible_to(door, peildatum).get(pk=pk)
    _lock_kind(gevonden.persoon_id, door, peildatum)
    maatregelen = Maatregel.objects.select_related("persoon", "stoel", "instelling", "gezin")
    return maatregelen.get(pk=pk)


def _create(
    kind: Persoon,
    opgave: Maatregelopgave,
    stoel: Betrokkene,
    oordeel: dict[str, Any],
    door: Wie,
    peildatum: date,
) -> Maatregel:
    return Maatregel.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        persoon=kind,
        soort=opgave.soort,
        instelling_id=opgave.instelling_id,
        stoel=stoel,
        kenmerk=opgave.kenmerk,
        van=opgave.van,
        tot=opgave.tot,
        vastgelegd_op=peildatum,
        vastgelegd_door_id=door.id,
        oordeel=oordeel,
    )


def _as_vraag(maatregel: Maatregel) -> Maatregelvraag:
    return Maatregelvraag(
        soort=maatregel.als,
        van=maatregel.van,
        tot=maatregel.tot,
        kind=facts_of(maatregel.persoon, maatregel.als),
    )


def _open_stoel(plek: Plek) -> Betrokkene:
    return Betrokkene.objects.create(
        gezin_id=plek.kind.gezin_id,
        gemeente_id=plek.kind.gemeente_id,
        groep=Groep.BEROEP,
        relatie=JEUGDBESCHERMER,
        organisatie=plek.instelling.naam,
        van=plek.van,
    )


def _seat(plek: Plek, wie: Jeugdbeschermer, *, vrij: Betrokkene | None = None) -> Betrokkene:
    """Give somebody of the instelling a chair: the one they have here, the one that is `vrij`, or a new one."""
    werk = Werk(rol=Rol.JEUGDBESCHERMER, organisatie_id=plek.instelling.pk)
    gebruiker_id, naam = open_work_account(email=wie.email, naam=wie.naam, werk=werk)
    mail_first_link(gebruiker_id, gezin_id=plek.kind.gezin_id)
    eigen = Betrokkene.objects.filter(gezin_id=plek.kind.gezin_id, gebruiker_id=gebruiker_id)
    # One measure may follow on another: then it is the same chair, and it stays.
    stoel = eigen.exclude(tot__lt=plek.van - DAG).first()
    if stoel is None:
        stoel = vrij or _open_stoel(plek)
        stoel.naam, stoel.gebruiker_id = naam, gebruiker_id
        save_version(stoel, gelezen=stoel.versie, velden=["naam", "gebruiker_id"])
    return stoel


def _fit_stoel(stoel: Betrokkene, peildatum: date) -> None:
    """Let a chair last as long as the longest measure on it; without any it is free since yesterday."""
    maatregelen = list(Maatregel.objects.filter(stoel=stoel).select_related("persoon"))
    tot = last_day_of_chair(maatregelen) if maatregelen else peildatum - DAG
    stoel.tot = max(tot, stoel.van) if tot else None
    save_version(stoel, gelezen=stoel.versie, velden=["tot"])
