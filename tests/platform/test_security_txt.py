"""Where a finder of a weakness reads whom to warn."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_it_names_whom_to_warn_and_until_when_that_holds(client, settings, klok):
    settings.MELDPUNT = "mailto:beveiliging@voorbeeld.example"
    answer = client.get("/.well-known/security.txt")

    assert answer["content-type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:beveiliging@voorbeeld.example",
        "Expires: 2027-02-14T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: http://localhost:8000/.well-known/security.txt",
    ]


def test_an_installation_without_a_contact_promises_nothing(client, settings):
    settings.MELDPUNT = ""

    assert client.get(reverse("security_txt")).status_code == 404
