"""Who belongs to a family, and where they live: added, put right, moved; what was stays to be read."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondetafel.gezinnen.basis import facts_of_person
from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.gegevens import Nieuwkomer, Persoonsgegevens, Verhuisopgave
from rondetafel.gezinnen.hertekenen import redraw_banden, shorten_maatregelen
from rondetafel.gezinnen.models import (
    Adres,
    Betrokkene,
    Burgerservicenummer,
    Gezin,
    Gezinsrol,
    Groep,
    Persoon,
)
from rondetafel.gezinnen.oordelen import bsn_in_use, judge_verhuizing
from rondetafel.gezinnen.samen import redraw_samen
from rondetafel.gezinnen.verjaardagen import redraw_verjaardagen
from rondetafel.kern import logboek
from rondetafel.kern.bsn import encrypt_bsn, hash_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import not_over_on
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.datum import DAG
from rondetafel.regels.personen import assess_persoon
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def add_persoon(gezin_id: UUID, *, opgave: Nieuwkomer, door: Wie, peildatum: date) -> Persoon:
    """Add somebody to a family, with a chair when it is said what they are to it.

    :raises GeenToegang: if `door` does not keep the data of this family.
    :raises Geweigerd: for what cannot be true, or a BSN that is in use.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum)
    persoon = Persoon(gezin=gezin, gemeente_id=gezin.gemeente_id, **_columns(opgave.persoon))
    assess_persoon(facts_of_person(persoon, has_bsn=bool(opgave.bsn)), peildatum).enforce()
    persoon.save(force_insert=True)
    if opgave.bsn:
        _keep_bsn(persoon, opgave.bsn)
    if opgave.relatie:
        Betrokkene.objects.create(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            groep=Groep.GEZIN,
            naam=str(persoon),
            relatie=opgave.relatie,
            persoon=persoon,
            van=peildatum,
        )
    if persoon.rol == Gezinsrol.KIND:
        redraw_verjaardagen(persoon, peildatum=peildatum)
    # Nobody was asked about who is new.
    redraw_samen(gezin, people_of(gezin.pk), peildatum=peildatum)
    logboek.record(
        Gebeurtenis.PERSOON_TOEGEVOEGD, persoon, door=door, onderdeel=Onderdeel.GEZIN, rol=persoon.rol
    )
    return persoon


@operatie
def correct_persoon(
    pk: UUID, *, gelezen: int, opgave: Persoonsgegevens, door: Wie, peildatum: date
) -> Persoon:
    """Put right what is known of somebody; who decides and reads follows at once, and the name on the chair.

    :raises Botsing: when somebody else changed this person meanwhile.
    :raises Geweigerd: for what cannot be true.
    """
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum)
    nieuw = _columns(opgave)
    anders = sorted(veld for veld, waarde in nieuw.items() if getattr(persoon, veld) != waarde)
    for veld, waarde in nieuw.items():
        setattr(persoon, veld, waarde)
    assess_persoon(facts_of_person(persoon, has_bsn=True), peildatum).enforce()
    shorten_maatregelen(persoon)
    save_version(persoon, gelezen=gelezen, velden=nieuw)
    _rename_chair(persoon)
    changed = redraw_banden(persoon.gezin_id, peildatum=peildatum)
    redraw_verjaardagen(persoon, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.PERSOON_VERBETERD,
        persoon,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        velden=anders,
        banden=changed,
    )
    return persoon


@operatie
def record_bsn(persoon_pk: UUID, *, bsn: str, door: Wie, peildatum: date) -> Persoon:
    """Write down somebody's BSN, or another one when it was wrong. `bsn` has passed the elfproef.

    :raises Geweigerd: when the number is in use; of whom is not told.
    """
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=persoon_pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum)
    _keep_bsn(persoon, bsn)
    if persoon.geen_bsn:
        persoon.geen_bsn = ""
        save_version(persoon, gelezen=persoon.versie, velden=["geen_bsn"])
    logboek.record(Gebeurtenis.BSN_VASTGELEGD, persoon, door=door, onderdeel=Onderdeel.BSN)
    return persoon


