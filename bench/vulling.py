"""What is in the database that is measured? The families of the demo, and the population beside them."""

from datetime import date

from rondetafel.platform.gegevens import call, start_django, tell

# The families that the demo tells by hand come along; they live in another year than the population.
DEMODAG = date(2026, 11, 16)


def prepare() -> None:
    """Bring the tables up to date, and fill them when they are empty."""
    start_django("eigenaar")
    call("migrate", "Tabellen bijgewerkt")
    call("collectstatic", "Stijl en lettertypen klaargezet", interactive=False)
    from django.db import connection

    from rondetafel.platform.demo.laden import load_demo
    from rondetafel.toegang.models import Gebruiker

    if not Gebruiker.objects.exists():
        load_demo(DEMODAG, tell)
        with connection.cursor() as cursor:
            cursor.execute("vacuum analyze")
