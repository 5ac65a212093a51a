"""The family reads along: invited by mail, each with an own password; nobody else gets in."""

from rondetafel.kern.models import Post
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import WACHTWOORD, BandFactory, GezinFactory
from tests.reizen.keukentafel import SCHOOL, SLAPEN
from tests.reizen.komst import MOEDER, VADER
from tests.reizen.wandeling import Wandeling, read_link_for
from tests.rollen import as_eigenaar

NOOR = "noor@voorbeeld.example"
GEZIN = {"Samira van den Berg": MOEDER, "Peter Janssen": VADER, "Noor van den Berg": NOOR}


def invite_the_family(wandeling: Wandeling) -> None:
    """Els lets mother, father and daughter read along; the mails name nobody."""
    bezoek = wandeling.at_family("regisseur")
    bezoek.follow("Tafel dekken")
    tafel = bezoek.pad
    bezoek.follow("Noor van den Berg")
    bezoek.press("Bewaren", email=NOOR)
    for naam in GEZIN:
        bezoek.open(tafel)
        bezoek.follow(f"Laten meelezen {naam}")
        bezoek.reads("Dit kan straks wel", "Dit kan niet")
        bezoek.press("Uitnodiging sturen")
        bezoek.reads(f"De uitnodiging voor {naam} is onderweg.")

    with as_eigenaar():
        mails = list(Post.objects.all())
    assert {mail.aan for mail in mails} >= set(GEZIN.values())
    assert not [mail for mail in mails if "Noor" in mail.tekst + mail.onderwerp]


def read_along_at_home(wandeling: Wandeling) -> None:
    """Each of them follows their own link, chooses a password, and reads the same plan."""
    bezoek = wandeling.bezoek
    for naam, adres in GEZIN.items():
        bezoek.client.logout_quietly()
        link = read_link_for(adres)
        bezoek.open(link)
        bezoek.reads("Welkom bij Rondetafel")
        bezoek.press("Wachtwoord bewaren en verder", new_password1=WACHTWOORD, new_password2=WACHTWOORD)

        assert bezoek.pad == wandeling.adressen["gezin"]
        bezoek.reads("Ons plan", SCHOOL, SLAPEN, "Hulp die voorbij is", "Begeleiding individueel")
        with as_eigenaar():
            wandeling.mensen[naam] = Gebruiker.objects.get(email=adres)
        bezoek.open(link)
        assert bezoek.status == 410

    # Noor is the last of the three. She ticks off what she does herself.
    bezoek.open(wandeling.adressen["gezin"])
    bezoek.reads("Jouw volgende stap", "Elke avond de tas inpakken")
    bezoek.press(
        next(knop for een in bezoek.lezer.formulieren for knop in een.knoppen if "tas inpakken" in knop)
    )
    # What is left is to look back on the goal that is hers.
    bezoek.reads("klaar op 16 november 2026", "Hoe gaat het met “Noor is elke schooldag op tijd in de klas”?")


def shut_out_another_mother(wandeling: Wandeling) -> None:
    """A mother of another family reads her own plan, and finds nothing at the addresses of this one."""
    ander = BandFactory(gezin=GezinFactory(nummer=9147), hoedanigheid=Hoedanigheid.OUDER)
    wandeling.mensen["andere moeder"] = ander.gebruiker
    bezoek = wandeling.become("andere moeder")
    bezoek.reads("Ons plan", niet=("Noor",))
    gezin = wandeling.adressen["gezin"]
    for pad in (gezin, f"{gezin}tafel/", f"{gezin}wie-keek/", wandeling.adressen["akkoord"]):
        bezoek.open(pad)
        assert bezoek.status == 404, pad
        bezoek.reads(niet=("Noor", "van den Berg"))


def see_who_looked(wandeling: Wandeling) -> None:
    """Samira asks who looked: everybody is named, with what they saw and why."""
    bezoek = wandeling.at_family("Samira van den Berg")
    bezoek.follow("Wie keek er?")

    bezoek.reads("Samira van den Berg (moeder)", "Peter Janssen (vader)", "Noor van den Berg (jongere)")
    bezoek.reads("Els Habets (regisseur)", "zag:", "het plan", "waarom:", "heeft de hulp gestopt")
