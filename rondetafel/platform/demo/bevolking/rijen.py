"""The tables and their columns, and a place to gather rows until they are copied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from rondetafel.gezinnen.models import (
    Betrokkene,
    Burgerservicenummer,
    Gezag,
    Gezin,
    Maatregel,
    Persoon,
    Regie,
)
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.instroom.models import Aanmelding, Triage, Wachtplek
from rondetafel.overleg.models import Deelname, Overleg, Plek
from rondetafel.platform.demo.bevolking.tabel import copy_rows, refresh_statistics
from rondetafel.toegang.models import Band
from rondetafel.zorg.models import AkkoordZorg, StopZorg

VAN_GEZIN = ("id", "gezin_id", "gemeente_id")

# In the order in which they refer to each other.
KOLOMMEN: Mapping[type[Model], tuple[str, ...]] = {
    Gezin: ("id", "nummer", "gemeente_id", "gebied_id"),
    Persoon: (*VAN_GEZIN, "voornaam", "achternaam", "geboortedatum", "geslacht", "rol", "taal"),
    Burgerservicenummer: (*VAN_GEZIN, "persoon_id", "versleuteld", "zoeksleutel"),
    Gezag: (*VAN_GEZIN, "kind_id", "volwassene_id", "soort", "van"),
    Betrokkene: (
        *VAN_GEZIN,
        "groep",
        "naam",
        "relatie",
        "organisatie",
        "persoon_id",
        "gebruiker_id",
        "van",
        "tot",
    ),
    Maatregel: (
        *VAN_GEZIN,
        "persoon_id",
        "soort",
        "instelling_id",
        "stoel_id",
        "van",
        "vastgelegd_op",
        "vastgelegd_door_id",
    ),
    Regie: (*VAN_GEZIN, "regisseur_id", "van", "tot"),
    Band: (*VAN_GEZIN, "gebruiker_id", "hoedanigheid", "grond", "grond_id", "van", "tot"),
    Aanmelding: (
        *VAN_GEZIN,
        "nummer",
        "verwijzer_id",
        "verwijzersoort",
        "jeugdige_id",
        "ontvangen_op",
        "stand",
        "doorgestuurd_op",
        "voornaam",
        "achternaam",
        "geboortedatum",
        "geslacht",
        "hulpvraag",
    ),
    Triage: (
        *VAN_GEZIN,
        "aanmelding_id",
        "besloten_op",
        "besloten_door_id",
        "classificatie",
        "kwadranten",
        "product_code",
    ),
    Wachtplek: (*VAN_GEZIN, "jeugdige_id", "kwadrant", "van", "tot"),
    AkkoordZorg: (
        *VAN_GEZIN,
        "jeugdige_id",
        "product_code",
        "kwadrant",
        "aanbieder_id",
        "startdatum",
        "einddatum",
        "gegeven_op",
        "gegeven_door_id",
    ),
    StopZorg: (
        *VAN_GEZIN,
        "akkoord_id",
        "jeugdige_id",
        "gestopt_op",
        "gestopt_door_id",
        "was_tot",
        "reden",
        "gas_score",
        "overgedragen_aan",
        "toelichting",
    ),
    Gezinsplan: (*VAN_GEZIN, "formatversie_id", "gestart_op", "vastgesteld_op", "uitgave"),
    Doel: (
        *VAN_GEZIN,
        "plan_id",
        "matrixdoel_id",
        "voor_id",
        "eigenaar_id",
        "specifiek",
        "meetbaar",
        "acceptabel",
        "realistisch",
        "gestart_op",
        "behaald_voor",
    ),
    Actie: (*VAN_GEZIN, "doel_id", "sleutel", "volgnummer", "tekst", "wie_id", "vanaf", "klaar_op"),
    Overleg: (
        *VAN_GEZIN,
        "soort",
        "gepland_op",
        "gehouden_op",
        "is_totaal_besproken",
        "concrete_doelen",
        "verslag",
    ),
    Plek: (*VAN_GEZIN, "overleg_id", "tekst"),
    Deelname: (*VAN_GEZIN, "overleg_id", "betrokkene_id", "was_aanwezig"),
}


@dataclass(frozen=True, slots=True)
class Rijen:
    """Rows per table, gathered first; keys are drawn by lot as well, so that a seed gives the same keys."""

    lot: Random
    tabellen: dict[type[Model], list[tuple[Any, ...]]] = field(
        default_factory=lambda: {model: [] for model in KOLOMMEN}
    )

    def add(self, model: type[Model], *waarden: Any) -> UUID:
        """Add a row with a new key and the other columns in the order of KOLOMMEN; returns the key."""
        pk = UUID(int=self.lot.getrandbits(128), version=4)
        self.tabellen[model].append((pk, *waarden))
        return pk

    def write(self) -> int:
        """Copy everything into the database; returns how many rows."""
        for model, kolommen in KOLOMMEN.items():
            copy_rows(model, kolommen, self.tabellen[model])
        refresh_statistics(KOLOMMEN)
        return sum(map(len, self.tabellen.values()))
