from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from rondetafel.regels.catalogus import all_versies, read_map, use_regio


class KernConfig(AppConfig):
    name = "rondetafel.kern"

    def ready(self) -> None:
        """Read the catalogue before anybody asks: a malformed one ends the start, by file and line."""
        use_regio(read_map(Path(settings.CATALOGUS)) if settings.CATALOGUS else ())
        all_versies()
