"""What can happen to help: it is granted, extended, stopped."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import save_version
from rondetafel.organisaties.models import Organisatie
from rondetafel.overleg.queries import rtos_of
from rondetafel.regels.akkoordvraag import as_doelen_record
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG
from rondetafel.regels.maatwerk import is_maatwerk
from rondetafel.regels.oordeel import as_record, merge
from rondetafel.toegang.banden import Leesrecht, move_end, open_band
from rondetafel.toegang.mag import Wie, mag, require
from rondetafel.toegang.models import Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.zorg.brieven import needs_brief, signers_of
from rondetafel.zorg.feiten import background_of
from rondetafel.zorg.gegevens import Akkoordopgave, Papieropgave, Stopopgave
from rondetafel.zorg.models import (
    AkkoordQuerySet,
    AkkoordZorg,
    Brief,
    StopZorg,
    Verlenging,
    VerlengingStand,
    Verlengpapier,
)
from rondetafel.zorg.oordelen import asked_until, judge_akkoord, judge_stop, judge_verlenging, stopped_on
from rondetafel.zorg.plichten import AKKOORD, GEZIN, predecessors_of
from rondetafel.zorg.queries import looptijd_of


@operatie
def grant_akkoord(gezin_id: UUID, *, opgave: Akkoordopgave, door: Wie, peildatum: date) -> AkkoordZorg:
    """Grant help to a child; who gives it may read the plan and gets a chair, for as long as it runs.

    :raises GeenToegang: if `door` grants no care in this municipality.
    :raises Geweigerd: with every reason why the rules say no.
    :raises ValidationError: when help with the same product runs in that period already.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.AKKOORD_GEVEN, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    # Locked, so that two akkoorden for one child are granted one after the other.
    jeugdige = Persoon.objects.select_for_update().get(pk=opgave.jeugdige_id, gezin=gezin)
    aanbieder = Organisatie.objects.get(pk=opgave.aanbieder_id)
    uitvoerder = _find_uitvoerder(opgave)
    achtergrond = background_of(jeugdige, door, peildatum)
    oordeel = judge_akkoord(opgave, achtergrond, aanbieder=aanbieder, peildatum=peildatum).enforce()
    akkoord = AkkoordZorg(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        jeugdige=jeugdige,
        aanbieder=aanbieder,
        uitvoerder=uitvoerder,
        gegeven_op=peildatum,
        gegeven_door_id=door.id,
        doelen=as_doelen_record(achtergrond.doelen),
        oordeel=as_record(oordeel),
        **_as_columns(opgave),
    )
    akkoord.validate_constraints()
    akkoord.save(force_insert=True)
    _let_in(akkoord, uitvoerder)
    if needs_brief(akkoord):
        _open_brief(akkoord, peildatum=peildatum)
    for pk in (akkoord.pk, *predecessors_of(akkoord)):
        settle(AKKOORD, pk, peildatum=peildatum)
    settle(GEZIN, gezin.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.AKKOORD_GEGEVEN, akkoord, door=door, onderdeel=Onderdeel.ZORG)
    return akkoord


@operatie
def record_papier(pk: UUID, *, opgave: Papieropgave, door: Wie, peildatum: date) -> Verlengpapier:
    """Write down that a paper for the extension of this help was handed in, by whom and when.

    :raises ValidationError: when it is there already, or is of a day still to come.
    """
    akkoord = _lock(pk, Recht.VERLENGING_VRAGEN, door=door, peildatum=peildatum)
    if akkoord.einddatum is None:
        raise AkkoordZorg.DoesNotExist(f"{akkoord} heeft geen einddatum")
    papier = Verlengpapier(
        gezin_id=akkoord.gezin_id,
        gemeente_id=akkoord.gemeente_id,
        akkoord=akkoord,
        jeugdige_id=akkoord.jeugdige_id,
        was=akkoord.einddatum,
        papier=opgave.papier.value,
        van_dag=opgave.van_dag,
        ingeleverd_op=peildatum,
        ingeleverd_door_id=door.id,
    )
    papier.validate_constraints()
    papier.save(force_insert=True)
    logboek.record(
        Gebeurtenis.PAPIER_INGELEVERD,
        papier,
        door=door,
        onderdeel=Onderdeel.ZORG,
        papier=papier.papier,
    )
    return papier


@operatie
def ask_verlenging(
    pk: UUID, *, tot: date, motivering: str, rto_op: date | None = None, door: Wie, peildatum: date
) -> Verlenging:
    """Ask the kernteam to let help run on up to and including `tot`.

    `rto_op` is the day agreed on for the RTO of the looptijd that begins then; only maatwerk asks it.

    :raises Geweigerd: with every reason why this help cannot be extended until then.
    """
    akkoord = _lock(pk, Recht.VERLENGING_VRAGEN, door=door, peildatum=peildatum)
    looptijd = looptijd_of(akkoord)
    if looptijd is None:
        raise AkkoordZorg.DoesNotExist(f"{akkoord} heeft geen einddatum")
    oordeel = judge_verlenging(
        looptijd, tot=tot, ingediend_op=peildatum, rtos=rtos_of(akkoord.gezin_id), volgend_rto_op=rto_op
    )
    merge(asked_until(akkoord.gevraagd_tot), oordeel).enforce()
    verlenging = Verlenging.objects.create(
        gezin_id=akkoord.gezin_id,
        gemeente_id=akkoord.gemeente_id,
        akkoord=akkoord,
        jeugdige_id=akkoord.jeugdige_id,
        was=looptijd.tot,
        tot=tot,
        rto_op=rto_op if is_maatwerk(looptijd.product) else None,
        motivering=motivering,
        gevraagd_op=peildatum,
        gevraagd_door_id=door.id,
        oordeel=as_record(oordeel),
    )
    settle(AKKOORD, akkoord.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.VERLENGING_GEVRAAGD, verlenging, door=door, onderdeel=Onderdeel.ZORG, tot=tot)
    return verlenging


