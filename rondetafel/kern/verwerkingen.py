"""Why do we hold data about people, and on what ground? One Verwerking per purpose; a model names its own.

From these, and from the class Privacy of every model, the register of article 30 AVG is drawn. The
grounds are our reading and have to be confirmed by a lawyer and the organisation's privacy officer.
"""

from dataclasses import dataclass

from rondetafel.regels import bewaren
from rondetafel.regels.bewaren import Bewaartermijn
from rondetafel.regels.oordeel import Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerking:
    """One purpose: about whom, on which ground, shared with whom, kept how long (None: for good).

    `grondslag` is the ground in AVG article 6, `wet` the law that gives the task, and
    `uitzondering` what lifts the ban on special categories, where those are held. Who reads it follows from the
    rights to `onderdeel`, where it is a part of the dossier; `ontvangers` adds what no right says.
    """

    naam: str
    doel: str
    grondslag: Bron | None
    wet: Bron | None = None
    uitzondering: Bron | None = None
    betrokkenen: str
    onderdeel: str = ""
    ontvangers: str = ""
    bewaren: Bewaartermijn | None


WETTELIJKE_PLICHT = Bron(
    document="avg",
    plek="artikel 6 lid 1 onder c",
    regel="Het mag als een wet het verplicht",
)
PUBLIEKE_TAAK = Bron(
    document="avg",
    plek="artikel 6 lid 1 onder e",
    regel="Het mag als het nodig is voor een taak die een wet aan de overheid geeft",
)
HULPVERLENING = Bron(
    document="avg",
    plek="artikel 9 lid 2 onder h",
    regel="Gegevens over gezondheid mogen als hulp ze nodig heeft, en wie ze leest moet zwijgen",
)
DOSSIERPLICHT = Bron(
    document="jeugdwet",
    plek="artikel 7.3.8",
    regel="Wie jeugdhulp geeft, houdt een dossier bij, voor zover dat nodig is",
)
KLACHTRECHT = Bron(
    document="jeugdwet",
    plek="artikel 4.2.1",
    regel="Wie hulp geeft, heeft een regeling voor klachten en handelt ze af",
)
INLICHTEN = Bron(
    document="jeugdwet",
    plek="artikel 7.3.11 lid 4",
    regel="Wie helpt, geeft de instelling die toezicht houdt wat die nodig heeft, ook zonder toestemming",
)
GEHEIMHOUDING = Bron(
    document="jeugdwet",
    plek="artikel 7.3.11",
    regel="Anderen lezen alleen mee met toestemming, of als zij zelf deze hulp geven",
)
PLAN = Bron(
    document="jeugdwet",
    plek="artikel 4.1.2",
    regel="Een gezin krijgt eerst zelf de kans een plan te maken",
)
BSN_PLICHT = Bron(
    document="jeugdwet",
    plek="artikel 7.2.1 tot en met 7.2.4",
    regel="In de jeugdhulp is het gebruik van het BSN verplicht",
)
MELDCODEPLICHT = Bron(
    document="jeugdwet",
    plek="artikel 4.1.7",
    regel="Wie jeugdhulp geeft, werkt met een meldcode en legt vast wat daarmee gebeurt",
)
VERWIJSINDEX_WET = Bron(
    document="jeugdwet",
    plek="artikel 7.1.4.1",
    regel="Een signaal mag zonder toestemming, bij een redelijk vermoeden op een van de gronden in de wet",
)
BELEIDSINFORMATIE = Bron(
    document="jeugdwet",
    plek="artikel 7.4.3",
    regel="Over de gegeven hulp worden cijfers geleverd",
)
BEVEILIGING = Bron(
    document="avg",
    plek="artikel 32",
    regel="Gegevens worden beveiligd, en dat is te controleren",
)

_GEZIN = "jeugdigen, ouders en anderen in het gezin"

