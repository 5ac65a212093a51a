"""Where does the intake of a family stand, and who can come when? Few queries, for all thirteen steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, IntegerField, Max, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep, Persoon, Regie
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.models import Doel, Gezinsplan
from rondetafel.kern.looptijd import running_on
from rondetafel.overleg.models import (
    Beschikbaarheid,
    Bespreking,
    Datumoptie,
    Genodigde,
    Overleg,
    OverlegSoort,
    Voorbereiding,
)
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.queries.voorkeur import Regiekeuze
from rondetafel.regels.datum import add_months
from rondetafel.regels.intake import Intakefeiten, Onderwerp, Stand, Voorkeur, standen_of
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.models import Band, Gebruiker
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.rollen import Hoedanigheid

TOT_18 = -18 * 12
STARTOVERLEGGEN = Overleg.objects.standing().filter(gezin=OuterRef("pk"), soort=OverlegSoort.STARTOVERLEG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The intake of one family: what the records say, how each step stands, and what was said last of each."""

    gezin: Gezin
    betrokkenen: list[Betrokkene]
    feiten: Intakefeiten
    standen: dict[Onderwerp, Stand]
    gesprekken: dict[Onderwerp, Bespreking]
    startoverleg_id: UUID | None
    regisseur_id: UUID | None

    @property
    def keuze(self) -> Regiekeuze | None:
        """Whom the family wants, or all chose, to coordinate."""
        gesprek = self.gesprekken.get(Onderwerp.VOORKEUR)
        if gesprek is None:
            return None
        account = gesprek.stoel.gebruiker_id if gesprek.stoel else None
        return Regiekeuze.from_talk(gesprek, is_geregeld=account is not None and account == self.regisseur_id)

    @property
    def van_het_gezin(self) -> list[Betrokkene]:
        return [een for een in self.betrokkenen if een.groep == Groep.GEZIN and not een.is_open]


def find_intake(gezin_id: UUID, wie: Wie, peildatum: date) -> Intake | None:
    """Return the intake of a family in three queries; None when `wie` may not see the family."""
    gezin: Any = _with_feiten(Gezin.objects.visible_to(wie, peildatum), peildatum).filter(pk=gezin_id).first()
    if gezin is None:
        return None
    betrokkenen = people_at(gezin_id, wie, peildatum)
    gesprekken = talks_of(gezin_id, wie, peildatum, betrokkenen)
    feiten = _as_feiten(gezin, betrokkenen, gesprekken)
    return Intake(
        gezin=gezin,
        betrokkenen=betrokkenen,
        feiten=feiten,
        standen=standen_of(feiten),
        gesprekken=gesprekken,
        startoverleg_id=gezin.startoverleg_id,
        regisseur_id=gezin.regisseur_id,
    )


def talks_of(
    gezin_id: UUID, wie: Wie, peildatum: date, betrokkenen: Iterable[Betrokkene]
) -> dict[Onderwerp, Bespreking]:
    """The newest note about each subject, with the name of who made it; one query.

    A note that was taken back leaves nothing.
    """
    werknaam = Gebruiker.objects.filter(pk=OuterRef("door_id")).values("naam")
    rijen = (
        Bespreking.objects.visible_to(wie, peildatum)
        .filter(gezin_id=gezin_id)
        .order_by("onderwerp", "-created_at", "-pk")
        .distinct("onderwerp")
        .select_related("stoel")
        .annotate(werknaam=Subquery(werknaam))
    )
    # The account of a member of the family has no name for others; their chair has.
    stoelen = {een.gebruiker_id: een.naam for een in betrokkenen if een.gebruiker_id}
    gesprekken: dict[Onderwerp, Bespreking] = {}
    for rij in rijen:
        rij.naam = stoelen.get(rij.door_id) or rij.werknaam or ""
        if rij.is_besproken:
            gesprekken[rij.als] = rij
    return gesprekken


