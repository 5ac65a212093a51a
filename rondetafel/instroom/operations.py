"""Everything that can happen to an aanmelding: it comes in, it is made complete, the kernteam decides."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from rondetafel.gezinnen.gegevens import Maatregelopgave
from rondetafel.gezinnen.maatregelen import JEUGDBESCHERMER, question_of
from rondetafel.gezinnen.models import (
    Adres,
    Betrokkene,
    Burgerservicenummer,
    Contact,
    Gezag,
    Gezin,
    Gezinsrol,
    Groep,
    Maatregel,
    Persoon,
    Regie,
)
from rondetafel.gezinnen.verjaardagen import open_verjaardagen
from rondetafel.instroom.gegevens import (
    GESLACHT_VAN,
    Aanmeldopgave,
    Dossieropgave,
    Gezagskeuze,
    Persoonsopgave,
    Triageopgave,
    Volwassene,
)
from rondetafel.instroom.models import Aanmelding, Stand, Triage
from rondetafel.instroom.oordelen import (
    judge_aanmelding,
    judge_dossier,
    judge_triage,
    known_bsn,
    require_acuut,
    require_no_dossier,
    require_stand,
)
from rondetafel.instroom.plichten import AANMELDING, pauzes_of
from rondetafel.kern import logboek
from rondetafel.kern.bsn import encrypt_bsn, hash_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.nummers import Reeks, next_number
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.termijnen import basis_on
from rondetafel.kern.versie import save_version
from rondetafel.organisaties.models import Gemeente, Organisatie, OrganisatieSoort
from rondetafel.regels.maatregel import Maatregelsoort, assess_maatregel, holds_until
from rondetafel.regels.oordeel import as_record
from rondetafel.regels.stilstand import lead_time
from rondetafel.toegang.banden import Leesrecht, open_band
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid, Rol


@operatie
def register_aanmelding(opgave: Aanmeldopgave, *, door: Wie, peildatum: date) -> Aanmelding:
    """Take in the aanmeldformulier of a verwijzer; from now on the dossier is due, and what is acute within a day.

    :raises GeenToegang: if `door` is no verwijzer.
    :raises Geweigerd: for another municipality, or someone too old for jeugdhulp.
    """
    require(door, Recht.AANMELDEN, peildatum=peildatum)
    gemeenten = {gemeente.naam: gemeente for gemeente in Gemeente.objects.all()}
    oordeel = judge_aanmelding(opgave, gemeenten=frozenset(gemeenten), peildatum=peildatum).enforce()
    feiten = {naam: getattr(opgave, naam) for naam in OVERGENOMEN}
    aanmelding = Aanmelding.objects.create(
        nummer=next_number(Reeks.AANMELDING),
        verwijzer_id=door.id,
        gemeente=gemeenten[opgave.gemeente],
        ontvangen_op=peildatum,
        ouders=[ouder.as_json() for ouder in opgave.ouders],
        oordeel=as_record(oordeel),
        **feiten,
    )
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.AANMELDING_GEDAAN, aanmelding, door=door, onderdeel=Onderdeel.AANMELDING)
    return aanmelding


# What stands on the form and in the row under the same name.
OVERGENOMEN = (
    "verwijzersoort",
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "geslacht",
    "motivatie_18_plus",
    "hulpvraag",
    "is_acuut",
    "has_aanmeldbrief",
    "has_inhoud",
    "has_analyseverslag",
)


@operatie
def ask_information(pk: UUID, *, vraag: str, door: Wie, peildatum: date, nu: datetime) -> Aanmelding:
    """Ask the verwijzer what is missing. From tomorrow the clock stands still until the answer: ADR 0020.

    Also for the kernteam, when it lies there already: then the clock of its week stands still.
    An acute question is picked up by it.
    Who asks again while an answer is awaited does not start the waiting anew.

    :raises Geweigerd: when the kernteam has decided already.
    """
    aanmelding = _lock(pk, Recht.DOSSIER_AANMAKEN, door=door, peildatum=peildatum)
    require_stand(aanmelding, Stand.NIEUW, Stand.WACHT, Stand.INSTROOM).enforce()
    aanmelding.stand = Stand.WACHT
    aanmelding.wacht_sinds = aanmelding.wacht_sinds or peildatum
    aanmelding.informatievraag, aanmelding.gevraagd_op, aanmelding.antwoord = vraag, peildatum, ""
    _pick_up(aanmelding, nu)
    _save(aanmelding, *GEVRAAGD)
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.INFORMATIE_GEVRAAGD, aanmelding, door=door, onderdeel=Onderdeel.AANMELDING)
    return aanmelding


@operatie
def record_information(pk: UUID, *, antwoord: str, door: Wie, peildatum: date) -> Aanmelding:
    """Write down what the verwijzer answered; it goes on where it was, and the clock runs on.

    :raises Geweigerd: when nothing was asked.
    """
    aanmelding = _lock(pk, Recht.DOSSIER_AANMAKEN, door=door, peildatum=peildatum)
    require_stand(aanmelding, Stand.WACHT).enforce()
    if aanmelding.doorgestuurd_op:
        aanmelding.stand = Stand.INSTROOM
    else:
        aanmelding.stand = Stand.NIEUW
    aanmelding.antwoord = antwoord
    _end_pause(aanmelding, peildatum)
    _save(aanmelding, "stand", "antwoord", "wacht_sinds", "pauzes")
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.INFORMATIE_ONTVANGEN, aanmelding, door=door, onderdeel=Onderdeel.AANMELDING)
    return aanmelding


@operatie
def start_acuut(pk: UUID, *, door: Wie, peildatum: date, nu: datetime) -> Aanmelding:
    """Write down that somebody sees to an acute question now; who did so earlier stays the first.

    :raises Geweigerd: when the question is not acute.
    """
    aanmelding = _lock(pk, Recht.DOSSIER_AANMAKEN, door=door, peildatum=peildatum)
    require_acuut(aanmelding).enforce()
    _pick_up(aanmelding, nu)
    _save(aanmelding, "opgepakt_at")
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.ACUUT_OPGEPAKT, aanmelding, door=door, onderdeel=Onderdeel.AANMELDING)
    return aanmelding


@operatie
def complete_dossier(
    pk: UUID, *, opgave: Dossieropgave, door: Wie, peildatum: date, nu: datetime
) -> Aanmelding:
    """Make the dossier of the family and forward the aanmelding to the kernteam.

    :raises Geweigerd: with everything that is missing, or when a BSN is in another dossier already.
    """
    aanmelding = _lock(pk, Recht.DOSSIER_AANMAKEN, door=door, peildatum=peildatum)
    require_stand(aanmelding, Stand.NIEUW, Stand.WACHT).enforce()
    require_no_dossier(aanmelding).enforce()
    oordeel = judge_dossier(opgave, verwijzersoort=aanmelding.verwijzersoort).enforce()
    gezin = Gezin.objects.create(nummer=next_number(Reeks.GEZIN), gemeente_id=aanmelding.gemeente_id)
    kind = _create_persoon(gezin, opgave.kind, rol=Gezinsrol.KIND, peildatum=peildatum)
    _create_betrokkene(gezin, naam=str(kind), relatie="kind", persoon=kind, van=peildatum)
    for volwassene in opgave.volwassenen:
        _create_volwassene(gezin, volwassene, kind=kind, peildatum=peildatum)
    if opgave.voogd_gi:
        _create_voogdij(kind, opgave.voogd_gi, door=door, peildatum=peildatum)
    aanmelding.gezin, aanmelding.jeugdige = gezin, kind
    aanmelding.stand, aanmelding.doorgestuurd_op = Stand.INSTROOM, peildatum
    aanmelding.dossieroordeel = as_record(oordeel)
    _end_pause(aanmelding, peildatum)
    _pick_up(aanmelding, nu)
    kalender = basis_on(aanmelding.ontvangen_op).kalender
    duur = lead_time(aanmelding.ontvangen_op, peildatum, kalender, pauzes_of(aanmelding))
    aanmelding.doorlooptijd_bruto, aanmelding.doorlooptijd_netto = duur.bruto, duur.netto
    for bijlage in BIJLAGEN:
        setattr(aanmelding, bijlage, getattr(opgave, bijlage))
    _save(aanmelding, *DOORGESTUURD, *BIJLAGEN)
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.DOSSIER_AANGEMAAKT, aanmelding, door=door, onderdeel=Onderdeel.GEZIN)
    return aanmelding


GEVRAAGD = ("stand", "wacht_sinds", "informatievraag", "gevraagd_op", "antwoord", "opgepakt_at")
DOORGESTUURD = (
    "gezin_id",
    "jeugdige_id",
    "stand",
    "doorgestuurd_op",
    "wacht_sinds",
    "pauzes",
    "opgepakt_at",
    "doorlooptijd_bruto",
    "doorlooptijd_netto",
    "dossieroordeel",
)
BIJLAGEN = ("has_aanmeldbrief", "has_inhoud", "has_analyseverslag")


@operatie
def decide_triage(pk: UUID, *, opgave: Triageopgave, door: Wie, peildatum: date) -> Triage:
    """Decide how heavy the question is, where it can be helped, and who becomes the regisseur.

    :raises Geweigerd: with everything the kernteam still has to choose or explain.
    """
    aanmelding = _lock(pk, Recht.TRIEREN, door=door, peildatum=peildatum)
    require_stand(aanmelding, Stand.INSTROOM).enforce()
    regisseur = Gebruiker.objects.professionals(Rol.REGISSEUR).filter(pk=opgave.regisseur_id).first()
    naam = regisseur.naam if regisseur else None
    oordeel = judge_triage(opgave, regisseur=naam, peildatum=peildatum).enforce()
    gezin = aanmelding.gezin
    assert opgave.klasse is not None and gezin is not None
    triage = Triage.objects.create(
        aanmelding=aanmelding,
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        besloten_op=peildatum,
        besloten_door_id=door.id,
        classificatie=opgave.klasse.value,
        kwadranten=sorted(kwadrant.value for kwadrant in opgave.kwadranten),
        product_code=opgave.product_code,
        motivering=opgave.motivering,
        afwijking=opgave.afwijking,
        oordeel=as_record(oordeel) | {"triagefeiten": asdict(opgave.feiten)},
    )
    # A region may read the sources so that a light question has none.
    if regisseur:
        _assign_regisseur(gezin, regisseur, peildatum=peildatum)
    aanmelding.stand = Stand.BESLOTEN
    _save(aanmelding, "stand")
    settle(AANMELDING, aanmelding.pk, peildatum=peildatum)
    open_verjaardagen(gezin, peildatum=peildatum)
    logboek.record(Gebeurtenis.TRIAGE_GEDAAN, triage, door=door, onderdeel=Onderdeel.AANMELDING)
    return triage


def _pick_up(aanmelding: Aanmelding, nu: datetime) -> None:
    """Who sees to an acute question first, did so; to another question nobody has to hurry."""
    if aanmelding.is_acuut:
        aanmelding.opgepakt_at = aanmelding.opgepakt_at or nu


def _end_pause(aanmelding: Aanmelding, peildatum: date) -> None:
    """Keep from when until when information was awaited."""
    if aanmelding.wacht_sinds:
        aanmelding.pauzes = [*aanmelding.pauzes, [aanmelding.wacht_sinds, peildatum]]
        aanmelding.wacht_sinds = None


def _lock(pk: UUID, recht: Recht, *, door: Wie, peildatum: date) -> Aanmelding:
    """Two people may decide at the same time: the second waits, and then finds another stand."""
    aanmelding = Aanmelding.objects.visible_to(door, peildatum).select_for_update().get(pk=pk)
    require(door, recht, gemeente_id=aanmelding.gemeente_id, peildatum=peildatum)
    return aanmelding


def _save(aanmelding: Aanmelding, *velden: str) -> None:
    save_version(aanmelding, gelezen=aanmelding.versie, velden=velden)


def _create_persoon(gezin: Gezin, opgave: Persoonsopgave, *, rol: Gezinsrol, peildatum: date) -> Persoon:
    persoon = Persoon.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        rol=rol,
        voornaam=opgave.voornaam,
        tussenvoegsel=opgave.tussenvoegsel,
        achternaam=opgave.achternaam,
        geboortedatum=opgave.geboortedatum,
        geslacht=opgave.geslacht,
    )
    if opgave.bsn:
        _keep_bsn(persoon, opgave.bsn)
    if opgave.adres:
        Adres.objects.create(
            persoon=persoon,
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            van=peildatum,
            **asdict(opgave.adres),
        )
    return persoon


def _keep_bsn(persoon: Persoon, bsn: str) -> None:
    """The database finds a BSN that is kept already, also in a dossier that nobody here may see."""
    try:
        with transaction.atomic():
            Burgerservicenummer.objects.create(
                persoon=persoon,
                gezin_id=persoon.gezin_id,
                gemeente_id=persoon.gemeente_id,
                versleuteld=encrypt_bsn(bsn),
                zoeksleutel=hash_bsn(bsn),
            )
    except IntegrityError:
        known_bsn(persoon).enforce()


def _create_volwassene(gezin: Gezin, volwassene: Volwassene, *, kind: Persoon, peildatum: date) -> None:
    rol = Gezinsrol.OUDER if volwassene.relatie in GESLACHT_VAN else Gezinsrol.ANDERS
    persoon = _create_persoon(gezin, volwassene.persoon, rol=rol, peildatum=peildatum)
    _create_betrokkene(
        gezin,
        naam=str(persoon),
        relatie=volwassene.relatie.value,
        email=volwassene.email,
        persoon=persoon,
        van=peildatum,
    )
    if volwassene.gezag not in (None, Gezagskeuze.GEEN):
        # Ouderlijk gezag is there from birth; of other gezag the day is not asked, so it counts from today.
        is_ouderlijk = volwassene.gezag is Gezagskeuze.OUDERLIJK
        _create_gezag(
            kind,
            soort=volwassene.gezag.value,
            volwassene=persoon,
            van=(kind.geboortedatum if is_ouderlijk else None) or peildatum,
        )


def _create_voogdij(kind: Persoon, instelling_id: UUID, *, door: Wie, peildatum: date) -> None:
    """The measure, with an open chair: who carries it out is not known yet. Of its first day nobody asked."""
    instelling = Organisatie.objects.get(pk=instelling_id, soort=OrganisatieSoort.GI)
    gegeven = Maatregelopgave(
        soort=Maatregelsoort.VOOGDIJ, instelling_id=instelling.pk, van=peildatum, tot=None, kenmerk=""
    )
    oordeel = assess_maatregel(question_of(kind, gegeven)).enforce()
    stoel = _create_betrokkene(
        kind.gezin,
        groep=Groep.BEROEP,
        relatie=JEUGDBESCHERMER,
        organisatie=instelling.naam,
        van=peildatum,
        tot=holds_until(None, kind.geboortedatum),
    )
    Maatregel.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        persoon=kind,
        soort=gegeven.soort,
        instelling=instelling,
        stoel=stoel,
        van=peildatum,
        vastgelegd_op=peildatum,
        vastgelegd_door_id=door.id,
        oordeel=as_record(oordeel),
    )


def _create_gezag(kind: Persoon, *, soort: str, volwassene: Persoon, van: date) -> None:
    Gezag.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        kind=kind,
        volwassene=volwassene,
        soort=soort,
        van=van,
    )


def _create_betrokkene(
    gezin: Gezin, *, groep: Groep = Groep.GEZIN, email: str = "", **feiten: object
) -> Betrokkene:
    stoel = Betrokkene.objects.create(gezin=gezin, gemeente_id=gezin.gemeente_id, groep=groep, **feiten)
    if email:
        Contact.objects.create(betrokkene=stoel, gezin=gezin, gemeente_id=gezin.gemeente_id, email=email)
    return stoel


def _assign_regisseur(gezin: Gezin, regisseur: Gebruiker, *, peildatum: date) -> None:
    regie = Regie.objects.create(
        gezin=gezin, gemeente_id=gezin.gemeente_id, regisseur=regisseur, van=peildatum
    )
    recht = Leesrecht(hoedanigheid=Hoedanigheid.REGISSEUR, grond=Grond.REGIE, van=peildatum)
    open_band(gezin, gebruiker_id=regisseur.pk, recht=recht, grond_id=regie.pk)
    _create_betrokkene(
        gezin,
        groep=Groep.BEROEP,
        naam=regisseur.naam,
        relatie="regisseur",
        gebruiker=regisseur,
        van=peildatum,
    )
