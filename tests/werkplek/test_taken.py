"""Which duties does somebody find on the start page?"""

import pytest

from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.werkplek.queries import running_termijnen
from tests.conftest import PEILDATUM
from tests.factories import BandFactory, DoelFactory, GebruikerFactory, RegieFactory, TermijnFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


def test_zorgaanbieder_looks_back_on_own_goals_only():
    regie = RegieFactory()
    tom = GebruikerFactory(rol=Rol.AANBIEDER)
    BandFactory(gezin=regie.gezin, gebruiker=tom, hoedanigheid=Hoedanigheid.AANBIEDER)
    with as_eigenaar():
        for wie in (tom.pk, regie.regisseur_id, None):
            TermijnFactory(
                gezin=regie.gezin,
                rol="doeleigenaar",
                gebruiker_id=wie,
                betreft="gezinsplan.Doel",
                betreft_id=DoelFactory().pk,
            )

    with as_person(tom, peildatum=PEILDATUM) as wie:
        assert [een.gebruiker_id for een in running_termijnen(wie, PEILDATUM)] == [tom.pk]
    with as_person(regie.regisseur, peildatum=PEILDATUM) as wie:
        assert {een.gebruiker_id for een in running_termijnen(wie, PEILDATUM)} == {regie.regisseur_id, None}
