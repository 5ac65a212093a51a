"""What would a new version of the catalogue change? The opdracht that says so before it comes into force."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser
from rondetafel.regels.catalogus import Versie, catalogue_with, read_versie
from rondetafel.regels.datum import format_datum
from rondetafel.regels.herbeoordeling import NIET_GEVRAAGD, Lopend
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.tomltabel import CatalogusFout
from rondetafel.regels.vergelijking import Gevolg, compare_akkoorden, compare_catalogi

GELUKT, MISLUKT = 0, 1
# So many cases per product are written out; of the rest only the family number.
TE_VEEL = 20


def regels(words: Sequence[str]) -> int:
    """Lay a new version beside the one in use and judge every running akkoord by both. Nothing is written."""
    options = parser("regels")
    options.add_argument("wat", choices=["vergelijk"], help="leg een nieuwe versie naast wat nu geldt")
    options.add_argument("pad", type=Path, help="het bestand of de map van de nieuwe versie")
    chosen = options.parse_args(words)
    if not chosen.pad.exists():
        tell(f"{chosen.pad} bestaat niet.")
        return MISLUKT
    choose_demo()
    with open_database(VAR):
        start_django("eigenaar")
        try:
            nieuw = read_versie(chosen.pad)
        except CatalogusFout as fout:
            tell(f"Deze versie klopt niet. {fout}")
            return MISLUKT
        from rondetafel.kern import klok
        from rondetafel.kern.termijnen import basis_on
        from rondetafel.zorg.lopend import iter_lopend

        vandaag = klok.today()
        show(nieuw, iter_lopend(vandaag), basis=basis_on(vandaag), say=tell)
    return GELUKT


def show(
    nieuw: Versie, akkoorden: Iterable[Lopend], *, basis: Rekenbasis, say: Callable[[str], None]
) -> None:
    """Tell what differs, and per product which akkoorden would stand differently: by family number only.

    `basis` holds the catalogue of today and the working days.
    """
    oud, straks = basis.catalogus, catalogue_with(nieuw)
    say(f"{nieuw.naam}, geldig vanaf {format_datum(nieuw.geldig_vanaf)}, naast wat vandaag geldt.")
    verschillen = compare_catalogi(oud, straks)
    for verschil in verschillen:
        say(f"  {verschil.code} {verschil.veld}: {verschil.oud} -> {verschil.nieuw}".replace(" :", ":"))
    if not verschillen:
        say("  Er verandert geen enkele waarde.")
    gelezen: Counter[str] = Counter()
    gevolgen: defaultdict[str, list[Gevolg]] = defaultdict(list)
    for gevolg in compare_akkoorden(_count(akkoorden, gelezen), oud, straks, basis):
        gevolgen[gevolg.lopend.product_code].append(gevolg)
    say(f"Lopende akkoorden: {gelezen.total()}.")
    for code in sorted(gevolgen):
        _show_product(code, gevolgen[code], lopen=gelezen[code], say=say)


def _show_product(code: str, gevolgen: list[Gevolg], *, lopen: int, say: Callable[[str], None]) -> None:
    """Those with another judgement first; the rest only has other days, duties or papers."""
    ander = sum(gevolg.has_other_oordeel for gevolg in gevolgen)
    open_ = sum(any(NIET_GEVRAAGD in een.nieuw for een in gevolg.oordelen) for gevolg in gevolgen)
    say(
        f"  {code}: {lopen} lopen, {ander} met een ander oordeel, "
        f"{len(gevolgen) - ander} alleen met een andere dag of plicht."
    )
    if open_:
        say(f"  Daarvan zijn er {open_} niet helemaal te beoordelen: er is nooit naar gevraagd.")
    volgorde = sorted(gevolgen, key=lambda een: (not een.has_other_oordeel, een.lopend.gezinsnummer))
    for gevolg in volgorde[:TE_VEEL]:
        say(f"    Gezin {gevolg.lopend.gezinsnummer:04d}")
        for oordeel in gevolg.oordelen:
            say(f"      {oordeel.code}: {oordeel.veld}")
            say(f"        nu: {oordeel.oud}")
            say(f"        straks: {oordeel.nieuw}")
        for een in gevolg.gevolgen:
            say(f"      {een.code}: {een.oud} -> {een.nieuw}")
    if len(volgorde) > TE_VEEL:
        say(f"    En nog {len(volgorde) - TE_VEEL}, ook bij: {_list_families(volgorde[TE_VEEL:])}.")


def _count(akkoorden: Iterable[Lopend], gelezen: Counter[str]) -> Iterable[Lopend]:
    for lopend in akkoorden:
        gelezen[lopend.product_code] += 1
        yield lopend


def _list_families(gevolgen: Iterable[Gevolg]) -> str:
    return ", ".join(f"{nummer:04d}" for nummer in sorted({een.lopend.gezinsnummer for een in gevolgen}))
