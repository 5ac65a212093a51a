from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.gegevens import Antwoordopgave
from rondetafel.gezinsplan.models import Planversie
from rondetafel.regels.datum import format_datum
from rondetafel.regels.instemming import Antwoord

AAN_TAFEL = [
    (Antwoord.EENS.value, gettext_lazy("Eens met het plan")),
    (Antwoord.NIET_EENS.value, gettext_lazy("Niet eens met het plan")),
    (Antwoord.AFWEZIG.value, gettext_lazy("Was er niet bij")),
]
ZELF = AAN_TAFEL[:2]
LANGST = 500


class TafelForm(forms.Form):
    """What each person at the table says of the plan: two fields a chair. Nothing is chosen beforehand."""

    def __init__(self, *args: Any, stoelen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stoelen = [een for een in stoelen if not een.is_open]
        for stoel in self.stoelen:
            self.fields[f"antwoord-{stoel.pk}"] = forms.ChoiceField(
                label=_("%(naam)s (%(relatie)s)") % {"naam": stoel.naam, "relatie": stoel.relatie},
                choices=AAN_TAFEL,
                widget=forms.RadioSelect,
                error_messages={"required": _("Kies wat %(naam)s vindt.") % {"naam": stoel.naam}},
            )
            self.fields[f"woorden-{stoel.pk}"] = forms.CharField(
                label=_("Wat wil %(naam)s nog zeggen?") % {"naam": stoel.naam},
                max_length=LANGST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 1}),
            )

    @property
    def aan_tafel(self) -> Iterator[BoundField]:
        """The fields of every chair, in the order of the table."""
        for stoel in self.stoelen:
            yield self[f"antwoord-{stoel.pk}"]
            yield self[f"woorden-{stoel.pk}"]

    @property
    def vrije_tekst(self) -> str:
        """What is written, to look for what not everybody may know."""
        return "\n".join(self.cleaned_data[f"woorden-{een.pk}"] for een in self.stoelen)

    def as_antwoorden(self) -> tuple[Antwoordopgave, ...]:
        return tuple(
            Antwoordopgave(
                stoel_id=een.pk,
                antwoord=Antwoord(self.cleaned_data[f"antwoord-{een.pk}"]),
                woorden=self.cleaned_data[f"woorden-{een.pk}"],
            )
            for een in self.stoelen
        )


class AntwoordForm(forms.Form):
    """What somebody says of the plan from their own chair."""

    antwoord = forms.ChoiceField(
        label=gettext_lazy("Wat vindt u van dit plan?"), choices=ZELF, widget=forms.RadioSelect
    )
    woorden = forms.CharField(
        label=gettext_lazy("Wilt u nog iets zeggen?"),
        max_length=LANGST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Iedereen die het plan leest, leest dit ook."),
    )

    def __init__(self, *args: Any, is_jeugdige: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_jeugdige:
            self.fields["antwoord"].label = _("Wat vind je van dit plan?")
            self.fields["woorden"].label = _("Wil je nog iets zeggen?")

    @property
    def vrije_tekst(self) -> str:
        """What is written, to look for what not everybody may know."""
        return str(self.cleaned_data["woorden"])

    def as_waarden(self) -> dict[str, Any]:
        return {
            "antwoord": Antwoord(self.cleaned_data["antwoord"]),
            "woorden": self.cleaned_data["woorden"],
        }


class VergelijkForm(forms.Form):
    """Which two versions stand beside each other: the one before the newest with the newest, until chosen."""

    was = forms.ChoiceField(label=gettext_lazy("Eerst"))
    werd = forms.ChoiceField(label=gettext_lazy("Later"))

    def __init__(self, *args: Any, versies: list[Planversie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_sleutel = {str(een.pk): een for een in versies}
        keuzes = [(sleutel, name_version(een)) for sleutel, een in self.per_sleutel.items()]
        self.begin = {"was": keuzes[1][0], "werd": keuzes[0][0]} if len(keuzes) > 1 else {}
        for naam in ("was", "werd"):
            veld: Any = self.fields[naam]
            veld.choices, veld.initial = keuzes, self.begin.get(naam)

    def chosen(self) -> tuple[Planversie | None, Planversie | None]:
        """The earlier and the later one, also when they were chosen the other way round; None without two."""
        sleutels = self.cleaned_data if self.is_valid() else self.begin
        was, werd = (self.per_sleutel.get(sleutels.get(naam, "")) for naam in ("was", "werd"))
        if was and werd and was.created_at > werd.created_at:
            return werd, was
        return was, werd


def name_version(versie: Planversie) -> str:
    """What a version is called in a list: why and when it was made."""
    dag = format_datum(versie.gemaakt_op)
    soort = _("Plan van aanpak. ") if versie.is_hoofdlijn else ""
    if versie.is_vastgesteld:
        return soort + _("Vastgesteld op %(dag)s") % {"dag": dag}
    return soort + _("Geëvalueerd op %(dag)s: %(doel)s") % {"dag": dag, "doel": versie.doel}
