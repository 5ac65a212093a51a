"""The simplest valid thing of each kind; a Trait is a situation that people have a word for.

Rows are made by the owner of the tables, so that a test decides only through whose eyes it looks.
"""

from datetime import UTC, date, datetime

import factory

from rondetafel.documenten import models as documenten
from rondetafel.documenten.opslag import keep
from rondetafel.gezinnen.models import (
    Betrokkene,
    Burgerservicenummer,
    Gezin,
    Gezinsrol,
    Groep,
    Persoon,
    Regie,
)
from rondetafel.gezinsplan.models import Actie, Doel, Formatversie, Gezinsplan, Matrixdoel, Resultaatgebied
from rondetafel.instroom.models import Aanmelding, Stand, Triage, Wachtplek, Zorgclassificatie
from rondetafel.kern.bsn import encrypt_bsn, hash_bsn
from rondetafel.organisaties.models import Gebied, Gemeente, Organisatie, OrganisatieSoort
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.fabriek import Fabriek
from tests.factories_delen import DeelantwoordFactory as DeelantwoordFactory
from tests.factories_delen import DeelvraagFactory as DeelvraagFactory
from tests.factories_delen import GezagFactory as GezagFactory
from tests.factories_delen import InformatieverzoekFactory as InformatieverzoekFactory
from tests.factories_delen import MaatregelFactory as MaatregelFactory
from tests.factories_delen import RelatieFactory as RelatieFactory
from tests.factories_delen import WilsbekwaamheidFactory as WilsbekwaamheidFactory
from tests.factories_deur import BriefcodeFactory as BriefcodeFactory
from tests.factories_deur import DrempelFactory as DrempelFactory
from tests.factories_deur import SessieFactory as SessieFactory
from tests.factories_kern import LogregelFactory as LogregelFactory
from tests.factories_kern import PostFactory as PostFactory
from tests.factories_kern import TermijnFactory as TermijnFactory
from tests.factories_kern import TeVerzegelenFactory as TeVerzegelenFactory
from tests.factories_kern import ZegelFactory as ZegelFactory
from tests.factories_kwaliteit import AfwijkingFactory as AfwijkingFactory
from tests.factories_kwaliteit import KlachtFactory as KlachtFactory
from tests.factories_kwaliteit import NoodbandFactory as NoodbandFactory
from tests.factories_kwaliteit import NoodknopFactory as NoodknopFactory
from tests.factories_kwaliteit import WeekcontroleFactory as WeekcontroleFactory
from tests.factories_netwerk import NetwerkplekFactory as NetwerkplekFactory
from tests.factories_netwerk import OmgevingsvraagFactory as OmgevingsvraagFactory
from tests.factories_netwerk import StoelvraagFactory as StoelvraagFactory
from tests.factories_netwerk import seat_network as seat_network
from tests.factories_overleg import BeschikbaarheidFactory as BeschikbaarheidFactory
from tests.factories_overleg import BesprekingFactory as BesprekingFactory
from tests.factories_overleg import DatumoptieFactory as DatumoptieFactory
from tests.factories_overleg import GenodigdeFactory as GenodigdeFactory
from tests.factories_overleg import VoorbereidingFactory as VoorbereidingFactory
from tests.factories_overleg import prepare_overleg as prepare_overleg
from tests.factories_plan import AantekeningFactory as AantekeningFactory
from tests.factories_plan import EigenplanstapFactory as EigenplanstapFactory
from tests.factories_plan import EvaluatieFactory as EvaluatieFactory
from tests.factories_plan import GasscoreFactory as GasscoreFactory
from tests.factories_plan import KeuzeFactory as KeuzeFactory
from tests.factories_plan import MeedoenerFactory as MeedoenerFactory
from tests.factories_plan import PlanantwoordFactory as PlanantwoordFactory
from tests.factories_plan import PlanversieFactory as PlanversieFactory
from tests.factories_plan import TafelwoordFactory as TafelwoordFactory
from tests.factories_plan import VersieactieFactory as VersieactieFactory
from tests.factories_plan import VersiedoelFactory as VersiedoelFactory
from tests.factories_plan import WeekkleurFactory as WeekkleurFactory
from tests.factories_scherm import AdresFactory as AdresFactory
from tests.factories_scherm import AfschermingFactory as AfschermingFactory
from tests.factories_scherm import ContactFactory as ContactFactory
from tests.factories_scherm import DeelnameFactory as DeelnameFactory
from tests.factories_scherm import PlekFactory as PlekFactory
from tests.factories_scherm import SamenvoegingFactory as SamenvoegingFactory
from tests.factories_scherm import merge_and_restore as merge_and_restore
from tests.factories_veiligheid import DossierFactory as DossierFactory
from tests.factories_veiligheid import GedeeldeActieFactory as GedeeldeActieFactory
from tests.factories_veiligheid import InschattingFactory as InschattingFactory
from tests.factories_veiligheid import LidmaatschapFactory as LidmaatschapFactory
from tests.factories_veiligheid import OpeningFactory as OpeningFactory
from tests.factories_veiligheid import SignaalFactory as SignaalFactory
from tests.factories_veiligheid import StapverslagFactory as StapverslagFactory
from tests.factories_vervanging import VervangingFactory as VervangingFactory
from tests.factories_zorg import AkkoordZorgFactory as AkkoordZorgFactory
from tests.factories_zorg import BriefFactory as BriefFactory
from tests.factories_zorg import HandtekeningFactory as HandtekeningFactory
from tests.factories_zorg import StopZorgFactory as StopZorgFactory
from tests.factories_zorg import VerlengingFactory as VerlengingFactory
from tests.factories_zorg import VerlengpapierFactory as VerlengpapierFactory

