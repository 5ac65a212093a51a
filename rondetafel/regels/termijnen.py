"""By which day must a duty be done, who must do it, and when does the warning start?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.maatwerk import day_of_rto, has_own_papers, is_maatwerk, rto_window
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Product
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.stilstand import Pauze, ended_pauzes, still_since
from rondetafel.regels.tellen import (
    Rekenbasis,
    Tel,
    Wachttijd,
    acute_moment,
    count_backward,
    count_forward,
    count_week,
)

ACUTE_VRAAG = "acute-vraag"
WAARSCHUWEN = Bron(
    document="rondetafel",
    plek="ADR 0020: termijnen en werkdagen",
    regel="Een waarschuwing begint een vast aantal werkdagen voor het einde",
)
EVALUATIE_IN_PLAN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Na zes maanden is er een eindevaluatie",
)
PAPIEREN_MAATWERK = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding individueel, kolom JENS-HBC",
    regel="Bij maatwerk is het RTO in de laatste week, en komen de stukken een week daarvoor",
)
RTO_IN_LOOPTIJD = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Het RTO is voor de afloop van de JENS-HBC",
)


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
class Termijn:
    """One duty with its days. `vervalt_op` is the last day on which it is done in time.

    `laatste_werkdag` is the last working day up to `vervalt_op`: a term counted backwards may
    end in a weekend and is not moved, so that is the last day on which somebody is at work.
    `vervalt_at` is the moment, for a term in hours. `stil_sinds`: since then the clock stands still, and
    `vervalt_op` is what it would be without this waiting.
    """

    regel: str
    omschrijving: str
    wie: Rol
    vervalt_op: date
    laatste_werkdag: date
    waarschuw_vanaf: date
    bron: Bron
    vervalt_at: datetime | None = None
    stil_sinds: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """A duty: its norm, who must act, and whether it is counted from a start or back from an end."""

    norm: str
    wie: Rol
    count: Tel

    def apply(self, datum: date, basis: Rekenbasis, pauzes: Sequence[Pauze] = ()) -> Termijn:
        """Return the term for a duty that is counted from (or back from) `datum`."""
        norm = basis.catalogus.norm(self.norm)
        termijn = self._until(self.count(datum, norm, basis, ended_pauzes(pauzes)), norm, basis)
        return replace(termijn, stil_sinds=still_since(pauzes) if norm.staat_stil else None)

    def missed(self, datum: date, gedaan_op: date | None, basis: Rekenbasis, peildatum: date) -> date | None:
        """Return the last day of a term from `datum` that was not met by it; None when it was, or still can be."""
        uiterlijk = self.apply(datum, basis).vervalt_op
        return uiterlijk if (gedaan_op or peildatum) > uiterlijk else None

    def apply_moment(
        self, begin: datetime, basis: Rekenbasis, wachttijden: Sequence[Wachttijd] = ()
    ) -> Termijn:
        """Return the term for a duty in hours; the day is that of the moment, in the zone of `begin`."""
        norm = basis.catalogus.norm(self.norm)
        einde = acute_moment(begin, norm, wachttijden)
        dag = einde.date()
        termijn = self._until(dag, norm, basis)
        # What is due in hours may be due in a weekend: it warns from the start.
        return replace(termijn, vervalt_at=einde, laatste_werkdag=dag, waarschuw_vanaf=begin.date())

    @write_down(
        Regel(
            code="waarschuwing",
            stap=Stap.UITVOEREN,
            vraag="Vanaf wanneer waarschuwt Rondetafel?",
            tekst=(
                "Per termijn staat vast hoeveel werkdagen vooraf. Er wordt geteld vanaf de laatste werkdag van de "
                "termijn, zodat er altijd iemand aan het werk is om het te lezen."
            ),
            voorbeeld=(
                "Een dossier is klaar op maandag 9 november 2026. De waarschuwing begint vrijdag 6 november: één "
                "werkdag vooraf."
            ),
            bronnen=(WAARSCHUWEN,),
        )
    )
    def _until(self, vervalt_op: date, norm: Norm, basis: Rekenbasis) -> Termijn:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """A duty about one period of help: counted from `vanaf`; doing it before `telt_vanaf` does not meet it."""

    regel: Termijnregel
    vanaf: date
    telt_vanaf: date


def _count_maatwerk_rto(datum: date, norm: Norm, basis: Rekenbasis, pauzes: Sequence[Pauze] = ()) -> date:
    """In the last week the last day is the end itself; in the other reading it is a week before."""
    if basis.catalogus.keuze(norm.code).gekozen == "laatste-week":
        return datum
    return count_backward(datum, norm, basis, pauzes)


ACUUT_OPPAKKEN = Termijnregel(norm=ACUTE_VRAAG, wie=Rol.TOEGANG, count=count_forward)
DOSSIER_DOORSTUREN = Termijnregel(norm="dossier-doorsturen", wie=Rol.TOEGANG, count=count_forward)
KERNTEAM_BESPREKEN = Termijnregel(norm="kernteam-bespreken", wie=Rol.KERNTEAM, count=count_week)
REGISSEUR_AANWIJZEN = Termijnregel(norm="regisseur-aanwijzen", wie=Rol.KERNTEAM, count=count_forward)
BRIEF_VAN_AANBOD = Termijnregel(norm="brief-van-aanbod", wie=Rol.BACKOFFICE, count=count_forward)
GEZINSPLAN_MAKEN = Termijnregel(norm="gezinsplan-maken", wie=Rol.REGISSEUR, count=count_forward)
DOELEN_VASTSTELLEN = Termijnregel(norm="doelen-vaststellen", wie=Rol.REGISSEUR, count=count_forward)
EVALUATIE = Termijnregel(norm="evaluatie", wie=Rol.DOELEIGENAAR, count=count_forward)
EINDEVALUATIE = Termijnregel(norm="eindevaluatie", wie=Rol.AANBIEDER, count=count_backward)
VERLENGING_VRAGEN = Termijnregel(norm="verlenging-vragen", wie=Rol.AANBIEDER, count=count_backward)
RTO_HOUDEN = Termijnregel(norm="rto-houden", wie=Rol.REGISSEUR, count=count_backward)
MAATWERK_RTO = Termijnregel(norm="maatwerk-rto", wie=Rol.REGISSEUR, count=_count_maatwerk_rto)
MAATWERK_PAPIEREN = Termijnregel(norm="maatwerk-papieren", wie=Rol.AANBIEDER, count=count_backward)
LOGEREN_ALTERNATIEF = Termijnregel(norm="logeren-alternatief", wie=Rol.REGISSEUR, count=count_forward)
CONTACT_NA_ROOD = Termijnregel(norm="contact-na-rood", wie=Rol.REGISSEUR, count=count_forward)
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
# What one meeting may meet: an RTO that counts, held in the period that the duty is about.
MET_BY_RTO = (RTO_HOUDEN, MAATWERK_RTO)

TERMIJNREGELS = {
    regel.norm: regel
    for regel in (
        ACUUT_OPPAKKEN,
        DOSSIER_DOORSTUREN,
        KERNTEAM_BESPREKEN,
        REGISSEUR_AANWIJZEN,
        BRIEF_VAN_AANBOD,
        GEZINSPLAN_MAKEN,
        DOELEN_VASTSTELLEN,
        EVALUATIE,
        EINDEVALUATIE,
        VERLENGING_VRAGEN,
        RTO_HOUDEN,
        MAATWERK_RTO,
        MAATWERK_PAPIEREN,
        LOGEREN_ALTERNATIEF,
        CONTACT_NA_ROOD,
        NOODKNOP_BEOORDELEN,
        KLACHT_OPPAKKEN,
        KLACHT_REACTIE,
        PLAN_NA_AFZIEN,
        PLAN_OP_SCHRIFT,
        *VERJAARDAGEN.values(),
    )
}


def _rto_window(tot: date, basis: Rekenbasis) -> tuple[date | None, date]:
    catalogus = basis.catalogus
    return rto_window(tot, catalogus.keuze(MAATWERK_RTO.norm).lezing, catalogus.norm(MAATWERK_RTO.norm))


@write_down(
    Regel(
        code="rto-in-eigen-looptijd",
        stap=Stap.OVERLEG,
        vraag="Welk RTO telt voor een akkoord?",
        tekst=(
            "Een RTO dat gehouden is in de looptijd van dat akkoord. Na een verlenging begint een nieuwe looptijd, "
            "met een eigen RTO. Voor maatwerk geldt: {keuze:maatwerk-rto}"
        ),
        voorbeeld=(
            "Een akkoord loopt van 1 januari t/m 30 juni 2026 en is daarna verlengd t/m 30 september. Het RTO van "
            "15 juni telt voor de eerste looptijd, niet voor de tweede."
        ),
        bronnen=(RTO_IN_LOOPTIJD, PAPIEREN_MAATWERK),
        tegenspraken=("F5",),
    )
)
def rto_duties(product: Product, van: date, tot: date, basis: Rekenbasis) -> tuple[Venster, ...]:
    """Return the duty to hold an RTO about the period `van` up to and including `tot`."""
    if not product.rto_nodig.waarde:
        return ()
    if not is_maatwerk(product):
        return (Venster(regel=RTO_HOUDEN, vanaf=tot, telt_vanaf=van),)
    eerste, _ = _rto_window(tot, basis)
    if eerste:
        van = max(van, eerste)
    return (Venster(regel=MAATWERK_RTO, vanaf=tot, telt_vanaf=van),)


@write_down(
    Regel(
        code="papieren-op-tijd",
        stap=Stap.VERLENGEN,
        vraag="Wanneer moeten de papieren voor een verlenging er zijn?",
        tekst=(
            "{verlenging-vragen} voor het einde. Bij maatwerk: {keuze:maatwerk-papieren} Duurt de hulp korter dan "
            "{verlenging-vragen}, dan is er geen dag om op tijd te vragen."
        ),
        voorbeeld=(
            "Een akkoord t/m 30 juni 2026: de vraag is er op 5 mei. Is het maatwerk met het "
            "RTO op 26 juni, dan zijn de papieren er op 19 juni. Is er nog geen dag afgesproken, dan op 17 juni."
        ),
        bronnen=(PAPIEREN_MAATWERK, RTO_IN_LOOPTIJD),
        tegenspraken=("F4", "F5"),
    )
)
def papers_duty(
    product: Product, van: date, tot: date, basis: Rekenbasis, *, rto_op: date | None = None
) -> Venster | None:
    """Return the duty to send the papers for going on after `tot`; None when that day was before `van`.

    At maatwerk they come before the RTO: that of `rto_op`, or else the first day on which it may be. Help that
    lasts shorter than the term, such as an onderzoek, cannot be asked for in time.
    """
    if has_own_papers(product, basis.catalogus.keuzes):
        rto = day_of_rto(rto_op, van, tot, _rto_window(tot, basis))
        return Venster(regel=MAATWERK_PAPIEREN, vanaf=rto, telt_vanaf=van)
    vragen = VERLENGING_VRAGEN.apply(tot, basis)
    return Venster(regel=VERLENGING_VRAGEN, vanaf=tot, telt_vanaf=van) if vragen.vervalt_op >= van else None


@write_down(
    Regel(
        code="eindevaluatie-op-tijd",
        stap=Stap.EVALUEREN,
        vraag="Wanneer is de eindevaluatie?",
        tekst=(
            "Na het aantal maanden dat bij het product staat, en uiterlijk op de laatste dag van het akkoord. De "
            "evaluatie is gedaan als een doel voor de laatste keer is bekeken, of als de stop is vastgelegd. Een "
            "vraag om verlenging is geen eindevaluatie."
        ),
        voorbeeld=(
            "Begeleiding groep van 1 januari t/m 30 juni 2026: de eindevaluatie is er uiterlijk op 30 juni. Duurt "
            "behandeling in een groep tot 31 oktober, dan ook op 30 juni. Kijken jullie pas op 3 juli terug, dan is "
            "het gedaan, maar te laat."
        ),
        bronnen=(EVALUATIE_IN_PLAN,),
        tegenspraken=("F6",),
    )
)
def eindevaluatie_duty(product: Product, van: date, tot: date) -> Venster | None:
    """Return the duty to look back on the whole of this period; None where the product asks none."""
    if product.eindevaluatie_maanden is None:
        return None
    dag = last_day_of(van, product.eindevaluatie_maanden.waarde)
    return Venster(regel=EINDEVALUATIE, vanaf=min(dag, tot), telt_vanaf=van)


def logeren_duty(product: Product, van: date) -> Venster | None:
    """Return the duty to find another solution than help that is there for want of one, from its first day."""
    if product.zonder_alternatief is None or not product.zonder_alternatief.waarde:
        return None
    return Venster(regel=LOGEREN_ALTERNATIEF, vanaf=van, telt_vanaf=van)
