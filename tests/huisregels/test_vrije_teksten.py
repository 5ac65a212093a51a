"""Every text in own words: where it is looked at for what somebody may not know, or why that is not needed.

A new field fails here until it stands in one of both lists.
"""

import ast

import pytest
from django.db import models

from rondetafel.platform.kaart.tabellen import own_models
from tests.huisregels.broncode import ROOT, called

# A word shorter than this is a name, a code or a choice.
LANG = 80
KIJKEN = {"look", "look_at_text", "look_at_form", "look_at_name"}
# The functions through which such a text comes in; each of them looks.
DOELEN = ("gezinsplan/views/doelen.py doel_nieuw", "gezinsplan/views/doelen.py doel")
SCHAAL = ("gezinsplan/views/evaluatie.py schaal",)
INFORMATIE = ("gezinnen/views/feiten.py informatie",)
WILS = ("gezinnen/views/feiten.py wilsoordeel",)
STOPPEN = ("zorg/views.py stoppen",)
INTAKE = ("overleg/intakeblad.py send",)
GEKEKEN = {
    "documenten.Document.bestandsnaam": ("documenten/views.py _receive",),
    "documenten.Document.titel": ("documenten/views.py _receive", "documenten/views.py delen"),
    "gezinnen.Deelvraag.doel": ("gezinnen/views/delen.py vraag_nieuw",),
    "gezinnen.Deelvraag.doorbraak_reden": ("gezinnen/views/delen.py doorbreken",),
    "gezinnen.Informatieverzoek.reden": INFORMATIE,
    "gezinnen.Informatieverzoek.verteld": INFORMATIE,
    "gezinnen.Informatieverzoek.vraag": INFORMATIE,
    "gezinnen.Wilsbekwaamheid.beoordeeld_door": WILS,
    "gezinnen.Wilsbekwaamheid.grond": WILS,
    "gezinsplan.Actie.tekst": (
        "gezinsplan/views/acties.py actie_nieuw",
        "gezinsplan/views/acties.py actie_wijzigen",
        "werkplek/views.py _look_at_action",
    ),
    "gezinsplan.Doel.acceptabel": DOELEN,
    "gezinsplan.Doel.inzet": DOELEN,
    "gezinsplan.Doel.meetbaar": DOELEN,
    "gezinsplan.Doel.realistisch": DOELEN,
    "gezinsplan.Doel.specifiek": DOELEN,
    "gezinsplan.Doel.variabele": SCHAAL,
    "gezinsplan.Doel.zwaarte": DOELEN,
    "gezinsplan.Eigenplanstap.tekst": ("gezinsplan/views/eigenplan.py eigenplan",),
    "gezinsplan.Evaluatie.waarneming": ("gezinsplan/views/evaluatie.py evalueren",),
    "gezinsplan.Gezinsplan.tussendoor": ("overleg/views/vaststellen.py vaststellen",),
    "gezinsplan.Planantwoord.woorden": (
        "gezinsplan/views/versie.py versie",
        "gezinsplan/views/versie.py antwoorden",
    ),
    "gezinsplan.Weekkleur.contact_hoe": ("gezinsplan/views/week.py contact",),
    "overleg.Bespreking.tekst": INTAKE,
    "overleg.Bespreking.wie": INTAKE,
    "overleg.Overleg.verslag": ("overleg/views/overleg.py vastleggen",),
    "overleg.Plek.tekst": (
        "overleg/views/overleg.py nieuw",
        "overleg/views/verzetten.py verzetten",
        "overleg/views/datum.py intake_datum",
    ),
    "zorg.AkkoordZorg.motivering": ("zorg/views.py nieuw",),
    "zorg.StopZorg.overgedragen_aan": STOPPEN,
    "zorg.StopZorg.toelichting": STOPPEN,
    "zorg.Verlenging.motivering": ("zorg/views.py verlengen",),
}
ZELF = "geen tekst over iemand: gemaakt door de app of een lijst die iedereen mag lezen"
NAAM = "een naam of functie, afgeschermd als de rij zelf"
BEROEP = "alleen gelezen door wie het gezin in behandeling heeft, en niet door het gezin of het netwerk"
EIGEN = "eigen woorden van het gezin over zichzelf; wie ze leest, kiest de schrijver"
TOEZICHT = "alleen gelezen door de functionaris beveiliging of klachten en de regisseur, of door wie klaagt"
KOPIE = "overgenomen uit een tekst die al is nagelezen"
NIET = {
    ZELF: {
        "gezinsplan.Formatversie.tekst",
        "gezinsplan.Formatversie.toelichting",
        "gezinsplan.Matrixdoel.tekst",
        "gezinsplan.Resultaatgebied.naam",
        "kern.Logregel.bron",
        "kern.Logregel.doel",
        "kern.Logregel.organisatie",
        "kern.Post.onderwerp",
        "kern.Post.tekst",
        "kern.Termijn.bron_plek",
        "organisaties.Gebied.naam",
        "organisaties.Gemeente.naam",
        "organisaties.Organisatie.naam",
        "toegang.Band.doel",
        "toegang.Gebruiker.password",
        "toegang.Sessie.apparaat",
        "toegang.Sessie.session_data",
    },
    NAAM: {
        "gezinnen.Adres.plaats",
        "gezinnen.Adres.straat",
        "gezinnen.Adres.woongemeente",
        "gezinnen.Betrokkene.naam",
        "gezinnen.Betrokkene.organisatie",
        "gezinnen.Betrokkene.relatie",
        "gezinnen.Persoon.achternaam",
        "gezinnen.Persoon.voornaam",
        "gezinnen.Stoelvraag.naam",
        "instroom.Aanmelding.achternaam",
        "instroom.Aanmelding.voornaam",
        "kern.Logregel.naam",
        "kwaliteit.Afwijking.naam",
        "kwaliteit.Klacht.klager_naam",
        "kwaliteit.Noodknop.naam",
        "toegang.Gebruiker.functie",
        "toegang.Gebruiker.naam",
        "zorg.Handtekening.namens",
    },
    BEROEP: {
        "gezinnen.Afscherming.reden",
        "gezinsplan.Aantekening.tekst",
        "instroom.Aanmelding.antwoord",
        "instroom.Aanmelding.hulpvraag",
        "instroom.Aanmelding.informatievraag",
        "instroom.Aanmelding.motivatie_18_plus",
        "instroom.Triage.afwijking",
        "instroom.Triage.motivering",
    },
    EIGEN: {"gezinsplan.Tafelwoord.tekst", "gezinsplan.Weekkleur.woord"},
    TOEZICHT: {
        "kwaliteit.Afwijking.reden",
        "kwaliteit.Afwijking.tekst",
        "kwaliteit.Klacht.langer",
        "kwaliteit.Klacht.oordeel",
        "kwaliteit.Klacht.opgepakt",
        "kwaliteit.Klacht.reactie",
        "kwaliteit.Klacht.tekst",
        "kwaliteit.Klacht.uitkomst",
        "kwaliteit.Noodknop.oordeel_reden",
        "kwaliteit.Noodknop.toelichting",
    },
    KOPIE: {"gezinsplan.Versieactie.tekst"},
}


