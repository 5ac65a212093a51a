"""Looking that stood out. Import these from tests/factories.py."""

from datetime import date, timedelta
from uuid import uuid4

import factory
from django.utils import timezone

from rondetafel.kwaliteit.models import Afwijking, Klacht, Noodknop, Weekcontrole
from rondetafel.regels.afwijking import Signaal
from rondetafel.regels.noodknop import Noodreden, closes_at
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests import factories
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


class NoodbandFactory(Fabriek):
    """The tie of a noodknop that was used just now."""

    class Meta:
        model = Band

    class Params:
        gezin = factory.SubFactory("tests.factories.GezinFactory")

    gebruiker = factory.SubFactory("tests.factories.GebruikerFactory")
    gezin_id = factory.SelfAttribute("gezin.pk")
    gemeente_id = factory.SelfAttribute("gezin.gemeente_id")
    persoon_id = factory.LazyAttribute(lambda band: factories.PersoonFactory(gezin=band.gezin).pk)
    hoedanigheid = Hoedanigheid.NOODLEZER
    grond = Grond.NOODKNOP
    doel = "hulp in een noodsituatie"
    van = date(2026, 11, 16)
    tot = factory.SelfAttribute("van")
    created_at = factory.LazyFunction(timezone.now)
    tot_at = factory.LazyAttribute(lambda band: closes_at(band.created_at))


class NoodknopFactory(Fabriek):
    """Used half an hour ago on a person; `persoon=None` is a search that found nobody."""

    class Meta:
        model = Noodknop

    created_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=30))
    gebruiker_id = factory.LazyFunction(uuid4)
    naam = "Iris Bos"
    reden = Noodreden.VERMIST
    toelichting = "Noor is sinds gisteravond niet thuisgekomen."
    persoon = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.LazyAttribute(lambda een: een.persoon and een.persoon.gezin)
    gezinsnummer = factory.LazyAttribute(lambda een: een.gezin and een.gezin.nummer)
    gemeente = factory.SelfAttribute("gezin.gemeente")
    gebruikt_op = date(2026, 11, 16)
    tot_at = factory.LazyAttribute(lambda een: een.persoon and closes_at(een.created_at))


class KlachtFactory(Fabriek):
    """Sent in today by somebody of a family in Landgraaf, about JENS."""

    class Meta:
        model = Klacht

    klager = factory.SubFactory("tests.factories.GebruikerFactory")
    klager_naam = factory.SelfAttribute("klager.naam")
    ingediend_door = factory.SelfAttribute("klager")
    gemeente = factory.SubFactory("tests.factories.GemeenteFactory")
    tekst = "Ik werd drie keer niet teruggebeld."
    ontvangen_op = date(2026, 11, 16)


class WeekcontroleFactory(Fabriek):
    class Meta:
        model = Weekcontrole

    van = date(2026, 11, 9)
    tot = date(2026, 11, 15)
    aantal = 0
