"""Which plan fits this family: a gezinsplan, or where all help is GGZ a plan van aanpak?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, ExpressionWrapper, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject

from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.instroom.models import Triage
from rondetafel.regels.catalogus import Catalogus, catalogue_on
from rondetafel.regels.gezinsplan import Plankeuze, Plansoort, assess_plansoort
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.triage import Klasse, heaviest
from rondetafel.toegang.mag import Reikwijdte, Wie

# How the kernteam counted is kept with its judgement.
VELDEN = {
    "klasse": "classificatie",
    "product": "product_code",
    "op": "besloten_op",
    "hulpvragen": "oordeel__triagefeiten__hulpvragen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """One triage: what kind of question, which product, when, and how many hulpvragen (None: not counted).

    Who may not read it, reads no reason for a plan or for a short one.
    """

    klasse: str
    product: str
    op: date
    hulpvragen: int | None

    @classmethod
    def from_json(cls, rij: dict[str, Any]) -> "Besluit":
        return cls(**rij | {"op": date.fromisoformat(rij["op"])})


def decided_for(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Besluit]:
    """What the kernteam decided about a family; nothing for who may not read it."""
    triages = Triage.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    rijen: QuerySet[Any, Any] = triages.values(**{naam: F(veld) for naam, veld in VELDEN.items()})
    return [Besluit(**een) for een in rijen]


def decided_within(bereik: Reikwijdte) -> ArraySubquery:
    """The same for who already asks for the family; beside a gezinsplan nothing is looked up."""
    # Without a plan there is no kind of plan either, and nothing that could be unequal to it.
    soort = Coalesce(ExpressionWrapper(OuterRef("plan__soort"), output_field=CharField()), Value(""))
    triages = Triage.objects.filter(bereik.rows(), gezin=OuterRef("pk")).alias(soort=soort)
    nodig = triages.exclude(soort=Plansoort.GEZINSPLAN.value)
    return ArraySubquery(nodig.values(een=JSONObject(**VELDEN)))


def choose_plan(besluiten: Iterable[Besluit], peildatum: date, *, hulp: Iterable[str] = ()) -> Plankeuze:
    """What decides which plan fits. `hulp` are the products that run.

    Before the help begins it is the product that the kernteam chose.
    """
    gevonden = list(besluiten)
    producten = set(hulp) or {een.product for een in gevonden if een.product}
    return Plankeuze(
        klasse=heaviest({Klasse(een.klasse) for een in gevonden}),
        alleen_ggz=bool(producten) and all(_is_ggz(een, catalogue_on(peildatum)) for een in producten),
    )


def judge_plan(plan: Gezinsplan, keuze: Plankeuze, peildatum: date) -> Oordeel:
    """Is the plan that there is still the one that fits, and why?"""
    huidig = Plankeuze(klasse=keuze.klasse, alleen_ggz=keuze.alleen_ggz, soort=Plansoort(plan.soort))
    return assess_plansoort(huidig, catalogue_on(peildatum))


def _is_ggz(code: str, catalogus: Catalogus) -> bool:
    product = catalogus.producten.get(code)
    return product is not None and product.is_ggz
