"""The first acts: a verwijzer asks, the backoffice makes the dossier, the kernteam decides."""

from datetime import date

from rondetafel.kern.models import Termijn
from tests.reizen.wandeling import Wandeling
from tests.rollen import as_eigenaar

MOEDER, VADER = "samira@voorbeeld.example", "peter@voorbeeld.example"
BSN = "999900006"
THUIS = {
    "straat": "Lindelaan",
    "huisnummer": "12",
    "postcode": "6371aa",
    "plaats": "Landgraaf",
    "geheim": "nee",
}
BIJ_VADER = {"straat": "Markt", "huisnummer": "1", "postcode": "6411ab", "plaats": "Heerlen", "geheim": "nee"}
FEITEN = {"hulpvragen": "3", "leefgebieden": "2", "gezinsleden": "1", "langdurig": "Nee", "veiligheid": "Nee"}


def register_with_the_huisarts(wandeling: Wandeling) -> None:
    """Monday 2 February: the huisarts fills in the form with Noor and both her parents, who live apart."""
    wandeling.on(date(2026, 2, 2))
    bezoek = wandeling.become("huisarts")
    bezoek.follow("Jeugdige aanmelden")
    bezoek.press(
        "Aanmelden",
        voornaam="Noor",
        tussenvoegsel="van den",
        achternaam="Berg",
        geboortedatum="14-09-2012",
        geslacht="V",
        gemeente="Landgraaf",
        hulpvraag="Noor durft niet meer naar school. Thuis is er ruzie over waar zij slaapt.",
        is_acuut="Nee",
        has_aanmeldbrief="on",
        has_inhoud="on",
        **_parent(0, "Samira van den Berg", relatie="moeder", email=MOEDER, woont_bij_kind="on"),
        **_parent(1, "Peter Janssen", relatie="vader", email=VADER),
    )

    # The huisarts reads what happens now, and by when.
    bezoek.reads("De aanmelding is binnen", "Noor van den Berg", "ma 9 feb", "ma 16 feb")
    wandeling.aanmelding = bezoek.find(r"Aanmelding \d{4}")
    bezoek.follow("Naar mijn aanmeldingen")
    bezoek.follow("Noor van den Berg")
    wandeling.keep("aanmelding")


def _parent(nummer: int, naam: str, **anders: str) -> dict[str, str]:
    voornaam, _, rest = naam.partition(" ")
    tussenvoegsel, _, achternaam = rest.rpartition(" ")
    velden = {"voornaam": voornaam, "tussenvoegsel": tussenvoegsel, "achternaam": achternaam}
    return {
        f"ouder-{nummer}-{veld}": waarde for veld, waarde in (velden | {"has_gezag": "ja"} | anders).items()
    }


def make_the_dossier(wandeling: Wandeling) -> None:
    """Wednesday: the backoffice adds addresses and the BSN, checks the gezag, and sends it on."""
    wandeling.on(date(2026, 2, 4))
    bezoek = wandeling.become("backoffice")
    bezoek.reads(wandeling.aanmelding)
    bezoek.open(wandeling.adressen["aanmelding"])
    bezoek.follow("Dossier maken")
    bezoek.reads("Wat de verwijzer schreef, staat er al.")
    vader = {f"ouder-1-{veld}": waarde for veld, waarde in BIJ_VADER.items()}
    bezoek.press("Dossier maken en doorsturen", bsn=BSN, **THUIS, **vader)

    bezoek.reads("Het dossier is gemaakt en ligt bij het kernteam.")
    with as_eigenaar():
        assert Termijn.objects.get(regel="dossier-doorsturen").gesloten_op == date(2026, 2, 4)


def decide_in_the_kernteam(wandeling: Wandeling) -> None:
    """Monday 9 February: the kernteam calls it meervoudig, K2 with a product of K3, and chooses Els."""
    wandeling.on(date(2026, 2, 9))
    bezoek = wandeling.become("kernteam")
    bezoek.reads(wandeling.aanmelding)
    bezoek.open(wandeling.adressen["aanmelding"])
    bezoek.follow("Bespreken en beslissen")
    bezoek.press("Toon het voorstel", **FEITEN)
    bezoek.reads("Meervoudig", "Er zijn 3 hulpvragen op 2 leefgebieden.", "Het kernteam beslist.")

    # Help in K3 needs a reason. What was chosen is still there after the refusal.
    bezoek.press(
        "Besluit vastleggen",
        klasse="meervoudig",
        kwadranten=["K2", "K3"],
        product_code="Begeleiding individueel",
        regisseur="Els Habets",
    )
    assert bezoek.status == 422
    bezoek.reads("Er staat niet bij waarom hulp in K1 en K2 niet genoeg is.")
    bezoek.press("Besluit vastleggen", motivering="Het gebiedsteam en oma hielpen, maar niet genoeg.")

    bezoek.reads(
        "Het besluit is bewaard. De regisseur ziet dit gezin nu.",
        "meervoudig",
        "K2, K3 · Begeleiding individueel",
    )
