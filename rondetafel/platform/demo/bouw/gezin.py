"""Who belongs to the family, who decides for a child, who sits at the table, and who reads along."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from rondetafel.gezinnen.inzage import reading_right_of
from rondetafel.gezinnen.models import (
    Adres,
    Betrokkene,
    Burgerservicenummer,
    Gezag,
    GezagSoort,
    Gezin,
    Gezinsrol,
    Groep,
    Persoon,
    Regie,
)
from rondetafel.gezinnen.operations import add_betrokkene, correct_betrokkene, invite_betrokkene
from rondetafel.kern import logboek
from rondetafel.kern.bsn import encrypt_bsn, hash_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.nummers import Reeks, next_number
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.organisaties import VOERENDAAL
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.banden import Leesrecht, open_band
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid


def make_gezin(decor: Decor, *, gebied: int | None, op: date) -> Gezin:
    """Make the dossier of a family on day `op`; without a gebied it lives in Voerendaal."""
    plek = decor.gebieden[gebied] if gebied else None
    with on_day(op):
        gezin = Gezin.objects.create(
            nummer=next_number(Reeks.GEZIN), gemeente_id=plek.gemeente_id if plek else VOERENDAAL, gebied=plek
        )
        logboek.record(
            Gebeurtenis.DOSSIER_AANGEMAAKT, gezin, door=decor.wie("bea"), onderdeel=Onderdeel.GEZIN
        )
    return gezin


def add_kind(decor: Decor, gezin: Gezin, naam: str, *, geboren: date, geslacht: str) -> Persoon:
    """Add a child with a BSN and a chair; `naam` is first name, prefix and surname, parted by '|'."""
    kind = _add_persoon(gezin, naam, rol=Gezinsrol.KIND, geboortedatum=geboren, geslacht=geslacht)
    nummer = next(decor.bsns)
    Burgerservicenummer.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        persoon=kind,
        versleuteld=encrypt_bsn(nummer),
        zoeksleutel=hash_bsn(nummer),
    )
    _seat_persoon(kind, relatie="dochter" if geslacht == "V" else "zoon")
    return kind


def add_volwassene(gezin: Gezin, naam: str, *, relatie: str, geslacht: str, taal: str = "") -> Persoon:
    """Add a parent, or another adult who raises the child, with a chair."""
    rol = Gezinsrol.OUDER if relatie in ("moeder", "vader") else Gezinsrol.ANDERS
    persoon = _add_persoon(gezin, naam, rol=rol, geslacht=geslacht, taal=taal)
    _seat_persoon(persoon, relatie=relatie)
    return persoon


def add_adres(persoon: Persoon, adres: str, *, van: date | None, is_geheim: bool = False) -> Adres:
    """Note where someone lives; `adres` is street, number, postcode and place, parted by '|'."""
    assert van, "of everybody in a story who gives a day, it is known"
    straat, huisnummer, postcode, plaats = adres.split("|")
    return Adres.objects.create(
        gezin=persoon.gezin,
        gemeente_id=persoon.gemeente_id,
        persoon=persoon,
        straat=straat,
        huisnummer=huisnummer,
        postcode=postcode,
        plaats=plaats,
        van=van,
        is_geheim=is_geheim,
    )


def give_gezag(kinderen: Iterable[Persoon], *volwassenen: Persoon, tot: date | None = None) -> None:
    """Note that each of these adults decides for each of these children, from birth on."""
    for kind in kinderen:
        assert kind.geboortedatum
        for volwassene in volwassenen:
            Gezag.objects.create(
                gezin_id=kind.gezin_id,
                gemeente_id=kind.gemeente_id,
                kind=kind,
                volwassene=volwassene,
                soort=GezagSoort.OUDERLIJK,
                van=kind.geboortedatum,
                tot=tot,
            )


def give_voogdij(kind: Persoon, *, van: date) -> None:
    """Note that a gecertificeerde instelling is voogd of this child."""
    Gezag.objects.create(
        gezin_id=kind.gezin_id, gemeente_id=kind.gemeente_id, kind=kind, soort=GezagSoort.VOOGDIJ_GI, van=van
    )


def seat(
    decor: Decor, gezin: Gezin, naam: str, *, relatie: str, organisatie: str = "", op: date
) -> Betrokkene:
    """Give someone of the network a chair, or of a profession when there is an organisation.

    Without a name the chair stays open. The regisseur of that day does it.
    """
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, gezin)], peildatum=op) as regisseur:
        return add_betrokkene(
            gezin.pk,
            groep=Groep.BEROEP if organisatie else Groep.NETWERK,
            naam=naam,
            relatie=relatie,
            organisatie=organisatie,
            door=regisseur,
            peildatum=op,
        )


def invite(decor: Decor, stoel: Betrokkene, email: str, *, op: date) -> None:
    """Let the regisseur invite someone by mail who has no account yet."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=op) as regisseur:
        correct_betrokkene(
            stoel.pk, gelezen=stoel.versie, waarden={"email": email}, door=regisseur, peildatum=op
        )
        invite_betrokkene(stoel.pk, door=regisseur, peildatum=op)


