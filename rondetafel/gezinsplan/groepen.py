"""Many goals are read in groups: one long list is too much for a phone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rondetafel.gezinsplan.queries import Doelregel

# So many goals are one list still.
LOSSE_DOELEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelgroep:
    """Goals that are read together. Without a name it is one list, that needs no fold."""

    naam: str
    regels: tuple[Doelregel, ...]

    @property
    def niet_af(self) -> int:
        """How many of them are not worked out yet."""
        return sum(not een.is_af for een in self.regels)


def per_gebied(regels: Iterable[Doelregel]) -> list[Doelgroep]:
    """By resultaatgebied, in the order of the letters: for who works with the plan."""
    return _grouped(regels, _name_gebied)


def per_persoon(regels: Iterable[Doelregel]) -> list[Doelgroep]:
    """By whom they are about, in the order of the plan: for the family."""
    return _grouped(regels, _name_over)


def _grouped(regels: Iterable[Doelregel], name: Callable[[Doelregel], str]) -> list[Doelgroep]:
    alles = tuple(regels)
    if len(alles) <= LOSSE_DOELEN:
        return [Doelgroep(naam="", regels=alles)] if alles else []
    groepen: dict[str, list[Doelregel]] = {}
    for regel in alles:
        groepen.setdefault(name(regel), []).append(regel)
    return [Doelgroep(naam=naam, regels=tuple(van)) for naam, van in groepen.items()]


def _name_gebied(regel: Doelregel) -> str:
    gebied = regel.doel.matrixdoel.gebied
    return f"{gebied.letter}. {gebied.naam}"


def _name_over(regel: Doelregel) -> str:
    over = regel.doel.over
    return over.voornaam if over else _("Het hele gezin")
