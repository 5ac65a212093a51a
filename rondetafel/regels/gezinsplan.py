"""Must this family have a gezinsplan, and which? Five sources side by side; one of them leads."""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.triage import Klasse

MEER_DAN_HULPVRAGEN = 2
VANAF_ORGANISATIES = 3
AANLEIDING = "gezinsplan-aanleiding"
PLAN_BIJ_GGZ = "plan-bij-ggz"

BIJ_MEERVOUDIG = Bron(
    document="begrippenlijst-jens",
    plek="Gezinsplan",
    regel="Een plan als er meer problemen tegelijk zijn",
)
BIJ_ZORG = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Een plan voor ieder gezin dat zorg krijgt",
)
BIJ_HULPVRAGEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 4",
    regel="Een plan bij meer dan twee hulpvragen",
)
BIJ_ORGANISATIES = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Een plan bij drie of meer organisaties; de huisarts telt niet mee",
)
BIJ_VOORZIENING = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Een plan zodra een individuele voorziening aan een gemeente gevraagd wordt",
)
EERDER = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Vraagt de casus eerder om een plan, dan begint het eerder",
)
EEN_PLAN = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Er is altijd één gezinsplan, ook met meer zorgaanbieders",
)
HOOFDLIJNEN = Bron(
    document="begrippenlijst-jens",
    plek="Plan van Aanpak",
    regel="Een plan van aanpak heeft alleen hoofdlijnen, geen inhoudelijke informatie",
)
GGZ_PLAN_VAN_AANPAK = Bron(
    document="begrippenlijst-jens",
    plek="Plan van Aanpak",
    regel="In de GGZ werkt men meestal met een plan van aanpak, op hoofdlijnen",
)


class Aanleiding(StrEnum):
    """What a source gives as the moment for a gezinsplan."""

    ZORG = "zorg"
    MEERVOUDIG = "meervoudig"
    HULPVRAGEN = "hulpvragen"
    ORGANISATIES = "organisaties"
    VOORZIENING = "voorziening"


class Plansoort(StrEnum):
    """Which plan a family works with; a plan van aanpak is the document of GGZ with main lines only."""

    GEZINSPLAN = "gezinsplan"
    PLAN_VAN_AANPAK = "plan van aanpak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinssituatie:
    """What the five sources look at; `organisaties` leaves out the huisarts, `hulpvragen` None is not known.

    `vervroegd` says why the plan starts before any source asks for it. `alleen_ggz`: all help is GGZ.
    """

    ontvangt_zorg: bool
    klasse: Klasse | None
    hulpvragen: int | None
    organisaties: int
    voorziening_gevraagd: bool
    vervroegd: str = ""
    alleen_ggz: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plankeuze:
    """What decides which plan fits. `soort` is the plan that there is, None when it was not begun yet."""

    klasse: Klasse | None
    alleen_ggz: bool
    soort: Plansoort | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """What one source says about this family."""

    aanleiding: Aanleiding
    geldt: bool
    uitleg: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Planplicht:
    """The answer of the leading source, with the other four beside it, and why it starts earlier."""

    leidend: Aanleiding
    wegingen: tuple[Weging, ...]
    vervroegd: str = ""

    @property
    def is_nodig(self) -> bool:
        return bool(self.vervroegd) or self.leidende_weging.geldt

    @property
    def leidende_weging(self) -> Weging:
        return next(weging for weging in self.wegingen if weging.aanleiding is self.leidend)

    @property
    def is_oneens(self) -> bool:
        """Tell whether the sources give different answers for this family."""
        return len({weging.geldt for weging in self.wegingen}) > 1