@operatie
def record_verhuizing(gezin_id: UUID, *, opgave: Verhuisopgave, door: Wie, peildatum: date) -> list[Adres]:
    """Let these people live somewhere from a day on; what they had of the same kind ends the day before.

    :raises GeenToegang: if `door` does not keep the data of this family.
    :raises Geweigerd: when nobody moves, or somebody has an address of this kind from that day or later.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum)
    personen = list(Persoon.objects.select_for_update().filter(gezin=gezin, pk__in=opgave.personen))
    verblijf = opgave.verblijf.value if opgave.verblijf else ""
    soortgelijk = Adres.objects.filter(
        not_over_on(opgave.van), gezin=gezin, persoon__in=personen, soort=opgave.soort, verblijfsoort=verblijf
    )
    lopend = list(soortgelijk.select_related("persoon"))
    judge_verhuizing(opgave, personen, lopend).enforce()
    _end(lopend, opgave.van - DAG)
    adressen = [_live(een, opgave) for een in personen]
    logboek.record(
        Gebeurtenis.VERHUIZING_VASTGELEGD,
        gezin,
        door=door,
        onderdeel=Onderdeel.ADRES,
        soort=opgave.soort,
        personen=len(adressen),
    )
    return adressen


@operatie
def correct_adres(pk: UUID, *, gelezen: int, waarden: dict[str, str], door: Wie, peildatum: date) -> Adres:
    """Put an address right: `waarden` may hold street, number, postcode, place and gemeente. Its days stay.

    :raises Botsing: when somebody else changed this address meanwhile.
    """
    adres = Adres.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=adres.gezin_id, peildatum=peildatum)
    for veld, waarde in waarden.items():
        setattr(adres, veld, waarde)
    save_version(adres, gelezen=gelezen, velden=waarden)
    logboek.record(
        Gebeurtenis.ADRES_VERBETERD, adres, door=door, onderdeel=Onderdeel.ADRES, velden=sorted(waarden)
    )
    return adres


@operatie
def stop_adres(pk: UUID, *, tot: date | None, door: Wie, peildatum: date) -> Adres:
    """Write down the last day of an address after which there is no next one; without a day it was never true.

    :raises ValidationError: when `tot` is before the first day.
    """
    adres = Adres.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=adres.gezin_id, peildatum=peildatum)
    if tot and tot < adres.van:
        raise ValidationError(_("Deze dag ligt voor de eerste dag van dit adres."))
    adres.tot = tot or adres.van - DAG
    save_version(adres, gelezen=adres.versie, velden=["tot"])
    logboek.record(
        Gebeurtenis.ADRES_GESTOPT, adres, door=door, onderdeel=Onderdeel.ADRES, nooit_waar=tot is None
    )
    return adres


def _columns(opgave: Persoonsgegevens) -> dict[str, Any]:
    geboren = opgave.geboren
    is_gedeeld = geboren.dag is None
    return {
        "rol": opgave.rol,
        "voornaam": opgave.voornaam,
        "tussenvoegsel": opgave.tussenvoegsel,
        "achternaam": opgave.achternaam,
        "geslacht": opgave.geslacht,
        "geboortedatum": geboren.dag,
        "geboortejaar": geboren.jaar if is_gedeeld else None,
        "geboortemaand": geboren.maand if is_gedeeld else None,
        "verwacht_op": geboren.verwacht_op,
        "overleden_op": opgave.overleden_op,
        "taal": opgave.taal,
        "tolk": opgave.tolk,
        "geen_bsn": opgave.geen_bsn,
    }


def _keep_bsn(persoon: Persoon, bsn: str) -> None:
    """The database finds a number that is in use, also where nobody here may look."""
    versleuteld, zoeksleutel = encrypt_bsn(bsn), hash_bsn(bsn)
    bekend = Burgerservicenummer.objects.filter(persoon=persoon).first()
    try:
        with transaction.atomic():
            if bekend:
                bekend.versleuteld, bekend.zoeksleutel = versleuteld, zoeksleutel
                save_version(bekend, gelezen=bekend.versie, velden=["versleuteld", "zoeksleutel"])
            else:
                Burgerservicenummer.objects.create(
                    persoon=persoon,
                    gezin_id=persoon.gezin_id,
                    gemeente_id=persoon.gemeente_id,
                    versleuteld=versleuteld,
                    zoeksleutel=zoeksleutel,
                )
    except IntegrityError:
        bsn_in_use().enforce()


def _rename_chair(persoon: Persoon) -> None:
    stoel = Betrokkene.objects.filter(persoon=persoon).exclude(naam=str(persoon)).first()
    if stoel:
        stoel.naam = str(persoon)
        save_version(stoel, gelezen=stoel.versie, velden=["naam"])


def _end(adressen: Iterable[Adres], tot: date) -> None:
    for adres in adressen:
        adres.tot = tot
        save_version(adres, gelezen=adres.versie, velden=["tot"])


def _live(persoon: Persoon, opgave: Verhuisopgave) -> Adres:
    return Adres.objects.create(
        persoon=persoon,
        gezin_id=persoon.gezin_id,
        gemeente_id=persoon.gemeente_id,
        soort=opgave.soort,
        verblijfsoort=opgave.verblijf.value if opgave.verblijf else "",
        straat=opgave.straat,
        huisnummer=opgave.huisnummer,
        postcode=opgave.postcode,
        plaats=opgave.plaats,
        woongemeente=opgave.woongemeente,
        geheim=opgave.geheim,
        van=opgave.van,
    )
