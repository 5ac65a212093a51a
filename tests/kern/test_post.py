"""The worker sends what waits, with the rights of the database role `systeem`."""

import pytest
from django.core import mail

from rondetafel.kern.models import Post
from rondetafel.kern.post import send_post
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
