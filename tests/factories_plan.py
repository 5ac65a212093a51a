"""How a goal of a plan went, to fill a test with."""

from datetime import date

import factory

from rondetafel.gezinsplan.models import Evaluatie
from rondetafel.regels.oordeel import as_record, combine
from tests.fabriek import Fabriek


class EvaluatieFactory(Fabriek):
    class Meta:
        model = Evaluatie

    doel = factory.SubFactory("tests.factories.DoelFactory")
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("doel.sleutel")
    eigenaar = factory.SelfAttribute("doel.eigenaar")
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    begonnen_op = factory.SelfAttribute("doel.gestart_op")
    geevalueerd_op = date(2026, 10, 1)
    uitgave = 1
    moment = "tussen"
    uitkomst = "deels"
    waarneming = "Het lukt nu drie dagen per week."
    volgende_op = date(2027, 1, 1)
    oordeel = factory.LazyFunction(lambda: as_record(combine()))
