from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    name = "rondetafel.documenten"

    def ready(self) -> None:
        from rondetafel.documenten import controles  # noqa: F401 - registers the check
