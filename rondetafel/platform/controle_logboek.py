"""Is the logboek still what it was? The opdracht that goes along the chain and names what is not."""

import argparse
from collections.abc import Sequence

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser

TE_VEEL = 50


def logboek(words: Sequence[str]) -> int:
    """Check the logboek as the worker: it reads every line and can change none. Exit code 1: something is wrong."""
    options = parser("logboek")
    options.add_argument("wat", choices=["controleer"], help="loop de hele keten na")
    options.add_argument(
        "--kop", type=as_kop, metavar="NUMMER:HASH", help="het merk dat u eerder elders bewaarde"
    )
    chosen = options.parse_args(words)
    choose_demo()
    with open_database(VAR):
        start_django("werker")
        return check(chosen.kop)


def as_kop(tekst: str) -> tuple[int, str]:
    """Read `118:ab12…`, as an earlier check printed it."""
    nummer, _, merk = tekst.partition(":")
    if not nummer.isdigit() or len(merk) != 64:
        raise argparse.ArgumentTypeError("schrijf NUMMER:HASH over, zoals de vorige controle het toonde")
    return int(nummer), merk


def check(kop: tuple[int, str] | None) -> int:
    """Look at one moment of the database, so that what is written meanwhile does not count; say what is wrong."""
    from django.db import connection, transaction

    from rondetafel.kern.zegels import check_logboek, newest_seal

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
        bevindingen = check_logboek(kop=kop)
        laatste = newest_seal()
    for bevinding in bevindingen[:TE_VEEL]:
        tell(str(bevinding))
    if bevindingen:
        tell(f"Het logboek klopt niet: {len(bevindingen)} keer.")
        return 1
    if laatste is None:
        tell("Er is nog niets verzegeld. De werker verzegelt elke minuut.")
    else:
        tell(f"Het logboek klopt tot en met zegel {laatste.nummer}.")
        tell(f"Bewaar dit merk buiten deze server: {laatste.nummer}:{laatste.hash}")
    return 0
