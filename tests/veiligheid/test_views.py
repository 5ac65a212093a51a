"""The way through a dossier in the browser: why first, step by step, corrected, shared, closed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.veiligheid.models import Dossier, Lidmaatschap, Opening, Stapverslag
from rondetafel.veiligheid.slot import as_veilig
from tests.factories import (
    BandFactory,
    GebruikerFactory,
    GezinFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar
from tests.veiligheid.test_hekken import without_fence
from tests.veiligheid.wandeling import (
    DAG,
    STAPPEN,
    TEKST,
    inschatting,
    log_in_and_begin,
    make_regie,
    post_stap,
    wie_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def regie(klok):
    return make_regie()[0]


def url(name, *args):
    return reverse(f"veiligheid:{name}", args=args)


def test_beginning_makes_a_member_of_oneself_and_of_the_aandachtsfunctionaris(client, klok):
    regie, aandacht = make_regie()
    pk = log_in_and_begin(client, regie)

    with as_eigenaar():
        leden = Lidmaatschap.objects.filter(dossier_id=pk).values_list("gebruiker_id", "rol")
        assert set(leden) == {(regie.regisseur_id, "houder"), (aandacht.pk, "aandacht")}

    client.force_login(aandacht)
    page = client.get(url("dossiers")).content.decode()
    assert f"Gezin {regie.gezin.nummer:04d}" in page
    assert "de jongste" not in page


def test_nothing_shows_before_someone_says_why(client, klok):
    regie, aandacht = make_regie()
    pk = log_in_and_begin(client, regie)
    post_stap(client, pk, 1)
    client.force_login(aandacht)

    for name, extra in (("dossier", []), ("leden", []), ("stap", [1]), ("wie_keek", [])):
        answer = client.get(url(name, pk, *extra))
        assert (answer.status_code, answer["location"]) == (302, url("openen", pk)), name
    page = client.get(url("openen", pk)).content.decode()
    assert TEKST not in page and "de jongste" not in page
    assert client.post(url("openen", pk), {"doel": "toezien"}).status_code == 422
    client.post(url("openen", pk), {"doel": "toezien", "waarom": "maandelijks overleg"})
    assert TEKST in client.get(url("dossier", pk)).content.decode()


def test_an_opening_holds_in_its_own_session_and_for_half_an_hour(client, regie):
    pk = log_in_and_begin(client, regie)
    assert client.get(url("dossier", pk)).status_code == 200

    client.logout_quietly()
    client.force_login(regie.regisseur)  # the same person at another device
    assert client.get(url("dossier", pk)).status_code == 302
    client.post(url("openen", pk), {"doel": "toezien", "waarom": "maandelijks overleg"})
    assert client.get(url("dossier", pk)).status_code == 200
    with without_fence():
        Opening.objects.update(at=timezone.now() - timedelta(minutes=31))
    assert client.get(url("dossier", pk)).status_code == 302


def test_the_five_steps_to_a_decision_and_to_the_end(client, regie):
    pk = log_in_and_begin(client, regie)
    for nummer in STAPPEN:
        assert post_stap(client, pk, nummer).status_code == 302, nummer
    page = client.get(url("dossier", pk)).content.decode()
    assert page.count(TEKST) >= 5
    assert "Bied of regel hulp" in page

    with without_fence():
        versie = Dossier.objects.get(pk=pk).versie
    slot = {"gelezen": versie, "uitkomst": "veilig", "waarom": "Het gaat al een half jaar goed."}
    assert client.post(url("sluiten", pk), slot | {"waarom": "klaar"}).status_code == 422
    assert client.post(url("sluiten", pk), slot).status_code == 302
    assert "Dit dossier is gesloten" in client.get(url("dossier", pk)).content.decode()
    assert post_stap(client, pk, 1, gelezen=1, correctie="x").status_code == 404


def test_a_refused_step_says_why_and_keeps_the_words(client, regie):
    pk = log_in_and_begin(client, regie)

    answer = post_stap(client, pk, 3)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Stap 1 is nog niet gedaan" in page and TEKST in page
    with without_fence():
        assert not Stapverslag.objects.exists()


def test_acute_danger_goes_straight_to_the_decision(client, regie):
    pk = log_in_and_begin(client, regie)

    page = client.get(url("stap", pk, 5)).content.decode()
    assert "tel:112" in page and "0800-2000" in page
    assert post_stap(client, pk, 5, is_acuut="on").status_code == 422
    assert post_stap(client, pk, 5, is_acuut="on", is_melden="on").status_code == 302
    assert post_stap(client, pk, 2).status_code == 302  # afterwards, in any order


def test_a_correction_says_what_changes_and_keeps_what_stood_there(client, regie):
    pk = log_in_and_begin(client, regie)
    post_stap(client, pk, 1)

    assert post_stap(client, pk, 1, feiten="anders", gelezen=1).status_code == 422
    done = post_stap(client, pk, 1, feiten="anders", gelezen=1, correctie="Datum klopte niet")
    assert done.status_code == 302
    page = client.get(url("stap", pk, 1)).content.decode()
    assert TEKST in page and "Datum klopte niet" in page


def test_of_two_who_write_at_once_the_second_sees_both_texts(client, regie):
    pk = log_in_and_begin(client, regie)
    post_stap(client, pk, 1)

    answer = post_stap(client, pk, 1, feiten="mijn tekst", correctie="x")

    assert answer.status_code == 409
    assert "mijn tekst" in answer.content.decode() and TEKST in answer.content.decode()


def test_unsafe_and_not_reported_is_for_the_aandachtsfunctionaris(client, klok):
    regie, aandacht = make_regie()
    pk = log_in_and_begin(client, regie)
    for nummer in (1, 2, 3):
        post_stap(client, pk, nummer)
    post_stap(client, pk, 4, antwoord_onveilig="ja")
    anders = {"afwijking": "Veilig Thuis is er al mee bezig."}

    answer = post_stap(client, pk, 5, **anders)
    assert answer.status_code == 422
    assert "Alleen de aandachtsfunctionaris" in answer.content.decode()

    client.force_login(aandacht)
    client.post(url("openen", pk), {"doel": "besluit", "waarom": "samen besluiten"})
    assert post_stap(client, pk, 5, **anders).status_code == 302


def test_two_estimates_are_laid_side_by_side(client, regie):
    pk = log_in_and_begin(client, regie)

    assert client.post(url("inschatten", pk), inschatting(motivering="te kort")).status_code == 422
    assert client.post(url("inschatten", pk), inschatting()).status_code == 302
    later = inschatting("onveilig", "ernstig", gedaan_op="17-11-2026")
    assert client.post(url("inschatten", pk), later).status_code == 302

    page = client.get(url("inschattingen", pk)).content.decode()
    assert "Niet veilig" in page and "Kwetsbaar" in page and "(anders)" in page
    assert "Voorbeeldset" in page
    with without_fence():
        assert str(Dossier.objects.get(pk=pk).volgende_op) == "2026-11-20"


def works_for(gezin, **band):
    return BandFactory(
        gebruiker=GebruikerFactory(rol=Rol.AANBIEDER), gezin=gezin, hoedanigheid="aanbieder", **band
    ).gebruiker


def test_who_takes_over_is_let_in_before_and_reads_from_that_day_on(client, regie, klok):
    """Else nobody could hand a dossier over: who leaves and who comes need not have a day together."""
    vreemd, straks = RegieFactory().regisseur, works_for(regie.gezin, van=DAG + timedelta(days=1))
    pk = log_in_and_begin(client, regie)
    lid = {"rol": "houder", "reden": "neemt het over"}

    assert client.post(url("leden", pk), lid | {"gebruiker": vreemd.pk}).status_code == 422
    assert client.post(url("leden", pk), lid | {"gebruiker": straks.pk}).status_code == 302

    client.force_login(straks)
    assert client.get(url("openen", pk)).status_code == 404
    with as_veilig(wie_of(straks), peildatum=DAG + timedelta(days=1)):
        assert Dossier.objects.filter(pk=pk).exists()


def test_a_member_reads_along_and_stops_at_once(client, regie):
    collega = works_for(regie.gezin)
    pk = log_in_and_begin(client, regie)
    lid = {"gebruiker": collega.pk, "rol": "meelezer", "reden": "geeft de hulp thuis"}
    assert client.post(url("leden", pk), lid).status_code == 302
    assert client.post(url("leden", pk), lid).status_code == 422  # a member already

    client.force_login(collega)
    client.post(url("openen", pk), {"doel": "overleg", "waarom": "morgen overleg"})
    assert client.get(url("dossier", pk)).status_code == 200
    assert client.get(url("stap", pk, 1)).status_code == 404  # reads, does not write
    assert client.post(url("leden", pk), lid).status_code == 404

    client.force_login(regie.regisseur)
    client.post(url("openen", pk), {"doel": "bijwerken", "waarom": "lid laten gaan"})
    with as_eigenaar():
        lid_pk = Lidmaatschap.objects.get(gebruiker_id=collega.pk).pk
        eigen = Lidmaatschap.objects.get(gebruiker_id=regie.regisseur_id).pk
        aandacht = Lidmaatschap.objects.get(rol="aandacht").pk
    assert client.post(url("lid_stoppen", pk, lid_pk)).status_code == 302
    assert client.post(url("lid_stoppen", pk, eigen)).status_code == 404
    assert client.post(url("lid_stoppen", pk, aandacht)).status_code == 404
    client.force_login(collega)
    assert client.get(url("dossier", pk)).status_code == 404


def test_members_read_who_opened_and_why(client, regie):
    pk = log_in_and_begin(client, regie)
    post_stap(client, pk, 1)

    page = client.get(url("wie_keek", pk)).content.decode()

    assert "Begin van dit dossier" in page
    assert "heeft een stap van de meldcode opgeschreven" in page


def test_every_line_names_the_dossier_and_no_family(client, regie):
    pk = log_in_and_begin(client, regie)
    post_stap(client, pk, 1)
    client.get(url("dossier", pk))

    with as_eigenaar():
        regels = Logregel.objects.filter(onderdeel="veiligheid")
        assert regels.filter(gebeurtenis="meldcode_stap", betreft_id=pk).count() == 1
        assert regels.filter(gebeurtenis="bekeken", betreft_id=pk).exists()
        assert not regels.exclude(gezin_id=None, gemeente_id=None).exists()
        assert TEKST not in str(list(Logregel.objects.values()))


def test_regisseur_of_the_family_is_no_member_of_a_colleagues_dossier(client, regie):
    aanbieder = BandFactory(
        gezin=regie.gezin,
        gebruiker=GebruikerFactory(rol=Rol.AANBIEDER),
        hoedanigheid=Hoedanigheid.AANBIEDER,
    ).gebruiker
    client.force_login(aanbieder)
    pk = client.post(url("begin", regie.gezin_id), {"over": "zusje"})["location"].split("/")[2]

    client.force_login(regie.regisseur)
    assert client.get(url("openen", pk)).status_code == 404
    assert "U bent van geen dossier lid" in client.get(url("dossiers")).content.decode()


def test_aandachtsfunctionaris_begins_by_number(client, klok):
    regie, aandacht = make_regie()
    client.force_login(aandacht)

    nergens = client.post(url("begin_op_nummer"), {"nummer": 987654, "over": "zusje"})
    assert nergens.status_code == 422
    done = client.post(url("begin_op_nummer"), {"nummer": regie.gezin.nummer, "over": "zusje"})
    assert done.status_code == 302


def test_the_verwijsindex_is_off_until_a_municipality_switches_it_on(client, regie, settings):
    kind = PersoonFactory(gezin=regie.gezin)
    ander = BandFactory(
        gezin=regie.gezin,
        gebruiker=GebruikerFactory(rol=Rol.AANBIEDER, naam="Tom Souren"),
        hoedanigheid=Hoedanigheid.AANBIEDER,
    ).gebruiker
    signaal = {"jeugdige": kind.pk, "grond": "school", "bel": "Els, 045-1234567", "verteld_aan": "moeder"}
    client.force_login(regie.regisseur)
    assert client.get(url("signaal_nieuw", regie.gezin_id)).status_code == 404
    assert client.get(url("signalen")).status_code == 404

    settings.VERWIJSINDEX = frozenset({regie.gezin.gemeente_id})
    assert client.post(url("signaal_nieuw", regie.gezin_id), signaal | {"verteld_aan": ""}).status_code == 422
    assert client.post(url("signaal_nieuw", regie.gezin_id), signaal).status_code == 302
    assert "Nog iemand" not in client.get(url("signalen")).content.decode()

    client.force_login(ander)
    client.post(url("signaal_nieuw", regie.gezin_id), signaal | {"bel": "Tom, 045-7654321"})
    assert "Els, 045-1234567" in client.get(url("signalen")).content.decode()
    client.force_login(regie.regisseur)
    assert "Tom, 045-7654321" in client.get(url("signalen")).content.decode()


def test_a_family_of_somebody_else_has_no_door(client, regie):
    vreemd = GezinFactory()
    client.force_login(regie.regisseur)

    for name in ("begin", "signaal_nieuw"):
        assert client.get(url(name, vreemd.pk)).status_code == 404