def _with_feiten(gezinnen: QuerySet[Gezin], peildatum: date) -> QuerySet[Gezin]:
    """All that is counted, in the question for the family itself: each is a look into one index."""
    personen = Persoon.objects.filter(gezin=OuterRef("pk"))
    lezers = Band.objects.filter(
        running_on(peildatum),
        gezin_id=OuterRef("pk"),
        hoedanigheid__in=[Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE],
    )
    lopend = Voorbereiding.objects.filter(
        gezin=OuterRef("pk"), overleg__isnull=True, soort=OverlegSoort.STARTOVERLEG
    )
    genodigden = Genodigde.objects.filter(
        voorbereiding__gezin=OuterRef("pk"),
        voorbereiding__overleg__isnull=True,
        voorbereiding__soort=OverlegSoort.STARTOVERLEG,
    )
    datums = Datumoptie.objects.filter(
        voorbereiding__gezin=OuterRef("pk"),
        voorbereiding__overleg__isnull=True,
        voorbereiding__soort=OverlegSoort.STARTOVERLEG,
        is_vervallen=False,
    )
    regie = Regie.objects.filter(running_on(peildatum), gezin=OuterRef("pk"))
    eerst = STARTOVERLEGGEN.order_by("gepland_op", "pk")
    return gezinnen.annotate(
        personen=_count(personen),
        zonder_geboortedatum=_count(personen.filter(geboortedatum__isnull=True)),
        minderjarigen=_count(personen.filter(geboortedatum__gt=add_months(peildatum, TOT_18))),
        lezers=_count(lezers, "gebruiker_id"),
        is_plan_begonnen=Exists(Gezinsplan.objects.filter(gezin=OuterRef("pk"))),
        doelen=_count(Doel.objects.filter(gezin=OuterRef("pk"))),
        besloten_op=Subquery(lopend.values("besloten_op")[:1]),
        genodigden=_count(genodigden.exclude(komst=Komst.NIET)),
        zeker=_count(genodigden.filter(komst=Komst.ZEKER)),
        datums=_count(datums),
        regisseur_id=Subquery(regie.values("regisseur_id")[:1]),
        startoverleg_id=Subquery(eerst.values("pk")[:1]),
        startoverleg_op=Subquery(eerst.values("gepland_op")[:1]),
        startoverleg_gehouden_op=Subquery(
            STARTOVERLEGGEN.values("gezin").annotate(op=Max("gehouden_op")).values("op")
        ),
    )


def _count(rijen: QuerySet[Any], wat: str = "pk") -> Coalesce:
    """How many: a question within the question, so that no join multiplies another."""
    geteld = rijen.order_by().values("gezin_id").annotate(n=Count(wat, distinct=True))
    return Coalesce(Subquery(geteld.values("n"), output_field=IntegerField()), 0)


def _as_feiten(
    gezin: Any, betrokkenen: Iterable[Betrokkene], gesprekken: dict[Onderwerp, Bespreking]
) -> Intakefeiten:
    bezet = [een for een in betrokkenen if not een.is_open]
    netwerk = [een for een in bezet if een.groep == Groep.NETWERK]
    voorkeur = gesprekken.get(Onderwerp.VOORKEUR)
    return Intakefeiten(
        personen=gezin.personen,
        zonder_geboortedatum=gezin.zonder_geboortedatum,
        minderjarigen=gezin.minderjarigen,
        netwerk=len(netwerk),
        netwerk_zonder_steun=sum(not een.steun for een in netwerk),
        # The regisseur always sits there: that says nothing of who else helps.
        beroep=sum(een.groep == Groep.BEROEP and een.relatie != "regisseur" for een in bezet),
        is_verwijsindex_aan=gezin.gemeente_id in settings.VERWIJSINDEX,
        is_plan_begonnen=gezin.is_plan_begonnen,
        doelen=gezin.doelen,
        lezers=gezin.lezers,
        genodigden=gezin.genodigden,
        zeker=gezin.zeker,
        besloten_op=gezin.besloten_op,
        datums=gezin.datums,
        startoverleg_op=gezin.startoverleg_op,
        is_startoverleg_gehouden=gezin.startoverleg_gehouden_op is not None,
        voorkeur=Voorkeur(voorkeur.uitkomst) if voorkeur else None,
        besproken=frozenset(gesprekken),
    )


def soort_of_next(gezin_id: UUID) -> OverlegSoort:
    """What is prepared: the startoverleg, until there is one."""
    startoverleggen = Overleg.objects.standing().filter(gezin_id=gezin_id, soort=OverlegSoort.STARTOVERLEG)
    is_gestart = startoverleggen.exists()
    return OverlegSoort.RTO if is_gestart else OverlegSoort.STARTOVERLEG


def find_voorbereiding(gezin_id: UUID, wie: Wie, peildatum: date) -> Voorbereiding | None:
    """The list and the days that are open now, with everyone's answers; four queries, one when there is none."""
    genodigden = Genodigde.objects.visible_to(wie, peildatum).select_related("betrokkene")
    antwoorden = Beschikbaarheid.objects.visible_to(wie, peildatum)
    datums = Datumoptie.objects.visible_to(wie, peildatum).filter(is_vervallen=False)
    return (
        Voorbereiding.objects.visible_to(wie, peildatum)
        .filter(gezin_id=gezin_id, overleg__isnull=True)
        .prefetch_related(
            Prefetch("genodigden", queryset=genodigden.order_by("created_at", "pk")),
            Prefetch("datums", queryset=datums),
            Prefetch("datums__antwoorden", queryset=antwoorden),
        )
        .first()
    )


def asked_of(wie: Wie, peildatum: date) -> list[Genodigde]:
    """Where is this person asked to a meeting of which the day is still looked for, and may they say when they can?"""
    gevraagd = (
        Genodigde.objects.visible_to(wie, peildatum)
        .filter(betrokkene__gebruiker_id=wie.id, voorbereiding__overleg__isnull=True)
        .exclude(komst=Komst.NIET)
        .select_related("voorbereiding")
        .order_by("created_at", "pk")
    )
    return [
        een for een in gevraagd if mag(wie, Recht.DATUM_ZEGGEN, gezin_id=een.gezin_id, peildatum=peildatum).ja
    ]
