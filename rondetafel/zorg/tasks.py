from procrastinate.contrib.django import app

from rondetafel.kern import klok
from rondetafel.kern.logboek import Werker
from rondetafel.regels.ondertekening import signed_on
from rondetafel.zorg.brieven import open_brieven, reread
from rondetafel.zorg.operations import complete_brief

WERKER = Werker(doel="bewaren wie een brief tekende")


@app.periodic(cron="15 0 * * *")
@app.task(name="zorg.keep_brieven", queueing_lock="zorg.keep_brieven")
def keep_brieven(timestamp: int) -> None:
    """Every night: keep the letters that became complete because somebody does not have to sign any more."""
    peildatum = klok.today()
    for brief in open_brieven():
        if signed_on(reread(brief), peildatum):
            complete_brief(brief.pk, door=WERKER, peildatum=peildatum)
