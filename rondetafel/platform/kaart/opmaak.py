"""How is a page of the map written? Markdown that reads well as plain text too."""

from collections.abc import Iterable, Sequence


def table(koppen: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    """A table; a cell may not break the line or the row, so bars and line ends are taken out."""
    regels = [_row(koppen), "|".join(["", *("---" for _ in koppen), ""])]
    return "\n".join([*regels, *(_row(rij) for rij in rijen)])


def section(kop: str, *delen: str) -> str:
    """A heading of the second level with what stands under it; empty parts are left out."""
    return "\n\n".join([f"## {kop}", *filter(None, delen)])


def pile(*delen: str) -> str:
    """Parts under each other, with a blank line between them."""
    return "\n\n".join(filter(None, delen))


def _row(cellen: Sequence[object]) -> str:
    schoon = (" ".join(str(cel).split()).replace("|", "\\|") for cel in cellen)
    return f"| {' | '.join(schoon)} |"
