import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from rondetafel.kern.zegels import check_logboek, seal_lines

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="kern.seal_logboek", queueing_lock="kern.seal_logboek")
def seal_logboek(timestamp: int) -> None:
    """Seal the lines of the last minute; `timestamp` is when the clock said so."""
    seal_lines(moment=timezone.now())


@app.periodic(cron="15 3 * * *")
@app.task(name="kern.report_changes", queueing_lock="kern.report_changes")
def report_changes(timestamp: int) -> None:
    """Every night: go along the whole chain, and tell the technical log what is not as it was."""
    for bevinding in check_logboek():
        logger.error("logboek klopt niet: %s", bevinding)
