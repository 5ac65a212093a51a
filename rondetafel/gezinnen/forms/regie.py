from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Regieopgave
from rondetafel.gezinnen.models import Overdrachtsreden, Persoon
from rondetafel.toegang.models import Gebruiker

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")


class EersteRegieForm(forms.Form):
    """Who becomes the regisseur of a family that has none, and from which day."""

    regisseur = forms.ChoiceField(
        label=_("Wie wordt de regisseur?"), help_text=_("Vraag het gezin wie het graag wil.")
    )
    van = forms.DateField(label=_("Vanaf welke dag?"), help_text=_("Vandaag of later."))

    def __init__(self, *args: Any, collegas: Iterable[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose(
            "regisseur", [("", _("Kies een collega")), *((str(een.pk), een.naam) for een in collegas)]
        )

    def _choose(self, naam: str, keuzes: list[tuple[str, Any]]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = keuzes


class RegieForm(EersteRegieForm):
    """Who becomes the next regisseur, from which day, why, and who of the family agreed."""

    regisseur = forms.ChoiceField(label=_("Wie wordt de nieuwe regisseur?"))
    van = forms.DateField(
        label=_("Vanaf welke dag?"),
        help_text=_("Tot en met de dag ervoor blijft de regisseur van nu. Daarna leest die niet meer mee."),
    )
    reden = forms.ChoiceField(label=_("Waarom?"), widget=forms.RadioSelect, choices=Overdrachtsreden.choices)
    akkoord_van = forms.ChoiceField(
        label=_("Wie van het gezin vindt dit goed?"),
        widget=forms.RadioSelect,
        help_text=_(
            "Bespreek het met iedereen, ook met de kinderen. Hier staat alleen wie namens het gezin ja kan zeggen: "
            "wie gezag heeft of zelf beslist. Mist er iemand? Kijk dan eerst het gezag na."
        ),
    )
    akkoord_op = forms.DateField(label=_("Op welke dag zei het gezin ja?"), help_text=VOORBEELD)

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("akkoord_van", [(str(een.pk), str(een)) for een in personen])

    def as_opgave(self) -> Regieopgave:
        gegeven = self.cleaned_data
        return Regieopgave(
            regisseur_id=UUID(gegeven["regisseur"]),
            van=gegeven["van"],
            reden=Overdrachtsreden(gegeven["reden"]),
            akkoord_van_id=UUID(gegeven["akkoord_van"]),
            akkoord_op=gegeven["akkoord_op"],
        )
