"""What can happen, and which operation writes it down?"""

import ast

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.platform.kaart.lezen import calls_to, keyword, operations
from rondetafel.platform.kaart.opmaak import table

INLEIDING = """Alles wat in het logboek kan staan, zoals het gezin het leest, en welke handeling het opschrijft. Elke
handeling schrijft precies één regel, ook als zij geweigerd wordt."""

# Written by the logboek itself, not by an operation.
VANZELF = {
    Gebeurtenis.BEKEKEN: "elke bladzijde over een gezin",
    Gebeurtenis.LOGBOEK_GEDOWNLOAD: "de bestanden van het logboek",
    Gebeurtenis.PLAN_GEDOWNLOAD: "het plan op papier",
    Gebeurtenis.ADRES_ONTHULD: "de bladzijde met adres en BSN voluit",
    Gebeurtenis.GEWEIGERD: "elke handeling die niet mag of niet kan",
}


def render() -> str:
    """Every event with its words, its part and its operations."""
    found = _recorded()
    return table(
        ["gebeurtenis", "zo leest het gezin het", "onderdeel", "opgeschreven door"],
        (
            (
                f"`{een.value}`",
                een.label,
                ", ".join(sorted({deel for deel, _ in found.get(een.name, [])} - {""})),
                VANZELF.get(een) or ", ".join(f"`{operatie}`" for _, operatie in found.get(een.name, [])),
            )
            for een in Gebeurtenis
        ),
    )


def _recorded() -> dict[str, list[tuple[str, str]]]:
    """Part and operation per event, read from the calls of `logboek.record`."""
    found: dict[str, list[tuple[str, str]]] = {}
    for room, function in operations():
        for call in calls_to(function, "logboek.record"):
            onderdeel = keyword(call, "onderdeel")
            deel = ast.unparse(onderdeel).rpartition(".")[2].lower() if onderdeel else ""
            naam = ast.unparse(call.args[0]).rpartition(".")[2]
            found.setdefault(naam, []).append((deel, f"{room}.{function.name}"))
    return found
