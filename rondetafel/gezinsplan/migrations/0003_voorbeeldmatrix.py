"""Load an example doelenmatrix, marked as such: the official format of 2019 is not public (docs/adr/0019)."""

from datetime import date

from django.db import migrations

FORMAT = "Voorbeeldset"
TOELICHTING = "Niet het officiële format van 2019. Dat format is niet openbaar."
# The day from which the instruction of the format holds; plans of before that are not in the system.
VANAF = date(2019, 2, 1)
MATRIX = (
    (
        "A",
        "Veiligheid",
        (
            "Thuis is het veilig",
            "Er zijn afspraken voor als het misgaat",
            "Het kind weet bij wie het terechtkan",
        ),
    ),
    (
        "B",
        "Opvoeding en gezinsrelaties",
        (
            "Ouders en kind hebben het samen fijn",
            "Thuis zijn duidelijke regels",
            "Ouders maken samen afspraken over de opvoeding",
        ),
    ),
    (
        "C",
        "Ontwikkeling en gedrag",
        (
            "Het kind kan omgaan met boosheid en verdriet",
            "Het kind durft nieuwe dingen",
            "Het kind kan zichzelf redden zoals bij de leeftijd past",
        ),
    ),
    (
        "D",
        "Geestelijke gezondheid",
        (
            "Het kind voelt zich goed in zijn vel",
            "Het kind weet wat helpt als het moeilijk is",
            "Ouders kunnen omgaan met wat het kind heeft",
        ),
    ),
    (
        "E",
        "Lichamelijke gezondheid en verzorging",
        ("Het kind slaapt en eet goed", "Het kind krijgt de zorg die nodig is", "Het kind beweegt genoeg"),
    ),
    (
        "F",
        "Onderwijs, dagbesteding, werk",
        (
            "Het kind gaat elke dag naar school",
            "Het kind leert op een plek die past",
            "De jongere heeft een dag met school of werk",
        ),
    ),
    (
        "G",
        "Sociaal netwerk en vrije tijd",
        (
            "Het gezin heeft mensen om op terug te vallen",
            "Het kind heeft vrienden",
            "Het kind doet iets leuks buiten school",
        ),
    ),
    (
        "H",
        "Wonen",
        (
            "Het gezin woont op een vaste plek",
            "Het huis is rustig en schoon genoeg",
            "Iedereen heeft een eigen plek in huis",
        ),
    ),
    (
        "I",
        "Financiën",
        ("Er is genoeg geld voor wat nodig is", "Er is overzicht over het geld", "Schulden worden minder"),
    ),
    (
        "J",
        "Meedoen en justitie",
        (
            "De jongere komt niet in aanraking met de politie",
            "De jongere houdt zich aan afspraken",
            "Het gezin doet mee in de buurt",
        ),
    ),
)


def _as_tekst():
    """The way in which a beheerder writes it down, to begin a next version with."""
    gebieden = (
        "\n".join([f"{letter} {naam}", *(f"- {tekst}" for tekst in teksten)])
        for letter, naam, teksten in MATRIX
    )
    return "\n\n".join(gebieden)


def load(apps, schema_editor):
    versie = apps.get_model("gezinsplan", "Formatversie").objects.create(
        naam=FORMAT, toelichting=TOELICHTING, is_voorbeeld=True, tekst=_as_tekst(), geldig_vanaf=VANAF
    )
    gebied_model = apps.get_model("gezinsplan", "Resultaatgebied")
    doel_model = apps.get_model("gezinsplan", "Matrixdoel")
    for letter, naam, teksten in MATRIX:
        gebied = gebied_model.objects.create(formatversie=versie, letter=letter, naam=naam)
        doel_model.objects.bulk_create(
            doel_model(gebied=gebied, nummer=nummer, tekst=tekst) for nummer, tekst in enumerate(teksten, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0002_hekken")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]
