from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.models import Formatversie
from rondetafel.regels.gas import SCHALEN, ZESPUNTSSCHAAL


class FormatForm(forms.Form):
    """A version of the doelenmatrix as somebody writes it: one line for each area and each goal."""

    naam = forms.CharField(
        label=_("Hoe heet deze versie?"),
        max_length=60,
        help_text=_("Bijvoorbeeld: Format Zuid-Limburg 2027."),
    )
    toelichting = forms.CharField(
        label=_("Wat moeten mensen erover weten?"),
        max_length=200,
        required=False,
        help_text=_("Eén zin. Die staat boven de doelenmatrix."),
    )
    is_voorbeeld = forms.BooleanField(
        label=_("Dit is een voorbeeld, niet het officiële format."), required=False
    )
    schaal = forms.ChoiceField(
        label=_("Met welke GAS-schaal begint een doel?"),
        choices=[(schaal.code, schaal.naam) for schaal in SCHALEN.values()],
        initial=ZESPUNTSSCHAAL.code,
        help_text=_("Per doel mag de tafel nog de andere schaal afspreken, tot de eerste score."),
    )
    tekst = forms.CharField(
        label=_("Resultaatgebieden en doelen"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_(
            "Begin een gebied met een letter: “A Veiligheid”. "
            "Zet daaronder elk doel op een eigen regel, met een streepje: “- Thuis is het veilig”."
        ),
    )
    gelezen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, versie: Formatversie | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._versie = versie

    def clean_naam(self) -> str:
        naam = str(self.cleaned_data["naam"])
        anderen = Formatversie.objects.filter(naam=naam)
        if self._versie:
            anderen = anderen.exclude(pk=self._versie.pk)
        if anderen.exists():
            raise forms.ValidationError(_("Er is al een versie met deze naam. Kies een andere naam."))
        return naam

    def as_waarden(self) -> dict[str, Any]:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "gelezen"}


class IngangForm(forms.Form):
    """From which day new plans begin with this version."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    vanaf = forms.DateField(
        label=_("Vanaf welke dag beginnen nieuwe plannen met deze versie?"),
        help_text=_(
            "Daarna verandert deze versie niet meer. Plannen die er al zijn, houden hun eigen versie."
        ),
    )

    def as_waarden(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in ("gelezen", "vanaf")}
