"""The published threat model: every measure names tests that exist, and nobody is promised something unproven."""

import re

from tests.huisregels.broncode import ROOT, read
from tests.huisregels.test_normen import exists

BLADZIJDE = read(ROOT / "docs" / "dreigingsmodel.md")
DREIGINGEN = BLADZIJDE.partition("## Dreigingen en maatregelen")[2].partition("\n## ")[0]
TOETS = re.compile(r"`(tests/[^`]+)`")


def rows():
    """The three cells of every line, the heads left out."""
    for line in DREIGINGEN.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("|") and "---" not in line and cells[0].strip("| ") != "dreiging":
            yield cells


def test_every_measure_is_proven():
    assert len([*rows()]) > 30
    assert [cells for cells in rows() if len(cells) != 3 or not TOETS.search(cells[2])] == []


def test_every_line_about_who_runs_it_and_about_what_we_accept_names_its_bound():
    """What an administrator sees stands in points; what is accepted in lines of a table."""
    beheerder = section("Wat een beheerder kan zien").split("\n- ")[1:]
    aanvaard = [een for een in section("Wat wij aanvaarden").splitlines() if een.startswith("| ")][1:]

    assert len(beheerder) >= 4
    assert len(aanvaard) >= 8
    assert [een for een in (*beheerder, *aanvaard) if not TOETS.search(een)] == []


def section(kop):
    return BLADZIJDE.partition(f"\n## {kop}\n")[2].partition("\n## ")[0]


def test_every_test_that_is_named_exists():
    assert [toets for toets in TOETS.findall(BLADZIJDE) if not exists(toets)] == []


def test_it_says_who_worries_us_and_what_is_accepted():
    for kop in (
        "Wat wij beschermen",
        "Wie ons zorgen geeft",
        "Wat een beheerder kan zien",
        "Wat wij aanvaarden",
    ):
        assert f"\n## {kop}\n" in BLADZIJDE
