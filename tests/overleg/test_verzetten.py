"""A meeting gets another day or is called off, and who is told of it by a mail that says nothing."""

from datetime import date, time

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.kern.mails import Mail
from rondetafel.kern.models import Post
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.gegevens import Invulling, Moment
from rondetafel.overleg.models import Beschikbaarheid, Datumoptie, Genodigde, Overleg, Plek, Voorbereiding
from rondetafel.overleg.models.overleg import OverlegQuerySet
from rondetafel.overleg.moment import on_free_moment
from rondetafel.overleg.operations import assign_moment, decide_datum, plan_overleg, withdraw_overleg
from rondetafel.overleg.queries import stand_of
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    BesprekingFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    GenodigdeFactory,
    OverlegFactory,
)
from tests.gezinsplan.wereld import DAG, make_reader
from tests.overleg.test_intake import keep, lijst, prepared, text_of, url_of
from tests.overleg.wereld import make_rto, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
DECEMBER = Moment(dag=date(2026, 12, 1), tijd=time(10, 0), plaats="Op school")


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def bram(wereld):
    """Somebody with a chair and an account, who reads along."""
    account = make_reader(wereld, Hoedanigheid.AANBIEDER)
    BetrokkeneFactory(gezin=wereld.gezin, gebruiker=account, naam="Bram", groep="beroep")
    return account


def chair_of(account):
    with as_eigenaar():
        return Betrokkene.objects.get(gebruiker=account)


def mailed():
    """To whom a mail left since the last time; every one is the same mail."""
    with as_eigenaar():
        posts = list(Post.objects.all())
        Post.objects.all().delete()
    assert {post.onderwerp for post in posts} <= {str(Mail.BERICHT.value.onderwerp)}
    return sorted(post.aan for post in posts)


def planned(wereld, *stoelen, **anders):
    """As the regisseur plans it, with the mother and these."""
    basis = {"soort": "rto", "moment": Moment(dag=date(2026, 11, 24), tijd=None, plaats="Thuis")}
    wie = [wereld.moeder.pk, wereld.els.pk, *(een.pk for een in stoelen)]
    return do(plan_overleg, wereld.gezin.pk, genodigden=wie, als=wereld.regisseur, **basis | anders)


def move(overleg, als, moment=DECEMBER, gelezen=1):
    return do(assign_moment, overleg.pk, gelezen=gelezen, moment=moment, als=als)


def test_each_event_is_one_mail_to_who_reads_along_and_did_not_do_it(wereld, bram):
    gestopt = BetrokkeneFactory(gezin=wereld.gezin, gebruiker=GebruikerFactory(), naam="Piet")
    stoel = chair_of(bram)
    overleg = planned(wereld, stoel, gestopt)
    assert mailed() == [bram.email]

    planned(wereld, stoel)
    assert mailed() == []

    move(overleg, wereld.regisseur)
    assert mailed() == [bram.email]
    do(withdraw_overleg, overleg.pk, als=bram)
    assert mailed() == [wereld.regisseur.email]


def test_who_is_asked_for_a_day_is_mailed_once_there_are_days(wereld, bram):
    stoel = chair_of(bram)
    keep(wereld, lijst(wereld))
    assert mailed() == []
    # The list as it was, sent a second time with days: no conflict, and nobody new who reads along.
    voorbereiding, _dinsdag, woensdag = prepared(wereld)
    assert mailed() == []

    GenodigdeFactory(voorbereiding=voorbereiding, betrokkene=stoel, komst="mag")
    do(decide_datum, woensdag.pk, plaats="", als=wereld.regisseur)
    assert mailed() == [bram.email]


def test_a_meeting_moves_and_nothing_else_changes(wereld):
    overleg = planned(wereld)
    move(overleg, wereld.regisseur)
    with as_eigenaar():
        nu = fresh(overleg)
        assert (nu.gepland_op, nu.tijd, Plek.objects.get().tekst) == (
            DECEMBER.dag,
            DECEMBER.tijd,
            "Op school",
        )
        assert nu.deelnames.count() == 2
    with pytest.raises(Botsing):
        move(overleg, wereld.regisseur)
    with pytest.raises(Geweigerd, match="is al geweest"):
        move(overleg, wereld.regisseur, Moment(dag=date(2026, 11, 15)), gelezen=2)
    move(overleg, wereld.regisseur, Moment(dag=DAG), gelezen=2)
    assert events().count("overleg_verzet") == 2


