"""The worker sends what waits, with the rights of the database role `systeem`."""

from datetime import date

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from rondetafel.kern.models import Post, Vervallen
from rondetafel.kern.post import send_post
from tests.factories import BandFactory, GebruikerFactory
from tests.rollen import as_eigenaar, take_role

pytestmark = pytest.mark.django_db


def test_the_worker_sends_what_waits_once():
    with as_eigenaar():
        post = Post.objects.create(
            aan="oma@voorbeeld.example", onderwerp="Er staat iets klaar", tekst="Kijk."
        )
    take_role("systeem")
    send_post(str(post.pk))
    send_post(str(post.pk))

    assert [bericht.to for bericht in mail.outbox] == [["oma@voorbeeld.example"]]


@pytest.mark.parametrize(("is_active", "aan"), [(False, "Oma@voorbeeld.example"), (True, "")])
def test_mail_to_an_account_that_was_closed_meanwhile_does_not_leave(is_active, aan):
    """Capitals make no difference; of what did not leave nothing stays either, as its link opens a door."""
    gebruiker = GebruikerFactory(email="oma@voorbeeld.example")
    with as_eigenaar():
        post = Post.objects.create(aan=aan or gebruiker.email, onderwerp="Er staat iets klaar", tekst="Kijk.")
        type(gebruiker).objects.filter(pk=gebruiker.pk).update(is_active=is_active)

    for _ in range(2):
        take_role("systeem")
        send_post(str(post.pk))

    with as_eigenaar():
        post.refresh_from_db()
    assert len(mail.outbox) == is_active
    assert (bool(post.verstuurd_at), bool(post.ingetrokken_at), post.tekst) == (is_active, not is_active, "")
    assert post.vervallen == ("" if is_active else Vervallen.GESLOTEN)


@pytest.mark.parametrize(
    ("van", "tot", "gaat_weg"),
    [
        pytest.param(1, None, True, id="leest-mee"),
        pytest.param(1, 16, True, id="laatste-dag"),
        pytest.param(1, 15, False, id="gestopt-terwijl-de-mail-wachtte"),
        pytest.param(17, None, True, id="begint-morgen"),
        pytest.param(17, 16, False, id="gestopt-voor-het-begon"),
    ],
)
def test_mail_about_a_family_leaves_only_for_who_still_reads_along(van, tot, gaat_weg, settings):
    """Judged on the day it leaves, 16 November; a tie with another family makes no difference."""
    settings.VANDAAG = date(2026, 11, 16)
    gebruiker = GebruikerFactory(email="oma@voorbeeld.example")
    band = BandFactory(gebruiker=gebruiker, van=date(2026, 11, van), tot=tot and date(2026, 11, tot))
    BandFactory(gebruiker=gebruiker)
    with as_eigenaar():
        post = Post.objects.create(
            aan="Oma@voorbeeld.example", onderwerp="Kijk", tekst="Kijk.", gezin_id=band.gezin_id
        )

    take_role("systeem")
    send_post(str(post.pk))

    with as_eigenaar():
        post.refresh_from_db()
    assert len(mail.outbox) == gaat_weg
    assert (bool(post.verstuurd_at), post.tekst, post.gezin_id) == (gaat_weg, "", None)
    assert post.vervallen == ("" if gaat_weg else Vervallen.GEEN_BAND)


def test_worker_reads_no_accounts_to_know_that():
    take_role("systeem")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select email from toegang_gebruiker")


def test_worker_reads_no_ties_to_know_who_reads_along():
    take_role("systeem")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select gebruiker_id from toegang_band")
