"""How old is somebody of whom only a part of the birth is known, and what must be known of a person?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import MAANDEN, add_months, format_datum
from rondetafel.regels.leeftijd import age_on
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# A pregnancy of which the expected day passed so long ago has ended: the day of birth is known then.
UITGETELD_MAANDEN = 1

ALLE_GEGEVENS = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Van iedereen die bij het gezin hoort, zijn de gegevens ingevuld",
)
BSN_GEBRUIKEN = Bron(
    document="jeugdwet",
    plek="artikel 7.2.1 tot en met 7.2.4",
    regel="Wie jeugdhulp geeft gebruikt het BSN; zonder BSN telt wie iemand is, wanneer geboren en waar die woont",
)
ONZEKERE_LEEFTIJD = Bron(
    document="rondetafel",
    plek="ADR 0045: wie alleen het jaar van geboorte weet",
    regel="Weten we de dag niet, dan kiest de app de leeftijd die het kind het best beschermt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geboren:
    """What is known of a birth: the day, or only the year, perhaps with the month; or when it is expected."""

    dag: date | None = None
    jaar: int | None = None
    maand: int | None = None
    verwacht_op: date | None = None

    @property
    def vroegst(self) -> date | None:
        """The first day on which it can have been; None when nothing is known, or before birth."""
        if self.dag or self.jaar is None:
            return self.dag
        return date(self.jaar, self.maand or 1, 1)

    @property
    def laatst(self) -> date | None:
        """The last day on which it can have been."""
        if self.dag or self.jaar is None:
            return self.dag
        if self.maand is None:
            return date(self.jaar, 12, 31)
        return date.fromordinal(add_months(date(self.jaar, self.maand, 1), 1).toordinal() - 1)

    def __str__(self) -> str:
        if self.dag:
            return format_datum(self.dag)
        if self.jaar is not None:
            return f"{MAANDEN[self.maand - 1]} {self.jaar}" if self.maand else str(self.jaar)
        return f"verwacht op {format_datum(self.verwacht_op)}" if self.verwacht_op else ""


@write_down(
    Regel(
        code="leeftijd-bij-onbekende-dag",
        stap=Stap.PRIVACY,
        vraag="Hoe oud is iemand van wie de geboortedag niet bekend is?",
        tekst=(
            "De app zegt dan twee leeftijden: 11 of 12 jaar. Voor wie beslist en hoelang ouders meelezen, telt "
            "de oudste van die twee. Zelf meelezen begint pas als het kind zeker 12 is. Zo leest niemand te "
            "lang of te vroeg mee. Vul de dag in zodra u die weet."
        ),
        voorbeeld=(
            "Van Amir is alleen 2014 bekend. Vanaf 1 januari 2026 beslist hij mee. "
            "Zelf meelezen kan vanaf 31 december 2026."
        ),
        bronnen=(ONZEKERE_LEEFTIJD,),
    )
)
def ages_on(geboren: Geboren, peildatum: date) -> tuple[int, int] | None:
    """Return the youngest and the oldest age that somebody can have; None when there is none to tell."""
    vroegst, laatst = geboren.vroegst, geboren.laatst
    if vroegst is None or laatst is None or peildatum < vroegst:
        return None
    return age_on(laatst, peildatum) if laatst <= peildatum else 0, age_on(vroegst, peildatum)


def word_age(geboren: Geboren, peildatum: date, overleden_op: date | None = None) -> str:
    """Return the age as it is said: "12 jaar", "11 of 12 jaar", or what is known instead."""
    if overleden_op and overleden_op <= peildatum:
        leeftijd = word_age(geboren, overleden_op)
        return f"overleden, {leeftijd}" if leeftijd[0].isdigit() else "overleden"
    if geboren.verwacht_op:
        return f"nog niet geboren, {geboren}"
    leeftijden = ages_on(geboren, peildatum)
    if leeftijden is None:
        return "leeftijd niet bekend" if geboren.vroegst is None else "nog niet geboren"
    jong, oud = leeftijden
    return f"{oud} jaar" if jong == oud else f"{jong} of {oud} jaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsfeiten:
    """What was filled in of one person, as far as the rules look at it."""

    naam: str
    geboren: Geboren
    overleden_op: date | None = None
    is_kind: bool = True
    has_bsn: bool = False
    has_reden_zonder_bsn: bool = False


def assess_persoon(feiten: Persoonsfeiten, peildatum: date) -> Oordeel:
    """May this be written down of a person today, and what is missing?"""
    return combine(
        _require_birth_in_the_past(feiten, peildatum),
        _require_death_after_birth(feiten, peildatum),
        _require_expected_child(feiten),
        _signal_overdue(feiten, peildatum),
        signal_no_bsn(feiten),
        feiten={"Naam": feiten.naam, "Geboren": str(feiten.geboren) or "niet bekend"},
    )


def _require_birth_in_the_past(feiten: Persoonsfeiten, peildatum: date) -> Reden | None:
    vroegst = feiten.geboren.vroegst
    if vroegst is None or vroegst <= peildatum:
        return None
    return _reden(
        "De geboortedatum ligt na vandaag.",
        "Is het kind nog niet geboren? Vul dan in wanneer u het verwacht.",
    )


def _require_death_after_birth(feiten: Persoonsfeiten, peildatum: date) -> Reden | None:
    dag, vroegst = feiten.overleden_op, feiten.geboren.vroegst
    if dag is None:
        return None
    if dag > peildatum:
        return _reden("De dag van overlijden ligt na vandaag.", "Kijk de datum na.")
    if vroegst and dag < vroegst:
        return _reden("De dag van overlijden ligt vóór de geboorte.", "Kijk beide datums na.")
    return None


def _require_expected_child(feiten: Persoonsfeiten) -> Reden | None:
    if feiten.geboren.verwacht_op is None:
        return None
    if not feiten.is_kind:
        return _reden("Alleen van een kind vult u in wanneer het wordt verwacht.", "Kies ‘kind’.")
    if feiten.geboren.vroegst:
        return _reden(
            "Het kind is geboren én wordt nog verwacht: dat kan niet allebei.",
            "Haal de verwachte datum weg als het kind geboren is.",
        )
    return None


def _signal_overdue(feiten: Persoonsfeiten, peildatum: date) -> Reden | None:
    verwacht = feiten.geboren.verwacht_op
    if verwacht is None or peildatum <= add_months(verwacht, UITGETELD_MAANDEN):
        return None
    return Reden(
        tekst=f"{feiten.naam} werd verwacht op {format_datum(verwacht)}, maar er is nog geen geboortedatum.",
        bron=ALLE_GEGEVENS,
        blokkeert=False,
        uitweg="Vul de geboortedatum in. Liep het anders? Bespreek met het gezin wat hier mag staan.",
    )


@write_down(
    Regel(
        code="persoon-zonder-bsn",
        stap=Stap.PLAN,
        vraag="Wat als iemand geen BSN heeft?",
        tekst=(
            "Dan staat erbij waarom: nog niet geboren, aangevraagd, niet nodig, of iemand geeft het niet. Een "
            "BSN hoeft niet om te kunnen beginnen."
        ),
        voorbeeld="Een gevlucht kind wacht op een BSN: kies ‘het BSN is aangevraagd’.",
        bronnen=(BSN_GEBRUIKEN,),
    )
)
def signal_no_bsn(feiten: Persoonsfeiten) -> Reden | None:
    if feiten.has_bsn or feiten.has_reden_zonder_bsn:
        return None
    return Reden(
        tekst=f"Van {feiten.naam} is nog geen BSN bekend, en ook niet waarom niet.",
        bron=BSN_GEBRUIKEN,
        blokkeert=False,
        uitweg="Vul het BSN in, of kies waarom het er niet is.",
    )


def _reden(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=ALLE_GEGEVENS, uitweg=uitweg)
