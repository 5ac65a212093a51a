"""Who gets care from when until when? One course per child, counted out so that the figures hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from rondetafel.platform.demo.bevolking.cijfers import (
    JAARBEGIN,
    JAAREINDE,
    JEUGDIGEN,
    NIEUW_PER_KWARTAAL,
    WACHTENDEN,
    Jeugdigen,
)
from rondetafel.platform.demo.organisaties import GEBIEDSTEAMS
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG, last_day_of

KWARTALEN = ((1, 1), (4, 1), (7, 1), (10, 1))
KWARTAALBEGIN = (*(date(2020, maand, dag) for maand, dag in KWARTALEN), date(2021, 1, 1), date(2021, 4, 1))
# A new child that leaves again within the year is the smaller part of those who leave.
VERTREK_ONDER_NIEUWEN = 0.3
SPECIALISTEN = {
    "begeleiding-individueel": ("De Linde", "Het Kompas"),
    "begeleiding-groep": ("De Linde", "Zorgboerderij 't Veld"),
    "behandeling-individueel": ("Het Kompas", "Praktijk Nova"),
    "behandeling-groep": ("Het Kompas",),
}
LANGSTE_BEHANDELING, LANGSTE_WACHT = timedelta(days=360), timedelta(days=75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """One akkoord: a product at an organisation, `van` up to and including `tot`.

    `gepland_tot` is the last day that was granted beforehand; a gebiedsteam has none.
    """

    product: str
    kwadrant: str
    organisatie: str
    van: date
    tot: date
    gepland_tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """The course of one child: registered, perhaps waiting, and then in care from `van` up to and including `tot`."""

    gemeente: int
    van: date
    tot: date
    ontvangen_op: date
    wacht_van: date | None = None
    perioden: tuple[Periode, ...] = field(default=())


def lay_out(lot: Random) -> list[Loop]:
    """Return the course of every child, in care during 2020 or waiting at its end."""
    lopen = [loop for gemeente, aantal in JEUGDIGEN.items() for loop in _of_gemeente(gemeente, aantal, lot)]
    lopen += _waiting_at_the_end(lot)
    return [replace(loop, perioden=tuple(_perioden(loop, lot))) for loop in _let_wait(lopen, lot)]


def _of_gemeente(gemeente: int, aantal: Jeugdigen, lot: Random) -> Iterator[Loop]:
    """Children in care at the start of the year, and new ones; of each the first so many leave within it."""
    vertrek_nieuw = round(VERTREK_ONDER_NIEUWEN * aantal.uit)
    for nummer in range(aantal.begin):
        van = on_weekday(JAARBEGIN - timedelta(days=lot.randint(0, 330)))
        tot = _end(JAARBEGIN, lot, within_year=nummer < aantal.uit - vertrek_nieuw)
        yield _register(gemeente, van, tot, lot)
    for nummer in range(aantal.nieuw):
        leaves = nummer < vertrek_nieuw
        van = _start_of_new(lot, kwartalen=3 if leaves else 4)
        yield _register(gemeente, van, _end(van, lot, within_year=leaves), lot)


def _waiting_at_the_end(lot: Random) -> Iterator[Loop]:
    """Children who wait on 31 December and whose care begins in the first quarter after."""
    gemeenten, gewichten = zip(*((code, aantal.nieuw) for code, aantal in JEUGDIGEN.items()), strict=True)
    for gemeente in lot.choices(gemeenten, gewichten, k=WACHTENDEN[JAAREINDE]):
        van = on_weekday(date(2021, 1, 4) + timedelta(days=lot.randint(0, 80)))
        yield _register(gemeente, van, van + timedelta(days=lot.randint(60, 200)), lot)


def _start_of_new(lot: Random, *, kwartalen: int) -> date:
    kwartaal = lot.choices(range(kwartalen), NIEUW_PER_KWARTAAL[:kwartalen])[0]
    begin, volgende = KWARTAALBEGIN[kwartaal], KWARTAALBEGIN[kwartaal + 1]
    # Not on 1 January itself: whoever is in care on that day is not new.
    eerste = max(begin, JAARBEGIN + DAG)
    return max(on_weekday(eerste + timedelta(days=lot.randrange((volgende - eerste).days))), eerste)


def _end(van: date, lot: Random, *, within_year: bool) -> date:
    if within_year:
        eerste = van + timedelta(days=14)
        return eerste + timedelta(days=lot.randint(0, (JAAREINDE - DAG - eerste).days))
    return JAAREINDE + timedelta(days=lot.randint(10, 340))


def _register(gemeente: int, van: date, tot: date, lot: Random) -> Loop:
    return Loop(
        gemeente=gemeente,
        van=van,
        tot=tot,
        ontvangen_op=on_weekday(van - timedelta(days=lot.randint(21, 45))),
    )


def _let_wait(lopen: list[Loop], lot: Random) -> Iterator[Loop]:
    """Choose who waits at the end of each quarter: so many of those who begin in the next one."""
    einden = list(WACHTENDEN)
    wachtenden: dict[int, date] = {}
    for vorige, einde in pairwise([date(2019, 12, 31), *einden]):
        volgende = KWARTAALBEGIN[KWARTAALBEGIN.index(einde + DAG) + 1]
        kandidaten = [plek for plek, loop in enumerate(lopen) if einde < loop.van < volgende]
        wachtenden |= {plek: vorige for plek in lot.sample(kandidaten, WACHTENDEN[einde])}
    for plek, loop in enumerate(lopen):
        if plek in wachtenden:
            einde = max(dag for dag in einden if dag < loop.van)
            vroegst = min(einde, max(wachtenden[plek] + DAG, loop.van - LANGSTE_WACHT))
            yield _wait(loop, vroegst + timedelta(days=lot.randint(0, (einde - vroegst).days)), lot)
        else:
            yield loop


def _wait(loop: Loop, wacht_van: date, lot: Random) -> Loop:
    ontvangen_op = on_weekday(wacht_van - timedelta(days=lot.randint(20, 35)))
    return replace(loop, wacht_van=wacht_van, ontvangen_op=ontvangen_op)


def _perioden(loop: Loop, lot: Random) -> Iterator[Periode]:
    """A gebiedsteam, a specialist with one akkoord after another, or for some children both."""
    soort = lot.choices(("K2", "K3", "beide"), (50, 40, 10))[0]
    if soort != "K3":
        yield Periode(
            product="gebiedsteam",
            kwadrant="K2",
            organisatie=GEBIEDSTEAMS[loop.gemeente],
            van=loop.van,
            tot=loop.tot,
            gepland_tot=None,
        )
    if soort != "K2":
        yield from _specialist(loop, lot)


def _specialist(loop: Loop, lot: Random) -> Iterator[Periode]:
    producten = list(SPECIALISTEN)
    if loop.tot - loop.van > LANGSTE_BEHANDELING:
        producten.remove("behandeling-individueel")
    product = lot.choice(producten)
    organisatie = lot.choice(SPECIALISTEN[product])
    maximum = catalogue_on(loop.van).product(product).maximum_maanden
    assert maximum
    van = loop.van
    while van <= loop.tot:
        gepland_tot = last_day_of(van, maximum.waarde)
        tot = min(gepland_tot, loop.tot)
        yield Periode(
            product=product,
            kwadrant="K3",
            organisatie=organisatie,
            van=van,
            tot=tot,
            gepland_tot=gepland_tot,
        )
        van = tot + DAG


def on_weekday(dag: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return dag - timedelta(days=max(0, dag.weekday() - 4))
