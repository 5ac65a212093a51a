"""What the tests of this room share: someone with a dossier, and the answers to its forms."""

from datetime import date

from django.urls import reverse

from rondetafel.regels.inschatting import question_set
from rondetafel.regels.meldcode import WEEGVRAGEN
from rondetafel.toegang.context import DEUR, as_role, load_wie
from rondetafel.toegang.rollen import Rol
from rondetafel.veiligheid.gegevens import Gezinskeuze
from rondetafel.veiligheid.models import Doel
from rondetafel.veiligheid.operations import open_dossier, start_dossier
from rondetafel.veiligheid.slot import as_veilig
from tests.factories import GebruikerFactory, RegieFactory

DAG = date(2026, 11, 16)
TEKST = "kanarie-blauwe-plek"


def wie_of(gebruiker):
    with as_role(DEUR):
        return load_wie(gebruiker.pk)


def begin(gebruiker, gezin, sessie="x" * 64):
    """Begin and open a dossier; returns it with who did."""
    wie = wie_of(gebruiker)
    keuze = Gezinskeuze(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, nummer=gezin.nummer)
    with as_veilig(wie, peildatum=DAG):
        dossier = start_dossier(keuze, over="de jongste", door=wie, peildatum=DAG)
        open_as(dossier, wie, sessie)
    return dossier, wie


def open_as(dossier, wie, sessie="x" * 64):
    open_dossier(
        dossier.pk, doel=Doel.BIJWERKEN, waarom="voor de test", sessie=sessie, door=wie, peildatum=DAG
    )


def make_regie():
    """A regisseur with a family, in a municipality with an aandachtsfunctionaris."""
    return RegieFactory(), GebruikerFactory(rol=Rol.AANDACHT, naam="Wil Aandacht")


def log_in_and_begin(client, regie):
    """Begin a dossier in the browser; returns its key."""
    client.force_login(regie.regisseur)
    answer = client.post(reverse("veiligheid:begin", args=[regie.gezin_id]), {"over": "de jongste"})
    assert answer.status_code == 302, answer.content.decode()
    return answer["location"].split("/")[2]


WEGING = {f"antwoord_{vraag.code}": "ja" for vraag in WEEGVRAGEN}
WEGING |= {f"reden_{vraag.code}": TEKST for vraag in WEEGVRAGEN} | {"antwoord_onveilig": "nee"}
STAPPEN = {
    1: {"feiten": TEKST},
    2: {"met": ["collega"], "tekst": TEKST},
    3: {"is_gevoerd": "ja", "met_wie": "moeder", "tekst": TEKST},
    4: WEGING,
    5: {"is_hulp": "on", "tekst": TEKST},
}


def post_stap(client, pk, nummer, **anders):
    gegevens = STAPPEN[nummer] | {"gedaan_op": "16-11-2026", "gelezen": 0} | anders
    return client.post(reverse("veiligheid:stap", args=[pk, nummer]), gegevens)


def inschatting(uitkomst="kwetsbaar", zorg="zorg", **anders):
    antwoorden = {f"zorg_{vraag.code}": zorg for vraag in question_set().vragen}
    return (
        antwoorden
        | {
            "gedaan_op": "16-11-2026",
            "volgende_op": "20-11-2026",
            "uitkomst": uitkomst,
            "motivering": f"{TEKST} en moeder belt zelf",
        }
        | anders
    )
