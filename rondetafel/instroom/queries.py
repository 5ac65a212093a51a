"""What do the lists and pages of the instroom show? One query per list, whatever its length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rondetafel.instroom.gegevens import Ouderopgave
from rondetafel.instroom.models import Aanmelding, Stand, Triage
from rondetafel.instroom.plichten import pauzes_of
from rondetafel.kern.models import Termijn
from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.kernteam import begin_of_week
from rondetafel.regels.oordeel import Oordeel, from_record
from rondetafel.regels.stilstand import Doorlooptijd, lead_time
from rondetafel.regels.termijnen import ACUUT_OPPAKKEN, DOSSIER_DOORSTUREN, KERNTEAM_BESPREKEN
from rondetafel.regels.termijnen import Termijn as Plicht
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.rollen import Rol

OPEN = "open"
ALLE = "alle"
HISTORIE = frozenset({ALLE, Stand.BESLOTEN.value})
TERMIJNEN = (DOSSIER_DOORSTUREN.norm, KERNTEAM_BESPREKEN.norm)

STAPPEN = {
    "acuut": (Recht.DOSSIER_AANMAKEN, {Stand.NIEUW, Stand.WACHT}),
    "vraag": (Recht.DOSSIER_AANMAKEN, {Stand.NIEUW, Stand.WACHT, Stand.INSTROOM}),
    "antwoord": (Recht.DOSSIER_AANMAKEN, {Stand.WACHT}),
    "dossier": (Recht.DOSSIER_AANMAKEN, {Stand.NIEUW, Stand.WACHT}),
    "triage": (Recht.TRIEREN, {Stand.INSTROOM}),
}

# What there is nothing left to do about once the dossier is there, also while the kernteam waits for an answer.
VOOR_HET_DOSSIER = frozenset({"acuut", "dossier"})

# The colour of the label beside the word; the word says the same.
KLEUREN = {Stand.NIEUW: "gezin", Stand.WACHT: "oranje", Stand.INSTROOM: "beroep", Stand.BESLOTEN: "groen"}

# How the verwijzer, who sees no dossier, reads where it stands.
IN_WOORDEN = {
    Stand.NIEUW: gettext_lazy("De backoffice maakt het dossier."),
    Stand.WACHT: gettext_lazy("JENS heeft een vraag aan u."),
    Stand.INSTROOM: gettext_lazy("Het kernteam bespreekt de vraag."),
    Stand.BESLOTEN: gettext_lazy("Het kernteam heeft besloten. De regisseur neemt contact op met het gezin."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Haast:
    """How soon something is due: the colour of a label, and the same in words."""

    soort: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One aanmelding in the list."""

    aanmelding: Aanmelding
    haast: Haast | None
    kleur: str
    in_woorden: str


def list_aanmeldingen(wie: Wie, peildatum: date, *, stand: str) -> QuerySet[Aanmelding]:
    """What this person may see. Work: acute first, then what is due first. History: the newest first.

    History may be tens of thousands of rows, and sorting those by term would look up each term.
    """
    aanmeldingen = _with_termijn(Aanmelding.objects.visible_to(wie, peildatum)).filter(_in(stand))
    if stand in HISTORIE:
        return aanmeldingen.order_by("-ontvangen_op", "-nummer")
    return aanmeldingen.order_by(
        F("is_acuut").desc(), F("vervalt_op").asc(nulls_last=True), F("ontvangen_op").desc(), "nummer"
    )


def filters_for(wie: Wie) -> list[tuple[str, str]]:
    """Which lists to choose from; a verwijzer has few and needs no more than two."""
    tussen = [] if wie.rol is Rol.VERWIJZER else [(stand.value, str(stand.label)) for stand in Stand]
    return [(OPEN, _("nog niet besloten")), *tussen, (ALLE, _("alle"))]


def find_aanmelding(wie: Wie, peildatum: date) -> QuerySet[Aanmelding]:
    """One aanmelding with its municipality, verwijzer and term in one query."""
    return _with_termijn(Aanmelding.objects.visible_to(wie, peildatum))


def find_triage(aanmelding: Aanmelding, wie: Wie, peildatum: date) -> Triage | None:
    """What was decided, with names, for who may read it."""
    return (
        Triage.objects.visible_to(wie, peildatum)
        .filter(aanmelding=aanmelding)
        .annotate(beslisser=F("besloten_door__naam"))
        .first()
    )


def explain(triage: Triage | None) -> dict[str, Any]:
    """On what a decision rested: the oordeel of that day, and the product by its name of that day."""
    if triage is None:
        return {"oordeel": None, "product": ""}
    producten = catalogue_on(triage.besloten_op).producten
    return {
        "oordeel": from_record(triage.oordeel) if triage.oordeel else None,
        "product": producten[triage.product_code].naam if triage.product_code in producten else "",
    }


