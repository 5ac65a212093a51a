"""Looking that stands out: ten seeded cases are all found, a thousand normal looks give nothing."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from rondetafel.gezinnen.models import Groep
from rondetafel.kern.logboek import Werker
from rondetafel.kern.models import Logregel
from rondetafel.kwaliteit import tasks
from rondetafel.kwaliteit.models import Afwijking, Weekcontrole
from rondetafel.kwaliteit.operations import record_afwijkingen
from rondetafel.kwaliteit.queries import looking_between
from rondetafel.regels.afwijking import Signaal
from rondetafel.toegang.context import as_role
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AanmeldingFactory,
    AdresFactory,
    BandFactory,
    BetrokkeneFactory,
    GebruikerFactory,
    GezinFactory,
    LogregelFactory,
    NoodbandFactory,
    PersoonFactory,
    TermijnFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 12)
MAANDAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def at(uur=10, dag=DAG):
    """A moment of that day in Dutch winter time."""
    return datetime(dag.year, dag.month, dag.day, tzinfo=UTC) + timedelta(hours=uur - 1)


def look(wie, gezin, uur=10, **velden):
    return LogregelFactory(
        **{
            "at": at(uur),
            "gebruiker_id": wie.pk,
            "naam": wie.naam,
            "rol": wie.rol,
            "gezin_id": gezin.pk,
            "gemeente_id": gezin.gemeente_id,
            "verzoek_id": uuid4(),
            **velden,
        }
    )


def tied(gezin=None, rol=Rol.AANBIEDER, **account):
    """Somebody who works for this family."""
    gezin = gezin or GezinFactory()
    wie = GebruikerFactory(rol=rol, **account)
    BandFactory(gebruiker=wie, gezin=gezin, hoedanigheid=Hoedanigheid.AANBIEDER, grond="akkoord")
    return wie, gezin


def search():
    with as_role("systeem", peildatum=MAANDAG):
        return record_afwijkingen(
            van=date(2026, 11, 9), tot=date(2026, 11, 15), door=Werker(doel="nakijken"), peildatum=MAANDAG
        )


def found():
    with as_eigenaar():
        return {(een.signaal, een.gebruiker_id, een.gezin_id) for een in Afwijking.objects.all()}


def case_no_tie():
    wie, gezin = GebruikerFactory(rol=Rol.KERNTEAM), GezinFactory()
    look(wie, gezin)
    return Signaal.ZONDER_BAND, wie, gezin


def case_attempt():
    wie, gezin = GebruikerFactory(rol=Rol.REGISSEUR), GezinFactory()
    look(wie, gezin, gebeurtenis="geweigerd", uitkomst="geweigerd")
    return Signaal.ZONDER_BAND, wie, gezin


def case_emergency_button_only():
    wie, gezin = GebruikerFactory(rol=Rol.REGISSEUR), GezinFactory()
    NoodbandFactory(gebruiker=wie, gezin=gezin)
    look(wie, gezin)
    # That somebody used it is no work in this family either.
    look(wie, gezin, gebeurtenis="noodknop_geopend", actie="E")
    return Signaal.ZONDER_BAND, wie, gezin


def case_own_chair_by_mail():
    wie, gezin = tied(email="Iris@voorbeeld.example")
    BetrokkeneFactory(gezin=gezin, groep=Groep.NETWERK, email="iris@voorbeeld.example")
    look(wie, gezin)
    return Signaal.EIGEN_GEZIN, wie, gezin


def case_own_chair_by_name():
    wie, gezin = tied(naam="Iris Bos")
    BetrokkeneFactory(gezin=gezin, groep=Groep.GEZIN, naam="iris bos")
    look(wie, gezin)
    return Signaal.EIGEN_GEZIN, wie, gezin


def case_same_surname():
    wie, gezin = tied(naam="Ilse van der Gööt")
    PersoonFactory(gezin=gezin, achternaam="Göot")
    look(wie, gezin)
    return Signaal.ZELFDE_NAAM, wie, gezin


def case_same_postcode():
    wie, gezin = tied(postcode="6371aa")
    AdresFactory(persoon__gezin=gezin, postcode="6371 AA")
    look(wie, gezin)
    return Signaal.ZELFDE_POSTCODE, wie, gezin


def case_night():
    wie, gezin = tied()
    look(wie, gezin, uur=23)
    return Signaal.NACHT, wie, gezin


def case_shielded():
    wie, gezin = GebruikerFactory(rol=Rol.BACKOFFICE), GezinFactory()
    TermijnFactory(gezin=gezin, rol="toegang", created_at=at(9))
    look(wie, gezin, is_afgeschermd=True)
    return Signaal.AFGESCHERMD, wie, gezin


def case_bulk():
    wie = GebruikerFactory(rol=Rol.AANBIEDER)
    for _ in range(21):
        gezin = GezinFactory()
        BandFactory(gebruiker=wie, gezin=gezin, hoedanigheid=Hoedanigheid.AANBIEDER, grond="akkoord")
        look(wie, gezin)
    return Signaal.VEEL, wie, None


CASES = [
    case_no_tie,
    case_attempt,
    case_emergency_button_only,
    case_own_chair_by_mail,
    case_own_chair_by_name,
    case_same_surname,
    case_same_postcode,
    case_night,
    case_shielded,
    case_bulk,
]


def test_ten_of_ten_cases_are_found_and_nothing_else():
    expected = {
        (signaal, wie.pk, gezin.pk if gezin else None) for signaal, wie, gezin in (case() for case in CASES)
    }

    controle = search()

    assert found() == expected
    assert controle.aantal == len(expected) == 10


def test_nobody_who_reads_by_municipality_needs_no_reason():
    """Who oversees, pays or reports looks at figures; one family of all is asked after, whoever it was."""
    for rol in (Rol.GEMEENTE, Rol.DIRECTIE):
        look(GebruikerFactory(rol=rol), GezinFactory())

    search()

    with as_eigenaar():
        assert {(een.signaal, een.rol) for een in Afwijking.objects.all()} == {
            (Signaal.ZONDER_BAND, Rol.GEMEENTE),
            (Signaal.ZONDER_BAND, Rol.DIRECTIE),
        }


@pytest.mark.parametrize(("hoeveel", "aantal"), [(60, 0), (61, 1)])
def test_the_municipality_opens_no_more_than_others_who_read_widely(hoeveel, aantal):
    wie = GebruikerFactory(rol=Rol.GEMEENTE)
    for _ in range(hoeveel):
        gezin = GezinFactory()
        TermijnFactory(gezin=gezin, gebruiker_id=wie.pk, created_at=at(9))
        look(wie, gezin)

    assert search().aantal == aantal


def test_thousand_normal_looks_give_nothing():
    """A busy week: people at work in their own families, whole lists on a page, a night shift of a parent."""
    with as_eigenaar():
        paren = [tied(naam=f"Hulp {nummer}", postcode="6211 XX") for nummer in range(10)]
        for _, gezin in paren:
            AdresFactory(persoon__gezin=gezin)
        for beurt in range(98):
            wie, gezin = paren[beurt % 10]
            dag = date(2026, 11, 9) + timedelta(days=beurt % 7)
            for stap in range(10):
                look(wie, gezin, at=at(7 + stap + beurt % 3, dag))
        lijst = uuid4()
        kernteam = GebruikerFactory(rol=Rol.KERNTEAM)
        for _, gezin in paren:
            look(kernteam, gezin, verzoek_id=lijst)
        ouder = BandFactory(gezin=paren[0][1]).gebruiker
        for _ in range(10):
            look(ouder, paren[0][1], uur=2)

    assert search().aantal == 0


def test_list_of_many_families_is_not_opening_them():
    kernteam, een, twee, lijst = GebruikerFactory(rol=Rol.KERNTEAM), GezinFactory(), GezinFactory(), uuid4()
    look(kernteam, een, verzoek_id=lijst)
    look(kernteam, twee, verzoek_id=lijst)

    assert search().aantal == 0


@pytest.mark.parametrize("wat", ["plicht", "daad", "aanmelding", "pas gestopt"])
def test_work_in_a_family_is_a_reason_to_look(wat):
    gezin = GezinFactory()
    wie = GebruikerFactory(rol=Rol.VERWIJZER if wat == "aanmelding" else Rol.BACKOFFICE)
    if wat == "plicht":
        TermijnFactory(gezin=gezin, rol="toegang", created_at=at(9))
    elif wat == "daad":
        look(wie, gezin, at=at(9, date(2026, 11, 2)), gebeurtenis="triage_gedaan", actie="C")
    elif wat == "aanmelding":
        kind = PersoonFactory(gezin=gezin)
        AanmeldingFactory(
            gezin=gezin, jeugdige=kind, gemeente=gezin.gemeente, stand="instroom", verwijzer=wie
        )
    else:
        wie = GebruikerFactory(rol=Rol.AANBIEDER)
        BandFactory(gebruiker=wie, gezin=gezin, hoedanigheid=Hoedanigheid.AANBIEDER, tot=date(2026, 10, 1))
    look(wie, gezin)

    assert search().aantal == 0


def test_tie_that_ended_long_ago_is_none():
    wie, gezin = GebruikerFactory(rol=Rol.AANBIEDER), GezinFactory()
    BandFactory(gebruiker=wie, gezin=gezin, hoedanigheid=Hoedanigheid.AANBIEDER, tot=date(2026, 8, 13))
    look(wie, gezin)

    assert search().aantal == 1


def test_secret_address_does_not_show_by_a_postcode():
    wie, gezin = tied(postcode="6371AA")
    AdresFactory(persoon__gezin=gezin, postcode="6371 AA", geheim="ja")
    look(wie, gezin)

    assert search().aantal == 0


@pytest.mark.parametrize("rol", [Rol.GEZIN, Rol.AUDITOR, Rol.BEVEILIGING])
def test_family_and_who_reads_the_logboek_are_not_looked_at(rol):
    look(GebruikerFactory(rol=rol), GezinFactory(), uur=2)

    assert search().aantal == 0


@pytest.mark.parametrize(("dag", "aantal"), [(8, 0), (9, 1), (15, 1), (16, 0)])
def test_week_has_its_first_and_last_day(dag, aantal):
    wie, gezin = tied()
    look(wie, gezin, at=at(2, date(2026, 11, dag)))

    assert search().aantal == aantal


def test_what_was_found_is_not_found_again():
    case_night()
    case_bulk()
    search()
    search()

    with as_eigenaar():
        assert Afwijking.objects.count() == 2
        assert Weekcontrole.objects.count() == 2


def test_search_is_written_down_and_knows_no_person():
    search()

    with as_eigenaar():
        regel = Logregel.objects.get()
        assert (regel.gebeurtenis, regel.onderdeel, regel.naam) == (
            "afwijkingen_gezocht",
            "toezicht",
            "Rondetafel",
        )
        assert (regel.gebruiker_id, regel.rol, regel.actie) == (None, "systeem", "E")


def test_every_monday_the_week_before_is_searched(klok):
    case_night()
    with as_role("systeem", peildatum=MAANDAG):
        tasks.search_afwijkingen(timestamp=0)

    with as_eigenaar():
        controle = Weekcontrole.objects.get()
        assert (controle.van, controle.tot, controle.aantal) == (date(2026, 11, 9), date(2026, 11, 15), 1)


@pytest.mark.parametrize("tabel", ["gezinnen_adres", "gezinnen_persoon", "toegang_gebruiker"])
def test_search_reads_no_people_itself(tabel):
    with (
        as_role("systeem"),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"select * from {tabel}")


def test_facts_are_for_the_worker_only():
    with as_role("breed"), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        list(looking_between(DAG, DAG))
