"""The one door for files: what comes in, what is refused, who sees it, and what the scanner opens."""

import hashlib
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.storage import storages
from django.db import ProgrammingError, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from rondetafel.documenten import opslag
from rondetafel.documenten.models import Bewaarklasse, Deelkring, Document, Papiersoort, Stand
from rondetafel.documenten.operations import Opgave, open_document, receive_document, record_controle
from rondetafel.documenten.scanner import Onbereikbaar, Uitslag
from rondetafel.documenten.tasks import WERKER, Veranderd, scan_document
from rondetafel.kern.models import Logregel
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.regels.bestanden import MIB, Grenzen
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person, as_role
from tests.documenten import bestanden as maak
from tests.factories import DocumentFactory
from tests.rollen import as_eigenaar
from tests.toegang.wereld import build_wereld

pytestmark = pytest.mark.django_db

DAG = date(2026, 11, 16)
OPGAVE = Opgave(
    titel="Verslag van school",
    soort=Papiersoort.SCHOOL,
    kring=Deelkring.GEZIN,
    bestandsnaam="../verslag.exe",
)
MAG = {"regisseur", "aanbieder", "ouder", "jeugdige van 12", "jeugdige van 16"}


@pytest.fixture
def wereld(klok):
    return build_wereld()


def bring(wereld, persona="ouder", inhoud=None, opgave=OPGAVE):
    with as_person(wereld.personen[persona], peildatum=DAG) as wie:
        return receive_document(
            wereld.gezin.pk, opgave=opgave, inhoud=inhoud or maak.pdf(), door=wie, peildatum=DAG
        )


def files():
    found = []

    def walk(folder):
        folders, names = storages["documenten"].listdir(folder)
        found.extend(names)
        for name in folders:
            walk(f"{folder}/{name}".strip("/"))

    walk("")
    return found


def titles_for(wereld, persona):
    with as_person(wereld.personen[persona], peildatum=DAG) as wie:
        return set(Document.objects.visible_to(wie, DAG).values_list("titel", flat=True)), set(
            Document.objects.values_list("titel", flat=True)
        )


def events(name):
    with as_eigenaar():
        return list(Logregel.objects.filter(gebeurtenis=name))


def test_a_file_waits_in_quarantine_and_is_to_be_scanned(wereld):
    document = bring(wereld)

    assert document.stand == Stand.QUARANTAINE
    assert (document.bestandsnaam, document.extensie) == ("verslag.pdf", "pdf")
    assert "verslag" not in document.bestand
    assert document.sha256 == hashlib.sha256(opslag.fetch(document.bestand)).hexdigest()
    assert document.bewaarklasse == Bewaarklasse.DOSSIER
    with as_eigenaar():
        job = ProcrastinateJob.objects.get(task_name="documenten.scan_document")
    assert job.args == {"document_id": str(document.pk)}
    regel = events("document_geplaatst")[0]
    assert regel.details == {"soort": "pdf", "kring": "gezin"}


@pytest.mark.parametrize("persona", sorted(MAG))
def test_who_may_bring_a_paper(wereld, persona):
    opgave = OPGAVE
    if persona.startswith("jeugdige"):
        with as_eigenaar():
            kind = wereld.gezin.persoon_set.get(voornaam=f"Kind{persona[-2:]}")
        opgave = replace(OPGAVE, persoon_id=kind.pk)
    assert bring(wereld, persona, opgave=opgave).pk


@pytest.mark.parametrize(
    "persona", ["netwerk", "kernteam", "gemeente", "regisseur van een ander", "backoffice"]
)
def test_who_may_not_bring_a_paper(wereld, persona):
    before = files()
    with pytest.raises((GeenToegang, wereld.gezin.DoesNotExist)):
        bring(wereld, persona)

    assert files() == before


@pytest.mark.parametrize(
    ("grenzen", "inhoud"),
    [
        (Grenzen(bytes=100, per_dag=9, per_gezin=9), maak.pdf()),
        (Grenzen(bytes=MIB, per_dag=0, per_gezin=9), maak.pdf()),
        (Grenzen(bytes=MIB, per_dag=9, per_gezin=0), maak.pdf()),
        (Grenzen(bytes=MIB, per_dag=9, per_gezin=9), maak.EICAR),
    ],
    ids=["te groot", "te veel vandaag", "te veel voor het gezin", "virus"],
)
def test_what_is_refused_leaves_nothing_but_a_line(wereld, settings, grenzen, inhoud):
    settings.DOCUMENTEN_GRENZEN = grenzen
    before = files()
    with as_person(wereld.personen["ouder"], peildatum=DAG) as wie, pytest.raises(Geweigerd) as geweigerd:
        receive_document(wereld.gezin.pk, opgave=OPGAVE, inhoud=inhoud, door=wie, peildatum=DAG)

    assert geweigerd.value.oordeel.redenen[0].uitweg
    assert files() == before
    assert events("geweigerd")