@operatie
def grant_verlenging(pk: UUID, *, gelezen: int, door: Wie, peildatum: date) -> Verlenging:
    """Grant what was asked: the help, the access of who gives it and the duties move to the new end.

    Judged again by the day of the asking: a late answer of the kernteam is not a late request.

    :raises Geweigerd: with every reason why the rules say no by now.
    :raises Botsing: when the akkoord was changed after version `gelezen`.
    """
    gevraagd = Verlenging.objects.visible_to(door, peildatum).filter(stand=VerlengingStand.GEVRAAGD)
    verlenging = gevraagd.select_for_update().get(pk=pk)
    require(door, Recht.VERLENGING_GEVEN, gemeente_id=verlenging.gemeente_id, peildatum=peildatum)
    akkoord = _locked(door, peildatum).get(pk=verlenging.akkoord_id)
    stopped_on(akkoord.gestopt_op).enforce()
    looptijd = looptijd_of(akkoord)
    assert looptijd is not None
    oordeel = judge_verlenging(
        looptijd,
        tot=verlenging.tot,
        ingediend_op=verlenging.gevraagd_op,
        rtos=rtos_of(akkoord.gezin_id),
        besluit_op=peildatum,
        volgend_rto_op=verlenging.rto_op,
    ).enforce()
    akkoord.einddatum = verlenging.tot
    save_version(akkoord, gelezen=gelezen, velden=["einddatum"])
    verlenging.stand, verlenging.oordeel = VerlengingStand.GEGEVEN, as_record(oordeel)
    verlenging.besloten_op, verlenging.besloten_door_id = peildatum, door.id
    save_version(
        verlenging,
        gelezen=verlenging.versie,
        velden=["stand", "oordeel", "besloten_op", "besloten_door_id"],
    )
    move_end(grond_id=akkoord.pk, tot=verlenging.tot)
    _fit_chair(akkoord)
    _open_brief(akkoord, verlenging=verlenging, peildatum=peildatum)
    settle(AKKOORD, akkoord.pk, peildatum=peildatum)
    settle(GEZIN, akkoord.gezin_id, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.VERLENGING_GEGEVEN,
        verlenging,
        door=door,
        onderdeel=Onderdeel.ZORG,
        was=verlenging.was,
        werd=verlenging.tot,
    )
    return verlenging


@operatie
def stop_zorg(pk: UUID, *, gelezen: int, opgave: Stopopgave, door: Wie, peildatum: date) -> StopZorg:
    """Stop help on a day; who gave it reads along up to and including that day.

    :raises Geweigerd: with everything that is missing, or does not fit the akkoord.
    :raises Botsing: when the akkoord was changed after version `gelezen`.
    """
    akkoord = _lock(pk, Recht.ZORG_STOPPEN, door=door, peildatum=peildatum)
    oordeel = judge_stop(opgave, akkoord).enforce()
    assert opgave.reden is not None
    was_tot, akkoord.einddatum = akkoord.einddatum, opgave.stopdatum
    save_version(akkoord, gelezen=gelezen, velden=["einddatum"])
    stop = StopZorg.objects.create(
        gezin_id=akkoord.gezin_id,
        gemeente_id=akkoord.gemeente_id,
        akkoord=akkoord,
        jeugdige_id=akkoord.jeugdige_id,
        gestopt_op=opgave.stopdatum,
        gestopt_door_id=door.id,
        was_tot=was_tot,
        reden=opgave.reden.value,
        gas_score=opgave.gas_score,
        overgedragen_aan=opgave.overgedragen_aan,
        toelichting=opgave.toelichting,
        oordeel=as_record(oordeel),
    )
    settle(AKKOORD, akkoord.pk, peildatum=peildatum)
    settle(GEZIN, akkoord.gezin_id, peildatum=peildatum)
    if mag(door, Recht.TAFEL_DEKKEN, gezin_id=akkoord.gezin_id, peildatum=peildatum).ja:
        _fit_chair(akkoord)
    # Last: from here on a zorgaanbieder may not be able to read the akkoord any more.
    move_end(grond_id=akkoord.pk, tot=max(opgave.stopdatum, akkoord.gegeven_op - DAG))
    logboek.record(
        Gebeurtenis.ZORG_GESTOPT,
        stop,
        door=door,
        onderdeel=Onderdeel.ZORG,
        was=stop.was_tot,
        reden=stop.reden,
    )
    return stop


