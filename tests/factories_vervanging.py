"""Who stands in for whom. Import this from tests/factories.py."""

from datetime import date

import factory

from rondetafel.toegang.rollen import Rol
from rondetafel.vervanging.models import Afwezig, Vervanging
from tests.fabriek import Fabriek


class VervangingFactory(Fabriek):
    class Meta:
        model = Vervanging

    wie = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)
    vervanger = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)
    van = date(2026, 11, 16)
    tot = date(2026, 12, 3)
    reden = Afwezig.VAKANTIE
    door = factory.SelfAttribute("wie")
