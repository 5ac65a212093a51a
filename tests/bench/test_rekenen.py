"""The arithmetic of the measurements; what is fast or slow stands in no test."""

import pytest

from bench.rekenen import Meting, Reeks, make_reeks, percentile, ratio, show_table


def make_meting(bladzijde="Kaal", cpu=2.0, **reeks):
    waarden = {"klanten": 1, "mediaan": 1.5, "p95": 3.0, "per_seconde": 800.0} | reeks
    return Meting(bladzijde=bladzijde, reeksen=(Reeks(**waarden),), cpu=cpu, vloer=2.0, queries=1)


@pytest.mark.parametrize(
    ("deel", "waarde"), [(0, 1), (20, 1), (21, 2), (50, 3), (95, 5), (100, 5)], ids=lambda een: str(een)
)
def test_percentile_is_a_value_that_was_measured(deel, waarde):
    assert percentile([5, 3, 1, 2, 4], deel) == waarde


def test_percentile_of_one_value_is_that_value():
    assert percentile([7], 95) == 7


def test_percentile_of_nothing_is_refused():
    with pytest.raises(ValueError, match="niets gemeten"):
        percentile([], 50)


def test_reeks_counts_in_milliseconds_and_per_second():
    assert make_reeks([0.010, 0.030, 0.020, 0.040], duur=0.5, klanten=8) == Reeks(
        klanten=8, mediaan=20.0, p95=40.0, per_seconde=8.0
    )


def test_ratio_is_processor_time_over_that_of_the_bare_page():
    assert ratio(make_meting(cpu=7.0)) == 3.5


def test_table_writes_numbers_as_the_dutch_do():
    table = show_table([make_meting("Plan", cpu=7.0, p95=1234.56), make_meting()]).splitlines()

    assert table[0].split()[0] == "bladzijde"
    assert table[1].split() == ["Plan", "1,5", "ms", "1234,6", "ms", "800,0", "7,0", "ms", "1", "3,5"]
    assert table[2].startswith("Kaal") and table[2].endswith("1,0")


def test_table_names_every_number_of_clients():
    reeksen = tuple(Reeks(klanten=aantal, mediaan=1, p95=1, per_seconde=1) for aantal in (1, 8))
    table = show_table([Meting(bladzijde="Kaal", reeksen=reeksen, cpu=1, vloer=1, queries=1)])

    assert "1 klant: mediaan" in table
    assert "8 klanten: mediaan" in table
