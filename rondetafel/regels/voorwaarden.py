"""Is this the right help? What comes first, what it is not for, and what must be there before it begins."""

from collections.abc import Iterator

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.datum import format_datum, holds_on
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.product import Bepaling, Kwadrant
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.tellen import length_of
from rondetafel.regels.uitsluitingen import uitsluitingen_of
from rondetafel.regels.vervolg import chain_begin

# What the triage weighs when it says why K3 is needed; it is not asked a second time.
DOOR_TRIAGE = frozenset({"eigen-netwerk", "voorliggend", "gebied"})

LICHT_EERST = Bron(
    document="halfjaarrapportage-2020-2",
    plek="3.1 Organisatie van zorg en ondersteuning",
    regel="Eerst hulp in K1 en K2; K3 meestal samen met K1 of K2",
)


@write_down(
    Regel(
        code="akkoord-uitsluiting",
        stap=Stap.AKKOORD,
        vraag="Waar is deze hulp niet voor?",
        tekst=(
            "Per product staat waar het niet voor is: hulp bij huiswerk, hulp bij dyscalculie, alleen rust voor "
            "de ouders, een probleem van de ouder zelf, of andere hulp buiten de Jeugdwet. Gaat de vraag daar alleen "
            "over, dan kan het akkoord niet. Er staat bij waar de vraag wel thuishoort."
        ),
        voorbeeld="Een vraag die alleen over huiswerk gaat, krijgt geen begeleiding groep: dat is aan de school.",
        bronnen=(
            Bron(
                document="productportfolio-2023-04-17",
                plek="Begeleiding groep, kolom Kader",
                regel="Huiswerk, dyscalculie en alleen ontlasten van ouders vallen niet onder begeleiding",
            ),
        ),
        tegenspraken=("F23",),
    )
)
def require_no_uitsluiting(vraag: Akkoordvraag) -> Iterator[Reden]:
    for een in uitsluitingen_of(vraag.product, vraag.keuzes):
        if een.code in vraag.uitsluitingen:
            yield Reden(
                tekst=f"{vraag.product.naam} is hier niet voor: {_small(een.naam)}.",
                bron=een.bron,
                uitweg=een.verwijzing,
            )


@write_down(
    Regel(
        code="akkoord-voorrang",
        stap=Stap.AKKOORD,
        vraag="Wat gaat er voor deze hulp?",
        tekst=(
            "Hulp in een groep gaat voor hulp alleen, gewoon en in de buurt gaat voor hulp ver weg, en het eigen "
            "netwerk gaat voor jeugdhulp. Alles wat voorgaat is bekeken, met één reden waarom het niet genoeg is. "
            "Wat het kind al had, of wat de triage al afwoog, telt als bekeken."
        ),
        voorbeeld=(
            "Begeleiding individueel zonder dat begeleiding groep is bekeken, kan niet. "
            "Had het kind vorig jaar begeleiding groep, dan is dat bekeken."
        ),
        bronnen=(
            Bron(
                document="productportfolio-2023-04-17",
                plek="Begeleiding individueel, kolom Kader",
                regel="Samen in een groep gaat voor alleen, en het netwerk versterken gaat voor begeleiding",
            ),
        ),
    )
)
def require_voorrang(vraag: Akkoordvraag) -> Iterator[Reden]:
    gehad = {een.product_code for een in vraag.eerder}
    afgewogen = DOOR_TRIAGE if vraag.motivatie_k3.strip() else frozenset()
    for een in vraag.product.voorrang:
        if een.code in vraag.overwogen:
            if not vraag.motivering.strip():
                yield Reden(
                    tekst=f"Er staat niet bij waarom dit niet genoeg is: {_small(een.naam)}.",
                    bron=een.bron,
                    uitweg="Schrijf op waarom.",
                )
        elif een.code not in gehad and een.code not in afgewogen:
            yield Reden(
                tekst=f"Dit gaat voor {vraag.product.naam} en is nog niet bekeken: {_small(een.naam)}.",
                bron=een.bron,
                uitweg="Kies dit, of kruis aan dat het bekeken is en schrijf op waarom het niet genoeg is.",
            )


