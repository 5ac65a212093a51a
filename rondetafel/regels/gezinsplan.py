"""Must this family have a gezinsplan? Five sources side by side; one of them leads."""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.triage import Klasse

MEER_DAN_HULPVRAGEN = 2
VANAF_ORGANISATIES = 3

BIJ_MEERVOUDIG = Bron(
    document="begrippenlijst-jens",
    plek="Gezinsplan",
    regel="Een plan als er meer problemen tegelijk zijn",
)
BIJ_ZORG = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Een plan voor ieder gezin dat zorg krijgt",
)
BIJ_HULPVRAGEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 4",
    regel="Een plan bij meer dan twee hulpvragen",
)
BIJ_ORGANISATIES = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Een plan bij drie of meer organisaties; de huisarts telt niet mee",
)
BIJ_VOORZIENING = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Een plan zodra een individuele voorziening aan een gemeente gevraagd wordt",
)


class Aanleiding(StrEnum):
    """What a source gives as the moment for a gezinsplan."""

    ZORG = "zorg"
    MEERVOUDIG = "meervoudig"
    HULPVRAGEN = "hulpvragen"
    ORGANISATIES = "organisaties"
    VOORZIENING = "voorziening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinssituatie:
    """What the five sources look at; `organisaties` leaves out the huisarts."""

    ontvangt_zorg: bool
    klasse: Klasse | None
    hulpvragen: int
    organisaties: int
    voorziening_gevraagd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """What one source says about this family."""

    aanleiding: Aanleiding
    geldt: bool
    uitleg: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Planplicht:
    """The answer of the leading source, with the other four beside it."""

    leidend: Aanleiding
    wegingen: tuple[Weging, ...]

    @property
    def is_nodig(self) -> bool:
        return any(weging.geldt for weging in self.wegingen if weging.aanleiding is self.leidend)

    @property
    def is_oneens(self) -> bool:
        """Tell whether the sources give different answers for this family."""
        return len({weging.geldt for weging in self.wegingen}) > 1


def weigh_gezinsplan(situatie: Gezinssituatie, leidend: Aanleiding = Aanleiding.ZORG) -> Planplicht:
    """Return whether a plan is due. Which source leads is a choice: docs/adr/0016."""
    return Planplicht(
        leidend=leidend,
        wegingen=(
            Weging(
                aanleiding=Aanleiding.ZORG,
                geldt=situatie.ontvangt_zorg,
                uitleg="Het gezin krijgt zorg" if situatie.ontvangt_zorg else "Het gezin krijgt geen zorg",
                bron=BIJ_ZORG,
            ),
            Weging(
                aanleiding=Aanleiding.MEERVOUDIG,
                geldt=situatie.klasse in (Klasse.MEERVOUDIG, Klasse.MULTIPROBLEEM),
                uitleg=f"De vraag is {situatie.klasse or 'nog niet ingedeeld'}",
                bron=BIJ_MEERVOUDIG,
            ),
            Weging(
                aanleiding=Aanleiding.HULPVRAGEN,
                geldt=situatie.hulpvragen > MEER_DAN_HULPVRAGEN,
                uitleg=f"Aantal hulpvragen: {situatie.hulpvragen}",
                bron=BIJ_HULPVRAGEN,
            ),
            Weging(
                aanleiding=Aanleiding.ORGANISATIES,
                geldt=situatie.organisaties >= VANAF_ORGANISATIES,
                uitleg=f"Aantal organisaties zonder de huisarts: {situatie.organisaties}",
                bron=BIJ_ORGANISATIES,
            ),
            Weging(
                aanleiding=Aanleiding.VOORZIENING,
                geldt=situatie.voorziening_gevraagd,
                uitleg=(
                    "Er is een individuele voorziening gevraagd"
                    if situatie.voorziening_gevraagd
                    else "Er is geen individuele voorziening gevraagd"
                ),
                bron=BIJ_VOORZIENING,
            ),
        ),
    )
