"""Which part of the book was asked for: by words, step, product or chapter."""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.boek import (
    Boek,
    Documentblad,
    Getalblad,
    Keuzeblad,
    Normblad,
    Productblad,
    Regelblad,
    Tegenspraakblad,
)


class Deel(StrEnum):
    """A chapter that is not a step and not a product."""

    TERMIJNEN = "termijnen"
    TEGENSPRAKEN = "tegenspraken"
    BRONNEN = "bronnen"
    ALLES = "alles"


class Leesbaar(Protocol):
    @property
    def tekst(self) -> str: ...


Blad = TypeVar("Blad", bound=Leesbaar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What somebody asked of the book; nothing at all asks for its contents."""

    zoek: str = ""
    stap: Stap | None = None
    product: str = ""
    deel: Deel | None = None

    @property
    def is_leeg(self) -> bool:
        return not (self.zoek or self.stap or self.product or self.deel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keus:
    """What of the book is shown."""

    regels: tuple[Regelblad, ...] = ()
    producten: tuple[Productblad, ...] = ()
    normen: tuple[Normblad, ...] = ()
    keuzes: tuple[Keuzeblad, ...] = ()
    tegenspraken: tuple[Tegenspraakblad, ...] = ()
    documenten: tuple[Documentblad, ...] = ()

    @property
    def aantal(self) -> int:
        """How many things were found: rules, numbers, terms, contradictions and documents."""
        getallen = sum(len(blad.getallen) for blad in self.producten)
        oneens = len(self.keuzes) + len(self.tegenspraken)
        return len(self.regels) + getallen + len(self.normen) + oneens + len(self.documenten)


def choose(boek: Boek, vraag: Vraag) -> Keus:
    """Return what a question asks for; every word of `zoek` must occur."""
    woorden = flatten(vraag.zoek).split()
    keus = _of_part(boek, vraag)
    return Keus(
        regels=_with_words(keus.regels, woorden),
        producten=tuple(filter(None, (_product_with(blad, woorden) for blad in keus.producten))),
        normen=_with_words(keus.normen, woorden),
        keuzes=_with_words(keus.keuzes, woorden),
        tegenspraken=_with_words(keus.tegenspraken, woorden),
        documenten=_with_words(keus.documenten, woorden),
    )


def flatten(tekst: str) -> str:
    """Small letters without accents, so that a search forgives how it was typed."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def _of_part(boek: Boek, vraag: Vraag) -> Keus:
    if vraag.stap or vraag.product:
        return Keus(
            regels=tuple(blad for blad in boek.regels if _fits(blad, vraag)),
            producten=tuple(blad for blad in boek.producten if blad.product.code == vraag.product),
        )
    match vraag.deel:
        case Deel.TERMIJNEN:
            return Keus(normen=boek.normen)
        case Deel.TEGENSPRAKEN:
            return Keus(keuzes=boek.keuzes, tegenspraken=boek.tegenspraken)
        case Deel.BRONNEN:
            return Keus(documenten=boek.documenten)
    return Keus(
        regels=boek.regels,
        producten=boek.producten,
        normen=boek.normen,
        keuzes=boek.keuzes,
        tegenspraken=boek.tegenspraken,
        documenten=boek.documenten,
    )


def _fits(blad: Regelblad, vraag: Vraag) -> bool:
    """A product asks for the rules that judge by one of its own numbers."""
    eigen = any(product.code == vraag.product for _, rij in blad.getallen for product in rij)
    return vraag.stap in (None, blad.regel.stap) and (eigen or not vraag.product)


def _product_with(blad: Productblad, woorden: list[str]) -> Productblad | None:
    """The rows in which the words stand; a word of the name of the product counts for each row."""
    naam = flatten(blad.product.naam)
    getallen: tuple[Getalblad, ...] = tuple(
        rij for rij in blad.getallen if _has(f"{naam} {flatten(rij.tekst)}", woorden)
    )
    return replace(blad, getallen=getallen) if getallen else None


def _with_words(bladen: tuple[Blad, ...], woorden: list[str]) -> tuple[Blad, ...]:
    return tuple(blad for blad in bladen if _has(flatten(blad.tekst), woorden))


def _has(tekst: str, woorden: list[str]) -> bool:
    return all(woord in tekst for woord in woorden)
