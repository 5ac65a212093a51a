"""Which figures say whether it goes well? Each with its norm and source, or with what is missing for it."""

from functools import partial

from django.db.models import Exists, F, OuterRef, Q

from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.instroom.models import Aanmelding, Kwadrant, Triage, Zorgclassificatie
from rondetafel.kern.models import Termijn
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.gas import DOEL_BEREIKT
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.stop import NAMEN, Stopreden
from rondetafel.regels.termijnen import (
    ACUUT_OPPAKKEN,
    DOSSIER_DOORSTUREN,
    KERNTEAM_BESPREKEN,
    Termijnregel,
)
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.verantwoording.aandelen import Kpi, OpenKpi, Rijen
from rondetafel.verantwoording.periode import Verslagperiode
from rondetafel.verantwoording.tabellen import in_care
from rondetafel.zorg.models import AkkoordZorg, StopZorg

GEEN_STOP = "in deze periode is geen hulp gestopt"

KPI_4 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 4",
    regel="Alle multiprobleem-gezinnen en 90% van de meervoudige gezinnen hebben een gezinsplan",
)
KPI_6 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 6",
    regel="K2 groeit van 20% naar 40% van de zorg; wat er geteld wordt, staat er niet bij",
)
KPI_12 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 12",
    regel="Een goede vraag gaat binnen 5 werkdagen door en wordt binnen een week besproken",
)
KPI_12C = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 12",
    regel="Een acute vraag wordt binnen 24 uur na de melding opgepakt",
)
RTO = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Voor het einde van de hulp is er een RTO",
)
DOELREALISATIE = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.2 Doelrealisatie",
    regel="Aan het eind van de hulp krijgt het hele doel een GAS-score",
)
BEEINDIGING = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.3 Reden beëindiging hulp-uitval",
    regel="Waarom de hulp stopte, en hoe vaak één kant dat besloot",
)


def _families(klasse: Zorgclassificatie, periode: Verslagperiode) -> Rijen:
    dag = periode.laatste_dag
    hulp = AkkoordZorg.objects.filter(in_care(dag, dag), gezin_id=OuterRef("gezin_id"))
    return Triage.objects.filter(Exists(hulp), classificatie=klasse, besloten_op__lte=dag)


def _with_plan(periode: Verslagperiode) -> Q:
    dag = periode.laatste_dag
    return Q(Exists(Gezinsplan.objects.filter(gezin_id=OuterRef("gezin_id"), vastgesteld_op__lte=dag)))


def _running(periode: Verslagperiode) -> Rijen:
    return AkkoordZorg.objects.filter(in_care(periode.laatste_dag, periode.laatste_dag))


def _ended(periode: Verslagperiode) -> Rijen:
    return AkkoordZorg.objects.filter(
        kwadrant=Kwadrant.K3, einddatum__range=(periode.van, periode.laatste_dag)
    )


def _with_rto(periode: Verslagperiode) -> Q:
    rto = Overleg.objects.filter(
        gezin_id=OuterRef("gezin_id"),
        soort=OverlegSoort.RTO,
        gehouden_op__range=(OuterRef("startdatum"), OuterRef("einddatum")),
    )
    return Q(Exists(rto))


def _stopped(periode: Verslagperiode) -> Rijen:
    return StopZorg.objects.filter(gestopt_op__range=(periode.van, periode.laatste_dag))


def _stopped_for(reden: Stopreden, periode: Verslagperiode) -> Q:
    return Q(reden=reden.value)


def _due(regel: Termijnregel, periode: Verslagperiode) -> Rijen:
    return Termijn.objects.filter(regel=regel.norm, vervalt_op__range=(periode.van, periode.laatste_dag))


def _in_time(periode: Verslagperiode) -> Q:
    return Q(gesloten_op__lte=F("vervalt_op"))


def _within_all_days(periode: Verslagperiode) -> Q:
    """Within the norm when every working day counts. A question that is not forwarded yet is not."""
    norm = catalogue_on(periode.laatste_dag).norm(DOSSIER_DOORSTUREN.norm)
    snel = Aanmelding.objects.filter(pk=OuterRef("betreft_id"), doorlooptijd_bruto__lte=norm.aantal)
    return Q(Exists(snel))


def _picked_up_in_time(periode: Verslagperiode) -> Q:
    op_tijd = Aanmelding.objects.filter(pk=OuterRef("betreft_id"), opgepakt_at__lte=OuterRef("vervalt_at"))
    return Q(Exists(op_tijd))


