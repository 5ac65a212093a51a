"""What would a new version of the catalogue change? The opdracht that says so before it comes into force."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser
from rondetafel.regels.catalogus import Versie, catalogue_on, catalogue_with, read_versie
from rondetafel.regels.datum import format_datum
from rondetafel.regels.tomltabel import CatalogusFout
from rondetafel.regels.vergelijking import Lopend, compare_akkoorden, compare_catalogi

GELUKT, MISLUKT = 0, 1
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
        from rondetafel.zorg.lopend import iter_lopend

        vandaag = klok.today()
        show(nieuw, iter_lopend(vandaag), peildatum=vandaag, say=tell)
    return GELUKT


def show(nieuw: Versie, akkoorden: Iterable[Lopend], *, peildatum: date, say: Callable[[str], None]) -> None:
    """Tell what differs, and per product how many akkoorden would stand differently: by family number only."""
    oud, straks = catalogue_on(peildatum), catalogue_with(nieuw)
    say(f"{nieuw.naam}, geldig vanaf {format_datum(nieuw.geldig_vanaf)}, naast wat vandaag geldt.")
    verschillen = compare_catalogi(oud, straks)
    for verschil in verschillen:
        say(f"  {verschil.code} {verschil.veld}: {verschil.oud} -> {verschil.nieuw}".replace(" :", ":"))
    if not verschillen:
        say("  Er verandert geen enkele waarde.")
    gelezen: Counter[str] = Counter()
    dagen: Counter[str] = Counter()
    gezinnen: defaultdict[str, list[int]] = defaultdict(list)
    for gevolg in compare_akkoorden(_count(akkoorden, gelezen), oud, straks):
        code = gevolg.lopend.product_code
        if gevolg.has_other_oordeel:
            gezinnen[code].append(gevolg.lopend.gezinsnummer)
        else:
            dagen[code] += 1
    say(f"Lopende akkoorden: {gelezen.total()}.")
    for code in sorted({*gezinnen, *dagen}):
        say(
            f"  {code}: {gelezen[code]} lopen, {len(gezinnen[code])} met een ander oordeel, "
            f"{dagen[code]} alleen met een andere dag."
        )
        if gezinnen[code]:
            say(f"    {_list_families(gezinnen[code])}")


def _count(akkoorden: Iterable[Lopend], gelezen: Counter[str]) -> Iterable[Lopend]:
    for lopend in akkoorden:
        gelezen[lopend.product_code] += 1
        yield lopend


def _list_families(nummers: list[int]) -> str:
    genoemd = ", ".join(f"{nummer:04d}" for nummer in sorted(nummers)[:TE_VEEL])
    rest = len(nummers) - TE_VEEL
    return f"Gezinnen: {genoemd}" + (f" en nog {rest}." if rest > 0 else ".")
