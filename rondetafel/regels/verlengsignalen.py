"""What is told when help is to run on, and stops nothing: an old plan, who was not asked, an alternative not found."""

from rondetafel.regels.datum import add_months, format_datum
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.overleg import ALLEN_AAN_TAFEL
from rondetafel.regels.product import Papier
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.spreken import say_length
from rondetafel.regels.verlengingsvraag import Verlengingsvraag

PLAN_VAN_NU = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Bij een nieuwe aanvraag hoort een plan dat nu klopt en met iedereen is besproken",
)
ALTERNATIEF = "logeren-alternatief"


@write_down(
    Regel(
        code="verlenging-plan-van-nu",
        stap=Stap.VERLENGEN,
        vraag="Is het plan van nu?",
        tekst=(
            "Bij een verlenging hoort een plan dat klopt. Het is in deze looptijd vastgesteld, en niet voor de "
            "nieuwste evaluatie. Is het ouder, dan ziet u dat; het houdt de verlenging niet tegen."
        ),
        voorbeeld=(
            "Hulp vanaf 1 januari, geëvalueerd op 1 april: een plan van 1 april is goed, een plan van 31 maart geeft "
            "een melding."
        ),
        bronnen=(PLAN_VAN_NU,),
    )
)
def signal_plan(vraag: Verlengingsvraag) -> Reden | None:
    if Papier.GEZINSPLAN not in vraag.gevraagde_papieren:
        return None
    sinds = max((vraag.startdatum, *vraag.evaluaties))
    if vraag.plan_op is not None and vraag.plan_op >= sinds:
        return None
    van = f"is van {format_datum(vraag.plan_op)}" if vraag.plan_op else "is nog niet vastgesteld"
    return Reden(
        tekst=f"Het plan {van}. Bij een verlenging hoort een plan van {format_datum(sinds)} of later.",
        bron=PLAN_VAN_NU,
        blokkeert=False,
        uitweg="Bespreek het plan met het gezin en stel het opnieuw vast.",
    )


@write_down(
    Regel(
        code="verlenging-rto-gevraagd",
        stap=Stap.VERLENGEN,
        vraag="Is de zorgaanbieder voor het RTO gevraagd?",
        tekst=(
            "Het RTO is met alle partijen. Is wie de hulp geeft niet gevraagd voor een RTO in deze looptijd, dan "
            "ziet u dat. Het RTO telt nog wel. Wie wel gevraagd was en niet kwam, staat er ook bij."
        ),
        voorbeeld=(
            "Tom geeft de hulp en stond niet op de lijst voor het RTO: een melding. Tom was gevraagd en ziek: geen."
        ),
        bronnen=(ALLEN_AAN_TAFEL,),
    )
)
def signal_not_asked(vraag: Verlengingsvraag) -> Reden | None:
    dagen = ((rto, rto.gehouden_op or rto.gepland_op) for rto in vraag.rtos)
    rtos = [rto for rto, dag in dagen if dag and vraag.startdatum <= dag <= vraag.einddatum]
    if vraag.uitvoerder is None or not rtos or any(vraag.uitvoerder in rto.gevraagd for rto in rtos):
        return None
    return Reden(
        tekst="Wie deze hulp geeft, is niet gevraagd voor het RTO.",
        bron=ALLEN_AAN_TAFEL,
        blokkeert=False,
        uitweg="Vraag de zorgaanbieder erbij, of bespreek apart wat er is afgesproken.",
    )


@write_down(
    Regel(
        code="verlenging-alternatief",
        stap=Stap.VERLENGEN,
        vraag="Is er een andere oplossing dan logeren?",
        tekst=(
            "Binnen {logeren-alternatief} is er iets anders dat het gezin rust geeft. Duurt het logeren met deze "
            "verlenging langer, dan ziet u dat. Geen bron noemt een grens voor alles samen, dus het mag."
        ),
        voorbeeld="Logeren vanaf 1 januari: verlengen t/m 31 maart geeft geen melding, t/m 1 april wel.",
        bepaling="zonder_alternatief",
    )
)
def signal_alternatief(vraag: Verlengingsvraag) -> Reden | None:
    bepaling, norm = vraag.product.zonder_alternatief, vraag.normen[ALTERNATIEF]
    if bepaling is None or not bepaling.waarde:
        return None
    if vraag.tot < add_months(vraag.eerste_startdatum, norm.aantal):
        return None
    return Reden(
        tekst=(
            f"{vraag.product.naam} is er sinds {format_datum(vraag.eerste_startdatum)}. Binnen {say_length(norm)} is "
            "er een andere oplossing."
        ),
        bron=norm.bron,
        blokkeert=False,
        uitweg="Schrijf op waarom er nog geen andere oplossing is, en wie daaraan werkt.",
    )