@write_down(
    Regel(
        code="akkoord-licht-eerst",
        stap=Stap.AKKOORD,
        vraag="Waarom is hulp in K1 en K2 niet genoeg?",
        tekst=(
            "K1 en K2 gaan voor K3. Bij hulp in K3 staat opgeschreven waarom het voorliggend veld en het "
            "gebiedsteam niet genoeg zijn. Staat dat al bij de triage, dan vraagt Rondetafel het niet nog eens."
        ),
        voorbeeld="Een akkoord in K3 zonder reden bij de triage en zonder reden hier, kan niet.",
        bronnen=(LICHT_EERST,),
    )
)
def require_licht_eerst(vraag: Akkoordvraag) -> Reden | None:
    if vraag.product.kwadrant is not Kwadrant.K3:
        return None
    if vraag.motivatie_k3.strip() or vraag.motivering.strip():
        return None
    return Reden(
        tekst="Er staat nergens waarom hulp in K1 en K2 niet genoeg is.",
        bron=LICHT_EERST,
        uitweg="Schrijf op waarom het netwerk, het voorliggend veld en het gebiedsteam niet genoeg zijn.",
    )


@write_down(
    Regel(
        code="akkoord-onderzoek-vooraf",
        stap=Stap.AKKOORD,
        vraag="Gaat er een onderzoek aan deze behandeling vooraf?",
        tekst=(
            "Voor een behandeling is er eerst een akkoord voor onderzoek. Daaruit komt het behandelplan. "
            "Het onderzoek is begonnen op of voor de eerste dag van de behandeling. Hoe oud het mag zijn, zegt geen "
            "bron van JENS; een regio die een grens heeft, zet die bij het product. Sluit de behandeling aan op "
            "dezelfde behandeling, dan is er geen nieuw onderzoek nodig."
        ),
        voorbeeld=(
            "Onderzoek vanaf 1 maart, behandeling vanaf 1 maart of later: dat kan. "
            "Behandeling vanaf 28 februari niet."
        ),
        bepaling="onderzoek_vooraf",
    )
)
def require_onderzoek(vraag: Akkoordvraag) -> Reden | None:
    bron = _asked_by(vraag.product.onderzoek_vooraf)
    if bron is None or vraag.onderzoeken or _had_same(vraag):
        return None
    return Reden(
        tekst=f"Voor {vraag.product.naam} is er eerst een onderzoek. Dat is er voor {vraag.jeugdige} nog niet.",
        bron=bron,
        uitweg="Geef eerst een akkoord voor het onderzoek. Daaruit komt het behandelplan.",
    )


@write_down(
    Regel(
        code="akkoord-diagnose",
        stap=Stap.AKKOORD,
        vraag="Moet er een diagnose zijn?",
        tekst=(
            "Een behandeling begint op grond van een diagnose. Is die er nog niet, dan loopt er op de eerste dag "
            "een onderzoek dat de diagnose oplevert. Voor begeleiding is geen diagnose nodig. Hoe oud een diagnose mag "
            "zijn, zegt geen bron; daarom is er geen grens."
        ),
        voorbeeld=(
            "Geen diagnose en een onderzoek t/m 31 mei: behandeling vanaf 31 mei kan, vanaf 1 juni niet. "
            "Met een diagnose kan het altijd."
        ),
        bepaling="diagnose_nodig",
        tegenspraken=("F22",),
    )
)
def require_diagnose(vraag: Akkoordvraag) -> Reden | None:
    bron = _asked_by(vraag.product.diagnose_nodig)
    if bron is None or vraag.has_diagnose or _onderzoek_gives_it(vraag):
        return None
    return Reden(
        tekst=f"Voor {vraag.product.naam} is een diagnose nodig. Die is er nog niet.",
        bron=bron,
        uitweg="Kruis aan dat de diagnose er is, of geef eerst een akkoord voor onderzoek.",
    )


