"""The side that had not scored yet does so later: once, in time, for itself only."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rondetafel.gezinsplan.models import Gasscore
from rondetafel.gezinsplan.operations import add_score
from rondetafel.regels.gas import VIJFPUNTSSCHAAL, ZESPUNTSSCHAAL
from rondetafel.regels.gasscore import Scorevraag, assess_score
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rechten import Recht, hoedanigheden_with
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import EvaluatieFactory
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

GEKEKEN = date(2026, 11, 2)
FAMILIE = {Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE}


def vraag(**anders):
    basis = {"doel": "Op tijd", "score": 0, "schaal": ZESPUNTSSCHAAL, "geevalueerd_op": GEKEKEN}
    return Scorevraag(**basis | {"is_gegeven": False, "peildatum": GEKEKEN} | anders)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({}, None),
        ({"peildatum": date(2026, 11, 30)}, None),
        ({"peildatum": date(2026, 12, 1)}, "Scoren kon tot en met 30 november 2026."),
        ({"is_gegeven": True}, "Van deze kant is er al een score."),
        ({"geevalueerd_op": None}, "Naar het doel “Op tijd” is nog niet gekeken."),
        ({"score": -3}, None),
        ({"score": -3, "schaal": VIJFPUNTSSCHAAL}, "De score -3 past niet op de schaal."),
    ],
)
def test_when_a_side_may_score(anders, reden):
    assert [een.tekst for een in assess_score(vraag(**anders)).blokkades] == ([reden] if reden else [])


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def doel(wereld):
    doel = make_doel(wereld)
    EvaluatieFactory(doel=doel, geevalueerd_op=GEKEKEN)
    return doel


@pytest.mark.django_db
@pytest.mark.parametrize("hoedanigheid", sorted(hoedanigheden_with(Recht.DOEL_EVALUEREN)))
def test_who_does_something_in_the_plan_scores_for_the_own_side(wereld, doel, hoedanigheid):
    score = do(add_score, doel.pk, score=1, als=make_reader(wereld, hoedanigheid))

    assert score.kant == ("gezin" if hoedanigheid in FAMILIE else "hulp")
    assert set(events()) == {"score_gegeven"}


def url_of(naam, doel):
    return reverse(f"gezinsplan:{naam}", args=[doel.pk])


def text_of(answer):
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_each_side_scores_once_and_both_add_up(client, wereld, doel):
    plan = reverse("werkplek:gezin", args=[wereld.gezin.pk])
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    client.force_login(ouder)
    assert url_of("score", doel) in text_of(client.get(plan))
    form = text_of(client.get(url_of("score", doel)))
    assert "Dat kan tot en met 30 november 2026." in form

    assert client.post(url_of("score", doel), {}).status_code == 422
    page = client.post(url_of("score", doel), {"score": "-1"}, follow=True)

    assert "Score van het gezin" in text_of(page)
    assert "Score van de hulpverlener" not in text_of(page)
    assert url_of("score", doel) not in text_of(client.get(plan))
    assert "Er valt nu niets te scoren" in text_of(client.get(url_of("score", doel)))
    opnieuw = client.post(url_of("score", doel), {"score": "2"})
    assert (opnieuw.status_code, "al een score" in text_of(opnieuw)) == (422, True)

    client.force_login(wereld.regisseur)
    assert "niet te berekenen: de score van het doel" in text_of(client.get(plan))
    client.post(url_of("score", doel), {"score": "0"})
    later = text_of(client.get(plan))
    assert "niet te berekenen" not in later
    assert "1 van de 1" in later
    assert "trend__lijn--hulp" in text_of(client.get(url_of("evaluaties", doel)))


@pytest.mark.django_db
def test_too_late_changes_nothing_and_a_stranger_finds_nothing(client, wereld, doel):
    with pytest.raises(Geweigerd):
        do(add_score, doel.pk, score=1, als=wereld.regisseur, peildatum=date(2026, 12, 1))
    client.force_login(make_stranger())
    assert client.get(url_of("score", doel)).status_code == 404
    client.force_login(make_reader(wereld, Hoedanigheid.NETWERK))
    assert client.get(url_of("score", doel)).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kant", "in_eigen_naam", "mag"),
    [("gezin", True, True), ("hulp", True, False), ("gezin", False, False)],
)
def test_database_lets_each_score_for_the_own_side_only(wereld, doel, kant, in_eigen_naam, mag):
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    with as_eigenaar():
        evaluatie = doel.evaluaties.get()
    rij = Gasscore(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        evaluatie=evaluatie,
        doel=doel,
        sleutel=doel.sleutel,
        kant=kant,
        score=1,
        gegeven_op=DAG,
        door_id=ouder.pk if in_eigen_naam else wereld.regisseur.pk,
    )
    with as_person(ouder, peildatum=DAG):
        if mag:
            rij.save(force_insert=True)
        with pytest.raises(DatabaseError), transaction.atomic():
            Gasscore.objects.update(score=2) if mag else rij.save(force_insert=True)
