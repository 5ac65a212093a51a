"""Who gets a chair, who may read along, on which ground, and who decides about it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.gezinnen.operations import (
    add_betrokkene,
    close_inzage,
    correct_betrokkene,
    invite_betrokkene,
)
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Post
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    BetrokkeneFactory,
    GezagFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.maatregelband import tie_with
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def do(operatie, *args, als, **kwargs):
    """As a request does: a refusal is answered, so what it wrote about itself stays."""
    refusal = None
    with as_person(als, peildatum=DAG) as wie:
        try:
            return operatie(*args, **kwargs, door=wie, peildatum=DAG)
        except (Geweigerd, GeenToegang, ObjectDoesNotExist, Botsing) as fout:
            refusal = fout
    raise refusal


def last_event():
    with as_eigenaar():
        return Logregel.objects.latest("at")


@pytest.fixture
def regie():
    return RegieFactory()


@pytest.fixture
def gezin(regie):
    return regie.gezin


@pytest.fixture
def oma(gezin):
    return BetrokkeneFactory(gezin=gezin, email="oma@voorbeeld.example")


def seat_of(persoon, email="thuis@voorbeeld.example"):
    return BetrokkeneFactory(
        gezin=persoon.gezin, groep=Groep.GEZIN, naam=str(persoon), persoon=persoon, email=email
    )


def test_chair_without_a_name_stays_open(regie, gezin):
    stoel = do(add_betrokkene, gezin.pk, groep=Groep.BEROEP, naam="", relatie="huisarts", als=regie.regisseur)

    assert stoel.is_open
    assert last_event().gebeurtenis == Gebeurtenis.BETROKKENE_TOEGEVOEGD


@pytest.mark.parametrize("hoedanigheid", sorted(set(Hoedanigheid) - {Hoedanigheid.REGISSEUR}))
def test_only_the_regisseur_sets_the_table(gezin, oma, hoedanigheid):
    iemand = tie_with(gezin, hoedanigheid).gebruiker

    for operatie, args, feiten in (
        (add_betrokkene, (gezin.pk,), {"groep": Groep.NETWERK, "naam": "Jan", "relatie": "buurman"}),
        (correct_betrokkene, (oma.pk,), {"gelezen": 1, "waarden": {"naam": "Jan"}}),
        (invite_betrokkene, (oma.pk,), {}),
        (close_inzage, (oma.pk,), {}),
    ):
        with pytest.raises(GeenToegang):
            do(operatie, *args, **feiten, als=iemand)
    with as_eigenaar():
        assert list(Betrokkene.objects.exclude(naam="").values_list("naam", flat=True)) == ["Oma Truus"]
        assert not Post.objects.exists()


def test_family_of_another_regisseur_does_not_exist(gezin, oma):
    ander = RegieFactory().regisseur

    with pytest.raises(Gezin.DoesNotExist):
        do(add_betrokkene, gezin.pk, groep=Groep.NETWERK, naam="Jan", relatie="buurman", als=ander)
    with pytest.raises(Betrokkene.DoesNotExist):
        do(close_inzage, oma.pk, als=ander)


def test_second_edit_of_the_same_version_is_refused(regie, oma):
    do(correct_betrokkene, oma.pk, gelezen=1, waarden={"relatie": "grootmoeder"}, als=regie.regisseur)

    with pytest.raises(Botsing) as botsing:
        do(correct_betrokkene, oma.pk, gelezen=1, waarden={"relatie": "oma van moeder"}, als=regie.regisseur)

    assert botsing.value.huidig.relatie == "grootmoeder"


def test_parent_with_gezag_reads_until_the_day_before_sixteen(regie, gezin):
    gezag = GezagFactory(kind__gezin=gezin)
    seat = seat_of(gezag.volwassene)
    zusje = GezagFactory(
        kind__gezin=gezin, kind__geboortedatum=date(2016, 2, 29), volwassene=gezag.volwassene
    ).kind
    do(invite_betrokkene, seat.pk, als=regie.regisseur)

    with as_eigenaar():
        banden = Band.objects.filter(hoedanigheid=Hoedanigheid.OUDER).exclude(tot__lt=DAG)
        gegeven = {band.persoon_id: (band.grond, band.tot) for band in banden}
    assert gegeven == {
        gezag.kind_id: (Grond.GEZAG, date(2029, 5, 3)),
        zusje.pk: (Grond.GEZAG, date(2032, 2, 28)),
        gezag.volwassene_id: (Grond.EIGEN, date(2032, 2, 28)),
    }


def test_jeugdige_reads_from_the_twelfth_birthday(regie, gezin):
    noor = PersoonFactory(gezin=gezin, geboortedatum=date(2014, 11, 16))

    do(invite_betrokkene, seat_of(noor).pk, als=regie.regisseur)

    with as_eigenaar():
        assert Band.objects.get(hoedanigheid=Hoedanigheid.JEUGDIGE).van == DAG


def child_of(dag):
    return lambda gezin: seat_of(PersoonFactory(gezin=gezin, geboortedatum=dag))


def parent(**gezag):
    return lambda gezin: seat_of(GezagFactory(kind__gezin=gezin, **gezag).volwassene)


@pytest.mark.parametrize(
    ("stoel", "reden"),
    [
        pytest.param(
            lambda gezin: seat_of(PersoonFactory(gezin=gezin, ouder=True)), "geen gezag", id="zonder-gezag"
        ),
        pytest.param(parent(kind__geboortedatum=date(2010, 11, 16)), "geen gezag", id="kind-is-16"),
        pytest.param(parent(tot=date(2026, 11, 15)), "geen gezag", id="gezag-gestopt"),
        pytest.param(child_of(date(2014, 11, 17)), "leest zelf mee vanaf", id="kind-is-morgen-12"),
        pytest.param(child_of(None), "geboortedatum is niet bekend", id="geboortedatum-onbekend"),
        pytest.param(lambda gezin: BetrokkeneFactory(gezin=gezin), "geen mailadres", id="zonder-mail"),
        pytest.param(
            lambda gezin: BetrokkeneFactory(gezin=gezin, email="oma@voorbeeld.example"),
            "alleen mee met toestemming",
            id="netwerk",
        ),
    ],
)
def test_who_has_no_right_to_read_is_not_invited(regie, gezin, stoel, reden):
    betrokkene = stoel(gezin)

    with pytest.raises(Geweigerd, match=reden):
        do(invite_betrokkene, betrokkene.pk, als=regie.regisseur)

    with as_eigenaar():
        assert not Post.objects.exists()
        assert not Gebruiker.objects.filter(rol=Rol.GEZIN).exists()
    assert last_event().gebeurtenis == Gebeurtenis.GEWEIGERD


@pytest.fixture
def ouder(gezin):
    return seat_of(GezagFactory(kind__gezin=gezin).volwassene)


def test_two_people_at_one_table_do_not_share_an_account(regie, gezin, ouder):
    do(invite_betrokkene, ouder.pk, als=regie.regisseur)
    ander = seat_of(GezagFactory(kind__gezin=gezin).volwassene, email=ouder.email)

    with pytest.raises(Geweigerd, match="Met dit mailadres leest Esther Vermeer al mee"):
        do(invite_betrokkene, ander.pk, als=regie.regisseur)

    with as_eigenaar():
        assert Post.objects.count() == 1
        assert not Band.objects.filter(grond_id=ander.pk).exists()


def test_closed_inzage_holds_no_more_the_same_day(regie, gezin, ouder):
    do(invite_betrokkene, ouder.pk, als=regie.regisseur)
    with as_eigenaar():
        account = Gebruiker.objects.get(email=ouder.email)
    with as_person(account, peildatum=DAG) as wie:
        assert Gezin.objects.visible_to(wie, DAG).exists()

    do(close_inzage, ouder.pk, als=regie.regisseur)

    with as_person(account, peildatum=DAG) as wie:
        assert not Gezin.objects.visible_to(wie, DAG).exists()
        assert not Gezin.objects.exists()
    assert last_event().gebeurtenis == Gebeurtenis.INZAGE_GESLOTEN
    with as_eigenaar():
        assert set(Band.objects.filter(grond_id=ouder.pk).values_list("tot", flat=True)) == {
            DAG - timedelta(days=1)
        }


def test_who_stopped_can_be_invited_again(regie, ouder):
    for operatie in (invite_betrokkene, close_inzage, invite_betrokkene):
        do(operatie, ouder.pk, als=regie.regisseur)

    with as_eigenaar():
        assert Band.objects.filter(grond_id=ouder.pk).exclude(tot__lt=DAG).count() == 2


def test_what_someone_gives_is_a_kind_that_exists(oma):
    oma.steun = ["gezelligheid"]
    with as_eigenaar(), pytest.raises(IntegrityError, match="betrokkene_steun_bestaat"), transaction.atomic():
        oma.save(update_fields=["steun"])
