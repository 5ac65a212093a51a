"""Where the family lives, who looked up the gezag, and what people are to each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rondetafel.gezinnen.gegevens import Gezagsopgave, Plekopgave, Relatieopgave, Relatieslot, Verhuisopgave
from rondetafel.gezinnen.models import (
    Adres,
    AdresSoort,
    Betrokkene,
    Gezag,
    Gezagsbewijs,
    GezagSoort,
    Gezin,
    Lijn,
    Nabijheid,
    Persoon,
    Relatie,
    Relatiesoort,
    Relatiestop,
    Relatievorm,
    Vraagdoel,
)
from rondetafel.gezinnen.operations import (
    ask_stoelvraag,
    correct_adres,
    correct_gezag,
    correct_plek,
    record_relatie,
    record_verhuizing,
    stop_relatie,
)
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.omgeving import Omgeving
from rondetafel.regels.woonplaats import Verblijfsoort
from rondetafel.toegang.context import as_person
from rondetafel.toegang.mag import Wie


def name_gemeente(decor: Decor, gezin: Gezin, gemeente: str, *, op: date) -> None:
    """Let the regisseur write of which gemeente every address is."""
    for adres in list(Adres.objects.filter(gezin=gezin)):
        with _as_regisseur(decor, gezin, op) as door:
            waarden = {"woongemeente": gemeente}
            correct_adres(adres.pk, gelezen=adres.versie, waarden=waarden, door=door, peildatum=op)


def stay_with(decor: Decor, kinderen: list[Persoon], adres: Adres, *, op: date) -> None:
    """Let the regisseur write that children are also in the house of the other parent."""
    opgave = Verhuisopgave(
        personen=frozenset(een.pk for een in kinderen),
        soort=AdresSoort.VERBLIJF,
        verblijf=Verblijfsoort.ANDERS,
        straat=adres.straat,
        huisnummer=adres.huisnummer,
        postcode=adres.postcode,
        plaats=adres.plaats,
        woongemeente=adres.woongemeente,
        geheim=Geheim(adres.geheim),
        van=op,
    )
    with _as_regisseur(decor, adres.gezin, op) as door:
        record_verhuizing(adres.gezin_id, opgave=opgave, door=door, peildatum=op)


def look_up_gezag(decor: Decor, gezin: Gezin, soort: GezagSoort, *, op: date) -> None:
    """Let the regisseur write that the gezag was looked up in the register."""
    for een in list(Gezag.objects.filter(gezin=gezin)):
        opgave = Gezagsopgave(
            volwassene_id=een.volwassene_id, soort=soort, van=een.van, bewijs=Gezagsbewijs.REGISTER
        )
        with _as_regisseur(decor, gezin, op) as door:
            correct_gezag(een.pk, gelezen=een.versie, opgave=opgave, door=door, peildatum=op)


def relate(
    decor: Decor,
    persoon: Persoon,
    ander: Persoon | Betrokkene,
    vorm: Relatievorm,
    *,
    op: date,
    van: date | None = None,
) -> Relatie:
    """Let the regisseur write what somebody is to another."""
    is_partner = vorm in (Relatievorm.GEHUWD, Relatievorm.PARTNERSCHAP, Relatievorm.SAMEN)
    opgave = Relatieopgave(
        soort=Relatiesoort.PARTNER if is_partner else Relatiesoort.OUDER,
        vorm=vorm,
        met_id=ander.pk if isinstance(ander, Persoon) else None,
        stoel_id=ander.pk if isinstance(ander, Betrokkene) else None,
        van=van,
        erkend_op=None,
    )
    with _as_regisseur(decor, persoon.gezin, op) as door:
        return record_relatie(persoon.pk, opgave=opgave, door=door, peildatum=op)


def part(decor: Decor, relatie: Relatie, einde: Relatiestop, *, tot: date, op: date) -> None:
    """Let the regisseur write that two people are no longer together."""
    with _as_regisseur(decor, relatie.gezin, op) as door:
        stop_relatie(relatie.pk, opgave=Relatieslot(einde=einde, tot=tot), door=door, peildatum=op)


def place(
    decor: Decor,
    stoel: Betrokkene,
    soort: Omgeving,
    *,
    nabijheid: Nabijheid,
    nu: tuple[Steun, ...] = (),
    op: date,
) -> None:
    """Let the regisseur write what somebody at the table is to the family, and what they give now."""
    opgave = Plekopgave(
        soort=soort,
        voor_id=None,
        nabijheid=nabijheid,
        lijn=Lijn.STERK if nabijheid is Nabijheid.DICHTBIJ else Lijn.GEWOON,
        steun_nu=tuple(een.value for een in nu),
        steun=tuple(stoel.steun),
        is_blijvend=stoel.is_blijvend,
    )
    with _as_regisseur(decor, stoel.gezin, op) as door:
        gelezen = Betrokkene.objects.get(pk=stoel.pk).versie
        correct_plek(stoel.pk, gelezen=gelezen, opgave=opgave, door=door, peildatum=op)


def ask_consent(decor: Decor, stoel: Betrokkene, doel: Vraagdoel, *, op: date) -> None:
    """Let the regisseur write that the family was asked whether somebody may be approached."""
    with _as_regisseur(decor, stoel.gezin, op) as door:
        ask_stoelvraag(stoel.pk, doel=doel, gevraagd_op=op, door=door, peildatum=op)


@contextmanager
def _as_regisseur(decor: Decor, gezin: Gezin, op: date) -> Iterator[Wie]:
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, gezin)], peildatum=op) as door:
        yield door
