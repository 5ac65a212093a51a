"""Is there a scanner where there must be one? Asked by `check --deploy`."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from rondetafel.documenten.scanner import GeenScannerIngesteld, current_scanner


@register("documenten", deploy=True)
def check_scanner(app_configs: Any, **options: Any) -> Sequence[CheckMessage]:
    """Nothing is shown to anybody without a scanner, so an installation without one is not finished."""
    try:
        current_scanner()
    except GeenScannerIngesteld:
        return [
            Error(
                "Er is geen virusscanner. Papieren die binnenkomen, blijven dan voor iedereen dicht.",
                hint="Zet RONDETAFEL_CLAMAV op de socket van ClamAV.",
                id="documenten.E001",
            )
        ]
    return []
