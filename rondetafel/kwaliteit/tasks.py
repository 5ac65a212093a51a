from datetime import timedelta

from procrastinate.contrib.django import app

from rondetafel.kern import klok
from rondetafel.kern.logboek import Werker
from rondetafel.kwaliteit.operations import record_afwijkingen

DAGEN = 7


@app.periodic(cron="30 4 * * 1")
@app.task(name="kwaliteit.search_afwijkingen", queueing_lock="kwaliteit.search_afwijkingen")
def search_afwijkingen(timestamp: int) -> None:
    """Every Monday: look for what stood out in the seven days before; `timestamp` is when the clock said so."""
    peildatum = klok.today()
    record_afwijkingen(
        van=peildatum - timedelta(days=DAGEN),
        tot=peildatum - timedelta(days=1),
        door=Werker(doel="nagaan of het kijken klopt"),
        peildatum=peildatum,
    )
