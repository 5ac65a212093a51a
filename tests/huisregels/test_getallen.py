"""No page writes by hand how long a term is: the catalogue says it, and another region may say otherwise."""

import re

from tests.huisregels.broncode import read, templates

TIJD = re.compile(
    r"\b(?!een dag\b)(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|\d+)\s+"
    r"(?:dag|dagen|werkdag|werkdagen|week|weken|maand|maanden|dagdeel|dagdelen|etmaal|etmalen)\b"
)
# What no catalogue owns: how far back a page looks, how long a link lives, one choice of our own in a rule.
EIGEN = {
    "gezinnen/uitnodigen.html",
    "gezinsplan/score.html",
    "toegang/link_verlopen.html",
    "web/voorbeelden/knoppen.html",
    "web/voorbeelden/lijsten.html",
    "web/voorbeelden/meldingen.html",
    "werkplek/nieuw.html",
    "werkplek/wie_keek.html",
}


def named(path):
    return path.as_posix().split("/templates/", 1)[1]


def test_no_template_writes_a_term_by_hand():
    gevonden = {named(path): TIJD.findall(read(path)) for path in templates()}

    assert {naam for naam, teksten in gevonden.items() if teksten} == EIGEN


def test_a_term_by_hand_is_seen():
    assert TIJD.search("Kijk elke drie maanden samen.")
    assert TIJD.search("binnen 5 werkdagen")
    assert not TIJD.search("Kijk elke {{ elke }} samen naar een dagboek.")
