"""The worker sends what waits, with the rights of the database role `systeem`."""

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from rondetafel.kern.models import Post
from rondetafel.kern.post import send_post
from tests.factories import GebruikerFactory
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


def test_worker_reads_no_accounts_to_know_that():
    take_role("systeem")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select email from toegang_gebruiker")
