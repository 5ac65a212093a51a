"""The same family as round the plan, with the regisseur on a chair, and an RTO that was planned."""

from dataclasses import dataclass, fields

from rondetafel.gezinnen.models import Groep
from tests.factories import BetrokkeneFactory, DeelnameFactory, OverlegFactory
from tests.gezinsplan import wereld as plan


@dataclass(frozen=True, kw_only=True)
class Wereld(plan.Wereld):
    """`els` is the chair of the regisseur."""

    els: object


def make_wereld():
    basis = plan.make_wereld()
    els = BetrokkeneFactory(
        gezin=basis.gezin,
        groep=Groep.BEROEP,
        naam="Els Habets",
        relatie="regisseur",
        gebruiker=basis.regisseur,
    )
    return Wereld(els=els, **{veld.name: getattr(basis, veld.name) for veld in fields(basis)})


def make_rto(wereld, **anders):
    """Planned, with the mother, the regisseur and oma asked."""
    overleg = OverlegFactory(gezin=wereld.gezin, **anders)
    for stoel in (wereld.moeder, wereld.els, wereld.oma):
        DeelnameFactory(overleg=overleg, betrokkene=stoel, was_aanwezig=None)
    return overleg
