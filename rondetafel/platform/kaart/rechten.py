"""Who may see and do what? The table of rights, laid out for people who must approve it."""

from enum import Enum

from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.toegang.rechten import RECHTEN, Onderdeel, Recht, Soort, may_in_general
from rondetafel.toegang.rollen import BREDE_ROLLEN, DOELEN, Hoedanigheid, Rol

INLEIDING = """Wie wat mag zien en doen. Een rol hoort bij een account. Een hoedanigheid hoort bij een band met één
gezin en geldt alleen voor dat gezin, zolang die band loopt. De database bewaakt deze tabel een tweede keer."""

# Rolle and hoedanigheid may bear the same name; behind this word a holder counts for one family only.
BIJ_GEZIN = " van het gezin"


def render() -> str:
    """The register of rights, the matrix of parts, and what each rol is for."""
    return pile(
        section("Register van rechten", _register()),
        section(
            "Wie komt waarbij?",
            "L is lezen, S is schrijven. Een lege cel betekent: niets.",
            _matrix(),
        ),
        section("Rollen en hun doel", _purposes()),
    )


def _register() -> str:
    return table(
        ["recht", "omschrijving", "soort", "onderdelen", "wie"],
        (
            (
                f"`{recht.value}`",
                RECHTEN[recht].omschrijving,
                RECHTEN[recht].soort.value,
                ", ".join(deel.value for deel in Onderdeel if deel in RECHTEN[recht].raakt) or "–",
                ", ".join(_holders(recht)),
            )
            for recht in Recht
        ),
    )


def _holders(recht: Recht) -> list[str]:
    houders = RECHTEN[recht].houders
    return [_name(houder) for houder in (*Rol, *Hoedanigheid) if _is_among(houder, houders)]


def _is_among(houder: Enum, houders: frozenset[Rol | Hoedanigheid]) -> bool:
    """Texts of the same word are equal, whatever they are a choice of; here the kind counts as well."""
    return any(type(een) is type(houder) and een == houder for een in houders)


def _name(houder: Rol | Hoedanigheid) -> str:
    return f"{houder.label}{BIJ_GEZIN}" if isinstance(houder, Hoedanigheid) else str(houder.label)


def _matrix() -> str:
    return table(
        ["wie", *(deel.value for deel in Onderdeel)],
        ([_name(wie), *(_cell(wie, deel) for deel in Onderdeel)] for wie in (*Rol, *Hoedanigheid)),
    )


def _cell(wie: Rol | Hoedanigheid, deel: Onderdeel) -> str:
    letters = {Soort.LEZEN: "L", Soort.SCHRIJVEN: "S"}
    return "".join(letter for soort, letter in letters.items() if may_in_general(wie, deel, soort))


def _purposes() -> str:
    return table(
        ["rol", "doel dat in het logboek staat", "leest"],
        ((rol.label, DOELEN[rol], "per gemeente" if rol in BREDE_ROLLEN else "per gezin") for rol in Rol),
    )
