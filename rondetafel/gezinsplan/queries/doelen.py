"""What does the plan look like? Two queries for the whole plan of a family, however many goals it has."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.gegevens import Hulpeinde
from rondetafel.gezinsplan.models import Actie, Doel, DoelQuerySet, Evaluatie, Meedoener
from rondetafel.gezinsplan.queries.evaluatie import awaits_score, score_at_all
from rondetafel.gezinsplan.trend import Trend, draw_trend
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel
from rondetafel.kern.termijnen import basis_on
from rondetafel.kern.vast import fixed
from rondetafel.regels.doelen import Smartdoel, assess_doel
from rondetafel.regels.evaluatieadvies import Uitkomst
from rondetafel.regels.gas import SCHALEN
from rondetafel.regels.gasscore import Scorekant
from rondetafel.regels.oordeel import Oordeel, Reden
from rondetafel.regels.overlap import Hulpactie, signal_same
from rondetafel.regels.termijnen import EVALUATIE
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel

# What the page of the family shows of a goal and of an action; naming columns costs as much as reading them.
ON_PAGE = (
    "uit_eigenplan__op",
    "uit_eigenplan__tekst",
    "uit_eigenplan__stoel__naam",
    "uit_eigenplan__stoel__relatie",
    "gezin_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
    "zwaarte",
    "inzet",
    "plek",
    "gewicht",
    "schaal",
    "variabele",
    "niveaus",
    "created_at",
    "gewijzigd_op",
    "plan__gestart_op",
    "plan__vastgesteld_op",
    "plan__uitgave",
    "plan__soort",
    "matrixdoel__tekst",
    "matrixdoel__nummer",
    "matrixdoel__gebied__letter",
    "matrixdoel__gebied__naam",
    "eigenaar__naam",
    "eigenaar__relatie",
    "eigenaar__gebruiker_id",
    "voor__voornaam",
    "volwassene__voornaam",
)


ACTIE_ON_PAGE = (
    "doel_id",
    "tekst",
    "vanaf",
    "tot",
    "volgnummer",
    "klaar_op",
    "created_at",
    "gewijzigd_op",
    "wie__naam",
    "wie__relatie",
    "wie__groep",
    "wie__gebruiker_id",
    "uit_eigenplan__op",
    "uit_eigenplan__tekst",
    "uit_eigenplan__stoel__naam",
    "uit_eigenplan__stoel__relatie",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One evaluation of a goal. `volgende_op` None: it was the last one."""

    uitkomst: Uitkomst
    geevalueerd_op: date
    volgende_op: date | None
    uitgave: int
    score_gezin: int | None
    score_hulp: int | None

    @property
    def is_gescoord(self) -> bool:
        return self.score_gezin is not None or self.score_hulp is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel:
    """A goal as the page of the family shows it, with what is missing to be SMART and how it stands.

    `is_eigen`: the reader owns it. `uiterlijk` is the last day for its next evaluation, None when there is none
    to come; `vraagt_nu` that the warning for that day has begun. `vraagt_score`: the side of the reader may still
    score the last time somebody looked. `hulp`: until when help runs for the child that the goal is about, from who
    may tell.
    """

    doel: Doel
    acties: list[Actie]
    ontbreekt: Oordeel
    is_eigen: bool
    stand: Stand | None
    trend: Trend | None
    uiterlijk: date | None
    vraagt_nu: bool
    vraagt_score: bool
    hulp: tuple[Hulpeinde, ...] = ()

    @property
    def overlap(self) -> Reden | None:
        """Do two professionals plan the same for this goal?"""
        return signal_same(str(self.doel), as_hulpacties(self.acties))

    @property
    def is_af(self) -> bool:
        return self.ontbreekt.is_akkoord

    @property
    def is_bereikt(self) -> bool:
        return self.stand is not None and self.stand.uitkomst is Uitkomst.BEHAALD

    @property
    def is_te_bespreken(self) -> bool:
        """Was this goal evaluated since the plan was last adopted? Then the plan is to be discussed."""
        return self.stand is not None and self.stand.uitgave == self.doel.plan.uitgave


def find_doelen(wie: Wie, peildatum: date) -> QuerySet[Doel]:
    """Goals with their plan, letter, owner and child, by letter."""
    return _in_order(Doel.objects.visible_to(wie, peildatum))


def _in_order(doelen: DoelQuerySet) -> DoelQuerySet:
    return doelen.select_related("plan", "matrixdoel__gebied", "eigenaar", "voor", "volwassene").order_by(
        "matrixdoel__gebied__letter", "matrixdoel__nummer", "created_at", "pk"
    )


def plan_of(wie: Wie, gezin_id: UUID, peildatum: date) -> list[Doelregel]:
    """Return every goal of a family, ready for its page."""
    bereik, verborgen = scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)
    doelen = _doelen_of(gezin_id, bereik, verborgen)
    per_doel: dict[UUID, list[Actie]] = {doel.pk: [] for doel in doelen}
    for actie in _acties_of(frozenset(per_doel), bereik, verborgen):
        per_doel[actie.doel_id].append(actie)
    return [
        _as_regel(doel, acties, wie, peildatum)
        for doel, acties in zip(doelen, per_doel.values(), strict=True)
    ]


def with_hulp(regels: Iterable[Doelregel], hulp: Iterable[Hulpeinde]) -> list[Doelregel]:
    """Lay the end of the help beside the goals of the same child; a goal of the whole family has none."""
    eindes = sorted(hulp, key=lambda een: (een.tot, een.hulp))
    return [
        replace(regel, hulp=tuple(een for een in eindes if een.kind_id == regel.doel.voor_id))
        for regel in regels
    ]


