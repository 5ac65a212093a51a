"""Which tests turn red for what the comparison of both fences cannot see? `run.py mutaties` runs them."""

import re
from pathlib import Path

from rondetafel.toegang.rechten import Recht

ROOT = Path(__file__).parents[2]
_AANMELDEN = "tests/instroom/test_views.py::test_verwijzer_registers_and_reads_what_happens_now"
_ZEGELS = ("tests/kern/test_zegels.py::test_removed_line_is_named",)
_VEILIGHEID = "tests/veiligheid/test_views.py"
_SCHERMEN = ("tests/toegang/test_schermen.py::test_both_fences_hide_the_same_rows",)
_ONZICHTBAAR = ("tests/gezinnen/test_afscherming.py::test_pages_are_the_same_bytes_as_when_it_never_was",)
# What lets in the rows of one kind of reader only, or lets add a line about oneself.
POLICIES: dict[str, tuple[str, ...]] = {
    "instroom_aanmelding.verwijzer_leest": (
        "tests/instroom/test_operations.py::test_verwijzer_sees_only_what_they_sent",
    ),
    "instroom_aanmelding.verwijzer_meldt_aan": (_AANMELDEN,),
    "gezinnen_adres.scherm": _SCHERMEN,
    "gezinnen_afscherming.scherm": _SCHERMEN,
    "gezinnen_betrokkene.scherm": _SCHERMEN,
    "gezinnen_contact.scherm": _SCHERMEN,
    "gezinnen_deelantwoord.scherm": _SCHERMEN,
    "gezinnen_deelvraag.scherm": _SCHERMEN,
    "gezinsplan_actie.scherm": _SCHERMEN,
    "gezinsplan_doel.scherm": _SCHERMEN,
    "overleg_deelname.scherm": _SCHERMEN,
    "overleg_plek.scherm": _SCHERMEN,
    "kern_logregel.scherm": _ONZICHTBAAR,
    "toegang_band.scherm": _ONZICHTBAAR,
    "kern_termijn.smal_meldt_aan": (_AANMELDEN,),
    "kern_logregel.verzegelt": _ZEGELS,
    "kern_teverzegelen.verzegelt": _ZEGELS,
    "kern_zegel.verzegelt": _ZEGELS,
    "kwaliteit_afwijking.zoekt": (
        "tests/kwaliteit/test_afwijkingen.py::test_every_monday_the_week_before_is_searched",
    ),
    "kern_logregel.veilig_leest": (_VEILIGHEID + "::test_members_read_who_opened_and_why",),
    "toegang_gebruiker.veilig_kent_collega": (
        _VEILIGHEID + "::test_beginning_makes_a_member_of_oneself_and_of_the_aandachtsfunctionaris",
    ),
    "kern_post.schrijft": (
        "tests/toegang/test_uitnodigen.py::test_invitation_leaves_a_neutral_mail_and_a_job",
    ),
    "kern_post.verstuurt": ("tests/kern/test_post.py::test_the_worker_sends_what_waits_once",),
    "toegang_band.deur": ("tests/toegang/test_context.py::test_tie_of_yesterday_opens_nothing_today",),
    "toegang_gebruiker.collega": (
        "tests/instroom/test_views.py::test_kernteam_decides_and_everyone_can_read_why",
    ),
    "toegang_gebruiker.deur": ("tests/toegang/test_inloggen.py::test_password_opens_the_start_page",),
}


def rooms_that_ask_for(recht: Recht) -> tuple[str, ...]:
    """The tests of what is done in every room that asks for this right; its pages are in the matrix."""
    rooms = {
        path.relative_to(ROOT / "rondetafel").parts[0]
        for path in (ROOT / "rondetafel").rglob("*.py")
        if re.search(rf"\bRecht\.{recht.name}\b", path.read_text(encoding="utf-8"))
    }
    return tuple(
        path.relative_to(ROOT).as_posix()
        for room in sorted(rooms - {"toegang", "platform", "werkplek"})
        for path in sorted((ROOT / "tests" / room).glob("test_*.py"))
        if path.stem not in ("test_views", "test_browser")
    )
