import logging

from procrastinate.contrib.django import app

from rondetafel.kern import klok
from rondetafel.werkplek.sweep import count_differences, one_moment, sweep

logger = logging.getLogger(__name__)


@app.periodic(cron="45 3 * * *")
@app.task(name="werkplek.check_termijnen", queueing_lock="werkplek.check_termijnen")
def check_termijnen(timestamp: int) -> None:
    """Every night: recompute every duty, and tell the technical log how many are not as the facts say."""
    with one_moment():
        regels = count_differences(sweep(klok.today()))
    for regel in regels:
        logger.error("termijnen kloppen niet: %s", regel)
