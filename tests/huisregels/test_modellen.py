"""Every table says what is personal in it, why it is held and how long, and can be filled in a test."""

import pytest
from django.apps import apps
from django.db import models
from factory.django import DjangoModelFactory

from rondetafel.kern.verwerkingen import REGISTER
from rondetafel.platform.kaart.tabellen import BIBLIOTHEKEN, KLASSEN, own_models, register_of
from tests import factories

MODELS = [pytest.param(model, id=model._meta.label) for model in own_models()]


FACTORIES = [
    factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, DjangoModelFactory) and factory._meta.model
]


@pytest.mark.parametrize("model", MODELS)
def test_model_says_what_is_personal_why_it_is_held_and_how_long(model):
    assert model.__dict__.get("Privacy"), "class Privacy ontbreekt"
    for field in model._meta.concrete_fields:
        register = register_of(model, field)
        assert register.klasse in KLASSEN
        assert register.verwerking in REGISTER
        # What is about people has a ground and an end; what is not may stay for good.
        is_personal = register.klasse != "openbaar"
        assert not is_personal or (register.verwerking.grondslag and register.bewaren), field.name


@pytest.mark.parametrize("model", MODELS)
def test_special_categories_have_an_exception_in_law(model):
    lacking = [
        field.name
        for field in model._meta.concrete_fields
        for register in [register_of(model, field)]
        if register.klasse == "bijzondere persoonsgegevens" and not register.verwerking.uitzondering
    ]

    assert lacking == []


@pytest.mark.parametrize("model", MODELS)
def test_named_fields_are_fields(model):
    """A name with a slip of the pen would call another field personal, or a personal one open."""
    names = [field.name for field in model._meta.concrete_fields]
    privacy = model.Privacy
    named = [*privacy.open, *getattr(privacy, "anders", ()), *getattr(privacy, "elders", ())]

    assert [name for name in named if name not in names] == []


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
    assert all(bewaring.register.verwerking in REGISTER for bewaring in BIBLIOTHEKEN.values())
