"""Adopting the plan in the meeting: every reason before the button, and who decides afterwards."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Eigenplanstap, Gezinsplan
from rondetafel.regels.beslissers import ONDER_TWAALF
from rondetafel.regels.familiegroepsplan import EERST_HET_GEZIN
from rondetafel.regels.instemming import IN_HET_OVERLEG
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    ActieFactory,
    BetrokkeneFactory,
    EigenplanstapFactory,
    GezagFactory,
    MaatregelFactory,
    OverlegFactory,
    PersoonFactory,
)
from tests.gezinsplan.wereld import (
    DAG,
    everybody_agrees,
    make_doel,
    make_reader,
    make_unasked_wereld,
)
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    wereld = make_unasked_wereld()
    ActieFactory(doel=make_doel(wereld, voor=make_kind(wereld)), wie=wereld.oma)
    return wereld


def make_kind(wereld):
    """A child of nine, about whom a father decides who has no chair, and a mother who has one."""
    kind = PersoonFactory(gezin=wereld.gezin, voornaam="Siem", geboortedatum=DAG - timedelta(days=9 * 365))
    moeder = PersoonFactory(gezin=wereld.gezin, ouder=True, voornaam="Esther")
    with as_eigenaar():
        wereld.moeder.persoon = moeder
        wereld.moeder.save()
    vader = PersoonFactory(gezin=wereld.gezin, ouder=True, voornaam="Ruud")
    for ouder in (moeder, vader):
        GezagFactory(kind=kind, volwassene=ouder)
    return kind


def url(wereld):
    return reverse("overleg:vaststellen", args=[wereld.gezin.pk])


def page(client, wereld):
    client.force_login(wereld.regisseur)
    return client.get(url(wereld))


def agreed(wereld):
    antwoorden = {f"antwoord-{een.stoel_id}": "eens" for een in everybody_agrees(wereld)}
    return {"gelezen": 1} | antwoorden


def test_every_reason_stands_before_the_button(client, wereld):
    answer = page(client, wereld)

    oordeel = answer.context["oordeel"]
    assert [een.bron for een in oordeel.redenen][:3] == [EERST_HET_GEZIN, IN_HET_OVERLEG, ONDER_TWAALF]
    assert [een.blokkeert for een in oordeel.redenen][:3] == [True, False, False]
    text = answer.content.decode()
    assert "Ruud beslist over Siem, en zit niet aan tafel." in text
    assert "Esther beslist over Siem" not in text
    assert reverse("gezinsplan:eigenplan", args=[wereld.gezin.pk]) in text
    assert client.post(url(wereld), agreed(wereld)).status_code == 422
    with as_eigenaar():
        assert Gezinsplan.objects.get().uitgave == 0


def test_on_the_day_of_the_meeting_after_asking_only_the_father_is_missed(client, wereld):
    EigenplanstapFactory(gezin=wereld.gezin)
    OverlegFactory(gezin=wereld.gezin, gepland_op=DAG)

    oordeel = page(client, wereld).context["oordeel"]
    assert [een.bron for een in oordeel.redenen][:1] == [ONDER_TWAALF]
    assert oordeel.feiten["Wie beslist"] == "Esther over Siem, Ruud over Siem"
    assert client.post(url(wereld), agreed(wereld)).status_code == 302

    with as_eigenaar():
        bewaard = Gezinsplan.objects.get().oordeel
    assert "Ruud beslist over Siem, en zit niet aan tafel." in str(bewaard)
    assert "Er is nog geen overleg geweest" not in str(bewaard)


@pytest.mark.parametrize(
    ("overleg", "zin"),
    [
        ({"gepland_op": DAG, "afgezegd_op": DAG}, "Er is nog geen overleg geweest."),
        ({"gepland_op": DAG + timedelta(days=1)}, "Er is nog geen overleg geweest."),
        (
            {"gepland_op": DAG - timedelta(days=1), "gehouden_op": DAG - timedelta(days=1)},
            "Vandaag is er geen overleg. Het laatste was op 15 november 2026.",
        ),
        ({"gepland_op": DAG - timedelta(days=1), "gehouden_op": DAG}, None),
    ],
)
def test_meeting_that_was_called_off_or_on_another_day_does_not_count(client, wereld, overleg, zin):
    OverlegFactory(gezin=wereld.gezin, **overleg)

    teksten = [
        een.tekst for een in page(client, wereld).context["oordeel"].redenen if een.bron == IN_HET_OVERLEG
    ]

    assert teksten == ([zin] if zin else [])


def test_family_that_makes_its_own_plan_is_waited_for_and_voogdij_is_excepted(client, wereld):
    EigenplanstapFactory(gezin=wereld.gezin)
    EigenplanstapFactory(gezin=wereld.gezin, stap="zelf", tekst="")
    redenen = page(client, wereld).context["oordeel"].redenen
    assert [(een.bron, een.blokkeert) for een in redenen][:1] == [(EERST_HET_GEZIN, False)]

    with as_eigenaar():
        Eigenplanstap.objects.all().delete()
    MaatregelFactory(persoon=wereld.noor, soort="voogdij")
    assert EERST_HET_GEZIN not in {een.bron for een in page(client, wereld).context["oordeel"].redenen}


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.NETWERK])
def test_others_find_no_such_page(client, wereld, hoedanigheid):
    client.force_login(make_reader(wereld, hoedanigheid))

    assert client.get(url(wereld)).status_code == 404


def test_it_asks_as_much_for_many_as_for_few(client, wereld, count_queries):
    EigenplanstapFactory(gezin=wereld.gezin)
    page(client, wereld)
    few = count_queries(lambda: client.get(url(wereld)))
    for _ in range(9):
        with as_eigenaar():
            plan = Gezinsplan.objects.select_related("gezin__gemeente").get()
        ActieFactory(doel=make_doel(wereld, plan=plan, voor=PersoonFactory(gezin=wereld.gezin)))
        BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.BEROEP)

    assert count_queries(lambda: client.get(url(wereld))) == few <= 10
