from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.models import Doel
from rondetafel.overleg.gegevens import Moment, Uitkomst
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.regels.datum import format_datum
from rondetafel.web.antwoorden import HUN, MIJN

Keuzes = list[tuple[str, str]]


def _chairs(betrokkenen: Iterable[Betrokkene]) -> Keuzes:
    return [(str(een.pk), f"{een.naam} ({een.relatie})") for een in betrokkenen if not een.is_open]


def _set_choices(form: forms.Form, naam: str, keuzes: Keuzes) -> None:
    veld: Any = form.fields[naam]
    veld.choices = keuzes


class TijdInput(forms.TimeInput):
    input_type = "time"


class PlanForm(forms.Form):
    """Which meeting, when, where, and who is asked to come."""

    soort = forms.ChoiceField(
        label=_("Welk overleg?"),
        widget=forms.RadioSelect,
        choices=OverlegSoort.choices,
        help_text=_("In een RTO kijkt u met iedereen naar alle hulp samen."),
    )
    dag = forms.DateField(label=_("Op welke dag?"))
    tijd = forms.TimeField(
        label=_("Hoe laat?"), required=False, widget=TijdInput(attrs={"class": "kort"}, format="%H:%M")
    )
    plaats = forms.CharField(
        label=_("Waar?"),
        max_length=200,
        required=False,
        help_text=_("Kies met het gezin een plek waar zij zich op hun gemak voelen."),
    )
    genodigden = forms.MultipleChoiceField(
        label=_("Wie komen er?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Iedereen aan tafel staat aangevinkt. Wil het gezin iemand er niet bij? Haal het vinkje weg."
        ),
    )

    nodig = forms.MultipleChoiceField(
        label=_("Wie moet er zeker bij zijn?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Kies dit samen met het gezin. Kan een van hen niet, kies dan een andere dag."),
    )

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoelen = _chairs(betrokkenen)
        _set_choices(self, "genodigden", stoelen)
        _set_choices(self, "nodig", stoelen)
        self.fields["genodigden"].initial = [sleutel for sleutel, _naam in stoelen]

    def as_moment(self) -> Moment:
        gegeven = self.cleaned_data
        return Moment(dag=gegeven["dag"], tijd=gegeven["tijd"], plaats=gegeven["plaats"])

    def clean_genodigden(self) -> list[UUID]:
        return [UUID(een) for een in self.cleaned_data["genodigden"]]

    def clean_nodig(self) -> list[UUID]:
        return [UUID(een) for een in self.cleaned_data["nodig"]]

    def clean_soort(self) -> OverlegSoort:
        return OverlegSoort(self.cleaned_data["soort"])


