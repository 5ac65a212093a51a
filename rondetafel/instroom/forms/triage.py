from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rondetafel.instroom.forms.aanmelding import JA_NEE
from rondetafel.instroom.gegevens import Triageopgave
from rondetafel.instroom.models import Kwadrant as Kwadrantkeuze
from rondetafel.instroom.models import Zorgclassificatie
from rondetafel.organisaties.aanbod import contracted_products, offer_products
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse, Klassevoorstel, Triagefeiten, suggest_klasse
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol


class FeitenForm(forms.Form):
    """What the kernteam counts and knows; enough for a suggestion."""

    hulpvragen = forms.IntegerField(label=_("Hoeveel hulpvragen zijn er?"), min_value=1, max_value=50)
    leefgebieden = forms.IntegerField(
        label=_("Op hoeveel leefgebieden?"),
        min_value=1,
        max_value=12,
        help_text=_("Bijvoorbeeld school, thuis, geld, gezondheid."),
    )
    gezinsleden = forms.IntegerField(
        label=_("Hoeveel gezinsleden hebben een hulpvraag?"), min_value=1, max_value=20
    )
    langdurig = forms.ChoiceField(label=_("Duurt het al lang?"), widget=forms.RadioSelect, choices=JA_NEE)
    veiligheid = forms.ChoiceField(
        label=_("Is de veiligheid in geding?"),
        widget=forms.RadioSelect,
        choices=JA_NEE,
        help_text=_("Kies ja als er een maatregel van de rechter is."),
    )

    def as_feiten(self) -> Triagefeiten:
        feiten = self.cleaned_data
        return Triagefeiten(
            hulpvragen=feiten["hulpvragen"],
            leefgebieden=feiten["leefgebieden"],
            gezinsleden_met_hulpvraag=feiten["gezinsleden"],
            langdurig=feiten["langdurig"] == "ja",
            veiligheid_in_geding=feiten["veiligheid"] == "ja",
        )


class Regisseurveld(forms.ModelChoiceField):
    """Regisseurs by name, with the area they work in when it is known."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam} ({obj.functie})" if obj.functie else str(obj.naam)


class BesluitForm(forms.Form):
    """What the kernteam chooses. Whether it is explained well enough is for the rules to say."""

    klasse = forms.ChoiceField(
        label=_("Hoe zwaar is de vraag?"),
        widget=forms.RadioSelect,
        choices=Zorgclassificatie.choices,
    )
    afwijking = forms.CharField(
        label=_("Kiest u iets anders dan het voorstel? Waarom?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kwadranten = forms.MultipleChoiceField(
        label=_("Waar kan het gezin geholpen worden?"),
        widget=forms.CheckboxSelectMultiple,
        choices=Kwadrantkeuze.choices,
        help_text=_("U mag er meer kiezen. Licht waar het kan: eerst K1 en K2."),
    )
    motivering = forms.CharField(
        label=_("Bij K3: waarom is hulp in K1 en K2 niet genoeg?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    product_code = forms.ChoiceField(
        label=_("Bij K3: welk product past?"),
        required=False,
        help_text=_("Dit is nog geen akkoord zorg. Dat volgt als de doelen er zijn."),
    )
    regisseur = Regisseurveld(
        label=_("Wie wordt regisseur van dit gezin?"),
        queryset=Gebruiker.objects.professionals(Rol.REGISSEUR),
        empty_label=_("Kies een regisseur"),
    )

    def __init__(self, *args: Any, peildatum: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        producten = catalogue_on(peildatum).producten.values()
        offer_products(
            self.fields["product_code"],
            [een for een in producten if een.kwadrant is Kwadrant.K3],
            aanbod=contracted_products(),
            leeg=_("Kies een product"),
            gekozen=self["product_code"].value() or "",
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("product_code") and Kwadrant.K3 not in schoon.get("kwadranten", []):
            self.add_error("product_code", _("Een product hoort bij K3. Kies ook K3, of maak dit veld leeg."))
        return schoon

    @property
    def klassevelden(self) -> Iterator[BoundField]:
        return (self[naam] for naam in ("klasse", "afwijking"))

    @property
    def hulpvelden(self) -> Iterator[BoundField]:
        return (self[naam] for naam in ("kwadranten", "motivering", "product_code"))


class Triageformulier:
    """The page as a whole: what is known, and what is decided.

    Whoever asks for the suggestion decides nothing yet: what was typed of the decision stays, unjudged.
    """

    def __init__(self, data: QueryDict | None = None, *, peildatum: date) -> None:
        self.is_voorstel = data is not None and data.get("stap") == "voorstel"
        self.feiten = FeitenForm(data)
        if data is not None and self.is_voorstel:
            getypt: dict[str, Any] = {naam: data.get(naam) for naam in BesluitForm.base_fields}
            getypt["kwadranten"] = data.getlist("kwadranten")
            self.besluit = BesluitForm(initial=getypt, peildatum=peildatum)
        else:
            self.besluit = BesluitForm(data, peildatum=peildatum)

    def is_valid(self) -> bool:
        """Is there a decision, and is it well formed?"""
        return not self.is_voorstel and all([self.feiten.is_valid(), self.besluit.is_valid()])

    @property
    def voorstel(self) -> Klassevoorstel | None:
        """The suggestion, as soon as the facts are there."""
        return suggest_klasse(self.feiten.as_feiten()) if self.feiten.is_valid() else None

    def as_opgave(self) -> Triageopgave:
        keuze = self.besluit.cleaned_data
        return Triageopgave(
            feiten=self.feiten.as_feiten(),
            klasse=Klasse(keuze["klasse"]),
            afwijking=keuze["afwijking"],
            kwadranten=frozenset(Kwadrant(een) for een in keuze["kwadranten"]),
            product_code=keuze["product_code"],
            motivering=keuze["motivering"],
            regisseur_id=keuze["regisseur"].pk,
        )
