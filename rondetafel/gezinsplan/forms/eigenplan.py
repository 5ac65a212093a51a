from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.regels.familiegroepsplan import Afzienreden, Eigenstap

# A plan of some pages fits; a book is a paper.
LANGST = 10_000


class EigenplanForm(forms.Form):
    """Which step the regisseur writes down. Whether it may be taken now is for the rules to say."""

    stap = forms.ChoiceField(
        label=_("Wat is er gebeurd?"),
        widget=forms.RadioSelect,
        choices=[
            (Eigenstap.AANGEBODEN.value, _("Ik heb gevraagd of het gezin zelf een plan wil maken")),
            (Eigenstap.ZELF.value, _("Het gezin maakt zelf een plan")),
            (Eigenstap.MET_HULP.value, _("Het gezin maakt zelf een plan, en wil daar hulp bij")),
            (Eigenstap.AFGEZIEN.value, _("Het gezin maakt geen eigen plan")),
            (Eigenstap.PLAN.value, _("Het gezin heeft zijn plan verteld of gegeven")),
        ],
        error_messages={"required": _("Kies wat er gebeurd is.")},
    )
    op = forms.DateField(label=_("Op welke dag?"))
    stoel = forms.ChoiceField(label=_("Wie zei het?"), required=False)
    reden = forms.ChoiceField(
        label=_("Waarom komt er geen eigen plan?"),
        required=False,
        choices=[("", _("Niet van toepassing")), *((een.value, een.naam) for een in Afzienreden)],
        help_text=_("Alleen invullen als het gezin geen eigen plan maakt. De wet kent deze drie redenen."),
    )
    tekst = forms.CharField(
        label=_("In eigen woorden"),
        required=False,
        max_length=LANGST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Hoe u het vroeg, wat het gezin zei, of het plan zelf. Wie het plan leest, leest dit ook."
        ),
    )

    def __init__(self, *args: Any, stoelen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoel = self.fields["stoel"]
        assert isinstance(stoel, forms.ChoiceField)
        stoel.choices = [("", _("Het gezin samen")), *stoelen]

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        _require_words(self)
        if gegeven.get("stap") != Eigenstap.AFGEZIEN.value:
            gegeven["reden"] = ""
        if gegeven.get("stap") == Eigenstap.AANGEBODEN.value:
            gegeven["stoel"] = ""
        return gegeven

    @property
    def vrije_tekst(self) -> str:
        return str(self.cleaned_data["tekst"])

    def as_opgave(self) -> Eigenstapopgave:
        gegeven = self.cleaned_data
        return Eigenstapopgave(
            stap=Eigenstap(gegeven["stap"]),
            op=gegeven["op"],
            tekst=gegeven["tekst"],
            reden=Afzienreden(gegeven["reden"]) if gegeven["reden"] else None,
            stoel_id=UUID(gegeven["stoel"]) if gegeven["stoel"] else None,
        )


class EigenAntwoordForm(forms.Form):
    """What the family itself answers, or its plan. `is_ouder`: only a parent says that there will be none."""

    stap = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    tekst = forms.CharField(required=False, max_length=LANGST, widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, *args: Any, is_ouder: bool, is_jeugdige: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stap, tekst = self.fields["stap"], self.fields["tekst"]
        assert isinstance(stap, forms.ChoiceField)
        stap.label = _("Wat willen jullie?")
        keuzes = [
            (Eigenstap.ZELF.value, _("We maken zelf een plan")),
            (Eigenstap.MET_HULP.value, _("We maken zelf een plan, en willen daar hulp bij")),
            (Eigenstap.PLAN.value, _("We hebben een plan. Het staat hieronder")),
        ]
        if is_ouder:
            keuzes.append((Eigenstap.AFGEZIEN.value, _("We maken geen eigen plan")))
        stap.choices = keuzes
        tekst.label = _("In je eigen woorden") if is_jeugdige else _("In uw eigen woorden")
        tekst.help_text = (
            _("Schrijf het zoals jij het zegt. Wie het plan leest, leest dit ook.")
            if is_jeugdige
            else _("Schrijf het zoals u het zegt. Wie het plan leest, leest dit ook.")
        )

    def clean(self) -> dict[str, Any]:
        _require_words(self)
        return self.cleaned_data

    @property
    def vrije_tekst(self) -> str:
        return str(self.cleaned_data["tekst"])

    def as_opgave(self, peildatum: date) -> Eigenstapopgave:
        stap = Eigenstap(self.cleaned_data["stap"])
        # Of the three grounds of the law this is the only one that a family has itself.
        reden = Afzienreden.OUDERS_WILLEN_NIET if stap is Eigenstap.AFGEZIEN else None
        return Eigenstapopgave(stap=stap, op=peildatum, tekst=self.cleaned_data["tekst"], reden=reden)


def _require_words(form: forms.Form) -> None:
    stap = form.cleaned_data.get("stap")
    if form.cleaned_data.get("tekst") or "tekst" in form.errors:
        return
    if stap == Eigenstap.AANGEBODEN.value:
        form.add_error("tekst", _("Schrijf in een paar woorden hoe u het vroeg, en aan wie."))
    elif stap == Eigenstap.PLAN.value:
        form.add_error("tekst", _("Schrijf het plan op. Een paar zinnen is genoeg."))
