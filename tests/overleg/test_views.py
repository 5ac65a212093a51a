"""The round table on the screen: planned, written down, and nothing lost when two people write."""

from datetime import date, time

import pytest
from django.urls import reverse

from rondetafel.overleg.models import Overleg
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    BetrokkeneFactory,
    DeelnameFactory,
    GebruikerFactory,
    OverlegFactory,
    RegieFactory,
)
from tests.gezinsplan.wereld import make_doel, make_reader, make_stranger
from tests.overleg.wereld import make_rto, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
LIJST = "/overleg/"


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def rto(wereld):
    return make_rto(wereld)


def url_of(naam, ding):
    return reverse(f"overleg:{naam}", args=[ding.pk])


def text_of(answer):
    return answer.content.decode()


def report(wereld, **anders):
    basis = {
        "gelezen": 1,
        "gehouden_op": "16-11-2026",
        "aanwezig": [wereld.moeder.pk, wereld.els.pk],
        "is_totaal_besproken": "on",
        "verslag": "Oma haalt Noor op woensdag.",
        "volgende": "",
        "toch": "ja",
    }
    return basis | anders


def test_meeting_is_planned_with_everyone_at_the_table(client, wereld):
    client.force_login(wereld.regisseur)
    url = url_of("nieuw", wereld.gezin)
    text = text_of(client.get(url))
    assert "naar alle hulp samen" in text
    assert text.count("checked") == 5

    answers = {"soort": "rto", "dag": "30-11-2026", "tijd": "15:30", "plaats": "Bij oma thuis"}
    gevraagd = {"genodigden": [wereld.oma.pk, wereld.els.pk], "nodig": [wereld.oma.pk]}
    page = client.post(url, answers | gevraagd, follow=True)

    assert "Het overleg staat gepland." in text_of(page)
    with as_eigenaar():
        gepland = Overleg.objects.get()
        assert (gepland.gepland_op, gepland.tijd) == (date(2026, 11, 30), time(15, 30))
        assert gepland.deelnames.count() == 2
    page = text_of(client.get(url_of("overleg", gepland)))
    assert "Maandag 30 november 2026, 15:30" in page
    assert page.count("moet er zeker bij zijn") == 1


def test_meeting_without_a_day_comes_back_with_what_was_typed(client, wereld):
    client.force_login(wereld.regisseur)

    page = client.post(url_of("nieuw", wereld.gezin), {"soort": "rto", "dag": "", "plaats": "Bij oma thuis"})

    assert page.status_code == 422
    assert "Bij oma thuis" in text_of(page)


def test_page_tells_when_an_rto_counts_before_and_after_it_is_kept(client, wereld, rto):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("vastleggen", rto)

    text = text_of(client.get(url))
    assert "Wanneer telt een RTO?" in text
    assert doel.specifiek in text
    answers = report(wereld, doelen=[doel.pk], volgende="01-02-2027", toch=None)
    page = client.post(url, {naam: answer for naam, answer in answers.items() if answer}, follow=True)

    text = text_of(page)
    assert page.redirect_chain == [(url_of("overleg", rto), 302)]
    assert "Het overleg is vastgelegd." in text
    assert "Dit RTO telt" in text
    assert "Niet bij het RTO van 16 november 2026: Oma Truus." in text
    assert fresh(rto).concrete_doelen == 1
    with as_eigenaar():
        assert Overleg.objects.planned().get().gepland_op == date(2027, 2, 1)


def test_rto_that_does_not_count_says_why(client, wereld, rto):
    client.force_login(wereld.regisseur)
    assert "Er staan nog geen doelen in het plan." in text_of(client.get(url_of("vastleggen", rto)))

    answers = report(wereld)
    toch = {"toch": answers.pop("toch")}
    shown = client.post(url_of("vastleggen", rto), answers)
    assert shown.status_code == 422
    assert "is geen concreet doel benoemd" in text_of(shown)
    assert "Toch zo vastleggen" in text_of(shown)
    assert "Oma haalt Noor op woensdag." in text_of(shown)
    assert fresh(rto).gehouden_op is None

    kept = client.post(url_of("vastleggen", rto), answers | toch, follow=True)
    assert "Dit RTO telt nog niet voor een verlenging" in text_of(kept)
    assert "is geen concreet doel benoemd" in text_of(kept)
    assert fresh(rto).gehouden_op == date(2026, 11, 16)


