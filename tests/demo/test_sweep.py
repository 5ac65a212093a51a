"""Every duty of the stories of the demo follows from its facts."""

from datetime import timedelta

import pytest
from django.db import connection

from rondetafel.kern.models import Termijn
from rondetafel.werkplek.sweep import count_differences, sweep
from tests.conftest import PEILDATUM
from tests.rollen import as_eigenaar, take_role
from tests.toegang.elders import RECOMPUTED_FROM

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


@pytest.fixture(autouse=True)
def _as_eigenaar(decor):
    with as_eigenaar():
        yield


@pytest.mark.parametrize("over_dagen", [0, 1, 30, 200])
def test_no_differences_in_the_stories_today_and_as_time_goes_by(over_dagen):
    assert count_differences(sweep(PEILDATUM + timedelta(days=over_dagen))) == []
    assert Termijn.objects.running().count() > 20


def test_the_nightly_job_may_read_every_fact_that_a_duty_follows_from():
    take_role("systeem")

    assert count_differences(sweep(PEILDATUM)) == []


def test_as_many_queries_for_a_batch_whatever_is_in_it(django_assert_max_num_queries):
    with django_assert_max_num_queries(51):
        list(sweep(PEILDATUM))


def count_rows(tabel):
    with connection.cursor() as cursor:
        cursor.execute(f"select count(id) from {tabel}")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("tabel", RECOMPUTED_FROM)
def test_the_nightly_job_reads_every_row_that_a_duty_rests_on(tabel):
    every = count_rows(tabel)
    take_role("systeem")

    assert count_rows(tabel) == every > 0
