"""What do they ask, want and do? Short texts as people say them, dealt out by lot."""

HULPVRAGEN = (
    "Gaat niet meer elke dag naar school.",
    "Is vaak boos en slaat dan.",
    "Slaapt slecht en piekert.",
    "De ouders weten niet hoe zij grenzen moeten stellen.",
    "Is somber sinds de scheiding.",
    "Kan zich niet concentreren in de klas.",
    "Heeft moeite om vrienden te maken.",
    "Is bang om alleen te zijn.",
    "Thuis is er elke dag ruzie.",
    "Eet slecht en is veel afgevallen.",
    "Wordt gepest en durft er niet over te praten.",
    "Gamet tot diep in de nacht.",
    "De moeder heeft rust nodig om het vol te houden.",
    "Loopt weg van huis als het spannend wordt.",
)
# Letter and number in the doelenmatrix, goal, and how everybody sees that it is reached.
DOELEN = (
    ("A2", "Iedereen weet wat te doen als het spannend wordt", "Het plan voor thuis hangt op de kast."),
    ("A1", "Er wordt thuis niet meer geslagen", "Acht weken achter elkaar is het gelukt."),
    (
        "B3",
        "De ouders maken samen afspraken over bedtijd",
        "Zes van de zeven avonden ligt het licht om acht uur uit.",
    ),
    ("B1", "Er is één keer per week iets leuks samen", "Het staat op de kalender in de keuken."),
    (
        "B2",
        "De regels zijn bij beide ouders hetzelfde",
        "De kinderen noemen in beide huizen dezelfde drie regels.",
    ),
    ("C1", "Boos worden zonder te slaan", "Op de lijst staan vier weken zonder slaan."),
    ("C1", "Zeggen wat er is voordat het te veel wordt", "Thuis en op school gebeurt het elke dag een keer."),
    ("E1", "In het eigen bed slapen", "Vijf nachten van de zeven."),
    ("F1", "Elke dag op tijd in de klas", "De mentor telt vier van de vijf dagen."),
    ("F2", "Het huiswerk is op vrijdag af", "De agenda is drie weken achter elkaar afgevinkt."),
    ("G2", "Eén keer per week iets doen met een leeftijdsgenoot", "Het staat in de telefoon met wie."),
    ("G3", "Bij een club zijn en blijven", "Twee maanden lang elke week geweest."),
)
HAALBAAR = (
    "Het lukt nu al soms.",
    "Vorige maand ging het twee weken goed.",
    "Met hulp van opa en oma kan het.",
    "Het is een kleine stap, elke week een beetje.",
)
STEUN = (
    "Iedereen aan tafel wil dit.",
    "Het kind heeft dit zelf bedacht.",
    "De ouders staan er allebei achter.",
    "School doet ook mee.",
)
ACTIES = (
    "Elke avond samen de dag bespreken",
    "Met de mentor bellen op vrijdag",
    "Een keer meekijken in de klas",
    "Samen een weekplan maken",
    "Op woensdag naar de sport brengen",
    "De afspraken ophangen in de keuken",
    "Elke zondag vooruitkijken naar de week",
    "Oefenen met de gevoelskaarten",
    "Een logeerweekend bij oma afspreken",
    "Samen koken op zaterdag",
)
VERSLAGEN = (
    "Alle hulp besproken. Iedereen ziet dat het beter gaat.",
    "Alle hulp besproken. Eén doel is bereikt, aan het andere werken wij verder.",
    "Alle hulp besproken. Het is zwaarder dan gedacht; wij passen de acties aan.",
)
TOELICHTINGEN = (
    "Het doel is bereikt.",
    "Het gezin kan zelf verder.",
    "Er is een stap gezet, het netwerk neemt over.",
    "",
)
