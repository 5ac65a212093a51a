"""Everyone in a family on one day: how old, where they live, who has gezag, and which gemeente is responsible."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import JSONObject

from rondetafel.gezinnen.models import (
    Adres,
    Burgerservicenummer,
    Gezag,
    Gezagsbewijs,
    GezagSoort,
    Gezinsrol,
    Maatregel,
    Persoon,
    Relatie,
    Relatiesoort,
    Relatievorm,
)
from rondetafel.gezinnen.samenvoegen import merged_within
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.gezag import Gezagsvoorstel, Ouderschap, suggest_gezag
from rondetafel.regels.maatregel import VOOGDIJSOORTEN
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.personen import Persoonsfeiten, assess_persoon, word_age
from rondetafel.regels.woonplaats import (
    Adreskind,
    Gezagsdrager,
    Verblijfsoort,
    Woonadres,
    Woonfeiten,
    Woonplaats,
    decide_woonplaats,
)
from rondetafel.toegang.mag import Wie

VOOGDIJ = frozenset(een.value for een in VOOGDIJSOORTEN)
RANG = {Gezinsrol.KIND: 0, Gezinsrol.OUDER: 1, Gezinsrol.ANDERS: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsblad:
    """One row of gezag. `moet_nagekeken`: nobody saw it in a register, or it is not said whether it is shared."""

    gezag: Gezag
    is_voorbij: bool
    moet_nagekeken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsblad:
    """One member of the family as the page tells it. `adressen` are all, `hier` those of the day."""

    persoon: Persoon
    leeftijd: str
    hier: tuple[Adres, ...]
    eerder: tuple[Adres, ...]
    gezag: tuple[Gezagsblad, ...]
    ouders: tuple[Relatie, ...]
    maatregelen: tuple[Maatregel, ...]
    voorstellen: tuple[Gezagsvoorstel, ...]
    woonplaats: Woonplaats | None
    oordeel: Oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinsfeiten:
    """All rows of one family that the page and the rules need, read once."""

    personen: Mapping[UUID, Persoon]
    adressen: Mapping[UUID, tuple[Adres, ...]]
    gezag: tuple[Gezag, ...]
    relaties: tuple[Relatie, ...]
    maatregelen: tuple[Maatregel, ...]


def read_gezin(gezin_id: UUID, wie: Wie, peildatum: date) -> Gezinsfeiten:
    """Read everything of one family that `wie` may read; five queries."""
    has_bsn = Exists(Burgerservicenummer.objects.filter(persoon=OuterRef("pk")))
    personen = Persoon.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    personen = personen.annotate(has_bsn=has_bsn, samengevoegd=merged_within(wie, peildatum))
    adressen: dict[UUID, list[Adres]] = defaultdict(list)
    for adres in Adres.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).order_by("-van", "soort"):
        adressen[adres.persoon_id].append(adres)
    gezag = Gezag.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    relaties = Relatie.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).exclude(einde="fout")
    maatregelen = Maatregel.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    op_volgorde = sorted(personen.order_by("created_at", "pk"), key=_rank)
    return Gezinsfeiten(
        personen={een.pk: een for een in op_volgorde},
        adressen={pk: tuple(rijen) for pk, rijen in adressen.items()},
        gezag=tuple(gezag.select_related("volwassene", "kind").order_by("van", "created_at")),
        relaties=tuple(relaties.select_related("persoon", "met", "met_stoel").order_by("created_at", "pk")),
        maatregelen=tuple(maatregelen.select_related("persoon", "instelling").order_by("van")),
    )


def gezag_within(wie: Wie, peildatum: date) -> ArraySubquery:
    """Who holds gezag over whom on this day, by first names, asked in the query of the families."""
    rijen = (
        Gezag.objects.visible_to(wie, peildatum).held().filter(running_on(peildatum), gezin=OuterRef("pk"))
    )
    namen = JSONObject(kind_id="kind_id", kind=F("kind__voornaam"), volwassene=F("volwassene__voornaam"))
    return ArraySubquery(rijen.order_by("kind__created_at", "kind", "van", "pk").values(rij=namen))


def sheets_of(feiten: Gezinsfeiten, op: date, peildatum: date) -> list[Persoonsblad]:
    """Tell of everyone how it was on the day `op`; no queries."""
    return [_sheet(feiten, een, op, peildatum) for een in feiten.personen.values()]


def woonplaats_of(feiten: Gezinsfeiten, kind: Persoon, op: date) -> Woonplaats:
    """Which gemeente is responsible for a child on the day `op`; no queries."""
    moeder = next((een.met_id for een in parents_of(feiten, kind.pk) if _is_birth_mother(een)), None)
    dragers = [een for een in feiten.gezag if een.kind_id == kind.pk and een.soort != GezagSoort.GEEN]
    return decide_woonplaats(
        Woonfeiten(
            adressen=_places(feiten, kind.pk),
            geboortedatum=kind.geboortedatum,
            moeder=None if moeder is None else _places(feiten, moeder),
            gezagsdragers=tuple(
                Gezagsdrager(
                    naam=een.volwassene.voornaam,
                    van=een.van,
                    tot=een.tot,
                    adressen=_places(feiten, een.volwassene_id),
                )
                for een in dragers
            ),
            voogdij=tuple(
                (een.van, een.tot)
                for een in feiten.maatregelen
                if een.persoon_id == kind.pk and een.soort in VOOGDIJ
            ),
        ),
        op,
    )


def parents_of(feiten: Gezinsfeiten, kind_id: UUID) -> list[Relatie]:
    """Who are written down as the parents of a child, of any kind."""
    return [een for een in feiten.relaties if een.soort == Relatiesoort.OUDER and een.persoon_id == kind_id]


def suggestions_for(feiten: Gezinsfeiten, kind: Persoon) -> list[Gezagsvoorstel]:
    """What the law says by itself of each parent by birth who has no gezag written down here."""
    met_gezag = {een.volwassene_id for een in feiten.gezag if een.kind_id == kind.pk}
    ouders = [een for een in parents_of(feiten, kind.pk) if een.vorm == Relatievorm.GEBOORTE]
    return [
        suggest_gezag(
            Ouderschap(
                naam=een.met.voornaam,
                is_moeder=_is_birth_mother(een),
                erkend_op=een.erkend_op,
                was_getrouwd=_married_at_birth(feiten, kind, [ouder.met_id for ouder in ouders]),
            )
        )
        for een in ouders
        if een.met and een.met_id not in met_gezag
    ]


def _sheet(feiten: Gezinsfeiten, persoon: Persoon, op: date, peildatum: date) -> Persoonsblad:
    adressen = feiten.adressen.get(persoon.pk, ())
    # Of a day that is past only what had begun by then; of today also what is to come.
    begonnen = op if op < peildatum else date.max
    is_kind = persoon.rol == Gezinsrol.KIND
    return Persoonsblad(
        persoon=persoon,
        leeftijd=word_age(persoon.geboren, op, persoon.overleden_op),
        hier=tuple(een for een in adressen if een.van <= op and (een.tot is None or een.tot >= op)),
        eerder=tuple(een for een in adressen if een.tot and een.van <= een.tot < op),
        gezag=tuple(
            _gezag_sheet(een, op) for een in feiten.gezag if een.kind_id == persoon.pk and een.van <= begonnen
        ),
        ouders=tuple(een for een in parents_of(feiten, persoon.pk) if _has_begun(een, begonnen)),
        maatregelen=tuple(
            een
            for een in feiten.maatregelen
            if een.persoon_id == persoon.pk and een.van <= begonnen and not een.is_over_on(op)
        ),
        voorstellen=tuple(suggestions_for(feiten, persoon)) if is_kind else (),
        woonplaats=woonplaats_of(feiten, persoon, op) if is_kind and not persoon.verwacht_op else None,
        oordeel=assess_persoon(facts_of_person(persoon, has_bsn=persoon.has_bsn), peildatum),  # type: ignore[attr-defined]
    )


def partners_on(feiten: Gezinsfeiten, op: date) -> list[Relatie]:
    """Who were together on the day `op`, or had been; no queries."""
    return [een for een in feiten.relaties if een.soort == Relatiesoort.PARTNER and _has_begun(een, op)]


def _has_begun(relatie: Relatie, op: date) -> bool:
    return relatie.van is None or relatie.van <= op


def facts_of_person(persoon: Persoon, *, has_bsn: bool) -> Persoonsfeiten:
    return Persoonsfeiten(
        naam=persoon.voornaam,
        geboren=persoon.geboren,
        overleden_op=persoon.overleden_op,
        is_kind=persoon.rol == Gezinsrol.KIND,
        has_bsn=has_bsn,
        has_reden_zonder_bsn=bool(persoon.geen_bsn),
    )


def _gezag_sheet(gezag: Gezag, op: date) -> Gezagsblad:
    is_gezien = gezag.gecontroleerd_op is not None and gezag.bewijs != Gezagsbewijs.VERTELD
    return Gezagsblad(
        gezag=gezag,
        is_voorbij=gezag.tot is not None and gezag.tot < op,
        moet_nagekeken=not is_gezien or gezag.soort == GezagSoort.OUDERLIJK,
    )


def _places(feiten: Gezinsfeiten, persoon_id: UUID) -> tuple[Woonadres, ...]:
    return tuple(
        Woonadres(
            soort=Adreskind(een.soort),
            gemeente=een.woongemeente,
            van=een.van,
            tot=een.tot,
            verblijf=Verblijfsoort(een.verblijfsoort) if een.verblijfsoort else None,
        )
        for een in feiten.adressen.get(persoon_id, ())
        if een.tot is None or een.tot >= een.van
    )


def _is_birth_mother(relatie: Relatie) -> bool:
    return relatie.vorm == Relatievorm.GEBOORTE and relatie.met is not None and relatie.met.geslacht == "V"


def _married_at_birth(feiten: Gezinsfeiten, kind: Persoon, ouders: Iterable[UUID | None]) -> bool:
    """Were two of these parents married, or in a geregistreerd partnerschap, on the day of birth?"""
    samen, geboren = set(ouders), kind.geboortedatum
    return geboren is not None and any(
        een.soort == Relatiesoort.PARTNER
        and een.vorm in (Relatievorm.GEHUWD, Relatievorm.PARTNERSCHAP)
        and {een.persoon_id, een.met_id} <= samen
        and een.van is not None
        and een.van <= geboren
        and (een.tot is None or een.tot >= geboren)
        for een in feiten.relaties
    )


def _rank(persoon: Persoon) -> tuple[int, date]:
    """Children first, the eldest before the others."""
    return RANG[Gezinsrol(persoon.rol)], persoon.geboren.vroegst or persoon.verwacht_op or date.max
