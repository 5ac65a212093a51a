from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.documenten.models import Deelkring, Papiersoort
from rondetafel.documenten.operations import Opgave
from rondetafel.documenten.soorten import Soort
from rondetafel.gezinnen.models import Persoon

# A hint for the window in which a file is chosen; what counts is what is in it.
KIES = ",".join(f".{soort.extensie}" for soort in Soort) + ",.jpeg"


class KringForm(forms.Form):
    """With whom to share; `gelezen` is the version that was read."""

    kring = forms.ChoiceField(
        label=_("Met wie wordt dit gedeeld?"), widget=forms.RadioSelect, choices=Deelkring.choices
    )
    gelezen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_kring(self) -> Deelkring:
        return Deelkring(self.cleaned_data["kring"])


class PapierForm(forms.Form):
    """A file with what it is, about whom, and with whom to share it."""

    bestand = forms.FileField(
        label=_("Bestand"),
        widget=forms.FileInput(attrs={"accept": KIES}),
        help_text=_("Een pdf, een foto (jpg of png) of een brief (docx of odt)."),
        allow_empty_file=True,
    )
    titel = forms.CharField(
        label=_("Wat is het?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: verslag van school. Zet er geen adres of telefoonnummer in."),
    )
    soort = forms.ChoiceField(label=_("Soort"), choices=Papiersoort.choices)
    over = forms.ChoiceField(label=_("Over wie gaat het?"), required=False)
    kring = forms.ChoiceField(
        label=_("Met wie wordt dit gedeeld?"),
        widget=forms.RadioSelect,
        choices=Deelkring.choices,
        initial=Deelkring.REGIE,
        help_text=_("Dit kan later anders."),
    )

    def __init__(self, *args: Any, personen: list[Persoon], mag_iedereen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        iedereen = [("", _("het hele gezin"))] if mag_iedereen else []
        self.fields["over"].choices = [*iedereen, *((str(een.pk), str(een)) for een in personen)]  # type: ignore[attr-defined]
        self._personen = {str(een.pk): een.pk for een in personen}

    def as_opgave(self) -> Opgave:
        """Return what was said of the file; only when the form is well-formed."""
        data = self.cleaned_data
        return Opgave(
            titel=data["titel"],
            soort=Papiersoort(data["soort"]),
            kring=Deelkring(data["kring"]),
            bestandsnaam=data["bestand"].name,
            persoon_id=self._personen.get(data["over"]),
        )
