"""Two fences, proven equal: what SQL shows a person is exactly what Python allows, in random small worlds."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rondetafel.gezinnen.models import Adres, Betrokkene, Gezag, Gezin, Persoon, Regie
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Logregel
from rondetafel.overleg.models import Deelname, Overleg
from rondetafel.toegang.context import as_person
from rondetafel.toegang.mag import families_of, municipalities_of
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel, Soort, may_in_general
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid, Rol
from rondetafel.zorg.models import AkkoordZorg
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    AanmeldingFactory,
    ActieFactory,
    AdresFactory,
    AkkoordZorgFactory,
    BandFactory,
    DeelnameFactory,
    DoelFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezagFactory,
    GezinFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
GEMEENTEN = (HEERLEN, LANDGRAAF, VOERENDAAL)
TABELLEN = (
    Gezin,
    Persoon,
    Gezag,
    Adres,
    Betrokkene,
    Regie,
    Aanmelding,
    Gezinsplan,
    Doel,
    Actie,
    Overleg,
    Deelname,
    AkkoordZorg,
)

pytestmark = pytest.mark.django_db


def fill_gezin(gemeente):
    """One family with a row in every fenced table."""
    gezin = GezinFactory(gemeente=GemeenteFactory(code=gemeente))
    akkoord = AkkoordZorgFactory(jeugdige__gezin=gezin)
    GezagFactory(kind=akkoord.jeugdige)
    AdresFactory(persoon=akkoord.jeugdige)
    RegieFactory(gezin=gezin)
    ActieFactory(doel=DoelFactory(plan__gezin=gezin))
    DeelnameFactory(overleg__gezin=gezin)
    AanmeldingFactory(gezin=gezin, jeugdige=akkoord.jeugdige, gemeente=gezin.gemeente, stand="instroom")
    return gezin


banden = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(Hoedanigheid),
        st.integers(-2, 2),
        st.one_of(st.none(), st.integers(-2, 2)),
    ),
    max_size=4,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rol=st.sampled_from(Rol), gemeenten=st.sets(st.sampled_from(GEMEENTEN)), banden=banden)
def test_both_fences_show_the_same_rows(rol, gemeenten, banden):
    with transaction.atomic():
        gezinnen = [fill_gezin(gemeente) for gemeente in GEMEENTEN]
        wie = GebruikerFactory(rol=rol, gemeenten=sorted(gemeenten))
        for nummer, hoedanigheid, van, duur in banden:
            start = DAG + timedelta(days=van)
            BandFactory(
                gebruiker=wie,
                gezin=gezinnen[nummer],
                hoedanigheid=hoedanigheid,
                grond=Grond.TOESTEMMING,
                van=start,
                tot=None if duur is None else max(start, DAG + timedelta(days=duur)),
            )
        assert_equal_fences(wie)
        transaction.set_rollback(True)


def assert_equal_fences(gebruiker):
    with as_person(gebruiker, peildatum=DAG) as wie:
        seen = {model: set(model.objects.values_list("pk", flat=True)) for model in TABELLEN}
    with as_eigenaar():
        allowed = {
            model: set(model.objects.visible_to(wie, DAG).values_list("pk", flat=True)) for model in TABELLEN
        }
    assert seen == allowed


@pytest.mark.parametrize("onderdeel", Onderdeel)
@pytest.mark.parametrize("soort", Soort)
@pytest.mark.parametrize("houder", [*Rol, *Hoedanigheid], ids=lambda een: f"{type(een).__name__}-{een}")
def test_database_repeats_the_table_of_rights(houder, soort, onderdeel):
    with as_eigenaar(), connection.cursor() as cursor:
        kind = "rol" if isinstance(houder, Rol) else "band"
        cursor.execute("select %s = any(onderdelen(%s, %s, %s))", [onderdeel, kind, houder, soort])
        in_database = cursor.fetchone()[0]
    in_python = may_in_general(houder, onderdeel, soort)
    # Writing by a smal rol is a policy of its own on the one table concerned, not a part as a whole.
    assert in_database == (in_python and (kind == "band" or houder in BREDE_ROLLEN))


def test_nothing_can_be_read_without_a_context():
    fill_gezin(LANDGRAAF)

    for model in TABELLEN:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(model.objects.all())


def test_the_door_reads_no_family():
    fill_gezin(LANDGRAAF)

    with connection.cursor() as cursor:
        cursor.execute("select set_config('role', 'deur', true)")
    for model in TABELLEN:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(model.objects.all())


def test_a_wrong_database_role_answers_with_nothing():
    gezin = fill_gezin(LANDGRAAF)
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
    BandFactory(gebruiker=regisseur, gezin=gezin, hoedanigheid=Hoedanigheid.REGISSEUR)

    with as_person(regisseur, peildatum=DAG) as wie:
        assert Gezin.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("select set_config('role', 'breed', true)")
        assert Gezin.objects.count() == 0
    assert families_of(wie, Onderdeel.PLAN, DAG) == {gezin.pk}
    assert municipalities_of(wie, Onderdeel.PLAN) == frozenset()


def test_a_row_cannot_be_hung_on_another_family():
    eigen, ander = fill_gezin(LANDGRAAF), fill_gezin(HEERLEN)
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
    BandFactory(gebruiker=regisseur, gezin=eigen, hoedanigheid=Hoedanigheid.REGISSEUR)

    with as_person(regisseur, peildatum=DAG):
        for gezin_id, gemeente_id in ((ander.pk, HEERLEN), (eigen.pk, HEERLEN)):
            with pytest.raises(Exception, match="row-level security|foreign key"), transaction.atomic():
                Betrokkene.objects.create(
                    gezin_id=gezin_id, gemeente_id=gemeente_id, groep="netwerk", relatie="oma", van=DAG
                )


def test_logboek_is_only_added_to():
    with as_eigenaar():
        regel = Logregel.objects.create(naam="x", rol="regisseur", gebeurtenis="bekeken")
        for change in (regel.delete, lambda: Logregel.objects.update(naam="y")):
            with pytest.raises(Exception, match="alleen aangevuld"), transaction.atomic():
                change()
