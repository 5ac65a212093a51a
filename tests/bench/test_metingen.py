"""The measuring itself: the bare page answers, the client counts, the form is read as a browser reads it."""

import os
import subprocess
import sys

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from bench.bladzijden import BARE
from bench.formulier import read_form
from bench.klant import Klant, Opdracht, as_json, from_json
from bench.opstelling import MetingMislukt, start_server
from rondetafel.platform.mappen import BASE_DIR

DATABASE = "test_kaal"
FORM = """
<form method="post" action="/uit/"><input name="weg" value="1"></form>
<form method="post"><input name="csrfmiddlewaretoken" value="x"><input type="hidden" name="gelezen" value="3">
  <input name="specifiek" value="Op tijd &amp; wakker"><textarea name="meetbaar">
De juf
ziet het.</textarea>
  <select name="eigenaar"><option value="">Kies</option><option value="7" selected>Oma</option></select>
  <input type="checkbox" name="aan" checked><input type="checkbox" name="uit"><input type="submit" name="knop">
</form>
"""


@pytest.fixture(scope="module")
def kaal_url():
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE}")
    url = make_conninfo(os.environ["DATABASE_URL_EIGENAAR"], dbname=DATABASE)
    subprocess.run(
        [sys.executable, "-m", "bench.kaal"], cwd=BASE_DIR, env=os.environ | {"KAAL_URL": url}, check=True
    )
    return url


@pytest.mark.xdist_group("bench")
def test_bare_page_answers_and_is_measured(kaal_url):
    with start_server("bench.kaal:application", path="/", env={"KAAL_URL": kaal_url}) as server:
        gemeten = server.ask(BARE.maak_klanten(2), verzoeken=3)

        assert len(gemeten.seconden) == 6
        assert 0 < min(gemeten.seconden) <= gemeten.duur <= 60
        assert len(server.workers()) == 2
        assert server.cpu_seconds() > 0
        assert server.memory_mb() > 1
        with pytest.raises(MetingMislukt, match="/weg/: 404"):
            server.ask([Klant(paden=["/weg/"])], verzoeken=1)


def test_form_is_read_as_a_browser_reads_it():
    assert read_form(FORM, "/doel/") == {
        "csrfmiddlewaretoken": "x",
        "gelezen": "3",
        "specifiek": "Op tijd & wakker",
        "meetbaar": "De juf\nziet het.",
        "eigenaar": "7",
        "aan": "on",
    }


def test_opdracht_survives_the_way_to_the_client():
    opdracht = Opdracht(
        poort=1, verzoeken=2, klanten=[Klant(paden=["/a/"], velden={"gelezen": "1"}, teller="gelezen")]
    )

    assert from_json(as_json(opdracht)) == opdracht
