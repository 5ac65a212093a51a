from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.week import Kleur


class KleurForm(forms.Form):
    """A colour, for whom, and a few words if wanted. Whether this person may give it is for the rules to say."""

    voor = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kleur = forms.ChoiceField(
        label=_("Hoe gaat het deze week?"),
        widget=forms.RadioSelect,
        choices=[(een.value, f"{een.value}: {een.zin}") for een in Kleur],
        error_messages={"required": _("Kies groen, oranje of rood.")},
    )
    woord = forms.CharField(
        label=_("Iets erbij zeggen (hoeft niet)"),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def as_waarden(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        return {"voor_id": gegeven["voor"], "kleur": Kleur(gegeven["kleur"]), "woord": gegeven["woord"]}


class ContactForm(forms.Form):
    """When and how the regisseur spoke to who gave red."""

    contact_op = forms.DateField(label=_("Op welke dag sprak u elkaar?"))
    hoe = forms.CharField(
        label=_("Hoe, en wat spraken jullie af?"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie de kleur leest, leest dit ook. Houd het kort."),
    )

    @property
    def vrije_tekst(self) -> str:
        return str(self.cleaned_data["hoe"])


class WoordForm(forms.Form):
    """A few words to the table. Each choice says who reads them."""

    waarover = forms.ChoiceField(label=_("Waar gaat het over?"), widget=forms.RadioSelect)
    tekst = forms.CharField(
        label=_("Wat wil je zeggen?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf eerst wat je wilt zeggen. Een paar woorden is genoeg.")},
    )

    def __init__(self, *args: Any, keuzes: list[tuple[str, str]], aanspreekvorm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waarover = self.fields["waarover"]
        assert isinstance(waarover, forms.ChoiceField)
        waarover.choices = keuzes
        if aanspreekvorm == "u":
            self.fields["tekst"].label = _("Wat wilt u zeggen?")
            self.fields["tekst"].error_messages["required"] = _(
                "Schrijf eerst wat u wilt zeggen. Een paar woorden is genoeg."
            )

    def as_waarden(self, gezin_id: UUID) -> dict[str, Any]:
        """About a goal, or else about oneself or the family."""
        soort, _teken, sleutel = self.cleaned_data["waarover"].partition(":")
        is_doel = soort == "doel"
        return {
            "doel_id": UUID(sleutel) if is_doel else None,
            "sleutel": gezin_id if is_doel else UUID(sleutel),
            "tekst": self.cleaned_data["tekst"],
        }
