"""What somebody typed, kept while the door asks who they are. In the session, so encrypted; never in the browser."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.http import HttpRequest

BEWAARD, GEVRAAGD = "bewaard", "gevraagd"
# A form of this size is no form; what is larger is an upload, which must be chosen again.
LANGST = 200_000
NIET = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """A form that was sent to `pad` and not accepted yet; `voor` is the person who typed it."""

    pad: str
    velden: list[list[str]]
    voor: str
    had_bestand: bool

    @property
    def teksten(self) -> list[str]:
        """What a reader recognises of it: the longer texts."""
        return [waarde for _, waarde in self.velden if " " in waarde]


def keep(request: HttpRequest, *, voor: UUID) -> None:
    """Keep what was sent with this request, for this person alone."""
    velden = [
        [naam, str(waarde)]
        for naam, waarden in request.POST.lists()
        if naam not in NIET
        for waarde in waarden
    ]
    if sum(len(waarde) for _, waarde in velden) > LANGST:
        return
    formulier = Formulier(
        pad=request.get_full_path(), velden=velden, voor=str(voor), had_bestand=bool(request.FILES)
    )
    request.session[BEWAARD] = asdict(formulier)


def keep_file(request: HttpRequest, *, voor: UUID) -> None:
    """Keep which file was asked for, beside a form that may be kept already."""
    request.session[GEVRAAGD] = {"pad": request.get_full_path(), "voor": str(voor)}


def kept_file(request: HttpRequest) -> str:
    """Return the address of the file that who is logged in now asked for, or an empty text."""
    gevraagd = request.session.get(GEVRAAGD, {})
    return str(gevraagd["pad"]) if gevraagd.get("voor") == str(request.user.pk) else ""


def kept(request: HttpRequest) -> Formulier | None:
    """Return what was kept for who is logged in now; what was somebody else's is thrown away unseen."""
    velden = request.session.get(BEWAARD)
    if velden is None:
        return None
    formulier = Formulier(**velden)
    if formulier.voor != str(request.user.pk):
        forget(request)
        return None
    return formulier


def forget(request: HttpRequest) -> None:
    request.session.pop(BEWAARD, None)
