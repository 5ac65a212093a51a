"""What does 'what is due today' cost, beside a bare scan of the index that it rests on?

Both ask for the first page of open duties of a rol, in order of their day. The one does so as a person: through
the rights in Python and the policies of the database. The other reads as the owner of the tables.
"""

import statistics
from datetime import date
from time import perf_counter
from typing import Any

from django.db import connection

from bench.opstelling import MetingMislukt
from bench.rekenen import show_number
from rondetafel.kern.models import Termijn
from rondetafel.organisaties.models import Gemeente
from rondetafel.platform.gegevens import tell
from rondetafel.regels.termijnen import TERMIJNREGELS
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.werkplek.queries import running_termijnen

# Some ten duties for each akkoord of a region, of which one in five is open.
RIJEN, PER_OPEN = 250_000, 5
BLADZIJDE = 50
KEREN = 400
# What it may cost, in times the bare scan.
DOEL = 5
BETREFT = "bench"
VUL = """
insert into kern_termijn (id, versie, created_at, regel, rol, gemeente_id, betreft, betreft_id, vanaf,
    vervalt_op, waarschuw_vanaf, bron_document, bron_plek, gesloten_op, sluiting)
select gen_random_uuid(), 1, now(),
    (%(regels)s::text[])[1 + n / 5 %% %(aantal)s],
    (%(rollen)s::text[])[1 + n / 5 %% %(aantal)s], (%(gemeenten)s::int[])[1 + n %% %(gemeentental)s],
    %(betreft)s, gen_random_uuid(), %(dag)s,
    %(dag)s + n * 7919 %% 400 - 200, %(dag)s + n * 7919 %% 400 - 210, 'bench', 'bench',
    case when n %% %(per_open)s = 0 then null else %(dag)s::date end,
    case when n %% %(per_open)s = 0 then '' else 'gedaan' end
from generate_series(1, %(rijen)s) as n
"""
KAAL = """
select * from kern_termijn where gesloten_op is null and rol = any(%s) order by vervalt_op limit %s
"""


def measure(peildatum: date) -> None:
    """Fill the table when it is empty, ask both in turn, and print the medians."""
    _fill(peildatum)
    account = Gebruiker.objects.filter(rol=Rol.BACKOFFICE, is_active=True).exclude(gemeenten=[]).first()
    assert account is not None
    echt, kaal = [], []
    with as_person(account, peildatum=peildatum) as wie:
        vraag = running_termijnen(wie, peildatum)[:BLADZIJDE].query.sql_with_params()
        rollen = sorted({str(regel.wie) for regel in TERMIJNREGELS.values() if regel.wie == Rol.BACKOFFICE})
        for _ in range(KEREN):
            echt.append(_time(*vraag))
    for _ in range(KEREN):
        kaal.append(_time(KAAL, (rollen, BLADZIJDE)))
    maal = statistics.median(echt) / statistics.median(kaal)
    tell(
        f"Wat moet er vandaag, uit {RIJEN // PER_OPEN} open van {RIJEN} termijnen: "
        f"{show_number(statistics.median(echt) * 1000)} ms; kaal langs de index: "
        f"{show_number(statistics.median(kaal) * 1000)} ms; {show_number(maal)} keer; het doel is hoogstens "
        f"{DOEL}: {'gehaald' if maal <= DOEL else 'niet gehaald'}."
    )


def _fill(peildatum: date) -> None:
    if Termijn.objects.filter(betreft=BETREFT).exists():
        return
    regels = [(code, str(regel.wie)) for code, regel in sorted(TERMIJNREGELS.items())]
    gemeenten = list(Gemeente.objects.order_by("pk").values_list("pk", flat=True))
    gegevens = {
        "regels": [code for code, _ in regels],
        "rollen": [rol for _, rol in regels],
        "aantal": len(regels),
        "gemeenten": gemeenten,
        "gemeentental": len(gemeenten),
        "betreft": BETREFT,
        "dag": peildatum,
        "per_open": PER_OPEN,
        "rijen": RIJEN,
    }
    with connection.cursor() as cursor:
        cursor.execute(VUL, gegevens)
        cursor.execute("vacuum analyze kern_termijn")


def _time(sql: str, waarden: tuple[Any, ...]) -> float:
    with connection.cursor() as cursor:
        begin = perf_counter()
        cursor.execute(sql, waarden)
        rijen = cursor.fetchall()
        seconden = perf_counter() - begin
    if len(rijen) != BLADZIJDE:
        raise MetingMislukt(f"{len(rijen)} rijen in plaats van {BLADZIJDE}")
    return seconden
