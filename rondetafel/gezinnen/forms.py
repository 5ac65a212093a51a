from typing import Any

from django import forms
from django.forms import ChoiceField
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Groep

# What the versieconflict component posts: keep my text, or leave the other's.
MIJN, HUN = "mijn", "hun"


class StoelForm(forms.Form):
    """A chair at the table. Without a name it stays open, for a role that somebody will fill."""

    naam = forms.CharField(
        label=_("Naam"),
        max_length=200,
        required=False,
        help_text=_("Weet u nog niet wie het wordt? Laat dit leeg. Dan blijft de stoel open."),
    )
    relatie = forms.CharField(
        label=_("Wie is dit voor het gezin?"),
        max_length=100,
        help_text=_("Bijvoorbeeld oma, buurman, juf of huisarts."),
    )
    organisatie = forms.CharField(
        label=_("Organisatie"), max_length=200, required=False, help_text=_("Alleen bij een beroep.")
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Nodig om iemand te laten meelezen. Alleen u ziet dit adres."),
    )


class NieuweStoelForm(StoelForm):
    """A chair that is not there yet also needs a group."""

    groep = ChoiceField(
        label=_("Hoort bij"),
        widget=forms.RadioSelect,
        choices=[
            (Groep.GEZIN.value, _("het gezin")),
            (Groep.NETWERK.value, _("het netwerk: familie, vrienden, buren")),
            (Groep.BEROEP.value, _("een beroep: school, huisarts, hulpverlener")),
        ],
    )
    field_order = ("groep",)

    def clean_groep(self) -> Groep:
        return Groep(self.cleaned_data["groep"])


class WijzigStoelForm(StoelForm):
    """`gelezen` is the version that was read; `keuze` is there after someone else saved first."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])

    def as_waarden(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in StoelForm.base_fields}

    def describe_differences(self, huidig: dict[str, str]) -> tuple[str, str]:
        """Both texts beside each other, of the fields that differ only."""
        waarden = self.as_waarden()
        anders = [naam for naam in waarden if waarden[naam] != huidig[naam]]
        return self._tell(waarden, anders), self._tell(huidig, anders)

    def _tell(self, waarden: dict[str, str], namen: list[str]) -> str:
        labels = {naam: str(self.fields[naam].label).rstrip("?") for naam in namen}
        return "\n".join(f"{labels[naam]}: {waarden[naam] or '–'}" for naam in namen)


class UitnodigForm(forms.Form):
    """Whoever reads along on consent of the family, reads along after that consent."""

    toestemming = forms.BooleanField(label=_("Het gezin vindt dit goed"))

    def __init__(self, *args: Any, is_toestemming_nodig: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_toestemming_nodig:
            del self.fields["toestemming"]
