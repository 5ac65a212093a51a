from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.forms.versie import TafelForm
from rondetafel.gezinsplan.gegevens import Vaststelafspraak


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

    def as_waarden(self, *, overleg_op: date | None) -> dict[str, Any]:
        """What `adopt_plan` asks; `overleg_op` is when they last met."""
        afspraak = Vaststelafspraak(tussendoor=self.cleaned_data["tussendoor"], overleg_op=overleg_op)
        gelezen = self.cleaned_data["gelezen"]
        return {"gelezen": gelezen, "antwoorden": self.as_antwoorden(), "afspraak": afspraak}
