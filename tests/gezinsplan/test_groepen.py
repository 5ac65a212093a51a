"""Many goals are folded: by area for who works with the plan, by person for the family."""

import pytest
from django.urls import reverse

from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import MatrixdoelFactory
from tests.gezinsplan.wereld import make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    return make_wereld()


def page(client, wereld, hoedanigheid):
    client.force_login(make_reader(wereld, hoedanigheid))
    return client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk]))


def add(wereld, **anders):
    with as_eigenaar():
        plan = Gezinsplan.objects.select_related("gezin__gemeente").get()
    return make_doel(wereld, plan=plan, **anders)


def test_three_goals_are_one_list_and_a_fourth_folds_them(client, wereld):
    eerste = make_doel(wereld)
    add(wereld, matrixdoel=eerste.matrixdoel, voor=wereld.noor)
    add(wereld, matrixdoel=eerste.matrixdoel, meetbaar="")

    (groep,) = page(client, wereld, Hoedanigheid.REGISSEUR).context["gebiedgroepen"]
    assert (groep.naam, len(groep.regels)) == ("", 3)

    ander = MatrixdoelFactory(gebied__letter="B", gebied__naam="Opvoeding")
    add(wereld, matrixdoel=ander)
    werk = page(client, wereld, Hoedanigheid.REGISSEUR)
    thuis = page(client, wereld, Hoedanigheid.OUDER)

    gebieden = {een.naam: len(een.regels) for een in werk.context["gebiedgroepen"]}
    assert sorted(gebieden.values()) == [1, 3]
    mensen = {een.naam: len(een.regels) for een in thuis.context["persoongroepen"]}
    assert mensen == {"Het hele gezin": 3, wereld.noor.voornaam: 1}
    assert "nog niet af" in werk.content.decode()
    for answer in (werk, thuis):
        # Folded, not left out.
        assert answer.content.decode().count('class="doelgroep"') == 2
        assert answer.content.decode().count("<h3>Elke schooldag op tijd in de klas</h3>") == 4
