from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.forms.schrijven import Schrijfform
from rondetafel.gezinsplan.gegevens import name_doers
from rondetafel.gezinsplan.models import Doel, Gezinsplan
from rondetafel.gezinsplan.operations import VELDEN, Actieopgave, Doelopgave
from rondetafel.regels.datum import format_datum
from rondetafel.regels.gezinsplan import Plansoort, parts_left_out
from rondetafel.regels.schrijfwijze import Tekstsoort
from rondetafel.web.antwoorden import HUN, MIJN

KIES_IEMAND = ("", _("Kies iemand aan tafel"))


VRIJE_TEKST = ("specifiek", "meetbaar", "acceptabel", "realistisch", "zwaarte", "inzet")
# Only asked where the question did not come in through the municipality.
ANDERE_ROUTE = ("zwaarte", "inzet")


HELE_GEZIN = ("", _("het hele gezin"))


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


class DoelForm(Schrijfform):
    """A goal made SMART. Only the goal itself and its owner are needed now; the rest may follow."""

    schrijfvelden = {
        "specifiek": Tekstsoort.DOEL,
        "meetbaar": Tekstsoort.UITLEG,
        "acceptabel": Tekstsoort.UITLEG,
        "realistisch": Tekstsoort.UITLEG,
    }

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
    zwaarte = forms.CharField(
        label=_("Hoe zwaar is de vraag?"),
        max_length=200,
        required=False,
        help_text=_("De complexiteit. De vraag kwam niet via de gemeente: zo ziet zij of de hulp past."),
    )
    inzet = forms.CharField(
        label=_("Welke hulp komt hiervoor, en hoe vaak?"),
        max_length=200,
        required=False,
        help_text=_("De intensiteit. Bijvoorbeeld: begeleiding thuis, twee keer per week."),
    )

    def __init__(
        self,
        *args: Any,
        betrokkenen: Iterable[Betrokkene],
        plan: Gezinsplan,
        via_gemeente: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        niet_gevraagd = ANDERE_ROUTE if via_gemeente else ()
        for naam in (*niet_gevraagd, *parts_left_out(Plansoort(plan.soort))):
            # What was written down before is not lost by editing something else.
            if not self.initial.get(naam):
                del self.fields[naam]
        stoelen = list(betrokkenen)
        leden: Keuzes = [(str(een.persoon_id), een.naam) for een in stoelen if een.persoon]
        _set_choices(self, "voor", [HELE_GEZIN, *leden])
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
        return "\n".join(self.cleaned_data.get(naam, "") for naam in VRIJE_TEKST)

    def as_opgave(self) -> Doelopgave:
        gegeven = self.cleaned_data
        return Doelopgave(
            eigenaar_id=UUID(gegeven["eigenaar"]),
            over_id=UUID(gegeven["voor"]) if gegeven["voor"] else None,
            **{veld: gegeven[veld] for veld in VELDEN if veld in self.fields},
        )


class WijzigDoelForm(DoelForm):
    """`gelezen` is the version that was read; `keuze` is there after someone else saved first."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])

    def __init__(self, *args: Any, doel: Doel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["voor"]
        # Who has no chair any more keeps the goal: no other choice is made for who edits something else.
        if doel.over and str(doel.over.pk) not in dict(veld.choices):
            veld.choices = [*veld.choices, (str(doel.over.pk), str(doel.over))]

    def describe_differences(self, huidig: Doel) -> tuple[str, str]:
        """Both texts beside each other, of the fields that differ only."""
        waarden = {
            naam: self.cleaned_data[naam] or "" for naam in DoelForm.base_fields if naam in self.fields
        }
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
    velden = {veld.removesuffix("_id"): getattr(doel, veld) or "" for veld in VELDEN}
    return velden | {"voor": doel.voor_id or doel.volwassene_id or "", "gelezen": doel.versie}


class ActieForm(Schrijfform):
    """One thing that someone does."""

    schrijfvelden = {"tekst": Tekstsoort.ACTIE}

    tekst = forms.CharField(
        label=_("Wat gaat er gebeuren?"),
        max_length=200,
        help_text=_("Eén ding, zo klein dat het deze week kan. Bijvoorbeeld: samen fietsen op maandag."),
    )
    wie = forms.ChoiceField(
        label=_("Wie doet het?"),
        help_text=_("Doen jullie het samen? Kies hier wie erop let dat het gebeurt."),
    )
    mee = forms.MultipleChoiceField(
        label=_("Wie doet er mee?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Mag leeg blijven. De actie staat dan ook bij hen als volgende stap."),
    )
    vanaf = forms.DateField(label=_("Vanaf wanneer?"), required=False)
    tot = forms.DateField(
        label=_("Tot en met wanneer?"),
        required=False,
        help_text=_("Mag leeg blijven als u dat nog niet weet."),
    )

    def __init__(self, *args: Any, betrokkenen: Iterable[Betrokkene], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stoelen = _chairs(betrokkenen)
        _set_choices(self, "wie", stoelen)
        _set_choices(self, "mee", stoelen[1:])

    @property
    def vrije_tekst(self) -> str:
        """What is written, to look for what not everybody may know."""
        return str(self.cleaned_data["tekst"])

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        vanaf, tot = gegeven.get("vanaf"), gegeven.get("tot")
        if vanaf and tot and tot < vanaf:
            self.add_error("tot", _("Kies %(dag)s of later.") % {"dag": format_datum(vanaf)})
        return gegeven

    def as_opgave(self) -> Actieopgave:
        gegeven = self.cleaned_data
        return Actieopgave(
            tekst=gegeven["tekst"],
            wie_id=UUID(gegeven["wie"]),
            mee=frozenset(UUID(een) for een in gegeven["mee"]),
            vanaf=gegeven["vanaf"],
            tot=gegeven["tot"],
        )

    def name_chairs(self, wie_id: UUID, mee: Iterable[UUID]) -> str:
        """Who do it, by the names in the form; a chair that is not in it is not named."""
        veld: Any = self.fields["wie"]
        namen = {str(sleutel): str(naam) for sleutel, naam in veld.choices}
        anderen = sorted(namen[str(een)] for een in mee if een != wie_id and str(een) in namen)
        return name_doers([namen.get(str(wie_id), "–"), *anderen])


class WijzigActieForm(ActieForm):
    """`gelezen` is the version that was read; `keuze` is there after someone else saved first."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])


def as_words(tekst: str, wie: str, vanaf: date | None, tot: date | None) -> str:
    """An action in one line, to lay two texts beside each other."""
    dagen = " – ".join(format_datum(dag) for dag in (vanaf, tot) if dag)
    return ", ".join(filter(None, (tekst, wie, dagen)))
