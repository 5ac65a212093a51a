"""What stands in a line, about whom there is one, and who may write it."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import ACTIES, Actiecode, Gebeurtenis
from rondetafel.kern.logboek import Herkomst, Inzage
from rondetafel.kern.models import Logregel, TeVerzegelen
from rondetafel.kern.vertrouwelijk import VERTROUWELIJK
from rondetafel.platform.kaart.normen import NORMEN, read
from rondetafel.toegang.context import as_person, as_role, load_wie
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AdresFactory,
    AfschermingFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DoelFactory,
    GebruikerFactory,
    GezinFactory,
    NoodbandFactory,
    OrganisatieFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def regie():
    """A regisseur with a family of two."""
    regie = RegieFactory()
    PersoonFactory(gezin=regie.gezin)
    PersoonFactory(gezin=regie.gezin, ouder=True)
    return regie


def look(gebruiker, *rijen, onderdeel="plan"):
    """Let somebody look at rows, as the page does; returns the lines."""
    with as_person(gebruiker, peildatum=DAG) as wie:
        logboek.record_looks(
            [Inzage(onderdeel=onderdeel, **logboek._about(rij)) for rij in rijen],
            door=wie,
        )
    return lines()


def lines():
    with as_eigenaar():
        return list(Logregel.objects.order_by("at", "pk"))


def test_look_at_a_family_is_a_line_about_each_person_in_it(regie):
    with as_eigenaar():
        personen = set(regie.gezin.persoon_set.values_list("pk", flat=True))

    regels = look(regie.regisseur, regie.gezin)

    assert {regel.persoon_id for regel in regels} == personen
    assert {regel.gezin_id for regel in regels} == {regie.gezin_id}
    assert {regel.gemeente_id for regel in regels} == {regie.gemeente_id}


def test_family_of_which_nobody_is_known_gets_one_line():
    regie = RegieFactory()

    [regel] = look(regie.regisseur, regie.gezin)

    assert (regel.persoon_id, regel.sleutel) == (None, regie.gezin_id)


@pytest.mark.parametrize("ding", ["doel", "akkoord", "stoel", "persoon"])
def test_row_about_one_person_is_a_line_about_that_person_only(regie, ding):
    kind = PersoonFactory(gezin=regie.gezin)
    rij = {
        "doel": lambda: DoelFactory(plan__gezin=regie.gezin, voor=kind),
        "akkoord": lambda: AkkoordZorgFactory(jeugdige=kind),
        "stoel": lambda: BetrokkeneFactory(gezin=regie.gezin, groep="gezin", persoon=kind),
        "persoon": lambda: kind,
    }[ding]()

    [regel] = look(regie.regisseur, rij)

    assert (regel.persoon_id, regel.sleutel, regel.betreft_id) == (kind.pk, kind.pk, rij.pk)
    assert regel.betreft == rij._meta.label


@pytest.mark.parametrize("hoeveel", [1, 20, 200])
def test_many_rows_are_written_in_one_round_trip(count_queries, hoeveel):
    backoffice = GebruikerFactory(rol=Rol.BACKOFFICE)
    gezinnen = [PersoonFactory(gezin=GezinFactory()).gezin for _ in range(hoeveel)]

    with as_person(backoffice, peildatum=DAG) as wie:
        inzagen = [Inzage(onderdeel="gezin", **logboek._about(gezin)) for gezin in gezinnen]
        assert count_queries(lambda: logboek.record_looks(inzagen, door=wie)) == 1

    assert len(lines()) == hoeveel
    with as_eigenaar():
        assert TeVerzegelen.objects.count() == hoeveel


def test_same_look_twice_on_one_page_is_one_line():
    regie = RegieFactory()

    assert len(look(regie.regisseur, regie.gezin, regie.gezin)) == 1


def test_nothing_seen_asks_nothing(regie, count_queries):
    with as_person(regie.regisseur, peildatum=DAG) as wie:
        assert count_queries(lambda: logboek.record_looks([], door=wie)) == 0


def test_line_says_who_from_where_and_on_which_ground(regie):
    with as_eigenaar():
        regie.regisseur.organisatie_id = OrganisatieFactory(naam="De Linde").pk
        regie.regisseur.save()
    BandFactory(gebruiker=regie.regisseur, gezin=regie.gezin, hoedanigheid="regisseur", grond="regie")
    herkomst = Herkomst(verzoek_id=uuid4(), netwerkadres="2001:db8::7", bron="rondetafel.example web")

    with logboek.from_origin(herkomst):
        regel, _ = look(regie.regisseur, regie.gezin)

    assert (regel.gebruiker_id, regel.naam, regel.rol) == (
        regie.regisseur.pk,
        regie.regisseur.naam,
        "regisseur",
    )
    assert (regel.organisatie, regel.grond) == ("De Linde", "regisseur:regie")
    assert (regel.gebeurtenis, regel.actie, regel.uitkomst) == ("bekeken", "R", "gelukt")
    assert (regel.verzoek_id, regel.netwerkadres, regel.bron) == (
        herkomst.verzoek_id,
        "2001:db8::7",
        "rondetafel.example web",
    )


def test_ground_and_purpose_are_of_the_tie_with_that_person():
    gezin = GezinFactory()
    kind, ouder = PersoonFactory(gezin=gezin), PersoonFactory(gezin=gezin, ouder=True)
    helper = GebruikerFactory(rol=Rol.AANBIEDER)
    tie = {"gebruiker": helper, "gezin": gezin, "hoedanigheid": Hoedanigheid.AANBIEDER}
    BandFactory(**tie, grond="akkoord", persoon_id=kind.pk, doel="hulp geven")
    BandFactory(**tie, grond="toestemming", persoon_id=ouder.pk)

    regels = {regel.persoon_id: (regel.grond, regel.doel) for regel in look(helper, gezin)}

    assert regels == {
        kind.pk: ("aanbieder:akkoord", "hulp geven"),
        ouder.pk: ("aanbieder:toestemming", "uitvoeren van hulp"),
    }


def test_tie_of_yesterday_is_no_ground_today():
    band = BandFactory(hoedanigheid=Hoedanigheid.OUDER, tot=date(2026, 11, 15))
    with as_eigenaar():
        gezin = Gezin.objects.get(pk=band.gezin_id)

    [regel] = look(band.gebruiker, gezin)

    assert regel.grond == "rol:gezin"


@pytest.mark.parametrize(("rol", "grond"), [(Rol.KERNTEAM, "rol:kernteam"), (Rol.GEMEENTE, "rol:gemeente")])
def test_who_reads_by_municipality_comes_by_rol(rol, grond):
    [regel] = look(GebruikerFactory(rol=rol), GezinFactory())

    assert regel.grond == grond


def test_emergency_button_is_known_by_its_ground():
    band = NoodbandFactory(gebruiker__rol=Rol.REGISSEUR)
    with as_eigenaar():
        gezin = Gezin.objects.get(pk=band.gezin_id)

    [regel] = look(band.gebruiker, gezin)

    assert (regel.is_noodknop, regel.grond) == (True, "noodlezer:noodknop")
    assert regel.doel == "hulp in een noodsituatie"


def test_emergency_that_is_over_is_no_ground():
    band = NoodbandFactory(gebruiker__rol=Rol.REGISSEUR, created_at=timezone.now() - timedelta(hours=5))
    with as_eigenaar():
        gezin = Gezin.objects.get(pk=band.gezin_id)

    [regel] = look(band.gebruiker, gezin)

    assert (regel.is_noodknop, regel.grond) == (False, "rol:regisseur")


def test_line_about_somebody_with_a_secret_address_says_so(regie):
    kind = PersoonFactory(gezin=regie.gezin)
    AdresFactory(persoon=kind, geheim="ja")
    gewoon = PersoonFactory(gezin=regie.gezin)
    AdresFactory(persoon=gewoon)

    regels = {regel.persoon_id: regel.is_afgeschermd for regel in look(regie.regisseur, kind, gewoon)}

    assert regels == {kind.pk: True, gewoon.pk: False}


@pytest.mark.parametrize(
    ("van", "tot", "is_afgeschermd"),
    [(16, None, True), (1, 16, True), (17, None, False), (1, 15, False)],
)
def test_line_about_somebody_who_is_shielded_for_another_says_so(regie, van, tot, is_afgeschermd):
    """On its first and last day, whatever is hidden; the address itself need not be secret."""
    kind = PersoonFactory(gezin=regie.gezin)
    AdresFactory(persoon=kind)
    AfschermingFactory(
        beschermd=kind,
        wat=["school"],
        van=date(2026, 11, van),
        tot=date(2026, 11, tot) if tot else None,
    )

    [regel] = look(regie.regisseur, kind)

    assert regel.is_afgeschermd is is_afgeschermd


def test_secret_address_of_the_past_is_none():
    adres = AdresFactory(geheim="ja", tot=date(2026, 11, 15))

    [regel] = look(GebruikerFactory(rol=Rol.BACKOFFICE), adres.persoon)

    assert not regel.is_afgeschermd


@pytest.mark.parametrize("toestel", ["smal", "breed"])
def test_nobody_writes_in_the_name_of_somebody_else(toestel):
    ik, ander = GebruikerFactory(rol=Rol.REGISSEUR), GebruikerFactory(rol=Rol.REGISSEUR)
    with as_role("deur"):
        hij = load_wie(ander.pk)
    with as_person(ik, peildatum=DAG) as wie:
        pass
    with (
        as_role(toestel, wie=wie, peildatum=DAG),
        pytest.raises(DatabaseError, match="wie hem schrijft"),
        transaction.atomic(),
    ):
        logboek.record_looks([Inzage(gezin_id=None, gemeente_id=None, onderdeel="plan")], door=hij)


@pytest.mark.parametrize("ding", ["gezin", "ander"])
def test_at_the_door_a_line_is_about_the_own_account(ding):
    ik, gezin = GebruikerFactory(), GezinFactory()
    about = gezin if ding == "gezin" else GebruikerFactory()
    with as_person(ik, peildatum=DAG) as wie:
        pass
    with as_role("deur"):
        logboek.record(Gebeurtenis.ACCOUNT_GESTART, ik, door=wie)
        with pytest.raises(DatabaseError, match="aan de deur"), transaction.atomic():
            logboek.record(Gebeurtenis.ACCOUNT_GESTART, about, door=wie)

    assert [regel.gebeurtenis for regel in lines()] == ["account_gestart"]


def test_refusal_at_the_door_never_lands_in_the_logboek_of_a_family():
    ik, gezin = GebruikerFactory(), GezinFactory()
    with as_person(ik, peildatum=DAG) as wie:
        pass
    with as_role("deur"):
        logboek.record_refusal("open_herstel", [], door=wie, betreft_id=gezin.pk)

    [regel] = lines()
    assert (regel.uitkomst, regel.gezin_id, regel.betreft_id) == ("geweigerd", None, gezin.pk)


@pytest.mark.parametrize("toestel", ["deur", "smal", "breed", "systeem"])
def test_function_is_the_only_way_to_write(toestel):
    with as_role(toestel), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Logregel.objects.create(naam="x", rol="regisseur", gebeurtenis="bekeken", actie="R")


def test_every_event_has_its_letter():
    assert ACTIES.keys() == set(Gebeurtenis)
    assert ACTIES[Gebeurtenis.BEKEKEN] is Actiecode.LEZEN
    assert ACTIES[Gebeurtenis.AKKOORD_GEGEVEN] is Actiecode.MAKEN
    assert ACTIES[Gebeurtenis.ZORG_GESTOPT] is Actiecode.WIJZIGEN


def test_both_fences_call_the_same_parts_confidential():
    delen = {*Onderdeel, *VERTROUWELIJK, "", "plan"}
    with connection.cursor() as cursor:
        cursor.execute("select deel from unnest(%s::text[]) deel where is_vertrouwelijk(deel)", [list(delen)])
        assert {deel for (deel,) in cursor.fetchall()} == VERTROUWELIJK


def test_every_column_stands_in_the_ledger_of_nen_7513_and_the_other_way_round():
    norm = next(een for een in NORMEN if een.bestand == "nen7513.csv")
    named = [re.match(r"kolom ([a-z_, ]+)", eis.opmerking) for eis in read(norm) if eis.stand == "ok"]
    columns = {naam.strip() for found in named if found for naam in found[1].split(",")} - {"in UTC", "in"}

    assert columns == {veld.attname for veld in Logregel._meta.concrete_fields if not veld.generated}
