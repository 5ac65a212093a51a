"""A measure of the kinderrechter: who carries it out reads by law, decides only as voogd, and stops with it."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from rondetafel.gezinnen.gegevens import (
    Antwoordopgave,
    Gezagseinde,
    Jeugdbeschermer,
    Maatregelopgave,
    Maatregelstop,
    Wilsopgave,
)
from rondetafel.gezinnen.models import (
    Betrokkene,
    Deelantwoord,
    Deelstand,
    Deelvraag,
    Maatregel,
    Maatregeleinde,
    Wijze,
    Wilsoordeel,
)
from rondetafel.gezinnen.operations import (
    answer_deelvraag,
    assign_jeugdbeschermer,
    correct_geboortedatum,
    correct_kenmerk,
    extend_maatregel,
    record_deelantwoord,
    record_maatregel,
    record_wilsoordeel,
    stop_gezag,
    stop_maatregel,
)
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Post
from rondetafel.kern.operatie import GeenToegang
from rondetafel.organisaties.models import OrganisatieSoort
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.accounts import AdresBezet
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AfschermingFactory,
    BandFactory,
    BetrokkeneFactory,
    DoelFactory,
    GebruikerFactory,
    OrganisatieFactory,
    PersoonFactory,
)
from tests.gezinnen.wereld import DAG, Thuis, do
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
EEN_DAG = timedelta(days=1)
NADIA = Jeugdbeschermer(naam="Nadia Tielens", email="nadia@gi.example")
OTS_TOT = date(2027, 11, 15)


def gi(naam="Jeugdbescherming De Brug"):
    return OrganisatieFactory(naam=naam, soort=OrganisatieSoort.GI, producten=[])


def measure(thuis, soort=Maatregelsoort.OTS, *, wie=NADIA, van=DAG, tot=OTS_TOT, kind=None):
    opgave = Maatregelopgave(
        soort=soort,
        instelling_id=gi().pk,
        van=van,
        tot=None if soort.is_voogdij else tot,
        kenmerk="C/03/1 JE RK 26-1",
        jeugdbeschermer=wie,
    )
    return do(record_maatregel, (kind or thuis.kind).pk, opgave=opgave, als=thuis.regisseur)


def under_voogdij(geboren=date(2016, 5, 4), wie=NADIA):
    """A child whose parents lost gezag yesterday, and whose voogd is the instelling."""
    thuis = Thuis(geboren)
    for gezag in thuis.gezag:
        do(stop_gezag, gezag.pk, tot=DAG - EEN_DAG, reden=Gezagseinde.RECHTER, als=thuis.regisseur)
    return thuis, measure(thuis, Maatregelsoort.VOOGDIJ, wie=wie)


def ties(maatregel):
    with as_eigenaar():
        banden = Band.objects.filter(grond_id=maatregel.pk, tot__gte=DAG).order_by("van")
        return [(een.hoedanigheid, een.van, een.tot) for een in banden]


def account(email=NADIA.email):
    with as_eigenaar():
        return Gebruiker.objects.get(email=email)


def chair(maatregel):
    with as_eigenaar():
        return Maatregel.objects.select_related("stoel").get(pk=maatregel.pk).stoel


def events(maatregel):
    with as_eigenaar():
        regels = Logregel.objects.filter(betreft_id=maatregel.pk).order_by("at")
        return list(dict.fromkeys(regels.values_list("gebeurtenis", flat=True)))


def test_who_carries_out_an_ots_reads_about_that_child_by_law_and_decides_nothing():
    thuis = Thuis()
    zusje = PersoonFactory(gezin=thuis.gezin, voornaam="Sam")
    plan = DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind).plan
    DoelFactory(plan=plan, voor=zusje)
    maatregel = measure(thuis)

    assert ties(maatregel) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, OTS_TOT)]
    assert events(maatregel) == [Gebeurtenis.MAATREGEL_VASTGELEGD]
    assert maatregel.oordeel["feiten"]["Maatregel"] == "ondertoezichtstelling"
    with as_eigenaar():
        band = Band.objects.get(grond_id=maatregel.pk)
        assert (band.grond, band.doel) == (Grond.MAATREGEL, "uitvoeren van de maatregel")
        assert Post.objects.filter(aan=NADIA.email).count() == 1
    stoel = chair(maatregel)
    assert (stoel.naam, stoel.organisatie, stoel.tot) == (NADIA.naam, "Jeugdbescherming De Brug", OTS_TOT)
    with as_person(account(), peildatum=DAG) as wie:
        assert wie.rol is Rol.JEUGDBESCHERMER
        assert set(Doel.objects.values_list("voor_id", flat=True)) == {thuis.kind.pk}
        assert Doel.objects.visible_to(wie, DAG).count() == 1
    vraag = thuis.ask()
    with pytest.raises(Deelvraag.DoesNotExist):
        do(answer_deelvraag, vraag.pk, is_ja=True, als=account())


@pytest.mark.parametrize(
    ("dag", "leest"),
    [(DAG - EEN_DAG, False), (DAG, True), (OTS_TOT, True), (OTS_TOT + EEN_DAG, False)],
)
def test_the_tie_turns_with_the_days_of_the_measure(dag, leest):
    thuis = Thuis()
    DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind)
    measure(thuis)

    with as_person(account(), peildatum=dag) as wie:
        assert Doel.objects.exists() is leest
        assert Doel.objects.visible_to(wie, dag).exists() is leest


def test_a_measure_that_must_still_begin_opens_on_its_first_day():
    thuis = Thuis()
    begin = DAG + timedelta(days=10)
    maatregel = measure(thuis, van=begin, tot=DAG + timedelta(days=60))

    assert ties(maatregel) == [(Hoedanigheid.JEUGDBESCHERMER, begin, DAG + timedelta(days=60))]
    assert chair(maatregel).van == begin


@pytest.mark.parametrize(
    ("geboren", "zestien", "laatste"),
    [
        (date(2016, 5, 4), date(2032, 5, 4), date(2034, 5, 3)),
        (date(2016, 2, 29), date(2032, 2, 29), date(2034, 2, 28)),
        (date(2012, 2, 29), date(2028, 2, 29), date(2030, 2, 28)),
    ],
)
def test_a_voogd_decides_until_sixteen_and_reads_until_eighteen(geboren, zestien, laatste):
    _, maatregel = under_voogdij(geboren)

    assert ties(maatregel) == [
        (Hoedanigheid.VOOGD, DAG, zestien - EEN_DAG),
        (Hoedanigheid.JEUGDBESCHERMER, zestien, laatste),
    ]


def test_a_voogd_goes_on_deciding_for_who_cannot_weigh_it():
    thuis, maatregel = under_voogdij(date(2010, 5, 4))
    assert ties(maatregel) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, date(2028, 5, 3))]

    opgave = Wilsopgave(
        oordeel=Wilsoordeel.NIET,
        beoordeeld_door="jeugdarts",
        grond="overziet het niet",
        vertegenwoordiger_id=None,
    )
    do(record_wilsoordeel, thuis.kind.pk, opgave=opgave, als=thuis.regisseur)

    assert ties(maatregel) == [(Hoedanigheid.VOOGD, DAG, date(2028, 5, 3))]


def test_the_voogd_answers_with_an_account_of_their_own():
    thuis, _ = under_voogdij()
    vraag = thuis.ask()
    do(answer_deelvraag, vraag.pk, is_ja=True, als=account())

    with as_eigenaar():
        vraag.refresh_from_db()
        antwoord = Deelantwoord.objects.get()
        assert (antwoord.beslisser, antwoord.wijze, antwoord.door) == (None, Wijze.ZELF, account())
    assert vraag.stand == Deelstand.GEGEVEN
    assert thuis.open_days(vraag) == [(DAG, date(2028, 5, 3))]


def test_without_an_account_the_regisseur_writes_down_what_the_voogd_says():
    thuis, maatregel = under_voogdij(wie=None)
    assert (chair(maatregel).is_open, ties(maatregel)) == (True, [])

    vraag = thuis.ask()
    antwoord = Antwoordopgave(beslisser_id=None, is_ja=True, wijze=Wijze.MONDELING)
    do(record_deelantwoord, vraag.pk, antwoord=antwoord, als=thuis.regisseur)

    with as_eigenaar():
        vraag.refresh_from_db()
    assert vraag.stand == Deelstand.GEGEVEN


def test_nobody_else_answers_for_the_instelling_in_the_database():
    thuis, _ = under_voogdij()
    vraag = thuis.ask()
    ander = {"gezin": thuis.gezin, "gemeente_id": thuis.gezin.gemeente_id, "persoon": thuis.kind}
    ouder = BandFactory(gezin=thuis.gezin, persoon_id=thuis.kind.pk).gebruiker
    eigen = {"vraag": vraag, "is_ja": True, "gegeven_op": DAG, "wijze": Wijze.ZELF, **ander}

    with (
        as_person(ouder, peildatum=DAG),
        pytest.raises(Exception, match="row-level security"),
        transaction.atomic(),
    ):
        Deelantwoord.objects.create(door_id=ouder.pk, **eigen)
    with as_person(account(), peildatum=DAG):
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Deelantwoord.objects.create(door_id=account().pk, beslisser=thuis.ouders[0], **eigen)
        Deelantwoord.objects.create(door_id=account().pk, **eigen)


def test_an_ots_is_prolonged_from_the_day_after_and_the_chair_lasts_along():
    thuis = Thuis()
    eerste = measure(thuis)
    tot = date(2028, 11, 15)
    tweede = do(extend_maatregel, eerste.pk, tot=tot, kenmerk="C/03/2", als=thuis.regisseur)

    assert (tweede.van, tweede.tot, tweede.stoel_id) == (OTS_TOT + EEN_DAG, tot, eerste.stoel_id)
    assert ties(tweede) == [(Hoedanigheid.JEUGDBESCHERMER, OTS_TOT + EEN_DAG, tot)]
    assert chair(tweede).tot == tot
    assert events(tweede) == [Gebeurtenis.MAATREGEL_VERLENGD]
    with pytest.raises(Geweigerd):
        do(extend_maatregel, tweede.pk, tot=tot + timedelta(days=367), kenmerk="x", als=thuis.regisseur)


def test_a_measure_that_ends_early_takes_reading_along_from_the_next_day():
    thuis = Thuis()
    maatregel = measure(thuis)
    gestopt = DAG + timedelta(days=4)
    opgave = Maatregelstop(tot=gestopt, einde=Maatregeleinde.OPGEHEVEN)
    do(stop_maatregel, maatregel.pk, opgave=opgave, als=thuis.regisseur)

    assert ties(maatregel) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, gestopt)]
    assert chair(maatregel).tot == gestopt
    assert events(maatregel)[-1] == Gebeurtenis.MAATREGEL_GESTOPT


def test_what_was_never_true_holds_on_no_day_and_makes_room():
    thuis = Thuis()
    maatregel = measure(thuis)
    opgave = Maatregelstop(tot=None, einde=Maatregeleinde.FOUT)
    gestopt = do(stop_maatregel, maatregel.pk, opgave=opgave, als=thuis.regisseur)

    assert (gestopt.tot, ties(maatregel)) == (DAG - EEN_DAG, [])
    assert ties(measure(thuis)) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, OTS_TOT)]


def test_another_jeugdbeschermer_takes_over_at_once():
    thuis = Thuis()
    maatregel = measure(thuis)
    later = DAG + timedelta(days=30)
    opgave = Jeugdbeschermer(naam="Rik Vos", email="rik@gi.example")
    do(assign_jeugdbeschermer, maatregel.pk, opgave=opgave, als=thuis.regisseur, op=later)

    with as_eigenaar():
        dagen = {
            een.gebruiker.email: (een.van, een.tot) for een in Band.objects.filter(grond_id=maatregel.pk)
        }
        stoelen = {een.naam: een.tot for een in Betrokkene.objects.filter(relatie="jeugdbeschermer")}
    assert dagen == {NADIA.email: (DAG, later - EEN_DAG), "rik@gi.example": (later, OTS_TOT)}
    assert stoelen == {NADIA.naam: later - EEN_DAG, "Rik Vos": OTS_TOT}


def test_the_open_chair_is_filled_and_one_account_has_one_chair():
    thuis = Thuis()
    zusje = PersoonFactory(gezin=thuis.gezin, voornaam="Sam")
    eerste, tweede = measure(thuis, wie=None), measure(thuis, kind=zusje)
    do(assign_jeugdbeschermer, eerste.pk, opgave=NADIA, als=thuis.regisseur)

    assert chair(eerste) == chair(tweede)
    assert len(ties(eerste)) == len(ties(tweede)) == 1


def test_a_voorlopige_ots_gives_way_to_an_ots_and_the_chair_stays():
    thuis = Thuis()
    voorlopig = measure(thuis, Maatregelsoort.VOTS, tot=date(2027, 2, 15))
    begin = date(2027, 1, 10)
    einde = begin + timedelta(days=300)
    with pytest.raises(Geweigerd, match="al zo'n maatregel"):
        measure(thuis, van=begin, tot=einde)
    opgave = Maatregelstop(tot=begin - EEN_DAG, einde=Maatregeleinde.ANDERE)
    do(stop_maatregel, voorlopig.pk, opgave=opgave, als=thuis.regisseur)
    ots = measure(thuis, van=begin, tot=einde)

    assert ties(voorlopig) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, begin - EEN_DAG)]
    assert ties(ots) == [(Hoedanigheid.JEUGDBESCHERMER, begin, einde)]
    assert chair(ots) == chair(voorlopig)
    assert chair(ots).tot == einde


@pytest.mark.parametrize(
    "ander",
    [{"rol": Rol.GEZIN}, {"rol": Rol.AANBIEDER}, {"rol": Rol.JEUGDBESCHERMER, "organisatie_id": None}],
)
def test_an_address_of_another_account_is_refused(ander):
    thuis = Thuis()
    GebruikerFactory(email=NADIA.email, **ander)

    with pytest.raises(AdresBezet):
        measure(thuis)
    with as_eigenaar():
        assert not Maatregel.objects.exists()


def test_only_who_sets_the_table_writes_it_down():
    thuis = Thuis()
    opgave = Maatregelopgave(
        soort=Maatregelsoort.OTS, instelling_id=gi().pk, van=DAG, tot=OTS_TOT, kenmerk="x"
    )
    for ander in filter(None, thuis.accounts.values()):
        with pytest.raises(GeenToegang):
            do(record_maatregel, thuis.kind.pk, opgave=opgave, als=ander)
    with as_eigenaar():
        assert not Maatregel.objects.exists()


def test_voogdij_waits_until_gezag_has_ended():
    thuis = Thuis()
    with pytest.raises(Geweigerd, match="heeft in deze dagen gezag"):
        measure(thuis, Maatregelsoort.VOOGDIJ)


def test_a_kenmerk_is_filled_in_later():
    thuis = Thuis()
    maatregel = measure(thuis)
    do(correct_kenmerk, maatregel.pk, gelezen=maatregel.versie, kenmerk="C/03/9", als=thuis.regisseur)

    with as_eigenaar():
        assert Maatregel.objects.get().kenmerk == "C/03/9"


def test_a_birthday_put_right_shortens_the_measure_and_its_tie():
    thuis = Thuis(date(2014, 5, 4))
    maatregel = measure(thuis)
    with as_eigenaar():
        thuis.kind.refresh_from_db()
    do(
        correct_geboortedatum,
        thuis.kind.pk,
        gelezen=thuis.kind.versie,
        geboortedatum=date(2009, 5, 4),
        als=thuis.regisseur,
    )

    assert ties(maatregel) == [(Hoedanigheid.JEUGDBESCHERMER, DAG, date(2027, 5, 3))]


def test_who_is_shielded_stays_shielded():
    thuis = Thuis()
    measure(thuis)
    school = BetrokkeneFactory(gezin=thuis.gezin, hoort_bij=thuis.kind, aard="school", groep="beroep")
    AfschermingFactory(beschermd=thuis.kind, voor_gebruiker=account(), voor_persoon=None, wat=["school"])

    with as_person(account(), peildatum=DAG) as wie:
        assert not Betrokkene.objects.filter(pk=school.pk).exists()
        assert not Betrokkene.objects.visible_to(wie, DAG).filter(pk=school.pk).exists()
