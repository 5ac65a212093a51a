"""The table on the screen: who may change it, what others read, and nothing lost when two people write."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.kern.models import Logregel, Post
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    BandFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    GezagFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def regie():
    return RegieFactory(regisseur__naam="Els Habets")


@pytest.fixture
def oma(regie):
    return BetrokkeneFactory(gezin=regie.gezin, email="oma@voorbeeld.example")


def url_of(naam, gezin, *meer):
    return reverse(f"gezinnen:{naam}", args=[gezin.pk, *(een.pk for een in meer)])


STOEL = {"naam": "Oma Truus", "relatie": "grootmoeder", "organisatie": "", "email": "oma@voorbeeld.example"}


@pytest.mark.parametrize(
    ("hoedanigheid", "ziet_lezers"),
    [
        (Hoedanigheid.OUDER, True),
        (Hoedanigheid.JEUGDIGE, True),
        (Hoedanigheid.AANBIEDER, True),
        (Hoedanigheid.NETWERK, False),
    ],
)
def test_family_and_helpers_read_the_table_and_change_nothing(client, regie, oma, hoedanigheid, ziet_lezers):
    rol = Rol.AANBIEDER if hoedanigheid is Hoedanigheid.AANBIEDER else Rol.GEZIN
    band = BandFactory(gezin=regie.gezin, hoedanigheid=hoedanigheid, gebruiker__rol=rol)
    client.force_login(band.gebruiker)

    text = client.get(url_of("tafel", regie.gezin)).content.decode()

    assert "Oma Truus" in text
    # Who reads stands on a page of its own; a chair says nothing about reading.
    assert "Els Habets" not in text
    assert (url_of("wie_leest", regie.gezin) in text) is ziet_lezers
    assert (client.get(url_of("wie_leest", regie.gezin)).status_code == 200) is ziet_lezers
    # The address of one is not for the others at the table.
    assert "oma@voorbeeld.example" not in text
    for naam, args in (
        ("stoel_nieuw", []),
        ("stoel", [oma]),
        ("uitnodigen", [oma]),
        ("stoppen", [oma]),
    ):
        url = url_of(naam, regie.gezin, *args)
        assert url not in text
        assert client.get(url).status_code == 404
        assert client.post(url, STOEL).status_code == 404


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        (Rol.KERNTEAM, 200),
        (Rol.BACKOFFICE, 200),
        (Rol.GEMEENTE, 200),
        (Rol.REGISSEUR, 404),
        (Rol.VERWIJZER, 404),
        (Rol.AUDITOR, 404),
        (Rol.DIRECTIE, 404),
        (Rol.BEHEERDER, 404),
        (Rol.GEZIN, 404),
    ],
)
def test_without_a_tie_only_who_works_by_municipality_reads(client, regie, oma, rol, status):
    client.force_login(GebruikerFactory(rol=rol))

    assert client.get(url_of("tafel", regie.gezin)).status_code == status


def test_chair_of_another_family_is_not_found_under_this_one(client, regie):
    andere = BetrokkeneFactory()
    client.force_login(regie.regisseur)

    assert client.get(url_of("stoel", regie.gezin, andere)).status_code == 404


def test_regisseur_adds_an_open_chair(client, regie):
    client.force_login(regie.regisseur)

    antwoorden = {"groep": "beroep", "naam": "", "relatie": "huisarts", "organisatie": "", "email": ""}
    page = client.post(url_of("stoel_nieuw", regie.gezin), antwoorden, follow=True)

    assert "huisarts heeft nu een stoel aan tafel." in page.content.decode()
    assert "open stoel" in page.content.decode()


def test_chair_without_relation_comes_back_with_what_was_typed(client, regie):
    client.force_login(regie.regisseur)

    page = client.post(url_of("stoel_nieuw", regie.gezin), {"groep": "netwerk", "naam": "Fatma"})

    assert page.status_code == 422
    assert 'value="Fatma"' in page.content.decode()


def test_a_name_that_has_a_chair_already_is_shown_first(client, regie, oma):
    client.force_login(regie.regisseur)
    url = url_of("stoel_nieuw", regie.gezin)
    weer = STOEL | {"groep": "netwerk", "naam": "oma truus"}

    eerst = client.post(url, weer)

    assert eerst.status_code == 422
    assert "Oma Truus staat al in dit gezin" in eerst.content.decode()
    assert 'value="oma truus"' in eerst.content.decode()
    assert client.post(url, weer | {"toch": "ja"}).status_code == 302


def test_regisseur_changes_a_chair(client, regie, oma):
    client.force_login(regie.regisseur)

    page = client.post(url_of("stoel", regie.gezin, oma), STOEL | {"gelezen": 1}, follow=True)

    assert "grootmoeder" in page.content.decode()


def test_regisseur_writes_what_someone_gives_and_that_they_stay(client, regie, oma):
    client.force_login(regie.regisseur)
    eerst = client.get(url_of("tafel", regie.gezin)).content.decode()
    assert "Nog niet bekend is welke steun zij kunnen geven: Oma Truus." in eerst
    assert "Bij niemand aan tafel staat dat die blijft" in eerst

    client.post(
        url_of("stoel", regie.gezin, oma),
        STOEL | {"gelezen": 1, "steun": ["praktisch", "denkkracht"], "is_blijvend": "on"},
    )

    with as_eigenaar():
        oma.refresh_from_db()
    assert (oma.steun, oma.is_blijvend) == (["praktisch", "denkkracht"], True)
    daarna = client.get(url_of("tafel", regie.gezin)).content.decode()
    assert "meedenken · blijft" in daarna
    assert "welke steun zij kunnen geven" not in daarna
    # Only Oma sits here for the network: that stays a signal.
    assert "maar één iemand uit het netwerk" in daarna


def test_signals_about_the_network_are_for_who_sets_the_table(client, regie, oma):
    band = BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.OUDER, gebruiker__rol=Rol.GEZIN)
    client.force_login(band.gebruiker)

    assert "welke steun" not in client.get(url_of("tafel", regie.gezin)).content.decode()


def test_conflict_words_what_someone_gives(client, regie, oma):
    client.force_login(regie.regisseur)
    client.post(url_of("stoel", regie.gezin, oma), STOEL | {"gelezen": 1, "steun": ["financieel"]})

    text = client.post(
        url_of("stoel", regie.gezin, oma),
        STOEL | {"gelezen": 1, "steun": ["emotioneel"], "is_blijvend": "on"},
    ).content.decode()

    assert "luisteren en troosten" in text
    assert "geven: geld" in text
    assert "Blijft er als de hulp stopt: ja" in text
    assert "Blijft er als de hulp stopt: nee" in text


def test_conflict_shows_both_texts_and_mine_can_still_be_chosen(client, regie, oma):
    client.force_login(regie.regisseur)
    url = url_of("stoel", regie.gezin, oma)
    client.post(url, STOEL | {"relatie": "oma van moeder", "gelezen": 1})

    page = client.post(url, STOEL | {"gelezen": 1})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Els Habets was u net voor" in text
    assert "oma van moeder" in text
    assert "grootmoeder" in text
    assert 'name="gelezen" value="2"' in text

    client.post(url, STOEL | {"gelezen": 2, "keuze": "mijn"})
    with as_eigenaar():
        assert Betrokkene.objects.get(pk=oma.pk).relatie == "grootmoeder"


def test_conflict_can_leave_the_text_of_the_other(client, regie, oma):
    client.force_login(regie.regisseur)
    url = url_of("stoel", regie.gezin, oma)
    client.post(url, STOEL | {"relatie": "oma van moeder", "gelezen": 1})

    client.post(url, STOEL | {"gelezen": 2, "keuze": "hun"})

    with as_eigenaar():
        assert Betrokkene.objects.get(pk=oma.pk).relatie == "oma van moeder"


def test_saving_the_same_twice_is_no_conflict(client, regie, oma):
    client.force_login(regie.regisseur)
    url = url_of("stoel", regie.gezin, oma)

    for _ in range(2):
        assert client.post(url, STOEL | {"gelezen": 1}).status_code == 302


def test_network_is_asked_for_and_not_invited(client, regie, oma):
    client.force_login(regie.regisseur)

    text = client.get(url_of("uitnodigen", regie.gezin, oma)).content.decode()

    assert "Oma Truus leest alleen mee met toestemming." in text
    assert url_of("vraag_nieuw", regie.gezin, oma) in text
    assert (
        url_of("vraag_nieuw", regie.gezin, oma) in client.get(url_of("tafel", regie.gezin)).content.decode()
    )
    assert client.post(url_of("uitnodigen", regie.gezin, oma)).status_code == 422


@pytest.fixture
def ouder(regie):
    ouder = GezagFactory(kind__gezin=regie.gezin).volwassene
    return BetrokkeneFactory(
        gezin=regie.gezin, groep=Groep.GEZIN, naam="Esther", persoon=ouder, email="esther@voorbeeld.example"
    )


def test_preview_tells_what_opens_and_what_stays_closed(client, regie, ouder):
    client.force_login(regie.regisseur)

    wel, niet = client.get(url_of("uitnodigen", regie.gezin, ouder)).content.decode().split("Dit kan niet")
    assert "het plan lezen" in wel
    assert "adressen zien" in niet
    assert "het BSN zien" in niet
    with as_eigenaar():
        assert not Post.objects.exists()


def test_parent_with_gezag_needs_no_consent(client, regie):
    ouder = GezagFactory(kind__gezin=regie.gezin).volwassene
    stoel = BetrokkeneFactory(
        gezin=regie.gezin, groep=Groep.GEZIN, persoon=ouder, email="esther@voorbeeld.example"
    )
    client.force_login(regie.regisseur)
    url = url_of("uitnodigen", regie.gezin, stoel)

    assert "tot en met 3 mei 2029" in client.get(url).content.decode()
    assert client.post(url).status_code == 302


def test_refusal_says_why_and_offers_no_button(client, regie):
    ouder = PersoonFactory(gezin=regie.gezin, ouder=True)
    stoel = BetrokkeneFactory(
        gezin=regie.gezin, groep=Groep.GEZIN, persoon=ouder, email="e@voorbeeld.example"
    )
    client.force_login(regie.regisseur)
    url = url_of("uitnodigen", regie.gezin, stoel)

    for answer, status in ((client.get(url), 200), (client.post(url), 422)):
        text = answer.content.decode()
        assert answer.status_code == status
        assert "Deze ouder heeft geen gezag over een kind onder de 16" in text
        assert "Uitnodiging sturen" not in text


def test_address_of_an_account_for_work_is_explained(client, regie, ouder):
    GebruikerFactory(rol=Rol.AANBIEDER, email=ouder.email)
    client.force_login(regie.regisseur)

    page = client.post(url_of("uitnodigen", regie.gezin, ouder))

    assert page.status_code == 422
    assert "Dit adres hoort bij een account voor werk" in page.content.decode()


def test_reading_along_is_stopped(client, regie, ouder):
    client.force_login(regie.regisseur)
    client.post(url_of("uitnodigen", regie.gezin, ouder))
    url = url_of("stoppen", regie.gezin, ouder)

    assert url in client.get(url_of("tafel", regie.gezin)).content.decode()
    assert "Leest Esther niet meer mee?" in client.get(url).content.decode()
    page = client.post(url, follow=True)

    assert "Esther leest niet meer mee." in page.content.decode()
    assert "gezag over een kind" not in page.content.decode()


def test_family_reads_who_may_read_until_when_and_why(client, regie):
    ouder = BandFactory(gezin=regie.gezin, tot=date(2029, 5, 3)).gebruiker
    BandFactory(
        gezin=regie.gezin,
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
        gebruiker__rol=Rol.AANBIEDER,
        gebruiker__naam="Tom Souren",
        tot=date(2027, 1, 31),
    )
    BetrokkeneFactory(gezin=regie.gezin, groep=Groep.GEZIN, naam="Esther Vermeer", gebruiker=ouder)
    client.force_login(ouder)

    PersoonFactory(gezin=regie.gezin)
    text = client.get(url_of("wie_leest", regie.gezin)).content.decode()

    for shown in ("Tom Souren", "lopend akkoord zorg", "t/m 31 januari 2027", "Esther Vermeer", "3 mei 2029"):
        assert shown in text
    assert "Lid van het kernteam" in text


def test_table_takes_as_many_queries_for_twelve_chairs_as_for_one(client, regie, oma, count_queries):
    client.force_login(regie.regisseur)
    url = url_of("tafel", regie.gezin)
    one = count_queries(lambda: client.get(url))
    for stoel in BetrokkeneFactory.create_batch(11, gezin=regie.gezin):
        BandFactory(gezin=regie.gezin, grond_id=stoel.pk, hoedanigheid=Hoedanigheid.NETWERK)

    assert count_queries(lambda: client.get(url)) == one
    assert one <= 10


def test_looking_at_the_table_is_written_down(client, regie, oma):
    client.force_login(regie.regisseur)

    client.get(url_of("tafel", regie.gezin))

    with as_eigenaar():
        delen = Logregel.objects.filter(gebeurtenis="bekeken").values_list("onderdeel", flat=True)
        assert set(delen) == {"gezin", "toegang"}
