"""Two fences, proven equal: what SQL shows a person is what Python allows, in thousands of random worlds.

Three answers are compared for every row: that of `mag`, asked without a database; that of `visible_to`,
asked without policies; and that of the policies, asked without a filter.
`python3 run.py test tests/toegang/test_verschil.py --werelden 20000` draws more worlds.
"""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from rondetafel.toegang.context import as_wie
from tests.rollen import as_eigenaar
from tests.toegang.werelden import allowed, build_gezinnen, decided, loten, seen, tables, world

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
        with world(lot, gezinnen) as wie:
            with as_wie(wie, peildatum=lot.peildatum):
                by_database = seen()
            # Who has a closed account gets no further than the door: nothing is asked of Python.
            assert by_database == (allowed(wie, lot.peildatum) if lot.is_active else set())
            # The ties of the lot itself are no rows that stayed.
            assert not lot.is_active or by_database & gezinnen.rijen.keys() == decided(
                wie, lot.peildatum, gezinnen
            )
        rows.update(table for table, _ in by_database)

    compare()

    # Worlds in which nobody sees anything would prove nothing.
    assert worlds < MANY or rows.keys() == {model._meta.db_table for model in tables()}


def test_every_table_is_in_the_worlds(gezinnen):
    with as_eigenaar():
        thin = [model for model in tables() if model.objects.count() < len(gezinnen.ids)]

    assert thin == []
