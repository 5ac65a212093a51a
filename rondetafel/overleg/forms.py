from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.models import Doel
from rondetafel.overleg.models import Deelname, OverlegSoort
from rondetafel.overleg.operations import Moment, Uitkomst


class TijdInput(forms.TimeInput):
    input_type = "time"


class PlanForm(forms.Form):
    """Which meeting, when, where, and who is asked to come."""

    soort = forms.ChoiceField(
        label=_("Welk overleg?"), widget=forms.RadioSelect, choices=OverlegSoort.choices
    )
    dag = forms.DateField(label=_("Op welke dag?"))
    tijd = forms.TimeField(label=_("Hoe laat?"), required=False, widget=TijdInput)
    plaats = forms.CharField(
        label=_("Waar?"),
        max_length=200,
        required=False,
        help_text=_("Kies met het gezin een plek waar zij zich op hun gemak voelen."),
    )
    genodigden = forms.MultipleChoiceField(label=_("Wie komen er?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoelen = [een for een in betrokkenen if not een.is_open]
        self.fields["genodigden"].choices = [  # type: ignore[attr-defined]
            (str(een.pk), f"{een.naam} ({een.relatie})") for een in stoelen
        ]
        self.fields["genodigden"].initial = [str(een.pk) for een in stoelen]

    def as_moment(self) -> Moment:
        gegeven = self.cleaned_data
        return Moment(dag=gegeven["dag"], tijd=gegeven["tijd"], plaats=gegeven["plaats"])

    def clean_genodigden(self) -> list[UUID]:
        return [UUID(een) for een in self.cleaned_data["genodigden"]]

    def clean_soort(self) -> OverlegSoort:
        return OverlegSoort(self.cleaned_data["soort"])


class VastlegForm(forms.Form):
    """What the meeting came to. Whether it counts as an RTO is for the rules to say."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    gehouden_op = forms.DateField(label=_("Op welke dag was het overleg?"))
    aanwezig = forms.MultipleChoiceField(
        label=_("Wie waren erbij?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    is_totaal_besproken = forms.BooleanField(
        label=_("We keken naar alle hulp in dit gezin samen."), required=False
    )
    doelen = forms.MultipleChoiceField(
        label=_("Welke doelen hebben we genoemd?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    verslag = forms.CharField(
        label=_("Wat is er afgesproken?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        required=False,
        help_text=_("Kort: wie doet wat, en wanneer. Iedereen die het plan leest, ziet dit."),
    )
    volgende = forms.DateField(
        label=_("Wanneer is het volgende overleg?"),
        required=False,
        help_text=_("Spreek dit meteen af. Iedereen van dit overleg wordt weer gevraagd."),
    )

    def __init__(
        self, *args: Any, deelnames: Iterable[Deelname], doelen: Iterable[Doel], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanwezig"].choices = [  # type: ignore[attr-defined]
            (str(een.betrokkene_id), f"{een.betrokkene.naam} ({een.betrokkene.relatie})") for een in deelnames
        ]
        self.fields["doelen"].choices = [  # type: ignore[attr-defined]
            (str(een.pk), een.specifiek) for een in doelen
        ]

    def as_uitkomst(self) -> Uitkomst:
        gegeven = self.cleaned_data
        return Uitkomst(
            gehouden_op=gegeven["gehouden_op"],
            aanwezig=[UUID(een) for een in gegeven["aanwezig"]],
            is_totaal_besproken=gegeven["is_totaal_besproken"],
            concrete_doelen=len(gegeven["doelen"]),
            verslag=gegeven["verslag"],
        )

    def as_volgende(self) -> Moment | None:
        dag = self.cleaned_data["volgende"]
        return Moment(dag=dag) if dag else None