@write_down(
    Regel(
        code="gezinsplan-nodig",
        stap=Stap.PLAN,
        vraag="Wanneer moet er een gezinsplan zijn?",
        tekst=(
            "Vijf bronnen noemen vijf aanleidingen: zorg, meer problemen tegelijk, meer dan twee hulpvragen, "
            "drie of meer organisaties (de huisarts telt niet mee) of een gevraagde voorziening. "
            "Eén daarvan geldt hier. Vraagt het gezin er eerder om, dan begint het plan eerder."
        ),
        voorbeeld=(
            "Een gezin krijgt zorg van twee organisaties, met twee hulpvragen. "
            "Het krijgt zorg, dus er is een plan. Op aantal organisaties of hulpvragen hoefde het niet."
        ),
        bronnen=(BIJ_ZORG, BIJ_MEERVOUDIG, BIJ_HULPVRAGEN, BIJ_ORGANISATIES, BIJ_VOORZIENING, EERDER),
        tegenspraken=("F8",),
    )
)
def weigh_gezinsplan(situatie: Gezinssituatie, catalogus: Catalogus) -> Planplicht:
    """Return whether a plan is due. Which source leads is a choice of the catalogue: docs/adr/0016."""
    return Planplicht(
        leidend=Aanleiding(catalogus.keuze(AANLEIDING).gekozen),
        vervroegd=situatie.vervroegd.strip(),
        wegingen=(
            Weging(
                aanleiding=Aanleiding.ZORG,
                geldt=situatie.ontvangt_zorg,
                uitleg="Het gezin krijgt zorg" if situatie.ontvangt_zorg else "Het gezin krijgt geen zorg",
                bron=BIJ_ZORG,
            ),
            Weging(
                aanleiding=Aanleiding.MEERVOUDIG,
                geldt=situatie.klasse in (Klasse.MEERVOUDIG, Klasse.MULTIPROBLEEM),
                uitleg=f"De vraag is {situatie.klasse or 'nog niet ingedeeld'}",
                bron=BIJ_MEERVOUDIG,
            ),
            Weging(
                aanleiding=Aanleiding.HULPVRAGEN,
                geldt=situatie.hulpvragen is not None and situatie.hulpvragen > MEER_DAN_HULPVRAGEN,
                uitleg=(
                    "Aantal hulpvragen: niet bekend"
                    if situatie.hulpvragen is None
                    else f"Aantal hulpvragen: {situatie.hulpvragen}"
                ),
                bron=BIJ_HULPVRAGEN,
            ),
            Weging(
                aanleiding=Aanleiding.ORGANISATIES,
                geldt=situatie.organisaties >= VANAF_ORGANISATIES,
                uitleg=f"Aantal organisaties zonder de huisarts: {situatie.organisaties}",
                bron=BIJ_ORGANISATIES,
            ),
            Weging(
                aanleiding=Aanleiding.VOORZIENING,
                geldt=situatie.voorziening_gevraagd,
                uitleg=(
                    "Er is een individuele voorziening gevraagd"
                    if situatie.voorziening_gevraagd
                    else "Er is geen individuele voorziening gevraagd"
                ),
                bron=BIJ_VOORZIENING,
            ),
        ),
    )


@write_down(
    Regel(
        code="plan-bij-ggz",
        stap=Stap.PLAN,
        vraag="Gezinsplan of plan van aanpak bij GGZ?",
        tekst=(
            "Is alle hulp GGZ en is de vraag enkelvoudig, dan volstaat een plan van aanpak met hoofdlijnen. "
            "In alle andere gevallen is er een gezinsplan."
        ),
        voorbeeld=(
            "Marit krijgt alleen GGZ en heeft één vraag: een plan van aanpak. "
            "Komt er begeleiding bij, dan is het een gezinsplan."
        ),
        bronnen=(GGZ_PLAN_VAN_AANPAK,),
        tegenspraken=("F11",),
    )
)
def suggest_plansoort(keuze: Plankeuze, catalogus: Catalogus) -> Plansoort:
    """Return which plan fits; whether GGZ alone has a plan of its own is a choice of the catalogue."""
    mag_anders = catalogus.keuze(PLAN_BIJ_GGZ).gekozen == "plan-van-aanpak"
    if mag_anders and keuze.alleen_ggz and keuze.klasse is Klasse.ENKELVOUDIG:
        return Plansoort.PLAN_VAN_AANPAK
    return Plansoort.GEZINSPLAN


def assess_plansoort(keuze: Plankeuze, catalogus: Catalogus) -> Oordeel:
    """Which plan fits this family, why, and is the plan that there is still enough?"""
    return combine(
        signal_meer_hulp(keuze, catalogus),
        feiten={
            "Dit plan past": suggest_plansoort(keuze, catalogus),
            "Alle hulp is GGZ": "ja" if keuze.alleen_ggz else "nee",
            "De vraag": keuze.klasse or "nog niet ingedeeld",
        },
    )


