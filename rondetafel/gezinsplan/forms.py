from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinnen.queries import is_kind
from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.operations import VELDEN, Doelopgave

# What the versieconflict component posts: keep my text, or leave the other's.
MIJN, HUN = "mijn", "hun"
IEDEREEN = ("", _("het hele gezin"))


def _chairs(betrokkenen: Iterable[Betrokkene]) -> list[tuple[str, str]]:
    return [(str(een.pk), f"{een.naam} ({een.relatie})") for een in betrokkenen if not een.is_open]


class DoelForm(forms.Form):
    """A goal made SMART. Only the goal itself is needed now; the rest may follow at the table."""

    voor = forms.ChoiceField(label=_("Voor wie is dit doel?"), required=False)
    eigenaar = forms.ChoiceField(
        label=_("Wie zorgt dat dit doel aandacht krijgt?"),
        help_text=_("Iemand aan tafel. Dat mag ook iemand van het gezin zijn."),
    )
    specifiek = forms.CharField(
        label=_("Wat willen jullie bereiken?"),
        max_length=200,
        help_text=_("In gewone woorden. Bijvoorbeeld: elke schooldag op tijd in de klas."),
    )
    meetbaar = forms.CharField(
        label=_("Waaraan zien jullie dat het gelukt is?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    acceptabel = forms.CharField(
        label=_("Wie is het ermee eens en doet mee?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    realistisch = forms.CharField(
        label=_("Waarom is het haalbaar?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gestart_op = forms.DateField(label=_("Wanneer beginnen jullie?"), required=False)
    behaald_voor = forms.DateField(label=_("Wanneer moet het gelukt zijn?"), required=False)

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoelen = list(betrokkenen)
        kinderen = [(str(een.persoon_id), een.naam) for een in stoelen if is_kind(een)]
        self.fields["voor"].choices = [IEDEREEN, *kinderen]  # type: ignore[attr-defined]
        self.fields["eigenaar"].choices = _chairs(stoelen)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        start, eind = gegeven.get("gestart_op"), gegeven.get("behaald_voor")
        if start and eind and eind <= start:
            self.add_error("behaald_voor", _("Kies een dag na het begin."))
        return gegeven

    def as_opgave(self) -> Doelopgave:
        gegeven = self.cleaned_data
        return Doelopgave(
            eigenaar_id=UUID(gegeven["eigenaar"]),
            voor_id=UUID(gegeven["voor"]) if gegeven["voor"] else None,
            **{veld: gegeven[veld] for veld in VELDEN if veld in self.fields},
        )


class WijzigDoelForm(DoelForm):
    """`gelezen` is the version that was read; `keuze` is there after someone else saved first."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])


def values_of(doel: Doel) -> dict[str, Any]:
    """What the form shows of a goal as it stands."""
    return {veld.removesuffix("_id"): getattr(doel, veld) or "" for veld in VELDEN} | {"gelezen": doel.versie}


class ActieForm(forms.Form):
    """One thing that someone does."""

    tekst = forms.CharField(label=_("Wat gaat er gebeuren?"), max_length=200)
    wie = forms.ChoiceField(label=_("Wie doet het?"))
    vanaf = forms.DateField(label=_("Vanaf wanneer?"), required=False)

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = _chairs(betrokkenen)  # type: ignore[attr-defined]

    def clean_wie(self) -> UUID:
        return UUID(self.cleaned_data["wie"])


class VaststelForm(forms.Form):
    """Adopting asks for a clear yes, and which version was on the table."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    is_eens = forms.BooleanField(
        label=_("Iedereen aan tafel is het eens met dit plan."),
        error_messages={
            "required": _("Vink dit aan als iedereen het eens is. Pas dan stelt u het plan vast.")
        },
    )
