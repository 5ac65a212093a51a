"""Senna, 8, waits for the kernteam; besides, one aanmelding came this morning and one lacks a letter."""

from datetime import timedelta

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Stand
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import add_adres, add_kind, add_volwassene, give_gezag, make_gezin
from rondetafel.platform.demo.bouw.instroom import Vraag, register, register_kind
from rondetafel.platform.demo.organisaties import HEERLEN, LANDGRAAF


def tell(decor: Decor) -> Gezin:
    """Make the family: the dossier went to the kernteam a few days ago; nobody has regie yet."""
    gezin = make_gezin(decor, gebied=7, op=decor.workday(dagen=-5))
    senna = add_kind(decor, gezin, "Senna||Bouzid", geboren=decor.born(9, over_dagen=300), geslacht="V")
    lamia = add_volwassene(gezin, "Lamia||Bouzid", relatie="moeder", geslacht="V")
    ruben = add_volwassene(gezin, "Ruben||Schoenmakers", relatie="vader", geslacht="M")
    give_gezag([senna], lamia, ruben)
    for persoon in (senna, lamia):
        add_adres(persoon, "Heistraat|52|6374 BC|Landgraaf", van=senna.geboortedatum)
    register_kind(
        decor,
        senna,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(dagen=-8),
            hulpvraag="Senna eet slecht en is bang om alleen te zijn. De ouders gaan uit elkaar.",
        ),
    )
    _register_others(decor)
    return gezin


def _register_others(decor: Decor) -> None:
    register(
        decor,
        Vraag(
            door="anja",
            verwijzersoort="school",
            op=decor.peildatum,
            hulpvraag="Luuk loopt weg uit de klas en raakt andere kinderen. Zijn moeder vraagt om hulp.",
        ),
        gemeente_id=LANDGRAAF,
        voornaam="Luuk",
        achternaam="Goossens",
        geboortedatum=decor.born(8, over_dagen=-40),
        geslacht="M",
    )
    wacht = register(
        decor,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(dagen=-4),
            hulpvraag="Slaapt niet.",
        ),
        gemeente_id=HEERLEN,
        voornaam="Jasmijn",
        achternaam="Otten",
        geboortedatum=decor.peildatum - timedelta(days=14 * 365),
        geslacht="V",
    )
    wacht.stand = Stand.WACHT
    wacht.save(update_fields=["stand"])
