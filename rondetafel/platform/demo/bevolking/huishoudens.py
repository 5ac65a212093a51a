"""Who lives together? Children with a course of care, their brothers and sisters, one or two parents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from random import Random

from rondetafel.platform.demo.bevolking.loop import Loop
from rondetafel.platform.demo.bevolking.namen import (
    ACHTERNAMEN,
    JONGENS,
    MANNEN,
    MEISJES,
    TALEN,
    VROUWEN,
)

JAAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """Somebody in a household; only a child in care has a course."""

    voornaam: str
    achternaam: str
    geslacht: str
    geboren: date
    loop: Loop | None = None
    has_gezag: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Huishouden:
    """A family: its children, parents and language. `has_voogd`: a gecertificeerde instelling decides."""

    gemeente: int
    kinderen: tuple[Mens, ...]
    ouders: tuple[Mens, ...]
    taal: str
    has_voogd: bool

    @property
    def lopen(self) -> list[Loop]:
        return [kind.loop for kind in self.kinderen if kind.loop]

    @property
    def van(self) -> date:
        """The day on which the first aanmelding came."""
        return min(loop.ontvangen_op for loop in self.lopen)

    @property
    def tot(self) -> date:
        """The last day on which somebody is in care."""
        return max(loop.tot for loop in self.lopen)


def form_huishoudens(lopen: list[Loop], lot: Random) -> list[Huishouden]:
    """Divide the children over families within their municipality: mostly one in care, at times two or three."""
    huishoudens = []
    gemengd = lot.sample(lopen, len(lopen))
    for gemeente, groep in groupby(sorted(gemengd, key=_gemeente), key=_gemeente):
        over = list(groep)
        while over:
            aantal = lot.choices((1, 2, 3), (84, 13, 3))[0]
            samen, over = over[:aantal], over[aantal:]
            huishoudens.append(_form(gemeente, samen, lot))
    return lot.sample(huishoudens, len(huishoudens))


def _gemeente(loop: Loop) -> int:
    return loop.gemeente


def _form(gemeente: int, lopen: list[Loop], lot: Random) -> Huishouden:
    achternaam = lot.choice(ACHTERNAMEN)
    kinderen = [*_children_in_care(lopen, achternaam, lot), *_siblings(lopen, achternaam, lot)]
    oudste = min(kind.geboren for kind in kinderen)
    return Huishouden(
        gemeente=gemeente,
        kinderen=tuple(kinderen),
        ouders=tuple(_parents(oudste, achternaam, lot)),
        taal=lot.choice(TALEN) if lot.random() < 0.08 else "",
        has_voogd=lot.random() < 0.03,
    )


def _children_in_care(lopen: list[Loop], achternaam: str, lot: Random) -> Iterator[Mens]:
    for loop in lopen:
        leeftijd = lot.triangular(0.5, 17.4, 12)
        yield _child(achternaam, loop.ontvangen_op - leeftijd * JAAR, lot, loop)


def _siblings(lopen: list[Loop], achternaam: str, lot: Random) -> Iterator[Mens]:
    for _ in range(lot.choices((0, 1, 2), (50, 38, 12))[0]):
        yield _child(achternaam, lopen[0].ontvangen_op - lot.uniform(0.5, 17) * JAAR, lot, None)


def _child(achternaam: str, geboren: date, lot: Random, loop: Loop | None) -> Mens:
    geslacht = lot.choice("VM")
    return Mens(
        voornaam=lot.choice(MEISJES if geslacht == "V" else JONGENS),
        achternaam=achternaam,
        geslacht=geslacht,
        geboren=geboren,
        loop=loop,
    )


def _parents(oudste: date, achternaam: str, lot: Random) -> Iterator[Mens]:
    samen = lot.choices(("moeder", "vader", "beide"), (24, 6, 70))[0]
    eigen_naam = lot.choice(ACHTERNAMEN)
    if samen != "vader":
        yield Mens(
            voornaam=lot.choice(VROUWEN),
            achternaam=eigen_naam if samen == "beide" else achternaam,
            geslacht="V",
            geboren=oudste - lot.uniform(19, 38) * JAAR,
        )
    if samen != "moeder":
        yield Mens(
            voornaam=lot.choice(MANNEN),
            achternaam=achternaam,
            geslacht="M",
            geboren=oudste - lot.uniform(20, 42) * JAAR,
            has_gezag=samen == "vader" or lot.random() < 0.85,
        )
