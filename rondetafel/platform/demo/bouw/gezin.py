"""Who else belongs to the family, who sits at its table, and who reads along."""

from datetime import date, timedelta

from rondetafel.gezinnen.gegevens import Gezagseinde
from rondetafel.gezinnen.inzage import reading_rights_of
from rondetafel.gezinnen.models import (
    Betrokkene,
    Burgerservicenummer,
    Contact,
    Gezag,
    Gezin,
    Gezinsrol,
    Groep,
    Persoon,
    Regie,
)
from rondetafel.gezinnen.operations import add_betrokkene, correct_betrokkene, stop_gezag
from rondetafel.gezinnen.plichten import KIND
from rondetafel.gezinnen.verjaardagen import redraw_verjaardagen
from rondetafel.gezinsplan import plichten as gezinsplan
from rondetafel.kern import logboek
from rondetafel.kern.bsn import encrypt_bsn, hash_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.plichten import settle
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.instroom import Jeugdige
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.netwerk import Steun
from rondetafel.toegang.banden import open_band
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rechten import Onderdeel


def add_sibling(decor: Decor, gezin: Gezin, jeugdige: Jeugdige) -> Persoon:
    """Add a brother or sister of the child who was registered, under the same gezag, with a chair.

    No form asks for them yet, so these rows are written as they would be.
    """
    eerste = Gezag.objects.filter(gezin=gezin).order_by("created_at")
    gezag = [een for een in eerste if een.kind_id == eerste[0].kind_id]
    voornaam, tussenvoegsel, achternaam = jeugdige.naam.split("|")
    kind = Persoon.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        achternaam=achternaam,
        geboortedatum=jeugdige.geboren,
        geslacht=jeugdige.geslacht,
        rol=Gezinsrol.KIND,
    )
    _keep_bsn(kind, next(decor.bsns))
    redraw_verjaardagen(kind, peildatum=Regie.objects.get(gezin=gezin).van)
    for een in gezag:
        Gezag.objects.create(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            kind=kind,
            volwassene=een.volwassene,
            soort=een.soort,
            van=jeugdige.geboren,
        )
    Betrokkene.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        groep=Groep.GEZIN,
        naam=str(kind),
        relatie="kind",
        persoon=kind,
        van=stoel_of(gezin, "regisseur").van,
    )
    return kind


def stoel_of(gezin: Gezin, wie: str) -> Betrokkene:
    """Return the chair of somebody by their first name, or else by what they are at the table."""
    stoelen = gezin.betrokkene_set.select_related("persoon", "gezin")
    return stoelen.filter(naam__startswith=wie).first() or stoelen.get(relatie=wie)


def seat(
    decor: Decor, gezin: Gezin, naam: str, *, relatie: str, organisatie: str = "", op: date
) -> Betrokkene:
    """Let the regisseur give a chair to someone of the network, or of a profession with an organisation.

    Without a name the chair stays open.
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


def name_chair(decor: Decor, stoel: Betrokkene, naam: str, *, relatie: str, op: date) -> None:
    """Let the regisseur write who sits on a chair that was open."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=op) as regisseur:
        waarden = {"naam": naam, "relatie": relatie}
        correct_betrokkene(stoel.pk, gelezen=stoel.versie, waarden=waarden, door=regisseur, peildatum=op)


def tell_steun(decor: Decor, stoel: Betrokkene, *steun: Steun, op: date) -> None:
    """Let the regisseur write what someone gives, and that they stay when the help ends."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=op) as regisseur:
        waarden = {"steun": [een.value for een in steun], "is_blijvend": True}
        correct_betrokkene(stoel.pk, gelezen=stoel.versie, waarden=waarden, door=regisseur, peildatum=op)


def give_account(decor: Decor, stoel: Betrokkene, account: str) -> Betrokkene:
    """Give a chair the account that somebody has had for long; it opens nothing."""
    gebruiker = decor.accounts[account]
    stoel.gebruiker, stoel.email = gebruiker, gebruiker.email or ""
    stoel.save(update_fields=["gebruiker"])
    Contact.objects.update_or_create(
        betrokkene=stoel,
        defaults={"gezin_id": stoel.gezin_id, "gemeente_id": stoel.gemeente_id, "email": stoel.email},
    )
    return stoel


def let_read(decor: Decor, stoel: Betrokkene, account: str, *, op: date) -> None:
    """Let someone at the table read along with the account they have, as far as the rules give the right.

    What an invitation does, without the mail: the account was put into use long ago.
    """
    gebruiker = decor.accounts[account]
    give_account(decor, stoel, account)
    with on_day(op):
        for recht in reading_rights_of(stoel, op):
            open_band(stoel.gezin, gebruiker_id=gebruiker.pk, recht=recht, grond_id=stoel.pk)
        logboek.record(
            Gebeurtenis.ACCOUNT_GEOPEND,
            stoel,
            door=decor.wie(regisseur_of(decor, stoel.gezin)),
            onderdeel=Onderdeel.TOEGANG,
        )


def end_gezag(decor: Decor, stoel: Betrokkene, *, op: date) -> None:
    """A judge ended somebody's gezag; the regisseur writes it down the day after, and reading stops."""
    dag = op + timedelta(days=1)
    with on_day(dag), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=dag) as regisseur:
        for gezag in Gezag.objects.filter(volwassene=stoel.persoon):
            stop_gezag(gezag.pk, tot=op, reden=Gezagseinde.RECHTER, door=regisseur, peildatum=dag)


def end_regie(gezin: Gezin, *, tot: date) -> None:
    """Agree on the last day of the regie, with what rests on it."""
    regie = Regie.objects.get(gezin=gezin)
    regie.tot = tot
    regie.save(update_fields=["tot"])
    Band.objects.filter(grond_id=regie.pk).update(tot=tot)
    for bron in (gezinsplan.GEZIN, gezinsplan.DOEL, KIND):
        for rij in bron.model._default_manager.filter(**{"pk" if bron.model is Gezin else "gezin": gezin.pk}):
            settle(bron, rij.pk, peildatum=tot)


def look(decor: Decor, gezin: Gezin, account: str, onderdeel: Onderdeel, *, op: date) -> None:
    """Write that someone looked, as a page does: with the person, the part and the day."""
    inzage = logboek.Inzage(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, onderdeel=onderdeel)
    with on_day(op):
        logboek.record_looks([inzage], door=decor.wie(account))


def regisseur_of(decor: Decor, gezin: Gezin) -> str:
    """Return the short name of the one regisseur this family has had."""
    regisseur_id = Regie.objects.get(gezin=gezin).regisseur_id
    return next(sleutel for sleutel, account in decor.accounts.items() if account.pk == regisseur_id)


def _keep_bsn(kind: Persoon, nummer: str) -> None:
    Burgerservicenummer.objects.create(
        gezin_id=kind.gezin_id,
        gemeente_id=kind.gemeente_id,
        persoon=kind,
        versleuteld=encrypt_bsn(nummer),
        zoeksleutel=hash_bsn(nummer),
    )
