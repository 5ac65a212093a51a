"""The ties of a stand-in: drawn by the database, equal to the rule, and following the tie they come from."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.gezinnen.models import Gezin
from rondetafel.regels.vervanging import last_day_of_absence, shared_days
from rondetafel.toegang.banden import Leesrecht, close_banden, move_end, open_band
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import WERK, Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.vervanging.models import Vervanging
from tests.factories import (
    BandFactory,
    GebruikerFactory,
    GezinFactory,
    MaatregelFactory,
    PersoonFactory,
    RegieFactory,
    VervangingFactory,
)
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
VAN, TOT = date(2026, 11, 16), date(2026, 12, 3)
DAGEN = st.integers(-40, 40).map(lambda dagen: VAN + timedelta(days=dagen))
LOOPTIJDEN = st.tuples(DAGEN, st.none() | st.integers(-1, 60)).map(
    lambda een: (een[0], None if een[1] is None else een[0] + timedelta(days=een[1]))
)


def ties_of(vervanging):
    with as_eigenaar():
        return list(Band.objects.filter(grond_id=vervanging.pk).order_by("van"))


def days_of(vervanging):
    return [(band.van, band.tot) for band in ties_of(vervanging)]


@pytest.fixture
def regie():
    return RegieFactory()


@pytest.fixture
def eigen(regie):
    with as_eigenaar():
        return Band.objects.get(gebruiker=regie.regisseur)


def test_the_stand_in_gets_the_same_tie_for_those_days(regie, eigen):
    vervanging = VervangingFactory(wie=regie.regisseur)

    (band,) = ties_of(vervanging)
    assert (band.gebruiker_id, band.gezin_id) == (vervanging.vervanger_id, regie.gezin_id)
    assert (band.hoedanigheid, band.grond, band.vervangt_id) == ("regisseur", Grond.VERVANGING, eigen.pk)
    assert (band.van, band.tot, band.doel) == (VAN, TOT, f"vervangt {regie.regisseur.naam}")
    with as_eigenaar():
        assert Band.objects.get(pk=eigen.pk).tot == eigen.tot


def test_a_tie_about_one_child_stays_about_that_child():
    kind = PersoonFactory()
    helper = GebruikerFactory(rol=Rol.AANBIEDER)
    BandFactory(
        gezin=kind.gezin,
        gebruiker=helper,
        persoon_id=kind.pk,
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
        onderdelen=["gezin", "plan"],
    )

    vervanging = VervangingFactory(wie=helper, vervanger=GebruikerFactory(rol=Rol.AANBIEDER))

    (band,) = ties_of(vervanging)
    assert (band.persoon_id, band.onderdelen) == (kind.pk, ["gezin", "plan"])


@pytest.mark.parametrize("grond", [een for een in Grond if een is not Grond.NOODKNOP])
def test_only_ties_by_work_pass_on(grond):
    """A tie of a stand-in is itself no tie by work: there is no chain."""
    if grond is Grond.VERVANGING:
        collega = RegieFactory().regisseur
        gebruiker = VervangingFactory(wie=collega).vervanger
    elif grond is Grond.MAATREGEL:
        maatregel = MaatregelFactory()
        gebruiker = BandFactory(
            gezin=maatregel.gezin,
            hoedanigheid=Hoedanigheid.JEUGDBESCHERMER,
            grond=grond,
            grond_id=maatregel.pk,
            persoon_id=maatregel.persoon_id,
            van=maatregel.van,
            tot=maatregel.tot,
        ).gebruiker
    else:
        gebruiker = BandFactory(gebruiker__rol=Rol.REGISSEUR, grond=grond).gebruiker

    vervanging = VervangingFactory(wie=gebruiker)

    assert len(ties_of(vervanging)) == (grond in WERK)


@given(band=LOOPTIJDEN, later=LOOPTIJDEN, duur=st.integers(0, 60), stop=st.none() | st.integers(-1, 60))
def test_the_database_draws_what_the_rule_says(band, later, duur, stop):
    """Whatever comes first, and whatever moves afterwards."""
    with transaction.atomic():
        _compare(band, later, duur, stop)
        transaction.set_rollback(True)


def _compare(band, later, duur, stop):
    with as_eigenaar():
        regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
        eerder = BandFactory(gebruiker=regisseur, grond=Grond.REGIE, van=band[0], tot=band[1])
        dagen = (VAN, VAN + timedelta(days=duur))
        vervanging = VervangingFactory(wie=regisseur, van=dagen[0], tot=dagen[1])
        BandFactory(gebruiker=regisseur, grond=Grond.REGIE, van=later[0], tot=later[1])
        assert held(vervanging) == expected([band, later], dagen)

        Band.objects.filter(pk=eerder.pk).update(van=later[0], tot=later[1])
        if stop is not None and stop <= duur:
            dagen = (VAN, VAN + timedelta(days=stop))
            Vervanging.objects.filter(pk=vervanging.pk).update(tot=dagen[1], gestopt_op=VAN)
        assert held(vervanging) == expected([later, later], dagen)


def held(vervanging):
    return sorted(dagen for dagen in days_of(vervanging) if dagen[0] <= dagen[1])


def expected(banden, dagen):
    return sorted(filter(None, (shared_days(band, dagen) for band in banden)))


def test_a_new_family_passes_on_in_the_same_transaction(regie):
    vervanging = VervangingFactory(wie=regie.regisseur)

    RegieFactory(regisseur=regie.regisseur)

    assert len(ties_of(vervanging)) == 2


def test_who_opens_moves_and_closes_needs_to_know_nothing_of_it(regie):
    """As the kernteam, through the one place where ties are opened and closed."""
    vervanging = VervangingFactory(wie=regie.regisseur)
    gezin, kernteam = GezinFactory(), GebruikerFactory(rol=Rol.KERNTEAM)
    recht = Leesrecht(hoedanigheid=Hoedanigheid.REGISSEUR, grond=Grond.REGIE, van=VAN)

    with as_person(kernteam, peildatum=VAN):
        open_band(gezin, gebruiker_id=regie.regisseur_id, recht=recht, grond_id=gezin.pk)
        move_end(grond_id=gezin.pk, tot=VAN + DAG)
    assert sorted(days_of(vervanging)) == [(VAN, VAN + DAG), (VAN, TOT)]

    with as_person(kernteam, peildatum=VAN + DAG):
        close_banden(grond_id=gezin.pk, peildatum=VAN + DAG)
    with as_person(vervanging.vervanger, peildatum=VAN + DAG):
        assert list(Gezin.objects.all()) == [regie.gezin]


@pytest.mark.parametrize(
    ("peildatum", "leest"),
    [(VAN - DAG, False), (VAN, True), (TOT, True), (TOT + DAG, False)],
    ids=["dag-ervoor", "van", "tot", "dag-erna"],
)
def test_both_fences_open_on_those_days_only(regie, peildatum, leest):
    vervanging = VervangingFactory(wie=regie.regisseur)

    with as_person(vervanging.vervanger, peildatum=peildatum) as wie:
        assert Gezin.objects.exists() is leest
        assert any(band.holds_on(peildatum) for band in wie.banden) is leest
    with as_person(regie.regisseur, peildatum=peildatum):
        assert Gezin.objects.exists()


@pytest.mark.parametrize("wie", ["afwezige", "vervanger", "kernteam"])
def test_nobody_draws_or_moves_such_a_tie_by_hand(regie, eigen, wie):
    vervanging = VervangingFactory(wie=regie.regisseur)
    mensen = {
        "afwezige": regie.regisseur,
        "vervanger": vervanging.vervanger,
        "kernteam": GebruikerFactory(rol=Rol.KERNTEAM),
    }
    (band,) = ties_of(vervanging)

    with as_person(mensen[wie], peildatum=VAN):
        assert Band.objects.filter(pk=band.pk).update(tot=date(2030, 1, 1)) == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Band.objects.create(
                gebruiker=vervanging.vervanger,
                gezin_id=regie.gezin_id,
                gemeente_id=regie.gezin.gemeente_id,
                hoedanigheid=Hoedanigheid.REGISSEUR,
                grond=Grond.VERVANGING,
                vervangt=eigen,
                van=VAN,
                tot=date(2030, 1, 1),
            )


def test_such_a_tie_follows_one_of_the_same_family(eigen):
    with as_eigenaar(), pytest.raises(IntegrityError, match="foreign key"), transaction.atomic():
        BandFactory(grond=Grond.VERVANGING, vervangt=eigen, tot=TOT)
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


@pytest.mark.parametrize(
    ("anders", "naam"),
    [
        pytest.param({"tot": VAN - DAG}, "vervanging_ends_on_or_after_start", id="omgekeerd"),
        pytest.param({"tot": last_day_of_absence(VAN) + DAG}, "vervanging_is_short", id="te-lang"),
        pytest.param({"reden": "griep"}, "vervanging_reden_bestaat", id="medisch"),
    ],
)
def test_the_database_refuses(regie, anders, naam):
    with pytest.raises(IntegrityError, match=naam), transaction.atomic():
        VervangingFactory(wie=regie.regisseur, **anders)


def test_the_database_refuses_oneself_and_two_at_a_time(regie):
    with pytest.raises(IntegrityError, match="by_somebody_else"), transaction.atomic():
        VervangingFactory(wie=regie.regisseur, vervanger=regie.regisseur)
    VervangingFactory(wie=regie.regisseur, van=VAN, tot=TOT)
    with pytest.raises(IntegrityError, match="one_at_a_time"), transaction.atomic():
        VervangingFactory(wie=regie.regisseur, van=TOT, tot=TOT)
    assert VervangingFactory(wie=regie.regisseur, van=TOT + DAG, tot=TOT + DAG)


@given(van=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_the_database_counts_three_months_as_the_rule_does(van):
    sql = "select %s::date - interval '3 months' < %s::date"
    with connection.cursor() as cursor:
        for tot, mag in ((last_day_of_absence(van), True), (last_day_of_absence(van) + DAG, False)):
            cursor.execute(sql, [tot, van])
            assert cursor.fetchone()[0] is mag
