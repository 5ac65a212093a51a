"""What does Django itself cost? One page with twenty rows from one query, and nothing else.

No middleware, no login, no rights, no layout: the floor under every page of ours. It runs on the same
server with the same settings of gunicorn, in a database of its own (the variable KAAL_URL).
"""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from psycopg.conninfo import conninfo_to_dict

RIJEN = 20
PAGINA = """<!doctype html>
<html lang="nl"><head><title>Kaal</title></head><body><h1>Kaal</h1><table>
{% for rij in rijen %}<tr><td>{{ rij.nummer }}</td><td>{{ rij.naam }}</td><td>{{ rij.dag|date:"j F Y" }}</td></tr>
{% endfor %}</table></body></html>
"""

_address = conninfo_to_dict(os.environ["KAAL_URL"])
settings.configure(
    SECRET_KEY="kaal",  # noqa: S106 - this page signs nothing
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    LANGUAGE_CODE="nl",
    USE_TZ=True,
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _address["dbname"],
            "USER": _address["user"],
            "HOST": _address["host"],
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    },
)
django.setup()


class Rij(models.Model):
    """A row like any other."""

    nummer = models.IntegerField(primary_key=True)
    naam = models.CharField(max_length=100)
    dag = models.DateField()

    class Meta:
        app_label = "kaal"
        ordering = ["nummer"]

    def __str__(self) -> str:
        return self.naam


def fill() -> None:
    """Make the table with its rows anew."""
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists kaal_rij")
        cursor.execute("create table kaal_rij (nummer int primary key, naam varchar(100), dag date not null)")
        cursor.execute(
            "insert into kaal_rij select n, 'Rij ' || n, date '2020-07-01' + n from generate_series(1, %s) n",
            [RIJEN],
        )


def show(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEMPLATE.render({"rijen": Rij.objects.all()}))


urlpatterns = [path("", show)]
TEMPLATE = engines["django"].from_string(PAGINA)
application = get_wsgi_application()

if __name__ == "__main__":
    fill()
