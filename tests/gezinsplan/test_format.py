"""The doelenmatrix as reference data: a beheerder writes a next version, and what plans use never changes."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rondetafel.gezinsplan.models import Formatversie, Gezinsplan, Matrixdoel, Resultaatgebied
from rondetafel.gezinsplan.operations import Doelopgave, add_doel, start_plan
from rondetafel.regels.gas import SCHALEN
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Rol
from tests.factories import FormatversieFactory, GebruikerFactory, GezinsplanFactory, MatrixdoelFactory
from tests.gezinsplan.wereld import DAG, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
TEKST = "A Veiligheid\n- Thuis is het veilig\n- Er zijn afspraken\n\nB Wonen\n- Het huis is schoon"


@pytest.fixture
def beheerder(client):
    account = GebruikerFactory(rol=Rol.BEHEERDER)
    client.force_login(account)
    return account


def url_of(naam, *args):
    return reverse(f"gezinsplan:{naam}", args=args)


def text_of(answer):
    return answer.content.decode()


def write(client, **anders):
    waarden = {"naam": "Format 2027", "toelichting": "Van de regio.", "schaal": "zespunts", "tekst": TEKST}
    answer = client.post(url_of("format_nieuw"), waarden | anders, follow=True)
    with as_eigenaar():
        return answer, Formatversie.objects.filter(naam="Format 2027").first()


def test_beheerder_writes_a_version_and_takes_it_into_use(client, beheerder):
    assert "A Veiligheid" in text_of(client.get(url_of("format_nieuw")))
    page, versie = write(client)
    assert "Niemand gebruikt haar nog." in text_of(page)
    waarden = {
        "naam": "Format 2027",
        "schaal": "vijfpunts",
        "tekst": TEKST + "\n- Er is een bed",
        "gelezen": 1,
    }
    assert "De versie is bewaard." in text_of(client.post(url_of("format", versie.pk), waarden, follow=True))
    ander = client.post(url_of("format", versie.pk), waarden | {"tekst": "B Anders"})
    assert (ander.status_code, "B Anders" in text_of(ander)) == (409, True)
    oud = client.post(url_of("format_start", versie.pk), {"gelezen": 1, "vanaf": "16-11-2026"}, follow=True)
    assert "Iemand anders veranderde net de tekst." in text_of(oud)

    page = client.post(url_of("format_start", versie.pk), {"gelezen": 2, "vanaf": "16-11-2026"}, follow=True)

    assert "in gebruik" in text_of(page)
    with as_eigenaar():
        doelen = Matrixdoel.objects.filter(gebied__formatversie=versie).order_by("gebied__letter", "nummer")
        assert [f"{doel.code} {doel}" for doel in doelen.select_related("gebied")] == [
            "A1 Thuis is het veilig",
            "A2 Er zijn afspraken",
            "B1 Het huis is schoon",
            "B2 Er is een bed",
        ]
    assert (fresh(versie).geldig_vanaf, fresh(versie).schaal) == (DAG, "vijfpunts")
    assert events() == ["format_toegevoegd", "format_gewijzigd", "format_gestart"]
    page = text_of(client.get(url_of("format", versie.pk)))
    assert "Deze versie verandert niet meer" in page
    assert client.post(url_of("format_start", versie.pk), {"gelezen": 3, "vanaf": DAG}).status_code == 404
    client.post(url_of("format", versie.pk), waarden | {"gelezen": 3, "naam": "Anders"})
    assert fresh(versie).naam == "Format 2027"


def test_what_cannot_be_read_is_told_by_its_line(client, beheerder):
    _page, versie = write(client, tekst="Veiligheid\nA Veilig")
    assert "Regel 1 is geen gebied en geen doel" in text_of(client.get(url_of("format", versie.pk)))

    page = client.post(url_of("format_start", versie.pk), {"gelezen": 1, "vanaf": "15-11-2026"})

    assert page.status_code == 422
    for reden in ("Regel 1", "Bij A Veilig staat nog geen doel.", "15 november 2026 is al geweest."):
        assert reden in text_of(page)
    assert fresh(versie).geldig_vanaf is None
    leeg = client.post(url_of("format_start", versie.pk), {"gelezen": 1, "vanaf": ""})
    assert leeg.status_code == 422
    assert "Er is al een versie met deze naam." in text_of(write(client)[0])


def test_plan_begins_with_the_newest_in_use_and_keeps_it():
    wereld = make_wereld()
    FormatversieFactory(naam="2026", geldig_vanaf=DAG)
    FormatversieFactory(naam="2027", geldig_vanaf=date(2027, 1, 1))
    FormatversieFactory(naam="nog niet", geldig_vanaf=None)

    plan = do(start_plan, wereld.gezin.pk, als=wereld.regisseur)
    FormatversieFactory(naam="later vandaag", geldig_vanaf=DAG)

    with as_eigenaar():
        assert Gezinsplan.objects.get(pk=plan.pk).formatversie.naam == "2026"


@pytest.mark.parametrize("schaal", SCHALEN)
def test_a_goal_begins_with_the_scale_of_the_format(schaal):
    wereld = make_wereld()
    plan = GezinsplanFactory(gezin=wereld.gezin, formatversie__schaal=schaal)
    matrixdoel = MatrixdoelFactory(gebied__formatversie=plan.formatversie)
    opgave = Doelopgave(eigenaar_id=wereld.oma.pk, specifiek="Op tijd in de klas")

    doel = do(add_doel, wereld.gezin.pk, matrixdoel_id=matrixdoel.pk, opgave=opgave, als=wereld.regisseur)

    assert doel.schaal == schaal


def change(versie):
    Formatversie.objects.filter(pk=versie.pk).update(naam="Anders")


def add_area(versie):
    Resultaatgebied.objects.create(formatversie=versie, letter="Z", naam="Anders")


def add_goal(versie):
    gebied = Resultaatgebied.objects.filter(formatversie=versie).first()
    Matrixdoel.objects.create(gebied=gebied, nummer=99, tekst="Anders")


def begin(_versie):
    Formatversie.objects.create(naam="Nieuw")


def tries(account, versie, deed):
    """Did the database let this happen? Everything is put back."""
    with as_person(account, peildatum=DAG):
        try:
            with transaction.atomic():
                deed(versie)
                is_gelukt = deed is not change or Formatversie.objects.get(pk=versie.pk).naam == "Anders"
                transaction.set_rollback(True)
        except DatabaseError:
            return False
        return is_gelukt


@pytest.mark.parametrize("deed", [change, add_area, add_goal, begin])
def test_database_lets_a_beheerder_write_only_what_is_not_in_use(deed):
    beheerder, regisseur = GebruikerFactory(rol=Rol.BEHEERDER), GebruikerFactory(rol=Rol.REGISSEUR)
    with as_eigenaar():
        in_gebruik = Formatversie.objects.get(is_voorbeeld=True)
        open_ = Formatversie.objects.create(naam="open")
        Resultaatgebied.objects.create(formatversie=open_, letter="A", naam="Veiligheid")

    assert tries(beheerder, open_, deed)
    assert not tries(regisseur, open_, deed)
    assert tries(beheerder, in_gebruik, deed) is (deed is begin)


def test_every_database_role_that_chooses_reads_the_matrix():
    for rol in (Rol.REGISSEUR, Rol.KERNTEAM):
        with as_person(GebruikerFactory(rol=rol), peildatum=DAG):
            assert Matrixdoel.objects.filter(gebied__formatversie__is_voorbeeld=True).count() == 30
