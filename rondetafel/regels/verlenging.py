"""May a running akkoord zorg be extended?"""

from datetime import date
from functools import partial

from rondetafel.regels.datum import format_datum, format_looptijd, last_day_of
from rondetafel.regels.maatwerk import PAPIEREN, has_own_papers
from rondetafel.regels.maatwerkdag import require_next_rto
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.papieren import NAMEN
from rondetafel.regels.product import Bepaling
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.spreken import capitalise, say_length
from rondetafel.regels.verlengeisen import (
    require_evaluatie,
    require_papieren,
    require_rto,
    require_rto_of_maatwerk,
)
from rondetafel.regels.verlengingsvraag import Verlengingsvraag, last_day_of_extension
from rondetafel.regels.verlengsignalen import signal_alternatief, signal_not_asked, signal_plan

LOPEND_AKKOORD = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Na de einddatum loopt er niets meer dat verlengd kan worden",
)
LATER_EINDE = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Een verlenging eindigt later dan het akkoord dat verlengd wordt",
)


def assess_verlenging(vraag: Verlengingsvraag) -> Oordeel:
    return combine(
        require_running(vraag),
        require_later_end(vraag),
        *require_rto(vraag),
        *require_rto_of_maatwerk(vraag),
        require_next_rto(vraag),
        require_papieren(vraag),
        require_evaluatie(vraag),
        require_within_maximum(vraag),
        require_within_total(vraag),
        signal_long_extension(vraag),
        signal_late_request(vraag),
        signal_plan(vraag),
        signal_not_asked(vraag),
        signal_alternatief(vraag),
        feiten=partial(_word_feiten, vraag),
    )


@write_down(
    Regel(
        code="verlenging-loopt-nog",
        stap=Stap.VERLENGEN,
        vraag="Tot wanneer kunt u verlenging vragen?",
        tekst="Verlengen kan zolang de hulp loopt. Na de laatste dag is er een nieuw akkoord nodig.",
        voorbeeld="Hulp t/m 30 juni: op 30 juni vragen kan, op 1 juli niet meer.",
        bronnen=(LOPEND_AKKOORD,),
    )
)
def require_running(vraag: Verlengingsvraag) -> Reden | None:
    if vraag.ingediend_op <= vraag.einddatum:
        return None
    return Reden(
        tekst=f"Dit akkoord is al afgelopen op {format_datum(vraag.einddatum)}.",
        bron=LOPEND_AKKOORD,
        uitweg="Vraag een nieuw akkoord aan.",
    )


@write_down(
    Regel(
        code="verlenging-later-einde",
        stap=Stap.VERLENGEN,
        vraag="Is de nieuwe laatste dag later dan de oude?",
        tekst="Een verlenging maakt de hulp langer. De nieuwe laatste dag ligt na de oude.",
        voorbeeld="Hulp t/m 30 juni: verlengen t/m 1 juli kan, t/m 30 juni niet.",
        bronnen=(LATER_EINDE,),
    )
)
def require_later_end(vraag: Verlengingsvraag) -> Reden | None:
    if vraag.tot > vraag.einddatum:
        return None
    return Reden(
        tekst=f"Dit akkoord loopt al t/m {format_datum(vraag.einddatum)}.",
        bron=LATER_EINDE,
        uitweg=f"Kies een dag na {format_datum(vraag.einddatum)}.",
    )


@write_down(
    Regel(
        code="verlenging-maximum",
        stap=Stap.VERLENGEN,
        vraag="Hoe lang mag één verlenging zijn?",
        tekst="Een verlenging is nooit langer dan één akkoord van dit product mag zijn.",
        voorbeeld="Begeleiding groep t/m 30 juni: verlengen kan t/m 31 december (zes maanden), niet t/m 1 januari.",
        bepaling="maximum_maanden",
        tegenspraken=("F1", "F2", "F3"),
    )
)
def require_within_maximum(vraag: Verlengingsvraag) -> Reden | None:
    maximum = vraag.product.maximum_maanden
    if maximum is None:
        return None
    uiterste = last_day_of_extension(vraag.einddatum, maximum.waarde)
    if vraag.tot <= uiterste:
        return None
    return _too_long(f"{vraag.product.naam} gaat per keer tot {maximum} maanden.", maximum, uiterste)


@write_down(
    Regel(
        code="verlenging-totaal",
        stap=Stap.VERLENGEN,
        vraag="Hoe lang mag alles samen duren?",
        tekst=(
            "Bij sommige hulp staat ook hoe lang alles samen mag duren, vanaf de allereerste dag. "
            "Waar de bronnen geen grens noemen, bedenken wij er geen."
        ),
        voorbeeld="Behandeling individueel vanaf 1 januari: verlengen kan t/m 31 december, niet t/m 1 januari erna.",
        bepaling="totaal_maanden",
        tegenspraken=("F1",),
    )
)
def require_within_total(vraag: Verlengingsvraag) -> Reden | None:
    totaal = vraag.product.totaal_maanden
    if totaal is None:
        return None
    uiterste = last_day_of(vraag.eerste_startdatum, totaal.waarde)
    if vraag.tot <= uiterste:
        return None
    return _too_long(
        f"{vraag.product.naam} gaat vanaf {format_datum(vraag.eerste_startdatum)} "
        f"tot {totaal} maanden in totaal.",
        totaal,
        uiterste,
    )


