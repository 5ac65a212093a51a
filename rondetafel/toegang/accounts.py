"""How does someone get an account? By invitation only, opened at the door, activated with a link by mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from rondetafel.kern.looptijd import running_on
from rondetafel.kern.mails import Mail, link_to
from rondetafel.kern.post import queue_mail
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.deur.briefcodes import open_code
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rollen import Rol


class AdresBezet(Exception):
    """The address belongs to an account of another kind: of a family, or for other work."""


def invite_account(*, email: str, naam: str, functie: str, gezin_id: UUID) -> UUID:
    """Open a family account for `email`, or find the one there is, and mail a link to it. Returns its key.

    The link leaves only when a tie with this family has been opened by then, and not ended.

    `functie` is the word for this person at this table ("moeder"). Who is something else at another
    table keeps no word of their own: it would be wrong at one of the two.

    :raises AdresBezet: when the address is that of an account for work.
    """
    gebruiker_id = open_account(email=email, naam=naam, functie=functie)
    with as_role(DEUR):
        _mail(Gebruiker.objects.get(pk=gebruiker_id), gezin_id)
    return gebruiker_id


def open_account(*, email: str, naam: str, functie: str) -> UUID:
    """Open a family account for `email`, or find the one there is, without telling anybody. Returns its key.

    It opens nothing: there is no password and no tie. See `invite_account` for `functie`.

    :raises AdresBezet: when the address is that of an account for work.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
        if gebruiker and gebruiker.rol != Rol.GEZIN:
            raise AdresBezet
        if gebruiker is None:
            gebruiker = _create(email=email.lower(), naam=naam, functie=functie)
        elif gebruiker.functie != functie:
            gebruiker.functie = ""
            gebruiker.save(update_fields=["functie"])
    return gebruiker.pk


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """For which organisation somebody works, and in which rol."""

    rol: Rol
    organisatie_id: UUID


def open_work_account(*, email: str, naam: str, werk: Werk) -> tuple[UUID, str]:
    """Open an account for work that nobody can use yet, or find the one there is. Returns key and name.

    :raises AdresBezet: when the address is that of a family, or of other work.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
        if gebruiker is None:
            gebruiker = _create(email=email.lower(), naam=naam, werk=werk)
        elif (gebruiker.rol, gebruiker.organisatie_id) != (werk.rol, werk.organisatie_id):
            raise AdresBezet
        return gebruiker.pk, gebruiker.naam


def mail_first_link(gebruiker_id: UUID, *, gezin_id: UUID) -> None:
    """Mail a link to who never used the account, as long as they are to read along with this family.

    Who logs in already needs none, who got a letter has a code.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.get(pk=gebruiker_id)
        if gebruiker.email and gebruiker.last_login is None and not gebruiker.has_usable_password():
            _mail(gebruiker, gezin_id)


def mail_change(gebruiker_id: UUID, *, gezin_id: UUID | None = None) -> None:
    """Mail the owner of an account that something changed, and nothing of what it was.

    With `gezin_id` only as long as they read along there. Without it: it is about what is their own, or about
    access that ends, and then it must arrive.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.get(pk=gebruiker_id)
        if gebruiker.email:
            inhoud = link_to(reverse("account_login"))
            queue_mail(Mail.VERANDERING, aan=gebruiker.email, inhoud=inhoud, gezin_id=gezin_id)


def invite_by_code(
    *, gebruiker_id: UUID | None, naam: str, functie: str, geboortedatum: date | None
) -> tuple[UUID, str]:
    """Open an account for somebody without e-mail and make the code of their letter. Returns key and code.

    `gebruiker_id` is the account they have, if any. One with an e-mail address stays as it is: its owner
    gets in by mail, and nobody else by letter.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.filter(pk=gebruiker_id, email__isnull=True).first()
        if gebruiker is None:
            gebruiker = _create(email=None, naam=naam, functie=functie)
        return gebruiker.pk, open_code(gebruiker, geboortedatum=geboortedatum, nu=timezone.now())


def mail_work(gebruiker_ids: Iterable[UUID], *, rol: Rol, gemeente_id: int) -> None:
    """Tell these colleagues, and everyone of this rol in this municipality, that there is something to read."""
    with as_role(DEUR):
        wie = Q(pk__in=list(gebruiker_ids)) | Q(rol=rol, gemeenten__contains=[gemeente_id])
        _mail_all(Gebruiker.objects.filter(wie))


def stand_ins_of(gebruiker_ids: Iterable[UUID], *, gezin_id: UUID, peildatum: date) -> list[UUID]:
    """Who stands in today, in this family, for one of these colleagues? Also asked by who reads no ties there."""
    banden = Band.objects.filter(
        running_on(peildatum),
        gezin_id=gezin_id,
        grond=Grond.VERVANGING,
        vervangt__gebruiker_id__in=list(gebruiker_ids),
    )
    with as_role(DEUR):
        return list(banden.values_list("gebruiker_id", flat=True))


def mail_readers(gebruiker_ids: Iterable[UUID], *, gezin_id: UUID, peildatum: date) -> None:
    """Tell those of these people who read along with a family that there is something to read.

    Asked today, and once more when the mail leaves.
    """
    leest_mee = Band.objects.filter(
        running_on(peildatum), gezin_id=gezin_id, gebruiker=OuterRef("pk"), tot_at__isnull=True
    )
    with as_role(DEUR):
        _mail_all(Gebruiker.objects.filter(Exists(leest_mee), pk__in=list(gebruiker_ids)), gezin_id)


def _mail_all(gebruikers: QuerySet[Gebruiker], gezin_id: UUID | None = None) -> None:
    for gebruiker in gebruikers.filter(is_active=True, email__isnull=False):
        assert gebruiker.email
        inhoud = link_to(reverse("account_login"))
        queue_mail(Mail.BERICHT, aan=gebruiker.email, inhoud=inhoud, gezin_id=gezin_id)


def _create(*, email: str | None, naam: str, functie: str = "", werk: Werk | None = None) -> Gebruiker:
    """An account that nobody can use yet; without `werk` of a family."""
    gebruiker = Gebruiker(
        email=email,
        naam=naam,
        rol=werk.rol if werk else Rol.GEZIN,
        functie=functie,
        organisatie_id=werk.organisatie_id if werk else None,
    )
    gebruiker.set_unusable_password()
    gebruiker.save(force_insert=True)
    return gebruiker


def _mail(gebruiker: Gebruiker, gezin_id: UUID) -> None:
    assert gebruiker.email
    token = default_token_generator.make_token(gebruiker)
    link = link_to(reverse("toegang:welkom", args=[gebruiker.pk, token]))
    queue_mail(Mail.UITNODIGING, aan=gebruiker.email, inhoud=link, gezin_id=gezin_id)
