"""A goal is looked back on by its owner: written down with what follows, or refused with why not."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, IntegrityError, connection, transaction

from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Evaluatie
from rondetafel.gezinsplan.operations import adopt_plan, evaluate_doel
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.evaluatie import DOOR_EIGENAAR, IN_DE_TIJD
from rondetafel.regels.evaluatieadvies import VERLENGEN, Moment, Uitkomst
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.termijnen import EVALUATIE
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rechten import Recht, hoedanigheden_with
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory, EvaluatieFactory, GebruikerFactory, TermijnFactory
from tests.gezinsplan.wereld import DAG, everybody_agrees, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = pytest.mark.django_db
MAG = sorted(hoedanigheden_with(Recht.DOEL_EVALUEREN))
MAG_NIET = [een for een in Hoedanigheid if een not in MAG]


@pytest.fixture
def wereld():
    return make_wereld()


def bevinding(**anders):
    basis = {
        "dag": DAG,
        "moment": Moment.TUSSEN,
        "uitkomst": Uitkomst.DEELS,
        "waarneming": "Het lukt nu drie dagen per week.",
    }
    return Bevinding(**basis | anders)


def running(doel):
    with as_eigenaar():
        return list(Termijn.objects.running().filter(betreft_id=doel.pk).values_list("regel", "vervalt_op"))


def seat(stoel, gebruiker):
    """Let an account sit on a chair."""
    with as_eigenaar():
        type(stoel).objects.filter(pk=stoel.pk).update(gebruiker=gebruiker)


def make_owner(wereld, hoedanigheid):
    wie = make_reader(wereld, hoedanigheid)
    seat(wereld.moeder, wie)
    return wie


@pytest.mark.parametrize("hoedanigheid", MAG)
def test_owner_writes_it_down_and_looks_again_in_three_months(wereld, hoedanigheid):
    doel = make_doel(wereld)
    TermijnFactory(
        gezin=wereld.gezin,
        regel=EVALUATIE.norm,
        betreft=doel._meta.label,
        betreft_id=doel.pk,
        vervalt_op=date(2026, 11, 20),
    )

    evaluatie = do(evaluate_doel, doel.pk, bevinding=bevinding(), als=make_owner(wereld, hoedanigheid))

    kept = fresh(evaluatie)
    assert (kept.geevalueerd_op, kept.eigenaar_id, kept.volgende_op) == (
        DAG,
        wereld.moeder.pk,
        date(2027, 2, 16),
    )
    assert running(doel) == [("evaluatie", date(2027, 2, 16))]
    with as_eigenaar():
        assert Termijn.objects.get(vervalt_op=date(2026, 11, 20)).gesloten_op == DAG
    # One line for each person it is about.
    assert set(events()) == {"doel_geevalueerd"}


def test_three_months_count_from_the_day_of_looking(wereld):
    doel = make_doel(wereld)

    do(evaluate_doel, doel.pk, bevinding=bevinding(dag=date(2026, 11, 2)), als=wereld.regisseur)

    assert running(doel) == [("evaluatie", date(2027, 2, 2))]


def test_regisseur_writes_it_down_for_the_owner(wereld):
    doel = make_doel(wereld)

    evaluatie = do(evaluate_doel, doel.pk, bevinding=bevinding(), als=wereld.regisseur)

    kept = fresh(evaluatie)
    assert (kept.eigenaar_id, kept.door_id) == (wereld.moeder.pk, wereld.regisseur.pk)


def test_judgement_is_kept_with_its_advice(wereld):
    doel = make_doel(wereld)

    evaluatie = do(evaluate_doel, doel.pk, bevinding=bevinding(moment=Moment.EIND), als=wereld.regisseur)

    assert fresh(evaluatie).advies.signalen[0].bron == VERLENGEN
    assert fresh(evaluatie).advies.feiten["Eigenaar"] == "Esther Vermeer"


@pytest.mark.parametrize(
    ("moment", "uitkomst"),
    [(Moment.TUSSEN, Uitkomst.BEHAALD), (Moment.EIND, Uitkomst.BEHAALD), (Moment.EIND, Uitkomst.NIET)],
)
def test_goal_that_is_done_with_is_not_looked_at_again(wereld, moment, uitkomst):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    do(
        adopt_plan,
        wereld.gezin.pk,
        gelezen=1,
        antwoorden=everybody_agrees(wereld),
        als=wereld.regisseur,
        peildatum=date(2026, 9, 1),
    )

    evaluatie = do(
        evaluate_doel, doel.pk, bevinding=bevinding(moment=moment, uitkomst=uitkomst), als=wereld.regisseur
    )
    do(adopt_plan, wereld.gezin.pk, gelezen=2, antwoorden=everybody_agrees(wereld), als=wereld.regisseur)

    assert fresh(evaluatie).volgende_op is None
    assert running(doel) == []


def test_adopting_the_plan_again_is_no_evaluation(wereld):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    for versie, dag in ((1, date(2026, 9, 1)), (2, DAG)):
        do(
            adopt_plan,
            wereld.gezin.pk,
            gelezen=versie,
            antwoorden=everybody_agrees(wereld),
            als=wereld.regisseur,
            peildatum=dag,
        )

    assert running(doel) == [("evaluatie", date(2026, 12, 1))]


def test_goal_of_somebody_else_is_refused_with_the_reason(wereld):
    doel = make_doel(wereld)

    with pytest.raises(Geweigerd) as refusal:
        do(evaluate_doel, doel.pk, bevinding=bevinding(), als=make_reader(wereld, Hoedanigheid.OUDER))

    assert [reden.bron for reden in refusal.value.oordeel.blokkades] == [DOOR_EIGENAAR]
    with as_eigenaar():
        assert not Evaluatie.objects.exists()
    assert events() == ["geweigerd"]


@pytest.mark.parametrize("hoedanigheid", MAG_NIET)
def test_who_does_nothing_in_the_plan_evaluates_no_goal(wereld, hoedanigheid):
    doel = make_doel(wereld)

    with pytest.raises((GeenToegang, ObjectDoesNotExist)):
        do(evaluate_doel, doel.pk, bevinding=bevinding(), als=make_owner(wereld, hoedanigheid))


def test_goal_of_another_family_does_not_exist(wereld):
    with pytest.raises(ObjectDoesNotExist):
        do(evaluate_doel, make_doel(wereld).pk, bevinding=bevinding(), als=make_stranger())


def test_second_time_on_one_day_is_refused(wereld):
    doel = make_doel(wereld)
    do(evaluate_doel, doel.pk, bevinding=bevinding(), als=wereld.regisseur)

    with pytest.raises(Geweigerd) as refusal:
        do(evaluate_doel, doel.pk, bevinding=bevinding(), als=wereld.regisseur)

    assert [reden.bron for reden in refusal.value.oordeel.blokkades] == [IN_DE_TIJD]


@pytest.mark.parametrize(
    ("anders", "constraint"),
    [
        ({"geevalueerd_op": date(2026, 1, 18)}, "evaluatie_is_after_the_start"),
        ({"volgende_op": date(2026, 10, 1)}, "evaluatie_next_is_later"),
        ({"uitkomst": "misschien"}, "evaluatie_has_known_outcome"),
        ({"moment": "ooit"}, "evaluatie_has_known_outcome"),
        ({"waarneming": ""}, "evaluatie_says_what_was_seen"),
        ({"score_gezin": 3}, "evaluatie_scores_on_the_scale"),
        ({"score_hulp": -4}, "evaluatie_scores_on_the_scale"),
    ],
)
def test_database_keeps_evaluations_right(wereld, anders, constraint):
    doel = make_doel(wereld)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        EvaluatieFactory(doel=doel, **anders)


def test_database_keeps_one_evaluation_a_day(wereld):
    eerste = EvaluatieFactory(doel=make_doel(wereld))

    with pytest.raises(IntegrityError, match="evaluatie_once_per_day"), transaction.atomic():
        EvaluatieFactory(doel=eerste.doel)


def copy_of(evaluatie, **anders):
    """Add a second evaluation past the operation, as whoever is named to the database."""
    velden = {een.attname for een in Evaluatie._meta.concrete_fields} - {"id", "created_at"}
    waarden = {veld: getattr(evaluatie, veld) for veld in velden}
    return Evaluatie.objects.create(**waarden | {"geevalueerd_op": DAG} | anders)


def test_database_lets_the_owner_and_the_regisseur_write_in_their_own_name_only(wereld):
    ouder = make_owner(wereld, Hoedanigheid.OUDER)
    ander = make_reader(wereld, Hoedanigheid.JEUGDIGE)
    evaluatie = EvaluatieFactory(doel=make_doel(wereld))

    for wie, door, mag in (
        (ouder, ouder, True),
        (wereld.regisseur, wereld.regisseur, True),
        (ander, ander, False),
        (ouder, wereld.regisseur, False),
    ):
        with as_person(wie, peildatum=DAG), transaction.atomic():
            if mag:
                copy_of(evaluatie, door_id=door.pk)
            else:
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    copy_of(evaluatie, door_id=door.pk)
            transaction.set_rollback(True)


def test_nobody_changes_an_evaluation_in_the_database(wereld):
    EvaluatieFactory(doel=make_doel(wereld))

    refused = pytest.raises(DatabaseError, match="permission denied")
    with (
        as_person(wereld.regisseur, peildatum=DAG),
        refused,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update gezinsplan_evaluatie set waarneming = 'anders'")


def test_owner_reads_no_other_duty_than_that_of_their_goal(wereld):
    ouder = make_owner(wereld, Hoedanigheid.OUDER)
    eigen, ander = make_doel(wereld), make_doel(wereld, plan=wereld.gezin.plan, eigenaar=wereld.oma)
    over = {"gezin": wereld.gezin, "betreft": eigen._meta.label}
    for doel, regel in ((eigen, "evaluatie"), (ander, "evaluatie"), (eigen, "doelen-vaststellen")):
        TermijnFactory(regel=regel, betreft_id=doel.pk, **over)

    with as_person(ouder, peildatum=DAG):
        assert list(Termijn.objects.values_list("regel", "betreft_id")) == [("evaluatie", eigen.pk)]


def test_owner_whose_tie_ended_reads_no_duty(wereld):
    wie = GebruikerFactory(rol="gezin")
    seat(wereld.moeder, wie)
    doel = make_doel(wereld)
    TermijnFactory(gezin=wereld.gezin, regel="evaluatie", betreft=doel._meta.label, betreft_id=doel.pk)

    with as_person(wie, peildatum=DAG):
        assert not Termijn.objects.exists()
