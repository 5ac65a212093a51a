"""What can be hidden of people, and the shields themselves."""

from datetime import date

import factory

from rondetafel.gezinnen.models import Adres, Afscherming, Contact, Persoon, Samenvoeging
from rondetafel.overleg.models import Deelname, Plek
from tests.fabriek import Fabriek


class ContactFactory(Fabriek):
    class Meta:
        model = Contact

    betrokkene = factory.SubFactory("tests.factories.BetrokkeneFactory")
    gezin = factory.SelfAttribute("betrokkene.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    email = "truus@voorbeeld.example"


class SamenvoegingFactory(Fabriek):
    """Two records of one family that the database makes one, as it makes this row."""

    class Meta:
        model = Samenvoeging

    blijft = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("blijft.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    weg = factory.SubFactory("tests.factories.PersoonFactory", gezin=factory.SelfAttribute("..gezin"))
    zekerheid = "gezin"
    samengevoegd_op = date(2026, 11, 9)
    door = factory.SubFactory("tests.factories.GebruikerFactory", rol="regisseur")


def merge_and_restore(persoon: Persoon) -> None:
    """Make two one and take them apart: what is merged is read by nobody."""
    gedaan = SamenvoegingFactory(blijft=persoon)
    gedaan.teruggedraaid_op, gedaan.teruggedraaid_door = date(2026, 11, 10), gedaan.door
    gedaan.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])


class AfschermingFactory(Fabriek):
    class Meta:
        model = Afscherming

    beschermd = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("beschermd.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    voor_persoon = factory.SubFactory(
        "tests.factories.PersoonFactory", ouder=True, gezin=factory.SelfAttribute("..gezin")
    )
    wat = factory.LazyFunction(lambda: ["adres"])
    reden = "Er was geweld."
    van = date(2026, 1, 5)


class PlekFactory(Fabriek):
    class Meta:
        model = Plek

    overleg = factory.SubFactory("tests.factories.OverlegFactory")
    gezin = factory.SelfAttribute("overleg.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    tekst = "Bij oma thuis"


class AdresFactory(Fabriek):
    class Meta:
        model = Adres

    persoon = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("persoon.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    straat = "Lindelaan"
    huisnummer = "12"
    postcode = "6371 AA"
    plaats = "Landgraaf"
    geheim = "nee"
    van = date(2020, 1, 1)


class DeelnameFactory(Fabriek):
    class Meta:
        model = Deelname

    overleg = factory.SubFactory("tests.factories.OverlegFactory")
    gezin = factory.SelfAttribute("overleg.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    betrokkene = factory.SubFactory(
        "tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin")
    )
    was_aanwezig = True
