"""What is on the agenda of the startoverleg, in which order, and what is prepared beforehand?"""

from dataclasses import dataclass
from datetime import time

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

KWARTIER = 15
VOLGORDE = Bron(
    document="1gezin1plan-fase-3b-startoverleg",
    plek="Startoverleg uitvoeren",
    regel="Het gezin vertelt eerst; van krachten en zorgen gaat het naar doelen, acties en wie coördineert",
)
EERDER = Bron(
    document="1gezin1plan-fase-3b-startoverleg",
    plek="Startoverleg uitvoeren",
    regel="Het gezin en de mensen uit hun netwerk zijn er een kwartier eerder",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One point, and who speaks first."""

    titel: str
    uitleg: str
    eerst: str = ""


AGENDA = (
    Agendapunt(
        titel="Hoe werkt dit?", uitleg="Wat is een rondetafel, en wat gebeurt er met wat er gezegd wordt?"
    ),
    Agendapunt(
        titel="Wie zijn er?", uitleg="Naam, waar iemand werkt, wat die doet en wie die is voor het gezin."
    ),
    Agendapunt(
        titel="Waarom zitten we hier?",
        uitleg="Wat was de aanleiding, en wat moet dit gesprek opleveren?",
        eerst="het gezin",
    ),
    Agendapunt(titel="Wat gaan we doen?", uitleg="De agenda, hoelang het duurt, en wie er meedoet."),
    Agendapunt(
        titel="Wat gaat goed, wat geeft zorgen?",
        uitleg="Eerst wat goed gaat, dan de zorgen.",
        eerst="het gezin",
    ),
    Agendapunt(titel="Welke hulp was er al?", uitleg="Wat hielp, en wat niet?"),
    Agendapunt(titel="Hoe hangt het samen?", uitleg="Wat komt steeds terug, en wat volgt daaruit?"),
    Agendapunt(
        titel="Wat moet er anders zijn?",
        uitleg="Waaraan merkt het gezin dat het beter gaat?",
        eerst="het gezin",
    ),
    Agendapunt(
        titel="Is het veilig?",
        uitleg="Zijn er zorgen over veiligheid of basiszorg? Die hebben een eigen plek.",
    ),
    Agendapunt(titel="Wat eerst?", uitleg="Het gezin zet de zorgen op volgorde.", eerst="het gezin"),
    Agendapunt(titel="Welke doelen?", uitleg="Doelen kiezen jullie samen, in gewone woorden."),
    Agendapunt(titel="Wie doet wat?", uitleg="Bij elk doel een of meer acties, met een naam en een dag."),
    Agendapunt(titel="Wie zorgt waarvoor?", uitleg="Wie voert uit, en wie houdt het geheel bij elkaar?"),
    Agendapunt(
        titel="Wie coördineert?",
        uitleg="Die kiezen jullie samen. Het gezin zegt eerst wie het wil.",
        eerst="het gezin",
    ),
    Agendapunt(
        titel="Is iedereen het eens?", uitleg="Ieder zegt of die akkoord is, en wat die nog wil zeggen."
    ),
    Agendapunt(titel="Wanneer zien we elkaar weer?", uitleg="Prik meteen de volgende datum."),
)


@write_down(
    Regel(
        code="agenda-startoverleg",
        stap=Stap.OVERLEG,
        vraag="In welke volgorde gaat het startoverleg?",
        tekst=(
            "Uitleg, namen, het verhaal van het gezin, wat goed gaat en wat zorgen geeft, eerdere hulp, samenhang, wat "
            "er anders moet, veiligheid, volgorde van de zorgen, doelen, acties, wie waarvoor zorgt, wie coördineert, "
            "akkoord en de volgende datum. Bij vijf punten spreekt het gezin het eerst."
        ),
        voorbeeld="Bij 'Wat gaat goed?' zegt eerst de moeder wat zij ziet, dan pas de hulpverleners.",
        bronnen=(VOLGORDE,),
    )
)
def agenda_of_start() -> tuple[Agendapunt, ...]:
    return AGENDA


@write_down(
    Regel(
        code="kwartier-eerder",
        stap=Stap.OVERLEG,
        vraag="Hoe laat komt het gezin?",
        tekst="Het gezin en de mensen uit hun netwerk komen een kwartier voor de anderen. Dan kunnen zij wennen.",
        voorbeeld="Het overleg begint om 15.30 uur: het gezin en oma komen om 15.15 uur.",
        bronnen=(EERDER,),
    )
)
def arrival_of_family(begint: time) -> time:
    """A quarter before the others; never before midnight of the same day."""
    minuten = max(0, begint.hour * 60 + begint.minute - KWARTIER)
    return time(minuten // 60, minuten % 60)
