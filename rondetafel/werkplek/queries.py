"""What do the screens that join rooms show? Each function is one or two queries, whatever the number of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from rondetafel.gezinnen.delen import Antwoorder, answerer_of, waiting_of
from rondetafel.gezinnen.models import Deelvraag, Gezin, Gezinsrol, Persoon, Regie
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.queries import (
    decided_within,
    keuzes_within,
    kleuren_within,
    since_week,
    step_within,
    vastgesteld_within,
    woorden_within,
)
from rondetafel.kern.looptijd import not_over_on, running_on
from rondetafel.kern.models import Termijn
from rondetafel.kern.vast import fixed
from rondetafel.kwaliteit.models import Klacht
from rondetafel.overleg.queries import voorkeur_within
from rondetafel.regels.termijnen import VERJAARDAGEN
from rondetafel.toegang.banden import stands_in
from rondetafel.toegang.mag import Reikwijdte, Wie, mag, reach, scope_of
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.vervanging.models import Vervanging
from rondetafel.vervanging.queries import list_vervangingen
from rondetafel.zorg.queries import requested_verlengingen

# How many requests the start page shows; the page about care has them all.
WACHTENDE = 10

# A duty names who must act; these are the duties each rol finds on its start page.
PLICHTEN = {
    Rol.REGISSEUR: ("regisseur", "doeleigenaar"),
    Rol.AANBIEDER: ("aanbieder",),
    Rol.KERNTEAM: ("kernteam",),
    Rol.BACKOFFICE: ("backoffice", "toegang"),
    Rol.BEVEILIGING: ("beveiliging",),
}


def noted_part(wie: Wie) -> Onderdeel:
    """As which part is looking at duties written down? That somebody judges looking is no news for a family."""
    return Onderdeel.TOEZICHT if wie.rol is Rol.BEVEILIGING else Onderdeel.TERMIJN


def running_termijnen(wie: Wie, peildatum: date) -> QuerySet[Termijn]:
    """The duties this person must see to, the first to expire first; not those of a colleague by name.

    Those of a colleague for whom they stand in are theirs too.

    A birthday that is years away waits until its warning begins.
    """
    is_ver_weg = Q(regel__in=[regel.norm for regel in VERJAARDAGEN.values()], waarschuw_vanaf__gt=peildatum)
    van_mij = (
        Q(gebruiker_id__isnull=True)
        | Q(gebruiker_id=wie.id)
        | Q(stands_in(wie, peildatum, voor="gebruiker_id"))
    )
    plichten = Q(rol__in=PLICHTEN.get(wie.rol, ()))
    if wie.rol is Rol.AANBIEDER:
        # A zorgaanbieder looks back on the goals that are theirs, and on no others.
        plichten |= Q(rol="doeleigenaar", gebruiker_id=wie.id)
    return (
        Termijn.objects.asking_on(peildatum)
        .filter(_within(wie, plichten, peildatum), van_mij)
        .exclude(is_ver_weg)
        .order_by("vervalt_op", "pk")
    )


def _within(wie: Wie, plichten: Q, peildatum: date) -> Q:
    """Of whose duties may this person know? Who judges looking and handles complaints knows of those alone."""
    if wie.rol is not Rol.BEVEILIGING:
        return Q(reach(wie, Onderdeel.TERMIJN, peildatum), plichten)
    # Also what somebody else must do about a complaint: who handles it asks for it, and writes it down.
    klachten = Klacht.objects.visible_to(wie, peildatum).values("pk")
    return Q(reach(wie, Onderdeel.NOODKNOP, peildatum), plichten) | Q(
        betreft=Klacht._meta.label, betreft_id__in=klachten
    )


def waiting_for_decision(wie: Wie, peildatum: date) -> Iterable[dict[str, Any]]:
    """The extensions that wait for the kernteam; no query for anyone else."""
    if not mag(wie, Recht.VERLENGING_GEVEN, peildatum=peildatum).ja:
        return []
    return requested_verlengingen(wie, peildatum)[:WACHTENDE]


def waiting_deelvragen(wie: Wie, peildatum: date) -> Iterable[Deelvraag]:
    """The questions about sharing that wait for a voogd of an instelling; no query for anyone else."""
    antwoorder = answerer_of(wie, peildatum)
    if not antwoorder.voogd_over:
        return []
    vragen = Deelvraag.objects.visible_to(wie, peildatum).select_related("gezin", "persoon", "betrokkene")
    return waiting_of(vragen, antwoorder, peildatum=peildatum).order_by("created_at")[:WACHTENDE]


def own_absences(wie: Wie, peildatum: date) -> Iterable[Vervanging]:
    """Who stands in for this person and for whom they stand in, now or later; no query for anyone else."""
    if wie.rol is Rol.KERNTEAM or not mag(wie, Recht.VERVANGING_REGELEN, peildatum=peildatum).ja:
        return []
    return list_vervangingen(wie, peildatum)


def list_gezinnen(wie: Wie, peildatum: date, *, zoek: str = "") -> QuerySet[Gezin, Any]:
    """The caseload: number, children, municipality and regisseur, as plain values for long lists.

    `vervangt_tot`: the last day on which this person is there in the place of a colleague.
    """
    kinderen = Persoon.objects.filter(gezin=OuterRef("pk"), rol=Gezinsrol.KIND).order_by("geboortedatum")
    regie = Regie.objects.filter(running_on(peildatum), gezin=OuterRef("pk"))
    vervangend = Band.objects.filter(
        running_on(peildatum), gezin_id=OuterRef("pk"), gebruiker_id=wie.id, grond=Grond.VERVANGING
    )
    gezinnen = Gezin.objects.visible_to(wie, peildatum).annotate(
        kinderen=ArraySubquery(kinderen.values("voornaam")),
        vervangt_tot=Subquery(vervangend.order_by("-tot").values("tot")[:1]),
        regisseur=Subquery(regie.values("regisseur__naam")[:1]),
        gemeentenaam=F("gemeente__naam"),
    )
    if zoek.isdigit():
        gezinnen = gezinnen.filter(nummer=int(zoek))
    elif zoek:
        namen = Q(persoon_set__voornaam__istartswith=zoek) | Q(persoon_set__achternaam__istartswith=zoek)
        gezinnen = gezinnen.filter(namen).distinct()
    return gezinnen.order_by("nummer").values(
        "pk", "nummer", "kinderen", "regisseur", "gemeentenaam", "gemeente_id", "vervangt_tot"
    )


def find_gezin(pk: UUID, wie: Wie, peildatum: date) -> Gezin | None:
    """One family with its plan and regisseur, who stands in, and whether a question waits for `wie`.

    In one query.
    """
    lezing = Lezing(
        gezin=scope_of(wie, Onderdeel.GEZIN, peildatum),
        delen=scope_of(wie, Onderdeel.TOEGANG, peildatum),
        plan=scope_of(wie, Onderdeel.PLAN, peildatum),
        aanmelding=scope_of(wie, Onderdeel.AANMELDING, peildatum),
        verborgen=hidden_from(wie, peildatum),
    )
    gevonden = _find_gezin(
        pk, lezing, answerer_of(wie, peildatum), sinds=since_week(peildatum), peildatum=peildatum
    )
    return gevonden[0] if gevonden else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """How far somebody reads each part of the page of a family, and what is hidden from them."""

    gezin: Reikwijdte
    delen: Reikwijdte
    plan: Reikwijdte
    aanmelding: Reikwijdte
    verborgen: Verborgen


@fixed
def _find_gezin(
    pk: UUID, lezing: Lezing, antwoorder: Antwoorder, *, sinds: date, peildatum: date
) -> QuerySet[Gezin]:
    regie = Regie.objects.filter(running_on(peildatum), gezin=OuterRef("pk"))
    vragen = Deelvraag.objects.within(lezing.delen, lezing.verborgen).filter(gezin=OuterRef("pk"))
    wacht = waiting_of(vragen, antwoorder, peildatum=peildatum)
    return (
        Gezin.objects.within(lezing.gezin)
        .filter(pk=pk)
        .select_related("plan")
        .only(
            "nummer",
            "gemeente_id",
            "plan__gestart_op",
            "plan__vastgesteld_op",
            "plan__uitgave",
            "plan__soort",
        )
        .annotate(
            regisseur=Subquery(regie.values("regisseur__naam")[:1]),
            heeft_deelvraag=Exists(wacht),
            vervangers=ArraySubquery(_stand_ins(lezing.delen, peildatum)),
            keuzes=keuzes_within(lezing.plan),
            eigen_stap=step_within(lezing.plan, lezing.verborgen),
            besluiten=decided_within(lezing.aanmelding),
            kleuren=kleuren_within(lezing.plan, lezing.verborgen, sinds),
            woorden=woorden_within(lezing.plan, lezing.verborgen),
            voorkeur=voorkeur_within(lezing.plan, lezing.verborgen, peildatum),
            **vastgesteld_within(lezing.plan, lezing.verborgen),
        )
    )


def _stand_ins(delen: Reikwijdte, peildatum: date) -> QuerySet[Band, Any]:
    """Who stands in for whom in a family, now or later; for who may know who reads along."""
    return (
        Band.objects.filter(delen.rows(), not_over_on(peildatum))
        .filter(gezin_id=OuterRef("pk"), grond=Grond.VERVANGING, tot__gte=F("van"))
        .order_by("van", "pk")
        .values(
            een=JSONObject(vervanger="gebruiker__naam", wie="vervangt__gebruiker__naam", van="van", tot="tot")
        )
    )
