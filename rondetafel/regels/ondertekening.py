"""Who must sign the brief van aanbod, and is everybody's signature there? Age, gezag and capacity decide."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from rondetafel.regels.beslissers import (
    MEERDERJARIG,
    Als,
    Beslisser,
    Gezagsfeit,
    Mens,
    Onbekwaamheid,
    deciders_about,
    turning_birthdays,
)
from rondetafel.regels.datum import DAG, format_datum
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.product import Lezing, Regime
from rondetafel.regels.regelboek import Regel, Stap, write_down

FAQ = Bron(
    document="jens-faq-brief-van-aanbod",
    plek="Wie tekent per leeftijd",
    regel="Tot 12 beide ouders met gezag of de voogd, van 12 tot 16 ook de jongere, vanaf 16 de jongere alleen",
)
ONGEBOREN = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 2",
    regel="Een kind dat nog niet geboren is, telt als geboren waar dat in zijn belang is",
)
WGBO_ZESTIEN = Bron(
    document="burgerlijk-wetboek-7",
    plek="artikel 447",
    regel="Bij een behandeling beslist wie 16 is zelf",
)
WGBO_TWAALF = Bron(
    document="burgerlijk-wetboek-7",
    plek="artikel 450 lid 2",
    regel="Bij een behandeling beslist wie 12 tot 16 is samen met de ouders met gezag of de voogd",
)
WGBO_VERTEGENWOORDIGER = Bron(
    document="burgerlijk-wetboek-7",
    plek="artikel 465",
    regel="Bij een behandeling beslissen anders de ouders met gezag, de voogd, de mentor of de curator",
)
NIEMAND = Bron(
    document="begrippenlijst-jens",
    plek="Brief van Aanbod",
    regel="De brief is een overeenkomst met wie het kind wettelijk vertegenwoordigt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenaar:
    """Somebody who must sign; None as person is the gecertificeerde instelling that is voogd.

    A signature from before `sinds` was put in another capacity, and does not count.
    """

    persoon: UUID | None
    als: Als
    sinds: date
    waarom: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenperiode:
    """From which day these people must sign, until the next period begins."""

    van: date
    tekenaars: tuple[Tekenaar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenvraag:
    """For whom the brief is, and under which law; `lezing` is how the sources about signing are read."""

    mens: Mens
    regime: Regime | None
    lezing: Lezing


@dataclass(frozen=True, slots=True, kw_only=True)
class Handtekening:
    """A signature that was put, by whom (None: the instelling) and on which day."""

    persoon: UUID | None
    getekend_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """Somebody who must sign now and did not have to, or the other way round, with the reason."""

    persoon: UUID | None
    tekent: bool
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondertekening:
    """One brief van aanbod: who must sign from which day, the signatures, and names to show."""

    perioden: tuple[Tekenperiode, ...]
    handtekeningen: tuple[Handtekening, ...] = ()
    namen: Mapping[UUID | None, str] = field(default_factory=dict, hash=False)

    def tekenaars_on(self, peildatum: date) -> tuple[Tekenaar, ...]:
        """Who must sign on a day; nobody before the first period."""
        begonnen = [een for een in self.perioden if een.van <= peildatum]
        return begonnen[-1].tekenaars if begonnen else ()

    def name(self, persoon: UUID | None) -> str:
        return self.namen.get(persoon, "iemand van wie de naam niet bekend is")


@write_down(
    Regel(
        code="brief-wie-tekent",
        stap=Stap.BRIEF,
        vraag="Wie tekent de brief van aanbod?",
        tekst=(
            "Tot 12 jaar tekenen alle ouders met gezag, of de voogd. Van 12 tot 16 tekent de jongere mee. "
            "Vanaf 16 tekent de jongere alleen. Kan een jongere dit zelf niet goed afwegen, dan tekenen tot 18 "
            "de ouders met gezag of de voogd. Kan een volwassene dat niet, dan tekent de mentor of de curator. "
            "Voor GGZ geldt een andere wet, met dezelfde leeftijden."
        ),
        voorbeeld=(
            "Geboren op 29 februari 2012: vanaf 29 februari 2024 tekent de jongere mee met beide ouders, "
            "op 28 februari 2028 nog steeds, en vanaf 29 februari 2028 alleen."
        ),
        bronnen=(FAQ, WGBO_ZESTIEN, WGBO_TWAALF, WGBO_VERTEGENWOORDIGER, ONGEBOREN),
        tegenspraken=("F21",),
    )
)
def signers_on(vraag: Tekenvraag, peildatum: date) -> tuple[Tekenaar, ...]:
    """Return who must sign on a day; empty when nobody is known who may."""
    if vraag.lezing.code == "alleen-ouders":
        beslissers = _only_parents(vraag, peildatum)
    else:
        beslissers = deciders_about(vraag.mens, peildatum)
    return tuple(
        Tekenaar(
            persoon=een.persoon,
            als=een.als,
            sinds=een.sinds,
            waarom=_why(een, vraag.mens, peildatum),
            bron=_bron_of(een, vraag, peildatum),
        )
        for een in beslissers
    )


def plan_ondertekening(vraag: Tekenvraag, vanaf: date) -> tuple[Tekenperiode, ...]:
    """Return who must sign from a day on, with a new period for every day on which that changes."""
    perioden: list[Tekenperiode] = []
    for dag in [vanaf, *sorted({dag for dag in _days_of(vraag.mens) if dag > vanaf})]:
        tekenaars = signers_on(vraag, dag)
        if not perioden or tekenaars != perioden[-1].tekenaars:
            perioden.append(Tekenperiode(van=dag, tekenaars=tekenaars))
    return tuple(perioden)


def is_signed(tekenaar: Tekenaar, handtekeningen: Iterable[Handtekening]) -> bool:
    """Tell whether a signature is there that was put since this person must sign in this capacity."""
    return any(
        een.persoon == tekenaar.persoon and een.getekend_op >= tekenaar.sinds for een in handtekeningen
    )


def signed_on(brief: Ondertekening, peildatum: date) -> date | None:
    """Return the first day up to and including `peildatum` on which everybody had signed who had to that day.

    That is the day of a signature, or one on which somebody did not have to sign any more.
    """
    dagen = {een.getekend_op for een in brief.handtekeningen} | {een.van for een in brief.perioden}
    kandidaten = sorted(dag for dag in dagen if dag <= peildatum)
    return next((dag for dag in kandidaten if _is_complete_on(brief, dag)), None)


@write_down(
    Regel(
        code="brief-volgt-de-feiten",
        stap=Stap.BRIEF,
        vraag="Wat als er iets verandert voordat iedereen heeft getekend?",
        tekst=(
            "Wie tekent, hangt af van de dag van tekenen: van de leeftijd, van het gezag en van wie dit zelf kan "
            "afwegen. Verandert dat na het besluit, dan staat er bij de brief wat er anders is en waarom. Wie niet "
            "meer hoeft te tekenen, wordt niet meer gevraagd. Een brief die rond is, verandert niet meer."
        ),
        voorbeeld=(
            "De brief is van 1 maart en Thijs wordt 16 op 10 maart. Op 9 maart tekenen hij en zijn ouders. Vanaf "
            "10 maart tekent hij alleen. Stopt het gezag van vader, dan wordt vader vanaf de dag erna niet gevraagd."
        ),
        bronnen=(FAQ, NIEMAND),
        tegenspraken=("F21",),
    )
)
def changes_since(was: Iterable[Tekenaar], vraag: Tekenvraag, peildatum: date) -> tuple[Verandering, ...]:
    """Return who must sign on `peildatum` and did not have to, or differently, before; then who needs not any more."""
    eerst = tuple(was)
    nu = signers_on(vraag, peildatum)
    bekend = {(een.persoon, een.als) for een in eerst}
    blijft = {een.persoon for een in nu}
    return (
        *(
            Verandering(persoon=een.persoon, tekent=True, waarom=een.waarom)
            for een in nu
            if (een.persoon, een.als) not in bekend
        ),
        *(
            Verandering(persoon=een.persoon, tekent=False, waarom=_why_not(een, vraag.mens, peildatum))
            for een in eerst
            if een.persoon not in blijft
        ),
    )


@write_down(
    Regel(
        code="brief-handtekeningen",
        stap=Stap.BRIEF,
        vraag="Heeft iedereen getekend?",
        tekst=(
            "De brief is rond als iedereen heeft getekend die op die dag moest tekenen. "
            "Wie daarna pas 12, 16 of 18 wordt, hoeft niet opnieuw te tekenen."
        ),
        voorbeeld=(
            "Moeder tekent op de dag voor de 16e verjaardag van Thijs en Thijs niet. "
            "Op zijn verjaardag tekent hij alleen: dan is de brief rond."
        ),
        bronnen=(FAQ, NIEMAND),
        tegenspraken=("F21",),
    )
)
def assess_handtekeningen(brief: Ondertekening, peildatum: date) -> Oordeel:
    """Is this brief signed by everybody? Each missing signature is a reason; sending does not wait for it."""
    feiten = _facts(brief)
    if signed_on(brief, peildatum) is not None:
        return combine(feiten=feiten)
    nodig = brief.tekenaars_on(peildatum)
    if not nodig:
        return combine(_nobody(), feiten=feiten)
    ontbreekt = (een for een in nodig if not is_signed(een, brief.handtekeningen))
    return combine(*(_missing(een, brief) for een in ontbreekt), feiten=feiten)


@write_down(
    Regel(
        code="brief-tekenaar",
        stap=Stap.BRIEF,
        vraag="Telt deze handtekening?",
        tekst="Alleen wie op die dag moest tekenen, tekent de brief. Iemand zonder gezag tekent niet.",
        voorbeeld="Thijs is op 1 juni 16 geworden. Een handtekening van moeder op 1 juni telt niet meer.",
        bronnen=(FAQ,),
    )
)
def assess_tekenaar(brief: Ondertekening, handtekening: Handtekening) -> Oordeel:
    """May this signature be written down?"""
    nodig = brief.tekenaars_on(handtekening.getekend_op)
    if any(een.persoon == handtekening.persoon for een in nodig):
        return combine(feiten=_facts(brief))
    wie = ", ".join(brief.name(een.persoon) for een in nodig) or "niemand die bekend is"
    dag = format_datum(handtekening.getekend_op)
    return combine(
        Reden(
            tekst=f"Op {dag} tekent {brief.name(handtekening.persoon)} deze brief niet. Dan tekent: {wie}.",
            bron=FAQ,
            uitweg="Kies wie op die dag moest tekenen, of pas de dag aan.",
        )
    )


def _is_complete_on(brief: Ondertekening, dag: date) -> bool:
    nodig = brief.tekenaars_on(dag)
    gezet = [een for een in brief.handtekeningen if een.getekend_op <= dag]
    return bool(nodig) and all(is_signed(een, gezet) for een in nodig)


def _days_of(mens: Mens) -> Iterator[date]:
    """Every day on which somebody else may have to sign."""
    if mens.geboortedatum:
        yield mens.geboortedatum
        yield from (dag for _, dag in turning_birthdays(mens.geboortedatum))
    feiten: tuple[Gezagsfeit | Onbekwaamheid, ...] = (*mens.gezag, *mens.onbekwaam)
    for feit in feiten:
        yield feit.van
        if feit.tot:
            yield feit.tot + DAG


def _only_parents(vraag: Tekenvraag, peildatum: date) -> tuple[Beslisser, ...]:
    """The other reading: until eighteen only those with gezag sign, whatever the age."""
    mens = vraag.mens
    if mens.geboortedatum is None or peildatum >= birthday_of(mens.geboortedatum, MEERDERJARIG):
        return deciders_about(mens, peildatum)
    return tuple(
        Beslisser(persoon=een.houder, als=een.als, sinds=een.van, bron=vraag.lezing.bron)
        for een in mens.gezag
        if een.holds_on(peildatum)
    )


def _bron_of(beslisser: Beslisser, vraag: Tekenvraag, peildatum: date) -> Bron:
    """Under the law on treatment the ages are the same, and the articles are others."""
    geboren = vraag.mens.geboortedatum
    if geboren is not None and peildatum < geboren:
        return ONGEBOREN
    if vraag.regime is not Regime.WGBO:
        return beslisser.bron
    per_hoedanigheid = {Als.ZELF: WGBO_ZESTIEN, Als.SAMEN: WGBO_TWAALF}
    return per_hoedanigheid.get(beslisser.als, WGBO_VERTEGENWOORDIGER)


def _why(beslisser: Beslisser, mens: Mens, peildatum: date) -> str:
    geboren = mens.geboortedatum
    match beslisser.als:
        case Als.ZELF if geboren is None or peildatum >= birthday_of(geboren, MEERDERJARIG):
            return "is 18 of ouder en tekent zelf"
        case Als.ZELF:
            return "is 16 of ouder en tekent alleen"
        case Als.SAMEN:
            return "is 12 of ouder en tekent mee met wie gezag heeft"
        case Als.GEZAG:
            return "heeft gezag"
        case Als.VERTEGENWOORDIGER:
            return "vertegenwoordigt wie dit zelf niet goed kan afwegen"
    return "is voogd"


def _why_not(was: Tekenaar, mens: Mens, peildatum: date) -> str:
    """Why somebody who had to sign needs not any more."""
    onbekwaam = next((een for een in mens.onbekwaam if een.holds_on(peildatum)), None)
    if was.persoon == mens.id:
        if onbekwaam:
            return f"kan dit sinds {format_datum(onbekwaam.van)} niet zelf goed afwegen"
        return "is volgens de geboortedatum van nu nog geen 12"
    if was.als is Als.VERTEGENWOORDIGER:
        return "vertegenwoordigt nu niemand meer die dit zelf niet kan afwegen"
    feiten = [een for een in mens.gezag if een.houder == was.persoon]
    gezag = "gezag" if was.als is Als.GEZAG else "voogdij"
    if any(een.holds_on(peildatum) for een in feiten):
        return "de jongere is nu 16 of ouder en tekent alleen"
    einden = [een.tot for een in feiten if een.tot and een.tot < peildatum]
    if einden:
        return f"heeft sinds {format_datum(max(einden) + DAG)} geen {gezag} meer"
    return f"heeft volgens wat nu is vastgelegd geen {gezag}"


def _missing(een: Tekenaar, brief: Ondertekening) -> Reden:
    return Reden(
        tekst=f"{brief.name(een.persoon)} heeft nog niet getekend: {een.waarom}.",
        bron=een.bron,
        blokkeert=False,
        uitweg="Vraag de handtekening, en leg vast wanneer die er is.",
    )


def _nobody() -> Reden:
    return Reden(
        tekst="Het is niet bekend wie voor dit kind mag tekenen.",
        bron=NIEMAND,
        blokkeert=False,
        uitweg="Vraag de regisseur om vast te leggen wie gezag heeft.",
    )


def _facts(brief: Ondertekening) -> dict[str, str]:
    gezet = (f"{brief.name(een.persoon)} op {format_datum(een.getekend_op)}" for een in brief.handtekeningen)
    return {"Getekend door": ", ".join(gezet) or "nog niemand"}
