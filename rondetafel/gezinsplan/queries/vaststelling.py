"""Which plan would be adopted today?"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, Value

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.gezinsplan.queries.doelen import as_smart, find_doelen
from rondetafel.gezinsplan.queries.keuze import not_worked_out, read_keuzes
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Termijn
from rondetafel.regels.afspraken import Doelwerk, Planafspraken
from rondetafel.regels.doelen import Tafelgenoot, Vaststelling
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.mag import Wie


def as_vaststelling(
    plan: Gezinsplan, stoelen: Iterable[Betrokkene], *, wie: Wie, peildatum: date
) -> Vaststelling:
    """Return the plan as it would be adopted today. An open chair waits for someone and does not count."""
    er_nog = Q(acties__weggehaald_op__isnull=True)
    te_doen = er_nog & Q(acties__klaar_op__isnull=True)
    beroep = te_doen & Q(acties__wie__groep=Groep.BEROEP)
    ook = te_doen & Q(acties__meedoeners__weg_at__isnull=True, acties__meedoeners__stoel__groep=Groep.BEROEP)
    doelen: list[Any] = list(
        find_doelen(wie, peildatum)
        .filter(plan=plan)
        .annotate(
            aantal_acties=Count("acties", filter=er_nog, distinct=True),
            hulpverleners=ArrayAgg("acties__wie__naam", filter=beroep, distinct=True, default=Value([])),
            meedoeners=ArrayAgg(
                "acties__meedoeners__stoel__naam", filter=ook, distinct=True, default=Value([])
            ),
        )
    )
    duty = Termijn.objects.running().filter(betreft_id=plan.gezin_id, regel=DOELEN_VASTSTELLEN.norm)
    return Vaststelling(
        doelen=tuple(as_smart(doel, doel.aantal_acties) for doel in doelen),
        tafel=tuple(Tafelgenoot(rol=een.relatie, naam=een.naam) for een in stoelen if not een.is_open),
        onuitgewerkt=tuple(
            f"{een.matrixdoel.code} {een} ({een.over or 'het hele gezin'})"
            for een in not_worked_out(read_keuzes(wie, plan.gezin_id, peildatum), doelen)
        ),
        dag=peildatum,
        uiterlijk=duty.values_list("vervalt_op", flat=True).first(),
        afspraken=Planafspraken(
            doelen=tuple(
                Doelwerk(
                    titel=str(doel),
                    inzet=doel.inzet and doel.zwaarte,
                    hulpverleners=tuple(sorted({*doel.hulpverleners, *doel.meedoeners})),
                )
                for doel in doelen
            ),
            via_gemeente=came_by_gemeente(plan.gezin_id),
            tussendoor=plan.tussendoor,
        ),
    )


def came_by_gemeente(gezin_id: UUID) -> bool:
    """Did every question of this family come in by the toegang? Who may not read how, is not asked either."""
    soorten = Aanmelding.objects.filter(gezin_id=gezin_id).values_list("verwijzersoort", flat=True)
    return all(soort == Verwijzer.GEMEENTE for soort in soorten)
