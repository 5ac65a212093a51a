"""An action from a dossier veiligheid goes into the plan as any other, and the plan knows of nothing."""

import pytest
from django.urls import reverse

from rondetafel.gezinsplan.models import Actie
from rondetafel.kern.models import Logregel
from tests.factories import ActieFactory, AdresFactory, DoelFactory, PersoonFactory
from tests.rollen import as_eigenaar
from tests.veiligheid.wandeling import log_in_and_begin, make_regie

pytestmark = pytest.mark.django_db


@pytest.fixture
def regie(klok):
    return make_regie()[0]


def test_an_action_goes_into_the_plan_without_a_way_back(client, regie):
    doel = DoelFactory(plan__gezin=regie.gezin)
    pk = log_in_and_begin(client, regie)
    adres = reverse("werkplek:actie_delen", args=[pk])
    actie = {"doel": doel.pk, "wie": doel.eigenaar_id, "is_gelezen": "on"}

    with as_eigenaar():
        AdresFactory(persoon=PersoonFactory(gezin=regie.gezin), straat="Geheimlaan", geheim="ja")
    straat = client.post(adres, actie | {"tekst": "Oma haalt op bij de Geheimlaan"})
    assert straat.status_code == 422
    verraad = client.post(adres, actie | {"tekst": "Na de melding belt oma"})
    assert verraad.status_code == 422
    assert client.post(adres, actie | {"tekst": "Oma belt elke avond"}).status_code == 302

    with as_eigenaar():
        gemaakt = Actie.objects.get()
        gewoon = ActieFactory(doel=doel, tekst="Oma belt elke avond", volgnummer=900)
        eigen = {"id", "created_at", "_state", "_doel_cache", "volgnummer"}
        verschil = {
            naam
            for naam, waarde in vars(gewoon).items()
            if naam not in eigen and getattr(gemaakt, naam) != waarde
        }
        assert verschil == set()
        regel = Logregel.objects.get(gebeurtenis="actie_toegevoegd")
        assert pk not in str(vars(regel))
    assert "Oma belt elke avond" in client.get(reverse("veiligheid:dossier", args=[pk])).content.decode()


def test_who_does_not_write_the_plan_shares_no_action(client, klok):
    regie, aandacht = make_regie()
    pk = log_in_and_begin(client, regie)
    client.force_login(aandacht)
    openen = reverse("veiligheid:openen", args=[pk])
    client.post(openen, {"doel": "toezien", "waarom": "nagaan of het klopt"})

    assert client.get(reverse("werkplek:actie_delen", args=[pk])).status_code == 404
