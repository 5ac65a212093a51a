"""What the database itself refuses about measures of the kinderrechter, to the same days as the rules."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from rondetafel.gezinnen.models import Gezag
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.maatregel import HOOGSTENS, last_day_under_age
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import BandFactory, GezagFactory, MaatregelFactory, PersoonFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
EEN_DAG = timedelta(days=1)
KINDEREN = [date(2016, 5, 4), date(2016, 2, 29), date(2008, 2, 29), date(2009, 1, 31)]


@pytest.mark.parametrize("geboren", KINDEREN)
def test_the_database_knows_the_same_eighteenth_birthday(geboren):
    laatste = last_day_under_age(geboren)
    kind = PersoonFactory(geboortedatum=geboren)
    van = laatste - timedelta(days=30)
    with pytest.raises(IntegrityError, match="achttiende verjaardag"), transaction.atomic():
        MaatregelFactory(persoon=kind, van=van, tot=laatste + EEN_DAG)
    MaatregelFactory(persoon=kind, van=van, tot=laatste)
    with pytest.raises(IntegrityError, match="achttiende verjaardag"), transaction.atomic(), as_eigenaar():
        kind.geboortedatum = geboren - timedelta(days=2)
        kind.save(update_fields=["geboortedatum"])


@pytest.mark.parametrize("soort", list(HOOGSTENS))
@pytest.mark.parametrize("van", [date(2024, 2, 29), date(2023, 11, 30), date(2026, 8, 31), date(2026, 3, 1)])
def test_the_database_knows_the_same_last_day(soort, van):
    laatste = last_day_of(van, HOOGSTENS[soort][0])
    with pytest.raises(IntegrityError, match="no_longer_than_the_law"), transaction.atomic():
        MaatregelFactory(soort=soort, van=van, tot=laatste + EEN_DAG)
    MaatregelFactory(soort=soort, van=van, tot=laatste)


def test_the_database_keeps_one_of_a_kind_and_no_gezag_beside_voogdij():
    maatregel = MaatregelFactory()
    kind = maatregel.persoon
    with pytest.raises(IntegrityError, match="one_of_a_kind"), transaction.atomic():
        MaatregelFactory(persoon=kind, soort="vots", van=maatregel.tot, tot=maatregel.tot)
    MaatregelFactory(persoon=kind, soort="voogdij", van=date(2026, 6, 1), tot=None)
    with pytest.raises(IntegrityError, match="niemands gezag"), transaction.atomic():
        GezagFactory(kind=kind)
    with as_eigenaar():
        assert not Gezag.objects.filter(kind=kind).exists()


def test_the_database_ties_who_carries_out_a_measure_to_that_measure():
    maatregel = MaatregelFactory()
    goed = {
        "gezin": maatregel.gezin,
        "hoedanigheid": Hoedanigheid.JEUGDBESCHERMER,
        "grond": Grond.MAATREGEL,
        "grond_id": maatregel.pk,
        "persoon_id": maatregel.persoon_id,
        "tot": maatregel.tot,
    }
    zusje = PersoonFactory(gezin=maatregel.gezin)
    for fout in ({"grond": Grond.BESLUIT}, {"tot": None}, {"persoon_id": None}, {"hoedanigheid": "ouder"}):
        with pytest.raises(IntegrityError, match="about_one_person"), transaction.atomic():
            BandFactory(**goed | fout)
    for fout in ({"grond_id": zusje.pk}, {"persoon_id": zusje.pk}):
        with pytest.raises(IntegrityError, match="foreign key"), transaction.atomic():
            BandFactory(**goed | fout)
            # Keys between rows are looked at when the transaction ends, or when asked.
            connection.check_constraints()
    BandFactory(**goed)
