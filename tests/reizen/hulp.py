"""The help: granted, refused an extension, extended after an RTO, stopped, and counted."""

from datetime import date

from rondetafel.kern.models import Logregel, Termijn
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.zorg.models import AkkoordZorg, StopZorg
from tests.reizen.keukentafel import SCHOOL, SLAPEN
from tests.reizen.wandeling import Wandeling
from tests.rollen import as_eigenaar

GEEN_RTO = "Er is in deze looptijd (1 maart 2026 t/m 31 augustus 2026) nog geen RTO gehouden."
GENODIGDEN = [
    "Noor van den Berg (kind)",
    "Samira van den Berg (moeder)",
    "Peter Janssen (vader)",
    "Els Habets (regisseur)",
    "Tom Souren (begeleider)",
]


def grant_help_for_six_months(wandeling: Wandeling) -> None:
    """The kernteam grants begeleiding individueel by Tom of De Linde, from March up to and including August."""
    wandeling.on(date(2026, 2, 23))
    bezoek = wandeling.at_family("kernteam")
    bezoek.reads("Er loopt nu geen hulp")
    bezoek.follow("Akkoord geven")
    antwoorden = {
        "jeugdige": "Noor van den Berg",
        "product": "Begeleiding individueel",
        "aanbieder": "De Linde",
        "uitvoerder": "Tom Souren (begeleider)",
        "startdatum": "01-03-2026",
    }
    # A maximum is a maximum: a year is refused, with the day that is possible.
    bezoek.press("Akkoord geven", **antwoorden, einddatum="28-02-2027")
    assert bezoek.status == 422
    bezoek.reads("Kies 31 augustus 2026 of eerder als einddatum.", "Productportfolio JENS")
    # Tried first, and why that is not enough: asked once for everything that goes before this help.
    bezoek.reads("nog niet bekeken: begeleiding groep")
    bezoek.press(
        "Akkoord geven",
        einddatum="31-08-2026",
        overwogen=["Begeleiding groep", "Het netwerk sterker maken"],
        motivering="In een groep durft Noor nog niet mee te doen.",
    )

    bezoek.reads("Het akkoord is gegeven.", "1 maart 2026 t/m 31 augustus 2026", "Tom Souren")
    bezoek.follow("Begeleiding individueel")
    wandeling.keep("akkoord")
    with as_eigenaar():
        band = Band.objects.get(hoedanigheid=Hoedanigheid.AANBIEDER)
        assert (band.van, band.tot) == (date(2026, 2, 23), date(2026, 8, 31))


def ask_without_rto(wandeling: Wandeling) -> None:
    """In June Tom wants to go on. Without an RTO that is refused, with the reason, the source and a way out."""
    wandeling.on(date(2026, 6, 22))
    bezoek = wandeling.at_family("begeleider")
    bezoek.reads("Deze hulp kan nog niet worden verlengd", GEEN_RTO)
    bezoek.follow("Wat is er nodig?")
    bezoek.press("Verlenging vragen", tot="30-11-2026", motivering="Het gaat beter, maar nog niet elke dag.")

    assert bezoek.status == 422
    bezoek.reads(
        GEEN_RTO,
        "Plan een RTO, uiterlijk op 31 augustus 2026.",
        "Begeleiding individueel, kolom JENS-HBC",
        "Het gaat beter, maar nog niet elke dag.",
    )
    with as_eigenaar():
        assert Logregel.objects.filter(uitkomst="geweigerd", naam="Tom Souren").count() == 1
        assert AkkoordZorg.objects.get().einddatum == date(2026, 8, 31)
    bezoek.follow("RTO plannen")


def plan_and_hold_the_rto(wandeling: Wandeling) -> None:
    """Tom plans the RTO from the refusal; a week later Els writes down what was agreed."""
    bezoek = wandeling.bezoek
    bezoek.press(
        "Overleg plannen", dag="29-06-2026", tijd="15:30", plaats="Bij Samira thuis", genodigden=GENODIGDEN
    )
    bezoek.reads("Het overleg staat gepland.", "Bij Samira thuis")

    wandeling.on(date(2026, 6, 29))
    bezoek = wandeling.at_family("regisseur")
    bezoek.follow("Rondetafeloverleg (RTO)")
    bezoek.follow("Overleg vastleggen")
    bezoek.press(
        "Vastleggen",
        aanwezig=GENODIGDEN,
        is_totaal_besproken="on",
        doelen=[SCHOOL, SLAPEN],
        verslag="Noor fietst nu zelf. Tom komt nog drie maanden.",
    )

    bezoek.reads("Dit RTO telt", "Noor fietst nu zelf. Tom komt nog drie maanden.", "was erbij")


