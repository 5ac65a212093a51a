"""May the regie pass to a colleague: asked of the family, from a day that is still to come, and never two at once?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

GEZIN_KIEST_MEE = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Het gezin zegt wie het graag als coördinator heeft, en samen wordt dat vastgesteld",
)
EEN_REGISSEUR = Bron(
    document="rondetafel",
    plek="ADR 0040: één plan, wie erbij kan en wie het leidt",
    regel="Een gezin heeft op elke dag één regisseur",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    """What is asked. `loopt_vanaf` None: the family has no regisseur; `volgende_vanaf`: one is to come already."""

    van: date
    akkoord_op: date
    is_ander: bool
    loopt_vanaf: date | None
    volgende_vanaf: date | None = None


@write_down(
    Regel(
        code="regie-overdragen",
        stap=Stap.PLAN,
        vraag="Wanneer gaat de regie over naar een collega?",
        tekst=(
            "Als het gezin het goed vindt, vanaf een dag die nog komt. Tot en met de dag ervoor blijft u regisseur. "
            "Zo heeft het gezin op elke dag precies één regisseur. Bent u er even niet? Dan is vervanging genoeg."
        ),
        voorbeeld=(
            "Op 16 november draagt Els de regie over vanaf 1 december: Els is regisseur tot en met 30 november."
        ),
        bronnen=(GEZIN_KIEST_MEE, EEN_REGISSEUR),
    )
)
def assess_overdracht(overdracht: Overdracht, peildatum: date) -> Oordeel:
    """May the regie pass on like this?"""
    van, akkoord = overdracht.van, overdracht.akkoord_op
    return combine(
        _no("Dit gezin heeft nu geen regisseur.", EEN_REGISSEUR, "Het kernteam kiest een regisseur.")
        if overdracht.loopt_vanaf is None
        else None,
        _no("Deze collega is al regisseur van dit gezin.", EEN_REGISSEUR, "Kies iemand anders.")
        if not overdracht.is_ander
        else None,
        _no("De eerste dag moet na vandaag liggen.", EEN_REGISSEUR, "Kies morgen of later.")
        if van <= peildatum
        else None,
        _no(
            f"De regie gaat al over op {format_datum(overdracht.volgende_vanaf)}.",
            EEN_REGISSEUR,
            "Wacht tot die dag. De nieuwe regisseur kan de regie dan weer overdragen.",
        )
        if overdracht.volgende_vanaf
        else None,
        _no("Het gezin kan niet later dan vandaag ja hebben gezegd.", GEZIN_KIEST_MEE, "Kijk de dag na.")
        if akkoord > peildatum
        else None,
    )


def _no(tekst: str, bron: Bron, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=bron, uitweg=uitweg)
