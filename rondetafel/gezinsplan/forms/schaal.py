from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.gegevens import Schaalopgave
from rondetafel.gezinsplan.models import Doel
from rondetafel.regels.gas import SCHALEN, ZESPUNTSSCHAAL, sign_score

WAARDEN = sorted(ZESPUNTSSCHAAL.woorden, reverse=True)


class SchaalForm(forms.Form):
    """How a goal is measured, agreed beforehand. Whether the words are complete is for the rules to say."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    variabele = forms.CharField(
        label=_("Waar kijken jullie naar?"),
        max_length=200,
        required=False,
        help_text=_("Eén ding dat iedereen kan zien of tellen. Bijvoorbeeld: hoe vaak Noor op tijd is."),
    )
    schaal = forms.ChoiceField(
        label=_("Welke schaal gebruiken jullie?"),
        choices=[(schaal.code, schaal.naam) for schaal in SCHALEN.values()],
        help_text=_("De zespuntsschaal kan ook zeggen dat het slechter gaat dan aan het begin."),
    )
    gewicht = forms.TypedChoiceField(
        label=_("Hoe zwaar telt dit doel mee?"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(1, _("gewoon")), (2, _("zwaarder")), (3, _("het zwaarst"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for score in WAARDEN:
            woord = ZESPUNTSSCHAAL.woorden[score]
            self.fields[f"niveau_{score}"] = forms.CharField(
                label=_("Wat zien jullie bij %(score)s (%(woord)s)?")
                % {"score": sign_score(score), "woord": woord},
                max_length=200,
                required=False,
                help_text=_("Alleen bij de zespuntsschaal.") if score < SCHALEN["vijfpunts"].laagste else "",
            )

    @property
    def vrije_tekst(self) -> str:
        """All that is written, to look for what not everybody may know."""
        return "\n".join([self.cleaned_data["variabele"], *self.as_opgave().niveaus.values()])

    def as_opgave(self) -> Schaalopgave:
        gegeven = self.cleaned_data
        schaal = SCHALEN[gegeven["schaal"]]
        return Schaalopgave(
            schaal=schaal.code,
            variabele=gegeven["variabele"],
            niveaus={score: gegeven[f"niveau_{score}"] for score in schaal.woorden},
            gewicht=gegeven["gewicht"],
        )


def schaal_of(doel: Doel) -> dict[str, Any]:
    """What the form shows of a goal; the start and the goal itself are suggested from what is known."""
    niveaus = {f"niveau_{score}": doel.niveaus.get(str(score), "") for score in WAARDEN}
    niveaus["niveau_0"] = niveaus["niveau_0"] or doel.meetbaar[:200]
    rest = {"variabele": doel.variabele, "schaal": doel.schaal, "gewicht": doel.gewicht}
    return niveaus | rest | {"gelezen": doel.schaalversie}
