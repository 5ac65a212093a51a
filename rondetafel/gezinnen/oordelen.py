"""May this be asked, and may this be written down? Each judgement gives every reason."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import Gezinsleden
from rondetafel.gezinnen.gegevens import Informatieopgave
from rondetafel.gezinnen.inzage import NIETS_GAAT_VANZELF
from rondetafel.gezinnen.models import Betrokkene, Gezinsrol, Persoon
from rondetafel.regels.beslissers import ALLEEN_BESLISSEN_VANAF
from rondetafel.regels.inzage import INZAGE_OUDER
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine

OUDER_ZONDER_GEZAG = Bron(
    document="burgerlijk-wetboek",
    plek="boek 1, artikel 377c",
    regel="Een ouder zonder gezag krijgt op verzoek informatie, nooit meer dan een ouder met gezag zou krijgen",
)


def judge_deelvraag(
    betrokkene: Betrokkene, leden: Gezinsleden, *, over: UUID, onderdelen: frozenset[str], peildatum: date
) -> Oordeel:
    """May consent be asked for `betrokkene` to read about `over`?"""
    return combine(
        _has_a_reader(betrokkene),
        _reads_already(betrokkene, leden, over, peildatum),
        _is_for_later(betrokkene, leden, over, peildatum),
        _has_deciders(leden, over, peildatum),
        None if len(onderdelen) > 1 else _reden("Er is nog geen deel gekozen.", "Kies wat te lezen is."),
    )


def judge_doorbraak(reden: str) -> Oordeel:
    """May somebody read along past who decides? Only for a reason that the family can read."""
    return combine(
        None
        if reden.strip()
        else _reden("Er staat geen reden bij.", "Schrijf op waarom. Het gezin leest dit.")
    )


def judge_informatie(opgave: Informatieopgave, kind: Persoon, leden: Gezinsleden, peildatum: date) -> Oordeel:
    """May this be written down as information to a parent without gezag?"""
    beslist = leden.decides(opgave.ouder_id, over=kind.pk, peildatum=peildatum)
    ouder = leden.personen.get(opgave.ouder_id)
    is_ouder = ouder is not None and ouder.rol == Gezinsrol.OUDER
    tekst = opgave.verteld if opgave.is_gegeven else opgave.reden
    return combine(
        None if is_ouder else _bw("Dit is geen ouder in dit gezin.", "Kies de ouder die het vroeg."),
        _bw("Deze ouder heeft gezag en leest zelf mee.", "Nodig deze ouder uit.") if beslist else None,
        _bw("De vraag staat later dan vandaag.", "Kijk de dag na.")
        if opgave.gevraagd_op > peildatum
        else None,
        None if tekst.strip() else _bw("Er staat niet wat is verteld, of waarom niet.", "Schrijf dat op."),
    )


def _has_a_reader(betrokkene: Betrokkene) -> Reden | None:
    if betrokkene.is_open:
        return _reden("Deze stoel is nog leeg.", "Vul eerst in wie er zit.")
    if betrokkene.gebruiker_id or betrokkene.email:
        return None
    return _reden("Er is nog geen mailadres.", "De regisseur kan een mailadres invullen bij de stoel.")


def _reads_already(betrokkene: Betrokkene, leden: Gezinsleden, over: UUID, peildatum: date) -> Reden | None:
    if betrokkene.persoon_id == over or leden.decides(betrokkene.persoon_id, over=over, peildatum=peildatum):
        return _reden(
            f"{betrokkene} hoeft dit niet te vragen: de wet geeft dit recht al.", "Nodig uit via de tafel."
        )
    return None


def _is_for_later(betrokkene: Betrokkene, leden: Gezinsleden, over: UUID, peildatum: date) -> Reden | None:
    """A parent without gezag does not read along about a child under sixteen; asking how it goes is possible."""
    persoon = leden.personen.get(over)
    is_ouder = betrokkene.persoon_id and leden.personen[betrokkene.persoon_id].rol == Gezinsrol.OUDER
    if not is_ouder or persoon is None or persoon.rol != Gezinsrol.KIND or persoon.geboortedatum is None:
        return None
    if leden.decides(betrokkene.persoon_id, over=over, peildatum=peildatum):
        return None
    if peildatum >= birthday_of(persoon.geboortedatum, ALLEEN_BESLISSEN_VANAF):
        return None
    return Reden(
        tekst=f"{betrokkene} heeft geen gezag over {persoon.voornaam}.",
        bron=OUDER_ZONDER_GEZAG,
        uitweg="Deze ouder kan de regisseur vragen hoe het gaat. Leg vast wat u vertelt.",
    )


def _has_deciders(leden: Gezinsleden, over: UUID, peildatum: date) -> Reden | None:
    if leden.deciders_about(over, peildatum):
        return None
    return Reden(
        tekst="Er is niemand bekend die hierover mag beslissen.",
        bron=INZAGE_OUDER,
        uitweg="Kijk de geboortedatum, het gezag en de vertegenwoordiger na.",
    )


def _reden(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=NIETS_GAAT_VANZELF, uitweg=uitweg)


def _bw(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=OUDER_ZONDER_GEZAG, uitweg=uitweg)
