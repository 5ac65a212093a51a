"""What a gemeente reads of a plan: the version that was adopted last, and nothing else of it (ADR 0040)."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from rondetafel.gezinsplan.gegevens import Doelinhoud
from rondetafel.gezinsplan.models import (
    Actie,
    Doel,
    Evaluatie,
    Gezinsplan,
    Planantwoord,
    Planversie,
    Versieactie,
    Versiedoel,
)
from rondetafel.gezinsplan.operations import adopt_plan
from rondetafel.gezinsplan.queries import content_of
from rondetafel.overleg.models import Overleg
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    ActieFactory,
    EvaluatieFactory,
    GebruikerFactory,
    OverlegFactory,
    PersoonFactory,
    PlanversieFactory,
    VersieactieFactory,
    VersiedoelFactory,
)
from tests.gezinsplan.wereld import DAG, everybody_agrees, make_doel, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
VERSIES = (Planversie, Versiedoel, Versieactie)
DE_REST = (Gezinsplan, Doel, Actie, Evaluatie, Planantwoord, Overleg)


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def gemeente(wereld):
    return GebruikerFactory(rol=Rol.GEMEENTE, gemeenten=[wereld.gezin.gemeente_id])


def adopt(wereld):
    with as_eigenaar():
        gelezen = Gezinsplan.objects.get(gezin=wereld.gezin).versie
    answers = everybody_agrees(wereld)
    do(adopt_plan, wereld.gezin.pk, gelezen=gelezen, antwoorden=answers, als=wereld.regisseur)


def read_by(account):
    """What each fence shows of the version tables, by model: the database alone, and the filter alone."""
    with as_person(account, peildatum=DAG) as wie:
        by_database = {model: set(model.objects.values_list("pk", flat=True)) for model in VERSIES}
        assert not any(model.objects.exists() for model in DE_REST)
    with as_eigenaar():
        by_filter = {
            model: set(model.objects.visible_to(wie, DAG).values_list("pk", flat=True)) for model in VERSIES
        }
        assert not any(model.objects.visible_to(wie, DAG).exists() for model in DE_REST)
    assert by_database == by_filter
    return by_database


def rows_of(**versie):
    with as_eigenaar():
        een = Planversie.objects.get(**versie)
        doelen = Versiedoel.objects.filter(in_versie=een)
        acties = Versieactie.objects.filter(versiedoel__in=doelen)
        return {
            Planversie: {een.pk},
            Versiedoel: set(doelen.values_list("pk", flat=True)),
            Versieactie: set(acties.values_list("pk", flat=True)),
        }


def test_nothing_is_read_before_the_plan_was_adopted(client, wereld, gemeente):
    doel = make_doel(wereld)
    EvaluatieFactory(doel=doel)
    versie = PlanversieFactory(van_doel=True, doel=doel)
    OverlegFactory(gezin=wereld.gezin, gehouden_op=DAG, verslag="Het ging stroef.")

    assert not any(read_by(gemeente).values())
    client.force_login(gemeente)
    text = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
    assert "Er is nog geen vastgesteld plan" in text
    assert doel.specifiek not in text
    assert "Het ging stroef." not in text
    assert client.get(reverse("gezinsplan:versie", args=[versie.pk])).status_code == 404


def test_version_that_was_adopted_last_is_read_and_no_other(client, wereld, gemeente):
    doel = ActieFactory(doel=make_doel(wereld)).doel
    adopt(wereld)
    eerste = rows_of(uitgave=1)
    assert read_by(gemeente) == eerste

    PlanversieFactory(van_doel=True, doel=doel, uitgave=1)
    with as_eigenaar():
        Doel.objects.filter(pk=doel.pk).update(specifiek="Wat nog niemand vaststelde")
    assert read_by(gemeente) == eerste

    adopt(wereld)
    tweede = rows_of(uitgave=2)
    assert read_by(gemeente) == tweede
    client.force_login(gemeente)
    (nieuw,), (oud,) = tweede[Planversie], eerste[Planversie]
    page = client.get(reverse("gezinsplan:versie", args=[nieuw]))
    assert "Wat nog niemand vaststelde" in page.content.decode()
    assert client.get(reverse("gezinsplan:versie", args=[oud])).status_code == 404


def test_plan_as_adopted_says_for_whom_and_who_does_what(client, wereld, gemeente):
    """Without joining what the gemeente may not read, so that nothing falls away."""
    doel = make_doel(wereld, voor=wereld.noor)
    versie = PlanversieFactory(plan=doel.plan, uitgave=1)
    inhoud = {"letter": "F", "gebied": "School", "matrixdoel": "x", "specifiek": "Elke dag naar school"}
    in_versie = VersiedoelFactory(doel=doel, in_versie=versie, inhoud=inhoud | {"over": str(wereld.noor.pk)})
    VersieactieFactory(actie__doel=doel, versiedoel=in_versie, tekst="Samen fietsen")

    with as_person(gemeente, peildatum=DAG) as wie:
        (stand,) = content_of(Planversie.objects.get(), wie, DAG)
    assert stand.voor == "Noor"
    assert [een.tekst for een in stand.acties] == ["Samen fietsen"]
    client.force_login(gemeente)
    text = client.get(reverse("gezinsplan:versie", args=[versie.pk])).content.decode()
    assert "Samen fietsen" in text
    assert "Wie is het ermee eens?" not in text
    assert reverse("gezinsplan:versies", args=[wereld.gezin.pk]) not in text


@pytest.mark.parametrize(
    ("over", "sleutel", "naam"),
    [
        ("noor", "noor", "Noor"),
        ("noor", "gezin", "iemand anders"),
        ("adam", "noor", "iemand anders"),
        ("moeder", "gezin", "Esther"),
        ("moeder", "noor", "iemand anders"),
        ("", "noor", ""),
        (None, "noor", "Noor"),
        (None, "gezin", ""),
    ],
)
def test_only_who_a_goal_is_still_about_has_a_name(wereld, over, sleutel, naam):
    """A goal that moved to another since is read by others than then."""
    wie_dan = {"noor": wereld.noor, "adam": PersoonFactory(gezin=wereld.gezin, voornaam="Adam")}
    wie_dan["moeder"] = PersoonFactory(gezin=wereld.gezin, voornaam="Esther", rol="ouder")
    doel = make_doel(wereld, voor=wie_dan.get(sleutel))
    inhoud = {veld: "x" for veld in ("letter", "gebied", "matrixdoel", "specifiek")}
    if over is not None:
        inhoud["over"] = str(wie_dan[over].pk) if over else ""
    versie = VersiedoelFactory(doel=doel, inhoud=inhoud).in_versie

    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        (stand,) = content_of(Planversie.objects.get(pk=versie.pk), wie, DAG)
    assert stand.voor == naam
    assert stand.inhoud == Doelinhoud(
        letter="x", gebied="x", matrixdoel="x", specifiek="x", over=inhoud.get("over")
    )


def test_pages_of_a_gemeente_stay_within_the_budget(client, wereld, gemeente, count_queries):
    doel = make_doel(wereld)
    versie = PlanversieFactory(plan=doel.plan, uitgave=1, gemaakt_op=date(2026, 9, 1))
    VersieactieFactory(actie__doel=doel, versiedoel__in_versie=versie)
    client.force_login(gemeente)
    pages = [
        reverse("werkplek:gezin", args=[wereld.gezin.pk]),
        reverse("gezinsplan:versie", args=[versie.pk]),
    ]

    def count():
        return [count_queries(partial(client.get, page)) for page in pages]

    few = count()
    for _ in range(20):
        VersieactieFactory(actie__doel=make_doel(wereld, plan=doel.plan), versiedoel__in_versie=versie)

    assert count() == few
    assert max(few) <= 10
