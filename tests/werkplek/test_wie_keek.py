"""Who looked, as the family sees it: complete for what is about them, silent about what is confidential."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.kern.vertrouwelijk import VERTROUWELIJK
from rondetafel.toegang.context import as_person
from rondetafel.toegang.logboek import lines_for
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.bladzijden import steady
from tests.factories import (
    BandFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    LogregelFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.maatregelband import tie_with
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def gezin():
    return RegieFactory(regisseur__naam="Els Habets").gezin


@pytest.fixture
def noor(gezin):
    return PersoonFactory(gezin=gezin, voornaam="Noor")


@pytest.fixture
def broer(gezin):
    return PersoonFactory(gezin=gezin, voornaam="Milan", geboortedatum=date(2009, 5, 4))


@pytest.fixture
def jongere(gezin, noor):
    """Noor, thirteen, reads about herself."""
    band = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.JEUGDIGE, grond="eigen", persoon_id=noor.pk)
    return band.gebruiker


def line(gezin, dag=14, uur=9, **velden):
    return LogregelFactory(
        at=datetime(2026, 11, dag, uur, 30, tzinfo=UTC),
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        **{"onderdeel": "plan", "doel": "regie over het gezinsplan", "gebruiker_id": uuid4()} | velden,
    )


def page(client, gebruiker, gezin, **keuze):
    client.force_login(gebruiker)
    antwoord = client.get(reverse("werkplek:wie_keek", args=[gezin.pk]), keuze)
    return " ".join(antwoord.content.decode().split())


def stories(client, gebruiker, gezin, **keuze):
    client.force_login(gebruiker)
    antwoord = client.get(reverse("werkplek:wie_keek", args=[gezin.pk]), keuze)
    return [kijker for _, kijkers in antwoord.context["dagen"] for kijker in kijkers]


def test_two_clicks_from_the_start(client, jongere, gezin):
    """Start leads to the plan by itself; from there it is one click."""
    client.force_login(jongere)
    plan = client.get("/", follow=True)

    assert reverse("werkplek:wie_keek", args=[gezin.pk]) in plan.content.decode()


def test_story_tells_when_who_what_about_whom_and_why(client, gezin, noor, jongere):
    line(gezin, naam="Tom Souren", rol=Rol.AANBIEDER, organisatie="De Linde", grond="aanbieder:akkoord",
         doel="uitvoeren van hulp", persoon_id=noor.pk)  # fmt: skip

    pagina = page(client, jongere, gezin)

    assert "Zaterdag 14 november 2026" in pagina
    for zin in ("Tom Souren", "zorgaanbieder, De Linde", "om 10:30 uur", "zag: het plan", "over: Noor"):
        assert zin in pagina
    assert "waarom: uitvoeren van hulp (als zorgaanbieder, op grond van lopend akkoord zorg)" in pagina


def test_many_looks_of_one_day_are_one_story(client, gezin, noor, jongere):
    wie = uuid4()
    for uur in (8, 9, 13):
        line(gezin, uur=uur, gebruiker_id=wie, persoon_id=noor.pk)

    [kijker] = stories(client, jongere, gezin)

    assert (kijker.van.hour, kijker.tot.hour) == (8, 13)


def test_refusal_and_emergency_button_are_told(client, gezin, noor, jongere):
    line(gezin, gebeurtenis="geweigerd", uitkomst="geweigerd", onderdeel="", persoon_id=noor.pk)
    line(gezin, is_noodknop=True, persoon_id=noor.pk)

    pagina = page(client, jongere, gezin)

    assert "wilde iets zien of doen en mocht dat niet" in pagina
    assert "met de noodknop" in pagina


@pytest.mark.parametrize(
    ("keuze", "namen"),
    [
        ({}, {"Ilse", "Tom"}),
        ({"van": "2026-11-14"}, {"Tom"}),
        ({"tot": "2026-11-13"}, {"Ilse"}),
        ({"van": "2026-11-12", "tot": "2026-11-12"}, {"Ilse"}),
        ({"deel": "zorg"}, {"Tom"}),
        ({"deel": "bestaat niet"}, {"Ilse", "Tom"}),
        ({"van": "2026-11-14", "tot": "2026-11-12"}, {"Ilse", "Tom"}),
    ],
)
def test_filter(client, gezin, noor, jongere, keuze, namen):
    line(gezin, dag=12, naam="Ilse", persoon_id=noor.pk)
    line(gezin, dag=14, naam="Tom", onderdeel="zorg", persoon_id=noor.pk)
    line(gezin, dag=14, naam="Nina")
    with as_eigenaar():
        vroeger = datetime(2026, 7, 18, 9, tzinfo=UTC)
        LogregelFactory(at=vroeger, gezin_id=gezin.pk, persoon_id=noor.pk, naam="Lang geleden")

    assert {kijker.naam for kijker in stories(client, jongere, gezin, **keuze)} - {"Nina"} == namen


def test_filter_on_person_and_on_about_whom(client, gezin, noor, broer):
    regisseur = RegieFactory._meta.model.objects
    with as_eigenaar():
        els = regisseur.get(gezin=gezin).regisseur
    tom = line(gezin, naam="Tom", persoon_id=noor.pk)
    line(gezin, naam="Ilse", persoon_id=broer.pk)

    [op_wie] = stories(client, els, gezin, wie=str(tom.gebruiker_id))
    [over_wie] = stories(client, els, gezin, over=str(broer.pk))

    assert (op_wie.naam, over_wie.naam) == ("Tom", "Ilse")


def test_young_person_reads_about_themselves_and_the_whole_family_only(client, gezin, noor, broer, jongere):
    line(gezin, naam="Over Noor", persoon_id=noor.pk)
    line(gezin, naam="Over Milan", persoon_id=broer.pk)
    line(gezin, naam="Over het gezin")

    assert {kijker.naam for kijker in stories(client, jongere, gezin)} == {"Over Noor", "Over het gezin"}


def test_parent_of_a_sixteen_year_old_reads_nothing_about_them(client, gezin, noor, broer):
    ouder = BandFactory(gezin=gezin, persoon_id=noor.pk).gebruiker
    line(gezin, naam="Over Noor", persoon_id=noor.pk)
    line(gezin, naam="Over Milan", persoon_id=broer.pk)

    assert [kijker.naam for kijker in stories(client, ouder, gezin)] == ["Over Noor"]


@pytest.mark.parametrize("onderdeel", sorted(VERTROUWELIJK))
@pytest.mark.parametrize("wie", ["jongere", "ouder", "regisseur"])
def test_confidential_work_leaves_no_trace(client, gezin, noor, jongere, wie, onderdeel):
    """The same bytes with and without it, on the page and in the file."""
    if wie == "ouder":
        lezer = BandFactory(gezin=gezin, persoon_id=noor.pk).gebruiker
    elif wie == "regisseur":
        lezer = BandFactory(
            gezin=gezin, hoedanigheid="regisseur", grond="regie", gebruiker__rol=Rol.REGISSEUR
        ).gebruiker
    else:
        lezer = jongere
    line(gezin, naam="Tom", persoon_id=noor.pk)
    client.force_login(lezer)
    paden = [reverse(f"werkplek:{naam}", args=[gezin.pk]) for naam in ("wie_keek", "wie_keek_bestand")]
    client.get(paden[0])
    keuze = {"tot": "2026-11-15"}
    zonder = [steady(client.get(pad, keuze).content) for pad in paden]
    for _ in range(150):
        line(gezin, naam="Geheim", onderdeel=onderdeel, persoon_id=noor.pk)
    line(gezin, naam="Geheim", onderdeel=onderdeel, gebeurtenis="geweigerd", uitkomst="geweigerd")

    assert [steady(client.get(pad, keuze).content) for pad in paden] == zonder


def test_both_fences_show_the_same_lines(gezin, noor, broer, jongere):
    """Everybody, over lines about each, of confidential work and not."""
    for onderdeel in ("plan", *VERTROUWELIJK):
        for persoon_id in (None, noor.pk, broer.pk):
            line(gezin, onderdeel=onderdeel, persoon_id=persoon_id)
    lezers = [jongere, *(GebruikerFactory(rol=rol) for rol in Rol)]
    lezers += [
        tie_with(gezin, soort, persoon_id=persoon_id).gebruiker
        for soort in Hoedanigheid
        for persoon_id in (None, broer.pk)
    ]
    for lezer in lezers:
        with as_person(lezer, peildatum=DAG) as wie:
            seen = set(Logregel.objects.values_list("pk", flat=True))
        with as_eigenaar():
            allowed = set(Logregel.objects.filter(lines_for(wie, DAG)).values_list("pk", flat=True))
        assert seen == allowed, lezer.rol


def test_own_words_for_the_family(client, gezin, noor, jongere):
    ouder = BandFactory(gezin=gezin, persoon_id=noor.pk).gebruiker
    BetrokkeneFactory(gezin=gezin, groep="gezin", gebruiker=ouder, relatie="moeder")
    line(gezin, gebruiker_id=ouder.pk, naam="Samira", rol=Rol.GEZIN)

    [kijker] = stories(client, jongere, gezin)

    assert kijker.rol == "moeder"
