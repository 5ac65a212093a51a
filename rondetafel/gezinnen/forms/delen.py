from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.delen import DELEN_WOORDEN
from rondetafel.gezinnen.gegevens import Antwoordopgave, Deelopgave, Doorbraakopgave
from rondetafel.gezinnen.models import Doorbraak, Wijze
from rondetafel.toegang.rechten import Onderdeel


class DeelvraagForm(forms.Form):
    """May this person read along: about whom, which parts, and what for?"""

    personen = forms.MultipleChoiceField(
        label=_("Over wie?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies iedereen als ook de doelen van het hele gezin te lezen mogen zijn."),
    )
    onderdelen = forms.MultipleChoiceField(
        label=_("Wat mag te lezen zijn?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Onderdeel.PLAN.value, DELEN_WOORDEN[Onderdeel.PLAN]),
            (Onderdeel.ZORG.value, DELEN_WOORDEN[Onderdeel.ZORG]),
        ],
        help_text=_("Wie er aan tafel zit, hoort er altijd bij."),
    )
    doel = forms.CharField(
        label=_("Waarvoor?"),
        max_length=80,
        help_text=_("Bijvoorbeeld: oppassen en meedenken, of helpen op school. Het gezin leest dit."),
    )

    def __init__(self, *args: Any, personen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["personen"].choices = personen  # type: ignore[attr-defined]

    def as_opgaven(self) -> list[Deelopgave]:
        onderdelen = frozenset(Onderdeel(deel) for deel in self.cleaned_data["onderdelen"])
        return [
            Deelopgave(persoon_id=UUID(een), onderdelen=onderdelen, doel=self.cleaned_data["doel"])
            for een in self.cleaned_data["personen"]
        ]


JA_NEE = [("ja", _("ja")), ("nee", _("nee"))]
INSTELLING = "instelling"


class AntwoordForm(forms.Form):
    """What somebody said at the table. `beslissers`: who decide today."""

    beslisser = forms.ChoiceField(label=_("Wie zei het?"), widget=forms.RadioSelect)
    antwoord = forms.ChoiceField(label=_("Wat was het antwoord?"), widget=forms.RadioSelect, choices=JA_NEE)
    wijze = forms.ChoiceField(
        label=_("Hoe?"),
        widget=forms.RadioSelect,
        choices=[(een.value, een.label) for een in (Wijze.MONDELING, Wijze.PAPIER)],
    )

    def __init__(self, *args: Any, beslissers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["beslisser"].choices = beslissers  # type: ignore[attr-defined]

    def as_opgave(self) -> Antwoordopgave:
        wie = self.cleaned_data["beslisser"]
        return Antwoordopgave(
            beslisser_id=None if wie == INSTELLING else UUID(wie),
            is_ja=self.cleaned_data["antwoord"] == "ja",
            wijze=Wijze(self.cleaned_data["wijze"]),
        )


class DoorbraakForm(forms.Form):
    """Why somebody reads along although not everyone said yes."""

    doorbraak = forms.ChoiceField(
        label=_("Waarom mag dit toch?"), widget=forms.RadioSelect, choices=Doorbraak.choices
    )
    reden = forms.CharField(
        label=_("Leg uit"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bijvoorbeeld welke rechtbank, en wanneer. Het gezin leest dit."),
    )

    def as_opgave(self) -> Doorbraakopgave:
        return Doorbraakopgave(
            doorbraak=Doorbraak(self.cleaned_data["doorbraak"]), reden=self.cleaned_data["reden"]
        )
