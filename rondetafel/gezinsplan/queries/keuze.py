"""What was ticked in the doelenmatrix, and what of that is not worked out yet? One query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import Betrokkene, Persoon
from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.models import Doel, Gezinsplan, Keuze, Matrixdoel, Resultaatgebied
from rondetafel.gezinsplan.queries.doelen import find_doelen
from rondetafel.kern.vast import fixed
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """One tick box: for whom. `doel` is there once it was worked out: then it is no box any more but a link."""

    kruis: Kruis
    woord: str
    staat_aan: bool
    doel: Doel | None

    @property
    def waarde(self) -> str:
        return str(self.kruis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrixregel:
    """One goal of the doelenmatrix with its boxes."""

    matrixdoel: Matrixdoel
    vakken: tuple[Vak, ...]

    @property
    def is_gekozen(self) -> bool:
        return any(vak.staat_aan or vak.doel for vak in self.vakken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrixgebied:
    """One area of the doelenmatrix; `aantal` is how many of its goals are chosen."""

    gebied: Resultaatgebied
    regels: tuple[Matrixregel, ...]

    @property
    def aantal(self) -> int:
        return sum(regel.is_gekozen for regel in self.regels)


def read_keuzes(wie: Wie, gezin_id: UUID, peildatum: date) -> list[Keuze]:
    """Everything that is ticked in the matrix of a family now, by letter; one query."""
    return _read_keuzes(gezin_id, scope_of(wie, Onderdeel.PLAN, peildatum))


@fixed
def _read_keuzes(gezin_id: UUID, bereik: Reikwijdte) -> QuerySet[Keuze]:
    keuzes = Keuze.objects.filter(bereik.rows(sleutel="sleutel"), gezin_id=gezin_id, tot__isnull=True)
    return keuzes.select_related("matrixdoel__gebied", "voor", "volwassene").order_by(
        "matrixdoel__gebied__letter", "matrixdoel__nummer", "created_at", "pk"
    )


def keuzes_within(bereik: Reikwijdte) -> ArraySubquery:
    """The same ticks for who already asks for the family: a page at its budget has no query to spare."""
    keuzes = Keuze.objects.filter(bereik.rows(sleutel="sleutel"), gezin=OuterRef("pk"), tot__isnull=True)
    return ArraySubquery(
        keuzes.order_by("matrixdoel__gebied__letter", "matrixdoel__nummer", "created_at", "pk").values(
            een=JSONObject(
                gekozen_op="gekozen_op",
                matrixdoel="matrixdoel_id",
                letter="matrixdoel__gebied__letter",
                nummer="matrixdoel__nummer",
                tekst="matrixdoel__tekst",
                voor="voor_id",
                volwassene="volwassene_id",
                voornaam=Coalesce("voor__voornaam", "volwassene__voornaam"),
            )
        )
    )


def as_keuzes(rijen: Iterable[Mapping[str, Any]]) -> list[Keuze]:
    """Those ticks as rows to show, not to save."""
    return [
        Keuze(
            gekozen_op=date.fromisoformat(een["gekozen_op"]),
            matrixdoel=Matrixdoel(
                pk=UUID(een["matrixdoel"]),
                nummer=een["nummer"],
                tekst=een["tekst"],
                gebied=Resultaatgebied(letter=een["letter"]),
            ),
            **{
                veld: Persoon(pk=UUID(een[veld]), voornaam=een["voornaam"])
                for veld in ("voor", "volwassene")
                if een[veld]
            },
        )
        for een in rijen
    ]


def not_worked_out(keuzes: Iterable[Keuze], doelen: Iterable[Doel]) -> list[Keuze]:
    """The ticks for which there is no goal yet, for the same person."""
    uitgewerkt = {doel.kruis for doel in doelen}
    return [keuze for keuze in keuzes if keuze.kruis not in uitgewerkt]


def people_of_matrix(betrokkenen: Iterable[Betrokkene]) -> dict[UUID | None, str]:
    """For whom can a goal be? The whole family, and each of its members that has a chair."""
    leden = {een.persoon_id: een.persoon.voornaam for een in betrokkenen if een.persoon}
    return {None: _("hele gezin"), **leden}


def open_matrix(
    plan: Gezinsplan, mensen: Mapping[UUID | None, str], wie: Wie, peildatum: date
) -> list[Matrixgebied]:
    """The doelenmatrix of the version that this plan began with, as it is filled in now; three queries."""
    keuzes = {een.kruis: een for een in read_keuzes(wie, plan.gezin_id, peildatum)}
    doelen = {doel.kruis: doel for doel in find_doelen(wie, peildatum).filter(plan=plan)}
    # Somebody may have left the table: what is ticked for them stays to be seen.
    leden = [een.over for een in keuzes.values()] + [doel.over for doel in doelen.values()]
    namen = dict(mensen) | {een.pk: een.voornaam for een in leden if een and een.pk not in mensen}
    regels = [
        Matrixregel(
            matrixdoel=matrixdoel,
            vakken=tuple(
                Vak(kruis=kruis, woord=woord, staat_aan=kruis in keuzes, doel=doelen.get(kruis))
                for persoon_id, woord in namen.items()
                for kruis in (Kruis(matrixdoel_id=matrixdoel.pk, persoon_id=persoon_id),)
                if persoon_id in mensen or kruis in keuzes or kruis in doelen
            ),
        )
        for matrixdoel in matrix_of(plan.formatversie_id)
    ]
    per_gebied = groupby(regels, key=lambda regel: regel.matrixdoel.gebied)
    return [Matrixgebied(gebied=gebied, regels=tuple(van)) for gebied, van in per_gebied]


def matrix_of(formatversie_id: UUID) -> QuerySet[Matrixdoel]:
    """The goals of one version of the format, with their area."""
    return (
        Matrixdoel.objects.filter(gebied__formatversie_id=formatversie_id)
        .select_related("gebied")
        .order_by("gebied__letter", "nummer")
    )
