"""The app tells the rules once, at the start, whose catalogue holds."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps

from rondetafel.regels.catalogus import catalogue_on, use_regio
from rondetafel.regels.tomltabel import CatalogusFout

REGIO = Path(__file__).parents[1] / "regels" / "regio"
VANDAAG = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _start_again():
    yield
    use_regio(())


def test_without_a_setting_it_is_that_of_jens(settings):
    settings.CATALOGUS = ""
    apps.get_app_config("kern").ready()

    assert "logeren" in catalogue_on(VANDAAG).producten


def test_the_folder_of_a_region(settings):
    settings.CATALOGUS = str(REGIO)
    apps.get_app_config("kern").ready()

    assert {"begeleiding-groep", "ambulant"} < set(catalogue_on(VANDAAG).producten)
    assert "logeren" not in catalogue_on(VANDAAG).producten


def test_a_malformed_catalogue_ends_the_start(settings, tmp_path):
    (tmp_path / "normen-1.toml").write_text('reeks = "normen"\ndocument = "x"\ngeldig_vanaf = "ooit"\n')
    settings.CATALOGUS = str(tmp_path)

    with pytest.raises(CatalogusFout, match="normen-1.toml, regel 3: geldig_vanaf: is 'ooit'"):
        apps.get_app_config("kern").ready()
