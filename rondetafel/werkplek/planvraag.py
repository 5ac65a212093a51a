"""Which plan must this family have, and why? What the kernteam decided and the help that there is, side by side."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.gezinsplan.queries import Besluit, choose_plan, judge_plan
from rondetafel.gezinsplan.vinden import find_plan
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.planplicht import Aantafel, Hulptijd, Planbesluit, Planfeiten, assess_begin
from rondetafel.regels.triage import Klasse
from rondetafel.zorg.queries import Hulp, Hulpoverzicht


def judge_planvraag(
    gezin: Gezin, hulp: Hulpoverzicht | None, tafel: Iterable[Betrokkene], peildatum: date
) -> Oordeel | None:
    """Must there be a plan that is not there, or does a plan van aanpak no longer fit? A gezinsplan always does."""
    plan = find_plan(gezin)
    if plan is not None and not plan.is_hoofdlijn:
        return None
    besluiten = [Besluit.from_json(een) for een in getattr(gezin, "besluiten", [])]
    if plan is None:
        return assess_begin(_facts(besluiten, hulp, tafel), catalogue_on, plannen=0, peildatum=peildatum)
    producten = [een.akkoord.product_code for een in hulp.lopend] if hulp else []
    return judge_plan(plan, choose_plan(besluiten, peildatum, hulp=producten), peildatum)


def _facts(besluiten: list[Besluit], hulp: Hulpoverzicht | None, tafel: Iterable[Betrokkene]) -> Planfeiten:
    alle = (*hulp.lopend, *hulp.voorbij) if hulp else ()
    return Planfeiten(
        hulp=tuple(map(_as_tijd, alle)),
        aan_tafel=tuple(organisations_at(tafel)),
        besluiten=tuple(
            Planbesluit(
                op=een.op,
                klasse=Klasse(een.klasse),
                hulpvragen=een.hulpvragen,
                vraagt_voorziening=bool(een.product),
            )
            for een in besluiten
        ),
    )


def organisations_at(tafel: Iterable[Betrokkene]) -> Iterator[Aantafel]:
    """The organisations of the professionals at the table; the source leaves out the huisarts, we the regisseur."""
    for stoel in tafel:
        relatie = stoel.relatie.lower()
        telt = stoel.groep == Groep.BEROEP and relatie != "regisseur" and "huisarts" not in relatie
        if telt and stoel.organisatie:
            yield Aantafel(organisatie=stoel.organisatie, van=stoel.van, tot=stoel.tot)


def _as_tijd(hulp: Hulp) -> Hulptijd:
    akkoord: Any = hulp.akkoord
    return Hulptijd(
        gegeven_op=akkoord.gegeven_op,
        van=akkoord.startdatum,
        tot=akkoord.einddatum,
        organisatie=akkoord.organisatie,
    )
