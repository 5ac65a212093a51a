"""How hard is a Dutch text to read? Sentences, words, syllables, and the score of Flesch and Douma."""

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

ZIN = re.compile(r"[^.!?\n]+[.!?]*")
WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A group of vowels sounds once; patterns for breaking off a line leave a first vowel with what follows it (o-ma).
KLINKERS = re.compile(r"ij|[aeiouyàáâäèéêëìíîïòóôöùúûü]+")

# What Douma calls each score and above, the easiest first.
OORDELEN = (
    (90, "zeer gemakkelijk"),
    (80, "gemakkelijk"),
    (70, "tamelijk gemakkelijk"),
    (60, "normaal"),
    (45, "tamelijk moeilijk"),
    (30, "moeilijk"),
)
MOEILIJKST = "zeer moeilijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesscore:
    """`waarde` is from 0 (hardest) to 100."""

    waarde: int

    @property
    def woord(self) -> str:
        return next((woord for grens, woord in OORDELEN if self.waarde >= grens), MOEILIJKST)

    def __str__(self) -> str:
        return f"{self.waarde} van de 100, {self.woord} te lezen"


def split_sentences(tekst: str) -> list[str]:
    """The sentences of a text; a new line ends one too."""
    zinnen = (zin.strip() for zin in ZIN.findall(tekst))
    return [zin for zin in zinnen if WOORD.search(zin)]


def split_words(tekst: str) -> list[str]:
    return WOORD.findall(tekst)


@lru_cache(maxsize=4096)
def count_syllables(woord: str) -> int:
    """How many syllables, by the patterns for breaking off a line and by the vowels in every piece."""
    stukken = _patterns().inserted(woord.lower()).split("-")
    return max(1, sum(len(KLINKERS.findall(stuk)) for stuk in stukken))


def score_text(tekst: str) -> Leesscore | None:
    """The score of Flesch and Douma; None for a text without words.

    206,84 - 0,93 times the words in a sentence - 77 times the syllables in a word, kept within 0 and 100.
    """
    woorden, zinnen = split_words(tekst), split_sentences(tekst)
    if not woorden:
        return None
    lettergrepen = sum(count_syllables(woord) for woord in woorden)
    score = 206.84 - 0.93 * len(woorden) / len(zinnen) - 77 * lettergrepen / len(woorden)
    return Leesscore(waarde=round(min(100, max(0, score))))


@lru_cache(maxsize=1)
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)
