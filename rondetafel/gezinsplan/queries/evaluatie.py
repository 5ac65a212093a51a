"""How did a goal go, and may this person say so?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Doel, Evaluatie, EvaluatieQuerySet, Gasscore
from rondetafel.gezinsplan.trend import Gekeken
from rondetafel.kern.models import Termijn
from rondetafel.regels.evaluatie import Evaluatievraag
from rondetafel.regels.gasscore import Scorekant, Scorevraag, is_open
from rondetafel.regels.termijnen import EVALUATIE
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht


def may_evaluate(doel: Doel, wie: Wie, peildatum: date) -> bool:
    """Is this the owner of the goal, or who has the regie over it?"""
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    if not mag(wie, Recht.DOEL_EVALUEREN, **houdt).ja:
        return False
    return doel.eigenaar.gebruiker_id == wie.id or mag(wie, Recht.PLAN_BEWERKEN, **houdt).ja


def score_at_all(kant: Scorekant) -> Coalesce:
    """What a side scored: at the evaluation itself, or later."""
    later = Gasscore.objects.filter(evaluatie=OuterRef("pk"), kant=kant)
    return Coalesce(f"score_{kant}", Subquery(later.values("score")[:1]))


def _scored(evaluaties: EvaluatieQuerySet) -> list[Evaluatie]:
    """Evaluations, the newest first, with what each side scored then or later."""
    samen = evaluaties.annotate(
        van_gezin=score_at_all(Scorekant.GEZIN), van_hulp=score_at_all(Scorekant.HULP)
    )
    rijen: list[Any] = list(samen.select_related("eigenaar").order_by("-geevalueerd_op"))
    for een in rijen:
        een.score_gezin, een.score_hulp = een.van_gezin, een.van_hulp
    return rijen


def evaluaties_of(doel: Doel, wie: Wie, peildatum: date) -> list[Evaluatie]:
    """How a goal went, the newest first, with the scores that came later too."""
    return _scored(Evaluatie.objects.visible_to(wie, peildatum).filter(doel=doel))


def newest_evaluatie(doel: Doel, wie: Wie, peildatum: date) -> Evaluatie | None:
    """The last time somebody looked at a goal."""
    return next(iter(evaluaties_of(doel, wie, peildatum)), None)


def side_of(wie: Wie) -> Scorekant:
    """For whom this person scores."""
    return Scorekant.GEZIN if wie.is_gezin else Scorekant.HULP


def awaits_score(evaluatie: Gekeken, wie: Wie, peildatum: date) -> bool:
    """May the side of this person still score it, by what was scored and the day?"""
    return is_open(evaluatie.geevalueerd_op, _own_score(evaluatie, wie), peildatum)


def may_score(doel: Doel, evaluaties: Sequence[Evaluatie], wie: Wie, peildatum: date) -> bool:
    """May the side of this person still score the newest of these?"""
    if not evaluaties or not awaits_score(evaluaties[0], wie, peildatum):
        return False
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    return mag(wie, Recht.DOEL_EVALUEREN, **houdt).ja


def scorable(doel: Doel, wie: Wie, peildatum: date) -> Evaluatie | None:
    """The newest evaluation, when the side of this person may still score it."""
    evaluatie = newest_evaluatie(doel, wie, peildatum)
    return evaluatie if evaluatie and awaits_score(evaluatie, wie, peildatum) else None


def _own_score(evaluatie: Gekeken, wie: Wie) -> int | None:
    """What the side of this person scored."""
    return evaluatie.score_gezin if wie.is_gezin else evaluatie.score_hulp


def as_scorevraag(
    doel: Doel, evaluatie: Evaluatie | None, *, score: int, wie: Wie, peildatum: date
) -> Scorevraag:
    """Return a score for the newest evaluation as the rules read it."""
    return Scorevraag(
        doel=doel.specifiek,
        score=score,
        schaal=doel.gasschaal,
        geevalueerd_op=evaluatie.geevalueerd_op if evaluatie else None,
        is_gegeven=evaluatie is not None and _own_score(evaluatie, wie) is not None,
        peildatum=peildatum,
    )


def as_evaluatievraag(doel: Doel, bevinding: Bevinding, *, wie: Wie, peildatum: date) -> Evaluatievraag:
    """Return what was seen of a goal as the rules read it, with the evaluation before and the day it was due."""
    duty = Termijn.objects.running().filter(betreft_id=doel.pk, regel=EVALUATIE.norm)
    vorige = Evaluatie.objects.filter(doel=doel).order_by("-geevalueerd_op")
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    return Evaluatievraag(
        doel=doel.specifiek,
        eigenaar=str(doel.eigenaar),
        is_eigenaar=doel.eigenaar.gebruiker_id == wie.id,
        is_regisseur=mag(wie, Recht.PLAN_BEWERKEN, **houdt).ja,
        dag=bevinding.dag,
        peildatum=peildatum,
        begonnen_op=doel.gestart_op or doel.plan.gestart_op,
        moment=bevinding.moment,
        uitkomst=bevinding.uitkomst,
        waarneming=bevinding.waarneming,
        vorige=vorige.values_list("geevalueerd_op", flat=True).first(),
        uiterlijk=duty.values_list("vervalt_op", flat=True).first(),
        scores=bevinding.scores,
        schaal=doel.gasschaal,
    )
