"""The page for operators tells what holds: the numbers of the door, every secret, every limit."""

from datetime import timedelta

from django.conf import settings

from rondetafel.platform.geheimen import NAMES
from rondetafel.toegang.deur import briefcodes, drempels
from rondetafel.toegang.wachtwoorden import WOORDEN
from tests.huisregels.broncode import ROOT

BLADZIJDE = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
DEUR = BLADZIJDE.partition("## De deur in cijfers")[2].partition("\n## ")[0]
SLEUTELS = BLADZIJDE.partition("## Sleutels en algoritmen")[2].partition("\n## ")[0]


def minutes(seconds):
    return f"{seconds // 60} minuten"


def test_the_door_is_described_with_its_numbers():
    for woord in (
        f"na {drempels.by_account('x').gratis} keer wachten: {drempels.EERSTE // timedelta(minutes=1)} minuut",
        f"tot {drempels.LANGSTE // timedelta(minutes=1)} minuten",
        f"na {drempels.by_address('x').gratis} keer wachten",
        f"na {minutes(settings.SESSIE_STIL_WERK)} uitgelogd op het werk",
        f"na {minutes(settings.SESSIE_STIL_GEZIN)} thuis",
        f"{settings.SESSIE_LANGST // 3600} uur",
        f"ouder is dan {minutes(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)}",
        f"{settings.PASSWORD_RESET_TIMEOUT // 86400} dagen, één keer",
        f"60 bits, {briefcodes.GELDIG.days} dagen",
        f"minstens {settings.AUTH_PASSWORD_VALIDATORS[0]['OPTIONS']['min_length']} tekens",
        "twintigduizend meest gebruikte",
    ):
        assert woord in DEUR, woord


def test_the_words_that_are_no_password_are_listed():
    assert all(woord in DEUR for woord in WOORDEN)


def test_every_secret_has_its_line_with_its_algorithm():
    lines = {line.split("`")[1]: line for line in SLEUTELS.splitlines() if line.startswith("| `")}

    assert lines.keys() == set(NAMES)
    assert all("Fernet" in line or "HMAC-SHA-256" in line for line in lines.values())


def test_every_neighbour_and_every_term_is_named():
    for woord in ("PostgreSQL", "mailserver", "ClamAV", "RONDETAFEL_OIDC"):
        assert woord in BLADZIJDE.partition("## Verbindingen")[2].partition("\n## ")[0], woord
    for woord in ("binnen 2 dagen", "binnen 7 dagen", "binnen 30 dagen", "Zwaar werk", "Pillow", "pikepdf"):
        assert woord in BLADZIJDE.partition("## Onderdelen van anderen")[2].partition("\n## ")[0], woord
