"""How long may we keep data, counted from what, and who says so?"""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron


class Begin(StrEnum):
    """The event from which a term is counted."""

    EINDE_HULP = "het einde van de hulp"
    VERNIETIGING_DOSSIER = "het vernietigen van het dossier"
    EINDE_SIGNAAL = "het einde van het signaal"
    EINDE_ACCOUNT = "het sluiten van het account"
    VERZENDING = "de verzending"
    LAATSTE_GEBRUIK = "het laatste gebruik"
    TAAK_KLAAR = "het afronden van de taak"


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


DOSSIER = Bewaartermijn(
    na=Begin.EINDE_HULP,
    jaren=20,
    bron=Bron(
        document="jeugdwet",
        plek="artikel 7.3.8",
        regel="Een dossier blijft 20 jaar bewaard; de gelezen tekst van 2017 zegt nog 15 jaar",
    ),
)
SIGNAAL = Bewaartermijn(
    na=Begin.EINDE_SIGNAAL,
    jaren=5,
    bron=Bron(
        document="jeugdwet",
        plek="artikel 7.1.4.6",
        regel="Een signaal dat is verwijderd, blijft nog vijf jaar in een apart archief",
    ),
)
_OPSLAGBEPERKING = Bron(
    document="avg",
    plek="artikel 5 lid 1 onder e",
    regel="Niet langer bewaren dan nodig is voor het doel; de lengte is onze keuze",
)
LOGBOEK = Bewaartermijn(na=Begin.VERNIETIGING_DOSSIER, jaren=5, bron=_OPSLAGBEPERKING)
ACCOUNT = Bewaartermijn(na=Begin.EINDE_ACCOUNT, jaren=1, bron=_OPSLAGBEPERKING)
POST = Bewaartermijn(na=Begin.VERZENDING, dagen=30, bron=_OPSLAGBEPERKING)
SESSIE = Bewaartermijn(na=Begin.LAATSTE_GEBRUIK, uren=24, bron=_OPSLAGBEPERKING)
WACHTRIJ = Bewaartermijn(na=Begin.TAAK_KLAAR, bron=_OPSLAGBEPERKING)
