"""A fixed question answers what the queryset would, whatever the values and whoever asks."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from rondetafel.kern.looptijd import running_on
from rondetafel.kern.vast import NietVast, fixed
from rondetafel.toegang.models import Band, Gebruiker
from tests.factories import BandFactory, GebruikerFactory
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereik:
    gezinnen: frozenset[UUID]
    tot: date | None = None


@fixed
def ties(bereik: Bereik, dag: date, *, behalve: UUID | None = None) -> QuerySet[Band]:
    gevonden = Band.objects.filter(running_on(dag), gezin_id__one_of=bereik.gezinnen)
    if bereik.tot:
        gevonden = gevonden.filter(tot=bereik.tot)
    if behalve:
        gevonden = gevonden.exclude(gebruiker_id=behalve)
    return gevonden.select_related("gebruiker").order_by("pk")


@pytest.fixture
def banden(db):
    with as_eigenaar():
        made = [BandFactory(van=DAG, tot=DAG + timedelta(days=n)) for n in range(3)]
        yield sorted(made, key=lambda band: band.pk)


def of(*banden, tot=None):
    return Bereik(gezinnen=frozenset(band.gezin_id for band in banden), tot=tot)


@pytest.mark.parametrize("dagen", [-1, 0, 1, 2, 3])
def test_it_answers_as_the_queryset_does_for_every_day(banden, dagen):
    dag = DAG + timedelta(days=dagen)
    assert ties(of(*banden), dag) == list(ties.__wrapped__(of(*banden), dag))
    assert len(ties(of(*banden), dag)) == (3 - dagen if dagen >= 0 else 0)


def test_it_answers_for_any_number_of_values(banden):
    assert ties(of(), DAG) == []
    assert ties(of(banden[1]), DAG) == [banden[1]]
    assert ties(of(*banden), DAG) == banden


def test_a_value_that_is_left_out_gives_another_statement(banden):
    eerste = banden[0]
    assert ties(of(*banden, tot=eerste.tot), DAG) == [eerste]
    assert ties(of(*banden), DAG, behalve=eerste.gebruiker_id) == banden[1:]
    assert ties(of(*banden, tot=eerste.tot), DAG, behalve=eerste.gebruiker_id) == []


def test_rows_come_with_what_they_belong_to(banden):
    with CaptureQueriesContext(connection) as queries:
        namen = [band.gebruiker.naam for band in ties(of(*banden), DAG)]
    assert namen == [band.gebruiker.naam for band in banden]
    assert len(queries) == 1


def test_rows_are_read_anew_each_time(banden):
    ties(of(*banden), DAG)
    Band.objects.filter(pk=banden[0].pk).update(tot=DAG - timedelta(days=1))
    assert ties(of(*banden), DAG) == banden[1:]


def test_the_statement_is_put_together_once(banden, django_assert_num_queries):
    keer = []

    @fixed
    def everyone(dag: date) -> QuerySet[Band]:
        keer.append(dag)
        return Band.objects.filter(running_on(dag))

    everyone(DAG)
    put_together = len(keer)
    with django_assert_num_queries(2):
        everyone(DAG + timedelta(days=1))
        everyone(DAG + timedelta(days=2))
    assert len(keer) == put_together
    assert DAG not in keer


def test_a_value_that_is_counted_with_is_refused(banden):
    @fixed
    def from_the_day_after(dag: date) -> QuerySet[Band]:
        return Band.objects.filter(van=dag + timedelta(days=1))

    with pytest.raises(NietVast, match="from_the_day_after"):
        from_the_day_after(DAG)


def test_a_parameter_for_each_of_many_is_refused(banden):
    @fixed
    def one_for_each(gezinnen: frozenset[UUID]) -> QuerySet[Band]:
        return Band.objects.filter(gezin_id__in=gezinnen)

    with pytest.raises(NietVast, match="one_for_each"):
        one_for_each(of(*banden).gezinnen)


def test_values_and_prefetch_are_refused(banden):
    @fixed
    def as_values(dag: date) -> QuerySet[Band]:
        return Band.objects.filter(van=dag).values("pk")

    @fixed
    def with_prefetch(dag: date) -> QuerySet[Gebruiker]:
        return Gebruiker.objects.filter(banden__van=dag).prefetch_related("banden")

    for vraag in (as_values, with_prefetch):
        with pytest.raises(NietVast, match="zonder prefetch"):
            vraag(DAG)


@pytest.mark.django_db
def test_every_thread_asks_over_its_own_connection():
    @fixed
    def who(pk: UUID) -> QuerySet[Gebruiker]:
        return Gebruiker.objects.filter(pk=pk)

    def ask(pk):
        try:
            with as_eigenaar():
                return who(pk), connection.connection.info.backend_pid
        finally:
            connection.close()

    with as_eigenaar():
        made = GebruikerFactory()
        assert who(made.pk) == [made]
        # What this transaction made is not there for another connection.
        with ThreadPoolExecutor(3) as threads:
            answers = list(threads.map(ask, [made.pk] * 6))
    assert [gevonden for gevonden, _pid in answers] == [[]] * 6
    assert connection.connection.info.backend_pid not in {pid for _gevonden, pid in answers}