def free_texts():
    """Every column with words of people; what stands in a dossier about safety is encrypted, for members alone."""
    return {
        f"{veld.model._meta.label}.{veld.name}"
        for model in own_models()
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.TextField | models.CharField)
        and not isinstance(veld, models.EmailField)
        and not veld.choices
        and (isinstance(veld, models.TextField) or (veld.max_length or 0) >= LANG)
    }


def test_every_free_text_is_looked_at_or_says_why_not():
    genoemd = [*GEKEKEN, *(veld for velden in NIET.values() for veld in velden)]

    assert len(genoemd) == len(set(genoemd))
    assert set(genoemd) == free_texts()


@pytest.mark.parametrize("plek", sorted({plek for plekken in GEKEKEN.values() for plek in plekken}))
def test_the_door_through_which_it_comes_looks(plek):
    bestand, naam = plek.split()
    boom = ast.parse((ROOT / "rondetafel" / bestand).read_text())
    [functie] = [een for een in boom.body if isinstance(een, ast.FunctionDef) and een.name == naam]

    assert KIJKEN & {called(een) for een in ast.walk(functie) if isinstance(een, ast.Call)}


@pytest.mark.parametrize(
    "veld", ["motivering", "overgedragen_aan", "toelichting", "doel", "verteld", "grond"]
)
def test_a_form_field_that_must_be_looked_at_is_named_there(veld):
    bronnen = [ROOT / "rondetafel" / naam for naam in ("zorg/views.py", "gezinnen/views/delen.py")]
    tekst = "\n".join(een.read_text() for een in [*bronnen, ROOT / "rondetafel/gezinnen/views/feiten.py"])

    assert f'"{veld}"' in tekst
