"""Cases to try: the whole judgement of the rules, for who has a case and no family."""

import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from rondetafel.web.regelboek.proeven import PROEVEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def try_out(client):
    def ask(code, **anders):
        gegevens = {**PROEVEN[code].voorbeeld, **anders}
        vraag = urlencode(
            {"wat": code, "toon": "ja", **{k: v for k, v in gegevens.items() if v is not None}}, doseq=True
        )
        answer = client.get(f"{reverse('regels:probeer')}?{vraag}")
        assert answer.status_code == 200
        return answer

    return ask


def reasons_of(answer):
    oordeel = answer.context["oordeel"]
    return [(reden.blokkeert, reden.tekst) for reden in oordeel.redenen]


# Asked before the RTO, which is still to come.
MAATWERK = {
    "product": "begeleiding-individueel-maatwerk",
    "startdatum": "05-04-2026",
    "rto_op": "02-07-2026",
    "ingediend_op": "10-06-2026",
    "evaluatie_op": "05-06-2026",
    "volgend_rto_op": "02-10-2026",
}
KORT = {"einddatum": "04-07-2026"}
CASES = [
    ("akkoord", {}, [(True, "tot 6 maanden")]),
    ("akkoord", {"einddatum": "04-07-2026"}, []),
    ("akkoord", {"einddatum": None}, [(True, "heeft een einddatum nodig")]),
    ("akkoord", {"has_contract": None, "einddatum": "04-07-2026"}, [(True, "geen contract")]),
    ("akkoord", {**KORT, "is_ouder": "on"}, [(True, "is geen kind of jongere van dit gezin")]),
    ("akkoord", {**KORT, "geboortedatum": "04-07-2008"}, [(False, "wordt 18 op 4 juli 2026")]),
    ("akkoord", {**KORT, "geboortedatum": "05-07-2008"}, []),
    ("akkoord", {**KORT, "uitsluitingen": ["huiswerkbegeleiding"]}, [(True, "huiswerkbegeleiding")]),
    ("akkoord", {**KORT, "has_doelen": None, "gevraagd_op": "16-02-2026"}, [(False, "nog geen SMART doel")]),
    ("akkoord", {**KORT, "has_doelen": None, "gevraagd_op": "17-02-2026"}, [(True, "nog geen SMART doel")]),
    ("gemiddelde", {}, [(False, "28,8 minuten")]),
    ("gemiddelde", {"minuten": "30, 30"}, []),
    ("verlenging", {}, [(False, "1 juni 2026")]),
    ("verlenging", {"rto_op": "09-05-2026", "ingediend_op": "09-05-2026"}, []),
    ("verlenging", {"rto_op": None, "ingediend_op": "09-05-2026"}, [(True, "nog geen RTO gehouden")]),
    (
        "verlenging",
        {"tot": "04-07-2026", "rto_op": "09-05-2026", "ingediend_op": "09-05-2026"},
        [(True, "loopt al t/m 4 juli 2026")],
    ),
    ("verlenging", {"rto_op": "10-05-2026", "ingediend_op": "09-05-2026"}, []),
    (
        "verlenging",
        {"rto_op": "05-07-2026", "ingediend_op": "09-05-2026"},
        [(True, "nog geen RTO gehouden")],
    ),
    ("verlenging", {**MAATWERK, "ingediend_op": "25-06-2026"}, []),
    ("verlenging", {**MAATWERK, "ingediend_op": "26-06-2026"}, [(False, "25 juni 2026")]),
    ("verlenging", {**MAATWERK, "rto_op": "27-06-2026"}, [(True, "maatwerk is het RTO van 28 juni 2026")]),
    ("stop", {}, [(True, "nog geen GAS-score"), (False, "eindverslag"), (False, "wie het overneemt")]),
    ("stop", {"reden": "03", "has_papieren": "on"}, [(False, "nog geen GAS-score")]),
    ("rto", {}, [(True, "geen concreet doel"), (False, "een zorgaanbieder")]),
    ("rto", {"gehouden_op": None}, [(True, "nog niet gehouden")]),
    ("gezinsplan", {}, [(True, "Het gezin krijgt zorg")]),
    ("gezinsplan", {"ontvangt_zorg": None}, []),
    ("doel", {}, [(True, "waaraan u ziet"), (True, "begint op 5 januari 2026"), (True, "nog geen actie")]),
    ("doel", {"streefdatum": "05-04-2026", "meetbaar": "on", "acties": "1"}, []),
    ("klacht", {}, [(False, "uiterlijk op 13 november 2026")]),
    ("klacht", {"opgepakt_op": "13-11-2026"}, []),
    ("beslissers", {}, [(False, "Het kind beslist: samen"), (False, "Een ouder"), (False, "Een ouder")]),
    ("beslissers", {"dag": "13-03-2026", "ouders": "1"}, [(False, "Een ouder beslist")]),
    ("beslissers", {"dag": "14-03-2030"}, [(False, "Het kind beslist: over zichzelf")]),
    ("beslissers", {"ouders": "0", "dag": "13-03-2026", "has_voogd": "on"}, [(False, "gecertificeerde")]),
    ("beslissers", {"ouders": "0", "dag": "13-03-2026"}, [(True, "niemand bekend")]),
    ("ondertekening", {}, [(False, "Het kind heeft nog niet"), (False, "De andere ouder heeft nog niet")]),
    ("ondertekening", {"kind_tekende": "on", "ouders_tekenden": "2"}, []),
    ("ondertekening", {"dag": "14-03-2028"}, [(False, "Het kind heeft nog niet getekend")]),
    ("contactmoment", {}, [(True, "")]),
    ("contactmoment", {"melding_veilig_thuis": "on"}, [(False, "")]),
    ("contactmoment", {"activiteit": "appen"}, [(True, "")]),
    ("contactmoment", {"activiteit": "bellen", "met_client": "on"}, [(False, "")]),
    ("regie", {}, [(True, "nog geen regisseur")]),
    ("regie", {"has_regisseur": "on"}, []),
    ("weging", {}, [(False, "Meld bij Veilig Thuis")]),
    ("weging", {"vermoeden": "nee"}, [(False, "Sluit het dossier")]),
    ("termijn", {}, [(False, "8 mei 2026")]),
    ("termijn", {"dag": "23-04-2026"}, [(False, "1 mei 2026")]),
]