AANMELDING = Verwerking(
    naam="Aanmelden en triage",
    doel="een hulpvraag ontvangen, beoordelen en de juiste plek vinden",
    grondslag=PUBLIEKE_TAAK,
    wet=DOSSIERPLICHT,
    uitzondering=HULPVERLENING,
    betrokkenen=f"{_GEZIN}, en de verwijzer",
    onderdeel="aanmelding",
    ontvangers="ook de verwijzer zelf",
    bewaren=bewaren.DOSSIER,
)
GEZIN = Verwerking(
    naam="Het gezin en wie erbij horen",
    doel="weten om wie het gaat, wie gezag heeft en wie aan tafel zit",
    grondslag=WETTELIJKE_PLICHT,
    wet=DOSSIERPLICHT,
    betrokkenen=f"{_GEZIN}, het netwerk en professionals",
    onderdeel="gezin",
    ontvangers="ieder voor zover de band dat geeft",
    bewaren=bewaren.DOSSIER,
)
ADRES = Verwerking(
    naam="Adressen",
    doel="weten waar iemand woont of verblijft, voor brieven en voor de gemeente die betaalt",
    grondslag=PUBLIEKE_TAAK,
    wet=DOSSIERPLICHT,
    betrokkenen=_GEZIN,
    onderdeel="adres",
    bewaren=bewaren.DOSSIER,
)
AFSCHERMING = Verwerking(
    naam="Afschermen",
    doel="iemand veilig houden: wat de een van de ander niet mag weten",
    grondslag=WETTELIJKE_PLICHT,
    wet=GEHEIMHOUDING,
    betrokkenen=_GEZIN,
    onderdeel="afscherming",
    ontvangers="nooit degene voor wie het is afgeschermd",
    bewaren=bewaren.DOSSIER,
)
BSN = Verwerking(
    naam="Burgerservicenummer",
    doel="zeker weten dat gegevens bij de juiste persoon horen",
    grondslag=WETTELIJKE_PLICHT,
    wet=BSN_PLICHT,
    betrokkenen=_GEZIN,
    onderdeel="bsn",
    bewaren=bewaren.DOSSIER,
)
GEZINSPLAN = Verwerking(
    naam="Gezinsplan en overleg",
    doel="samen doelen kiezen, acties afspreken en daarover overleggen",
    grondslag=WETTELIJKE_PLICHT,
    wet=PLAN,
    uitzondering=HULPVERLENING,
    betrokkenen=f"{_GEZIN} en wie aan tafel zit",
    onderdeel="plan",
    ontvangers="ieder voor zover de band dat geeft",
    bewaren=bewaren.DOSSIER,
)
EIGENDOSSIER = Verwerking(
    naam="Eigen dossier van elke organisatie",
    doel="opschrijven wat de eigen collega's nodig hebben om goed te helpen, los van het plan",
    grondslag=WETTELIJKE_PLICHT,
    wet=DOSSIERPLICHT,
    uitzondering=HULPVERLENING,
    betrokkenen=_GEZIN,
    onderdeel="eigendossier",
    ontvangers="alleen wie bij dezelfde organisatie werkt en nu met het gezin werkt",
    bewaren=bewaren.DOSSIER,
)
HULP = Verwerking(
    naam="Hulp toekennen en volgen",
    doel="hulp toekennen, verlengen en stoppen, en zien of zij werkt",
    grondslag=WETTELIJKE_PLICHT,
    wet=DOSSIERPLICHT,
    uitzondering=HULPVERLENING,
    betrokkenen=_GEZIN,
    onderdeel="zorg",
    ontvangers="ieder voor zover de band dat geeft",
    bewaren=bewaren.DOSSIER,
)
TOEGANG = Verwerking(
    naam="Wie mag meelezen",
    doel="vastleggen wie een dossier mag lezen, waarom en tot wanneer",
    grondslag=WETTELIJKE_PLICHT,
    wet=GEHEIMHOUDING,
    betrokkenen="iedereen die mag meelezen",
    onderdeel="toegang",
    bewaren=bewaren.DOSSIER,
)
MAATREGEL = Verwerking(
    naam="Maatregelen van de kinderrechter",
    doel="weten welke instelling een maatregel uitvoert, tot wanneer, en wie daardoor meeleest of beslist",
    grondslag=WETTELIJKE_PLICHT,
    wet=INLICHTEN,
    betrokkenen="kinderen met een maatregel, en wie die uitvoert",
    ontvangers="het gezin, de regisseur, de jeugdbeschermer, de aanbieder en het kernteam",
    bewaren=bewaren.DOSSIER,
)
DOCUMENTEN = Verwerking(
    naam="Papieren",
    doel="brieven, verslagen en foto's die voor de hulp nodig zijn bij elkaar houden en delen",
    grondslag=WETTELIJKE_PLICHT,
    wet=DOSSIERPLICHT,
    uitzondering=HULPVERLENING,
    betrokkenen=f"{_GEZIN}, en wie het papier noemt",
    onderdeel="document",
    ontvangers="alleen wie het papier bracht en de regisseur, tot het met meer mensen is gedeeld",
    bewaren=bewaren.DOSSIER,
)
ACCOUNTS = Verwerking(
    naam="Accounts en inloggen",
    doel="weten wie er inlogt en dat zeker weten",
    grondslag=WETTELIJKE_PLICHT,
    wet=BEVEILIGING,
    betrokkenen="iedereen met een account",
    ontvangers="collega's zien naam en functie; niemand leest de geheimen",
    bewaren=bewaren.ACCOUNT,
)
LOGBOEK = Verwerking(
    naam="Logboek",
    doel="nagaan wie iets deed of bekeek, met welk doel en met welke uitkomst",
    grondslag=WETTELIJKE_PLICHT,
    wet=BEVEILIGING,
    betrokkenen="wie inlogt, en over wie het dossier gaat",
    onderdeel="logboek",
    ontvangers="van het eigen gezin, of met een opdracht om toe te zien",
    bewaren=bewaren.LOGBOEK,
)
KLACHTEN = Verwerking(
    naam="Klachten",
    doel="een klacht op tijd oppakken, afhandelen en beantwoorden, los van het dossier",
    grondslag=WETTELIJKE_PLICHT,
    wet=KLACHTRECHT,
    uitzondering=HULPVERLENING,
    betrokkenen="wie klaagt",
    ontvangers="wie klaagt, en de functionaris beveiliging als klachtenfunctionaris",
    bewaren=bewaren.KLACHT,
)
BERICHTEN = Verwerking(
    naam="Mail over het werk",
    doel="iemand laten weten dat er iets klaarstaat, zonder te zeggen wat of over wie",
    grondslag=PUBLIEKE_TAAK,
    wet=GEHEIMHOUDING,
    betrokkenen="iedereen met een account of een uitnodiging",
    ontvangers="de ontvanger en diens mailaanbieder",
    bewaren=bewaren.POST,
)
INRICHTING = Verwerking(
    naam="Inrichting, zonder gegevens over personen",
    doel="de app laten werken: gemeenten, organisaties, lijsten om uit te kiezen",
    grondslag=None,
    betrokkenen="niemand",
    ontvangers="iedereen die inlogt",
    bewaren=None,
)
CIJFERS = Verwerking(
    naam="Cijfers en verantwoording",
    doel="tellen hoeveel hulp er is en of zij werkt, uit dezelfde dossiers en zonder namen",
    grondslag=WETTELIJKE_PLICHT,
    wet=BELEIDSINFORMATIE,
    betrokkenen="jeugdigen, als aantallen",
    onderdeel="cijfers",
    bewaren=bewaren.DOSSIER,
)

