"""Can somebody be the parent of somebody else: older, not their own descendant, and as many as the law knows?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.personen import ALLE_GEGEVENS, Geboren
from rondetafel.regels.regelboek import Regel, Stap, write_down

HOOGSTENS_OUDERS = 2

TWEE_OUDERS = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 204",
    regel="Een erkenning geldt niet als het kind al twee ouders heeft",
)
NA_ADOPTIE = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 229",
    regel="Na adoptie zijn de adoptieouders de ouders; de band met de ouders van de geboorte stopt",
)


class Oudervorm(StrEnum):
    """How somebody is a parent. The law knows the first two as parents, the others bring up."""

    GEBOORTE = "geboorte"
    ADOPTIE = "adoptie"
    PLEEG = "pleeg"
    STIEF = "stief"


JURIDISCH = {Oudervorm.GEBOORTE: TWEE_OUDERS, Oudervorm.ADOPTIE: NA_ADOPTIE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderfeiten:
    """A parent to be written down. `al`: how the parents who stand there already became so.

    `ouders_van` holds of everyone in the family who their parents are; `ouder` None is somebody at the table of
    whom the family tree is not kept.
    """

    kind: UUID
    kind_naam: str
    ouder: UUID | None
    ouder_naam: str
    vorm: Oudervorm
    kind_geboren: Geboren = Geboren()
    ouder_geboren: Geboren = Geboren()
    al: Sequence[Oudervorm] = ()
    ouders_van: Mapping[UUID, frozenset[UUID]]


@write_down(
    Regel(
        code="ouder-en-kind",
        stap=Stap.PLAN,
        vraag="Wie kan de ouder van iemand zijn?",
        tekst=(
            "Niemand is ouder van de eigen ouder, opa of oma. Een ouder bij de geboorte of door adoptie is ouder dan "
            "het kind. De wet kent twee ouders: twee bij de geboorte, of na adoptie twee adoptieouders. Voedt er nog "
            "iemand op? Dan is dat een stiefouder of pleegouder. Dat kan ook bij een volwassene."
        ),
        voorbeeld="Noor heeft een moeder en een vader. De nieuwe partner van moeder is stiefouder, geen derde ouder.",
        bronnen=(TWEE_OUDERS, NA_ADOPTIE, ALLE_GEGEVENS),
    )
)
def assess_ouderschap(feiten: Ouderfeiten) -> Oordeel:
    """May this parent be written down? With every reason why not."""
    return combine(_own_ancestor(feiten), _younger(feiten), _third(feiten))


def _own_ancestor(feiten: Ouderfeiten) -> Reden | None:
    if feiten.ouder is None or not is_ancestor(feiten.kind, feiten.ouder, feiten.ouders_van):
        return None
    return Reden(
        tekst=f"{feiten.ouder_naam} is zelf een kind of kleinkind van {feiten.kind_naam}, en kan niet de ouder zijn.",
        bron=ALLE_GEGEVENS,
        uitweg="Kies iemand anders. Staat het andersom verkeerd? Verbeter dat eerst.",
    )


def is_ancestor(van: UUID, naar: UUID, ouders_van: Mapping[UUID, frozenset[UUID]]) -> bool:
    """Is `van` a parent, grandparent and so on of `naar`?"""
    gezien: set[UUID] = set()
    te_doen = [naar]
    while te_doen:
        een = te_doen.pop()
        if een == van:
            return True
        if een not in gezien:
            gezien.add(een)
            te_doen.extend(ouders_van.get(een, ()))
    return False


def _younger(feiten: Ouderfeiten) -> Reden | None:
    """Only what is certain: of who knows the year alone, the first day and the last one are taken."""
    eerst, laatst = feiten.ouder_geboren.vroegst, feiten.kind_geboren.laatst
    is_ongeboren = feiten.ouder_geboren.verwacht_op is not None
    is_jonger = eerst is not None and laatst is not None and eerst >= laatst
    if feiten.vorm not in JURIDISCH or not (is_ongeboren or is_jonger):
        return None
    return Reden(
        tekst=f"{feiten.ouder_naam} is niet ouder dan {feiten.kind_naam}.",
        bron=ALLE_GEGEVENS,
        uitweg="Kijk beide geboortedagen na, of kies wie de ouder is en wie het kind.",
    )


def _third(feiten: Ouderfeiten) -> Reden | None:
    bron = JURIDISCH.get(feiten.vorm)
    if bron is None or sum(een is feiten.vorm for een in feiten.al) < HOOGSTENS_OUDERS:
        return None
    return Reden(
        tekst=f"{feiten.kind_naam} heeft al twee ouders. Een derde ouder kent de wet niet.",
        bron=bron,
        uitweg="Voedt deze persoon mee op? Kies dan stiefouder of pleegouder.",
    )
