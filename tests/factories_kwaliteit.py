"""Looking that stood out. Import these from tests/factories.py."""

from datetime import date
from uuid import uuid4

import factory

from rondetafel.kwaliteit.models import Afwijking, Weekcontrole
from rondetafel.regels.afwijking import Signaal
from rondetafel.toegang.rollen import Rol
from tests.fabriek import Fabriek


class AfwijkingFactory(Fabriek):
    class Meta:
        model = Afwijking

    signaal = Signaal.NACHT
    dag = date(2026, 11, 12)
    gebruiker_id = factory.LazyFunction(uuid4)
    naam = "Iris Bos"
    rol = Rol.BACKOFFICE
    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gezinsnummer = factory.SelfAttribute("gezin.nummer")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    tekst = "Iris Bos keek in de nacht, in het uur vanaf 2:00."
    gevonden_op = date(2026, 11, 16)


class WeekcontroleFactory(Fabriek):
    class Meta:
        model = Weekcontrole

    van = date(2026, 11, 9)
    tot = date(2026, 11, 15)
    aantal = 0
