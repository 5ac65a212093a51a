"""May the regie pass to a colleague: asked of who decides, from a day that is still to come, and never two at once?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.regels.beslissers import (
    MEERDERJARIG,
    ONDER_TWAALF,
    VANAF_TWAALF,
    VANAF_ZESTIEN,
    Als,
    Beslisser,
    Mens,
    deciders_about,
)
from rondetafel.regels.datum import format_datum
from rondetafel.regels.leeftijd import birthday_of
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
    """What is asked of a family that has a regisseur. `volgende_vanaf`: another one is to come already.

    `is_namens_gezin`: whoever said yes could say so for the family, or as its voogd, on that day.
    """

    van: date
    akkoord_op: date
    is_ander: bool
    is_namens_gezin: bool
    volgende_vanaf: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprekers:
    """Who can say yes to another regisseur: `personen` of the family, and an instelling as voogd of these children."""

    personen: frozenset[UUID]
    voogd_over: frozenset[UUID]


def consenters_of(gezin: Iterable[Mens], peildatum: date) -> frozenset[UUID]:
    """Who of a family can say yes for it on `peildatum`; empty when nobody is known who may."""
    kinderen, volwassenen = _deciders(gezin, peildatum)
    return _with_gezag_or_self(kinderen) or _persons(volwassenen)


@write_down(
    Regel(
        code="regie-wie-zegt-ja",
        stap=Stap.PLAN,
        vraag="Wie zegt namens het gezin ja tegen een andere regisseur?",
        tekst=(
            "Een ouder met gezag of een voogd uit het gezin. Heeft een gecertificeerde instelling de voogdij? Dan zegt "
            "de jeugdbeschermer ja, en een ouder zonder gezag niet. Zijn die er niet, dan een jongere die zelf beslist "
            "(vanaf 16 jaar), en anders een volwassene over zichzelf of wie die vertegenwoordigt. Een kind tot 12 "
            "zegt dit niet namens het gezin, en een jongere van 12 tot 16 niet alleen. Bespreek het wel met iedereen."
        ),
        voorbeeld="Een instelling is voogd van Jayden van 9: de jeugdbeschermer zegt ja, zijn moeder hoort het.",
        bronnen=(GEZIN_KIEST_MEE, ONDER_TWAALF, VANAF_TWAALF, VANAF_ZESTIEN),
    )
)
def speakers_of(gezin: Iterable[Mens], peildatum: date) -> Sprekers:
    """Who can say yes to another regisseur on `peildatum`; an adult without gezag never in the place of a voogd."""
    kinderen, volwassenen = _deciders(gezin, peildatum)
    voogd_over = frozenset(kind for kind, een in kinderen if een.persoon is None)
    personen = _with_gezag_or_self(kinderen)
    return Sprekers(
        personen=personen if personen or voogd_over else _persons(volwassenen), voogd_over=voogd_over
    )


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
        _no("Deze collega is al regisseur van dit gezin.", EEN_REGISSEUR, "Kies iemand anders.")
        if not overdracht.is_ander
        else None,
        _no("De eerste dag moet na vandaag liggen.", EEN_REGISSEUR, "Kies morgen of later.")
        if van <= peildatum
        else None,
        _no(
            f"De regie gaat al over op {format_datum(overdracht.volgende_vanaf)}. Een gezin heeft op elke dag één "
            "regisseur.",
            EEN_REGISSEUR,
            "Wacht tot die dag, of zeg die overdracht eerst af.",
        )
        if overdracht.volgende_vanaf
        else None,
        _no("Het gezin kan niet later dan vandaag ja hebben gezegd.", GEZIN_KIEST_MEE, "Kijk de dag na.")
        if akkoord > peildatum
        else None,
        _no(
            "Deze persoon kan op die dag geen ja zeggen namens het gezin.",
            GEZIN_KIEST_MEE,
            "Kies wie gezag heeft, wie voogd is of wie zelf beslist. Klopt dat niet? Kijk eerst het gezag na.",
        )
        if not overdracht.is_namens_gezin
        else None,
    )


@write_down(
    Regel(
        code="regie-afzeggen",
        stap=Stap.PLAN,
        vraag="Wanneer kan een overdracht van de regie nog worden afgezegd?",
        tekst=(
            "Tot en met de dag voor de nieuwe regisseur begint. De regisseur van nu blijft dan, zonder een dag "
            "ertussen. Het ja van het gezin blijft staan, met de dag en de reden van het afzeggen. Is de nieuwe "
            "regisseur al begonnen? Dan kan de regie alleen opnieuw worden overgedragen."
        ),
        voorbeeld="Joris begint op 1 december. Op 30 november kan Els het nog afzeggen, op 1 december niet meer.",
        bronnen=(GEZIN_KIEST_MEE, EEN_REGISSEUR),
    )
)
def assess_afzegging(van: date | None, peildatum: date) -> Oordeel:
    """May a regie that was to begin on `van` be called off? None: none is to come that was meant."""
    return combine(
        _no(
            "Deze overdracht is er niet meer. Misschien was een collega u net voor.",
            EEN_REGISSEUR,
            "Kijk bij Aan tafel wie er nu regisseur wordt.",
        )
        if van is None
        else None,
        _no(
            "De nieuwe regisseur is al begonnen.",
            EEN_REGISSEUR,
            "Moet het iemand anders worden? Draag de regie opnieuw over.",
        )
        if van is not None and van <= peildatum
        else None,
    )


@write_down(
    Regel(
        code="regie-eerste",
        stap=Stap.PLAN,
        vraag="Wie geeft een gezin zonder regisseur er een?",
        tekst=(
            "Het kernteam. Dat kan vanaf vandaag. Er gaat niets over, dus er is geen reden nodig; vraag het gezin "
            "wel wie het graag wil. Komt er al een regisseur? Dan wacht het kernteam die dag af."
        ),
        voorbeeld="Een gezin met één vraag had geen regisseur. Vandaag komt er een vraag bij: het kernteam kiest Els.",
        bronnen=(GEZIN_KIEST_MEE, EEN_REGISSEUR),
    )
)
def assess_eerste_regie(van: date, volgende_vanaf: date | None, peildatum: date) -> Oordeel:
    """May a family without a regisseur get one from `van` on?"""
    return combine(
        _no("De eerste dag kan niet voor vandaag liggen.", EEN_REGISSEUR, "Kies vandaag of later.")
        if van < peildatum
        else None,
        _has_one(volgende_vanaf, peildatum) if volgende_vanaf else None,
    )


def _has_one(vanaf: date, peildatum: date) -> Reden:
    """There is a regisseur already, or one is to come."""
    if vanaf <= peildatum:
        return _no(
            f"Dit gezin heeft al een regisseur, vanaf {format_datum(vanaf)}. Een collega was u net voor.",
            EEN_REGISSEUR,
            "Klopt het zo? Ga dan terug. Moet het iemand anders worden? Draag de regie over.",
        )
    return _no(
        f"Er komt al een regisseur op {format_datum(vanaf)}. Een gezin heeft op elke dag één regisseur.",
        EEN_REGISSEUR,
        "Wacht tot die dag.",
    )


def _deciders(
    gezin: Iterable[Mens], peildatum: date
) -> tuple[list[tuple[UUID, Beslisser]], list[tuple[UUID, Beslisser]]]:
    """Who decides about each child, and about each adult; beside the key of whom it is about."""
    kinderen: list[tuple[UUID, Beslisser]] = []
    volwassenen: list[tuple[UUID, Beslisser]] = []
    for mens in gezin:
        geboren = mens.geboortedatum
        is_kind = geboren is not None and peildatum < birthday_of(geboren, MEERDERJARIG)
        rij = kinderen if is_kind else volwassenen
        rij.extend((mens.id, een) for een in deciders_about(mens, peildatum))
    return kinderen, volwassenen


def _with_gezag_or_self(kinderen: Iterable[tuple[UUID, Beslisser]]) -> frozenset[UUID]:
    """Those with gezag; is there nobody, then the young people who decide for themselves."""
    rijen = list(kinderen)
    met_gezag = _persons(een for een in rijen if een[1].als in (Als.GEZAG, Als.VOOGD))
    return met_gezag or _persons(een for een in rijen if een[1].als is Als.ZELF)


def _persons(rijen: Iterable[tuple[UUID, Beslisser]]) -> frozenset[UUID]:
    return frozenset(een.persoon for _over, een in rijen if een.persoon)


def _no(tekst: str, bron: Bron, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=bron, uitweg=uitweg)
