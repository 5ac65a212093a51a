"""The fence round veiligheid: what SQL shows is what Python allows, and nobody else gets an answer at all."""

from contextlib import contextmanager
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rondetafel.platform.rollen import APP, GROUPS, WERKER
from rondetafel.toegang.context import DEUR, as_role, load_wie
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid, Rol
from rondetafel.veiligheid.models import (
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Signaal,
    Stapverslag,
)
from rondetafel.veiligheid.slot import VEILIG, as_veilig
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    BandFactory,
    DossierFactory,
    GebruikerFactory,
    GedeeldeActieFactory,
    GemeenteFactory,
    GezinFactory,
    InschattingFactory,
    LidmaatschapFactory,
    OpeningFactory,
    PersoonFactory,
    RegieFactory,
    SignaalFactory,
    StapverslagFactory,
)
from tests.factories_veiligheid import KANARIE
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
TABELLEN = (Dossier, Lidmaatschap, Opening, Stapverslag, Inschatting, GedeeldeActie, Signaal)
INHOUD = (Dossier, Stapverslag, Inschatting, GedeeldeActie)
OTHERS = sorted({*GROUPS, APP, WERKER} - {VEILIG})

pytestmark = pytest.mark.django_db


@contextmanager
def without_fence():
    """Read everything: the fence is laid down for a moment, in a transaction that is undone."""
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        for model in TABELLEN:
            cursor.execute(f"alter table {model._meta.db_table} no force row level security")
        yield
        for model in TABELLEN:
            cursor.execute(f"alter table {model._meta.db_table} force row level security")


def fill_dossier(gezin=None):
    dossier = DossierFactory(gezin=gezin or GezinFactory())
    StapverslagFactory(dossier=dossier)
    InschattingFactory(dossier=dossier)
    GedeeldeActieFactory(dossier=dossier)
    return dossier


def days(nummer):
    return DAG + timedelta(days=nummer)


leden = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(Lidrol),
        st.integers(-2, 2),
        st.one_of(st.none(), st.integers(-1, 2)),
    ),
    max_size=2,
    unique_by=lambda lid: lid[0],
)
banden = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from([Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER, Hoedanigheid.OUDER]),
        st.integers(-2, 2),
        st.one_of(st.none(), st.integers(-1, 2)),
    ),
    max_size=2,
)
openingen = st.lists(st.tuples(st.integers(0, 1), st.sampled_from([1, 29, 31, 600])), max_size=3)
signalen = st.lists(
    st.tuples(st.integers(0, 1), st.booleans(), st.integers(-2, 2), st.integers(-1, 2)), max_size=4
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rol=st.sampled_from(Rol),
    gemeente=st.sampled_from([LANDGRAAF, LANDGRAAF, HEERLEN]),
    leden=leden,
    openingen=openingen,
    signalen=signalen,
    banden=banden,
)
def test_both_fences_show_the_same_rows(rol, gemeente, leden, openingen, signalen, banden):
    with transaction.atomic():
        wie, ander = GebruikerFactory(rol=rol, gemeenten=[gemeente]), GebruikerFactory(rol=Rol.REGISSEUR)
        gezinnen = [GezinFactory(), GezinFactory()]
        dossiers = [fill_dossier(gezin) for gezin in gezinnen]
        kinderen = [PersoonFactory(gezin=gezin) for gezin in gezinnen]
        for nummer, hoedanigheid, van, duur in banden:
            tot = None if duur is None else days(van + duur)
            BandFactory(
                gebruiker=wie, gezin=gezinnen[nummer], hoedanigheid=hoedanigheid, van=days(van), tot=tot
            )
        for nummer, lidrol, van, duur in leden:
            tot = None if duur is None else days(van + duur)
            LidmaatschapFactory(dossier=dossiers[nummer], gebruiker=wie, rol=lidrol, van=days(van), tot=tot)
        for nummer, minuten in openingen:
            at = timezone.now() - timedelta(minutes=minuten)
            OpeningFactory(dossier=dossiers[nummer], gebruiker=wie, at=at)
        for nummer, is_eigen, van, duur in signalen:
            gever = wie if is_eigen else ander
            SignaalFactory(kind=kinderen[nummer], gever=gever, afgegeven_op=days(van), tot=days(van + duur))
        assert_equal_fences(wie)
        transaction.set_rollback(True)