@pytest.mark.parametrize(("code", "anders", "redenen"), CASES)
def test_case_gets_every_reason(code, anders, redenen, try_out):
    found = reasons_of(try_out(code, **anders))

    assert len(found) == len(redenen)
    for (blocks, told), (blokkeert, woorden) in zip(found, redenen, strict=True):
        assert blocks is blokkeert
        assert woorden in told


@pytest.mark.parametrize("code", PROEVEN)
def test_example_is_a_whole_case(code, try_out):
    answer = try_out(code)

    assert answer.context["oordeel"] is not None
    assert answer.context["form"].errors == {}
    assert "productportfolio-2023-04-17" in answer.content.decode()


@pytest.mark.parametrize("code", PROEVEN)
def test_form_opens_empty_and_tells_no_outcome(code, client):
    answer = client.get(reverse("regels:probeer"), {"wat": code})

    assert answer.context["oordeel"] is None
    assert "Nog geen uitkomst" in answer.content.decode()


@pytest.mark.parametrize("code", PROEVEN)
def test_empty_form_says_what_is_missing(code, client):
    answer = client.get(reverse("regels:probeer"), {"wat": code, "toon": "ja"})

    assert answer.context["oordeel"] is None
    assert answer.context["form"].errors
    assert "veld__fout" in answer.content.decode()


def test_wrong_day_is_told_and_what_was_typed_stays(try_out):
    answer = try_out("verlenging", tot="31-02-2026", ingediend_op="12-05-2026")
    html = answer.content.decode()

    assert answer.context["oordeel"] is None
    assert 'value="31-02-2026"' in html
    assert 'value="12-05-2026"' in html


@pytest.mark.parametrize("dag", ["0001-01-01", "9999-12-31", "1999-12-31", "2101-01-01"])
@pytest.mark.parametrize("code", PROEVEN)
def test_day_out_of_reach_is_a_mistake_and_no_error(code, dag, try_out):
    dagen = {
        naam: dag for naam, waarde in PROEVEN[code].voorbeeld.items() if re.match(r"\d\d-\d\d-\d{4}", waarde)
    }

    assert try_out(code, **dagen).context["oordeel"] is None


def test_evaluation_tells_what_follows(try_out):
    redenen = reasons_of(try_out("evaluatie"))

    assert (
        False,
        "Het doel is eerder bereikt dan gedacht. De hulp bij dit doel kan dan eerder stoppen.",
    ) in redenen
    assert not any(blocks for blocks, _ in redenen)


def test_evaluation_by_somebody_else_is_refused(try_out):
    assert any(blocks for blocks, _ in reasons_of(try_out("evaluatie", wie="ander")))


def test_days_of_a_complaint_go_in_order(try_out):
    answer = try_out("klacht", opgepakt_op="01-11-2026")

    assert answer.context["form"].non_field_errors() == [
        "De dagen staan niet in de volgorde waarin het gaat."
    ]


@pytest.mark.parametrize("dag", ["01-01-2000", "31-12-2100"])
@pytest.mark.parametrize("code", PROEVEN)
def test_first_and_last_day_are_judged(code, dag, try_out):
    dagen = {
        naam: dag for naam, waarde in PROEVEN[code].voorbeeld.items() if re.match(r"\d\d-\d\d-\d{4}", waarde)
    }

    assert try_out(code, **dagen).context["form"].errors == {}


def test_each_reason_leads_to_its_rule(try_out):
    html = try_out("akkoord").content.decode()

    assert re.search(
        r'href="/regels/\?[^"]+#productportfolio-2023-04-17-begeleiding-groep[^"]+hoogstens-zes', html
    )


def test_unknown_case_offers_those_there_are(client):
    html = client.get(reverse("regels:probeer"), {"wat": "iets"}).content.decode()

    assert all(f'href="?wat={code}"' in html for code in PROEVEN)


def test_no_form_asks_for_a_name():
    labels = [
        str(veld.label).lower() for proef in PROEVEN.values() for veld in proef.formulier().fields.values()
    ]

    assert [label for label in labels if "naam" in label or "bsn" in label] == []
