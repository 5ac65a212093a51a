"""What are they called? Common first names and surnames, combined by lot: no real person is meant."""


def _words(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split())


MEISJES = _words(
    "Emma Julia Mila Tess Sophie Zoë Sara Nora Yara Eva Liv Lotte Evi Noor Saar Anna Fleur Lina Roos Lynn "
    "Fenna Maud Isa Amira Hanna Lieke Elin Esmee Jasmijn Naomi Romy Femke Senna Vera Iris Amy Sanne Dilara "
    "Aylin Malak Salma Zuzanna Oliwia Maja Chantal Demi Kim Nina Bo Puck"
)
JONGENS = _words(
    "Noah Daan Lucas Levi Sem Finn Milan Luuk Bram Mees James Thijs Sam Liam Adam Max Jesse Thomas Hugo Ruben "
    "Julian Gijs Lars Stijn Tijn Mohamed Yusuf Amir Ayoub Emir Kuba Filip Jakub Jayden Dylan Kevin Rick Tim "
    "Niels Koen Sven Joep Teun Floris Jelle Ryan Quinten Mats Owen Otis"
)
VROUWEN = _words(
    "Linda Sandra Monique Petra Esther Kim Chantal Wendy Nicole Miranda Karin Angela Marjo Ilse Anouk Denise "
    "Fatima Samira Hanan Ayşe Esra Zeynep Agnieszka Magdalena Joanna Rania Huda Elena Priscilla Naomi"
)
MANNEN = _words(
    "Peter Marcel Ron Patrick Dennis Mark Rob Erik Bart Frank Roy Stefan Danny Ralph Paul Guido Mehmet Murat "
    "Ali Hassan Rachid Piotr Tomasz Marek Khaled Omar Dragan Ruud Jos Sjef"
)
ACHTERNAMEN = _words(
    "Janssen Hendriks Peters Smeets Meertens Willems Maes Kusters Claessens Hermans Bemelmans Vroomen Lataster "
    "Odekerken Tielens Ramakers Crombach Vaessen Habets Gielen Souren Bex Lemmens Goossens Otten Bouzid Demir "
    "Yilmaz Kaya Öztürk El-Idrissi Benali Haddad Al-Masri Hassan Kowalska Nowak Wiśniewska Petrovic Silva "
    "Jacobs Schoenmakers Wouters Coumans Dohmen Franssen Heijnen Jongen Krewinkel Ploum Quaedvlieg Reijnders "
    "Senden Theunissen Urlings Vliegen Wetzels Xhonneux Zeegers Beckers Driessen Erkens Frijns Grooten"
)
REGISSEURS, VERWIJZERS, KERNTEAMLEDEN = 60, 24, 6

NETWERK = (
    ("oma", ("Oma Annie", "Oma Tiny", "Oma Els", "Oma Fatma", "Oma Krystyna", "Oma Mia")),
    ("opa", ("Opa Jan", "Opa Sjef", "Opa Hub", "Opa Ahmed", "Opa Wiel")),
    ("tante", ("Tante Ria", "Tante Sylvia", "Tante Nadia", "Tante Ayla", "Tante Bea")),
    ("buurvrouw", ("Buurvrouw Gerda", "Buurvrouw Ineke", "Buurvrouw Samira")),
    ("vriend van het gezin", ("Ome Chris", "Ome Harry", "Marco van voetbal")),
)
TALEN = ("ar", "pl", "tr", "ti", "uk")
