from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.inschatting import Zorg, question_set
from rondetafel.regels.meldcode import WEEGVRAGEN, Antwoord, Stap
from rondetafel.regels.verwijsindex import Grond
from rondetafel.toegang.models import Gebruiker
from rondetafel.veiligheid.gegevens import Inschattingsopgave, Lidopgave, Stapopgave
from rondetafel.veiligheid.models import Doel, Inhoud, Lidrol

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TEKST = 6000
# About the row, not part of what was written down.
OVER_DE_RIJ = ("gedaan_op", "gelezen", "correctie")


def _text(
    label: "StrOrPromise", *, help_text: "StrOrPromise" = "", required: bool = True, rows: int = 5
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=TEKST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class OpenForm(forms.Form):
    """Why someone wants to read this dossier now."""

    doel = forms.ChoiceField(
        label=_("Waarvoor opent u dit dossier?"), widget=forms.RadioSelect, choices=Doel.choices
    )
    waarom = forms.CharField(
        label=_("Leg kort uit waarom nu"),
        min_length=10,
        max_length=300,
        help_text=_("De andere leden van dit dossier lezen dit terug."),
    )


class BeginForm(forms.Form):
    over = forms.CharField(
        label=_("Over wie maakt u zich zorgen?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: de jongste twee kinderen."),
    )


class NummerForm(BeginForm):
    """For who comes without a tie: the number of the family, as the regisseur gives it."""

    nummer = forms.IntegerField(label=_("Nummer van het gezin"), min_value=1)
    field_order = ("nummer",)


class StapForm(forms.Form):
    """What every step asks. `gelezen` is the uitgave on the screen; from the first on, a change is explained."""

    gedaan_op = forms.DateField(label=_("Op welke dag?"))
    gelezen = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    correctie = forms.CharField(
        label=_("Wat verandert u, en waarom?"),
        required=False,
        max_length=500,
        help_text=_("Wat er eerst stond, blijft te lezen."),
    )
    field_order: tuple[str, ...] = ("gedaan_op",)

    def __init__(self, *args: Any, is_correctie: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["correctie"].required = is_correctie
        if not is_correctie:
            self.fields["correctie"].widget = forms.HiddenInput()
        self.order_fields([*(naam for naam in self.fields if naam != "correctie"), "correctie"])

    def as_opgave(self, stap: Stap) -> Stapopgave:
        feiten = self.cleaned_data
        return Stapopgave(
            stap=stap,
            gedaan_op=feiten["gedaan_op"],
            gelezen=feiten["gelezen"],
            correctie=feiten["correctie"],
            inhoud=self._inhoud(),
        )

    def _inhoud(self) -> dict[str, Any]:
        return {
            naam: str(waarde) if isinstance(waarde, date) else waarde
            for naam, waarde in self.cleaned_data.items()
            if naam not in OVER_DE_RIJ
        }


class SignalenForm(StapForm):
    feiten = _text(
        _("Wat zag of hoorde u?"), help_text=_("Alleen wat er gebeurde, en wie het zei. Nog geen oordeel.")
    )
    denken = _text(_("Wat denkt u zelf?"), required=False, rows=3)
    anderen = _text(
        _("Zijn er andere kinderen in huis?"),
        required=False,
        rows=2,
        help_text=_("Zijn er zorgen over een volwassene? Denk dan ook aan de kinderen die daar wonen."),
    )


class OverlegForm(StapForm):
    met = forms.MultipleChoiceField(
        label=_("Met wie overlegde u?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("collega", _("een collega")),
            ("aandacht", _("de aandachtsfunctionaris")),
            ("veilig-thuis", _("Veilig Thuis, zonder naam van het gezin")),
            ("arts", _("een arts of andere deskundige")),
        ],
    )
    tekst = _text(_("Wat kwam eruit?"))


class GesprekForm(StapForm):
    is_gevoerd = forms.TypedChoiceField(
        label=_("Heeft u met het gezin gepraat?"),
        widget=forms.RadioSelect,
        choices=[("ja", _("ja")), ("nee", _("nee"))],
        coerce=lambda waarde: waarde == "ja",
    )
    met_wie = forms.CharField(
        label=_("Met wie?"),
        required=False,
        max_length=200,
        help_text=_("Praat ook apart met het kind, als dat kan."),
    )
    tekst = _text(_("Wat zeiden zij?"), required=False, help_text=_("In hun eigen woorden."))
    waarom_niet = _text(
        _("Niet gepraat? Leg uit waarom niet"),
        required=False,
        rows=3,
        help_text=_("Alleen als praten het gevaarlijker maakt, of als u hen daarna niet meer ziet."),
    )


class WegingForm(StapForm):
    """The five questions, each with an answer and the reason for it, up to the one that decides."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        antwoorden = [
            (Antwoord.JA.value, _("ja")),
            (Antwoord.NEE.value, _("nee")),
            (Antwoord.ONBEKEND.value, _("nog niet te zeggen")),
        ]
        for nummer, vraag in enumerate(WEEGVRAGEN, 1):
            self.fields[f"antwoord_{vraag.code}"] = forms.ChoiceField(
                label=f"{nummer}. {vraag.tekst}",
                help_text=f"{vraag.bron.regel}.",
                required=nummer == 1,
                widget=forms.RadioSelect,
                choices=antwoorden,
            )
            self.fields[f"reden_{vraag.code}"] = _text(_("Waarom?"), required=nummer == 1, rows=2)
        self.order_fields([*(naam for naam in self.fields if naam != "correctie"), "correctie"])

    def _inhoud(self) -> dict[str, Any]:
        return {
            soort: {
                vraag.code: waarde
                for vraag in WEEGVRAGEN
                if (waarde := self.cleaned_data.get(f"{veld}_{vraag.code}"))
            }
            for soort, veld in (("antwoorden", "antwoord"), ("redenen", "reden"))
        }


class BesluitForm(StapForm):
    is_acuut = forms.BooleanField(
        label=_("Er is nu gevaar"),
        required=False,
        help_text=_("Is er nu gevaar? Dan slaat u de andere stappen over. Die schrijft u later op."),
    )
    is_melden = forms.BooleanField(label=_("Wij melden bij Veilig Thuis"), required=False)
    is_hulp = forms.BooleanField(label=_("Wij geven of regelen hulp"), required=False)
    gemeld_op = forms.DateField(label=_("Gemeld op"), required=False)
    tekst = _text(_("Wie doet nu wat?"), help_text=_("En wanneer kijkt u of het helpt?"))
    afwijking = _text(_("Beslist u anders dan de weging zegt? Leg uit waarom"), required=False, rows=3)


FORMS: dict[Stap, type[StapForm]] = {
    Stap.SIGNALEN: SignalenForm,
    Stap.OVERLEG: OverlegForm,
    Stap.GESPREK: GesprekForm,
    Stap.WEGING: WegingForm,
    Stap.BESLUIT: BesluitForm,
}
JA_NEE = {True: _("ja"), False: _("nee")}


def initial_of(verslag: Inhoud) -> dict[str, Any]:
    """The form as it was filled in last."""
    inhoud: Any = verslag.inhoud
    vlak = {naam: waarde for naam, waarde in inhoud.items() if not isinstance(waarde, dict)}
    if isinstance(vlak.get("is_gevoerd"), bool):
        vlak["is_gevoerd"] = "ja" if vlak["is_gevoerd"] else "nee"
    for soort, veld in (("antwoorden", "antwoord"), ("redenen", "reden")):
        vlak |= {f"{veld}_{code}": waarde for code, waarde in inhoud.get(soort, {}).items()}
    return vlak | {"correctie": ""}


def word_stap(stap: Stap, verslag: Inhoud) -> list[tuple[str, str]]:
    """What was written down, as questions and answers in the order of the form; empty answers left out."""
    form, waarden = FORMS[stap](), initial_of(verslag)
    paren = [
        (str(veld.label), _as_words(form.fields[naam], waarden.get(naam, "")))
        for naam, veld in form.fields.items()
        if naam not in OVER_DE_RIJ
    ]
    return [(vraag, antwoord) for vraag, antwoord in paren if antwoord]


def _as_words(veld: forms.Field, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return str(JA_NEE[waarde])
    keuzes = dict(getattr(veld, "choices", []))
    delen = waarde if isinstance(waarde, list) else [waarde]
    return ", ".join(str(keuzes.get(deel, deel)) for deel in delen if deel)


class InschattingForm(forms.Form):
    """The questions of the set in use, each with what was found and the words with it."""

    gedaan_op = forms.DateField(label=_("Op welke dag?"))
    uitkomst = forms.ChoiceField(label=_("Hoe veilig is het kind nu?"), widget=forms.RadioSelect)
    motivering = _text(_("Waarom is dit de uitkomst?"))
    volgende_op = forms.DateField(label=_("Wanneer kijkt u opnieuw?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lijst, einde = question_set(), ["uitkomst", "motivering", "volgende_op"]
        zorgen = [(zorg.value, zorg.naam) for zorg in Zorg]
        for vraag in lijst.vragen:
            self.fields[f"zorg_{vraag.code}"] = forms.ChoiceField(
                label=vraag.tekst, widget=forms.RadioSelect, choices=zorgen
            )
            self.fields[f"woorden_{vraag.code}"] = forms.CharField(
                label=_("Wat zag of hoorde u?"), required=False, max_length=1000
            )
        self.fields["uitkomst"].choices = [  # type: ignore[attr-defined]
            (een.code, f"{een.naam}: {een.uitleg}") for een in lijst.uitkomsten
        ]
        self.fields["volgende_op"].help_text = "; ".join(
            _("%(naam)s: binnen %(dagen)d dagen") % {"naam": een.naam.lower(), "dagen": een.dagen}
            for een in lijst.uitkomsten
        )
        self.order_fields(["gedaan_op", *(naam for naam in self.fields if naam not in einde), *einde])

    def as_opgave(self) -> Inschattingsopgave:
        feiten = self.cleaned_data
        codes = [vraag.code for vraag in question_set().vragen]
        return Inschattingsopgave(
            gedaan_op=feiten["gedaan_op"],
            volgende_op=feiten["volgende_op"],
            uitkomst=feiten["uitkomst"],
            motivering=feiten["motivering"],
            antwoorden={code: feiten[f"zorg_{code}"] for code in codes},
            toelichtingen={code: feiten[f"woorden_{code}"] for code in codes},
        )


class LidForm(forms.Form):
    """Who may read along, and why."""

    gebruiker = forms.ChoiceField(label=_("Wie?"))
    rol = forms.ChoiceField(
        label=_("Wat mag deze persoon?"),
        widget=forms.RadioSelect,
        choices=[
            (Lidrol.MEELEZER.value, _("meelezen")),
            (Lidrol.HOUDER.value, _("meelezen en meeschrijven")),
        ],
    )
    reden = forms.CharField(label=_("Waarom is dit nodig?"), min_length=10, max_length=300)

    def __init__(self, *args: Any, collegas: Iterable[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruiker"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies iemand")),
            *((str(een.pk), f"{een.naam} ({een.functie or een.get_rol_display()})") for een in collegas),
        ]

    def as_opgave(self) -> Lidopgave:
        feiten = self.cleaned_data
        return Lidopgave(
            gebruiker_id=UUID(feiten["gebruiker"]), rol=Lidrol(feiten["rol"]), reden=feiten["reden"]
        )


class SlotForm(forms.Form):
    """How it ended."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Hoe loopt het af?"),
        widget=forms.RadioSelect,
        choices=[
            ("geen-vermoeden", _("er bleek geen reden tot zorg")),
            ("veilig", _("het is veilig geworden, en dat blijft zo")),
            ("overgedragen", _("Veilig Thuis of een andere organisatie heeft het overgenomen")),
            ("uit-beeld", _("het gezin is hier niet meer in beeld; de zorg is overgedragen")),
        ],
    )
    waarom = _text(_("Waarom kan dit dossier dicht?"), rows=4)


class SignaalForm(forms.Form):
    """A signal in the verwijsindex: who, on which ground, whom to call. No story."""

    jeugdige = forms.ChoiceField(label=_("Over wie?"), widget=forms.RadioSelect)
    grond = forms.ChoiceField(
        label=_("Op welke grond?"),
        choices=[("", _("Kies een grond")), *((een.value, een.naam) for een in Grond)],
    )
    bel = forms.CharField(
        label=_("Wie kan een ander bellen?"), max_length=200, help_text=_("Naam en telefoonnummer.")
    )
    verteld_aan = forms.CharField(
        label=_("Wie weet dat u dit doet?"),
        required=False,
        max_length=200,
        help_text=_("Onder 12 jaar de ouders, van 12 tot 16 allemaal, vanaf 16 de jongere zelf."),
    )
    waarom_niet = _text(_("Weet nog niemand het? Leg uit waarom niet"), required=False, rows=3)

    def __init__(self, *args: Any, kinderen: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jeugdige"].choices = [(str(pk), naam) for pk, naam in kinderen]  # type: ignore[attr-defined]
