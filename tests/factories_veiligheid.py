"""The simplest valid thing of each kind in the room veiligheid; whose family it is stands in `gezin`."""

from datetime import date

import factory

from rondetafel.toegang.rollen import Rol
from rondetafel.veiligheid.models import (
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Signaal,
    Stapverslag,
)
from tests.fabriek import Fabriek

KANARIE = "kanarie-blauwe-plek"


class DossierFactory(Fabriek):
    class Meta:
        model = Dossier

    class Params:
        gezin = factory.SubFactory("tests.factories.GezinFactory")
        door = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)

    gezinssleutel = factory.SelfAttribute("gezin.pk")
    gemeentecode = factory.SelfAttribute("gezin.gemeente_id")
    begonnen_op = date(2026, 11, 2)
    begonnen_door = factory.SelfAttribute("door.pk")
    over = factory.LazyAttribute(lambda dossier: {"nummer": dossier.gezin.nummer, "wie": KANARIE})


class LidmaatschapFactory(Fabriek):
    class Meta:
        model = Lidmaatschap

    class Params:
        gebruiker = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)

    dossier = factory.SubFactory(DossierFactory)
    gebruiker_id = factory.SelfAttribute("gebruiker.pk")
    gegeven_door = factory.SelfAttribute("gebruiker.pk")
    rol = Lidrol.HOUDER
    van = date(2026, 11, 2)
    reden = "Begon dit dossier."


class OpeningFactory(Fabriek):
    class Meta:
        model = Opening

    class Params:
        gebruiker = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)

    dossier = factory.SubFactory(DossierFactory)
    gebruiker_id = factory.SelfAttribute("gebruiker.pk")
    sessie = "0" * 64
    waarom = factory.LazyFunction(lambda: {"doel": "bijwerken", "woorden": KANARIE})


class InhoudFactory(Fabriek):
    class Meta:
        abstract = True

    class Params:
        schrijver = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)

    dossier = factory.SubFactory(DossierFactory)
    gedaan_op = date(2026, 11, 9)
    door = factory.SelfAttribute("schrijver.pk")
    inhoud = factory.LazyFunction(lambda: {"tekst": KANARIE})


class StapverslagFactory(InhoudFactory):
    class Meta:
        model = Stapverslag

    stap = 1
    uitgave = 1


class InschattingFactory(InhoudFactory):
    class Meta:
        model = Inschatting

    volgende_op = date(2026, 12, 7)


class GedeeldeActieFactory(InhoudFactory):
    class Meta:
        model = GedeeldeActie


class SignaalFactory(Fabriek):
    class Meta:
        model = Signaal

    class Params:
        kind = factory.SubFactory("tests.factories.PersoonFactory")
        gever = factory.SubFactory("tests.factories.GebruikerFactory", rol=Rol.REGISSEUR)

    jeugdige = factory.SelfAttribute("kind.pk")
    gezinssleutel = factory.SelfAttribute("kind.gezin_id")
    gemeentecode = factory.SelfAttribute("kind.gemeente_id")
    door = factory.SelfAttribute("gever.pk")
    afgegeven_op = date(2026, 11, 2)
    tot = date(2028, 11, 1)
    gegevens = factory.LazyFunction(lambda: {"grond": "geweld", "voornaam": KANARIE, "bel": "06-"})
