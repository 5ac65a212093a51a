"""The plan as it stood: kept when it is adopted and when a goal is evaluated, with who said what of it."""

from dataclasses import fields
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, connection, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.gegevens import Antwoordopgave, Bevinding, Doelinhoud
from rondetafel.gezinsplan.models import Doel, Gezinsplan, Planantwoord, Planversie, Versieactie, Versiedoel
from rondetafel.gezinsplan.operations import (
    Actieopgave,
    Doelopgave,
    add_actie,
    adopt_plan,
    answer_versie,
    correct_doel,
    evaluate_doel,
    record_antwoorden,
)
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.instemming import GEZIN_EENS, IN_HET_OVERLEG, Antwoord
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    ActieFactory,
    AfschermingFactory,
    BetrokkeneFactory,
    GezinsplanFactory,
    PlanversieFactory,
)
from tests.gezinsplan.test_evaluatie import make_owner
from tests.gezinsplan.wereld import (
    DAG,
    everybody_agrees,
    make_doel,
    make_reader,
    make_stranger,
    make_wereld,
)
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def wereld():
    return make_wereld()


def url(naam, ding):
    return reverse(f"gezinsplan:{naam}", args=[ding.pk])


def text_of(answer):
    return answer.content.decode()


def adopt(wereld, *antwoorden):
    with as_eigenaar():
        versie = Gezinsplan.objects.get(gezin=wereld.gezin).versie
    do(
        adopt_plan,
        wereld.gezin.pk,
        gelezen=versie,
        antwoorden=antwoorden or everybody_agrees(wereld),
        als=wereld.regisseur,
    )
    with as_eigenaar():
        return Planversie.objects.order_by("-created_at").first()


def answers(wereld, **anders):
    """Everybody agrees, but who is named here."""
    per_stoel = {getattr(wereld, naam).pk: waarde for naam, waarde in anders.items()}
    return [
        Antwoordopgave(
            stoel_id=een.stoel_id,
            antwoord=per_stoel.get(een.stoel_id, (een.antwoord, ""))[0],
            woorden=per_stoel.get(een.stoel_id, ("", ""))[1],
        )
        for een in everybody_agrees(wereld)
    ]


def evaluate(wereld, doel, als):
    bevinding = Bevinding(dag=DAG, moment=Moment.TUSSEN, uitkomst=Uitkomst.DEELS, waarneming="Drie dagen.")
    do(evaluate_doel, doel.pk, bevinding=bevinding, als=als)


def test_adopting_keeps_the_plan_and_what_everybody_said(wereld):
    actie = ActieFactory(doel=make_doel(wereld))

    versie = adopt(wereld, *answers(wereld, oma=(Antwoord.NIET_EENS, "Te veel tegelijk.")))

    with as_eigenaar():
        kept = Versiedoel.objects.get()
        assert (versie.uitgave, versie.gemaakt_op, versie.is_vastgesteld, str(versie)) == (
            1,
            DAG,
            True,
            "plan van 16-11-2026",
        )
        assert (kept.inhoud["letter"], str(kept)) == ("F", "Elke schooldag op tijd in de klas")
        assert [(str(een), een.wie_id) for een in Versieactie.objects.all()] == [(actie.tekst, actie.wie_id)]
        nee = Planantwoord.objects.get(stoel=wereld.oma)
        assert (nee.antwoord, nee.woorden, str(nee)) == (
            "niet_eens",
            "Te veel tegelijk.",
            "niet eens met het plan",
        )
        assert Planantwoord.objects.count() == 3
        assert Gezinsplan.objects.get().oordeel["feiten"]["Niet eens met het plan"] == wereld.oma.naam
    assert events() == ["plan_vastgesteld"]


@pytest.mark.parametrize(
    ("anders", "bron"),
    [
        ({"moeder": (Antwoord.NIET_EENS, "")}, GEZIN_EENS),
        ({"moeder": (Antwoord.AFWEZIG, "")}, GEZIN_EENS),
    ],
)
def test_plan_waits_for_a_yes_from_the_family(wereld, anders, bron):
    ActieFactory(doel=make_doel(wereld))
    with as_eigenaar():
        Betrokkene.objects.filter(persoon=wereld.noor).update(groep="gezin")
        noor = Betrokkene.objects.get(persoon=wereld.noor)
    antwoorden = [
        een if een.stoel_id != noor.pk else Antwoordopgave(stoel_id=noor.pk, antwoord=Antwoord.AFWEZIG)
        for een in answers(wereld, **anders)
    ]

    with pytest.raises(Geweigerd) as geweigerd:
        adopt(wereld, *antwoorden)

    assert [reden.bron for reden in geweigerd.value.oordeel.blokkades] == [bron]
    with as_eigenaar():
        assert not Planversie.objects.exists()
        assert not Planantwoord.objects.exists()


