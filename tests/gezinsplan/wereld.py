"""One family that makes its plan: a child, a mother and an oma at the table, and who reads along."""

from dataclasses import dataclass
from datetime import date

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.gezinsplan.gegevens import Antwoordopgave
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.rollen import DOOR_MAATREGEL, Hoedanigheid, Rol
from tests.factories import (
    BetrokkeneFactory,
    DoelFactory,
    EigenplanstapFactory,
    GebruikerFactory,
    GezinsplanFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.maatregelband import tie_with
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
ROLLEN = {
    Hoedanigheid.REGISSEUR: Rol.REGISSEUR,
    Hoedanigheid.AANBIEDER: Rol.AANBIEDER,
}


@dataclass(frozen=True, kw_only=True)
class Wereld:
    gezin: object
    regisseur: object
    noor: object
    moeder: object
    oma: object


def make_wereld():
    """The family was asked already whether it makes its own plan."""
    wereld = make_unasked_wereld()
    EigenplanstapFactory(gezin=wereld.gezin, door=wereld.regisseur)
    return wereld


def make_unasked_wereld():
    regie = RegieFactory(regisseur__naam="Els Habets", gezin__nummer=147)
    gezin = regie.gezin
    noor = PersoonFactory(gezin=gezin)
    BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, persoon=noor, naam="Noor Vermeer", relatie="ik")
    return Wereld(
        gezin=gezin,
        regisseur=regie.regisseur,
        noor=noor,
        moeder=BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, naam="Esther Vermeer", relatie="moeder"),
        oma=BetrokkeneFactory(gezin=gezin),
    )


def make_doel(wereld, **anders):
    """A SMART goal of the mother, in a plan that has begun."""
    plan = anders.pop("plan", None) or GezinsplanFactory(gezin=wereld.gezin)
    return DoelFactory(**{"plan": plan, "eigenaar": wereld.moeder} | anders)


def everybody_agrees(wereld):
    """Everyone with a name at this table agrees."""
    with as_eigenaar():
        stoelen = Betrokkene.objects.filter(gezin=wereld.gezin).exclude(naam="").values_list("pk", flat=True)
        return tuple(Antwoordopgave(stoel_id=pk, antwoord=Antwoord.EENS) for pk in stoelen)


def make_reader(wereld, hoedanigheid):
    """Somebody with a tie of this kind to the family; the regisseur is there already."""
    if hoedanigheid is Hoedanigheid.REGISSEUR:
        return wereld.regisseur
    rol = ROLLEN.get(hoedanigheid, Rol.JEUGDBESCHERMER if hoedanigheid in DOOR_MAATREGEL else Rol.GEZIN)
    return tie_with(wereld.gezin, hoedanigheid, gebruiker__rol=rol).gebruiker


def make_stranger():
    """A regisseur of another family in the same municipality."""
    return RegieFactory(regisseur=GebruikerFactory(rol=Rol.REGISSEUR)).regisseur
