"""A verwijzer asks, the backoffice makes a dossier, the kernteam decides: each by the person who does it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rondetafel.gezinnen.models import Geslacht, Gezin, Persoon
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.instroom.gegevens import (
    GESLACHT_VAN,
    Aanmeldopgave,
    Adresopgave,
    Dossieropgave,
    Gezagskeuze,
    Gezagsopgave,
    Ouderopgave,
    Persoonsopgave,
    Relatie,
    Triageopgave,
    Volwassene,
)
from rondetafel.instroom.models import Aanmelding
from rondetafel.instroom.operations import (
    ask_information,
    complete_dossier,
    decide_triage,
    register_aanmelding,
)
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.organisaties import GEMEENTEN, VOERENDAAL
from rondetafel.platform.demo.tijd import morning_of, on_day
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse, Triagefeiten
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.context import as_person

FEITEN = {
    Klasse.ENKELVOUDIG: (1, 1, 1, False),
    Klasse.MEERVOUDIG: (3, 2, 2, False),
    Klasse.MULTIPROBLEEM: (4, 3, 3, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeugdige:
    """Who it is about; `naam` is first name, prefix and surname, parted by '|'."""

    naam: str
    geboren: date
    geslacht: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouder:
    """An adult who raises the child; an `adres` of their own if they live elsewhere."""

    naam: str
    relatie: Relatie
    has_gezag: bool = True
    adres: str = ""
    taal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What a verwijzer wrote, and on which day."""

    door: str
    soort: Verwijzer
    op: date
    hulpvraag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Komst:
    """How a family came in. `adres` is street, number, postcode and place, parted by '|'.

    Without a `gebied` the family lives in Voerendaal. `voogd_gi` is the instelling that has gezag.
    """

    jeugdige: Jeugdige
    ouders: tuple[Ouder, ...]
    adres: str
    gebied: int | None
    vraag: Vraag
    is_geheim: bool = False
    voogd_gi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What the kernteam decided, on which day and for whom; `waarom` is needed for K3."""

    op: date
    klasse: Klasse
    kwadrant: Kwadrant
    regisseur: str
    product: str = ""
    waarom: str = ""


# The kernteam discusses a question within a week after the dossier came.
WEEK = timedelta(days=7)


def arrive(decor: Decor, komst: Komst, besluit: Besluit) -> Gezin:
    """Let a family come in all the way, up to and including the choice of a regisseur."""
    aanmelding = register(decor, komst)
    gezin = complete(decor, aanmelding, komst, op=besluit.op - WEEK)
    decide(decor, aanmelding, besluit)
    return gezin


def register(decor: Decor, komst: Komst) -> Aanmelding:
    """Let the verwijzer register the jeugdige."""
    vraag = komst.vraag
    voornaam, tussenvoegsel, achternaam = komst.jeugdige.naam.split("|")
    gemeente = decor.gebieden[komst.gebied].gemeente_id if komst.gebied else VOERENDAAL
    opgave = Aanmeldopgave(
        verwijzersoort=vraag.soort,
        gemeente=GEMEENTEN[gemeente],
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        achternaam=achternaam,
        geboortedatum=komst.jeugdige.geboren,
        geslacht=komst.jeugdige.geslacht,
        ouders=tuple(_as_ouderopgave(ouder) for ouder in komst.ouders),
        hulpvraag=vraag.hulpvraag,
        is_acuut=False,
        has_aanmeldbrief=True,
        has_inhoud=True,
        has_analyseverslag=False,
    )
    with on_day(vraag.op), as_person(decor.accounts[vraag.door], peildatum=vraag.op) as verwijzer:
        return register_aanmelding(opgave, door=verwijzer, peildatum=vraag.op)


def complete(decor: Decor, aanmelding: Aanmelding, komst: Komst, *, op: date) -> Gezin:
    """Let the backoffice make the dossier, and forward it to the kernteam."""
    opgave = Dossieropgave(
        kind=_as_persoon(komst.jeugdige.naam, _adres(komst.adres, komst), next(decor.bsns), komst.jeugdige),
        volwassenen=tuple(_as_volwassene(ouder, komst) for ouder in komst.ouders),
        voogd_gi=decor.organisaties[komst.voogd_gi].pk if komst.voogd_gi else None,
        has_aanmeldbrief=True,
        has_inhoud=True,
        has_analyseverslag=False,
    )
    with on_day(op), as_person(decor.accounts["bea"], peildatum=op) as backoffice:
        gezin = complete_dossier(
            aanmelding.pk, opgave=opgave, door=backoffice, peildatum=op, nu=morning_of(op)
        ).gezin
    assert gezin
    # What no form asks yet: the area of the family, and the language that somebody speaks.
    if komst.gebied:
        gezin.gebied = decor.gebieden[komst.gebied]
        gezin.save(update_fields=["gebied"])
    for ouder in komst.ouders:
        Persoon.objects.filter(gezin=gezin, voornaam=ouder.naam.partition("|")[0]).update(taal=ouder.taal)
    return gezin


def ask(decor: Decor, aanmelding: Aanmelding, vraag: str, *, op: date) -> None:
    """Let the backoffice ask the verwijzer what is missing."""
    with on_day(op), as_person(decor.accounts["bea"], peildatum=op) as backoffice:
        ask_information(aanmelding.pk, vraag=vraag, door=backoffice, peildatum=op, nu=morning_of(op))


def decide(decor: Decor, aanmelding: Aanmelding, besluit: Besluit) -> None:
    """Let the kernteam decide, as was suggested to it."""
    hulpvragen, leefgebieden, gezinsleden, is_zwaar = FEITEN[besluit.klasse]
    opgave = Triageopgave(
        feiten=Triagefeiten(
            hulpvragen=hulpvragen,
            leefgebieden=leefgebieden,
            gezinsleden_met_hulpvraag=gezinsleden,
            langdurig=is_zwaar,
            veiligheid_in_geding=is_zwaar,
        ),
        klasse=besluit.klasse,
        afwijking="",
        kwadranten=frozenset({besluit.kwadrant}),
        product_code=besluit.product,
        motivering=besluit.waarom,
        regisseur_id=decor.accounts[besluit.regisseur].pk,
    )
    with on_day(besluit.op), as_person(decor.accounts["miriam"], peildatum=besluit.op) as kernteam:
        decide_triage(aanmelding.pk, opgave=opgave, door=kernteam, peildatum=besluit.op)


def _as_ouderopgave(ouder: Ouder) -> Ouderopgave:
    voornaam, tussenvoegsel, achternaam = ouder.naam.split("|")
    return Ouderopgave(
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        achternaam=achternaam,
        relatie=ouder.relatie,
        has_gezag=Gezagsopgave.JA if ouder.has_gezag else Gezagsopgave.NEE,
        woont_bij_kind=not ouder.adres,
    )


def _as_volwassene(ouder: Ouder, komst: Komst) -> Volwassene:
    return Volwassene(
        persoon=replace(
            _as_persoon(ouder.naam, _adres(ouder.adres or komst.adres, komst)),
            geslacht=GESLACHT_VAN.get(ouder.relatie, Geslacht.ONBEKEND),
        ),
        relatie=ouder.relatie,
        email="",
        gezag=Gezagskeuze.OUDERLIJK if ouder.has_gezag else Gezagskeuze.GEEN,
    )


def _as_persoon(
    naam: str, adres: Adresopgave, bsn: str = "", jeugdige: Jeugdige | None = None
) -> Persoonsopgave:
    voornaam, tussenvoegsel, achternaam = naam.split("|")
    return Persoonsopgave(
        voornaam=voornaam,
        tussenvoegsel=tussenvoegsel,
        achternaam=achternaam,
        geboortedatum=jeugdige.geboren if jeugdige else None,
        geslacht=jeugdige.geslacht if jeugdige else "O",
        bsn=bsn,
        adres=adres,
    )


def _adres(adres: str, komst: Komst) -> Adresopgave:
    straat, huisnummer, postcode, plaats = adres.split("|")
    geheim = Geheim.JA if komst.is_geheim else Geheim.NEE
    return Adresopgave(straat=straat, huisnummer=huisnummer, postcode=postcode, plaats=plaats, geheim=geheim)
