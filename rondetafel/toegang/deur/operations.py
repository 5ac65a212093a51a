"""What happens at the door, each with its line in the logboek: coming in, going out, ways in that change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Handelend
from rondetafel.kern.operatie import operatie
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Briefcode, Gebruiker, Sessie
from rondetafel.toegang.rechten import Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Onbekende:
    """Whoever tries a name that is nobody's. The name itself is not kept: it may be a password, mistyped."""

    id: UUID | None = None
    naam: str = "onbekend"
    rol: str = ""
    doel: str = "inloggen"


@operatie
def record_login(gebruiker: Gebruiker, *, soort: str, door: Wie) -> None:
    """Note that somebody came in; `soort` says how, such as password, totp or the name of a provider."""
    logboek.record(Gebeurtenis.INGELOGD, gebruiker, door=door, soort=soort)


@operatie
def record_mislukt(gebruiker: Gebruiker, *, soort: str, door: Handelend) -> None:
    """Note that somebody tried to come in and did not."""
    logboek.record(Gebeurtenis.INLOGGEN_MISLUKT, gebruiker, door=door, soort=soort)


@operatie
def close_verlopen_sessie(gebruiker: Gebruiker, *, door: Wie) -> None:
    """Note that a session ended because nobody used it, or because a working day is over."""
    logboek.record(Gebeurtenis.SESSIE_GESTOPT, gebruiker, door=door, soort="verlopen")


@operatie
def stop_sessie(gebruiker: Gebruiker, *, door: Wie) -> None:
    """Note that somebody logged out."""
    logboek.record(Gebeurtenis.SESSIE_GESTOPT, gebruiker, door=door, soort="uitgelogd")


@operatie
def close_sessies(gebruiker: Gebruiker, kenmerken: Iterable[UUID], *, door: Wie) -> int:
    """End these sessions of one person, at once; what is not theirs stays. Returns how many ended."""
    aantal, _ = Sessie.objects.filter(gebruiker=gebruiker, kenmerk__in=list(kenmerken)).delete()
    logboek.record(Gebeurtenis.SESSIE_GESTOPT, gebruiker, door=door, soort="op afstand", aantal=aantal)
    return aantal


@operatie
def correct_wachtwoord(gebruiker: Gebruiker, *, wachtwoord: str, behalve: str | None, door: Wie) -> None:
    """Set another password; every session but the one with the key `behalve` ends."""
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    Sessie.objects.filter(gebruiker=gebruiker).exclude(session_key=behalve).delete()
    logboek.record(Gebeurtenis.WACHTWOORD_GEWIJZIGD, gebruiker, door=door)


@operatie
def add_tweede_stap(gebruiker: Gebruiker, *, soort: str, behalve: str | None, door: Wie) -> None:
    """Note that a second factor was set up. Sessions from before, which had no need of it, end."""
    Sessie.objects.filter(gebruiker=gebruiker).exclude(session_key=behalve).delete()
    logboek.record(Gebeurtenis.TWEEDE_STAP_INGESTELD, gebruiker, door=door, soort=soort)


@operatie
def withdraw_tweede_stap(gebruiker: Gebruiker, *, soort: str, door: Wie) -> None:
    """Note that somebody took away a second factor of their own."""
    logboek.record(Gebeurtenis.TWEEDE_STAP_GEWIST, gebruiker, door=door, soort=soort)


@operatie
def record_noodcodes(gebruiker: Gebruiker, *, soort: str, door: Wie) -> None:
    """Note that somebody saw their own recovery codes; `soort` says how: on the screen or as a file."""
    logboek.record(Gebeurtenis.NOODCODES_BEKEKEN, gebruiker, door=door, soort=soort)


@operatie
def add_noodcodes(gebruiker: Gebruiker, *, door: Wie) -> None:
    """Note that somebody made new recovery codes; those from before work no more."""
    logboek.record(Gebeurtenis.NOODCODES_GEMAAKT, gebruiker, door=door)


@operatie
def record_inlogdienst(gebruiker: Gebruiker, *, soort: str, door: Wie) -> None:
    """Note that a provider was bound to an account, or taken from it again."""
    logboek.record(Gebeurtenis.INLOGDIENST_GEKOPPELD, gebruiker, door=door, soort=soort)


@operatie
def open_herstel(gebruiker_id: UUID, *, vastgesteld: str, door: Wie, peildatum: date) -> Gebruiker:
    """Take away every second factor of somebody who lost theirs, and end their sessions.

    At the next login a professional sets up a new one. `vastgesteld` says how `door` made sure who asked.

    :raises GeenToegang: if `door` does not manage accounts, or asks it for themselves.
    :raises Gebruiker.DoesNotExist: when there is no such account.
    """
    require(door, Recht.ACCOUNT_HERSTELLEN, peildatum=peildatum)
    # The line in the logboek is about somebody else, which only who is known may write.
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.exclude(pk=door.id).get(pk=gebruiker_id)
        Authenticator.objects.filter(user_id=gebruiker.pk).delete()
        Sessie.objects.filter(gebruiker=gebruiker).delete()
    logboek.record(Gebeurtenis.TWEEDE_STAP_GEWIST, gebruiker, door=door, soort="herstel", reden=vastgesteld)
    return gebruiker


@operatie
def start_met_dienst(gebruiker: Gebruiker, *, soort: str, door: Wie) -> None:
    """Note that an invited person put their account into use through the provider `soort`, without a password."""
    logboek.record(Gebeurtenis.ACCOUNT_GESTART, gebruiker, door=door, soort=soort)


@operatie
def start_met_code(code: Briefcode, *, inlognaam: str, wachtwoord: str, door: Wie, nu: datetime) -> Gebruiker:
    """Let somebody use their account for the first time, with the code of a letter, which then is used up."""
    gebruiker = code.gebruiker
    gebruiker.inlognaam = inlognaam
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["inlognaam", "password"])
    code.gesloten_at = nu
    code.save(update_fields=["gesloten_at"])
    logboek.record(Gebeurtenis.ACCOUNT_GESTART, gebruiker, door=door, soort="briefcode")
    return gebruiker
