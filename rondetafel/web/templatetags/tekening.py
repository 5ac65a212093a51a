"""Drawings of a family, each with the same in a table. What goes in stands in web/tekening/familie.py and netwerk.py.

{% genogram genogram naam="genogram" titel="Het genogram van Noor" open_tabel=False %}      a Genogram
{% ecogram kringen naam="ecogram" titel="Wie staan er om Noor heen?" open_tabel=False %}    Kringen
{% bolletjes kringen naam="bolletjes" titel="Wie staan dichtbij?" open_tabel=False %}       the same Kringen
{% genogramtabel genogram %}   {% kringentabel kringen %}                                   the table alone

`naam` is unique on a page. On a phone the drawing moves inside its own box.
"""

from typing import Any

from django import template

from rondetafel.web.tekening.familie import Genogram, Lid, Stand, Teken
from rondetafel.web.tekening.genogram import Genogrambeeld, arrange_genogram
from rondetafel.web.tekening.kring import Kringbeeld, arrange_bolletjes, arrange_ecogram
from rondetafel.web.tekening.netwerk import Kringen
from rondetafel.web.tekening.vormen import HALF, outline
from rondetafel.web.tekening.woorden import (
    KRACHTWOORDEN,
    LIJNWOORDEN,
    MOGELIJK,
    STANDWOORDEN,
    TEKENWOORDEN,
    tell_genogram,
    tell_kringen,
    tell_pair,
)

register = template.Library()

# The usual letter of a browser: a drawing grows with the letters of the page.
REM = 16


@register.inclusion_tag("web/tekening/genogram.html")
def genogram(
    genogram: Genogram, *, naam: str = "genogram", titel: str = "", open_tabel: bool = False
) -> dict[str, Any]:
    """A genogram with what its symbols mean, and everybody in a table."""
    beeld = arrange_genogram(genogram)
    return {
        "genogram": genogram,
        "beeld": beeld,
        "midden": _where_it_is_about(beeld),
        "naam": naam,
        "titel": titel,
        "open_tabel": open_tabel,
        "vormen": _used_symbols(genogram),
        "heeft_index": any(lid.is_index for lid in genogram.leden),
        "heeft_overleden": any(lid.is_overleden for lid in genogram.leden),
        "lijnen": _used_lines(beeld),
        "niet_getekend": [tell_pair(genogram, paar) for paar in beeld.niet_getekend],
    }


@register.inclusion_tag("web/tekening/genogramtabel.html")
def genogramtabel(genogram: Genogram) -> dict[str, Any]:
    """Everybody of a genogram, with all that the drawing shows of them."""
    return {"regels": tell_genogram(genogram)}


@register.inclusion_tag("web/tekening/kringen.html")
def ecogram(
    kringen: Kringen, *, naam: str = "ecogram", titel: str = "", open_tabel: bool = False
) -> dict[str, Any]:
    """A star of everybody around a person, with the support they give and can give."""
    beeld = arrange_ecogram(kringen)
    soorten = [(kracht.value, woord) for kracht, woord in KRACHTWOORDEN.items()] + [("mogelijk", MOGELIJK)]
    gebruikt = {straal.soort for straal in beeld.stralen}
    return {
        **_shared(kringen, beeld, naam, titel, open_tabel),
        "lijnen": [(soort, woord) for soort, woord in soorten if soort in gebruikt],
        "heeft_pijlen": any(straal.pijlen for straal in beeld.stralen),
        "hulp": sorted(
            {(hulp.letter, hulp.woord) for een in kringen.contacten for hulp in (*een.nu, *een.kan)}
        ),
        "heeft_mogelijk": any(een.kan for een in kringen.contacten),
    }


@register.inclusion_tag("web/tekening/kringen.html")
def bolletjes(
    kringen: Kringen, *, naam: str = "bolletjes", titel: str = "", open_tabel: bool = False
) -> dict[str, Any]:
    """Three rings around a person: the nearer, the closer to the middle."""
    beeld = arrange_bolletjes(kringen)
    return _shared(kringen, beeld, naam, titel, open_tabel)


@register.inclusion_tag("web/tekening/kringentabel.html")
def kringentabel(kringen: Kringen) -> dict[str, Any]:
    """Everybody around a person, with all that the drawings show of them."""
    return {"regels": tell_kringen(kringen), "naam": kringen.naam}


@register.filter
def rem(maat: float) -> str:
    """A size in the unit that grows with the letters."""
    return f"{maat / REM:.2f}rem"


def _shared(kringen: Kringen, beeld: Kringbeeld, naam: str, titel: str, open_tabel: bool) -> dict[str, Any]:
    midden = -beeld.links / beeld.breedte
    return {
        "kringen": kringen,
        "beeld": beeld,
        "midden": midden,
        "naam": naam,
        "titel": titel,
        "open_tabel": open_tabel,
    }


def _where_it_is_about(beeld: Genogrambeeld) -> float:
    """How far from its left side a drawing shows the person whom it is about, as a part of its width."""
    plekken = [symbool.x for symbool in beeld.symbolen if symbool.lid.is_index] or [beeld.breedte / 2]
    return plekken[0] / beeld.breedte


def _used_symbols(genogram: Genogram) -> list[dict[str, Any]]:
    """What each symbol of this drawing means; nothing is explained that is not there."""
    tekens = {lid.teken for lid in genogram.leden}
    return [
        {"omtrek": outline(_sample(teken), HALF, HALF), "woord": woord}
        for teken, woord in TEKENWOORDEN.items()
        if teken in tekens
    ]


def _sample(teken: Teken) -> Lid:
    return Lid(sleutel="", naam="", teken=teken)


def _used_lines(beeld: Genogrambeeld) -> list[tuple[str, str, int]]:
    """Style, meaning and number of slashes of each line that is drawn."""
    gebruikt = {lijn.soort for lijn in beeld.lijnen}
    standen = [(stand.value, str(woord)) for stand, woord in STANDWOORDEN.items()]
    banden = [(band.value, str(woord)) for band, woord in LIJNWOORDEN.items()]
    strepen = {Stand.UIT_ELKAAR.value: 1, Stand.GESCHEIDEN.value: 2}
    return [(soort, woord, strepen.get(soort, 0)) for soort, woord in standen + banden if soort in gebruikt]
