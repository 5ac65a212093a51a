"""What is hidden is not there: the same bytes as when it never was, for who may not know it."""

from datetime import date, time

import pytest
from django.db import transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Adres, Afscherming, Betrokkene, Contact
from rondetafel.gezinnen.operations import answer_geheim, start_afscherming, stop_afscherming
from rondetafel.gezinnen.schermen import Afschermopgave, Geheim
from rondetafel.gezinsplan.models import Actie, Doel
from rondetafel.kern.models import Logregel
from rondetafel.kern.operatie import GeenToegang
from rondetafel.overleg.models import Deelname, Plek
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.toegang.schermen import Wat
from tests.bladzijden import steady
from tests.factories import (
    ActieFactory,
    AdresFactory,
    AfschermingFactory,
    BandFactory,
    BetrokkeneFactory,
    ContactFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    GezinsplanFactory,
    LogregelFactory,
    PersoonFactory,
    PlekFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar
from tests.toegang.matrix import MATRIX

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)
GEHEIMEN = ("Wisselkanarie", "Keeskanarie", "Plekkanarie", "Doelkanarie", "Straatkanarie", "mailkanarie")


class Wereld:
    """Kelly and her son, hidden from his father Peter; a school, a new partner, and what hangs on them."""

    def __init__(self):
        regie = RegieFactory()
        self.regisseur, self.gezin = regie.regisseur, regie.gezin
        self.kind = PersoonFactory(gezin=self.gezin, voornaam="Milan")
        self.kelly = PersoonFactory(gezin=self.gezin, ouder=True, voornaam="Kelly")
        self.peter = PersoonFactory(gezin=self.gezin, ouder=True, voornaam="Peter", geslacht="M")
        self.vader = GebruikerFactory(naam="Peter Vermeer")
        self.stoel = BetrokkeneFactory(
            gezin=self.gezin, groep="gezin", naam="Peter", persoon=self.peter, gebruiker=self.vader
        )
        self.kelly_aan_tafel = BetrokkeneFactory(
            gezin=self.gezin, groep="gezin", naam="Kelly", persoon=self.kelly
        )
        band = {"gebruiker": self.vader, "gezin": self.gezin, "hoedanigheid": Hoedanigheid.OUDER}
        BandFactory(**band, grond=Grond.GEZAG, persoon_id=self.kind.pk)
        BandFactory(**band, grond=Grond.EIGEN, persoon_id=self.peter.pk)
        self.plan = GezinsplanFactory(gezin=self.gezin)
        self.doel = DoelFactory(plan=self.plan, eigenaar=self.stoel)
        self.overleg = DeelnameFactory(
            overleg__gezin=self.gezin,
            overleg__gepland_op=date(2026, 11, 30),
            overleg__tijd=time(15, 30),
            betrokkene=self.stoel,
            was_aanwezig=None,
        ).overleg

    def fill(self):
        """Everything that Peter may not know."""
        self.adres = AdresFactory(persoon=self.kelly, straat="Straatkanarie")
        ContactFactory(betrokkene=self.kelly_aan_tafel, email="mailkanarie@x.example")
        self.school = BetrokkeneFactory(
            gezin=self.gezin, groep="beroep", naam="Juf Wisselkanarie", hoort_bij=self.kind, aard="school"
        )
        kees = GebruikerFactory(naam="Keeskanarie")
        self.kees = BetrokkeneFactory(
            gezin=self.gezin,
            groep="netwerk",
            naam="Keeskanarie",
            hoort_bij=self.kelly,
            aard="partner",
            gebruiker=kees,
        )
        BandFactory(
            gebruiker=kees,
            gezin=self.gezin,
            hoedanigheid=Hoedanigheid.NETWERK,
            grond=Grond.TOESTEMMING,
            grond_id=self.kees.pk,
            onderdelen=["gezin", "plan"],
        )
        verborgen = DoelFactory(plan=self.plan, eigenaar=self.school, specifiek="Doelkanarie")
        ActieFactory(doel=verborgen, wie=self.stoel, tekst="Bij Wisselkanarie ophalen")
        ActieFactory(doel=self.doel, wie=self.kees, tekst="Keeskanarie haalt op")
        DeelnameFactory(overleg=self.overleg, betrokkene=self.kees, was_aanwezig=None)
        PlekFactory(overleg=self.overleg, tekst="Plekkanarie")
        LogregelFactory(gezin_id=self.gezin.pk, gebruiker_id=kees.pk, naam="Keeskanarie", rol="gezin")
        LogregelFactory(gezin_id=self.gezin.pk, betreft_id=verborgen.pk, naam="Juf Wisselkanarie")
        LogregelFactory(gezin_id=self.gezin.pk, onderdeel="afscherming", naam="Keeskanarie")

    def shield(self, *wat, **voor):
        for persoon in (self.kind, self.kelly):
            AfschermingFactory(
                beschermd=persoon,
                wat=[een.value for een in wat or Wat],
                **(voor or {"voor_persoon": self.peter}),
            )

    def pages(self):
        """Every page of the matrix that a parent opens about what this family has."""
        dingen = {"gezin": self.gezin, "overleg": self.overleg, "doel": self.doel, "persoon": self.kind}
        eigen = [reverse("werkplek:vandaag")]
        return eigen + [
            reverse(name, args=[*(dingen[een].pk for een in adres.dingen), *adres.teksten, *adres.getallen])
            for name, adres in MATRIX.items()
            if "ouder" in adres.leest and set(adres.dingen) <= dingen.keys()
        ]


