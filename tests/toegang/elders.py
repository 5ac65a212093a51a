"""Which tests turn red for what the comparison of both fences cannot see? `run.py mutaties` runs them."""

import re
from pathlib import Path

from rondetafel.toegang.rechten import Recht

ROOT = Path(__file__).parents[2]
_AANMELDEN = "tests/instroom/test_views.py::test_verwijzer_registers_and_reads_what_happens_now"
_ZEGELS = ("tests/kern/test_zegels.py::test_removed_line_is_named",)
_EIGENDOSSIER = "tests/gezinsplan/test_eigendossier.py"
_VEILIGHEID = "tests/veiligheid/test_views.py"
_SCHERMEN = ("tests/toegang/test_schermen.py::test_both_fences_hide_the_same_rows",)
_REGEL_OVER = (
    "tests/toegang/test_schermen.py::test_a_line_of_the_logboek_about_what_is_hidden_is_hidden_too",
)
_ONZICHTBAAR = ("tests/gezinnen/test_afscherming.py::test_pages_are_the_same_bytes_as_when_it_never_was",)
_OPRUIMEN = ("tests/toegang/deur/test_opruimen.py::test_ended_sessions_and_old_guesses_go_and_others_stay",)
_PAPIEREN = "tests/documenten/test_operations.py"
_BRENGT = (_PAPIEREN + "::test_who_may_bring_a_paper",)
_DEELT = (_PAPIEREN + "::test_sharing_is_changed_by_who_brought_it",)
_KEURT = (_PAPIEREN + "::test_the_worker_judges_once",)
_DELEN = "tests/gezinnen/test_delen.py"
_SAMEN = "tests/gezinnen/test_samen.py"
_DELEN_DB = "tests/gezinnen/test_delen_database.py"
_VRAAGT = (_DELEN + "::test_nothing_opens_before_both_parents_said_yes_and_then_the_invitation_leaves",)
_BEANTWOORDT = (_DELEN + "::test_one_no_closes_what_waited",)
_DOORBREEKT = (_DELEN + "::test_past_the_family_needs_a_reason_and_names_its_ground",)
_INFORMEERT = (_DELEN + "::test_what_a_parent_without_gezag_asked_is_written_down_with_a_reason_for_no",)
_BESLIST = (_DELEN + "::test_a_parent_opens_no_other_tie_in_the_database_than_on_consent_about_their_child",)
_SAMENVOEGEN = "tests/gezinnen/test_samenvoegen.py"
_VERSIE = "tests/gezinsplan/test_versie.py"
_EVALUATIE = "tests/gezinsplan/test_evaluatie.py"
_SCORE = "tests/gezinsplan/test_gasscore.py"
_FORMAT = "tests/gezinsplan/test_format.py"
_FORMAT_VAST = (_FORMAT + "::test_database_lets_a_beheerder_write_only_what_is_not_in_use",)
_FORMAT_LEZEN = (_FORMAT + "::test_every_database_role_that_chooses_reads_the_matrix",)
_KIJKT_TERUG = (_EVALUATIE + "::test_owner_writes_it_down_and_looks_again_in_three_months",)
_KIJKT_OM = (
    "tests/zorg/test_eindevaluatie.py::test_last_look_of_the_owner_meets_the_duty_of_help_they_cannot_read",
)
_WEEK = "tests/gezinsplan/test_week.py"
_ROOD = (_WEEK + "::test_red_warns_the_regisseur_until_there_was_contact",)
_IN_EIGEN_NAAM = (_WEEK + "::test_database_lets_the_family_speak_in_its_own_name_only",)
_TERUG = (_WEEK + "::test_words_are_taken_back_by_who_said_them",)
_EIGEN_PLAN = ("tests/gezinsplan/test_eigenplan.py::test_parent_waives_and_comes_back_on_it",)
_BESPREEKT = ("tests/overleg/test_intake.py::test_database_keeps_a_talk_in_the_own_name_only",)
_NOODPLICHT = ("tests/kwaliteit/test_noodknop_daarna.py::test_duty_to_judge_is_for_beveiliging_alone",)
_KLACHT = "tests/kwaliteit/test_klachten.py"
_VERVANGT = "tests/vervanging/test_operations.py"
_STOPT = (_VERVANGT + "::test_stopping_works_at_once",)
_MET_DE_HAND = ("tests/vervanging/test_banden.py::test_nobody_draws_or_moves_such_a_tie_by_hand",)
_REKENT_NA = "tests/demo/test_sweep.py::test_the_nightly_job_reads_every_row_that_a_duty_rests_on"
# What the nightly jobs read to recompute every duty, and who signs a letter.
RECOMPUTED_FROM = (
    "gezinnen_betrokkene",
    "gezinnen_gezin",
    "gezinnen_maatregel",
    "gezinnen_persoon",
    "gezinnen_regie",
    "gezinsplan_doel",
    "gezinsplan_evaluatie",
    "gezinsplan_gezinsplan",
    "gezinsplan_weekkleur",
    "gezinsplan_eigenplanstap",
    "instroom_aanmelding",
    "instroom_triage",
    "kern_termijn",
    "kwaliteit_noodknop",
    "overleg_deelname",
    "overleg_overleg",
    "zorg_akkoordzorg",
    "zorg_brief",
    "zorg_stopzorg",
    "zorg_verlenging",
)
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
    "gezinnen_netwerkplek.scherm": _SCHERMEN,
    "gezinnen_relatie.scherm": _SCHERMEN,
    "gezinnen_stoelvraag.scherm": _SCHERMEN,
    "gezinsplan_actie.scherm": _SCHERMEN,
    "gezinsplan_meedoener.scherm": _SCHERMEN,
    "gezinsplan_doel.scherm": _SCHERMEN,
    "gezinsplan_evaluatie.scherm": _SCHERMEN,
    **dict.fromkeys(
        (
            "gezinsplan_planversie.scherm",
            "gezinsplan_versiedoel.scherm",
            "gezinsplan_versieactie.scherm",
            "gezinsplan_planantwoord.scherm",
        ),
        _SCHERMEN,
    ),
    "gezinsplan_evaluatie.smal_maakt": _KIJKT_TERUG,
    "gezinsplan_gasscore.scherm": _SCHERMEN,
    "gezinsplan_gasscore.smal_maakt": (_SCORE + "::test_each_side_scores_once_and_both_add_up",),
    "gezinsplan_gasscore.eigen_kant": (_SCORE + "::test_database_lets_each_score_for_the_own_side_only",),
    **dict.fromkeys(
        ("gezinsplan_planversie.smal_maakt", "gezinsplan_planantwoord.smal_maakt"),
        (_VERSIE + "::test_adopting_keeps_the_plan_and_what_everybody_said",),
    ),
    **dict.fromkeys(
        ("gezinsplan_planversie.regie_of_eigenaar", "gezinsplan_planantwoord.van_eigen_stoel"),
        (_VERSIE + "::test_database_lets_nobody_write_for_another",),
    ),
    "gezinsplan_evaluatie.eigenaar_of_regie": (
        _EVALUATIE + "::test_database_lets_the_owner_and_the_regisseur_write_in_their_own_name_only",
    ),
    "gezinsplan_formatversie.leest": _FORMAT_LEZEN,
    "gezinsplan_formatversie.beheerder_begint": _FORMAT_VAST,
    "gezinsplan_formatversie.beheerder_wijzigt": _FORMAT_VAST,
    "gezinsplan_resultaatgebied.leest": _FORMAT_LEZEN,
    "gezinsplan_resultaatgebied.beheerder_vult": _FORMAT_VAST,
    "gezinsplan_matrixdoel.leest": _FORMAT_LEZEN,
    "gezinsplan_matrixdoel.beheerder_vult": _FORMAT_VAST,
    "gezinsplan_weekkleur.scherm": _SCHERMEN,
    "gezinsplan_weekkleur.smal_maakt": _ROOD,
    "gezinsplan_weekkleur.gezin_zelf": _IN_EIGEN_NAAM,
    "gezinsplan_weekkleur.regisseur_had_contact": _ROOD,
    "gezinsplan_tafelwoord.scherm": _SCHERMEN,
    "gezinsplan_tafelwoord.smal_maakt": _TERUG,
    "gezinsplan_tafelwoord.gezin_zelf": _IN_EIGEN_NAAM,
    "gezinsplan_tafelwoord.neemt_terug": _TERUG,
    "gezinsplan_eigenplanstap.scherm": _SCHERMEN,
    "gezinsplan_eigenplanstap.smal_maakt": _EIGEN_PLAN,
    "gezinsplan_eigenplanstap.gezin_of_regie": (
        "tests/gezinsplan/test_eigenplan.py::test_database_lets_the_family_speak_from_its_own_chair_only",
    ),
    "gezinsplan_aantekening.smal_leest": (_EIGENDOSSIER + "::test_both_fences_show_it_to_the_same_people",),
    "gezinsplan_aantekening.smal_maakt": (
        _EIGENDOSSIER + "::test_database_lets_write_in_the_own_dossier_and_name_only",
    ),
    **dict.fromkeys(
        ("kern_termijn.gezin_leest", "kern_termijn.gezin_opent", "kern_termijn.gezin_sluit"), _EIGEN_PLAN
    ),
    "kern_logregel.scherm_eigenplan": _REGEL_OVER,
    "kern_termijn.kleurgever_opent": _ROOD,
    "kern_logregel.scherm_week": _REGEL_OVER,
    "kern_logregel.opgegaan": (
        _SAMENVOEGEN + "::test_who_looked_at_either_is_shown_to_the_person_that_stays",
    ),
    "gezinnen_persoon.opgegaan": (_SAMENVOEGEN + "::test_what_referred_to_the_other_moves_and_comes_back",),
    "gezinnen_samenvoeging.smal_maakt": (
        _SAMENVOEGEN + "::test_what_referred_to_the_other_moves_and_comes_back",
    ),
    "gezinnen_samenvoeging.smal_wijzigt": (
        _SAMENVOEGEN + "::test_what_referred_to_the_other_moves_and_comes_back",
    ),
    "gezinnen_samenvoeging.in_eigen_naam": (_SAMENVOEGEN + "::test_nobody_merges_in_the_name_of_another",),
    "overleg_deelname.scherm": _SCHERMEN,
    "overleg_plek.scherm": _SCHERMEN,
    "overleg_bespreking.scherm": _SCHERMEN,
    "overleg_genodigde.scherm": _SCHERMEN,
    "overleg_beschikbaarheid.scherm": _SCHERMEN,
    "overleg_bespreking.smal_maakt": _BESPREEKT,
    "overleg_bespreking.eigen_naam": _BESPREEKT,
    "kern_logregel.scherm": _ONZICHTBAAR,
    "toegang_band.scherm": (
        "tests/gezinnen/test_afscherming.py::test_who_is_hidden_does_not_read_along_for_who_may_not_know",
    ),
    "documenten_document.smal_maakt": _BRENGT,
    "documenten_document.eigen_en_in_quarantaine": (
        _PAPIEREN + "::test_nobody_brings_in_what_is_clean_already_or_in_the_name_of_another",
    ),
    "documenten_document.smal_wijzigt": _DEELT,
    "documenten_document.eigen_of_regie": (
        _PAPIEREN + "::test_database_lets_who_brought_it_and_the_regisseur_share",
    ),
    "documenten_document.gedeeld": (_PAPIEREN + "::test_both_fences_share_a_paper_with_the_same_people",),
    "documenten_document.controleert": _KEURT,
    "documenten_document.oordeelt": _KEURT,
    "gezinnen_deelvraag.smal_maakt": _VRAAGT,
    "gezinnen_deelvraag.smal_wijzigt": _VRAAGT,
    "gezinnen_deelvraag.vraagt_zelf": (_DELEN_DB + "::test_a_question_is_asked_as_oneself_and_is_open",),
    "gezinnen_deelvraag.doorbreken_doet_de_regisseur": (
        _DELEN_DB + "::test_only_the_regisseur_goes_past_who_decides",
    ),
    "gezinnen_deelantwoord.smal_maakt": _BEANTWOORDT,
    "gezinnen_deelantwoord.antwoordt_zelf": (_DELEN_DB + "::test_an_answer_is_given_as_oneself",),
    "gezinnen_deelantwoord.instelling_antwoordt_zelf": (
        "tests/gezinnen/test_maatregel.py::test_nobody_else_answers_for_the_instelling_in_the_database",
    ),
    "gezinnen_informatieverzoek.smal_maakt": _INFORMEERT,
    "toegang_band.wie_beslist_opent": _BESLIST,
    "toegang_band.wie_beslist_sluit": (_DELEN + "::test_any_who_decides_takes_it_back_at_once",),
    "toegang_band.wie_beslist_opent_samen": (
        _SAMEN + "::test_the_last_yes_about_everyone_opens_what_is_together",
    ),
    "toegang_band.wie_beslist_sluit_samen": (
        _SAMEN + "::test_it_shuts_at_once_when_it_stops_for_one_of_them",
    ),
    "toegang_band.volgt_vanzelf": _MET_DE_HAND,
    "toegang_band.schuift_vanzelf": _MET_DE_HAND,
    "vervanging_vervanging.smal_leest": _STOPT,
    "vervanging_vervanging.smal_maakt": (_VERVANGT + "::test_regisseur_lets_a_colleague_stand_in",),
    "vervanging_vervanging.smal_stopt": _STOPT,
    "vervanging_vervanging.breed_leest": _STOPT,
    "vervanging_vervanging.breed_maakt": (_VERVANGT + "::test_kernteam_records_it_for_who_fell_ill",),
    "vervanging_vervanging.breed_stopt": _STOPT,
    "toegang_briefcode.deur": (
        "tests/toegang/deur/test_briefcode.py::test_letter_leads_to_a_name_and_in_and_then_is_dead",
    ),
    "toegang_drempel.deur": ("tests/toegang/deur/test_drempels.py::test_each_next_try_waits_twice_as_long",),
    "toegang_drempel.opruimen": _OPRUIMEN,
    "toegang_drempel.opruimen_ziet": _OPRUIMEN,
    "toegang_sessie.deur": ("tests/toegang/deur/test_sessies.py::test_key_is_new_after_login",),
    "toegang_sessie.opruimen": _OPRUIMEN,
    "toegang_sessie.opruimen_ziet": _OPRUIMEN,
    "kern_termijn.doeleigenaar_leest": _KIJKT_TERUG,
    "kern_termijn.doeleigenaar_opent": _KIJKT_TERUG,
    "kern_termijn.doeleigenaar_sluit": _KIJKT_TERUG,
    "kern_termijn.terugkijker_leest": _KIJKT_OM,
    "kern_termijn.terugkijker_sluit": _KIJKT_OM,
    "kern_termijn.smal_meldt_aan": (_AANMELDEN,),
    "kern_termijn.noodknop_meldt": _NOODPLICHT,
    "kern_termijn.toezicht_leest": _NOODPLICHT,
    "kern_termijn.toezicht_alleen": _NOODPLICHT,
    "kern_termijn.toezicht_sluit": ("tests/kwaliteit/test_noodknop_daarna.py::test_judging_closes_the_duty",),
    **dict.fromkeys(
        (
            "kwaliteit_klacht.klager_leest",
            "kwaliteit_klacht.behandelaar_leest",
            "kern_termijn.klacht_leest",
            "kern_termijn.klacht_alleen",
        ),
        (_KLACHT + "::test_a_complaint_and_its_duty_are_for_two_only",),
    ),
    **dict.fromkeys(
        ("kwaliteit_klacht.dient_in", "kern_termijn.klacht_opent"),
        (_KLACHT + "::test_sending_in_opens_the_duty_and_tells_the_family_nothing",),
    ),
    **dict.fromkeys(
        ("kwaliteit_klacht.behandelt", "kern_termijn.klacht_vraagt", "kern_termijn.klacht_sluit"),
        (_KLACHT + "::test_each_step_meets_its_duty",),
    ),
    "kwaliteit_klacht.trekt_in": (_KLACHT + "::test_only_who_complained_takes_it_back",),
    "kwaliteit_klacht.rekent_na": (_KLACHT + "::test_each_step_meets_its_duty",),
    "kern_logregel.verzegelt": _ZEGELS,
    "kern_teverzegelen.verzegelt": ("tests/kern/test_zegels.py::test_what_is_not_sealed_yet_is_no_finding",),
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
    "toegang_band.deur": ("tests/werkplek/test_views.py::test_network_sees_the_plan_but_not_the_help",),
    "toegang_gebruiker.collega": (
        "tests/instroom/test_views.py::test_kernteam_decides_and_everyone_can_read_why",
    ),
    "toegang_gebruiker.deur": ("tests/toegang/test_inloggen.py::test_password_opens_the_start_page",),
    **{f"{tabel}.rekent_na": (_REKENT_NA,) for tabel in RECOMPUTED_FROM},
    **dict.fromkeys(
        (
            "gezinnen_gezag.rekent_na",
            "gezinnen_wilsbekwaamheid.rekent_na",
            "zorg_handtekening.rekent_na",
            "zorg_brief.bewaart",
        ),
        ("tests/zorg/test_papieren.py::test_a_letter_complete_by_the_day_alone_is_kept_on_that_day",),
    ),
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
        for room in sorted(rooms - {"platform", "werkplek"})
        # Of toegang the door only: its other tests are what is being taken apart.
        for path in sorted((ROOT / "tests" / room / ("deur" if room == "toegang" else "")).glob("test_*.py"))
        if path.stem not in ("test_views", "test_browser")
    )
