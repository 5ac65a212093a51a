"""How fast do the rules judge akkoorden, beside a rule engine that is given the same cases?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from time import process_time
from typing import TypeVar

from bench.gevallen import make_gevallen
from bench.motor import UITDRUKKINGEN, as_feiten, make_beslissing, make_vertaalde_beslissing
from bench.rekenen import show_number
from bench.vulling import prepare
from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import tell
from rondetafel.platform.mappen import VAR
from rondetafel.regels.akkoord import assess_akkoord
from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.catalogus import catalogue_on

PEILDATUM = date(2026, 11, 16)
STAPEL = 20_000
REGIO = 25_000
# How many times faster than the engine, used as its manual shows, the rules should be.
DOEL = 20
HANDLEIDING = "zen-engine zoals in de handleiding"
# The engine is asked about the first cases only: all of them would take it minutes and say the same.
MOTOREN = (
    (HANDLEIDING, make_beslissing, 10_000),
    ("zen-engine op zijn snelst", make_vertaalde_beslissing, 40_000),
)

Een = TypeVar("Een")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """Cases judged in so many seconds of processor time, and how many reasons were given."""

    gevallen: int
    redenen: int
    seconden: float

    @property
    def regels_per_seconde(self) -> float:
        return self.gevallen * len(UITDRUKKINGEN) / self.seconden

    @property
    def voor_een_regio(self) -> float:
        """Seconds for all akkoorden of a region."""
        return self.seconden * REGIO / self.gevallen


def measure(aantal: int) -> int:
    """Judge `aantal` cases, ask what is due today, and tell what it took; 1 when rules and engine disagree."""
    catalogus = catalogue_on(PEILDATUM)
    _report_all(judge(make_gevallen(catalogus, aantal), _count_reasons))
    eens = True
    for naam, make_motor, steekproef in MOTOREN:
        gevallen = min(steekproef, aantal)
        wij = judge(make_gevallen(catalogus, gevallen), _count_reasons)
        motor = judge(map(as_feiten, make_gevallen(catalogus, gevallen)), make_motor())
        _report_beside(naam, wij, motor)
        eens = eens and wij.redenen == motor.redenen
    with open_database(VAR):
        prepare()
        from bench import vandaag

        vandaag.measure(PEILDATUM)
    return not eens


def judge(gevallen: Iterable[Een], count: Callable[[Een], int]) -> Uitslag:
    """Count the reasons in every case. Making the cases is not part of the time."""
    gedaan, redenen, seconden = 0, 0, 0.0
    for stapel in _in_batches(gevallen):
        begin = process_time()
        redenen += sum(map(count, stapel))
        seconden += process_time() - begin
        gedaan += len(stapel)
    return Uitslag(gevallen=gedaan, redenen=redenen, seconden=seconden)


def _count_reasons(vraag: Akkoordvraag) -> int:
    return len(assess_akkoord(vraag).redenen)


def _in_batches(gevallen: Iterable[Een]) -> Iterator[Sequence[Een]]:
    rij = iter(gevallen)
    while stapel := list(islice(rij, STAPEL)):
        yield stapel


def _report_all(regels: Uitslag) -> None:
    tell(
        f"{_whole(regels.gevallen)} akkoorden, elk met {len(UITDRUKKINGEN)} regels: "
        f"{show_number(regels.seconden)} s, {_whole(regels.regels_per_seconde)} regels per seconde."
    )
    tell(f"De {_whole(REGIO)} akkoorden van een regio: {regels.voor_een_regio * 1000:.0f} ms.")


def _report_beside(naam: str, wij: Uitslag, motor: Uitslag) -> None:
    maal = wij.regels_per_seconde / motor.regels_per_seconde
    eens = "evenveel" if wij.redenen == motor.redenen else f"NIET evenveel ({_whole(motor.redenen)})"
    tell(
        f"{naam}, de eerste {_whole(motor.gevallen)} akkoorden: {_whole(motor.regels_per_seconde)} regels per "
        f"seconde. Wij: {_whole(wij.regels_per_seconde)}, dus {show_number(maal)} keer zo snel. "
        f"Redenen: {_whole(wij.redenen)}, {eens}."
    )
    if naam == HANDLEIDING:
        tell(f"Het doel is ten minste {DOEL} keer: {'gehaald' if maal >= DOEL else 'niet gehaald'}.")


def _whole(aantal: float) -> str:
    """Write a whole number with dots, as the Dutch do."""
    return f"{aantal:,.0f}".replace(",", ".")
