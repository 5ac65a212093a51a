"""The brief van aanbod: who must sign it, kept as it was when help was decided, and who has signed so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.models import Persoon
from rondetafel.regels import ondertekening
from rondetafel.regels.beslissers import Als
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.ondertekening import (
    Ondertekening,
    Tekenaar,
    Tekenperiode,
    Tekenvraag,
    assess_handtekeningen,
    plan_ondertekening,
    signed_on,
)
from rondetafel.regels.oordeel import Oordeel, as_bron_record, from_bron_record
from rondetafel.regels.papieren import Papierlijst, papers_of_end, papers_of_grant, papers_of_verlenging
from rondetafel.regels.product import Papier
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht
from rondetafel.zorg.feiten import earlier_help
from rondetafel.zorg.models import AkkoordZorg, Brief, Handtekening

INSTELLING = "de gecertificeerde instelling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenregel:
    """One line of the page: who signs, why, and since when they have."""

    tekenaar: Tekenaar
    naam: str
    getekend_op: date | None

    @property
    def keuze(self) -> str:
        """The value of this person in a form; the instelling has no key."""
        return str(self.tekenaar.persoon or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefstand:
    """A brief as it stands today: who must sign now, what is missing, and when it was complete."""

    brief: Brief
    regels: tuple[Tekenregel, ...]
    oordeel: Oordeel
    rond_op: date | None
    straks: tuple[tuple[date, str], ...]


def papers_of(akkoord: AkkoordZorg) -> Papierlijst:
    """Which papers belong to the start of this akkoord, seen what this child had before; one query."""
    eerder = tuple(een for een in earlier_help(akkoord.jeugdige_id) if een.van < akkoord.startdatum)
    catalogus = catalogue_on(akkoord.startdatum)
    return papers_of_grant(catalogus.product(akkoord.product_code), eerder, catalogus.keuzes)


def all_papers_of(akkoord: AkkoordZorg) -> tuple[Papierlijst, ...]:
    """What is due at the start, at an extension and at the end; nothing for what the catalogue forgot."""
    catalogus = catalogue_on(akkoord.startdatum)
    product = catalogus.producten.get(akkoord.product_code)
    if product is None:
        return ()
    verlenging = (papers_of_verlenging(product, catalogus.keuzes),) if product.rto_nodig.waarde else ()
    return (papers_of(akkoord), *verlenging, papers_of_end(product))


def needs_brief(akkoord: AkkoordZorg) -> bool:
    return Papier.BRIEF_VAN_AANBOD in papers_of(akkoord).papieren


def signers_of(akkoord: AkkoordZorg, *, vanaf: date) -> list[dict[str, Any]]:
    """Who must sign about this child from a day on, as it is kept with the brief; one query."""
    mens = people_of(akkoord.gezin_id).mensen.get(akkoord.jeugdige_id)
    if mens is None:
        return []
    catalogus = catalogue_on(akkoord.startdatum)
    regime = catalogus.product(akkoord.product_code).regime
    vraag = Tekenvraag(
        mens=mens,
        regime=regime.waarde if regime else None,
        lezing=catalogus.keuze("ondertekening").lezing,
    )
    return [_as_json(periode) for periode in plan_ondertekening(vraag, vanaf)]


def briefs_of(akkoord_id: UUID, wie: Wie, peildatum: date) -> QuerySet[Brief]:
    """The letters of one akkoord, the newest first."""
    brieven = Brief.objects.visible_to(wie, peildatum).filter(akkoord_id=akkoord_id)
    return brieven.annotate(verzender=F("verstuurd_door__naam")).order_by("-besloten_op", "-created_at")


def waits_for_brief(akkoord: AkkoordZorg, wie: Wie, peildatum: date) -> bool:
    """Is a letter of this akkoord still to go out? One query, for who sends them only."""
    return may_send(akkoord, wie, peildatum) and (
        briefs_of(akkoord.pk, wie, peildatum).filter(verstuurd_op__isnull=True).exists()
    )


def may_send(akkoord: AkkoordZorg, wie: Wie, peildatum: date) -> bool:
    return mag(wie, Recht.BRIEF_VASTLEGGEN, gemeente_id=akkoord.gemeente_id, peildatum=peildatum).ja


def as_ondertekening(brief: Brief) -> Ondertekening:
    """A letter as the rules read it, with the names of its family; two queries."""
    namen: dict[UUID | None, str] = {
        een.pk: str(een) for een in Persoon.objects.filter(gezin_id=brief.gezin_id)
    }
    gezet = Handtekening.objects.filter(brief=brief).order_by("getekend_op", "created_at")
    handtekeningen = list(gezet.values_list("persoon_id", "getekend_op", "namens"))
    instelling = next((namens for persoon, _, namens in handtekeningen if persoon is None), "")
    namen[None] = f"{INSTELLING} ({instelling})" if instelling else INSTELLING
    return Ondertekening(
        perioden=tuple(_from_json(periode) for periode in brief.tekenaars),
        handtekeningen=tuple(
            ondertekening.Handtekening(persoon=persoon, getekend_op=op) for persoon, op, _ in handtekeningen
        ),
        namen=namen,
    )


def stand_of_brief(brief: Brief, peildatum: date) -> Briefstand:
    """Who must sign this letter today, and who did; two queries."""
    gelezen = as_ondertekening(brief)
    rond_op = signed_on(gelezen)
    dag = rond_op or max(peildatum, brief.besloten_op)
    return Briefstand(
        brief=brief,
        regels=tuple(
            Tekenregel(
                tekenaar=een,
                naam=gelezen.name(een.persoon),
                getekend_op=_day_of(een, gelezen),
            )
            for een in gelezen.tekenaars_on(dag)
        ),
        oordeel=assess_handtekeningen(gelezen, dag),
        rond_op=rond_op,
        straks=() if rond_op else tuple(_later(gelezen, dag)),
    )


def _later(gelezen: Ondertekening, dag: date) -> Iterable[tuple[date, str]]:
    """From which days on somebody else must sign, as far as that is known now."""
    nu = _names(gelezen.tekenaars_on(dag), gelezen)
    for periode in gelezen.perioden:
        wie = _names(periode.tekenaars, gelezen)
        if periode.van > dag and wie != nu:
            nu = wie
            yield periode.van, wie


def _names(tekenaars: Iterable[Tekenaar], gelezen: Ondertekening) -> str:
    return ", ".join(gelezen.name(een.persoon) for een in tekenaars)


def _day_of(tekenaar: Tekenaar, gelezen: Ondertekening) -> date | None:
    dagen = (
        een.getekend_op
        for een in gelezen.handtekeningen
        if een.persoon == tekenaar.persoon and een.getekend_op >= tekenaar.sinds
    )
    return next(dagen, None)


def _as_json(periode: Tekenperiode) -> dict[str, Any]:
    return {
        "van": periode.van.isoformat(),
        "tekenaars": [
            {
                "persoon": str(een.persoon) if een.persoon else None,
                "als": een.als.name,
                "sinds": een.sinds.isoformat(),
                "waarom": een.waarom,
                "bron": as_bron_record(een.bron),
            }
            for een in periode.tekenaars
        ],
    }


def _from_json(rij: dict[str, Any]) -> Tekenperiode:
    return Tekenperiode(
        van=date.fromisoformat(rij["van"]),
        tekenaars=tuple(
            Tekenaar(
                persoon=UUID(een["persoon"]) if een["persoon"] else None,
                als=Als[een["als"]],
                sinds=date.fromisoformat(een["sinds"]),
                waarom=een["waarom"],
                bron=from_bron_record(een["bron"]),
            )
            for een in rij["tekenaars"]
        ),
    )
