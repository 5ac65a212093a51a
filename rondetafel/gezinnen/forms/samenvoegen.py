from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Samenvoegopgave
from rondetafel.gezinnen.models import Zekerheid
from rondetafel.gezinnen.samenvoegen import Verandering, Verschil, changed_since

BLIJFT, WEG = "blijft", "weg"


class SamenvoegForm(forms.Form):
    """Of each thing that differs which value stays, how it is known that both are one, and what was read."""

    zekerheid = forms.ChoiceField(
        label=_("Hoe weet u dat dit dezelfde persoon is?"),
        widget=forms.RadioSelect,
        choices=Zekerheid.choices,
    )
    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    gelezen_weg = forms.IntegerField(widget=forms.HiddenInput)
    gezien = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, verschillen: Iterable[Verschil], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = [een.keuze for een in verschillen]
        for een in verschillen:
            self.fields[een.keuze] = forms.ChoiceField(
                label=_("Wat klopt? %(wat)s") % {"wat": een.naam},
                widget=forms.RadioSelect,
                choices=[(BLIJFT, een.blijft), (WEG, een.weg)],
            )
        self.order_fields(self.keuzes)

    def is_old(self) -> bool:
        """Was one of both changed after this page was shown?"""
        return self.is_bound and any(
            self.data.get(naam) != str(self.initial[naam]) for naam in ("gelezen", "gelezen_weg")
        )

    def renew(self) -> list[Verandering]:
        """Carry what stands there now, keep what was chosen; return what changed since it was shown."""
        veld: Any = self.fields["gezien"]
        try:
            gezien = veld.clean(self.data.get("gezien", ""))
        except forms.ValidationError:
            gezien = None
        nieuw: dict[str, Any] = dict(self.data.items())
        for naam in ("gelezen", "gelezen_weg"):
            nieuw[naam] = str(self.initial[naam])
        nieuw["gezien"] = veld.prepare_value(self.initial["gezien"])
        self.data = nieuw
        return changed_since(gezien if isinstance(gezien, dict) else {}, self.initial["gezien"])

    def as_opgave(self, weg_id: UUID) -> Samenvoegopgave:
        gegeven = self.cleaned_data
        return Samenvoegopgave(
            weg_id=weg_id,
            neemt=frozenset(keuze for keuze in self.keuzes if gegeven[keuze] == WEG),
            zekerheid=Zekerheid(gegeven["zekerheid"]),
            gelezen=gegeven["gelezen"],
            gelezen_weg=gegeven["gelezen_weg"],
        )
