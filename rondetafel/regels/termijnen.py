"""By which day must a duty be done, who must do it, and when does the warning start?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from rondetafel.regels.catalogus import Catalogus, Norm, Tijdseenheid
from rondetafel.regels.datum import add_months
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.werkdagen import Kalender

ACUTE_VRAAG = "acute-vraag"


class Rol(StrEnum):
    """Who must act."""

    TOEGANG = "toegang"
    KERNTEAM = "kernteam"
    BACKOFFICE = "backoffice"
    REGISSEUR = "regisseur"
    AANBIEDER = "aanbieder"
    DOELEIGENAAR = "doeleigenaar"
    BEVEILIGING = "beveiliging"
    KLACHTENFUNCTIONARIS = "klachtenfunctionaris"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenbasis:
    """The norms that hold for a case and the calendar to count with."""

    catalogus: Catalogus
    kalender: Kalender


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """One duty with its days. `vervalt_op` is the last day on which it is done in time.

    `laatste_werkdag` is the last working day up to `vervalt_op`: a term counted backwards may
    end in a weekend and is not moved, so that is the last day on which somebody is at work.
    """

    regel: str
    omschrijving: str
    wie: Rol
    vervalt_op: date
    laatste_werkdag: date
    waarschuw_vanaf: date
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """A duty: its norm, who must act, and whether it is counted from a start or back from an end."""

    norm: str
    wie: Rol
    count: Callable[[date, Norm, Kalender], date]

    def apply(self, datum: date, basis: Rekenbasis) -> Termijn:
        """Return the term for a duty that is counted from (or back from) `datum`."""
        norm = basis.catalogus.norm(self.norm)
        vervalt_op = self.count(datum, norm, basis.kalender)
        laatste_werkdag = basis.kalender.previous_werkdag(vervalt_op)
        return Termijn(
            regel=self.norm,
            omschrijving=norm.naam,
            wie=self.wie,
            vervalt_op=vervalt_op,
            laatste_werkdag=laatste_werkdag,
            waarschuw_vanaf=basis.kalender.subtract_werkdagen(
                laatste_werkdag, norm.waarschuw_werkdagen.waarde
            ),
            bron=norm.bron,
        )


def count_forward(datum: date, norm: Norm, kalender: Kalender) -> date:
    """Return the last day of a term that runs from `datum`; the day itself is day 0.

    :raises ValueError: for a norm in hours, which needs a moment and not a day.
    """
    match norm.eenheid:
        case Tijdseenheid.WERKDAGEN:
            einde = kalender.add_werkdagen(datum, norm.aantal)
        case Tijdseenheid.MAANDEN:
            einde = add_months(datum, norm.aantal)
        case _:
            einde = datum + _length_of(norm)
    return kalender.next_werkdag(einde) if norm.schuift_door else einde


def count_backward(datum: date, norm: Norm, kalender: Kalender) -> date:
    """Return the last day of a term before `datum`; such a term is not moved over a weekend.

    :raises ValueError: for a norm in working days, months or hours: no duty counts back in those.
    """
    return datum - _length_of(norm)


def acute_moment(gemeld_at: datetime, norm: Norm) -> datetime:
    """Return the moment by which an acute question is picked up, in clock hours, in the same zone.

    Counted in UTC, because a day on which the clock changes has 23 or 25 hours.

    :raises ValueError: for a moment without time zone or a norm in another unit.
    """
    if gemeld_at.tzinfo is None:
        raise ValueError("Een moment heeft een tijdzone nodig.")
    if norm.eenheid is not Tijdseenheid.UREN:
        raise ValueError(f"De norm {norm.code!r} is niet in uren.")
    einde = gemeld_at.astimezone(UTC) + timedelta(hours=norm.aantal)
    return einde.astimezone(gemeld_at.tzinfo)


def _length_of(norm: Norm) -> timedelta:
    if norm.eenheid is Tijdseenheid.WEKEN:
        return timedelta(weeks=norm.aantal)
    if norm.eenheid is Tijdseenheid.DAGEN:
        return timedelta(days=norm.aantal)
    raise ValueError(f"De norm {norm.code!r} in {norm.eenheid} past niet bij deze termijn.")


DOSSIER_DOORSTUREN = Termijnregel(norm="dossier-doorsturen", wie=Rol.TOEGANG, count=count_forward)
KERNTEAM_BESPREKEN = Termijnregel(norm="kernteam-bespreken", wie=Rol.KERNTEAM, count=count_forward)
BRIEF_VAN_AANBOD = Termijnregel(norm="brief-van-aanbod", wie=Rol.BACKOFFICE, count=count_forward)
DOELEN_VASTSTELLEN = Termijnregel(norm="doelen-vaststellen", wie=Rol.REGISSEUR, count=count_forward)
EVALUATIE = Termijnregel(norm="evaluatie", wie=Rol.DOELEIGENAAR, count=count_forward)
VERLENGING_VRAGEN = Termijnregel(norm="verlenging-vragen", wie=Rol.AANBIEDER, count=count_backward)
RTO_HOUDEN = Termijnregel(norm="rto-houden", wie=Rol.REGISSEUR, count=count_backward)
NOODKNOP_BEOORDELEN = Termijnregel(norm="noodknop-beoordelen", wie=Rol.BEVEILIGING, count=count_forward)
KLACHT_OPPAKKEN = Termijnregel(norm="klacht-oppakken", wie=Rol.KLACHTENFUNCTIONARIS, count=count_forward)
KLACHT_REACTIE = Termijnregel(norm="klacht-reactie", wie=Rol.AANBIEDER, count=count_forward)
PLAN_NA_AFZIEN = Termijnregel(norm="plan-na-afzien", wie=Rol.REGISSEUR, count=count_forward)
PLAN_OP_SCHRIFT = Termijnregel(norm="plan-op-schrift", wie=Rol.REGISSEUR, count=count_forward)

# Counted back from the birthday itself: the talk with the family is done the day before at the latest.
VERJAARDAGEN = {
    leeftijd: Termijnregel(norm=f"verjaardag-{leeftijd}", wie=Rol.REGISSEUR, count=count_backward)
    for leeftijd in (12, 16, 18)
}

TERMIJNREGELS = {
    regel.norm: regel
    for regel in (
        DOSSIER_DOORSTUREN,
        KERNTEAM_BESPREKEN,
        BRIEF_VAN_AANBOD,
        DOELEN_VASTSTELLEN,
        EVALUATIE,
        VERLENGING_VRAGEN,
        RTO_HOUDEN,
        NOODKNOP_BEOORDELEN,
        KLACHT_OPPAKKEN,
        KLACHT_REACTIE,
        PLAN_NA_AFZIEN,
        PLAN_OP_SCHRIFT,
        *VERJAARDAGEN.values(),
    )
}
