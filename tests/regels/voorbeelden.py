"""What the tables of the rules start from: the catalogue of a day in 2026 and a calendar."""

from dataclasses import replace
from datetime import date

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.overleg import Rto
from rondetafel.regels.product import Keuze
from rondetafel.regels.werkdagen import Kalender, free_days

CATALOGUS = catalogue_on(date(2026, 1, 1))
KALENDER = Kalender(free_days(range(2019, 2031)))
BEGELEIDING_GROEP = CATALOGUS.product("begeleiding-groep")
BEHANDELING_INDIVIDUEEL = CATALOGUS.product("behandeling-individueel")
GEBIEDSTEAM = CATALOGUS.product("gebiedsteam")
LOGEREN = CATALOGUS.product("logeren")
KEUZES = CATALOGUS.keuzes


def choose(code: str, lezing: str) -> dict[str, Keuze]:
    """The readings of the catalogue, with another one for this contradiction."""
    return {**KEUZES, code: replace(KEUZES[code], gekozen=lezing)}


def goed_rto(gehouden_op: date) -> Rto:
    return Rto(
        gehouden_op=gehouden_op,
        totaalproces_bekeken=True,
        concrete_doelen=1,
        regisseur_aanwezig=True,
        gezin_aanwezig=True,
    )
