"""What is written about each family of the random worlds: of every kind of row some, about one child and about both."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from rondetafel.kern.models import Termijn
from tests import factories
from tests.toegang.loten import DAG

# How often the plan of each family was adopted.
UITGAVE = 2
MOMENT = datetime(2026, 11, 16, 11, tzinfo=UTC)


def make_gezin(gemeente: int) -> tuple[UUID, list[UUID]]:
    """Make one family; return its key and those of the two children about whom something is written."""
    f = factories
    gezin = f.GezinFactory(gemeente=f.GemeenteFactory(code=gemeente))
    akkoord = f.AkkoordZorgFactory(jeugdige__gezin=gezin)
    zusje = f.PersoonFactory(gezin=gezin, voornaam="Sam")
    stop = f.StopZorgFactory(akkoord__jeugdige=zusje, akkoord__gezin=gezin)
    for een in (akkoord, stop.akkoord):
        _about_help(een)
    f.ContactFactory(betrokkene__gezin=gezin)
    _about_person(zusje)
    for over in (akkoord.jeugdige, zusje):
        f.DeelantwoordFactory(vraag__persoon=over)
        f.WilsbekwaamheidFactory(persoon=over)
        f.InformatieverzoekFactory(persoon=over)
        f.MaatregelFactory(persoon=over)
    f.seat_network(gezin)
    f.RegieFactory(gezin=gezin)
    plan = f.GezinsplanFactory(gezin=gezin)
    f.EigenplanstapFactory(gezin=gezin)
    for voor in (akkoord.jeugdige, zusje, None):
        _about_plan(plan, voor)
    _adopt(plan)
    f.DeelnameFactory(overleg=f.PlekFactory(overleg__gezin=gezin).overleg)
    f.prepare_overleg(gezin)
    for over in (akkoord.jeugdige, zusje, None):
        f.DocumentFactory(gezin=gezin, persoon=over)
    aanmelding = f.AanmeldingFactory(
        gezin=gezin, jeugdige=akkoord.jeugdige, gemeente=gezin.gemeente, stand="instroom"
    )
    f.TriageFactory(aanmelding=aanmelding, gezin=gezin)
    f.WachtplekFactory(jeugdige=zusje)
    f.BandFactory(gezin=gezin)
    _about_looking(gezin, akkoord.jeugdige, zusje)
    return gezin.pk, [akkoord.jeugdige.pk, zusje.pk]


def _about_looking(gezin: Any, kind: Any, zusje: Any) -> None:
    """Who looked and what stood out, when the noodknop was used, and what must be done."""
    f = factories
    whose = {"gezin_id": gezin.pk, "gemeente_id": gezin.gemeente_id}
    # The page of the auditor names no family: the name of who looked tells it apart here.
    for persoon_id in (kind.pk, zusje.pk, None):
        f.LogregelFactory(persoon_id=persoon_id, naam=str(gezin.pk), at=MOMENT, **whose)
    f.AfwijkingFactory(gezin=gezin)
    f.NoodknopFactory(persoon=zusje)
    Termijn.objects.create(
        regel="kernteam-bespreken",
        rol="regisseur",
        betreft=gezin._meta.label,
        betreft_id=gezin.pk,
        bron_document="rondetafel",
        bron_plek="ADR 0020: termijnen en werkdagen",
        vanaf=DAG,
        vervalt_op=DAG,
        waarschuw_vanaf=DAG,
        **whose,
    )


def _about_person(persoon: Any) -> None:
    """A number, a shield, and that they stood here twice; what is merged now is read by nobody."""
    factories.BurgerservicenummerFactory(persoon=persoon, zoeksleutel=str(persoon.gezin_id))
    factories.AfschermingFactory(beschermd=persoon)
    factories.merge_and_restore(persoon)


def _about_plan(plan: Any, voor: Any) -> None:
    """What stands in the plan about one child or about everyone, and what the family says of it."""
    f = factories
    actie = f.ActieFactory(doel=f.DoelFactory(plan=plan, voor=voor))
    f.MeedoenerFactory(actie=actie, stoel=actie.wie)
    doel = actie.doel
    f.GasscoreFactory(evaluatie=f.EvaluatieFactory(doel=doel))
    versie = f.PlanversieFactory(van_doel=True, doel=doel)
    f.VersieactieFactory(actie=actie, versiedoel__in_versie=versie)
    f.PlanantwoordFactory(in_versie=versie)
    f.KeuzeFactory(plan=plan, voor=voor)
    f.WeekkleurFactory(voor=voor, gezin=plan.gezin)
    f.TafelwoordFactory(doel=doel)


def _adopt(plan: Any) -> None:
    """The plan was adopted twice, each time with every action that stands in it."""
    f = factories
    for uitgave in range(1, UITGAVE + 1):
        versie = f.PlanversieFactory(plan=plan, uitgave=uitgave)
        f.PlanantwoordFactory(in_versie=versie, stoel=f.BetrokkeneFactory(gezin=plan.gezin))
        for doel in plan.doelen.all():
            in_versie = f.VersiedoelFactory(doel=doel, in_versie=versie)
            for actie in doel.acties.all():
                f.VersieactieFactory(actie=actie, versiedoel=in_versie)


def _about_help(akkoord: Any) -> None:
    """What is asked, handed in and signed for one akkoord, and where its child lives."""
    f = factories
    f.VerlengingFactory(akkoord=akkoord)
    f.VerlengpapierFactory(akkoord=akkoord)
    f.HandtekeningFactory(brief__akkoord=akkoord)
    f.AdresFactory(persoon=akkoord.jeugdige)
    f.GezagFactory(kind=akkoord.jeugdige)
