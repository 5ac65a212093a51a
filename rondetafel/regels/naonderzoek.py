"""A treatment that follows an onderzoek: is there a behandelplan, and did everybody sign back then?"""

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down

BEHANDELPLAN = Bron(
    document="productportfolio-2023-04-17",
    plek="Behandeling individueel, kolom JENS-HBC",
    regel="Het onderzoek verdiept de hulpvraag tot een behandelplan",
)
GETEKEND_BIJ_ONDERZOEK = Bron(
    document="productportfolio-2023-04-17",
    plek="Behandeling individueel, kolom JENS-HBC",
    regel="Bij de start van het onderzoek komt er een brief van aanbod, die de ouders tekenen",
)


@write_down(
    Regel(
        code="akkoord-behandelplan",
        stap=Stap.AKKOORD,
        vraag="Is het behandelplan er als de behandeling begint?",
        tekst=(
            "Uit het onderzoek komt een behandelplan. Loopt het onderzoek nog op de dag van het akkoord, dan is dat "
            "plan er nog niet. Het kernteam ziet dat; het houdt het akkoord niet tegen."
        ),
        voorbeeld="Onderzoek t/m 31 mei: een akkoord op 31 mei geeft een melding, op 1 juni niet meer.",
        bronnen=(BEHANDELPLAN,),
    )
)
def signal_behandelplan(vraag: Akkoordvraag) -> Reden | None:
    onderzoek = vraag.onderzoek_ervoor
    if onderzoek is None or (onderzoek.tot is not None and onderzoek.tot < vraag.gevraagd_op):
        return None
    tot = f" t/m {format_datum(onderzoek.tot)}" if onderzoek.tot else ""
    return Reden(
        tekst=f"Het onderzoek loopt nog{tot}. Het behandelplan komt daaruit.",
        bron=BEHANDELPLAN,
        blokkeert=False,
        uitweg="Vraag de zorgaanbieder of het behandelplan er al is.",
    )


@write_down(
    Regel(
        code="akkoord-brief-onderzoek",
        stap=Stap.AKKOORD,
        vraag="Is de brief van het onderzoek getekend?",
        tekst=(
            "Volgt een behandeling op een onderzoek, dan komt er geen nieuwe brief van aanbod. De brief van het "
            "onderzoek moet dan wel door iedereen getekend zijn. Is dat niet zo, dan ziet het kernteam dat."
        ),
        voorbeeld="Eén ouder tekende bij het onderzoek nog niet: het akkoord kan, met een melding.",
        bronnen=(GETEKEND_BIJ_ONDERZOEK,),
    )
)
def signal_brief_onderzoek(vraag: Akkoordvraag) -> Reden | None:
    onderzoek = vraag.onderzoek_ervoor
    if onderzoek is None or not onderzoek.is_brief_open:
        return None
    return Reden(
        tekst="De brief van aanbod van het onderzoek is nog niet door iedereen getekend.",
        bron=GETEKEND_BIJ_ONDERZOEK,
        blokkeert=False,
        uitweg="Vraag de backoffice wie er nog moet tekenen.",
    )