@write_down(
    Regel(
        code="plan-van-aanpak-groeit",
        stap=Stap.PLAN,
        vraag="Wanneer wordt een plan van aanpak een gezinsplan?",
        tekst=(
            "Als er andere hulp bij komt dan GGZ, of als er meer problemen tegelijk zijn. "
            "Alles wat er stond, blijft staan. Het houdt niemand tegen."
        ),
        voorbeeld=(
            "Marit heeft een plan van aanpak en krijgt begeleiding erbij. "
            "De regisseur ziet dat een gezinsplan nu beter past."
        ),
        bronnen=(GGZ_PLAN_VAN_AANPAK, BIJ_MEERVOUDIG),
        tegenspraken=("F11",),
    )
)
def signal_meer_hulp(keuze: Plankeuze, catalogus: Catalogus) -> Reden | None:
    fits = suggest_plansoort(keuze, catalogus)
    if keuze.soort is not Plansoort.PLAN_VAN_AANPAK or fits is Plansoort.PLAN_VAN_AANPAK:
        return None
    waarom = "er is meer dan één vraag" if keuze.alleen_ggz else "niet alle hulp is GGZ"
    return Reden(
        tekst=f"Een plan van aanpak past hier niet meer: {waarom}.",
        bron=BIJ_MEERVOUDIG if keuze.alleen_ggz else GGZ_PLAN_VAN_AANPAK,
        blokkeert=False,
        uitweg="Maak er samen met het gezin een gezinsplan van. Alles wat er staat, blijft staan.",
    )


def assess_plan(situatie: Gezinssituatie, catalogus: Catalogus, *, plannen: int) -> Oordeel:
    """Has this family the plan that it must have, and no more than one?"""
    plicht = weigh_gezinsplan(situatie, catalogus)
    return combine(
        signal_missing_plan(plicht, plannen),
        require_one_plan(plannen),
        feiten={
            "Leidende bron": plicht.leidende_weging.bron.regel,
            **{weging.uitleg: "plan nodig" if weging.geldt else "geen reden" for weging in plicht.wegingen},
            "Soort plan": suggest_plansoort(
                Plankeuze(klasse=situatie.klasse, alleen_ggz=situatie.alleen_ggz), catalogus
            ),
        },
    )


@write_down(
    Regel(
        code="gezinsplan-ontbreekt",
        stap=Stap.PLAN,
        vraag="Wat als er een gezinsplan moet zijn en het er niet is?",
        tekst="Dan ziet de regisseur waarom het plan nodig is. Het houdt niemand tegen.",
        voorbeeld=(
            "Het gezin krijgt sinds vandaag zorg en heeft nog geen plan. "
            "De regisseur ziet dat er een plan nodig is."
        ),
        bronnen=(BIJ_ZORG, EERDER),
        tegenspraken=("F8",),
    )
)
def signal_missing_plan(plicht: Planplicht, plannen: int) -> Reden | None:
    if plannen or not plicht.is_nodig:
        return None
    if plicht.vervroegd:
        return Reden(
            tekst=f"Dit gezin heeft nog geen plan. Het is eerder nodig: {plicht.vervroegd}",
            bron=EERDER,
            blokkeert=False,
            uitweg="Begin het plan samen met het gezin.",
        )
    weging = plicht.leidende_weging
    oneens = " Niet elke bron vraagt hier om een plan." if plicht.is_oneens else ""
    return Reden(
        tekst=f"Dit gezin moet een plan hebben. {weging.uitleg}.{oneens}",
        bron=weging.bron,
        blokkeert=False,
        uitweg="Begin het plan samen met het gezin.",
    )


@write_down(
    Regel(
        code="een-gezinsplan",
        stap=Stap.PLAN,
        vraag="Hoeveel plannen heeft een gezin?",
        tekst="Eén. Ook als meer zorgaanbieders helpen, werken zij allemaal in hetzelfde plan.",
        voorbeeld="Drie zorgaanbieders helpen één gezin: er is één plan. Een tweede plan beginnen kan niet.",
        bronnen=(EEN_PLAN,),
    )
)
def require_one_plan(plannen: int) -> Reden | None:
    if plannen <= 1:
        return None
    return Reden(
        tekst="Dit gezin heeft al een plan.",
        bron=EEN_PLAN,
        uitweg="Werk verder in het plan dat er is.",
    )


@write_down(
    Regel(
        code="plan-van-aanpak-hoofdlijnen",
        stap=Stap.PLAN,
        vraag="Wat staat er in een plan van aanpak?",
        tekst=(
            "Alleen hoofdlijnen: waaraan gewerkt wordt en of de hulp werkt. Wie het ermee eens is en waarom het "
            "haalbaar is, hoeft er bij een doel niet in. "
            "Inhoudelijke informatie, zoals een diagnose of verslag, hoort er niet in."
        ),
        voorbeeld="“Marit gaat overdag naar buiten” mag erin. Het verslag van het onderzoek niet.",
        bronnen=(HOOFDLIJNEN,),
        tegenspraken=("F12",),
    )
)
def parts_left_out(soort: Plansoort) -> tuple[str, ...]:
    """The parts of a SMART-doel that a plan of this kind does not hold: a plan van aanpak has main lines only."""
    return ("acceptabel", "realistisch") if soort is Plansoort.PLAN_VAN_AANPAK else ()
