"""Every address, as every persona, really called: allowed opens, forbidden looks exactly like not existing."""

from uuid import uuid4

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from tests.rollen import as_eigenaar
from tests.toegang.matrix import ACCOUNT, DEUR, INGELOGD, MATRIX, OPENBAAR, all_addresses
from tests.toegang.wereld import ANONIEM, NOTITIE

pytestmark = pytest.mark.django_db
# In the name of every child of the family: whoever may not read it must not meet it.
KANARIE = "Kind1"
EIGEN_DOSSIER = {"gezinsplan:ons_dossier", "gezinsplan:aantekening"}


def become(client, wereld, persona):
    client.logout_quietly()
    if persona in wereld.cookies:
        client.cookies.load(wereld.cookies[persona])
    elif persona != ANONIEM:
        client.force_login(wereld.personen[persona])


def address_of(name, wereld):
    adres = MATRIX[name]
    return reverse(
        name, args=[*(wereld.dingen[ding].pk for ding in adres.dingen), *adres.teksten, *adres.getallen]
    )


def address_of_nothing(name):
    adres = MATRIX[name]
    return reverse(name, args=[*(uuid4() for _ in adres.dingen), *adres.teksten, *adres.getallen])


def is_refused(answer, persona):
    if persona == ANONIEM:
        return answer.status_code == 302 and answer["location"].startswith(reverse("account_login"))
    return answer.status_code == 404


def test_every_address_has_its_line():
    declared = MATRIX.keys() | INGELOGD | OPENBAAR | DEUR
    known = {name for name in all_addresses() if not name.startswith(ACCOUNT)}

    assert known == declared


@pytest.mark.parametrize("name", [name for name, adres in MATRIX.items() if adres.leest])
def test_who_may_read(name, client, wereld):
    adres = MATRIX[name]
    for persona in wereld.personen:
        become(client, wereld, persona)
        answer = client.get(address_of(name, wereld))
        if persona in adres.leest:
            assert answer.status_code < 400, (persona, answer.status_code)
            assert name in EIGEN_DOSSIER or NOTITIE.encode() not in answer.getvalue(), persona
        else:
            assert is_refused(answer, persona), (persona, answer.status_code)


@pytest.mark.parametrize("name", [name for name, adres in MATRIX.items() if adres.dingen])
def test_forbidden_and_not_existing_are_the_same_bytes(name, client, wereld):
    adres = MATRIX[name]
    method = client.get if adres.leest else client.post
    for persona in wereld.personen.keys() - adres.leest - adres.doet:
        become(client, wereld, persona)
        forbidden, nothing = method(address_of(name, wereld)), method(address_of_nothing(name))

        assert forbidden.status_code == nothing.status_code, persona
        if persona != ANONIEM:
            assert forbidden.content == nothing.content, persona
            assert forbidden.headers.items() == nothing.headers.items(), persona


@pytest.mark.parametrize("name", MATRIX)
def test_who_may_send(name, client, wereld):
    adres = MATRIX[name]
    for persona in wereld.personen:
        become(client, wereld, persona)
        answer = client.post(address_of(name, wereld))
        if persona in adres.doet:
            assert answer.status_code < 500, (persona, answer.status_code)
            assert answer.status_code not in (404, 405), (persona, answer.status_code)
        else:
            assert answer.status_code == 405 or is_refused(answer, persona), (persona, answer.status_code)


@pytest.mark.parametrize("name", [*(name for name, adres in MATRIX.items() if adres.is_lijst), *INGELOGD])
def test_list_holds_nothing_of_a_family_one_may_not_read(name, client, wereld):
    readers = MATRIX["werkplek:gezin"].leest | MATRIX["instroom:aanmelding"].leest
    for persona in wereld.personen.keys() - readers:
        become(client, wereld, persona)
        answer = client.get(address_of(name, wereld) if name in MATRIX else reverse(name), follow=True)
        assert KANARIE not in answer.content.decode(), persona
        assert str(wereld.gezin.pk) not in answer.content.decode(), persona


@pytest.mark.parametrize("name", [name for name, adres in MATRIX.items() if adres.leest and adres.dingen])
def test_every_look_is_written_down(name, client, wereld):
    for persona in MATRIX[name].leest:
        become(client, wereld, persona)
        before = count_lines(wereld, persona)
        client.get(address_of(name, wereld))
        assert count_lines(wereld, persona) > before, persona


@pytest.mark.parametrize("name", sorted(OPENBAAR - {"toegang:welkom"}))
def test_public_pages_are_open_to_all(name, client, wereld):
    for persona in wereld.personen:
        become(client, wereld, persona)
        assert client.get(reverse(name)).status_code in (200, 404)


@pytest.mark.parametrize(
    "name", [name for name in all_addresses() if name.startswith(ACCOUNT) or name in DEUR]
)
def test_account_pages_know_no_family(name, client, wereld):
    args = {"account_confirm_email": ["x"], "account_reset_password_from_key": ["0", "x"]}
    numbered = {"mfa_remove_webauthn": [1], "mfa_edit_webauthn": [1]}
    numbered |= {"openid_connect_login": ["x"], "openid_connect_callback": ["x"]}
    address = reverse(name, args=(args | numbered).get(name, []))
    for persona in ("regisseur", "ouder", ANONIEM):
        become(client, wereld, persona)
        answer = client.get(address, follow=True)
        assert answer.status_code < 500, persona
        assert persona == "ouder" or KANARIE not in answer.content.decode(), persona


def count_lines(wereld, persona):
    with as_eigenaar():
        return Logregel.objects.filter(
            gebruiker_id=wereld.personen[persona].pk,
            gebeurtenis__in=[
                "bekeken",
                "logboek_gedownload",
                "plan_gedownload",
                "kopie_opgehaald",
                "adres_onthuld",
            ],
        ).count()