def _as_columns(opgave: Akkoordopgave) -> dict[str, Any]:
    """What was asked and answered, by column; what the product does not count has no number."""
    catalogus = catalogue_on(opgave.startdatum)
    product = catalogus.product(opgave.product_code)
    telt = product.eenheid is not None and opgave.aantal_per_week is not None
    return {
        "product_code": opgave.product_code,
        "kwadrant": product.kwadrant.value,
        "startdatum": opgave.startdatum,
        "einddatum": opgave.einddatum,
        "aantal_per_week": opgave.aantal_per_week if telt else None,
        "eenheid": product.eenheid.value if product.eenheid else "",
        "in_plaats_van_onderwijs": opgave.in_plaats_van_onderwijs and telt,
        "has_diagnose": opgave.has_diagnose,
        "has_observatie": opgave.has_observatie,
        "overwogen": list(opgave.overwogen),
        "motivering": opgave.motivering,
        "grond": opgave.grond,
        "rto_op": opgave.rto_op,
        "rto_bij_start": is_maatwerk(product),
        "catalogus": list(catalogus.versies),
    }


def _open_brief(akkoord: AkkoordZorg, *, peildatum: date, verlenging: Verlenging | None = None) -> None:
    """A letter that must go out; who signs it is kept now, by who may know about gezag and measures."""
    Brief.objects.create(
        gezin_id=akkoord.gezin_id,
        gemeente_id=akkoord.gemeente_id,
        akkoord=akkoord,
        jeugdige_id=akkoord.jeugdige_id,
        verlenging=verlenging,
        tot=akkoord.einddatum,
        besloten_op=peildatum,
        tekenaars=signers_of(akkoord, vanaf=peildatum),
    )


def _lock(pk: UUID, recht: Recht, *, door: Wie, peildatum: date) -> AkkoordZorg:
    """Find help that was not stopped yet, as a regisseur or zorgaanbieder of this family."""
    akkoord = _locked(door, peildatum).handled_by(door, peildatum).filter(stop__isnull=True).get(pk=pk)
    require(door, recht, gezin_id=akkoord.gezin_id, sleutel=akkoord.jeugdige_id, peildatum=peildatum)
    return akkoord


def _locked(door: Wie, peildatum: date) -> AkkoordQuerySet:
    """One change at a time. The version tells whether somebody came first."""
    return AkkoordZorg.objects.visible_to(door, peildatum).with_verloop().select_for_update(of=("self",))


def _find_uitvoerder(opgave: Akkoordopgave) -> Gebruiker | None:
    """Somebody who works for this zorgaanbieder; nobody else can be let in through it."""
    if opgave.uitvoerder_id is None:
        return None
    medewerkers = Gebruiker.objects.professionals(Rol.AANBIEDER).filter(organisatie_id=opgave.aanbieder_id)
    return medewerkers.get(pk=opgave.uitvoerder_id)


def _let_in(akkoord: AkkoordZorg, uitvoerder: Gebruiker | None) -> None:
    """From the day of the grant, because help is prepared before it begins."""
    if uitvoerder is None or _is_over(akkoord):
        return
    recht = Leesrecht(
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
        persoon_id=akkoord.jeugdige_id,
        doel="hulp geven",
        van=akkoord.gegeven_op,
        tot=akkoord.einddatum,
    )
    open_band(akkoord.gezin, gebruiker_id=uitvoerder.pk, recht=recht, grond_id=akkoord.pk)
    if not _chair_of(akkoord).exists():
        Betrokkene.objects.create(
            gezin=akkoord.gezin,
            gemeente_id=akkoord.gemeente_id,
            groep=Groep.BEROEP,
            naam=uitvoerder.naam,
            relatie=uitvoerder.functie or "zorgaanbieder",
            organisatie=akkoord.aanbieder.naam,
            gebruiker=uitvoerder,
            van=akkoord.gegeven_op,
        )
    _fit_chair(akkoord)


def _is_over(akkoord: AkkoordZorg) -> bool:
    return akkoord.einddatum is not None and akkoord.einddatum < akkoord.gegeven_op


def _chair_of(akkoord: AkkoordZorg) -> QuerySet[Betrokkene]:
    """The chair that the uitvoerder has since the grant; one of an earlier akkoord may still stand there."""
    stoelen = Betrokkene.objects.filter(gezin_id=akkoord.gezin_id, gebruiker=akkoord.uitvoerder_id)
    return stoelen.exclude(tot__lt=akkoord.gegeven_op)


def _fit_chair(akkoord: AkkoordZorg) -> None:
    """Let the chair of the uitvoerder last as long as the longest of their akkoorden in this family."""
    if akkoord.uitvoerder_id is None:
        return
    zelfde = AkkoordZorg.objects.filter(gezin_id=akkoord.gezin_id, uitvoerder_id=akkoord.uitvoerder_id)
    einden = set(zelfde.values_list("einddatum", flat=True))
    tot = None if None in einden else Greatest(Value(max(filter(None, einden))), F("van"))
    _chair_of(akkoord).update(tot=tot)
