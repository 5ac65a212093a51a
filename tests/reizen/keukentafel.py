"""The regisseur comes by: who sits at the table, what they want to reach, and the plan they agree on."""

from datetime import date

from rondetafel.gezinnen.models import Persoon
from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.models import Matrixdoel
from rondetafel.kern.models import Termijn
from tests.reizen.bladzijde import Bezoek
from tests.reizen.wandeling import Wandeling
from tests.rollen import as_eigenaar

SCHOOL = "Noor is elke schooldag op tijd in de klas"
OP_SCHOOL = "Het kind gaat elke dag naar school"
SAMEN = "Ouders maken samen afspraken over de opvoeding"
SLAPEN = "Noor weet elke week bij wie zij slaapt"
NOOR, MOEDER, VADER = "Noor van den Berg (kind)", "Samira van den Berg (moeder)", "Peter Janssen (vader)"


def set_the_table(wandeling: Wandeling) -> None:
    """Els finds the family among her own, and gives oma a chair."""
    wandeling.on(date(2026, 2, 12))
    bezoek = wandeling.become("regisseur")
    bezoek.follow("Gezinnen")
    bezoek.reads("Noor", "Landgraaf", "Els Habets")
    wandeling.gezin = bezoek.find(r"Gezin \d{4}")
    bezoek.follow(wandeling.gezin)
    wandeling.keep("gezin")
    bezoek.reads("Noor van den Berg", "Samira van den Berg", "Peter Janssen", "Het plan is nog niet begonnen")
    bezoek.follow("Tafel dekken")
    bezoek.follow("Stoel erbij zetten")
    bezoek.press("Stoel erbij zetten", groep="netwerk", naam="Ria Janssen", relatie="oma")

    bezoek.reads("Ria Janssen heeft nu een stoel aan tafel.")


def tick(tekst: str, voornaam: str = "") -> str:
    """What the browser sends for a box of the doelenmatrix; without a name it is that of the whole family."""
    with as_eigenaar():
        matrixdoel = Matrixdoel.objects.get(tekst=tekst)
        persoon = Persoon.objects.get(voornaam=voornaam) if voornaam else None
    return str(Kruis(matrixdoel_id=matrixdoel.pk, persoon_id=persoon.pk if persoon else None))


def choose_two_goals(wandeling: Wandeling) -> None:
    """At the kitchen table they choose two goals from the doelenmatrix, and write down who does what."""
    wandeling.on(date(2026, 2, 16))
    bezoek = wandeling.at_family("regisseur")
    bezoek.press("Plan beginnen")
    bezoek.reads("Welke doelen passen bij dit gezin?")
    bezoek.press("Matrix bewaren", kruis=[tick(OP_SCHOOL, "Noor"), tick(SAMEN)])
    bezoek.open(wandeling.adressen["gezin"])
    bezoek.reads("nog niet uitgewerkt")
    bezoek.follow(f"Concreet maken: {OP_SCHOOL}")
    bezoek.press(
        "Bewaren",
        eigenaar=NOOR,
        specifiek=SCHOOL,
        meetbaar="Drie weken lang elke dag om half negen binnen.",
        acceptabel="Noor wil dit zelf. Haar ouders brengen haar om de beurt.",
        realistisch="Het lukt nu al op maandag en dinsdag.",
        gestart_op="16-02-2026",
        behaald_voor="30-10-2026",
    )
    bezoek.reads("Het doel staat in het plan.", "Wie doet wat?")
    bezoek.press("Actie toevoegen", tekst="Samen fietsen op maandag", wie=VADER)
    bezoek.follow(f"Actie toevoegen: {SCHOOL}")
    bezoek.press("Actie toevoegen", tekst="Elke avond de tas inpakken", wie=NOOR)

    # Of the second goal they know only what it is, and who keeps an eye on it. That is enough for now.
    bezoek.follow(f"Concreet maken: {SAMEN}")
    bezoek.press("Bewaren", eigenaar=MOEDER, specifiek=SLAPEN, gestart_op="16-02-2026")
    bezoek.press("Actie toevoegen", tekst="Op zondag de week samen opschrijven", wie=MOEDER)
    bezoek.reads(SCHOOL, SLAPEN, "Samen fietsen op maandag", "nog niet vastgesteld")


def adopt_the_plan(wandeling: Wandeling) -> None:
    """A plan is adopted when every goal is SMART; until then it says what is missing."""
    bezoek = wandeling.at_family("regisseur")
    bezoek.follow("Plan vaststellen")
    bezoek.reads(
        "Dit plan kan nog niet worden vastgesteld",
        "Het gezin kreeg nog niet de kans om zelf een plan te maken.",
        f"Bij het doel “{SLAPEN}” staat niet wanneer het klaar is.",
        "Instructie Format Gezinsplan 2019",
    )
    bezoek.follow("Eigen plan van het gezin")
    bezoek.press("Opschrijven", stap="aangeboden", op="16-02-2026", tekst="Aan de keukentafel gevraagd.")
    _complete_second_goal(bezoek, wandeling)
    bezoek.follow("Plan vaststellen")
    velden = {naam for een in bezoek.lezer.formulieren for naam in een.velden}
    bezoek.press("Plan vaststellen", **{naam: "eens" for naam in velden if naam.startswith("antwoord-")})

    bezoek.reads("Het plan is vastgesteld.", "Vastgesteld op 16 februari 2026, versie 1, eens: Noor")
    with as_eigenaar():
        assert not Termijn.objects.filter(regel="doelen-vaststellen").exists()
        assert Termijn.objects.running().filter(regel="evaluatie").count() == 2


def _complete_second_goal(bezoek: Bezoek, wandeling: Wandeling) -> None:
    bezoek.open(wandeling.adressen["gezin"])
    bezoek.follow(f"Doel aanpassen: {SLAPEN}")
    bezoek.press(
        "Bewaren",
        meetbaar="Op zondag hangt de week op de koelkast.",
        acceptabel="Allebei de ouders en Noor vinden dit goed.",
        realistisch="Het zijn twee huizen, tien minuten fietsen.",
        behaald_voor="30-10-2026",
    )
    bezoek.reads("Het doel is bewaard.")
