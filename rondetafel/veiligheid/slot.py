"""How does someone get in? As a member, in the database role of this room, after saying why."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import salted_hmac

from rondetafel.kern import klok, logboek
from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.context import as_role
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.veiligheid.models import LEDENROLLEN, Dossier, Opening

VEILIG = "veilig"

P = ParamSpec("P")


@contextmanager
def as_veilig(wie: Wie, *, peildatum: date) -> Iterator[None]:
    """Run a block in the database role that may enter this room, as far as `wie` is a member."""
    with as_role(VEILIG, wie=wie, peildatum=peildatum):
        yield


def session_of(request: Verzoek) -> str:
    """Return a mark of this session that cannot be turned back into it."""
    return salted_hmac("veiligheid", request.session.session_key or "", algorithm="sha256").hexdigest()


def behind_lock(
    view: Callable[Concatenate[Verzoek, P], HttpResponse],
) -> Callable[Concatenate[Verzoek, P], HttpResponse]:
    """Let a view of this room answer in the role `veilig`; for everybody else it does not exist.

    :raises GeenToegang: for a rol that is never a member.
    """

    @wraps(view)
    def answer(request: Verzoek, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.wie.rol not in LEDENROLLEN:
            raise GeenToegang("veiligheid")
        with as_veilig(request.wie, peildatum=klok.today()):
            return view(request, *args, **kwargs)

    return answer


def with_dossier(
    view: Callable[Concatenate[Verzoek, Dossier, P], HttpResponse],
) -> Callable[Concatenate[Verzoek, UUID, P], HttpResponse]:
    """Give a view the dossier that is open in this session; a member who did not say why is asked first."""

    @wraps(view)
    def answer(request: Verzoek, pk: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        dossier = find_dossier(request, pk)
        open_hier = Opening.objects.running().filter(
            dossier=dossier, gebruiker_id=request.wie.id, sessie=session_of(request)
        )
        if not open_hier.exists():
            return redirect("veiligheid:openen", pk)
        return view(request, dossier, *args, **kwargs)

    wrapped: Any = behind_lock(answer)
    return wrapped


def find_dossier(request: Verzoek, pk: UUID) -> Dossier:
    """Return a dossier of which this person is a member; being at its door is a look that is noted."""
    dossier = get_object_or_404(Dossier.objects.visible_to(request.wie, klok.today()), pk=pk)
    logboek.note_look(request, [dossier], Onderdeel.VEILIGHEID)
    return dossier


def note_door(request: Verzoek, gezin_id: UUID) -> None:
    """Note that someone stood at the door of this room with a family: a line that no list by family holds."""
    logboek.note_look(request, [Dossier(pk=gezin_id)], Onderdeel.VEILIGHEID)