@write_down(
    Regel(
        code="verlenging-gewone-duur",
        stap=Stap.VERLENGEN,
        vraag="Hoe lang duurt een verlenging meestal?",
        tekst="Het portfolio noemt een gewone duur. Langer mag, tot het maximum. Rondetafel vraagt dan waarom.",
        voorbeeld="Begeleiding t/m 30 juni: t/m 30 september is gewoon, t/m 1 oktober geeft een melding.",
        bepaling="verlenging_maanden",
        tegenspraken=("F2", "F3"),
    )
)
def signal_long_extension(vraag: Verlengingsvraag) -> Reden | None:
    # The portfolio names a usual length but does not refuse a longer one within the maximum.
    gewoon = vraag.product.verlenging_maanden
    if gewoon is None:
        return None
    uiterste = last_day_of_extension(vraag.einddatum, gewoon.waarde)
    if vraag.tot <= uiterste:
        return None
    return Reden(
        tekst=_with_contradiction(
            f"Een verlenging van {vraag.product.naam} duurt meestal {gewoon} maanden. "
            f"Dat is hier t/m {format_datum(uiterste)}.",
            gewoon,
        ),
        bron=gewoon.bron,
        blokkeert=False,
        uitweg="Schrijf op waarom langer nodig is.",
    )


@write_down(
    Regel(
        code="verlenging-op-tijd",
        stap=Stap.VERLENGEN,
        vraag="Wanneer vraagt de zorgaanbieder om verlenging?",
        tekst=(
            "{verlenging-vragen} voor het einde, met de papieren erbij. Bij maatwerk: {keuze:maatwerk-papieren} "
            "Te laat geeft een melding en geen weigering."
        ),
        voorbeeld="Hulp t/m 30 juni: gevraagd op 5 mei is op tijd, op 6 mei te laat.",
        bronnen=(
            Bron(
                document="productportfolio-2023-04-17",
                plek="Begeleiding groep, kolom JENS-HBC",
                regel="De zorgaanbieder vraagt acht weken voor het einde om verlenging",
            ),
        ),
        tegenspraken=("F4", "F6"),
    )
)
def signal_late_request(vraag: Verlengingsvraag) -> Reden | None:
    # The portfolio asks for eight weeks but does not say 'refuse', so we signal.
    laatste_dag = vraag.laatste_dag_om_te_vragen
    if vraag.ingediend_op <= laatste_dag:
        return None
    if has_own_papers(vraag.product, vraag.keuzes):
        lezing = vraag.keuzes["maatwerk-papieren"].lezing
        wanneer, bron = f"{say_length(vraag.normen[PAPIEREN])} voor het RTO", lezing.bron
    else:
        wanneer, bron = f"{say_length(vraag.norm)} voor het einde", vraag.norm.bron
    return Reden(
        tekst=(
            f"De vraag kwam op {format_datum(vraag.ingediend_op)}. "
            f"{capitalise(wanneer)} was {format_datum(laatste_dag)}."
        ),
        bron=bron,
        blokkeert=False,
        uitweg="Bespreek met de zorgaanbieder hoe de vraag de volgende keer op tijd komt.",
    )


def _word_feiten(vraag: Verlengingsvraag) -> dict[str, str]:
    papieren = "; ".join(
        f"{NAMEN[een.papier]} op {format_datum(een.ingeleverd_op)}" for een in vraag.ingeleverd
    )
    volgend = vraag.volgend_rto_op
    return {
        "Product": vraag.product.naam,
        "Looptijd nu": format_looptijd(vraag.startdatum, vraag.einddatum),
        "Gevraagd t/m": format_datum(vraag.tot),
        "Gevraagd op": format_datum(vraag.ingediend_op),
        "RTO": _word_rto(vraag),
        **({"RTO in de nieuwe looptijd": format_datum(volgend)} if volgend else {}),
        "Ingeleverd": papieren or "nog niets",
        "Evaluaties": ", ".join(map(format_datum, vraag.alle_evaluaties)) or "geen",
    }


def _word_rto(vraag: Verlengingsvraag) -> str:
    gehouden, afgesproken = vraag.gehouden_rto, vraag.afgesproken_rto
    delen = (
        f"gehouden op {format_datum(gehouden)}" if gehouden else "",
        f"afgesproken op {format_datum(afgesproken)}" if afgesproken else "",
    )
    return ", ".join(filter(None, delen)) or "niet gehouden en niet afgesproken"


def _too_long(tekst: str, grens: Bepaling[int], uiterste: date) -> Reden:
    return Reden(
        tekst=_with_contradiction(f"{tekst} Dat is hier t/m {format_datum(uiterste)}.", grens),
        bron=grens.bron,
        uitweg=f"Kies {format_datum(uiterste)} of eerder.",
    )


def _with_contradiction(tekst: str, bepaling: Bepaling[int]) -> str:
    if not bepaling.tegenspraak:
        return tekst
    return f"{tekst} De bronnen zijn het hier niet eens. {bepaling.tegenspraak}"
