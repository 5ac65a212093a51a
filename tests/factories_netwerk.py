"""Who is around a family, in its simplest valid shape."""

from datetime import date

import factory

from rondetafel.gezinnen.models import Netwerkplek, Omgevingsvraag, Stoelvraag, Vraagdoel
from tests.fabriek import Fabriek
from tests.factories_delen import RelatieFactory


class NetwerkplekFactory(Fabriek):
    class Meta:
        model = Netwerkplek

    betrokkene = factory.SubFactory("tests.factories.BetrokkeneFactory")
    gezin = factory.SelfAttribute("betrokkene.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    soort = "familie"


class StoelvraagFactory(Fabriek):
    class Meta:
        model = Stoelvraag

    betrokkene = factory.SubFactory("tests.factories.BetrokkeneFactory")
    gezin = factory.SelfAttribute("betrokkene.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    doel = Vraagdoel.UITNODIGEN
    gevraagd_op = date(2026, 11, 2)


class OmgevingsvraagFactory(Fabriek):
    class Meta:
        model = Omgevingsvraag

    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    soort = "buren"
    gevraagd_op = date(2026, 11, 2)


def seat_network(gezin):
    """Put somebody at the table of a family, with what they are to it and what was asked about them."""
    stoel = NetwerkplekFactory(betrokkene__gezin=gezin).betrokkene
    StoelvraagFactory(betrokkene=stoel)
    OmgevingsvraagFactory(gezin=gezin)
    RelatieFactory(persoon__gezin=gezin)
