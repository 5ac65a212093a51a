"""Which looking stands out, and has to be looked into? Signals, never a verdict: a person decides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

NODIG_VOOR_HET_WERK = Bron(
    document="bio2", plek="8.03.02", regel="Wie werkt, ziet alleen wat het werk van die dag nodig heeft"
)
GEREGELD_NAKIJKEN = Bron(
    document="nen-7513",
    plek="hoofdstuk 8",
    regel="Wie het logboek beheert, kijkt geregeld of er onterecht is gekeken",
)
EIGEN_KRING = Bron(
    document="rondetafel",
    plek="ADR 0025: opvallend kijken",
    regel="Niemand werkt voor het eigen gezin, familie of buren zonder dat dit besproken is",
)
OPVALLENDE_UREN = Bron(
    document="rondetafel",
    plek="ADR 0025: opvallend kijken",
    regel="Kijken in de nacht of in heel veel gezinnen op een dag wordt nagekeken",
)
AFSLUITEN = Bron(
    document="rondetafel",
    plek="ADR 0025: opvallend kijken",
    regel="Wat opviel wordt afgesloten met een uitkomst en een reden, door iemand anders dan wie keek",
)
MINSTE_REDEN = 20


class Signaal(StrEnum):
    """What can stand out about looking."""

    ZONDER_BAND = "zonder_band"
    EIGEN_GEZIN = "eigen_gezin"
    ZELFDE_NAAM = "zelfde_naam"
    ZELFDE_POSTCODE = "zelfde_postcode"
    AFGESCHERMD = "afgeschermd"
    NACHT = "nacht"
    VEEL = "veel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """From which number on it stands out: families opened in a day, and the hours of the night.

    `veel_breed` is for who reads by municipality and opens more families as a matter of course.
    """

    veel_smal: int = 20
    veel_breed: int = 60
    nacht_vanaf: int = 23
    nacht_tot: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijkdag:
    """Everything that the rules know of one person who opened one family on one day.

    `uren`: the hours of the clock in which it was. `has_band`: a tie with the family held that day or not
    long before; `has_werk`: something in this family waited for, or was done by, this person or rol.
    `is_breed`: reads by municipality.
    """

    dag: date
    gebruiker_id: UUID
    naam: str
    rol: str
    gezin_id: UUID
    gezinsnummer: int
    gemeente_id: int
    uren: frozenset[int]
    is_breed: bool
    has_band: bool
    has_werk: bool
    is_geweigerd: bool
    is_afgeschermd: bool
    has_zelfde_naam: bool
    has_zelfde_postcode: bool
    is_eigen_gezin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """One thing that stood out, and on which day of looking; `kijkdag` is any of them where it is about many."""

    signaal: Signaal
    kijkdag: Kijkdag
    reden: Reden

    @property
    def gezin_id(self) -> UUID | None:
        return None if self.signaal is Signaal.VEEL else self.kijkdag.gezin_id

    @property
    def gezinsnummer(self) -> int | None:
        return None if self.signaal is Signaal.VEEL else self.kijkdag.gezinsnummer


def find_afwijkingen(dagen: Iterable[Kijkdag], grenzen: Grenzen) -> list[Gevonden]:
    """Go along all days of looking and return everything that stands out."""
    dagen = list(dagen)
    gevonden = [
        Gevonden(signaal=signaal, kijkdag=dag, reden=reden)
        for dag in dagen
        for signaal, rule in REGELS.items()
        if (reden := rule(dag, grenzen))
    ]
    return gevonden + signal_veel(dagen, grenzen)


@write_down(
    Regel(
        code="kijken-zonder-band",
        stap=Stap.PRIVACY,
        vraag="Keek iemand in een gezin dat niet bij het werk hoort?",
        tekst=(
            "Wie een gezin opent zonder band met dat gezin, en zonder werk dat daarop wacht, wordt "
            "genoemd in de lijst die de functionaris beveiliging naloopt. Een poging die niet lukte, "
            "telt ook. Dat geldt voor elke rol, ook voor de gemeente."
        ),
        voorbeeld=(
            "Een begeleider van De Linde opent op 3 november een gezin waar De Linde geen hulp geeft. De "
            "volgende dag staat dat in de lijst."
        ),
        bronnen=(NODIG_VOOR_HET_WERK, GEREGELD_NAKIJKEN),
    )
)
def signal_zonder_band(dag: Kijkdag, _grenzen: Grenzen) -> Reden | None:
    """Did somebody open, or try to open, a family that is none of their work?"""
    if dag.has_band or dag.has_werk:
        return None
    poging = "wilde dit gezin openen" if dag.is_geweigerd else "keek in dit gezin"
    return _reden(f"{dag.naam} {poging} zonder band of werk dat daarbij hoort.", NODIG_VOOR_HET_WERK)


@write_down(
    Regel(
        code="kijken-in-eigen-gezin",
        stap=Stap.PRIVACY,
        vraag="Keek iemand voor het werk in het eigen gezin?",
        tekst=(
            "Wie bij een gezin zelf aan tafel zit, hoort daar niet te werken. Kijkt die persoon toch met "
            "een werkaccount, dan valt dat op."
        ),
        voorbeeld=(
            "Een regisseur is ook oom in een gezin. Die opent dat gezin met het werkaccount. Dat komt in "
            "de lijst."
        ),
        bronnen=(EIGEN_KRING,),
    )
)
def signal_eigen_gezin(dag: Kijkdag, _grenzen: Grenzen) -> Reden | None:
    """Does somebody look for work at a family in which they have a chair themselves?"""
    if not dag.is_eigen_gezin:
        return None
    return _reden(f"{dag.naam} zit met eigen naam of mailadres bij dit gezin aan tafel.", EIGEN_KRING)


@write_down(
    Regel(
        code="kijken-bij-zelfde-naam",
        stap=Stap.PRIVACY,
        vraag="Heeft wie keek dezelfde achternaam als iemand in het gezin?",
        tekst=(
            "Een zelfde achternaam kan familie zijn. Alleen een mens kan dat nagaan, dus het programma "
            "wijst het aan en vraagt het na."
        ),
        voorbeeld=(
            "Thijs Jacobs opent een gezin waarin iemand Jacobs heet. De functionaris vraagt of het "
            "familie is. Nee: dan gaat het signaal dicht."
        ),
        bronnen=(EIGEN_KRING,),
    )
)
def signal_zelfde_naam(dag: Kijkdag, _grenzen: Grenzen) -> Reden | None:
    if not dag.has_zelfde_naam:
        return None
    return _reden(f"{dag.naam} heeft dezelfde achternaam als iemand in dit gezin.", EIGEN_KRING)


@write_down(
    Regel(
        code="kijken-bij-zelfde-postcode",
        stap=Stap.PRIVACY,
        vraag="Woont wie keek in dezelfde straat als het gezin?",
        tekst=(
            "Een zelfde postcode kan een buur zijn. Het programma wijst het aan, en een mens vraagt het na."
        ),
        voorbeeld=(
            "Een medewerker met postcode 6411 AB opent een gezin met postcode 6411 AB. Dat komt in de lijst."
        ),
        bronnen=(EIGEN_KRING,),
    )
)
def signal_zelfde_postcode(dag: Kijkdag, _grenzen: Grenzen) -> Reden | None:
    if not dag.has_zelfde_postcode:
        return None
    return _reden(f"{dag.naam} heeft dezelfde postcode als dit gezin.", EIGEN_KRING)


@write_down(
    Regel(
        code="kijken-naar-afgeschermd",
        stap=Stap.PRIVACY,
        vraag="Keek iemand zonder band naar een persoon die is afgeschermd?",
        tekst=(
            "Heeft iemand een geheim adres, of is er iets van iemand afgeschermd voor een ander? Dan telt elke "
            "blik van wie niet bij het gezin hoort. Dat valt altijd op."
        ),
        voorbeeld=(
            "Iemand van de backoffice opent een kind met een geheim adres, zonder werk in dat gezin. Dat "
            "komt in de lijst."
        ),
        bronnen=(NODIG_VOOR_HET_WERK,),
    )
)
def signal_afgeschermd(dag: Kijkdag, _grenzen: Grenzen) -> Reden | None:
    """Did somebody without a tie look at a person whose address is secret, or who is shielded for another?"""
    if not dag.is_afgeschermd or dag.has_band or dag.is_geweigerd:
        return None
    return _reden(f"{dag.naam} keek zonder band naar iemand die is afgeschermd.", NODIG_VOOR_HET_WERK)


@write_down(
    Regel(
        code="kijken-in-de-nacht",
        stap=Stap.PRIVACY,
        vraag="Keek iemand in de nacht?",
        tekst=(
            "Kijken tussen 23.00 en 6.00 uur valt op. Het kan goed zijn, bijvoorbeeld bij crisis. Een "
            "mens vraagt het na. De uren zijn een instelling."
        ),
        voorbeeld="Om 02.15 uur opent iemand een gezin. Dat komt in de lijst, met het uur erbij.",
        bronnen=(OPVALLENDE_UREN,),
    )
)
def signal_nacht(dag: Kijkdag, grenzen: Grenzen) -> Reden | None:
    nacht = {uur for uur in dag.uren if uur >= grenzen.nacht_vanaf or uur < grenzen.nacht_tot}
    if not nacht:
        return None
    uren = ", ".join(f"{uur}:00" for uur in sorted(nacht))
    return _reden(f"{dag.naam} keek in de nacht, in het uur vanaf {uren}.", OPVALLENDE_UREN)


@write_down(
    Regel(
        code="kijken-in-veel-gezinnen",
        stap=Stap.PRIVACY,
        vraag="Opende iemand heel veel gezinnen op een dag?",
        tekst=(
            "Meer dan 20 gezinnen op een dag valt op. Voor wie per gemeente leest, is dat meer dan 60. "
            "De getallen zijn een instelling. Een lijst bekijken telt niet als openen."
        ),
        voorbeeld="Een regisseur opent op een dag 21 gezinnen. Dat komt in de lijst. Bij 20 nog niet.",
        bronnen=(OPVALLENDE_UREN,),
    )
)
def signal_veel(dagen: Iterable[Kijkdag], grenzen: Grenzen) -> list[Gevonden]:
    """Who opened very many families on one day, in each municipality? A list that shows many is no opening."""
    per_dag: dict[tuple[UUID, date], list[Kijkdag]] = {}
    for dag in dagen:
        per_dag.setdefault((dag.gebruiker_id, dag.dag), []).append(dag)
    gevonden = []
    for samen in per_dag.values():
        grens = grenzen.veel_breed if samen[0].is_breed else grenzen.veel_smal
        if len(samen) <= grens:
            continue
        tekst = f"{samen[0].naam} opende {len(samen)} gezinnen op één dag, meer dan {grens}."
        gevonden += [
            Gevonden(signaal=Signaal.VEEL, kijkdag=dag, reden=_reden(tekst, OPVALLENDE_UREN))
            for dag in {dag.gemeente_id: dag for dag in samen}.values()
        ]
    return gevonden


@write_down(
    Regel(
        code="signaal-afsluiten",
        stap=Stap.PRIVACY,
        vraag="Mag dit signaal over kijken dicht?",
        tekst="Iemand anders dan wie keek sluit het af, met een uitkomst en een reden van 20 tekens of meer.",
        voorbeeld=(
            "Nadia kijkt een signaal over zichzelf na. Dat kan niet: een collega met dezelfde rol doet het."
        ),
        bronnen=(AFSLUITEN,),
    )
)
def assess_afsluiten(reden: str, *, door: UUID, keek: UUID) -> Oordeel:
    """May this finding be closed, by this person and with this reason?"""
    return combine(
        Reden(
            tekst="Dit gaat over uw eigen kijken.",
            bron=AFSLUITEN,
            uitweg="Vraag een collega met dezelfde rol om het na te kijken.",
        )
        if door == keek
        else None,
        Reden(
            tekst=f"De reden is korter dan {MINSTE_REDEN} tekens.",
            bron=AFSLUITEN,
            uitweg="Schrijf op wat u hebt nagevraagd en bij wie.",
        )
        if len(reden.strip()) < MINSTE_REDEN
        else None,
    )


REGELS: dict[Signaal, Callable[[Kijkdag, Grenzen], Reden | None]] = {
    Signaal.ZONDER_BAND: signal_zonder_band,
    Signaal.EIGEN_GEZIN: signal_eigen_gezin,
    Signaal.ZELFDE_NAAM: signal_zelfde_naam,
    Signaal.ZELFDE_POSTCODE: signal_zelfde_postcode,
    Signaal.AFGESCHERMD: signal_afgeschermd,
    Signaal.NACHT: signal_nacht,
}


def _reden(tekst: str, bron: Bron) -> Reden:
    return Reden(tekst=tekst, bron=bron, blokkeert=False, uitweg="Vraag na waarom, en schrijf het op.")
