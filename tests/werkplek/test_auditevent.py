"""The logboek as FHIR R4 AuditEvent: what must be there is there, and nothing is empty."""

import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.werkplek import views
from rondetafel.werkplek.auditevent import as_audit_event
from tests.factories import BandFactory, GebruikerFactory, GezinFactory, LogregelFactory, PersoonFactory
from tests.rollen import as_eigenaar

VOL = {
    "id": uuid4(),
    "at": datetime(2026, 11, 16, 9, 30, tzinfo=UTC),
    "gebruiker_id": uuid4(),
    "naam": "Ilse Bakker",
    "rol": "regisseur",
    "organisatie": "JENS",
    "gebeurtenis": "bekeken",
    "actie": "R",
    "uitkomst": "gelukt",
    "onderdeel": "plan",
    "doel": "regie over het gezinsplan",
    "grond": "regisseur:regie",
    "is_noodknop": False,
    "gezin_id": uuid4(),
    "gemeente_id": 882,
    "persoon_id": uuid4(),
    "is_afgeschermd": False,
    "betreft": "gezinnen.Gezin",
    "betreft_id": uuid4(),
    "verzoek_id": uuid4(),
    "netwerkadres": "192.0.2.7",
    "bron": "rondetafel.example web",
    "details": {},
}
# Everything optional left out.
LEEG = VOL | {
    "gebruiker_id": None,
    "organisatie": "",
    "onderdeel": "",
    "grond": "",
    "doel": "",
    "gezin_id": None,
    "persoon_id": None,
    "betreft": "",
    "betreft_id": None,
    "verzoek_id": None,
    "netwerkadres": None,
}
CODING, CONCEPT = {"system", "code", "display"}, {"coding", "text"}
ALLOWED = {
    "resourceType", "id", "type", "subtype", "action", "recorded", "outcome", "purposeOfEvent", "agent",
    "source", "entity",
}  # fmt: skip
AGENT = {"type", "role", "who", "requestor", "policy", "network", "purposeOfUse"}
ENTITY = {"what", "type", "role", "securityLabel", "detail"}


def check(event):
    """The structure that R4 asks of an AuditEvent: cardinality, codes, instants and no empty values."""
    assert event.keys() <= ALLOWED
    assert event["resourceType"] == "AuditEvent"
    assert event["action"] in "CRUDE" and event["outcome"] in ("0", "4", "8", "12")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", event["recorded"])
    for coding in (event["type"], *event["subtype"], *event["source"]["type"]):
        assert coding.keys() == CODING
    assert event["source"]["observer"]["display"]
    assert len(event["agent"]) == 1
    for agent in event["agent"]:
        assert agent.keys() <= AGENT and agent["requestor"] is True
        assert {*agent["type"], *agent["role"][0]} <= CONCEPT
        assert all(re.fullmatch(r"urn:\S+", policy) for policy in agent.get("policy", []))
        assert agent.get("network", {"type": "2"})["type"] == "2"
    for entity in event.get("entity", []):
        assert entity.keys() <= ENTITY
        assert entity["what"]["identifier"].keys() == {"system", "value"}
        assert all(detail.keys() == {"type", "valueString"} for detail in entity.get("detail", []))
    assert not has_empty(event)