def earlier_judgements(aanmelding: Aanmelding) -> list[tuple[str, Oordeel]]:
    """On what it rested that the question was taken in, and that the dossier went on."""
    stappen = (
        (_("Waarom kon JENS dit aannemen?"), aanmelding.oordeel),
        (_("Waarom kon het dossier door?"), aanmelding.dossieroordeel),
    )
    return [(titel, from_record(record)) for titel, record in stappen if record]


def judge_haast(aanmelding: Aanmelding, peildatum: date) -> Haast | None:
    """How soon the next step is due; None when nothing runs."""
    if aanmelding.vervalt_op is None:  # type: ignore[attr-defined]
        return None
    if aanmelding.wacht_sinds:
        return Haast(soort="netwerk", label=_("klok staat stil"))
    dagen = (aanmelding.vervalt_op - peildatum).days  # type: ignore[attr-defined]
    if dagen < 0:
        return Haast(soort="rood", label=ngettext("%d dag te laat", "%d dagen te laat", -dagen) % -dagen)
    if dagen == 0:
        return Haast(soort="rood", label=_("laatste dag"))
    soort = "oranje" if aanmelding.waarschuw_vanaf <= peildatum else "groen"  # type: ignore[attr-defined]
    return Haast(soort=soort, label=ngettext("nog %d dag", "nog %d dagen", dagen) % dagen)


def as_rijen(aanmeldingen: Iterable[Aanmelding], peildatum: date) -> list[Rij]:
    return [
        Rij(
            aanmelding=een,
            haast=judge_haast(een, peildatum),
            kleur=KLEUREN[Stand(een.stand)],
            in_woorden=str(IN_WOORDEN[Stand(een.stand)]),
        )
        for een in aanmeldingen
    ]


def acute_until(aanmelding: Aanmelding) -> datetime | None:
    """The moment by which an acute question is picked up; None when it is not acute."""
    if not aanmelding.is_acuut:
        return None
    basis = basis_on(aanmelding.ontvangen_op)
    return ACUUT_OPPAKKEN.apply_moment(timezone.localtime(aanmelding.created_at), basis).vervalt_at


def lead_time_of(aanmelding: Aanmelding) -> Doorlooptijd | None:
    """How many working days it took until the dossier was there, with and without the waiting."""
    if aanmelding.doorgestuurd_op is None or not aanmelding.pauzes:
        return None
    van, tot = aanmelding.ontvangen_op, aanmelding.doorgestuurd_op
    return lead_time(van, tot, basis_on(van).kalender, pauzes_of(aanmelding))


def parents_of(aanmelding: Aanmelding) -> list[Ouderopgave]:
    """The parents and carers as the verwijzer wrote them down."""
    return [Ouderopgave.from_json(rij) for rij in aanmelding.ouders]


def steps_for(wie: Wie, aanmelding: Aanmelding, peildatum: date) -> set[str]:
    """Which steps are open to this person now, by the name of their page."""
    return {
        stap
        for stap, (recht, standen) in STAPPEN.items()
        if aanmelding.stand in standen
        and not (stap in VOOR_HET_DOSSIER and aanmelding.doorgestuurd_op)
        and mag(wie, recht, gemeente_id=aanmelding.gemeente_id, peildatum=peildatum).ja
    }


def may_open_gezin(wie: Wie, aanmelding: Aanmelding, peildatum: date) -> bool:
    """Is there a family already, and may this person see it?"""
    return (
        aanmelding.gezin_id is not None
        and mag(
            wie,
            Recht.GEZIN_LEZEN,
            gezin_id=aanmelding.gezin_id,
            gemeente_id=aanmelding.gemeente_id,
            peildatum=peildatum,
        ).ja
    )


def expected_steps(ontvangen_op: date) -> tuple[Plicht, Plicht]:
    """By when the dossier is made, and by when the kernteam has then discussed it at the latest."""
    dossier = DOSSIER_DOORSTUREN.apply(ontvangen_op, basis_on(ontvangen_op))
    keuzes = catalogue_on(ontvangen_op).keuzes
    begin = begin_of_week(ontvangen_op, dossier.vervalt_op, keuzes) or dossier.vervalt_op
    return dossier, KERNTEAM_BESPREKEN.apply(begin, basis_on(begin))


def _with_termijn(aanmeldingen: QuerySet[Aanmelding]) -> QuerySet[Aanmelding]:
    termijn = Termijn.objects.running().filter(betreft_id=OuterRef("pk"), regel__in=TERMIJNEN)
    return aanmeldingen.select_related("gemeente").annotate(
        vervalt_op=Subquery(termijn.values("vervalt_op")[:1]),
        waarschuw_vanaf=Subquery(termijn.values("waarschuw_vanaf")[:1]),
        verwijzernaam=F("verwijzer__naam"),
    )


def _in(stand: str) -> Q:
    if stand == OPEN:
        return ~Q(stand=Stand.BESLOTEN)
    return Q(stand=stand) if stand in Stand.values else Q()
