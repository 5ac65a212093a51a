from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.gegevens import Aantekeningopgave
from rondetafel.gezinsplan.models import Doel

# Some pages; what is longer is a paper.
LANGST = 10_000


class AantekeningForm(forms.Form):
    """A note for colleagues of the own organisation."""

    op = forms.DateField(label=_("Over welke dag?"), error_messages={"required": _("Vul een dag in.")})
    tekst = forms.CharField(
        label=_("Aantekening"),
        max_length=LANGST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Schrijf een aantekening. Een paar zinnen is genoeg.")},
    )
    doel = forms.ChoiceField(label=_("Gaat het over een doel uit het plan?"), required=False)

    def __init__(self, *args: Any, doelen: Iterable[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        doel = self.fields["doel"]
        assert isinstance(doel, forms.ChoiceField)
        doel.choices = [("", _("Nee, of over alles")), *((str(een.pk), str(een)) for een in doelen)]

    def as_opgave(self) -> Aantekeningopgave:
        gegeven = self.cleaned_data
        return Aantekeningopgave(
            op=gegeven["op"],
            tekst=gegeven["tekst"],
            doel_id=UUID(gegeven["doel"]) if gegeven["doel"] else None,
        )
