"""What do the rules say about an aanmelding, a dossier, a triage? The facts of this room put to each rule."""

from datetime import date

from rondetafel.gezinnen.models import Persoon
from rondetafel.instroom.gegevens import Aanmeldopgave, Dossieropgave, Triageopgave
from rondetafel.instroom.models import Aanmelding, Stand
from rondetafel.regels.aanmelding import Aanmeldvraag, Dossier, assess_aanmelding, assess_dossier
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.tellen import ACUUT
from rondetafel.regels.triage import (
    WIE_HEEFT_REGISSEUR,
    Regievraag,
    Regisseurbeleid,
    Triage,
    assess_regie,
    assess_triage,
    suggest_klasse,
)
from rondetafel.regels.verwijzers import Verwijzer

STAPPEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.1 Doorlooptijd start hulp jeugdigen",
    regel="Eerst het dossier, dan het kernteam, dan de hulp: elke stap één keer",
)
EEN_DOSSIER = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Een gezin heeft één plan, dus staat iemand in één dossier",
)


def judge_aanmelding(opgave: Aanmeldopgave, *, gemeenten: frozenset[str], peildatum: date) -> Oordeel:
    return assess_aanmelding(
        Aanmeldvraag(
            verwijzer=opgave.verwijzersoort,
            gemeente=opgave.gemeente,
            contractgemeenten=gemeenten,
            geboortedatum=opgave.geboortedatum,
            ontvangen_op=peildatum,
            motivatie_18_plus=opgave.motivatie_18_plus,
        )
    )


def judge_dossier(opgave: Dossieropgave, *, verwijzersoort: str) -> Oordeel:
    return assess_dossier(
        Dossier(
            verwijzer=Verwijzer(verwijzersoort),
            aanmeldbrief_aanwezig=opgave.has_aanmeldbrief,
            inhoud_aanwezig=opgave.has_inhoud,
            analyseverslag_aanwezig=opgave.has_analyseverslag,
            analyse=opgave.analyse,
            gezag_onbekend=() if opgave.is_gezag_known else (opgave.kind.voornaam,),
        )
    )


def judge_triage(opgave: Triageopgave, *, regisseur: str | None, peildatum: date) -> Oordeel:
    """Both questions at once, so that the kernteam hears everything that is missing in one go."""
    triage = assess_triage(
        Triage(
            voorstel=suggest_klasse(opgave.feiten),
            klasse=opgave.klasse,
            afwijkmotivatie=opgave.afwijking,
            kwadranten=opgave.kwadranten,
            motivatie_k3=opgave.motivering,
        )
    )
    if opgave.klasse is None:
        return triage
    beleid = Regisseurbeleid(catalogue_on(peildatum).keuze(WIE_HEEFT_REGISSEUR).gekozen)
    regie = assess_regie(Regievraag(klasse=opgave.klasse, regisseur=regisseur, beleid=beleid))
    return combine(*triage.redenen, *regie.redenen, feiten=dict(regie.feiten) | dict(triage.feiten))


def require_acuut(aanmelding: Aanmelding) -> Oordeel:
    """Only an acute question has to be picked up within a day, and only as long as it is with the backoffice."""
    if aanmelding.is_acuut:
        return require_stand(aanmelding, Stand.NIEUW, Stand.WACHT)
    return combine(
        Reden(
            tekst="Deze vraag is niet acuut.",
            bron=ACUUT,
            uitweg="Maak het dossier, of vraag wat er nog ontbreekt.",
        )
    )


def require_stand(aanmelding: Aanmelding, *standen: Stand) -> Oordeel:
    """Is the aanmelding where this step begins?"""
    if aanmelding.stand in standen:
        return combine()
    return combine(
        Reden(
            tekst=f"De aanmelding staat nu op: {aanmelding.get_stand_display()}. Deze stap past daar niet bij.",
            bron=STAPPEN,
            uitweg="Open de aanmelding opnieuw. Daar staat wat er nu kan.",
        )
    )


def require_no_dossier(aanmelding: Aanmelding) -> Oordeel:
    """A question of the kernteam puts the aanmelding on waiting again; the dossier is there all the same."""
    if aanmelding.doorgestuurd_op is None:
        return combine()
    return combine(
        Reden(
            tekst="Het dossier is er al. De aanmelding ligt bij het kernteam.",
            bron=STAPPEN,
            uitweg="Leg het antwoord van de verwijzer vast. Daarna kan het kernteam verder.",
        )
    )


def known_bsn(persoon: Persoon) -> Oordeel:
    """Someone with this BSN is in a dossier already; which one is not told."""
    return combine(
        Reden(
            tekst=f"Het BSN van {persoon.voornaam} staat al in een dossier. Er is niets bewaard.",
            bron=EEN_DOSSIER,
            uitweg=(
                "Kijk het nummer na. Klopt het? Dan is deze persoon al bekend: "
                "leg de aanmelding voor aan het kernteam, en maak geen tweede dossier."
            ),
        )
    )
