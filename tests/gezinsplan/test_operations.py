"""What happens to a plan: changed and recorded, or refused and left as it was."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan, Matrixdoel
from rondetafel.gezinsplan.operations import (
    Actieopgave,
    Doelopgave,
    add_actie,
    add_doel,
    adopt_plan,
    correct_doel,
    start_plan,
    tick_actie,
)
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.regels.doelen import ACTIES, DOELEN_NODIG, MEETBAAR, TIJDGEBONDEN
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    ActieFactory,
    BetrokkeneFactory,
    GezinsplanFactory,
    MatrixdoelFactory,
    PersoonFactory,
    TermijnFactory,
)
from tests.gezinsplan.wereld import DAG, everybody_agrees, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


def opgave(wereld, **anders):
    basis = {"eigenaar_id": wereld.moeder.pk, "specifiek": "Elke schooldag op tijd in de klas"}
    return Doelopgave(**basis | anders)


def test_plan_starts_today_and_is_recorded(wereld):
    plan = do(start_plan, wereld.gezin.pk, als=wereld.regisseur)

    assert (fresh(plan).gestart_op, fresh(plan).uitgave, fresh(plan).vastgesteld_op) == (DAG, 0, None)
    assert events() == ["plan_gestart"]


def test_a_family_has_one_plan(wereld):
    GezinsplanFactory(gezin=wereld.gezin)

    with pytest.raises(IntegrityError), transaction.atomic():
        do(start_plan, wereld.gezin.pk, als=wereld.regisseur)


def test_goal_may_begin_as_a_draft(wereld):
    GezinsplanFactory(gezin=wereld.gezin)
    matrixdoel = MatrixdoelFactory()

    doel = do(
        add_doel,
        wereld.gezin.pk,
        matrixdoel_id=matrixdoel.pk,
        opgave=opgave(wereld, over_id=wereld.noor.pk),
        als=wereld.regisseur,
    )

    kept = fresh(doel)
    assert (kept.matrixdoel_id, kept.voor_id, kept.meetbaar) == (matrixdoel.pk, wereld.noor.pk, "")
    assert events() == ["doel_toegevoegd"]


@pytest.mark.parametrize("wie", ["eigenaar_id", "over_id"])
def test_owner_and_child_belong_to_this_family(wereld, wie):
    GezinsplanFactory(gezin=wereld.gezin)
    vreemde = BetrokkeneFactory() if wie == "eigenaar_id" else PersoonFactory()

    with pytest.raises(ObjectDoesNotExist):
        do(
            add_doel,
            wereld.gezin.pk,
            matrixdoel_id=MatrixdoelFactory().pk,
            opgave=opgave(wereld, **{wie: vreemde.pk}),
            als=wereld.regisseur,
        )

    with as_eigenaar():
        assert not Doel.objects.exists()
    assert events() == ["geweigerd"]


def test_open_chair_owns_nothing_and_does_nothing(wereld):
    leeg = BetrokkeneFactory(gezin=wereld.gezin, naam="", relatie="huisarts")
    doel = make_doel(wereld)
    rest = {"opgave": opgave(wereld, eigenaar_id=leeg.pk), "als": wereld.regisseur}

    for operatie, pk, meer in (
        (add_doel, wereld.gezin.pk, rest | {"matrixdoel_id": doel.matrixdoel_id}),
        (correct_doel, doel.pk, rest | {"gelezen": 1}),
        (add_actie, doel.pk, {"opgave": Actieopgave(tekst="x", wie_id=leeg.pk), "als": wereld.regisseur}),
    ):
        with pytest.raises(ObjectDoesNotExist):
            do(operatie, pk, **meer)

    with as_eigenaar():
        assert (Doel.objects.count(), Actie.objects.count()) == (1, 0)
    assert fresh(doel).versie == 1
    assert events() == ["geweigerd"] * 3


def test_names_are_words(wereld):
    doel = make_doel(wereld)
    with as_eigenaar():
        assert str(doel.matrixdoel.gebied) == "F Onderwijs, dagbesteding, werk"
        assert str(doel.matrixdoel) == "Het kind gaat elke dag naar school"
        assert str(doel.plan) == "plan, uitgave 0"


def test_goal_is_corrected(wereld):
    doel = make_doel(wereld)

    do(
        correct_doel,
        doel.pk,
        gelezen=1,
        opgave=opgave(wereld, eigenaar_id=wereld.oma.pk),
        als=wereld.regisseur,
    )

    kept = fresh(doel)
    assert (kept.eigenaar_id, kept.meetbaar, kept.versie) == (wereld.oma.pk, "", 2)
    assert events() == ["doel_gewijzigd"]


def test_second_writer_overwrites_nothing(wereld):
    doel = make_doel(wereld)
    do(
        correct_doel,
        doel.pk,
        gelezen=1,
        opgave=opgave(wereld, specifiek="Samen eten"),
        als=wereld.regisseur,
    )

    with pytest.raises(Botsing) as botsing:
        do(
            correct_doel,
            doel.pk,
            gelezen=1,
            opgave=opgave(wereld, specifiek="Rust"),
            als=wereld.regisseur,
        )

    assert botsing.value.huidig.specifiek == fresh(doel).specifiek == "Samen eten"


def test_action_is_written_down(wereld):
    doel = make_doel(wereld)

    actie = do(
        add_actie,
        doel.pk,
        opgave=Actieopgave(tekst="Samen fietsen", wie_id=wereld.oma.pk, vanaf=DAG),
        als=wereld.regisseur,
    )

    assert (fresh(actie).wie_id, fresh(actie).vanaf) == (wereld.oma.pk, DAG)
    assert events() == ["actie_toegevoegd"]


@pytest.mark.parametrize(
    "hoedanigheid",
    [Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER, Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE],
)
def test_action_is_ticked_and_put_back(wereld, hoedanigheid):
    actie = ActieFactory(doel=make_doel(wereld))
    wie = make_reader(wereld, hoedanigheid)

    do(tick_actie, actie.pk, klaar_op=DAG, als=wie)
    assert fresh(actie).klaar_op == DAG
    do(tick_actie, actie.pk, klaar_op=None, als=wie)
    assert (fresh(actie).klaar_op, fresh(actie).versie) == (None, 1)
    assert events() == ["actie_afgevinkt", "actie_afgevinkt"]


def test_network_ticks_nothing(wereld):
    actie = ActieFactory(doel=make_doel(wereld))

    with pytest.raises((GeenToegang, ObjectDoesNotExist)):
        do(tick_actie, actie.pk, klaar_op=DAG, als=make_reader(wereld, Hoedanigheid.NETWERK))

    assert fresh(actie).klaar_op is None
    assert events() == ["geweigerd"]


def test_plan_is_adopted_and_its_goals_are_looked_back_on_in_three_months(wereld):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    TermijnFactory(gezin=wereld.gezin, regel="doelen-vaststellen")

    plan = do(
        adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur
    )

    assert (fresh(plan).uitgave, fresh(plan).vastgesteld_op) == (1, DAG)
    assert fresh(plan).oordeel["akkoord"] is True and fresh(plan).oordeel["feiten"]
    with as_eigenaar():
        running = Termijn.objects.running().values_list("regel", "betreft_id", "vervalt_op")
        assert list(running) == [("evaluatie", doel.pk, date(2027, 2, 16))]
    assert events() == ["plan_vastgesteld"]


def test_plan_is_adopted_again_with_one_term_per_goal(wereld):
    ActieFactory(doel=make_doel(wereld))
    for versie in (1, 2):
        plan = do(
            adopt_plan,
            wereld.gezin.pk,
            gelezen=versie,
            antwoorden=everybody_agrees(wereld),
            als=wereld.regisseur,
        )

    assert fresh(plan).uitgave == 2
    with as_eigenaar():
        assert Termijn.objects.running().count() == 1


@pytest.mark.parametrize(
    ("afwijking", "bron"),
    [
        pytest.param({"meetbaar": ""}, MEETBAAR, id="niet-meetbaar"),
        pytest.param({"behaald_voor": None}, TIJDGEBONDEN, id="zonder-dag"),
        pytest.param({}, ACTIES, id="zonder-actie"),
    ],
)
def test_plan_with_an_unfinished_goal_is_refused_with_the_reason(wereld, afwijking, bron):
    doel = make_doel(wereld, **afwijking)

    with pytest.raises(Geweigerd) as refusal:
        do(adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur)

    assert bron in [reden.bron for reden in refusal.value.oordeel.blokkades]
    assert fresh(doel.plan).vastgesteld_op is None
    with as_eigenaar():
        regel = Logregel.objects.get()
        assert f"{bron.document}: {bron.plek}" in regel.details["redenen"]


def test_plan_without_goals_is_refused(wereld):
    GezinsplanFactory(gezin=wereld.gezin)

    with pytest.raises(Geweigerd) as refusal:
        do(adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur)

    assert [reden.bron for reden in refusal.value.oordeel.blokkades] == [DOELEN_NODIG]


def test_open_chair_does_not_hold_up_the_plan(wereld):
    ActieFactory(doel=make_doel(wereld))
    BetrokkeneFactory(gezin=wereld.gezin, naam="", relatie="huisarts")

    assert (
        do(
            adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur
        ).uitgave
        == 1
    )


def test_plan_that_was_adopted_meanwhile_is_not_adopted_again(wereld):
    ActieFactory(doel=make_doel(wereld))
    do(adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur)

    with pytest.raises(Botsing):
        do(adopt_plan, wereld.gezin.pk, gelezen=1, antwoorden=everybody_agrees(wereld), als=wereld.regisseur)


READERS = [een for een in Hoedanigheid if een is not Hoedanigheid.REGISSEUR]


@pytest.mark.parametrize("hoedanigheid", READERS)
def test_only_the_regisseur_writes_the_plan(wereld, hoedanigheid):
    doel = make_doel(wereld)
    wie = make_reader(wereld, hoedanigheid)

    for operatie, pk, rest in writes(wereld, doel):
        with pytest.raises(GeenToegang):
            do(operatie, pk, als=wie, **rest)
    with as_eigenaar():
        assert (Gezinsplan.objects.count(), Doel.objects.count(), Actie.objects.count()) == (1, 1, 0)
    assert set(events()) == {"geweigerd"}


def test_plan_of_another_family_does_not_exist(wereld):
    doel = make_doel(wereld)
    vreemde = make_stranger()

    for operatie, pk, rest in writes(wereld, doel):
        with pytest.raises(ObjectDoesNotExist):
            do(operatie, pk, als=vreemde, **rest)


def writes(wereld, doel):
    gezin, matrixdoel = wereld.gezin.pk, doel.matrixdoel_id
    return [
        (start_plan, gezin, {}),
        (add_doel, gezin, {"matrixdoel_id": matrixdoel, "opgave": opgave(wereld)}),
        (correct_doel, doel.pk, {"gelezen": 1, "opgave": opgave(wereld)}),
        (adopt_plan, gezin, {"gelezen": 1, "antwoorden": ()}),
        (add_actie, doel.pk, {"opgave": Actieopgave(tekst="Fietsen", wie_id=wereld.oma.pk)}),
    ]


def test_every_installation_has_the_example_matrix():
    with as_eigenaar():
        letters = Matrixdoel.objects.filter(gebied__formatversie__is_voorbeeld=True).values_list(
            "gebied__letter", flat=True
        )

        assert sorted(letters) == [letter for letter in "ABCDEFGHIJ" for _ in range(3)]


def test_goal_is_due_after_its_start(wereld):
    with pytest.raises(IntegrityError, match="doel_is_due_after_its_start"), transaction.atomic():
        make_doel(wereld, gestart_op=DAG, behaald_voor=DAG)


def test_plan_is_adopted_on_or_after_its_start(wereld):
    with pytest.raises(IntegrityError, match="gezinsplan_is_adopted_after_its_start"), transaction.atomic():
        GezinsplanFactory(gezin=wereld.gezin, gestart_op=DAG, vastgesteld_op=date(2026, 11, 15))
