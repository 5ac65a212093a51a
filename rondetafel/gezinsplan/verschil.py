"""What changed between two versions of a plan?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.queries import Actiestand, Doelstand
from rondetafel.regels.datum import format_datum
from rondetafel.regels.evaluatieadvies import Uitkomst

# The words of a goal in the order of the form, each with what it is called there.
WOORDEN = {
    "specifiek": _("Wat willen jullie bereiken?"),
    "meetbaar": _("Waaraan zien jullie dat het gelukt is?"),
    "acceptabel": _("Wie is het ermee eens en doet mee?"),
    "realistisch": _("Waarom kan het lukken?"),
    "gestart_op": _("Wanneer begint het?"),
    "behaald_voor": _("Wanneer moet het gelukt zijn?"),
    "zwaarte": _("Hoe zwaar is de vraag?"),
    "inzet": _("Welke hulp komt hiervoor?"),
    "uitkomst": _("Hoe stond het ermee?"),
}
DAGEN = ("gestart_op", "behaald_voor")


class Soort(StrEnum):
    """What happened to a goal between two versions."""

    NIEUW = "nieuw"
    WEG = "weg"
    ANDERS = "anders"
    GELIJK = "gelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One thing that differs: what it is, how it was and how it became. Empty: it was not there."""

    wat: str
    was: str
    werd: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelverschil:
    """A goal that is in at least one of two versions, and what differs of it."""

    titel: str
    letter: str
    soort: Soort
    verschillen: tuple[Verschil, ...] = ()


def compare(was: tuple[Doelstand, ...], werd: tuple[Doelstand, ...]) -> list[Doelverschil]:
    """Return every goal of both versions, by letter, with what differs; names as they are now."""
    eerst, later = ({een.doel_id: een for een in standen} for standen in (was, werd))
    verschillen = [
        _compare_doel(eerst.get(doel_id), later.get(doel_id)) for doel_id in dict.fromkeys([*eerst, *later])
    ]
    return sorted(verschillen, key=lambda een: (een.letter, een.titel))


def _compare_doel(was: Doelstand | None, werd: Doelstand | None) -> Doelverschil:
    nu = werd or was
    assert nu is not None
    titel, letter = nu.inhoud.specifiek, nu.inhoud.letter
    if was is None or werd is None:
        return Doelverschil(titel=titel, letter=letter, soort=Soort.NIEUW if werd else Soort.WEG)
    verschillen = (*_words(was, werd), *_people(was, werd), *_acties(was, werd))
    soort = Soort.ANDERS if verschillen else Soort.GELIJK
    return Doelverschil(titel=titel, letter=letter, soort=soort, verschillen=verschillen)


def _words(was: Doelstand, werd: Doelstand) -> Iterator[Verschil]:
    for naam, wat in WOORDEN.items():
        oud, nieuw = (_word(naam, getattr(een.inhoud, naam)) for een in (was, werd))
        if oud != nieuw:
            yield Verschil(wat=str(wat), was=oud, werd=nieuw)


def _people(was: Doelstand, werd: Doelstand) -> Iterator[Verschil]:
    oud, nieuw = was.inhoud.over, werd.inhoud.over
    if oud is not None and nieuw is not None and oud != nieuw:
        yield Verschil(
            wat=str(_("Voor wie is dit doel?")), was=_name_over(oud, was), werd=_name_over(nieuw, werd)
        )
    if was.eigenaar != werd.eigenaar:
        yield Verschil(wat=str(_("Wie is eigenaar?")), was=was.eigenaar, werd=werd.eigenaar)


def _name_over(over: str, stand: Doelstand) -> str:
    return (stand.voor or str(_("iemand anders"))) if over else str(_("het hele gezin"))


def _acties(was: Doelstand, werd: Doelstand) -> Iterator[Verschil]:
    eerst, later = ({een.actie_id: een for een in stand.acties} for stand in (was, werd))
    actie_ids: list[UUID] = [*dict.fromkeys([*eerst, *later])]
    for actie_id in actie_ids:
        oud, nieuw = (_tell(standen.get(actie_id)) for standen in (eerst, later))
        if oud != nieuw:
            yield Verschil(wat=str(_("Actie")), was=oud, werd=nieuw)


def _tell(actie: Actiestand | None) -> str:
    if actie is None:
        return ""
    dagen = (
        (_(", vanaf %(dag)s"), actie.vanaf),
        (_(", tot en met %(dag)s"), actie.tot),
        (_(", klaar op %(dag)s"), actie.klaar_op),
    )
    return f"{actie.wie}: {actie.tekst}" + "".join(
        woord % {"dag": format_datum(dag)} for woord, dag in dagen if dag
    )


def _word(naam: str, waarde: str) -> str:
    if not waarde:
        return ""
    if naam in DAGEN:
        return format_datum(date.fromisoformat(waarde))
    return Uitkomst(waarde).naam if naam == "uitkomst" else waarde
