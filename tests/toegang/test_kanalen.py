"""Along every channel the same families are met, and from the moment a right ends none along any."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from rondetafel.toegang.models import Band, Gebruiker
from rondetafel.vervanging.models import Vervanging
from tests.huisregels.broncode import modules, read
from tests.rollen import as_eigenaar
from tests.toegang.kanalen import GEEN_KANAAL, KANALEN, TAKEN, VERVANGER, build_kijkers, expected, met
from tests.toegang.loten import DAG
from tests.toegang.matrix import MATRIX
from tests.toegang.werelden import build_gezinnen

pytestmark = pytest.mark.django_db


@pytest.fixture
def gezinnen(klok):
    return build_gezinnen()


def test_every_address_that_reads_is_a_channel():
    """A page that is added tomorrow stands in the list, or says why it shows nothing new; forms are in the matrix."""
    reading = {name for name, adres in MATRIX.items() if adres.leest and (adres.is_lijst or not adres.doet)}
    known = {kanaal.adres for kanaal in KANALEN.values()} | GEEN_KANAAL.keys()

    assert reading - known == set()
    assert known - MATRIX.keys() == {"werkplek:vandaag"}


def test_every_job_is_known():
    own = [
        name
        for path in modules()
        for name in re.findall(r'@app\.(?:\w+\()*task\(\s*name="?([\w.]+)"?', read(path))
    ]
    decorated = sum(read(path).count("@app.task") for path in modules())

    assert sorted(own) == sorted(TAKEN)
    assert len(own) == decorated


def test_every_channel_shows_the_same_families(gezinnen, client):
    wrong, shown = [], set()
    for persoon, kijker in build_kijkers(gezinnen).items():
        client.logout_quietly()
        client.force_login(kijker.account)
        for naam, kanaal in KANALEN.items():
            seen, may = met(kanaal, client, gezinnen), expected(kanaal, kijker.wie, gezinnen)
            shown |= {naam} if seen else set()
            if seen - may or (may - seen and not kanaal.ten_hoogste):
                wrong.append((persoon, naam, len(seen), len(may)))

    assert wrong == []
    assert shown == KANALEN.keys(), "a channel along which nobody meets anything proves nothing"


def end_ties(account):
    Band.objects.filter(gebruiker=account).update(tot=DAG - timedelta(days=1))


def pass_the_moment(account):
    """The day goes on, the noodknop does not."""
    Band.objects.filter(gebruiker=account, tot_at__isnull=False).update(tot_at=now())
    Band.objects.filter(gebruiker=account, tot_at__isnull=True).update(tot=DAG - timedelta(days=1))


def close_account(account):
    Gebruiker.objects.filter(pk=account.pk).update(is_active=False)


def leave_municipality(account):
    Gebruiker.objects.filter(pk=account.pk).update(gemeenten=[])


def stop_absence(account):
    Vervanging.objects.filter(vervanger=account).update(tot=DAG - timedelta(days=1), gestopt_op=DAG)


def concerns(end, persoon, kijker):
    """Whose looking would this end?"""
    if end is stop_absence:
        return persoon == VERVANGER
    return end is close_account or bool(kijker.wie.banden) is (end is not leave_municipality)


@pytest.mark.parametrize("end", [end_ties, pass_the_moment, close_account, leave_municipality, stop_absence])
def test_what_ends_is_over_in_every_channel_at_once(end, gezinnen, client):
    """The session stays open; the very next look meets nothing."""
    leaks = []
    for persoon, kijker in build_kijkers(gezinnen).items():
        if not concerns(end, persoon, kijker):
            continue
        client.logout_quietly()
        client.force_login(kijker.account)
        client.get("/")
        with as_eigenaar():
            end(kijker.account)
        leaks += [(persoon, naam) for naam, kanaal in KANALEN.items() if met(kanaal, client, gezinnen)]

    assert leaks == []