def test_a_full_disk_leaves_nothing(wereld, monkeypatch):
    def refuse(self, naam, inhoud):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.InMemoryStorage._save", refuse)
    with pytest.raises(opslag.GeenPlek):
        bring(wereld)

    with as_eigenaar():
        assert not Document.objects.filter(titel=OPGAVE.titel, geplaatst_op=DAG).exists()


def test_a_row_that_does_not_fit_takes_its_file_along(wereld):
    before = files()
    with pytest.raises(Exception, match="too long|te lang|value"), transaction.atomic():
        bring(wereld, opgave=replace(OPGAVE, titel="x" * 500))

    assert files() == before


KRINGEN = {
    Deelkring.REGIE: {"regisseur", "vervanger"},
    Deelkring.GEZIN: {"regisseur", "vervanger", "ouder", "jeugdige van 12", "jeugdige van 16"},
    Deelkring.HULP: MAG | {"vervanger", "jeugdbeschermer", "voogd van een instelling"},
}


@pytest.mark.parametrize("kring", Deelkring)
def test_both_fences_share_a_paper_with_the_same_people(wereld, kring):
    with as_eigenaar():
        DocumentFactory(gezin=wereld.gezin, titel="dit", kring=kring)
    for persona, gebruiker in wereld.personen.items():
        if gebruiker is None or persona == "verwijzer":
            continue
        by_python, by_database = titles_for(wereld, persona)
        assert ("dit" in by_python) == ("dit" in by_database) == (persona in KRINGEN[kring]), persona


def test_who_brought_it_reads_it(wereld):
    with as_eigenaar():
        DocumentFactory(
            gezin=wereld.gezin, titel="mijn", kring="regie", geplaatst_door=wereld.personen["aanbieder"]
        )

    assert all("mijn" in titles for titles in titles_for(wereld, "aanbieder"))
    assert not any("mijn" in titles for titles in titles_for(wereld, "ouder"))


def test_sharing_is_changed_by_who_brought_it(wereld):
    document = bring(wereld)
    with as_person(wereld.personen["ouder"], peildatum=DAG) as ouder:
        open_document(document.pk, gelezen=1, kring=Deelkring.HULP, door=ouder, peildatum=DAG)
        with pytest.raises(Botsing):
            open_document(document.pk, gelezen=1, kring=Deelkring.REGIE, door=ouder, peildatum=DAG)

    regel = events("document_gedeeld")[0]
    assert regel.details == {"was": "gezin", "wordt": "hulp"}


def test_sharing_is_not_for_who_only_reads_it(wereld):
    document = bring(wereld, opgave=replace(OPGAVE, kring=Deelkring.HULP))
    with as_person(wereld.personen["aanbieder"], peildatum=DAG) as wie, pytest.raises(GeenToegang):
        open_document(document.pk, gelezen=1, kring=Deelkring.REGIE, door=wie, peildatum=DAG)


def test_the_app_itself_can_open_nothing(wereld):
    """Even the regisseur's own database role may not write what only the scanner says."""
    document = bring(wereld)
    with as_person(wereld.personen["regisseur"], peildatum=DAG):
        for velden in ({"stand": Stand.SCHOON}, {"bestand": "ander"}, {"gecontroleerd_met": "ClamAV"}):
            with pytest.raises(ProgrammingError), transaction.atomic():
                Document.objects.filter(pk=document.pk).update(**velden)


@pytest.mark.parametrize(
    ("persona", "stand", "mag"),
    [
        ("regisseur", Stand.QUARANTAINE, True),
        ("regisseur", Stand.SCHOON, False),
        ("ouder", Stand.QUARANTAINE, False),
    ],
)
def test_nobody_brings_in_what_is_clean_already_or_in_the_name_of_another(wereld, persona, stand, mag):
    oordeel = {} if stand == Stand.SCHOON else {"gecontroleerd_at": None, "gecontroleerd_met": ""}
    nieuw = DocumentFactory(
        gezin=wereld.gezin, geplaatst_door=wereld.personen[persona], stand=stand, **oordeel
    )
    nieuw.pk, nieuw.bestand = uuid4(), "een/ander"
    outcome = nullcontext() if mag else pytest.raises(ProgrammingError)
    with as_person(wereld.personen["regisseur"], peildatum=DAG), outcome, transaction.atomic():
        nieuw.save(force_insert=True)


