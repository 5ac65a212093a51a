"""An emergency: Noor belongs to a family of a colleague, and somebody on duty must know more."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from rondetafel.kwaliteit.noodknop import Noodvraag
from rondetafel.kwaliteit.operations import open_noodknop
from rondetafel.regels.noodknop import Noodreden
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    HEERLEN,
    AdresFactory,
    BurgerservicenummerFactory,
    GebruikerFactory,
    GemeenteFactory,
    PersoonFactory,
    RegieFactory,
)

DAG = date(2026, 11, 16)
BSN = "999990019"
WAAROM = "Noor is sinds gisteravond niet thuisgekomen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodgeval:
    noor: Any
    regisseur: Gebruiker
    dienst: Gebruiker
    nadia: Gebruiker

    @property
    def gezin(self) -> Any:
        return self.noor.gezin


def build_noodgeval() -> Noodgeval:
    regie = RegieFactory()
    noor = PersoonFactory(
        gezin=regie.gezin,
        voornaam="Noor",
        tussenvoegsel="van den",
        achternaam="Bérg",
        geboortedatum=date(2013, 5, 4),
    )
    BurgerservicenummerFactory(persoon=noor, bsn=BSN)
    AdresFactory(persoon=noor)
    GemeenteFactory(code=HEERLEN)
    GebruikerFactory(rol=Rol.BEVEILIGING, gemeenten=[HEERLEN], email="elders@voorbeeld.example")
    return Noodgeval(
        noor=noor,
        regisseur=regie.regisseur,
        dienst=GebruikerFactory(rol=Rol.REGISSEUR, naam="Lotte Bergmans"),
        nadia=GebruikerFactory(rol=Rol.BEVEILIGING, email="nadia@voorbeeld.example"),
    )


def press(wie: Gebruiker, **anders: Any) -> Any:
    vraag = Noodvraag(**{"reden": Noodreden.VERMIST, "toelichting": WAAROM, "bsn": BSN} | anders)
    with as_person(wie, peildatum=DAG) as door:
        return open_noodknop(vraag, door=door, peildatum=DAG, nu=timezone.now())


def by_name(**anders: Any) -> dict[str, Any]:
    naam = {"voornaam": "Noor", "achternaam": "van den Bérg", "geboortedatum": date(2013, 5, 4)}
    return {"bsn": "", **naam, **anders}
