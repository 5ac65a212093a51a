"""Somebody stands in a family twice: what becomes one, what is refused, and the way back."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, models, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Afscherming, Betrokkene, Persoon, Samenvoeging
from rondetafel.gezinsplan.models import Actie, Doel
from rondetafel.kern.models import Logregel
from rondetafel.toegang.context import as_person
from rondetafel.werkplek.logregels import lines_of
from tests import factories as f
from tests.gezinnen.wereld import DAG, Thuis
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]

# Keys to a person that stay as they are, and why.
STAAT_STIL = {
    ("gezinnen_samenvoeging", "weg_id"): "says which record went",
    ("gezinnen_samenvoeging", "blijft_id"): "says which record stayed",
    ("gezinnen_afscherming", "beschermd_id"): "copied: what stays behind stays hidden",
    ("gezinnen_afscherming", "voor_persoon_id"): "copied: what stays behind stays hidden",
}
# Keys without a constraint. The log stays as it was written; what is confidential is read by another room only,
# and a trace of it would tell that it is there.
ZONDER_SLEUTEL = {
    ("kern_logregel", "persoon_id"),
    ('"veiligheid"."signaal"', "jeugdige"),
}


@pytest.fixture
def thuis(client):
    thuis = Thuis()
    client.force_login(thuis.regisseur)
    return thuis


@pytest.fixture
def dubbel(thuis):
    """The child once more, without an account, with a goal, an akkoord with its letter and an address."""
    weg = f.PersoonFactory(
        gezin=thuis.gezin, voornaam="Zoe", geboortedatum=thuis.kind.geboortedatum, taal="Pools"
    )
    doel = f.DoelFactory(plan__gezin=thuis.gezin, voor=weg)
    f.ActieFactory(doel=doel)
    f.BriefFactory(akkoord__jeugdige=weg)
    f.AdresFactory(persoon=weg)
    f.AdresFactory(persoon=thuis.kind)
    return weg


def page(thuis, weg):
    return reverse("gezinnen:samenvoegen", args=[thuis.gezin.pk, thuis.kind.pk, weg.pk])


def answers(thuis, weg, **anders):
    keuzes = dict.fromkeys(("voornaam", "achternaam", "geboren", "geslacht", "rol", "taal"), "blijft")
    with as_eigenaar():
        thuis.kind.refresh_from_db()
        weg.refresh_from_db()
    return keuzes | {"zekerheid": "gezin", "gelezen": thuis.kind.versie, "gelezen_weg": weg.versie} | anders


def test_somebody_of_another_family_is_not_merged_and_looks_as_if_not_there(client, thuis):
    elders = Thuis().kind

    bekeken, gestuurd = (
        client.get(page(thuis, elders)),
        client.post(page(thuis, elders), {"zekerheid": "gezin"}),
    )

    assert bekeken.status_code == gestuurd.status_code == 404
    with as_eigenaar():
        assert not Samenvoeging.objects.exists()
        assert Persoon.objects.get(pk=elders.pk).opgegaan_in_id is None


def references(persoon):
    """How many rows refer to a person, by column."""
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select tabel::text, kolom from verwijzingen('gezinnen_persoon')")
        aantallen = {}
        for tabel, kolom in cursor.fetchall():
            cursor.execute(f"select count(*) from {tabel} where {kolom} = %s", [persoon.pk])
            if aantal := cursor.fetchone()[0]:
                aantallen[tabel, kolom] = aantal
        return aantallen


def test_every_key_to_a_person_is_moved_or_named_here():
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select tabel::text, kolom from verwijzingen('gezinnen_persoon')")
        verplaatst = set(cursor.fetchall())
    velden = [(model, veld) for model in apps.get_models() for veld in model._meta.fields]
    sleutels = {(m._meta.db_table, v.column) for m, v in velden if v.related_model is Persoon}
    zonder = {
        (m._meta.db_table, v.column)
        for m, v in velden
        if isinstance(v, models.UUIDField) and v.column in ("persoon_id", "jeugdige", "sleutel")
    }
    stil = {sleutel for sleutel in sleutels if sleutel not in verplaatst}

    assert stil == STAAT_STIL.keys()
    assert zonder - verplaatst == ZONDER_SLEUTEL


def test_what_referred_to_the_other_moves_and_comes_back(client, thuis, dubbel):
    vooraf = references(dubbel)

    antwoord = client.post(page(thuis, dubbel), answers(thuis, dubbel, voornaam="weg"))

    with as_eigenaar():
        gedaan = Samenvoeging.objects.get()
        assert antwoord.url == reverse("gezinnen:samenvoeging", args=[thuis.gezin.pk, gedaan.pk])
        doel = Doel.objects.get(voor=thuis.kind)
        assert Actie.objects.get(doel=doel).sleutel == thuis.kind.pk
        blijft, weg = Persoon.objects.get(pk=thuis.kind.pk), Persoon.objects.get(pk=dubbel.pk)
        assert (blijft.voornaam, blijft.taal, weg.opgegaan_in) == ("Zoe", "Pools", blijft)
        assert set(gedaan.velden) == {"voornaam", "taal"}
        assert Betrokkene.objects.get(persoon=blijft).naam == str(blijft)
        regels = Logregel.objects.filter(gebeurtenis="persoon_samengevoegd")
        assert set(regels.values_list("persoon_id", flat=True)) == {blijft.pk, weg.pk}
    # Only the address stands at both on the same days.
    assert references(dubbel) == {("gezinnen_adres", "persoon_id"): 1}
    tekst = client.get(antwoord.url).content.decode()
    assert "doelen" in tekst
    assert "Zoe" in client.get(reverse("gezinnen:basis", args=[thuis.gezin.pk])).content.decode()
    with as_person(thuis.regisseur, peildatum=DAG):
        assert not Persoon.objects.filter(pk=dubbel.pk).exists()

    client.post(antwoord.url)

    assert references(dubbel) == vooraf
    with as_eigenaar():
        assert Persoon.objects.get(pk=dubbel.pk).voornaam == "Zoe"
        assert Persoon.objects.get(pk=thuis.kind.pk).taal == ""
        assert not Samenvoeging.objects.standing().exists()
        regels = Logregel.objects.filter(gebeurtenis="samenvoeging_teruggedraaid")
        assert set(regels.values_list("persoon_id", flat=True)) == {thuis.kind.pk, dubbel.pk}


def test_the_same_person_in_another_family_is_named_and_why_it_stays_two(client, thuis):
    nog_een = f.RegieFactory(regisseur=thuis.regisseur)
    f.PersoonFactory(
        gezin=nog_een.gezin,
        voornaam=thuis.kind.voornaam,
        achternaam=thuis.kind.achternaam,
        geboortedatum=thuis.kind.geboortedatum,
    )
    vreemd = f.PersoonFactory(voornaam=thuis.kind.voornaam, geboortedatum=thuis.kind.geboortedatum)

    url = reverse("gezinnen:samenvoegen_kiezen", args=[thuis.gezin.pk, thuis.kind.pk])
    tekst = client.get(url).content.decode()

    assert f"gezin {nog_een.gezin.nummer:04d}" in tekst
    assert f"gezin {vreemd.gezin.nummer:04d}" not in tekst
    assert "Twee gezinnen voegt u niet samen" in tekst


def test_a_shield_comes_along_and_goes_back(client, thuis, dubbel):
    vader = thuis.ouders[1]
    with as_eigenaar():
        f.AfschermingFactory(beschermd=dubbel, voor_persoon=vader, wat=["adres"], van=date(2026, 1, 1))

    antwoord = client.post(page(thuis, dubbel), answers(thuis, dubbel))
    with as_eigenaar():
        kopie = Afscherming.objects.get(beschermd=thuis.kind)
        assert (kopie.voor_persoon, kopie.tot) == (vader, None)
    client.post(antwoord.url)

    with as_eigenaar():
        kopie.refresh_from_db()
        assert kopie.tot == date(2026, 11, 15)
        assert Afscherming.objects.get(beschermd=dubbel).tot is None


def test_who_looked_at_either_is_shown_to_the_person_that_stays(client, thuis, dubbel):
    with as_eigenaar():
        regel = f.LogregelFactory(gezin_id=thuis.gezin.pk, persoon_id=dubbel.pk, onderdeel="plan")
    zelf = f.GebruikerFactory(rol="gezin")
    f.BandFactory(
        gezin=thuis.gezin, gebruiker=zelf, hoedanigheid="jeugdige", grond="eigen", persoon_id=thuis.kind.pk
    )

    def read():
        with as_person(zelf, peildatum=DAG) as wie:
            return regel.pk in set(lines_of(thuis.gezin.pk, wie, DAG).values_list("pk", flat=True))

    assert not read()
    client.post(page(thuis, dubbel), answers(thuis, dubbel))
    assert read()


@pytest.mark.parametrize(
    ("situatie", "tekst"),
    [
        pytest.param("bsn", "hebben elk een eigen BSN", id="twee-bsn"),
        pytest.param("account", "heeft een account en blijft dus staan", id="andersom"),
        pytest.param("familie", "ouder en kind", id="familie"),
        pytest.param("scherm", "is iets afgeschermd", id="afgeschermd"),
        pytest.param("hulp", "in dezelfde tijd", id="zelfde-hulp"),
    ],
)
def test_what_cannot_be_one_is_refused_and_nothing_moves(client, thuis, dubbel, situatie, tekst):
    blijft, weg = thuis.kind, dubbel
    with as_eigenaar():
        if situatie == "bsn":
            f.BurgerservicenummerFactory(persoon=blijft)
            f.BurgerservicenummerFactory(persoon=weg, bsn="999990019")
        if situatie == "account":
            blijft, weg = weg, thuis.ouders[0]
        if situatie == "familie":
            f.GezagFactory(kind=blijft, volwassene=weg)
        if situatie == "scherm":
            f.AfschermingFactory(beschermd=blijft, voor_persoon=weg)
        if situatie == "hulp":
            f.AkkoordZorgFactory(jeugdige=blijft)
    vooraf = references(weg)
    url = reverse("gezinnen:samenvoegen", args=[thuis.gezin.pk, blijft.pk, weg.pk])

    antwoord = client.post(url, answers(thuis, dubbel))

    assert antwoord.status_code == 422
    assert tekst in antwoord.content.decode()
    assert references(weg) == vooraf


def test_what_is_hidden_stays_hidden_and_another_family_does_not_exist(client, thuis, dubbel):
    """A shield for the regisseur: nothing on the pages tells of it, and the one that stays is shielded too."""
    vreemd = f.PersoonFactory()
    with as_eigenaar():
        f.AfschermingFactory(
            beschermd=dubbel,
            voor_persoon=None,
            voor_gebruiker=thuis.regisseur,
            wat=["adres"],
            van=date(2026, 1, 1),
        )

    assert client.get(page(thuis, vreemd)).status_code == 404
    assert "afgeschermd" not in client.get(page(thuis, dubbel)).content.decode()
    antwoord = client.post(page(thuis, dubbel), answers(thuis, dubbel), follow=True)

    assert "scherming" not in antwoord.content.decode().split("<main")[1].lower().replace(
        "voor-schermlezer", ""
    )
    with as_eigenaar():
        beschermd = set(Afscherming.objects.values_list("beschermd_id", flat=True))
        assert beschermd == {thuis.kind.pk, dubbel.pk}


def test_a_change_meanwhile_is_shown_beside_what_was_seen_and_the_choices_stay(client, thuis, dubbel):
    gezien = json.dumps(client.get(page(thuis, dubbel)).context["form"].initial["gezien"])
    stuurde = answers(thuis, dubbel, voornaam="weg", gezien=gezien)
    with as_eigenaar():
        Persoon.objects.filter(pk=dubbel.pk).update(voornaam="Zoë-Marie", versie=dubbel.versie + 1)

    eerst = client.post(page(thuis, dubbel), stuurde)

    assert eerst.status_code == 409
    assert "u zag “Zoe”, nu staat er “Zoë-Marie”." in eerst.content.decode()
    form = eerst.context["form"]
    assert form["voornaam"].value() == "weg"
    with as_eigenaar():
        assert not Samenvoeging.objects.exists()
    weer = {naam: form[naam].value() for naam in form.fields}
    assert client.post(page(thuis, dubbel), weer).status_code == 302
    with as_eigenaar():
        assert Persoon.objects.get(pk=thuis.kind.pk).voornaam == "Zoë-Marie"


def test_nobody_merges_in_the_name_of_another(thuis, dubbel):
    ander = f.GebruikerFactory(rol="regisseur")
    rij = {"gezin": thuis.gezin, "gemeente_id": thuis.gezin.gemeente_id, "weg": dubbel, "blijft": thuis.kind}

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        as_person(thuis.regisseur, peildatum=DAG),
        transaction.atomic(),
    ):
        Samenvoeging.objects.create(**rij, zekerheid="zelf", samengevoegd_op=DAG, door=ander)


def test_pages_ask_few_queries(client, thuis, dubbel, count_queries):
    def visit():
        assert client.get(page(thuis, dubbel)).status_code == 200

    assert count_queries(visit) <= 10