@pytest.fixture
def wereld(klok):
    return Wereld()


def read(client, als, url):
    """One page without its traces: the lines of this look and the form token are not there the next time."""
    with transaction.atomic():
        client.logout_quietly()
        client.force_login(als)
        answer = client.get(url, follow=True)
        transaction.set_rollback(True)
    assert answer.status_code == 200, url
    return steady(answer.content)


def differing(een, ander):
    """Where two pages part, to read in a failure."""
    plek = next((n for n, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), 0)
    return een[plek - 80 : plek + 80], ander[plek - 80 : plek + 80]


def test_pages_are_the_same_bytes_as_when_it_never_was(client, wereld):
    never = {url: read(client, wereld.vader, url) for url in wereld.pages()}
    wereld.fill()
    with transaction.atomic():
        wereld.shield()
        hidden = {url: read(client, wereld.vader, url) for url in wereld.pages()}
        transaction.set_rollback(True)
    open_ = {url: read(client, wereld.vader, url) for url in wereld.pages()}

    assert any(b"kanarie" in page for page in open_.values())
    for url, page in hidden.items():
        assert not [word for word in GEHEIMEN if word.encode() in page], url
        assert page == never[url], (url, differing(page, never[url]))


def test_the_regisseur_sees_the_page_as_it_is_for_who_may_not_know(client, wereld):
    """Meeting places are hidden by the database alone: the preview must run as that reader there too."""
    wereld.fill()
    wereld.shield()
    zoals = reverse("werkplek:zoals", args=[wereld.gezin.pk, wereld.stoel.pk])

    eigen = read(client, wereld.regisseur, reverse("werkplek:gezin", args=[wereld.gezin.pk]))
    his = read(client, wereld.regisseur, zoals)
    assert b"Plekkanarie" in eigen
    assert not [word for word in GEHEIMEN if word.encode() in his]


def test_nobody_learns_over_the_shoulder_of_another(client, wereld):
    """Peter looks how grandmother sees the page; what is hidden from him is not in it, though she sees it."""
    oma = GebruikerFactory(naam="Oma Ria")
    stoel = BetrokkeneFactory(gezin=wereld.gezin, groep="netwerk", naam="Oma Ria", gebruiker=oma)
    BandFactory(
        gebruiker=oma,
        gezin=wereld.gezin,
        hoedanigheid=Hoedanigheid.NETWERK,
        persoon_id=wereld.kind.pk,
        onderdelen=["gezin", "plan"],
    )
    zoals = reverse("werkplek:zoals", args=[wereld.gezin.pk, stoel.pk])
    never = read(client, wereld.vader, zoals)
    wereld.fill()
    wereld.shield()

    hers = read(client, oma, reverse("werkplek:gezin", args=[wereld.gezin.pk]))
    his = read(client, wereld.vader, zoals)
    assert all(word.encode() in hers for word in ("Wisselkanarie", "Keeskanarie", "Plekkanarie"))
    assert not [word for word in GEHEIMEN if word.encode() in his]
    assert his == never, differing(his, never)


