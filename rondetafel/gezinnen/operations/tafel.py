"""Who gets a chair at the table, and who reads along because the law says so."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.hertekenen import end_vraag
from rondetafel.gezinnen.inzage import reading_rights_of, require_address, require_own_account
from rondetafel.gezinnen.models import Betrokkene, Contact, Deelstand, Deelvraag, Gezin, Groep
from rondetafel.gezinnen.samen import redraw_samen
from rondetafel.gezinnen.schermen import Verband
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle_chair
from rondetafel.kern.versie import save_version
from rondetafel.toegang.accounts import invite_account, invite_by_code
from rondetafel.toegang.banden import Leesrecht, close_banden, open_band
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid

STOELVELDEN = ("naam", "relatie", "organisatie", "steun", "is_blijvend")


@operatie
def add_betrokkene(
    gezin_id: UUID,
    *,
    groep: Groep,
    naam: str,
    relatie: str,
    organisatie: str = "",
    email: str = "",
    verband: Verband | None = None,
    steun: Iterable[str] = (),
    is_blijvend: bool = False,
    door: Wie,
    peildatum: date,
) -> Betrokkene:
    """Give someone a chair at the table; without a name the chair stays open.

    :raises GeenToegang: if `door` does not set this table.
    :raises Gezin.DoesNotExist: if `door` may not see this family.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum)
    betrokkene = Betrokkene.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        groep=groep,
        naam=naam,
        relatie=relatie,
        organisatie=organisatie,
        steun=list(steun),
        is_blijvend=is_blijvend,
        van=peildatum,
        **_as_columns(verband),
    )
    _keep_email(betrokkene, email)
    logboek.record(
        Gebeurtenis.BETROKKENE_TOEGEVOEGD, betrokkene, door=door, onderdeel=Onderdeel.GEZIN, relatie=relatie
    )
    return betrokkene


@operatie
def correct_betrokkene(
    pk: UUID, *, gelezen: int, waarden: dict[str, Any], door: Wie, peildatum: date
) -> Betrokkene:
    """Change what stands in `waarden` of a chair, unless someone else did meanwhile.

    It may hold name, relation, organisation, e-mail, what they give, whether they stay, and as `verband` of
    whom it tells something.

    :raises Botsing: when the chair was changed after version `gelezen`.
    """
    betrokkene = Betrokkene.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=betrokkene.gezin_id, peildatum=peildatum)
    kolommen: dict[str, Any] = {veld: waarden[veld] for veld in STOELVELDEN if veld in waarden}
    if "verband" in waarden:
        kolommen |= _as_columns(waarden["verband"])
    for veld, waarde in kolommen.items():
        setattr(betrokkene, veld, waarde)
    save_version(betrokkene, gelezen=gelezen, velden=kolommen)
    if "email" in waarden:
        _keep_email(betrokkene, waarden["email"])
    logboek.record(
        Gebeurtenis.BETROKKENE_GEWIJZIGD,
        betrokkene,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        velden=sorted(waarden.keys() - {"verband"}),
    )
    return betrokkene


@operatie
def invite_betrokkene(pk: UUID, *, door: Wie, peildatum: date) -> Betrokkene:
    """Let someone at the table read along with an account of their own; the invitation goes by mail.

    :raises Geweigerd: when nothing gives this person the right to read, or someone else at the table
        uses the same address.
    :raises AdresBezet: when the address belongs to an account for work.
    """
    stoelen = Betrokkene.objects.visible_to(door, peildatum).with_email()
    betrokkene = stoelen.select_related("persoon", "gezin").get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=betrokkene.gezin_id, peildatum=peildatum)
    require_address(betrokkene)
    rechten = reading_rights_of(betrokkene, peildatum)
    gebruiker_id = invite_account(
        email=betrokkene.email,
        naam=_name_for_account(betrokkene),
        functie=_word_for(betrokkene, rechten[0]),
        gezin_id=betrokkene.gezin_id,
    )
    require_own_account(betrokkene, gebruiker_id)
    _let_read(betrokkene, gebruiker_id, rechten, peildatum)
    logboek.record(Gebeurtenis.ACCOUNT_GEOPEND, betrokkene, door=door, onderdeel=Onderdeel.TOEGANG)
    return betrokkene


