from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.vervanging.gegevens import Vervangopgave
from rondetafel.vervanging.models import Afwezig


class VervangForm(forms.Form):
    """Who is away, from when until when, and who stands in. For oneself the first is not asked."""

    wie = forms.TypedChoiceField(label=_("Wie is er afwezig?"), coerce=UUID)
    vervanger = forms.TypedChoiceField(
        label=_("Wie vervangt?"), coerce=UUID, help_text=_("Een collega die hetzelfde werk doet.")
    )
    van = forms.DateField(label=_("Eerste dag"))
    tot = forms.DateField(
        label=_("Laatste dag"), help_text=_("Tot en met deze dag. Ten hoogste drie maanden.")
    )
    reden = forms.ChoiceField(
        label=_("Waarom?"),
        widget=forms.RadioSelect,
        choices=Afwezig.choices,
        help_text=_("Het gezin ziet dit niet. Meer vragen wij niet."),
    )

    def __init__(
        self,
        *args: Any,
        door: Wie,
        afwezigen: Iterable[Gebruiker],
        collegas: Iterable[Gebruiker],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.door = door
        self._choose("vervanger", collegas)
        if door.rol is Rol.KERNTEAM:
            self._choose("wie", afwezigen)
        else:
            del self.fields["wie"]
        if "is_nagegaan" in self.data:
            self.ask_about_relations()

    def ask_about_relations(self) -> None:
        """Add the question that is asked only when the rules pointed something out."""
        self.fields["is_nagegaan"] = forms.BooleanField(
            label=_("Ik heb dit nagevraagd: het is geen familie en geen bekende"), required=False
        )

    def as_opgave(self) -> Vervangopgave:
        gegeven = self.cleaned_data
        return Vervangopgave(
            wie_id=gegeven.get("wie") or self.door.id,
            vervanger_id=gegeven["vervanger"],
            van=gegeven["van"],
            tot=gegeven["tot"],
            reden=Afwezig(gegeven["reden"]),
            is_nagegaan=gegeven.get("is_nagegaan", False),
        )

    def _choose(self, naam: str, mensen: Iterable[Gebruiker]) -> None:
        veld: Any = self.fields[naam]
        keuzes = [(str(een.pk), f"{een.naam} ({een.functie})" if een.functie else een.naam) for een in mensen]
        veld.choices = [("", _("Kies iemand")), *keuzes]
