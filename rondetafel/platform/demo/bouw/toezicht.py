"""Looking that stood out, for who checks it: found in the logboek of the demo as the worker finds it."""

from datetime import timedelta

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern.logboek import Werker
from rondetafel.kwaliteit.operations import record_afwijkingen
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import look
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.rechten import Onderdeel

WEKEN = 3


def tell_toezicht(decor: Decor, gezinnen: list[Gezin]) -> None:
    """Somebody looked where they had no work; the searches of the last weeks find it, the first long ago."""
    for wie, gezin, dagen in (("bea", gezinnen[6], -16), ("miriam", gezinnen[2], -3)):
        look(decor, gezin, wie, Onderdeel.GEZIN, op=decor.workday(dagen=dagen))
    for weken in range(WEKEN, 0, -1):
        maandag = decor.peildatum - timedelta(weeks=weken - 1)
        with on_day(maandag):
            record_afwijkingen(
                van=maandag - timedelta(days=7),
                tot=maandag - timedelta(days=1),
                door=Werker(doel="nagaan of het kijken klopt"),
                peildatum=maandag,
            )
