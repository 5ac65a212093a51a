from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinnen.queries import is_kind
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.operations import VELDEN, Doelopgave
from rondetafel.regels.datum import format_datum
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.web.antwoorden import HUN, MIJN

KIES_IEMAND = ("", _("Kies iemand aan tafel"))
VRIJE_TEKST = ("specifiek", "meetbaar", "acceptabel", "realistisch", "inzet")
HELE_GEZIN = ("", _("het hele gezin"))

GEEN_SCORE = ("", _("geen score"))

Keuzes = list[tuple[Any, Any]]


def _short_text(label: Any, help_text: Any) -> forms.CharField:
    """One letter of SMART; it may stay empty until the table knows."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _chairs(betrokkenen: Iterable[Betrokkene]) -> Keuzes:
    """Nobody is chosen beforehand: the first name of a list is too easily left standing."""
    stoelen = [(str(een.pk), f"{een.naam} ({een.relatie})") for een in betrokkenen if not een.is_open]
    return [KIES_IEMAND, *stoelen]


def _set_choices(form: forms.Form, naam: str, keuzes: Keuzes) -> None:
    veld: Any = form.fields[naam]
    veld.choices = keuzes


class DoelForm(forms.Form):
    """A goal made SMART. Only the goal itself and its owner are needed now; the rest may follow."""

    voor = forms.ChoiceField(label=_("Voor wie is dit doel?"), required=False)
    eigenaar = forms.ChoiceField(
        label=_("Wie is eigenaar van dit doel?"),
        help_text=_("Iemand aan tafel die het doel in de gaten houdt. Het liefst iemand van het gezin."),
    )
    specifiek = forms.CharField(
        label=_("Wat willen jullie bereiken?"),
        max_length=200,
        help_text=_("Wie doet wat, waar en waarom? Bijvoorbeeld: Noor is elke schooldag op tijd in de klas."),
    )
    meetbaar = _short_text(
        _("Waaraan zien jullie dat het gelukt is?"),
        _(
            "Iets wat iedereen kan zien of tellen. Bijvoorbeeld: drie weken lang elke dag om half negen binnen."
        ),
    )
    acceptabel = _short_text(
        _("Wie is het ermee eens en doet mee?"),
        _("Een doel werkt als de mensen om wie het gaat het zelf willen."),
    )
    realistisch = _short_text(
        _("Waarom kan het lukken?"),
        _("Niet te veel tegelijk. Bijvoorbeeld: het lukt nu al op maandag en dinsdag."),
    )
    gestart_op = forms.DateField(label=_("Wanneer beginnen jullie?"), required=False)
    behaald_voor = forms.DateField(
        label=_("Wanneer moet het gelukt zijn?"),
        required=False,
        help_text=_("Dat hoeft niet de dag te zijn waarop de hulp stopt."),
    )
    inzet = forms.CharField(
        label=_("Welke hulp komt hiervoor, hoe zwaar en hoe vaak?"),
        max_length=200,
        required=False,
        help_text=_("Alleen als de vraag niet via de gemeente kwam, of als het gezin het wil weten."),
    )

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoelen = list(betrokkenen)
        kinderen: Keuzes = [(str(een.persoon_id), een.naam) for een in stoelen if is_kind(een)]
        _set_choices(self, "voor", [HELE_GEZIN, *kinderen])
        _set_choices(self, "eigenaar", _chairs(stoelen))

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        start, eind = gegeven.get("gestart_op"), gegeven.get("behaald_voor")
        if start and eind and eind <= start:
            self.add_error(
                "behaald_voor", _("Kies een dag na %(dag)s, het begin.") % {"dag": format_datum(start)}
            )
        return gegeven

    @property
    def vrije_tekst(self) -> str:
        """All that is written, to look for what not everybody may know."""
        return "\n".join(self.cleaned_data[naam] for naam in VRIJE_TEKST)

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

    def __init__(self, *args: Any, doel: Doel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["voor"]
        # A child without a chair keeps its goal: no other choice is made for who edits something else.
        if doel.voor and str(doel.voor_id) not in dict(veld.choices):
            veld.choices = [*veld.choices, (str(doel.voor_id), str(doel.voor))]

    def describe_differences(self, huidig: Doel) -> tuple[str, str]:
        """Both texts beside each other, of the fields that differ only."""
        waarden = {naam: self.cleaned_data[naam] or "" for naam in DoelForm.base_fields}
        anderen = {naam: str(waarde) for naam, waarde in values_of(huidig).items()}
        anders = [naam for naam in waarden if str(waarden[naam]) != anderen[naam]]
        return self._tell(waarden, anders), self._tell(values_of(huidig), anders)

    def _tell(self, waarden: dict[str, Any], namen: list[str]) -> str:
        return "\n".join(f"{self.fields[naam].label} {self._word(naam, waarden[naam])}" for naam in namen)

    def _word(self, naam: str, waarde: Any) -> str:
        if naam in ("voor", "eigenaar"):
            veld: Any = self.fields[naam]
            keuzes = {str(sleutel): str(woord) for sleutel, woord in veld.choices}
            return keuzes.get(str(waarde), "–")
        return format_datum(waarde) if isinstance(waarde, date) else waarde or "–"


def values_of(doel: Doel) -> dict[str, Any]:
    """What the form shows of a goal as it stands."""
    return {veld.removesuffix("_id"): getattr(doel, veld) or "" for veld in VELDEN} | {"gelezen": doel.versie}


class ActieForm(forms.Form):
    """One thing that someone does."""

    tekst = forms.CharField(
        label=_("Wat gaat er gebeuren?"),
        max_length=200,
        help_text=_("Eén ding, zo klein dat het deze week kan. Bijvoorbeeld: samen fietsen op maandag."),
    )
    wie = forms.ChoiceField(label=_("Wie doet het?"))
    vanaf = forms.DateField(label=_("Vanaf wanneer?"), required=False)

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _set_choices(self, "wie", _chairs(betrokkenen))

    @property
    def vrije_tekst(self) -> str:
        """What is written, to look for what not everybody may know."""
        return str(self.cleaned_data["tekst"])

    def as_waarden(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        return {"tekst": gegeven["tekst"], "wie_id": UUID(gegeven["wie"]), "vanaf": gegeven["vanaf"]}


class VaststelForm(forms.Form):
    """Adopting asks for a clear yes, and which version was on the table."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    tussendoor = forms.CharField(
        label=_("Wanneer en hoe kijken jullie tussendoor hoe het gaat?"),
        max_length=200,
        required=False,
        help_text=_(
            "Bijvoorbeeld: elke eerste maandag even bellen. Bij elk doel kijkt u ook om de drie maanden."
        ),
    )
    is_eens = forms.BooleanField(
        label=_("Iedereen aan tafel is het eens met dit plan."),
        error_messages={
            "required": _("Vink dit aan als iedereen het eens is. Pas dan stelt u het plan vast.")
        },
    )

    def as_waarden(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in ("gelezen", "tussendoor")}


def _score(label: Any) -> forms.TypedChoiceField:
    """A score is asked, never demanded."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            GEEN_SCORE,
            *(
                (score, f"{score:+d}: {woord}" if score else f"0: {woord}")
                for score, woord in sorted(ZESPUNTSSCHAAL.woorden.items(), reverse=True)
            ),
        ],
    )


class EvaluatieForm(forms.Form):
    """How a goal goes. Whether it may be written down is for the rules to say."""

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
