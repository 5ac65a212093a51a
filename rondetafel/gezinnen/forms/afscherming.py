from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, Persoon
from rondetafel.gezinnen.schermen import Afschermopgave, Geheim
from rondetafel.toegang.schermen import Wat


class AfschermForm(forms.Form):
    """Whom to protect, from whom, and what stays hidden."""

    beschermd = forms.ChoiceField(label=_("Wie beschermt u?"))
    voor = forms.ChoiceField(
        label=_("Voor wie blijft het verborgen?"),
        help_text=_("Iemand van het gezin, of iemand aan tafel die meeleest."),
    )
    wat = forms.MultipleChoiceField(
        label=_("Wat blijft verborgen?"), widget=forms.CheckboxSelectMultiple, choices=Wat.choices
    )
    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen de regisseur en de backoffice lezen dit."),
    )
    tot = forms.DateField(
        label=_("Tot en met welke dag?"), required=False, help_text=_("Laat leeg als u dat nog niet weet.")
    )

    def __init__(
        self, *args: Any, personen: Iterable[Persoon], stoelen: Iterable[Betrokkene], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(str(een.pk), str(een)) for een in personen]
        lezers = [(f"account:{een.gebruiker_id}", str(een)) for een in stoelen]
        self._choose("beschermd", mensen)
        self._choose("voor", [*((f"persoon:{sleutel}", naam) for sleutel, naam in mensen), *lezers])

    def _choose(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = [("", _("Kies iemand")), *keuzes]

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        if gegeven.get("voor") == f"persoon:{gegeven.get('beschermd')}":
            self.add_error("voor", _("Kies iemand anders dan wie u beschermt."))
        return gegeven

    def as_opgave(self) -> Afschermopgave:
        gegeven = self.cleaned_data
        soort, _teken, sleutel = gegeven["voor"].partition(":")
        return Afschermopgave(
            beschermd_id=UUID(gegeven["beschermd"]),
            voor_persoon_id=UUID(sleutel) if soort == "persoon" else None,
            voor_gebruiker_id=UUID(sleutel) if soort == "account" else None,
            wat=frozenset(Wat(een) for een in gegeven["wat"]),
            reden=gegeven["reden"],
            tot=gegeven["tot"],
        )


class GeheimForm(forms.Form):
    """The answer about one address."""

    adres = forms.UUIDField(widget=forms.HiddenInput)
    geheim = forms.TypedChoiceField(choices=Geheim.choices, coerce=Geheim)
