"""What must be there before help runs on: an RTO that counts, the papers, and an evaluation that is not too old?"""

from rondetafel.regels.datum import add_months, format_datum, format_looptijd
from rondetafel.regels.maatwerk import has_own_papers, is_maatwerk
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.overleg import Rto, assess_rto
from rondetafel.regels.papieren import NAMEN, papers_of_verlenging
from rondetafel.regels.product import Papier
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.verlengingsvraag import Verlengingsvraag

RTO_PLANNEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Met de vraag om verlenging plant de regisseur een RTO met iedereen, voor het akkoord afloopt",
)


@write_down(
    Regel(
        code="verlenging-rto",
        stap=Stap.VERLENGEN,
        vraag="Is er een RTO geweest?",
        tekst=(
            "Zonder RTO is er geen verlenging. Bij de vraag is het RTO gehouden, of er is een dag voor afgesproken "
            "in deze looptijd. Bij het besluit is het gehouden, keek het naar alle hulp samen en noemde het "
            "concrete doelen. Het gezin en de regisseur waren erbij."
        ),
        voorbeeld=(
            "Hulp van 1 januari t/m 30 juni, gevraagd op 5 mei: een RTO dat voor 30 juni is afgesproken is genoeg om "
            "te vragen. Verlengen kan als het is gehouden. Een RTO op 31 december ervoor telt niet."
        ),
        bepaling="rto_nodig",
        bronnen=(RTO_PLANNEN,),
    )
)
def require_rto(vraag: Verlengingsvraag) -> tuple[Reden, ...]:
    """An RTO that counts, held in this looptijd; one of an earlier looptijd does not count.

    The papers come weeks before the end and the RTO is planned with them, so that at the asking an agreed day will do.
    """
    if not vraag.product.rto_nodig.waarde or _rto_comes_after_papers(vraag):
        return ()
    if vraag.besluit_op is None and vraag.afgesproken_rto is not None:
        return ()
    held = [rto for rto in vraag.rtos if _held_within(vraag, rto)]
    oordelen = [assess_rto(rto) for rto in held]
    if any(oordeel.is_akkoord for oordeel in oordelen):
        return ()
    if held:
        latest = max(held, key=lambda rto: rto.gehouden_op or vraag.startdatum)
        return assess_rto(latest).redenen
    return (_missing_rto(vraag),)


@write_down(
    Regel(
        code="verlenging-rto-maatwerk",
        stap=Stap.VERLENGEN,
        vraag="Is het RTO bij maatwerk op de goede dag?",
        tekst=(
            "Voor het RTO van maatwerk geldt: {keuze:maatwerk-rto} De vraag om verlenging komt {maatwerk-papieren} "
            "daarvoor. Bij de vraag is het RTO dus nog gepland, bij het besluit is het gehouden."
        ),
        voorbeeld="Maatwerk t/m 31 maart: een RTO op 25 maart telt, een RTO op 24 maart niet.",
        bepaling="rto_bij_start",
        tegenspraken=("F4", "F5"),
    )
)
def require_rto_of_maatwerk(vraag: Verlengingsvraag) -> tuple[Reden, ...]:
    if not is_maatwerk(vraag.product):
        return ()
    lezing = vraag.keuzes["maatwerk-rto"].lezing
    van, tot = vraag.venster_rto
    van = van or vraag.startdatum
    dagen = [
        dag
        for rto in vraag.rtos
        if (dag := rto.gehouden_op or (rto.gepland_op if vraag.besluit_op is None else None))
    ]
    if any(van <= dag <= tot for dag in dagen):
        return ()
    return (
        Reden(
            tekst=(
                f"Bij {vraag.product.naam} is het RTO van {format_datum(van)} t/m {format_datum(tot)}. "
                "Zo'n RTO is er niet."
            ),
            bron=lezing.bron,
            uitweg="Plan het RTO op een van deze dagen, met het gezin, de regisseur en de zorgaanbieder.",
        ),
    )


