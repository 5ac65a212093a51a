from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.forms.versie import TafelForm


class VaststelForm(TafelForm):
    """Adopting asks what everybody at the table says, and which version was on it."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    tussendoor = forms.CharField(
        label=_("Wanneer en hoe kijken jullie tussendoor hoe het gaat?"),
        max_length=200,
        required=False,
        help_text=_(
            "Bijvoorbeeld: elke eerste maandag even bellen. Bij elk doel kijkt u ook om de drie maanden."
        ),
    )
    field_order = ("gelezen", "tussendoor")

    def as_waarden(self) -> dict[str, Any]:
        gegeven = {naam: self.cleaned_data[naam] for naam in ("gelezen", "tussendoor")}
        return gegeven | {"antwoorden": self.as_antwoorden()}
