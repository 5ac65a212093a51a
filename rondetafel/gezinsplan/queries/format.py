"""Which versions of the doelenmatrix are there, and which of them begins a plan today?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from rondetafel.gezinsplan.models import Formatversie


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatregel:
    """A version with how many areas and goals it has. Of those in use one is the newest: `is_huidig`."""

    versie: Formatversie
    gebieden: int
    doelen: int
    is_huidig: bool
    is_gepland: bool


def list_formats(peildatum: date) -> list[Formatregel]:
    """Every version, what is still being written first; one query."""
    versies = Formatversie.objects.annotate(
        gebiedtelling=Count("gebieden", distinct=True), doeltelling=Count("gebieden__doelen", distinct=True)
    )
    rijen = sorted(versies, key=lambda een: (een.geldig_vanaf or date.max, een.created_at), reverse=True)
    huidig = next((een for een in rijen if een.geldig_vanaf and een.geldig_vanaf <= peildatum), None)
    return [
        Formatregel(
            versie=een,
            gebieden=een.gebiedtelling,
            doelen=een.doeltelling,
            is_huidig=een is huidig,
            is_gepland=bool(een.geldig_vanaf and een.geldig_vanaf > peildatum),
        )
        for een in rijen
    ]
