"""Which gemeente is responsible for a child, by which rule, and since when? The woonplaatsbeginsel, to the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import DAG, format_datum, holds_on
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

NIEUWE_REGEL_VANAF = date(2022, 1, 1)
MEERDERJARIG = 18

VRAAG_IN_HET_PLAN = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Bij een kind staat het woonplaatsbeginsel, als dat van toepassing is",
)
WOONADRES = Bron(
    document="vng-woonplaatsbeginsel",
    plek="Vanaf 1 januari 2022, zonder verblijf",
    regel="Zonder verblijf is de gemeente van het woonadres in de BRP verantwoordelijk",
)
VOOR_VERBLIJF = Bron(
    document="vng-woonplaatsbeginsel",
    plek="Vanaf 1 januari 2022, met verblijf",
    regel="Bij verblijf blijft de gemeente verantwoordelijk van het woonadres vlak voor het verblijf begon",
)
MOEDER_BIJ_GEBOORTE = Bron(
    document="vng-woonplaatsbeginsel",
    plek="Vanaf 1 januari 2022, geen woonadres bekend",
    regel="Is er geen woonadres, dan telt de gemeente waar de moeder bij de geboorte stond ingeschreven",
)
GEZAGSDRAGER = Bron(
    document="jeugdwet",
    plek="Regeling Jeugdwet, bijlage 2, paragraaf 2.5",
    regel="Tot 2022 is de gemeente verantwoordelijk waar woont wie het gezag heeft",
)
FEITELIJK = Bron(
    document="jeugdwet",
    plek="Regeling Jeugdwet, bijlage 2, paragraaf 2.5",
    regel="Tot 2022 telt bij voogdij van een instelling, en vanaf 18 jaar, waar het kind echt verblijft",
)


class Adreskind(StrEnum):
    """A briefadres is no place to live."""

    BRP = "brp"
    VERBLIJF = "verblijf"
    BRIEF = "brief"


class Verblijfsoort(StrEnum):
    """Where somebody stays besides the address in the BRP. Only the first four are a stay of the law."""

    PLEEGOUDER = "pleegouder"
    AANBIEDER = "aanbieder"
    OPVANG = "opvang"
    JJI = "jji"
    ANDERS = "anders"

    @property
    def naam(self) -> str:
        return VERBLIJFNAMEN[self]


VERBLIJFNAMEN = {
    Verblijfsoort.PLEEGOUDER: "bij een pleegouder",
    Verblijfsoort.AANBIEDER: "bij een jeugdhulpaanbieder",
    Verblijfsoort.OPVANG: "in opvang of beschermd wonen",
    Verblijfsoort.JJI: "in een justitiële jeugdinrichting",
    Verblijfsoort.ANDERS: "bij de andere ouder, familie of iemand anders",
}
# The stays after which the gemeente of before stays responsible.
VERBLIJF = frozenset(
    {Verblijfsoort.PLEEGOUDER, Verblijfsoort.AANBIEDER, Verblijfsoort.OPVANG, Verblijfsoort.JJI}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonadres:
    """One address of somebody, `van` up to and including `tot`; an empty gemeente is not known."""

    soort: Adreskind
    gemeente: str
    van: date
    tot: date | None = None
    verblijf: Verblijfsoort | None = None

    def holds_on(self, dag: date) -> bool:
        return holds_on(dag, self.van, self.tot)

    @property
    def is_verblijf(self) -> bool:
        return self.soort is Adreskind.VERBLIJF and self.verblijf in VERBLIJF


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsdrager:
    """An adult with gezag, with the days of it and where they live."""

    naam: str
    van: date
    tot: date | None
    adressen: tuple[Woonadres, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonfeiten:
    """All that the rule looks at. `moeder` None: nobody is known to be the mother; `voogdij` are its days."""

    adressen: tuple[Woonadres, ...]
    geboortedatum: date | None = None
    moeder: tuple[Woonadres, ...] | None = None
    gezagsdragers: tuple[Gezagsdrager, ...] = ()
    voogdij: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonplaats:
    """The answer: the gemeente, or what is missing to tell it. `sinds`: the first day of the same answer."""

    gemeente: str
    uitleg: str
    bron: Bron
    ontbreekt: str = ""
    sinds: date | None = None

    @property
    def is_bekend(self) -> bool:
        return bool(self.gemeente)


@write_down(
    Regel(
        code="woonplaatsbeginsel",
        stap=Stap.PLAN,
        vraag="Welke gemeente is verantwoordelijk voor een kind?",
        tekst=(
            "Vanaf 2022: de gemeente waar het kind in de BRP staat. Woont het kind bij een aanbieder, een "
            "pleegouder, in opvang of in een jeugdinrichting? Dan de gemeente van het woonadres vlak voor dat "
            "verblijf begon. Is er geen woonadres, dan de gemeente waar de moeder stond ingeschreven toen het "
            "kind werd geboren. Tot 2022: de gemeente van wie gezag heeft; bij voogdij van een instelling en "
            "vanaf 18 jaar de gemeente waar het kind echt verbleef. Een briefadres telt niet. Ontbreekt er iets, "
            "dan zegt de app wat."
        ),
        voorbeeld=(
            "Sem woonde in Landgraaf en ging op 3 maart 2024 naar een pleegouder in Heerlen: Landgraaf blijft "
            "verantwoordelijk, ook als Sem in Heerlen wordt ingeschreven."
        ),
        bronnen=(VRAAG_IN_HET_PLAN, WOONADRES, VOOR_VERBLIJF, MOEDER_BIJ_GEBOORTE, GEZAGSDRAGER, FEITELIJK),
    )
)
def decide_woonplaats(feiten: Woonfeiten, peildatum: date) -> Woonplaats:
    """Return which gemeente is responsible on `peildatum`, by the rule of that day."""
    hier = _decide(feiten, peildatum)
    sinds = peildatum
    for dag in sorted((dag for dag in _days(feiten) if dag <= peildatum), reverse=True):
        toen = _decide(feiten, dag)
        if (toen.gemeente.casefold(), toen.bron) != (hier.gemeente.casefold(), hier.bron):
            break
        sinds = dag
    return Woonplaats(
        gemeente=hier.gemeente,
        uitleg=hier.uitleg,
        bron=hier.bron,
        ontbreekt=hier.ontbreekt,
        sinds=sinds if hier.is_bekend else None,
    )


def _decide(feiten: Woonfeiten, dag: date) -> Woonplaats:
    return _by_new_rule(feiten, dag) if dag >= NIEUWE_REGEL_VANAF else _by_old_rule(feiten, dag)


def _by_new_rule(feiten: Woonfeiten, dag: date) -> Woonplaats:
    begin = _first_day_of_stay(feiten.adressen, dag)
    if begin is None:
        wonen = _running(feiten.adressen, Adreskind.BRP, dag)
        if wonen and wonen.gemeente:
            return Woonplaats(
                gemeente=wonen.gemeente, uitleg="Het kind woont hier volgens de BRP.", bron=WOONADRES
            )
        mist = "de gemeente van het woonadres" if wonen else f"het woonadres in de BRP op {format_datum(dag)}"
        return _by_mother(feiten, mist, WOONADRES)
    ervoor = begin - DAG
    wonen = _running(feiten.adressen, Adreskind.BRP, ervoor)
    if wonen and wonen.gemeente:
        uitleg = (
            f"Het kind verblijft ergens anders sinds {format_datum(begin)}. Hier woonde het vlak daarvoor."
        )
        return Woonplaats(gemeente=wonen.gemeente, uitleg=uitleg, bron=VOOR_VERBLIJF)
    return _by_mother(
        feiten, f"het woonadres in de BRP op {format_datum(ervoor)}, vlak voor het verblijf", VOOR_VERBLIJF
    )


def _by_mother(feiten: Woonfeiten, mist: str, bron: Bron) -> Woonplaats:
    """The third step: where the mother was registered when the child was born."""
    geboren = feiten.geboortedatum
    if feiten.moeder is not None and geboren:
        wonen = _running(feiten.moeder, Adreskind.BRP, geboren)
        if wonen and wonen.gemeente:
            uitleg = "Er is geen woonadres bekend. Hier stond de moeder ingeschreven bij de geboorte."
            return Woonplaats(gemeente=wonen.gemeente, uitleg=uitleg, bron=MOEDER_BIJ_GEBOORTE)
    return _unknown(f"{mist}; of het woonadres van de moeder bij de geboorte", bron)


def _by_old_rule(feiten: Woonfeiten, dag: date) -> Woonplaats:
    geboren = feiten.geboortedatum
    is_volwassen = geboren is not None and dag >= birthday_of(geboren, MEERDERJARIG)
    if is_volwassen or any(holds_on(dag, *dagen) for dagen in feiten.voogdij):
        echt = _running(feiten.adressen, Adreskind.VERBLIJF, dag) or _running(
            feiten.adressen, Adreskind.BRP, dag
        )
        if echt and echt.gemeente:
            waarom = "De jongere is 18 of ouder" if is_volwassen else "Een instelling is voogd"
            return Woonplaats(
                gemeente=echt.gemeente, uitleg=f"{waarom}: het echte verblijf telt.", bron=FEITELIJK
            )
        return _unknown(f"waar het kind op {format_datum(dag)} echt verbleef", FEITELIJK)
    return _by_gezag(feiten, dag)


def _by_gezag(feiten: Woonfeiten, dag: date) -> Woonplaats:
    dragers = [een for een in feiten.gezagsdragers if holds_on(dag, een.van, een.tot)]
    if not dragers:
        return _unknown(f"wie op {format_datum(dag)} gezag had", GEZAGSDRAGER)
    wonen = {een.naam: _running(een.adressen, Adreskind.BRP, dag) for een in dragers}
    zonder = [naam for naam, adres in wonen.items() if adres is None or not adres.gemeente]
    if zonder:
        return _unknown(f"het woonadres van {' en '.join(zonder)} op {format_datum(dag)}", GEZAGSDRAGER)
    gemeenten = {adres.gemeente.casefold(): adres.gemeente for adres in wonen.values() if adres}
    if len(gemeenten) == 1:
        uitleg = f"Hier woonde wie gezag had: {' en '.join(wonen)}."
        return Woonplaats(gemeente=next(iter(gemeenten.values())), uitleg=uitleg, bron=GEZAGSDRAGER)
    kind = _running(feiten.adressen, Adreskind.BRP, dag)
    if kind and kind.gemeente.casefold() in gemeenten:
        uitleg = (
            "De ouders met gezag woonden in twee gemeenten. Het kind woonde bij de ouder in deze gemeente."
        )
        return Woonplaats(gemeente=kind.gemeente, uitleg=uitleg, bron=GEZAGSDRAGER)
    return _unknown(f"bij welke ouder het kind op {format_datum(dag)} woonde", GEZAGSDRAGER)


def _first_day_of_stay(adressen: tuple[Woonadres, ...], dag: date) -> date | None:
    """The day on which an uninterrupted stay began, of which one runs on `dag`; None: there is none."""
    lopend = [een.van for een in adressen if een.is_verblijf and een.holds_on(dag)]
    if not lopend:
        return None
    begin = min(lopend)
    while eerder := [
        een.van for een in adressen if een.is_verblijf and een.van < begin and een.holds_on(begin - DAG)
    ]:
        begin = min(eerder)
    return begin


def _running(adressen: tuple[Woonadres, ...], soort: Adreskind, dag: date) -> Woonadres | None:
    return next((een for een in adressen if een.soort is soort and een.holds_on(dag)), None)


def _unknown(mist: str, bron: Bron) -> Woonplaats:
    return Woonplaats(gemeente="", uitleg="Niet te bepalen.", bron=bron, ontbreekt=mist)


def _days(feiten: Woonfeiten) -> Iterator[date]:
    """Every day on which the answer may change."""
    yield NIEUWE_REGEL_VANAF
    if feiten.geboortedatum:
        yield feiten.geboortedatum
        yield birthday_of(feiten.geboortedatum, MEERDERJARIG)
    adressen = (*feiten.adressen, *(adres for een in feiten.gezagsdragers for adres in een.adressen))
    wonen = [(een.van, een.tot) for een in adressen]
    gezag = [(een.van, een.tot) for een in feiten.gezagsdragers]
    for van, tot in [*wonen, *gezag, *feiten.voogdij]:
        yield van
        if tot:
            yield tot + DAG
