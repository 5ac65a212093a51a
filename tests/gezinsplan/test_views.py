"""The plan on the screen: from the first goal to the adopted plan, and nothing lost on the way."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Doel, Gezinsplan, Matrixdoel
from rondetafel.toegang.rechten import Onderdeel, Soort, may_in_general
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AanmeldingFactory,
    ActieFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    GezinsplanFactory,
    MatrixdoelFactory,
    PersoonFactory,
)
from tests.gezinsplan.wereld import DAG, everybody_agrees, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


def agreed(wereld):
    """The form with a yes of everybody at the table."""
    return {f"antwoord-{een.stoel_id}": "eens" for een in everybody_agrees(wereld)}


@pytest.fixture
def wereld():
    return make_wereld()


def url_of(naam, *dingen):
    # The plan is adopted in the overleg.
    kamer = "overleg" if naam == "vaststellen" else "gezinsplan"
    return reverse(f"{kamer}:{naam}", args=[een.pk for een in dingen])


def answers(wereld, **anders):
    basis = {"eigenaar": wereld.moeder.pk, "voor": "", "specifiek": "Samen aan tafel eten"}
    return basis | anders


def text_of(answer):
    return answer.content.decode()


def test_regisseur_goes_from_nothing_to_a_goal_with_an_action(client, wereld):
    client.force_login(wereld.regisseur)
    page = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))
    assert "Het plan is nog niet begonnen" in page

    with as_eigenaar():
        matrixdoel = Matrixdoel.objects.filter(gebied__formatversie__is_voorbeeld=True)[0]
    matrix = text_of(client.post(url_of("begin", wereld.gezin), follow=True))
    assert "Niet het officiële format van 2019" in matrix
    kruis = f"{matrixdoel.pk}:{wereld.noor.pk}"
    plan = text_of(client.post(url_of("matrix", wereld.gezin), {"kruis": kruis}, follow=True))
    assert "nog niet uitgewerkt" in plan
    nieuw = f"{url_of('doel_nieuw', wereld.gezin, matrixdoel)}?voor={wereld.noor.pk}"
    assert nieuw in plan

    page = text_of(client.get(nieuw))
    assert 'value="16-11-2026"' in page
    assert f'value="{wereld.noor.pk}" selected' in page
    actie = text_of(client.post(nieuw, answers(wereld, voor=wereld.noor.pk), follow=True))
    assert "Wat gaan jullie ervoor doen?" in actie
    with as_eigenaar():
        doel = Doel.objects.get()
    page = client.post(
        url_of("actie_nieuw", doel), {"tekst": "Tafel dekken om zes uur", "wie": wereld.oma.pk}, follow=True
    )
    assert "Tafel dekken om zes uur" in text_of(page)
    assert "nog niet af" in text_of(page)
    assert "nog niet uitgewerkt" not in text_of(page)


def test_plan_that_was_begun_goes_on_to_its_goals(client, wereld):
    GezinsplanFactory(gezin=wereld.gezin)
    client.force_login(wereld.regisseur)

    page = client.post(url_of("begin", wereld.gezin), follow=True)

    assert page.status_code == 200
    assert "Het plan was al begonnen." in text_of(page)


def test_without_a_plan_everything_else_leads_to_its_beginning(client, wereld):
    client.force_login(wereld.regisseur)
    url = reverse("werkplek:gezin", args=[wereld.gezin.pk])

    for naam, *rest in (["matrix"], ["doel_nieuw", MatrixdoelFactory()], ["vaststellen"]):
        page = client.get(url_of(naam, wereld.gezin, *rest), follow=True)
        assert page.redirect_chain == [(url, 302)]
        assert "Begin eerst het plan." in text_of(page)


def test_child_that_left_the_table_keeps_its_goal(client, wereld):
    broer = PersoonFactory(gezin=wereld.gezin, voornaam="Siem")
    doel = make_doel(wereld, voor=broer)
    client.force_login(wereld.regisseur)
    assert "Siem Vermeer" in text_of(client.get(url_of("doel", doel)))

    client.post(url_of("doel", doel), answers(wereld, voor=broer.pk, gelezen=1))

    assert (fresh(doel).voor_id, fresh(doel).versie) == (broer.pk, 2)


def test_action_without_a_name_comes_back_with_what_was_typed(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)

    page = client.post(url_of("actie_nieuw", doel), {"tekst": "Wekker zetten", "wie": ""})

    assert page.status_code == 422
    assert "Wekker zetten" in text_of(page)


def test_conflict_tells_days_as_people_say_them(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("doel", doel)
    client.post(url, answers(wereld, gelezen=1))

    text = text_of(client.post(url, answers(wereld, behaald_voor="24-12-2026", gelezen=1)))

    assert "Wanneer moet het gelukt zijn? 24 december 2026" in text
    assert "Wanneer moet het gelukt zijn? –" in text


def test_regisseur_changes_a_goal(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)

    page = client.post(url_of("doel", doel), answers(wereld, gelezen=1), follow=True)

    assert "Het doel is bewaard." in text_of(page)


def test_next_action_can_follow_at_once(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("actie_nieuw", doel)

    page = client.post(url, {"tekst": "Wekker zetten", "wie": wereld.oma.pk, "nog": "ja"}, follow=True)

    assert page.redirect_chain == [(url, 302)]
    assert "Dit staat er al" in text_of(page)
    assert "Wekker zetten" in text_of(page)


def test_owner_is_never_chosen_by_accident(client, wereld):
    GezinsplanFactory(gezin=wereld.gezin)
    client.force_login(wereld.regisseur)
    url = url_of("doel_nieuw", wereld.gezin, MatrixdoelFactory())

    page = client.post(url, answers(wereld, eigenaar=""))

    assert page.status_code == 422
    assert "Samen aan tafel eten" in text_of(page)
    with as_eigenaar():
        assert not Doel.objects.exists()


def test_day_before_the_begin_comes_back_with_what_was_typed(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)

    page = client.post(
        url_of("doel", doel),
        answers(wereld, gelezen=1, gestart_op="16-11-2026", behaald_voor="16-11-2026"),
    )

    assert page.status_code == 422
    assert "Kies een dag na 16 november 2026, het begin." in text_of(page)
    assert "Samen aan tafel eten" in text_of(page)
    assert fresh(doel).versie == 1


def test_conflict_shows_both_texts_and_mine_can_still_be_chosen(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("doel", doel)
    client.post(url, answers(wereld, specifiek="Rust in huis", eigenaar=wereld.oma.pk, gelezen=1))

    page = client.post(url, answers(wereld, gelezen=1))
    text = text_of(page)
    assert page.status_code == 409
    assert "Els Habets was u net voor" in text
    for shown in ("Rust in huis", "Oma Truus (oma)", "Samen aan tafel eten", "Esther Vermeer (moeder)"):
        assert shown in text
    assert text.count('name="keuze"') == 2
    assert 'name="gelezen" value="2"' in text

    client.post(url, answers(wereld, gelezen=2, keuze="mijn"))
    assert fresh(doel).specifiek == "Samen aan tafel eten"


def test_conflict_can_leave_the_text_of_the_other(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("doel", doel)
    client.post(url, answers(wereld, specifiek="Rust in huis", gelezen=1))

    client.post(url, answers(wereld, gelezen=2, keuze="hun"))

    assert fresh(doel).specifiek == "Rust in huis"


def test_saving_the_same_twice_is_no_conflict(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)

    for _ in range(2):
        assert client.post(url_of("doel", doel), answers(wereld, gelezen=1)).status_code == 302


def test_form_shows_the_goal_as_it_stands(client, wereld):
    doel = make_doel(wereld, voor=wereld.noor)
    client.force_login(wereld.regisseur)

    text = text_of(client.get(url_of("doel", doel))).replace("\n>", ">")

    assert "De juf ziet haar om half negen." in text
    assert f'value="{wereld.noor.pk}" selected' in text
    assert f'value="{wereld.moeder.pk}" selected' in text
    assert 'value="01-12-2026"' in text


def test_action_is_ticked_without_leaving_the_page(client, wereld):
    actie = ActieFactory(doel=make_doel(wereld))
    client.force_login(make_reader(wereld, Hoedanigheid.OUDER))
    url = url_of("actie", actie)

    fragment = client.post(url, {"klaar": "ja"}, headers={"HX-Request": "true"})

    assert text_of(fragment).strip().startswith("<li")
    assert 'aria-pressed="true"' in text_of(fragment)
    assert "klaar op 16 november 2026" in text_of(fragment)
    assert fresh(actie).klaar_op == DAG
    back = client.post(url, {"klaar": "nee"})
    assert back.url == reverse("werkplek:gezin", args=[wereld.gezin.pk])
    assert fresh(actie).klaar_op is None


def test_own_action_renews_the_page_because_it_stands_there_twice(client, wereld):
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    with as_eigenaar():
        wereld.moeder.gebruiker = ouder
        wereld.moeder.save(update_fields=["gebruiker"])
    actie = ActieFactory(doel=make_doel(wereld))
    client.force_login(ouder)

    answer = client.post(url_of("actie", actie), {"klaar": "ja"}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Refresh"] == "true"


def test_unfinished_plan_says_what_is_missing_before_and_after_trying(client, wereld):
    make_doel(wereld, meetbaar="")
    client.force_login(wereld.regisseur)
    url = url_of("vaststellen", wereld.gezin)

    for answer, status in (
        (client.get(url), 200),
        (client.post(url, {"gelezen": 1} | agreed(wereld)), 422),
    ):
        assert answer.status_code == status
        assert "staat niet waaraan u ziet dat het gelukt is" in text_of(answer)
        assert "Waar staat dat?" in text_of(answer)


def test_adopting_asks_what_else_was_agreed_and_stops_nobody(client, wereld):
    doel = make_doel(wereld)
    AanmeldingFactory(
        gezin=wereld.gezin, jeugdige=wereld.noor, gemeente=wereld.gezin.gemeente, verwijzersoort="huisarts"
    )
    for naam in ("Tom Souren", "Anja Maas"):
        ActieFactory(doel=doel, wie=BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.BEROEP, naam=naam))
    client.force_login(wereld.regisseur)
    url = url_of("vaststellen", wereld.gezin)

    text = text_of(client.get(url))
    assert "De vraag kwam niet via de gemeente" in text
    assert "werken meer hulpverleners: Anja Maas, Tom Souren." in text
    assert "Er staat niet wanneer en hoe jullie tussendoor evalueren." in text

    client.post(url, {"gelezen": 1, "tussendoor": "Elke eerste maandag bellen"} | agreed(wereld))
    with as_eigenaar():
        plan = Gezinsplan.objects.get()
        Doel.objects.update(inzet="Twee keer per week, licht", zwaarte="Licht")
    assert (plan.uitgave, plan.tussendoor) == (1, "Elke eerste maandag bellen")
    text = text_of(client.get(url))
    assert "Er staat niet wanneer" not in text
    assert "De vraag kwam niet via de gemeente" not in text
    page = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))
    assert "Twee keer per week, licht" in page


def test_plan_is_adopted_only_with_a_clear_yes(client, wereld):
    ActieFactory(doel=make_doel(wereld))
    client.force_login(wereld.regisseur)
    url = url_of("vaststellen", wereld.gezin)

    assert client.post(url, {"gelezen": 1}).status_code == 422
    page = client.post(url, {"gelezen": 1} | agreed(wereld), follow=True)

    assert "Vastgesteld op 16 november 2026" in text_of(page)
    again = client.post(url, {"gelezen": 1} | agreed(wereld))
    assert again.status_code == 409
    assert "Het plan is net al vastgesteld" in text_of(again)


@pytest.mark.parametrize("hoedanigheid", [een for een in Hoedanigheid if een is not Hoedanigheid.REGISSEUR])
def test_others_read_the_goals_and_find_no_way_to_change_them(client, wereld, hoedanigheid):
    actie = ActieFactory(doel=make_doel(wereld, behaald_voor=date(2026, 11, 15)))
    client.force_login(make_reader(wereld, hoedanigheid))

    text = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))

    assert "Elke schooldag op tijd in de klas" in text
    assert "De juf ziet haar om half negen." in text
    assert "datum voorbij" in text
    ticks = may_in_general(hoedanigheid, Onderdeel.ACTIE, Soort.SCHRIJVEN)
    assert (url_of("actie", actie) in text) is ticks
    for url in pages(wereld, actie.doel):
        assert url not in text
        assert client.get(url).status_code == 404
    assert client.post(url_of("begin", wereld.gezin)).status_code == 404


@pytest.mark.parametrize("rol", [None, Rol.KERNTEAM, Rol.GEMEENTE, Rol.VERWIJZER, Rol.BACKOFFICE])
def test_who_has_no_tie_writes_nothing(client, wereld, rol):
    doel = make_doel(wereld)
    client.force_login(GebruikerFactory(rol=rol) if rol else make_stranger())

    for url in pages(wereld, doel):
        assert client.get(url).status_code == 404
        assert client.post(url, answers(wereld, gelezen=1)).status_code in (404, 405)
    assert client.post(url_of("begin", wereld.gezin)).status_code == 404
    assert client.post(url_of("actie", ActieFactory(doel=doel)), {"klaar": "ja"}).status_code == 404


def pages(wereld, doel):
    return [
        url_of("matrix", wereld.gezin),
        url_of("doel_nieuw", wereld.gezin, doel.matrixdoel),
        url_of("doel", doel),
        url_of("actie_nieuw", doel),
        url_of("vaststellen", wereld.gezin),
    ]


def test_pages_take_as_many_queries_for_ten_goals_as_for_one(client, wereld, count_queries):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    client.force_login(wereld.regisseur)

    def counts():
        return [count_queries(lambda url=url: client.get(url)) for url in pages(wereld, doel)]

    one = counts()
    for _ in range(9):
        ActieFactory.create_batch(3, doel=make_doel(wereld, plan=doel.plan))

    assert counts() == one
    assert max(one) <= 10
