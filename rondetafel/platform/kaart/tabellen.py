"""Which data do we keep, how personal is each field, and for how long?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from rondetafel.platform.kaart.opmaak import pile, section, table

INLEIDING = """Elke tabel met haar velden, hoe persoonlijk elk veld is en hoe lang het bewaard blijft. Dit is de
grondslag voor het register van verwerkingen (artikel 30 AVG)."""

OPENBAAR = "geen persoonsgegevens"
# The classes that `class Privacy` of a model may name, with what they ask of us.
KLASSEN = {
    "openbaar": "Gaat niet over personen.",
    "persoonsgegevens": "Gaat over een persoon die bekend is.",
    "adres": "Woon- of verblijfplaats; kan geheim zijn en staat daarom achter een eigen hek.",
    "bijzondere persoonsgegevens": "Zegt iets over gezondheid of hulp (artikel 9 AVG).",
    "identificatienummer": "BSN: versleuteld, apart van de persoon (artikel 46 UAVG).",
    "inloggegevens": "Geheimen om mee in te loggen; niemand leest ze, ook een beheerder niet.",
}


class Bewaring(NamedTuple):
    """What a table of a library holds for us."""

    waarvoor: str
    klasse: str
    bewaren: str


ACCOUNT = "zolang het account bestaat, daarna 1 jaar"
BLIJVEND = "blijvend"
WACHTRIJ = "tot de taak klaar en opgeruimd is"
# Tables that libraries bring along; their code cannot carry a class Privacy.
BIBLIOTHEKEN = {
    "account_emailaddress": Bewaring("mailadres van een account", "persoonsgegevens", ACCOUNT),
    "account_emailconfirmation": Bewaring("bevestiging van een mailadres", "inloggegevens", ACCOUNT),
    "auth_group": Bewaring("niet in gebruik", "openbaar", BLIJVEND),
    "auth_permission": Bewaring("niet in gebruik", "openbaar", BLIJVEND),
    "django_content_type": Bewaring("lijst van tabellen", "openbaar", BLIJVEND),
    "django_session": Bewaring("wie er is ingelogd", "inloggegevens", "geldig tot 8 uur na het inloggen"),
    "mfa_authenticator": Bewaring("tweede stap bij het inloggen", "inloggegevens", ACCOUNT),
    "procrastinate_events": Bewaring("wat er met een taak gebeurde", "openbaar", WACHTRIJ),
    "procrastinate_jobs": Bewaring("taken die wachten; alleen sleutels", "openbaar", WACHTRIJ),
    "procrastinate_periodic_defers": Bewaring("taken op de klok", "openbaar", WACHTRIJ),
    "procrastinate_workers": Bewaring("welke wachtrij draait", "openbaar", WACHTRIJ),
}
SOORTEN = {
    "ArrayField": "lijst",
    "BinaryField": "versleutelde waarde",
    "BooleanField": "ja of nee",
    "CharField": "tekst",
    "DateField": "datum",
    "DateTimeField": "moment",
    "DecimalField": "getal",
    "EmailField": "mailadres",
    "FloatField": "getal",
    "IntegerField": "getal",
    "JSONField": "gegevens",
    "PositiveIntegerField": "getal",
    "PositiveSmallIntegerField": "getal",
    "SmallIntegerField": "getal",
    "TextField": "lange tekst",
    "TimeField": "tijd",
    "UUIDField": "sleutel",
}


def own_models() -> list[type[models.Model]]:
    """Our own tables, in the order of the rooms."""
    return [model for model in apps.get_models() if model.__module__.startswith("rondetafel.")]


def privacy_of(model: type[models.Model]) -> Any:
    """What a model says of itself in its class Privacy."""
    return model.Privacy  # type: ignore[attr-defined]


def render() -> str:
    """The classes, then every table of ours, then those of libraries."""
    return pile(
        section("Klassen", table(["klasse", "betekent"], KLASSEN.items())),
        *(_table(model) for model in own_models()),
        section(
            "Tabellen van bibliotheken",
            table(
                ["tabel", "waarvoor", "klasse", "bewaren"],
                ([f"`{naam}`", *bewaring] for naam, bewaring in sorted(BIBLIOTHEKEN.items())),
            ),
        ),
    )


def _table(model: type[models.Model]) -> str:
    kop = f"{str(model._meta.verbose_name).capitalize()} (`{model._meta.db_table}`)"
    return section(kop, table(["veld", "soort", "verplicht", "klasse", "bewaren"], _fields(model)))


def _fields(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    privacy = privacy_of(model)
    for veld in model._meta.concrete_fields:
        is_nodig = not (veld.null or veld.blank or veld.has_default())
        yield (
            f"`{veld.name}`",
            _kind(veld),
            "ja" if is_nodig else "",
            OPENBAAR if veld.name in privacy.open else privacy.klasse,
            privacy.bewaren,
        )


def _kind(veld: "models.Field[Any, Any]") -> str:
    if veld.related_model:
        return f"verwijzing naar {veld.related_model._meta.verbose_name}"
    return SOORTEN[veld.get_internal_type()]
