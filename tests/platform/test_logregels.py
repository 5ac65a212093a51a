"""The technical log tells what broke, and nothing about whom."""

import json
import logging
import sys

from rondetafel.platform.logregels import JsonFormatter


def line(exc_info=None):
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "Fout op %s", ("/zorg/",), exc_info
    )
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_json_with_its_message():
    assert line()["message"] == "Fout op /zorg/"
    assert line()["level"] == "ERROR"


def test_an_exception_is_named_without_the_row_it_quotes():
    try:
        raise ValueError("Noor, geboren 2-3-2014")
    except ValueError:
        written = line(sys.exc_info())

    assert written["exception"] == "ValueError"
    assert "test_logregels.py:" in written["trace"]
    assert "Noor" not in json.dumps(written)
