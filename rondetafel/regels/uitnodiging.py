"""Who is asked to a meeting, who must be there, and can it be on this day?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

SAMEN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 9",
    regel="Wie wordt uitgenodigd, stelt u samen met het gezin vast",
)
WIE_ZEKER = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 10 en 12",
    regel="De datum kiest u met het gezin en met wie er zeker bij moet zijn",
)
ENKELE_DATA = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 11",
    regel="U stelt samen een aantal dagen en tijden voor",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """Who will be asked, and who of the family decided that on which day."""

    gezin_gevraagd: int
    besloten_door: int
    besloten_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagkeuze:
    """One day to meet. `zeker` counts who must be there; the names are of those among them.

    `gezin` counts who of the family are asked, and `gezin_niet` are the names of those who cannot or will not come.
    """

    dag: date
    zeker: int
    gezin: int = 0
    gezin_niet: tuple[str, ...] = ()
    kan_niet: tuple[str, ...] = ()
    wil_niet: tuple[str, ...] = ()
    zonder_antwoord: tuple[str, ...] = ()


def assess_lijst(lijst: Lijst, peildatum: date) -> Oordeel:
    return combine(require_samen(lijst, peildatum), require_gezin_gevraagd(lijst))


@write_down(
    Regel(
        code="uitnodigen-samen",
        stap=Stap.OVERLEG,
        vraag="Wie bepaalt wie er bij het overleg komt?",
        tekst=(
            "Het gezin en de regisseur samen. Er staat wie van het gezin meebesliste, en op welke dag. Die dag is "
            "vandaag of eerder."
        ),
        voorbeeld="Esther koos op 16 november wie er komen: haar naam en die dag staan erbij.",
        bronnen=(SAMEN,),
    )
)
def require_samen(lijst: Lijst, peildatum: date) -> Reden | None:
    if lijst.besloten_door and lijst.besloten_op <= peildatum:
        return None
    if lijst.besloten_door:
        return Reden(
            tekst=f"{format_datum(lijst.besloten_op)} is nog niet geweest.",
            bron=SAMEN,
            uitweg="Kies de dag waarop u dit samen besloot.",
        )
    return Reden(
        tekst="Er staat nog niet wie van het gezin dit mee besloot.",
        bron=SAMEN,
        uitweg="Kies ten minste één van het gezin.",
    )


@write_down(
    Regel(
        code="uitnodigen-gezin-erbij",
        stap=Stap.OVERLEG,
        vraag="Kan een overleg zonder het gezin?",
        tekst="Nee. Ten minste één van het gezin is uitgenodigd.",
        voorbeeld="Alleen beroepskrachten op de lijst: dat kan niet. Met de moeder erbij wel.",
        bronnen=(SAMEN,),
    )
)
def require_gezin_gevraagd(lijst: Lijst) -> Reden | None:
    if lijst.gezin_gevraagd:
        return None
    return Reden(
        tekst="Er is nog niemand van het gezin uitgenodigd.",
        bron=SAMEN,
        uitweg="Nodig ten minste één van het gezin uit. Er wordt niet over hen gesproken zonder hen.",
    )


def assess_dag(keuze: Dagkeuze, peildatum: date) -> Oordeel:
    """Can the meeting be on this day? Shown beside each day before one is chosen."""
    return combine(
        require_to_come(keuze, peildatum),
        require_zeker(keuze),
        require_can_come(keuze),
        weigh_gezin(keuze),
        signal_no_answer(keuze),
        feiten={"Dag": format_datum(keuze.dag)},
    )


@write_down(
    Regel(
        code="datum-komt-nog",
        stap=Stap.OVERLEG,
        vraag="Welke dagen kunt u kiezen voor een overleg?",
        tekst="Vandaag of later.",
        voorbeeld="Op 16 november kan 16 november nog, en 15 november niet meer.",
        bronnen=(ENKELE_DATA,),
    )
)
def require_to_come(keuze: Dagkeuze, peildatum: date) -> Reden | None:
    if keuze.dag >= peildatum:
        return None
    return Reden(
        tekst=f"{format_datum(keuze.dag)} is al geweest.",
        bron=ENKELE_DATA,
        uitweg="Kies een dag die nog komt.",
    )


@write_down(
    Regel(
        code="datum-eerst-wie-zeker",
        stap=Stap.OVERLEG,
        vraag="Kan de datum vaststaan voordat u weet wie er zeker bij moet zijn?",
        tekst="Nee. Met die mensen zoekt u de dag.",
        voorbeeld="Iedereen mag erbij en niemand moet: kies eerst ten minste één persoon die er zeker bij moet zijn.",
        bronnen=(WIE_ZEKER,),
    )
)
def require_zeker(keuze: Dagkeuze) -> Reden | None:
    if keuze.zeker:
        return None
    return Reden(
        tekst="Er is nog niet gekozen wie er zeker bij moet zijn.",
        bron=WIE_ZEKER,
        uitweg="Kies dat eerst, samen met het gezin.",
    )


@write_down(
    Regel(
        code="datum-wie-zeker",
        stap=Stap.OVERLEG,
        vraag="Kan het overleg op een dag waarop iemand die er zeker bij moet zijn, niet kan?",
        tekst=(
            "Nee, niet zolang die persoon er zeker bij moet zijn. Kies een andere dag, of besluit met het gezin dat "
            "het zonder kan. Wie nog niet antwoordde, houdt niets tegen: u ziet het wel."
        ),
        voorbeeld="De juf moet erbij zijn en kan niet op dinsdag. Woensdag kan zij wel: kies woensdag.",
        bronnen=(WIE_ZEKER,),
    )
)
def require_can_come(keuze: Dagkeuze) -> Reden | None:
    if not keuze.kan_niet and not keuze.wil_niet:
        return None
    delen = []
    if keuze.kan_niet:
        delen.append(f"kan dan niet: {', '.join(keuze.kan_niet)}")
    if keuze.wil_niet:
        delen.append(f"wil niet komen: {', '.join(keuze.wil_niet)}")
    return Reden(
        tekst=f"Moet er zeker bij zijn, en {'; '.join(delen)}.",
        bron=WIE_ZEKER,
        uitweg="Kies een andere dag, of besluit samen met het gezin dat het zonder kan.",
    )


@write_down(
    Regel(
        code="datum-gezin-kan",
        stap=Stap.OVERLEG,
        vraag="Kan het overleg op een dag waarop het gezin niet kan?",
        tekst=(
            "Nee. Kan niemand van het gezin die is uitgenodigd, dan kiest u een andere dag, ook als zij niet zeker "
            "hoeven te komen. Kan een deel niet, dan ziet u wie dat zijn."
        ),
        voorbeeld=(
            "Moeder en Noor mogen komen. Kan moeder niet op dinsdag en Noor wel: dinsdag kan, met een melding. Kunnen "
            "zij allebei niet: kies een andere dag."
        ),
        bronnen=(WIE_ZEKER,),
    )
)
def weigh_gezin(keuze: Dagkeuze) -> Reden | None:
    """Blocks when nobody of the family can; tells of those who cannot."""
    if not keuze.gezin_niet:
        return None
    kan_niemand = len(keuze.gezin_niet) >= keuze.gezin
    wie = ", ".join(keuze.gezin_niet)
    return Reden(
        tekst=f"Van het gezin kan niemand: {wie}." if kan_niemand else f"Van het gezin kan niet: {wie}.",
        bron=WIE_ZEKER,
        blokkeert=kan_niemand,
        uitweg="Zoek met het gezin een dag waarop zij kunnen.",
    )


@write_down(
    Regel(
        code="datum-nog-geen-antwoord",
        stap=Stap.OVERLEG,
        vraag="Wat als iemand die er zeker bij moet zijn nog niets zei?",
        tekst="Dan ziet u dat bij de dag. U mag de dag wel kiezen.",
        voorbeeld="Oma moet erbij zijn en zei nog niets over dinsdag: een waarschuwing met haar naam.",
        bronnen=(WIE_ZEKER,),
    )
)
def signal_no_answer(keuze: Dagkeuze) -> Reden | None:
    if not keuze.zonder_antwoord:
        return None
    return Reden(
        tekst=f"Moet er zeker bij zijn, en zei nog niets over deze dag: {', '.join(keuze.zonder_antwoord)}.",
        bron=WIE_ZEKER,
        blokkeert=False,
        uitweg="Vraag het nog even na.",
    )
