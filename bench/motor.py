"""The same rules in a rule engine: one expression per rule, in the language of zen-engine.

The engine gets what is hard for it for free: days are numbers, and the last day that the product allows, the
eighteenth birthday and whether an onderzoek runs are worked out beforehand, outside the time that is measured.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import zen

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp
from rondetafel.regels.datum import DAG, holds_on, last_day_of
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.maatwerk import RTO, is_maatwerk, rto_window
from rondetafel.regels.product import Bepaling
from rondetafel.regels.vervolg import chain_begin
from rondetafel.regels.voorwaarden import DOOR_TRIAGE

# What counts the reasons in the facts of one case.
Motor = Callable[[Mapping[str, Any]], int]

# How many reasons each rule gives; the names are those of the functions in rondetafel/regels.
UITDRUKKINGEN = {
    "require_jeugdige": "is_jeugdige ? 0 : 1",
    "require_no_uitsluiting": "len(filter(product_uitsluitingen, # in uitsluitingen))",
    "require_contract": "product in contract ? 0 : 1",
    "require_einddatum": "einddatum == null and einddatum_nodig ? 1 : 0",
    "require_order": "einddatum != null and startdatum > einddatum ? 1 : 0",
    "require_extension": "rto_nodig and sluit_aan ? 1 : 0",
    "require_within_maximum": "einddatum != null and uiterste != null and einddatum > uiterste ? 1 : 0",
    "require_within_chain": "einddatum != null and tot_samen != null and einddatum > tot_samen ? 1 : 0",
    "require_aantal": "aantal == null and (max_week != null or (school and max_school != null)) ? 1 : 0",
    "require_within_week": "max_week != null and aantal != null and aantal > max_week ? 1 : 0",
    "require_within_schoolweek": (
        "school and max_school != null and aantal != null and aantal > max_school ? 1 : 0"
    ),
    "require_onderzoek": "onderzoek_vooraf and not onderzocht and not in_keten ? 1 : 0",
    "require_diagnose": "diagnose_nodig and not diagnose and not onderzoek_loopt ? 1 : 0",
    "require_observatie": "observatie_nodig and not observatie and not onderzoek_loopt ? 1 : 0",
    "require_grond": "len(gronden) > 0 and not (grond in gronden) ? 1 : 0",
    "require_rto_date": (
        "is_maatwerk and einddatum != null "
        "and (rto_op == null or rto_op < rto_van or rto_op < startdatum or rto_op > rto_tot) ? 1 : 0"
    ),
    "require_geen_alternatief": "zonder_alternatief and motivering == '' ? 1 : 0",
    "require_voorrang": (
        "len(filter(voorrang, (# in overwogen and motivering == '') "
        "or (not (# in overwogen) and not (# in gehad) and not (# in afgewogen))))"
    ),
    "require_licht_eerst": "is_k3 and motivatie_k3 == '' and motivering == '' ? 1 : 0",
    "require_smart_doelen": "smart_nodig and voor_kind + voor_gezin == 0 ? 1 : 0",
    "require_doelen_kind_en_gezin": (
        "kind_en_gezin and voor_kind + voor_gezin > 0 and (voor_kind == 0 or voor_gezin == 0) ? 1 : 0"
    ),
    "signal_onaffe_doelen": "smart_nodig and onaf > 0 and voor_kind + voor_gezin > 0 ? 1 : 0",
    "signal_onderbreking": "rto_nodig and onderbroken ? 1 : 0",
    "signal_behandelplan": "plan_vanaf != null and plan_vanaf > gevraagd_op ? 1 : 0",
    "signal_brief_onderzoek": "brief_open ? 1 : 0",
    "signal_achttien": "einddatum != null and einddatum >= achttien ? 1 : 0",
}


def make_beslissing() -> Motor:
    """The engine as its manual shows it: a decision that is made once and asked about every case."""
    beslissing = zen.ZenEngine().create_decision(_graaf())
    return lambda feiten: _sum(beslissing.evaluate(feiten))


def make_vertaalde_beslissing() -> Motor:
    """The engine at its fastest: a decision translated beforehand and handed over by a loader."""
    inhoud = zen.ZenDecisionContent(_graaf())
    motor = zen.ZenEngine({"loader": lambda _naam: inhoud})
    return lambda feiten: _sum(motor.evaluate("akkoord", feiten))


def _graaf() -> str:
    """The decision in the format of the engine: facts in, an expression for each rule, how many reasons out."""
    plek = {"x": 0, "y": 0}
    uitdrukkingen = [{"id": naam, "key": naam, "value": tekst} for naam, tekst in UITDRUKKINGEN.items()]
    return json.dumps(
        {
            "contentType": "application/vnd.gorules.decision",
            "nodes": [
                {"id": "in", "type": "inputNode", "name": "in", "position": plek},
                {
                    "id": "regels",
                    "type": "expressionNode",
                    "name": "regels",
                    "position": plek,
                    "content": {"expressions": uitdrukkingen},
                },
                {"id": "uit", "type": "outputNode", "name": "uit", "position": plek},
            ],
            "edges": [
                {"id": "1", "type": "edge", "sourceId": "in", "targetId": "regels"},
                {"id": "2", "type": "edge", "sourceId": "regels", "targetId": "uit"},
            ],
        }
    )


def _sum(antwoord: Mapping[str, Any]) -> int:
    return int(sum(antwoord["result"].values()))


def as_feiten(vraag: Akkoordvraag) -> dict[str, Any]:
    """Everything the expressions look at, as plain values."""
    product = vraag.product
    maximum = product.maximum_maanden
    uiterste = last_day_of(vraag.startdatum, maximum.waarde) if maximum else None
    return {
        "is_jeugdige": vraag.is_jeugdige,
        "product_uitsluitingen": [een.code for een in product.uitsluitingen],
        "uitsluitingen": sorted(vraag.uitsluitingen),
        "product": product.code,
        "contract": sorted(vraag.aanbieder_producten),
        "startdatum": vraag.startdatum.toordinal(),
        "einddatum": _number(vraag.einddatum),
        "einddatum_nodig": product.einddatum_nodig.waarde,
        "uiterste": _number(uiterste),
        "rto_nodig": product.rto_nodig.waarde,
        "sluit_aan": any(
            een.product_code == product.code
            and een.tot == vraag.startdatum - DAG
            and (not een.is_gestopt or een.aanbieder == vraag.aanbieder)
            for een in vraag.eerder
        ),
        "onderbroken": any(map(partial(_is_short_gap, vraag), vraag.eerder)),
        **_onderzoek_before(vraag),
        "in_keten": chain_begin(vraag) < vraag.startdatum,
        "tot_samen": _number(_last_of_chain(vraag)),
        "aantal": vraag.aantal_per_week,
        "max_week": _value(product.maximum_per_week),
        "school": vraag.in_plaats_van_onderwijs,
        "max_school": _value(product.onderwijs_per_week),
        "onderzoek_vooraf": bool(_value(product.onderzoek_vooraf)),
        "onderzocht": bool(vraag.onderzoeken),
        "onderzoek_loopt": any(holds_on(vraag.startdatum, een.van, een.tot) for een in vraag.onderzoeken),
        "gehad": [een.product_code for een in vraag.eerder],
        "diagnose_nodig": bool(_value(product.diagnose_nodig)),
        "diagnose": vraag.has_diagnose,
        "observatie_nodig": bool(_value(product.observatie_nodig)),
        "observatie": vraag.has_observatie,
        "gronden": [een.code for een in product.gronden],
        "grond": vraag.grond,
        **_rto_window(vraag),
        "zonder_alternatief": bool(_value(product.zonder_alternatief)),
        "motivering": vraag.motivering,
        "voorrang": [een.code for een in product.voorrang],
        "overwogen": sorted(vraag.overwogen),
        "afgewogen": sorted(DOOR_TRIAGE) if vraag.motivatie_k3 else [],
        "is_k3": product.kwadrant == "K3",
        "motivatie_k3": vraag.motivatie_k3,
        "smart_nodig": bool(_value(product.smart_doelen_nodig)),
        "kind_en_gezin": bool(_value(product.doelen_kind_en_gezin)),
        "voor_kind": vraag.doelen.voor_kind,
        "voor_gezin": vraag.doelen.voor_gezin,
        "onaf": len(vraag.doelen.onaf),
        "achttien": birthday_of(vraag.geboortedatum, 18).toordinal() if vraag.geboortedatum else None,
    }


def _is_short_gap(vraag: Akkoordvraag, eerder: EerdereHulp) -> bool:
    """Was it the same help of the same provider, with a short time without it?"""
    maanden = vraag.keuzes["onderbreking"].lezing.maanden
    if eerder.product_code != vraag.product.code or eerder.aanbieder != vraag.aanbieder or not maanden:
        return False
    einde = eerder.tot
    return einde is not None and einde + DAG < vraag.startdatum <= last_day_of(einde + DAG, maanden) + DAG


def _onderzoek_before(vraag: Akkoordvraag) -> dict[str, Any]:
    """From which day there is a plan of the onderzoek that this help follows, and whether its brief is open."""
    onderzoek = vraag.onderzoek_ervoor
    klaar = None if onderzoek is None else (onderzoek.tot or date.max - DAG) + DAG
    return {
        "gevraagd_op": vraag.gevraagd_op.toordinal(),
        "plan_vanaf": _number(klaar),
        "brief_open": onderzoek is not None and onderzoek.is_brief_open,
    }


def _last_of_chain(vraag: Akkoordvraag) -> date | None:
    """The last day that all of the same help together allows."""
    totaal, begin = vraag.product.totaal_maanden, chain_begin(vraag)
    return last_day_of(begin, totaal.waarde) if totaal and begin < vraag.startdatum else None


def _rto_window(vraag: Akkoordvraag) -> dict[str, Any]:
    """The days between which the RTO of maatwerk is."""
    van, tot = None, None
    if is_maatwerk(vraag.product) and vraag.einddatum:
        van, tot = rto_window(vraag.einddatum, vraag.reading("maatwerk-rto"), vraag.normen[RTO])
    return {
        "is_maatwerk": is_maatwerk(vraag.product),
        "rto_op": _number(vraag.rto_op),
        "rto_van": _number(van or vraag.startdatum),
        "rto_tot": _number(tot),
    }


def _number(datum: date | None) -> int | None:
    return datum.toordinal() if datum else None


def _value(bepaling: Bepaling[Any] | None) -> Any:
    return bepaling.waarde if bepaling else None
