"""Random worlds: three fixed families, and an account whose rol, ties and day are drawn by lot.

The families are made once and stay; a world adds one account with its ties and takes them away again.
So a world costs a few round trips, and thousands of them fit in one run.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Value
from django.utils.timezone import now

from rondetafel.kern.models import Logregel, Termijn
from rondetafel.regels.noodknop import DUUR
from rondetafel.regels.vervanging import shared_days
from rondetafel.toegang.context import as_wie
from rondetafel.toegang.logboek import lines_for
from rondetafel.toegang.mag import Kring, Tie, Wie, mag, reach
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import DOOR_MAATREGEL, Hoedanigheid, Rol
from tests.factories import VervangingFactory
from tests.rollen import as_eigenaar
from tests.toegang.hektabel import ONLY_ADDED, Hek, hek_of
from tests.toegang.inhoud import UITGAVE, make_gezin
from tests.toegang.loten import DAG, GEMEENTEN, Getallen, Lot

# These have no `visible_to` of their own: pages ask `reach` for them.
GEVRAAGD = {Logregel: Onderdeel.LOGBOEK, Termijn: Onderdeel.TERMIJN, Band: Onderdeel.TOEGANG}
# Have fences of their own: tests/veiligheid/test_hekken.py, tests/vervanging/test_operations.py and, since an account
# of these worlds works for no organisation, tests/gezinsplan/test_eigendossier.py.
APART = ("rondetafel.veiligheid.", "rondetafel.vervanging.", "rondetafel.gezinsplan.models.eigendossier")
# Of a person and of no family: tests/kwaliteit/test_klachten.py.
ZONDER_GEZIN = {"kwaliteit_klacht"}
# The network reads on a yes; others on what opens what the family has together as well.
GRONDEN = {(Hoedanigheid.NETWERK, True): Grond.TOESTEMMING, (Hoedanigheid.NETWERK, False): Grond.SAMEN}
# A row of a table: which, and its key.
Rij = tuple[str, UUID]


def tables() -> list[Any]:
    """Every model whose rows are shown to some and not to others; a new one comes along by itself."""
    own = (
        model
        for model in apps.get_models()
        if model.__module__.startswith("rondetafel.") and not model.__module__.startswith(APART)
    )
    apart = (model for model in own if model._meta.db_table not in ZONDER_GEZIN)
    return [model for model in apart if hasattr(model.objects, "visible_to") or model in GEVRAAGD]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Whose a row is and how it is fenced; `sleutel` None where it is about everyone.

    `is_laatste`: it stands in the version of the plan that was adopted last.
    """

    hek: Hek
    gezin_id: UUID
    gemeente_id: int
    sleutel: UUID | None
    is_laatste: bool = False

    @property
    def delen(self) -> list[Onderdeel]:
        """The parts of which one is enough to read it."""
        return [self.hek.deel, Onderdeel.VASTGESTELD] if self.is_laatste else [self.hek.deel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinnen:
    """The ids a tie can name: each family with the two children about whom something is written."""

    personen: dict[UUID, list[UUID]]
    rijen: dict[Rij, "Vraag"] = field(default_factory=dict)

    @property
    def ids(self) -> list[UUID]:
        return list(self.personen)

    def ground_of(self, tie: Tie) -> dict[str, Any]:
        """On what a tie rests: that of who carries out a measure on the measure of that child."""
        if tie.hoedanigheid not in DOOR_MAATREGEL:
            gezag = GRONDEN.get((tie.hoedanigheid, tie.persoon_id is not None), Grond.GEZAG)
            return {"grond": Grond.NOODKNOP if tie.tot_at else gezag}
        maatregelen = (
            pk
            for (tabel, pk), vraag in self.rijen.items()
            if tabel == "gezinnen_maatregel" and vraag.sleutel == tie.persoon_id
        )
        return {"grond": Grond.MAATREGEL, "grond_id": next(maatregelen)}

    def gemeente_of(self, gezin_id: UUID) -> int:
        return GEMEENTEN[self.ids.index(gezin_id)]


def build_gezinnen() -> Gezinnen:
    """Make a family in each municipality, with rows about one child, about the other, and about both."""
    with as_eigenaar():
        personen = dict(make_gezin(gemeente) for gemeente in GEMEENTEN)
        _prepare_adding()
        return Gezinnen(
            personen=personen, rijen={rij: vraag for model in tables() for rij, vraag in _rows(model)}
        )


def _rows(model: Any) -> Iterator[tuple[Rij, Vraag]]:
    table = model._meta.db_table
    hek = hek_of(table)
    gezin = "id" if table == "gezinnen_gezin" else "gezin_id"
    laatste = _adopted_last(model, hek)
    columns = ("pk", gezin, "gemeente_id", hek.sleutel or "pk")
    for pk, gezin_id, gemeente_id, sleutel in model.objects.values_list(*columns):
        yield (
            (table, pk),
            Vraag(
                hek=hek,
                gezin_id=gezin_id,
                gemeente_id=gemeente_id,
                sleutel=sleutel if hek.sleutel else None,
                is_laatste=pk in laatste,
            ),
        )


def _adopted_last(model: Any, hek: Hek) -> set[UUID]:
    """The rows that stand in the newest version that was adopted."""
    if hek.versie is None:
        return set()
    vraag = {f"{hek.versie}aanleiding": "vastgesteld", f"{hek.versie}uitgave": UITGAVE}
    return set(model.objects.filter(**vraag).values_list("pk", flat=True))


@contextmanager
def world(lot: Lot, gezinnen: Gezinnen) -> Iterator[Wie]:
    """Add the account and the ties of one lot, and take them away afterwards."""
    with transaction.atomic():
        with as_eigenaar():
            wie = _add(lot, gezinnen)
        yield wie
        transaction.set_rollback(True)


def _add(lot: Lot, gezinnen: Gezinnen) -> Wie:
    gebruiker = Gebruiker(
        email=f"{uuid4()}@voorbeeld.example",
        naam="Lot",
        rol=lot.rol,
        gemeenten=sorted(lot.gemeenten),
        is_active=lot.is_active,
    )
    Gebruiker.objects.bulk_create([gebruiker])
    ties = [_tie(een, gezinnen) for een in lot.banden]
    Band.objects.bulk_create(_band(gebruiker, tie, gezinnen) for tie in ties)
    ties += [tie for een in lot.vervangingen for tie in _stand_in(een, gebruiker, gezinnen)]
    # As at the door: what ended at a moment is not read.
    facts = Gebruiker.objects.with_banden().get(pk=gebruiker.pk).as_wie()
    assert set(facts.banden) == {tie for tie in ties if not tie.tot_at or tie.tot_at > now()}
    return facts if lot.is_active else replace(facts, banden=())


def _stand_in(een: tuple[Getallen, int, int], gebruiker: Gebruiker, gezinnen: Gezinnen) -> Iterator[Tie]:
    """Let the account stand in for a colleague: the database draws the tie, the rule says which it must be."""
    band, begin, duur = een
    eigen, van = _tie(band, gezinnen), DAG + timedelta(days=begin)
    dagen = (van, van + timedelta(days=duur))
    collega = Gebruiker(email=f"{uuid4()}@voorbeeld.example", naam="Collega", rol=Rol.REGISSEUR)
    Gebruiker.objects.bulk_create([collega])
    VervangingFactory(wie=collega, vervanger=gebruiker, van=dagen[0], tot=dagen[1])
    # A tie on a measure or by the noodknop is no tie by work, and does not pass on.
    by_work = eigen.hoedanigheid not in DOOR_MAATREGEL | {Hoedanigheid.NOODLEZER}
    Band.objects.bulk_create([_band(collega, eigen, gezinnen, grond=Grond.REGIE if by_work else None)])
    if by_work and (gedeeld := shared_days((eigen.van, eigen.tot), dagen)):
        yield replace(eigen, van=gedeeld[0], tot=gedeeld[1], grond=Grond.VERVANGING)


def _tie(een: Getallen, gezinnen: Gezinnen) -> Tie:
    nummer, over, hoedanigheid, begin, duur, onderdelen, nog = een
    gezin_id = gezinnen.ids[nummer]
    if hoedanigheid in DOOR_MAATREGEL:
        # Who carries out a measure comes for one child, and until a day.
        over, duur = over or 1, 3 if duur is None else duur
    van = DAG + timedelta(days=begin)
    is_nood = hoedanigheid is Hoedanigheid.NOODLEZER
    if is_nood:
        # About one person, and with a last day.
        over, duur = max(over, 1), duur or 0
    tie = Tie(
        gezin_id=gezin_id,
        hoedanigheid=hoedanigheid,
        van=van,
        tot=None if duur is None else van + timedelta(days=duur),
        tot_at=now() + nog if is_nood else None,
        persoon_id=[None, *gezinnen.personen[gezin_id]][over],
        # The network reads what was agreed on: its tie always names parts.
        onderdelen=onderdelen or frozenset({"plan"} if hoedanigheid is Hoedanigheid.NETWERK else ()),
    )
    return replace(tie, grond=gezinnen.ground_of(tie)["grond"])


def _band(gebruiker: Gebruiker, tie: Tie, gezinnen: Gezinnen, *, grond: Grond | None = None) -> Band:
    return Band(
        gebruiker=gebruiker,
        gezin_id=tie.gezin_id,
        gemeente_id=gezinnen.gemeente_of(tie.gezin_id),
        hoedanigheid=tie.hoedanigheid,
        **gezinnen.ground_of(tie) | ({"grond": grond} if grond else {}),
        persoon_id=tie.persoon_id,
        onderdelen=sorted(tie.onderdelen),
        van=tie.van,
        tot=tie.tot,
        tot_at=tie.tot_at,
        created_at=tie.tot_at - DUUR if tie.tot_at else now(),
    )


def read_both(lot: Lot, gezinnen: Gezinnen) -> tuple[set[Rij], set[Rij]]:
    """Return what the database shows in one world, and the rows about which it differs with Python."""
    with world(lot, gezinnen) as wie:
        with as_wie(wie, peildatum=lot.peildatum):
            by_database = seen()
        # Who has a closed account gets no further than the door: nothing is asked of Python.
        if not lot.is_active:
            return by_database, by_database
        by_filter = allowed(wie, lot.peildatum)
        # The ties of the lot itself are no rows that stayed.
        by_decision = by_database & gezinnen.rijen.keys() ^ decided(wie, lot.peildatum, gezinnen)
        return by_database, by_database ^ by_filter | by_decision


def decided(wie: Wie, peildatum: date, gezinnen: Gezinnen) -> set[Rij]:
    """The rows for which `mag` says yes, one by one and without a database: the decision itself."""
    return {
        rij
        for rij, vraag in gezinnen.rijen.items()
        if not (vraag.hek.alleen_met_band and wie.kring is Kring.BREED)
        and any(_says_yes(wie, deel, vraag, peildatum) for deel in vraag.delen)
    }


def _says_yes(wie: Wie, deel: Onderdeel, vraag: Vraag, peildatum: date) -> bool:
    return mag(
        wie,
        Recht(f"{deel}_lezen"),
        gezin_id=vraag.gezin_id,
        gemeente_id=vraag.gemeente_id,
        sleutel=vraag.sleutel,
        peildatum=peildatum,
    ).ja


def allowed(wie: Wie, peildatum: date) -> set[Rij]:
    """The rows that Python would show, asked by the owner of the tables: the first fence alone."""
    asked = [
        _asked(model, wie, peildatum).values_list(Value(model._meta.db_table), "pk") for model in tables()
    ]
    with as_eigenaar():
        return set(asked[0].order_by().union(*(een.order_by() for een in asked[1:]), all=True))


def _asked(model: Any, wie: Wie, peildatum: date) -> Any:
    if model is Logregel:
        return model.objects.filter(lines_for(wie, peildatum))
    if model in GEVRAAGD:
        return model.objects.filter(reach(wie, GEVRAAGD[model], peildatum))
    return model.objects.visible_to(wie, peildatum)


def seen() -> set[Rij]:
    """The rows that the database shows to whoever is named to it: the second fence alone."""
    parts = (
        f"select '{model._meta.db_table}', {model._meta.pk.column} from {model._meta.db_table}"
        for model in tables()
    )
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(parts))
        return set(cursor.fetchall())


# A policy refuses before any constraint is looked at: a row that is there already says which of the two it was.
VOEG_TOE = """
create table proefrij (tabel text, id uuid, kolommen text, rij jsonb);
grant select on proefrij to smal, breed;
create function voeg_toe(tabel text, kolommen text, rij jsonb) returns boolean language plpgsql as $$
begin
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', tabel, kolommen)
        using rij;
    return true;
exception when insufficient_privilege then return false; when others then return true;
end $$;
"""


def writing_tables() -> list[Any]:
    return [model for model in tables() if model._meta.db_table not in ONLY_ADDED]


def _prepare_adding() -> None:
    with connection.cursor() as cursor:
        cursor.execute(VOEG_TOE)
        for model in writing_tables():
            meta = model._meta
            columns = ", ".join(veld.column for veld in meta.concrete_fields if not veld.generated)
            cursor.execute(
                f"insert into proefrij select '{meta.db_table}', {meta.pk.column}, '{columns}', to_jsonb(r)"
                f" from {meta.db_table} r"
            )
