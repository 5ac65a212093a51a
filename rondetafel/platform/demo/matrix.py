"""Which goals can the plans of the demo choose from?"""

from rondetafel.gezinsplan.models import Matrixdoel, Resultaatgebied

FORMAT = "voorbeeldset"
GEBIEDEN = {
    "A": ("Veiligheid", "Het is thuis veilig voor iedereen"),
    "B": ("Opvoeding en gezinsrelaties", "Ouders en kinderen gaan goed met elkaar om"),
    "C": ("Ontwikkeling en gedrag", "Het kind kan omgaan met gevoelens"),
    "F": ("Onderwijs, dagbesteding, werk", "Het kind gaat elke dag naar school"),
    "G": ("Vrije tijd en vrienden", "Het kind heeft vrienden en doet iets wat het leuk vindt"),
}


def choose_matrixdoelen() -> dict[str, Matrixdoel]:
    """Return the first goal of each area by its letter; makes a small set where there is none."""
    if not Matrixdoel.objects.exists():
        for letter, (naam, tekst) in GEBIEDEN.items():
            gebied = Resultaatgebied.objects.create(formatversie=FORMAT, letter=letter, naam=naam)
            Matrixdoel.objects.create(gebied=gebied, nummer=1, tekst=tekst)
    doelen = Matrixdoel.objects.select_related("gebied").order_by("gebied__formatversie", "-nummer")
    return {doel.gebied.letter: doel for doel in doelen}