def extend_the_help(wandeling: Wandeling) -> None:
    """Now the rules say yes: Tom asks again, the kernteam grants, and Tom reads along until the new end."""
    bezoek = wandeling.at_family("begeleider")
    bezoek.follow("Wat is er nodig?")
    for papier in ("evaluatie", "plan-van-aanpak", "gezinsplan"):
        bezoek.follow("Papier inleveren")
        bezoek.press("Vastleggen", papier=papier, van_dag="29-06-2026")
    bezoek.press("Verlenging vragen", tot="30-11-2026", motivering="Het gaat beter, maar nog niet elke dag.")
    bezoek.reads("De verlenging is gevraagd. Het kernteam beslist.")

    wandeling.on(date(2026, 7, 2))
    bezoek = wandeling.become("kernteam")
    bezoek.follow("Hulp")
    bezoek.reads("Verlenging gevraagd")
    bezoek.follow("Begeleiding individueel, Noor")
    bezoek.reads("Het gaat beter, maar nog niet elke dag.", "Dit kan. Let wel hierop:")
    bezoek.press("Verlengen t/m 30 november 2026")

    bezoek.reads("De hulp is verlengd.", "t/m 30 november 2026")
    with as_eigenaar():
        assert Band.objects.get(hoedanigheid=Hoedanigheid.AANBIEDER).tot == date(2026, 11, 30)


def stop_the_help(wandeling: Wandeling) -> None:
    """In November it is enough. The help stops as planned, and more was reached than the goal."""
    wandeling.on(date(2026, 11, 12))
    bezoek = wandeling.become("regisseur")
    bezoek.open(wandeling.adressen["akkoord"])
    bezoek.follow("Hulp stoppen")
    bezoek.press("Hulp stoppen", stopdatum="12-11-2026", reden="volgens plan", gas_score="geen")
    assert bezoek.status == 422
    bezoek.reads("Er is nog geen GAS-score voor het hele zorgdoel.")
    bezoek.press(
        "Hulp stoppen", gas_score="1", toelichting="Noor gaat elke dag naar school.", has_papieren="on"
    )

    bezoek.reads("De hulp is gestopt.", "1 maart 2026 t/m 12 november 2026 gestopt")
    bezoek.open(wandeling.adressen["akkoord"])
    bezoek.reads("Verlengd t/m 30 november 2026", "Hulp gestopt: volgens plan", "meer dan het doel")
    with as_eigenaar():
        assert StopZorg.objects.get().gas_score == 1
        assert not Termijn.objects.running().filter(regel__in=["rto-houden", "verlenging-vragen"]).exists()

    # The day after, Tom does not see the family any more.
    wandeling.on(date(2026, 11, 13))
    bezoek = wandeling.at_family("begeleider")
    assert bezoek.status == 404


def count_in_the_reports(wandeling: Wandeling) -> None:
    """Nobody counted anything by hand: the half-years tell it from what people wrote down."""
    wandeling.on(date(2026, 11, 16))
    bezoek = wandeling.become("directie")
    bezoek.follow("Cijfers")
    bezoek.follow("Eerste halfjaar 2026")
    # Heerlen, Landgraaf, Voerendaal, and together.
    bezoek.find(r"b\. nieuw[a-z ]* 0 1 0 1")
    bezoek.find(r"d\. uit zorg 0 0 0 0")
    bezoek.reads(
        "februari 1",
        "Hebben de meervoudige gezinnen een gezinsplan? 100% · 1 van 1",
        "Gaat een vraag binnen 5 werkdagen door naar het kernteam? 100% · 1 van 1",
        "Bespreekt het kernteam een vraag binnen een week? 100% · 1 van 1",
        niet=("Noor",),
    )
    bezoek.follow("Cijfers")
    bezoek.follow("Tweede halfjaar 2026")
    bezoek.find(r"d\. uit zorg 0 1 0 1")
    bezoek.reads(
        "Was er een RTO voor het einde van de hulp? 100% · 1 van 1",
        "Is het doel gehaald als de hulp stopt? 100% · 1 van 1",
        "volgens plan 1 100%",
        niet=("Noor", "Welke gezinnen?"),
    )

    # The kernteam may know which family stands behind a figure.
    bezoek = wandeling.become("kernteam")
    bezoek.follow("Cijfers")
    bezoek.follow("Tweede halfjaar 2026")
    bezoek.follow("uit zorg")
    bezoek.reads(wandeling.gezin)
