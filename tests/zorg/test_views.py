"""The pages about care: who may open them, what they say, and how many queries they take."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.zorg.models import AkkoordZorg, StopZorg, Verlenging
from tests.factories import (
    HEERLEN,
    AkkoordZorgFactory,
    BandFactory,
    GebruikerFactory,
    GezinFactory,
    PersoonFactory,
    StopZorgFactory,
    VerlengingFactory,
)
from tests.rollen import as_eigenaar
from tests.zorg.wereld import fresh, make_akkoord, make_doelen, make_rto, make_wereld, weighed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
BUDGET = 10


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def akkoord(wereld):
    return make_akkoord(wereld)


def read(client, als, name, *args):
    client.force_login(als)
    return client.get(reverse(f"zorg:{name}", args=args))


def text_of(response):
    return " ".join(response.content.decode().split())


def post(client, als, name, pk, **antwoorden):
    client.force_login(als)
    return client.post(reverse(f"zorg:{name}", args=[pk]), antwoorden)


# Who may open what: everybody else gets the same 404.
PAGINAS = {
    "akkoord": {"regisseur", "aanbieder", "kernteam", "backoffice", "gemeente", "ouder"},
    "verlengen": {"regisseur", "aanbieder"},
    "stoppen": {"regisseur", "aanbieder"},
    "papier": {"regisseur", "aanbieder"},
    "brief": {"backoffice"},
    "nieuw": {"kernteam"},
    "verlenging": {"kernteam"},
    "akkoorden": {"regisseur", "aanbieder", "kernteam", "backoffice", "gemeente", "ouder"},
}
BEZOEKERS = [
    "regisseur", "aanbieder", "kernteam", "backoffice", "gemeente", "ouder", "netwerk", "directie", "auditor",
    "verwijzer", "vreemde-regisseur", "kernteam-elders",
]  # fmt: skip


def visitor(wereld, wie):
    if wie in {"ouder", "netwerk"}:
        return BandFactory(gezin=wereld.gezin, hoedanigheid=Hoedanigheid(wie)).gebruiker
    known = {"regisseur": wereld.regisseur, "aanbieder": wereld.bram, "kernteam": wereld.kernteam}
    if wie == "kernteam-elders":
        return GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN])
    return known.get(wie) or GebruikerFactory(rol=Rol(wie.removeprefix("vreemde-")))


@pytest.mark.parametrize("wie", BEZOEKERS)
@pytest.mark.parametrize("pagina", PAGINAS)
def test_page_opens_for_whom_it_is(client, wereld, akkoord, pagina, wie):
    args = {
        "nieuw": [wereld.gezin.pk],
        "verlenging": [VerlengingFactory(akkoord=akkoord).pk],
        "akkoorden": [],
    }.get(pagina, [akkoord.pk])
    bezoeker = visitor(wereld, wie)

    status = read(client, bezoeker, pagina, *args).status_code

    # Who works elsewhere has a list of their own, and nothing of this family is on it.
    own_list = pagina == "akkoorden" and wie in {"kernteam-elders", "vreemde-regisseur"}
    assert status == (200 if wie in PAGINAS[pagina] or own_list else 404)


def test_list_shows_what_runs_and_what_waits(client, wereld, akkoord):
    AkkoordZorgFactory(jeugdige=wereld.noor, startdatum=date(2025, 1, 1), einddatum=date(2025, 6, 30))
    VerlengingFactory(akkoord=akkoord)

    pagina = read(client, wereld.kernteam, "akkoorden")

    assert [rij["pk"] for rij in pagina.context["rijen"]] == [akkoord.pk]
    assert len(pagina.context["gevraagd"]) == 1
    assert "Begeleiding individueel" in text_of(pagina)
    assert "gezin 0147" in text_of(pagina)


def test_list_of_a_zorgaanbieder_is_their_own_help(client, wereld, akkoord):
    AkkoordZorgFactory(jeugdige=wereld.noor, product_code="begeleiding-groep")

    assert [rij["pk"] for rij in read(client, wereld.bram, "akkoorden").context["rijen"]] == [akkoord.pk]
    assert len(read(client, wereld.regisseur, "akkoorden").context["rijen"]) == 2


def test_empty_list_says_what_will_come(client, wereld):
    assert "Zodra het kernteam akkoord geeft" in text_of(read(client, wereld.regisseur, "akkoorden"))


def test_list_takes_as_many_queries_for_many_as_for_one(client, wereld, count_queries):
    client.force_login(wereld.kernteam)

    def visit():
        assert client.get(reverse("zorg:akkoorden")).status_code == 200

    VerlengingFactory(akkoord=make_akkoord(wereld))
    one = count_queries(visit)
    for _ in range(15):
        VerlengingFactory(akkoord__jeugdige=PersoonFactory(gezin=GezinFactory()))
    assert count_queries(visit) == one <= BUDGET


def test_every_look_is_written(client, wereld, akkoord):
    read(client, wereld.regisseur, "akkoord", akkoord.pk)

    with as_eigenaar():
        assert Logregel.objects.filter(gezin_id=wereld.gezin.pk, onderdeel="zorg").exists()


def test_detail_tells_the_whole_history_and_why(client, wereld, akkoord):
    VerlengingFactory(akkoord=akkoord, was=date(2026, 12, 31), tot=date(2027, 1, 31), stand="gegeven",
                      besloten_op=date(2026, 11, 10), besloten_door=wereld.kernteam)  # fmt: skip
    StopZorgFactory(akkoord=akkoord, gestopt_op=date(2026, 11, 12), reden="01", gas_score=1)
    with as_eigenaar():
        AkkoordZorg.objects.filter(pk=akkoord.pk).update(
            oordeel={"akkoord": True, "redenen": [], "feiten": {"Zorgaanbieder": "De Linde"}}
        )

    pagina = text_of(read(client, wereld.regisseur, "akkoord", akkoord.pk))

    for woord in ("Akkoord gegeven", "Verlengd t/m 31 januari 2027", "Hulp gestopt: volgens plan"):
        assert woord in pagina
    assert "Waarom mocht dit?" in pagina
    assert "meer dan het doel" in pagina


AKKOORD = {
    "product": "begeleiding-individueel",
    "startdatum": "01-12-2026",
    "einddatum": "31-05-2027",
    **weighed("begeleiding-individueel"),
}


def new_akkoord(wereld, **anders):
    wie = {
        "jeugdige": str(wereld.noor.pk),
        "aanbieder": str(wereld.linde.pk),
        "uitvoerder": str(wereld.bram.pk),
    }
    return AKKOORD | wie | anders


def test_grant_by_form(client, wereld):
    antwoord = post(client, wereld.kernteam, "nieuw", wereld.gezin.pk, **new_akkoord(wereld))

    assert (antwoord.status_code, antwoord.url) == (302, reverse("werkplek:gezin", args=[wereld.gezin.pk]))
    with as_eigenaar():
        assert AkkoordZorg.objects.get().uitvoerder == wereld.bram


def test_latest_day_is_filled_in_and_nothing_is_granted(client, wereld):
    pagina = post(
        client,
        wereld.kernteam,
        "nieuw",
        wereld.gezin.pk,
        stap="voorstel",
        **new_akkoord(wereld, einddatum=""),
    )

    assert pagina.status_code == 200
    assert pagina.context["form"].initial["einddatum"] == date(2027, 5, 31)
    assert str(wereld.noor.pk) in text_of(pagina)
    with as_eigenaar():
        assert not AkkoordZorg.objects.exists()


@pytest.mark.parametrize(("product", "vraagt_door"), [("?", False), ("", False), ("begeleiding-groep", True)])
def test_first_the_product_and_then_what_it_asks(client, wereld, product, vraagt_door):
    pagina = post(
        client,
        wereld.kernteam,
        "nieuw",
        wereld.gezin.pk,
        stap="voorstel",
        startdatum="morgen",
        product=product,
    )

    assert pagina.status_code == 200
    assert ("morgen" in text_of(pagina)) is vraagt_door
    assert ("Door wie?" in text_of(pagina)) is vraagt_door


@pytest.mark.parametrize(
    ("product", "vraag", "is_vrij"),
    [
        ("logeren", "Hoeveel etmalen per week?", False),
        ("logeren", "Waarom is er geen andere oplossing?", False),
        ("begeleiding-groep", "Laatste dag", False),
        ("begeleiding-groep", "Wie gaat de hulp geven?", True),
        ("gebiedsteam", "Laatste dag", True),
    ],
)
def test_what_the_rules_need_is_not_called_optional(client, wereld, product, vraag, is_vrij):
    pagina = post(client, wereld.kernteam, "nieuw", wereld.gezin.pk, stap="voorstel", product=product)

    _, _, rest = text_of(pagina).partition(vraag)
    assert rest and ("(niet verplicht)" in rest.partition("</label>")[0]) is is_vrij


def test_refused_grant_keeps_what_was_typed(client, wereld):
    pagina = post(
        client, wereld.kernteam, "nieuw", wereld.gezin.pk, **new_akkoord(wereld, einddatum="01-06-2027")
    )

    assert pagina.status_code == 422
    assert "Kies 31 mei 2027 of eerder als einddatum." in text_of(pagina)
    assert 'value="01-06-2027"' in text_of(pagina)


def test_overlap_is_a_mistake_of_the_form(client, wereld, akkoord):
    make_doelen(wereld)
    pagina = post(
        client, wereld.kernteam, "nieuw", wereld.gezin.pk, **new_akkoord(wereld, einddatum="30-04-2027")
    )

    assert pagina.status_code == 422
    assert "Voor dit product loopt al een akkoord in deze periode." in text_of(pagina)


def test_somebody_of_another_zorgaanbieder_cannot_be_chosen(client, wereld):
    ander = GebruikerFactory(rol=Rol.AANBIEDER, organisatie_id=wereld.gezin.pk)
    for uitvoerder in (ander.pk, "niemand"):
        pagina = post(
            client,
            wereld.kernteam,
            "nieuw",
            wereld.gezin.pk,
            **new_akkoord(wereld, uitvoerder=str(uitvoerder)),
        )
        assert pagina.status_code == 422


def test_refused_extension_names_reason_source_and_way_out(client, wereld, akkoord):
    antwoorden = {"tot": "30-04-2027", "motivering": "Het gaat beter."}
    pagina = post(client, wereld.regisseur, "verlengen", akkoord.pk, **antwoorden)

    tekst = text_of(pagina)
    assert pagina.status_code == 422
    assert "nog geen RTO gehouden" in tekst
    assert "Zonder RTO geen verlenging" in tekst
    assert "Plan een RTO, uiterlijk op 31 januari 2027." in tekst
    assert "?soort=rto" in tekst
    assert "Het gaat beter." in tekst
    with as_eigenaar():
        assert not Verlenging.objects.exists()


def test_page_says_beforehand_whether_it_can(client, wereld, akkoord):
    before = text_of(read(client, wereld.regisseur, "verlengen", akkoord.pk))
    make_rto(wereld)
    after = text_of(read(client, wereld.regisseur, "verlengen", akkoord.pk))

    assert "Dit kan nog niet" in before
    assert "RTO plannen" in before
    assert "Dit kan nog niet" not in after
    assert "Wie deze hulp geeft, is niet gevraagd voor het RTO." in after
    assert "RTO plannen" not in after


def test_asked_by_form_and_not_twice(client, wereld, akkoord):
    make_rto(wereld)
    antwoorden = {"tot": "30-04-2027", "motivering": "Het gaat beter."}

    assert post(client, wereld.bram, "verlengen", akkoord.pk, **antwoorden).status_code == 302
    pagina = read(client, wereld.bram, "verlengen", akkoord.pk)

    assert "Er is al verlenging gevraagd" in text_of(pagina)


def test_help_without_end_has_no_page_to_extend(client, wereld):
    akkoord = make_akkoord(wereld, product_code="gebiedsteam", kwadrant="K2", einddatum=None)

    assert read(client, wereld.regisseur, "verlengen", akkoord.pk).status_code == 404


def test_kernteam_grants_what_was_asked(client, wereld, akkoord):
    make_rto(wereld)
    gevraagd = VerlengingFactory(akkoord=akkoord, motivering="Nog één schooljaar.")

    pagina = read(client, wereld.kernteam, "verlenging", gevraagd.pk)
    assert "Nog één schooljaar." in text_of(pagina)
    assert "Verlengen t/m 30 april 2027" in text_of(pagina)
    assert post(client, wereld.kernteam, "verlenging", gevraagd.pk, gelezen=1).status_code == 302
    assert fresh(akkoord).einddatum == date(2027, 4, 30)


def test_decision_stays_within_the_budget(client, wereld, akkoord, count_queries):
    make_rto(wereld)
    adres = reverse("zorg:verlenging", args=[VerlengingFactory(akkoord=akkoord).pk])
    client.force_login(wereld.kernteam)

    assert count_queries(lambda: client.get(adres)) <= BUDGET


def test_kernteam_gets_no_button_without_an_rto(client, wereld, akkoord):
    gevraagd = VerlengingFactory(akkoord=akkoord)

    assert "Verlengen t/m" not in text_of(read(client, wereld.kernteam, "verlenging", gevraagd.pk))
    assert post(client, wereld.kernteam, "verlenging", gevraagd.pk, gelezen=1).status_code == 422


def test_decision_on_an_old_version_is_asked_again(client, wereld, akkoord):
    make_rto(wereld)
    gevraagd = VerlengingFactory(akkoord=akkoord)
    with as_eigenaar():
        AkkoordZorg.objects.filter(pk=akkoord.pk).update(versie=2)

    pagina = post(client, wereld.kernteam, "verlenging", gevraagd.pk, gelezen=1)

    assert pagina.status_code == 409
    assert "Iemand was u net voor" in text_of(pagina)
    assert 'name="gelezen" value="2"' in text_of(pagina)


STOP = {"gelezen": 1, "stopdatum": "16-11-2026", "reden": "01", "gas_score": "0", "toelichting": "Klaar."}


@pytest.mark.parametrize(("wie", "naar"), [("regisseur", "werkplek:gezin"), ("bram", "zorg:akkoorden")])
def test_stop_by_form(client, wereld, akkoord, wie, naar):
    antwoord = post(client, getattr(wereld, wie), "stoppen", akkoord.pk, **STOP)

    args = [wereld.gezin.pk] if naar == "werkplek:gezin" else []
    assert (antwoord.status_code, antwoord.url) == (302, reverse(naar, args=args))
    with as_eigenaar():
        assert StopZorg.objects.get().gas_score == 0


def test_stop_without_a_score_is_refused_with_the_answers_kept(client, wereld, akkoord):
    pagina = post(
        client, wereld.regisseur, "stoppen", akkoord.pk, **STOP | {"gas_score": "geen", "reden": "02"}
    )

    assert pagina.status_code == 422
    assert "nog geen GAS-score" in text_of(pagina)
    assert "Klaar." in text_of(pagina)


def test_stop_on_an_old_version_is_asked_again(client, wereld, akkoord):
    pagina = post(client, wereld.regisseur, "stoppen", akkoord.pk, **STOP | {"gelezen": 7})

    assert pagina.status_code == 409
    assert "Klaar." in text_of(pagina)
    assert 'name="gelezen" value="1"' in text_of(pagina)


def test_stopped_help_cannot_be_stopped_or_extended(client, wereld, akkoord):
    StopZorgFactory(akkoord=akkoord, reden="01")

    for pagina in ("stoppen", "verlengen"):
        assert read(client, wereld.regisseur, pagina, akkoord.pk).status_code == 404


@pytest.mark.parametrize("pagina", ["akkoord", "verlengen", "stoppen", "papier"])
def test_pages_stay_within_the_budget(client, wereld, akkoord, count_queries, pagina):
    make_rto(wereld)
    client.force_login(wereld.regisseur)
    adres = reverse(f"zorg:{pagina}", args=[akkoord.pk])

    assert count_queries(lambda: client.get(adres)) <= BUDGET


def test_grant_page_stays_within_the_budget(client, wereld, count_queries):
    client.force_login(wereld.kernteam)
    adres = reverse("zorg:nieuw", args=[wereld.gezin.pk])

    assert count_queries(lambda: client.get(adres)) <= BUDGET