@operatie
def invite_by_letter(pk: UUID, *, door: Wie, peildatum: date) -> str:
    """Let someone without e-mail read along; returns the code for their letter, which is kept nowhere.

    An earlier letter to the same person is void from now on.

    :raises Geweigerd: when nothing gives this person the right to read.
    """
    betrokkene = Betrokkene.objects.visible_to(door, peildatum).select_related("persoon", "gezin").get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=betrokkene.gezin_id, peildatum=peildatum)
    rechten = reading_rights_of(betrokkene, peildatum)
    gebruiker_id, code = invite_by_code(
        gebruiker_id=betrokkene.gebruiker_id,
        naam=_name_for_account(betrokkene),
        functie=_word_for(betrokkene, rechten[0]),
        geboortedatum=betrokkene.persoon.geboortedatum if betrokkene.persoon else None,
    )
    _let_read(betrokkene, gebruiker_id, rechten, peildatum)
    logboek.record(Gebeurtenis.BRIEFCODE_GEMAAKT, betrokkene, door=door, onderdeel=Onderdeel.TOEGANG)
    return code


@operatie
def close_inzage(pk: UUID, *, door: Wie, peildatum: date) -> Betrokkene:
    """Stop someone at the table from reading along, on whatever ground. The account itself stays.

    :raises GeenToegang: if `door` does not set this table.
    """
    betrokkene = Betrokkene.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=betrokkene.gezin_id, peildatum=peildatum)
    close_banden(grond_id=betrokkene.pk, peildatum=peildatum)
    vragen = Deelvraag.objects.filter(betrokkene=betrokkene, stand__in=(Deelstand.OPEN, Deelstand.GEGEVEN))
    for vraag in vragen:
        end_vraag(vraag, Deelstand.INGETROKKEN, peildatum=peildatum)
    redraw_samen(betrokkene.gezin, people_of(betrokkene.gezin_id), peildatum=peildatum)
    logboek.record(Gebeurtenis.INZAGE_GESLOTEN, betrokkene, door=door, onderdeel=Onderdeel.TOEGANG)
    return betrokkene


def _as_columns(verband: Verband | None) -> dict[str, Any]:
    if verband is None:
        return {"aard": "", "hoort_bij_id": None}
    return {"aard": verband.aard.value, "hoort_bij_id": verband.persoon_id}


def _keep_email(betrokkene: Betrokkene, email: str) -> None:
    """An address that was emptied stays as an empty one: nothing is deleted."""
    contact = Contact.objects.filter(betrokkene=betrokkene).first()
    if contact:
        contact.email = email
        save_version(contact, gelezen=contact.versie, velden=["email"])
    elif email:
        Contact.objects.create(
            betrokkene=betrokkene,
            gezin_id=betrokkene.gezin_id,
            gemeente_id=betrokkene.gemeente_id,
            email=email,
        )


def _name_for_account(betrokkene: Betrokkene) -> str:
    """An account has less room for a name than a person of the family."""
    return betrokkene.naam[: Gebruiker._meta.get_field("naam").max_length]


def _word_for(betrokkene: Betrokkene, recht: Leesrecht) -> str:
    """What someone is to this family. A "kind" at the table who reads along is a jongere."""
    is_jeugdige = recht.hoedanigheid is Hoedanigheid.JEUGDIGE
    return str(recht.hoedanigheid.label) if is_jeugdige else betrokkene.relatie


def _let_read(
    betrokkene: Betrokkene, gebruiker_id: UUID, rechten: Iterable[Leesrecht], peildatum: date
) -> None:
    """Give this account the ties of the chair, in the place of those that rested on it before."""
    close_banden(grond_id=betrokkene.pk, peildatum=peildatum)
    for recht in rechten:
        open_band(betrokkene.gezin, gebruiker_id=gebruiker_id, recht=recht, grond_id=betrokkene.pk)
    betrokkene.gebruiker_id = gebruiker_id
    save_version(betrokkene, gelezen=betrokkene.versie, velden=["gebruiker_id"])
    settle_chair(betrokkene.pk, peildatum=peildatum)
