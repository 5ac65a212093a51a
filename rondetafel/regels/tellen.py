"""On which day does a term end? Forward or back, in working days, weeks or months, and in clock hours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from rondetafel.regels.catalogus import Catalogus, Norm, Tijdseenheid
from rondetafel.regels.datum import add_months
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.stilstand import Pauze, is_still, later
from rondetafel.regels.werkdagen import FEESTDAGEN, Kalender, step_days

WERKDAGEN_IN_WEEK = 5
TELLEN = Bron(
    document="rondetafel",
    plek="ADR 0020: termijnen en werkdagen",
    regel="De dag waarop iets gebeurt is dag nul; wie terugtelt, verschuift niet",
)
TERUG = Bron(
    document="algemene-termijnenwet",
    plek="artikel 1 lid 2",
    regel="Een termijn die terugtelt, schuift niet door",
)
ACUUT = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 12",
    regel="Een acute vraag wordt binnen 24 uur na de melding opgepakt",
)
EEN_WEEK = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.1 Doorlooptijd start hulp jeugdigen",
    regel="Het kernteam bespreekt een vraag binnen een week nadat die bij instroom kwam",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenbasis:
    """The norms that hold for a case and the calendar to count with."""

    catalogus: Catalogus
    kalender: Kalender


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachttijd:
    """A clock in hours stands still between these moments; without `tot` it still waits."""

    van: datetime
    tot: datetime | None


Tel = Callable[[date, Norm, Rekenbasis, Sequence[Pauze]], date]


@write_down(
    Regel(
        code="termijn-vooruit",
        stap=Stap.AANMELDEN,
        vraag="Hoe telt een termijn vooruit?",
        tekst=(
            "De dag waarop het begint is dag nul. Weken en dagen zijn kalenderdagen. Na maanden is het dezelfde "
            "dag, of de laatste dag van een korte maand. Staat bij de norm dat het einde doorschuift, dan wordt "
            "een einde op een vrije dag de eerste werkdag daarna."
        ),
        voorbeeld="Drie maanden na 30 november 2026 is 28 februari 2027.",
        bronnen=(TELLEN, FEESTDAGEN),
        tegenspraken=("F36",),
    )
)
def count_forward(datum: date, norm: Norm, basis: Rekenbasis, pauzes: Sequence[Pauze] = ()) -> date:
    """Return the last day of a term that runs from `datum`; the day itself is day 0.

    Days of `pauzes` do not count, for a norm whose clock stands still.

    :raises ValueError: for a norm in hours, which needs a moment, and for one in months that stands still.
    """
    stil = pauzes if norm.staat_stil else ()
    kalender = basis.kalender

    def counts(dag: date) -> bool:
        return not is_still(dag, stil)

    def works(dag: date) -> bool:
        return counts(dag) and kalender.is_werkdag(dag)

    match norm.eenheid:
        case Tijdseenheid.WERKDAGEN:
            einde = step_days(datum, norm.aantal, works)
        case Tijdseenheid.MAANDEN if not stil:
            einde = add_months(datum, norm.aantal)
        case _:
            einde = step_days(datum, length_of(norm).days, counts)
    if not norm.schuift_door or works(einde):
        return einde
    return step_days(einde, 1, works)


@write_down(
    Regel(
        code="termijn-terug",
        stap=Stap.VERLENGEN,
        vraag="Hoe telt een termijn terug vanaf het einde?",
        tekst=(
            "Van de einddatum af, in kalenderdagen. De dag verschuift nooit, ook niet in een weekend: dan is de "
            "laatste werkdag ervoor de laatste dag waarop er iemand is. De waarschuwing komt daarom eerder."
        ),
        voorbeeld=(
            "Acht weken voor 31 december 2023 is zondag 5 november. Vrijdag 3 november is de laatste werkdag."
        ),
        bronnen=(TERUG, TELLEN),
        tegenspraken=("F36",),
    )
)
def count_backward(datum: date, norm: Norm, basis: Rekenbasis, pauzes: Sequence[Pauze] = ()) -> date:
    """Return the last day of a term before `datum`; such a term is not moved over a weekend.

    :raises ValueError: for a norm in working days, months or hours, or one that stands still.
    """
    if norm.staat_stil:
        raise ValueError(f"De norm {norm.code!r} staat stil; dat past niet bij terugtellen.")
    return datum - length_of(norm)


@write_down(
    Regel(
        code="een-week",
        stap=Stap.TRIAGE,
        vraag="Hoe lang is 'binnen een week'?",
        tekst=(
            "Zeven dagen; valt het einde op een vrije dag, dan de eerste werkdag daarna. Wie 'een week' leest als "
            "vijf werkdagen, kan dat in de catalogus kiezen."
        ),
        voorbeeld=(
            "Komt een vraag op maandag 20 april 2026 bij het kernteam, dan is de laatste dag dinsdag 28 april: "
            "maandag is het Koningsdag."
        ),
        bronnen=(EEN_WEEK, TELLEN),
        tegenspraken=("F36",),
    )
)
def count_week(datum: date, norm: Norm, basis: Rekenbasis, pauzes: Sequence[Pauze] = ()) -> date:
    """Return the last day of a term of weeks that the source calls 'een week': days, or working days."""
    if basis.catalogus.keuze("week").gekozen == "vijf-werkdagen":
        norm = replace(norm, aantal=norm.aantal * WERKDAGEN_IN_WEEK, eenheid=Tijdseenheid.WERKDAGEN)
    return count_forward(datum, norm, basis, pauzes)


@write_down(
    Regel(
        code="acuut-24-uur",
        stap=Stap.AANMELDEN,
        vraag="Wanneer moet een acute vraag zijn opgepakt?",
        tekst=(
            "Binnen {acute-vraag} op de klok, ook in het weekend en ook als de klok wordt verzet. Wat zo lang niet kan "
            "wachten, gaat naar de crisisdienst. De klok van een acute vraag staat niet stil."
        ),
        voorbeeld=(
            "Gemeld op zaterdag 28 maart 2026 om 16.30 uur: opgepakt voor zondag 17.30 uur, want die nacht begint "
            "de zomertijd."
        ),
        bronnen=(ACUUT, TELLEN),
        tegenspraken=("F36",),
    )
)
def acute_moment(gemeld_at: datetime, norm: Norm, wachttijden: Sequence[Wachttijd] = ()) -> datetime:
    """Return the moment by which an acute question is picked up, in clock hours, in the same zone.

    What was waited is added for a norm whose clock stands still; what still waits adds nothing yet.

    :raises ValueError: for a moment without time zone or a norm in another unit.
    """
    if norm.eenheid is not Tijdseenheid.UREN:
        raise ValueError(f"De norm {norm.code!r} is niet in uren.")
    einde = later(gemeld_at, timedelta(hours=norm.aantal))
    for wacht in sorted(wachttijden, key=lambda wacht: wacht.van) if norm.staat_stil else ():
        if wacht.tot and gemeld_at <= wacht.van < einde:
            einde = later(einde, wacht.tot - wacht.van)
    return einde


def length_of(norm: Norm) -> timedelta:
    """Return how long a term in weeks or days is.

    :raises ValueError: for another unit, which has no fixed length in days.
    """
    if norm.eenheid is Tijdseenheid.WEKEN:
        return timedelta(weeks=norm.aantal)
    if norm.eenheid is Tijdseenheid.DAGEN:
        return timedelta(days=norm.aantal)
    raise ValueError(f"De norm {norm.code!r} in {norm.eenheid} past niet bij deze termijn.")
