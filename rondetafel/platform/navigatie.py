"""Where can each rol go? The main navigation, read by web/context.py through the settings."""

HULP = ["regisseur", "aanbieder"]
BREED = ["kernteam", "backoffice"]
JEUGDBESCHERMER = "jeugdbeschermer"


def _punt(label: str, url_name: str, icoon: str, *rollen: str) -> dict[str, object]:
    return {"label": label, "url_name": url_name, "icoon": icoon, "rollen": list(rollen)}


NAVIGATIE = [
    _punt("Vandaag", "werkplek:vandaag", "vandaag"),
    _punt("Gezinnen", "werkplek:gezinnen", "gezinnen", *HULP, JEUGDBESCHERMER, *BREED, "gemeente"),
    _punt("Aanmeldingen", "instroom:aanmeldingen", "berichten", "verwijzer", *BREED),
    _punt("Hulp", "zorg:akkoorden", "plan", *HULP, JEUGDBESCHERMER, *BREED),
    _punt("Overleg", "overleg:overleggen", "overleg", *HULP, JEUGDBESCHERMER, "gezin"),
    _punt("Veiligheid", "veiligheid:dossiers", "beveiliging", *HULP, "aandacht"),
    _punt("Noodknop", "kwaliteit:noodknop", "sleutel", "regisseur"),
    _punt("Cijfers", "verantwoording:periodes", "cijfers", "directie", "gemeente", "kernteam"),
    _punt("Logboek", "werkplek:logboek", "oog", "auditor", "beveiliging"),
    _punt("Accounts", "toegang:herstel", "persoon", "beheerder"),
    _punt("Doelenmatrix", "gezinsplan:formats", "plan", "beheerder"),
    _punt("Wat opviel", "kwaliteit:afwijkingen", "vandaag", "beveiliging"),
    _punt("Noodknop", "kwaliteit:noodknoppen", "sleutel", "beveiliging"),
    _punt("Klachten", "kwaliteit:klachten", "berichten", "beveiliging"),
]

# Beside one's own name, under what is about the account.
ACCOUNTMENU = [_punt("Afwezig", "vervanging:afwezig", "klok", *HULP, "kernteam")]
