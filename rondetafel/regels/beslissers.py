"""Who decides about one person on a day, and on which days does that change? Age, gezag and capacity."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from rondetafel.regels.datum import DAG, add_months, holds_on
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

MEEBESLISSEN_VANAF = 12
ALLEEN_BESLISSEN_VANAF = 16
MEERDERJARIG = 18
KEERPUNTEN = (MEEBESLISSEN_VANAF, ALLEEN_BESLISSEN_VANAF, MEERDERJARIG)
BERICHT_MAANDEN = 3

ONDER_TWAALF = Bron(
    document="jeugdwet",
    plek="artikel 7.3.15 lid 1",
    regel="Voor een kind onder de 12 beslissen de ouders met gezag of de voogd",
)
VANAF_TWAALF = Bron(
    document="jeugdwet",
    plek="artikel 7.3.4 lid 2",
    regel="Van 12 tot 16 jaar beslist de jongere samen met de ouders met gezag of de voogd",
)
VANAF_ZESTIEN = Bron(
    document="jeugdwet",
    plek="artikel 7.3.5",
    regel="Vanaf 16 jaar beslist de jongere alleen",
)
ONBEKWAAM_KIND = Bron(
    document="jeugdwet",
    plek="artikel 7.3.15 lid 2",
    regel="Kan een jongere dit zelf niet goed afwegen, dan beslissen tot 18 jaar de ouders met gezag of de voogd",
)
ONBEKWAAM_VOLWASSENE = Bron(
    document="jeugdwet",
    plek="artikel 7.3.15 lid 2 en 3",
    regel="Kan een volwassene dit zelf niet goed afwegen, dan beslist de mentor, de curator of wie is aangewezen",
)
VOLWASSENE = Bron(
    document="jeugdwet",
    plek="artikel 7.3.11",
    regel="Over wat van een volwassene is, beslist die zelf",
)


class Als(Enum):
    """In which capacity somebody decides, as the family reads it."""

    ZELF = "over zichzelf"
    SAMEN = "samen met wie gezag heeft"
    GEZAG = "heeft gezag"
    VOOGD = "voogd"
    VOOGD_GI = "als voogd"
    VERTEGENWOORDIGER = "mentor, curator of aangewezen vertegenwoordiger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsfeit:
    """Gezag over one child: who holds it (None is a gecertificeerde instelling), in which capacity, and when."""

    houder: UUID | None
    als: Als
    van: date
    tot: date | None = None

    def holds_on(self, peildatum: date) -> bool:
        return holds_on(peildatum, self.van, self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onbekwaamheid:
    """Days on which somebody cannot weigh their own interest; after 18 the vertegenwoordiger decides."""

    van: date
    tot: date | None = None
    vertegenwoordiger: UUID | None = None

    def holds_on(self, peildatum: date) -> bool:
        return holds_on(peildatum, self.van, self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mens:
    """One person as far as this rule must know; without a day of birth only for an adult."""

    id: UUID
    geboortedatum: date | None
    gezag: tuple[Gezagsfeit, ...] = ()
    onbekwaam: tuple[Onbekwaamheid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslisser:
    """Somebody who decides; None as person is a gecertificeerde instelling. `sinds`: the first day of it.

    An answer from before that day was given in another capacity, and does not count.
    """

    persoon: UUID | None
    als: Als
    sinds: date
    bron: Bron


@write_down(
    Regel(
        code="wie-beslist-over-een-kind",
        stap=Stap.PRIVACY,
        vraag="Wie beslist over delen en over hulp?",
        tekst=(
            "Tot 12 jaar beslissen de ouders met gezag of de voogd. Van 12 tot 16 jaar beslist de "
            "jongere samen met hen. Vanaf 16 jaar beslist de jongere alleen. Kan iemand dit niet zelf "
            "afwegen, dan beslissen tot 18 jaar de ouders of de voogd, en daarna de mentor, de curator "
            "of wie is aangewezen."
        ),
        voorbeeld=(
            "Noor wordt op 14 maart 12 jaar. Tot en met 13 maart beslist haar moeder met gezag. Vanaf 14 "
            "maart beslissen zij samen."
        ),
        bronnen=(ONDER_TWAALF, VANAF_TWAALF, VANAF_ZESTIEN, ONBEKWAAM_KIND, ONBEKWAAM_VOLWASSENE, VOLWASSENE),
    )
)
def deciders_about(mens: Mens, peildatum: date) -> tuple[Beslisser, ...]:
    """Return who decide about `mens` on `peildatum`; empty when nobody is known who may."""
    onbekwaam = next((een for een in mens.onbekwaam if een.holds_on(peildatum)), None)
    geboren = mens.geboortedatum
    if geboren is None or peildatum >= birthday_of(geboren, MEERDERJARIG):
        return _about_adult(mens, onbekwaam)
    zestien, twaalf = birthday_of(geboren, ALLEEN_BESLISSEN_VANAF), birthday_of(geboren, MEEBESLISSEN_VANAF)
    if peildatum < twaalf:
        return tuple(_with_gezag(mens, peildatum, bron=ONDER_TWAALF))
    if onbekwaam:
        # Whoever could decide alone since sixteen and cannot any more: then those with gezag begin anew.
        vroegst = onbekwaam.van if onbekwaam.van > zestien else None
        return tuple(_with_gezag(mens, peildatum, bron=ONBEKWAAM_KIND, vroegst=vroegst))
    if peildatum >= zestien:
        return (
            _self(mens, als=Als.ZELF, sinds=_capable_since(mens, zestien, peildatum), bron=VANAF_ZESTIEN),
        )
    zelf = _self(mens, als=Als.SAMEN, sinds=_capable_since(mens, twaalf, peildatum), bron=VANAF_TWAALF)
    return (zelf, *_with_gezag(mens, peildatum, bron=VANAF_TWAALF))


def turning_days(mens: Mens, na: date) -> tuple[date, ...]:
    """Return the days after `na` on which somebody else decides about `mens`, the first one first."""
    kandidaten = sorted({dag for dag in _days_of(mens) if dag > na})
    return tuple(dag for dag in kandidaten if _differs(mens, dag))


def last_day_of_deciders(mens: Mens, peildatum: date) -> date | None:
    """Return the last day on which the same people decide as on `peildatum`; None: it changes on no day."""
    dagen = turning_days(mens, peildatum)
    return dagen[0] - DAG if dagen else None


def decides_until(mens: Mens, persoon: UUID | None, peildatum: date) -> date | None:
    """Return the last day on which `persoon`, who decides on `peildatum`, still does; None has no end.

    As `persoon` None is the gecertificeerde instelling that has the voogdij.

    :raises ValueError: for who does not decide on `peildatum`.
    """
    if not _is_decider(mens, persoon, peildatum):
        raise ValueError(f"Op {peildatum} beslist deze persoon niet mee.")
    dagen = sorted({dag for dag in _days_of(mens) if dag > peildatum})
    return next((dag - DAG for dag in dagen if not _is_decider(mens, persoon, dag)), None)


@write_down(
    Regel(
        code="antwoord-van-vroeger",
        stap=Stap.PRIVACY,
        vraag="Telt een antwoord van vroeger nog mee?",
        tekst=(
            "Een antwoord telt als het is gegeven door wie nu beslist, op een dag dat die persoon al zo "
            "besliste. Wie later op een andere grond beslist, antwoordt opnieuw."
        ),
        voorbeeld=(
            "Sam zei op 10 april als 15-jarige ja, samen met zijn moeder. Op 2 mei wordt hij 16. Zijn ja "
            "van april telt niet meer: hij beslist nu alleen en wordt het opnieuw gevraagd."
        ),
        bronnen=(VANAF_ZESTIEN,),
    )
)
def is_counted(beslisser: Beslisser, *, persoon: UUID | None, gegeven_op: date) -> bool:
    """Tell whether an answer counts for `beslisser`: theirs, and given since they decide in this capacity."""
    return beslisser.persoon == persoon and gegeven_op >= beslisser.sinds


def notice_from(verjaardag: date) -> date:
    """Return the day on which the friendly notice about a birthday begins: three months before it."""
    return add_months(verjaardag, -BERICHT_MAANDEN)


def turning_birthdays(geboortedatum: date) -> tuple[tuple[int, date], ...]:
    """Return the birthdays on which rights turn: the age, and the day it is reached."""
    return tuple((leeftijd, birthday_of(geboortedatum, leeftijd)) for leeftijd in KEERPUNTEN)


def _about_adult(mens: Mens, onbekwaam: Onbekwaamheid | None) -> tuple[Beslisser, ...]:
    begin = birthday_of(mens.geboortedatum, ALLEEN_BESLISSEN_VANAF) if mens.geboortedatum else date.min
    if onbekwaam is None:
        # The same person decides alone since sixteen; eighteen changes nothing about that.
        return (_self(mens, als=Als.ZELF, sinds=_capable_since(mens, begin, date.max), bron=VOLWASSENE),)
    if onbekwaam.vertegenwoordiger is None:
        return ()
    meerderjarig = birthday_of(mens.geboortedatum, MEERDERJARIG) if mens.geboortedatum else date.min
    return (
        Beslisser(
            persoon=onbekwaam.vertegenwoordiger,
            als=Als.VERTEGENWOORDIGER,
            sinds=max(onbekwaam.van, meerderjarig),
            bron=ONBEKWAAM_VOLWASSENE,
        ),
    )


def _self(mens: Mens, *, als: Als, sinds: date, bron: Bron) -> Beslisser:
    return Beslisser(persoon=mens.id, als=als, sinds=sinds, bron=bron)


def _capable_since(mens: Mens, vanaf: date, peildatum: date) -> date:
    """The first day of deciding oneself: the birthday, or the day after a time in which one could not."""
    voorbij = [een.tot + DAG for een in mens.onbekwaam if een.tot and een.tot < peildatum]
    return max([vanaf, *voorbij])


def _with_gezag(
    mens: Mens, peildatum: date, *, bron: Bron, vroegst: date | None = None
) -> Iterator[Beslisser]:
    for feit in mens.gezag:
        if feit.holds_on(peildatum):
            sinds = max(feit.van, vroegst or feit.van)
            yield Beslisser(persoon=feit.houder, als=feit.als, sinds=sinds, bron=bron)


def _days_of(mens: Mens) -> Iterator[date]:
    """Every day on which the answer may change."""
    if mens.geboortedatum:
        yield from (dag for _, dag in turning_birthdays(mens.geboortedatum))
    feiten: tuple[Gezagsfeit | Onbekwaamheid, ...] = (*mens.gezag, *mens.onbekwaam)
    for feit in feiten:
        yield feit.van
        if feit.tot:
            yield feit.tot + DAG


def _differs(mens: Mens, dag: date) -> bool:
    return _capacities(mens, dag - DAG) != _capacities(mens, dag)


def _is_decider(mens: Mens, persoon: UUID | None, peildatum: date) -> bool:
    return any(een.persoon == persoon for een in deciders_about(mens, peildatum))


def _capacities(mens: Mens, peildatum: date) -> set[tuple[UUID | None, Als]]:
    return {(een.persoon, een.als) for een in deciders_about(mens, peildatum)}
