"""Care and what belongs to it. Import these from tests/factories.py."""

from datetime import date

import factory

from rondetafel.regels.product import Papier
from rondetafel.regels.stop import Stopreden
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg.models import AkkoordZorg, Brief, Handtekening, StopZorg, Verlenging, Verlengpapier
from tests.fabriek import Fabriek


class AkkoordZorgFactory(Fabriek):
    class Meta:
        model = AkkoordZorg

    jeugdige = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("jeugdige.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    product_code = "begeleiding-individueel"
    kwadrant = "K3"
    aanbieder = factory.SubFactory("tests.factories.OrganisatieFactory")
    startdatum = date(2026, 8, 1)
    einddatum = date(2027, 1, 31)
    gegeven_op = date(2026, 7, 24)
    gegeven_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.KERNTEAM)


class VerlengingFactory(Fabriek):
    class Meta:
        model = Verlenging

    akkoord = factory.SubFactory(AkkoordZorgFactory)
    jeugdige = factory.SelfAttribute("akkoord.jeugdige")
    gezin = factory.SelfAttribute("akkoord.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    was = factory.SelfAttribute("akkoord.einddatum")
    tot = date(2027, 4, 30)
    gevraagd_op = date(2026, 11, 9)
    gevraagd_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)


class VerlengpapierFactory(Fabriek):
    class Meta:
        model = Verlengpapier

    akkoord = factory.SubFactory(AkkoordZorgFactory)
    jeugdige = factory.SelfAttribute("akkoord.jeugdige")
    gezin = factory.SelfAttribute("akkoord.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    was = factory.SelfAttribute("akkoord.einddatum")
    papier = Papier.EVALUATIE
    van_dag = date(2026, 11, 9)
    ingeleverd_op = date(2026, 11, 16)
    ingeleverd_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.AANBIEDER)


class BriefFactory(Fabriek):
    class Meta:
        model = Brief

    akkoord = factory.SubFactory(AkkoordZorgFactory)
    jeugdige = factory.SelfAttribute("akkoord.jeugdige")
    gezin = factory.SelfAttribute("akkoord.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    tot = factory.SelfAttribute("akkoord.einddatum")
    besloten_op = factory.SelfAttribute("akkoord.gegeven_op")


class HandtekeningFactory(Fabriek):
    class Meta:
        model = Handtekening

    brief = factory.SubFactory(BriefFactory)
    jeugdige = factory.SelfAttribute("brief.jeugdige")
    gezin = factory.SelfAttribute("brief.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    persoon = factory.SelfAttribute("jeugdige")
    getekend_op = date(2026, 7, 27)
    vastgelegd_op = date(2026, 7, 28)
    vastgelegd_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.BACKOFFICE)


class StopZorgFactory(Fabriek):
    class Meta:
        model = StopZorg

    akkoord = factory.SubFactory(AkkoordZorgFactory)
    jeugdige = factory.SelfAttribute("akkoord.jeugdige")
    gezin = factory.SelfAttribute("akkoord.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    gestopt_op = date(2026, 11, 9)
    gestopt_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)
    reden = Stopreden.VOLGENS_PLAN
    gas_score = 0