def test_startoverleg_says_nothing_of_counting(client, wereld):
    start = make_rto(wereld, soort="startoverleg")
    client.force_login(wereld.regisseur)
    url = url_of("vastleggen", start)

    assert "Wanneer telt een RTO?" not in text_of(client.get(url))
    answers = report(wereld)
    del answers["toch"]
    assert "telt" not in text_of(client.post(url, answers, follow=True))
    assert fresh(start).gehouden_op == date(2026, 11, 16)


def test_who_came_without_being_asked_can_be_ticked(client, wereld, rto):
    BetrokkeneFactory(gezin=wereld.gezin, naam="juf Anja", relatie="school")
    client.force_login(wereld.regisseur)

    assert "juf Anja (school)" in text_of(client.get(url_of("vastleggen", rto)))


@pytest.mark.parametrize(
    ("afwijking", "melding"),
    [
        ({"gehouden_op": "17-11-2026"}, "17 november 2026 is nog niet geweest."),
        ({"volgende": "16-11-2026"}, "Kies een dag na 16 november 2026, dit overleg."),
        ({"gehouden_op": ""}, "Dit veld is verplicht."),
    ],
)
def test_impossible_day_comes_back_with_what_was_typed(client, wereld, rto, afwijking, melding):
    client.force_login(wereld.regisseur)

    page = client.post(url_of("vastleggen", rto), report(wereld, **afwijking))

    assert page.status_code == 422
    assert melding in text_of(page)
    assert "Oma haalt Noor op woensdag." in text_of(page)
    assert fresh(rto).gehouden_op is None


def test_what_was_written_can_be_mended(client, wereld, rto):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("vastleggen", rto)
    client.post(url, report(wereld, doelen=[doel.pk]))

    text = text_of(client.get(url))
    assert "Oma haalt Noor op woensdag." in text
    assert "Eerder stond hier 1 doel." in text
    assert text.count("checked") == 3
    client.post(url, report(wereld, doelen=[doel.pk], verslag="Opa haalt Noor op.", gelezen=2))

    assert fresh(rto).verslag == "Opa haalt Noor op."


def test_conflict_shows_both_texts_and_mine_can_still_be_chosen(client, wereld, rto):
    client.force_login(wereld.regisseur)
    url = url_of("vastleggen", rto)
    client.post(url, report(wereld, verslag="Opa haalt Noor op.", aanwezig=[wereld.oma.pk]))

    page = client.post(url, report(wereld))
    text = text_of(page)
    assert page.status_code == 409
    assert "Els Habets was u net voor" in text
    for shown in ("Opa haalt Noor op.", "Oma haalt Noor op woensdag.", "Erbij: Oma Truus (oma)"):
        assert shown in text
    assert text.count('name="keuze"') == 2
    assert 'name="gelezen" value="2"' in text

    client.post(url, report(wereld, gelezen=2, keuze="mijn"))
    assert fresh(rto).verslag == "Oma haalt Noor op woensdag."


def test_conflict_can_leave_the_text_of_the_other(client, wereld, rto):
    client.force_login(wereld.regisseur)
    url = url_of("vastleggen", rto)
    client.post(url, report(wereld, verslag="Opa haalt Noor op."))

    client.post(url, report(wereld, gelezen=2, keuze="hun"))

    assert fresh(rto).verslag == "Opa haalt Noor op."


def test_aanbieder_reads_both_texts_without_the_logboek(client, wereld, rto):
    client.force_login(wereld.regisseur)
    client.post(url_of("vastleggen", rto), report(wereld, aanwezig=[]))
    client.force_login(make_reader(wereld, Hoedanigheid.AANBIEDER))

    text = text_of(client.post(url_of("vastleggen", rto), report(wereld)))

    assert "Iemand anders was u net voor" in text
    assert "Erbij: niemand" in text


