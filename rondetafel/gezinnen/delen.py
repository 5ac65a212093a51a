"""Who reads what of whom, on any day; what is asked; and what changes when? For the page about sharing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.gezinnen.beslissers import (
    Gezinsleden,
    Stem,
    answers_of,
    as_stem,
    people_of,
    wards_of,
    weigh_vraag,
    with_antwoorden,
)
from rondetafel.gezinnen.maatregelen import Maatregelblad, measures_of
from rondetafel.gezinnen.models import (
    DEELBAAR,
    Betrokkene,
    Deelantwoord,
    Deelstand,
    Deelvraag,
    Gezin,
    Gezinsrol,
    Persoon,
)
from rondetafel.gezinnen.queries import DOOR_WERK, own_person, people_at, ties_of
from rondetafel.gezinnen.samen import OP_EEN_JA, Samenstand, read_samen
from rondetafel.gezinnen.verjaardagen import Verjaardag, near_birthdays
from rondetafel.regels.beslissers import KEERPUNTEN, Beslisser, turning_birthdays
from rondetafel.regels.datum import DAG
from rondetafel.regels.leeftijd import age_on
from rondetafel.regels.toestemming import Toestemming
from rondetafel.toegang.logboek import VANZELF
from rondetafel.toegang.mag import Tie, Wie, mag, sees_as_much
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel, Recht, Soort
from rondetafel.toegang.rollen import Rol, word_for

DELEN_WOORDEN = {
    Onderdeel.GEZIN: gettext_lazy("wie er aan tafel zit"),
    Onderdeel.PLAN: gettext_lazy("het plan: doelen, acties en overleg"),
    Onderdeel.ZORG: gettext_lazy("welke hulp er is"),
}
# The same parts in one word, above a column.
DELEN_KORT = {
    Onderdeel.GEZIN: gettext_lazy("Tafel"),
    Onderdeel.PLAN: gettext_lazy("Plan"),
    Onderdeel.ZORG: gettext_lazy("Hulp"),
}
VERANDERINGEN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """One reader of one person: which parts (in the order of DEELBAAR), why and for what, and until when.

    `mag_voorbeeld`: the page of this reader may be shown to who looks, for it holds nothing they cannot read.
    """

    naam: str
    als: str
    delen: tuple[tuple[str, bool], ...]
    waarom: str
    tot: date | None
    stoel_id: UUID | None
    vraag_id: UUID | None
    mag_voorbeeld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """Everything about reading about one person."""

    persoon: Persoon
    leeftijd: int | None
    beslissers: list[str]
    lezers: list[Lezer]
    maatregelen: list[Maatregelblad]
    mag_beslissen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagstand:
    """One question as people read it: who would see what, and whose answer is still asked."""

    vraag: Deelvraag
    ziet: list[str]
    ziet_niet: list[str]
    ja: list[str]
    nee: list[str]
    stand: str
    wacht_op_mij: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoorder:
    """Who may be asked: an account, and about whom it decides as a jeugdbeschermer. None is no jeugdbeschermer."""

    lezer_id: UUID
    voogd_over: frozenset[UUID] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """What changes on one day, in plain words."""

    dag: date
    wat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """Everything on the page about sharing."""

    bladen: list[Blad]
    samen: list[Samenstand]
    vragen: list[Vraagstand]
    veranderingen: list[Verandering]
    verjaardagen: list[Verjaardag]


def overview_of(gezin: Gezin, wie: Wie, *, dag: date, peildatum: date) -> Overzicht:
    """Who reads what on `dag`, what is asked today, and what changes after today; four queries."""
    leden, banden = people_of(gezin.pk), ties_of(gezin.pk, peildatum)
    betrokkenen = people_at(gezin.pk, wie, peildatum)
    zelf = own_person(betrokkenen, wie)
    stem = as_stem(zelf, wie, peildatum)
    bladen = sheets_of(gezin, wie, leden=leden, betrokkenen=betrokkenen, banden=banden, peildatum=dag)
    vragen = [een for een in questions_of(gezin.pk, wie, peildatum) if een.waits_on(peildatum)]
    namen = {een.gebruiker_id: een.naam for een in betrokkenen if een.gebruiker_id}
    op_een_ja = {een.gebruiker_id for een in banden if een.grond in OP_EEN_JA and een.as_tie().holds_on(dag)}
    return Overzicht(
        bladen=bladen,
        samen=[
            read_samen(leden, stoel, banden, [blad.persoon for blad in bladen], dag)
            for stoel in betrokkenen
            if stoel.gebruiker_id in op_een_ja
        ],
        vragen=[read_vraag(een, leden, stem, peildatum) for een in vragen],
        veranderingen=changes_after(bladen, banden, namen, peildatum),
        verjaardagen=near_birthdays(leden.personen.values(), wie, zelf, peildatum),
    )


def sheets_of(
    gezin: Gezin,
    wie: Wie,
    *,
    leden: Gezinsleden,
    betrokkenen: list[Betrokkene],
    banden: list[Any],
    peildatum: date,
) -> list[Blad]:
    """A sheet for each person whom `wie` may know this of, children first; no queries."""
    stoelen = {een.gebruiker_id: een for een in betrokkenen if een.gebruiker_id}
    stem = as_stem(own_person(betrokkenen, wie), wie, peildatum)
    lezers = _readers(gezin, wie, banden, stoelen, peildatum)
    return [
        Blad(
            persoon=persoon,
            leeftijd=_age(persoon, peildatum),
            beslissers=[tell_beslisser(een, leden) for een in leden.deciders_about(persoon.pk, peildatum)],
            lezers=[lezer for tie, lezer in lezers if tie.covers(persoon.pk)],
            maatregelen=measures_of(leden, persoon.pk, peildatum),
            mag_beslissen=leden.voice(stem, over=persoon.pk, peildatum=peildatum) is not None,
        )
        for persoon in sorted(leden.personen.values(), key=lambda een: een.rol != Gezinsrol.KIND)
        if _knows_of(wie, gezin, persoon, peildatum)
    ]


def questions_of(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Deelvraag]:
    """The questions of this family with their answers, the newest first; one query."""
    vragen = Deelvraag.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    return list(with_antwoorden(vragen).select_related("persoon", "betrokkene").order_by("-created_at"))


def answerer_of(wie: Wie, peildatum: date) -> Antwoorder:
    """Whose answer may be asked of this account?"""
    is_jeugdbeschermer = wie.rol is Rol.JEUGDBESCHERMER
    return Antwoorder(lezer_id=wie.id, voogd_over=wards_of(wie, peildatum) if is_jeugdbeschermer else None)


def waiting_of(
    vragen: QuerySet[Deelvraag], antwoorder: Antwoorder, *, peildatum: date
) -> QuerySet[Deelvraag]:
    """Those of `vragen` that wait for the answer of this reader."""
    voorbij = Q(stand=Deelstand.GEGEVEN, tot__lt=peildatum)
    van_mij = Q(beslisser__betrokkene__gebruiker=antwoorder.lezer_id)
    if antwoorder.voogd_over is not None:
        vragen = vragen.filter(persoon_id__one_of=antwoorder.voogd_over)
        van_mij = Q(beslisser__isnull=True)
    beantwoord = Deelantwoord.objects.filter(
        van_mij, Q(vraag__tot__isnull=True) | Q(gegeven_op__gt=OuterRef("tot")), vraag=OuterRef("pk")
    )
    return vragen.filter(Q(stand=Deelstand.OPEN) | voorbij).exclude(Exists(beantwoord))


def read_vraag(vraag: Deelvraag, leden: Gezinsleden, stem: Stem, peildatum: date) -> Vraagstand:
    """One question in words; only after `questions_of`."""
    toestemming = weigh_vraag(vraag, leden, answers_of(vraag), peildatum)
    return Vraagstand(
        vraag=vraag,
        ziet=[str(DELEN_WOORDEN[deel]) for deel in DEELBAAR if deel in vraag.onderdelen],
        ziet_niet=[
            *(str(DELEN_WOORDEN[deel]) for deel in DEELBAAR if deel not in vraag.onderdelen),
            _("adressen en BSN"),
            _("wie er keek"),
        ],
        ja=[leden.name(een) for een in toestemming.ja],
        nee=[leden.name(een) for een in toestemming.nee],
        stand=_tell_stand(vraag, toestemming, leden, peildatum),
        wacht_op_mij=any(stem.is_of(een, over=vraag.persoon_id) for een in toestemming.wacht),
    )


def changes_after(
    bladen: Iterable[Blad], banden: Iterable[Any], namen: dict[UUID, str], peildatum: date
) -> list[Verandering]:
    """The first days after `peildatum` on which somebody starts or stops reading or deciding."""
    bladen, banden = list(bladen), list(banden)
    getoond = {blad.persoon.pk: blad.persoon.voornaam for blad in bladen}
    verjaardagen = [
        Verandering(dag=dag, wat=_tell_birthday(blad.persoon.voornaam, leeftijd))
        for blad in bladen
        if blad.persoon.rol == Gezinsrol.KIND and blad.persoon.geboortedatum
        for leeftijd, dag in turning_birthdays(blad.persoon.geboortedatum)
    ]
    van_banden = [
        Verandering(dag=dag, wat=tekst % {"lezer": naam, "kind": getoond[band.persoon_id]})
        for band in banden
        for dag, tekst in _turns_of(band, banden)
        if band.persoon_id in getoond and (naam := namen.get(band.gebruiker_id) or band.werknaam)
    ]
    vervangingen = [
        Verandering(dag=dag, wat=tekst % {"lezer": band.werknaam, "wat": band.doel})
        for band in banden
        if band.grond == Grond.VERVANGING and band.persoon_id is None
        for dag, tekst in (
            (band.van, _("%(lezer)s %(wat)s.")),
            (band.tot + DAG, _("%(lezer)s %(wat)s niet meer.")),
        )
    ]
    dagen = sorted({*verjaardagen, *van_banden, *vervangingen}, key=lambda een: (een.dag, een.wat))
    return [een for een in dagen if een.dag > peildatum][:VERANDERINGEN]


def _turns_of(band: Any, banden: list[Any]) -> Iterator[tuple[date, str]]:
    """The days on which reading on this tie starts and stops, unless another tie joins it there."""
    if not any(_joins(een, band) for een in banden):
        yield band.van, _("%(lezer)s leest dan over %(kind)s.")
    if band.tot and not any(_joins(band, een) for een in banden):
        yield band.tot + DAG, _("%(lezer)s leest niet meer over %(kind)s.")


def _joins(eerste: Any, tweede: Any) -> bool:
    """Does one tie on a measure begin when another ends: prolonged, or no longer voogd and still reading?"""
    return (
        eerste.grond == tweede.grond == Grond.MAATREGEL
        and (eerste.gebruiker_id, eerste.persoon_id) == (tweede.gebruiker_id, tweede.persoon_id)
        and eerste.tot + DAG == tweede.van
    )


def _reads_until(band: Any, banden: list[Any]) -> date | None:
    """Until when does reading on this tie go on, with those that join it?"""
    volgende = next((een for een in banden if _joins(band, een)), None)
    return _reads_until(volgende, banden) if volgende else band.tot


def tell_beslisser(beslisser: Beslisser, leden: Gezinsleden) -> str:
    """A name with the capacity: "Samira (heeft gezag)"."""
    return f"{leden.name(beslisser)} ({_(beslisser.als.value)})"


def _knows_of(wie: Wie, gezin: Gezin, persoon: Persoon, peildatum: date) -> bool:
    recht = Recht.TOEGANG_LEZEN
    return mag(
        wie,
        recht,
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        sleutel=persoon.pk,
        peildatum=peildatum,
    ).ja


def _readers(
    gezin: Gezin, wie: Wie, banden: list[Any], stoelen: dict[UUID, Betrokkene], peildatum: date
) -> list[tuple[Tie, Lezer]]:
    """Each tie that holds, with its reader in words."""
    ties = [(band, tie) for band in banden if (tie := band.as_tie()).holds_on(peildatum)]
    eigen = wie.at(gezin.pk).banden
    van_account: dict[UUID, list[Tie]] = {}
    for band, tie in ties:
        van_account.setdefault(band.gebruiker_id, []).append(tie)
    toonbaar = {
        account
        for account, van_hen in van_account.items()
        if account != wie.id
        and not any(tie.hoedanigheid in DOOR_WERK for tie in van_hen)
        and sees_as_much(eigen, van_hen, DEELBAAR, peildatum)
    }
    return [
        (
            tie,
            _as_lezer(
                band,
                tie,
                stoelen.get(band.gebruiker_id),
                mag_voorbeeld=band.gebruiker_id in toonbaar,
                tot=_reads_until(band, banden),
            ),
        )
        for band, tie in ties
    ]


def _as_lezer(
    band: Any, tie: Tie, stoel: Betrokkene | None, *, mag_voorbeeld: bool, tot: date | None
) -> Lezer:
    op_vraag = band.grond in (Grond.TOESTEMMING, Grond.BESLUIT)
    return Lezer(
        naam=stoel.naam if stoel else band.werknaam or _("Zonder stoel"),
        als=stoel.relatie if stoel else word_for(tie.hoedanigheid, tie.grond),
        delen=tuple((str(DELEN_KORT[deel]), tie.opens(deel, Soort.LEZEN)) for deel in DEELBAAR),
        waarom=_tell_ground(band),
        tot=tot,
        stoel_id=stoel.pk if stoel else None,
        vraag_id=band.grond_id if op_vraag else None,
        mag_voorbeeld=mag_voorbeeld and stoel is not None,
    )


def _tell_ground(band: Any) -> str:
    """Why, and what for; a ground that says it all by itself gets no purpose beside it."""
    if band.grond == Grond.VERVANGING:
        return str(band.doel)
    grond = str(Grond(band.grond).label)
    return grond if not band.doel or band.grond in VANZELF else f"{grond}: {band.doel}"


def _age(persoon: Persoon, peildatum: date) -> int | None:
    is_kind = persoon.rol == Gezinsrol.KIND and persoon.geboortedatum is not None
    if not is_kind or persoon.geboortedatum is None or persoon.geboortedatum > peildatum:
        return None
    return age_on(persoon.geboortedatum, peildatum)


def _tell_stand(vraag: Deelvraag, toestemming: Toestemming, leden: Gezinsleden, peildatum: date) -> str:
    if vraag.doorbraak:
        return _("geopend door %(grond)s") % {"grond": vraag.get_doorbraak_display()}
    if not vraag.waits_on(peildatum):
        return str(vraag.get_stand_display())
    if toestemming.waits_for_both_parents:
        return _("wacht op beide ouders")
    namen = _(" en ").join(leden.name(een) for een in toestemming.wacht)
    return _("wacht op %(namen)s") % {"namen": namen} if namen else _("nog niet beslist")


def _tell_birthday(voornaam: str, leeftijd: int) -> str:
    teksten = dict(
        zip(
            KEERPUNTEN,
            (
                _("%(naam)s wordt 12, mag zelf meelezen en beslist mee over wie er leest."),
                _("%(naam)s wordt 16 en beslist alleen. Ouders lezen alleen nog mee als %(naam)s dat wil."),
                _("%(naam)s wordt 18 en is volwassen."),
            ),
            strict=True,
        )
    )
    return teksten[leeftijd] % {"naam": voornaam}