def assert_equal_fences(gebruiker):
    with as_role(DEUR):
        wie = load_wie(gebruiker.pk)
    with as_veilig(wie, peildatum=DAG):
        seen = {model: set(model.objects.values_list("pk", flat=True)) for model in TABELLEN}
    with without_fence():
        allowed = {
            model: set(model.objects.visible_to(wie, DAG).values_list("pk", flat=True)) for model in TABELLEN
        }
    assert seen == allowed


def test_the_fence_lets_a_member_through_who_said_why():
    regie = RegieFactory()
    dossier, lid = fill_dossier(regie.gezin), regie.regisseur
    LidmaatschapFactory(dossier=dossier, gebruiker=lid)
    OpeningFactory(dossier=dossier, gebruiker=lid)

    with as_role(DEUR):
        wie = load_wie(lid.pk)
    with as_veilig(wie, peildatum=DAG):
        assert Stapverslag.objects.get().feit("tekst") == KANARIE


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("model", TABELLEN)
def test_no_other_database_role_has_any_right_here(model, role):
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select has_schema_privilege(%s, 'veiligheid', 'USAGE'),"
            " has_any_column_privilege(%s, %s, 'SELECT, INSERT, UPDATE, REFERENCES'),"
            " has_table_privilege(%s, %s, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')",
            [role, role, model._meta.db_table, role, model._meta.db_table],
        )
        assert cursor.fetchone() == (False, False, False)


@pytest.mark.parametrize("role", sorted({*GROUPS} - {VEILIG}))
def test_another_database_role_is_stopped_at_the_schema(role):
    fill_dossier()
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select set_config('role', %s, true)", [role])
        for model in TABELLEN:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                list(model.objects.all())


@pytest.mark.parametrize("model", INHOUD)
def test_the_owner_of_the_tables_reads_no_dossier(model):
    fill_dossier()

    with as_eigenaar():
        assert not model.objects.exists()


@pytest.mark.parametrize("model", TABELLEN)
def test_nothing_is_deleted_and_what_was_written_is_not_changed(model):
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select has_table_privilege('veilig', %s, 'DELETE'), has_table_privilege('veilig', %s, 'TRUNCATE'),"
            " has_table_privilege('veilig', %s, 'UPDATE')",
            [model._meta.db_table] * 3,
        )
        verwijdert, leegt, wijzigt = cursor.fetchone()
    assert (verwijdert, leegt) == (False, False)
    assert wijzigt == (model in (Dossier, Lidmaatschap, Signaal))


def test_every_table_of_the_schema_is_fenced():
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select count(*), count(*) filter (where relrowsecurity and relforcerowsecurity)"
            " from pg_class where relnamespace = 'veiligheid'::regnamespace and relkind in ('r', 'p', 'v', 'm')"
        )
        assert cursor.fetchone() == (len(TABELLEN), len(TABELLEN))
        cursor.execute(
            "select proname from pg_proc where pronamespace = 'veiligheid'::regnamespace and (not prosecdef"
            " or proconfig is null or has_function_privilege('smal', oid, 'EXECUTE'))"
        )
        assert cursor.fetchall() == []


def test_a_copy_of_the_database_shows_no_word():
    """What `pg_dump` would write, row by row, with the fence laid down."""
    fill_dossier()
    OpeningFactory()
    SignaalFactory()
    LidmaatschapFactory(reden=KANARIE)

    with without_fence(), connection.cursor() as cursor:
        for model in TABELLEN:
            cursor.execute(f"select row_to_json(een)::text from {model._meta.db_table} een")
            rijen = cursor.fetchall()
            assert rijen
            assert KANARIE not in str(rijen)
            assert KANARIE.encode().hex() not in str(rijen)


def start_as(wie, gezin_id, gemeente_id):
    with as_veilig(wie, peildatum=DAG), transaction.atomic():
        Dossier(
            gezinssleutel=gezin_id,
            gemeentecode=gemeente_id,
            begonnen_op=DAG,
            begonnen_door=wie.id,
            over={},
        ).save(force_insert=True)


def person(gebruiker):
    with as_role(DEUR):
        return load_wie(gebruiker.pk)