GEZINSPLAN = tuple(
    Kpi(
        code=f"4-{klasse.value}",
        nummer="4",
        vraag=vraag,
        definitie=(
            "Gezinnen met deze klasse bij de triage en met hulp op de laatste dag van de periode. "
            "Bereikt: er is een plan vastgesteld."
        ),
        norm=norm,
        ontbreekt=f"geen gezin met hulp heeft de klasse {klasse.value}",
        bron=KPI_4,
        onderdeel=Onderdeel.PLAN,
        telt="gezin_id",
        population=partial(_families, klasse),
        reached=_with_plan,
    )
    for klasse, vraag, norm in (
        (Zorgclassificatie.MULTIPROBLEEM, "Heeft elk multiprobleem-gezin een gezinsplan?", 100),
        (Zorgclassificatie.MEERVOUDIG, "Hebben de meervoudige gezinnen een gezinsplan?", 90),
    )
)
K2 = Kpi(
    code="6",
    nummer="6",
    vraag="Welk deel van de hulp is in K2?",
    definitie=(
        "Akkoorden die lopen op de laatste dag van de periode. Bereikt: in K2. De bron zegt niet of het om "
        "akkoorden, kinderen of geld gaat; wij tellen akkoorden."
    ),
    norm=40,
    ontbreekt="op de laatste dag van de periode loopt geen hulp",
    bron=KPI_6,
    onderdeel=Onderdeel.ZORG,
    toont_bereikt=True,
    population=_running,
    reached=lambda periode: Q(kwadrant=Kwadrant.K2),
)
GEEN_TERMIJN = "in deze periode liep geen termijn van deze soort af"
DOOR_IN_VIJF_DAGEN = "Gaat een vraag binnen 5 werkdagen door naar het kernteam?"
TERMIJNEN = (
    Kpi(
        code="12a",
        nummer="12a, netto",
        vraag=DOOR_IN_VIJF_DAGEN,
        definitie=(
            "Termijnen die in de periode afliepen, zonder de dagen waarop de verwijzer nog iets moest aanvullen. "
            "Bereikt: op tijd klaar."
        ),
        norm=100,
        ontbreekt=GEEN_TERMIJN,
        bron=KPI_12,
        onderdeel=Onderdeel.TERMIJN,
        population=partial(_due, DOSSIER_DOORSTUREN),
        reached=_in_time,
    ),
    Kpi(
        code="12a-bruto",
        nummer="12a, bruto",
        vraag=DOOR_IN_VIJF_DAGEN,
        definitie=(
            "Dezelfde termijnen, met het wachten op de verwijzer erbij. Bereikt: doorgestuurd binnen de norm, "
            "alle werkdagen geteld."
        ),
        ontbreekt=GEEN_TERMIJN,
        bron=KPI_12,
        onderdeel=Onderdeel.TERMIJN,
        population=partial(_due, DOSSIER_DOORSTUREN),
        reached=_within_all_days,
    ),
    Kpi(
        code="12b",
        nummer="12b",
        vraag="Bespreekt het kernteam een vraag binnen een week?",
        definitie=(
            "Termijnen die in de periode afliepen. Zij beginnen pas als de vraag compleet is. Bereikt: op tijd klaar."
        ),
        norm=100,
        ontbreekt=GEEN_TERMIJN,
        bron=KPI_12,
        onderdeel=Onderdeel.TERMIJN,
        population=partial(_due, KERNTEAM_BESPREKEN),
        reached=_in_time,
    ),
    Kpi(
        code="12c",
        nummer="12c",
        vraag="Wordt een acute vraag binnen 24 uur opgepakt?",
        definitie=(
            "Acute vragen waarvan de 24 uur in de periode voorbijgingen. Bereikt: opgepakt voor dat moment, op de "
            "minuut. Een vraag aan de verwijzer stellen of het dossier maken is ook oppakken."
        ),
        norm=100,
        ontbreekt="in deze periode was er geen acute vraag",
        bron=KPI_12C,
        onderdeel=Onderdeel.TERMIJN,
        population=partial(_due, ACUUT_OPPAKKEN),
        reached=_picked_up_in_time,
    ),
)
RTO_VOOR_EINDE = Kpi(
    code="rto",
    nummer="RTO",
    vraag="Was er een RTO voor het einde van de hulp?",
    definitie="Akkoorden in K3 die in de periode afliepen. Bereikt: een RTO binnen de looptijd.",
    ontbreekt="in deze periode liep geen hulp in K3 af",
    bron=RTO,
    onderdeel=Onderdeel.PLAN,
    population=_ended,
    reached=_with_rto,
)
DOEL_GEHAALD = Kpi(
    code="doelen",
    nummer="4.2",
    vraag="Is het doel gehaald als de hulp stopt?",
    definitie="Hulp die in de periode stopte en een GAS-score kreeg. Bereikt: een score van 0 of hoger.",
    ontbreekt="geen hulp die in deze periode stopte, heeft een GAS-score",
    bron=DOELREALISATIE,
    onderdeel=Onderdeel.ZORG,
    population=lambda periode: _stopped(periode).filter(gas_score__isnull=False),
    reached=lambda periode: Q(gas_score__gte=DOEL_BEREIKT),
)
UITVAL = Kpi(
    code="uitval",
    nummer="4.3",
    vraag="Hoe vaak stopte één kant de hulp?",
    definitie="Hulp die in de periode stopte. Geteld: het gezin of de zorgaanbieder besloot alleen.",
    ontbreekt=GEEN_STOP,
    bron=BEEINDIGING,
    onderdeel=Onderdeel.ZORG,
    toont_bereikt=True,
    population=_stopped,
    reached=lambda periode: Q(reden__in=[reden for reden in Stopreden if reden.is_uitval]),
)
REDENEN = tuple(
    Kpi(
        code=f"reden-{reden.value}",
        nummer="4.3",
        vraag=naam,
        definitie="Hulp die in de periode stopte, naar de reden die daarbij is gekozen.",
        ontbreekt=GEEN_STOP,
        bron=BEEINDIGING,
        onderdeel=Onderdeel.ZORG,
        toont_bereikt=True,
        population=_stopped,
        reached=partial(_stopped_for, reden),
    )
    for reden, naam in NAMEN.items()
)

