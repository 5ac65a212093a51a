"""The list of what stood out and its closing: who sees it, what comes first, and what a refusal keeps."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit.models import Afwijking, Bevinding
from rondetafel.kwaliteit.operations import close_afwijking
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    HEERLEN,
    AfwijkingFactory,
    GebruikerFactory,
    GemeenteFactory,
    LogregelFactory,
    WeekcontroleFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
REDEN = "Nagevraagd bij Iris: zij viel in voor een collega."
BUDGET = 10
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def nadia():
    return GebruikerFactory(rol=Rol.BEVEILIGING, naam="Nadia Peters")


def text_of(antwoord):
    return " ".join(antwoord.content.decode().split())


def close(wie, afwijking, **anders):
    with as_person(wie, peildatum=DAG) as door:
        opgave = {"gelezen": afwijking.versie, "bevinding": Bevinding.TERECHT, "reden": REDEN} | anders
        return close_afwijking(afwijking.pk, **opgave, door=door, peildatum=DAG)


def test_open_too_long_comes_first_then_the_oldest(client, nadia):
    WeekcontroleFactory()
    for dag, gevonden in ((12, 16), (10, 16), (15, 8), (14, 9)):
        AfwijkingFactory(dag=date(2026, 11, dag), gevonden_op=date(2026, 11, gevonden))
    client.force_login(nadia)

    pagina = client.get(reverse("kwaliteit:afwijkingen"))

    assert [(een["dag"].day, een["is_te_lang"]) for een in pagina.context["pagina"]] == [
        (15, True),
        (10, False),
        (12, False),
        (14, False),
    ]
    assert "langer dan 7 dagen open" in text_of(pagina)
    assert "9 november 2026 tot en met 15 november 2026" in text_of(pagina)


@pytest.mark.parametrize("gevonden", [8, 9])
def test_seven_days_open_is_not_too_long_and_eight_is(client, nadia, gevonden):
    AfwijkingFactory(gevonden_op=date(2026, 11, gevonden))
    client.force_login(nadia)

    [een] = client.get(reverse("kwaliteit:afwijkingen")).context["pagina"]

    assert een["is_te_lang"] is (gevonden == 8)


def test_empty_list_says_what_comes(client, nadia):
    client.force_login(nadia)

    assert "Er staat niets open" in text_of(client.get(reverse("kwaliteit:afwijkingen")))
    gesloten = client.get(reverse("kwaliteit:afwijkingen"), {"stand": "gesloten"})
    assert "Er is nog niets afgesloten" in text_of(gesloten)


def test_other_municipality_stays_out(client, nadia):
    AfwijkingFactory(gezin__gemeente=GemeenteFactory(code=HEERLEN), tekst="Iemand in Heerlen")
    client.force_login(nadia)

    assert "Iemand in Heerlen" not in text_of(client.get(reverse("kwaliteit:afwijkingen")))


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.KERNTEAM, Rol.REGISSEUR, Rol.GEZIN])
def test_it_is_for_who_checks_looking(client, rol):
    afwijking = AfwijkingFactory()
    client.force_login(GebruikerFactory(rol=rol))

    assert client.get(reverse("kwaliteit:afwijkingen")).status_code == 404
    assert client.get(reverse("kwaliteit:afwijking", args=[afwijking.pk])).status_code == 404


@pytest.mark.parametrize("stand", ["", "gesloten"])
def test_reading_the_list_is_looking_as_well(client, nadia, stand):
    """A line for each family that stands on the page; that somebody checks it stays out of the family's sight."""
    een, ander = AfwijkingFactory(), AfwijkingFactory()
    elders = AfwijkingFactory(gezin__gemeente=GemeenteFactory(code=HEERLEN))
    client.force_login(nadia)
    for rij in (een, ander) if stand else ():
        close(nadia, rij)

    client.get(reverse("kwaliteit:afwijkingen"), {"stand": stand})

    with as_eigenaar():
        regels = Logregel.objects.filter(gebeurtenis="bekeken", gebruiker_id=nadia.pk)
        assert {regel.gezin_id for regel in regels} == {een.gezin_id, ander.gezin_id}
        assert {regel.onderdeel for regel in regels} == {"toezicht"}
        assert not regels.filter(gezin_id=elders.gezin_id).exists()


def test_list_takes_as_many_queries_for_many(client, count_queries, nadia):
    client.force_login(nadia)
    pad = reverse("kwaliteit:afwijkingen")
    for _ in range(2):
        AfwijkingFactory()
    client.get(pad)
    few = count_queries(lambda: client.get(pad))
    for _ in range(60):
        AfwijkingFactory()

    assert count_queries(lambda: client.get(pad)) == few <= BUDGET


