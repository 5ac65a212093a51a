"""Whose eyes does the measurement look through? A busy regisseur and a reader of figures, logged in by hand."""

from datetime import date

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.formulier import read_form
from bench.klant import Klant
from bench.opstelling import MetingMislukt
from rondetafel.gezinnen.models import Regie
from rondetafel.gezinsplan.models import Doel
from rondetafel.toegang.deur.sessies import SessionStore
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Recht, rollen_with

# Not queries of the page, but the transaction around them.
TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def running_regie(peildatum: date) -> QuerySet[Regie]:
    return Regie.objects.filter(Q(tot__isnull=True) | Q(tot__gte=peildatum), van__lte=peildatum)


def busiest_regisseur(peildatum: date) -> Gebruiker:
    """The regisseur with the most families on that day.

    :raises Gebruiker.DoesNotExist: when the population has none.
    """
    drukste = (
        running_regie(peildatum).values("regisseur").annotate(aantal=Count("pk")).order_by("-aantal").first()
    )
    return Gebruiker.objects.get(pk=drukste["regisseur"] if drukste else None)


def count_families(regisseur: Gebruiker, peildatum: date) -> int:
    return running_regie(peildatum).filter(regisseur=regisseur).count()


def reader_of_figures() -> Gebruiker:
    """An account that may read figures; made when the population has none."""
    lezer = Gebruiker.objects.filter(rol__in=rollen_with(Recht.CIJFERS_LEZEN), is_active=True).first()
    return lezer or Gebruiker.objects.create(
        email="cijfers@voorbeeld.example",
        naam="Lezer van cijfers",
        rol=min(rollen_with(Recht.CIJFERS_LEZEN)),
        gemeenten=sorted(Gebruiker.objects.exclude(gemeenten=[]).values_list("gemeenten", flat=True)[0]),
    )


def log_in(gebruiker: Gebruiker) -> str:
    """Open a session in the database and return it as the header of a cookie.

    The accounts of a population are closed, because nobody has their password; this database is ours alone.
    """
    Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=True)
    sessie = SessionStore()
    sessie[SESSION_KEY] = str(gebruiker.pk)
    sessie[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    sessie[HASH_SESSION_KEY] = gebruiker.get_session_auth_hash()
    sessie.save()
    return f"{settings.SESSION_COOKIE_NAME}={sessie.session_key}"


def paths_of_plans(regisseur: Gebruiker, peildatum: date, aantal: int) -> list[str]:
    """The pages of the first families of this regisseur that have a plan with goals.

    :raises MetingMislukt: when there are none.
    """
    gezinnen = (
        running_regie(peildatum)
        .filter(regisseur=regisseur, gezin__plan__doelen__isnull=False)
        .order_by("gezin__nummer")
        .values_list("gezin_id", flat=True)
        .distinct()
    )
    if not gezinnen:
        raise MetingMislukt("de populatie heeft geen gezin met doelen bij deze regisseur")
    return [reverse("werkplek:gezin", args=[gezin]) for gezin in gezinnen[:aantal]]


def path_of_caseload() -> str:
    return reverse("werkplek:gezinnen")


def edit_goals(regisseur: Gebruiker, sessie: str, *, peildatum: date, aantal: int) -> list[Klant]:
    """Clients that each save a goal of their own over and over, from the version it has now."""
    gezinnen = running_regie(peildatum).filter(regisseur=regisseur).values("gezin_id")
    doelen = Doel.objects.filter(gezin_id__in=gezinnen).order_by("gezin__nummer", F("pk"))[:aantal]
    return [_edit_goal(reverse("gezinsplan:doel", args=[doel.pk]), sessie) for doel in doelen]


def _edit_goal(pad: str, sessie: str) -> Klant:
    # Django compares cookie and form only; any value of the right length does.
    csrf = "b" * 32
    page = _client().get(pad, HTTP_COOKIE=sessie)
    velden = read_form(page.content.decode(), pad) | {"csrfmiddlewaretoken": csrf}
    koekjes = f"{sessie}; {settings.CSRF_COOKIE_NAME}={csrf}"
    return Klant(paden=[pad], koekjes=koekjes, velden=velden, teller="gelezen")


def count_queries(klant: Klant) -> int:
    """How many queries the page of this client takes, asked in this process; what is read once is not counted.

    :raises MetingMislukt: when the answer is not the expected one.
    """
    client, pad = _client(), klant.paden[0]
    client.get(pad, HTTP_COOKIE=klant.koekjes)
    with CaptureQueriesContext(connection) as queries:
        if klant.velden:
            answer = client.post(pad, klant.velden, HTTP_COOKIE=klant.koekjes)
        else:
            answer = client.get(pad, HTTP_COOKIE=klant.koekjes)
    if answer.status_code != klant.verwacht:
        raise MetingMislukt(f"{pad}: {answer.status_code}")
    return sum(not query["sql"].startswith(TRANSACTION) for query in queries)


def _client() -> Client:
    return Client(SERVER_NAME="localhost")
