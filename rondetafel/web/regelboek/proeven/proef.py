"""What is a case to try? A form with facts, an example that is filled in, and the rule that judges it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.boek import all_producten

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Promise

Gegevens = Mapping[str, Any]
GEEN_DATUM = _("Dit is geen datum. Schrijf dag, maand en jaar, zoals 14-10-2026.")
# Beyond these a calendar of free days says nothing.
EERSTE_DAG, LAATSTE_DAG = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """One kind of case. `peilveld` is the field whose day decides which version of the catalogue judges.

    `voorbeeld` is a case as it would be typed; `mag` and `mag_niet` say what the outcome means.
    """

    code: str
    naam: "str | Promise"
    uitleg: "str | Promise"
    stap: Stap
    formulier: type[forms.Form]
    voorbeeld: Mapping[str, str] = field(hash=False)
    peilveld: str
    judge: Callable[[Gegevens, Catalogus], Oordeel]
    mag: "str | Promise" = _("Dit kan. Geen regel staat in de weg.")
    mag_niet: "str | Promise" = _("Dit kan nog niet")

    @property
    def voorbeeldvraag(self) -> str:
        """The example as it stands in an address."""
        return urlencode({"wat": self.code, "toon": "ja", **self.voorbeeld})


def day_field(
    label: "str | Promise", uitleg: "str | Promise" = "", *, required: bool = True
) -> forms.DateField:
    grenzen = [
        MinValueValidator(EERSTE_DAG, _("Kies een dag na het jaar 1999.")),
        MaxValueValidator(LAATSTE_DAG, _("Kies een dag voor het jaar 2101.")),
    ]
    return forms.DateField(
        label=label,
        help_text=uitleg,
        required=required,
        validators=grenzen,
        error_messages={"invalid": GEEN_DATUM},
    )


def product_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Soort hulp"), choices=lambda: [("", _("Kies een soort hulp")), *all_producten().items()]
    )


def tick_field(label: "str | Promise") -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def count_field(
    label: "str | Promise", uitleg: "str | Promise" = "", *, meest: int = 99, required: bool = True
) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=uitleg, min_value=0, max_value=meest, required=required)
