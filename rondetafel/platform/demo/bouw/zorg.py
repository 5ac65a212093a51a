"""Care that JENS grants: an akkoord, a request to extend it, a stop."""

from dataclasses import dataclass
from datetime import date, timedelta

from rondetafel.gezinnen.models import Betrokkene, Groep, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.stop import Stopreden
from rondetafel.regels.termijnen import RTO_HOUDEN, VERLENGING_VRAGEN
from rondetafel.toegang.banden import Leesrecht, move_end, open_band
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.zorg.models import AkkoordZorg, StopZorg, Verlenging

BESLUIT_VOORAF = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """What is granted: a product at an organisation, `van` up to and including `tot`.

    `uitvoerder` is the short name of who does it, as far as they have an account.
    """

    product: str
    organisatie: str
    van: date
    tot: date | None = None
    uitvoerder: str = ""


def grant(decor: Decor, kind: Persoon, hulp: Hulp) -> AkkoordZorg:
    """Grant it a week before it begins; who does it may read the plan as long as it runs."""
    product = catalogue_on(hulp.van).product(hulp.product)
    with on_day(hulp.van - BESLUIT_VOORAF):
        akkoord = AkkoordZorg.objects.create(
            gezin_id=kind.gezin_id,
            gemeente_id=kind.gemeente_id,
            jeugdige=kind,
            product_code=product.code,
            kwadrant=product.kwadrant,
            aanbieder=decor.organisaties[hulp.organisatie],
            uitvoerder=decor.accounts.get(hulp.uitvoerder),
            startdatum=hulp.van,
            einddatum=hulp.tot,
            gegeven_op=hulp.van - BESLUIT_VOORAF,
            gegeven_door=decor.accounts["miriam"],
        )
        logboek.record(
            Gebeurtenis.AKKOORD_GEGEVEN, akkoord, door=decor.wie("miriam"), onderdeel=Onderdeel.ZORG
        )
        if hulp.tot and product.rto_nodig.waarde:
            open_termijn(akkoord, VERLENGING_VRAGEN, vanaf=hulp.tot, gebruiker_id=akkoord.uitvoerder_id)
            open_termijn(akkoord, RTO_HOUDEN, vanaf=hulp.tot)
        if akkoord.uitvoerder_id:
            recht = Leesrecht(
                hoedanigheid=Hoedanigheid.AANBIEDER, grond=Grond.AKKOORD, van=hulp.van, tot=hulp.tot
            )
            _seat_uitvoerder(akkoord)
            open_band(kind.gezin, gebruiker_id=akkoord.uitvoerder_id, recht=recht, grond_id=akkoord.pk)
    return akkoord


def _seat_uitvoerder(akkoord: AkkoordZorg) -> None:
    uitvoerder = akkoord.uitvoerder
    assert uitvoerder
    Betrokkene.objects.create(
        gezin_id=akkoord.gezin_id,
        gemeente_id=akkoord.gemeente_id,
        groep=Groep.BEROEP,
        naam=uitvoerder.naam,
        relatie=uitvoerder.functie,
        organisatie=akkoord.aanbieder.naam,
        gebruiker=uitvoerder,
        van=akkoord.gegeven_op,
    )


def ask_verlenging(decor: Decor, akkoord: AkkoordZorg, *, tot: date, motivering: str, op: date) -> Verlenging:
    """Let the uitvoerder ask that it runs on until `tot`; the kernteam has not decided yet."""
    assert akkoord.einddatum
    uitvoerder = _uitvoerder_of(decor, akkoord)
    with on_day(op):
        verlenging = Verlenging.objects.create(
            gezin_id=akkoord.gezin_id,
            gemeente_id=akkoord.gemeente_id,
            akkoord=akkoord,
            was=akkoord.einddatum,
            tot=tot,
            motivering=motivering,
            gevraagd_op=op,
            gevraagd_door_id=uitvoerder.id,
        )
        logboek.record(Gebeurtenis.VERLENGING_GEVRAAGD, verlenging, door=uitvoerder, onderdeel=Onderdeel.ZORG)
    close_termijn(akkoord, VERLENGING_VRAGEN, RTO_HOUDEN, peildatum=op)
    return verlenging


def stop(decor: Decor, akkoord: AkkoordZorg, *, op: date, gas_score: int, toelichting: str) -> StopZorg:
    """Stop it as planned, on day `op`, with a score on the whole goal; access ends with it."""
    uitvoerder = _uitvoerder_of(decor, akkoord)
    with on_day(op):
        stopzorg = StopZorg.objects.create(
            gezin_id=akkoord.gezin_id,
            gemeente_id=akkoord.gemeente_id,
            akkoord=akkoord,
            gestopt_op=op,
            gestopt_door_id=uitvoerder.id,
            was_tot=akkoord.einddatum,
            reden=Stopreden.VOLGENS_PLAN,
            gas_score=gas_score,
            toelichting=toelichting,
        )
        logboek.record(Gebeurtenis.ZORG_GESTOPT, stopzorg, door=uitvoerder, onderdeel=Onderdeel.ZORG)
    akkoord.einddatum = op
    akkoord.save(update_fields=["einddatum"])
    move_end(grond_id=akkoord.pk, tot=op)
    close_termijn(akkoord, VERLENGING_VRAGEN, RTO_HOUDEN, peildatum=op)
    return stopzorg


def _uitvoerder_of(decor: Decor, akkoord: AkkoordZorg) -> Wie:
    return next(
        decor.wie(sleutel)
        for sleutel, account in decor.accounts.items()
        if account.pk == akkoord.uitvoerder_id
    )
