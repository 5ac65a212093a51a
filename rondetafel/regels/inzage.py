"""From when until when may a jeugdige, or a parent with gezag, read the file?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import DAG, holds_on
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

ZELF_LEZEN_VANAF = 12
ZELF_BESLISSEN_VANAF = 16

INZAGE_JEUGDIGE = Bron(
    document="jeugdwet",
    plek="artikel 7.3.10 en 7.3.15",
    regel="Een jeugdige mag vanaf 12 jaar het eigen dossier lezen",
)
INZAGE_OUDER = Bron(
    document="jeugdwet",
    plek="artikel 7.3.5 en 7.3.11",
    regel="Een ouder met gezag mag tot de zestiende verjaardag lezen, daarna alleen met toestemming",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesperiode:
    """The days on which the law lets someone read; `tot_en_met` None has no end."""

    van: date
    tot_en_met: date | None
    bron: Bron

    def contains(self, peildatum: date) -> bool:
        return holds_on(peildatum, self.van, self.tot_en_met)


@write_down(
    Regel(
        code="dossier-lezen-als-jongere",
        stap=Stap.PRIVACY,
        vraag="Vanaf wanneer mag een jongere het eigen dossier lezen?",
        tekst=(
            "Vanaf de twaalfde verjaardag mag een jongere het eigen dossier lezen. Daar is geen "
            "toestemming van een ander voor nodig."
        ),
        voorbeeld="Sam wordt op 5 juni 12 jaar. Op 4 juni leest hij nog niet mee, op 5 juni wel.",
        bronnen=(INZAGE_JEUGDIGE,),
    )
)
def reading_period_of_jeugdige(geboortedatum: date) -> Leesperiode:
    """From the twelfth birthday on."""
    return Leesperiode(
        van=birthday_of(geboortedatum, ZELF_LEZEN_VANAF), tot_en_met=None, bron=INZAGE_JEUGDIGE
    )


@write_down(
    Regel(
        code="dossier-lezen-als-ouder",
        stap=Stap.PRIVACY,
        vraag="Tot wanneer leest een ouder met gezag vanzelf mee?",
        tekst=(
            "Een ouder met gezag leest mee tot de dag voor de zestiende verjaardag van het kind. Daarna "
            "alleen als de jongere ja zegt."
        ),
        voorbeeld=(
            "Marit wordt op 20 september 16 jaar. Haar vader leest mee tot en met 19 september. Vanaf de "
            "20e beslist Marit."
        ),
        bronnen=(INZAGE_OUDER,),
    )
)
def reading_period_of_ouder(geboortedatum: date) -> Leesperiode:
    """From birth until the day before the sixteenth birthday, as far as the parent has gezag then."""
    return Leesperiode(
        van=geboortedatum,
        tot_en_met=birthday_of(geboortedatum, ZELF_BESLISSEN_VANAF) - DAG,
        bron=INZAGE_OUDER,
    )
