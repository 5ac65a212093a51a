"""Which rules are there? Each with its question, its text in plain Dutch, its source and an example."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

from rondetafel import regels as kamer
from rondetafel.regels.catalogus import all_versies
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.volgorde import PLEKKEN

Functie = TypeVar("Functie", bound=Callable[..., object])


class Stap(StrEnum):
    """Where in the work a rule is met, in the order of the work."""

    AANMELDEN = "aanmelden"
    TRIAGE = "triage"
    PLAN = "plan"
    AKKOORD = "akkoord"
    BRIEF = "brief"
    UITVOEREN = "uitvoeren"
    EVALUEREN = "evalueren"
    OVERLEG = "overleg"
    VERLENGEN = "verlengen"
    STOPPEN = "stoppen"
    KLACHT = "klacht"
    VEILIGHEID = "veiligheid"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One rule as people read it: what is asked, the answer in plain Dutch, and a case.

    `bepaling` names the field of the product that holds the number and its source, where each
    product has its own; a rule without it has at least one of `bronnen`. `tegenspraken` are the
    contradictions between the sources that touch this rule (F1 and on). `waar` is the function
    that applies it, as `write_down` found it.
    """

    code: str
    stap: Stap
    vraag: str
    tekst: str
    voorbeeld: str
    bronnen: tuple[Bron, ...] = ()
    bepaling: str = ""
    tegenspraken: tuple[str, ...] = ()
    waar: str = ""


_regels: dict[str, Regel] = {}


def write_down(regel: Regel) -> Callable[[Functie], Functie]:
    """Write the function that follows into the rule book; it runs as it is.

    :raises ValueError: when the code is taken, or when there is neither a source nor a field with one.
    """
    if regel.code in _regels:
        raise ValueError(f"Regel {regel.code!r} staat al in het regelboek.")
    if not regel.bronnen and not regel.bepaling:
        raise ValueError(f"Regel {regel.code!r} heeft geen bron.")

    def attach(functie: Functie) -> Functie:
        _regels[regel.code] = replace(regel, waar=f"{functie.__module__}.{functie.__qualname__}")
        return functie

    return attach


def all_regels() -> tuple[Regel, ...]:
    """Return the whole rule book in the order of the work; where a refusal has one, in the order of its reasons."""
    stappen, plekken = list(Stap), _places_in_lists()
    achteraan = len(plekken)

    def place(een: Regel) -> tuple[int, int, str]:
        plek = PLEKKEN.get(een.code, plekken.get(een.waar, achteraan))
        return stappen.index(een.stap), plek, een.code

    return tuple(sorted(_regels.values(), key=place))


def bronnen_of_rules() -> tuple[Bron, ...]:
    """Return every Bron that stands in the modules of the rules, each once."""
    modules = [waarde for module in _all_modules() for waarde in vars(module).values()]
    return tuple(dict.fromkeys(_bronnen_in([all_regels(), modules])))


def all_bronnen() -> tuple[Bron, ...]:
    """Return every Bron that the rules or any version of the catalogue names, each once."""
    return tuple(dict.fromkeys([*bronnen_of_rules(), *_bronnen_in(all_versies())]))


def anchor_of(bron: Bron) -> str:
    """Return the id under which a Bron is found in the rule book: its words, as they are read in an address.

    It changes only when the document, the place or our words for it do.
    """
    ontleed = unicodedata.normalize("NFKD", f"{bron.document} {bron.plek} {bron.regel}".casefold())
    kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _places_in_lists() -> dict[str, int]:
    """The place of each rule in the list of rules (`REGELS`) that asks it, by the name of its function."""
    lijsten = [getattr(module, "REGELS", ()) for module in _all_modules()]
    functies = [een for lijst in lijsten for een in (lijst.values() if isinstance(lijst, Mapping) else lijst)]
    return {f"{een.__module__}.{een.__qualname__}": plek for plek, een in enumerate(functies)}


def _all_modules() -> list[ModuleType]:
    return [import_module(f"{kamer.__name__}.{module.name}") for module in iter_modules(kamer.__path__)]


def _bronnen_in(waarde: object) -> Iterator[Bron]:
    """Look into what a module or a table holds, however deep, for sources."""
    match waarde:
        case Bron():
            yield waarde
        case Mapping():
            yield from _bronnen_in([*waarde.keys(), *waarde.values()])
        case list() | tuple() | set() | frozenset():
            for deel in waarde:
                yield from _bronnen_in(deel)
        case _ if is_dataclass(waarde) and not isinstance(waarde, type):
            yield from _bronnen_in([getattr(waarde, veld.name) for veld in fields(waarde)])