def test_finding_shows_the_lines_it_rests_on(client, count_queries, nadia):
    afwijking = AfwijkingFactory()
    lijn = {
        "gebruiker_id": afwijking.gebruiker_id,
        "gemeente_id": afwijking.gemeente_id,
        "netwerkadres": "192.0.2.7",
    }
    nacht = datetime(2026, 11, 12, 1, 5, tzinfo=UTC)
    LogregelFactory(**lijn, gezin_id=afwijking.gezin_id, at=nacht, onderdeel="veiligheid")
    LogregelFactory(**lijn, gezin_id=afwijking.gezin_id, at=nacht - timedelta(days=1), onderdeel="zorg")
    client.force_login(nadia)
    pad = reverse("kwaliteit:afwijking", args=[afwijking.pk])

    pagina = client.get(pad)

    assert [regel["onderdeel"] for regel in pagina.context["regels"]] == ["veiligheid"]
    for zin in ("02:05", "heeft gekeken", "192.0.2.7"):
        assert zin in text_of(pagina)
    assert count_queries(lambda: client.get(pad)) <= BUDGET


def test_close_by_the_form(client, nadia):
    afwijking = AfwijkingFactory()
    client.force_login(nadia)
    pad = reverse("kwaliteit:afwijking", args=[afwijking.pk])

    antwoord = client.post(pad, {"gelezen": 1, "bevinding": "datalek", "reden": REDEN}, follow=True)

    assert "Afgesloten. Uw uitkomst en reden zijn bewaard." in text_of(antwoord)
    gesloten = client.get(reverse("kwaliteit:afwijkingen"), {"stand": "gesloten"})
    assert [een["pk"] for een in gesloten.context["pagina"]] == [afwijking.pk]
    pagina = text_of(client.get(pad))
    for zin in ("gemeld als datalek", REDEN, "Nadia Peters"):
        assert zin in pagina
    with as_eigenaar():
        regel = Logregel.objects.get(gebeurtenis="afwijking_gesloten")
        assert (regel.onderdeel, regel.gezin_id, regel.details) == (
            "toezicht",
            afwijking.gezin_id,
            {"bevinding": "datalek"},
        )


@pytest.mark.parametrize(
    ("opgave", "zin"),
    [
        ({"reden": "te kort", "bevinding": "terecht"}, "De reden is korter dan 20 tekens."),
        ({"reden": REDEN}, "Wat is het geworden?"),
    ],
)
def test_refusal_keeps_what_was_typed_and_closes_nothing(client, nadia, opgave, zin):
    afwijking = AfwijkingFactory()
    client.force_login(nadia)

    antwoord = client.post(reverse("kwaliteit:afwijking", args=[afwijking.pk]), {"gelezen": 1} | opgave)

    assert antwoord.status_code == 422
    assert zin in text_of(antwoord)
    assert opgave["reden"] in text_of(antwoord)
    with as_eigenaar():
        assert Afwijking.objects.open().exists()


def test_nobody_closes_a_finding_about_themselves(nadia):
    with pytest.raises(Geweigerd, match="eigen kijken"):
        close(nadia, AfwijkingFactory(gebruiker_id=nadia.pk))


def test_second_closing_loses_to_the_first(client, nadia):
    afwijking = AfwijkingFactory()
    close(nadia, afwijking)
    with pytest.raises(Botsing), transaction.atomic():
        close(nadia, afwijking, bevinding=Bevinding.ONTERECHT)
    client.force_login(nadia)

    antwoord = client.post(
        reverse("kwaliteit:afwijking", args=[afwijking.pk]),
        {"gelezen": 1, "bevinding": "onterecht", "reden": REDEN},
    )

    assert antwoord.status_code == 409
    assert "Een collega was net voor" in text_of(antwoord) and REDEN in text_of(antwoord)
    assert REDEN in text_of(client.get(reverse("kwaliteit:afwijking", args=[afwijking.pk])))
    with as_eigenaar():
        afwijking.refresh_from_db()
        assert afwijking.bevinding == "terecht"


@pytest.mark.parametrize(
    "velden",
    [
        {"gesloten_op": DAG},
        {"bevinding": "terecht"},
        {"signaal": "anders"},
        {"reden": "zomaar"},
    ],
)
def test_half_closed_or_unknown_cannot_be(velden):
    with pytest.raises(IntegrityError), transaction.atomic():
        AfwijkingFactory(**velden)
