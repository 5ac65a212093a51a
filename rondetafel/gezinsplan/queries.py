"""What does the plan look like? Two queries for the whole plan of a family, however many goals it has."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Actie, Doel, DoelQuerySet, Evaluatie, Gezinsplan, Matrixdoel
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import running_on
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.termijnen import basis_on
from rondetafel.kern.vast import fixed
from rondetafel.regels.afspraken import Doelwerk, Planafspraken
from rondetafel.regels.doelen import Smartdoel, Tafelgenoot, Vaststelling, assess_doel
from rondetafel.regels.evaluatie import Evaluatievraag
from rondetafel.regels.evaluatieadvies import Uitkomst
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, EVALUATIE
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.mag import Reikwijdte, Wie, mag, scope_of
from rondetafel.toegang.rechten import Onderdeel, Recht

# What the page of the family shows of a goal and of an action; naming columns costs as much as reading them.
ON_PAGE = (
    "gezin_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
    "inzet",
    "created_at",
    "plan__gestart_op",
    "plan__vastgesteld_op",
    "plan__uitgave",
    "matrixdoel__tekst",
    "matrixdoel__gebied__letter",
    "eigenaar__naam",
    "eigenaar__relatie",
    "eigenaar__gebruiker_id",
    "voor__voornaam",
)
ACTIE_ON_PAGE = ("doel_id", "tekst", "vanaf", "klaar_op", "wie__naam", "wie__relatie", "wie__gebruiker_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The newest evaluation of a goal. `volgende_op` None: it was the last one."""

    uitkomst: Uitkomst
    geevalueerd_op: date
    volgende_op: date | None
    uitgave: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel:
    """A goal as the page of the family shows it, with what is missing to be SMART and how it stands.

    `is_eigen`: the reader owns it. `uiterlijk` is the last day for its next evaluation, None when there is none
    to come; `vraagt_nu` that the warning for that day has begun.
    """

    doel: Doel
    acties: list[Actie]
    ontbreekt: Oordeel
    is_eigen: bool
    stand: Stand | None
    uiterlijk: date | None
    vraagt_nu: bool

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
    return doelen.select_related("plan", "matrixdoel__gebied", "eigenaar", "voor").order_by(
        "matrixdoel__gebied__letter", "created_at", "pk"
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


def _as_regel(doel: Doel, acties: list[Actie], wie: Wie, peildatum: date) -> Doelregel:
    stand = _stand_of(doel)
    duty = None
    if vanaf := _counts_from(doel, stand):
        duty = EVALUATIE.apply(vanaf, basis_on(vanaf))
    return Doelregel(
        doel=doel,
        acties=acties,
        ontbreekt=assess_doel(as_smart(doel, len(acties))),
        is_eigen=doel.eigenaar.gebruiker_id == wie.id,
        stand=stand,
        uiterlijk=duty.vervalt_op if duty else None,
        vraagt_nu=bool(duty and duty.waarschuw_vanaf <= peildatum),
    )


def _counts_from(doel: Doel, stand: Stand | None) -> date | None:
    """From which day do the three months run? A goal that came after the plan was adopted waits for the next."""
    if stand:
        return stand.geevalueerd_op if stand.volgende_op else None
    vastgesteld_op = doel.plan.vastgesteld_op
    if vastgesteld_op and localdate(doel.created_at) <= vastgesteld_op:
        return vastgesteld_op
    return None


def _stand_of(doel: Doel) -> Stand | None:
    gevonden: dict[str, str] | None = getattr(doel, "laatste", None)
    if not gevonden:
        return None
    volgende_op = gevonden["volgende_op"]
    return Stand(
        uitkomst=Uitkomst(gevonden["uitkomst"]),
        geevalueerd_op=date.fromisoformat(gevonden["op"]),
        volgende_op=date.fromisoformat(volgende_op) if volgende_op else None,
        uitgave=int(gevonden["uitgave"]),
    )


@fixed
def _doelen_of(gezin_id: UUID, bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Doel]:
    doelen = _in_order(Doel.objects.within(bereik, verborgen)).filter(gezin_id=gezin_id).only(*ON_PAGE)
    evaluaties = Evaluatie.objects.within(bereik, verborgen).filter(doel=OuterRef("pk"))
    newest = evaluaties.order_by("-geevalueerd_op").values(
        een=JSONObject(uitkomst="uitkomst", op="geevalueerd_op", volgende_op="volgende_op", uitgave="uitgave")
    )
    return doelen.annotate(laatste=Subquery(newest[:1]))


@fixed
def _acties_of(doelen: frozenset[UUID], bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Actie]:
    acties = Actie.objects.within(bereik, verborgen).filter(doel_id__one_of=doelen).select_related("wie")
    return acties.only(*ACTIE_ON_PAGE).order_by("created_at", "pk")


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
    )


