"""How long may we keep data, counted from what, and who says so?"""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

TWINTIG_JAAR = Bron(
    document="jeugdwet",
    plek="artikel 7.3.8",
    regel="Een dossier blijft 20 jaar bewaard; de gelezen tekst van 2017 zegt nog 15 jaar",
)
VIJF_JAAR_APART = Bron(
    document="jeugdwet",
    plek="artikel 7.1.4.6",
    regel="Een signaal dat is verwijderd, blijft nog vijf jaar in een apart archief",
)
NIET_LANGER_DAN_NODIG = Bron(
    document="avg",
    plek="artikel 5 lid 1 onder e",
    regel="Niet langer bewaren dan nodig is voor het doel; de lengte is onze keuze",
)


class Begin(StrEnum):
    """The event from which a term is counted."""

    EINDE_HULP = "het einde van de hulp"
    VERNIETIGING_DOSSIER = "het vernietigen van het dossier"
    EINDE_SIGNAAL = "het einde van het signaal"
    EINDE_ACCOUNT = "het sluiten van het account"
    VERZENDING = "de verzending"
    LAATSTE_GEBRUIK = "het laatste gebruik"
    KLACHT_KLAAR = "het afhandelen van de klacht"
    TAAK_KLAAR = "het afronden van de taak"


@write_down(
    Regel(
        code="dossier-bewaren",
        stap=Stap.PRIVACY,
        vraag="Hoe lang blijft een dossier bewaard?",
        tekst="Twintig jaar na het einde van de hulp. Daarna wordt het vernietigd.",
        voorbeeld="De laatste hulp stopt op 30 juni 2026. Het dossier blijft tot en met 30 juni 2046.",
        bronnen=(TWINTIG_JAAR,),
    )
)
@write_down(
    Regel(
        code="signaal-bewaren",
        stap=Stap.PRIVACY,
        vraag="Hoe lang blijft een signaal aan de verwijsindex bewaard?",
        tekst="Een signaal dat is verwijderd, staat nog vijf jaar in een apart archief.",
        voorbeeld="Verwijderd op 1 mei 2026: uit het archief na 1 mei 2031.",
        bronnen=(VIJF_JAAR_APART,),
    )
)
@write_down(
    Regel(
        code="rest-bewaren",
        stap=Stap.PRIVACY,
        vraag="Hoe lang bewaart Rondetafel het logboek, een klacht, een account en de post?",
        tekst=(
            "Het logboek nog vijf jaar na het vernietigen van het dossier, een klacht twee jaar na het afhandelen, "
            "een account een jaar na het sluiten, en een bericht per mail dertig dagen. Geen wet noemt deze "
            "termijnen. Langer vinden wij niet nodig voor het doel."
        ),
        voorbeeld="Een account sluit op 3 maart 2026. Op 3 maart 2027 zijn de gegevens ervan weg.",
        bronnen=(NIET_LANGER_DAN_NODIG,),
    )
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """So much time after `na`, by the clock of the calendar; exactly one of the units counts."""

    na: Begin
    bron: Bron
    jaren: int = 0
    dagen: int = 0
    uren: int = 0

    def __str__(self) -> str:
        aantal, eenheid = next(
            (
                (aantal, woorden[aantal != 1])
                for aantal, woorden in (
                    (self.jaren, ("jaar", "jaar")),
                    (self.dagen, ("dag", "dagen")),
                    (self.uren, ("uur", "uur")),
                )
                if aantal
            ),
            (0, ""),
        )
        return f"{aantal} {eenheid} na {self.na}" if aantal else f"tot {self.na}"


DOSSIER = Bewaartermijn(na=Begin.EINDE_HULP, jaren=20, bron=TWINTIG_JAAR)
SIGNAAL = Bewaartermijn(na=Begin.EINDE_SIGNAAL, jaren=5, bron=VIJF_JAAR_APART)
LOGBOEK = Bewaartermijn(na=Begin.VERNIETIGING_DOSSIER, jaren=5, bron=NIET_LANGER_DAN_NODIG)
ACCOUNT = Bewaartermijn(na=Begin.EINDE_ACCOUNT, jaren=1, bron=NIET_LANGER_DAN_NODIG)
KLACHT = Bewaartermijn(na=Begin.KLACHT_KLAAR, jaren=2, bron=NIET_LANGER_DAN_NODIG)
POST = Bewaartermijn(na=Begin.VERZENDING, dagen=30, bron=NIET_LANGER_DAN_NODIG)
SESSIE = Bewaartermijn(na=Begin.LAATSTE_GEBRUIK, uren=24, bron=NIET_LANGER_DAN_NODIG)
WACHTRIJ = Bewaartermijn(na=Begin.TAAK_KLAAR, bron=NIET_LANGER_DAN_NODIG)