def test_saving_the_same_twice_is_no_conflict(client, wereld, rto):
    client.force_login(wereld.regisseur)

    for _ in range(2):
        assert client.post(url_of("vastleggen", rto), report(wereld)).status_code == 302


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE, Hoedanigheid.NETWERK])
def test_family_and_network_read_what_was_agreed_and_write_nothing(client, wereld, rto, hoedanigheid):
    client.force_login(wereld.regisseur)
    client.post(url_of("vastleggen", rto), report(wereld))
    client.force_login(make_reader(wereld, hoedanigheid))

    text = text_of(client.get(url_of("overleg", rto)))

    assert "Oma haalt Noor op woensdag." in text
    assert "telt nog niet" not in text
    for url in (url_of("vastleggen", rto), url_of("nieuw", wereld.gezin)):
        assert url not in text
        assert client.get(url).status_code == 404
        assert client.post(url, report(wereld)).status_code == 404


@pytest.mark.parametrize("rol", [None, Rol.VERWIJZER, Rol.BACKOFFICE, Rol.AUDITOR])
def test_who_has_no_tie_sees_no_meeting(client, wereld, rto, rol):
    client.force_login(GebruikerFactory(rol=rol) if rol else make_stranger())

    for url in (url_of("overleg", rto), url_of("vastleggen", rto), url_of("nieuw", wereld.gezin)):
        assert client.get(url).status_code == 404
        assert client.post(url, report(wereld)).status_code in (404, 405)


@pytest.mark.parametrize(
    ("hoedanigheid", "uitleg"),
    [
        (Hoedanigheid.JEUGDIGE, "Vraag je regisseur"),
        (Hoedanigheid.OUDER, "Vraag uw regisseur"),
        (Hoedanigheid.AANBIEDER, "plant de regisseur of de zorgaanbieder"),
    ],
)
def test_empty_list_says_how_a_meeting_comes_about(client, wereld, hoedanigheid, uitleg):
    client.force_login(make_reader(wereld, hoedanigheid))

    assert uitleg in text_of(client.get(LIJST))
    assert "Er is nog geen overleg geweest" in text_of(client.get(f"{LIJST}?voorbij"))


def test_list_tells_what_still_has_to_be_written_down(client, wereld):
    OverlegFactory(gezin=wereld.gezin, gepland_op=date(2026, 11, 30), tijd=time(9, 5), plaats="Op school")
    client.force_login(wereld.regisseur)
    assert "nog vastleggen" not in text_of(client.get(LIJST))

    make_rto(wereld)

    text = text_of(client.get(LIJST))
    assert text.count("nog vastleggen") == 1
    assert "09:05" in text
    assert "Op school" in text


def test_pages_take_as_many_queries_for_many_people_as_for_few(client, wereld, rto, count_queries):
    make_doel(wereld)
    client.force_login(wereld.regisseur)
    pages = [url_of("overleg", rto), url_of("vastleggen", rto), url_of("nieuw", wereld.gezin)]

    def counts():
        return [count_queries(lambda url=url: client.get(url)) for url in pages]

    few = counts()
    for stoel in BetrokkeneFactory.create_batch(12, gezin=wereld.gezin):
        DeelnameFactory(overleg=rto, betrokkene=stoel)
        make_doel(wereld, plan=wereld.gezin.plan)

    assert counts() == few
    assert max(few) <= 10


@pytest.mark.parametrize("query", ["", "?voorbij"])
def test_list_is_paged_with_as_many_queries_for_fifty_as_for_one(client, wereld, count_queries, query):
    anders = {"gehouden": True} if query else {}
    OverlegFactory(gezin=wereld.gezin, **anders)
    client.force_login(wereld.regisseur)
    one = count_queries(lambda: client.get(f"{LIJST}{query}"))
    for minuut in range(59):
        OverlegFactory(gezin=wereld.gezin, tijd=time(10, minuut), **anders)

    assert count_queries(lambda: client.get(f"{LIJST}{query}")) <= one
    assert one <= 10
    rest = text_of(client.get(f"{LIJST}?pagina=2{query.replace('?', '&')}"))
    assert rest.count("regels__titel") == 10


def test_list_shows_own_families_only(client, wereld, rto):
    client.force_login(RegieFactory().regisseur)

    assert url_of("overleg", rto) not in text_of(client.get(LIJST))


def test_names_are_words(wereld, rto):
    with as_eigenaar():
        assert str(rto) == "rondetafeloverleg (RTO) op 02-11-2026"
        assert str(rto.deelnames.first()) == f"deelname aan {rto.pk}"
