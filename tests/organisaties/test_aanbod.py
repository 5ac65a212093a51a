"""A long list of products is read by kind, and holds only what somebody may deliver."""

from datetime import date

import pytest
from django import forms

from rondetafel.organisaties.aanbod import contracted_products, group_products, offer_products
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.zorg.forms import AkkoordForm
from tests.factories import OrganisatieFactory
from tests.rollen import as_eigenaar

PRODUCTEN = list(catalogue_on(date(2026, 1, 1)).producten.values())
AANBOD = {"mst", "begeleiding-individueel", "begeleiding-groep"}


class Formulier(forms.Form):
    product = forms.ChoiceField()


def test_by_kind_in_the_order_of_the_portfolio():
    assert [(str(naam), rijen) for naam, rijen in group_products(PRODUCTEN, AANBOD)] == [
        (
            "Begeleiding",
            [
                ("begeleiding-groep", "Begeleiding groep"),
                ("begeleiding-individueel", "Begeleiding individueel"),
            ],
        ),
        ("Specifieke hulp", [("mst", "MST")]),
    ]


def test_what_was_chosen_before_is_shown_too():
    form = Formulier()
    offer_products(form.fields["product"], PRODUCTEN, aanbod=AANBOD, leeg="Kies", gekozen="logeren")

    html = str(form["product"])

    assert html.index('label="Begeleiding"') < html.index('label="Logeren"') < html.index('value="mst"')
    assert 'value="kraamzorg"' not in html


def test_a_product_without_contract_is_left_to_the_rules():
    form = Formulier({"product": "kraamzorg"})
    offer_products(form.fields["product"], PRODUCTEN, aanbod=AANBOD, leeg="Kies")

    assert form.is_valid()


@pytest.mark.django_db
def test_contracts_of_every_zorgaanbieder_together():
    OrganisatieFactory(producten=["mst", "begeleiding-groep"])
    OrganisatieFactory(producten=["mst"])
    OrganisatieFactory(soort=OrganisatieSoort.SCHOOL, producten=[])

    with as_eigenaar():
        assert contracted_products() == {"mst", "begeleiding-groep"}


def test_the_form_of_an_akkoord_shows_what_its_zorgaanbieders_deliver():
    form = AkkoordForm(
        jeugdigen=[],
        aanbieders=[Organisatie(naam="De Linde", producten=["logeren"]), Organisatie(producten=["mst"])],
        uitvoerders=[],
        redenen_k3={},
        peildatum=date(2026, 1, 1),
    )

    groepen = [(str(naam), rijen) for naam, rijen in form.fields["product"].widget.choices][1:]

    assert groepen == [("Logeren", [("logeren", "Logeren")]), ("Specifieke hulp", [("mst", "MST")])]
