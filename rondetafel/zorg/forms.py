from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Persoon
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.regels.stop import NAMEN, Stopreden
from rondetafel.toegang.models import Gebruiker
from rondetafel.zorg.gegevens import Akkoordopgave, Stopopgave
from rondetafel.zorg.oordelen import suggest_einddatum

GEEN_SCORE = "geen"


class GelezenForm(forms.Form):
    """Which version of the akkoord was on the screen."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)


class AkkoordForm(forms.Form):
    """Which help for whom. Whether it may be granted is for the rules to say."""

    jeugdige = forms.ChoiceField(label=_("Voor wie?"), widget=forms.RadioSelect)
    product = forms.ChoiceField(label=_("Welke hulp?"))
    aanbieder = forms.ChoiceField(label=_("Welke zorgaanbieder?"))
    uitvoerder = forms.ChoiceField(
        label=_("Wie gaat de hulp geven?"),
        required=False,
        help_text=_("Deze persoon leest mee zolang de hulp loopt, en krijgt een stoel aan tafel."),
    )
    startdatum = forms.DateField(label=_("Eerste dag"))
    einddatum = forms.DateField(
        label=_("Laatste dag"),
        required=False,
        help_text=_("Leeg laten mag alleen bij hulp van het gebiedsteam."),
    )

    def __init__(
        self,
        *args: Any,
        jeugdigen: Iterable[Persoon],
        aanbieders: Iterable[Organisatie],
        uitvoerders: Iterable[Gebruiker],
        peildatum: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        jeugdigen, aanbieders, uitvoerders = list(jeugdigen), list(aanbieders), list(uitvoerders)
        if len(jeugdigen) == 1:
            self.initial.setdefault("jeugdige", str(jeugdigen[0].pk))
        self._werkgevers = {str(een.pk): str(een.organisatie_id) for een in uitvoerders}
        producten = catalogue_on(peildatum).producten.values()
        self._choose("jeugdige", [(str(een.pk), str(een)) for een in jeugdigen])
        self._choose("product", [("", _("Kies een product")), *((een.code, een.naam) for een in producten)])
        self._choose(
            "aanbieder", [("", _("Kies een zorgaanbieder")), *((str(een.pk), een.naam) for een in aanbieders)]
        )
        self._choose(
            "uitvoerder",
            [("", _("nog niet bekend")), *_group_by_employer(uitvoerders, aanbieders)],
        )

    def _choose(self, veld: str, keuzes: list[Any]) -> None:
        self.fields[veld].choices = keuzes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        werkgever = self._werkgevers.get(schoon.get("uitvoerder", ""))
        if werkgever and werkgever != schoon.get("aanbieder"):
            self.add_error("uitvoerder", _("Deze persoon werkt niet bij de zorgaanbieder die u koos."))
        startdatum, product = schoon.get("startdatum"), schoon.get("product")
        if startdatum and product not in {None, *catalogue_on(startdatum).producten}:
            self.add_error("product", _("Dit product bestond op de eerste dag nog niet."))
        return schoon

    def suggest_einddatum(self) -> None:
        """Begin with the latest day that is possible, once the product and the first day are known."""
        with suppress(ValidationError):
            startdatum = self.fields["startdatum"].clean(self.initial.get("startdatum"))
            self.initial["einddatum"] = suggest_einddatum(self.initial.get("product", ""), startdatum)

    @property
    def hulpvelden(self) -> Iterator[BoundField]:
        return (self[naam] for naam in ("jeugdige", "product"))

    @property
    def wie_velden(self) -> Iterator[BoundField]:
        return (self[naam] for naam in ("aanbieder", "uitvoerder"))

    @property
    def looptijd_velden(self) -> Iterator[BoundField]:
        return (self[naam] for naam in ("startdatum", "einddatum"))

    def as_opgave(self) -> Akkoordopgave:
        feiten = self.cleaned_data
        return Akkoordopgave(
            jeugdige_id=UUID(feiten["jeugdige"]),
            product_code=feiten["product"],
            aanbieder_id=UUID(feiten["aanbieder"]),
            uitvoerder_id=UUID(feiten["uitvoerder"]) if feiten["uitvoerder"] else None,
            startdatum=feiten["startdatum"],
            einddatum=feiten["einddatum"],
        )


class VerlengingForm(forms.Form):
    """Until when, and why."""

    tot = forms.DateField(label=_("Nieuwe laatste dag"))
    motivering = forms.CharField(
        label=_("Waarom is langer nodig?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Noem wat er al gelukt is, en wat nog niet. Het gezin leest mee."),
    )


class StopForm(GelezenForm):
    """How it ended. Whether a score may be missing is for the rules to say."""

    stopdatum = forms.DateField(label=_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(
        label=_("Waarom stopt de hulp?"),
        widget=forms.RadioSelect,
        choices=[(reden.value, naam) for reden, naam in NAMEN.items()],
    )
    gas_score = forms.ChoiceField(
        label=_("Hoe ver is het hele doel gehaald?"),
        widget=forms.RadioSelect,
        choices=[
            *(
                (str(score), f"{score:+d}: {woord}" if score else f"0: {woord}")
                for score, woord in ZESPUNTSSCHAAL.woorden.items()
            ),
            (GEEN_SCORE, _("Er is geen score gegeven")),
        ],
        help_text=_("Geef de score samen met het gezin. Het gaat om alle doelen van deze hulp samen."),
    )
    toelichting = forms.CharField(
        label=_("Wilt u iets toelichten?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Het gezin leest mee."),
    )
    has_eindverslag = forms.BooleanField(label=_("Het eindverslag is er"), required=False)

    def as_opgave(self) -> Stopopgave:
        feiten = self.cleaned_data
        return Stopopgave(
            stopdatum=feiten["stopdatum"],
            reden=Stopreden(feiten["reden"]),
            gas_score=None if feiten["gas_score"] == GEEN_SCORE else int(feiten["gas_score"]),
            toelichting=feiten["toelichting"],
            has_eindverslag=feiten["has_eindverslag"],
        )


def _group_by_employer(
    uitvoerders: Iterable[Gebruiker], aanbieders: Iterable[Organisatie]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """People under the name of their zorgaanbieder, so that no script is needed to choose."""
    uitvoerders = list(uitvoerders)
    for aanbieder in aanbieders:
        mensen = [
            (str(een.pk), f"{een.naam} ({een.functie})" if een.functie else een.naam)
            for een in uitvoerders
            if een.organisatie_id == aanbieder.pk
        ]
        if mensen:
            yield aanbieder.naam, mensen
