"""From which day on does the kernteam have its week to discuss a question?"""

from collections.abc import Mapping
from datetime import date

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Keuze
from rondetafel.regels.regelboek import Regel, Stap, write_down

COMPLETE_VRAAG = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 12",
    regel="Een week is de tijd om een complete vraag te bespreken",
)


@write_down(
    Regel(
        code="kernteam-week-begint",
        stap=Stap.TRIAGE,
        vraag="Wanneer begint de week van het kernteam?",
        tekst=(
            "Als het dossier compleet is en bij instroom komt. Leest een regio de bronnen zo dat alle vragen "
            "meetellen, dan begint de week op de dag van de aanmelding. Moet de verwijzer nog iets aanvullen, dan "
            "staat de klok stil."
        ),
        voorbeeld=(
            "Aangemeld op maandag 2 november 2026, dossier compleet op vrijdag 6 november: de week begint op "
            "6 november."
        ),
        bronnen=(COMPLETE_VRAAG,),
        tegenspraken=("F35",),
    )
)
def begin_of_week(
    ontvangen_op: date, doorgestuurd_op: date | None, keuzes: Mapping[str, Keuze]
) -> date | None:
    """Return the day that the week counts from; None while it has not begun."""
    return ontvangen_op if keuzes["twaalf-b"].lezing.code == "alle" else doorgestuurd_op
