"""Gezag, questions, answers and judgements about sharing, in their simplest valid shape."""

from datetime import date

import factory

from rondetafel.gezinnen.models import (
    Deelantwoord,
    Deelvraag,
    Gezag,
    GezagSoort,
    Informatieverzoek,
    Maatregel,
    Relatie,
    Relatiesoort,
    Relatievorm,
    Wijze,
    Wilsbekwaamheid,
    Wilsoordeel,
)
from rondetafel.organisaties.models import OrganisatieSoort
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.toegang.rollen import Rol
from tests.fabriek import Fabriek


class GezagFactory(Fabriek):
    class Meta:
        model = Gezag

    kind = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("kind.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    volwassene = factory.SubFactory(
        "tests.factories.PersoonFactory", ouder=True, gezin=factory.SelfAttribute("..gezin")
    )
    soort = GezagSoort.OUDERLIJK
    van = factory.SelfAttribute("kind.geboortedatum")


class RelatieFactory(Fabriek):
    class Meta:
        model = Relatie

    persoon = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("persoon.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    met = factory.SubFactory(
        "tests.factories.PersoonFactory", ouder=True, gezin=factory.SelfAttribute("..gezin")
    )
    soort = Relatiesoort.OUDER
    vorm = Relatievorm.GEBOORTE


class OverPersoonFactory(Fabriek):
    class Meta:
        abstract = True

    persoon = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("persoon.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")


class DeelvraagFactory(OverPersoonFactory):
    class Meta:
        model = Deelvraag

    betrokkene = factory.SubFactory(
        "tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin")
    )
    onderdelen = factory.LazyFunction(lambda: ["gezin", "plan"])
    doel = "oppassen en meedenken"
    gevraagd_op = date(2026, 11, 2)
    gevraagd_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)


class DeelantwoordFactory(Fabriek):
    class Meta:
        model = Deelantwoord

    vraag = factory.SubFactory(DeelvraagFactory)
    persoon = factory.SelfAttribute("vraag.persoon")
    gezin = factory.SelfAttribute("vraag.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    beslisser = factory.SubFactory(
        "tests.factories.PersoonFactory", ouder=True, gezin=factory.SelfAttribute("..gezin")
    )
    is_ja = True
    gegeven_op = date(2026, 11, 2)
    wijze = Wijze.ZELF
    door = factory.SubFactory("tests.factories.GebruikerFactory")


class WilsbekwaamheidFactory(OverPersoonFactory):
    class Meta:
        model = Wilsbekwaamheid

    oordeel = Wilsoordeel.NIET
    beoordeeld_door = "jeugdarts"
    grond = "Begrijpt niet wat het gevolg is van ja zeggen."
    van = date(2026, 11, 2)


class InformatieverzoekFactory(OverPersoonFactory):
    class Meta:
        model = Informatieverzoek

    ouder = factory.SubFactory(
        "tests.factories.PersoonFactory", ouder=True, gezin=factory.SelfAttribute("..gezin")
    )
    gevraagd_op = date(2026, 11, 2)
    vraag = "Hoe gaat het op school?"
    beantwoord_op = date(2026, 11, 3)
    is_gegeven = True
    verteld = "Het gaat beter."


class MaatregelFactory(OverPersoonFactory):
    """An ondertoezichtstelling with an open chair."""

    class Meta:
        model = Maatregel

    soort = Maatregelsoort.OTS
    instelling = factory.SubFactory(
        "tests.factories.OrganisatieFactory",
        naam="Jeugdbescherming De Brug",
        soort=OrganisatieSoort.GI,
        producten=factory.LazyFunction(list),
    )
    stoel = factory.SubFactory(
        "tests.factories.BetrokkeneFactory",
        gezin=factory.SelfAttribute("..gezin"),
        groep="beroep",
        naam="",
        relatie="jeugdbeschermer",
    )
    kenmerk = "C/03/1234 JE RK 26-100"
    van = date(2026, 6, 1)
    tot = date(2027, 5, 31)
    vastgelegd_op = date(2026, 6, 1)
    vastgelegd_door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)
