"""The facts that people fill in: as an operation takes them, and as a browser posts them."""

from datetime import date

from rondetafel.gezinnen.schermen import Geheim
from rondetafel.instroom.gegevens import (
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
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse, Triagefeiten
from rondetafel.regels.verwijzers import Verwijzer

# From the range for tests; both pass the elfproef.
BSN_KIND, BSN_OUDER = "999900006", "999900018"

ESTHER = Ouderopgave(
    voornaam="Esther",
    achternaam="Vermeer",
    relatie=Relatie.MOEDER,
    geboortedatum=date(1985, 3, 2),
    has_gezag=Gezagsopgave.JA,
    woont_bij_kind=True,
    email="esther@voorbeeld.example",
    telefoon="045 000 00 00",
)
PETER = Ouderopgave(
    voornaam="Peter",
    achternaam="Janssen",
    relatie=Relatie.VADER,
    has_gezag=Gezagsopgave.ONBEKEND,
    woont_bij_kind=False,
)
AANMELDING = Aanmeldopgave(
    verwijzersoort=Verwijzer.HUISARTS,
    gemeente="Landgraaf",
    voornaam="Noor",
    achternaam="Vermeer",
    geboortedatum=date(2013, 5, 4),
    geslacht="V",
    ouders=(ESTHER, PETER),
    hulpvraag="Noor durft niet meer naar school.",
    is_acuut=False,
    has_aanmeldbrief=True,
    has_inhoud=True,
    has_analyseverslag=False,
)

ADRES = Adresopgave(
    straat="Lindelaan", huisnummer="12", postcode="6371 AA", plaats="Landgraaf", geheim=Geheim.NEE
)
ANDER_ADRES = Adresopgave(
    straat="Markt", huisnummer="1", postcode="6411 AB", plaats="Heerlen", geheim=Geheim.JA
)
DOSSIER = Dossieropgave(
    kind=Persoonsopgave(
        voornaam="Noor",
        tussenvoegsel="",
        achternaam="Vermeer",
        geboortedatum=date(2013, 5, 4),
        geslacht="V",
        bsn=BSN_KIND,
        adres=ADRES,
    ),
    volwassenen=(
        Volwassene(
            persoon=Persoonsopgave(
                voornaam="Esther",
                tussenvoegsel="",
                achternaam="Vermeer",
                geboortedatum=date(1985, 3, 2),
                geslacht="V",
                bsn=BSN_OUDER,
                adres=ADRES,
            ),
            relatie=Relatie.MOEDER,
            email="esther@voorbeeld.example",
            gezag=Gezagskeuze.OUDERLIJK,
        ),
        Volwassene(
            persoon=Persoonsopgave(
                voornaam="Peter",
                tussenvoegsel="",
                achternaam="Janssen",
                geboortedatum=None,
                geslacht="M",
                bsn="",
                adres=ANDER_ADRES,
            ),
            relatie=Relatie.VADER,
            email="",
            gezag=Gezagskeuze.GEEN,
        ),
    ),
    voogd_gi=None,
    has_aanmeldbrief=True,
    has_inhoud=True,
    has_analyseverslag=False,
)
FEITEN = Triagefeiten(
    hulpvragen=3,
    leefgebieden=2,
    gezinsleden_met_hulpvraag=1,
    langdurig=False,
    veiligheid_in_geding=False,
)


def triage(regisseur, **anders):
    """A decision that the rules accept, apart from what is different."""
    return Triageopgave(
        **{
            "feiten": FEITEN,
            "klasse": Klasse.MEERVOUDIG,
            "afwijking": "",
            "kwadranten": frozenset({Kwadrant.K1, Kwadrant.K3}),
            "product_code": "begeleiding-individueel",
            "motivering": "School en netwerk hielpen niet genoeg.",
            "regisseur_id": regisseur.pk,
        }
        | anders
    )


AANMELDFORM = {
    "voornaam": "Noor",
    "achternaam": "Vermeer",
    "geboortedatum": "04-05-2013",
    "geslacht": "V",
    "gemeente": "Landgraaf",
    "hulpvraag": "Noor durft niet meer naar school.",
    "is_acuut": "nee",
    "has_aanmeldbrief": "on",
    "has_inhoud": "on",
    "verwijzersoort": "huisarts",
    "ouder-TOTAL_FORMS": "4",
    "ouder-INITIAL_FORMS": "0",
    "ouder-0-voornaam": "Esther",
    "ouder-0-achternaam": "Vermeer",
    "ouder-0-relatie": "moeder",
    "ouder-0-has_gezag": "ja",
    "ouder-0-woont_bij_kind": "on",
    "ouder-0-email": "esther@voorbeeld.example",
}
DOSSIERFORM = {
    "voornaam": "Noor",
    "achternaam": "Vermeer",
    "geboortedatum": "04-05-2013",
    "geslacht": "V",
    "bsn": BSN_KIND,
    "straat": "Lindelaan",
    "huisnummer": "12",
    "postcode": "6371aa",
    "plaats": "Landgraaf",
    "geheim": "nee",
    "has_aanmeldbrief": "on",
    "has_inhoud": "on",
    "ouder-TOTAL_FORMS": "1",
    "ouder-INITIAL_FORMS": "1",
    "ouder-0-voornaam": "Esther",
    "ouder-0-achternaam": "Vermeer",
    "ouder-0-relatie": "moeder",
    "ouder-0-gezag": "ouderlijk",
    "ouder-0-woont_bij_kind": "on",
    "ouder-0-email": "esther@voorbeeld.example",
}
FEITENFORM = {
    "hulpvragen": "3",
    "leefgebieden": "2",
    "gezinsleden": "1",
    "langdurig": "nee",
    "veiligheid": "nee",
}
TRIAGEFORM = FEITENFORM | {
    "klasse": "meervoudig",
    "kwadranten": ["K1", "K3"],
    "motivering": "School en netwerk hielpen niet genoeg.",
    "product_code": "begeleiding-individueel",
}
