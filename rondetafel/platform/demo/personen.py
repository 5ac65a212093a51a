"""Who can you be in the demo? Invented people, with a line each about what there is to see."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_noop as _

from rondetafel.organisaties.models import Organisatie
from rondetafel.platform.demo.organisaties import HEERLEN, INSTELLING, LANDGRAAF, VOERENDAAL
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

WACHTWOORD = "rondetafel-demo"
ALLE_GEMEENTEN = (HEERLEN, LANDGRAAF, VOERENDAAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One account of the demo. `sleutel` is its short name in the stories and begins its address."""

    sleutel: str
    naam: str
    rol: Rol
    uitleg: str
    functie: str = ""
    organisatie: str = ""
    gemeenten: tuple[int, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.sleutel}@demo.example"

    @property
    def voornaam(self) -> str:
        return self.naam.partition(" ")[0]

    @property
    def label(self) -> str:
        plek = f" bij {self.organisatie}" if self.rol in (Rol.AANBIEDER, Rol.JEUGDBESCHERMER) else ""
        return f"{self.naam}, {self.functie}{plek}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """People who belong together on the page where you choose."""

    titel: str
    personen: tuple[Persona, ...]


def _gezin(sleutel: str, naam: str, functie: str, uitleg: str) -> Persona:
    return Persona(sleutel=sleutel, naam=naam, rol=Rol.GEZIN, functie=functie, uitleg=uitleg)


GROEPEN = (
    Groep(
        titel=_("Het gezin van Noor"),
        personen=(
            _gezin("noor", "Noor van den Berg", _("13 jaar"), _("Ziet haar eigen plan en vinkt acties af.")),
            _gezin("samira", "Samira van den Berg", _("moeder van Noor"), _("Heeft gezag en leest mee.")),
            _gezin(
                "peter", "Peter Janssen", _("vader van Noor"), _("Woont apart, heeft gezag en leest mee.")
            ),
            _gezin("ria", "Ria Janssen", _("oma van Noor"), _("Ziet het plan, maar niet welke hulp er is.")),
        ),
    ),
    Groep(
        titel=_("Andere gezinnen"),
        personen=(
            _gezin("esra", "Esra Demir", _("moeder"), _("Haar drie kinderen krijgen elk een andere hulp.")),
            _gezin("emir", "Emir Demir", _("12 jaar"), _("Leest sinds zijn verjaardag zelf mee.")),
            _gezin(
                "daan", "Daan Willems", _("11 jaar"), _("Wordt over drie weken 12 en kan nog niet meelezen.")
            ),
            _gezin("thijs", "Thijs Meertens", _("15 jaar"), _("Wordt volgende week 16.")),
            _gezin("karin", "Karin Meertens", _("moeder van Thijs"), _("Leest mee tot Thijs 16 wordt.")),
            _gezin("marit", "Marit de Vries", _("16 jaar"), _("Leest mee; haar ouders niet meer.")),
            _gezin("jayden", "Jayden Maes", _("14 jaar"), _("Leest mee. Een instelling is zijn voogd.")),
            _gezin("ruud", "Ruud Smeets", _("vader zonder gezag"), _("Las vroeger mee. Nu niet meer.")),
        ),
    ),
    Groep(
        titel=_("Regisseurs"),
        personen=(
            Persona(
                sleutel="els",
                naam="Els Habets",
                rol=Rol.REGISSEUR,
                functie="regisseur Landgraaf",
                organisatie="JENS",
                gemeenten=(LANDGRAAF,),
                uitleg=_("Begeleidt onder meer het gezin van Noor."),
            ),
            Persona(
                sleutel="joris",
                naam="Joris Crombach",
                rol=Rol.REGISSEUR,
                functie="regisseur Heerlen en Voerendaal",
                organisatie="JENS",
                gemeenten=(HEERLEN, VOERENDAAL),
                uitleg=_("Heeft gezinnen met voogdij, een baby en een tolk. Is nu met vakantie."),
            ),
            Persona(
                sleutel="linda",
                naam="Linda Bours",
                rol=Rol.REGISSEUR,
                functie="regisseur Heerlen",
                organisatie="JENS",
                gemeenten=(HEERLEN,),
                uitleg=_("Vervangt Joris zolang hij weg is."),
            ),
            Persona(
                sleutel="lotte",
                naam="Lotte Bergmans",
                rol=Rol.REGISSEUR,
                functie="regisseur met nachtdienst",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Heeft geen eigen gezinnen en gebruikte deze week de noodknop."),
            ),
        ),
    ),
    Groep(
        titel=_("Kernteam en backoffice"),
        personen=(
            Persona(
                sleutel="miriam",
                naam="Miriam Vaessen",
                rol=Rol.KERNTEAM,
                functie="lid van het kernteam",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Doet de triage en geeft akkoord voor hulp."),
            ),
            Persona(
                sleutel="bea",
                naam="Bea Wouters",
                rol=Rol.BACKOFFICE,
                functie="backoffice",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Maakt van een aanmelding een dossier."),
            ),
        ),
    ),
    Groep(
        titel=_("Zorgaanbieders"),
        personen=(
            Persona(
                sleutel="tom",
                naam="Tom Souren",
                rol=Rol.AANBIEDER,
                functie="begeleider",
                organisatie="De Linde",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Begeleidt Noor en wil de hulp verlengen."),
            ),
            Persona(
                sleutel="yasmina",
                naam="Yasmina Haddad",
                rol=Rol.AANBIEDER,
                functie="behandelaar",
                organisatie="Het Kompas",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Behandelt kinderen in vier gezinnen."),
            ),
            Persona(
                sleutel="kees",
                naam="Kees Odekerken",
                rol=Rol.AANBIEDER,
                functie="groepsleider",
                organisatie="Zorgboerderij 't Veld",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Heeft kinderen uit twee gezinnen op de boerderij."),
            ),
        ),
    ),
    Groep(
        titel=_("Gecertificeerde instelling"),
        personen=(
            Persona(
                sleutel="renate",
                naam="Renate Tielens",
                rol=Rol.JEUGDBESCHERMER,
                functie="jeugdbeschermer",
                organisatie=INSTELLING,
                uitleg=_("Is voogd van Jayden en houdt toezicht bij Milan."),
            ),
        ),
    ),
    Groep(
        titel=_("Veiligheid"),
        personen=(
            Persona(
                sleutel="wil",
                naam="Wil Schreurs",
                rol=Rol.AANDACHT,
                functie="aandachtsfunctionaris",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Denkt mee bij zorgen over veiligheid. Ziet geen plannen."),
            ),
        ),
    ),
    Groep(
        titel=_("Verwijzers"),
        personen=(
            Persona(
                sleutel="gielen",
                naam="Paul Gielen",
                rol=Rol.VERWIJZER,
                functie="huisarts",
                organisatie="Huisartsenpraktijk Op de Berg",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Meldt jeugdigen aan en ziet hoe ver het is."),
            ),
            Persona(
                sleutel="anja",
                naam="Anja Maas",
                rol=Rol.VERWIJZER,
                functie="intern begeleider op school",
                organisatie="Basisschool De Wissel",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Heeft vanochtend een leerling aangemeld."),
            ),
        ),
    ),
    Groep(
        titel=_("Gemeente, controle en directie"),
        personen=(
            Persona(
                sleutel="ingrid",
                naam="Ingrid Ramakers",
                rol=Rol.GEMEENTE,
                functie="gemeente Landgraaf",
                organisatie="Gemeente Landgraaf",
                gemeenten=(LANDGRAAF,),
                uitleg=_("Ziet de hulp en de cijfers van Landgraaf."),
            ),
            Persona(
                sleutel="ferdi",
                naam="Ferdi Aydin",
                rol=Rol.GEMEENTE,
                functie="gemeente Heerlen",
                organisatie="Gemeente Heerlen",
                gemeenten=(HEERLEN,),
                uitleg=_("Ziet de hulp en de cijfers van Heerlen."),
            ),
            Persona(
                sleutel="carla",
                naam="Carla Bex",
                rol=Rol.AUDITOR,
                functie="auditor",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Controleert wie in welk dossier keek."),
            ),
            Persona(
                sleutel="nadia",
                naam="Nadia Peters",
                rol=Rol.BEVEILIGING,
                functie="functionaris beveiliging",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Gaat na of kijken dat opvalt, klopte."),
            ),
            Persona(
                sleutel="hugo",
                naam="Hugo Lemmens",
                rol=Rol.DIRECTIE,
                functie="directie",
                organisatie="JENS",
                gemeenten=ALLE_GEMEENTEN,
                uitleg=_("Ziet de cijfers, zonder namen."),
            ),
        ),
    ),
    Groep(
        titel=_("Beheer"),
        personen=(
            Persona(
                sleutel="sem",
                naam="Sem de Wit",
                rol=Rol.BEHEERDER,
                functie="beheerder",
                organisatie="JENS",
                uitleg=_("Beheert accounts en ziet geen gezinnen."),
            ),
        ),
    ),
)
PERSONEN = tuple(persona for groep in GROEPEN for persona in groep.personen)


def make_accounts() -> Mapping[str, Gebruiker]:
    """Make the accounts, all with the password of the demo; returns them by `sleutel`."""
    # Hashed once for all: a hash takes a quarter of a second, on purpose.
    wachtwoord = make_password(WACHTWOORD)
    organisaties = dict(Organisatie.objects.values_list("naam", "pk"))
    accounts = {
        persona.sleutel: Gebruiker(
            email=persona.email,
            naam=persona.naam,
            rol=persona.rol,
            # The account of a family bears no function; what someone is to a child stands in the file.
            functie="" if persona.rol is Rol.GEZIN else persona.functie,
            organisatie_id=organisaties[persona.organisatie] if persona.organisatie else None,
            gemeenten=list(persona.gemeenten),
            password=wachtwoord,
        )
        for persona in PERSONEN
    }
    Gebruiker.objects.bulk_create(accounts.values())
    return accounts
