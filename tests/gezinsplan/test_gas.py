"""How a goal is measured: agreed beforehand in words, and then shown as a line and as a table."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.gezinsplan.models import Doel, Evaluatie
from rondetafel.gezinsplan.trend import draw_trend
from rondetafel.regels.gas import VIJFPUNTSSCHAAL, ZESPUNTSSCHAAL
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import EvaluatieFactory
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import events, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
WOORDEN = {f"niveau_{score}": f"{score + 3} dagen" for score in ZESPUNTSSCHAAL.woorden}


@pytest.fixture
def wereld():
    return make_wereld()


def url_of(naam, ding):
    return reverse(f"gezinsplan:{naam}", args=[ding.pk])


def text_of(answer):
    return answer.content.decode()


def answers(**anders):
    return (
        {"variabele": "Dagen op tijd", "schaal": "zespunts", "gewicht": "2", "gelezen": 1} | WOORDEN | anders
    )


def test_words_are_agreed_and_stand_with_every_score(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    assert "De juf ziet haar om half negen." in text_of(client.get(url_of("schaal", doel)))

    page = client.post(url_of("schaal", doel), answers(niveau_1=""))
    assert page.status_code == 422
    assert "Bij score +1 staat nog niet hoe het er dan uitziet." in text_of(page)
    assert "5 dagen" in text_of(page)
    client.post(url_of("schaal", doel), answers())

    kept = fresh(doel)
    assert (kept.versie, kept.schaalversie) == (1, 2)
    assert (kept.variabele, kept.gewicht, kept.gasschaal.woorden[-3]) == ("Dagen op tijd", 2, "0 dagen")
    assert "schaal_afgesproken" in events()
    assert "+1: 4 dagen" in text_of(client.get(url_of("evalueren", doel)))
    ander = client.post(url_of("schaal", doel), answers(variabele="Iets anders"))
    assert (ander.status_code, "Iets anders" in text_of(ander)) == (409, True)
    EvaluatieFactory(doel=doel, score_hulp=0)
    vast = client.post(url_of("schaal", doel), answers(gelezen=2))
    assert (vast.status_code, "al een score gegeven" in text_of(vast)) == (422, True)


def test_scale_stands_with_the_goal_and_says_what_to_do_without_one(client, wereld):
    doel = make_doel(wereld)
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    paginas = [reverse("werkplek:gezin", args=[wereld.gezin.pk]), url_of("evaluaties", doel)]

    def read(wie, pagina):
        client.force_login(wie)
        return text_of(client.get(pagina))

    for pagina in (*paginas, url_of("doel", doel)):
        text = read(wereld.regisseur, pagina)
        assert "Nog geen schaal afgesproken." in text
        assert url_of("schaal", doel) in text
    for pagina in paginas:
        text = read(ouder, pagina)
        assert "De regisseur spreekt met jullie af wat elke score betekent." in text
        assert url_of("schaal", doel) not in text

    client.force_login(wereld.regisseur)
    client.post(url_of("schaal", doel), answers())

    for wie in (wereld.regisseur, ouder):
        for pagina in paginas:
            text = read(wie, pagina)
            assert "Nog geen schaal" not in text
            assert "Dagen op tijd" in text
            assert "0 dagen" in text


def test_five_points_have_no_minus_three(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)

    client.post(url_of("schaal", doel), answers(schaal="vijfpunts", **{"niveau_-3": ""}))

    assert fresh(doel).schaal == "vijfpunts"
    assert "-3:" not in text_of(client.get(url_of("evalueren", doel)))
    with pytest.raises(IntegrityError), transaction.atomic(), as_eigenaar():
        Doel.objects.filter(pk=doel.pk).update(gewicht=4)


def test_trend_is_the_same_as_its_table():
    assert draw_trend([], ZESPUNTSSCHAAL) is None
    keren = [
        Evaluatie(geevalueerd_op=date(2026, 9, 1), score_gezin=2, score_hulp=None),
        Evaluatie(geevalueerd_op=date(2026, 6, 1)),
        Evaluatie(geevalueerd_op=date(2026, 3, 1), score_gezin=-2, score_hulp=0),
    ]

    trend = draw_trend(keren, VIJFPUNTSSCHAAL)

    assert [een.geevalueerd_op.month for een in trend.rijen] == [3, 9]
    assert [(punt.score, punt.x, punt.y) for punt in trend.gezin.punten] == [(-2, 30, 136), (2, 306, 14)]
    assert trend.gezin.pad == "30,136 306,14"
    assert [punt.score for punt in trend.hulp.punten] == [0]


@pytest.mark.parametrize(
    ("tot", "score", "woorden"),
    [
        (date(2026, 4, 1), 0, "van -2 naar 0 in 3 maanden"),
        (date(2026, 3, 31), 1, "van -2 naar +1 in 2 maanden"),
        (date(2026, 2, 1), -2, "bleef -2 in 1 maand"),
        (date(2026, 1, 31), -3, "van -2 naar -3 in 4 weken"),
        (date(2026, 1, 8), 0, "van -2 naar 0 in 1 week"),
        (date(2026, 1, 7), 0, "van -2 naar 0 in 6 dagen"),
        (date(2026, 4, 1), None, ""),
    ],
)
def test_trend_in_words(tot, score, woorden):
    keren = [Evaluatie(geevalueerd_op=tot, score_gezin=score)]
    keren.append(Evaluatie(geevalueerd_op=date(2026, 1, 1), score_gezin=-2))

    assert draw_trend(keren, ZESPUNTSSCHAAL).woorden == woorden


def test_page_draws_family_and_worker_and_the_plan_adds_them_up(client, wereld):
    doel = make_doel(wereld)
    tweede = make_doel(wereld, plan=doel.plan, matrixdoel=doel.matrixdoel, specifiek="Samen eten")
    EvaluatieFactory(doel=doel, score_gezin=0, score_hulp=-3)
    client.force_login(make_reader(wereld, Hoedanigheid.NETWERK))
    plan = reverse("werkplek:gezin", args=[wereld.gezin.pk])

    page = text_of(client.get(url_of("evaluaties", doel)))
    assert "trend__lijn--hulp" in page
    assert "De scores per keer" in page
    client.force_login(wereld.regisseur)
    assert "niet te berekenen: de score van het doel" in text_of(client.get(plan))

    assert "Zo ging het:" not in text_of(client.get(plan))

    EvaluatieFactory(doel=doel, score_gezin=-1, score_hulp=-3, geevalueerd_op=date(2026, 8, 1))
    EvaluatieFactory(doel=tweede, score_gezin=1, score_hulp=0, geevalueerd_op=DAG)
    page = text_of(client.get(plan))
    assert "Zo ging het: van -1 naar 0 in 2 maanden" in page
    assert "2 van de 2" in page
    assert "56,2" in page
    assert "1 van de 2" in page
    assert "buiten de formule" in page