class VerzetForm(forms.Form):
    """Another day, time or place. `gelezen` is the version that was read."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    dag = forms.DateField(label=_("Welke dag wordt het?"))
    tijd = forms.TimeField(
        label=_("Hoe laat?"), required=False, widget=TijdInput(attrs={"class": "kort"}, format="%H:%M")
    )
    plaats = forms.CharField(label=_("Waar?"), max_length=200, required=False)

    def __init__(self, *args: Any, overleg: Overleg, kent_plek: bool, **kwargs: Any) -> None:
        self.overleg, self.kent_plek = overleg, kent_plek
        kwargs["initial"] = {
            "gelezen": overleg.versie,
            "dag": overleg.gepland_op,
            "tijd": overleg.tijd,
            "plaats": overleg.plaats,
        }
        super().__init__(*args, **kwargs)
        if not kent_plek:
            del self.fields["plaats"]

    def as_moment(self) -> Moment:
        gegeven = self.cleaned_data
        return Moment(dag=gegeven["dag"], tijd=gegeven["tijd"], plaats=gegeven.get("plaats", ""))

    def is_same(self, overleg: Overleg) -> bool:
        """Is the meeting as it is asked for here already, as after a double click?"""
        plaats = overleg.plaats if self.kent_plek else ""
        return self.as_moment() == Moment(dag=overleg.gepland_op, tijd=overleg.tijd, plaats=plaats)

    def read_again(self, huidig: Overleg) -> "VerzetForm":
        """The same answers, beside what somebody else saved meanwhile."""
        opnieuw: dict[str, Any] = {veld: self.data.get(veld) for veld in self.fields} | {
            "gelezen": huidig.versie
        }
        return VerzetForm(opnieuw, overleg=huidig, kent_plek=self.kent_plek)


class VastlegForm(forms.Form):
    """What the meeting came to. Whether it counts as an RTO is for the rules to say.

    `gelezen` is the version that was read; `keuze` is there after someone else saved first.
    """

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])
    gehouden_op = forms.DateField(label=_("Op welke dag was het overleg?"))
    aanwezig = forms.MultipleChoiceField(
        label=_("Wie waren erbij?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    is_totaal_besproken = forms.BooleanField(
        label=_("We keken naar alle hulp in dit gezin samen."), required=False
    )
    doelen = forms.MultipleChoiceField(
        label=_("Welke doelen hebt u besproken?"), widget=forms.CheckboxSelectMultiple, required=False
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
        self, *args: Any, betrokkenen: Iterable[Betrokkene], doelen: Iterable[Doel], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _set_choices(self, "aanwezig", _chairs(betrokkenen))
        _set_choices(self, "doelen", [(str(een.pk), een.specifiek) for een in doelen])

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        dag, volgende = gegeven.get("gehouden_op"), gegeven.get("volgende")
        if dag and volgende and volgende <= dag:
            self.add_error(
                "volgende", _("Kies een dag na %(dag)s, dit overleg.") % {"dag": format_datum(dag)}
            )
        return gegeven

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

    def describe_differences(self, huidig: Overleg) -> tuple[str, str]:
        """Both texts beside each other, of what differs only."""
        mijn, hun = self._tell(self.as_uitkomst()), self._tell(outcome_of(huidig))
        anders = [paar for paar in zip(mijn, hun, strict=True) if paar[0] != paar[1]]
        return "\n".join(een for een, _ander in anders), "\n".join(ander for _een, ander in anders)

    def _tell(self, uitkomst: Uitkomst) -> list[str]:
        veld: Any = self.fields["aanwezig"]
        erbij = [naam for sleutel, naam in veld.choices if UUID(sleutel) in set(uitkomst.aanwezig)]
        return [
            _("Dag: %s") % format_datum(uitkomst.gehouden_op),
            _("Erbij: %s") % (", ".join(erbij) or _("niemand")),
            _("Alle hulp samen besproken: %s") % (_("ja") if uitkomst.is_totaal_besproken else _("nee")),
            _("Doelen besproken: %s") % uitkomst.concrete_doelen,
            _("Afgesproken: %s") % (uitkomst.verslag or "–"),
        ]


def outcome_of(overleg: Overleg) -> Uitkomst:
    """What was written down about a meeting that is held."""
    assert overleg.gehouden_op is not None
    return Uitkomst(
        gehouden_op=overleg.gehouden_op,
        aanwezig=[een.betrokkene_id for een in overleg.deelnames.all() if een.was_aanwezig],
        is_totaal_besproken=overleg.is_totaal_besproken,
        concrete_doelen=overleg.concrete_doelen,
        verslag=overleg.verslag,
    )


def values_of(overleg: Overleg, peildatum: date) -> dict[str, Any]:
    """What the form shows at first: what is known, or else the day it was planned."""
    if overleg.gehouden_op is None:
        return {"gelezen": overleg.versie, "gehouden_op": min(overleg.gepland_op, peildatum)}
    uitkomst = outcome_of(overleg)
    return {
        "gelezen": overleg.versie,
        "gehouden_op": uitkomst.gehouden_op,
        "aanwezig": [str(een) for een in uitkomst.aanwezig],
        "is_totaal_besproken": uitkomst.is_totaal_besproken,
        "verslag": uitkomst.verslag,
    }
