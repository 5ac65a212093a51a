"""What happens round the table: planned, held, and judged as it is written down."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.gegevens import Moment, Uitkomst
from rondetafel.overleg.models import Deelname, Overleg, OverlegSoort
from rondetafel.overleg.operations import hold_overleg, plan_overleg
from rondetafel.overleg.queries import foresee_rto, rtos_of, stand_of
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.overleg import GEHOUDEN, assess_rto
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import BetrokkeneFactory, DeelnameFactory, OverlegFactory, TermijnFactory
from tests.gezinsplan.wereld import DAG, make_reader, make_stranger
from tests.overleg.wereld import make_rto, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events, fresh

pytestmark = pytest.mark.django_db
MOMENT = Moment(dag=date(2026, 11, 30), tijd=time(15, 30), plaats="Bij oma thuis")


@pytest.fixture
def wereld():
    return make_wereld()


def uitkomst(wereld, **anders):
    """An RTO that counts: all help looked at, a goal named, the mother and the regisseur there."""
    basis = {
        "gehouden_op": DAG,
        "aanwezig": [wereld.moeder.pk, wereld.els.pk],
        "is_totaal_besproken": True,
        "concrete_doelen": 2,
        "verslag": "Oma haalt Noor op woensdag.",
    }
    return Uitkomst(**basis | anders)


def hold(wereld, rto, als=None, volgende=None, gelezen=1, **anders):
    return do(
        hold_overleg,
        rto.pk,
        gelezen=gelezen,
        uitkomst=uitkomst(wereld, **anders),
        volgende=volgende,
        als=als or wereld.regisseur,
    )


def rules_about(wereld):
    with as_eigenaar():
        return rtos_of(wereld.gezin.pk)


def open_duties():
    with as_eigenaar():
        return Termijn.objects.running().filter(regel="rto-houden").count()


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER])
def test_meeting_is_planned_with_who_is_asked(wereld, hoedanigheid):
    leeg = BetrokkeneFactory(gezin=wereld.gezin, naam="", relatie="huisarts")
    vreemde = BetrokkeneFactory()

    overleg = do(
        plan_overleg,
        wereld.gezin.pk,
        soort=OverlegSoort.STARTOVERLEG,
        moment=MOMENT,
        genodigden=[wereld.moeder.pk, leeg.pk, vreemde.pk],
        als=make_reader(wereld, hoedanigheid),
    )

    kept = fresh(overleg)
    assert (kept.gepland_op, kept.tijd) == (MOMENT.dag, MOMENT.tijd)
    with as_eigenaar():
        assert overleg.plek.tekst == MOMENT.plaats
        assert list(Deelname.objects.values_list("betrokkene", "was_aanwezig")) == [(wereld.moeder.pk, None)]
    assert events() == ["overleg_gepland"]


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER])
def test_rto_that_counts_is_kept_and_ends_the_duty(wereld, hoedanigheid):
    rto = make_rto(wereld)
    TermijnFactory(gezin=wereld.gezin, regel="rto-houden", rol="regisseur", vanaf=date(2027, 1, 31))

    hold(wereld, rto, als=make_reader(wereld, hoedanigheid))

    [one] = rules_about(wereld)
    assert assess_rto(one).is_akkoord
    assert one.afwezig == ("Oma Truus",)
    assert open_duties() == 0
    with as_eigenaar():
        regel = Logregel.objects.get()
        assert (regel.gebeurtenis, regel.details) == ("overleg_gehouden", {"gehouden_op": "2026-11-16"})


@pytest.mark.parametrize(
    "afwijking",
    [
        pytest.param({"is_totaal_besproken": False}, id="niet-alle-hulp"),
        pytest.param({"concrete_doelen": 0}, id="geen-doel"),
        pytest.param({"zonder": "els"}, id="zonder-regisseur"),
        pytest.param({"zonder": "moeder"}, id="zonder-gezin"),
    ],
)
def test_rto_that_does_not_count_is_kept_but_the_duty_stays(wereld, afwijking):
    rto = make_rto(wereld)
    TermijnFactory(gezin=wereld.gezin, regel="rto-houden", rol="regisseur", vanaf=date(2027, 1, 31))
    if weg := afwijking.pop("zonder", None):
        er = {wereld.moeder.pk, wereld.els.pk} - {getattr(wereld, weg).pk}
        afwijking = {"aanwezig": er}

    hold(wereld, rto, **afwijking)

    [one] = rules_about(wereld)
    assert fresh(rto).gehouden_op == DAG
    assert len(assess_rto(one).blokkades) == 1
    assert open_duties() == 1


def test_who_must_be_there_is_asked_and_missed_and_asked_again(wereld):
    do(
        plan_overleg,
        wereld.gezin.pk,
        soort=OverlegSoort.RTO,
        moment=MOMENT,
        genodigden=[wereld.moeder.pk, wereld.els.pk],
        nodig=[wereld.oma.pk],
        als=wereld.regisseur,
    )
    with as_eigenaar():
        rto = Overleg.objects.get()
        assert set(rto.deelnames.values_list("betrokkene", "is_nodig")) == {
            (wereld.moeder.pk, False),
            (wereld.els.pk, False),
            (wereld.oma.pk, True),
        }

    hold(wereld, rto, volgende=Moment(dag=date(2027, 2, 1)))

    one = next(een for een in rules_about(wereld) if een.gehouden_op)
    assert (one.afwezig, one.gemist) == ((), ("Oma Truus",))
    with as_eigenaar():
        volgende = Overleg.objects.get(gepland_op=date(2027, 2, 1))
        assert [een.betrokkene_id for een in volgende.deelnames.filter(is_nodig=True)] == [wereld.oma.pk]


@pytest.mark.parametrize("nodig", [False, True])
@pytest.mark.parametrize("aanwezig", [(), ("els",), ("moeder", "oma"), ("moeder", "els", "oma")])
@pytest.mark.parametrize("dag", [date(2026, 1, 4), date(2026, 1, 5), DAG])
def test_what_is_foreseen_is_what_is_kept(wereld, aanwezig, dag, nodig):
    rto = make_rto(wereld)
    with as_eigenaar():
        Deelname.objects.filter(betrokkene=wereld.oma).update(is_nodig=nodig)
    anders = {"gehouden_op": dag, "aanwezig": [getattr(wereld, wie).pk for wie in aanwezig]}

    with as_eigenaar():
        foreseen = foresee_rto(rto, uitkomst(wereld, **anders))
    hold(wereld, rto, **anders)

    [kept] = rules_about(wereld)
    assert replace(kept, afwezig=set(kept.afwezig)) == replace(foreseen, afwezig=set(foreseen.afwezig))


def test_duty_of_another_family_stays(wereld):
    TermijnFactory(regel="rto-houden", rol="regisseur")

    hold(wereld, make_rto(wereld))

    assert open_duties() == 1


def test_startoverleg_ends_no_duty(wereld):
    TermijnFactory(gezin=wereld.gezin, regel="rto-houden", rol="regisseur", vanaf=date(2027, 1, 31))

    hold(wereld, make_rto(wereld, soort=OverlegSoort.STARTOVERLEG))

    assert open_duties() == 1
    assert rules_about(wereld) == ()


def test_regisseur_is_who_had_the_regie_that_day_whatever_the_chair_is_called(wereld):
    with as_eigenaar():
        wereld.els.relatie = "onze Els"
        wereld.els.save(update_fields=["relatie"])

    hold(wereld, make_rto(wereld))
    [counts] = rules_about(wereld)
    hold(wereld, make_rto(wereld), gehouden_op=date(2026, 1, 4))

    assert counts.regisseur_aanwezig
    assert [rto.regisseur_aanwezig for rto in rules_about(wereld) if rto.gehouden_op != DAG] == [False]


def test_who_came_without_being_asked_was_there(wereld):
    juf = BetrokkeneFactory(gezin=wereld.gezin, naam="juf Anja", relatie="school")
    rto = make_rto(wereld)

    hold(wereld, rto, aanwezig=[juf.pk, wereld.moeder.pk])

    with as_eigenaar():
        er = dict(rto.deelnames.values_list("betrokkene__naam", "was_aanwezig"))
    assert er == {"Esther Vermeer": True, "Els Habets": False, "Oma Truus": False, "juf Anja": True}


def test_next_meeting_is_planned_at_once_with_the_same_people(wereld):
    hold(wereld, make_rto(wereld), volgende=Moment(dag=date(2027, 2, 1)))

    with as_eigenaar():
        volgende = Overleg.objects.planned().get()
        assert (volgende.soort, volgende.gepland_op) == (OverlegSoort.RTO, date(2027, 2, 1))
        assert volgende.deelnames.count() == 3
    assert events() == ["overleg_gehouden"]


def test_next_meeting_is_planned_once(wereld):
    rto = make_rto(wereld)

    for versie in (1, 2):
        hold(wereld, rto, gelezen=versie, volgende=Moment(dag=date(2027, 2, 1)))

    with as_eigenaar():
        assert Overleg.objects.planned().count() == 1


def test_meeting_that_has_not_been_yet_is_refused(wereld):
    rto = make_rto(wereld)

    with pytest.raises(Geweigerd) as refusal:
        hold(wereld, rto, gehouden_op=date(2026, 11, 17))

    assert [reden.bron for reden in refusal.value.oordeel.redenen] == [GEHOUDEN]
    assert fresh(rto).gehouden_op is None
    assert events() == ["geweigerd"]


def test_second_writer_overwrites_nothing(wereld):
    rto = make_rto(wereld)
    hold(wereld, rto)

    with pytest.raises(Botsing):
        hold(wereld, rto, verslag="Iets anders", aanwezig=[])

    assert fresh(rto).verslag == "Oma haalt Noor op woensdag."
    assert rules_about(wereld)[0].regisseur_aanwezig


def test_what_was_written_can_be_mended(wereld):
    rto = make_rto(wereld)
    hold(wereld, rto, aanwezig=[])

    hold(wereld, rto, gelezen=2)

    assert assess_rto(rules_about(wereld)[0]).is_akkoord


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE, Hoedanigheid.NETWERK])
def test_family_and_network_plan_and_hold_nothing(wereld, hoedanigheid):
    rto = make_rto(wereld)
    wie = make_reader(wereld, hoedanigheid)

    with pytest.raises(GeenToegang):
        hold(wereld, rto, als=wie)
    with pytest.raises(GeenToegang):
        do(
            plan_overleg,
            wereld.gezin.pk,
            soort=OverlegSoort.RTO,
            moment=MOMENT,
            genodigden=[],
            als=wie,
        )
    with as_eigenaar():
        assert Overleg.objects.get().gehouden_op is None
    assert events() == ["geweigerd", "geweigerd"]


def test_meeting_of_another_family_does_not_exist(wereld):
    with pytest.raises(ObjectDoesNotExist):
        hold(wereld, make_rto(wereld), als=make_stranger())


def test_stand_takes_one_query_for_ten_meetings_as_for_one(wereld, django_assert_num_queries):
    for week in range(5):
        make_rto(wereld, gepland_op=date(2026, 11, 30 - week))
        hold(wereld, make_rto(wereld))

    with as_eigenaar(), django_assert_num_queries(1):
        stand = stand_of(wereld.gezin.pk)

    assert [een.gepland_op.day for een in stand.gepland] == [26, 27, 28, 29, 30]
    assert len(stand.rtos) == 10
    assert stand.laatste.gehouden_op == DAG


def test_outcome_stands_only_with_a_meeting_that_was_held(wereld):
    with pytest.raises(IntegrityError, match="overleg_outcome_only_when_held"), transaction.atomic():
        OverlegFactory(gezin=wereld.gezin, verslag="Afgesproken")


def test_nobody_is_asked_twice(wereld):
    rto = make_rto(wereld)

    with pytest.raises(IntegrityError, match="deelname_once_per_overleg"), transaction.atomic():
        DeelnameFactory(overleg=rto, betrokkene=wereld.moeder)
