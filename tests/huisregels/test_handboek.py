"""The handbook: a page for every rol and everyone at home, each with the way in."""

import re

import pytest

from rondetafel.toegang.rollen import Rol
from tests.huisregels.broncode import ROOT

HANDBOEK = ROOT / "docs" / "handboek"
BEGIN = HANDBOEK / "README.md"
BLADZIJDEN = sorted(path for path in HANDBOEK.glob("*.md") if path != BEGIN)
# Their pages are called after what they are, not after the name of the rol.
ANDERS = {
    Rol.AANDACHT: ["aandachtsfunctionaris"],
    Rol.AANBIEDER: ["zorgaanbieder"],
    Rol.GEZIN: ["ouder", "jeugdige", "netwerk"],
}


@pytest.mark.parametrize("rol", Rol)
def test_every_rol_has_its_page(rol):
    for naam in ANDERS.get(rol, [rol.value]):
        assert (HANDBOEK / f"{naam}.md").is_file(), naam


@pytest.mark.parametrize("bladzijde", BLADZIJDEN, ids=lambda path: path.stem)
def test_every_page_can_be_found_and_tells_the_way_in(bladzijde):
    text = bladzijde.read_text(encoding="utf-8")

    assert f"({bladzijde.name})" in BEGIN.read_text(encoding="utf-8")
    assert "(README.md#inloggen)" in text


def test_every_link_leads_somewhere():
    for bladzijde in [BEGIN, *BLADZIJDEN]:
        for link in re.findall(r"\]\(([^)#]+)", bladzijde.read_text(encoding="utf-8")):
            assert link.startswith("http") or (HANDBOEK / link).exists(), (bladzijde.name, link)
