"""The family at home, each at their own screen: mother and daughter on a phone, father on a laptop."""

from playwright.sync_api import expect

from tests.reizen.scherm import BREED, SMAL, Scherm

MOEDER, VADER, DOCHTER = "lotte@thuis.example", "mark@thuis.example", "jolijn@thuis.example"
WACHTWOORD = "een-plan-voor-jolijn-en-lotte"
THUIS = {
    "straat": "Hoogstraat",
    "huisnummer": "3",
    "postcode": "6372cd",
    "plaats": "Landgraaf",
    "geheim": "nee",
}
VADERS_HUIS = {
    "straat": "Stationsplein",
    "huisnummer": "8",
    "postcode": "6411ne",
    "plaats": "Heerlen",
    "geheim": "nee",
}
DOEL = "Jolijn slaapt elke nacht in haar eigen bed"
ACTIE_LOTTE, ACTIE_JOLIJN = "Om half negen samen lezen", "Zelf het nachtlampje aandoen"

# Who reads along does not learn from the screen where somebody lives, or how to write to them.
VAN_LOTTE, VAN_MARK, VAN_JOLIJN = ("Hoogstraat", "6372", MOEDER), ("Stationsplein", "6411", VADER), (DOCHTER,)


def invite_family(scherm: Scherm, gezin: str) -> None:
    """Els lets mother, father and daughter read along; the daughter gives an address of her own."""
    scherm.open(gezin)
    scherm.follow("Tafel dekken")
    tafel = scherm.page.url
    scherm.follow("Jolijn Peeters")
    scherm.fill(email=DOCHTER)
    scherm.press("Bewaren")
    for naam in ("Lotte Peeters", "Mark Franssen", "Jolijn Peeters"):
        scherm.open(tafel)
        scherm.follow(f"Laten meelezen {naam}")
        scherm.press("Uitnodiging sturen")
        scherm.reads(f"De uitnodiging voor {naam} is onderweg.")


def read_along_as_father(scherm: Scherm) -> None:
    """Mark reads the same plan on his laptop, and nothing about the house where his daughter lives."""
    scherm.page.set_viewport_size(BREED)
    come_in(scherm, VADER)
    read_the_plan(scherm)
    scherm.hides("Uw volgende stap")
    scherm.hides(*VAN_LOTTE, *VAN_JOLIJN)
    scherm.capture("vader")

    scherm.unfold("Wie leest mee?")
    scherm.follow("Wie mag wat lezen?")
    scherm.reads("Lotte Peeters", "Mark Franssen", "gezag over een kind")
    scherm.hides(*VAN_LOTTE, *VAN_JOLIJN)


def read_along_as_daughter(scherm: Scherm) -> None:
    """Jolijn finds her own step on her phone, and what both her parents see too."""
    scherm.page.set_viewport_size(SMAL)
    come_in(scherm, DOCHTER, welkom="Je bent uitgenodigd om je eigen plan te lezen.")
    read_the_plan(scherm)
    scherm.reads("Jouw volgende stap", ACTIE_JOLIJN)
    scherm.hides(*VAN_LOTTE, *VAN_MARK)
    scherm.capture("jongere")


def read_along_as_mother(scherm: Scherm) -> None:
    """Lotte ticks off what she did with the keyboard alone, and asks who looked."""
    page = scherm.page
    page.set_viewport_size(SMAL)
    come_in(scherm, MOEDER)
    read_the_plan(scherm)
    scherm.reads("Uw volgende stap", ACTIE_LOTTE)
    scherm.hides(*VAN_MARK, *VAN_JOLIJN)

    scherm.reach_by_keyboard(page.get_by_role("button", name="Gelukt").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Terugzetten").first).to_be_visible()
    scherm.look()

    scherm.unfold("Wie leest mee?")
    scherm.follow("Wie keek er?")
    scherm.reads("Iedereen die keek of iets veranderde")


def shut_out_another_mother(scherm: Scherm, gezin: str) -> None:
    """Esra has a family of her own here. At the addresses of this one she finds nothing, and no name."""
    scherm.become("Esra", maat=SMAL)
    scherm.reads("Ons plan")
    scherm.unfold("Wie doet wat?")
    scherm.reads("Demir")
    scherm.open("/gezinnen/")
    expect(scherm.page.locator("tbody tr")).to_have_count(1)
    for pad in (gezin, f"{gezin}tafel/", f"{gezin}wie-keek/"):
        scherm.finds_nothing(pad)
        scherm.hides("Jolijn", "Peeters", "Franssen")
    scherm.capture("niet-gevonden")


def come_in(scherm: Scherm, adres: str, *, welkom: str = "U bent uitgenodigd") -> None:
    """Follow the link of one's own mail, choose a password, leave, and log in with it."""
    page = scherm.page
    page.context.clear_cookies()
    follow_mail(scherm, adres)
    scherm.reads("Welkom bij Rondetafel", welkom)
    scherm.fill(new_password1=WACHTWOORD, new_password2=WACHTWOORD)
    scherm.press("Wachtwoord bewaren en verder")
    scherm.reads("Ons plan")
    scherm.log_out()
    scherm.log_in(adres, WACHTWOORD)


def follow_mail(scherm: Scherm, adres: str) -> None:
    page = scherm.page
    kaart = page.locator("section").filter(has_text=adres)
    for _ in range(40):
        page.goto("/demo/post/")
        if kaart.count():
            break
        # The worker sends what waits.
        page.wait_for_timeout(300)
    scherm.click(kaart.get_by_role("link").first)


def read_the_plan(scherm: Scherm) -> None:
    """What all three see: the table, the goal, who does what, and the help that came and went."""
    scherm.reads("Ons plan")
    scherm.unfold("Hoe gaat het met de doelen?")
    scherm.reads(DOEL, ACTIE_LOTTE, ACTIE_JOLIJN)
    scherm.unfold("Wie doet wat?")
    scherm.reads("Begeleiding individueel", "gestopt")
    scherm.unfold("Vandaag")
