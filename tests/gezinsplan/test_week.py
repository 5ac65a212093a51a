"""How a week goes, said at home: kept for each week, red until there was contact, and words that can be taken back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Tafelwoord, Weekkleur
from rondetafel.gezinsplan.operations import add_woord, record_contact, record_kleur, withdraw_woord
from rondetafel.kern.models import Post, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.week import Kleur
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    BetrokkeneFactory,
    GebruikerFactory,
    PersoonFactory,
    TafelwoordFactory,
    WeekkleurFactory,
)
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_stranger, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def ouder(wereld):
    """The mother, on her own chair, with Adam of 8 beside her."""
    gebruiker = make_reader(wereld, Hoedanigheid.OUDER)
    persoon = PersoonFactory(gezin=wereld.gezin, ouder=True, voornaam="Esther")
    with as_eigenaar():
        type(wereld.moeder).objects.filter(pk=wereld.moeder.pk).update(gebruiker=gebruiker, persoon=persoon)
        wereld.moeder.refresh_from_db()
    return gebruiker


@pytest.fixture
def adam(wereld):
    kind = PersoonFactory(gezin=wereld.gezin, voornaam="Adam", geboortedatum=date(2018, 3, 1))
    BetrokkeneFactory(gezin=wereld.gezin, groep=Groep.GEZIN, persoon=kind, naam="Adam")
    return kind


def give(wereld, als, voor=None, kleur=Kleur.GROEN, woord="", op=DAG):
    return do(
        record_kleur,
        wereld.gezin.pk,
        voor_id=voor and voor.pk,
        kleur=kleur,
        woord=woord,
        als=als,
        peildatum=op,
    )


def duties():
    with as_eigenaar():
        return list(Termijn.objects.order_by("vanaf", "pk").values_list("regel", "vervalt_op", "gesloten_op"))


def mails():
    with as_eigenaar():
        return list(Post.objects.values_list("aan", "tekst"))


def test_the_last_colour_of_a_week_counts_and_the_earlier_ones_stay(client, klok, wereld, ouder, adam):
    for kleur in (Kleur.ORANJE, Kleur.GROEN):
        give(wereld, ouder, adam, kleur)
    give(wereld, ouder)
    client.force_login(ouder)

    pagina = client.get(reverse("gezinsplan:week", args=[wereld.gezin.pk]))

    assert [(rij.voor, rij.nu.kleur) for rij in pagina.context["kleurrijen"]] == [
        ("Adam", Kleur.GROEN),
        ("", Kleur.GROEN),
    ]
    # Noor is 13 and gives her own; nobody else's is offered.
    assert [(een.naam, een.is_zelf) for een in pagina.context["kleurplekken"]] == [
        ("Esther", True),
        ("Adam", False),
        ("", False),
    ]
    with as_eigenaar():
        assert Weekkleur.objects.filter(voor=adam, week=DAG).count() == 2
    assert "kleur_gegeven" in events()


@pytest.mark.parametrize(
    ("hoedanigheid", "fout"),
    [
        (Hoedanigheid.AANBIEDER, Geweigerd),
        (Hoedanigheid.NETWERK, GeenToegang),
        (Hoedanigheid.JEUGDIGE, Geweigerd),
    ],
)
def test_nobody_else_gives_a_colour_of_a_child(wereld, adam, hoedanigheid, fout):
    wie = make_reader(wereld, hoedanigheid)

    with pytest.raises(fout):
        give(wereld, wie, adam)
    with as_eigenaar():
        assert not Weekkleur.objects.exists()


def test_stranger_finds_no_family(wereld, adam):
    with pytest.raises((ObjectDoesNotExist, GeenToegang)):
        give(wereld, make_stranger(), adam)


def test_red_warns_the_regisseur_until_there_was_contact(wereld, ouder, adam):
    eerste = give(wereld, ouder, adam, Kleur.ROOD, "Hij slaapt niet.")
    give(wereld, ouder, adam, Kleur.ROOD, op=DAG + timedelta(days=1))
    morgen = DAG + timedelta(days=1)

    # One duty, however often; one mail, that says nothing.
    assert duties() == [("contact-na-rood", morgen, None)]
    ((aan, tekst),) = mails()
    assert aan == wereld.regisseur.email
    assert not any(woord in tekst.lower() for woord in ("rood", "adam", "slaap"))

    vraag = {"hoe": "Gebeld. Morgen kom ik langs.", "als": wereld.regisseur, "peildatum": morgen}
    with pytest.raises(Geweigerd):
        do(record_contact, eerste.pk, contact_op=DAG - timedelta(days=1), **vraag)
    do(record_contact, eerste.pk, contact_op=morgen, **vraag)

    assert duties() == [("contact-na-rood", morgen, morgen)]
    with as_eigenaar():
        assert not Weekkleur.objects.asking().exists()
    # Red again the same day asks anew, also of who answered already.
    give(wereld, ouder, adam, Kleur.ROOD, op=morgen)
    assert [gesloten_op for _, _, gesloten_op in duties()].count(None) == 1
    with pytest.raises(ObjectDoesNotExist):
        do(record_contact, eerste.pk, contact_op=morgen, **vraag)


def test_start_page_of_the_regisseur_leads_to_writing_down_the_contact(client, klok, wereld, ouder, adam):
    rood = give(wereld, ouder, adam, Kleur.ROOD)
    client.force_login(wereld.regisseur)
    pad = reverse("gezinsplan:week_contact", args=[rood.pk])

    assert pad in client.get("/").content.decode()
    te_vroeg = client.post(pad, {"contact_op": "2026-11-15", "hoe": "Gebeld met Esther."})
    assert (te_vroeg.status_code, "Gebeld met Esther." in te_vroeg.content.decode()) == (422, True)
    client.post(pad, {"contact_op": "2026-11-16", "hoe": "Gebeld met Esther."})
    assert pad not in client.get("/").content.decode()
    assert (
        "Gebeld met Esther." in client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
    )


def test_red_after_the_contact_keeps_asking(wereld, ouder, adam):
    dagen = [DAG + timedelta(days=nummer) for nummer in range(3)]
    eerste = give(wereld, ouder, adam, Kleur.ROOD, op=dagen[0])
    give(wereld, ouder, adam, Kleur.ROOD, op=dagen[2])

    do(
        record_contact,
        eerste.pk,
        contact_op=dagen[1],
        hoe="Gebeld.",
        als=wereld.regisseur,
        peildatum=dagen[2],
    )

    assert [gesloten_op for _, _, gesloten_op in duties()] == [dagen[1], None]


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.AANBIEDER])
def test_only_the_regisseur_writes_that_there_was_contact(wereld, hoedanigheid):
    rood = WeekkleurFactory(gezin=wereld.gezin, voor=wereld.noor, kleur="rood")

    with pytest.raises(GeenToegang):
        do(record_contact, rood.pk, contact_op=DAG, hoe="x", als=make_reader(wereld, hoedanigheid))
    wie = make_reader(wereld, hoedanigheid)
    with as_person(wie, peildatum=DAG), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update gezinsplan_weekkleur set contact_op = %s, contact_door_id = %s", [DAG, wie.pk])
        assert cursor.rowcount == 0


def test_words_are_taken_back_by_who_said_them(client, wereld, ouder):
    doel = make_doel(wereld, voor=wereld.noor)
    woord = do(
        add_woord,
        wereld.gezin.pk,
        doel_id=doel.pk,
        sleutel=wereld.gezin.pk,
        tekst="Liever 's avonds.",
        als=ouder,
    )
    assert fresh(woord).sleutel == wereld.noor.pk

    with pytest.raises(ObjectDoesNotExist):
        do(withdraw_woord, woord.pk, als=make_reader(wereld, Hoedanigheid.OUDER))
    do(withdraw_woord, woord.pk, als=ouder)

    assert (fresh(woord).tekst, fresh(woord).ingetrokken_op) == ("", DAG)
    with pytest.raises(ObjectDoesNotExist):
        do(withdraw_woord, woord.pk, als=ouder)
    client.force_login(ouder)
    nog_eens = client.post(reverse("gezinsplan:terugnemen", args=[woord.pk]), follow=True)
    assert "Het is weg." in nog_eens.content.decode()


def test_nobody_speaks_about_another_person(wereld, ouder):
    with pytest.raises(GeenToegang):
        do(add_woord, wereld.gezin.pk, doel_id=None, sleutel=wereld.noor.pk, tekst="x", als=ouder)


def test_database_lets_the_family_speak_in_its_own_name_only(wereld, ouder):
    """The second fence: not on another chair, not under another account, not with contact already there."""
    ander = make_reader(wereld, Hoedanigheid.OUDER)
    goed = {"voor": None, "gezin": wereld.gezin, "stoel": wereld.moeder, "door": ouder}
    slecht = [goed | {"stoel": wereld.oma}, goed | {"door": ander}]
    velden = {"gemeente": wereld.gezin.gemeente, "week": DAG, "gegeven_op": DAG, "kleur": "groen"}
    woorden = {"gemeente": wereld.gezin.gemeente, "sleutel": wereld.gezin.pk, "tekst": "x", "gezegd_op": DAG}

    with as_person(ouder, peildatum=DAG):
        for fout in slecht:
            with pytest.raises(DatabaseError), transaction.atomic():
                Weekkleur.objects.create(**fout, **velden)
            with pytest.raises(DatabaseError), transaction.atomic():
                Tafelwoord.objects.create(**{k: v for k, v in fout.items() if k != "voor"}, **woorden)
        with transaction.atomic():
            Weekkleur.objects.create(**goed, **velden)


@pytest.mark.parametrize(
    "anders",
    [
        {"kleur": "paars"},
        {"week": date(2026, 11, 17), "gegeven_op": date(2026, 11, 17)},
        {"gegeven_op": date(2026, 11, 15)},
        {"kleur": "groen", "contact_op": DAG},
    ],
)
def test_database_refuses_a_colour_that_cannot_be(anders):
    with pytest.raises(DatabaseError), transaction.atomic():
        WeekkleurFactory(**anders)


def test_page_says_who_reads_before_anything_is_sent(client, klok, wereld, ouder):
    make_doel(wereld, voor=wereld.noor)
    client.force_login(ouder)
    pad = reverse("gezinsplan:zeggen", args=[wereld.gezin.pk])

    pagina = client.get(pad).content.decode()
    assert f"Dit lezen: {wereld.regisseur.naam}, {wereld.moeder.naam}." in pagina

    leeg = client.post(pad, {"waarover": f"over:{wereld.gezin.pk}", "tekst": ""})
    assert (leeg.status_code, "Schrijf eerst wat u wilt zeggen" in leeg.content.decode()) == (422, True)
    klaar = client.post(
        pad, {"waarover": f"over:{wereld.gezin.pk}", "tekst": "Ik wil later beginnen."}, follow=True
    )
    assert "Ik wil later beginnen." in klaar.content.decode()


def test_pages_take_as_many_queries_for_much_as_for_little(client, klok, count_queries, wereld, ouder):
    client.force_login(ouder)
    paden = [reverse(f"gezinsplan:{naam}", args=[wereld.gezin.pk]) for naam in ("week", "zeggen")]
    doel = make_doel(wereld)

    def count():
        for pad in paden:
            client.get(pad)
        return [count_queries(lambda pad=pad: client.get(pad)) for pad in paden]

    few = count()
    for _ in range(20):
        WeekkleurFactory(gezin=wereld.gezin, voor=PersoonFactory(gezin=wereld.gezin))
        TafelwoordFactory(doel=doel)
        make_doel(wereld, plan=doel.plan)

    assert count() == few
    assert max(few) <= 10


@pytest.mark.parametrize("rol", [Rol.GEMEENTE, Rol.KERNTEAM])
def test_who_reads_plans_by_municipality_reads_no_colour_and_no_words(client, klok, wereld, rol):
    """The municipality has the plan; how a week goes and what the family says is for the table."""
    make_doel(wereld)
    WeekkleurFactory(voor=wereld.noor, kleur="rood", woord="Ik slaap slecht.")
    TafelwoordFactory(
        gezin=wereld.gezin,
        doel=None,
        sleutel=wereld.gezin.pk,
        stoel=wereld.moeder,
        tekst="Liever zonder school.",
    )
    lezer = GebruikerFactory(rol=rol, gemeenten=[wereld.gezin.gemeente_id])

    with as_person(lezer, peildatum=DAG) as wie:
        for model in (Weekkleur, Tafelwoord):
            assert not model.objects.exists()
            assert not model.objects.visible_to(wie, DAG).exists()
    with as_eigenaar():
        assert not Weekkleur.objects.visible_to(wie, DAG).exists()
        assert not Tafelwoord.objects.visible_to(wie, DAG).exists()
    client.force_login(lezer)
    for naam in ("gezin", "nieuw"):
        text = client.get(reverse(f"werkplek:{naam}", args=[wereld.gezin.pk])).content.decode()
        assert "Ik slaap slecht." not in text
        assert "Liever zonder school." not in text
    client.force_login(wereld.regisseur)
    text = client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])).content.decode()
    assert "Ik slaap slecht." in text
    assert "Liever zonder school." in text
