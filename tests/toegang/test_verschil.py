"""Two fences, proven equal: what SQL shows a person is what Python allows, in thousands of random worlds.

Three answers are compared for every row: that of `mag`, asked without a database; that of `visible_to`,
asked without policies; and that of the policies, asked without a filter.
`python3 run.py test tests/toegang/test_verschil.py --werelden 20000` draws more worlds.
"""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.rollen import as_eigenaar
from tests.toegang.loten import loten
from tests.toegang.schrijven import difference_in_counting, difference_in_writing
from tests.toegang.werelden import build_gezinnen, read_both, tables

pytestmark = pytest.mark.django_db
# Drawn apart, so that processes share the work.
DELEN = range(4)
# From so many worlds on, chance has shown a row of every table to somebody.
MANY = 400


@pytest.fixture
def gezinnen():
    return build_gezinnen()


@pytest.mark.parametrize("deel", DELEN)
def test_both_fences_show_the_same_rows(deel, gezinnen, request):
    rows, worlds = Counter(), request.config.getoption("werelden") // len(DELEN)

    @seed(deel)
    @settings(
        max_examples=worlds,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(lot=loten)
    def compare(lot):
        by_database, difference = read_both(lot, gezinnen)
        assert difference == set()
        rows.update(table for table, _ in by_database)

    compare()

    # Worlds in which nobody sees anything would prove nothing.
    assert worlds < MANY or rows.keys() == {model._meta.db_table for model in tables()}


def test_both_fences_let_write_the_same_rows(gezinnen, request):
    @seed(0)
    @settings(
        max_examples=request.config.getoption("werelden") // 10,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(lot=loten)
    def compare(lot):
        assert difference_in_writing(lot, gezinnen) == set()

    compare()


def test_figures_count_the_rows_of_own_municipalities(gezinnen, request):
    @seed(0)
    @settings(
        max_examples=request.config.getoption("werelden") // 10,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(lot=loten)
    def compare(lot):
        assert difference_in_counting(lot, gezinnen) == {}

    compare()


def test_every_table_is_in_the_worlds(gezinnen):
    with as_eigenaar():
        thin = [model for model in tables() if model.objects.count() < len(gezinnen.ids)]

    assert thin == []