def test_what_else_the_database_refuses_is_not_about_the_moment(wereld):
    overleg = Overleg(
        gezin=wereld.gezin,
        gemeente_id=wereld.gezin.gemeente_id,
        soort="rto",
        gepland_op=DAG,
        gehouden_op=DAG,
        afgezegd_op=DAG,
    )
    with (
        as_eigenaar(),
        pytest.raises(IntegrityError, match="overleg_called_off_was_not_held"),
        on_free_moment(overleg),
    ):
        overleg.save(force_insert=True)


def test_two_meetings_on_one_moment_are_one(client, wereld, monkeypatch):
    """Also when neither planner could see the other's row; one that is called off leaves its moment free."""
    overleg, ander = planned(wereld), planned(wereld, moment=DECEMBER)
    with pytest.raises(Geweigerd, match="1 december 2026 staat dit overleg al"):
        move(overleg, wereld.regisseur)
    with as_eigenaar():
        assert fresh(overleg).gepland_op == date(2026, 11, 24)
    client.force_login(wereld.regisseur)
    vorm = {"soort": "rto", "dag": "01-12-2026", "tijd": "10:00", "genodigden": [str(wereld.els.pk)]}
    url = reverse("overleg:nieuw", args=[wereld.gezin.pk])
    with monkeypatch.context() as gelijktijdig:
        gelijktijdig.setattr(OverlegQuerySet, "planned", OverlegQuerySet.none)
        antwoord = client.post(url, vorm)
    tekst = antwoord.content.decode()
    assert (antwoord.status_code, "staat dit overleg al" in tekst, "01-12-2026" in tekst) == (422, True, True)
    do(withdraw_overleg, ander.pk, als=wereld.regisseur)
    move(overleg, wereld.regisseur)


def test_what_is_called_off_counts_nowhere_and_the_list_opens_again(wereld):
    _voorbereiding, _dinsdag, woensdag = prepared(wereld)
    overleg = do(decide_datum, woensdag.pk, plaats="", als=wereld.regisseur)
    do(withdraw_overleg, overleg.pk, als=wereld.regisseur)
    with as_eigenaar():
        assert stand_of(wereld.gezin.pk).gepland == ()
        assert Voorbereiding.objects.get().overleg is None
        assert list(Datumoptie.objects.filter(is_vervallen=False).values_list("dag", flat=True)) == [
            date(2026, 11, 24)
        ]
    for te_laat in (withdraw_overleg, assign_moment):
        anders = {"gelezen": 2, "moment": DECEMBER} if te_laat is assign_moment else {}
        with pytest.raises(ObjectDoesNotExist):
            do(te_laat, overleg.pk, als=wereld.regisseur, **anders)
    keep(wereld, lijst(wereld, gelezen=0))
    with as_eigenaar():
        assert Voorbereiding.objects.get().soort == "startoverleg"


def test_planning_by_hand_ends_the_search_for_a_day(wereld):
    prepared(wereld)
    overleg = planned(wereld, soort="startoverleg")
    with as_eigenaar():
        assert Voorbereiding.objects.get().overleg == overleg


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE, Hoedanigheid.NETWERK])
def test_family_and_network_move_nothing(wereld, hoedanigheid):
    overleg, lezer = make_rto(wereld), make_reader(wereld, hoedanigheid)
    with pytest.raises(GeenToegang):
        move(overleg, lezer)
    with pytest.raises(GeenToegang):
        do(withdraw_overleg, overleg.pk, als=lezer)


def test_a_meeting_that_was_held_is_not_called_off(wereld):
    with pytest.raises(IntegrityError), as_eigenaar(), transaction.atomic():
        OverlegFactory(gezin=wereld.gezin, gehouden=True, afgezegd_op=DAG)