def test_everybody_is_asked_and_nobody_else(wereld):
    ActieFactory(doel=make_doel(wereld))
    antwoorden = everybody_agrees(wereld)

    with pytest.raises(Geweigerd) as geweigerd:
        adopt(wereld, *antwoorden[:-1])
    assert [reden.bron for reden in geweigerd.value.oordeel.blokkades] == [IN_HET_OVERLEG]

    vreemde = Antwoordopgave(stoel_id=BetrokkeneFactory().pk, antwoord=Antwoord.EENS)
    with pytest.raises(ObjectDoesNotExist):
        adopt(wereld, *antwoorden, vreemde)


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.AANBIEDER])
def test_owner_who_evaluates_keeps_the_goal_and_the_rest_stays_as_it_was(client, wereld, hoedanigheid):
    doel = make_doel(wereld)
    ander = make_doel(wereld, specifiek="Samen eten", plan=doel.plan)
    for een in (doel, ander):
        ActieFactory(doel=een)
    adopt(wereld)
    eigenaar = make_owner(wereld, hoedanigheid)

    evaluate(wereld, doel, eigenaar)

    with as_eigenaar():
        versie = Planversie.objects.get(aanleiding="geevalueerd")
        assert [een.doel_id for een in Versiedoel.objects.filter(in_versie=versie)] == [doel.pk]
        assert Versiedoel.objects.get(in_versie=versie).inhoud["uitkomst"] == "deels"
    client.force_login(eigenaar)
    page = text_of(client.get(url("versie", versie)))
    assert "Geëvalueerd op 16 november 2026" in page
    assert "Samen eten" in page


def test_what_is_changed_later_leaves_the_version_as_it_was(client, wereld):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    versie = adopt(wereld)
    opgave = Doelopgave(eigenaar_id=wereld.oma.pk, specifiek="Heel iets anders")
    with as_eigenaar():
        gelezen = Doel.objects.get().versie
    do(correct_doel, doel.pk, gelezen=gelezen, opgave=opgave, als=wereld.regisseur)
    client.force_login(wereld.regisseur)

    page = text_of(client.get(url("versie", versie)))

    assert "Elke schooldag op tijd in de klas" in page
    assert "Heel iets anders" not in page


def test_two_versions_side_by_side_show_what_changed_and_nothing_else(client, wereld):
    doel = make_doel(wereld)
    stil = make_doel(wereld, specifiek="Samen eten", plan=doel.plan)
    for een in (doel, stil):
        ActieFactory(doel=een)
    adopt(wereld)
    nieuw = make_doel(wereld, specifiek="Oom Jan bellen", plan=doel.plan)
    ActieFactory(doel=nieuw)
    opgave = Actieopgave(tekst="Wekker zetten", wie_id=wereld.oma.pk)
    do(add_actie, doel.pk, opgave=opgave, als=wereld.regisseur)
    with as_eigenaar():
        Doel.objects.filter(pk=doel.pk).update(behaald_voor=date(2027, 3, 1))
    adopt(wereld)
    client.force_login(make_reader(wereld, Hoedanigheid.OUDER))

    page = text_of(client.get(reverse("gezinsplan:vergelijken", args=[wereld.gezin.pk])))

    assert "Oom Jan bellen" in page
    assert "nieuw doel" in page
    assert f"{wereld.oma.naam}: Wekker zetten" in page
    assert "1 maart 2027" in page
    assert "1 doel bleef zoals het was." in page
    assert "Samen eten" not in page


def test_chosen_the_wrong_way_round_the_older_one_still_comes_first(client, wereld):
    ActieFactory(doel=make_doel(wereld))
    eerste, laatste = adopt(wereld), adopt(wereld)
    client.force_login(wereld.regisseur)
    adres = reverse("gezinsplan:vergelijken", args=[wereld.gezin.pk])

    for was, werd in ((eerste, laatste), (laatste, eerste)):
        page = client.get(adres, {"was": was.pk, "werd": werd.pk})
        assert "1 doel bleef zoals het was." in text_of(page)
    # What is no version of this plan is not looked up.
    assert client.get(adres, {"was": "x", "werd": wereld.gezin.pk}).status_code == 200


