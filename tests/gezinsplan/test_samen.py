"""Several people do one action together: written, read, ticked by any of them, and kept in each version."""

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Actie
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory, BetrokkeneFactory, MeedoenerFactory
from tests.gezinsplan.test_versie import adopt
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    return make_wereld()


def test_action_of_two_is_on_both_lists_ticked_by_the_second_and_kept_by_version(client, wereld):
    doel = make_doel(wereld)
    oma, moeder = wereld.oma, wereld.moeder
    with as_eigenaar():
        oma.gebruiker = make_reader(wereld, Hoedanigheid.OUDER)
        oma.save(update_fields=["gebruiker"])
    gezin = reverse("werkplek:gezin", args=[wereld.gezin.pk])
    invoer = {"tekst": "Samen fietsen", "wie": moeder.pk, "mee": [moeder.pk, oma.pk]}
    client.force_login(wereld.regisseur)

    client.post(reverse("gezinsplan:actie_nieuw", args=[doel.pk]), invoer)
    with as_eigenaar():
        actie = Actie.objects.get()
    wijzigen = reverse("gezinsplan:actie_wijzigen", args=[actie.pk])
    assert f"{moeder} en {oma}" in client.get(gezin).content.decode()
    assert f'value="{oma.pk}" id="id_mee_' in (text := client.get(wijzigen).content.decode())
    assert text.count(" checked") == 1

    # Who does it too has it as a next step, and ticks it.
    client.force_login(oma.gebruiker)
    assert client.get(gezin).content.decode().count("<b>Samen fietsen</b>") == 1
    vink = {"klaar": "ja"}
    answer = client.post(reverse("gezinsplan:actie", args=[actie.pk]), vink, headers={"HX-Request": "true"})
    assert (answer.headers["HX-Refresh"], fresh(actie).klaar_op) == ("true", DAG)

    # Each version knows who did it then, and a reader sees what differs.
    client.force_login(wereld.regisseur)
    adopt(wereld)
    answer = client.post(wijzigen, invoer | {"mee": [], "gelezen": fresh(actie).versie})
    assert answer.status_code == 302
    adopt(wereld)
    anders = client.get(reverse("gezinsplan:vergelijken", args=[wereld.gezin.pk])).content.decode()
    assert f"{moeder} en {oma}: Samen fietsen" in anders
    assert f"{moeder}: Samen fietsen" in anders


def test_conflict_tells_who_do_it_and_a_stranger_does_nothing(client, wereld):
    oma, moeder = wereld.oma, wereld.moeder
    actie = ActieFactory(doel=make_doel(wereld))
    wijzigen = reverse("gezinsplan:actie_wijzigen", args=[actie.pk])
    invoer = {"tekst": "Samen fietsen", "wie": moeder.pk, "mee": [moeder.pk, oma.pk]}
    client.force_login(wereld.regisseur)
    client.post(wijzigen, invoer | {"mee": [], "gelezen": 1})

    # Who saved first is shown with the doers too; what was ticked stays, beside the choice between both.
    botst = client.post(wijzigen, invoer | {"gelezen": 1})
    assert botst.status_code == 409
    assert f"{moeder} ({moeder.relatie}) en {oma} ({oma.relatie})" in (text := botst.content.decode())
    assert text.count(" checked") == 2 + 1

    answer = client.post(wijzigen, invoer | {"mee": [BetrokkeneFactory().pk], "gelezen": 3})
    assert (answer.status_code, fresh(actie).versie) == (422, 2)


def test_together_is_no_double_work_and_apart_is(client, wereld):
    tom, anja = (
        BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.BEROEP, naam=naam) for naam in ("Tom", "Anja")
    )
    doel = make_doel(wereld)
    MeedoenerFactory(actie=ActieFactory(doel=doel, wie=tom), stoel=anja)
    client.force_login(wereld.regisseur)

    def read(naam):
        return client.get(reverse(naam, args=[wereld.gezin.pk])).content.decode()

    assert "misschien hetzelfde" not in read("werkplek:gezin")
    assert "werken meer hulpverleners: Anja, Tom." in read("overleg:vaststellen")
    ActieFactory(doel=doel, wie=tom)
    assert "Anja en Tom doen bij" in read("werkplek:gezin")
