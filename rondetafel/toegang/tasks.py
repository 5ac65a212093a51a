from datetime import UTC, datetime

from procrastinate.contrib.django import app

from rondetafel.toegang.deur.drempels import clear_forgotten
from rondetafel.toegang.deur.sessies import SessionStore


@app.periodic(cron="20 4 * * *")
@app.task(name="toegang.clear_door", queueing_lock="toegang.clear_door")
def clear_door(timestamp: int) -> None:
    """Every night: throw away sessions that ended, and wrong guesses of more than a day ago."""
    SessionStore.clear_expired()
    clear_forgotten(datetime.fromtimestamp(timestamp, UTC))
