"""How safe is this child now, by which questions, and when is it looked at again?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from rondetafel.regels.datum import format_datum
from rondetafel.regels.meldcode import REDEN_TEKENS, Stap
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, write_down
from rondetafel.regels.regelboek import Stap as Werkstap
from rondetafel.regels.tomltabel import Tabel

SET = Path(__file__).parent / "vragenlijsten" / "veiligheid-voorbeeld.toml"
VOORBEELDSET = Bron(
    document="rondetafel",
    plek="ADR 0026: veiligheid apart",
    regel="De vragen en de dagen zijn een voorbeeld; een gemeente zet er haar eigen lijst neer",
)


class Zorg(StrEnum):
    """What was found on one question."""

    GOED = "goed"
    ZORG = "zorg"
    ERNSTIG = "ernstig"
    ONBEKEND = "onbekend"

    @property
    def naam(self) -> str:
        return ZORGNAMEN[self]


ZORGNAMEN = {
    Zorg.GOED: "gaat goed",
    Zorg.ZORG: "zorg",
    Zorg.ERNSTIG: "grote zorg",
    Zorg.ONBEKEND: "weten we nog niet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    code: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What an estimate may end in; `dagen` is how long it may last until the next one."""

    code: str
    naam: str
    uitleg: str
    dagen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenlijst:
    """One set of questions. `streefdagen`: days after the first signals, per step of the meldcode."""

    naam: str
    titel: str
    vragen: tuple[Vraag, ...]
    uitkomsten: tuple[Uitkomst, ...]
    streefdagen: Mapping[Stap, int]

    def uitkomst(self, code: str) -> Uitkomst:
        """Return an outcome of this set.

        :raises StopIteration: when it has no such outcome.
        """
        return next(een for een in self.uitkomsten if een.code == code)


@lru_cache(maxsize=1)
def question_set() -> Vragenlijst:
    """Return the set in use.

    :raises CatalogusFout: when its file is malformed.
    """
    tabel = Tabel.read(SET)
    lijst = Vragenlijst(
        naam=tabel.take("naam", str),
        titel=tabel.take("titel", str),
        vragen=tuple(
            Vraag(code=rij.take("code", str), tekst=rij.take("tekst", str))
            for rij in tabel.take_tables("vraag")
        ),
        uitkomsten=tuple(
            Uitkomst(
                code=rij.take("code", str),
                naam=rij.take("naam", str),
                uitleg=rij.take("uitleg", str),
                dagen=rij.take_count("dagen"),
            )
            for rij in tabel.take_tables("uitkomst")
        ),
        streefdagen={
            Stap(rij.take("stap", int)): rij.take_count("dagen") for rij in tabel.take_tables("streefdag")
        },
    )
    tabel.finish()
    return lijst


