"""The regie passes to a colleague: one regisseur on any day, and each reads on their own days."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from rondetafel.gezinnen.gegevens import Jeugdbeschermer, Maatregelopgave, Regieopgave
from rondetafel.gezinnen.models import Betrokkene, Gezag, Gezin, Regie
from rondetafel.gezinnen.operations import assign_regie, record_maatregel, start_regie, withdraw_regie
from rondetafel.gezinsplan.models import Weekkleur
from rondetafel.gezinsplan.plichten import GEZIN
from rondetafel.gezinsplan.plichten_week import WEEKKLEUR
from rondetafel.kern.models import Logregel, Post, Termijn
from rondetafel.kern.plichten import find_differences, settle
from rondetafel.organisaties.models import OrganisatieSoort
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.termijnen import CONTACT_NA_ROOD, PLAN_NA_AFZIEN
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Rol
from rondetafel.werkplek.queries import running_termijnen
from tests.factories import (
    BetrokkeneFactory,
    EigenplanstapFactory,
    GebruikerFactory,
    OrganisatieFactory,
    PersoonFactory,
    WeekkleurFactory,
)
from tests.gezinnen.wereld import DAG, Thuis, do
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def thuis(client):
    thuis = Thuis()
    BetrokkeneFactory(
        gezin=thuis.gezin, groep="beroep", naam="Els", relatie="regisseur", gebruiker=thuis.regisseur
    )
    with as_eigenaar():
        Band.objects.filter(gebruiker=thuis.regisseur).update(grond_id=thuis.regie.pk)
    client.force_login(thuis.regisseur)
    return thuis


def answers(thuis, collega, **anders):
    return {
        "regisseur": str(collega.pk),
        "van": "2026-12-01",
        "reden": "werk",
        "akkoord_van": str(thuis.ouders[0].pk),
        "akkoord_op": "2026-11-16",
    } | anders


def families_of(account, op):
    with as_person(account, peildatum=op) as wie:
        return set(Gezin.objects.visible_to(wie, op).values_list("pk", flat=True))


def duties_of(account, op):
    """What the start page shows, and what the database lets this person read at all."""
    with as_person(account, peildatum=op) as wie:
        getoond = set(running_termijnen(wie, op).values_list("regel", flat=True))
        return getoond, set(Termijn.objects.values_list("regel", flat=True))


@pytest.mark.parametrize("van_kernteam", [False, True], ids=["regisseur", "kernteam"])
def test_each_reads_on_their_own_days_and_the_duty_is_of_who_has_the_regie(client, thuis, van_kernteam):
    joris = GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris")
    if van_kernteam:
        client.force_login(GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[thuis.gezin.gemeente_id]))
    WeekkleurFactory(gezin=thuis.gezin, voor=thuis.kind, kleur="rood", gegeven_op=DAG)
    EigenplanstapFactory(gezin=thuis.gezin, afgezien=True)
    with as_eigenaar():
        settle(GEZIN, thuis.gezin.pk, peildatum=DAG)
        settle(WEEKKLEUR, Weekkleur.objects.get().pk, peildatum=DAG)

        Post.objects.all().delete()

    antwoord = client.post(
        reverse("gezinnen:regie", args=[thuis.gezin.pk]), answers(thuis, joris), follow=True
    )

    assert "De regie gaat over." in antwoord.content.decode()
    assert "Joris is regisseur vanaf 1 december 2026." in antwoord.content.decode()
    assert f"Ja gezegd door {thuis.ouders[0]} op 16 november 2026." in antwoord.content.decode()
    laatste, eerste = date(2026, 11, 30), date(2026, 12, 1)
    assert families_of(thuis.regisseur, laatste) == {thuis.gezin.pk} == families_of(joris, eerste)
    assert not families_of(thuis.regisseur, eerste) | families_of(joris, laatste)
    plichten = {PLAN_NA_AFZIEN.norm, CONTACT_NA_ROOD.norm}
    for op, wie, ander in (
        (DAG, thuis.regisseur, joris),
        (laatste, thuis.regisseur, joris),
        (eerste, joris, thuis.regisseur),
        (date(2026, 12, 2), joris, thuis.regisseur),
    ):
        assert duties_of(wie, op) == (plichten, plichten)
        assert duties_of(ander, op) == (set(), set())
    with as_eigenaar():
        oud, nieuw = Regie.objects.filter(gezin=thuis.gezin).order_by("van")
        assert (oud.tot, nieuw.van, nieuw.reden, nieuw.akkoord_van) == (
            laatste,
            eerste,
            "werk",
            thuis.ouders[0],
        )
        stoelen = Betrokkene.objects.filter(gezin=thuis.gezin, relatie="regisseur").order_by("van")
        assert [(een.naam, een.tot) for een in stoelen] == [("Els", laatste), ("Joris", None)]
        assert not find_differences(GEZIN, [thuis.gezin.pk], peildatum=DAG)
        assert Logregel.objects.filter(gebeurtenis="regie_overgedragen").exists()
        wie = {een.email for een in thuis.accounts.values() if een} | {joris.email}
        wie |= {thuis.regisseur.email} if van_kernteam else set()
        assert sorted(Post.objects.values_list("aan", flat=True)) == sorted(wie)


def test_a_second_time_and_today_are_refused_and_keep_what_was_typed(client, thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    url = reverse("gezinnen:regie", args=[thuis.gezin.pk])

    vandaag = client.post(url, answers(thuis, joris, van="2026-11-16"))
    client.post(url, answers(thuis, joris))
    weer = client.post(url, answers(thuis, joris, van="2026-12-05"))

    assert vandaag.status_code == weer.status_code == 422
    assert "De eerste dag moet na vandaag liggen." in vandaag.content.decode()
    assert "De regie gaat al over op 1 december 2026." in weer.content.decode()
    assert 'value="2026-12-05"' in weer.content.decode()


def test_a_transfer_that_is_called_off_changes_nothing_and_keeps_the_yes(client, thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris")
    afzeggen = reverse("gezinnen:regie_afzeggen", args=[thuis.gezin.pk])
    client.post(reverse("gezinnen:regie", args=[thuis.gezin.pk]), answers(thuis, joris))
    with as_eigenaar():
        Post.objects.all().delete()
        gepland = Regie.objects.get(regisseur=joris)

    zonder_reden = client.post(afzeggen, {"regie": str(gepland.pk)})
    klaar = client.post(afzeggen, {"regie": str(gepland.pk), "reden": "blijft"}, follow=True)
    nog_eens = client.post(afzeggen, {"regie": str(gepland.pk), "reden": "blijft"})

    assert (zonder_reden.status_code, nog_eens.status_code) == (422, 422)
    assert "Deze overdracht is er niet meer." in nog_eens.content.decode()
    tekst = klaar.content.decode()
    assert "Joris zou regisseur worden vanaf 1 december 2026." in tekst
    assert "afgezegd op 16 november 2026: de regisseur van nu kan toch blijven." in tekst
    assert f"Ja gezegd door {thuis.ouders[0]} op 16 november 2026." in tekst
    for op in (date(2026, 11, 30), date(2026, 12, 1), date(2027, 3, 1)):
        assert families_of(thuis.regisseur, op) == {thuis.gezin.pk}
        assert not families_of(joris, op)
    with as_eigenaar():
        stoelen = Betrokkene.objects.filter(gezin=thuis.gezin, relatie="regisseur").order_by("van")
        assert [(een.naam, een.tot) for een in stoelen] == [("Els", None), ("Joris", date(2026, 11, 30))]
        assert not find_differences(GEZIN, [thuis.gezin.pk], peildatum=DAG)
        afgezegd = Logregel.objects.filter(gebeurtenis="regie_afgezegd", betreft_id=gepland.pk)
        assert {een.details["reden"] for een in afgezegd} == {"blijft"}
        wie = {een.email for een in thuis.accounts.values() if een} | {joris.email}
        assert sorted(Post.objects.values_list("aan", flat=True)) == sorted(wie)
    weer = client.post(reverse("gezinnen:regie", args=[thuis.gezin.pk]), answers(thuis, joris))
    assert weer.status_code == 302
    assert families_of(joris, date(2026, 12, 1)) == {thuis.gezin.pk}


def test_who_began_is_not_called_off_and_a_stranger_finds_nothing(thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    afgesproken = {"reden": "werk", "akkoord_op": DAG, "akkoord_van_id": thuis.ouders[0].pk}
    opgave = Regieopgave(regisseur_id=joris.pk, van=date(2026, 11, 17), **afgesproken)
    nieuw = do(assign_regie, thuis.gezin.pk, opgave=opgave, als=thuis.regisseur)
    afzeggen = {"regie_id": nieuw.pk, "reden": "vergissing"}

    with pytest.raises(Geweigerd, match="al begonnen"):
        do(withdraw_regie, thuis.gezin.pk, **afzeggen, als=joris, op=date(2026, 11, 17))
    with pytest.raises(Gezin.DoesNotExist), as_person(joris, peildatum=DAG) as wie:
        withdraw_regie(thuis.gezin.pk, **afzeggen, door=wie, peildatum=DAG)

    with as_eigenaar():
        assert Regie.objects.get(pk=nieuw.pk).tot is None


def test_only_who_decides_is_asked_and_the_present_regisseur_is_not_offered(client, thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris")
    url = reverse("gezinnen:regie", args=[thuis.gezin.pk])

    pagina = client.get(url)
    kind = client.post(url, answers(thuis, joris, akkoord_van=str(thuis.kind.pk)))
    zelf = client.post(url, answers(thuis, thuis.regisseur))

    velden = pagina.context["form"].fields
    assert {sleutel for sleutel, _ in velden["akkoord_van"].choices} == {str(een.pk) for een in thuis.ouders}
    assert str(thuis.regisseur.pk) not in dict(velden["regisseur"].choices)
    assert kind.status_code == zelf.status_code == 422
    with as_eigenaar():
        assert Regie.objects.filter(gezin=thuis.gezin).count() == 1


def test_a_yes_from_before_the_gezag_began_does_not_count(client, thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    with as_eigenaar():
        Gezag.objects.filter(pk=thuis.gezag[0].pk).update(van=date(2026, 11, 10))
    url = reverse("gezinnen:regie", args=[thuis.gezin.pk])

    te_vroeg = client.post(url, answers(thuis, joris, akkoord_op="2026-11-09"))

    assert te_vroeg.status_code == 422
    assert "kan op die dag geen ja zeggen namens het gezin" in te_vroeg.content.decode()
    assert client.post(url, answers(thuis, joris, akkoord_op="2026-11-10")).status_code == 302


def test_the_jeugdbeschermer_says_yes_for_the_instelling_that_is_voogd(client, thuis):
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    with as_eigenaar():
        Gezag.objects.filter(kind=thuis.kind).delete()
    opgave = Maatregelopgave(
        soort=Maatregelsoort.VOOGDIJ,
        instelling_id=OrganisatieFactory(naam="De Brug", soort=OrganisatieSoort.GI, producten=[]).pk,
        van=date(2026, 11, 10),
        tot=None,
        kenmerk="",
        jeugdbeschermer=Jeugdbeschermer(naam="Nadia Tielens", email="nadia@gi.example"),
    )
    maatregel = do(record_maatregel, thuis.kind.pk, opgave=opgave, als=thuis.regisseur)
    url = reverse("gezinnen:regie", args=[thuis.gezin.pk])
    ja = answers(thuis, joris, akkoord_van=str(maatregel.stoel_id))

    pagina = client.get(url).content.decode()
    zonder_hoe = client.post(url, ja)
    te_vroeg = client.post(url, ja | {"akkoord_hoe": "telefoon", "akkoord_op": "2026-11-09"})
    moeder = client.post(url, answers(thuis, joris) | {"akkoord_hoe": "telefoon"})

    assert f"Nadia Tielens van De Brug, voogd van {thuis.kind.voornaam}" in pagina
    assert "Kies hoe de jeugdbeschermer ja zei." in zonder_hoe.content.decode()
    assert "kan op die dag geen ja zeggen" in te_vroeg.content.decode()
    assert zonder_hoe.status_code == te_vroeg.status_code == moeder.status_code == 422
    gelukt = client.post(url, ja | {"akkoord_hoe": "telefoon"}, follow=True)
    assert "op 16 november 2026, aan de telefoon." in gelukt.content.decode()
    with as_eigenaar():
        regie = Regie.objects.get(gezin=thuis.gezin, regisseur=joris)
        assert (regie.akkoord_van, regie.akkoord_stoel_id) == (None, maatregel.stoel_id)
        assert (regie.akkoord_hoe, regie.akkoord_op) == ("telefoon", DAG)


def test_the_kernteam_gives_a_family_without_regisseur_one(client):
    kind = PersoonFactory(geboortedatum=date(2016, 5, 4))
    joris = GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris")
    client.force_login(GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[kind.gezin.gemeente_id]))
    url = reverse("gezinnen:regie", args=[kind.gezin_id])

    gisteren = client.post(url, {"regisseur": str(joris.pk), "van": "2026-11-15"})
    vandaag = client.post(url, {"regisseur": str(joris.pk), "van": "2026-11-16"})

    assert (gisteren.status_code, vandaag.status_code) == (422, 302)
    assert families_of(joris, DAG) == {kind.gezin_id}
    with as_eigenaar():
        regie = Regie.objects.get(gezin=kind.gezin)
        assert (regie.van, regie.tot, regie.reden, regie.akkoord_van) == (DAG, None, "", None)
        assert Betrokkene.objects.get(gezin=kind.gezin).gebruiker == joris
        assert Termijn.objects.filter(gezin_id=kind.gezin_id, betreft_id=kind.pk).exists()
        assert Logregel.objects.filter(gebeurtenis="regie_gestart").exists()


def test_who_comes_just_after_a_colleague_reads_that_there_is_a_regisseur_and_keeps_what_was_typed(
    client, thuis
):
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    keuze = {"regisseur": str(joris.pk), "van": "2026-12-01", "is_eerste": "ja"}

    pagina = client.post(reverse("gezinnen:regie", args=[thuis.gezin.pk]), keuze)

    assert pagina.status_code == 422
    assert "Dit gezin heeft al een regisseur, vanaf 5 januari 2026." in pagina.content.decode()
    assert pagina.context["form"]["regisseur"].value() == str(joris.pk)
    assert 'value="2026-12-01"' in pagina.content.decode()


def test_a_second_first_regisseur_is_refused(client):
    kind = PersoonFactory()
    joris = GebruikerFactory(rol=Rol.REGISSEUR)
    kernteam = GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[kind.gezin.gemeente_id])

    do(start_regie, kind.gezin_id, regisseur_id=joris.pk, van=DAG, als=kernteam)
    with pytest.raises(Geweigerd):
        do(start_regie, kind.gezin_id, regisseur_id=joris.pk, van=date(2027, 1, 1), als=kernteam)

    with as_eigenaar():
        assert Regie.objects.filter(gezin=kind.gezin).count() == 1


def hand_over(thuis, hoeveel):
    """So many regies of one day each that are over, with who said yes."""
    begin = date(2020, 1, 1) + timedelta(days=Regie.objects.filter(tot__lt=date(2025, 1, 1)).count())
    for dag in range(hoeveel):
        op = begin + timedelta(days=dag)
        Regie.objects.create(
            gezin=thuis.gezin, gemeente_id=thuis.gezin.gemeente_id, regisseur=thuis.regisseur, van=op, tot=op,
            reden="werk", akkoord_op=op, akkoord_van=thuis.ouders[dag % 2],
        )  # fmt: skip


def test_the_table_asks_as_much_with_two_hundred_regies_that_are_over_as_with_one(
    client, thuis, count_queries
):
    url = reverse("gezinnen:tafel", args=[thuis.gezin.pk])
    aantallen = []
    for erbij in (1, 19, 180):
        with as_eigenaar():
            hand_over(thuis, erbij)
        aantallen.append(count_queries(lambda: client.get(url)))

    assert max(aantallen) <= 10
    assert len(set(aantallen)) == 1
    assert client.get(url).content.decode().count("was regisseur van") == 200
