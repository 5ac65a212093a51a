"""Which organisations at the table count for the plan? Those of professionals; not the huisarts, nor the regisseur."""

from datetime import date

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.werkplek.planvraag import organisations_at

VAN = date(2026, 1, 5)


def seat(relatie, organisatie, groep=Groep.BEROEP):
    return Betrokkene(groep=groep, relatie=relatie, organisatie=organisatie, van=VAN)


def test_the_organisations_of_professionals_count():
    tafel = [
        seat("juf", "De School"),
        seat("Huisarts", "Praktijk Zuid"),
        seat("regisseur", "JENS"),
        seat("tante", "De Winkel", Groep.NETWERK),
        seat("leerplicht", ""),
    ]

    assert [(een.organisatie, een.van, een.tot) for een in organisations_at(tafel)] == [
        ("De School", VAN, None)
    ]