KPIS = (*GEZINSPLAN, K2, *TERMIJNEN, RTO_VOOR_EINDE, DOEL_GEHAALD, UITVAL)

OPEN_KPIS = (
    OpenKpi(
        code="1",
        nummer="1",
        vraag="Gebruikt iedereen de meldcode?",
        ontbreekt="wie de scholing over de meldcode volgde",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 1",
            regel="Alle medewerkers van de gebiedsteams zijn geschoold in de meldcode",
        ),
    ),
    OpenKpi(
        code="2",
        nummer="2",
        vraag="Zijn de uren van de gezinsmedewerker gevuld?",
        ontbreekt="de begrote en de gevulde uren per functie",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 2",
            regel="60% van de uren gevuld aan het begin van 2020, 100% aan het eind",
        ),
    ),
    OpenKpi(
        code="3",
        nummer="3",
        vraag="Zijn de meldingen van Veilig Thuis opgepakt?",
        ontbreekt="de meldingen die de gemeente doorstuurde",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 3",
            regel="Elke melding die de gemeente doorstuurt, wordt opgepakt",
        ),
    ),
    OpenKpi(
        code="5",
        nummer="5",
        vraag="Nemen gezin en hulpverleners beslissingen samen?",
        ontbreekt="de antwoorden van gezinnen op de vragenlijst",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 5",
            regel="75% van de gezinnen vindt dat beslissingen samen genomen worden",
        ),
    ),
    OpenKpi(
        code="8",
        nummer="8",
        vraag="Werken medewerkers met weinig regels?",
        ontbreekt="de antwoorden van medewerkers op de vragenlijst",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 8",
            regel="Medewerkers geven ten minste een 6",
        ),
    ),
    OpenKpi(
        code="9",
        nummer="9",
        vraag="Kennen partners de visie?",
        ontbreekt="de uitkomst van de gesprekken met partners",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 9",
            regel="80% van de partners kent de visie en herkent haar",
        ),
    ),
    OpenKpi(
        code="13",
        nummer="13",
        vraag="Wat kost hulp per kind?",
        ontbreekt="de kosten van de hulp",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.7 KPI 13",
            regel="De kosten per kind dalen, met en zonder de kosten van de organisatie",
        ),
    ),
    OpenKpi(
        code="tevredenheid",
        nummer="4.4",
        vraag="Welk cijfer geven gezinnen?",
        ontbreekt="de antwoorden van gezinnen op de vragenlijst",
        bron=Bron(
            document="halfjaarrapportage-2020-2",
            plek="4.4 Cliënttevredenheid",
            regel="Gezinnen geven de hulp een rapportcijfer",
        ),
    ),
)


def find_kpi(code: str) -> Kpi | None:
    """Return the figure that can be counted under this code."""
    return next((kpi for kpi in (*KPIS, *REDENEN) if kpi.code == code), None)