def test_pages_of_moving_and_calling_off(client, wereld):
    overleg = planned(wereld)
    client.force_login(wereld.regisseur)
    url, terug = (reverse(f"overleg:{naam}", args=[overleg.pk]) for naam in ("verzetten", "overleg"))
    assert url in client.get(terug).content.decode()
    assert 'value="24-11-2026"' in client.get(url).content.decode()

    nieuw = {"gelezen": 1, "dag": "01-12-2026", "tijd": "10:00", "plaats": "Op school"}
    voorbij = client.post(url, nieuw | {"dag": "15-11-2026"})
    assert (voorbij.status_code, "15-11-2026" in voorbij.content.decode()) == (422, True)
    assert client.post(url, nieuw).status_code == 302
    assert client.post(url, nieuw).status_code == 302
    botsing = client.post(url, nieuw | {"plaats": "Bij oma"})
    assert (botsing.status_code, "Bij oma" in botsing.content.decode()) == (409, True)
    assert 'name="gelezen" value="2"' in botsing.content.decode()
    assert events().count("overleg_verzet") == 1

    afzeggen = reverse("overleg:afzeggen", args=[overleg.pk])
    for _keer in range(2):
        page = client.post(afzeggen, follow=True).content.decode()
    assert "Dit overleg gaat niet door" in page
    assert "Overleg vastleggen" not in page
    assert client.get(reverse("overleg:vastleggen", args=[overleg.pk])).status_code == 404
    assert "gaat niet door" in client.get(reverse("overleg:overleggen")).content.decode()
    with as_eigenaar():
        assert Overleg.objects.get().afgezegd_op == DAG


def test_an_answer_of_ones_own_is_asked_as_such_and_can_be_taken_back(client, wereld):
    voorbereiding, dinsdag, woensdag = prepared(wereld)
    noor = make_reader(wereld, Hoedanigheid.JEUGDIGE)
    stoel = BetrokkeneFactory(gezin=wereld.gezin, gebruiker=noor, naam="Noor", groep="gezin")
    GenodigdeFactory(voorbereiding=voorbereiding, betrokkene=stoel)
    client.force_login(noor)
    url = url_of("reactie", wereld, stoel.pk)
    text = text_of(client.get(url))
    assert "Wil je komen?" in text
    assert "gevraagd_op" not in text

    for antwoord, kan in (("ja", True), ("", None)):
        client.post(url, {"instemming": "ja", f"kan-{dinsdag.pk}": antwoord, f"kan-{woensdag.pk}": ""})
        with as_eigenaar():
            assert Beschikbaarheid.objects.get(betrokkene=stoel, datum=dinsdag).kan is kan
            assert Genodigde.objects.get(betrokkene=stoel).gevraagd_op == DAG


def test_a_day_that_was_is_not_proposed(wereld):
    with pytest.raises(Geweigerd, match="15 november 2026 is al geweest"):
        keep(wereld, lijst(wereld) + Invulling(momenten=(Moment(dag=date(2026, 11, 15)),)))
    keep(wereld, lijst(wereld) + Invulling(momenten=(Moment(dag=DAG),)))


@pytest.mark.parametrize(
    ("uitkomst", "stoel", "titel"),
    [
        ("kan", "bram", "Het gezin kiest wie coördineert: Bram"),
        ("samen", "bram", "Samen gekozen: Bram"),
        ("gevraagd", "bram", "Het gezin wil graag dat Bram"),
        ("geen", None, None),
        ("kan", "els", None),
    ],
)
def test_the_choice_of_the_family_leads_to_the_regie(client, wereld, bram, uitkomst, stoel, titel):
    account = {"bram": bram, "els": wereld.regisseur, None: None}[stoel]
    BesprekingFactory(
        gezin=wereld.gezin,
        onderwerp="voorkeur",
        uitkomst=uitkomst,
        stoel=chair_of(account) if account else None,
    )
    client.force_login(wereld.regisseur)
    text = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))
    stap = text_of(client.get(url_of("intake_stap", wereld, "voorkeur")))
    assert ("coördineert" in text) is bool(titel)
    assert (f"?regisseur={bram.pk}" in text) is (titel is not None and uitkomst != "gevraagd")
    assert titel is None or (titel in text and titel in stap)
    assert ("is de regisseur, zoals gekozen" in stap) is (stoel == "els")
