"""The answer of a rule: never a bare False, always the reasons, their sources and the way out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A place in a document listed in docs/bronnen.md, and what it says in our own words."""

    document: str
    plek: str
    regel: str

    def __str__(self) -> str:
        return f"{self.regel} ({self.document}, {self.plek})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reden:
    """One thing that stands in the way, worded for the person who has to fix it.

    `uitweg` says what that person can do about it; it stays empty where nothing can be done.
    A reason with `blokkeert=False` is a signal: shown and kept, but it stops nobody.
    """

    tekst: str
    bron: Bron
    blokkeert: bool = True
    uitweg: str = ""


class Geweigerd(Exception):
    """An operation was asked for that the rules do not allow."""

    def __init__(self, oordeel: "Oordeel") -> None:
        super().__init__(oordeel)
        self.oordeel = oordeel

    def __str__(self) -> str:
        return " ".join(reden.tekst for reden in self.oordeel.blokkades)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """What the rules found, with the facts they looked at (name and value as shown to people)."""

    redenen: tuple[Reden, ...] = ()
    feiten: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def blokkades(self) -> tuple[Reden, ...]:
        return tuple(reden for reden in self.redenen if reden.blokkeert)

    @property
    def signalen(self) -> tuple[Reden, ...]:
        return tuple(reden for reden in self.redenen if not reden.blokkeert)

    @property
    def is_akkoord(self) -> bool:
        return not self.blokkades

    def enforce(self) -> Self:
        """Return this oordeel when nothing blocks.

        :raises Geweigerd: with every reason, not only the first.
        """
        if not self.is_akkoord:
            raise Geweigerd(self)
        return self


class Feiten(Mapping[str, str]):
    """Facts that are worded when somebody asks for them: most judgements of a sweep are never read."""

    __slots__ = ("_feiten", "_word")

    def __init__(self, word: Callable[[], Mapping[str, str]]) -> None:
        self._word = word
        self._feiten: Mapping[str, str] | None = None

    def __getitem__(self, naam: str) -> str:
        return self._worded[naam]

    def __iter__(self) -> Iterator[str]:
        return iter(self._worded)

    def __len__(self) -> int:
        return len(self._worded)

    def __repr__(self) -> str:
        return repr(self._worded)

    @property
    def _worded(self) -> Mapping[str, str]:
        if self._feiten is None:
            self._feiten = self._word()
        return self._feiten


# What one rule has to say: nothing, a reason, or several.
Gevonden = Reden | None | Iterator[Reden]


def reasons_of(gevonden: Gevonden) -> tuple[Reden, ...]:
    if gevonden is None:
        return ()
    return (gevonden,) if isinstance(gevonden, Reden) else tuple(gevonden)


def combine(
    *redenen: Reden | None, feiten: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None
) -> Oordeel:
    """Collect what the separate rules found; None means that a rule had nothing to say.

    `feiten` may be a function that words them, for rules that are asked about many cases at once.
    """
    return Oordeel(
        redenen=tuple(filter(None, redenen)),
        feiten=Feiten(feiten) if callable(feiten) else dict(feiten or {}),
    )


def merge(*oordelen: Oordeel) -> Oordeel:
    """Return one judgement of several, with the reasons and the facts of all."""
    feiten = {naam: waarde for oordeel in oordelen for naam, waarde in oordeel.feiten.items()}
    return combine(*(reden for oordeel in oordelen for reden in oordeel.redenen), feiten=feiten)


def as_record(oordeel: Oordeel) -> dict[str, Any]:
    """Return the oordeel as JSON-able data, to be stored with the decision it led to.

    Texts and sources are stored as they were shown, so that "why" can still be answered
    when the rules, or the wording, have changed since.
    """
    return {
        "akkoord": oordeel.is_akkoord,
        "redenen": [_reden_record(reden) for reden in oordeel.redenen],
        "feiten": dict(oordeel.feiten),
    }


def from_record(record: Mapping[str, Any]) -> Oordeel:
    """Return the oordeel that `as_record` wrote down.

    :raises KeyError: when the record lacks a field.
    """
    return combine(
        *(_reden_from(reden) for reden in record["redenen"]),
        feiten=record["feiten"],
    )


def as_bron_record(bron: Bron) -> dict[str, str]:
    """Return a source as JSON-able data, to be stored with what it is the ground for."""
    return {"document": bron.document, "plek": bron.plek, "regel": bron.regel}


def from_bron_record(record: Mapping[str, str]) -> Bron:
    """Return the source that `as_bron_record` wrote down."""
    return Bron(**record)


def _reden_record(reden: Reden) -> dict[str, Any]:
    return {
        "tekst": reden.tekst,
        "uitweg": reden.uitweg,
        "blokkeert": reden.blokkeert,
        "bron": as_bron_record(reden.bron),
    }


def _reden_from(record: Mapping[str, Any]) -> Reden:
    return Reden(
        tekst=record["tekst"],
        bron=from_bron_record(record["bron"]),
        blokkeert=record["blokkeert"],
        uitweg=record["uitweg"],
    )
