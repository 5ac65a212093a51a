"""Somebody else saved the same record first: both beside each other, and nothing that was typed is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import last_change_of
from rondetafel.kern.models import Record
from rondetafel.kern.versie import Botsing
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN

GEEN = "–"
LEFT = gettext_lazy("De andere tekst is gebleven.")


def leaves_theirs(request: Verzoek) -> bool:
    """Did whoever saw both choose what the other saved?"""
    return request.method == "POST" and request.POST.get("keuze") == HUN


def compare(form: Any, huidig: Record, waarden: Mapping[str, Any]) -> dict[str, Any] | None:
    """Both versions of the fields that differ, as the component versieconflict reads them.

    The form keeps what was typed and carries the version that was shown, so that sending it again is a choice.
    None when both saved the same, as with a double click. `waarden`: what stands there now, by field.
    """
    mijn: list[str] = []
    hun: list[str] = []
    for veld in form.visible_fields():
        woorden = dict(_choices_of(veld.field))
        ik, ander = (
            _word(een, woorden) for een in (form.cleaned_data.get(veld.name), waarden.get(veld.name))
        )
        if ik != ander:
            label = str(veld.label).rstrip("?:")
            mijn.append(f"{label}: {ik}")
            hun.append(f"{label}: {ander}")
    if not mijn:
        return None
    form.data = form.data.copy()
    form.data["gelezen"] = huidig.versie
    regel = last_change_of(huidig)
    return {
        "veld": str(huidig),
        "mijn": "\n".join(mijn),
        "hun": "\n".join(hun),
        "door": regel.naam if regel else _("Iemand anders"),
        "op": date_format(timezone.localtime(regel.at), "j F H:i") if regel else "",
    }


@dataclass(frozen=True, slots=True)
class Blad:
    """A page with one form about a family."""

    gezin: Gezin
    form: Any
    titel: str
    naar: str = "gezinnen:basis"
    sjabloon: str = "gezinnen/basisformulier.html"


def show_both(request: Verzoek, blad: Blad, botsing: Botsing, waarden: Mapping[str, Any]) -> HttpResponse:
    """The form with both versions above it; when both saved the same there is nothing to choose."""
    conflict = compare(blad.form, botsing.huidig, waarden)
    if conflict is None:
        return redirect(blad.naar, blad.gezin.pk)
    context = {"gezin": blad.gezin, "form": blad.form, "titel": blad.titel, "conflict": conflict}
    return render(request, blad.sjabloon, context, status=BOTSING)


def leave_theirs(request: Verzoek, pk: UUID, naar: str = "gezinnen:basis") -> HttpResponse:
    """Nothing is written: what the other saved stays."""
    messages.success(request, LEFT)
    return redirect(naar, pk)


def _choices_of(veld: Any) -> Iterator[tuple[str, str]]:
    """Each choice with its words, also those in groups."""
    for sleutel, woord in getattr(veld, "choices", ()):
        if isinstance(woord, list | tuple):
            yield from ((str(een), str(tekst)) for een, tekst in woord)
        else:
            yield str(sleutel), str(woord)


def _word(waarde: Any, woorden: Mapping[str, str]) -> str:
    match waarde:
        case None | "" | [] | ():
            return woorden.get("", GEEN)
        case bool():
            return _("ja") if waarde else _("nee")
        case list() | tuple():
            return ", ".join(sorted(woorden.get(str(een), str(een)) for een in waarde))
        case date():
            return date_format(waarde, "j F Y")
        case _:
            return woorden.get(str(waarde), str(waarde))
