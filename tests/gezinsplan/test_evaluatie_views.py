"""Looking back on a goal, on the screen: by its owner, read by everyone who reads the goal."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinsplan.models import Evaluatie, Gezinsplan
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory, EvaluatieFactory, GezinsplanFactory
from tests.gezinsplan.test_evaluatie import make_owner
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
ANTWOORD = {
    "dag": "2026-11-16",
    "moment": "tussen",
    "uitkomst": "deels",
    "waarneming": "Het lukt nu drie dagen per week.",
    "score_gezin": "-1",
    "score_hulp": "",
}


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def doel(wereld):
    plan = GezinsplanFactory(gezin=wereld.gezin, vastgesteld_op=date(2026, 8, 20), uitgave=1)
    doel = make_doel(wereld, plan=plan)
    ActieFactory(doel=doel)
    return doel


def url_of(naam, doel):
    return reverse(f"gezinsplan:{naam}", args=[doel.pk])


def text_of(answer):
    return answer.content.decode()


def test_owner_at_home_writes_it_down_and_reads_at_once_what_follows(client, wereld, doel):
    client.force_login(make_owner(wereld, Hoedanigheid.OUDER))
    form = text_of(client.get(url_of("evalueren", doel)))
    assert 'value="16-11-2026"' in form
    assert "De juf ziet haar om half negen." in form

    page = client.post(url_of("evalueren", doel), ANTWOORD, follow=True)

    assert page.redirect_chain == [(url_of("evaluaties", doel), 302)]
    assert "Het lukt nu drie dagen per week." in text_of(page)
    assert "Een deel is gelukt. Ga door, uiterlijk tot de einddatum van de hulp." in text_of(page)
    assert "uiterlijk op 16 februari 2027" in text_of(page)
    assert "opgeschreven door de regisseur" not in text_of(page)
    with as_eigenaar():
        een = Evaluatie.objects.get()
        assert (een.score_gezin, een.score_hulp, een.uitgave) == (-1, None, 1)


def test_what_cannot_be_comes_back_with_the_reason_and_what_was_typed(client, wereld, doel):
    client.force_login(wereld.regisseur)

    page = client.post(url_of("evalueren", doel), ANTWOORD | {"dag": "2026-11-17"})

    assert page.status_code == 422
    assert "17 november 2026 is nog niet geweest." in text_of(page)
    assert "Het lukt nu drie dagen per week." in text_of(page)
    with as_eigenaar():
        assert not Evaluatie.objects.exists()


def test_empty_answer_keeps_the_form(client, wereld, doel):
    client.force_login(wereld.regisseur)

    page = client.post(url_of("evalueren", doel), ANTWOORD | {"waarneming": "", "uitkomst": ""})

    assert page.status_code == 422
    assert 'href="#id_waarneming"' in text_of(page)


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.NETWERK, Hoedanigheid.AANBIEDER])
def test_who_does_not_own_the_goal_reads_it_only(client, wereld, doel, hoedanigheid):
    EvaluatieFactory(doel=doel)
    client.force_login(make_reader(wereld, hoedanigheid))

    page = text_of(client.get(url_of("evaluaties", doel)))

    assert "Het lukt nu drie dagen per week." in page
    assert url_of("evalueren", doel) not in page
    assert client.get(url_of("evalueren", doel)).status_code == 404
    assert client.post(url_of("evalueren", doel), ANTWOORD).status_code == 404


def test_stranger_finds_nothing(client, doel):
    client.force_login(make_stranger())

    assert client.get(url_of("evaluaties", doel)).status_code == 404


def test_goal_without_evaluation_says_who_looks_and_when(client, wereld, doel):
    client.force_login(wereld.regisseur)

    assert "Nog geen evaluatie" in text_of(client.get(url_of("evaluaties", doel)))


def test_own_step_appears_when_the_warning_begins(client, wereld, doel):
    # Adopted on 20 August, so due on 20 November; ten working days before is 6 November.
    with as_eigenaar():
        doel.__class__.objects.filter(pk=doel.pk).update(created_at="2026-08-20T12:00Z")
    client.force_login(make_owner(wereld, Hoedanigheid.OUDER))

    page = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))

    assert "Kijk samen en schrijf het op, uiterlijk op 20 november 2026." in page
    assert url_of("evalueren", doel) in page


def test_regisseur_is_asked_to_discuss_the_plan_until_it_is_adopted_again(client, wereld, doel):
    EvaluatieFactory(doel=doel, geevalueerd_op=date(2026, 11, 2), uitgave=1)
    client.force_login(wereld.regisseur)
    url = reverse("werkplek:gezin", args=[wereld.gezin.pk])
    assert "Bespreek het plan met het gezin" in text_of(client.get(url))

    with as_eigenaar():
        Gezinsplan.objects.filter(pk=doel.plan_id).update(vastgesteld_op=DAG, uitgave=2)

    page = text_of(client.get(url))
    assert "Bespreek het plan met het gezin" not in page
    assert "Bekeken op 2 november 2026: het gaat vooruit" in page


def test_number_of_queries_does_not_grow(client, wereld, doel, django_assert_max_num_queries):
    for maand in range(1, 7):
        EvaluatieFactory(doel=doel, geevalueerd_op=date(2026, maand + 4, 1))
    client.force_login(wereld.regisseur)
    client.get(url_of("evaluaties", doel))

    with django_assert_max_num_queries(10):
        client.get(url_of("evaluaties", doel))
