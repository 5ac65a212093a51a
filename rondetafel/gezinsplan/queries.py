"""What does the plan look like? Two queries for the whole plan of a family, however many goals it has."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.models import Actie, Doel, DoelQuerySet, Gezinsplan, Matrixdoel
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import running_on
from rondetafel.kern.models import Logregel
from rondetafel.kern.vast import fixed
from rondetafel.regels.doelen import Smartdoel, Tafelgenoot, Vaststelling, assess_doel
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel

# What the page of the family shows of a goal and of an action; naming columns costs as much as reading them.
ON_PAGE = (
    "gezin_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
    "plan__gestart_op",
    "matrixdoel__tekst",
    "matrixdoel__gebied__letter",
    "eigenaar__naam",
    "eigenaar__relatie",
    "voor__voornaam",
)
ACTIE_ON_PAGE = ("doel_id", "tekst", "vanaf", "klaar_op", "wie__naam", "wie__relatie", "wie__gebruiker_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelregel:
    """A goal as the page of the family shows it, with what is missing to be SMART."""

    doel: Doel
    acties: list[Actie]
    ontbreekt: Oordeel

    @property
    def is_af(self) -> bool:
        return self.ontbreekt.is_akkoord


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
        Doelregel(doel=doel, acties=acties, ontbreekt=assess_doel(as_smart(doel, len(acties))))
        for doel, acties in zip(doelen, per_doel.values(), strict=True)
    ]


@fixed
def _doelen_of(gezin_id: UUID, bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Doel]:
    return _in_order(Doel.objects.within(bereik, verborgen)).filter(gezin_id=gezin_id).only(*ON_PAGE)


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
    )


def as_vaststelling(plan: Gezinsplan, wie: Wie, peildatum: date) -> Vaststelling:
    """Return the plan as it would be adopted today. An open chair waits for someone and does not count."""
    stoelen = Betrokkene.objects.filter(running_on(peildatum), gezin_id=plan.gezin_id)
    return Vaststelling(
        doelen=tuple(
            as_smart(doel, doel.aantal_acties)
            for doel in find_doelen(wie, peildatum).filter(plan=plan).annotate(aantal_acties=Count("acties"))
        ),
        tafel=tuple(Tafelgenoot(rol=een.relatie, naam=een.naam) for een in stoelen if not een.is_open),
    )


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