def has_empty(waarde):
    if isinstance(waarde, dict):
        return not waarde or any(has_empty(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return not waarde or any(has_empty(deel) for deel in waarde)
    return waarde is None or waarde == ""


@pytest.mark.parametrize("regel", [VOL, LEEG, VOL | {"persoon_id": None}], ids=["vol", "leeg", "gezin"])
def test_structure(regel):
    check(as_audit_event(regel))


def test_every_field_arrives():
    event = as_audit_event(VOL)
    [agent], [persoon, ding] = event["agent"], event["entity"]

    assert event["recorded"] == "2026-11-16T09:30:00.000+00:00"
    assert (event["action"], event["outcome"], event["subtype"][0]["code"]) == ("R", "0", "bekeken")
    assert (agent["who"]["display"], agent["who"]["identifier"]["value"]) == (
        "Ilse Bakker",
        str(VOL["gebruiker_id"]),
    )
    assert agent["role"][0] == {
        "coding": [{"system": "urn:rondetafel:rol", "code": "regisseur", "display": "regisseur"}],
        "text": "JENS",
    }
    assert agent["policy"] == ["urn:rondetafel:grond:regisseur:regie"]
    assert agent["network"] == {"address": "192.0.2.7", "type": "2"}
    assert agent["purposeOfUse"] == event["purposeOfEvent"] == [{"text": "regie over het gezinsplan"}]
    assert persoon["what"]["identifier"] == {
        "system": "urn:rondetafel:persoon",
        "value": str(VOL["persoon_id"]),
    }
    assert {detail["type"]: detail["valueString"] for detail in ding["detail"]} == {
        "onderdeel": "plan",
        "verzoek": str(VOL["verzoek_id"]),
        "grond": "als regisseur",
    }


def test_refusal_emergency_and_secret_address_have_their_codes():
    event = as_audit_event(VOL | {"uitkomst": "geweigerd", "is_noodknop": True, "is_afgeschermd": True})

    assert (event["outcome"], event["type"]["code"]) == ("4", "110113")
    assert event["entity"][0]["securityLabel"][0]["code"] == "R"
    check(event)


@pytest.fixture
def gezin():
    gezin = GezinFactory()
    persoon = PersoonFactory(gezin=gezin)
    for persoon_id, onderdeel in (
        (persoon.pk, "plan"),
        (PersoonFactory(gezin=gezin).pk, "plan"),
        (persoon.pk, "veiligheid"),
    ):
        LogregelFactory(
            at=datetime(2026, 11, 14, 9, tzinfo=UTC),
            gezin_id=gezin.pk,
            gemeente_id=gezin.gemeente_id,
            persoon_id=persoon_id,
            onderdeel=onderdeel,
        )
    gezin.eerste = persoon
    return gezin


@pytest.mark.django_db
def test_family_is_not_told_that_somebody_is_shielded(client, klok, gezin):
    """It may be hidden from the very one who downloads; who oversees the logboek does read that mark."""
    LogregelFactory(
        at=datetime(2026, 11, 14, 9, tzinfo=UTC),
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        persoon_id=gezin.eerste.pk,
        onderdeel="gezin",
        is_afgeschermd=True,
    )
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker
    client.force_login(ouder)

    answer = client.get(reverse("werkplek:wie_keek_bestand", args=[gezin.pk]))

    assert answer.status_code == 200
    assert len(answer.content.splitlines()) > 1
    assert b"securityLabel" not in answer.content


@pytest.mark.django_db
def test_family_downloads_the_lines_it_may_see_and_that_is_written(client, klok, gezin):
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER, persoon_id=gezin.eerste.pk).gebruiker
    client.force_login(ouder)

    bestand = client.get(reverse("werkplek:wie_keek_bestand", args=[gezin.pk]))

    assert bestand["Content-Type"] == "application/fhir+ndjson; charset=utf-8"
    assert f"wie-keek-{gezin.nummer:04d}.ndjson" in bestand["Content-Disposition"]
    [event] = [json.loads(regel) for regel in bestand.content.decode().splitlines()]
    check(event)
    assert event["entity"][0]["what"]["identifier"]["value"] == str(gezin.eerste.pk)
    with as_eigenaar():
        assert Logregel.objects.filter(gebeurtenis="logboek_gedownload", gezin_id=gezin.pk).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("rol", "aantal"), [(Rol.AUDITOR, 2), (Rol.BEVEILIGING, 3)])
def test_review_by_municipality_gets_a_bundle(client, klok, gezin, rol, aantal):
    client.force_login(GebruikerFactory(rol=rol))

    bestand = client.get(reverse("werkplek:logboek_bestand"), {"vorm": "bundel", "van": "2026-11-14"})

    bundel = json.loads(bestand.content)
    assert (bundel["resourceType"], bundel["type"], len(bundel["entry"])) == ("Bundle", "collection", aantal)
    for entry in bundel["entry"]:
        assert entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}"
        check(entry["resource"])
    with as_eigenaar():
        assert Logregel.objects.filter(gebeurtenis="logboek_gedownload", gezin_id=gezin.pk).count() == 2


@pytest.mark.django_db
def test_too_much_at_once_is_not_given_by_halves(client, klok, gezin, monkeypatch):
    monkeypatch.setattr(views, "MEESTE_REGELS", 1)
    client.force_login(GebruikerFactory(rol=Rol.AUDITOR))

    assert "kies minder dagen" in client.get(reverse("werkplek:logboek_bestand")).content.decode()


@pytest.mark.parametrize(
    ("gebeurtenis", "code"), [("noodknop_geopend", "110127"), ("noodknop_gestopt", "110138")]
)
def test_begin_and_end_of_an_emergency_bear_the_names_that_others_know(gebeurtenis, code):
    event = as_audit_event(VOL | {"gebeurtenis": gebeurtenis, "actie": "E", "is_noodknop": True})

    assert event["type"]["code"] == "110113"
    assert event["action"] == "E"
    dicom, eigen = event["subtype"]
    assert (dicom["system"], dicom["code"]) == ("http://dicom.nema.org/resources/ontology/DCM", code)
    assert eigen["code"] == gebeurtenis
    [waarvoor] = event["purposeOfEvent"]
    assert waarvoor["coding"][0]["code"] == "ETREAT"
    assert waarvoor["text"] == VOL["doel"]


def test_ordinary_look_is_no_emergency_treatment():
    event = as_audit_event(VOL)

    assert len(event["subtype"]) == 1
    assert event["purposeOfEvent"] == [{"text": VOL["doel"]}]
