"""With or without a dossier every page outside the room is the same, byte for byte, for everybody."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.toegang.context import as_person
from rondetafel.veiligheid.models import Dossier
from tests.bladzijden import steady
from tests.factories import LogregelFactory
from tests.rollen import as_eigenaar
from tests.toegang.matrix import INGELOGD, MATRIX, OPENBAAR
from tests.toegang.test_matrix import address_of, become
from tests.toegang.wereld import ANONIEM, build_wereld
from tests.veiligheid.wandeling import DAG, STAPPEN, inschatting, log_in_and_begin, post_stap

pytestmark = pytest.mark.django_db

PAGES = sorted(
    name
    for name, adres in MATRIX.items()
    if not name.startswith("veiligheid:")
    and "veiligheid" not in adres.dingen
    and (adres.leest or adres.is_lijst)
)
# When somebody looked: in the auditor's list, and in the family's, where two minutes make a "tussen".
TIJD = re.compile(
    rb"\bNog \d+ uur en \d+ minu\w+|\b(?:om \d\d:\d\d|tussen \d\d:\d\d en \d\d:\d\d) uur|\b\d\d:\d\d\b"
)


def crawl(client, wereld, persona):
    """Every page outside the room that opens for one person, and a search.

    That all others look like what does not exist, also with a dossier, the matrix says.
    """
    become(client, wereld, persona)
    open_to = [name for name in PAGES if MATRIX[name].is_lijst or persona in MATRIX[name].leest]
    answers = {name: client.get(address_of(name, wereld)) for name in open_to}
    answers |= {name: client.get(reverse(name)) for name in INGELOGD}
    answers |= {name: client.get(reverse(name)) for name in OPENBAAR - {"toegang:welkom"}}
    answers["zoek"] = client.post(reverse("werkplek:gezinnen"), {"zoek": str(wereld.gezin.nummer)})
    return {
        name: (answer.status_code, TIJD.sub(b"", steady(answer.content))) for name, answer in answers.items()
    }


def live_through(client, wereld):
    """All that can happen to a dossier, done in the browser by the regisseur."""

    class Regie:
        regisseur = wereld.personen["regisseur"]
        gezin_id = wereld.gezin.pk

    pk = log_in_and_begin(client, Regie)
    for nummer in STAPPEN:
        assert post_stap(client, pk, nummer).status_code == 302
    assert client.post(reverse("veiligheid:inschatten", args=[pk]), inschatting()).status_code == 302
    for name in ("dossier", "leden", "wie_keek", "inschattingen"):
        assert client.get(reverse(f"veiligheid:{name}", args=[pk])).status_code == 200
    become(client, wereld, "aandachtsfunctionaris")
    client.post(reverse("veiligheid:openen", args=[pk]), {"doel": "toezien", "waarom": "nagaan of het klopt"})
    assert client.get(reverse("veiligheid:dossier", args=[pk])).status_code == 200


def count_outside():
    with as_eigenaar():
        regels = Logregel.objects.exclude(onderdeel="veiligheid").exclude(gezin_id=None, gemeente_id=None)
        return regels.count(), Termijn.objects.count(), Post.objects.count()


@pytest.fixture
def wereld(klok):
    return build_wereld(met_dossier=False)


def test_every_page_outside_is_the_same_for_everybody(client, wereld):
    def see():
        with transaction.atomic():
            seen = {persona: crawl(client, wereld, persona) for persona in wereld.personen}
            transaction.set_rollback(True)
        return seen

    without = see()
    before = count_outside()
    live_through(client, wereld)
    assert count_outside() == before
    with_dossier = see()

    assert without.keys() == with_dossier.keys()
    for persona, pages in without.items():
        for name, page in pages.items():
            assert with_dossier[persona][name] == page, (persona, name)
    assert without[ANONIEM]


def test_a_page_costs_as_many_queries_with_as_without(client, wereld, count_queries):
    adres = reverse("werkplek:gezin", args=[wereld.gezin.pk])

    def cost(persona):
        become(client, wereld, persona)
        return count_queries(lambda: client.get(adres))

    before = [cost(persona) for persona in ("regisseur", "ouder", "kernteam")]
    live_through(client, wereld)

    assert [cost(persona) for persona in ("regisseur", "ouder", "kernteam")] == before


def test_no_statement_outside_the_room_names_it(client, wereld, django_assert_max_num_queries):
    live_through(client, wereld)
    become(client, wereld, "ouder")
    with django_assert_max_num_queries(100) as queries:
        client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk]))
        client.get(reverse("werkplek:wie_keek", args=[wereld.gezin.pk]))

    assert not any(Dossier._meta.db_table in query["sql"] for query in queries)


@pytest.mark.parametrize("persona", ["regisseur", "ouder", "auditor"])
def test_a_line_that_names_a_family_by_mistake_stays_hidden(wereld, persona):
    """Lines of this room name no family. If one ever did, the database would still keep it from everybody."""
    gezin = wereld.gezin
    LogregelFactory(
        onderdeel="veiligheid", gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, details={"x": 1}
    )
    LogregelFactory(onderdeel="plan", gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id)

    with as_person(wereld.personen[persona], peildatum=DAG):
        assert set(Logregel.objects.values_list("onderdeel", flat=True)) == {"plan"}
