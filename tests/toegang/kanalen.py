"""Every way along which something of a family can be seen, and everyone who looks along it.

A channel names the right that opens it. Whatever page it is, what is met there must be the families that
`mag` decides on: so a list, a search, a detail and a page of figures cannot drift apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now

from rondetafel.regels.noodknop import DUUR
from rondetafel.toegang.mag import Tie, Wie, mag
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.rollen import DOOR_MAATREGEL, Hoedanigheid, Rol
from tests.factories import GebruikerFactory, VervangingFactory
from tests.rollen import as_eigenaar
from tests.toegang.loten import DAG, GEMEENTEN
from tests.toegang.werelden import Gezinnen, Vraag

VERVANGER = "vervanger"
SLEUTEL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kanaal:
    """One way to look: an address, what is sent to it, and the right that opens it.

    `ook` is a second right that the page asks for; `laatste` one that opens it as well where it shows the plan that
    was adopted last. `tabel` names whose key stands in the address; empty is a list. `ten_hoogste`: a page that shows
    a choice of what may be seen, such as what must be done today.
    """

    adres: str
    recht: Recht
    ook: Recht | None = None
    laatste: Recht | None = None
    tabel: str = ""
    teksten: tuple[str, ...] = ()
    zoek: str = ""
    ten_hoogste: bool = False


KANALEN = {
    "lijst van gezinnen": Kanaal(adres="werkplek:gezinnen", recht=Recht.GEZIN_LEZEN),
    "zoeken op naam": Kanaal(adres="werkplek:gezinnen", recht=Recht.GEZIN_LEZEN, zoek="Sam"),
    "gezin": Kanaal(adres="werkplek:gezin", recht=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"),
    "tafel": Kanaal(adres="gezinnen:tafel", recht=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"),
    "wie keek er": Kanaal(
        adres="werkplek:wie_keek", recht=Recht.LOGBOEK_LEZEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    # A file without keys: that it comes is what is met.
    "wie keek er als bestand": Kanaal(
        adres="werkplek:wie_keek_bestand",
        recht=Recht.LOGBOEK_LEZEN,
        ook=Recht.GEZIN_LEZEN,
        tabel="gezinnen_gezin",
    ),
    "logboek": Kanaal(adres="werkplek:logboek", recht=Recht.LOGBOEK_LEZEN, ten_hoogste=True),
    "logboek als bestand": Kanaal(
        adres="werkplek:logboek_bestand", recht=Recht.LOGBOEK_LEZEN, ten_hoogste=True
    ),
    "afwijkingen": Kanaal(adres="kwaliteit:afwijkingen", recht=Recht.TOEZICHT_LEZEN, ten_hoogste=True),
    "gebruik van de noodknop": Kanaal(
        adres="kwaliteit:noodknoppen", recht=Recht.NOODKNOP_LEZEN, ten_hoogste=True
    ),
    "vandaag": Kanaal(adres="werkplek:vandaag", recht=Recht.GEZIN_LEZEN, ten_hoogste=True),
    "hoe het ging met een doel": Kanaal(
        adres="gezinsplan:evaluaties", recht=Recht.PLAN_LEZEN, tabel="gezinsplan_doel"
    ),
    "wat er nieuw is": Kanaal(adres="werkplek:nieuw", recht=Recht.PLAN_LEZEN, tabel="gezinnen_gezin"),
    "eigen plan van het gezin": Kanaal(
        adres="gezinsplan:eigenplan", recht=Recht.PLAN_LEZEN, tabel="gezinnen_gezin"
    ),
    "hoe de weken gaan": Kanaal(adres="gezinsplan:week", recht=Recht.PLAN_LEZEN, tabel="gezinnen_gezin"),
    "plan op papier": Kanaal(
        adres="werkplek:papier", recht=Recht.PLAN_LEZEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    "versies van een plan": Kanaal(
        adres="gezinsplan:versies", recht=Recht.PLAN_LEZEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    "twee versies van een plan": Kanaal(
        adres="gezinsplan:vergelijken", recht=Recht.PLAN_LEZEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    "versie van een plan": Kanaal(
        adres="gezinsplan:versie",
        recht=Recht.PLAN_LEZEN,
        laatste=Recht.VASTGESTELD_LEZEN,
        tabel="gezinsplan_planversie",
    ),
    "lijst van overleggen": Kanaal(adres="overleg:overleggen", recht=Recht.PLAN_LEZEN),
    "overleg": Kanaal(adres="overleg:overleg", recht=Recht.PLAN_LEZEN, tabel="overleg_overleg"),
    "agenda van een overleg": Kanaal(adres="overleg:agenda", recht=Recht.PLAN_LEZEN, tabel="overleg_overleg"),
    "intake": Kanaal(
        adres="overleg:intake", recht=Recht.INTAKE_LOPEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    "intake, wie wanneer kan": Kanaal(
        adres="overleg:intake_datum", recht=Recht.INTAKE_LOPEN, ook=Recht.GEZIN_LEZEN, tabel="gezinnen_gezin"
    ),
    # A zorgaanbieder finds there the help that they give themselves.
    "lijst van hulp": Kanaal(adres="zorg:akkoorden", recht=Recht.ZORG_LEZEN, ten_hoogste=True),
    "hulp": Kanaal(adres="zorg:akkoord", recht=Recht.ZORG_LEZEN, tabel="zorg_akkoordzorg"),
    "lijst van aanmeldingen": Kanaal(adres="instroom:aanmeldingen", recht=Recht.AANMELDING_LEZEN),
    "aanmelding": Kanaal(
        adres="instroom:aanmelding", recht=Recht.AANMELDING_LEZEN, tabel="instroom_aanmelding"
    ),
    "gezinnen achter een cijfer": Kanaal(
        adres="verantwoording:gezinnen",
        recht=Recht.ZORG_LEZEN,
        teksten=("2026-H2", "kinderen-c"),
        ten_hoogste=True,
    ),
}
# These read, but nothing of a family that is not on a page above.
GEEN_KANAAL = {
    **dict.fromkeys(
        ("werkplek:papier_groot", "werkplek:papier_overleg"), "hetzelfde plan als 'plan op papier'"
    ),
    **dict.fromkeys(
        ("kwaliteit:klachten", "kwaliteit:klagen", "kwaliteit:klacht"),
        "klachten horen bij een mens en bij geen gezin, vergeleken in tests/kwaliteit/test_klachten.py",
    ),
    **dict.fromkeys(
        ("gezinsplan:ons_dossier", "gezinsplan:aantekening"),
        "het dossier van één organisatie, met een eigen hek, vergeleken in tests/gezinsplan",
    ),
    "gezinnen:samenvoegen_kiezen": "dezelfde mensen als op 'basis'",
    "instroom:ontvangen": "wat de verwijzer net zelf verstuurde",
    "werkplek:kindkaart": "het plan voor een jong kind, voor wie het op 'gezin' al leest",
    "gezinsplan:week_contact": "één rode week, voor wie de regie heeft; het gezin staat op 'gezin'",
    "gezinsplan:score": "een score bij een doel dat op 'evaluaties' staat",
    "gezinsplan:zeggen": "waar het eigen gezin iets over zegt, vergeleken in tests/gezinsplan",
    "overleg:intake_alles": "'intake' met alle stappen open",
    "overleg:intake_stap": "een stap van 'intake'",
    "overleg:reactie": "een rij van 'intake, wie wanneer kan'",
    "overleg:verzetten": "de dag en de plek van een 'overleg'",
    "gezinsplan:weggehaald": "wat uit een plan is gehaald, vergeleken in tests/gezinsplan",
    "gezinsplan:matrix": "de doelenmatrix, naast een plan dat op 'gezin' staat",
    **dict.fromkeys(
        ("gezinsplan:formats", "gezinsplan:format", "gezinsplan:format_nieuw"),
        "de doelenmatrix zelf, zonder gezin",
    ),
    **dict.fromkeys(
        (
            "veiligheid:begin_op_nummer",
            "veiligheid:dossier",
            "veiligheid:dossiers",
            "veiligheid:inschattingen",
            "veiligheid:wie_keek",
        ),
        "een kamer met eigen leden en een eigen hek, vergeleken in tests/veiligheid",
    ),
    **dict.fromkeys(
        (
            "gezinnen:basis",
            "gezinnen:netwerk",
            "gezinnen:tekeningen",
            "gezinnen:wie_leest",
            "gezinnen:persoon",
            "gezinnen:onthullen",
        ),
        "over één persoon, vergeleken in tests/gezinnen",
    ),
    **dict.fromkeys(
        ("werkplek:kopie", "werkplek:kopie_bestand"),
        "over zichzelf en voor wie iemand beslist, vergeleken in tests/werkplek",
    ),
    **dict.fromkeys(
        ("werkplek:zoals", "werkplek:zoals_gevraagd"),
        "'gezin' door de ogen van een ander, vergeleken in tests/gezinnen",
    ),
    "documenten:papieren": "papieren met eigen voorwaarden, vergeleken in tests/documenten",
    "documenten:bestand": "papieren met eigen voorwaarden, vergeleken in tests/documenten",
    "vervanging:afwezig": "namen van collega's en dagen, geen gezin",
    "verantwoording:periodes": "halve jaren",
    "verantwoording:rapport": "cijfers zonder namen, gelezen door een eigen databaserol",
}
# Jobs of the worker by the name or constant in their decorator, and what they could carry outside.
TAKEN = {
    "kern.send_post": "mail zonder namen en zonder inhoud",
    "CONTROLE": "keurt een bestand; stuurt niets",
    "kern.seal_logboek": "verzegelt regels; stuurt niets",
    "kern.report_changes": "een telling in het techniek-log",
    "toegang.clear_door": "ruimt op aan de deur; stuurt niets",
    "werkplek.check_termijnen": "telt wat niet klopt, in het techniek-log",
    "zorg.keep_brieven": "bewaart wie een brief tekende; stuurt niets",
    "kwaliteit.search_afwijkingen": "schrijft op wat opvalt; stuurt niets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijker:
    """Somebody who looks: the account, and the facts that decide."""

    account: Gebruiker
    wie: Wie


def build_kijkers(gezinnen: Gezinnen) -> dict[str, Kijker]:
    """One of every kind, with a tie to the first family or working for its municipality."""
    gezin_id, (kind, _) = next(iter(gezinnen.personen.items()))
    whole = {
        str(hoedanigheid): _tied(_rol_of(hoedanigheid), hoedanigheid, gezin_id, None)
        for hoedanigheid in Hoedanigheid
        if hoedanigheid not in DOOR_MAATREGEL | {Hoedanigheid.NOODLEZER}
    }
    door_maatregel = {
        str(hoedanigheid): _kijker(Rol.JEUGDBESCHERMER, tie, grond=gezinnen.ground_of(tie))
        for hoedanigheid in sorted(DOOR_MAATREGEL)
        for tie in [
            Tie(gezin_id=gezin_id, hoedanigheid=hoedanigheid, van=DAG, tot=DAG, persoon_id=kind),
        ]
    }
    others = {
        "regisseur met noodknop": _tied(Rol.REGISSEUR, Hoedanigheid.NOODLEZER, gezin_id, kind),
        "regisseur met noodknop die dicht is": _tied(
            Rol.REGISSEUR, Hoedanigheid.NOODLEZER, gezin_id, kind, tot_at=now() - timedelta(minutes=1)
        ),
        "ouder van één kind": _tied(Rol.GEZIN, Hoedanigheid.OUDER, gezin_id, kind),
        "aanbieder van één kind": _tied(Rol.AANBIEDER, Hoedanigheid.AANBIEDER, gezin_id, kind),
        "aanbieder voor alleen het plan": _tied(
            Rol.AANBIEDER, Hoedanigheid.AANBIEDER, gezin_id, None, onderdelen=frozenset({"gezin", "plan"})
        ),
        "aanbieder tot gisteren": _tied(
            Rol.AANBIEDER, Hoedanigheid.AANBIEDER, gezin_id, None, tot=DAG - timedelta(days=1)
        ),
    }
    others[VERVANGER] = _standing_in(gezin_id)
    breed = {
        f"rol {rol}": _kijker(rol, gemeenten=[GEMEENTEN[0]])
        for rol in Rol
        if rol not in (Rol.REGISSEUR, Rol.AANBIEDER, Rol.GEZIN)
    }
    return whole | door_maatregel | others | breed


def _standing_in(gezin_id: UUID) -> Kijker:
    """Somebody whose only tie is that of a colleague who is away this week."""
    eigen = Tie(gezin_id=gezin_id, hoedanigheid=Hoedanigheid.REGISSEUR, van=DAG - timedelta(days=30))
    collega = _kijker(Rol.REGISSEUR, eigen, grond={"grond": Grond.REGIE})
    vervanger = _kijker(Rol.REGISSEUR)
    van, tot = DAG - timedelta(days=3), DAG + timedelta(days=3)
    VervangingFactory(wie=collega.account, vervanger=vervanger.account, van=van, tot=tot)
    return replace(vervanger, wie=replace(vervanger.wie, banden=(replace(eigen, van=van, tot=tot),)))


def _rol_of(hoedanigheid: Hoedanigheid) -> Rol:
    own = {Hoedanigheid.REGISSEUR: Rol.REGISSEUR, Hoedanigheid.AANBIEDER: Rol.AANBIEDER}
    return own.get(hoedanigheid, Rol.GEZIN)


def _tied(
    rol: Rol, hoedanigheid: Hoedanigheid, gezin_id: UUID, persoon_id: UUID | None, **anders: Any
) -> Kijker:
    if hoedanigheid is Hoedanigheid.NETWERK:
        # The network reads what was agreed on: its tie always names parts.
        anders.setdefault("onderdelen", frozenset({"gezin", "plan"}))
    if hoedanigheid is Hoedanigheid.NOODLEZER:
        anders.setdefault("tot", DAG)
        anders.setdefault("tot_at", now() + DUUR)
    tie = Tie(
        gezin_id=gezin_id,
        hoedanigheid=hoedanigheid,
        van=DAG - timedelta(days=30),
        persoon_id=persoon_id,
        **anders,
    )
    return _kijker(rol, tie)


def _kijker(
    rol: Rol, *ties: Tie, gemeenten: list[int] | None = None, grond: dict[str, Any] | None = None
) -> Kijker:
    account = GebruikerFactory(rol=rol, gemeenten=gemeenten or [])
    with as_eigenaar():
        for tie in ties:
            Band.objects.create(
                gebruiker=account,
                gezin_id=tie.gezin_id,
                gemeente_id=GEMEENTEN[0],
                hoedanigheid=tie.hoedanigheid,
                **(grond or {"grond": Grond.NOODKNOP if tie.tot_at else Grond.TOESTEMMING}),
                persoon_id=tie.persoon_id,
                onderdelen=sorted(tie.onderdelen),
                van=tie.van,
                tot=tie.tot,
                tot_at=tie.tot_at,
            )
    hold = tuple(tie for tie in ties if not tie.tot_at or tie.tot_at > now())
    wie = Wie(id=account.pk, naam="", rol=rol, gemeenten=frozenset(gemeenten or []), banden=hold)
    return Kijker(account=account, wie=wie)


def expected(kanaal: Kanaal, wie: Wie, gezinnen: Gezinnen) -> set[UUID]:
    """The families that the decision lets this person meet along a channel."""
    return {
        vraag.gezin_id
        for (tabel, _), vraag in gezinnen.rijen.items()
        if tabel == (kanaal.tabel or "gezinnen_gezin") and _is_open(kanaal, vraag, wie)
    }


def _is_open(kanaal: Kanaal, vraag: Vraag, wie: Wie) -> bool:
    def says_yes(recht: Recht) -> bool:
        return mag(
            wie,
            recht,
            gezin_id=vraag.gezin_id,
            gemeente_id=vraag.gemeente_id,
            sleutel=vraag.sleutel,
            peildatum=DAG,
        ).ja

    if kanaal.laatste and vraag.is_laatste and says_yes(kanaal.laatste):
        return True
    return all(says_yes(recht) for recht in filter(None, (kanaal.recht, kanaal.ook)))


def met(kanaal: Kanaal, client: Any, gezinnen: Gezinnen) -> set[UUID]:
    """The families of which something is met along a channel, by whoever is logged in."""
    whose = {str(pk): vraag.gezin_id for (_, pk), vraag in gezinnen.rijen.items()}
    found: set[UUID] = set()
    for address in _addresses(kanaal, gezinnen):
        answer = client.post(address, {"zoek": kanaal.zoek}) if kanaal.zoek else client.get(address)
        if answer.status_code == 200:
            words = SLEUTEL.findall(answer.content.decode(errors="replace")) + SLEUTEL.findall(address)
            found |= {whose[word] for word in words if word in whose}
    return found


def _addresses(kanaal: Kanaal, gezinnen: Gezinnen) -> Iterator[str]:
    if not kanaal.tabel:
        yield reverse(kanaal.adres, args=kanaal.teksten)
    for tabel, pk in gezinnen.rijen:
        if tabel == kanaal.tabel:
            yield reverse(kanaal.adres, args=[pk])
