"""What is known already at a step of the intake: entered elsewhere, shown here, asked nowhere twice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.overleg.models import Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.queries.intake import Intake
from rondetafel.regels.intake import Onderwerp
from rondetafel.web.templatetags.componenten import dagdatum, datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Weet:
    """One line: a name or a fact, and what belongs to it."""

    titel: str
    uitleg: str = ""


def known_at(stap: Onderwerp, intake: Intake, voorbereiding: Voorbereiding | None) -> list[Weet]:
    """Return what the records tell at this step."""
    lees = BEKEND.get(stap)
    return lees(intake, voorbereiding) if lees else []


def _people(betrokkenen: Iterable[Betrokkene], *groepen: Groep) -> list[Weet]:
    return [
        Weet(titel=str(een), uitleg=_about(een))
        for een in betrokkenen
        if een.groep in groepen and not een.is_open
    ]


def _about(een: Betrokkene) -> str:
    delen = [een.relatie, een.organisatie]
    if een.persoon:
        dag = een.persoon.geboortedatum
        delen.append(_("geboren op %s") % datum(dag) if dag else _("geboortedatum nog niet bekend"))
    if een.groep == Groep.NETWERK:
        steun = ", ".join(een.steun_woorden)
        delen.append(_("steun: %s") % steun if steun else _("steun nog niet bekend"))
    if een.is_blijvend:
        delen.append(_("blijft als de hulp stopt"))
    return " · ".join(str(deel) for deel in delen if deel)


def _beroep(intake: Intake, _nu: Voorbereiding | None) -> list[Weet]:
    return _people(intake.betrokkenen, Groep.BEROEP)


def _plan(intake: Intake, _nu: Voorbereiding | None) -> list[Weet]:
    if not intake.feiten.is_plan_begonnen:
        return []
    aantal = intake.feiten.doelen
    return [
        Weet(titel=ngettext("%(n)d doel in het plan", "%(n)d doelen in het plan", aantal) % {"n": aantal})
    ]


def _lezers(intake: Intake, _nu: Voorbereiding | None) -> list[Weet]:
    aantal = intake.feiten.lezers
    tekst = ngettext("%(n)d van het gezin leest zelf mee", "%(n)d van het gezin lezen zelf mee", aantal)
    return [Weet(titel=tekst % {"n": aantal})] if aantal else []


def _invited(_intake: Intake, nu: Voorbereiding | None) -> list[Weet]:
    komen = [een for een in nu.genodigden.all() if een.komst != Komst.NIET] if nu else []
    return [
        Weet(
            titel=str(een.betrokkene),
            uitleg=" · ".join(
                [
                    str(een.get_komst_display()),
                    str(een.get_instemming_display() if een.instemming else _("nog niet gevraagd")),
                    *([_("besloot mee")] if een.besliste_mee else []),
                ]
            ),
        )
        for een in komen
    ]


def _verwijsindex(intake: Intake, _nu: Voorbereiding | None) -> list[Weet]:
    if not intake.feiten.is_verwijsindex_aan:
        return [Weet(titel=_("De verwijsindex staat hier uit: deze stap hoeft niet."))]
    aantal = intake.feiten.minderjarigen
    return [Weet(titel=ngettext("%(n)d minderjarige", "%(n)d minderjarigen", aantal) % {"n": aantal})]


def _start(intake: Intake, _nu: Voorbereiding | None) -> list[Weet]:
    dag = intake.feiten.startoverleg_op
    if dag is None:
        return []
    woord = (
        _("Startoverleg gehouden") if intake.feiten.is_startoverleg_gehouden else _("Startoverleg gepland")
    )
    return [Weet(titel=woord, uitleg=dagdatum(dag))]


BEKEND: Mapping[Onderwerp, Callable[[Intake, Voorbereiding | None], list[Any]]] = {
    Onderwerp.GEGEVENS: lambda intake, _nu: _people(intake.betrokkenen, Groep.GEZIN),
    Onderwerp.NETWERK: lambda intake, _nu: _people(intake.betrokkenen, Groep.NETWERK),
    Onderwerp.BEROEP: _beroep,
    Onderwerp.VERWIJSINDEX: _verwijsindex,
    Onderwerp.CONCEPTPLAN: _plan,
    Onderwerp.TOEGANG: _lezers,
    Onderwerp.UITNODIGEN: _invited,
    Onderwerp.ZEKER: _invited,
    Onderwerp.DATUM: _start,
    Onderwerp.STARTOVERLEG: _start,
    Onderwerp.MAATWERK: _beroep,
}
