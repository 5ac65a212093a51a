"""Which day will it be? Who can come when, and the agenda of the meeting that follows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.afscherming import look_at_text
from rondetafel.kern import klok, logboek
from rondetafel.overleg import queries
from rondetafel.overleg.forms.intake import KiesForm, ReactieForm
from rondetafel.overleg.intakeblad import as_card, may, open_intake
from rondetafel.overleg.models import Datumoptie, Genodigde, Overleg, OverlegSoort, Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.oordelen import judge_dagkeuze
from rondetafel.overleg.operations import answer_datums, decide_datum, withdraw_datum
from rondetafel.overleg.queries.intake import find_voorbereiding
from rondetafel.regels.intake import Onderwerp
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.regels.startoverleg import agenda_of_start, arrival_of_family
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagkaart:
    """One proposed day: can it be, and what did each of those who are asked say (None: nothing yet)?"""

    datum: Datumoptie
    oordeel: Oordeel
    antwoorden: list[tuple[Genodigde, bool | None]]

    @property
    def kunnen(self) -> int:
        return sum(kan is True for _wie, kan in self.antwoorden)


@require_http_methods(["GET", "POST"])
def intake_datum(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """All days with who can; choosing one plans the meeting."""
    peildatum = klok.today()
    found = open_intake(request, gezin_id, klok.today())
    if request.method == "POST":
        require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=gezin_id, peildatum=peildatum)
    voorbereiding = find_voorbereiding(gezin_id, request.wie, peildatum)
    dagen = _days_of(voorbereiding)
    form = KiesForm(posted(request), datums=[een.datum for een in dagen])
    context: dict[str, Any] = {"intake": found, "dagen": dagen, "form": form, "voorbereiding": voorbereiding}
    if form.is_valid():
        plaats = form.cleaned_data["plaats"]
        context["afgeschermd"] = look_at_text(request, gezin_id, plaats, peildatum=peildatum)
        context["oordeel"] = None if context["afgeschermd"] else _decide(request, form)
        if not context["oordeel"] and not context["afgeschermd"]:
            messages.success(request, _("De datum is gekozen. Het overleg staat gepland."))
            return redirect("overleg:agenda", _planned(voorbereiding))
    context |= {"kaart": as_card(request, found, Onderwerp.DATUM), "genodigden": _coming(voorbereiding)}
    context |= {"mag_kiezen": may(request, Recht.OVERLEG_PLANNEN, gezin_id, klok.today())}
    context |= {"mag_veiligheid": may(request, Recht.VEILIGHEID_BEGINNEN, gezin_id, klok.today())}
    return render(request, "overleg/intake_datum.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def reactie(request: Verzoek, gezin_id: UUID, stoel_id: UUID) -> HttpResponse:
    """Does one person want to come, and when can they? Their own, or noted by who walks the intake."""
    voorbereiding, genodigde = _find_invited(request, gezin_id, stoel_id)
    walks = may(request, Recht.INTAKE_LOPEN, gezin_id, klok.today())
    form = _answer_form(request, voorbereiding, genodigde)
    if form.is_valid():
        answer_datums(
            voorbereiding.pk,
            stoel_id=stoel_id,
            reactie=form.as_reactie(),
            door=request.wie,
            peildatum=klok.today(),
        )
        messages.success(request, _("Het antwoord is bewaard."))
        return redirect("overleg:intake_datum" if walks else "werkplek:gezin", gezin_id)
    context = {"genodigde": genodigde, "form": form, "gezin_id": gezin_id, "walks": walks}
    context["is_eigen"] = genodigde.betrokkene.gebruiker_id == request.wie.id
    context["voorbereiding"] = voorbereiding
    return render(request, "overleg/reactie.html", context, status=status_of(request))


@require_POST
def datum_weg(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take a proposed day back."""
    peildatum = klok.today()
    datum = get_object_or_404(
        Datumoptie.objects.visible_to(request.wie, peildatum), pk=pk, voorbereiding__overleg__isnull=True
    )
    withdraw_datum(pk, door=request.wie, peildatum=peildatum)
    messages.success(request, _("De dag is weggehaald."))
    return redirect("overleg:intake_datum", datum.gezin_id)


