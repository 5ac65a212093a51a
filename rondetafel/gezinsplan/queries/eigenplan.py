"""How does it stand with a plan of the family itself, and who says so?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.gezinnen.schermen import Verborgen
from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.gezinsplan.models import Eigenplanstap
from rondetafel.gezinsplan.queries.week import own_stoel
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.familiegroepsplan import (
    ANTWOORDEN,
    Afzienreden,
    Eigenplan,
    Eigenstap,
    Stapvraag,
    assess_plan_van_hulpverleners,
)
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.termijnen import PLAN_NA_AFZIEN
from rondetafel.toegang.mag import Reikwijdte, Wie
from rondetafel.toegang.rollen import Hoedanigheid, Rol

# A new line, or a space after the end of a sentence.
ZINSEINDE = re.compile(r"\n+|(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenzin:
    """One sentence of the plan of the family itself, as it is taken over: where it stands, and its words."""

    stap: Eigenplanstap
    nummer: int
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenplanstand:
    """Where a family is with a plan of its own: when it was asked, what it answered, and what it wrote."""

    aangeboden: Eigenplanstap | None
    antwoord: Eigenplanstap | None
    plan: Eigenplanstap | None
    stappen: list[Eigenplanstap]

    @property
    def zinnen(self) -> list[Eigenzin]:
        """The newest plan of the family, sentence by sentence."""
        return sentences_of(self.plan) if self.plan else []

    @property
    def stap(self) -> Eigenstap | None:
        """What counts now: the newest answer, of which a plan that is there is one."""
        laatste = self.antwoord or self.aangeboden
        return Eigenstap(laatste.stap) if laatste else None

    @property
    def woord(self) -> str:
        return self.stap.naam if self.stap else ""

    @property
    def is_afgezien(self) -> bool:
        return self.stap is Eigenstap.AFGEZIEN

    @property
    def redenwoord(self) -> str:
        return Afzienreden(self.antwoord.reden).naam if self.antwoord and self.antwoord.reden else ""

    @property
    def plan_voor(self) -> date | None:
        """The last day for another plan, once the family makes none."""
        if self.antwoord is None or not self.is_afgezien:
            return None
        return PLAN_NA_AFZIEN.apply(self.antwoord.op, basis_on(self.antwoord.op)).vervalt_op

    def as_eigenplan(self, plan_op: date | None = None) -> Eigenplan:
        """The same as the rules read it; `plan_op` is the day of the plan that came instead."""
        afgezien = self.antwoord if self.is_afgezien else None
        # Who makes the own plan has had the chance, also when nobody wrote down the question.
        kans = self.aangeboden or (None if afgezien else self.antwoord)
        return Eigenplan(
            aangeboden_op=kans.op if kans else None,
            afgezien_op=afgezien.op if afgezien else None,
            reden=Afzienreden(afgezien.reden) if afgezien else None,
            plan_op=plan_op,
        )

    def assess(self, plan_op: date | None, peildatum: date) -> Oordeel:
        """May professionals make the plan now, as the law says it?"""
        return assess_plan_van_hulpverleners(self.as_eigenplan(plan_op), basis_on(peildatum), peildatum)


def stand_of_eigenplan(stappen: Iterable[Eigenplanstap]) -> Eigenplanstand:
    """Return where it stands, from the steps in any order."""
    stappen = sorted(stappen, key=lambda een: (een.created_at, een.pk), reverse=True)

    def newest(*soorten: Eigenstap) -> Eigenplanstap | None:
        return next((een for een in stappen if een.stap in {soort.value for soort in soorten}), None)

    return Eigenplanstand(
        aangeboden=newest(Eigenstap.AANGEBODEN),
        antwoord=newest(*ANTWOORDEN, Eigenstap.PLAN),
        plan=newest(Eigenstap.PLAN),
        stappen=stappen,
    )


def eigenplan_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Eigenplanstand:
    """Where this family stands, for who reads its plan; one query."""
    stappen = Eigenplanstap.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    return stand_of_eigenplan(stappen.select_related("stoel"))


def written_plans(gezin_id: UUID, wie: Wie, peildatum: date) -> QuerySet[Eigenplanstap]:
    """The plans that this family wrote itself, for who reads them."""
    stappen = Eigenplanstap.objects.visible_to(wie, peildatum).select_related("stoel")
    return stappen.filter(gezin_id=gezin_id, stap=Eigenstap.PLAN.value)


def sentences_of(stap: Eigenplanstap) -> list[Eigenzin]:
    """Cut what the family wrote into its lines and sentences, to be taken over one by one."""
    zinnen = (zin.strip(" -•*\t") for zin in ZINSEINDE.split(stap.tekst))
    return [Eigenzin(stap=stap, nummer=n, tekst=zin) for n, zin in enumerate(filter(None, zinnen), start=1)]


def chosen_sentence(gezin_id: UUID, keuze: str, wie: Wie, peildatum: date) -> Eigenzin | None:
    """The sentence that `keuze` names as "stap:nummer"; None for one that is not there for this reader."""
    sleutel, _, nummer = keuze.partition(":")
    try:
        stap = written_plans(gezin_id, wie, peildatum).get(pk=UUID(sleutel))
    except (ValueError, Eigenplanstap.DoesNotExist):
        return None
    return next((een for een in sentences_of(stap) if str(een.nummer) == nummer), None)


def steps_within(bereik: Reikwijdte, verborgen: Verborgen) -> ArraySubquery:
    """Every step of each family, asked in the query of the families; `as_stand` reads them."""
    stappen = Eigenplanstap.objects.within(bereik, verborgen).filter(gezin=OuterRef("pk"))
    velden = ("stap", "op", "reden", "created_at")
    return ArraySubquery(stappen.values(een=JSONObject(pk="pk", **{veld: veld for veld in velden})))


def as_stand(rijen: Iterable[Mapping[str, Any]]) -> Eigenplanstand:
    """Where it stands, from those steps; without what was said."""
    return stand_of_eigenplan(
        Eigenplanstap(
            pk=UUID(een["pk"]),
            stap=een["stap"],
            op=date.fromisoformat(een["op"]),
            reden=een["reden"],
            created_at=datetime.fromisoformat(een["created_at"]),
        )
        for een in rijen
    )


def step_within(bereik: Reikwijdte, verborgen: Verborgen) -> Coalesce:
    """The step that counts of each family, asked in the query of the families; None when nothing was asked."""
    stappen = Eigenplanstap.objects.within(bereik, verborgen).filter(gezin=OuterRef("pk"))
    nieuwst = stappen.order_by("-created_at", "-pk").values("stap")
    antwoord = nieuwst.exclude(stap=Eigenstap.AANGEBODEN.value)[:1]
    return Coalesce(Subquery(antwoord), Subquery(nieuwst[:1]), output_field=CharField())


def own_text_within(bereik: Reikwijdte, verborgen: Verborgen) -> Subquery:
    """The plan of the family in its own words, asked in the query of the families."""
    stappen = Eigenplanstap.objects.within(bereik, verborgen).filter(gezin=OuterRef("pk"))
    teksten = stappen.filter(stap=Eigenstap.PLAN.value).order_by("-created_at", "-pk").values("tekst")
    return Subquery(teksten[:1])


def speakers_of(betrokkenen: Iterable[Betrokkene]) -> list[Betrokkene]:
    """The chairs of the family itself: whose words these can be."""
    return [een for een in betrokkenen if een.groep == Groep.GEZIN and een.naam]


def chair_of_step(opgave: Eigenstapopgave, betrokkenen: list[Betrokkene], wie: Wie) -> Betrokkene | None:
    """The chair whose words a step holds: one's own, or the one that the regisseur names.

    :raises GeenToegang: for who has neither the regie nor a chair of the family, or names no such chair.
    """
    if wie.rol is not Rol.REGISSEUR:
        stoel = own_stoel(betrokkenen, wie)
        if stoel is None or opgave.stap is Eigenstap.AANGEBODEN:
            raise GeenToegang("geen woord van het gezin zelf")
        return stoel
    if opgave.stoel_id is None:
        return None
    gevonden = [een for een in speakers_of(betrokkenen) if een.pk == opgave.stoel_id]
    if not gevonden:
        raise GeenToegang("geen stoel van het gezin")
    return gevonden[0]


def is_ouder(wie: Wie, gezin_id: UUID, peildatum: date) -> bool:
    """Does this person decide for a child of this family?"""
    return any(
        band.gezin_id == gezin_id and band.hoedanigheid is Hoedanigheid.OUDER and band.holds_on(peildatum)
        for band in wie.banden
    )


def as_stapvraag(
    opgave: Eigenstapopgave, eerdere: list[Eigenplanstap], *, wie: Wie, gezin_id: UUID, peildatum: date
) -> Stapvraag:
    """Return what somebody wants to write down, as the rules read it."""
    aangeboden = stand_of_eigenplan(eerdere).aangeboden
    return Stapvraag(
        stap=opgave.stap,
        op=opgave.op,
        aangeboden_op=aangeboden.op if aangeboden else None,
        reden=opgave.reden,
        is_gezin=wie.is_gezin,
        is_ouder=is_ouder(wie, gezin_id, peildatum),
    )
