"""Who sits at the table, who may read along and on which ground, and what does that open?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import Betrokkene, Gezinsrol, Groep, Persoon, Regie
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import holds_some_day, not_over_on, running_on
from rondetafel.kern.models import Logregel
from rondetafel.kern.vast import fixed
from rondetafel.regels.netwerk import Plaats, Steun
from rondetafel.toegang.banden import Leesrecht
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Band, Gebruiker, not_past
from rondetafel.toegang.rechten import RECHTEN, Onderdeel, Regel, Soort, holds
from rondetafel.toegang.rollen import BREDE_ROLLEN, DOOR_MAATREGEL, Hoedanigheid, Rol
from rondetafel.web.tafel import Stoel

# Words before a name that belong to it: "oma Ria" is not the same person as "Ria".
AANSPREEKVORMEN = frozenset(
    {
        "oma",
        "opa",
        "tante",
        "oom",
        "juf",
        "meester",
        "mevrouw",
        "meneer",
        "dokter",
        "dr.",
        "buurvrouw",
        "buurman",
    }
)
# Whoever reads through their work stops reading when the work does, not at this table.
DOOR_WERK = (Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER, Hoedanigheid.NOODLEZER, *DOOR_MAATREGEL)
RANG = {Groep.GEZIN: 0, Groep.NETWERK: 1, Groep.BEROEP: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereik:
    """What a rol or hoedanigheid may do with the family's data, and what it cannot see."""

    wie: str
    ziet: tuple[str, ...]
    doet: tuple[str, ...]
    ziet_niet: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdrachten:
    """What the family said yes to: who has the regie and who gets it, and what is over or called off, newest first."""

    nu: list[Regie]
    eerder: list[Regie]
    is_te_komen: bool


def people_at(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Betrokkene]:
    """Everyone with a chair today: children first, then family, network and professionals."""
    bereik = scope_of(wie, Onderdeel.GEZIN, peildatum)
    betrokkenen = _people_at(gezin_id, bereik, hidden_from(wie, peildatum), peildatum)
    return sorted(betrokkenen, key=lambda een: (not is_kind(een), RANG[Groep(een.groep)]))


@fixed
def _people_at(
    gezin_id: UUID, bereik: Reikwijdte, verborgen: Verborgen, peildatum: date
) -> QuerySet[Betrokkene]:
    return (
        Betrokkene.objects.within(bereik, verborgen)
        .with_email()
        .filter(running_on(peildatum), gezin_id=gezin_id)
        .select_related("persoon")
        .order_by("created_at", "pk")
    )


def as_plaatsen(betrokkenen: Iterable[Betrokkene]) -> list[Plaats]:
    """Who is there besides the family itself, as the rules about the network look at them."""
    return [
        Plaats(
            naam=een.naam,
            is_netwerk=een.groep == Groep.NETWERK,
            is_blijvend=een.is_blijvend,
            steun=tuple(Steun(soort) for soort in een.steun),
        )
        for een in betrokkenen
        if een.groep != Groep.GEZIN and not een.is_open
    ]


def as_stoelen(betrokkenen: Iterable[Betrokkene], wie: Wie) -> list[Stoel]:
    """The same people as chairs of the drawing; the reader's own chair says "ik"."""
    return [
        Stoel(
            naam=een.naam,
            kort=short_name(een),
            rolwoord=_("ik") if een.gebruiker_id == wie.id else een.relatie,
            groep=een.groep,  # type: ignore[arg-type]
            is_kind=is_kind(een),
            is_open=een.is_open,
            status=_("deze stoel is nog leeg") if een.is_open else een.organisatie,
        )
        for een in betrokkenen
    ]


def is_kind(betrokkene: Betrokkene) -> bool:
    return betrokkene.persoon is not None and betrokkene.persoon.rol == Gezinsrol.KIND


def own_person(betrokkenen: Iterable[Betrokkene], wie: Wie) -> UUID | None:
    """Which person of the family is reading this? None: nobody, as for the network and professionals."""
    return next((een.persoon_id for een in betrokkenen if een.gebruiker_id == wie.id), None)


def short_name(betrokkene: Betrokkene) -> str:
    """What fits beside a chair: a first name, a form of address with a name, or the relation."""
    if betrokkene.is_open:
        return betrokkene.relatie
    if betrokkene.persoon:
        return betrokkene.persoon.voornaam
    woorden = betrokkene.naam.split()
    return " ".join(woorden[: 2 if woorden[0].lower() in AANSPREEKVORMEN else 1])


def persons_of(gezin_id: UUID) -> list[Persoon]:
    """The members of a family, the children first."""
    return list(Persoon.objects.filter(gezin_id=gezin_id).order_by("-rol", "created_at", "pk"))


def running_regie(gezin_id: UUID, peildatum: date) -> tuple[Regie | None, Regie | None]:
    """Who has the regie on `peildatum`, and who gets it after that; one query."""
    return pick_running(regies_of(gezin_id), peildatum)


