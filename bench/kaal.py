"""What does Django itself cost? One page as Django comes out of the box: a session, a user, one case.

The middleware of a new Django project, someone who is logged in, a case and its twenty rows in a page
with a base; no rights per family, no second fence, no read log, no components. That is the floor
under every page of ours. It runs on the same server with the same settings of gunicorn, in a database
of its own (the variable KAAL_URL).
"""

import os
from datetime import date, timedelta

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.decorators import login_required
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from psycopg.conninfo import conninfo_to_dict

RIJEN = 20
# The one session there is; bench/bladzijden.py sends it along.
SESSIE = "kaal" * 8
BASIS = """<!doctype html>
<html lang="nl"><head><title>{% block titel %}{% endblock %}</title></head><body>
<p>{{ user.username }}</p>{% block inhoud %}{% endblock %}</body></html>
"""
PAGINA = """{% extends "basis.html" %}{% block titel %}{{ zaak.naam }}{% endblock %}
{% block inhoud %}<h1>{{ zaak.naam }}</h1><table>
{% for rij in zaak.rijen.all %}
<tr><td>{{ rij.nummer }}</td><td>{{ rij.naam }}</td><td>{{ rij.dag|date:"j F Y" }}</td></tr>
{% endfor %}</table>{% endblock %}
"""

_address = conninfo_to_dict(os.environ["KAAL_URL"])
settings.configure(
    SECRET_KEY="kaal",  # noqa: S106 - this page signs nothing
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    LANGUAGE_CODE="nl",
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [
                            (
                                "django.template.loaders.locmem.Loader",
                                {"basis.html": BASIS, "pagina.html": PAGINA},
                            )
                        ],
                    )
                ],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
            },
        }
    ],
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


class Zaak(models.Model):
    """A case like any other."""

    naam = models.CharField(max_length=100)

    class Meta:
        app_label = "kaal"

    def __str__(self) -> str:
        return self.naam


class Rij(models.Model):
    """A row like any other."""

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="rijen")
    nummer = models.IntegerField()
    naam = models.CharField(max_length=100)
    dag = models.DateField()

    class Meta:
        app_label = "kaal"
        ordering = ["nummer"]

    def __str__(self) -> str:
        return self.naam


def fill() -> None:
    """Make the tables, one case with its rows, and one person who is logged in."""
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists kaal_rij, kaal_zaak")
    with connection.schema_editor() as editor:
        editor.create_model(Zaak)
        editor.create_model(Rij)
    zaak = Zaak.objects.create(naam="Zaak 1")
    begin = date(2020, 7, 1)
    Rij.objects.bulk_create(
        Rij(zaak=zaak, nummer=n, naam=f"Rij {n}", dag=begin + timedelta(days=n)) for n in range(RIJEN)
    )
    user, _made = User.objects.get_or_create(username="kaal")
    inhoud = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    Session.objects.update_or_create(
        session_key=SESSIE,
        defaults={
            "session_data": SessionStore().encode(inhoud),
            "expire_date": timezone.now() + timedelta(days=1),
        },
    )


@login_required
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "pagina.html", {"zaak": get_object_or_404(Zaak)})


urlpatterns = [path("", show)]
application = get_wsgi_application()

if __name__ == "__main__":
    fill()
