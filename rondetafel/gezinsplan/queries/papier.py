"""What of a plan goes on paper for one reader? What they may not read is not on it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from django.db.models import QuerySet, Subquery
from django.utils.translation import gettext as _

from rondetafel.gezinnen.basis import gezag_within
from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinnen.schermen import hidden_from
from rondetafel.gezinsplan.gegevens import Hulpeinde
from rondetafel.gezinsplan.models import Aanleiding, Actie, Gezinsplan, Keuze, Planantwoord, Planversie
from rondetafel.gezinsplan.papier import Papierdoel, Planpapier
from rondetafel.gezinsplan.queries.doelen import Doelregel, plan_of, with_hulp
from rondetafel.gezinsplan.queries.eigenplan import own_text_within, step_within
from rondetafel.gezinsplan.queries.keuze import read_keuzes
from rondetafel.gezinsplan.queries.vastgesteld import as_vastgesteld, vastgesteld_within
from rondetafel.gezinsplan.queries.versie import newest_answers
from rondetafel.gezinsplan.sindsdien import Sindsdien, changes_since, tell_stand
from rondetafel.regels.datum import format_datum
from rondetafel.regels.familiegroepsplan import Eigenstap
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.mag import Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel


def families_for_paper(wie: Wie, peildatum: date) -> QuerySet[Gezin]:
    """The families of a reader, each with its plan and what stands on paper about the family itself."""
    lezing = scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)
    gezinnen = Gezin.objects.visible_to(wie, peildatum).select_related("plan")
    return gezinnen.annotate(
        eigen_stap=step_within(*lezing),
        eigen_tekst=own_text_within(*lezing),
        gezag=gezag_within(wie, peildatum),
        **vastgesteld_within(*lezing),
    )


def read_papier(
    gezin: Gezin, plan: Gezinsplan, wie: Wie, peildatum: date, *, hulp: Iterable[Hulpeinde] = ()
) -> Planpapier:
    """Return the plan as it is today, with what people said when it was last adopted; five queries.

    What stands about the family itself is there when it comes from `families_for_paper`. `hulp` is until when the
    help runs that `wie` may know of.
    """
    doelen = with_hulp(plan_of(wie, gezin.pk, peildatum), hulp)
    sindsdien = changes_since(plan, as_vastgesteld(gezin), doelen)
    return Planpapier(
        titel=_title(gezin, plan),
        dag=peildatum,
        stand=_stand(plan, sindsdien),
        sindsdien=sindsdien.woorden,
        basis=(*_basis(plan), *_gezag(gezin), *_own_plan(gezin)),
        tafel=tuple(_chair(een) for een in people_at(gezin.pk, wie, peildatum)),
        keuzes=tuple(_choice(een) for een in read_keuzes(wie, gezin.pk, peildatum)),
        doelen=tuple(_goal(regel) for regel in doelen),
        antwoorden=tuple(_answer(een) for een in newest_answers(_adopted_last(plan), wie, peildatum)),
    )


def _title(gezin: Gezin, plan: Gezinsplan) -> str:
    if plan.is_hoofdlijn:
        return _("Het plan van aanpak van %(gezin)s") % {"gezin": gezin}
    return _("Het plan van %(gezin)s") % {"gezin": gezin}


def _stand(plan: Gezinsplan, sindsdien: Sindsdien) -> str:
    kort = ""
    if plan.is_hoofdlijn:
        kort = " " + _("Dit is een plan van aanpak: hier staan alleen de hoofdlijnen.")
    return tell_stand(plan, sindsdien) + kort


def _basis(plan: Gezinsplan) -> tuple[tuple[str, str], ...]:
    basis = [(_("Begonnen op"), format_datum(plan.gestart_op))]
    if plan.tussendoor:
        basis.append((_("Hoe wij tussendoor kijken hoe het gaat"), plan.tussendoor))
    return tuple(basis)


def _gezag(gezin: Gezin) -> tuple[tuple[str, str], ...]:
    """Who decides for each child, where that was asked for."""
    per_kind = groupby(getattr(gezin, "gezag", ()), key=itemgetter("kind_id", "kind"))
    return tuple(
        (_("Gezag over %(kind)s") % {"kind": kind}, ", ".join(rij["volwassene"] for rij in rijen))
        for (_pk, kind), rijen in per_kind
    )


def _own_plan(gezin: Gezin) -> tuple[tuple[str, str], ...]:
    """How it stands with a plan of the family itself, and that plan in its own words, where that was asked for."""
    stap, tekst = getattr(gezin, "eigen_stap", None), getattr(gezin, "eigen_tekst", None)
    regels = [(_("Een eigen plan van het gezin"), Eigenstap(stap).naam)] if stap else []
    if tekst:
        regels.append((_("Zo zegt het gezin het zelf"), tekst))
    return tuple(regels)


def _chair(stoel: Betrokkene) -> tuple[str, str, str]:
    return (stoel.relatie, stoel.naam or _("nog niemand"), stoel.organisatie or stoel.get_groep_display())


def _choice(keuze: Keuze) -> tuple[str, str, str]:
    return (keuze.matrixdoel.code, keuze.matrixdoel.tekst, str(keuze.over or _("het hele gezin")))


def _goal(regel: Doelregel) -> Papierdoel:
    doel = regel.doel
    velden = [
        (_("Voor"), doel.over.voornaam if doel.over else _("het hele gezin")),
        (_("Eigenaar"), str(doel.eigenaar)),
        (_("Zo zien we dat het gelukt is"), doel.meetbaar),
        (_("Wie is het ermee eens"), doel.acceptabel),
        (_("Waarom kan het lukken"), doel.realistisch),
        (_("Begint op"), _day(doel.gestart_op)),
        (_("Uiterlijk gelukt op"), _day(doel.behaald_voor)),
        (_("Zo lang loopt de hulp (dat is iets anders dan de dag van het doel)"), _help(regel)),
        (_("Hoe zwaar is de vraag"), doel.zwaarte),
        (_("Welke hulp komt hiervoor"), doel.inzet),
        (_("Hoe staat het?"), _outcome(regel)),
    ]
    return Papierdoel(
        letter=doel.matrixdoel.gebied.letter,
        titel=str(doel),
        velden=tuple((naam, waarde) for naam, waarde in velden if waarde),
        acties=tuple(_action(een) for een in regel.acties),
        uiterlijk=_day(doel.behaald_voor),
        stand=regel.stand.uitkomst.naam if regel.stand else "",
    )


def _action(actie: Actie) -> tuple[str, str, str]:
    return (actie.tekst, actie.wie_samen, _when(actie))


def _when(actie: Actie) -> str:
    """When it was done; until then the days it is for."""
    if actie.klaar_op:
        return _("klaar op %(dag)s") % {"dag": format_datum(actie.klaar_op)}
    dagen = ((_("vanaf %(dag)s"), actie.vanaf), (_("tot en met %(dag)s"), actie.tot))
    return " ".join(woord % {"dag": format_datum(dag)} for woord, dag in dagen if dag)


def _outcome(regel: Doelregel) -> str:
    if regel.stand is None:
        return ""
    return _("%(woord)s (bekeken op %(dag)s)") % {
        "woord": regel.stand.uitkomst.naam,
        "dag": format_datum(regel.stand.geevalueerd_op),
    }


def _help(regel: Doelregel) -> str:
    return "; ".join(
        _("%(hulp)s tot en met %(dag)s") % {"hulp": een.hulp, "dag": format_datum(een.tot)}
        for een in regel.hulp
    )


def _day(dag: date | None) -> str:
    return format_datum(dag) if dag else ""


def _answer(antwoord: Planantwoord) -> tuple[str, str, str]:
    return (str(antwoord.stoel), Antwoord(antwoord.antwoord).naam, antwoord.woorden)


def _adopted_last(plan: Gezinsplan) -> Subquery:
    """The key of the version that was adopted last, asked in the same query as the answers to it."""
    vastgesteld = Planversie.objects.filter(plan=plan, aanleiding=Aanleiding.VASTGESTELD)
    return Subquery(vastgesteld.order_by("-created_at").values("pk")[:1])
