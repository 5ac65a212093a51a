"""Every table says what is personal in it and how long it is kept, and every table can be filled in a test."""

import pytest
from django.apps import apps
from django.db import models
from factory.django import DjangoModelFactory

from rondetafel.platform.kaart.tabellen import BIBLIOTHEKEN, KLASSEN, own_models
from tests import factories

MODELS = [pytest.param(model, id=model._meta.label) for model in own_models()]


FACTORIES = [
    factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, DjangoModelFactory) and factory._meta.model
]


@pytest.mark.parametrize("model", MODELS)
def test_model_says_what_is_personal_and_how_long_it_is_kept(model):
    privacy = model.__dict__.get("Privacy")

    assert privacy, "class Privacy ontbreekt"
    assert privacy.klasse in KLASSEN
    assert privacy.bewaren.strip()


@pytest.mark.parametrize("model", MODELS)
def test_open_fields_are_fields(model):
    """A name with a slip of the pen would call another field personal, or a personal one open."""
    names = [field.name for field in model._meta.concrete_fields]

    assert [name for name in model.Privacy.open if name not in names] == []


@pytest.mark.parametrize("model", MODELS)
def test_model_has_a_factory(model):
    assert model in {factory._meta.model for factory in FACTORIES}


@pytest.mark.django_db
@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_factory_makes_a_row_that_the_database_accepts(factory):
    assert factory().pk


@pytest.mark.parametrize("model", MODELS)
def test_what_others_rest_on_cannot_be_deleted(model):
    along = [
        field.name
        for field in model._meta.concrete_fields
        if field.remote_field and field.remote_field.on_delete is not models.PROTECT
    ]

    assert along == []


@pytest.mark.parametrize("model", MODELS)
def test_model_has_a_name_for_people(model):
    assert {"verbose_name", "verbose_name_plural"} <= model._meta.original_attrs.keys()


def test_every_table_of_a_library_has_its_class_too():
    tables = {model._meta.db_table for model in apps.get_models()}
    own = {model._meta.db_table for model in own_models()}

    assert tables - own == set(BIBLIOTHEKEN)