def test_an_error_does_not_tell_whether_a_family_or_a_dossier_exists():
    """Not in reach and not existing fail alike, and a second dossier is as welcome as the first."""
    regie, vreemd = RegieFactory(), GezinFactory()
    fill_dossier(regie.gezin)
    wie = person(regie.regisseur)

    errors = set()
    for gezin_id in (vreemd.pk, uuid4()):
        with pytest.raises(ProgrammingError) as caught:
            start_as(wie, gezin_id, LANDGRAAF)
        errors.add(str(caught.value))
    assert len(errors) == 1
    start_as(wie, regie.gezin_id, LANDGRAAF)


def test_writing_on_a_dossier_one_is_no_member_of_fails_as_on_one_that_is_not_there():
    regisseur = person(RegieFactory().regisseur)
    dossier = fill_dossier()
    LidmaatschapFactory(dossier=dossier)

    errors = set()
    for pk in (dossier.pk, uuid4()):
        with (
            pytest.raises((ProgrammingError, IntegrityError)) as caught,
            as_veilig(regisseur, peildatum=DAG),
            transaction.atomic(),
        ):
            Stapverslag.objects.create(
                dossier_id=pk, stap=1, uitgave=1, gedaan_op=DAG, door=regisseur.id, inhoud={}
            )
        errors.add(str(caught.value))
    assert len(errors) == 1


@pytest.mark.parametrize("rol", Rol)
def test_nobody_makes_oneself_a_member(rol):
    dossier = fill_dossier()
    LidmaatschapFactory(dossier=dossier)
    wie = person(GebruikerFactory(rol=rol, gemeenten=[LANDGRAAF]))

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        as_veilig(wie, peildatum=DAG),
        transaction.atomic(),
    ):
        Lidmaatschap.objects.create(
            dossier_id=dossier.pk,
            gebruiker_id=wie.id,
            gegeven_door=wie.id,
            rol=Lidrol.HOUDER,
            van=DAG,
            reden="",
        )


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.REGISSEUR, Rol.AANBIEDER, Rol.AANDACHT}))
def test_who_is_no_professional_of_the_family_begins_nothing(rol):
    gezin = GezinFactory(gemeente=GemeenteFactory(code=LANDGRAAF))
    gebruiker = GebruikerFactory(rol=rol, gemeenten=[LANDGRAAF])
    if rol not in BREDE_ROLLEN:
        BandFactory(gebruiker=gebruiker, gezin=gezin, hoedanigheid=Hoedanigheid.OUDER)

    with pytest.raises(ProgrammingError, match="row-level security"):
        start_as(person(gebruiker), gezin.pk, LANDGRAAF)


def test_aandachtsfunctionaris_finds_only_families_of_the_own_municipality():
    eigen, ander = GezinFactory(), GezinFactory(gemeente=GemeenteFactory(code=HEERLEN))
    wie = person(GebruikerFactory(rol=Rol.AANDACHT, gemeenten=[LANDGRAAF]))

    with as_veilig(wie, peildatum=DAG), connection.cursor() as cursor:
        cursor.execute("select id from veiligheid.zoek_gezin(%s)", [eigen.nummer])
        assert cursor.fetchall() == [(eigen.pk,)]
        cursor.execute("select id from veiligheid.zoek_gezin(%s)", [ander.nummer])
        assert cursor.fetchall() == []
    start_as(wie, eigen.pk, LANDGRAAF)
    with pytest.raises(ProgrammingError, match="row-level security"):
        start_as(wie, ander.pk, HEERLEN)


def test_an_own_opening_is_not_given_for_somebody_else_or_for_later():
    regie = RegieFactory()
    dossier, lid = fill_dossier(regie.gezin), regie.regisseur
    LidmaatschapFactory(dossier=dossier, gebruiker=lid)
    wie = person(lid)
    later = timezone.now() + timedelta(hours=1)

    for gebruiker_id, at in ((uuid4(), timezone.now()), (wie.id, later)):
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            as_veilig(wie, peildatum=DAG),
            transaction.atomic(),
        ):
            Opening.objects.create(dossier=dossier, gebruiker_id=gebruiker_id, at=at, sessie="x", waarom={})