WACHTWOORD = "een-lang-demowachtwoord"
HEERLEN, LANDGRAAF, VOERENDAAL = 917, 882, 986
NAMEN = {HEERLEN: "Heerlen", LANDGRAAF: "Landgraaf", VOERENDAAL: "Voerendaal"}
# The database counts from one for what an operation makes; what a test makes must not be in its way.
EERSTE = 5000


class GemeenteFactory(Fabriek):
    class Meta:
        model = Gemeente
        django_get_or_create = ("code",)

    code = LANDGRAAF
    naam = factory.LazyAttribute(lambda gemeente: NAMEN[gemeente.code])


class OrganisatieFactory(Fabriek):
    class Meta:
        model = Organisatie
        django_get_or_create = ("naam",)

    naam = "De Linde"
    soort = OrganisatieSoort.AANBIEDER
    producten = factory.LazyFunction(lambda: ["begeleiding-individueel", "begeleiding-groep"])


class GebruikerFactory(Fabriek):
    class Meta:
        model = Gebruiker

    naam = factory.Sequence(lambda n: f"Persoon {n}")
    email = factory.Sequence(lambda n: f"persoon{n}@voorbeeld.example")
    rol = Rol.GEZIN
    gemeenten = factory.LazyAttribute(lambda gebruiker: [LANDGRAAF] if gebruiker.rol != Rol.GEZIN else [])
    password = "!"


class GezinFactory(Fabriek):
    class Meta:
        model = Gezin

    nummer = factory.Sequence(lambda n: n + EERSTE)
    gemeente = factory.SubFactory(GemeenteFactory)


class VanGezinFactory(Fabriek):
    class Meta:
        abstract = True

    gezin = factory.SubFactory(GezinFactory)
    gemeente = factory.SelfAttribute("gezin.gemeente")


class BandFactory(Fabriek):
    class Meta:
        model = Band

    class Params:
        gezin = factory.SubFactory(GezinFactory)

    gebruiker = factory.SubFactory(GebruikerFactory)
    gezin_id = factory.SelfAttribute("gezin.pk")
    gemeente_id = factory.SelfAttribute("gezin.gemeente_id")
    hoedanigheid = Hoedanigheid.OUDER
    grond = Grond.GEZAG
    # The network reads what was agreed on, and nothing by default.
    onderdelen = factory.LazyAttribute(
        lambda band: ["gezin", "plan"] if band.hoedanigheid == Hoedanigheid.NETWERK else []
    )
    van = date(2026, 1, 1)


