"""What is filled in when help is granted: the questions that the chosen product asks, and no others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Persoon
from rondetafel.organisaties.aanbod import offer_products
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.looptijd import asks_einddatum
from rondetafel.regels.maatwerk import is_maatwerk
from rondetafel.regels.product import Grond, Keuze, Kwadrant, Product, Uitsluiting, Voorrang
from rondetafel.regels.uitsluitingen import uitsluitingen_of
from rondetafel.regels.voorwaarden import DOOR_TRIAGE
from rondetafel.toegang.models import Gebruiker
from rondetafel.zorg.gegevens import Akkoordopgave
from rondetafel.zorg.oordelen import suggest_einddatum

# Answers of which more than one may be given.
MEERVOUD = ("overwogen", "uitsluitingen")
# What only some products ask.
VRAGEN = frozenset(
    {
        *MEERVOUD,
        "aantal_per_week",
        "in_plaats_van_onderwijs",
        "rto_op",
        "grond",
        "has_diagnose",
        "has_observatie",
        "motivering",
    }
)


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
    aantal_per_week = forms.IntegerField(
        label=_("Hoeveel per week?"),
        required=False,
        min_value=1,
        max_value=99,
    )
    in_plaats_van_onderwijs = forms.BooleanField(label=_("Dit is in plaats van school"), required=False)
    rto_op = forms.DateField(
        label=_("Wanneer is het RTO?"),
        required=False,
        help_text=_("Spreek dit af met het gezin, de regisseur en de zorgaanbieder."),
    )
    uitsluitingen = forms.MultipleChoiceField(
        label=_("Gaat de vraag alleen hierover? Kruis aan wat klopt."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Klopt er niets van? Laat alles dan leeg."),
    )
    grond = forms.ChoiceField(
        label=_("Op welke grond?"), required=False, widget=forms.RadioSelect, choices=()
    )
    has_diagnose = forms.BooleanField(label=_("Er is een diagnose"), required=False)
    has_observatie = forms.BooleanField(label=_("Er is een verslag van de observatie"), required=False)
    overwogen = forms.MultipleChoiceField(
        label=_("Wat hebt u eerst bekeken?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    motivering = forms.CharField(
        label=_("Waarom is dat niet genoeg?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Het gezin leest mee."),
    )

    def __init__(
        self,
        *args: Any,
        jeugdigen: Iterable[Persoon],
        aanbieders: Iterable[Organisatie],
        uitvoerders: Iterable[Gebruiker],
        redenen_k3: Mapping[UUID, str],
        peildatum: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        jeugdigen, aanbieders, uitvoerders = list(jeugdigen), list(aanbieders), list(uitvoerders)
        if len(jeugdigen) == 1:
            self.initial.setdefault("jeugdige", str(jeugdigen[0].pk))
        van_kind = {str(pk): reden for pk, reden in redenen_k3.items()}
        self.motivatie_k3 = van_kind.get(str(self["jeugdige"].value()), "")
        self._werkgevers = {str(een.pk): str(een.organisatie_id) for een in uitvoerders}
        catalogus = catalogue_on(peildatum)
        producten = catalogus.producten
        gekozen = self["product"].value() or ""
        self._choose("jeugdige", [(str(een.pk), str(een)) for een in jeugdigen])
        offer_products(
            self.fields["product"],
            producten.values(),
            aanbod={code for een in aanbieders for code in een.producten},
            leeg=_("Kies een product"),
            gekozen=gekozen,
        )
        self._choose(
            "aanbieder", [("", _("Kies een zorgaanbieder")), *((str(een.pk), een.naam) for een in aanbieders)]
        )
        self._choose(
            "uitvoerder",
            [("", _("nog niet bekend")), *_group_by_employer(uitvoerders, aanbieders)],
        )
        self.gekozen = producten.get(gekozen)
        self._ask_what_it_needs(self.gekozen, catalogus.keuzes)

    def _ask_what_it_needs(self, product: Product | None, keuzes: Mapping[str, Keuze]) -> None:
        """Keep only the questions that this product asks; what the triage answered is not asked again."""
        asked = _questions_of(product, self.motivatie_k3, keuzes) if product else frozenset()
        for naam in VRAGEN - asked:
            del self.fields[naam]
        if product is None:
            return
        te_kiezen: dict[str, Sequence[Uitsluiting | Grond | Voorrang]] = {
            "uitsluitingen": uitsluitingen_of(product, keuzes),
            "grond": product.gronden,
            "overwogen": [een for een in product.voorrang if not _is_weighed(een.code, self.motivatie_k3)],
        }
        for naam in asked & te_kiezen.keys():
            self._choose(naam, [(een.code, een.naam) for een in te_kiezen[naam]])
        if "aantal_per_week" in asked and product.eenheid:
            self.fields["aantal_per_week"].label = _("Hoeveel %(wat)s per week?") % {
                "wat": product.eenheid.meervoud
            }
        if _only_without_alternative(product):
            self.fields["motivering"].label = _("Waarom is er geen andere oplossing?")
        for naam in _needed_for(product, keuzes) & self.fields.keys():
            # Shown as needed. When it is left out the rules say so, with all else and with their source.
            self.fields[naam].widget.attrs["required"] = True

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
        return self._bound("startdatum", "einddatum", "rto_op", "aantal_per_week", "in_plaats_van_onderwijs")

    @property
    def past_velden(self) -> list[BoundField]:
        return list(self._bound("uitsluitingen", "grond", "has_diagnose", "has_observatie"))

    @property
    def voorrang_velden(self) -> list[BoundField]:
        return list(self._bound("overwogen", "motivering"))

    def _bound(self, *namen: str) -> Iterator[BoundField]:
        return (self[naam] for naam in namen if naam in self.fields)

    def as_opgave(self) -> Akkoordopgave:
        feiten = self.cleaned_data
        eigen: dict[str, Any] = {
            naam: tuple(feiten[naam]) if naam in MEERVOUD else feiten[naam]
            for naam in VRAGEN & feiten.keys()
            if feiten[naam] not in EMPTY_VALUES
        }
        return Akkoordopgave(
            **eigen,
            jeugdige_id=UUID(feiten["jeugdige"]),
            product_code=feiten["product"],
            aanbieder_id=UUID(feiten["aanbieder"]),
            uitvoerder_id=UUID(feiten["uitvoerder"]) if feiten["uitvoerder"] else None,
            startdatum=feiten["startdatum"],
            einddatum=feiten["einddatum"],
        )


def _needed_for(product: Product, keuzes: Mapping[str, Keuze]) -> set[str]:
    """The questions that the rules of this product do not let pass unanswered."""
    needed = {"grond", "rto_op"}
    if asks_einddatum(product, keuzes):
        needed.add("einddatum")
    if product.maximum_per_week:
        needed.add("aantal_per_week")
    if _only_without_alternative(product):
        needed.add("motivering")
    return needed


def _questions_of(product: Product, motivatie_k3: str, keuzes: Mapping[str, Keuze]) -> frozenset[str]:
    """Which questions does the form show for this product? Only what its rules look at."""
    weegt = any(not _is_weighed(een.code, motivatie_k3) for een in product.voorrang)
    k3 = product.kwadrant is Kwadrant.K3 and not motivatie_k3
    gevraagd = {
        "aantal_per_week": product.eenheid is not None,
        "in_plaats_van_onderwijs": product.onderwijs_per_week is not None,
        "rto_op": is_maatwerk(product),
        "uitsluitingen": bool(uitsluitingen_of(product, keuzes)),
        "grond": bool(product.gronden),
        "has_diagnose": product.diagnose_nodig is not None and product.diagnose_nodig.waarde,
        "has_observatie": product.observatie_nodig is not None and product.observatie_nodig.waarde,
        "overwogen": weegt,
        "motivering": weegt or k3 or _only_without_alternative(product),
    }
    return frozenset(naam for naam, is_gevraagd in gevraagd.items() if is_gevraagd)


def _only_without_alternative(product: Product) -> bool:
    return product.zonder_alternatief is not None and product.zonder_alternatief.waarde


def _is_weighed(code: str, motivatie_k3: str) -> bool:
    return bool(motivatie_k3) and code in DOOR_TRIAGE


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
