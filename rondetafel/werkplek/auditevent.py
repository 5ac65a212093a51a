"""How does a line of the logboek leave? As a FHIR R4 AuditEvent, the form in which healthcare exchanges them.

What our fields are called there follows https://hl7.org/fhir/R4/auditevent.html; how they stand for the
fields of NEN 7513 is in docs/normen/nen7513.csv.
"""

import json
from collections.abc import Iterable
from datetime import UTC
from typing import Any
from uuid import uuid4

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Uitkomst
from rondetafel.toegang.logboek import word_ground
from rondetafel.toegang.rollen import Rol

HL7 = "http://terminology.hl7.org/CodeSystem"
DICOM = "http://dicom.nema.org/resources/ontology/DCM"
# Names of our own lists: a code means nothing without the list it comes from.
EIGEN = "urn:rondetafel"
GELUKT, MISLUKT = "0", "4"
NETWERKADRES = "2"
PERSOON, SYSTEEM = "1", "2"
PATIENT, DOMEIN = "1", "4"
APPLICATIESERVER = "4"

# As in the example "breakglass-start" of the same page: an emergency override that starts, and that stops.
NOODVORMEN = {
    Gebeurtenis.NOODKNOP_GEOPEND: ("110127", "Emergency Override Started"),
    Gebeurtenis.NOODKNOP_GESTOPT: ("110138", "Emergency Override Stopped"),
}
ROLLEN = dict(Rol.choices)

Json = dict[str, Any]


def as_ndjson(regels: Iterable[Json]) -> str:
    """Return one AuditEvent a line."""
    return "".join(json.dumps(as_audit_event(regel), ensure_ascii=False) + "\n" for regel in regels)


def as_bundle(regels: Iterable[Json]) -> str:
    """Return one Bundle that holds them all."""
    entries = [{"fullUrl": f"urn:uuid:{regel['id']}", "resource": as_audit_event(regel)} for regel in regels]
    bundle = {"resourceType": "Bundle", "id": str(uuid4()), "type": "collection", "entry": entries}
    return json.dumps(bundle, ensure_ascii=False, indent=1)


def as_audit_event(regel: Json) -> Json:
    """Return one line of the logboek (a row of values) as an AuditEvent."""
    return _filled(
        {
            "resourceType": "AuditEvent",
            "id": str(regel["id"]),
            "type": _type_of(regel),
            "subtype": _subtype_of(regel),
            "action": regel["actie"],
            "recorded": regel["at"].astimezone(UTC).isoformat(timespec="milliseconds"),
            "outcome": GELUKT if regel["uitkomst"] == Uitkomst.GELUKT else MISLUKT,
            "purposeOfEvent": _purpose_of(regel),
            "agent": [_agent(regel)],
            "source": {
                "site": regel["bron"],
                "observer": {"display": "Rondetafel"},
                "type": [_coding(f"{HL7}/security-source-type", APPLICATIESERVER, "Application Server")],
            },
            "entity": [een for een in (_person(regel), _thing(regel)) if een],
        }
    )


def _type_of(regel: Json) -> Json:
    if regel["is_noodknop"]:
        return _coding(DICOM, "110113", "Security Alert")
    return _coding(DICOM, "110110", "Patient Record")


def _subtype_of(regel: Json) -> list[Json]:
    """Our own name, and for the begin and the end of the noodknop the name that others know."""
    eigen = _coding(f"{EIGEN}:gebeurtenis", regel["gebeurtenis"], _word(regel["gebeurtenis"]))
    nood = NOODVORMEN.get(regel["gebeurtenis"])
    return [_coding(DICOM, *nood), eigen] if nood else [eigen]


def _purpose_of(regel: Json) -> list[Json]:
    nood = [_coding(f"{HL7}/v3-ActReason", "ETREAT", "Emergency Treatment")] if regel["is_noodknop"] else []
    return [{"coding": nood, "text": regel["doel"]}] if nood or regel["doel"] else []


def _agent(regel: Json) -> Json:
    rol = ROLLEN.get(regel["rol"], regel["rol"])
    wie = {
        "identifier": {"system": f"{EIGEN}:gebruiker", "value": str(regel["gebruiker_id"])},
        "display": regel["naam"],
    }
    return {
        "type": {"coding": [_coding(f"{HL7}/v3-ParticipationType", "IRCP", "information recipient")]},
        "role": [{"coding": [_coding(f"{EIGEN}:rol", regel["rol"], str(rol))], "text": regel["organisatie"]}],
        "who": wie if regel["gebruiker_id"] else {"display": regel["naam"]},
        "requestor": True,
        "policy": [f"{EIGEN}:grond:{regel['grond']}"] if regel["grond"] else [],
        "network": {"address": regel["netwerkadres"], "type": NETWERKADRES} if regel["netwerkadres"] else {},
        "purposeOfUse": _purpose_of(regel),
    }


def _person(regel: Json) -> Json | None:
    """Whom it is about: the person, or the family of which nobody is known yet."""
    wie, lijst = (regel["persoon_id"], "persoon") if regel["persoon_id"] else (regel["gezin_id"], "gezin")
    if wie is None:
        return None
    return {
        "what": {"identifier": {"system": f"{EIGEN}:{lijst}", "value": str(wie)}},
        "type": _coding(f"{HL7}/audit-entity-type", PERSOON, "Person"),
        "role": _coding(f"{HL7}/object-role", PATIENT, "Patient"),
        "securityLabel": [_coding(f"{HL7}/v3-Confidentiality", "R", "restricted")]
        if regel["is_afgeschermd"]
        else [],
    }


def _thing(regel: Json) -> Json | None:
    """What was seen or changed, and in which request."""
    if regel["betreft_id"] is None and not regel["onderdeel"]:
        return None
    soort, sleutel = regel["betreft"] or "onbekend", regel["betreft_id"] or regel["onderdeel"]
    details = {
        "onderdeel": regel["onderdeel"],
        "verzoek": str(regel["verzoek_id"] or ""),
        "grond": word_ground(regel["grond"]),
    }
    return {
        "what": {"identifier": {"system": f"{EIGEN}:{soort}", "value": str(sleutel)}},
        "type": _coding(f"{HL7}/audit-entity-type", SYSTEEM, "System Object"),
        "role": _coding(f"{HL7}/object-role", DOMEIN, "Domain Resource"),
        "detail": [{"type": naam, "valueString": waarde} for naam, waarde in details.items() if waarde],
    }


def _word(gebeurtenis: str) -> str:
    return str(Gebeurtenis(gebeurtenis).label)


def _coding(system: str, code: str, display: str) -> Json:
    return {"system": system, "code": code, "display": display}


def _filled(waarde: Any) -> Any:
    """Leave out what is empty: FHIR knows no empty values."""
    if isinstance(waarde, dict):
        gevuld = {naam: _filled(deel) for naam, deel in waarde.items()}
        return {naam: deel for naam, deel in gevuld.items() if deel not in (None, "", [], {})}
    return [_filled(deel) for deel in waarde] if isinstance(waarde, list) else waarde
