"""Sealing beside real transactions of others: nobody waits, and who commits late is sealed late, not missed."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, transaction

from rondetafel.kern.models import TeVerzegelen
from rondetafel.kern.zegels import check_logboek, seal_lines
from rondetafel.toegang.context import as_role

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)
INSERT = """insert into kern_logregel
    (id, at, naam, rol, organisatie, gebeurtenis, actie, uitkomst, onderdeel, doel, grond, is_noodknop,
     is_afgeschermd, betreft, bron, details)
    values (%s, %s, 'Ilse', 'regisseur', '', 'bekeken', 'R', 'gelukt', 'plan', '', '', false, false, '', '', '{}')"""


def connect(user):
    own = connection.get_connection_params()
    return psycopg.connect(host=own["host"], dbname=own["dbname"], user=user, options="-c lock_timeout=500ms")


@pytest.fixture
def others():
    """Two writers with a connection of their own; what they committed is taken away afterwards."""
    written: list[UUID] = []
    with connect("rondetafel_eigenaar") as vroeg, connect("rondetafel_eigenaar") as laat:

        def write(door):
            written.append(uuid4())
            door.execute(INSERT, [written[-1], NU])
            return written[-1]

        yield vroeg, laat, write
    # A superuser puts the triggers out for one session, without a lock on the table.
    with connect("postgres") as opruimer:
        opruimer.execute("set session_replication_role = replica")
        opruimer.execute("delete from kern_logregel where id = any(%s)", [written])
        opruimer.execute("delete from kern_teverzegelen where regel_id = any(%s)", [written])


def test_line_that_commits_after_a_seal_is_in_the_next_one(others):
    vroeg, laat, write = others
    write(laat)
    write(vroeg)
    vroeg.commit()

    with transaction.atomic():
        with as_role("systeem"):
            assert seal_lines(moment=NU) == 1
            laat.commit()
            assert seal_lines(moment=NU) == 1
            assert check_logboek() == []
        transaction.set_rollback(True)


def test_nobody_waits_for_a_seal(others):
    """The seal is made and not committed yet; with half a second of patience a writer goes on."""
    vroeg, laat, write = others
    write(vroeg)
    vroeg.commit()

    with transaction.atomic():
        with as_role("systeem"):
            assert seal_lines(moment=NU) == 1
            nieuw = write(laat)
            laat.commit()
            assert TeVerzegelen.objects.get().pk == nieuw
        transaction.set_rollback(True)


def test_line_that_is_rolled_back_leaves_nothing_to_seal(others):
    vroeg, _, write = others
    write(vroeg)
    vroeg.rollback()

    with as_role("systeem"):
        assert not TeVerzegelen.objects.exists()
