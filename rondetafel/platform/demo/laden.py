"""Fill an empty database with the demo: organisations, accounts, twelve families and a population."""

import time
from collections.abc import Callable
from datetime import date

from django.db import transaction

from rondetafel.organisaties.models import Gebied, Organisatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.toezicht import tell_toezicht
from rondetafel.platform.demo.bouw.vervanging import tell_vervanging
from rondetafel.platform.demo.bsn import invent_bsns
from rondetafel.platform.demo.gezinnen import load_families
from rondetafel.platform.demo.matrix import read_matrix
from rondetafel.platform.demo.merk import mark_database
from rondetafel.platform.demo.nummers import continue_numbers
from rondetafel.platform.demo.organisaties import make_organisaties
from rondetafel.platform.demo.personen import PERSONEN, make_accounts
from rondetafel.platform.demo.populatie import JENS_2020, load_population
from rondetafel.toegang.models import Gebruiker

Report = Callable[[str], None]


class NietLeeg(RuntimeError):
    """The demo fills an empty database only."""


@transaction.atomic
def load_demo(peildatum: date, report: Report) -> list[tuple[str, str]]:
    """Load everything as the owner of the tables, or nothing; returns label and e-mail of who can log in.

    :raises NietLeeg: when there are accounts already.
    """
    started = time.monotonic()
    load_stories(peildatum)
    report(f"Twaalf voorbeeldgezinnen klaargezet ({time.monotonic() - started:.1f} s)")
    load_population(JENS_2020, report)
    return [(persona.label, persona.email) for persona in PERSONEN]


@transaction.atomic
def load_stories(peildatum: date) -> Decor:
    """Load what the demo tells by hand, and mark the database as a demo.

    :raises NietLeeg: when there are accounts already.
    """
    if Gebruiker.objects.exists():
        raise NietLeeg
    mark_database()
    continue_numbers()
    make_organisaties()
    decor = Decor(
        peildatum=peildatum,
        accounts=make_accounts(),
        organisaties={een.naam: een for een in Organisatie.objects.all()},
        gebieden={een.nummer: een for een in Gebied.objects.all()},
        matrix=read_matrix(),
        bsns=invent_bsns(),
    )
    gezinnen = load_families(decor)
    tell_vervanging(decor)
    tell_toezicht(decor, gezinnen)
    return decor
