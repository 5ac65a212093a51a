"""The papers come weeks before the end: an RTO that was agreed is enough to ask, and it was held when it is granted."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.regels.oordeel import Geweigerd
from rondetafel.zorg.models import Verlenging
from rondetafel.zorg.operations import ask_verlenging, grant_verlenging
from tests.factories import OverlegFactory
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, fresh, make_akkoord, make_rto, make_wereld, running

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
RTO_OP = date(2026, 12, 14)


@pytest.fixture
def wereld():
    return make_wereld()


def send(client, als, akkoord, **antwoorden):
    client.force_login(als)
    return client.post(reverse("zorg:verlengen", args=[akkoord.pk]), antwoorden)


def read(client, als, naam, pk):
    client.force_login(als)
    return " ".join(client.get(reverse(f"zorg:{naam}", args=[pk])).content.decode().split())


def test_asked_with_an_agreed_day_and_granted_once_that_rto_was_held(client, wereld):
    akkoord = make_akkoord(wereld)
    rto = OverlegFactory(gezin=wereld.gezin, gepland_op=RTO_OP)

    assert "Het RTO is afgesproken op 14 december 2026." in read(
        client, wereld.regisseur, "verlengen", akkoord.pk
    )
    send(client, wereld.regisseur, akkoord, tot="30-04-2027", motivering="Het gaat beter.")
    with as_eigenaar():
        verlenging = Verlenging.objects.get()
    assert verlenging.oordeel["feiten"]["RTO"] == "afgesproken op 14 december 2026"

    assert "nog geen RTO gehouden" in read(client, wereld.kernteam, "verlenging", verlenging.pk)
    with pytest.raises(Geweigerd, match="nog geen RTO"):
        do(grant_verlenging, verlenging.pk, gelezen=1, als=wereld.kernteam)

    with as_eigenaar():
        rto.delete()
    make_rto(wereld, RTO_OP)
    do(grant_verlenging, verlenging.pk, gelezen=1, als=wereld.kernteam, peildatum=date(2026, 12, 15))
    assert fresh(verlenging).stand == "gegeven"


MAATWERK = {
    "product_code": "begeleiding-individueel-maatwerk",
    "startdatum": date(2026, 8, 24),
    "einddatum": date(2026, 11, 23),
    "grond": "onderwijs",
    "rto_bij_start": True,
    "rto_op": date(2026, 11, 17),
}


def test_maatwerk_that_runs_on_has_its_next_rto_agreed_and_its_papers_hang_on_that_day(client, wereld):
    akkoord = make_akkoord(wereld, **MAATWERK)
    make_rto(wereld, date(2026, 11, 17))
    antwoorden = {"tot": "23-02-2027", "motivering": "Het gaat beter."}

    geweigerd = send(client, wereld.regisseur, akkoord, **antwoorden)
    assert geweigerd.status_code == 422
    assert (
        "Kies met het gezin en de zorgaanbieder een dag, van 17 februari 2027" in geweigerd.content.decode()
    )

    assert send(client, wereld.regisseur, akkoord, **antwoorden, rto_op="19-02-2027").status_code == 302
    with as_eigenaar():
        verlenging = Verlenging.objects.get()
    assert "19 februari 2027" in read(client, wereld.kernteam, "verlenging", verlenging.pk)
    do(grant_verlenging, verlenging.pk, gelezen=1, als=wereld.kernteam, peildatum=date(2026, 11, 18))
    assert running(akkoord)["maatwerk-papieren"] == date(2027, 2, 12)


def test_other_help_has_no_next_rto_to_agree_on(wereld):
    make_rto(wereld)
    vraag = {"tot": date(2027, 4, 30), "motivering": "Het gaat beter.", "rto_op": date(2027, 4, 28)}
    verlenging = do(ask_verlenging, make_akkoord(wereld).pk, **vraag, als=wereld.regisseur)

    assert fresh(verlenging).rto_op is None
