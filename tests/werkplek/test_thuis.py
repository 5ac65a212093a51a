"""The page of a family at home: what is new, the card for a young child, and a step that is put back."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rondetafel.gezinnen.models import Groep
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    ActieFactory,
    BandFactory,
    BetrokkeneFactory,
    DoelFactory,
    GezinsplanFactory,
    LogregelFactory,
    OverlegFactory,
    PersoonFactory,
    RegieFactory,
    TafelwoordFactory,
    WeekkleurFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def gezin():
    return RegieFactory().gezin


@pytest.fixture
def plan(gezin):
    return GezinsplanFactory(gezin=gezin)


def live_there(gezin, hoedanigheid=Hoedanigheid.OUDER, **band):
    """Somebody of the family with a chair."""
    gebruiker = BandFactory(gezin=gezin, hoedanigheid=hoedanigheid, **band).gebruiker
    persoon = PersoonFactory(gezin=gezin, ouder=True)
    BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, persoon=persoon, gebruiker=gebruiker, naam="Samira")
    return gebruiker


def looked(gezin, gebruiker, dag):
    at = timezone.make_aware(timezone.datetime(dag.year, dag.month, dag.day, 9))
    LogregelFactory(
        gezin_id=gezin.pk, gebruiker_id=gebruiker.pk, gebeurtenis="bekeken", onderdeel="plan", at=at
    )


def news(client, gezin):
    pagina = client.get(reverse("werkplek:nieuw", args=[gezin.pk]))
    return pagina.context["gezien_op"], {een.tekst for een in pagina.context["dingen"]}


def on(dag):
    return timezone.make_aware(timezone.datetime(dag.year, dag.month, dag.day, 12))


def test_new_is_what_came_since_the_last_look_before_today(client, gezin, plan):
    ouder = live_there(gezin)
    for dag in (DAG - timedelta(days=9), DAG - timedelta(days=5), DAG):
        looked(gezin, ouder, dag)
    for dagen, doel in ((6, "Oud doel"), (5, "Doel van die dag"), (1, "Nieuw doel")):
        DoelFactory(plan=plan, specifiek=doel, created_at=on(DAG - timedelta(days=dagen)))

    gezien_op, teksten = news(client_of(client, ouder), gezin)

    assert gezien_op == DAG - timedelta(days=5)
    assert {"Doel van die dag", "Nieuw doel"} <= teksten
    assert "Oud doel" not in teksten


def client_of(client, gebruiker):
    client.force_login(gebruiker)
    return client


def test_what_was_changed_or_taken_away_is_told_too(client, gezin, plan):
    ouder = live_there(gezin)
    begin = {"created_at": on(DAG - timedelta(days=40))}
    lang, kort = DAG - timedelta(days=9), DAG - timedelta(days=1)
    looked(gezin, ouder, DAG - timedelta(days=5))
    for op, naam in ((lang, "vorige keer"), (kort, "sinds die dag")):
        doel = DoelFactory(plan=plan, specifiek=f"Doel anders {naam}", gewijzigd_op=op, **begin)
        ActieFactory(doel=doel, tekst=f"Actie anders {naam}", gewijzigd_op=op, **begin)
        ActieFactory(doel=doel, tekst=f"Actie weg {naam}", weggehaald_op=op, **begin)
        DoelFactory(plan=plan, specifiek=f"Doel weg {naam}", weggehaald_op=op, **begin)
        BetrokkeneFactory(gezin=gezin, naam=f"Stoel {naam}", van=date(2026, 1, 5), tot=op, **begin)
    # New and put right on the same day is new, and told once.
    DoelFactory(plan=plan, specifiek="Net nieuw", created_at=on(kort), gewijzigd_op=kort)
    OverlegFactory(gezin=gezin, afgezegd_op=kort, **begin)

    client.force_login(ouder)
    dingen = client.get(reverse("werkplek:nieuw", args=[gezin.pk])).context["dingen"]

    # The chairs of who own a goal or do an action came with them.
    assert sorted((een.wat, een.tekst) for een in dingen if een.wat != "Nieuw aan tafel") == [
        ("Actie aangepast", "Actie anders sinds die dag"),
        ("Actie uit het plan gehaald", "Actie weg sinds die dag"),
        ("Doel aangepast", "Doel anders sinds die dag"),
        ("Doel uit het plan gehaald", "Doel weg sinds die dag"),
        ("Een overleg gaat niet door", "rondetafeloverleg (RTO)"),
        ("Niet meer aan tafel", "Stoel sinds die dag"),
        ("Nieuw doel", "Net nieuw"),
    ]


def test_a_change_about_another_is_no_news(client, gezin, plan):
    eigen, ander = PersoonFactory(gezin=gezin), PersoonFactory(gezin=gezin)
    lezer = BandFactory(
        gezin=gezin, hoedanigheid=Hoedanigheid.NETWERK, persoon_id=eigen.pk, onderdelen=["plan", "gezin"]
    ).gebruiker
    begin = {"plan": plan, "created_at": on(DAG - timedelta(days=40))}
    for voor, naam in ((eigen, "mij"), (ander, "een ander")):
        DoelFactory(voor=voor, specifiek=f"Anders over {naam}", gewijzigd_op=DAG, **begin)
        DoelFactory(voor=voor, specifiek=f"Weg over {naam}", weggehaald_op=DAG, **begin)

    _gezien_op, teksten = news(client_of(client, lezer), gezin)

    assert {"Anders over mij", "Weg over mij"} <= teksten
    assert not {"Anders over een ander", "Weg over een ander"} & teksten


def test_words_taken_back_are_told_without_the_words(client, gezin, plan):
    doel = DoelFactory(plan=plan, eigenaar__naam="Noor")
    TafelwoordFactory(doel=doel, tekst="", gezegd_op=DAG, ingetrokken_op=DAG)

    client.force_login(live_there(gezin))
    dingen = client.get(reverse("werkplek:nieuw", args=[gezin.pk])).context["dingen"]

    assert ("Iemand nam woorden terug", "", "Noor") in {(een.wat, een.tekst, een.wie) for een in dingen}
    assert "Iemand zei iets" not in {een.wat for een in dingen}


def test_first_time_shows_two_weeks_and_only_what_this_reader_reads(client, gezin, plan):
    eigen, ander = PersoonFactory(gezin=gezin), PersoonFactory(gezin=gezin)
    lezer = BandFactory(
        gezin=gezin, hoedanigheid=Hoedanigheid.NETWERK, persoon_id=eigen.pk, onderdelen=["plan", "gezin"]
    ).gebruiker
    for voor, doel in ((eigen, "Over mij"), (ander, "Over een ander")):
        TafelwoordFactory(doel=DoelFactory(plan=plan, voor=voor, specifiek=doel), tekst=f"{doel}: gezegd")
        WeekkleurFactory(gezin=gezin, voor=voor, kleur="groen" if voor is eigen else "rood")

    gezien_op, teksten = news(client_of(client, lezer), gezin)

    assert gezien_op is None
    assert {"Over mij", "Over mij: gezegd", "groen"} <= teksten
    assert not {"Over een ander", "Over een ander: gezegd", "rood"} & teksten


def test_news_takes_as_many_queries_for_much_as_for_little(client, count_queries, gezin, plan):
    client.force_login(live_there(gezin))
    pad = reverse("werkplek:nieuw", args=[gezin.pk])
    client.get(pad)
    few = count_queries(lambda: client.get(pad))
    for minuut in range(20):
        ActieFactory(doel=DoelFactory(plan=plan))
        OverlegFactory(gezin=gezin, tijd=time(10, minuut))

    assert count_queries(lambda: client.get(pad)) == few <= 10


def test_card_for_a_child_is_for_the_parent_and_until_twelve(client, count_queries, gezin, plan):
    jong, oud = (PersoonFactory(gezin=gezin, geboortedatum=date(2026 - jaren, 5, 4)) for jaren in (9, 13))
    for kind in (jong, oud):
        BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, persoon=kind, naam="Kind")
    DoelFactory(plan=plan, voor=jong, specifiek="Fietsen leren")
    DoelFactory(plan=plan, voor=oud, specifiek="Van een ander")
    DoelFactory(plan=plan, volwassene=PersoonFactory(gezin=gezin), specifiek="Van een volwassene")
    pad = [reverse("werkplek:kindkaart", args=[gezin.pk, kind.pk]) for kind in (jong, oud)]

    client.force_login(live_there(gezin))
    kaart = client.get(pad[0]).content.decode()
    assert "Fietsen leren" in kaart
    assert "Van een ander" not in kaart
    assert "Van een volwassene" not in kaart
    assert "0800 0432" in kaart
    assert client.get(pad[1]).status_code == 404
    assert count_queries(lambda: client.get(pad[0])) <= 10
    client.force_login(BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.JEUGDIGE).gebruiker)
    assert client.get(pad[0]).status_code == 404


def test_a_step_done_today_can_be_put_back_and_tomorrow_it_is_gone(client, gezin, plan):
    ouder = live_there(gezin)
    with as_eigenaar():
        stoel = gezin.betrokkene_set.get(gebruiker=ouder)
    vandaag = ActieFactory(doel=DoelFactory(plan=plan), wie=stoel, klaar_op=DAG, tekst="Vandaag gelukt")
    ActieFactory(doel=vandaag.doel, wie=stoel, klaar_op=DAG - timedelta(days=1), tekst="Gisteren gelukt")
    client.force_login(ouder)

    pagina = client.get(reverse("werkplek:gezin", args=[gezin.pk]))

    assert [str(een) for een in pagina.context["eigen_stappen"]] == ["Vandaag gelukt"]
    client.post(reverse("gezinsplan:actie", args=[vandaag.pk]), {"klaar": "nee"})
    pagina = client.get(reverse("werkplek:gezin", args=[gezin.pk]))
    assert [een.klaar_op for een in pagina.context["eigen_stappen"]] == [None]