def seat_account(gezin: Gezin, account: str, *, decor: Decor, relatie: str, op: date) -> Betrokkene:
    """Give a professional with an account a chair."""
    gebruiker = decor.accounts[account]
    organisatie = next(
        (een.naam for een in decor.organisaties.values() if een.pk == gebruiker.organisatie_id), ""
    )
    return Betrokkene.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        groep=Groep.BEROEP,
        naam=gebruiker.naam,
        relatie=relatie,
        organisatie=organisatie,
        email=gebruiker.email,
        gebruiker=gebruiker,
        van=op,
    )


def start_regie(decor: Decor, gezin: Gezin, regisseur: str, *, van: date, tot: date | None = None) -> Regie:
    """Make someone the regisseur: the regie itself, a chair, and access that rests on it."""
    regie = Regie.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        regisseur=decor.accounts[regisseur],
        van=van,
        tot=tot,
    )
    seat_account(gezin, regisseur, decor=decor, relatie="regisseur", op=van)
    open_band(
        gezin,
        gebruiker_id=regie.regisseur_id,
        recht=Leesrecht(hoedanigheid=Hoedanigheid.REGISSEUR, grond=Grond.REGIE, van=van, tot=tot),
        grond_id=regie.pk,
    )
    return regie


def let_read(decor: Decor, stoel: Betrokkene, account: str, *, op: date) -> None:
    """Let someone at the table read along with their account, as far as the rules give the right."""
    gebruiker = decor.accounts[account]
    stoel.gebruiker, stoel.email = gebruiker, gebruiker.email
    stoel.save(update_fields=["gebruiker", "email"])
    with on_day(op):
        open_band(
            stoel.gezin, gebruiker_id=gebruiker.pk, recht=reading_right_of(stoel, op), grond_id=stoel.pk
        )
        logboek.record(
            Gebeurtenis.ACCOUNT_GEOPEND,
            stoel,
            door=decor.wie(regisseur_of(decor, stoel.gezin)),
            onderdeel=Onderdeel.TOEGANG,
        )


def look(decor: Decor, gezin: Gezin, account: str, onderdeel: Onderdeel, *, op: date) -> None:
    """Write that someone looked, as a page does: with the person, the part and the day."""
    inzage = logboek.Inzage(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, onderdeel=onderdeel)
    with on_day(op):
        logboek.record_looks([inzage], door=decor.wie(account))


def regisseur_of(decor: Decor, gezin: Gezin) -> str:
    """Return the short name of the one regisseur this family has had."""
    regisseur_id = Regie.objects.get(gezin=gezin).regisseur_id
    return next(sleutel for sleutel, account in decor.accounts.items() if account.pk == regisseur_id)


def _add_persoon(gezin: Gezin, naam: str, **velden: object) -> Persoon:
    voornaam, tussenvoegsel, achternaam = naam.split("|")
    return Persoon.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        achternaam=achternaam,
        **velden,
    )


def _seat_persoon(persoon: Persoon, *, relatie: str) -> None:
    Betrokkene.objects.create(
        gezin=persoon.gezin,
        gemeente_id=persoon.gemeente_id,
        groep=Groep.GEZIN,
        naam=str(persoon),
        relatie=relatie,
        persoon=persoon,
        van=localdate(persoon.gezin.created_at),
    )
