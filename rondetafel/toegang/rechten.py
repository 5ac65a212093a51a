"""Who may do what? The one table of rights: what each touches, whether it writes, and who holds it."""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.toegang.rollen import Hoedanigheid, Rol


class Onderdeel(StrEnum):
    """A part of a family's data that is opened or closed as a whole."""

    GEZIN = "gezin"
    ADRES = "adres"
    BSN = "bsn"
    AFSCHERMING = "afscherming"
    AANMELDING = "aanmelding"
    PLAN = "plan"
    # The plan as it was adopted last, for who reads nothing else of it (ADR 0040).
    VASTGESTELD = "vastgesteld"
    ACTIE = "actie"
    ZORG = "zorg"
    TOEGANG = "toegang"
    DELEN = "delen"
    LOGBOEK = "logboek"
    TERMIJN = "termijn"
    DOCUMENT = "document"
    CIJFERS = "cijfers"
    TOEZICHT = "toezicht"
    NOODKNOP = "noodknop"
    # Of one organisation: the right alone opens nothing of another.
    EIGENDOSSIER = "eigendossier"
    # Opened by no right: only who is a member of a dossier reads it, in a database role of its own.
    VEILIGHEID = "veiligheid"


class Soort(StrEnum):
    LEZEN = "lezen"
    SCHRIJVEN = "schrijven"


@dataclass(frozen=True, slots=True)
class Regel:
    """One right: which parts it touches, reading or writing, and who holds it, by rol or by tie."""

    omschrijving: str
    soort: Soort
    raakt: frozenset[Onderdeel]
    houders: frozenset[Rol | Hoedanigheid]


class Recht(StrEnum):
    GEZIN_LEZEN = "gezin_lezen"
    ADRES_LEZEN = "adres_lezen"
    BSN_LEZEN = "bsn_lezen"
    AFSCHERMING_LEZEN = "afscherming_lezen"
    AANMELDING_LEZEN = "aanmelding_lezen"
    PLAN_LEZEN = "plan_lezen"
    VASTGESTELD_LEZEN = "vastgesteld_lezen"
    ZORG_LEZEN = "zorg_lezen"
    TOEGANG_LEZEN = "toegang_lezen"
    LOGBOEK_LEZEN = "logboek_lezen"
    TERMIJN_LEZEN = "termijn_lezen"
    DOCUMENT_LEZEN = "document_lezen"
    CIJFERS_LEZEN = "cijfers_lezen"
    TOEZICHT_LEZEN = "toezicht_lezen"
    NOODKNOP_LEZEN = "noodknop_lezen"
    EIGENDOSSIER_LEZEN = "eigendossier_lezen"
    AANMELDEN = "aanmelden"
    DOSSIER_AANMAKEN = "dossier_aanmaken"
    TRIEREN = "trieren"
    TAFEL_DEKKEN = "tafel_dekken"
    REGIE_OVERDRAGEN = "regie_overdragen"
    DELEN = "delen"
    AFSCHERMEN = "afschermen"
    PLAN_BEWERKEN = "plan_bewerken"
    PLAN_BEANTWOORDEN = "plan_beantwoorden"
    EIGENDOSSIER_SCHRIJVEN = "eigendossier_schrijven"
    ACTIE_AFVINKEN = "actie_afvinken"
    DOEL_EVALUEREN = "doel_evalueren"
    OVERLEG_PLANNEN = "overleg_plannen"
    INTAKE_LOPEN = "intake_lopen"
    DATUM_ZEGGEN = "datum_zeggen"
    AKKOORD_GEVEN = "akkoord_geven"
    BRIEF_VASTLEGGEN = "brief_vastleggen"
    VERLENGING_VRAGEN = "verlenging_vragen"
    VERLENGING_GEVEN = "verlenging_geven"
    ZORG_STOPPEN = "zorg_stoppen"
    AFWIJKING_SLUITEN = "afwijking_sluiten"
    VEILIGHEID_BEGINNEN = "veiligheid_beginnen"
    VERWIJSINDEX_SIGNALEREN = "verwijsindex_signaleren"
    DOCUMENT_DELEN = "document_delen"
    ACCOUNT_HERSTELLEN = "account_herstellen"
    FORMAT_BEHEREN = "format_beheren"
    NOODKNOP_GEBRUIKEN = "noodknop_gebruiken"
    NOODKNOP_BEOORDELEN = "noodknop_beoordelen"
    VERVANGING_REGELEN = "vervanging_regelen"
    KLACHT_INDIENEN = "klacht_indienen"
    KLACHT_BEHANDELEN = "klacht_behandelen"