def test_who_may_know_sees_it(client, wereld):
    wereld.fill()
    wereld.shield()

    page = read(client, wereld.regisseur, reverse("gezinnen:tafel", args=[wereld.gezin.pk]))

    assert b"Wisselkanarie" in page
    assert b"Keeskanarie" in page


@pytest.mark.parametrize(
    ("wat", "model"),
    [(Wat.SCHOOL, Betrokkene), (Wat.PARTNER, Betrokkene), (Wat.PLAATS, Plek), (Wat.SCHOOL, Doel)],
)
def test_each_kind_hides_its_own(wereld, wat, model):
    wereld.fill()
    with as_person(wereld.vader, peildatum=DAG):
        before = model.objects.count()
    wereld.shield(wat)
    with as_person(wereld.vader, peildatum=DAG) as wie:
        assert model.objects.count() == before - 1
        assert model.objects.visible_to(wie, DAG).count() == before - 1


@pytest.mark.parametrize(
    ("van", "tot", "is_hidden"),
    [
        (DAG, None, True),
        (DAG, DAG, True),
        (date(2026, 11, 17), None, False),
        (date(2026, 11, 1), date(2026, 11, 15), False),
    ],
)
def test_shield_holds_to_the_day(wereld, van, tot, is_hidden):
    wereld.fill()
    AfschermingFactory(beschermd=wereld.kind, voor_persoon=wereld.peter, wat=["school"], van=van, tot=tot)

    with as_person(wereld.vader, peildatum=DAG):
        assert Betrokkene.objects.filter(pk=wereld.school.pk).exists() is not is_hidden


def test_shield_for_an_account_for_work_hides_address_contact_and_itself(wereld):
    wereld.fill()
    wereld.shield(voor_gebruiker=wereld.regisseur, voor_persoon=None)

    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        for model in (Adres, Contact, Afscherming, Plek):
            assert not model.objects.exists(), model
            assert not model.objects.visible_to(wie, DAG).exists(), model


@pytest.mark.parametrize("geheim", Geheim)
def test_address_counts_as_secret_until_it_is_known(wereld, geheim):
    AdresFactory(persoon=wereld.kelly, geheim=geheim)
    with as_eigenaar():
        Band.objects.filter(gebruiker=wereld.regisseur).update(onderdelen=["gezin", "adres"])

    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        assert Adres.objects.exists() is (geheim == Geheim.NEE)
        assert Adres.objects.visible_to(wie, DAG).exists() is (geheim == Geheim.NEE)


def test_who_is_hidden_does_not_read_along_for_who_may_not_know(wereld):
    wereld.fill()
    leest_mee = Band.objects.filter(gebruiker_id=wereld.kees.gebruiker_id)
    with as_person(wereld.vader, peildatum=DAG):
        assert leest_mee.exists()
    wereld.shield(Wat.PARTNER)
    with as_person(wereld.vader, peildatum=DAG):
        assert not leest_mee.exists()


def test_family_reads_no_mail_addresses_and_no_shields(wereld):
    wereld.fill()
    wereld.shield()

    with as_person(wereld.vader, peildatum=DAG):
        assert not Contact.objects.exists()
        assert not Afscherming.objects.exists()
        assert set(Betrokkene.objects.with_email().values_list("email", flat=True)) == {""}


def opgave(wereld, **anders):
    feiten = {
        "beschermd_id": wereld.kelly.pk,
        "voor_persoon_id": wereld.peter.pk,
        "voor_gebruiker_id": None,
        "wat": frozenset({Wat.ADRES}),
        "reden": "Er was geweld.",
    }
    return Afschermopgave(**(feiten | anders))


def test_shield_starts_and_stops_with_lines_that_the_family_does_not_read(wereld):
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        gestart = start_afscherming(wereld.gezin.pk, opgave=opgave(wereld), door=wie, peildatum=DAG)
        stop_afscherming(gestart.pk, door=wie, peildatum=DAG)
        assert Afscherming.objects.get().tot == DAG
    with as_eigenaar():
        events = set(Logregel.objects.values_list("gebeurtenis", flat=True))
    assert events >= {"afscherming_gestart", "afscherming_gestopt"}
    with as_person(wereld.vader, peildatum=DAG):
        assert not Logregel.objects.filter(onderdeel="afscherming").exists()


