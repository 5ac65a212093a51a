"""The brief van aanbod: who must sign it by the facts of the day, and who has signed so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet

from rondetafel.gezinnen.beslissers import mens_of, people_of
from rondetafel.regels import ondertekening
from rondetafel.regels.beslissers import Als, Gezagsfeit, Mens, Onbekwaamheid
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.maatregel import last_day_under_age
from rondetafel.regels.ondertekening import (
    Ondertekening,
    Tekenaar,
    Tekenperiode,
    Tekenvraag,
    Verandering,
    assess_handtekeningen,
    changes_since,
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
    """A brief as it stands today: who must sign now, what is missing, and when it was complete.

    `anders` is what changed since it was made, with the name of who it is about. `vertegenwoordigers` are the names of
    who decide for the child by law; from sixteen on they need not sign.
    """

    brief: Brief
    regels: tuple[Tekenregel, ...]
    oordeel: Oordeel
    rond_op: date | None
    straks: tuple[tuple[date, str], ...]
    anders: tuple[tuple[str, Verandering], ...]
    vertegenwoordigers: tuple[str, ...]


def papers_of(akkoord: AkkoordZorg) -> Papierlijst:
    """Which papers belong to the start of this akkoord, seen what this child had before; one query."""
    eerder = tuple(een for een in earlier_help(akkoord.jeugdige_id) if een.van < akkoord.startdatum)
    catalogus = catalogue_on(akkoord.startdatum)
    return papers_of_grant(
        catalogus.product(akkoord.product_code), akkoord.startdatum, eerder, catalogus.keuzes
    )


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
    vraag = _ask(akkoord, people_of(akkoord.gezin_id).mensen.get(akkoord.jeugdige_id))
    return as_kept(plan_ondertekening(vraag, vanaf)) if vraag else []


def as_kept(perioden: Iterable[Tekenperiode]) -> list[dict[str, Any]]:
    """The periods as they are kept with a letter."""
    return [_as_json(periode) for periode in perioden]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenkring:
    """The facts of today about who may sign the letters of one akkoord; gathered once for all of them.

    Without `vraag` nobody is known who may: the day of birth is missing.
    """

    vraag: Tekenvraag | None
    namen: dict[UUID | None, str]

    def vertegenwoordigers_on(self, dag: date) -> tuple[str, ...]:
        """Who has gezag or voogdij over the child on a day, whether or not they sign; nobody from eighteen on."""
        mens = self.vraag.mens if self.vraag else None
        if mens is None or mens.geboortedatum is None or dag > last_day_under_age(mens.geboortedatum):
            return ()
        houders = (een.houder for een in mens.gezag if een.holds_on(dag))
        return tuple(dict.fromkeys(self.namen[een] if een else INSTELLING for een in houders))


def circle_of(akkoord: AkkoordZorg) -> Tekenkring:
    """Gather who may sign by the facts of today, for who writes down signatures; two queries."""
    leden = people_of(akkoord.gezin_id)
    mens = leden.mensen.get(akkoord.jeugdige_id)
    if mens is not None:
        mens = _complete(mens, akkoord.pk)
    namen: dict[UUID | None, str] = {pk: str(persoon) for pk, persoon in leden.personen.items()}
    return Tekenkring(vraag=_ask(akkoord, mens), namen=namen)


def open_brieven() -> QuerySet[Brief]:
    """Letters that are not complete yet and that somebody signed, with the days and keys of it alone."""
    getekend = Exists(Handtekening.objects.filter(brief=OuterRef("pk")))
    velden = ("versie", "gezin_id", "gemeente_id", "jeugdige_id", "besloten_op", "rond_op", "tekenaars")
    return (
        Brief.objects.filter(getekend, rond_op__isnull=True)
        .select_related("akkoord")
        .only(*velden, "akkoord__startdatum", "akkoord__product_code")
    )


def reread(brief: Brief) -> Ondertekening:
    """A letter by the facts of today, for who reads days and keys alone: without a name; two queries."""
    vraag = _ask(brief.akkoord, mens_of(brief.jeugdige_id))
    gezet = Handtekening.objects.filter(brief=brief).order_by("getekend_op", "created_at")
    return Ondertekening(
        perioden=plan_ondertekening(vraag, brief.besloten_op) if vraag else (),
        handtekeningen=tuple(
            ondertekening.Handtekening(persoon=persoon, getekend_op=op)
            for persoon, op in gezet.values_list("persoon_id", "getekend_op")
        ),
    )


def _ask(akkoord: AkkoordZorg, mens: Mens | None) -> Tekenvraag | None:
    if mens is None:
        return None
    catalogus = catalogue_on(akkoord.startdatum)
    regime = catalogus.product(akkoord.product_code).regime
    lezing = catalogus.keuze("ondertekening").lezing
    return Tekenvraag(mens=mens, regime=regime.waarde, lezing=lezing)


def _complete(mens: Mens, akkoord_id: UUID) -> Mens:
    """Add what the backoffice may not read itself: the days of voogdij, and of who cannot weigh this."""
    with connection.cursor() as cursor:
        cursor.execute("select soort, van, tot, vertegenwoordiger from tekenfeiten(%s)", [akkoord_id])
        feiten = cursor.fetchall()
    voogdij = (
        Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=van, tot=tot)
        for soort, van, tot, _ in feiten
        if soort == "voogdij"
    )
    onbekwaam = (
        Onbekwaamheid(van=van, tot=tot, vertegenwoordiger=door)
        for soort, van, tot, door in feiten
        if soort == "onbekwaam"
    )
    gezag = (een for een in mens.gezag if een.houder is not None)
    return replace(mens, gezag=(*gezag, *voogdij), onbekwaam=tuple(onbekwaam))


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


def as_ondertekening(brief: Brief, kring: Tekenkring) -> Ondertekening:
    """A letter as the rules read it: by the facts of today until it is complete, and then as it was; one query."""
    gezet = Handtekening.objects.filter(brief=brief).order_by("getekend_op", "created_at")
    handtekeningen = list(gezet.values_list("persoon_id", "getekend_op", "namens"))
    instelling = next((namens for persoon, _, namens in handtekeningen if persoon is None), "")
    wie = f"{INSTELLING} ({instelling})" if instelling else INSTELLING
    perioden = _kept(brief)
    if brief.rond_op is None:
        perioden = plan_ondertekening(kring.vraag, brief.besloten_op) if kring.vraag else ()
    return Ondertekening(
        perioden=perioden,
        handtekeningen=tuple(
            ondertekening.Handtekening(persoon=persoon, getekend_op=op) for persoon, op, _ in handtekeningen
        ),
        namen={**kring.namen, None: wie},
    )


def stand_of_brief(brief: Brief, kring: Tekenkring, peildatum: date) -> Briefstand:
    """Who must sign this letter today, who did, and what changed since it was made; one query."""
    gelezen = as_ondertekening(brief, kring)
    rond_op = brief.rond_op or signed_on(gelezen, peildatum)
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
        anders=() if rond_op else tuple(_changes(brief, kring, gelezen, dag)),
        vertegenwoordigers=kring.vertegenwoordigers_on(dag),
    )


def _changes(
    brief: Brief, kring: Tekenkring, gelezen: Ondertekening, dag: date
) -> Iterator[tuple[str, Verandering]]:
    """What is different from the day of the decision, with the names."""
    if kring.vraag is None:
        return
    toen = Ondertekening(perioden=_kept(brief)).tekenaars_on(brief.besloten_op)
    for een in changes_since(toen, kring.vraag, dag):
        yield gelezen.name(een.persoon), een


def _kept(brief: Brief) -> tuple[Tekenperiode, ...]:
    return tuple(_from_json(periode) for periode in brief.tekenaars)


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
