"""Is publiccode.yml what the publiccode.yml standard asks for, and does the licence stand beside it?

Holds the part of the standard (version 0, as of 0.7: docs/standard in the standard's own repository) that
our file uses. A key that is not in `KEYS` is refused: look it up in the standard first, then add it.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

ROOT = Path(__file__).parents[2]

Check = Callable[[Any], bool]


def words(text: str) -> set[str]:
    return set(text.split())


PLATFORMS = {"web", "windows", "mac", "linux", "ios", "android"}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
SOFTWARE_TYPES = {
    *(f"standalone/{soort}" for soort in ("mobile", "iot", "desktop", "web", "backend", "other")),
    "addon",
    "library",
    "configurationFiles",
}
SCOPES = words(
    """agriculture culture defence education emergency-services employment energy environment
    finance-and-economic-development foreign-affairs government healthcare infrastructures justice
    local-authorities manufacturing research science-and-technology security society sport tourism
    transportation welfare"""
)
CATEGORIES = words(
    """accounting agile-project-management applicant-tracking application-development appointment-scheduling
    backup billing-and-invoicing blog budgeting business-intelligence business-process-management cad
    call-center-management cloud-management collaboration communications compliance-management
    contact-management content-management crm customer-service-and-support data-analytics data-collection
    data-visualization design design-system digital-asset-management digital-citizenship document-management
    donor-management e-commerce e-signature educational-content email-management email-marketing
    employee-management enterprise-project-management enterprise-social-networking erp event-management
    facility-management feedback-and-reviews-management financial-reporting fleet-management fundraising
    gamification geographic-information-systems grant-management graphic-design help-desk hr ide
    identity-management instant-messaging integrated-library-system inventory-management
    it-asset-management it-development it-management it-security it-service-management
    knowledge-management learning-management-system marketing mind-mapping mobile-marketing mobile-payment
    network-management office online-booking online-community other payment-gateway payroll
    predictive-analysis procurement productivity-suite project-collaboration project-management
    property-management real-estate-management regulations-and-directives remote-support
    resource-management sales-management seo service-desk social-media-management survey talent-management
    task-management taxes-management test-management time-management time-tracking translation
    video-conferencing video-editing visitor-management voip warehouse-management web-collaboration
    web-conferencing website-builder whistleblowing workflow-management"""
)
# Who must be named for which kind of maintenance; a kind of the vocabulary with nobody to name has none.
MAINTENANCE = {"internal": "contacts", "community": "contacts", "contract": "contractors", "none": None}


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_url(value: Any) -> bool:
    return is_text(value) and urlsplit(value).scheme in {"https", "http"} and bool(urlsplit(value).netloc)


def is_short_line(value: Any) -> bool:
    return is_text(value) and len(value) <= 150 and "\n" not in value.strip()


def is_long_text(value: Any) -> bool:
    return is_text(value) and 150 <= len(value) <= 10_000


def is_language(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value) is not None


def is_country(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None


def is_dependency(value: Any) -> bool:
    texts = {key: text for key, text in value.items() if key != "optional"}
    known = set(value) <= {"name", "version", "versionMin", "versionMax", "optional"}
    return known and "name" in value and all(map(is_text, texts.values()))


def one_of(words: set[str]) -> Check:
    return lambda value: value in words


def list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and bool(value) and all(map(check, value))


# Keys with a language in them are written with a star. `description` asks its long texts of one language
# only; we ask them of each.
KEYS: dict[str, Check] = {
    "publiccodeYmlVersion": one_of({"0"}),
    "name": is_text,
    "url": is_url,
    "platforms": list_of(one_of(PLATFORMS)),
    "categories": list_of(one_of(CATEGORIES)),
    "developmentStatus": one_of(STATUSES),
    "softwareType": one_of(SOFTWARE_TYPES),
    "intendedAudience.countries": list_of(is_country),
    "intendedAudience.scope": list_of(one_of(SCOPES)),
    "description.*.localisedName": is_text,
    "description.*.shortDescription": is_short_line,
    "description.*.longDescription": is_long_text,
    "description.*.features": list_of(is_text),
    "legal.license": one_of({"EUPL-1.2"}),
    "maintenance.type": one_of(set(MAINTENANCE)),
    "maintenance.contacts": list_of(lambda contact: is_text(contact.get("name"))),
    "maintenance.contractors": list_of(lambda contractor: {"name", "until"} <= set(contractor)),
    "localisation.localisationReady": lambda value: isinstance(value, bool),
    "localisation.availableLanguages": list_of(is_language),
    "dependsOn.open": list_of(is_dependency),
}
OPTIONAL = {"categories", "description.*.localisedName"}
OPTIONAL |= {key for key in KEYS if key.startswith(("intendedAudience", "dependsOn", "maintenance.cont"))}


def iter_leaves(node: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from iter_leaves(value, f"{path}.")
        else:
            yield path, value


def starred(path: str) -> str:
    return re.sub(r"^description\.[^.]+", "description.*", path)


def is_valid(path: str, value: Any) -> bool:
    return starred(path) in KEYS and KEYS[starred(path)](value)


def find_faults(document: dict[str, Any]) -> list[str]:
    """Name every key that is unknown, missing or wrong; an empty list means valid."""
    leaves = dict(iter_leaves(document))
    faults = [f"unknown or wrong: {path}" for path, value in leaves.items() if not is_valid(path, value)]
    required = {key for key in KEYS if key not in OPTIONAL}
    faults += [f"missing: {key}" for key in sorted(required - set(map(starred, leaves)))]
    languages = document.get("description", {})
    faults += [f"not a language: {language}" for language in languages if not is_language(language)]
    named = MAINTENANCE.get(leaves.get("maintenance.type", ""))
    if named and f"maintenance.{named}" not in leaves:
        faults.append(f"missing: maintenance.{named}")
    return faults


@pytest.fixture
def document() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_publiccode_is_valid(document):
    assert find_faults(document) == []


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("legal", "license", "EUPL"),
        ("localisation", "localisationReady", "ja"),
        ("localisation", "availableLanguages", []),
        ("intendedAudience", "scope", ["jeugdhulp"]),
        ("maintenance", "type", "community"),
        ("maintenance", "until", "2030-01-01"),
        ("dependsOn", "open", [{"version": "15"}]),
    ],
)
def test_a_fault_is_found(document, section, key, value):
    broken = deepcopy(document)
    broken[section][key] = value

    assert len(find_faults(broken)) == 1


@pytest.mark.parametrize("key", ["name", "url", "platforms", "softwareType", "legal", "localisation"])
def test_a_missing_key_is_found(document, key):
    del document[key]

    assert any(fault.startswith("missing") for fault in find_faults(document))


def test_placeholder_url_does_not_survive_the_first_release(document):
    is_placeholder = urlsplit(document["url"]).netloc == "example.org"

    assert not is_placeholder or document["developmentStatus"] in {"concept", "development"}


def test_licence_is_complete():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    articles = [int(number) for number in re.findall(r"^(\d+)\.[A-Z]", text, flags=re.MULTILINE)]

    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert articles == list(range(1, 16))
    assert "Appendix" in text