def _lezen(omschrijving: str, onderdeel: Onderdeel, *houders: Rol | Hoedanigheid) -> Regel:
    return Regel(omschrijving, Soort.LEZEN, frozenset({onderdeel}), frozenset(houders))


def _schrijven(omschrijving: str, raakt: set[Onderdeel], *houders: Rol | Hoedanigheid) -> Regel:
    return Regel(omschrijving, Soort.SCHRIJVEN, frozenset(raakt), frozenset(houders))


R, H, D = Rol, Hoedanigheid, Onderdeel
_FAMILIE = (H.OUDER, H.JEUGDIGE)
_HULP = (H.REGISSEUR, H.AANBIEDER)
# Both work for a gecertificeerde instelling; the voogd has gezag, so decides and reads as who has it.
_MAATREGEL = (H.JEUGDBESCHERMER, H.VOOGD)

RECHTEN: dict[Recht, Regel] = {
    Recht.GEZIN_LEZEN: _lezen(
        "zien wie er bij een gezin horen",
        D.GEZIN,
        *_HULP,
        *_MAATREGEL,
        *_FAMILIE,
        H.NETWERK,
        H.NOODLEZER,
        R.KERNTEAM,
        R.BACKOFFICE,
        R.GEMEENTE,
    ),
    Recht.ADRES_LEZEN: _lezen("adressen zien", D.ADRES, H.REGISSEUR, H.NOODLEZER, R.BACKOFFICE),
    Recht.BSN_LEZEN: _lezen("het BSN zien", D.BSN, H.REGISSEUR, R.BACKOFFICE),
    Recht.AFSCHERMING_LEZEN: _lezen(
        "zien wat voor wie is afgeschermd, en geheime adressen", D.AFSCHERMING, H.REGISSEUR, R.BACKOFFICE
    ),
    Recht.AANMELDING_LEZEN: _lezen(
        "een aanmelding lezen", D.AANMELDING, H.REGISSEUR, R.KERNTEAM, R.BACKOFFICE
    ),
    Recht.PLAN_LEZEN: _lezen(
        "het plan lezen, met de overleggen en de evaluaties",
        D.PLAN,
        *_HULP,
        *_MAATREGEL,
        *_FAMILIE,
        H.NETWERK,
        H.NOODLEZER,
        R.KERNTEAM,
    ),
    Recht.VASTGESTELD_LEZEN: _lezen(
        "het plan lezen zoals het het laatst samen is vastgesteld", D.VASTGESTELD, R.GEMEENTE
    ),
    Recht.ZORG_LEZEN: _lezen(
        "zien welke hulp er is",
        D.ZORG,
        *_HULP,
        *_MAATREGEL,
        *_FAMILIE,
        H.NETWERK,
        H.NOODLEZER,
        R.KERNTEAM,
        R.BACKOFFICE,
        R.GEMEENTE,
    ),
    Recht.TOEGANG_LEZEN: _lezen(
        "zien wie mag meelezen", D.TOEGANG, *_HULP, *_MAATREGEL, *_FAMILIE, R.KERNTEAM
    ),
    Recht.LOGBOEK_LEZEN: _lezen(
        "zien wie er keek", D.LOGBOEK, H.REGISSEUR, H.VOOGD, *_FAMILIE, R.AUDITOR, R.BEVEILIGING
    ),
    Recht.TERMIJN_LEZEN: _lezen("zien wat er moet gebeuren", D.TERMIJN, *_HULP, R.KERNTEAM, R.BACKOFFICE),
    Recht.DOCUMENT_LEZEN: _lezen(
        "papieren lezen die met u gedeeld zijn", D.DOCUMENT, *_HULP, *_MAATREGEL, *_FAMILIE
    ),
    Recht.CIJFERS_LEZEN: _lezen("cijfers zonder namen zien", D.CIJFERS, R.DIRECTIE, R.GEMEENTE, R.KERNTEAM),
    Recht.TOEZICHT_LEZEN: _lezen("opvallend kijken zien", D.TOEZICHT, R.BEVEILIGING),
    Recht.NOODKNOP_LEZEN: _lezen("zien dat de noodknop is gebruikt", D.NOODKNOP, H.REGISSEUR, R.BEVEILIGING),
    Recht.EIGENDOSSIER_LEZEN: _lezen(
        "het dossier van de eigen organisatie lezen", D.EIGENDOSSIER, *_HULP, *_MAATREGEL
    ),
    Recht.AANMELDEN: _schrijven("een jeugdige aanmelden", set(), R.VERWIJZER),
    Recht.DOSSIER_AANMAKEN: _schrijven(
        "van een aanmelding een dossier maken",
        {D.AANMELDING, D.GEZIN, D.ADRES, D.BSN, D.TERMIJN},
        R.BACKOFFICE,
    ),
    Recht.TRIEREN: _schrijven(
        "de triage doen en een regisseur kiezen",
        {D.AANMELDING, D.GEZIN, D.TOEGANG, D.TERMIJN},
        R.KERNTEAM,
    ),
    Recht.TAFEL_DEKKEN: _schrijven(
        "bepalen wie er aan tafel zit, en de gegevens van het gezin bijhouden",
        {D.GEZIN, D.ADRES, D.BSN, D.TOEGANG, D.DELEN},
        H.REGISSEUR,
    ),
    # The kernteam does it when the regisseur no longer can.
    Recht.REGIE_OVERDRAGEN: _schrijven(
        "de regie overdragen aan een collega", {D.GEZIN, D.TOEGANG}, H.REGISSEUR, R.KERNTEAM
    ),
    Recht.DELEN: _schrijven("beslissen wie er meeleest", {D.DELEN}, H.VOOGD, *_FAMILIE),
    Recht.AFSCHERMEN: _schrijven(
        "gegevens voor iemand afschermen", {D.AFSCHERMING, D.ADRES}, H.REGISSEUR, R.BACKOFFICE
    ),
    Recht.PLAN_BEWERKEN: _schrijven(
        "doelen en acties opschrijven", {D.PLAN, D.ACTIE, D.TERMIJN}, H.REGISSEUR
    ),
    # From one's own chair; the regisseur for whoever sits at the table.
    Recht.PLAN_BEANTWOORDEN: _schrijven(
        "zeggen of u het eens bent met het plan", {D.ACTIE}, *_HULP, *_MAATREGEL, *_FAMILIE
    ),
    Recht.EIGENDOSSIER_SCHRIJVEN: _schrijven(
        "schrijven in het dossier van de eigen organisatie", {D.EIGENDOSSIER}, *_HULP, *_MAATREGEL
    ),
    Recht.ACTIE_AFVINKEN: _schrijven("een actie afvinken", {D.ACTIE}, *_HULP, *_MAATREGEL, *_FAMILIE),
    # Of a goal of one's own; the regisseur of any goal.
    Recht.DOEL_EVALUEREN: _schrijven(
        "opschrijven hoe het met een eigen doel gaat", {D.ACTIE}, *_HULP, *_MAATREGEL, *_FAMILIE
    ),
    Recht.OVERLEG_PLANNEN: _schrijven("een overleg plannen en vastleggen", {D.PLAN, D.TERMIJN}, *_HULP),
    Recht.INTAKE_LOPEN: _schrijven(
        "de stappen van de intake doen en kiezen wie er komen", {D.ACTIE}, H.REGISSEUR, *_FAMILIE
    ),
    # For the own chair; who walks the intake may note it for everyone.
    Recht.DATUM_ZEGGEN: _schrijven(
        "zeggen op welke dagen u bij een overleg kunt zijn", {D.ACTIE}, *_HULP, *_MAATREGEL, *_FAMILIE
    ),
    Recht.AKKOORD_GEVEN: _schrijven(
        "een akkoord zorg geven", {D.ZORG, D.GEZIN, D.TOEGANG, D.TERMIJN}, R.KERNTEAM
    ),
    Recht.BRIEF_VASTLEGGEN: _schrijven(
        "vastleggen dat de brief van aanbod is verstuurd en wie tekende", {D.ZORG, D.TERMIJN}, R.BACKOFFICE
    ),
    Recht.VERLENGING_VRAGEN: _schrijven("verlenging vragen", {D.ZORG, D.TERMIJN}, *_HULP),
    Recht.VERLENGING_GEVEN: _schrijven(
        "over een verlenging beslissen", {D.ZORG, D.GEZIN, D.TOEGANG, D.TERMIJN}, R.KERNTEAM
    ),
    Recht.ZORG_STOPPEN: _schrijven("hulp stoppen", {D.ZORG, D.TOEGANG, D.TERMIJN}, *_HULP),
    Recht.AFWIJKING_SLUITEN: _schrijven("opvallend kijken nagaan en afsluiten", {D.TOEZICHT}, R.BEVEILIGING),
    Recht.VEILIGHEID_BEGINNEN: _schrijven("een dossier veiligheid beginnen", set(), *_HULP, R.AANDACHT),
    Recht.VERWIJSINDEX_SIGNALEREN: _schrijven("een kind signaleren in de verwijsindex", set(), *_HULP),
    Recht.DOCUMENT_DELEN: _schrijven("papieren toevoegen en delen", {D.DOCUMENT}, *_HULP, *_FAMILIE),
    Recht.ACCOUNT_HERSTELLEN: _schrijven(
        "iemand weer laten inloggen die de tweede stap kwijt is", set(), R.BEHEERDER
    ),
    Recht.FORMAT_BEHEREN: _schrijven("een nieuwe doelenmatrix maken", set(), R.BEHEERDER),
    # Opens by a function of the database that finds one person; it touches no part by itself.
    Recht.NOODKNOP_GEBRUIKEN: _schrijven("de noodknop gebruiken", set(), R.REGISSEUR),
    Recht.NOODKNOP_BEOORDELEN: _schrijven(
        "beoordelen of de noodknop terecht is gebruikt", {D.NOODKNOP}, R.BEVEILIGING
    ),
    # The ties follow by themselves, so that it touches no part of any family.
    Recht.VERVANGING_REGELEN: _schrijven(
        "vastleggen wie iemand vervangt", set(), R.REGISSEUR, R.AANBIEDER, R.KERNTEAM
    ),
    # Kept apart from every family, so that it touches no part of one; who works may take it in for somebody.
    Recht.KLACHT_INDIENEN: _schrijven(
        "een klacht indienen", set(), *_HULP, *_MAATREGEL, *_FAMILIE, H.NETWERK
    ),
    Recht.KLACHT_BEHANDELEN: _schrijven("klachten lezen en behandelen", {D.TOEZICHT}, R.BEVEILIGING),
}


def may_in_general(wie: Rol | Hoedanigheid, onderdeel: Onderdeel, soort: Soort) -> bool:
    """Does any right give this rol or hoedanigheid this kind of access to this part?

    A rol and a hoedanigheid may bear the same name, so the type counts as well.
    """
    return any(
        regel.soort is soort and onderdeel in regel.raakt and holds(wie, regel) for regel in RECHTEN.values()
    )


def holds(wie: Rol | Hoedanigheid, regel: Regel) -> bool:
    """Is this rol or hoedanigheid among the holders of one right?"""
    return any(type(houder) is type(wie) and houder == wie for houder in regel.houders)


def rollen_with(recht: Recht) -> frozenset[Rol]:
    return frozenset(houder for houder in RECHTEN[recht].houders if isinstance(houder, Rol))


def hoedanigheden_with(recht: Recht) -> frozenset[Hoedanigheid]:
    return frozenset(houder for houder in RECHTEN[recht].houders if isinstance(houder, Hoedanigheid))
