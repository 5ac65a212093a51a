"""Did everyone who decides say yes? One no closes; as long as one answer is missing, nothing opens."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.regels.beslissers import ONDER_TWAALF, VANAF_TWAALF, Als, Beslisser, is_counted
from rondetafel.regels.regelboek import Regel, Stap, write_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """A yes or no; None as beslisser is a gecertificeerde instelling."""

    beslisser: UUID | None
    is_ja: bool
    gegeven_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemming:
    """Who of those who decide said yes, who said no, and for whom it waits."""

    ja: tuple[Beslisser, ...]
    nee: tuple[Beslisser, ...]
    wacht: tuple[Beslisser, ...]

    @property
    def is_gegeven(self) -> bool:
        """Everyone said yes; where nobody may decide, nobody gives consent."""
        return bool(self.ja) and not self.nee and not self.wacht

    @property
    def waits_for_both_parents(self) -> bool:
        return len(self.wacht) == 2 and all(een.als is Als.GEZAG for een in self.wacht)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedeeld:
    """What one reader may read about one person: which parts, and up to and including which day."""

    onderdelen: frozenset[str]
    tot: date | None


@write_down(
    Regel(
        code="iedereen-zegt-ja",
        stap=Stap.PRIVACY,
        vraag="Is er toestemming om te delen?",
        tekst=(
            "Er is toestemming als iedereen die beslist ja zegt. Eén nee sluit. Zolang er een antwoord "
            "mist, gaat er niets open. Het nieuwste antwoord van iemand telt."
        ),
        voorbeeld=(
            "Moeder zei ja op 3 maart, vader nog niets. Er gaat niets open. Op 9 maart zegt vader ja: "
            "vanaf dan is er toestemming."
        ),
        bronnen=(VANAF_TWAALF, ONDER_TWAALF),
    )
)
def weigh_antwoorden(beslissers: Iterable[Beslisser], antwoorden: Iterable[Antwoord]) -> Toestemming:
    """Put the newest answer of each who decides beside them; `antwoorden` go from old to new."""
    antwoorden = list(antwoorden)
    gezegd = {een: _newest(een, antwoorden) for een in beslissers}
    return Toestemming(
        ja=tuple(een for een, antwoord in gezegd.items() if antwoord is True),
        nee=tuple(een for een, antwoord in gezegd.items() if antwoord is False),
        wacht=tuple(een for een, antwoord in gezegd.items() if antwoord is None),
    )


@write_down(
    Regel(
        code="samen-van-iedereen",
        stap=Stap.PRIVACY,
        vraag="Wie leest wat van het hele gezin samen is?",
        tekst=(
            "Wie meeleest met toestemming, leest alleen over die persoon. Wat over het hele gezin gaat, gaat pas open "
            "als er over iedereen in het gezin ja is gezegd. Het gaat dicht zodra dat voor één van hen stopt."
        ),
        voorbeeld=(
            "Oma leest over Noor. Een doel voor het hele gezin ziet zij nog niet. Ook over Adam en over Samira zegt "
            "iedereen ja: nu ziet oma dat doel. Adam wordt 12 en zegt nog niets: het doel is weer dicht."
        ),
        bronnen=(VANAF_TWAALF, ONDER_TWAALF),
    )
)
def share_together(per_persoon: Collection[Gedeeld | None]) -> Gedeeld | None:
    """What a reader reads of what a family has together; `per_persoon` has one for each of them, None is shut.

    The parts that are open about everyone, until the first day on which one of them ends.
    """
    gedeeld = [een for een in per_persoon if een]
    if not gedeeld or len(gedeeld) < len(per_persoon):
        return None
    onderdelen = frozenset.intersection(*(een.onderdelen for een in gedeeld))
    dagen = [een.tot for een in gedeeld if een.tot]
    return Gedeeld(onderdelen=onderdelen, tot=min(dagen, default=None)) if onderdelen else None


def _newest(beslisser: Beslisser, antwoorden: list[Antwoord]) -> bool | None:
    for antwoord in reversed(antwoorden):
        if is_counted(beslisser, persoon=antwoord.beslisser, gegeven_op=antwoord.gegeven_op):
            return antwoord.is_ja
    return None