@pytest.mark.parametrize(("persona", "rijen"), [("aanbieder", 0), ("regisseur", 1), ("ouder", 1)])
def test_database_lets_who_brought_it_and_the_regisseur_share(wereld, persona, rijen):
    document = bring(wereld, opgave=replace(OPGAVE, kring=Deelkring.HULP))
    with as_person(wereld.personen[persona], peildatum=DAG):
        assert Document.objects.filter(pk=document.pk).update(kring=Deelkring.GEZIN) == rijen


class Antwoordt:
    naam = "ClamAV"

    def __init__(self, antwoord):
        self.antwoord = antwoord

    def scan(self, inhoud):
        if isinstance(self.antwoord, Exception):
            raise self.antwoord
        return self.antwoord


def scan(document, antwoord, monkeypatch):
    monkeypatch.setattr("rondetafel.documenten.tasks.current_scanner", lambda: Antwoordt(antwoord))
    with as_role("systeem"):
        scan_document(str(document.pk))


def stand_of(document):
    with as_eigenaar():
        return Document.objects.get(pk=document.pk)


def test_a_clean_file_opens(wereld, monkeypatch, settings):
    settings.MAG_ONGECONTROLEERD = False
    document = bring(wereld)
    assert not document.is_open
    scan(document, Uitslag.SCHOON, monkeypatch)
    scan(document, Uitslag.BESMET, monkeypatch)

    after = stand_of(document)
    assert (after.stand, after.gecontroleerd_met, after.is_open) == ("schoon", "ClamAV", True)
    regel = events("document_gecontroleerd")[0]
    assert (regel.naam, regel.rol, regel.gebruiker_id) == ("Rondetafel", "systeem", None)
    assert regel.gezin_id == wereld.gezin.pk


def test_an_infected_file_is_taken_away(wereld, monkeypatch):
    document = bring(wereld)
    scan(document, Uitslag.BESMET, monkeypatch)

    assert stand_of(document).stand == Stand.BESMET
    assert not stand_of(document).is_open
    with pytest.raises(FileNotFoundError):
        opslag.fetch(document.bestand)


def test_a_scanner_that_is_down_leaves_it_waiting(wereld, monkeypatch):
    document = bring(wereld)
    with pytest.raises(Onbereikbaar), transaction.atomic():
        scan(document, Onbereikbaar(), monkeypatch)

    assert stand_of(document).stand == Stand.QUARANTAINE
    assert scan_document.retry_strategy.max_attempts is None


def test_a_file_that_changed_in_the_store_is_not_opened(wereld, monkeypatch):
    document = bring(wereld)
    opslag.forget(document.bestand)
    with storages["documenten"].open(document.bestand, "wb") as file:
        file.write(b"iets anders")
    with pytest.raises(Veranderd), transaction.atomic():
        scan(document, Uitslag.SCHOON, monkeypatch)

    assert stand_of(document).stand == Stand.QUARANTAINE


def test_the_worker_judges_once(wereld):
    document = bring(wereld)
    verdict = {"scanner": "ClamAV", "door": WERKER, "op": timezone.now()}
    with as_role("systeem"):
        record_controle(document.pk, uitslag=Uitslag.BESMET, **verdict)
    with as_role("systeem"), pytest.raises(Document.DoesNotExist):
        record_controle(document.pk, uitslag=Uitslag.SCHOON, **verdict)
    assert stand_of(document).stand == Stand.BESMET


def test_the_worker_does_not_read_what_a_paper_is_called(wereld):
    bring(wereld)
    with as_role("systeem"), pytest.raises(ProgrammingError), transaction.atomic():
        list(Document.objects.values("titel"))


def test_what_no_scanner_saw_is_not_open_outside_a_demo(wereld, settings):
    with as_eigenaar():
        document = DocumentFactory(gezin=wereld.gezin, gecontroleerd_met="geen")
    assert document.is_open
    settings.MAG_ONGECONTROLEERD = False
    assert not document.is_open
