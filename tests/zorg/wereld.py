"""One family in care on a fixed day: a child, a regisseur, somebody of De Linde, a kernteam, and an RTO."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist, ValidationError

from rondetafel.gezinnen.models import Groep
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import Botsing
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.product import Papier
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.plichten import AKKOORD
from tests.factories import (
    ActieFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    GezinFactory,
    GezinsplanFactory,
    OrganisatieFactory,
    OverlegFactory,
    PersoonFactory,
    RegieFactory,
    VerlengpapierFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)


@dataclass(frozen=True, kw_only=True)
class Wereld:
    """Who and what there is."""

    gezin: object
    noor: object
    regisseur: object
    linde: object
    bram: object
    kernteam: object
    aan_tafel: tuple[object, ...]


def make_wereld():
    gezin = GezinFactory(nummer=147)
    linde = OrganisatieFactory()
    regisseur = RegieFactory(gezin=gezin, regisseur__naam="Els Habets").regisseur
    aan_tafel = (
        BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, naam="Esther", relatie="moeder"),
        BetrokkeneFactory(
            gezin=gezin, groep=Groep.BEROEP, naam="Els Habets", relatie="regisseur", gebruiker=regisseur
        ),
    )
    return Wereld(
        gezin=gezin,
        noor=PersoonFactory(gezin=gezin),
        regisseur=regisseur,
        linde=linde,
        bram=GebruikerFactory(rol=Rol.AANBIEDER, naam="Bram Smeets", organisatie_id=linde.pk),
        kernteam=GebruikerFactory(rol=Rol.KERNTEAM, naam="Miriam Kuipers"),
        aan_tafel=aan_tafel,
    )


def make_akkoord(wereld, **anders):
    """Help by Bram that runs until 31 January, with his access to the family."""
    akkoord = AkkoordZorgFactory(
        **{"jeugdige": wereld.noor, "aanbieder": wereld.linde, "uitvoerder": wereld.bram} | anders
    )
    BandFactory(
        gebruiker=wereld.bram,
        gezin=wereld.gezin,
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
        grond_id=akkoord.pk,
        van=akkoord.gegeven_op,
        tot=akkoord.einddatum,
    )
    if akkoord.einddatum:
        hand_in(akkoord)
    return akkoord


def make_doelen(wereld):
    """A plan with a SMART goal for Noor and one for the family."""
    plan = GezinsplanFactory(gezin=wereld.gezin)
    for voor in (wereld.noor, None):
        ActieFactory(doel=DoelFactory(plan=plan, voor=voor))


def hand_in(akkoord, *, op=DAG):
    """Every paper for an extension, handed in on one day."""
    for papier in (Papier.EVALUATIE, Papier.PLAN_VAN_AANPAK, Papier.GEZINSPLAN):
        VerlengpapierFactory(akkoord=akkoord, papier=papier, van_dag=op, ingeleverd_op=op)


def make_rto(wereld, gehouden_op=date(2026, 11, 2), **anders):
    """An RTO that counts: the family and the regisseur were there."""
    rto = OverlegFactory(gezin=wereld.gezin, gehouden=True, gepland_op=gehouden_op, **anders)
    for betrokkene in wereld.aan_tafel:
        DeelnameFactory(overleg=rto, betrokkene=betrokkene)
    return rto


def weighed(code, peildatum=DAG):
    """The answers with which nothing stands in the way of this product any more."""
    product = catalogue_on(peildatum).product(code)
    return {
        "overwogen": tuple(een.code for een in product.voorrang),
        "motivering": "Het gebiedsteam en oma zijn niet genoeg.",
    }


def do(operatie, *args, als, peildatum=DAG, **kwargs):
    """As a request does: a refusal is answered, so what it wrote about itself stays."""
    refusal = None
    with as_person(als, peildatum=peildatum) as wie:
        try:
            return operatie(*args, **kwargs, door=wie, peildatum=peildatum)
        except (Geweigerd, GeenToegang, ObjectDoesNotExist, ValidationError, Botsing) as fout:
            refusal = fout
    raise refusal


def fresh(rij):
    with as_eigenaar():
        return type(rij).objects.get(pk=rij.pk)


def events():
    with as_eigenaar():
        return list(Logregel.objects.order_by("at").values_list("gebeurtenis", flat=True))


def open_duties(akkoord):
    """The duties of help as they should be; a brief van aanbod is only due where there is one."""
    with as_eigenaar():
        settle(AKKOORD, akkoord.pk, peildatum=DAG)
    return akkoord


def running(akkoord: AkkoordZorg):
    """The duties that run about this akkoord, with their last day."""
    with as_eigenaar():
        return dict(
            Termijn.objects.running().filter(betreft_id=akkoord.pk).values_list("regel", "vervalt_op")
        )