class PersoonFactory(VanGezinFactory):
    class Meta:
        model = Persoon

    class Params:
        ouder = factory.Trait(
            rol=Gezinsrol.OUDER, voornaam="Esther", geboortedatum=date(1985, 3, 2), geslacht="V"
        )

    voornaam = "Noor"
    achternaam = "Vermeer"
    geboortedatum = date(2013, 5, 4)
    geslacht = "V"
    rol = Gezinsrol.KIND


class BetrokkeneFactory(VanGezinFactory):
    class Meta:
        model = Betrokkene
        skip_postgeneration_save = True

    groep = Groep.NETWERK
    naam = "Oma Truus"
    relatie = "oma"
    van = date(2026, 1, 5)

    @factory.post_generation
    def email(self, create, extracted, **kwargs):
        self.email = extracted or ""
        if extracted:
            ContactFactory(betrokkene=self, email=extracted)


class RegieFactory(VanGezinFactory):
    class Meta:
        model = Regie
        skip_postgeneration_save = True

    regisseur = factory.SubFactory(GebruikerFactory, rol=Rol.REGISSEUR)
    van = date(2026, 1, 5)
    band = factory.RelatedFactory(
        BandFactory,
        gebruiker=factory.SelfAttribute("..regisseur"),
        gezin=factory.SelfAttribute("..gezin"),
        hoedanigheid=Hoedanigheid.REGISSEUR,
        grond=Grond.REGIE,
    )


class AanmeldingFactory(Fabriek):
    class Meta:
        model = Aanmelding

    nummer = factory.Sequence(lambda n: n + EERSTE)
    verwijzer = factory.SubFactory(GebruikerFactory, rol=Rol.VERWIJZER)
    verwijzersoort = "huisarts"
    gemeente = factory.SubFactory(GemeenteFactory)
    ontvangen_op = date(2026, 11, 2)
    voornaam = "Noor"
    achternaam = "Vermeer"
    geboortedatum = date(2013, 5, 4)
    geslacht = "V"
    hulpvraag = "Noor durft niet meer naar school."
    wacht_sinds = factory.LazyAttribute(lambda een: date(2026, 11, 3) if een.stand == Stand.WACHT else None)
    stand = Stand.NIEUW


class MatrixdoelFactory(Fabriek):
    class Meta:
        model = Matrixdoel
        # The first numbers of each area are in the example matrix already.
        django_get_or_create = ("gebied", "nummer")

    gebied = factory.SubFactory("tests.factories.ResultaatgebiedFactory")
    nummer = factory.Sequence(lambda n: n + 1)
    tekst = "Het kind gaat elke dag naar school"


class ResultaatgebiedFactory(Fabriek):
    class Meta:
        model = Resultaatgebied
        django_get_or_create = ("formatversie", "letter")

    formatversie = factory.SubFactory("tests.factories.FormatversieFactory")
    letter = "F"
    naam = "Onderwijs, dagbesteding, werk"


class FormatversieFactory(Fabriek):
    class Meta:
        model = Formatversie
        django_get_or_create = ("naam",)

    naam = "proef"
    geldig_vanaf = date(2019, 1, 1)


class GezinsplanFactory(VanGezinFactory):
    class Meta:
        model = Gezinsplan

    formatversie = factory.SubFactory(FormatversieFactory)

    gestart_op = date(2026, 1, 12)


