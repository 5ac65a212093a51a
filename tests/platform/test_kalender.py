"""The days on which a house is closed, from a file; and the two holidays that employers choose themselves."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from rondetafel.kern import termijnen
from rondetafel.platform.kalender import read_calendar
from rondetafel.regels.termijnen import BRIEF_VAN_AANBOD

DAG = '[[dag]]\ndatum = 2026-05-15\nreden = "brugdag"\nbron = "besluit van de directie"\n'


@pytest.fixture
def kalender(settings):
    termijnen.basis_on.cache_clear()
    termijnen._calendar_of.cache_clear()
    yield settings
    termijnen.basis_on.cache_clear()
    termijnen._calendar_of.cache_clear()


def test_a_day_has_a_reason_and_says_who_decided(tmp_path):
    path = tmp_path / "kalender.toml"
    path.write_text(DAG)

    assert read_calendar(path) == {date(2026, 5, 15): "brugdag (besluit van de directie)"}


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        pytest.param(DAG.replace('reden = "brugdag"\n', ""), "dag 1", id="zonder-reden"),
        pytest.param(DAG.replace("besluit van de directie", ""), "dag 1", id="zonder-bron"),
        pytest.param(DAG + DAG.replace("2026-05-15", '"vrijdag"'), "dag 2", id="geen-dag"),
        pytest.param(DAG + "uur = 3\n", "dag 1", id="te-veel"),
        pytest.param("[[dag", "niet te lezen", id="geen-toml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, tekst, melding):
    path = tmp_path / "kalender.toml"
    path.write_text(tekst)

    with pytest.raises(ImproperlyConfigured, match=melding):
        read_calendar(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="niet te lezen"):
        read_calendar(tmp_path / "weg.toml")


@pytest.mark.parametrize(
    ("anders", "vanaf", "vervalt_op"),
    [
        pytest.param({}, date(2023, 4, 5), date(2023, 4, 14), id="goede-vrijdag-vrij"),
        pytest.param(
            {"GOEDE_VRIJDAG_VRIJ": False}, date(2023, 4, 5), date(2023, 4, 13), id="goede-vrijdag-werkt"
        ),
        pytest.param({}, date(2026, 4, 30), date(2026, 5, 8), id="5-mei-vrij"),
        pytest.param({"VIJF_MEI_VRIJ": "lustrum"}, date(2026, 4, 30), date(2026, 5, 7), id="5-mei-werkt"),
        pytest.param({"VIJF_MEI_VRIJ": "lustrum"}, date(2025, 4, 30), date(2025, 5, 8), id="5-mei-lustrum"),
        pytest.param(
            {"EIGEN_VRIJE_DAGEN": {date(2026, 5, 15): "brugdag", date(2055, 1, 4): "ver weg"}},
            date(2026, 5, 8),
            date(2026, 5, 19),
            id="eigen-dag",
        ),
    ],
)
def test_terms_follow_the_settings_of_the_house(kalender, anders, vanaf, vervalt_op):
    for naam, waarde in anders.items():
        setattr(kalender, naam, waarde)

    assert BRIEF_VAN_AANBOD.apply(vanaf, termijnen.basis_on(vanaf)).vervalt_op == vervalt_op
