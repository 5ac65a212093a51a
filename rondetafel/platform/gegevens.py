"""How do the data get in, up to date and out? The opdrachten around the database."""

import json
import os
import shutil
import sys
import time
from collections.abc import Sequence

from rondetafel.platform.database import embedded_server, open_database
from rondetafel.platform.geheimen import FILES
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser

PERSONS = VAR / "demo.json"


def start_django(role: str) -> None:
    """Load the app with the rights of one login role: app, eigenaar or werker."""
    os.environ["RONDETAFEL_DATABASEROL"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondetafel.platform.settings")
    import django

    django.setup()


def call(command: str, doing: str, **options: object) -> None:
    """Run a management command quietly, and say what it was for and how long it took."""
    from django.core.management import call_command

    started = time.monotonic()
    call_command(command, verbosity=0, **options)
    tell(f"{doing} ({time.monotonic() - started:.1f} s)")


def tell(line: str) -> None:
    """Say how far we are."""
    print(line, flush=True)


def migrate(words: Sequence[str]) -> None:
    """Bring the tables up to this version."""
    parser("migreer").parse_args(words)
    choose_demo()
    with open_database(VAR):
        start_django("eigenaar")
        call("migrate", "Tabellen bijgewerkt")


def choose_demo() -> None:
    """On the embedded database everything is a demonstration; a real server says so itself."""
    if "DATABASE_URL" not in os.environ:
        os.environ.setdefault("RONDETAFEL_DEMO", "1")


def demo(words: Sequence[str]) -> None:
    """Load the demo families if there is nothing yet, or a whole population of invented records."""
    options = parser("demo")
    options.add_argument("--populatie", metavar="NAAM", help="bijvoorbeeld jens-2020")
    chosen = options.parse_args(words)
    choose_demo()
    with open_database(VAR):
        start_django("eigenaar")
        call("migrate", "Tabellen bijgewerkt")
        for label, email in fill_demo():
            tell(f"  {label:<40} {email}")
        if chosen.populatie:
            from rondetafel.platform.demo.populatie import load_population

            load_population(chosen.populatie, tell)


def report(words: Sequence[str]) -> int:
    """Make the figures of half a year, such as 2020-H2; `--vergelijk` lays them beside the published ones."""
    options = parser("rapport")
    options.add_argument("halfjaar", help="jaar en helft, bijvoorbeeld 2020-H2")
    options.add_argument("--vergelijk", action="store_true", help="naast het gepubliceerde rapport")
    chosen = options.parse_args(words)
    choose_demo()
    with open_database(VAR):
        start_django("eigenaar")
        call("migrate", "Tabellen bijgewerkt")
        from rondetafel.verantwoording import vergelijk

        make = vergelijk.compare if chosen.vergelijk else vergelijk.show
        return make(chosen.halfjaar, tell)


def fill_demo() -> list[tuple[str, str]]:
    """Load the demo into an empty database; returns label and e-mail of who can log in.

    A database that holds anything else ends the start: the demo lets everybody be anybody.
    """
    from django.conf import settings
    from django.contrib.auth import get_user_model

    from rondetafel.kern import klok

    if not settings.DEMO:
        return []
    from rondetafel.platform.demo.merk import refuse_other_database

    if not get_user_model().objects.exists():
        from rondetafel.platform.demo.laden import load_demo

        PERSONS.write_text(json.dumps(load_demo(klok.today(), tell)))
    refuse_other_database()
    return [(label, email) for label, email in json.loads(PERSONS.read_text())] if PERSONS.exists() else []


def roles(words: Sequence[str]) -> None:
    """Create roles, database and extensions on a server of your own; passwords are up to you."""
    parser("rollen").parse_args(words)
    from rondetafel.platform import rollen

    if "DATABASE_URL_BEHEER" not in os.environ:
        sys.exit("Zet DATABASE_URL_BEHEER: het adres van database postgres, voor een superuser.")
    rollen.bootstrap(os.environ["DATABASE_URL_BEHEER"])
    tell("De rollen staan klaar. Geef de drie inlogrollen nog een wachtwoord.")


def _says_yes(question: str) -> bool:
    """Whoever cannot answer, as in a script, says no."""
    try:
        return input(question).strip() == "ja"
    except EOFError:
        tell("")
        return False


def reset(words: Sequence[str]) -> None:
    """Throw away the embedded database, with the mail, papers, secrets and demo persons that belong to it."""
    options = parser("reset")
    options.add_argument("--ja", action="store_true", help="niet vragen")
    chosen = options.parse_args(words)
    server = embedded_server(VAR)
    if server.is_running():
        sys.exit("De database draait nog. Stop de app eerst met Ctrl-C.")
    if not chosen.ja and not _says_yes(f"Alles in {server.folder} gaat weg. Typ ja: "):
        sys.exit("Er is niets veranderd. Niet vragen: python3 run.py reset --ja")
    for folder in (server.folder, VAR / "post", VAR / "static", VAR / "documenten"):
        shutil.rmtree(folder, ignore_errors=True)
    for file in (PERSONS, *(VAR / name for name in FILES)):
        file.unlink(missing_ok=True)
    tell("De database is weg. Bij de volgende start komt er een nieuwe.")
