"""Care that JENS grants: an akkoord, a request to extend it, a stop; each by the person who does it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rondetafel.gezinnen.models import Persoon
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.product import Papier
from rondetafel.regels.stop import Stopreden
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Gebruiker
from rondetafel.zorg import operations as zorg
from rondetafel.zorg.brieven import as_ondertekening, briefs_of, circle_of
from rondetafel.zorg.gegevens import Akkoordopgave, Papieropgave, Stopopgave, Tekenopgave
from rondetafel.zorg.models import AkkoordZorg

BESLUIT_VOORAF, BRIEF_NA = timedelta(weeks=1), timedelta(days=2)
ONDERZOEK_VOORAF, DUUR_ONDERZOEK = timedelta(weeks=1), timedelta(weeks=6)
EVALUATIE_VOORAF = timedelta(weeks=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """What is granted: a product at an organisation, `van` up to and including `tot`.

    `uitvoerder` is the short name of who does it, as far as they have an account. `per_week` is in the
    unit of the product; `grond` and `rto_op` belong to maatwerk.
    """

    product: str
    organisatie: str
    van: date
    tot: date | None = None
    uitvoerder: str = ""
    waarom: str = "Het netwerk en het gebiedsteam helpen mee, maar dat is niet genoeg."
    per_week: int | None = None
    grond: str = ""
    rto_op: date | None = None


def grant(decor: Decor, kind: Persoon, hulp: Hulp) -> AkkoordZorg:
    """Let the kernteam grant it a week before it begins; the letter is sent, and signed by who must.

    What needs an onderzoek gets one first, at the same organisation.
    """
    product = catalogue_on(hulp.van).product(hulp.product)
    if product.onderzoek_vooraf and product.onderzoek_vooraf.waarde:
        van = hulp.van - ONDERZOEK_VOORAF
        tot = van + DUUR_ONDERZOEK
        onderzoek = "onderzoek-ggz-01" if product.is_ggz else "onderzoek-behandeling"
        grant(decor, kind, replace(hulp, product=onderzoek, van=van, tot=tot))
    dag = hulp.van - BESLUIT_VOORAF
    uitvoerder = decor.accounts.get(hulp.uitvoerder)
    opgave = Akkoordopgave(
        jeugdige_id=kind.pk,
        product_code=hulp.product,
        aanbieder_id=decor.organisaties[hulp.organisatie].pk,
        uitvoerder_id=uitvoerder.pk if uitvoerder else None,
        startdatum=hulp.van,
        einddatum=hulp.tot,
        aantal_per_week=hulp.per_week,
        has_diagnose=bool(product.diagnose_nodig and product.diagnose_nodig.waarde),
        has_observatie=bool(product.observatie_nodig and product.observatie_nodig.waarde),
        overwogen=tuple(een.code for een in product.voorrang),
        motivering=hulp.waarom,
        grond=hulp.grond or next((een.code for een in product.gronden), ""),
        rto_op=hulp.rto_op,
    )
    with on_day(dag), as_person(decor.accounts["miriam"], peildatum=dag) as kernteam:
        akkoord = zorg.grant_akkoord(kind.gezin_id, opgave=opgave, door=kernteam, peildatum=dag)
    _send_brief(decor, akkoord, op=dag + BRIEF_NA)
    return akkoord


def ask_verlenging(akkoord: AkkoordZorg, *, tot: date, motivering: str, op: date) -> None:
    """Let the uitvoerder hand in the papers and ask that it runs on until `tot`; nobody decided yet."""
    with on_day(op), as_person(_uitvoerder_of(akkoord), peildatum=op) as uitvoerder:
        for papier in (Papier.EVALUATIE, Papier.PLAN_VAN_AANPAK, Papier.GEZINSPLAN):
            opgave = Papieropgave(papier=papier, van_dag=op - EVALUATIE_VOORAF)
            zorg.record_papier(akkoord.pk, opgave=opgave, door=uitvoerder, peildatum=op)
        zorg.ask_verlenging(akkoord.pk, tot=tot, motivering=motivering, door=uitvoerder, peildatum=op)


def stop(akkoord: AkkoordZorg, *, op: date, gas_score: int, overgedragen_aan: str, toelichting: str) -> None:
    """Let the uitvoerder stop it as planned, on day `op`, with a score on the whole goal."""
    opgave = Stopopgave(
        stopdatum=op,
        reden=Stopreden.VOLGENS_PLAN,
        gas_score=gas_score,
        overgedragen_aan=overgedragen_aan,
        toelichting=toelichting,
        has_papieren=True,
    )
    with on_day(op), as_person(_uitvoerder_of(akkoord), peildatum=op) as uitvoerder:
        zorg.stop_zorg(akkoord.pk, gelezen=akkoord.versie, opgave=opgave, door=uitvoerder, peildatum=op)


def _send_brief(decor: Decor, akkoord: AkkoordZorg, *, op: date) -> None:
    """Let the backoffice send the letter, when there is one, and write down who signed it that day."""
    with on_day(op), as_person(decor.accounts["bea"], peildatum=op) as backoffice:
        brief = briefs_of(akkoord.pk, backoffice, op).first()
        if brief is None:
            return
        zorg.record_brief(akkoord.pk, door=backoffice, peildatum=op)
        for tekenaar in as_ondertekening(brief, circle_of(akkoord)).tekenaars_on(op):
            namens = "" if tekenaar.persoon else "Jeugdbeschermer van dienst"
            opgave = Tekenopgave(persoon_id=tekenaar.persoon, namens=namens, getekend_op=op)
            zorg.record_handtekening(brief.pk, opgave=opgave, door=backoffice, peildatum=op)


def _uitvoerder_of(akkoord: AkkoordZorg) -> Gebruiker:
    assert akkoord.uitvoerder
    return akkoord.uitvoerder