def target_day(stap: Stap, eerste_signaal: date) -> date:
    """Return the day on which a step is aimed at, counted from the first signals. A hint, no rule of law."""
    return eerste_signaal + timedelta(days=question_set().streefdagen.get(stap, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschattingsvraag:
    """Everything an estimate is judged by."""

    antwoorden: Mapping[str, Zorg]
    uitkomst: str
    motivering: str
    gedaan_op: date
    volgende_op: date


def assess_inschatting(vraag: Inschattingsvraag) -> Oordeel:
    return combine(
        require_motivering(vraag),
        require_next_day(vraag),
        signal_unknown(vraag),
        signal_great_worry(vraag),
    )


@write_down(
    Regel(
        code="inschatting-motiveren",
        stap=Werkstap.VEILIGHEID,
        vraag="Staat er waarom dit de uitkomst van de inschatting is?",
        tekst=(
            "Een uitkomst zonder uitleg zegt over een jaar niets meer. Daarom hoort er een motivering "
            "bij van 20 tekens of meer."
        ),
        voorbeeld=(
            "De uitkomst is kwetsbaar en de motivering is ‘zie boven’. Dat is te kort. De inschatting "
            "wordt nog niet bewaard."
        ),
        bronnen=(VOORBEELDSET,),
    )
)
def require_motivering(vraag: Inschattingsvraag) -> Reden | None:
    if len(" ".join(vraag.motivering.split())) >= REDEN_TEKENS:
        return None
    return Reden(
        tekst="Er staat nog niet waarom dit de uitkomst is.",
        bron=VOORBEELDSET,
        uitweg=f"Leg het uit in {REDEN_TEKENS} tekens of meer.",
    )


@write_down(
    Regel(
        code="inschatting-volgende-keer",
        stap=Werkstap.VEILIGHEID,
        vraag="Wanneer wordt er opnieuw ingeschat?",
        tekst=(
            "Hoe minder veilig, hoe eerder de volgende keer. De vragenlijst zegt het aantal dagen. In de "
            "voorbeeldlijst: niet veilig binnen 7 dagen, kwetsbaar binnen 42 dagen, veilig genoeg binnen "
            "182 dagen."
        ),
        voorbeeld=(
            "Op 2 november is de uitkomst: niet veilig. De volgende keer is tussen 3 en 9 november. 10 "
            "november is te laat."
        ),
        bronnen=(VOORBEELDSET,),
    )
)
def require_next_day(vraag: Inschattingsvraag) -> Reden | None:
    """After an estimate comes another one, the sooner the less safe it is."""
    uitkomst = question_set().uitkomst(vraag.uitkomst)
    uiterlijk = vraag.gedaan_op + timedelta(days=uitkomst.dagen)
    if vraag.gedaan_op < vraag.volgende_op <= uiterlijk:
        return None
    return Reden(
        tekst=f"De volgende keer past niet bij de uitkomst '{uitkomst.naam.lower()}'.",
        bron=VOORBEELDSET,
        uitweg=f"Kies een dag na {format_datum(vraag.gedaan_op)}, tot en met {format_datum(uiterlijk)}.",
    )


@write_down(
    Regel(
        code="inschatting-met-open-vragen",
        stap=Werkstap.VEILIGHEID,
        vraag="Zijn er vragen waarop niemand het antwoord weet?",
        tekst="Niet weten mag, maar het wordt gezegd. Schrijf op wie het wel kan weten.",
        voorbeeld=(
            "Op 3 van de 8 vragen is het antwoord nog niet bekend. Dat staat erbij, en de inschatting "
            "kan toch worden bewaard."
        ),
        bronnen=(VOORBEELDSET,),
    )
)
def signal_unknown(vraag: Inschattingsvraag) -> Reden | None:
    onbekend = [
        een for een in question_set().vragen if vraag.antwoorden.get(een.code, Zorg.ONBEKEND) is Zorg.ONBEKEND
    ]
    if not onbekend:
        return None
    return Reden(
        tekst=f"Op {len(onbekend)} van de {len(question_set().vragen)} vragen is het antwoord nog niet bekend.",
        bron=VOORBEELDSET,
        blokkeert=False,
        uitweg="Schrijf op wie het kan weten.",
    )


@write_down(
    Regel(
        code="grote-zorg-en-toch-veilig",
        stap=Werkstap.VEILIGHEID,
        vraag="Is er een grote zorg, en is de uitkomst toch veilig genoeg?",
        tekst=(
            "Dat kan kloppen. Het wordt gezegd, zodat niemand het over het hoofd ziet, en in de "
            "motivering staat waarom het samengaat."
        ),
        voorbeeld=(
            "Bij slapen staat een grote zorg, en de uitkomst is veilig genoeg. Er komt een waarschuwing, "
            "geen weigering."
        ),
        bronnen=(VOORBEELDSET,),
    )
)
def signal_great_worry(vraag: Inschattingsvraag) -> Reden | None:
    """A great worry and yet safe enough may be right; it is said, so that it is not overlooked."""
    if vraag.uitkomst != "veilig" or Zorg.ERNSTIG not in vraag.antwoorden.values():
        return None
    return Reden(
        tekst="Er is een grote zorg, en toch is de uitkomst: veilig genoeg.",
        bron=VOORBEELDSET,
        blokkeert=False,
        uitweg="Leg in de motivering uit waarom dat samengaat.",
    )
