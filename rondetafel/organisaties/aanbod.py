"""Which products can be chosen? By kind, and only those that some zorgaanbieder has a contract for."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.product import Product, Soort
from rondetafel.web.regelboek.inhoud import SOORTNAMEN

Groepen = list[tuple[Any, list[tuple[str, str]]]]


def contracted_products() -> frozenset[str]:
    """Return the codes of every product that a zorgaanbieder has a contract for."""
    contracten = Organisatie.objects.filter(soort=OrganisatieSoort.AANBIEDER).values_list(
        "producten", flat=True
    )
    return frozenset(code for codes in contracten for code in codes)


def group_products(producten: Iterable[Product], aanbod: Collection[str]) -> Groepen:
    """Return what is on offer as groups of code and name, in the order of the portfolio."""
    keuzes = [product for product in producten if product.code in aanbod]
    groepen = [
        (SOORTNAMEN[soort], [(een.code, een.naam) for een in keuzes if een.soort is soort]) for soort in Soort
    ]
    return [(naam, rijen) for naam, rijen in groepen if rijen]


def offer_products(
    veld: forms.Field, producten: Iterable[Product], *, aanbod: Collection[str], leeg: Any, gekozen: str = ""
) -> None:
    """Let a field show what is on offer, and what was chosen before.

    A product without a contract is a matter for the rules: the field takes it, and the refusal says why.
    """
    producten = list(producten)
    assert isinstance(veld, forms.ChoiceField)
    veld.choices = [("", leeg), *((een.code, een.naam) for een in producten)]
    veld.widget.choices = [("", leeg), *group_products(producten, {*aanbod, gekozen})]
