"""May this be asked, and may this be written down? Each judgement gives every reason."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from rondetafel.gezinnen.beslissers import Gezinsleden
from rondetafel.gezinnen.gegevens import Gezagsopgave, Informatieopgave, Relatieopgave, Verhuisopgave
from rondetafel.gezinnen.inzage import NIETS_GAAT_VANZELF
from rondetafel.gezinnen.models import (
    OUDERVORMEN,
    PARTNERVORMEN,
    Adres,
    AdresSoort,
    Betrokkene,
    Gezag,
    Gezagsbewijs,
    Gezinsrol,
    Persoon,
    Relatie,
    Relatiesoort,
    Relatiestop,
)
from rondetafel.regels.beslissers import ALLEEN_BESLISSEN_VANAF
from rondetafel.regels.datum import overlaps
from rondetafel.regels.gezag import ERKENBAAR, Gezagsoort, Gezagsregel, Gezagsvraag, assess_gezag
from rondetafel.regels.inzage import INZAGE_OUDER
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.ouderschap import Ouderfeiten, Oudervorm, assess_ouderschap
from rondetafel.regels.personen import ALLE_GEGEVENS, BSN_GEBRUIKEN, Geboren

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


def bsn_in_use() -> Oordeel:
    """Somebody has this BSN already; who, and in which family, is not told."""
    return combine(
        Reden(
            tekst="Dit BSN is al in gebruik. Er is niets bewaard.",
            bron=BSN_GEBRUIKEN,
            uitweg=(
                "Kijk het nummer na. Klopt het? Vraag dan de backoffice om te kijken of deze persoon al "
                "bekend is. De app laat niet zien bij wie."
            ),
        )
    )


def judge_verhuizing(opgave: Verhuisopgave, personen: list[Persoon], lopend: Iterable[Adres]) -> Oordeel:
    """May these people live there from that day? `lopend` is what they have of this kind then or later."""
    later = sorted({een.persoon.voornaam for een in lopend if een.van >= opgave.van})
    is_verblijf = opgave.soort is AdresSoort.VERBLIJF
    return combine(
        None if personen else _basis("Er is niemand gekozen die hier woont.", "Kies een of meer personen."),
        _basis(
            f"{' en '.join(later)}: er staat al zo’n adres vanaf deze dag of later.",
            "Kijk de dag na, of stop eerst het adres dat verkeerd is.",
        )
        if later
        else None,
        _basis("Er staat niet wat voor verblijf dit is.", "Kies bij wie of waar het kind verblijft.")
        if is_verblijf and opgave.verblijf is None
        else None,
    )


def judge_gezag(
    kind: Persoon,
    volwassene: Persoon,
    opgave: Gezagsopgave,
    *,
    tot: date | None = None,
    behalve: UUID | None = None,
) -> Oordeel:
    """May this gezag over a child be written down, beside what others have? One query."""
    rijen = Gezag.objects.filter(kind=kind).select_related("volwassene")
    regels = [(een.volwassene_id, _as_regel(een)) for een in rijen if een.pk != behalve]
    looptijd = (opgave.van, tot)
    zelf = [een for pk, een in regels if pk == volwassene.pk and overlaps(een.looptijd, looptijd)]
    vraag = Gezagsvraag(
        nieuw=Gezagsregel(naam=volwassene.voornaam, soort=Gezagsoort(opgave.soort.value), looptijd=looptijd),
        is_ouder=volwassene.rol == Gezinsrol.OUDER,
        anderen=[een for pk, een in regels if pk != volwassene.pk],
        geboortedatum=kind.geboortedatum,
        has_bewijs=opgave.bewijs not in (None, Gezagsbewijs.VERTELD),
    )
    dubbel = _basis(
        f"Bij {volwassene.voornaam} staat in deze dagen al iets over gezag.",
        "Verbeter wat er staat, of stop het eerst.",
    )
    oordeel = assess_gezag(vraag)
    return combine(dubbel if zelf else None, *oordeel.redenen, feiten=oordeel.feiten)


def judge_relatie(persoon: Persoon, ander: Persoon | Betrokkene | None, opgave: Relatieopgave) -> Oordeel:
    """May it be written down that these two are this to each other? Two queries."""
    if ander is None or ander.pk == persoon.pk:
        return combine(
            _basis("Er is niet gekozen met wie.", "Kies iemand anders van het gezin of aan tafel.")
        )
    staat_er = Relatie.objects.filter(persoon=persoon, soort=opgave.soort, einde="").filter(
        Q(met_id=ander.pk) | Q(met_stoel_id=ander.pk)
    )
    past = opgave.vorm.value in (OUDERVORMEN if opgave.soort is Relatiesoort.OUDER else PARTNERVORMEN)
    return combine(
        None
        if past
        else _basis("Dit past niet bij elkaar.", "Kies hoe iemand ouder is, of hoe zij samen zijn."),
        _basis(f"Dit staat er al van {persoon.voornaam} en {ander}.", "Stop eerst wat er staat.")
        if staat_er.exists()
        else None,
        _basis("Alleen een ouder bij de geboorte erkent een kind.", "Laat de dag van de erkenning leeg.")
        if opgave.erkend_op and opgave.vorm.value not in ERKENBAAR
        else None,
        *(_judge_ouder(persoon, ander, opgave) if past and opgave.soort is Relatiesoort.OUDER else ()),
    )


def _judge_ouder(persoon: Persoon, ouder: Persoon | Betrokkene, opgave: Relatieopgave) -> Iterable[Reden]:
    """Why `ouder` cannot be a parent of `persoon`; one query."""
    rijen = Relatie.objects.filter(gezin_id=persoon.gezin_id, soort=Relatiesoort.OUDER)
    rijen = rijen.filter(einde__in=("", Relatiestop.OVERLEDEN))
    ouders_van: dict[UUID, frozenset[UUID]] = {}
    al = []
    for kind_id, met_id, vorm in rijen.values_list("persoon_id", "met_id", "vorm"):
        if met_id:
            ouders_van[kind_id] = ouders_van.get(kind_id, frozenset()) | {met_id}
        if kind_id == persoon.pk:
            al.append(Oudervorm(vorm))
    lid = ouder if isinstance(ouder, Persoon) else None
    feiten = Ouderfeiten(
        kind=persoon.pk,
        kind_naam=persoon.voornaam,
        ouder=lid.pk if lid else None,
        ouder_naam=lid.voornaam if lid else str(ouder),
        vorm=Oudervorm(opgave.vorm.value),
        kind_geboren=persoon.geboren,
        ouder_geboren=lid.geboren if lid else Geboren(),
        al=al,
        ouders_van=ouders_van,
    )
    return assess_ouderschap(feiten).redenen


def _as_regel(gezag: Gezag) -> Gezagsregel:
    return Gezagsregel(
        naam=gezag.volwassene.voornaam, soort=Gezagsoort(gezag.soort), looptijd=(gezag.van, gezag.tot)
    )


def _basis(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=ALLE_GEGEVENS, uitweg=uitweg)


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
    vroegst = persoon.geboren.vroegst if persoon else None
    if not is_ouder or persoon is None or persoon.rol != Gezinsrol.KIND or vroegst is None:
        return None
    if leden.decides(betrokkene.persoon_id, over=over, peildatum=peildatum):
        return None
    if peildatum >= birthday_of(vroegst, ALLEEN_BESLISSEN_VANAF):
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
