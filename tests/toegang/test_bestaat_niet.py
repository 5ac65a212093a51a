"""Forbidden and not existing take as long: who measures learns nothing. That the bytes are equal, test_matrix says.

Measured is the time that the processor works for us, and counted what the database is asked: how busy a machine is with
something else shows in neither.
"""

import gc
from statistics import median
from time import thread_time
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.toegang.kanalen import build_kijkers
from tests.toegang.werelden import build_gezinnen

pytestmark = pytest.mark.django_db
PAREN, GRENS_MS = 200, 2.0
# What the interpreter does by itself disturbs one round; a difference of ours is there in each.
RONDES = 3
PAGES = {
    "werkplek:gezin": "gezinnen_gezin",
    "zorg:akkoord": "zorg_akkoordzorg",
    "overleg:overleg": "overleg_overleg",
}


@pytest.fixture
def gezinnen(klok):
    return build_gezinnen()


def forbidden_key(tabel, gezinnen):
    """Something of the second family, with which nobody here has a tie."""
    return next(
        pk
        for (een, pk), vraag in gezinnen.rijen.items()
        if een == tabel and vraag.gezin_id == gezinnen.ids[1]
    )


def milliseconds(client, address):
    started = thread_time()
    assert client.get(address).status_code == 404
    return (thread_time() - started) * 1000


def median_difference(client, forbidden, name):
    differences = []
    for nummer in range(PAREN):
        nothing = reverse(name, args=[uuid4()])
        # Which of the two goes first alternates, so that a warm cache favours neither.
        if nummer % 2:
            differences.append(milliseconds(client, forbidden) - milliseconds(client, nothing))
        else:
            before = milliseconds(client, nothing)
            differences.append(milliseconds(client, forbidden) - before)
    return abs(median(differences))


def test_forbidden_takes_as_long_as_nothing(gezinnen, client):
    name = "werkplek:gezin"
    client.force_login(build_kijkers(gezinnen)["ouder"].account)
    forbidden = reverse(name, args=[forbidden_key(PAGES[name], gezinnen)])
    gc.disable()
    try:
        rounds = (median_difference(client, forbidden, name) for _ in range(RONDES))
        assert any(difference < GRENS_MS for difference in rounds)
    finally:
        gc.enable()


@pytest.mark.parametrize("name", PAGES)
def test_forbidden_asks_the_database_as_much_as_nothing(name, gezinnen, client, count_queries):
    client.force_login(build_kijkers(gezinnen)["ouder"].account)
    forbidden = reverse(name, args=[forbidden_key(PAGES[name], gezinnen)])
    nothing = reverse(name, args=[uuid4()])
    client.get(nothing)

    assert count_queries(lambda: client.get(forbidden)) == count_queries(lambda: client.get(nothing))
