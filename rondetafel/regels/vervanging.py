"""May a colleague stand in for somebody who is away, and on which days does each tie pass on?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import DAG, Looptijd, format_datum, format_looptijd, last_day_of, overlaps
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

VERVANGER = Bron(
    document="jeugdwet",
    plek="artikel 7.3.11 lid 2 onder a",
    regel="Wie iemand vervangt die bij deze hulp hoort, leest mee, en niet meer dan dat werk vraagt",
)
EIGEN_KEUZE = Bron(
    document="rondetafel",
    plek="ADR 0032: vervanging",
    regel="Een collega in hetzelfde werk vervangt één ander, voor een tijd met een einde",
)
GEEN_BEKENDE = Bron(
    document="rondetafel",
    plek="ADR 0032: vervanging",
    regel="Wie een gezin kent als familie of bekende, vervangt daar niemand",
)

# A holiday, a leave or a spell at home. Who is away longer is no longer the regisseur of these families: they
# then get another one of their own, by a decision of the kernteam that they hear of.
LANGSTE_MAANDEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervangingsvraag:
    """Everything the rules below look at. What is not here cannot decide.

    `andere` are the absences of this person that were recorded before, `vervanger_weg` those of the one who
    would stand in. `verbanden` are the families in which the latter may be more than a colleague, in words;
    `is_nagegaan` says that somebody looked into them.
    """

    wie: str
    vervanger: str
    is_zelf: bool
    is_collega: bool
    van: date
    tot: date
    peildatum: date
    andere: tuple[Looptijd, ...] = ()
    vervanger_weg: tuple[Looptijd, ...] = ()
    works_elsewhere: bool = False
    verbanden: tuple[str, ...] = ()
    is_nagegaan: bool = False


def assess_vervanging(vraag: Vervangingsvraag) -> Oordeel:
    return combine(
        require_colleague(vraag),
        require_from_today(vraag),
        require_order(vraag),
        require_short(vraag),
        require_single(vraag),
        require_present(vraag),
        require_own_municipality(vraag),
        *(weigh_relation(vraag, woorden) for woorden in vraag.verbanden),
        feiten={
            "Afwezig": vraag.wie,
            "Vervanger": vraag.vervanger,
            "Dagen": format_looptijd(vraag.van, vraag.tot),
        },
    )


@write_down(
    Regel(
        code="wat-de-vervanger-overneemt",
        stap=Stap.PRIVACY,
        vraag="Op welke dagen leest de vervanger mee?",
        tekst=(
            "Op de dagen dat de afwezige zelf een band met het gezin heeft en afwezig is. Niet eerder en "
            "niet langer."
        ),
        voorbeeld=(
            "Lotte is van 1 tot en met 31 juli weg. Haar band met een gezin stopt op 10 juli. De "
            "vervanger leest daar mee van 1 tot en met 10 juli."
        ),
        bronnen=(VERVANGER,),
    )
)
def shared_days(band: Looptijd, vervanging: tuple[date, date]) -> tuple[date, date] | None:
    """Return the days (t/m) on which a tie passes on: those on which it holds and its owner is away.

    None when there are none. The trigger in the database says the same, and a test compares them.
    """
    if not overlaps(band, vervanging):
        return None
    tot = vervanging[1] if band[1] is None else min(band[1], vervanging[1])
    van = max(band[0], vervanging[0])
    return (van, tot) if van <= tot else None


def last_day_of_absence(van: date) -> date:
    """Return the last day (t/m) that may be recorded for an absence from `van` on."""
    return last_day_of(van, LANGSTE_MAANDEN)


@write_down(
    Regel(
        code="vervanging-stoppen",
        stap=Stap.PRIVACY,
        vraag="Is er nog iets te stoppen aan deze vervanging?",
        tekst=(
            "Een vervanging die voorbij is, hoeft niet te worden gestopt: de vervanger leest dan al niet "
            "meer mee."
        ),
        voorbeeld="De vervanging liep tot en met 14 juli. Op 15 juli valt er niets meer te stoppen.",
        bronnen=(EIGEN_KEUZE,),
    )
)
def assess_stoppen(van: date, tot: date, peildatum: date) -> Oordeel:
    """Is there anything left to stop? What was stopped before it began ends before its first day."""
    if van <= tot and peildatum <= tot:
        return combine()
    return combine(
        _no("Deze vervanging is al voorbij.", "U hoeft niets te doen: de vervanger leest niet mee.")
    )


def ended_on(van: date, peildatum: date) -> date:
    """Return the `tot` of a replacement that is stopped on `peildatum`: from that day on it holds no more.

    One that did not begin yet gets the day before its first day, and holds on no day at all.
    """
    return max(peildatum, van) - DAG


@write_down(
    Regel(
        code="vervanger-is-collega",
        stap=Stap.PRIVACY,
        vraag="Wie mag iemand vervangen?",
        tekst="Een collega met dezelfde rol bij dezelfde organisatie. Iemand vervangt nooit zichzelf.",
        voorbeeld=(
            "Lotte is regisseur. Een andere regisseur kan haar vervangen, iemand van de backoffice niet."
        ),
        bronnen=(VERVANGER, EIGEN_KEUZE),
    )
)
def require_colleague(vraag: Vervangingsvraag) -> Reden | None:
    if vraag.is_zelf:
        return _no("Iemand kan zichzelf niet vervangen.", "Kies een collega die hetzelfde werk doet.")
    if not vraag.is_collega:
        return Reden(
            tekst=f"{vraag.vervanger} doet niet hetzelfde werk als {vraag.wie}.",
            bron=VERVANGER,
            uitweg="Kies een collega met dezelfde rol, bij dezelfde organisatie.",
        )
    return None


@write_down(
    Regel(
        code="vervanging-niet-achteraf",
        stap=Stap.PRIVACY,
        vraag="Kan een vervanging achteraf ingaan?",
        tekst="Nee. De eerste dag is vandaag of later: meelezen gaat nooit achteraf in.",
        voorbeeld="Op 10 november vastleggen vanaf 8 november kan niet. Vanaf 10 november kan wel.",
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_from_today(vraag: Vervangingsvraag) -> Reden | None:
    if vraag.van >= vraag.peildatum:
        return None
    return _no(
        f"{format_datum(vraag.van)} is voorbij. Meelezen gaat nooit achteraf in.",
        f"Kies {format_datum(vraag.peildatum)} of later als eerste dag.",
    )


@write_down(
    Regel(
        code="vervanging-dagen-in-volgorde",
        stap=Stap.PRIVACY,
        vraag="Ligt de laatste dag van de vervanging na de eerste?",
        tekst="De laatste dag is dezelfde dag als de eerste, of later.",
        voorbeeld="Van 20 tot en met 18 november kan niet. Eén dag, van 20 tot en met 20 november, kan wel.",
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_order(vraag: Vervangingsvraag) -> Reden | None:
    if vraag.van <= vraag.tot:
        return None
    return _no(
        "De laatste dag ligt voor de eerste dag.", f"Kies {format_datum(vraag.van)} of later als laatste dag."
    )


@write_down(
    Regel(
        code="vervanging-hoe-lang",
        stap=Stap.PRIVACY,
        vraag="Hoe lang duurt een vervanging?",
        tekst=(
            "Ten hoogste drie maanden. Duurt het langer, dan kiest het kernteam iemand die de gezinnen "
            "overneemt."
        ),
        voorbeeld=(
            "Vanaf 1 december duurt een vervanging uiterlijk tot en met 28 februari, en in een "
            "schrikkeljaar tot en met 29 februari."
        ),
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_short(vraag: Vervangingsvraag) -> Reden | None:
    uiterste = last_day_of_absence(vraag.van)
    if vraag.tot <= uiterste:
        return None
    return _no(
        f"Een vervanging duurt ten hoogste {LANGSTE_MAANDEN} maanden. Dat is hier t/m {format_datum(uiterste)}.",
        "Kies een eerdere dag. Duurt het langer? Dan kiest het kernteam iemand die de gezinnen overneemt.",
    )


@write_down(
    Regel(
        code="een-vervanger-tegelijk",
        stap=Stap.PRIVACY,
        vraag="Is er in die dagen al een vervanger?",
        tekst="Op elke dag heeft iemand ten hoogste één vervanger.",
        voorbeeld=(
            "Er staat een vervanging van 1 tot en met 14 juli. Een tweede vanaf 10 juli kan niet, vanaf "
            "15 juli wel."
        ),
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_single(vraag: Vervangingsvraag) -> Reden | None:
    gevonden = _meets(vraag, vraag.andere)
    if gevonden is None:
        return None
    return _no(
        f"Voor {vraag.wie} is al een vervanging vastgelegd: {format_looptijd(*gevonden)}.",
        "Stop eerst die vervanging, of kies andere dagen.",
    )


@write_down(
    Regel(
        code="vervanger-is-er-zelf",
        stap=Stap.PRIVACY,
        vraag="Is de vervanger in die dagen zelf aan het werk?",
        tekst="Wie zelf afwezig is, kan niet vervangen. Anders zou er bij die gezinnen niemand zijn.",
        voorbeeld=(
            "Thijs is van 5 tot en met 9 augustus vrij. Hij kan Lotte niet vervangen van 1 tot en met 7 "
            "augustus."
        ),
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_present(vraag: Vervangingsvraag) -> Reden | None:
    """A tie passes on once: who is away themselves would leave these families without anybody."""
    gevonden = _meets(vraag, vraag.vervanger_weg)
    if gevonden is None:
        return None
    return _no(
        f"{vraag.vervanger} is dan zelf afwezig: {format_looptijd(*gevonden)}.",
        "Kies een andere collega, of andere dagen.",
    )


@write_down(
    Regel(
        code="vervanging-eigen-gemeente",
        stap=Stap.PRIVACY,
        vraag="Zijn alle gezinnen van deze persoon uit een gemeente waarvoor u werkt?",
        tekst="Wie een vervanging vastlegt voor een ander, doet dat alleen voor de eigen gemeenten.",
        voorbeeld=(
            "Lotte heeft ook gezinnen in Landgraaf. Een kernteamlid van alleen Heerlen kan haar "
            "vervanging niet vastleggen."
        ),
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_own_municipality(vraag: Vervangingsvraag) -> Reden | None:
    if not vraag.works_elsewhere:
        return None
    return _no(
        f"{vraag.wie} heeft ook gezinnen in een gemeente die niet van u is.",
        f"Vraag {vraag.wie} het zelf vast te leggen, of iemand van het kernteam die voor al die gemeenten werkt.",
    )


@write_down(
    Regel(
        code="vervanger-is-geen-bekende",
        stap=Stap.PRIVACY,
        vraag="Kent de vervanger een van de gezinnen als familie of bekende?",
        tekst=(
            "Het programma wijst aan wat kan wijzen op familie of een buur, zoals dezelfde achternaam. "
            "Iemand vraagt het na. Is het zo, dan wordt het een andere collega."
        ),
        voorbeeld=(
            "De vervanger heet De Vries, en in een gezin heet iemand ook De Vries. Pas na navragen kan "
            "de vervanging door."
        ),
        bronnen=(GEEN_BEKENDE,),
    )
)
def weigh_relation(vraag: Vervangingsvraag, woorden: str) -> Reden:
    """Only people can tell whether two of the same name are family: the rule points and asks."""
    return Reden(
        tekst=woorden,
        bron=GEEN_BEKENDE,
        blokkeert=not vraag.is_nagegaan,
        uitweg=f"Vraag het {vraag.vervanger}. Is het familie of een bekende? Kies dan een andere collega.",
    )


def _meets(vraag: Vervangingsvraag, andere: tuple[Looptijd, ...]) -> Looptijd | None:
    return next((een for een in andere if overlaps(een, (vraag.van, vraag.tot))), None)


def _no(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=EIGEN_KEUZE, uitweg=uitweg)
