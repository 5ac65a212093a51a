"""What comes before a meeting, to fill a test with."""

from datetime import date, time

import factory

from rondetafel.overleg.models import (
    Beschikbaarheid,
    Bespreking,
    Datumoptie,
    Genodigde,
    OverlegSoort,
    Voorbereiding,
)
from tests.fabriek import Fabriek


class BesprekingFactory(Fabriek):
    class Meta:
        model = Bespreking

    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    onderwerp = "netwerk"
    besproken_op = date(2026, 11, 2)
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    tekst = "Oma en de buurman willen meedenken."


class VoorbereidingFactory(Fabriek):
    class Meta:
        model = Voorbereiding

    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    soort = OverlegSoort.STARTOVERLEG
    besloten_op = date(2026, 11, 2)


class GenodigdeFactory(Fabriek):
    class Meta:
        model = Genodigde

    voorbereiding = factory.SubFactory(VoorbereidingFactory)
    gezin = factory.SelfAttribute("voorbereiding.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    betrokkene = factory.SubFactory(
        "tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin")
    )
    komst = "mag"


class DatumoptieFactory(Fabriek):
    class Meta:
        model = Datumoptie

    voorbereiding = factory.SubFactory(VoorbereidingFactory)
    gezin = factory.SelfAttribute("voorbereiding.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    dag = date(2026, 11, 24)
    tijd = time(15, 30)


class BeschikbaarheidFactory(Fabriek):
    class Meta:
        model = Beschikbaarheid

    datum = factory.SubFactory(DatumoptieFactory)
    gezin = factory.SelfAttribute("datum.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    betrokkene = factory.SubFactory(
        "tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin")
    )
    kan = True


def prepare_overleg(gezin):
    """A talk, and a meeting to come with somebody who is asked and says when they can."""
    BesprekingFactory(gezin=gezin)
    asked = GenodigdeFactory(voorbereiding__gezin=gezin)
    BeschikbaarheidFactory(datum__voorbereiding=asked.voorbereiding, betrokkene=asked.betrokkene)
