from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Regieopgave
from rondetafel.gezinnen.models import Afzegreden, Akkoordwijze, Overdrachtsreden
from rondetafel.gezinnen.voogden import Namens
from rondetafel.toegang.models import Gebruiker

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")


class EersteRegieForm(forms.Form):
    """Who becomes the regisseur of a family that has none, and from which day."""

    regisseur = forms.ChoiceField(
        label=_("Wie wordt de regisseur?"), help_text=_("Vraag het gezin wie het graag wil.")
    )
    van = forms.DateField(label=_("Vanaf welke dag?"), help_text=_("Vandaag of later."))
    # Tells that the family had nobody when this page was shown.
    is_eerste = forms.CharField(widget=forms.HiddenInput, required=False, initial="ja")

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

    is_eerste: Any = None
    regisseur = forms.ChoiceField(label=_("Wie wordt de nieuwe regisseur?"))
    van = forms.DateField(
        label=_("Vanaf welke dag?"),
        help_text=_("Tot en met de dag ervoor blijft de regisseur van nu. Daarna leest die niet meer mee."),
    )
    reden = forms.ChoiceField(label=_("Waarom?"), widget=forms.RadioSelect, choices=Overdrachtsreden.choices)
    akkoord_van = forms.ChoiceField(
        label=_("Wie vindt dit goed namens het gezin?"),
        widget=forms.RadioSelect,
        help_text=_(
            "Bespreek het ook met de kinderen. Hier staat wie gezag heeft, wie voogd is of wie zelf beslist. Mist er "
            "iemand? Kijk dan eerst het gezag na, of wie de jeugdbeschermer is."
        ),
    )
    akkoord_op = forms.DateField(label=_("Op welke dag was dat?"), help_text=VOORBEELD)

    akkoord_hoe = forms.ChoiceField(
        label=_("Hoe gaf de jeugdbeschermer akkoord?"),
        widget=forms.RadioSelect,
        required=False,
        choices=Akkoordwijze.choices,
        help_text=_("Alleen als de jeugdbeschermer ja zei."),
    )

    def __init__(self, *args: Any, namens: Namens, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stoelen = {str(een.stoel.pk) for een in namens.voogden}
        voogden = [
            (
                str(een.stoel.pk),
                _("%(wie)s van %(instelling)s, voogd van %(kind)s")
                % {"wie": een.stoel, "instelling": een.instelling, "kind": een.kind},
            )
            for een in namens.voogden
        ]
        self._choose("akkoord_van", [*((str(een.pk), str(een)) for een in namens.personen), *voogden])
        if not voogden:
            del self.fields["akkoord_hoe"]

    def clean(self) -> dict[str, Any]:
        gegeven = super().clean() or self.cleaned_data
        if gegeven.get("akkoord_van") in self.stoelen and not gegeven.get("akkoord_hoe"):
            self.add_error("akkoord_hoe", _("Kies hoe de jeugdbeschermer ja zei."))
        return gegeven

    def as_opgave(self) -> Regieopgave:
        gegeven = self.cleaned_data
        wie = UUID(gegeven["akkoord_van"])
        akkoord: dict[str, Any] = {"akkoord_van_id": wie}
        if gegeven["akkoord_van"] in self.stoelen:
            akkoord = {"akkoord_stoel_id": wie, "akkoord_hoe": gegeven["akkoord_hoe"]}
        return Regieopgave(
            regisseur_id=UUID(gegeven["regisseur"]),
            van=gegeven["van"],
            reden=Overdrachtsreden(gegeven["reden"]),
            akkoord_op=gegeven["akkoord_op"],
            **akkoord,
        )


class AfzegForm(forms.Form):
    """Why a transfer is called off. `regie` is the one that the page showed."""

    reden = forms.ChoiceField(label=_("Waarom?"), widget=forms.RadioSelect, choices=Afzegreden.choices)
    regie = forms.UUIDField(widget=forms.HiddenInput)
