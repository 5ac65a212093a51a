from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rondetafel.werkplek.logregels import Keuze

# How far back the page looks when nobody says how far; and how far it may look at once.
DAGEN_INZAGE = 90


class ZoekForm(forms.Form):
    zoek = forms.CharField(
        label=_("Zoek op nummer of naam"),
        max_length=100,
        required=False,
        help_text=_("Bijvoorbeeld 147 of het begin van een naam."),
    )


class PeriodeForm(forms.Form):
    """Which days of the logboek. What is left out is the last three months."""

    van = forms.DateField(label=_("Vanaf"), required=False)
    tot = forms.DateField(label=_("Tot en met"), required=False)

    def clean(self) -> dict[str, Any]:
        gegeven = super().clean() or {}
        if gegeven.get("van") and gegeven.get("tot") and gegeven["van"] > gegeven["tot"]:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag."))
        return gegeven

    def as_keuze(self, peildatum: date) -> Keuze:
        """Return the choice; what was filled in wrong counts as not filled in."""
        gegeven = self.cleaned_data if self.is_valid() else {}
        tot = gegeven.get("tot") or peildatum
        return Keuze(
            van=gegeven.get("van") or tot - timedelta(days=DAGEN_INZAGE - 1),
            tot=tot,
            wie=gegeven.get("wie") or None,
            onderdeel=gegeven.get("deel") or "",
            over=gegeven.get("over") or None,
        )


class KijkForm(PeriodeForm):
    """Which lines about one family: also by whom, which part and about whom."""

    wie = forms.TypedChoiceField(label=_("Wie keek er?"), required=False, coerce=UUID, empty_value=None)
    deel = forms.ChoiceField(label=_("Waarnaar?"), required=False)
    over = forms.TypedChoiceField(label=_("Over wie?"), required=False, coerce=UUID, empty_value=None)

    def __init__(self, data: QueryDict, *, keuzes: dict[str, list[tuple[str, str]]]) -> None:
        super().__init__(data or None)
        for naam, mogelijk in keuzes.items():
            veld: Any = self.fields[naam]
            veld.choices = [("", _("maakt niet uit")), *mogelijk]