@write_down(
    Regel(
        code="verlenging-papieren",
        stap=Stap.VERLENGEN,
        vraag="Welke papieren zijn er nodig?",
        tekst=(
            "De zorgaanbieder levert de evaluatie met de voortgang in, het plan van aanpak, en het gezinsplan dat "
            "met het gezin is besproken. Bij elk papier staat wie het inleverde en wanneer."
        ),
        voorbeeld="Zijn de evaluatie en het plan van aanpak er, en het gezinsplan niet, dan kan het nog niet.",
        bepaling="papieren_verlenging",
        tegenspraken=("F12", "F13"),
    )
)
def require_papieren(vraag: Verlengingsvraag) -> Reden | None:
    ontbreekt = vraag.ontbrekende_papieren
    if not ontbreekt:
        return None
    return Reden(
        tekst=f"Nog niet ingeleverd: {', '.join(NAMEN[papier] for papier in ontbreekt)}.",
        bron=papers_of_verlenging(vraag.product, vraag.keuzes).bron,
        uitweg="Leg vast wat er is. De zorgaanbieder levert het in.",
    )


@write_down(
    Regel(
        code="verlenging-evaluatie",
        stap=Stap.VERLENGEN,
        vraag="Welke evaluatie telt?",
        tekst=(
            "{keuze:verlenging-evaluatie} Een evaluatie telt niet meer als zij ouder is dan de tijd die bij het "
            "product staat."
        ),
        voorbeeld="Gevraagd op 1 mei: een evaluatie van 1 februari telt, een evaluatie van 31 januari niet.",
        bepaling="evaluatie_maanden",
        tegenspraken=("F6", "F7"),
    )
)
def require_evaluatie(vraag: Verlengingsvraag) -> Reden | None:
    """Says nothing while no evaluation is there at all: that is told with the papers."""
    lezing = vraag.keuzes["verlenging-evaluatie"].lezing
    if Papier.EVALUATIE not in vraag.gevraagde_papieren or not vraag.alle_evaluaties:
        return None
    if lezing.code == "eindevaluatie-vervroegd":
        if any(vraag.startdatum <= dag <= vraag.ingediend_op for dag in vraag.eindevaluaties):
            return None
        return Reden(
            tekst="De eindevaluatie is er nog niet.",
            bron=lezing.bron,
            uitweg="Doe de eindevaluatie eerder, samen met het gezin.",
        )
    maanden = vraag.product.evaluatie_maanden
    nieuwste = max(vraag.alle_evaluaties)
    if maanden is None or vraag.ingediend_op <= add_months(nieuwste, maanden.waarde):
        return None
    return Reden(
        tekst=f"De nieuwste evaluatie is van {format_datum(nieuwste)}. Dat is langer dan {maanden} maanden geleden.",
        bron=lezing.bron,
        uitweg="Evalueer de doelen eerst opnieuw met het gezin.",
    )


def _rto_comes_after_papers(vraag: Verlengingsvraag) -> bool:
    """Is this the asking for more maatwerk, which comes before the RTO that judges it?"""
    return vraag.besluit_op is None and has_own_papers(vraag.product, vraag.keuzes)


def _held_within(vraag: Verlengingsvraag, rto: Rto) -> bool:
    return rto.gehouden_op is not None and vraag.startdatum <= rto.gehouden_op <= vraag.einddatum


def _missing_rto(vraag: Verlengingsvraag) -> Reden:
    planned = [
        rto.gepland_op
        for rto in vraag.rtos
        if rto.gepland_op and not rto.gehouden_op and rto.gepland_op <= vraag.einddatum
    ]
    uitweg = f"Plan een RTO, uiterlijk op {format_datum(vraag.einddatum)}."
    if planned:
        uitweg = f"Leg vast dat het RTO van {format_datum(max(planned))} gehouden is."
    looptijd = format_looptijd(vraag.startdatum, vraag.einddatum)
    return Reden(
        tekst=f"Er is in deze looptijd ({looptijd}) nog geen RTO gehouden.",
        bron=vraag.product.rto_nodig.bron,
        uitweg=uitweg,
    )
