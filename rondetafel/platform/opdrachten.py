"""What can you ask on the command line? Every opdracht, with the line that `help` prints about it.

Nothing outside the standard library is imported before an opdracht runs: `help` works in a bare clone.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from rondetafel.platform.mappen import BASE_DIR


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """A word on the command line: `run` in `module` does it, with the words that follow."""

    module: str
    uitleg: str
    function: str

    def run(self, words: Sequence[str]) -> int:
        """Do it; returns the exit code, 0 for success."""
        function: Callable[[Sequence[str]], int | None] = getattr(import_module(self.module), self.function)
        return function(words) or 0


HIER = "rondetafel.platform"
OPDRACHTEN = {
    "serve": Opdracht(
        module=f"{HIER}.serveren",
        function="serve",
        uitleg="Start alles: database, voorbeeldgezinnen, wachtrij en website (ook zonder woord).",
    ),
    "migreer": Opdracht(
        module=f"{HIER}.gegevens", function="migrate", uitleg="Breng de tabellen op de stand van deze versie."
    ),
    "rollen": Opdracht(
        module=f"{HIER}.gegevens",
        function="roles",
        uitleg="Maak de databaserollen op een eigen server (DATABASE_URL_BEHEER).",
    ),
    "demo": Opdracht(
        module=f"{HIER}.gegevens",
        function="demo",
        uitleg="Zet voorbeeldgegevens klaar, of een hele populatie: --populatie jens-2020.",
    ),
    "rapport": Opdracht(
        module=f"{HIER}.gegevens",
        function="report",
        uitleg="Maak de cijfers van een halfjaar, bijvoorbeeld: rapport 2020-H2 --vergelijk.",
    ),
    "logboek": Opdracht(
        module=f"{HIER}.controle_logboek",
        function="logboek",
        uitleg="Kijk of iemand iets aan het logboek veranderde: logboek controleer.",
    ),
    "regels": Opdracht(
        module=f"{HIER}.vergelijk_regels",
        function="regels",
        uitleg="Kijk wat een nieuwe catalogus verandert: regels vergelijk nieuw.toml.",
    ),
    "sweep": Opdracht(
        module=f"{HIER}.sweep",
        function="sweep",
        uitleg="Reken elke termijn na en toon wat niet klopt; --herstel zet het recht.",
    ),
    "kaart": Opdracht(
        module=f"{HIER}.kaart", function="draw", uitleg="Teken de kaart van de code opnieuw in docs/kaart."
    ),
    "check": Opdracht(
        module=f"{HIER}.controles", function="check", uitleg="Controleer alles: stijl, typen, lagen en tests."
    ),
    "fix": Opdracht(
        module=f"{HIER}.controles",
        function="fix",
        uitleg="Herstel wat vanzelf te herstellen is aan de stijl.",
    ),
    "test": Opdracht(
        module=f"{HIER}.controles",
        function="test",
        uitleg="Draai alle tests; extra woorden gaan naar pytest.",
    ),
    "mutaties": Opdracht(
        module=f"{HIER}.controles",
        function="mutations",
        uitleg="Haal elk recht en elk hek één keer weg en kijk of een test het mist (duurt lang).",
    ),
    "bench": Opdracht(
        module=f"{HIER}.controles",
        function="bench",
        uitleg="Meet hoe snel de pagina's en de regels zijn: bench http, of bench regels.",
    ),
    "reset": Opdracht(
        module=f"{HIER}.gegevens",
        function="reset",
        uitleg="Gooi de ingebouwde database met alle gegevens weg.",
    ),
}


def main(words: Sequence[str] | None = None) -> None:
    """Run the opdracht that the words ask for and leave with its exit code."""
    name, *rest = list(sys.argv[1:] if words is None else words) or ["serve"]
    if name in ("help", "-h", "--help"):
        print(overview())
        return
    if name not in OPDRACHTEN:
        sys.exit(f"De opdracht '{name}' bestaat niet.\n\n{overview()}")
    os.chdir(BASE_DIR)
    sys.exit(OPDRACHTEN[name].run(rest))


def overview() -> str:
    """Return the list of opdrachten, a line each."""
    lines = [f"  {name:<9}{opdracht.uitleg}" for name, opdracht in OPDRACHTEN.items()]
    return "\n".join(["Gebruik: python3 run.py [opdracht]", "", *lines, "  help     Toon deze lijst."])


def parser(name: str) -> argparse.ArgumentParser:
    """Return a parser for the words after opdracht `name`."""
    return argparse.ArgumentParser(prog=f"run.py {name}", description=OPDRACHTEN[name].uitleg)
