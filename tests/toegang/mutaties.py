"""What happens when a piece of the rights is missing? Every policy, right and context call, one at a time.

A mutant is killed when a test turns red without it. Most die in one transaction, by the comparison of both
fences; the others are run against named tests in a process of their own: `python3 run.py mutaties`.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from django.db import connection, transaction

from rondetafel.toegang.context import CIJFERS
from rondetafel.toegang.rechten import RECHTEN, Onderdeel, Recht, Soort, may_in_general
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid, Rol
from tests.huisregels.broncode import called
from tests.rollen import as_eigenaar
from tests.toegang.loten import DAG, GEMEENTEN, Lot
from tests.toegang.schrijven import difference_in_counting, difference_in_writing
from tests.toegang.werelden import Gezinnen, hek_of, read_both, tables

ROOT = Path(__file__).parents[2]
CONTEXT = {"enter", "as_role", "as_wie", "as_person"}
# Starts the database of the command line or fills the demo: nobody is asked anything there.
NO_CONTEXT = ("platform/demo/",)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Policy:
    """One policy, and the statement that takes it away."""

    tabel: str
    naam: str
    rollen: tuple[str, ...]
    opdracht: str

    @property
    def sql(self) -> str:
        return f"drop policy {self.naam} on {self.tabel}"

    def __str__(self) -> str:
        return f"{self.tabel}.{self.naam}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanroep:
    """One call that tells the database for whom it answers."""

    bestand: str
    regel: int
    naam: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel} {self.naam}"


def policies() -> list[Policy]:
    """Every policy but those of the owner, whom no request ever becomes, and of schemas with tests of their own."""
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select tablename, policyname, roles::text[], cmd from pg_policies"
            " where policyname <> 'eigenaar' and schemaname = 'public'"
        )
        return sorted(
            Policy(tabel=tabel, naam=naam, rollen=tuple(rollen), opdracht=opdracht)
            for tabel, naam, rollen, opdracht in cursor
        )


def lets_nobody_through(policy: Policy) -> bool:
    """No right gives this kind of reader anything here: without the policy nothing changes for anyone."""
    if policy.rollen not in (("smal",), ("breed",)) or policy.tabel not in compared():
        return False
    hek = hek_of(policy.tabel)
    soort = Soort.LEZEN if policy.opdracht == "SELECT" else Soort.SCHRIJVEN
    deel = hek.deel if soort is Soort.LEZEN else hek.schrijf or hek.deel
    houders = BREDE_ROLLEN if policy.rollen == ("breed",) else Hoedanigheid
    return not any(may_in_general(houder, deel, soort) for houder in houders)


def lots() -> list[Lot]:
    """One person of every kind: each with everything that kind can have."""
    everyone = frozenset(GEMEENTEN)
    breed = [
        Lot(rol=rol, gemeenten=everyone, is_active=True, peildatum=DAG, banden=[]) for rol in BREDE_ROLLEN
    ]
    smal = [
        Lot(
            rol=Rol.REGISSEUR,
            gemeenten=frozenset(),
            is_active=True,
            peildatum=DAG,
            banden=[
                (0, 0, hoedanigheid, 0, None, frozenset(), timedelta(hours=4)),
                (1, 1, hoedanigheid, 0, None, frozenset(), timedelta(hours=4)),
            ],
        )
        for hoedanigheid in Hoedanigheid
    ]
    return [*smal, *breed]


def differ(gezinnen: Gezinnen, *, rollen: Iterable[str]) -> bool:
    """Would the comparison of both fences turn red now, for people who read by one of these database roles?"""
    if CIJFERS in rollen:
        return any(difference_in_counting(lot, gezinnen) for lot in lots())
    return any(
        read_both(lot, gezinnen)[1] or difference_in_writing(lot, gezinnen)
        for lot in lots()
        if ("breed" if lot.rol in BREDE_ROLLEN else "smal") in rollen
    )


def survives_without(policy: Policy, gezinnen: Gezinnen) -> bool:
    """Take a policy away, compare both fences, and put it back."""
    with transaction.atomic():
        with as_eigenaar(), connection.cursor() as cursor:
            cursor.execute(policy.sql)
        survives = not differ(gezinnen, rollen=policy.rollen)
        transaction.set_rollback(True)
    return survives


def compared() -> set[str]:
    """The tables that the comparison of both fences looks at."""
    return {model._meta.db_table for model in tables()}


def holders() -> list[tuple[Recht, Rol | Hoedanigheid]]:
    """Every right with everyone who holds it."""
    return [(recht, houder) for recht, regel in RECHTEN.items() for houder in sorted(regel.houders, key=repr)]


def is_seen_by_the_database(recht: Recht, houder: Rol | Hoedanigheid) -> bool:
    """Does the second table of rights, in the database, differ from ours once this holder has lost this right?"""
    if isinstance(houder, Rol) and houder not in BREDE_ROLLEN:
        return False
    before, regel = _parts_of(houder), RECHTEN[recht]
    without(recht, houder)
    after = _parts_of(houder)
    RECHTEN[recht] = regel
    return before != after


def _parts_of(houder: Rol | Hoedanigheid) -> set[tuple[Onderdeel, Soort]]:
    return {(deel, soort) for deel in Onderdeel for soort in Soort if may_in_general(houder, deel, soort)}


def without(recht: Recht, houder: Rol | Hoedanigheid) -> None:
    """Take a right from one of its holders, in the table that everything reads."""
    left = frozenset(
        een for een in RECHTEN[recht].houders if not (type(een) is type(houder) and een == houder)
    )
    RECHTEN[recht] = replace(RECHTEN[recht], houders=left)


def context_calls() -> list[Aanroep]:
    """Every place in the package where a person or a role is named to the database."""
    return [een for path in sorted((ROOT / "rondetafel").rglob("*.py")) for een in _calls_in(path)]


def _calls_in(path: Path) -> Iterator[Aanroep]:
    place = path.relative_to(ROOT).as_posix()
    if "/migrations/" in place or any(part in place for part in NO_CONTEXT):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        # Without arguments it is the method of an account, which asks nothing of the database.
        if isinstance(node, ast.Call) and node.args and called(node) in CONTEXT:
            yield Aanroep(bestand=place, regel=node.lineno, naam=called(node))