@require_safe
def agenda(request: Verzoek, pk: UUID) -> HttpResponse:
    """What is to be prepared for a meeting; of the startoverleg also what comes, in which order."""
    overleg = get_object_or_404(queries.find_overleg(request.wie, klok.today()), pk=pk)
    logboek.note_look(request, [overleg], Onderdeel.PLAN)
    context = {
        "overleg": overleg,
        "punten": agenda_of_start() if overleg.soort == OverlegSoort.STARTOVERLEG else (),
        "inloop": arrival_of_family(overleg.tijd) if overleg.tijd else None,
        "mag_plannen": may(request, Recht.OVERLEG_PLANNEN, overleg.gezin_id, klok.today()),
    }
    return render(request, "overleg/agenda.html", context)


def _answer_form(request: Verzoek, voorbereiding: Voorbereiding, genodigde: Genodigde) -> ReactieForm:
    """Who answers for themselves is asked so; who notes it for another, on which day that was."""
    vraag = _("Wil je komen?") if request.wie.is_jeugdige else _("Wilt u komen?")
    is_eigen = genodigde.betrokkene.gebruiker_id == request.wie.id
    return ReactieForm(
        posted(request),
        genodigde=genodigde,
        datums=[(een, _said(een, genodigde.betrokkene_id)) for een in voorbereiding.datums.all()],
        peildatum=klok.today(),
        eigen_vraag=vraag if is_eigen else "",
    )


def _coming(voorbereiding: Voorbereiding | None) -> list[Genodigde]:
    """Who is asked, those who must be there first."""
    if voorbereiding is None:
        return []
    gevraagd = [een for een in voorbereiding.genodigden.all() if een.komst != Komst.NIET]
    return sorted(gevraagd, key=lambda een: een.komst != Komst.ZEKER)


def _days_of(voorbereiding: Voorbereiding | None) -> list[Dagkaart]:
    genodigden = _coming(voorbereiding)
    if voorbereiding is None:
        return []
    return [
        Dagkaart(
            datum=datum,
            oordeel=judge_dagkeuze(datum, genodigden, datum.antwoorden.all(), klok.today()),
            antwoorden=[(een, _said(datum, een.betrokkene_id)) for een in genodigden],
        )
        for datum in voorbereiding.datums.all()
    ]


def _said(datum: Datumoptie, stoel_id: UUID) -> bool | None:
    return next((een.kan for een in datum.antwoorden.all() if een.betrokkene_id == stoel_id), None)


def _decide(request: Verzoek, form: KiesForm) -> Oordeel | None:
    """What stands in the way of this day; None when it was chosen."""
    gegeven = form.cleaned_data
    try:
        decide_datum(
            UUID(gegeven["datum"]), plaats=gegeven["plaats"], door=request.wie, peildatum=klok.today()
        )
    except Geweigerd as geweigerd:
        return geweigerd.oordeel
    except Datumoptie.DoesNotExist:
        # Chosen or taken back between the two looks: the page that follows shows how it is now.
        return None
    return None


def _planned(voorbereiding: Any) -> UUID:
    return Overleg.objects.filter(voorbereiding=voorbereiding).values_list("pk", flat=True).get()


def _find_invited(request: Verzoek, gezin_id: UUID, stoel_id: UUID) -> tuple[Voorbereiding, Genodigde]:
    require(request.wie, Recht.DATUM_ZEGGEN, gezin_id=gezin_id, peildatum=klok.today())
    voorbereiding = find_voorbereiding(gezin_id, request.wie, klok.today())
    genodigde = next((een for een in _coming(voorbereiding) if een.betrokkene_id == stoel_id), None)
    if voorbereiding is None or genodigde is None:
        raise Http404
    is_eigen = genodigde.betrokkene.gebruiker_id == request.wie.id
    if not is_eigen and not may(request, Recht.INTAKE_LOPEN, gezin_id, klok.today()):
        raise Http404
    logboek.note_look(request, [voorbereiding], Onderdeel.PLAN)
    return voorbereiding, genodigde
