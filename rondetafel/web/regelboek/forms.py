"""What may be asked of the rule book."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.boek import STAPNAMEN, all_producten
from rondetafel.web.regelboek.proeven.proef import GEEN_DATUM


class ZoekForm(forms.Form):
    """Words, and the part of the book to look in; none of it has to be given."""

    zoek = forms.CharField(
        label=_("Zoek op woorden"),
        help_text=_("Bijvoorbeeld: verlenging, eindverslag of acht weken."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    stap = forms.ChoiceField(
        label=_("Stap in het werk"),
        choices=[("", _("Alle stappen")), *((stap.value, STAPNAMEN[stap]) for stap in Stap)],
        required=False,
    )
    product = forms.ChoiceField(label=_("Soort hulp"), required=False)
    datum = forms.DateField(
        label=_("Zoals het was op"),
        help_text=_("Leeg is vandaag."),
        required=False,
        error_messages={"invalid": GEEN_DATUM},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Which products there are stands in the catalogue.
        self.fields["product"].choices = [("", _("Alle soorten hulp")), *all_producten().items()]  # type: ignore[attr-defined]
