"""A plan van aanpak: main lines only, where all help is GGZ; made a whole gezinsplan without losing anything."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from rondetafel.gezinsplan.models import Gezinsplan, Planversie
from rondetafel.gezinsplan.operations import extend_plan, start_plan
from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import ActieFactory, AkkoordZorgFactory, GezinsplanFactory, TriageFactory
from tests.gezinsplan.test_papier import pages_of
from tests.gezinsplan.test_versie import adopt
from tests.gezinsplan.wereld import make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
GGZ, ANDERS = "behandeling-individueel-ggz", "begeleiding-individueel"


@pytest.fixture
def wereld():
    return make_wereld()


def decide(wereld, klasse="enkelvoudig", product=GGZ):
    return TriageFactory(
        gezin=wereld.gezin,
        classificatie=klasse,
        kwadranten=["K3"],
        product_code=product,
    )


def text_of(answer):
    return answer.content.decode()


def page_of(client, wereld):
    return text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))


@pytest.mark.parametrize(
    ("besluiten", "soort"),
    [
        ([], "gezinsplan"),
        ([{}], "plan van aanpak"),
        ([{"klasse": "meervoudig"}], "gezinsplan"),
        ([{"product": ANDERS}], "gezinsplan"),
        ([{}, {"product": ANDERS}], "gezinsplan"),
        ([{}, {"klasse": "meervoudig"}], "gezinsplan"),
        ([{"product": ""}], "gezinsplan"),
    ],
)
def test_kind_follows_from_what_the_kernteam_decided(wereld, besluiten, soort):
    for besluit in besluiten:
        decide(wereld, **besluit)

    do(start_plan, wereld.gezin.pk, als=wereld.regisseur)

    with as_eigenaar():
        plan = Gezinsplan.objects.get()
    assert (plan.soort, plan.oordeel["feiten"]["Dit plan past"]) == (soort, soort)


def test_short_plan_asks_less_is_named_so_everywhere_and_says_why(client, wereld):
    doel = make_doel(wereld, plan=GezinsplanFactory(gezin=wereld.gezin, soort="plan van aanpak"))
    ActieFactory(doel=doel)
    with as_eigenaar():
        type(doel).objects.update(acceptabel="", realistisch="")
    decide(wereld)
    client.force_login(wereld.regisseur)

    form = text_of(client.get(reverse("gezinsplan:doel", args=[doel.pk])))
    assert 'name="meetbaar"' in form
    assert 'name="realistisch"' not in form
    assert "hoort er niet in" in form
    adopt(wereld)
    with as_eigenaar():
        versie = Planversie.objects.get()
    assert "Waarom dit plan?" in page_of(client, wereld)
    for naam, ding, titel in (
        ("versie", versie, "Plan van aanpak. Vastgesteld op"),
        ("versies", wereld.gezin, "Plan van aanpak. Vastgesteld op"),
    ):
        assert titel in text_of(client.get(reverse(f"gezinsplan:{naam}", args=[ding.pk])))

    client.force_login(make_reader(wereld, Hoedanigheid.OUDER))
    thuis = page_of(client, wereld)
    assert "Ons plan van aanpak" in thuis
    assert "alleen de hoofdlijnen" in thuis
    assert "Gezinsplan maken" not in thuis
    papier = client.get(reverse("werkplek:papier", args=[wereld.gezin.pk]))
    assert "Het plan van aanpak van" in " ".join(pages_of(papier.content))


def test_other_help_asks_for_a_gezinsplan_and_nothing_is_lost(client, wereld, count_queries):
    doel = make_doel(wereld, plan=GezinsplanFactory(gezin=wereld.gezin, soort="plan van aanpak"))
    ActieFactory(doel=doel)
    adopt(wereld)
    decide(wereld)
    client.force_login(wereld.regisseur)
    assert "past hier niet meer" not in page_of(client, wereld)
    AkkoordZorgFactory(jeugdige=wereld.noor, product_code=ANDERS)
    adres = reverse("werkplek:gezin", args=[wereld.gezin.pk])
    assert "past hier niet meer" in page_of(client, wereld)
    assert count_queries(lambda: client.get(adres)) <= 10

    with as_eigenaar():
        gelezen = Gezinsplan.objects.get().versie
    for _keer in range(2):
        page = text_of(client.post(reverse("gezinsplan:uitbreiden", args=[wereld.gezin.pk]), follow=True))

    assert "Alles wat er stond, staat er nog." in page
    assert "Het plan van dit gezin" in page
    assert "Elke schooldag op tijd in de klas" in page
    assert "plan_uitgebreid" in events()
    with as_eigenaar():
        assert Gezinsplan.objects.get().versie == gelezen + 1
        assert Planversie.objects.get().is_hoofdlijn
    adopt(wereld)
    with as_eigenaar():
        assert not Planversie.objects.order_by("-created_at").first().is_hoofdlijn


def test_who_does_not_write_the_plan_does_not_make_it_longer(wereld):
    GezinsplanFactory(gezin=wereld.gezin, soort="plan van aanpak")
    for wie in (make_reader(wereld, Hoedanigheid.OUDER), make_stranger()):
        with pytest.raises((GeenToegang, ObjectDoesNotExist)):
            do(extend_plan, wereld.gezin.pk, als=wie)
    with as_eigenaar():
        assert Gezinsplan.objects.get().is_hoofdlijn


@pytest.mark.parametrize(
    ("hulp", "zin"),
    [(True, "Het gezin krijgt zorg. Niet elke bron vraagt hier om een plan."), (False, "")],
)
def test_without_a_plan_the_regisseur_reads_whether_there_must_be_one_and_why(client, wereld, hulp, zin):
    TriageFactory(gezin=wereld.gezin, oordeel={"triagefeiten": {"hulpvragen": 3}})
    if hulp:
        AkkoordZorgFactory(jeugdige=wereld.noor, startdatum=date(2026, 11, 2), einddatum=date(2027, 4, 30))

    client.force_login(wereld.regisseur)
    pagina = page_of(client, wereld)

    assert ("Er moet een plan komen" in pagina, zin in pagina) == (hulp, True)
    assert ("<dt>Nodig sinds</dt><dd>2 november 2026</dd>" in pagina) is hulp
    # What the other sources look at, as the records have it.
    assert ("Aantal hulpvragen: 3" in pagina) is hulp
