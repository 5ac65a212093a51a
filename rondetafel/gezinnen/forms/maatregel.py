from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Jeugdbeschermer, Maatregelopgave, Maatregelstop
from rondetafel.gezinnen.models import Maatregeleinde
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.maatregel import Maatregelsoort

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")
KENMERK = _("Staat bovenaan de beschikking van de rechter.")


class MaatregelForm(forms.Form):
    """One beschikking. Without a name and an address the chair of the jeugdbeschermer stays open."""

    soort = forms.ChoiceField(
        label=_("Welke maatregel?"),
        widget=forms.RadioSelect,
        choices=[(een.value, een.naam.capitalize()) for een in Maatregelsoort],
    )
    instelling = forms.ModelChoiceField(
        label=_("Welke gecertificeerde instelling?"),
        queryset=Organisatie.objects.filter(soort=OrganisatieSoort.GI),
        empty_label=_("Kies een instelling"),
    )
    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=60, help_text=KENMERK)
    van = forms.DateField(label=_("Eerste dag"), help_text=VOORBEELD)
    tot = forms.DateField(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Voogdij loopt tot het kind 18 is. Laat dan leeg."),
    )
    naam = forms.CharField(
        label=_("Naam van de jeugdbeschermer"),
        max_length=200,
        required=False,
        help_text=_("Weet u die nog niet? Laat dit en het mailadres leeg. De stoel blijft dan open."),
    )
    email = forms.EmailField(
        label=_("Mailadres van de jeugdbeschermer"),
        required=False,
        help_text=_("Het adres van het werk. De uitnodiging gaat hierheen."),
    )

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        if bool(gegeven.get("naam")) != bool(gegeven.get("email")) and "email" not in self.errors:
            leeg = "email" if gegeven.get("naam") else "naam"
            self.add_error(leeg, _("Vul de naam en het mailadres allebei in, of geen van beide."))
        return gegeven

    def as_opgave(self) -> Maatregelopgave:
        gegeven = self.cleaned_data
        wie = Jeugdbeschermer(naam=gegeven["naam"], email=gegeven["email"]) if gegeven["naam"] else None
        return Maatregelopgave(
            soort=Maatregelsoort(gegeven["soort"]),
            instelling_id=gegeven["instelling"].pk,
            van=gegeven["van"],
            tot=gegeven["tot"],
            kenmerk=gegeven["kenmerk"],
            jeugdbeschermer=wie,
        )


class VerlengForm(forms.Form):
    """What the judge said when prolonging."""

    tot = forms.DateField(label=_("Nieuwe laatste dag"), help_text=_("Elke keer ten hoogste een jaar erbij."))
    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=60, help_text=KENMERK)


class StopForm(forms.Form):
    """The last day, and why. What was never true needs no day."""

    einde = forms.ChoiceField(label=_("Waardoor?"), widget=forms.RadioSelect, choices=Maatregeleinde.choices)
    tot = forms.DateField(
        label=_("Laatste dag van de maatregel"),
        required=False,
        help_text=_("Bijvoorbeeld 14-10-2026. Stond de maatregel hier verkeerd? Laat dan leeg."),
    )

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        if gegeven.get("einde") not in (None, Maatregeleinde.FOUT) and not gegeven.get("tot"):
            self.add_error("tot", _("Vul de laatste dag in."))
        return gegeven

    def as_opgave(self) -> Maatregelstop:
        return Maatregelstop(tot=self.cleaned_data["tot"], einde=Maatregeleinde(self.cleaned_data["einde"]))


class JeugdbeschermerForm(forms.Form):
    """Who carries out the measure from today on."""

    naam = forms.CharField(label=_("Naam"), max_length=200)
    email = forms.EmailField(label=_("Mailadres van het werk"), help_text=_("De uitnodiging gaat hierheen."))

    def as_opgave(self) -> Jeugdbeschermer:
        return Jeugdbeschermer(**self.cleaned_data)


class KenmerkForm(forms.Form):
    """The number of the beschikking; `gelezen` is the version that was read."""

    kenmerk = forms.CharField(label=_("Kenmerk"), max_length=60, help_text=KENMERK)
    gelezen = forms.IntegerField(widget=forms.HiddenInput)