def _as_regel(doel: Doel, acties: list[Actie], wie: Wie, peildatum: date) -> Doelregel:
    standen = _standen_of(doel)
    stand = standen[-1] if standen else None
    duty = None
    if vanaf := _counts_from(doel, stand):
        duty = EVALUATIE.apply(vanaf, basis_on(vanaf))
    return Doelregel(
        doel=doel,
        acties=acties,
        ontbreekt=assess_doel(as_smart(doel, len(acties))),
        is_eigen=doel.eigenaar.gebruiker_id == wie.id,
        stand=stand,
        trend=draw_trend(standen[::-1], SCHALEN[doel.schaal]),
        uiterlijk=duty.vervalt_op if duty else None,
        vraagt_nu=bool(duty and duty.waarschuw_vanaf <= peildatum),
        vraagt_score=bool(stand and awaits_score(stand, wie, peildatum)),
    )


def _counts_from(doel: Doel, stand: Stand | None) -> date | None:
    """From which day do the three months run? A goal that came after the plan was adopted waits for the next."""
    if stand:
        return stand.geevalueerd_op if stand.volgende_op else None
    vastgesteld_op = doel.plan.vastgesteld_op
    if vastgesteld_op and localdate(doel.created_at) <= vastgesteld_op:
        return vastgesteld_op
    return None


def _standen_of(doel: Doel) -> list[Stand]:
    """Every evaluation of a goal, the oldest first."""
    gevonden: list[dict[str, Any]] = getattr(doel, "gekeken", [])
    return [_as_stand(een) for een in gevonden]


def _as_stand(gevonden: dict[str, Any]) -> Stand:
    volgende_op = gevonden["volgende_op"]
    return Stand(
        uitkomst=Uitkomst(gevonden["uitkomst"]),
        geevalueerd_op=date.fromisoformat(gevonden["op"]),
        volgende_op=date.fromisoformat(volgende_op) if volgende_op else None,
        uitgave=int(gevonden["uitgave"]),
        score_gezin=gevonden["score_gezin"],
        score_hulp=gevonden["score_hulp"],
    )


@fixed
def _doelen_of(gezin_id: UUID, bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Doel]:
    doelen = _in_order(Doel.objects.within(bereik, verborgen)).filter(gezin_id=gezin_id)
    # The words of a chair that is hidden come with no row: then the goal stands there without it.
    doelen = doelen.select_related("uit_eigenplan__stoel").only(*ON_PAGE)
    evaluaties = Evaluatie.objects.within(bereik, verborgen).filter(doel=OuterRef("pk"))
    in_order = evaluaties.order_by("geevalueerd_op").values(
        een=JSONObject(
            uitkomst="uitkomst",
            op="geevalueerd_op",
            volgende_op="volgende_op",
            uitgave="uitgave",
            score_gezin=score_at_all(Scorekant.GEZIN),
            score_hulp=score_at_all(Scorekant.HULP),
        )
    )
    return doelen.annotate(gekeken=ArraySubquery(in_order))


@fixed
def _acties_of(doelen: frozenset[UUID], bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Actie]:
    acties = Actie.objects.within(bereik, verborgen).filter(doel_id__one_of=doelen)
    return acties.doers_within(bereik, verborgen).only(*ACTIE_ON_PAGE).order_by("volgnummer", "pk")


def as_smart(doel: Doel, acties: int) -> Smartdoel:
    """Return a goal, with the number of its actions, as the rules read it."""
    return Smartdoel(
        titel=doel.specifiek or doel.matrixdoel.tekst,
        specifiek=doel.specifiek,
        meetbaar=doel.meetbaar,
        acceptabel=doel.acceptabel,
        realistisch=doel.realistisch,
        startdatum=doel.gestart_op or doel.plan.gestart_op,
        streefdatum=doel.behaald_voor,
        acties=acties,
        voor_jeugdige=doel.voor_id is not None,
        is_hoofdlijn=doel.plan.is_hoofdlijn,
    )


def as_hulpacties(acties: Iterable[Actie]) -> list[Hulpactie]:
    """What professionals still have to do, as the rule about double work reads it."""
    return [
        Hulpactie(wie=een.naam, tekst=actie.tekst, actie=actie.letter)
        for actie in acties
        for een in actie.doeners
        if een.groep == Groep.BEROEP and actie.klaar_op is None
    ]


def acties_of(doel: Doel, wie: Wie, peildatum: date) -> QuerySet[Actie]:
    """What is already done for a goal, with who do it."""
    acties = Actie.objects.filter(doel=doel, weggehaald_op__isnull=True)
    return acties.with_doers(wie, peildatum).order_by("volgnummer")


def doers_beside(actie: Actie, wie: Wie, peildatum: date) -> list[UUID]:
    """The chairs that do this action too, as far as this reader sees them."""
    mee = Meedoener.objects.visible_to(wie, peildatum).filter(actie=actie, weg_at__isnull=True)
    return list(mee.order_by("created_at").values_list("stoel_id", flat=True))


def last_change_of(iets: Doel | Actie) -> Logregel | None:
    """Who changed this goal or action last, for who saved just after."""
    gewijzigd = (Gebeurtenis.DOEL_GEWIJZIGD, Gebeurtenis.ACTIE_GEWIJZIGD)
    regels = Logregel.objects.filter(gezin_id=iets.gezin_id, betreft_id=iets.pk, gebeurtenis__in=gewijzigd)
    return regels.order_by("-at").first()
