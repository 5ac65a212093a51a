"""For whom does the database answer? Every transaction says it first, and forgets it at its end.

A connection starts as the database role `deur` (set on the login role), which reads accounts and
sessions only. Once the person
is known, one round trip takes the role `smal` or `breed` and
names the person and the day; the policies read them. Whoever forgets the context reads nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse

from rondetafel.kern import klok, logboek
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.vertrouwelijk import part_of_room
from rondetafel.toegang.herkomst import origin_of
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker

DEUR = "deur"
CIJFERS = "cijfers"

# Pages about one's own account: they read nothing but accounts, so they stay at the door.
ACCOUNTPAGINAS = "/account/"

Antwoord = Callable[[HttpRequest], HttpResponse]


def enter(
    rol: str, *, gebruiker_id: UUID | None, peildatum: date | None, meekijker_id: UUID | None = None
) -> None:
    """Take a database role for the rest of this transaction, in one round trip."""
    _set(rol, str(gebruiker_id or ""), str(peildatum or ""), str(meekijker_id or ""))


def load_wie(gebruiker_id: UUID) -> Wie:
    """Return the facts about one account.

    :raises Gebruiker.DoesNotExist: when there is no such account, or it is closed.
    """
    return Gebruiker.objects.with_banden().get(pk=gebruiker_id, is_active=True).as_wie()


@contextmanager
def as_role(
    rol: str, *, wie: Wie | None = None, meekijker: Wie | None = None, peildatum: date | None = None
) -> Iterator[None]:
    """Run a block in a transaction under `rol`, then give the surrounding transaction its own role back."""
    with transaction.atomic():
        before = _current()
        enter(
            rol,
            gebruiker_id=wie.id if wie else None,
            meekijker_id=meekijker.id if meekijker else None,
            peildatum=peildatum,
        )
        yield
        _set(*before)


@contextmanager
def as_wie(wie: Wie, *, meekijker: Wie | None = None, peildatum: date) -> Iterator[Wie]:
    """Run a block as `wie` on `peildatum`: what it reads is what this person may read.

    `meekijker`: who looks along; what is hidden from either of them is not there.
    """
    with as_role(wie.kring.value, wie=wie, meekijker=meekijker, peildatum=peildatum):
        yield wie


@contextmanager
def as_person(gebruiker: Gebruiker, *, peildatum: date) -> Iterator[Wie]:
    """Like `as_wie`, with the facts about `gebruiker` read at the door first."""
    with as_role(DEUR):
        wie = load_wie(gebruiker.pk)
    with as_wie(wie, peildatum=peildatum):
        yield wie


def _set(rol: str, gebruiker: str, peildatum: str, meekijker: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('role', %s, true), set_config('rondetafel.gebruiker', %s, true),"
            " set_config('rondetafel.peildatum', %s, true), set_config('rondetafel.meekijker', %s, true)",
            [rol, gebruiker, peildatum, meekijker],
        )


def _current() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('role'), current_setting('rondetafel.gebruiker', true),"
            " current_setting('rondetafel.peildatum', true), current_setting('rondetafel.meekijker', true)"
        )
        return [waarde or "" for waarde in cursor.fetchone()]


class ContextMiddleware:
    """Outermost: the whole request is one transaction, undone when it ends in a failure of ours."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with logboek.from_origin(origin_of(request)), transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


class PersonMiddleware:
    """Innermost: name the person to the database, answer, and write who looked before the answer leaves."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.wie, request.inzage = None, []  # type: ignore[attr-defined]
        gebruiker = request.user
        if not gebruiker.is_authenticated:
            return self.get_response(request)
        wie = gebruiker.as_wie()
        request.wie = wie  # type: ignore[attr-defined]
        if request.path.startswith(ACCOUNTPAGINAS):
            return self.get_response(request)
        enter(wie.kring.value, gebruiker_id=wie.id, peildatum=klok.today())
        response = self.get_response(request)
        self._record(request, response, wie)
        if request.session.modified:
            enter(DEUR, gebruiker_id=None, peildatum=None)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal of rights, or a row that is out of reach, as if the thing did not exist."""
        if isinstance(exception, GeenToegang | ObjectDoesNotExist):
            raise Http404 from exception
        return None

    def _record(self, request: HttpRequest, response: HttpResponse, wie: Wie) -> None:
        if response.status_code == 404 and request.resolver_match:
            logboek.record_refusal(
                request.resolver_match.view_name,
                ["niet gevonden of niet toegestaan"],
                door=wie,
                betreft_id=_uuid_of(request),
                onderdeel=part_of_room(request.resolver_match.namespace),
            )
        elif response.status_code < 500:
            logboek.record_looks(request.inzage, door=wie)  # type: ignore[attr-defined]


def _uuid_of(request: HttpRequest) -> UUID | None:
    waarden = request.resolver_match.kwargs.values() if request.resolver_match else ()
    return next((waarde for waarde in waarden if isinstance(waarde, UUID)), None)
