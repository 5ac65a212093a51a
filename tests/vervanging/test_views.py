"""The page "Afwezig", and every place where people read that somebody stands in."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.vervanging.models import Vervanging
from tests.factories import (
    BandFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    PersoonFactory,
    RegieFactory,
    TermijnFactory,
    VervangingFactory,
)
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
VANDAAG, TOT = date(2026, 11, 16), date(2026, 12, 3)
PAD = "/afwezig/"


@pytest.fixture
def regie():
    return RegieFactory(regisseur__naam="Els Habets")


@pytest.fixture
def els(regie):
    return regie.regisseur


@pytest.fixture
def joris():
    return GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris Crombach")


@pytest.fixture
def vervanging(els, joris):
    return VervangingFactory(wie=els, vervanger=joris)


@pytest.fixture
def ouder(regie):
    kind = PersoonFactory(gezin=regie.gezin)
    band = BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.OUDER, persoon_id=kind.pk)
    BetrokkeneFactory(gezin=regie.gezin, groep="gezin", naam="Esther", gebruiker=band.gebruiker)
    return band.gebruiker


def text_of(client, wie, pad):
    client.force_login(wie)
    return " ".join(client.get(pad).content.decode().split())


def answers(joris, **anders):
    return {"vervanger": joris.pk, "van": "2026-11-16", "tot": "2026-12-03", "reden": "vakantie"} | anders


def test_regisseur_records_it_and_reads_it_back(client, els, joris):
    client.force_login(els)

    page = client.post(PAD, answers(joris), follow=True).content.decode()

    assert "Vastgelegd. Joris Crombach leest mee" in page
    assert "Joris Crombach vervangt u" in page
    assert "Joris Crombach vervangt u t/m 3 december 2026." in text_of(client, els, "/")
    assert "U vervangt Els Habets t/m 3 december 2026." in text_of(client, joris, "/")


def test_refused_keeps_what_was_typed_and_says_why_and_how_to_go_on(client, els, joris):
    client.force_login(els)

    answer = client.post(PAD, answers(joris, tot="2027-06-01"))
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "ten hoogste 3 maanden" in page and "Kies een eerdere dag" in page
    assert "2027-06-01" in page
    with as_eigenaar():
        assert not Vervanging.objects.exists()


def test_of_a_relation_is_asked_only_when_one_is_found(client, regie, els, joris):
    client.force_login(els)
    assert "is_nagegaan" not in client.get(PAD).content.decode()

    PersoonFactory(gezin=regie.gezin, achternaam="Crombach")
    answer = client.post(PAD, answers(joris))
    assert answer.status_code == 422
    assert "is_nagegaan" in answer.content.decode()

    assert client.post(PAD, answers(joris, is_nagegaan="on")).status_code == 302


def test_kernteam_chooses_who_is_away(client, els, joris):
    kernteam = GebruikerFactory(rol=Rol.KERNTEAM)
    client.force_login(kernteam)

    page = client.post(PAD, answers(joris, wie=els.pk, reden="verlof"), follow=True).content.decode()

    assert "Joris Crombach vervangt Els Habets" in page


def test_who_stands_in_for_others_hears_that_those_do_not_pass_on(client, els, joris, vervanging):
    client.force_login(joris)
    ander = GebruikerFactory(rol=Rol.REGISSEUR, naam="Linda Bours")

    page = client.post(PAD, answers(ander), follow=True).content.decode()

    assert "Joris Crombach vervangt zelf Els Habets" in page


def test_one_button_ends_it(client, els, joris, vervanging):
    assert "Gezin" in text_of(client, joris, reverse("werkplek:gezinnen"))
    client.force_login(els)

    page = client.post(reverse("vervanging:stoppen", args=[vervanging.pk]), follow=True).content.decode()

    assert "De vervanging is gestopt" in page
    assert "Nog geen gezinnen" in text_of(client, joris, reverse("werkplek:gezinnen"))


def test_pressing_it_twice_says_that_it_was_over(client, els, vervanging):
    client.force_login(els)
    stoppen = reverse("vervanging:stoppen", args=[vervanging.pk])
    client.post(stoppen)

    assert "Deze vervanging is al voorbij." in client.post(stoppen, follow=True).content.decode()


def test_why_somebody_is_away_is_for_themselves_and_the_kernteam(client, els, joris, ouder, regie):
    VervangingFactory(wie=els, vervanger=joris, reden="verlof")
    kernteam = GebruikerFactory(rol=Rol.KERNTEAM)
    gezin = reverse("werkplek:gezin", args=[regie.gezin_id])

    assert "ziek of met verlof ·" not in text_of(client, els, PAD)
    assert "t/m 3 december 2026 · ziek of met verlof" in text_of(client, els, PAD)
    assert "t/m 3 december 2026 · ziek of met verlof" in text_of(client, kernteam, PAD)
    assert "2026 · ziek of met verlof" not in text_of(client, joris, PAD)
    assert "verlof" not in text_of(client, ouder, gezin)


def test_the_family_reads_who_stands_in_until_when(client, ouder, regie, vervanging):
    gezin = text_of(client, ouder, reverse("werkplek:gezin", args=[regie.gezin_id]))
    leest = text_of(client, ouder, reverse("gezinnen:wie_leest", args=[regie.gezin_id]))

    assert "Joris Crombach vervangt Els Habets t/m 3 december 2026." in gezin
    assert "regisseur · vervangt Els Habets<" in leest
    assert "t/m 3 december 2026" in leest


def test_the_family_reads_it_before_it_begins_and_not_when_it_is_over(client, ouder, regie, els, joris):
    VervangingFactory(wie=els, vervanger=joris, van=date(2026, 11, 23))
    voorbij = VervangingFactory(wie=els, van=date(2026, 11, 1), tot=VANDAAG - timedelta(days=1))
    gezin = text_of(client, ouder, reverse("werkplek:gezin", args=[regie.gezin_id]))

    assert "Joris Crombach vervangt Els Habets van 23 november 2026 t/m 3 december 2026." in gezin
    assert voorbij.vervanger.naam not in gezin


def test_what_was_stopped_before_it_began_is_nowhere(client, ouder, regie, els, joris):
    vervanging = VervangingFactory(wie=els, vervanger=joris, van=date(2026, 11, 23))
    client.force_login(els)
    client.post(reverse("vervanging:stoppen", args=[vervanging.pk]))

    for naam in ("werkplek:gezin", "gezinnen:wie_leest", "gezinnen:tafel"):
        assert "Joris" not in text_of(client, ouder, reverse(naam, args=[regie.gezin_id]))
    assert "Er is niets vastgelegd" in text_of(client, els, PAD)


def test_what_changes_by_itself_names_the_last_day(client, ouder, regie, vervanging):
    page = text_of(client, ouder, reverse("gezinnen:wie_leest", args=[regie.gezin_id]))

    assert "4 december 2026" in page
    assert "Joris Crombach vervangt Els Habets niet meer." in page


def test_who_may_not_know_who_reads_along_does_not_read_it(client, regie, vervanging):
    oma = BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.NETWERK, onderdelen=["gezin", "plan"])

    gezin = text_of(client, oma.gebruiker, reverse("werkplek:gezin", args=[regie.gezin_id]))

    assert "vervangt" not in gezin


def test_who_looked_says_for_whom(client, joris, ouder, regie, vervanging):
    text_of(client, joris, reverse("werkplek:gezin", args=[regie.gezin_id]))

    keek = reverse("werkplek:wie_keek", args=[regie.gezin_id])
    page = text_of(client, ouder, f"{keek}?tot=2099-01-01&van=2026-01-01")

    assert "Joris Crombach" in page
    assert "vervangt Els Habets (als regisseur, op grond van vervanging van een collega)" in page
    with as_eigenaar():
        regels = Logregel.objects.filter(gebruiker_id=joris.pk, gezin_id=regie.gezin_id)
        assert {regel.grond for regel in regels} == {"regisseur:vervanging"}


def test_the_caseload_marks_the_families_of_a_colleague(client, joris, vervanging):
    RegieFactory(regisseur=joris)

    page = text_of(client, joris, reverse("werkplek:gezinnen"))

    assert page.count("vervanging t/m 3 december 2026") == 1


def test_the_terms_of_the_absent_colleague_come_along(client, els, joris, regie):
    """Also those in the name of that colleague, and those of nobody else by name."""
    for gebruiker in (els, GebruikerFactory(rol=Rol.REGISSEUR)):
        TermijnFactory(gezin=regie.gezin, gebruiker_id=gebruiker.pk, betreft_id=gebruiker.pk)
    assert "Er is nu niets dat wacht" in text_of(client, joris, "/")

    VervangingFactory(wie=els, vervanger=joris)

    assert "Eén ding vraagt om u" in text_of(client, joris, "/")
    assert "Eén ding vraagt om u" in text_of(client, els, "/")


@pytest.mark.parametrize("rol", [Rol.REGISSEUR, Rol.AANBIEDER, Rol.KERNTEAM])
def test_the_page_is_found_from_the_own_name(client, rol):
    assert f'href="{PAD}"' in text_of(client, GebruikerFactory(rol=rol), "/")


def test_as_many_queries_for_many_families(client, els, count_queries):
    client.force_login(els)
    VervangingFactory(wie=els, van=VANDAAG, tot=VANDAAG)
    few = count_queries(lambda: client.get(PAD))
    for dag in range(1, 20):
        RegieFactory(regisseur=els)
        day = VANDAAG + timedelta(days=dag)
        VervangingFactory(wie=els, van=day, tot=day)
    many = count_queries(lambda: client.get(PAD))

    assert few == many <= 10


def test_help_of_an_absent_colleague_shows_who_stands_in(client):
    akkoord = BandFactory(
        gebruiker__rol=Rol.AANBIEDER,
        gebruiker__naam="Tom Souren",
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
    )
    vervanger = GebruikerFactory(rol=Rol.AANBIEDER, naam="Bram Smit")
    VervangingFactory(wie=akkoord.gebruiker, vervanger=vervanger)

    page = text_of(client, vervanger, reverse("werkplek:gezin", args=[akkoord.gezin_id]))

    assert "Bram Smit vervangt Tom Souren t/m 3 december 2026." in page
