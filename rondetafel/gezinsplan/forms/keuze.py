from collections.abc import Iterable
from typing import Any

from django import forms

from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.queries import Vak


class MatrixForm(forms.Form):
    """What is ticked, and what stood ticked when the page was made: only the difference is changed."""

    kruis = forms.MultipleChoiceField(required=False)
    stond = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, vakken: Iterable[Vak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vakken = list(vakken)
        self.initial["kruis"] = [vak.waarde for vak in vakken if vak.staat_aan]
        keuzes = [(vak.waarde, vak.waarde) for vak in vakken]
        for naam in ("kruis", "stond"):
            veld: Any = self.fields[naam]
            veld.choices = keuzes

    def as_waarden(self) -> dict[str, list[Kruis]]:
        aan, stond = ({Kruis.parse(een) for een in self.cleaned_data[naam]} for naam in ("kruis", "stond"))
        return {"erbij": sorted(aan - stond, key=str), "eraf": sorted(stond - aan, key=str)}
