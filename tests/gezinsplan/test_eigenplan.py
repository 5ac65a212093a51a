"""A family may make its own plan first: asked, answered at home, waived, and what the law asks after that."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.urls import reverse

from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.gezinsplan.models import Actie, Doel, Eigenplanstap, Gezinsplan
from rondetafel.gezinsplan.operations import record_eigenstap
from rondetafel.gezinsplan.plichten import GEZIN
from rondetafel.gezinsplan.queries.eigenplan import chosen_sentence, sentences_of
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.plichten import settle
from rondetafel.regels.familiegroepsplan import Afzienreden, Eigenstap
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.termijnen import PLAN_NA_AFZIEN
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import DoelFactory, EigenplanstapFactory, GezinsplanFactory, MatrixdoelFactory
from tests.gezinsplan.wereld import DAG, make_reader, make_stranger, make_unasked_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

pytestmark = pytest.mark.django_db
NIET = Afzienreden.OUDERS_WILLEN_NIET
# Monday 16 November: six weeks on is Monday 28 December.
UITERLIJK = date(2026, 12, 28)


@pytest.fixture
def wereld():
    return make_unasked_wereld()


def seated(wereld, hoedanigheid, stoel):
    """Somebody with an own account on this chair of the family."""
    gebruiker = make_reader(wereld, hoedanigheid)
    with as_eigenaar():
        type(stoel).objects.filter(pk=stoel.pk).update(gebruiker=gebruiker)
    return gebruiker


@pytest.fixture
def ouder(wereld):
    return seated(wereld, Hoedanigheid.OUDER, wereld.moeder)


def step(wereld, als, stap, **anders):
    opgave = Eigenstapopgave(stap=stap, op=anders.pop("op", DAG), **anders)
    return do(record_eigenstap, wereld.gezin.pk, opgave=opgave, als=als, peildatum=DAG)


def duties():
    with as_eigenaar():
        rijen = Termijn.objects.filter(regel=PLAN_NA_AFZIEN.norm).order_by("created_at")
        return list(rijen.values_list("vervalt_op", "gesloten_op", "sluiting"))


def test_parent_waives_and_comes_back_on_it(wereld, ouder):
    step(wereld, wereld.regisseur, Eigenstap.AANGEBODEN, tekst="Aan tafel gevraagd.")
    for _ in range(2):
        step(wereld, ouder, Eigenstap.AFGEZIEN, reden=NIET, tekst="Nu te druk.")

    assert duties() == [(UITERLIJK, None, "")]
    step(wereld, ouder, Eigenstap.MET_HULP)
    assert duties() == [(UITERLIJK, DAG, "vervallen")]
    assert events().count("eigen_plan") == 4


def test_duty_is_met_when_the_plan_is_adopted_and_the_sweep_agrees(wereld):
    EigenplanstapFactory(gezin=wereld.gezin)
    step(wereld, wereld.regisseur, Eigenstap.AFGEZIEN, reden=Afzienreden.BELANG_KIND)
    assert duties() == [(UITERLIJK, None, "")]
    with as_eigenaar():
        GezinsplanFactory(gezin=wereld.gezin, uitgave=1, vastgesteld_op=DAG + timedelta(days=3))
        settle(GEZIN, wereld.gezin.pk, peildatum=DAG + timedelta(days=3))
        assert duties() == [(UITERLIJK, DAG + timedelta(days=3), "gedaan")]
        Gezinsplan.objects.update(uitgave=2, vastgesteld_op=DAG + timedelta(days=90))
        assert settle(GEZIN, wereld.gezin.pk, PLAN_NA_AFZIEN, peildatum=DAG + timedelta(days=90)) == []


@pytest.mark.parametrize(
    ("wie", "stap", "anders", "fout"),
    [
        pytest.param("ouder", Eigenstap.AFGEZIEN, {"reden": NIET}, Geweigerd, id="niet-gevraagd"),
        pytest.param("regisseur", Eigenstap.AFGEZIEN, {}, Geweigerd, id="zonder-reden"),
        pytest.param("jeugdige", Eigenstap.AFGEZIEN, {"reden": NIET}, Geweigerd, id="jongere-ziet-niet-af"),
        pytest.param("regisseur", Eigenstap.ZELF, {"op": DAG + timedelta(days=1)}, Geweigerd, id="morgen"),
        pytest.param("ouder", Eigenstap.AANGEBODEN, {"tekst": "x"}, GeenToegang, id="vraagt-niet-zelf"),
        pytest.param("netwerk", Eigenstap.ZELF, {}, GeenToegang, id="netwerk"),
        pytest.param("aanbieder", Eigenstap.ZELF, {}, GeenToegang, id="aanbieder"),
        pytest.param("vreemd", Eigenstap.ZELF, {}, (GeenToegang, ObjectDoesNotExist), id="ander-gezin"),
        pytest.param(
            "jeugdige", Eigenstap.PLAN, {"tekst": "Wij eten samen."}, None, id="jongere-schrijft-mee"
        ),
        pytest.param(
            "regisseur", Eigenstap.AFGEZIEN, {"reden": Afzienreden.BEDREIGING}, None, id="bedreiging"
        ),
    ],
)
def test_who_may_write_which_step(wereld, ouder, wie, stap, anders, fout):
    with as_eigenaar():
        noor = type(wereld.moeder).objects.get(naam="Noor Vermeer")
    als = {
        "ouder": lambda: ouder,
        "regisseur": lambda: wereld.regisseur,
        "jeugdige": lambda: seated(wereld, Hoedanigheid.JEUGDIGE, noor),
        "netwerk": lambda: make_reader(wereld, Hoedanigheid.NETWERK),
        "aanbieder": lambda: make_reader(wereld, Hoedanigheid.AANBIEDER),
        "vreemd": make_stranger,
    }[wie]()
    if fout:
        with pytest.raises(fout):
            step(wereld, als, stap, **anders)
    else:
        step(wereld, als, stap, **anders)
    with as_eigenaar():
        assert Eigenplanstap.objects.exists() is (fout is None)


@pytest.mark.parametrize(
    ("anders", "mag"),
    [
        pytest.param({}, True, id="eigen-stoel"),
        pytest.param({"stap": "aangeboden"}, False, id="zelf-gevraagd"),
        pytest.param({"stoel": "oma"}, False, id="andere-stoel"),
        pytest.param({"door": "regisseur"}, False, id="andere-naam"),
    ],
)
def test_database_lets_the_family_speak_from_its_own_chair_only(wereld, ouder, anders, mag):
    rij = Eigenplanstap(
        gezin=wereld.gezin,
        gemeente_id=wereld.gezin.gemeente_id,
        stap=anders.get("stap", "zelf"),
        op=DAG,
        tekst="x",
        stoel=getattr(wereld, anders.get("stoel", "moeder")),
        door_id=wereld.regisseur.pk if "door" in anders else ouder.pk,
    )
    try:
        with transaction.atomic(), as_person(ouder, peildatum=DAG):
            Eigenplanstap.objects.bulk_create([rij])
        gelukt = True
    except DatabaseError:
        gelukt = False
    assert gelukt is mag


def test_page_of_the_regisseur_keeps_what_was_typed_and_says_why(client, klok, wereld, count_queries):
    client.force_login(wereld.regisseur)
    pad = reverse("gezinsplan:eigenplan", args=[wereld.gezin.pk])
    invoer = {"stap": "afgezien", "op": "2026-11-16", "reden": NIET.value, "tekst": "Geen tijd, zei Esther."}

    antwoord = client.post(pad, invoer)
    tekst = antwoord.content.decode()
    assert (antwoord.status_code, "Geen tijd, zei Esther." in tekst) == (422, True)
    assert "Het gezin kreeg nog niet de kans om zelf een plan te maken." in tekst

    vraag = {"stap": "aangeboden", "op": "2026-11-16", "tekst": "Gevraagd bij het kennismaken."}
    assert client.post(pad, vraag).status_code == 302
    assert client.post(pad, invoer).status_code == 302
    assert "28 december 2026" in client.get(pad).content.decode()
    weinig = count_queries(lambda: client.get(pad))
    with as_eigenaar():
        for _ in range(20):
            EigenplanstapFactory(gezin=wereld.gezin, door=wereld.regisseur)
    assert count_queries(lambda: client.get(pad)) == weinig <= 10


def test_parent_answers_at_home_and_everybody_at_the_table_reads_it(client, klok, wereld, ouder):
    pad = reverse("gezinsplan:eigenplan", args=[wereld.gezin.pk])
    client.force_login(ouder)
    assert client.post(pad, {"stap": "plan", "tekst": ""}).status_code == 422
    assert client.post(pad, {"stap": "plan", "tekst": "Oma kookt op maandag."}).status_code == 302
    # Nobody asked yet: what the law says about it comes back with the form.
    assert "nog niet de kans" in client.post(pad, {"stap": "afgezien", "tekst": ""}).content.decode()

    client.force_login(make_reader(wereld, Hoedanigheid.AANBIEDER))
    pagina = client.get(pad)
    assert ("Oma kookt op maandag." in pagina.content.decode(), pagina.context["form"]) == (True, None)


def test_a_sentence_of_the_family_becomes_a_goal_that_says_whose_words_it_are(client, klok, wereld, ouder):
    step(wereld, ouder, Eigenstap.PLAN, tekst="- Oma kookt op maandag.\nWij eten samen. Zonder telefoon")
    with as_eigenaar():
        stap = Eigenplanstap.objects.get(stap=Eigenstap.PLAN.value)
        plan = GezinsplanFactory(gezin=wereld.gezin)
        matrixdoel = MatrixdoelFactory(gebied__formatversie=plan.formatversie)
    assert [een.tekst for een in sentences_of(stap)] == [
        "Oma kookt op maandag.",
        "Wij eten samen.",
        "Zonder telefoon",
    ]
    client.force_login(wereld.regisseur)
    eigen = reverse("gezinsplan:eigenplan", args=[wereld.gezin.pk])
    pad = reverse("gezinsplan:doel_nieuw", args=[wereld.gezin.pk, matrixdoel.pk])

    assert f"{pad}?uit={stap.pk}:2" in client.get(eigen, {"uit": f"{stap.pk}:2"}).content.decode()
    begin = client.get(f"{pad}?uit={stap.pk}:2").context["form"].initial
    assert (begin["specifiek"], begin["eigenaar"]) == ("Wij eten samen.", str(wereld.moeder.pk))
    invoer = {"specifiek": "Wij eten samen, drie keer per week.", "eigenaar": begin["eigenaar"]}
    assert client.post(f"{pad}?uit={stap.pk}:2", invoer).status_code == 302

    with as_eigenaar():
        assert Doel.objects.get(specifiek=invoer["specifiek"]).uit_eigenplan == stap
    assert (
        f"Uit het eigen plan van het gezin, in andere woorden · {wereld.moeder}"
        in client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
    )


def test_a_sentence_of_the_family_becomes_an_action_and_stays_its_own_words(client, klok, wereld, ouder):
    step(wereld, ouder, Eigenstap.PLAN, tekst="Wij eten samen. Oma kookt op maandag.")
    with as_eigenaar():
        stap = Eigenplanstap.objects.get(stap=Eigenstap.PLAN.value)
        doel = DoelFactory(plan=GezinsplanFactory(gezin=wereld.gezin), specifiek="Rust in huis", voor=None)
    client.force_login(wereld.regisseur)
    eigen = reverse("gezinsplan:eigenplan", args=[wereld.gezin.pk])
    pad = f"{reverse('gezinsplan:actie_nieuw', args=[doel.pk])}?uit={stap.pk}:2"

    assert pad in client.get(eigen, {"uit": f"{stap.pk}:2"}).content.decode()
    begin = client.get(pad).context["form"].initial
    assert (begin["tekst"], begin["wie"]) == ("Oma kookt op maandag.", str(wereld.moeder.pk))
    assert client.post(pad, begin | {"tekst": "oma  kookt op maandag"}).status_code == 302

    with as_eigenaar():
        assert Actie.objects.get(doel=doel).uit_eigenplan == stap
    plan = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
    assert f"Eigen woorden van het gezin · {wereld.moeder}" in plan


@pytest.mark.parametrize("keuze", ["", "x:1", "{stap}:9", "{stap}", "{ander}:1"])
def test_a_sentence_that_is_not_there_is_taken_over_by_nobody(wereld, ouder, keuze):
    step(wereld, ouder, Eigenstap.PLAN, tekst="Oma kookt.")
    with as_eigenaar():
        stap, ander = Eigenplanstap.objects.get(stap=Eigenstap.PLAN.value), EigenplanstapFactory()
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        gekozen = keuze.format(stap=stap.pk, ander=ander.pk)
        assert chosen_sentence(wereld.gezin.pk, gekozen, wie, DAG) is None
