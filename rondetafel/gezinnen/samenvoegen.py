"""Two records side by side: what differs, what would move, and whether they may be one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import (
    WISSELBAAR,
    Afscherming,
    Betrokkene,
    Burgerservicenummer,
    Gezag,
    Persoon,
    Relatie,
    Samenvoeging,
)
from rondetafel.regels.datum import format_datum
from rondetafel.regels.dubbel import EEN_KEER
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.samenvoegen import Samenvoegfeiten, assess_samenvoegen
from rondetafel.toegang.mag import Wie

# What is chosen together: a birth is known in one way.
GEBOREN = ("geboortedatum", "geboortejaar", "geboortemaand", "verwacht_op")
KEUZES: dict[str, tuple[str, ...]] = {
    "voornaam": ("voornaam",),
    "achternaam": ("tussenvoegsel", "achternaam"),
    "geboren": GEBOREN,
    "overleden_op": ("overleden_op",),
    "geslacht": ("geslacht",),
    "rol": ("rol",),
    "taal": ("taal",),
    "tolk": ("tolk",),
}
# Says that nobody knows, as much as an empty field does.
ONBEKEND = (None, "", "O")
# May stand at both: the one that stays says it already, and of the other it stays to be read.
MAG_TWEE_KEER = frozenset(
    {
        "gezinnen_adres",
        "gezinnen_betrokkene",
        "gezinnen_contact",
        "gezinnen_gezag",
        "gezinnen_netwerkplek",
        "gezinnen_relatie",
        "gezinsplan_keuze",
        "overleg_deelname",
        "toegang_band",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One thing that both records say differently, in words."""

    keuze: str
    naam: str
    blijft: str
    weg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """What somebody else changed while both records were on the screen, in words."""

    naam: str
    toen: str
    nu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Samengevoegd:
    """That somebody stood here twice, until the day `op`."""

    pk: UUID
    blijft: Persoon
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhuizer:
    """How many rows of one kind would move, of those that the reader may see."""

    wat: str
    aantal: int


def taken_from(blijft: Persoon, weg: Persoon, gekozen: Iterable[str]) -> list[str]:
    """Which columns the record that stays takes over: what was chosen, and what only the other knows."""
    keuzes = set(gekozen) | {naam for naam in KEUZES if _is_empty(blijft, naam) and not _is_empty(weg, naam)}
    velden = {veld for naam in keuzes & KEUZES.keys() for veld in KEUZES[naam]}
    return [veld for veld in WISSELBAAR if veld in velden and getattr(blijft, veld) != getattr(weg, veld)]


def differences(blijft: Persoon, weg: Persoon) -> list[Verschil]:
    """What has to be chosen: both say something, and not the same."""
    return [
        Verschil(keuze=naam, naam=_label(naam), blijft=_word(blijft, naam), weg=_word(weg, naam))
        for naam in KEUZES
        if not _is_empty(blijft, naam)
        and not _is_empty(weg, naam)
        and _value(blijft, naam) != _value(weg, naam)
    ]


def side_by_side(blijft: Persoon, weg: Persoon) -> list[Verschil]:
    """Everything that either record says, also when both say the same."""
    return [
        Verschil(keuze=naam, naam=_label(naam), blijft=_word(blijft, naam), weg=_word(weg, naam))
        for naam in KEUZES
        if not (_is_empty(blijft, naam) and _is_empty(weg, naam))
    ]


def words_of(blijft: Persoon, weg: Persoon) -> dict[str, str]:
    """Everything that was shown of both records, to see later what changed."""
    beide = {"blijft": blijft, "weg": weg}
    return {f"{naam}.{kant}": _word(een, naam) for naam in KEUZES for kant, een in beide.items()}


def changed_since(gezien: Mapping[str, str], nu: Mapping[str, str]) -> list[Verandering]:
    """What stands there otherwise than it was shown."""
    return [
        Verandering(naam=_label(sleutel.split(".")[0]), toen=gezien[sleutel], nu=woord)
        for sleutel, woord in nu.items()
        if sleutel in gezien and gezien[sleutel] != woord
    ]


def judge_samenvoegen(blijft: Persoon, weg: Persoon, wie: Wie, peildatum: date) -> Oordeel:
    """May these two be one? One query."""
    samen = Q(persoon=blijft, met=weg) | Q(persoon=weg, met=blijft)
    gezag = Q(kind=blijft, volwassene=weg) | Q(kind=weg, volwassene=blijft)
    tussen = Q(beschermd=blijft, voor_persoon=weg) | Q(beschermd=weg, voor_persoon=blijft)
    accounts = Betrokkene.objects.filter(gebruiker__isnull=False)
    vragen: dict[str, Any] = {
        "weg_bsn": Burgerservicenummer.objects.filter(persoon=weg),
        "blijft_bsn": Burgerservicenummer.objects.filter(persoon=blijft),
        "weg_account": accounts.filter(persoon=weg),
        "blijft_account": accounts.filter(persoon=blijft),
        "verwant": Relatie.objects.filter(samen).exclude(einde="fout"),
        "met_gezag": Gezag.objects.filter(gezag),
        "scherm": Afscherming.objects.visible_to(wie, peildatum).filter(tussen),
    }
    is_zo = Persoon.objects.annotate(**{naam: Exists(rijen) for naam, rijen in vragen.items()})
    feiten: dict[str, Any] = is_zo.values(*vragen).get(pk=weg.pk)
    return assess_samenvoegen(
        Samenvoegfeiten(
            blijft=str(blijft),
            weg=str(weg),
            beide_bsn=feiten["weg_bsn"] and feiten["blijft_bsn"],
            beide_account=feiten["weg_account"] and feiten["blijft_account"],
            weg_account=feiten["weg_account"],
            is_familie=feiten["verwant"] or feiten["met_gezag"],
            is_afgeschermd=feiten["scherm"],
        )
    )


