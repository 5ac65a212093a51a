"""With whom, and when, is a plan adopted? What stands in it is judged in `doelen`."""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.beslissers import ONDER_TWAALF, VANAF_TWAALF, VANAF_ZESTIEN
from rondetafel.regels.datum import format_datum
from rondetafel.regels.familiegroepsplan import (
    EERST_HET_GEZIN,
    Eigenplan,
    require_aanbod,
    require_afzienreden,
)
from rondetafel.regels.instemming import IN_HET_OVERLEG, Antwoord
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslisantwoord:
    """What somebody says of a plan who decides about a child that a goal is about, and where that is written.

    `aan_tafel`: they have a chair. `is_gevraagd`: the table was asked already; `antwoord` None is then no answer.
    """

    naam: str
    kind: str
    bron: Bron
    aan_tafel: bool
    is_gevraagd: bool = False
    antwoord: Antwoord | None = None

    @property
    def over(self) -> str:
        """About whom, for in a sentence."""
        return "zichzelf" if self.naam == self.kind else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Omlijsting:
    """What goes before adopting: the meeting of that day, the plan of the family itself, and who decides.

    `overleg_op` is the day of the newest meeting until then, None when there was none. `maakt_zelf`: the family
    said that it makes its own plan, and that is not there yet.
    """

    dag: date
    overleg_op: date | None
    eigenplan: Eigenplan
    maakt_zelf: bool = False
    beslissers: tuple[Beslisantwoord, ...] = ()


def weigh_omlijsting(omlijsting: Omlijsting) -> tuple[Reden | None, ...]:
    """Return every reason; that the family was not offered its own plan blocks, the rest is said."""
    return (
        require_aanbod(omlijsting.eigenplan),
        require_afzienreden(omlijsting.eigenplan),
        signal_maakt_zelf(omlijsting),
        signal_zonder_overleg(omlijsting),
        *(signal_beslisser(een) for een in omlijsting.beslissers),
    )


@write_down(
    Regel(
        code="plan-terwijl-gezin-zelf-maakt",
        stap=Stap.PLAN,
        vraag="Het gezin maakt zelf een plan, en dat is er nog niet. Wat dan?",
        tekst=(
            "Dan ziet u dat voordat u het plan vaststelt. Wacht op het eigen plan, of spreek met het gezin af dat "
            "dit plan alvast geldt. Het houdt u niet tegen."
        ),
        voorbeeld="Het gezin zei vorige week: wij maken zelf een plan. Er staat nog niets: een waarschuwing.",
        bronnen=(EERST_HET_GEZIN,),
    )
)
def signal_maakt_zelf(omlijsting: Omlijsting) -> Reden | None:
    if not omlijsting.maakt_zelf:
        return None
    return Reden(
        tekst="Het gezin maakt zelf een plan, en dat staat er nog niet.",
        bron=EERST_HET_GEZIN,
        blokkeert=False,
        uitweg="Wacht op het eigen plan, of spreek samen af dat dit plan alvast geldt.",
    )


@write_down(
    Regel(
        code="plan-in-overleg",
        stap=Stap.PLAN,
        vraag="Waar wordt het plan vastgesteld?",
        tekst=(
            "In het overleg, met wie erbij betrokken zijn. Staat er op de dag van vaststellen geen overleg, dan "
            "ziet u dat. Het houdt u niet tegen: een gezin kan ook aan de keukentafel ja zeggen."
        ),
        voorbeeld="Het overleg was op 16 november. Vaststellen op 16 november: goed. Op 17 november: een waarschuwing.",
        bronnen=(IN_HET_OVERLEG,),
    )
)
def signal_zonder_overleg(omlijsting: Omlijsting) -> Reden | None:
    if omlijsting.overleg_op == omlijsting.dag:
        return None
    laatst = omlijsting.overleg_op
    return Reden(
        tekst=(
            f"Vandaag is er geen overleg. Het laatste was op {format_datum(laatst)}."
            if laatst
            else "Er is nog geen overleg geweest."
        ),
        bron=IN_HET_OVERLEG,
        blokkeert=False,
        uitweg="Stel het plan vast in het overleg, of schrijf bij het vaststellen op wat ieder nu zegt.",
    )


@write_down(
    Regel(
        code="plan-wie-beslist",
        stap=Stap.PLAN,
        vraag="Zegt wie over een kind beslist ook ja tegen het plan?",
        tekst=(
            "Gaat een doel over een kind? Dan ziet u wie over dat kind beslist: wie gezag heeft, vanaf 12 jaar samen "
            "met het kind, vanaf 16 jaar het kind alleen. Zit zo iemand niet aan tafel of zegt die geen ja, dan ziet "
            "u dat. Ja tegen het plan is nog geen ja tegen hulp: dat vraagt u apart."
        ),
        voorbeeld=(
            "Een doel gaat over Noor van 11. Haar vader heeft ook gezag en was er niet bij: een waarschuwing met "
            "zijn naam."
        ),
        bronnen=(ONDER_TWAALF, VANAF_TWAALF, VANAF_ZESTIEN),
    )
)
def signal_beslisser(een: Beslisantwoord) -> Reden | None:
    if een.antwoord is Antwoord.EENS or (een.aan_tafel and not een.is_gevraagd):
        return None
    gezegd = "zei geen ja" if een.aan_tafel else "zit niet aan tafel"
    return Reden(
        tekst=f"{een.naam} beslist over {een.over}, en {gezegd}.",
        bron=een.bron,
        blokkeert=False,
        uitweg=f"Vraag {een.naam} wat die van het plan vindt, het liefst voordat u het vaststelt.",
    )