def may_evaluate(doel: Doel, wie: Wie, peildatum: date) -> bool:
    """Is this the owner of the goal, or who has the regie over it?"""
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    if not mag(wie, Recht.DOEL_EVALUEREN, **houdt).ja:
        return False
    return doel.eigenaar.gebruiker_id == wie.id or mag(wie, Recht.PLAN_BEWERKEN, **houdt).ja


def evaluaties_of(doel: Doel, wie: Wie, peildatum: date) -> QuerySet[Evaluatie]:
    """How a goal went, the newest first."""
    evaluaties = Evaluatie.objects.visible_to(wie, peildatum).filter(doel=doel).select_related("eigenaar")
    return evaluaties.order_by("-geevalueerd_op")


def as_evaluatievraag(doel: Doel, bevinding: Bevinding, *, wie: Wie, peildatum: date) -> Evaluatievraag:
    """Return what was seen of a goal as the rules read it, with the evaluation before and the day it was due."""
    duty = Termijn.objects.running().filter(betreft_id=doel.pk, regel=EVALUATIE.norm)
    vorige = Evaluatie.objects.filter(doel=doel).order_by("-geevalueerd_op")
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    return Evaluatievraag(
        doel=doel.specifiek,
        eigenaar=str(doel.eigenaar),
        is_eigenaar=doel.eigenaar.gebruiker_id == wie.id,
        is_regisseur=mag(wie, Recht.PLAN_BEWERKEN, **houdt).ja,
        dag=bevinding.dag,
        peildatum=peildatum,
        begonnen_op=doel.gestart_op or doel.plan.gestart_op,
        moment=bevinding.moment,
        uitkomst=bevinding.uitkomst,
        waarneming=bevinding.waarneming,
        vorige=vorige.values_list("geevalueerd_op", flat=True).first(),
        uiterlijk=duty.values_list("vervalt_op", flat=True).first(),
        scores=bevinding.scores,
    )


def as_vaststelling(plan: Gezinsplan, wie: Wie, peildatum: date) -> Vaststelling:
    """Return the plan as it would be adopted today. An open chair waits for someone and does not count."""
    stoelen = Betrokkene.objects.filter(running_on(peildatum), gezin_id=plan.gezin_id)
    beroep = Q(acties__klaar_op__isnull=True, acties__wie__groep=Groep.BEROEP)
    doelen: list[Any] = list(
        find_doelen(wie, peildatum)
        .filter(plan=plan)
        .annotate(
            aantal_acties=Count("acties"),
            hulpverleners=ArrayAgg("acties__wie__naam", filter=beroep, distinct=True, default=Value([])),
        )
    )
    duty = Termijn.objects.running().filter(betreft_id=plan.gezin_id, regel=DOELEN_VASTSTELLEN.norm)
    return Vaststelling(
        doelen=tuple(as_smart(doel, doel.aantal_acties) for doel in doelen),
        tafel=tuple(Tafelgenoot(rol=een.relatie, naam=een.naam) for een in stoelen if not een.is_open),
        dag=peildatum,
        uiterlijk=duty.values_list("vervalt_op", flat=True).first(),
        afspraken=Planafspraken(
            doelen=tuple(
                Doelwerk(titel=str(doel), inzet=doel.inzet, hulpverleners=tuple(doel.hulpverleners))
                for doel in doelen
            ),
            via_gemeente=_came_by_gemeente(plan.gezin_id),
            tussendoor=plan.tussendoor,
        ),
    )


def _came_by_gemeente(gezin_id: UUID) -> bool:
    """Did every question of this family come in by the toegang? Who may not read how, is not asked either."""
    soorten = Aanmelding.objects.filter(gezin_id=gezin_id).values_list("verwijzersoort", flat=True)
    return all(soort == Verwijzer.GEMEENTE for soort in soorten)


def acties_of(doel: Doel) -> QuerySet[Actie]:
    """What is already done for a goal, with who does it."""
    return Actie.objects.filter(doel=doel).select_related("wie").order_by("created_at", "pk")


def last_change_of(doel: Doel) -> Logregel | None:
    """Who changed this goal last, for who saved just after."""
    regels = Logregel.objects.filter(
        gezin_id=doel.gezin_id, betreft_id=doel.pk, gebeurtenis=Gebeurtenis.DOEL_GEWIJZIGD
    )
    return regels.order_by("-at").first()


def matrix_of(formatversie: str) -> QuerySet[Matrixdoel]:
    """The goals to choose from, with their area."""
    return (
        Matrixdoel.objects.filter(gebied__formatversie=formatversie)
        .select_related("gebied")
        .order_by("gebied__letter", "nummer")
    )
