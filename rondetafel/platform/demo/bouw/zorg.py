"""Care that JENS grants: an akkoord, a request to extend it, a stop; each by the person who does it."""

from dataclasses import dataclass
from datetime import date, timedelta

from rondetafel.gezinnen.models import Persoon
from rondetafel.kern.termijnen import close_termijn
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.stop import Stopreden
from rondetafel.regels.termijnen import BRIEF_VAN_AANBOD
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Gebruiker
from rondetafel.zorg import operations as zorg
from rondetafel.zorg.gegevens import Akkoordopgave, Stopopgave
from rondetafel.zorg.models import AkkoordZorg

BESLUIT_VOORAF, BRIEF_NA = timedelta(weeks=1), timedelta(days=2)


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
    """Let the kernteam grant it a week before it begins; the letter to the zorgaanbieder follows."""
    dag = hulp.van - BESLUIT_VOORAF
    uitvoerder = decor.accounts.get(hulp.uitvoerder)
    opgave = Akkoordopgave(
        jeugdige_id=kind.pk,
        product_code=hulp.product,
        aanbieder_id=decor.organisaties[hulp.organisatie].pk,
        uitvoerder_id=uitvoerder.pk if uitvoerder else None,
        startdatum=hulp.van,
        einddatum=hulp.tot,
    )
    with on_day(dag), as_person(decor.accounts["miriam"], peildatum=dag) as kernteam:
        akkoord = zorg.grant_akkoord(kind.gezin_id, opgave=opgave, door=kernteam, peildatum=dag)
    # The letter is written elsewhere as yet; here it went out in time.
    close_termijn(akkoord, BRIEF_VAN_AANBOD, peildatum=dag + BRIEF_NA)
    return akkoord


def ask_verlenging(akkoord: AkkoordZorg, *, tot: date, motivering: str, op: date) -> None:
    """Let the uitvoerder ask that it runs on until `tot`; the kernteam has not decided yet."""
    with on_day(op), as_person(_uitvoerder_of(akkoord), peildatum=op) as uitvoerder:
        zorg.ask_verlenging(akkoord.pk, tot=tot, motivering=motivering, door=uitvoerder, peildatum=op)


def stop(akkoord: AkkoordZorg, *, op: date, gas_score: int, toelichting: str) -> None:
    """Let the uitvoerder stop it as planned, on day `op`, with a score on the whole goal."""
    opgave = Stopopgave(
        stopdatum=op,
        reden=Stopreden.VOLGENS_PLAN,
        gas_score=gas_score,
        toelichting=toelichting,
        has_eindverslag=True,
    )
    with on_day(op), as_person(_uitvoerder_of(akkoord), peildatum=op) as uitvoerder:
        zorg.stop_zorg(akkoord.pk, gelezen=akkoord.versie, opgave=opgave, door=uitvoerder, peildatum=op)


def _uitvoerder_of(akkoord: AkkoordZorg) -> Gebruiker:
    assert akkoord.uitvoerder
    return akkoord.uitvoerder