def test_without_two_versions_there_is_nothing_to_compare(client, wereld):
    GezinsplanFactory(gezin=wereld.gezin)
    client.force_login(wereld.regisseur)

    assert "Nog geen versies" in text_of(client.get(url("versies", wereld.gezin)))
    leeg = text_of(client.get(reverse("gezinsplan:vergelijken", args=[wereld.gezin.pk])))
    assert "Dat kan als er twee versies van het plan zijn." in leeg


def test_somebody_at_home_says_what_they_think_and_may_change_their_mind(client, wereld):
    ActieFactory(doel=make_doel(wereld))
    versie = adopt(wereld)
    client.force_login(make_owner(wereld, Hoedanigheid.OUDER))

    for antwoord, woorden in (("niet_eens", "Dit gaat te snel."), ("eens", "Nu wel.")):
        page = client.post(url("versie", versie), {"antwoord": antwoord, "woorden": woorden}, follow=True)
        assert woorden in text_of(page)

    assert "Dit gaat te snel." not in text_of(page)
    with as_eigenaar():
        mine = Planantwoord.objects.filter(stoel=wereld.moeder).order_by("created_at")
        assert [een.antwoord for een in mine] == ["eens", "niet_eens", "eens"]
    assert client.post(url("versie", versie), {"antwoord": ""}).status_code == 422


def test_regisseur_writes_down_what_is_said_later(client, wereld):
    ActieFactory(doel=make_doel(wereld))
    versie = adopt(wereld)
    client.force_login(wereld.regisseur)
    velden = {f"antwoord-{een.stoel_id}": "eens" for een in everybody_agrees(wereld)}
    velden[f"antwoord-{wereld.oma.pk}"] = "niet_eens"
    velden[f"woorden-{wereld.oma.pk}"] = "Ik was er niet."

    assert client.post(url("antwoorden", versie), {}).status_code == 422
    page = client.post(url("antwoorden", versie), velden, follow=True)

    assert "Ik was er niet." in text_of(page)
    assert "plan_beantwoord" in events()


@pytest.mark.parametrize("operatie", [record_antwoorden, answer_versie])
def test_who_only_reads_answers_nothing(wereld, operatie):
    versie = PlanversieFactory(plan__gezin=wereld.gezin)
    extra = {"antwoorden": ()} if operatie is record_antwoorden else {"antwoord": Antwoord.EENS}

    with pytest.raises(GeenToegang):
        do(operatie, versie.pk, als=make_reader(wereld, Hoedanigheid.NETWERK), **extra)
    with pytest.raises(ObjectDoesNotExist):
        do(operatie, versie.pk, als=make_stranger(), **extra)
    with as_eigenaar():
        assert not Planantwoord.objects.exists()


def test_who_helps_but_has_no_chair_reads_and_is_not_asked(client, wereld):
    versie = PlanversieFactory(plan__gezin=wereld.gezin)
    aanbieder = make_reader(wereld, Hoedanigheid.AANBIEDER)
    client.force_login(aanbieder)

    assert 'name="antwoord"' not in text_of(client.get(url("versie", versie)))
    with pytest.raises(ObjectDoesNotExist):
        do(answer_versie, versie.pk, antwoord=Antwoord.EENS, als=aanbieder)