class DoelFactory(Fabriek):
    class Meta:
        model = Doel

    plan = factory.SubFactory(GezinsplanFactory)
    gezin = factory.SelfAttribute("plan.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    matrixdoel = factory.SubFactory(MatrixdoelFactory)
    eigenaar = factory.SubFactory(BetrokkeneFactory, gezin=factory.SelfAttribute("..gezin"))
    specifiek = "Elke schooldag op tijd in de klas"
    meetbaar = "De juf ziet haar om half negen."
    acceptabel = "Noor en haar ouders willen dit."
    realistisch = "Het lukt nu al twee dagen per week."
    gestart_op = date(2026, 1, 19)
    behaald_voor = date(2026, 12, 1)


class ActieFactory(Fabriek):
    class Meta:
        model = Actie

    doel = factory.SubFactory(DoelFactory)
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("doel.sleutel")
    volgnummer = factory.Sequence(lambda n: n % 1000 + 1)
    tekst = "Samen fietsen op maandag"
    wie = factory.SelfAttribute("doel.eigenaar")


class OverlegFactory(VanGezinFactory):
    class Meta:
        model = Overleg
        skip_postgeneration_save = True

    class Params:
        gehouden = factory.Trait(
            gehouden_op=factory.SelfAttribute("gepland_op"), is_totaal_besproken=True, concrete_doelen=1
        )

    soort = OverlegSoort.RTO
    gepland_op = date(2026, 11, 2)

    @factory.post_generation
    def plaats(self, create, extracted, **kwargs):
        if extracted:
            PlekFactory(overleg=self, tekst=extracted)


class BurgerservicenummerFactory(Fabriek):
    """A number made up for tests: it starts with 9999 and passes the elfproef."""

    class Meta:
        model = Burgerservicenummer

    class Params:
        bsn = "999990007"

    persoon = factory.SubFactory(PersoonFactory)
    gezin = factory.SelfAttribute("persoon.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    versleuteld = factory.LazyAttribute(lambda nummer: encrypt_bsn(nummer.bsn))
    zoeksleutel = factory.LazyAttribute(lambda nummer: hash_bsn(nummer.bsn))


class TriageFactory(Fabriek):
    class Meta:
        model = Triage

    gezin = factory.SubFactory(GezinFactory)
    gemeente = factory.SelfAttribute("gezin.gemeente")
    aanmelding = factory.SubFactory(
        AanmeldingFactory,
        gezin=factory.SelfAttribute("..gezin"),
        gemeente=factory.SelfAttribute("..gemeente"),
        jeugdige=factory.SubFactory(PersoonFactory, gezin=factory.SelfAttribute("..gezin")),
        stand=Stand.BESLOTEN,
        doorgestuurd_op=date(2026, 11, 6),
    )
    besloten_op = date(2026, 11, 10)
    besloten_door = factory.SubFactory(GebruikerFactory, rol=Rol.KERNTEAM)
    classificatie = Zorgclassificatie.ENKELVOUDIG
    kwadranten = factory.LazyFunction(lambda: ["K2"])


class WachtplekFactory(Fabriek):
    class Meta:
        model = Wachtplek

    jeugdige = factory.SubFactory(PersoonFactory)
    gezin = factory.SelfAttribute("jeugdige.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    kwadrant = "K2"
    van = date(2026, 11, 10)


class GebiedFactory(Fabriek):
    class Meta:
        model = Gebied
        django_get_or_create = ("nummer",)

    gemeente = factory.SubFactory(GemeenteFactory)
    nummer = 1
    naam = "Centrum"


class DocumentFactory(VanGezinFactory):
    class Meta:
        model = documenten.Document

    titel = "Verslag van school"
    soort = "school"
    kring = documenten.Deelkring.HULP
    geplaatst_door = factory.SubFactory(GebruikerFactory, rol=Rol.REGISSEUR)
    geplaatst_op = date(2026, 11, 1)
    bestand = factory.LazyFunction(lambda: keep(b"%PDF-1.4 test"))
    bestandsnaam = "verslag van school.pdf"
    extensie = "pdf"
    grootte = 13
    sha256 = "ab" * 32
    stand = documenten.Stand.SCHOON
    gecontroleerd_at = datetime(2026, 11, 1, 12, tzinfo=UTC)
    gecontroleerd_met = "ClamAV"
