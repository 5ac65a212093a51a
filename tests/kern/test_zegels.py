"""The chain over the logboek: nobody waits for it, nothing is missed, and every change has a name."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from rondetafel.kern import tasks
from rondetafel.kern.models import Logregel, TeVerzegelen, Zegel
from rondetafel.kern.zegels import Bevinding, Soort, check_logboek, newest_seal, seal_lines
from rondetafel.toegang.context import as_role
from tests.factories import LogregelFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def line(minuten=0, **velden):
    return LogregelFactory(at=NU - timedelta(minutes=1) + timedelta(minutes=minuten), **velden)


def seal(minuten=0, per_zegel=10):
    with as_role("systeem"):
        return seal_lines(moment=NU + timedelta(minutes=minuten), per_zegel=per_zegel)


def check(kop=None):
    with as_role("systeem"):
        return check_logboek(kop=kop)


def tamper(sql, *values, tabel="kern_logregel"):
    """Do what only the owner of the tables could: put the triggers out and go round the app."""
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute(f"alter table {tabel} disable trigger user")
        cursor.execute(sql, values)
        cursor.execute(f"alter table {tabel} enable trigger user")


@pytest.fixture
def regels():
    """Three seals of two lines each."""
    made = []
    for ronde in range(3):
        made += [line(ronde * 2), line(ronde * 2)]
        assert seal(ronde * 2) == 2
    return made


def test_untouched_logboek_is_right(regels):
    line(6)

    assert check() == []


def test_what_is_not_sealed_yet_is_no_finding():
    line()

    assert check() == []


def test_nothing_to_seal_makes_no_seal():
    assert seal() == 0
    with as_eigenaar():
        assert not Zegel.objects.exists()


def test_many_lines_take_several_seals_in_one_chain():
    for _ in range(5):
        line()

    assert seal(per_zegel=2) == 5
    with as_eigenaar():
        eerste, tweede, derde = Zegel.objects.order_by("nummer")
        assert (eerste.vorige, tweede.vorige, derde.vorige) == ("", eerste.hash, tweede.hash)
        assert [een.aantal for een in (eerste, tweede, derde)] == [2, 2, 1]
        assert not TeVerzegelen.objects.exists()
    assert check() == []


def test_every_field_of_a_line_is_in_the_seal(regels):
    """One change at a time, each undone by the savepoint."""
    anders = {
        "at": NU - timedelta(minutes=3),
        "naam": "Iemand Anders",
        "is_noodknop": True,
        "is_afgeschermd": True,
        "actie": "D",
        "gemeente_id": 1,
        "netwerkadres": "192.0.2.7",
        "details": '{"velden": ["naam"]}',
    }
    for veld in Logregel._meta.concrete_fields:
        if veld.primary_key or veld.generated:
            continue
        waarde = anders.get(veld.attname, uuid4() if veld.get_internal_type() == "UUIDField" else "anders")
        with transaction.atomic():
            tamper(f"update kern_logregel set {veld.column} = %s where id = %s", waarde, regels[2].pk)
            assert check() == [Bevinding(soort=Soort.VERANDERD, zegel=2, regel_id=regels[2].pk)], veld
            transaction.set_rollback(True)


@pytest.mark.parametrize(("welke", "zegel"), [(0, 1), (5, 3)], ids=["eerste", "laatste"])
def test_removed_line_is_named(regels, welke, zegel):
    tamper("delete from kern_logregel where id = %s", regels[welke].pk)

    assert check() == [Bevinding(soort=Soort.VERDWENEN, zegel=zegel, regel_id=regels[welke].pk)]


def test_line_removed_before_it_was_sealed_is_named():
    weg = line()
    tamper("delete from kern_logregel where id = %s", weg.pk)

    assert check() == [Bevinding(soort=Soort.VERDWENEN, zegel=None, regel_id=weg.pk)]
    assert seal() == 0


def test_line_slipped_in_past_the_list_is_named(regels):
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("alter table kern_logregel disable trigger user")
        nieuw = line(-1)
        cursor.execute("alter table kern_logregel enable trigger user")

    assert check() == [Bevinding(soort=Soort.ZONDER_ZEGEL, zegel=None, regel_id=nieuw.pk)]


def test_old_line_written_later_is_named(regels):
    oud = line(-60)
    seal(10)

    assert check() == [Bevinding(soort=Soort.ACHTERAF, zegel=4, regel_id=oud.pk)]


def test_removed_seal_in_the_middle_is_named(regels):
    tamper("delete from kern_zegel where nummer = 2", tabel="kern_zegel")

    gevonden = check()

    assert Bevinding(soort=Soort.ZEGEL_VERDWENEN, zegel=2) in gevonden
    assert {een.regel_id for een in gevonden if een.soort is Soort.ZONDER_ZEGEL} == {
        regels[2].pk,
        regels[3].pk,
    }


def test_removed_last_seal_leaves_lines_without_one(regels):
    tamper("delete from kern_zegel where nummer = 3", tabel="kern_zegel")

    assert {(een.soort, een.regel_id) for een in check()} == {
        (Soort.ZONDER_ZEGEL, regels[4].pk),
        (Soort.ZONDER_ZEGEL, regels[5].pk),
    }


def test_end_of_the_chain_that_is_gone_with_its_lines_shows_by_the_mark_kept_elsewhere(regels):
    with as_eigenaar():
        laatste = newest_seal()
    tamper("delete from kern_logregel where id = any(%s)", [regels[4].pk, regels[5].pk])
    tamper("delete from kern_zegel where nummer = 3", tabel="kern_zegel")

    assert check() == []
    assert check(kop=(3, laatste.hash)) == [Bevinding(soort=Soort.ANDERE_KOP, zegel=3)]
    assert check(kop=(2, laatste.vorige)) == []


@pytest.mark.parametrize(
    "sql",
    [
        "update kern_zegel set gemaakt_at = gemaakt_at - interval '1 second' where nummer = 2",
        "update kern_zegel set hash = repeat('0', 64) where nummer = 2",
        "update kern_zegel set vorige = repeat('0', 64) where nummer = 2",
        "update kern_zegel set aantal = 3 where nummer = 2",
    ],
)
def test_altered_seal_is_named(regels, sql):
    tamper(sql, tabel="kern_zegel")

    assert Bevinding(soort=Soort.ZEGEL_VERANDERD, zegel=2) in check()


def test_altered_line_with_its_seal_made_anew_breaks_the_next_link(regels):
    """Who can also compute hashes must redo the whole chain, and then the mark kept elsewhere differs."""
    with as_eigenaar():
        kop = newest_seal()
    tamper("update kern_logregel set naam = 'Niemand' where id = %s", regels[2].pk)
    tamper("delete from kern_zegel where nummer >= 2", tabel="kern_zegel")
    tamper(
        "insert into kern_teverzegelen select id from kern_logregel where id = any(%s)",
        [een.pk for een in regels[2:]],
    )
    seal(4, per_zegel=2)

    assert check() == []
    assert check(kop=(kop.nummer, kop.hash)) == [Bevinding(soort=Soort.ANDERE_KOP, zegel=3)]


@pytest.mark.parametrize("rol", ["systeem", "eigenaar"])
@pytest.mark.parametrize("sql", ["update kern_zegel set aantal = 0", "delete from kern_zegel"])
def test_nobody_changes_a_seal(regels, rol, sql):
    with (
        as_role("systeem") if rol == "systeem" else as_eigenaar(),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_finding_reads_as_a_sentence():
    pk = UUID(int=7)

    assert str(Bevinding(soort=Soort.VERDWENEN, zegel=2, regel_id=pk)) == f"regel verdwenen: {pk} (zegel 2)"
    assert str(Bevinding(soort=Soort.ZEGEL_VERANDERD, zegel=3)) == "zegel veranderd (zegel 3)"
    assert str(Bevinding(soort=Soort.ZONDER_ZEGEL, zegel=None, regel_id=pk)).endswith("(niet verzegeld)")


def test_every_night_the_technical_log_hears_of_changes(regels, caplog):
    with as_role("systeem"):
        tasks.report_changes(timestamp=0)
        assert not caplog.messages[3:]
    tamper("delete from kern_logregel where id = %s", regels[0].pk)
    with as_role("systeem"):
        tasks.report_changes(timestamp=0)

    assert caplog.messages[-1] == f"logboek klopt niet: regel verdwenen: {regels[0].pk} (zegel 1)"


def test_every_minute_what_is_new_is_sealed(caplog):
    line()
    with as_role("systeem"):
        tasks.seal_logboek(timestamp=0)

    with as_eigenaar():
        zegel = Zegel.objects.get()
    assert caplog.messages == [f"logboek verzegeld tot 1:{zegel.hash}"]
