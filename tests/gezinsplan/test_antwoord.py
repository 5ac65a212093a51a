"""Who may say whether they agree with a version of the plan: everyone with a chair, for themselves."""

import pytest

from rondetafel.gezinsplan.models import Planantwoord
from rondetafel.gezinsplan.operations import answer_versie
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory
from tests.gezinsplan.test_evaluatie import make_owner
from tests.gezinsplan.test_versie import adopt
from tests.gezinsplan.wereld import make_doel, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE, Hoedanigheid.AANBIEDER])
def test_who_has_a_chair_answers_for_themselves(hoedanigheid):
    wereld = make_wereld()
    ActieFactory(doel=make_doel(wereld))
    versie = adopt(wereld)
    wie = make_owner(wereld, hoedanigheid)

    do(answer_versie, versie.pk, antwoord=Antwoord.NIET_EENS, woorden="Het is te veel.", als=wie)

    with as_eigenaar():
        laatste = Planantwoord.objects.get(woorden="Het is te veel.")
    assert (laatste.stoel_id, laatste.antwoord) == (wereld.moeder.pk, "niet_eens")
