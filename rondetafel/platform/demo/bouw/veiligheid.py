"""A worry about safety for the stories: a dossier with members, steps and estimates. All of it is invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.inschatting import Zorg, question_set
from rondetafel.regels.meldcode import WEEGVRAGEN, Stap
from rondetafel.veiligheid.models import Dossier, Inschatting, Lidmaatschap, Lidrol, Stapverslag

# Shown with everything in the dossier, so that nobody takes it for a real one.
MERK = "voorbeeld, verzonnen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zorgen:
    """Who holds the dossier, who reads along, and from which day; accounts by their short name."""

    over: str
    houder: str
    aandacht: str
    meelezer: str
    op: date
    volgende_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Schatting:
    """One estimate: an outcome of the example set, and per question what was found; the rest goes well."""

    op: date
    volgende_op: date
    uitkomst: str
    motivering: str
    zorgen: Mapping[str, Zorg] = field(hash=False)


def worry(decor: Decor, gezin: Gezin, zorgen: Zorgen) -> Dossier:
    """Begin a dossier with its three members."""
    houder = decor.accounts[zorgen.houder]
    dossier = Dossier.objects.create(
        gezinssleutel=gezin.pk,
        gemeentecode=gezin.gemeente_id,
        begonnen_op=zorgen.op,
        begonnen_door=houder.pk,
        over={"nummer": gezin.nummer, "wie": f"{zorgen.over} ({MERK})"},
        volgende_op=zorgen.volgende_op,
    )
    Lidmaatschap.objects.bulk_create(
        Lidmaatschap(
            dossier=dossier,
            gebruiker_id=decor.accounts[sleutel].pk,
            rol=rol,
            van=zorgen.op,
            gegeven_door=houder.pk,
            reden=reden,
        )
        for sleutel, rol, reden in (
            (zorgen.houder, Lidrol.HOUDER, "Begon dit dossier."),
            (zorgen.aandacht, Lidrol.AANDACHT, "Hoort bij elk dossier van deze gemeente."),
            (zorgen.meelezer, Lidrol.MEELEZER, "Ziet het kind elke week."),
        )
    )
    return dossier


def write_stap(
    decor: Decor, dossier: Dossier, stap: Stap, *, door: str, op: date, inhoud: dict[str, Any]
) -> None:
    """Write down one step as `door` did on that day."""
    with on_day(op):
        Stapverslag.objects.create(
            dossier=dossier, stap=stap, uitgave=1, gedaan_op=op, door=decor.accounts[door].pk, inhoud=inhoud
        )


def weighing(redenen: Mapping[str, str], *, antwoorden: Mapping[str, str]) -> dict[str, Any]:
    """The answers of a weighing; a question that is not named is answered with yes."""
    return {
        "antwoorden": {vraag.code: antwoorden.get(vraag.code, "ja") for vraag in WEEGVRAGEN},
        "redenen": dict(redenen),
    }


def estimate(decor: Decor, dossier: Dossier, schatting: Schatting, *, door: str) -> None:
    """Keep one estimate with the questions of the example set."""
    lijst = question_set()
    Inschatting.objects.create(
        dossier=dossier,
        gedaan_op=schatting.op,
        volgende_op=schatting.volgende_op,
        door=decor.accounts[door].pk,
        inhoud={
            "lijst": lijst.naam,
            "titel": lijst.titel,
            "uitkomst": schatting.uitkomst,
            "uitkomstnaam": lijst.uitkomst(schatting.uitkomst).naam,
            "motivering": schatting.motivering,
            "antwoorden": [
                {
                    "code": vraag.code,
                    "vraag": vraag.tekst,
                    "zorg": schatting.zorgen.get(vraag.code, Zorg.GOED).value,
                    "woorden": "",
                }
                for vraag in lijst.vragen
            ],
        },
    )