def judge_clash(samenvoeging: Samenvoeging) -> Oordeel:
    """May what stood at both, and was found while it was being moved, stand there twice?"""
    tabellen = {plek["tabel"] for plek in samenvoeging.bleef} - MAG_TWEE_KEER
    wat = ", ".join(sorted(_words_of(tabellen)))
    tekst = _("Bij beide staan %(wat)s in dezelfde tijd. Dat kan maar één keer.") % {"wat": wat}
    uitweg = _("Stop of verbeter dat eerst bij een van de twee.")
    return combine(Reden(tekst=tekst, bron=EEN_KEER, uitweg=uitweg) if tabellen else None)


def moved_by(samenvoeging: Samenvoeging) -> list[Verhuizer]:
    """What was moved, by kind."""
    aantallen: dict[str, int] = {}
    for plek in samenvoeging.verplaatst:
        aantallen[plek["tabel"]] = aantallen.get(plek["tabel"], 0) + len(plek["rijen"])
    woorden = _word_by_table()
    return sorted(
        (Verhuizer(wat=woorden[tabel], aantal=n) for tabel, n in aantallen.items() if tabel in woorden),
        key=lambda een: een.wat,
    )


def references_to(persoon: Persoon) -> list[Verhuizer]:
    """What refers to a person, by kind, of what this reader may see; one query."""
    velden = _references()
    tellingen: dict[str, Any] = {
        f"n{nummer}": Subquery(
            veld.model._default_manager.filter(**{veld.name: OuterRef("pk")})
            .order_by()
            .annotate(_een=models.Value(1))
            .values("_een")
            .annotate(n=Count("pk"))
            .values("n")
        )
        for nummer, veld in enumerate(velden)
    }
    rijen = Persoon.objects.filter(pk=persoon.pk).annotate(**tellingen)
    rij: dict[str, Any] = rijen.values(*tellingen).get()
    aantallen: dict[str, int] = {}
    for nummer, veld in enumerate(velden):
        naam = str(veld.model._meta.verbose_name_plural)
        aantallen[naam] = aantallen.get(naam, 0) + (rij[f"n{nummer}"] or 0)
    return [Verhuizer(wat=naam, aantal=n) for naam, n in sorted(aantallen.items()) if n]


def merged_within(wie: Wie, peildatum: date) -> ArraySubquery:
    """What became one with each person and is so still, asked in the query of the persons."""
    rijen = Samenvoeging.objects.visible_to(wie, peildatum).standing().filter(blijft=OuterRef("pk"))
    return ArraySubquery(rijen.order_by("created_at").values(rij=JSONObject(pk="pk", op="samengevoegd_op")))


def merged_into(personen: Iterable[Any]) -> list[Samengevoegd]:
    """The records of a family that became one, of persons who were asked for with `merged_within`."""
    return [
        Samengevoegd(pk=UUID(rij["pk"]), blijft=persoon, op=date.fromisoformat(rij["op"]))
        for persoon in personen
        for rij in persoon.samengevoegd
    ]


def _references() -> list[models.ForeignKey[Any, Any]]:
    """Every key to a person that is moved and that every reader who keeps a family may count."""
    return [
        cast("models.ForeignKey[Any, Any]", veld)
        for model in apps.get_models()
        for veld in model._meta.fields
        if veld.related_model is Persoon and model not in (Samenvoeging, Afscherming, Persoon)
    ]


def _is_empty(persoon: Persoon, keuze: str) -> bool:
    return all(getattr(persoon, veld) in ONBEKEND for veld in KEUZES[keuze])


def _value(persoon: Persoon, keuze: str) -> tuple[Any, ...]:
    return tuple(getattr(persoon, veld) for veld in KEUZES[keuze])


def _word(persoon: Persoon, keuze: str) -> str:
    """One value as people read it."""
    if keuze == "geboren":
        verwacht = persoon.verwacht_op
        return str(persoon.geboren) if verwacht is None else _("verwacht op %s") % format_datum(verwacht)
    if keuze == "overleden_op":
        return format_datum(persoon.overleden_op) if persoon.overleden_op else ""
    toon = getattr(persoon, f"get_{keuze}_display", None)
    return str(toon()) if toon else " ".join(filter(None, map(str, _value(persoon, keuze))))


def _label(keuze: str) -> str:
    return {
        "voornaam": _("Voornaam"),
        "achternaam": _("Achternaam"),
        "geboren": _("Geboren"),
        "overleden_op": _("Overleden op"),
        "geslacht": _("Geslacht"),
        "rol": _("Wie in het gezin"),
        "taal": _("Taal"),
        "tolk": _("Tolk"),
    }[keuze]


def _words_of(tabellen: Iterable[str]) -> list[str]:
    woorden = _word_by_table()
    return [woorden.get(tabel, _("iets dat maar één keer kan")) for tabel in tabellen]


def _word_by_table() -> dict[str, str]:
    return {model._meta.db_table: str(model._meta.verbose_name_plural) for model in apps.get_models()}