def regies_of(gezin_id: UUID) -> list[Regie]:
    """Every regie of a family by first day, also what is over or called off, with `werknaam`; one query."""
    namen = Gebruiker.objects.filter(pk=OuterRef("regisseur_id")).values("naam")
    regies = Regie.objects.filter(gezin_id=gezin_id).select_related("akkoord_van", "akkoord_stoel")
    return list(regies.annotate(werknaam=Subquery(namen)).order_by("van", "created_at", "pk"))


def pick_running(regies: Iterable[Regie], peildatum: date) -> tuple[Regie | None, Regie | None]:
    """Who has the regie on `peildatum`, and who gets it after that."""
    rijen = [een for een in regies if not een.is_afgezegd and (een.tot is None or een.tot >= peildatum)]
    huidig = next((een for een in rijen if een.van <= peildatum), None)
    return huidig, next((een for een in rijen if een.van > peildatum), None)


def as_overdrachten(regies: Iterable[Regie], peildatum: date) -> Overdrachten:
    """Apart what holds or comes, and what is over or called off; of each regie that was handed over."""
    rijen = [een for een in regies if een.akkoord_op]
    nu = [een for een in rijen if not een.is_afgezegd and (een.tot is None or een.tot >= peildatum)]
    eerder = [een for een in reversed(rijen) if een not in nu]
    return Overdrachten(nu=nu, eerder=eerder, is_te_komen=any(een.is_te_komen(peildatum) for een in nu))


def ties_of(gezin_id: UUID, peildatum: date) -> list[Any]:
    """Every tie with a family that holds on `peildatum` or later, with the name of who works; one query.

    Not one that was stopped before it began.
    """
    namen = Gebruiker.objects.filter(pk=OuterRef("gebruiker_id")).values("naam")
    return list(
        Band.objects.filter(not_past(), not_over_on(peildatum), holds_some_day(), gezin_id=gezin_id)
        .annotate(werknaam=Subquery(namen))
        .order_by("created_at", "pk")
    )


def reading_seats(gezin_id: UUID, betrokkenen: Iterable[Betrokkene], peildatum: date) -> set[UUID]:
    """The chairs of who reads along today or later, apart from who does so by work; one query."""
    banden = Band.objects.filter(not_over_on(peildatum), gezin_id=gezin_id).exclude(
        hoedanigheid__in=DOOR_WERK
    )
    lezers = set(banden.values_list("gebruiker_id", flat=True))
    return {een.pk for een in betrokkenen if een.gebruiker_id in lezers}


def name_rechten(gezin_id: UUID, rechten: Iterable[Leesrecht]) -> list[tuple[str, Leesrecht]]:
    """Each right with the first name of the person it is about; no name is the whole family."""
    personen = _first_names(gezin_id)
    return [(personen.get(recht.persoon_id, "") if recht.persoon_id else "", recht) for recht in rechten]


def _first_names(gezin_id: UUID) -> dict[UUID, str]:
    return dict(Persoon.objects.filter(gezin_id=gezin_id).values_list("pk", "voornaam"))


def reach_of(wie: Rol | Hoedanigheid) -> Bereik:
    """Told from the one table of rights, so that it is always what the app does."""
    lezen = [regel for regel in RECHTEN.values() if regel.soort is Soort.LEZEN and _is_about_family(regel)]
    schrijven = [regel for regel in RECHTEN.values() if regel.soort is Soort.SCHRIJVEN]
    return Bereik(
        wie=str(wie.label),
        ziet=tuple(regel.omschrijving for regel in lezen if holds(wie, regel)),
        doet=tuple(regel.omschrijving for regel in schrijven if holds(wie, regel)),
        ziet_niet=tuple(
            regel.omschrijving for regel in lezen if not holds(wie, regel) and not _is_within_another(regel)
        ),
    )


def reach_by_work() -> list[Bereik]:
    """Who reads by municipality, because it is their work, without a tie with this family."""
    bereik = [reach_of(rol) for rol in Rol if rol in BREDE_ROLLEN]
    return [een for een in bereik if een.ziet]


def last_change_of(rij: Any) -> Logregel | None:
    """The newest line about this row of a family that is more than a look."""
    regels = Logregel.objects.filter(gezin_id=rij.gezin_id, betreft_id=rij.pk)
    gekeken = (Gebeurtenis.BEKEKEN, Gebeurtenis.ADRES_ONTHULD)
    return regels.exclude(gebeurtenis__in=gekeken).order_by("-at", "-pk").first()


def _is_about_family(regel: Regel) -> bool:
    return Onderdeel.CIJFERS not in regel.raakt


def _is_within_another(regel: Regel) -> bool:
    """Is it a part of what another right opens as well, so that who lacks it may still read it?"""
    return Onderdeel.VASTGESTELD in regel.raakt
