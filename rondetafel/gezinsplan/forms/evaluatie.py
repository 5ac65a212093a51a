from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.forms.schrijven import Schrijfform
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.gas import ZESPUNTSSCHAAL, Schaal, sign_score
from rondetafel.regels.schrijfwijze import Tekstsoort

GEEN_SCORE = ("", _("geen score"))


class ScoreForm(forms.Form):
    """What one side scores, in the words that were agreed for this goal."""

    score = forms.TypedChoiceField(
        label=_("Welke score past bij dit doel?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een score.")},
    )

    def __init__(self, *args: Any, schaal: Schaal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["score"]
        veld.choices = _choices(schaal)[1:]


def _score(label: Any) -> forms.TypedChoiceField:
    """A score is asked, never demanded."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        coerce=int,
        empty_value=None,
        choices=_choices(ZESPUNTSSCHAAL),
        help_text=_("Is die er nu niet bij? Laat het leeg: die kan tot vier weken later zelf scoren."),
    )


def _choices(schaal: Schaal) -> list[tuple[Any, Any]]:
    """The best first, each in the words that were agreed."""
    treden = sorted(schaal.woorden.items(), reverse=True)
    return [
        GEEN_SCORE,
        *((score, f"{sign_score(score)}: {woord}") for score, woord in treden),
    ]


class EvaluatieForm(Schrijfform):
    """How a goal goes. Whether it may be written down is for the rules to say."""

    schrijfvelden = {"waarneming": Tekstsoort.EVALUATIE}

    dag = forms.DateField(label=_("Op welke dag keken jullie?"))
    moment = forms.ChoiceField(
        label=_("Is dit de laatste keer?"),
        widget=forms.RadioSelect,
        choices=[
            (Moment.TUSSEN.value, _("Nee, we kijken tussendoor")),
            (Moment.EIND.value, _("Ja, de tijd voor dit doel is bijna om")),
        ],
    )
    uitkomst = forms.ChoiceField(
        label=_("Hoe staat het met dit doel?"),
        widget=forms.RadioSelect,
        choices=[
            (Uitkomst.BEHAALD.value, _("Het doel is bereikt")),
            (Uitkomst.DEELS.value, _("Het gaat vooruit, maar het doel is nog niet bereikt")),
            (Uitkomst.NIET.value, _("Het lukt niet")),
        ],
    )
    waarneming = forms.CharField(
        label=_("Wat zien jullie?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "In gewone woorden. Bijvoorbeeld: Noor was deze maand bijna elke dag op tijd. "
            "Iedereen die het doel leest, leest dit ook."
        ),
    )
    score_gezin = _score(_("Welke score geeft het gezin?"))
    score_hulp = _score(_("Welke score geeft de hulpverlener?"))

    def __init__(self, *args: Any, schaal: Schaal = ZESPUNTSSCHAAL, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("score_gezin", "score_hulp"):
            veld: Any = self.fields[naam]
            veld.choices = _choices(schaal)

    @property
    def vrije_tekst(self) -> str:
        """What is written, to look for what not everybody may know."""
        return str(self.cleaned_data["waarneming"])

    def as_bevinding(self) -> Bevinding:
        gegeven = self.cleaned_data
        return Bevinding(
            dag=gegeven["dag"],
            moment=Moment(gegeven["moment"]),
            uitkomst=Uitkomst(gegeven["uitkomst"]),
            waarneming=gegeven["waarneming"],
            score_gezin=gegeven["score_gezin"],
            score_hulp=gegeven["score_hulp"],
        )
