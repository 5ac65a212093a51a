"""Which number comes next? The families of the stories have the first ones, always."""

from django.db import connection
from django.db.models import Max

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.nummers import Reeks

TABELLEN = {Reeks.GEZIN: Gezin, Reeks.AANMELDING: Aanmelding}


def continue_numbers() -> None:
    """Let each sequence go on after the highest number in use; with nothing in use, begin at 1.

    As an `alter`, because that is undone when loading fails halfway; `setval` would stay.
    """
    with connection.cursor() as cursor:
        for reeks, model in TABELLEN.items():
            hoogste = model._default_manager.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
            cursor.execute(f"alter sequence {reeks.value} restart with {hoogste + 1}")
