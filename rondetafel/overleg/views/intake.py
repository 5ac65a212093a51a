"""The intake: thirteen steps, one on a page or all at once, and who is asked and when they can."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.kern import klok
from rondetafel.overleg.bekend import known_at
from rondetafel.overleg.forms.intake import DatumsForm, GesprekForm, LijstForm, VoorkeurForm, WieForm
from rondetafel.overleg.gegevens import Invulling
from rondetafel.overleg.intakeblad import Antwoord, Stapkaart, as_card, is_own, may, open_intake, send
from rondetafel.overleg.models import Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.queries.intake import Intake, find_voorbereiding
from rondetafel.overleg.stappen import UITLEG
from rondetafel.regels.intake import (
    STAPPEN,
    VAN_HET_GEZIN,
    ZIJPADEN,
    Onderwerp,
    Stand,
    assess_volgorde,
    next_step,
    standen_of,
)
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of

# These fill in the list or the days, not only a talk.
MET_LIJST = {Onderwerp.UITNODIGEN: ("genodigden",), Onderwerp.ZEKER: ("zeker",)}
MET_DAGEN = frozenset({*MET_LIJST, Onderwerp.DATA, Onderwerp.DATUM})
FAMILIEPAD = VAN_HET_GEZIN | {Onderwerp.DATUM}


@require_safe
def intake(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """All steps with how each stands, and where to go on."""
    found = open_intake(request, gezin_id, klok.today())
    kaarten = [as_card(request, found, stap) for stap in _path_of(request)]
    volgende = next_step({een.stap: found.standen[een.stap] for een in kaarten if een.is_van_lezer})
    context = {
        "intake": found,
        "kaarten": kaarten,
        "telling": _count_done(kaarten),
        "volgende": as_card(request, found, volgende) if volgende else None,
        "zijpaden": [] if request.wie.is_gezin else [as_card(request, found, een) for een in ZIJPADEN],
        "mag_alles": not request.wie.is_gezin,
        "mag_veiligheid": may(request, Recht.VEILIGHEID_BEGINNEN, gezin_id, klok.today()),
        "is_klein_netwerk": found.feiten.netwerk <= 1,
    }
    return render(request, "overleg/intake.html", context)


@require_http_methods(["GET", "POST"])
def intake_stap(request: Verzoek, gezin_id: UUID, stap: str) -> HttpResponse:
    """One step: the question, what helps, what is known, and one thing to do."""
    onderwerp = _subject(stap)
    found = open_intake(request, gezin_id, klok.today())
    voorbereiding = _prepared(request, onderwerp, gezin_id)
    volgorde = assess_volgorde(onderwerp, _standen_now(found, voorbereiding))
    form = None
    if volgorde.is_akkoord and is_own(request, onderwerp):
        form = _form_for(request, onderwerp, found, voorbereiding)
    antwoord = (
        send(request, gezin_id, form.as_invulling(), klok.today()) if form and form.is_valid() else Antwoord()
    )
    if antwoord.is_bewaard:
        messages.success(request, _("Bewaard."))
        return redirect(*_after(request, gezin_id, onderwerp))
    context = _context_of(request, found, onderwerp) | {
        "form": form,
        "volgorde": volgorde,
        "antwoord": antwoord,
        "afgeschermd": antwoord.afgeschermd,
        "voorbereiding": voorbereiding,
        "bekend": known_at(onderwerp, found, voorbereiding),
    }
    return render(request, "overleg/intake_stap.html", context, status=_status(request, antwoord))


@require_http_methods(["GET", "POST"])
def intake_alles(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """All steps on one page, with all that can be filled in at once; for who does this every day."""
    peildatum = klok.today()
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=gezin_id, peildatum=peildatum)
    found = open_intake(request, gezin_id, klok.today())
    voorbereiding = find_voorbereiding(gezin_id, request.wie, peildatum)
    forms: dict[Onderwerp, Any] = {
        stap: _form_for(request, stap, found, voorbereiding, prefix=stap.value)
        for stap in STAPPEN
        if stap not in (Onderwerp.ZEKER, Onderwerp.DATUM)
    }
    antwoord = Antwoord()
    if request.method == "POST" and all([form.is_valid() for form in forms.values()]):
        antwoord = send(request, gezin_id, _together(forms), klok.today())
    if antwoord.is_bewaard:
        messages.success(request, _("De intake is bewaard."))
        return redirect("overleg:intake", gezin_id)
    rijen = [
        (as_card(request, found, stap), form, known_at(stap, found, voorbereiding))
        for stap, form in forms.items()
    ]
    context = {"intake": found, "antwoord": antwoord, "afgeschermd": antwoord.afgeschermd}
    context |= {"gesprekken": [rij for rij in rijen if type(rij[1]) is GesprekForm]}
    context |= {"kaarten": [rij for rij in rijen if type(rij[1]) is not GesprekForm]}
    return render(request, "overleg/intake_alles.html", context, status=_status(request, antwoord))


def _count_done(kaarten: list[Stapkaart]) -> tuple[int, int]:
    """How many steps are done, of how many: 9a and 9b are one step."""
    af: dict[str, bool] = {}
    for een in kaarten:
        nummer = een.nummer.rstrip("ab")
        af[nummer] = af.get(nummer, True) and een.stand is not None and een.stand.is_af
    return sum(af.values()), len(af)


def _path_of(request: Verzoek) -> list[Onderwerp]:
    """The steps that this reader meets, in their order."""
    return [stap for stap in STAPPEN if not request.wie.is_gezin or stap in FAMILIEPAD]


def _subject(stap: str) -> Onderwerp:
    try:
        return Onderwerp(stap)
    except ValueError:
        raise Http404 from None


def _prepared(request: Verzoek, stap: Onderwerp, gezin_id: UUID) -> Voorbereiding | None:
    """The list and the days, for the steps that are about them."""
    return find_voorbereiding(gezin_id, request.wie, klok.today()) if stap in MET_DAGEN else None


def _standen_now(found: Intake, voorbereiding: Voorbereiding | None) -> dict[Onderwerp, Stand]:
    """How the steps stand for the meeting that is prepared now, which may be a later one than the first."""
    if found.feiten.startoverleg_op is None:
        return found.standen
    genodigden = list(voorbereiding.genodigden.all()) if voorbereiding else []
    nu = replace(
        found.feiten,
        startoverleg_op=None,
        besloten_op=voorbereiding.besloten_op if voorbereiding else None,
        genodigden=sum(een.komst != Komst.NIET for een in genodigden),
        zeker=sum(een.komst == Komst.ZEKER for een in genodigden),
        datums=len(voorbereiding.datums.all()) if voorbereiding else 0,
    )
    nieuw = standen_of(nu)
    return found.standen | {stap: nieuw[stap] for stap in MET_DAGEN - {Onderwerp.DATUM}}


def _form_for(
    request: Verzoek,
    stap: Onderwerp,
    found: Intake,
    voorbereiding: Voorbereiding | None,
    prefix: str | None = None,
) -> Any:
    data, peildatum = posted(request), klok.today()
    # Beside others a form may stay as it is: then nothing in it is asked.
    vrij: dict[str, Any] = {"prefix": prefix, "empty_permitted": True, "use_required_attribute": False}
    vrij = vrij if prefix else {}
    if stap in MET_LIJST:
        vraagt = ("genodigden", "zeker") if prefix else MET_LIJST[stap]
        return LijstForm(
            data, intake=found, voorbereiding=voorbereiding, peildatum=peildatum, vraagt=vraagt, **vrij
        )
    if stap is Onderwerp.DATA:
        return DatumsForm(data, **vrij)
    soort: type[GesprekForm] = GesprekForm
    if stap is Onderwerp.VOORKEUR:
        soort = VoorkeurForm
    elif stap in ZIJPADEN:
        soort = WieForm
    form = soort(data, stap=stap, intake=found, peildatum=peildatum, **vrij)
    if prefix and soort is GesprekForm:
        form.name_fields(UITLEG[stap].titel)
    return form


def _together(forms: dict[Onderwerp, Any]) -> Invulling:
    """Of a page with everything only what was changed."""
    samen = Invulling()
    for form in forms.values():
        if form.has_changed():
            samen += form.as_invulling()
    return samen


def _after(request: Verzoek, gezin_id: UUID, stap: Onderwerp) -> tuple[Any, ...]:
    """The step that follows for this reader, or the overview after the last and after a side path."""
    pad = _path_of(request)
    verder = pad[pad.index(stap) + 1 :] if stap in pad else []
    if not verder:
        return ("overleg:intake", gezin_id)
    if verder[0] is Onderwerp.DATUM:
        return ("overleg:intake_datum", gezin_id)
    return ("overleg:intake_stap", gezin_id, verder[0].value)


def _context_of(request: Verzoek, found: Intake, stap: Onderwerp) -> dict[str, Any]:
    uitleg = UITLEG[stap]
    return {
        "intake": found,
        "kaart": as_card(request, found, stap),
        "vraag": uitleg.vraag_je if request.wie.is_jeugdige else uitleg.vraag,
        "heen": [een for een in uitleg.heen if may(request, een.recht, found.gezin.pk, klok.today())],
        "mag_veiligheid": may(request, Recht.VEILIGHEID_BEGINNEN, found.gezin.pk, klok.today()),
        "mag_dekken": may(request, Recht.TAFEL_DEKKEN, found.gezin.pk, klok.today()),
        "regiekeuze": found.keuze if stap is Onderwerp.VOORKEUR and not request.wie.is_gezin else None,
        "is_klein_netwerk": found.feiten.netwerk <= 1,
    }


def _status(request: Verzoek, antwoord: Antwoord) -> int:
    return BOTSING if antwoord.is_botsing else status_of(request)
