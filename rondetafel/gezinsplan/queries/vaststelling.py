"""Which plan would be adopted today?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value

from rondetafel.gezinnen.beslissers import Gezinsleden, Maatregelfeit, people_of
from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.gezinnen.schermen import hidden_from
from rondetafel.gezinsplan.gegevens import Antwoordopgave
from rondetafel.gezinsplan.models import Doel, Gezinsplan
from rondetafel.gezinsplan.queries.doelen import as_smart, find_doelen
from rondetafel.gezinsplan.queries.eigenplan import as_stand, steps_within
from rondetafel.gezinsplan.queries.keuze import not_worked_out, read_keuzes
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Termijn
from rondetafel.regels.afspraken import Doelwerk, Planafspraken
from rondetafel.regels.datum import holds_on
from rondetafel.regels.doelen import Tafelgenoot, Vaststelling
from rondetafel.regels.familiegroepsplan import Eigenstap
from rondetafel.regels.instemming import Antwoord
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN
from rondetafel.regels.vaststelling import Beslisantwoord, Omlijsting
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.mag import Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """Who sit at the table, what they said of the plan if they were asked, and when they last met."""

    stoelen: Sequence[Betrokkene]
    antwoorden: Sequence[Antwoordopgave] = ()
    overleg_op: date | None = None


def as_vaststelling(plan: Gezinsplan, tafel: Tafel, *, wie: Wie, peildatum: date) -> Vaststelling:
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
    gezin = _facts_of(plan.gezin_id, wie, peildatum)
    return Vaststelling(
        doelen=tuple(as_smart(doel, doel.aantal_acties) for doel in doelen),
        tafel=tuple(Tafelgenoot(rol=een.relatie, naam=een.naam) for een in tafel.stoelen if not een.is_open),
        omlijsting=_frame(gezin, tafel, doelen, peildatum=peildatum),
        onuitgewerkt=tuple(
            f"{een.matrixdoel.code} {een} ({een.over or 'het hele gezin'})"
            for een in not_worked_out(read_keuzes(wie, plan.gezin_id, peildatum), doelen)
        ),
        dag=peildatum,
        uiterlijk=gezin.uiterlijk,
        afspraken=Planafspraken(
            doelen=tuple(
                Doelwerk(
                    titel=str(doel),
                    inzet=doel.inzet and doel.zwaarte,
                    hulpverleners=tuple(sorted({*doel.hulpverleners, *doel.meedoeners})),
                )
                for doel in doelen
            ),
            via_gemeente=not gezin.via_ander,
            tussendoor=plan.tussendoor,
        ),
    )


def _facts_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Any:
    """The duty to set goals, the way in, and the steps to a plan of the family itself; one query."""
    duty = Termijn.objects.running().filter(betreft_id=OuterRef("pk"), regel=DOELEN_VASTSTELLEN.norm)
    ander = Aanmelding.objects.filter(gezin=OuterRef("pk")).exclude(verwijzersoort=Verwijzer.GEMEENTE)
    gezinnen = Gezin.objects.filter(pk=gezin_id).annotate(
        uiterlijk=Subquery(duty.values("vervalt_op")[:1]),
        via_ander=Exists(ander),
        eigen_stappen=steps_within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)),
    )
    return gezinnen.get()


def _frame(gezin: Any, tafel: Tafel, doelen: Sequence[Doel], *, peildatum: date) -> Omlijsting:
    """What goes before adopting; one query."""
    leden = people_of(gezin.pk)
    eigenplan = as_stand(gezin.eigen_stappen)
    uitgezonderd = any(_is_excepted(feit, peildatum) for van in leden.maatregelen.values() for feit in van)
    return Omlijsting(
        dag=peildatum,
        overleg_op=tafel.overleg_op,
        eigenplan=replace(eigenplan.as_eigenplan(), is_uitgezonderd=uitgezonderd),
        maakt_zelf=eigenplan.stap in (Eigenstap.ZELF, Eigenstap.MET_HULP),
        beslissers=tuple(
            _deciders(leden, {doel.voor_id for doel in doelen if doel.voor_id}, tafel, peildatum)
        ),
    )


def _is_excepted(feit: Maatregelfeit, peildatum: date) -> bool:
    """With voogdij of an instelling no plan of the family is asked for first."""
    return feit.soort.is_voogdij and holds_on(peildatum, feit.van, feit.tot)


def _deciders(
    leden: Gezinsleden, kinderen: set[UUID], tafel: Tafel, peildatum: date
) -> Iterator[Beslisantwoord]:
    """Who of the family decide about these children. Of an instelling the family has no name at the table."""
    gezegd = {een.stoel_id: Antwoord(een.antwoord) for een in tafel.antwoorden}
    stoel_van = {een.persoon_id: een.pk for een in tafel.stoelen if een.persoon_id and not een.is_open}
    for kind in sorted(kinderen & leden.personen.keys(), key=lambda pk: leden.personen[pk].voornaam):
        for beslisser in leden.deciders_about(kind, peildatum):
            if beslisser.persoon is None:
                continue
            stoel = stoel_van.get(beslisser.persoon)
            yield Beslisantwoord(
                naam=leden.name(beslisser),
                kind=leden.personen[kind].voornaam,
                bron=beslisser.bron,
                aan_tafel=stoel is not None,
                is_gevraagd=bool(gezegd),
                antwoord=gezegd.get(stoel) if stoel else None,
            )


def came_by_gemeente(gezin_id: UUID) -> bool:
    """Did every question of this family come in by the toegang? Who may not read how, is not asked either."""
    soorten = Aanmelding.objects.filter(gezin_id=gezin_id).values_list("verwijzersoort", flat=True)
    return all(soort == Verwijzer.GEMEENTE for soort in soorten)
