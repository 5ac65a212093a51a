"""Which ties follow from the facts of today? Redrawn in the transaction in which a fact changed."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from rondetafel.gezinnen.beslissers import Gezinsleden, answers_of, people_of, weigh_vraag, with_antwoorden
from rondetafel.gezinnen.inzage import reading_rights_of
from rondetafel.gezinnen.maatregelen import rights_of
from rondetafel.gezinnen.models import (
    Betrokkene,
    Deelstand,
    Deelvraag,
    Gezin,
    Gezinsrol,
    Maatregel,
    Persoon,
)
from rondetafel.gezinnen.samen import redraw_samen
from rondetafel.kern.versie import save_version
from rondetafel.regels.beslissers import last_day_of_deciders
from rondetafel.regels.datum import DAG
from rondetafel.regels.maatregel import last_day_under_age
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.toestemming import Toestemming
from rondetafel.toegang.banden import (
    Leesrecht,
    close_banden,
    move_running,
    open_band,
    redraw_ties,
    replace_ties,
)
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid


def redraw_banden(gezin_id: UUID, *, peildatum: date) -> int:
    """Let every tie of a family say what gezag, age, capacity and consent say today; return how many changed.

    Called by every operation that changes such a fact. Ties by regie and help are not touched.
    """
    stoelen = Betrokkene.objects.filter(gezin_id=gezin_id, persoon__isnull=False, gebruiker__isnull=False)
    changed = sum(_redraw_stoel(stoel, peildatum) for stoel in stoelen.select_related("persoon", "gezin"))
    changed += _redraw_maatregelen(gezin_id, peildatum) + _redraw_toestemmingen(gezin_id, peildatum)
    return changed + redraw_samen(Gezin.objects.get(pk=gezin_id), people_of(gezin_id), peildatum=peildatum)


def settle(vraag: Deelvraag, leden: Gezinsleden, *, peildatum: date) -> Toestemming:
    """Open, close or move the tie on one question, as the answers of who decides today say.

    One no closes; as long as an answer is missing nothing is open. What is open ends on the last day on
    which the same people decide.
    """
    antwoorden = answers_of(with_antwoorden(Deelvraag.objects.filter(pk=vraag.pk)).get())
    toestemming = weigh_vraag(vraag, leden, antwoorden, peildatum)
    if toestemming.is_gegeven:
        tot = last_day_of_deciders(leden.mensen[vraag.persoon_id], peildatum)
        _replace_older(vraag, peildatum=peildatum)
        if not move_running(grond_id=vraag.pk, tot=tot, peildatum=peildatum):
            _open(
                vraag,
                _right_of(vraag, leden.personen, grond=Grond.TOESTEMMING, tot=tot, peildatum=peildatum),
            )
        _save(vraag, Deelstand.GEGEVEN, tot=tot)
        return toestemming
    close_banden(grond_id=vraag.pk, peildatum=peildatum)
    if toestemming.nee:
        was_gegeven = vraag.stand == Deelstand.GEGEVEN
        _save(vraag, Deelstand.INGETROKKEN if was_gegeven else Deelstand.GEWEIGERD)
    else:
        is_asked_anew = _others(vraag).filter(stand=Deelstand.OPEN).exists()
        _save(vraag, Deelstand.VERVALLEN if is_asked_anew else Deelstand.OPEN)
    return toestemming


def end_vraag(vraag: Deelvraag, stand: Deelstand, *, peildatum: date) -> None:
    """Close what is open on this question, for good."""
    close_banden(grond_id=vraag.pk, peildatum=peildatum)
    _save(vraag, stand)


def open_by_besluit(vraag: Deelvraag, leden: Gezinsleden, *, peildatum: date) -> None:
    """Open the tie past who decides, until the day before the next birthday on which rights turn."""
    mens = leden.mensen.get(vraag.persoon_id)
    tot = last_day_of_deciders(mens, peildatum) if mens else None
    _replace_older(vraag, peildatum=peildatum)
    _open(vraag, _right_of(vraag, leden.personen, grond=Grond.BESLUIT, tot=tot, peildatum=peildatum))
    vraag.stand, vraag.tot = Deelstand.GEGEVEN, tot
    save_version(vraag, gelezen=vraag.versie, velden=["stand", "tot", "doorbraak", "doorbraak_reden"])


def as_leesrecht(vraag: Deelvraag, personen: dict[UUID, Persoon], *, peildatum: date) -> Leesrecht:
    """The right that a yes of everyone would open today, without a last day."""
    return _right_of(vraag, personen, grond=Grond.TOESTEMMING, tot=None, peildatum=peildatum)


def shorten_maatregelen(persoon: Persoon) -> None:
    """A measure stops at eighteen: one that would now run on is shortened, or then held on no day."""
    if persoon.geboortedatum is None:
        return
    laatste = last_day_under_age(persoon.geboortedatum)
    for maatregel in Maatregel.objects.filter(persoon=persoon, tot__gt=laatste, tot__gte=F("van")):
        maatregel.tot = max(laatste, maatregel.van - DAG)
        save_version(maatregel, gelezen=maatregel.versie, velden=["tot"])


def _redraw_stoel(stoel: Betrokkene, peildatum: date) -> int:
    try:
        rechten: Iterable[Leesrecht] = reading_rights_of(stoel, peildatum)
    except Geweigerd:
        rechten = ()
    assert stoel.gebruiker_id
    return redraw_ties(
        stoel.gezin, gebruiker_id=stoel.gebruiker_id, grond_id=stoel.pk, rechten=rechten, peildatum=peildatum
    )


def _redraw_maatregelen(gezin_id: UUID, peildatum: date) -> int:
    """Let the ties of who carries out a measure say what its days, and the age of the child, say today."""
    maatregelen = Maatregel.objects.filter(gezin_id=gezin_id).select_related("persoon", "stoel", "gezin")
    leden = people_of(gezin_id)
    return sum(
        replace_ties(
            een.gezin,
            gebruiker_id=een.stoel.gebruiker_id,
            grond_id=een.pk,
            rechten=rights_of(een, leden, peildatum),
            peildatum=peildatum,
        )
        for een in maatregelen
    )


def _redraw_toestemmingen(gezin_id: UUID, peildatum: date) -> int:
    """Also a question that waited: whoever did not answer may decide no more, for instance because they died."""
    vragen = Deelvraag.objects.filter(gezin_id=gezin_id, betrokkene__gebruiker__isnull=False, doorbraak="")
    vragen = vragen.filter(stand__in=(Deelstand.GEGEVEN, Deelstand.OPEN)).order_by("created_at", "pk")
    changed, leden = 0, people_of(gezin_id)
    for vraag in with_antwoorden(vragen).select_related("betrokkene", "persoon", "gezin"):
        before = (vraag.stand, vraag.tot)
        if vraag.stand == Deelstand.GEGEVEN or _is_given(vraag, leden, peildatum):
            settle(vraag, leden, peildatum=peildatum)
        changed += before != (vraag.stand, vraag.tot)
    return changed


def _is_given(vraag: Deelvraag, leden: Gezinsleden, peildatum: date) -> bool:
    return weigh_vraag(vraag, leden, answers_of(vraag), peildatum).is_gegeven


def _replace_older(vraag: Deelvraag, *, peildatum: date) -> None:
    """One consent for one reader about one person: the newest says which parts."""
    for ouder in _others(vraag).filter(stand=Deelstand.GEGEVEN):
        end_vraag(ouder, Deelstand.VERVALLEN, peildatum=peildatum)


def _others(vraag: Deelvraag) -> QuerySet[Deelvraag]:
    zelfde = Deelvraag.objects.filter(persoon_id=vraag.persoon_id, betrokkene_id=vraag.betrokkene_id)
    return zelfde.exclude(pk=vraag.pk)


def _open(vraag: Deelvraag, recht: Leesrecht) -> None:
    assert vraag.betrokkene.gebruiker_id
    open_band(vraag.gezin, gebruiker_id=vraag.betrokkene.gebruiker_id, recht=recht, grond_id=vraag.pk)


def _right_of(
    vraag: Deelvraag, personen: dict[UUID, Persoon], *, grond: Grond, tot: date | None, peildatum: date
) -> Leesrecht:
    lezer = personen.get(vraag.betrokkene.persoon_id) if vraag.betrokkene.persoon_id else None
    is_ouder = lezer is not None and lezer.rol == Gezinsrol.OUDER
    return Leesrecht(
        hoedanigheid=Hoedanigheid.OUDER if is_ouder else Hoedanigheid.NETWERK,
        grond=grond,
        persoon_id=vraag.persoon_id,
        onderdelen=frozenset(vraag.onderdelen),
        doel=vraag.doel,
        van=peildatum,
        tot=tot,
    )


def _save(vraag: Deelvraag, stand: Deelstand, *, tot: date | None = None) -> None:
    if (vraag.stand, vraag.tot) != (stand, tot):
        vraag.stand, vraag.tot = stand, tot
        save_version(vraag, gelezen=vraag.versie, velden=["stand", "tot"])
