"""Which pages are measured, for whom, and in what order? The plan, the caseload, a goal and the report."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date

from bench.klant import Klant
from bench.opstelling import Server, start_server
from bench.rekenen import Meting, Reeks, make_reeks, ratio, show_number, show_table
from bench.vulling import prepare
from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import tell
from rondetafel.platform.gezond import PATH
from rondetafel.platform.mappen import BASE_DIR, VAR
from rondetafel.platform.serveren import THREADS, WORKERS

# In the half-year of the report, so that ties, plans and care of the population are running.
PEILDATUM = date(2020, 12, 15)
RAPPORT = "2020-H2"
KLANTEN = (1, 8)
GEZINNEN, WARM = 20, 10
# What the page of the plan may cost, in times the bare page.
DOEL = 4
# The key of the one session of bench/kaal.py, which configures Django by itself and cannot be imported here.
BARE_SESSION = "kaal" * 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """A page, how many queries it takes, and given a number: that many clients to ask for it at once."""

    naam: str
    queries: int
    maak_klanten: Callable[[int], list[Klant]]


BARE = Bladzijde(
    naam="kale Django-bladzijde",
    queries=4,
    maak_klanten=lambda aantal: [Klant(paden=["/"], koekjes=f"sessionid={BARE_SESSION}")] * aantal,
)


def measure(verzoeken: int) -> int:
    """Fill the database if it is empty, measure every page and the bare page, and print the table."""
    with open_database(VAR):
        prepare()
        kaal = {"KAAL_URL": _prepare_bare()}
        app = {"RONDETAFEL_DATABASEROL": "app"}
        with (
            start_server("bench.kaal:application", path="/", env=kaal) as vloer,
            start_server("rondetafel.platform.wsgi:application", path=PATH, env=app) as server,
        ):
            metingen = [_measure_page(server, een, verzoeken, vloer=vloer) for een in _pages()]
            metingen.append(_measure_page(vloer, BARE, verzoeken, vloer=vloer))
            geheugen = server.memory_mb()
    _report(metingen, geheugen=geheugen, verzoeken=verzoeken)
    return 0


def _prepare_bare() -> str:
    """Make the database of the bare page beside ours, and return its address."""
    import psycopg
    from psycopg.conninfo import make_conninfo

    eigenaar = os.environ["DATABASE_URL_EIGENAAR"]
    with psycopg.connect(eigenaar, autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = 'kaal'").fetchone():
            connection.execute("create database kaal")
    url = make_conninfo(eigenaar, dbname="kaal")
    subprocess.run(
        [sys.executable, "-m", "bench.kaal"], cwd=BASE_DIR, env=os.environ | {"KAAL_URL": url}, check=True
    )
    return url


def _pages() -> list[Bladzijde]:
    """The four pages, for the regisseur with the most families, and the report for who may read figures."""
    from bench import personen

    regisseur = personen.busiest_regisseur(PEILDATUM)
    sessie = personen.log_in(regisseur)
    lezer = personen.log_in(personen.reader_of_figures())
    plannen = personen.paths_of_plans(regisseur, PEILDATUM, GEZINNEN)
    caseload = f"lijst van {personen.count_families(regisseur, PEILDATUM)} gezinnen"
    return [
        _get("plan van een gezin", plannen, sessie),
        _get(caseload, [personen.path_of_caseload()], sessie),
        _post(
            "doel wijzigen",
            lambda aantal: personen.edit_goals(regisseur, sessie, peildatum=PEILDATUM, aantal=aantal),
        ),
        _get("halfjaarrapport", [f"/cijfers/{RAPPORT}/"], lezer),
    ]


def _get(naam: str, paden: list[str], koekjes: str) -> Bladzijde:
    from bench import personen

    klant = Klant(paden=paden, koekjes=koekjes)
    queries = personen.count_queries(klant)
    return Bladzijde(naam=naam, queries=queries, maak_klanten=lambda aantal: [klant] * aantal)


def _post(naam: str, maak_klanten: Callable[[int], list[Klant]]) -> Bladzijde:
    """A form: each client needs a thing of its own to save, in the version of that moment."""
    from bench import personen

    queries = personen.count_queries(maak_klanten(1)[0])
    return Bladzijde(naam=naam, queries=queries, maak_klanten=maak_klanten)


def _measure_page(server: Server, bladzijde: Bladzijde, verzoeken: int, *, vloer: Server) -> Meting:
    """Measure a page with few and with many clients, and the bare page right after it."""
    tell(f"  {bladzijde.naam} ...")
    reeksen, cpu = _run(server, bladzijde, verzoeken)
    kaal = cpu if server is vloer else _run(vloer, BARE, verzoeken)[1]
    return Meting(bladzijde=bladzijde.naam, reeksen=reeksen, cpu=cpu, vloer=kaal, queries=bladzijde.queries)


def _run(server: Server, bladzijde: Bladzijde, verzoeken: int) -> tuple[tuple[Reeks, ...], float]:
    """Warm up, then ask; returns a series per number of clients, and the processor time per request in ms."""
    server.ask(bladzijde.maak_klanten(max(KLANTEN)), verzoeken=WARM)
    reeksen, seconds = [], 0.0
    for aantal in KLANTEN:
        klanten = bladzijde.maak_klanten(aantal)
        before = server.cpu_seconds()
        gemeten = server.ask(klanten, verzoeken=verzoeken // aantal)
        seconds += server.cpu_seconds() - before
        reeksen.append(make_reeks(gemeten.seconden, duur=gemeten.duur, klanten=aantal))
    asked = sum(verzoeken // aantal * aantal for aantal in KLANTEN)
    return tuple(reeksen), seconds * 1000 / asked


def _report(metingen: list[Meting], *, geheugen: float, verzoeken: int) -> None:
    """Print the table with what stands round it, and keep the figures as JSON in the data folder."""
    plan = ratio(metingen[0])
    tell(f"\n{show_table(metingen)}\n")
    tell(
        f"Elke bladzijde {verzoeken} keer; {WORKERS} workers met {THREADS} threads op {os.cpu_count()} processoren."
    )
    tell("CPU is de rekentijd van de webserver per verzoek, zonder die van de database.")
    tell(f"Geheugen per worker: {show_number(geheugen)} MB.")
    oordeel = "gehaald" if plan <= DOEL else "niet gehaald"
    tell(
        f"Het plan kost {show_number(plan)} keer de kale bladzijde; het doel is hoogstens {DOEL}: {oordeel}."
    )
    record = {
        "verzoeken": verzoeken,
        "geheugen_mb": geheugen,
        "plan_maal_kaal": plan,
        "metingen": [asdict(meting) for meting in metingen],
    }
    (VAR / "http.json").write_text(json.dumps(record, indent=2), encoding="utf-8")
    tell(f"Bewaard in {VAR / 'http.json'}")
