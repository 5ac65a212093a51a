"""Do the duties follow from the facts? The opdracht that recomputes them all, tells the differences and mends them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from rondetafel.kern.plichten import Verschil

TE_VEEL = 50


def sweep(words: Sequence[str]) -> int:
    """Recompute every duty; with `--herstel` put right what differs. Exit code 1: there were differences."""
    options = parser("sweep")
    options.add_argument(
        "--herstel", action="store_true", help="maak de termijnen wat ze horen te zijn, en schrijf dat op"
    )
    chosen = options.parse_args(words)
    choose_demo()
    with open_database(VAR):
        start_django("eigenaar")
        from rondetafel.kern import klok

        peildatum = klok.today()
        found = check(peildatum)
        if chosen.herstel:
            mend(found, peildatum)
    return 1 if found else 0


def check(peildatum: date) -> list[Verschil]:
    """Look at one moment of the database, and say what differs; only differences are kept in memory."""
    from rondetafel.werkplek.sweep import count_differences, one_moment
    from rondetafel.werkplek.sweep import sweep as recompute

    with one_moment():
        found = list(recompute(peildatum))
    for line in count_differences(found):
        tell(line)
    for een in found[:TE_VEEL]:
        tell(f"  {een.soort.value}: {een.regel}, {een.betreft} {een.betreft_id} {_fields(een)}".rstrip())
    tell(f"{len(found)} verschillen." if found else "0 verschillen: elke termijn klopt.")
    return found


def mend(found: Sequence[Verschil], peildatum: date) -> None:
    """One operation for each family, with a line in its logboek."""
    from rondetafel.kern.logboek import Werker
    from rondetafel.werkplek.operations import correct_termijnen

    per_gezin: dict[UUID, list[Verschil]] = {}
    for een in found:
        per_gezin.setdefault(een.gezin_id or een.betreft_id, []).append(een)
    door = Werker(doel="termijnen laten kloppen")
    done = sum(correct_termijnen(samen, door=door, peildatum=peildatum) for samen in per_gezin.values())
    tell(f"{done} termijnen hersteld.")


def _fields(een: Verschil) -> str:
    return ", ".join(f"{veld} hoort {waarde} te zijn" for veld, waarde in een.anders.items())
