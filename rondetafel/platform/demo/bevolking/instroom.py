"""The rows of the way in: who asked in which month, what was decided, and who waited."""

from collections import Counter
from datetime import date, timedelta
from random import Random
from uuid import UUID

from rondetafel.instroom.models import Aanmelding, Stand, Triage, Wachtplek, Zorgclassificatie
from rondetafel.platform.demo.bevolking.cijfers import AANMELDINGEN, JAARBEGIN
from rondetafel.platform.demo.bevolking.dossiers import Dossier
from rondetafel.platform.demo.bevolking.huishoudens import Mens
from rondetafel.platform.demo.bevolking.omgeving import Omgeving
from rondetafel.platform.demo.bevolking.rijen import Rijen
from rondetafel.platform.demo.bevolking.teksten import HULPVRAGEN
from rondetafel.regels.datum import DAG, last_day_of

JAAR = JAARBEGIN.year
CLASSIFICATIES = {
    Zorgclassificatie.ENKELVOUDIG: 45,
    Zorgclassificatie.MEERVOUDIG: 40,
    Zorgclassificatie.MULTIPROBLEEM: 15,
}
EERSTE_NUMMER = 10_000

Jeugdige = tuple[Dossier, UUID, Mens]


def register_all(rijen: Rijen, omgeving: Omgeving, dossiers: list[Dossier], lot: Random) -> None:
    """Register every child in care, and then as many other questions as each month needs."""
    jeugdigen = [(dossier, kind, mens) for dossier in dossiers for kind, mens in dossier.kinderen]
    vragen = [(mens.loop.ontvangen_op, jeugdige) for jeugdige in jeugdigen if (mens := jeugdige[2]).loop]
    vragen += _other_questions(Counter(dag.month for dag, _ in vragen if dag.year == JAAR), jeugdigen, lot)
    vragen.sort(key=lambda vraag: vraag[0])
    for nummer, (dag, jeugdige) in enumerate(vragen, start=EERSTE_NUMMER):
        _register(rijen, omgeving, nummer, dag, jeugdige, lot)
    for dossier, kind, mens in jeugdigen:
        if mens.loop and mens.loop.wacht_van:
            kwadrant = mens.loop.perioden[0].kwadrant
            rijen.add(Wachtplek, *dossier.sleutel, kind, kwadrant, mens.loop.wacht_van, mens.loop.van - DAG)


def _other_questions(
    geteld: Counter[int], jeugdigen: list[Jeugdige], lot: Random
) -> list[tuple[date, Jeugdige]]:
    """Questions about children who are known already, or about a brother or sister, that ended in K1."""
    vragen = []
    for maand, aantal in AANMELDINGEN.items():
        begin = date(JAAR, maand, 1)
        dagen = (last_day_of(begin, 1) - begin).days
        for _ in range(aantal - geteld[maand]):
            dag = begin + timedelta(days=lot.randint(0, dagen))
            jeugdige = lot.choice(jeugdigen)
            while jeugdige[0].van > dag or jeugdige[2].geboren > dag:
                jeugdige = lot.choice(jeugdigen)
            vragen.append((dag, jeugdige))
    return vragen


def _register(
    rijen: Rijen, omgeving: Omgeving, nummer: int, dag: date, jeugdige: Jeugdige, lot: Random
) -> None:
    dossier, kind, mens = jeugdige
    verwijzer, soort = lot.choice(omgeving.verwijzers)
    doorgestuurd_op = dag + timedelta(days=lot.choices((2, 3, 5, 7, 9), (25, 35, 25, 10, 5))[0])
    aanmelding = rijen.add(
        Aanmelding,
        *dossier.sleutel,
        nummer,
        verwijzer,
        soort,
        kind,
        dag,
        Stand.BESLOTEN.value,
        doorgestuurd_op,
        mens.voornaam,
        mens.achternaam,
        mens.geboren,
        mens.geslacht,
        lot.choice(HULPVRAGEN),
    )
    kwadranten, product = _decision(dag, mens)
    rijen.add(
        Triage,
        *dossier.sleutel,
        aanmelding,
        doorgestuurd_op + timedelta(days=lot.randint(1, 9)),
        lot.choice(omgeving.kernteam),
        lot.choices(list(CLASSIFICATIES), list(CLASSIFICATIES.values()))[0].value,
        kwadranten,
        product,
    )


def _decision(dag: date, mens: Mens) -> tuple[list[str], str]:
    if mens.loop is None or mens.loop.ontvangen_op != dag:
        return ["K1"], ""
    kwadranten = sorted({periode.kwadrant for periode in mens.loop.perioden})
    producten = [periode.product for periode in mens.loop.perioden if periode.kwadrant == "K3"]
    return kwadranten, producten[0] if producten else ""
