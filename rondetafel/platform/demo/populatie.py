"""Load a whole population of invented records, whose counts are those of a published report."""

import time
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

from django.db import transaction

from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo.bevolking.dossiers import make_schrijver
from rondetafel.platform.demo.bevolking.huishoudens import form_huishoudens
from rondetafel.platform.demo.bevolking.instroom import EERSTE_NUMMER, register_all
from rondetafel.platform.demo.bevolking.loop import lay_out
from rondetafel.platform.demo.bevolking.omgeving import make_omgeving
from rondetafel.platform.demo.bevolking.plannen import plan_all
from rondetafel.platform.demo.bevolking.rijen import Rijen
from rondetafel.platform.demo.bevolking.zorg import grant_all
from rondetafel.platform.demo.bsn import invent_bsns
from rondetafel.platform.demo.merk import refuse_other_database
from rondetafel.platform.demo.nummers import continue_numbers

JENS_2020 = "jens-2020"
# The seed is fixed: the same version of the software makes the same people.
ZAAD = 2020
# The first numbers are for the families that are told by hand.
BSNS_OF_STORIES = 200


class OnbekendePopulatie(LookupError):
    """There is no population of this name."""


@transaction.atomic
def load_population(naam: str, report: Callable[[str], None]) -> None:
    """Load population `naam` as the owner of the tables, once; a second time changes nothing.

    :raises OnbekendePopulatie: when there is no population of that name.
    :raises DatabaseIsGeenDemo: when this database is not a demo.
    """
    if naam != JENS_2020:
        raise OnbekendePopulatie(f"De populatie {naam!r} bestaat niet; wel: {JENS_2020}.")
    refuse_other_database()
    if Gezin.objects.filter(nummer__gte=EERSTE_NUMMER).exists():
        report(f"De populatie {naam} staat er al.")
        return
    started = time.monotonic()
    aantal = invent_population().write()
    continue_numbers()
    report(f"Populatie {naam} geladen: {aantal} rijen ({time.monotonic() - started:.1f} s)")


def invent_population() -> Rijen:
    """Invent everybody and everything, by lot and yet each time the same."""
    # Not for secrets: what matters is that it can be repeated.
    lot = Random(ZAAD)  # noqa: S311
    huishoudens = form_huishoudens(lay_out(lot), lot)
    omgeving = make_omgeving(lot)
    rijen = Rijen(lot)
    schrijver = make_schrijver(rijen, omgeving, lot, _spare_bsns())
    dossiers = [
        schrijver.open_dossier(nummer, huishouden)
        for nummer, huishouden in enumerate(huishoudens, start=EERSTE_NUMMER)
    ]
    register_all(rijen, omgeving, dossiers, lot)
    grant_all(rijen, omgeving, dossiers, lot)
    plan_all(rijen, omgeving, dossiers, lot)
    return rijen


def _spare_bsns() -> Iterator[str]:
    return islice(invent_bsns(), BSNS_OF_STORIES, None)
