"""The report as a page: who opens it, who sees families behind it, and in how many queries."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Rol
from rondetafel.verantwoording.staven import draw_staven
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    AanmeldingFactory,
    AkkoordZorgFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezinsplanFactory,
    PersoonFactory,
    StopZorgFactory,
    TriageFactory,
    WachtplekFactory,
)
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
LEZERS = {Rol.DIRECTIE, Rol.GEMEENTE, Rol.KERNTEAM}
RAPPORT = reverse("verantwoording:rapport", args=["2026-H2"])


def reader(rol, **anders):
    GemeenteFactory()
    return GebruikerFactory(rol=rol, **anders)


def read(client, als, adres=RAPPORT):
    client.force_login(als)
    return client.get(adres)


def text_of(response):
    return " ".join(response.content.decode().split())


def behind(figuur, periode="2026-H2"):
    return reverse("verantwoording:gezinnen", args=[periode, figuur])


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("adres", [reverse("verantwoording:periodes"), RAPPORT], ids=["lijst", "rapport"])
def test_figures_open_for_whom_they_are(client, rol, adres):
    assert read(client, reader(rol), adres).status_code == (200 if rol in LEZERS else 404)


@pytest.mark.parametrize("periode", ["2026", "2026-H3", "morgen"])
def test_another_word_is_no_period(client, periode):
    adres = reverse("verantwoording:rapport", args=[periode])

    assert read(client, reader(Rol.DIRECTIE), adres).status_code == 404


def test_list_begins_with_the_first_record(client):
    AkkoordZorgFactory(startdatum=date(2025, 8, 1))

    pagina = read(client, reader(Rol.DIRECTIE), reverse("verantwoording:periodes"))

    assert [str(een.halfjaar) for een in pagina.context["perioden"]] == ["2026-H2", "2026-H1", "2025-H2"]
    assert "loopt nog" in text_of(pagina)


def test_list_without_records_has_the_running_period(client):
    pagina = read(client, reader(Rol.DIRECTIE), reverse("verantwoording:periodes"))

    assert len(pagina.context["perioden"]) == 1


def fill():
    akkoord = AkkoordZorgFactory()
    TriageFactory(gezin=akkoord.gezin, classificatie="multiprobleem")
    GezinsplanFactory(gezin=akkoord.gezin)
    StopZorgFactory(akkoord=akkoord, reden="01")
    WachtplekFactory(jeugdige=akkoord.jeugdige, van=date(2026, 9, 1))
    return akkoord


def test_report_shows_numbers_sources_and_what_is_missing(client):
    fill()

    tekst = text_of(read(client, reader(Rol.DIRECTIE)))

    assert "Tabel 5.1: kinderen in zorg, per gemeente" in tekst
    assert "5.6 Productie" in tekst
    assert "Waar staat dat?" in tekst
    assert "Niet te berekenen:" in tekst
    assert "wie de scholing over de meldcode volgde" in tekst
    assert "Geteld is t/m 16 november 2026." in tekst


def test_directie_sees_no_names_and_no_way_to_them(client):
    fill()

    tekst = text_of(read(client, reader(Rol.DIRECTIE)))

    assert "U ziet geen namen." in tekst
    assert "Noor" not in tekst
    assert "/cijfers/2026-H2/" not in tekst


def test_nobody_is_written_down_as_looking_at_a_family(client):
    fill()
    read(client, reader(Rol.DIRECTIE))

    with as_eigenaar():
        assert not Logregel.objects.filter(gezin_id__isnull=False).exists()


def test_empty_year_says_so(client):
    adres = reverse("verantwoording:rapport", args=["2019-H1"])

    assert "Over dit jaar is niets vastgelegd" in text_of(read(client, reader(Rol.DIRECTIE), adres))


def test_report_stays_within_the_budget(client, count_queries):
    directie = reader(Rol.DIRECTIE)
    client.force_login(directie)

    def visit():
        assert client.get(RAPPORT).status_code == 200

    fill()
    one = count_queries(visit)
    for _ in range(8):
        fill()
    assert count_queries(visit) == one <= 10


@pytest.mark.parametrize(
    "figuur",
    ["kinderen-a", "kinderen-b", "kinderen-c", "kinderen-d", "kinderen-e", "6", "doelen", "uitval", "reden-01"],
)  # fmt: skip
@pytest.mark.parametrize("rol", [Rol.KERNTEAM, Rol.GEMEENTE, Rol.DIRECTIE])
def test_families_open_only_for_who_may_know_them(client, rol, figuur):
    fill()

    assert read(client, reader(rol), behind(figuur)).status_code == (404 if rol == Rol.DIRECTIE else 200)


@pytest.mark.parametrize("figuur", ["vragen-2026-11-01", "wacht-2026-09-30", "12a", "4-multiprobleem", "rto"])
def test_way_in_and_plans_open_for_the_kernteam_alone(client, figuur):
    fill()

    assert read(client, reader(Rol.KERNTEAM), behind(figuur)).status_code == 200
    assert read(client, reader(Rol.GEMEENTE), behind(figuur)).status_code == 404


@pytest.mark.parametrize("figuur", ["kinderen-z", "vragen-ooit", "anders-2026-01-01", "onzin"])
def test_unknown_figure_is_not_found(client, figuur):
    assert read(client, reader(Rol.KERNTEAM), behind(figuur)).status_code == 404


def families(client, als, figuur):
    return [gezin.pk for gezin in read(client, als, behind(figuur)).context["pagina"]]


def test_rows_open_into_the_families_that_were_counted(client):
    blijft = AkkoordZorgFactory(startdatum=date(2025, 8, 1), einddatum=date(2027, 1, 31)).gezin
    gaat = AkkoordZorgFactory(startdatum=date(2025, 8, 1), einddatum=date(2026, 3, 31)).gezin
    komt = AkkoordZorgFactory().gezin
    als = reader(Rol.KERNTEAM)

    assert set(families(client, als, "kinderen-a")) == {blijft.pk, gaat.pk}
    assert set(families(client, als, "kinderen-b")) == {komt.pk}
    assert set(families(client, als, "kinderen-c")) == {blijft.pk, gaat.pk, komt.pk}
    assert set(families(client, als, "kinderen-d")) == {gaat.pk}
    assert set(families(client, als, "kinderen-e")) == {blijft.pk, komt.pk}


def test_kpi_opens_into_what_was_missed(client):
    zonder = fill()
    met = fill()
    with as_eigenaar():
        type(met.gezin.plan).objects.filter(gezin=met.gezin).update(vastgesteld_op=date(2026, 9, 1))

    assert families(client, reader(Rol.KERNTEAM), "4-multiprobleem") == [zonder.gezin_id]


def test_way_in_opens_into_who_asked_and_who_waits(client):
    noor = PersoonFactory()
    AanmeldingFactory(gezin=noor.gezin, jeugdige=noor, stand="instroom", ontvangen_op=date(2026, 10, 31))
    AanmeldingFactory(ontvangen_op=date(2026, 10, 1))
    WachtplekFactory(jeugdige=noor, van=date(2026, 9, 30))
    als = reader(Rol.KERNTEAM)

    assert families(client, als, "vragen-2026-10-01") == [noor.gezin_id]
    assert families(client, als, "wacht-2026-09-30") == [noor.gezin_id]


def test_only_families_of_the_own_gemeente(client):
    AkkoordZorgFactory(jeugdige__gezin__gemeente=GemeenteFactory(code=HEERLEN))

    assert families(client, reader(Rol.GEMEENTE, gemeenten=[LANDGRAAF]), "kinderen-e") == []


def test_looking_behind_a_figure_is_written(client):
    akkoord = fill()
    read(client, reader(Rol.KERNTEAM), behind("kinderen-e"))

    with as_eigenaar():
        assert Logregel.objects.filter(gezin_id=akkoord.gezin_id, onderdeel="zorg").exists()


def test_bars_stand_on_the_ground_and_the_highest_fills_the_picture():
    staven = draw_staven({date(2026, 1, 1): 0, date(2026, 2, 1): 10, date(2026, 3, 1): 5})

    assert [staaf.hoogte for staaf in staven] == [0, 136, 68]
    assert {staaf.y + staaf.hoogte for staaf in staven} == {156}
    assert [staaf.label for staaf in staven] == ["jan", "feb", "mrt"]
    assert draw_staven({}) == []
    assert [staaf.hoogte for staaf in draw_staven({date(2026, 1, 1): 0})] == [0]
