"""How does a line of the technical log look? One JSON object, without anything about a person.

Only the message and where it arose are written: no request body, no query string, no local variables.
What people did and saw stands in `kern.logboek`, not here.
"""

import json
import logging
from datetime import UTC, datetime


class JsonFormatter(logging.Formatter):
    """One line of JSON per event; an exception adds its type and where it was raised, not its values."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            line |= {"exception": record.exc_info[0].__name__, "trace": _places(record)}
        return json.dumps(line, ensure_ascii=False)


def _places(record: logging.LogRecord) -> str:
    """The lines of code that led to the exception; its own message may quote a row, so it is left out."""
    places = []
    trace = record.exc_info[2] if record.exc_info else None
    while trace:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(places)
