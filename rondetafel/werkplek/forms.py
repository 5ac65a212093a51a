from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rondetafel.werkplek.logregels import Keuze

# How far back the page looks when nobody says how far; and how far it may look at once.
DAGEN_INZAGE = 90

# Words that would tell everybody at the table where an action came from.
VERRADERS = (
    "meldcode",
    "veilig thuis",
    "melding",
    "aandachtsfunctionaris",
    "verwijsindex",
    "veiligheidsdossier",
)


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


class ActieDelenForm(forms.Form):
    """An action for the plan, worded anew: everybody at the table reads it."""

    doel = forms.ChoiceField(label=_("Bij welk doel?"))
    wie = forms.ChoiceField(label=_("Wie doet het?"))
    tekst = forms.CharField(
        label=_("Wat gaat deze persoon doen?"),
        max_length=200,
        help_text=_("Schrijf het nieuw op, zoals het gezin het mag lezen. Neem niets over uit het dossier."),
    )
    is_gelezen = forms.BooleanField(label=_("Ik weet dat iedereen die het plan leest, dit ziet"))

    def __init__(
        self,
        *args: Any,
        doelen: Iterable[tuple[UUID, str]],
        stoelen: Iterable[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for veld, keuzes in (("doel", doelen), ("wie", stoelen)):
            self.fields[veld].choices = [  # type: ignore[attr-defined]
                ("", _("Kies")),
                *((str(pk), tekst) for pk, tekst in keuzes),
            ]

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        if any(woord in tekst.lower() for woord in VERRADERS):
            raise ValidationError(
                _("Aan een woord in deze tekst ziet men waar hij vandaan komt. Kies een ander.")
            )
        return tekst
