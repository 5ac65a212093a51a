"""When does a clock stand still? While what is needed has been asked for and has not come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rondetafel.regels.datum import holds_on
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.werkdagen import Kalender

WACHTEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.1 Doorlooptijd start hulp jeugdigen",
    regel="Is een aanvraag niet volledig of te kort, dan is eerst navraag nodig",
)
STILSTAND = Bron(
    document="rondetafel",
    plek="ADR 0020: termijnen en werkdagen",
    regel="Zolang de verwijzer iets moet aanvullen, staat de klok stil",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauze:
    """The days after `van` up to and including `tot` do not count; without `tot` it still waits.

    As with a term the day of the event is day 0: asked and answered on one day costs no day.
    """

    van: date
    tot: date | None

    def covers(self, datum: date) -> bool:
        return self.van < datum and holds_on(datum, self.van, self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorlooptijd:
    """How long something took in working days: all of them, and without those on which the clock stood still."""

    bruto: int
    netto: int


@write_down(
    Regel(
        code="klok-staat-stil",
        stap=Stap.AANMELDEN,
        vraag="Loopt de termijn door als de verwijzer nog iets moet aanvullen?",
        tekst=(
            "Nee. De klok staat stil vanaf de dag na de vraag tot en met de dag van het antwoord. Daarna "
            "loopt zij verder waar zij was. Wij bewaren beide: hoe lang het duurde, en hoe lang zonder het wachten."
        ),
        voorbeeld=(
            "Aangemeld op maandag 2 november 2026: het dossier is er op maandag 9 november. Vraagt de backoffice "
            "iets op dinsdag 3 november en komt het antwoord op donderdag 5 november, dan is het woensdag 11 november."
        ),
        bronnen=(WACHTEN, STILSTAND),
    )
)
def is_still(datum: date, pauzes: Sequence[Pauze]) -> bool:
    """Tell whether this day does not count because information is awaited."""
    return any(pauze.covers(datum) for pauze in pauzes)


def ended_pauzes(pauzes: Sequence[Pauze]) -> tuple[Pauze, ...]:
    """Leave out what still waits: how long that lasts nobody knows."""
    return tuple(pauze for pauze in pauzes if pauze.tot is not None)


def still_since(pauzes: Sequence[Pauze]) -> date | None:
    """Return since which day the clock stands still now, or None when it runs."""
    return min((pauze.van for pauze in pauzes if pauze.tot is None), default=None)


def lead_time(van: date, tot: date, kalender: Kalender, pauzes: Sequence[Pauze] = ()) -> Doorlooptijd:
    """Count the working days after `van` up to and including `tot`, with and without the pauses."""
    werkdagen = [dag for dag in _days_after(van, tot) if kalender.is_werkdag(dag)]
    return Doorlooptijd(bruto=len(werkdagen), netto=sum(not is_still(dag, pauzes) for dag in werkdagen))


def later(moment: datetime, duur: timedelta) -> datetime:
    """Return the moment so much clock time later, in the same zone.

    Counted in UTC, because a day on which the clock changes has 23 or 25 hours.

    :raises ValueError: for a moment without time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("Een moment heeft een tijdzone nodig.")
    return (moment.astimezone(UTC) + duur).astimezone(moment.tzinfo)


def _days_after(van: date, tot: date) -> list[date]:
    return [van + timedelta(days=nummer) for nummer in range(1, (tot - van).days + 1)]