@write_down(
    Regel(
        code="akkoord-observatie",
        stap=Stap.AKKOORD,
        vraag="Moet er een observatieverslag zijn?",
        tekst=(
            "Bij een behandeling hoort een verslag van de observatie. De doelen van de behandeling komen daaruit. "
            "Een onderzoek dat op de eerste dag loopt, is ook genoeg. Hoe oud het verslag mag zijn, zegt geen bron; "
            "daarom is er geen grens."
        ),
        voorbeeld="Geen verslag en geen lopend onderzoek op de eerste dag: de behandeling kan nog niet.",
        bepaling="observatie_nodig",
        tegenspraken=("F22",),
    )
)
def require_observatie(vraag: Akkoordvraag) -> Reden | None:
    bron = _asked_by(vraag.product.observatie_nodig)
    if bron is None or vraag.has_observatie or _onderzoek_gives_it(vraag):
        return None
    return Reden(
        tekst=f"Voor {vraag.product.naam} is een verslag van de observatie nodig. Dat is er nog niet.",
        bron=bron,
        uitweg="Kruis aan dat het verslag er is, of geef eerst een akkoord voor onderzoek.",
    )


@write_down(
    Regel(
        code="akkoord-grond",
        stap=Stap.AKKOORD,
        vraag="Op welke grond is deze hulp er?",
        tekst=(
            "Bij sommige hulp staat in de catalogus op welke gronden zij er is. Bij die hulp is een grond gekozen."
        ),
        voorbeeld="Maatwerk zonder gekozen grond kan niet. Bij een hoog risico voor de veiligheid wel.",
        bepaling="gronden",
    )
)
def require_grond(vraag: Akkoordvraag) -> Reden | None:
    gronden = vraag.product.gronden
    if not gronden or vraag.grond in {een.code for een in gronden}:
        return None
    return Reden(
        tekst=f"{vraag.product.naam} kan op {len(gronden)} gronden. Er is er nog geen gekozen.",
        bron=gronden[0].bron,
        uitweg=f"Kies wat van toepassing is: {', '.join(_small(een.naam) for een in gronden)}.",
    )


@write_down(
    Regel(
        code="akkoord-logeren",
        stap=Stap.AKKOORD,
        vraag="Wanneer mag een kind logeren?",
        tekst="Logeren is er alleen als er geen andere oplossing is. Er staat bij waarom die er niet is.",
        voorbeeld="Logeren zonder reden waarom opa en oma of een vriendje niet kan, wordt niet gegeven.",
        bepaling="zonder_alternatief",
    )
)
def require_geen_alternatief(vraag: Akkoordvraag) -> Reden | None:
    bron = _asked_by(vraag.product.zonder_alternatief)
    if bron is None or vraag.motivering.strip():
        return None
    return Reden(
        tekst=f"Er staat niet bij waarom er geen andere oplossing is dan {_small(vraag.product.naam)}.",
        bron=bron,
        uitweg="Schrijf op wat u met het gezin en het netwerk hebt bekeken, en waarom dat niet kan.",
    )


@write_down(
    Regel(
        code="akkoord-smart-doelen",
        stap=Stap.AKKOORD,
        vraag="Moeten de doelen er al zijn?",
        tekst=(
            "Bij hulp horen SMART doelen in het gezinsplan. Zij zijn er binnen {doelen-vaststellen} na de start van "
            "de eerste hulp. Tot die dag is het een waarschuwing. Daarna kan er geen nieuw akkoord bij zonder doel."
        ),
        voorbeeld=(
            "De eerste hulp begon op 1 januari. Een nieuw akkoord zonder SMART doel kan nog t/m 12 februari, "
            "en niet meer op 13 februari."
        ),
        bepaling="smart_doelen_nodig",
    )
)
def require_smart_doelen(vraag: Akkoordvraag) -> Reden | None:
    bron = _asked_by(vraag.product.smart_doelen_nodig)
    if bron is None or not vraag.doelen.is_empty:
        return None
    return _goal_missing(vraag, "In het gezinsplan staat nog geen SMART doel.", bron)


