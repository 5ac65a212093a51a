"""When may a note go into an organisation's own dossier about a family?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

DOSSIERPLICHT = Bron(
    document="jeugdwet",
    plek="artikel 7.3.8",
    regel="Wie jeugdhulp geeft, houdt een dossier bij, voor zover dat nodig is",
)
NIET_IN_HET_PLAN = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Het gezinsplan is geen dossier; wat je vastlegt, staat in je eigen dossier",
)
EIGEN_DOSSIER = Bron(
    document="rondetafel",
    plek="ADR 0050: eigen dossier",
    regel="Een organisatie schrijft haar eigen dossier naast het plan; wat er staat, blijft bewaard",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantekeningvraag:
    """A note about the day `op`; `is_vervangen`: what it corrects was corrected by somebody else already."""

    op: date
    is_vervangen: bool = False


@write_down(
    Regel(
        code="eigen-dossier",
        stap=Stap.UITVOEREN,
        vraag="Wat mag er in het eigen dossier van een organisatie?",
        tekst=(
            "Wie met het gezin werkt, schrijft een aantekening over een dag die al is geweest, of over vandaag. "
            "Aanpassen kan; de tekst van eerst blijft te lezen. Alleen collega's van dezelfde organisatie die met "
            "dit gezin werken, lezen het."
        ),
        voorbeeld="Tom van De Linde schrijft op maandag over het gesprek van vrijdag. Zijn collega past het aan.",
        bronnen=(DOSSIERPLICHT, NIET_IN_HET_PLAN, EIGEN_DOSSIER),
    )
)
def assess_aantekening(vraag: Aantekeningvraag, peildatum: date) -> Oordeel:
    """May this be written down now?"""
    redenen = []
    if vraag.op > peildatum:
        redenen.append(
            Reden(
                tekst="Deze dag moet nog komen.",
                bron=EIGEN_DOSSIER,
                uitweg="Vul de dag in waarover u schrijft.",
            )
        )
    if vraag.is_vervangen:
        redenen.append(
            Reden(
                tekst="Deze aantekening is intussen al aangepast.",
                bron=EIGEN_DOSSIER,
                uitweg="Ga naar het dossier, lees de nieuwste tekst en pas die aan.",
            )
        )
    return combine(*redenen)
