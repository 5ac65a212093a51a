"""What day is it? The only place that reads the calendar; views, tasks and commands pass it on as `peildatum`."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Return today in Europe/Amsterdam, or the fixed day of a demo or test (setting VANDAAG)."""
    vast: date | None = settings.VANDAAG
    return vast or timezone.localdate()