VEILIGHEID = Verwerking(
    naam="Zorgen om veiligheid",
    doel="de meldcode volgen: zorgen opschrijven, wegen, besluiten en de veiligheid inschatten",
    grondslag=WETTELIJKE_PLICHT,
    wet=MELDCODEPLICHT,
    uitzondering=HULPVERLENING,
    betrokkenen="jeugdigen, ouders en anderen over wie zorgen zijn",
    ontvangers="alleen de leden van het dossier, na opgave van een reden",
    bewaren=bewaren.DOSSIER,
)
VERWIJSINDEX = Verwerking(
    naam="Signalen in de verwijsindex (staat standaard uit)",
    doel="vastleggen dat een kind is gesignaleerd, zodat hulpverleners elkaar vinden",
    grondslag=PUBLIEKE_TAAK,
    wet=VERWIJSINDEX_WET,
    uitzondering=HULPVERLENING,
    betrokkenen="jeugdigen",
    ontvangers="wie het signaal gaf, en wie over hetzelfde kind een signaal gaf",
    bewaren=bewaren.SIGNAAL,
)

# In the order in which the register shows them.
REGISTER = (
    AANMELDING,
    GEZIN,
    ADRES,
    AFSCHERMING,
    BSN,
    GEZINSPLAN,
    EIGENDOSSIER,
    HULP,
    DOCUMENTEN,
    TOEGANG,
    MAATREGEL,
    ACCOUNTS,
    VEILIGHEID,
    VERWIJSINDEX,
    LOGBOEK,
    KLACHTEN,
    BERICHTEN,
    CIJFERS,
    INRICHTING,
)
