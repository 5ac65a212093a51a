"""A regisseur with holidays, and the colleague who stands in."""

from datetime import date, timedelta

from rondetafel.kern import logboek
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.vervanging.gegevens import Vervangopgave
from rondetafel.vervanging.models import Afwezig, Vervanging
from rondetafel.vervanging.operations import start_vervanging
from rondetafel.vervanging.queries import ties_through

WEG, VERVANGT = "joris", "linda"


def tell_vervanging(decor: Decor) -> None:
    """Joris has been away since some days and comes back in eleven; Linda reads his families meanwhile."""
    van = decor.workday(dagen=-3)
    opgave = Vervangopgave(
        wie_id=decor.accounts[WEG].pk,
        vervanger_id=decor.accounts[VERVANGT].pk,
        van=van,
        tot=decor.peildatum + timedelta(days=11),
        reden=Afwezig.VAKANTIE,
    )
    with on_day(van), as_person(decor.accounts[WEG], peildatum=van) as joris:
        vervanging = start_vervanging(opgave, door=joris, peildatum=van)
    _look(decor, vervanging, op=decor.workday(dagen=-1))


def _look(decor: Decor, vervanging: Vervanging, *, op: date) -> None:
    """As a page does when it shows the plan: the family finds her at "Wie keek er?", and for whom she came."""
    inzagen = [
        logboek.Inzage(gezin_id=band.gezin_id, gemeente_id=band.gemeente_id, onderdeel=Onderdeel.PLAN)
        for band in ties_through(vervanging)
    ]
    with on_day(op), as_person(decor.accounts[VERVANGT], peildatum=op) as linda:
        logboek.record_looks(inzagen, door=linda)
