"""Which municipalities, areas and organisations are there? The areas are real, the organisations invented."""

from rondetafel.organisaties.models import Gebied, Gemeente, Organisatie, OrganisatieSoort

HEERLEN, LANDGRAAF, VOERENDAAL = 917, 882, 986
GEMEENTEN = {HEERLEN: "Heerlen", LANDGRAAF: "Landgraaf", VOERENDAAL: "Voerendaal"}

# Numbers and names as in halfjaarrapportage-2020-2, "Huisartsen"; Voerendaal has no numbered gebied.
GEBIEDEN = {
    1: (HEERLEN, "Heerlen 1"),
    2: (HEERLEN, "Heerlen 2"),
    3: (HEERLEN, "Heerlen 3"),
    4: (HEERLEN, "Heerlen 4"),
    5: (LANDGRAAF, "Nieuwenhagen"),
    6: (LANDGRAAF, "Schaesberg"),
    7: (LANDGRAAF, "Ubach over Worms"),
}

AANBIEDERS = {
    "De Linde": ["begeleiding-individueel", "begeleiding-groep", "begeleiding-individueel-maatwerk"],
    "Het Kompas": [
        "begeleiding-individueel",
        "behandeling-individueel",
        "behandeling-groep",
        "onderzoek-behandeling",
        "onderzoek-ggz-01",
        "behandeling-individueel-ggz",
        "mst",
    ],
    "Zorgboerderij 't Veld": ["begeleiding-groep", "logeren", "vervoer"],
    "Praktijk Nova": [
        "behandeling-individueel",
        "onderzoek-behandeling",
        "onderzoek-ggz-01",
        "onderzoek-ggz-02",
        "behandeling-individueel-ggz",
        "behandeling-groep-ggz",
        "medicatiecontrole",
    ],
    "Leespraktijk De Komma": ["dyslexie-onderzoek", "dyslexie-behandeling"],
    "Gebiedsteams Heerlen": ["gebiedsteam"],
    "Gebiedsteams Landgraaf": ["gebiedsteam"],
    "Gebiedsteam Voerendaal": ["gebiedsteam"],
}
INSTELLING = "Jeugdbescherming Maasdal"
ANDEREN = {
    "Huisartsenpraktijk Op de Berg": OrganisatieSoort.HUISARTS,
    "Basisschool De Wissel": OrganisatieSoort.SCHOOL,
    INSTELLING: OrganisatieSoort.GI,
    "Gemeente Heerlen": OrganisatieSoort.GEMEENTE,
    "Gemeente Landgraaf": OrganisatieSoort.GEMEENTE,
    "Gemeente Voerendaal": OrganisatieSoort.GEMEENTE,
    "JENS": OrganisatieSoort.COOPERATIE,
}
GEBIEDSTEAMS = {
    HEERLEN: "Gebiedsteams Heerlen",
    LANDGRAAF: "Gebiedsteams Landgraaf",
    VOERENDAAL: "Gebiedsteam Voerendaal",
}


def make_organisaties() -> None:
    """Make municipalities, areas and organisations."""
    Gemeente.objects.bulk_create(Gemeente(code=code, naam=naam) for code, naam in GEMEENTEN.items())
    Gebied.objects.bulk_create(
        Gebied(nummer=nummer, gemeente_id=gemeente, naam=naam)
        for nummer, (gemeente, naam) in GEBIEDEN.items()
    )
    Organisatie.objects.bulk_create(
        [
            *(
                Organisatie(naam=naam, soort=OrganisatieSoort.AANBIEDER, producten=producten)
                for naam, producten in AANBIEDERS.items()
            ),
            *(Organisatie(naam=naam, soort=soort) for naam, soort in ANDEREN.items()),
        ]
    )