def test_database_lets_nobody_write_for_another(wereld):
    doel = make_doel(wereld)
    actie = ActieFactory(doel=doel)
    ouder = make_owner(wereld, Hoedanigheid.OUDER)
    ander = make_doel(wereld, plan=doel.plan, eigenaar=wereld.oma)
    vreemd = PlanversieFactory(plan=doel.plan, door=wereld.regisseur)
    basis = {"gezin_id": wereld.gezin.pk, "gemeente_id": wereld.gezin.gemeente_id}
    versie = {"plan": doel.plan, "aanleiding": "geevalueerd", "uitgave": 1, "gemaakt_op": DAG} | basis
    with as_eigenaar():
        stand = Versiedoel.objects.create(
            in_versie=vreemd, doel=doel, eigenaar=wereld.moeder, sleutel=doel.sleutel, inhoud={}, **basis
        )
    tries = [
        Planversie(doel=doel, sleutel=doel.sleutel, door=wereld.regisseur, **versie),
        Planversie(doel=ander, sleutel=ander.sleutel, door=ouder, **versie),
        Versiedoel(
            in_versie=vreemd, doel=ander, eigenaar=wereld.oma, sleutel=ander.sleutel, inhoud={}, **basis
        ),
        Versieactie(versiedoel=stand, actie=actie, wie=actie.wie, sleutel=actie.sleutel, tekst="x", **basis),
        Planantwoord(
            in_versie=vreemd,
            stoel=wereld.oma,
            sleutel=vreemd.sleutel,
            antwoord="eens",
            gegeven_op=DAG,
            door=ouder,
            **basis,
        ),
    ]

    for rij in tries:
        with (
            as_person(ouder, peildatum=DAG),
            pytest.raises(Error, match="row-level|denied"),
            transaction.atomic(),
        ):
            rij.save(force_insert=True)
    with as_person(ouder, peildatum=DAG):
        Planversie(doel=doel, sleutel=doel.sleutel, door=ouder, **versie).save(force_insert=True)
    with (
        as_person(ouder, peildatum=DAG),
        pytest.raises(Error, match="geen eigen versie"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select keep_versie(%s)", [vreemd.pk])


@pytest.mark.parametrize("wie", ["regisseur", "eigenaar"])
def test_version_is_whole_and_each_reader_reads_their_part(client, wereld, wie):
    """What is hidden from who made the version is in it, for who may read it."""
    doel = make_doel(wereld, zwaarte="Twee gesprekken")
    school = BetrokkeneFactory(
        gezin=wereld.gezin, naam="Juf Anja", groep="beroep", aard="school", hoort_bij=wereld.noor
    )
    ActieFactory(doel=doel, tekst="Opstaan", tot=date(2027, 1, 4))
    ActieFactory(doel=doel, wie=school, tekst="Bellen als zij er niet is")
    rust = make_doel(wereld, plan=doel.plan, specifiek="Rust in de klas", eigenaar=school)
    ActieFactory(doel=rust, wie=wereld.oma)
    AfschermingFactory(
        beschermd=wereld.noor, voor_persoon=None, voor_gebruiker=wereld.regisseur, wat=["school"]
    )
    adopt(wereld, *(een for een in everybody_agrees(wereld) if een.stoel_id != school.pk))
    if wie == "eigenaar":
        evaluate(wereld, doel, make_owner(wereld, Hoedanigheid.OUDER))

    with as_eigenaar():
        versie = Planversie.objects.order_by("-created_at").first()
        stand = Versiedoel.objects.get(doel=doel, in_versie=versie)
        assert {veld.name for veld in fields(Doelinhoud)} == set(stand.inhoud)
        assert stand.inhoud["zwaarte"] == "Twee gesprekken"
        acties = Versieactie.objects.filter(versiedoel=stand).order_by("tekst")
        assert [(een.tekst, een.tot) for een in acties] == [
            ("Bellen als zij er niet is", None),
            ("Opstaan", date(2027, 1, 4)),
        ]
    for lezer, leest in ((wereld.regisseur, False), (make_reader(wereld, Hoedanigheid.OUDER), True)):
        client.force_login(lezer)
        page = text_of(client.get(url("versie", versie)))
        assert "Opstaan" in page
        assert "tot en met 4 januari 2027" in page
        assert ("Bellen als zij" in page) is leest
        assert ("Rust in de klas" in page) is leest


@pytest.mark.parametrize("naam", ["versies", "versie", "vergelijken"])
def test_pages_ask_as_much_for_many_goals_as_for_few(client, wereld, naam, count_queries):
    doel = make_doel(wereld)
    ActieFactory(doel=doel)
    versie = adopt(wereld)
    client.force_login(wereld.regisseur)
    ding = versie if naam == "versie" else wereld.gezin
    adres = reverse(f"gezinsplan:{naam}", args=[ding.pk])
    adopt(wereld)
    few = count_queries(lambda: client.get(adres))
    for nummer in range(20):
        ActieFactory(doel=make_doel(wereld, plan=doel.plan, specifiek=f"Doel {nummer}"))
    adopt(wereld)

    assert count_queries(lambda: client.get(adres)) == few <= 10
