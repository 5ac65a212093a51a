"""The plan on paper: readable for everyone, with what its reader may read, and the same twice."""

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from pypdf import PdfReader

from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.gezinsplan.papier import Papierdoel, Planpapier, Vorm, make_pdf
from rondetafel.regels.datum import format_datum
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    ActieFactory,
    AkkoordZorgFactory,
    EvaluatieFactory,
    GezagFactory,
    GezinFactory,
    KeuzeFactory,
    RegieFactory,
)
from tests.gezinsplan.test_versie import adopt, answers
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar

NAMEN = {Vorm.GEWOON: "papier", Vorm.GROOT: "papier_groot", Vorm.OVERLEG: "papier_overleg"}


def papier_of(doelen=1):
    doel = Papierdoel(
        letter="F",
        titel="Elke dag op tijd in de klas #pagebreak() $x$",
        velden=(("Voor", "Noor"),),
        acties=(("Samen fietsen op maandag", "Oma Ria", "klaar op 2 november 2026"),),
        uiterlijk="1 maart 2027",
        stand="gaat vooruit",
    )
    return Planpapier(
        titel="Het plan van Gezin 0147",
        dag=DAG,
        stand="Vastgesteld op 2 november 2026.",
        sindsdien=(),
        basis=(("Begonnen op", "1 oktober 2026"),),
        tafel=(("oma", "Ria", "netwerk"),),
        keuzes=(("F1", "Het kind gaat elke dag naar school", "Noor"),),
        doelen=(doel,) * doelen,
        antwoorden=(("Oma Ria", "niet eens met het plan", "Te veel."),),
    )


def pages_of(pdf):
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("vorm", Vorm)
def test_a_screen_reader_finds_its_way(vorm):
    with pikepdf.open(BytesIO(make_pdf(papier_of(), vorm))) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == "Het plan van Gezin 0147"
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")


def test_it_stands_in_the_order_of_the_format_and_no_text_is_an_instruction():
    text = " ".join(pages_of(make_pdf(papier_of(), Vorm.GEWOON)))

    order = ["1. Wie erbij horen", "2. Wat we gekozen hebben", "3. Onze doelen", "Wie is het eens"]
    assert sorted(order, key=text.index) == order
    assert "#pagebreak() $x$" in text


def test_the_same_plan_gives_the_same_paper():
    assert make_pdf(papier_of(), Vorm.GROOT) == make_pdf(papier_of(), Vorm.GROOT)


@pytest.mark.parametrize(
    ("doelen", "acties", "lengte"), [(12, 6, 1), (12, 40, 1), (60, 3, 1), (30, 10, 4), (1, 200, 1)]
)
def test_full_plan_stays_on_one_sheet_and_says_what_is_not_on_it(doelen, acties, lengte):
    papier = papier_of()
    (doel,) = papier.doelen
    vol = replace(
        doel, titel=doel.titel * lengte, acties=tuple((f"Actie {n:03}", "Oma", "") for n in range(acties))
    )

    pages = pages_of(make_pdf(replace(papier, doelen=(vol,) * doelen), Vorm.OVERLEG))

    assert len(pages) == 1
    getoond = pages[0].count("Actie ")
    assert "Niet alles past op dit blad." in pages[0]
    geteld = {wat: int(aantal) for wat, aantal in re.findall(r"(doelen|acties): (\d+)", pages[0])}
    assert geteld["acties"] == doelen * acties - getoond
    # The day of a goal stands on the sheet as often as there are goals on it.
    assert geteld.get("doelen", 0) == doelen - pages[0].count("1 maart 2027")


@pytest.mark.parametrize("doelen", [0, 1, 12])
def test_for_on_the_table_everything_fits_on_one_sheet(doelen):
    pages = pages_of(make_pdf(papier_of(doelen), Vorm.OVERLEG))

    assert len(pages) == 1
    assert pages[0].count("Samen fietsen op maandag") == doelen


def test_large_print_is_larger():
    gewoon, groot = (len(pages_of(make_pdf(papier_of(12), vorm))) for vorm in (Vorm.GEWOON, Vorm.GROOT))

    assert groot > gewoon


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
class TestPage:
    @pytest.fixture
    def wereld(self):
        wereld = make_wereld()
        doel = make_doel(wereld)
        ActieFactory(doel=doel, wie=wereld.oma)
        KeuzeFactory(plan=doel.plan, matrixdoel=doel.matrixdoel)
        GezagFactory(kind=wereld.noor, volwassene__voornaam="Esther")
        GezagFactory(kind=wereld.noor, volwassene__voornaam="Mirjam", tot=DAG - timedelta(days=1))
        EvaluatieFactory(doel=doel)
        adopt(wereld, *answers(wereld, oma=(Antwoord.NIET_EENS, "Te veel tegelijk.")))
        return wereld

    @pytest.mark.parametrize("vorm", Vorm)
    def test_reader_gets_the_plan_as_a_file(self, client, wereld, vorm, count_queries):
        client.force_login(make_reader(wereld, Hoedanigheid.OUDER))
        adres = reverse(f"werkplek:{NAMEN[vorm]}", args=[wereld.gezin.pk])

        answer = client.get(adres)

        assert answer.headers["Content-Disposition"] == f'attachment; filename="plan-{vorm}.pdf"'
        text = " ".join(pages_of(answer.content))
        for words in (
            "Elke schooldag op tijd in de klas",
            "Vastgesteld op 16 november 2026",
            wereld.oma.naam,
        ):
            assert words in text
        if vorm is not Vorm.OVERLEG:
            assert "Te veel tegelijk." in text
            assert f"Gezag over {wereld.noor.voornaam} Esther" in text
            assert "Mirjam" not in text
        assert count_queries(lambda: client.get(adres)) <= 10

    def test_end_of_the_help_stands_beside_the_day_of_the_goal_for_who_may_know(self, client, wereld):
        with as_eigenaar():
            plan = Gezinsplan.objects.select_related("gezin__gemeente").get()
        make_doel(wereld, plan=plan, voor=wereld.noor)
        hulp = AkkoordZorgFactory(jeugdige=wereld.noor)
        einde = f"tot en met {format_datum(hulp.einddatum)}"
        for wie, ziet in (
            (wereld.regisseur, 1),
            (make_reader(wereld, Hoedanigheid.OUDER), 1),
            (make_reader(wereld, Hoedanigheid.NETWERK), 0),
        ):
            client.force_login(wie)
            papier = client.get(reverse("werkplek:papier", args=[wereld.gezin.pk]))
            assert " ".join(pages_of(papier.content)).count(einde) == ziet
            page = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
            assert page.count(f"loopt {einde}.") == ziet

    def test_stranger_and_family_without_a_plan_get_nothing(self, client, wereld):
        client.force_login(make_stranger())
        assert client.get(reverse("werkplek:papier", args=[wereld.gezin.pk])).status_code == 404

        leeg = RegieFactory(gezin=GezinFactory(nummer=900))
        client.force_login(leeg.regisseur)
        assert client.get(reverse("werkplek:papier", args=[leeg.gezin_id])).status_code == 404