@write_down(
    Regel(
        code="akkoord-doelen-kind-en-gezin",
        stap=Stap.AKKOORD,
        vraag="Voor wie zijn de doelen?",
        tekst=(
            "Er is een doel voor het kind én een doel voor het gezin. Alleen rust voor de ouders is geen reden "
            "voor begeleiding. Ook dit moet er {doelen-vaststellen} na de start van de eerste hulp zijn."
        ),
        voorbeeld="Twee SMART doelen voor Noor en geen voor het gezin: na zes weken kan er geen akkoord bij.",
        bepaling="doelen_kind_en_gezin",
    )
)
def require_doelen_kind_en_gezin(vraag: Akkoordvraag) -> Reden | None:
    bron, doelen = _asked_by(vraag.product.doelen_kind_en_gezin), vraag.doelen
    if bron is None or doelen.is_empty or (doelen.voor_kind and doelen.voor_gezin):
        return None
    wie = "het gezin" if doelen.voor_kind else vraag.jeugdige
    return _goal_missing(vraag, f"Er is nog geen SMART doel voor {wie}.", bron)


@write_down(
    Regel(
        code="akkoord-onaffe-doelen",
        stap=Stap.AKKOORD,
        vraag="Zijn alle doelen SMART?",
        tekst="Doelen die nog niet SMART zijn, geven een waarschuwing. Eén SMART doel is genoeg voor het akkoord.",
        voorbeeld="Van drie doelen is er één SMART: het akkoord kan, met een melding over de andere twee.",
        bepaling="smart_doelen_nodig",
    )
)
def signal_onaffe_doelen(vraag: Akkoordvraag) -> Reden | None:
    bron, onaf = _asked_by(vraag.product.smart_doelen_nodig), vraag.doelen.onaf
    if bron is None or not onaf or vraag.doelen.is_empty:
        return None
    return Reden(
        tekst=f"Nog niet SMART: {', '.join(f'“{titel}”' for titel in onaf)}.",
        bron=bron,
        blokkeert=False,
        uitweg="Vraag de regisseur om deze doelen met het gezin af te maken.",
    )


def _asked_by(bepaling: Bepaling[bool] | None) -> Bron | None:
    """What asks this of the product; None when nothing does."""
    return bepaling.bron if bepaling is not None and bepaling.waarde else None


def _had_same(vraag: Akkoordvraag) -> bool:
    """This very help ran up to the first day: the onderzoek was done then."""
    return chain_begin(vraag) < vraag.startdatum


def _onderzoek_gives_it(vraag: Akkoordvraag) -> bool:
    if vraag.reading("diagnose-vooraf").code != "vooraf-of-onderzoek":
        return False
    return any(holds_on(vraag.startdatum, een.van, een.tot) for een in vraag.onderzoeken)


def _goal_missing(vraag: Akkoordvraag, tekst: str, bron: Bron) -> Reden:
    """A signal until the goals are due, counted from the first day of help; after that it blocks."""
    begin = min([vraag.startdatum, *(een.van for een in vraag.eerder)])
    uiterlijk = begin + length_of(vraag.normen["doelen-vaststellen"])
    te_laat = vraag.gevraagd_op > uiterlijk
    wanneer = "Dat had er moeten zijn" if te_laat else "Dat moet er zijn"
    return Reden(
        tekst=f"{tekst} {wanneer} op {format_datum(uiterlijk)}.",
        bron=bron,
        blokkeert=te_laat,
        uitweg="Vraag de regisseur om met het gezin een doel te kiezen en uit te werken.",
    )


def _small(naam: str) -> str:
    """A name in the middle of a sentence; an abbreviation keeps its capitals."""
    return naam if naam[1:2].isupper() else naam[:1].lower() + naam[1:]