def test_nobody_shields_from_themselves(wereld):
    with as_person(wereld.regisseur, peildatum=DAG) as wie, pytest.raises(GeenToegang):
        start_afscherming(
            wereld.gezin.pk,
            opgave=opgave(wereld, voor_persoon_id=None, voor_gebruiker_id=wie.id),
            door=wie,
            peildatum=DAG,
        )


def test_father_cannot_shield(wereld):
    with as_person(wereld.vader, peildatum=DAG) as wie, pytest.raises(GeenToegang):
        start_afscherming(wereld.gezin.pk, opgave=opgave(wereld), door=wie, peildatum=DAG)


def test_answer_about_an_address_is_kept(wereld):
    adres = AdresFactory(persoon=wereld.kelly, geheim=Geheim.ONBEKEND)
    with as_person(wereld.regisseur, peildatum=DAG) as wie:
        answer_geheim(adres.pk, geheim=Geheim.NEE, door=wie, peildatum=DAG)
        assert Adres.objects.get().geheim == "nee"


def test_backoffice_keeps_shields_by_municipality(wereld):
    backoffice = GebruikerFactory(rol=Rol.BACKOFFICE, gemeenten=[wereld.gezin.gemeente_id])
    with as_person(backoffice, peildatum=DAG) as wie:
        start_afscherming(wereld.gezin.pk, opgave=opgave(wereld), door=wie, peildatum=DAG)
        assert Afscherming.objects.count() == 1


def test_page_shields_and_lists(client, wereld):
    wereld.fill()
    client.force_login(wereld.regisseur)
    answers = {
        "beschermd": str(wereld.kelly.pk),
        "voor": f"persoon:{wereld.peter.pk}",
        "wat": ["adres", "school"],
        "reden": "Er was geweld.",
    }
    wrong = client.post(
        reverse("gezinnen:afschermen", args=[wereld.gezin.pk]),
        answers | {"voor": f"persoon:{wereld.kelly.pk}"},
    )
    answer = client.post(reverse("gezinnen:afschermen", args=[wereld.gezin.pk]), answers, follow=True)

    assert wrong.status_code == 422
    assert "Van Kelly Vermeer, voor Peter Vermeer" in answer.content.decode()


def test_text_with_a_hidden_word_is_held_back_and_kept_when_asked(client, wereld):
    wereld.fill()
    wereld.shield()
    client.force_login(wereld.regisseur)
    url = reverse("gezinsplan:actie_nieuw", args=[wereld.doel.pk])
    answers = {"tekst": "Ophalen in de straatkanarie", "wie": str(wereld.stoel.pk)}

    held = client.post(url, answers)
    with as_eigenaar():
        was_kept = Actie.objects.filter(tekst__contains="straatkanarie").exists()
    kept = client.post(url, answers | {"toch": "ja"})

    assert held.status_code == 422
    assert "afgeschermd voor Peter Vermeer" in held.content.decode()
    assert not was_kept
    assert kept.status_code == 302


def test_helper_is_warned_by_the_shape_without_learning_of_a_shield(client, wereld):
    wereld.fill()
    wereld.shield()
    helper = GebruikerFactory(rol=Rol.AANBIEDER)
    BandFactory(
        gebruiker=helper, gezin=wereld.gezin, hoedanigheid=Hoedanigheid.AANBIEDER, grond=Grond.AKKOORD
    )
    client.force_login(helper)
    url = reverse("overleg:nieuw", args=[wereld.gezin.pk])
    answers = {"soort": "rto", "dag": "30-11-2026", "genodigden": [str(wereld.stoel.pk)]}

    by_shape = client.post(url, answers | {"plaats": "Straatkanarie 3, 6371 AA"})
    by_name = client.post(url, answers | {"plaats": "Straatkanarie 3"})

    assert "Hier staat een postcode." in by_shape.content.decode()
    assert "afgeschermd" not in by_shape.content.decode()
    assert by_name.status_code == 302
    with as_eigenaar():
        assert Deelname.objects.filter(overleg__plek__tekst="Straatkanarie 3").exists()
