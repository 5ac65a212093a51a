"""Which data do we keep, how personal is each field, and for how long?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from rondetafel.kern import verwerkingen
from rondetafel.kern.verwerkingen import Verwerking
from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.regels import bewaren
from rondetafel.regels.bewaren import Bewaartermijn

INLEIDING = """Elke tabel met haar velden: hoe persoonlijk elk veld is, voor welke verwerking het er staat en hoe
lang het bewaard blijft. Doel en grondslag van elke verwerking staan in het
[register van verwerkingen](../avg/verwerkingsregister.md)."""

OPENBAAR = "geen persoonsgegevens"
BLIJVEND = "blijvend"
# The classes that `class Privacy` of a model may name, with what they ask of us.
KLASSEN = {
    "openbaar": "Gaat niet over personen.",
    "persoonsgegevens": "Gaat over een persoon die bekend is.",
    "adres": "Woon- of verblijfplaats; kan geheim zijn en staat daarom achter een eigen hek.",
    "bijzondere persoonsgegevens": "Zegt iets over gezondheid of hulp (artikel 9 AVG).",
    "identificatienummer": "BSN: versleuteld, apart van de persoon (artikel 46 UAVG).",
    "inloggegevens": "Geheimen om mee in te loggen; niemand leest ze, ook een beheerder niet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldregister:
    """What the register says of one field, or of a whole table of a library."""

    klasse: str
    verwerking: Verwerking
    bewaren: Bewaartermijn | None


class Bewaring(NamedTuple):
    """What a table of a library holds for us."""

    waarvoor: str
    register: Veldregister


def _held(klasse: str, verwerking: Verwerking, bewaren: Bewaartermijn | None = None) -> Veldregister:
    return Veldregister(klasse=klasse, verwerking=verwerking, bewaren=bewaren or verwerking.bewaren)


_NIET_PERSOONLIJK = _held("openbaar", verwerkingen.INRICHTING)
_ACCOUNT = _held("inloggegevens", verwerkingen.ACCOUNTS)
_SESSIE = _held("inloggegevens", verwerkingen.ACCOUNTS, bewaren.SESSIE)
_WACHTRIJ = _held("openbaar", verwerkingen.INRICHTING, bewaren.WACHTRIJ)
# Tables that libraries bring along; their code cannot carry a class Privacy.
BIBLIOTHEKEN = {
    "account_emailaddress": Bewaring(
        "mailadres van een account", _held("persoonsgegevens", verwerkingen.ACCOUNTS)
    ),
    "account_emailconfirmation": Bewaring("bevestiging van een mailadres", _ACCOUNT),
    "auth_group": Bewaring("niet in gebruik", _NIET_PERSOONLIJK),
    "auth_permission": Bewaring("niet in gebruik", _NIET_PERSOONLIJK),
    "django_content_type": Bewaring("lijst van tabellen", _NIET_PERSOONLIJK),
    "django_session": Bewaring("niet in gebruik; zie toegang_sessie", _SESSIE),
    "mfa_authenticator": Bewaring("tweede stap bij het inloggen", _ACCOUNT),
    "procrastinate_events": Bewaring("wat er met een taak gebeurde", _WACHTRIJ),
    "procrastinate_jobs": Bewaring("taken die wachten; alleen sleutels", _WACHTRIJ),
    "procrastinate_periodic_defers": Bewaring("taken op de klok", _WACHTRIJ),
    "procrastinate_workers": Bewaring("welke wachtrij draait", _WACHTRIJ),
    "socialaccount_socialaccount": Bewaring("welke inlogdienst bij welk account hoort, als hash", _ACCOUNT),
    "socialaccount_socialapp": Bewaring("niet in gebruik", _NIET_PERSOONLIJK),
    "socialaccount_socialtoken": Bewaring("niet in gebruik", _ACCOUNT),
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
    "GenericIPAddressField": "netwerkadres",
    "IntegerField": "getal",
    "JSONField": "gegevens",
    "PositiveBigIntegerField": "getal",
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


def register_of(model: type[models.Model], veld: "models.Field[Any, Any]") -> Veldregister:
    """Return what the register says of one field; an open field carries nothing about people.

    In its class Privacy a model names one klasse and one verwerking. `anders` names the fields of
    another klasse, `elders` those of another verwerking, and `bewaren` another term for all.
    """
    privacy = privacy_of(model)
    anders = getattr(privacy, "anders", {})
    verwerking = getattr(privacy, "elders", {}).get(veld.name, privacy.verwerking)
    return Veldregister(
        klasse="openbaar" if veld.name in privacy.open else anders.get(veld.name, privacy.klasse),
        verwerking=verwerking,
        bewaren=getattr(privacy, "bewaren", verwerking.bewaren),
    )


def kept(termijn: Bewaartermijn | None) -> str:
    """The term in words; None is for good."""
    return str(termijn) if termijn else BLIJVEND


def render() -> str:
    """The classes, then every table of ours, then those of libraries."""
    return pile(
        section("Klassen", table(["klasse", "betekent"], KLASSEN.items())),
        *(_table(model) for model in own_models()),
        section(
            "Tabellen van bibliotheken",
            table(
                ["tabel", "waarvoor", "klasse", "verwerking", "bewaren"],
                (
                    [f"`{naam}`", waarvoor, een.klasse, een.verwerking.naam, kept(een.bewaren)]
                    for naam, (waarvoor, een) in sorted(BIBLIOTHEKEN.items())
                ),
            ),
        ),
    )


def _table(model: type[models.Model]) -> str:
    kop = f"{str(model._meta.verbose_name).capitalize()} (`{model._meta.db_table}`)"
    return section(
        kop, table(["veld", "soort", "verplicht", "klasse", "verwerking", "bewaren"], _fields(model))
    )


def _fields(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    for veld in model._meta.concrete_fields:
        is_nodig = not (veld.null or veld.blank or veld.has_default())
        een = register_of(model, veld)
        yield (
            f"`{veld.name}`",
            _kind(veld),
            "ja" if is_nodig else "",
            OPENBAAR if een.klasse == "openbaar" else een.klasse,
            een.verwerking.naam,
            kept(een.bewaren),
        )


def _kind(veld: "models.Field[Any, Any]") -> str:
    if veld.related_model:
        return f"verwijzing naar {veld.related_model._meta.verbose_name}"
    return SOORTEN[veld.get_internal_type()]
