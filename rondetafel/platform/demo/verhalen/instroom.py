"""Senna, 8, waits for the kernteam; besides, one aanmelding came this morning and one lacks a letter."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.instroom import Jeugdige, Komst, Ouder, Vraag, ask, complete, register
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: the dossier went to the kernteam a few days ago; nobody has regie yet."""
    senna = Komst(
        jeugdige=Jeugdige(naam="Senna||Bouzid", geboren=decor.born(9, over_dagen=300), geslacht="V"),
        ouders=(
            Ouder(naam="Lamia||Bouzid", relatie=Relatie.MOEDER),
            Ouder(naam="Ruben||Schoenmakers", relatie=Relatie.VADER, adres="Veldweg|7|6373 AC|Landgraaf"),
        ),
        adres="Heistraat|52|6374 BC|Landgraaf",
        gebied=7,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(dagen=-8),
            hulpvraag="Senna eet slecht en is bang om alleen te zijn. De ouders gaan uit elkaar.",
        ),
    )
    gezin = complete(decor, register(decor, senna), senna, op=decor.workday(dagen=-6))
    register(decor, _luuk(decor))
    jasmijn = register(decor, _jasmijn(decor))
    ask(
        decor,
        jasmijn,
        "Wat is er al geprobeerd, en sinds wanneer slaapt Jasmijn slecht?",
        op=decor.workday(dagen=-2),
    )
    return gezin


def _luuk(decor: Decor) -> Komst:
    return Komst(
        jeugdige=Jeugdige(naam="Luuk||Goossens", geboren=decor.born(8, over_dagen=-40), geslacht="M"),
        ouders=(Ouder(naam="Denise||Goossens", relatie=Relatie.MOEDER),),
        adres="Wilhelminastraat|20|6371 DE|Landgraaf",
        gebied=5,
        vraag=Vraag(
            door="anja",
            soort=Verwijzer.SCHOOL,
            op=decor.peildatum,
            hulpvraag="Luuk loopt weg uit de klas en raakt andere kinderen. Zijn moeder vraagt om hulp.",
        ),
    )


def _jasmijn(decor: Decor) -> Komst:
    return Komst(
        jeugdige=Jeugdige(naam="Jasmijn||Otten", geboren=decor.born(14, over_dagen=-60), geslacht="V"),
        ouders=(Ouder(naam="Petra||Otten", relatie=Relatie.MOEDER),),
        adres="Geleenstraat|88|6411 HR|Heerlen",
        gebied=1,
        vraag=Vraag(
            door="gielen", soort=Verwijzer.HUISARTS, op=decor.workday(dagen=-4), hulpvraag="Slaapt niet."
        ),
    )
