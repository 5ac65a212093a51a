"""What do people tell of a meeting? What comes before it, when and where it is, and what it came to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from rondetafel.regels.intake import Onderwerp, Voorkeur


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where people meet. `tijd` and `plaats` may still be open."""

    dag: date
    tijd: time | None = None
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What an overleg came to. `aanwezig` are the chairs of who was there, also if nobody asked them."""

    gehouden_op: date
    aanwezig: Collection[UUID]
    is_totaal_besproken: bool
    concrete_doelen: int
    verslag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezegd:
    """What was said about one step of the intake; `is_besproken` False takes an earlier note back."""

    onderwerp: Onderwerp
    besproken_op: date
    is_besproken: bool = True
    stoel_id: UUID | None = None
    wie: str = ""
    uitkomst: Voorkeur | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitnodiging:
    """Who is asked, by chair: `komst` in the words of `Komst`. `gelezen` is the version read; 0 is a new list."""

    komst: Mapping[UUID, str]
    besloten_door: Collection[UUID]
    besloten_op: date
    gelezen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """All that one page of the intake brings: talks, the list of who is asked, and proposed moments."""

    gezegd: tuple[Gezegd, ...] = ()
    uitnodiging: Uitnodiging | None = None
    momenten: tuple[Moment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gezegd or self.uitnodiging or self.momenten)

    def __add__(self, ander: "Invulling") -> "Invulling":
        return Invulling(
            gezegd=self.gezegd + ander.gezegd,
            uitnodiging=ander.uitnodiging or self.uitnodiging,
            momenten=self.momenten + ander.momenten,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """What somebody who is asked said: coming or not (empty: not asked yet), and on which days they can.

    `kan` None: they do not know yet, also where they answered before.
    """

    instemming: str
    gevraagd_op: date | None
    kan: Mapping[UUID, bool | None]
