"""Recording who stands in: by whom, for whom, told to whom, and ended at once."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from rondetafel.gezinnen.models import Adres, Gezin
from rondetafel.kern.models import Logregel, Post
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person, as_role
from rondetafel.toegang.models import Band, Gebruiker, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.veiligheid.models import Dossier
from rondetafel.veiligheid.slot import VEILIG
from rondetafel.vervanging.gegevens import Vervangopgave
from rondetafel.vervanging.models import Afwezig, Vervanging
from rondetafel.vervanging.operations import start_vervanging, stop_vervanging
from tests.factories import (
    HEERLEN,
    AdresFactory,
    AfschermingFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DossierFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezinFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PersoonFactory,
    RegieFactory,
    VervangingFactory,
)
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
VANDAAG, TOT = date(2026, 11, 16), date(2026, 12, 3)


def do(operatie, *args, als, op=VANDAAG):
    """As a request does: a refusal is answered, so what it wrote about itself stays."""
    refusal = None
    with as_person(als, peildatum=op) as wie:
        try:
            return operatie(*args, door=wie, peildatum=op)
        except (Geweigerd, GeenToegang, Gebruiker.DoesNotExist, Vervanging.DoesNotExist) as fout:
            refusal = fout
    raise refusal


def ask(wie, vervanger, **anders):
    feiten = {"van": VANDAAG, "tot": TOT, "reden": Afwezig.VAKANTIE} | anders
    return Vervangopgave(wie_id=wie.pk, vervanger_id=vervanger.pk, **feiten)


def lines(gebeurtenis):
    with as_eigenaar():
        return list(Logregel.objects.filter(gebeurtenis=gebeurtenis).order_by("gezin_id"))


def sees(account, *, op=VANDAAG):
    with as_person(account, peildatum=op):
        return set(Gezin.objects.all())


@pytest.fixture
def regie():
    return RegieFactory(regisseur__naam="Els Habets")


@pytest.fixture
def els(regie):
    return regie.regisseur


@pytest.fixture
def gezin(regie):
    return regie.gezin


@pytest.fixture
def joris():
    return GebruikerFactory(rol=Rol.REGISSEUR, naam="Joris Crombach")


@pytest.fixture
def kernteam():
    return GebruikerFactory(rol=Rol.KERNTEAM)


def test_regisseur_lets_a_colleague_stand_in(els, joris):
    ander = RegieFactory(regisseur=els).gezin
    vreemd = RegieFactory().gezin

    vervanging = do(start_vervanging, ask(els, joris), als=els)

    assert sees(joris) == sees(els)
    assert ander in sees(joris) and vreemd not in sees(joris)
    regels = lines("vervanging_gestart")
    assert {regel.gezin_id for regel in regels} == {gezin.pk for gezin in sees(els)}
    assert {(regel.betreft_id, regel.onderdeel, regel.actie) for regel in regels} == {
        (vervanging.pk, "toegang", "C")
    }


def test_both_hear_by_a_mail_that_says_nothing_but_who_did_it_themselves(els, joris, kernteam):
    do(start_vervanging, ask(els, joris), als=els)
    with as_eigenaar():
        assert [post.aan for post in Post.objects.all()] == [joris.email]

    with as_eigenaar():
        vervanging = Vervanging.objects.get()
    do(stop_vervanging, vervanging.pk, als=kernteam)
    with as_eigenaar():
        nieuw = {post.aan for post in Post.objects.order_by("created_at")[1:]}
        teksten = "".join(post.tekst for post in Post.objects.all())
    assert nieuw == {els.email, joris.email}
    assert not any(woord in teksten for woord in ("Els", "Joris", "vervang", "gezin", "afwezig"))


def test_kernteam_records_it_for_who_fell_ill(els, joris, kernteam):
    do(start_vervanging, ask(els, joris, reden=Afwezig.VERLOF), als=kernteam)

    assert sees(joris) == sees(els)


@pytest.mark.parametrize("wie", ["collega", "kernteam elders", "aanbieder", "backoffice", "gezin"])
def test_nobody_else_records_it(els, joris, wie):
    mensen = {
        "collega": GebruikerFactory(rol=Rol.REGISSEUR),
        "kernteam elders": GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN]),
        "aanbieder": GebruikerFactory(rol=Rol.AANBIEDER),
        "backoffice": GebruikerFactory(rol=Rol.BACKOFFICE),
        "gezin": GebruikerFactory(),
    }

    with pytest.raises((GeenToegang, Gebruiker.DoesNotExist)):
        do(start_vervanging, ask(els, joris), als=mensen[wie])

    # And what Python would forget, the database does not.
    with as_person(mensen[wie], peildatum=VANDAAG):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Vervanging.objects.create(
                wie=els, vervanger=joris, van=VANDAAG, tot=TOT, reden="anders", door=mensen[wie]
            )
        assert not Vervanging.objects.exists()
    assert sees(joris) == set()


def test_kernteam_gives_no_families_of_a_municipality_that_is_not_theirs(els, joris, kernteam):
    RegieFactory(regisseur=els, gezin=GezinFactory(gemeente=GemeenteFactory(code=HEERLEN)))

    with pytest.raises(Geweigerd, match="een gemeente die niet van u is"):
        do(start_vervanging, ask(els, joris), als=kernteam)
    with (
        as_person(kernteam, peildatum=VANDAAG),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Vervanging.objects.create(
            wie=els, vervanger=joris, van=VANDAAG, tot=TOT, reden="anders", door=kernteam
        )
    assert do(start_vervanging, ask(els, joris), als=els)


def test_a_helper_is_replaced_by_a_colleague_of_the_same_organisation():
    linde, kompas = OrganisatieFactory(), OrganisatieFactory(naam="Het Kompas")
    tom, bram, anna = (
        GebruikerFactory(rol=Rol.AANBIEDER, organisatie_id=een.pk) for een in (linde, linde, kompas)
    )
    akkoord = AkkoordZorgFactory(uitvoerder=tom)
    BandFactory(
        gezin=akkoord.gezin,
        gebruiker=tom,
        hoedanigheid=Hoedanigheid.AANBIEDER,
        grond=Grond.AKKOORD,
        grond_id=akkoord.pk,
        persoon_id=akkoord.jeugdige_id,
    )

    for opgave in (ask(tom, anna), ask(tom, GebruikerFactory(rol=Rol.REGISSEUR))):
        with pytest.raises(Geweigerd, match="niet hetzelfde werk"):
            do(start_vervanging, opgave, als=tom)
    with (
        as_person(tom, peildatum=VANDAAG),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Vervanging.objects.create(wie=tom, vervanger=anna, van=VANDAAG, tot=TOT, reden="anders", door=tom)

    do(start_vervanging, ask(tom, bram), als=tom)
    with as_person(bram, peildatum=VANDAAG) as wie:
        assert list(type(akkoord).objects.visible_to(wie, VANDAAG).handled_by(wie, VANDAAG)) == [akkoord]
    with as_person(bram, peildatum=TOT + DAG) as wie:
        assert not type(akkoord).objects.visible_to(wie, TOT + DAG).exists()


@pytest.mark.parametrize("wie", ["els", "kernteam"])
def test_stopping_works_at_once(els, joris, kernteam, wie):
    vervanging = VervangingFactory(wie=els, vervanger=joris, van=VANDAAG - DAG * 7)
    assert sees(joris) == sees(els) != set()

    do(stop_vervanging, vervanging.pk, als={"els": els, "kernteam": kernteam}[wie])

    assert sees(joris) == set()
    assert sees(els) != set()
    with as_eigenaar():
        vervanging.refresh_from_db()
    assert (vervanging.tot, vervanging.gestopt_op) == (VANDAAG - DAG, VANDAAG)
    assert {regel.gezin_id for regel in lines("vervanging_gestopt")} == {een.pk for een in sees(els)}


def test_what_was_stopped_before_it_began_holds_on_no_day_and_makes_room(els, joris):
    vervanging = VervangingFactory(wie=els, vervanger=joris, van=VANDAAG + DAG)

    do(stop_vervanging, vervanging.pk, als=els)

    assert sees(joris, op=VANDAAG + DAG) == set()
    assert do(start_vervanging, ask(els, joris, van=VANDAAG + DAG), als=els)


@pytest.mark.parametrize("wie", ["vervanger", "collega", "kernteam elders"])
def test_nobody_else_stops_it(els, joris, wie):
    mensen = {
        "vervanger": joris,
        "collega": GebruikerFactory(rol=Rol.REGISSEUR),
        "kernteam elders": GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN]),
    }
    vervanging = VervangingFactory(wie=els, vervanger=joris)

    with pytest.raises(Vervanging.DoesNotExist):
        do(stop_vervanging, vervanging.pk, als=mensen[wie])
    with as_person(mensen[wie], peildatum=VANDAAG):
        assert Vervanging.objects.update(tot=VANDAAG, gestopt_op=VANDAAG) == 0


def test_it_cannot_be_made_longer_or_given_to_another(els, joris):
    VervangingFactory(wie=els, vervanger=joris)

    with as_person(els, peildatum=VANDAAG):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Vervanging.objects.update(tot=TOT + DAG)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Vervanging.objects.update(vervanger=els)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        pytest.param({"van": VANDAAG - DAG}, "is voorbij", id="gisteren"),
        pytest.param({"tot": VANDAAG - DAG}, "ligt voor de eerste dag", id="omgekeerd"),
        pytest.param({"tot": date(2027, 2, 16)}, "ten hoogste 3 maanden", id="te-lang"),
    ],
)
def test_refused_changes_nothing_and_is_written_down(els, joris, anders, reden):
    with pytest.raises(Geweigerd, match=reden):
        do(start_vervanging, ask(els, joris, **anders), als=els)

    with as_eigenaar():
        assert not Vervanging.objects.exists()
    assert len(lines("geweigerd")) == 1


def test_a_second_absence_and_a_stand_in_who_is_away_are_refused(els, joris):
    VervangingFactory(wie=joris, van=TOT, tot=TOT + DAG)
    with pytest.raises(Geweigerd, match="Joris Crombach is dan zelf afwezig"):
        do(start_vervanging, ask(els, joris), als=els)

    do(start_vervanging, ask(els, joris, tot=TOT - DAG), als=els)
    with pytest.raises(Geweigerd, match="al een vervanging vastgelegd"):
        do(start_vervanging, ask(els, GebruikerFactory(rol=Rol.REGISSEUR), van=TOT - DAG), als=els)


@pytest.mark.parametrize("band", ["naam", "stoel", "scherm"])
def test_another_relation_is_pointed_out_until_somebody_looked_into_it(els, gezin, joris, band):
    if band == "naam":
        PersoonFactory(gezin=gezin, achternaam="crombach")
    elif band == "stoel":
        BetrokkeneFactory(gezin=gezin, groep="netwerk", naam="Joris Crombach", relatie="oom")
    else:
        AfschermingFactory(
            beschermd=PersoonFactory(gezin=gezin), voor_persoon=None, voor_gebruiker=joris, wat=["adres"]
        )

    with pytest.raises(Geweigerd, match=f"gezin {gezin.nummer:04d}"):
        do(start_vervanging, ask(els, joris), als=els)
    assert do(start_vervanging, ask(els, joris, is_nagegaan=True), als=els)


def test_kernteam_learns_of_no_shield(els, gezin, joris, kernteam):
    """Who may not read shields gets no warning by which they could learn of one."""
    AfschermingFactory(
        beschermd=PersoonFactory(gezin=gezin), voor_persoon=None, voor_gebruiker=joris, wat=["adres"]
    )

    assert do(start_vervanging, ask(els, joris), als=kernteam)


def test_a_shield_stays_what_it_was(els, gezin, joris):
    kind = PersoonFactory(gezin=gezin)
    AdresFactory(persoon=kind)
    AfschermingFactory(beschermd=kind, voor_persoon=None, voor_gebruiker=joris, wat=["adres"])
    VervangingFactory(wie=els, vervanger=joris)

    for account, aantal in ((els, 1), (joris, 0)):
        with as_person(account, peildatum=VANDAAG) as wie:
            assert Adres.objects.count() == aantal
            assert Adres.objects.visible_to(wie, VANDAAG).count() == aantal


def test_a_dossier_about_safety_does_not_pass_on(els, gezin, joris):
    dossier = DossierFactory(gezin=gezin, door=els)
    LidmaatschapFactory(dossier=dossier, gebruiker=els)
    VervangingFactory(wie=els, vervanger=joris)

    for account, ziet in ((els, True), (joris, False)):
        with as_person(account, peildatum=VANDAAG) as wie, as_role(VEILIG, wie=wie, peildatum=VANDAAG):
            assert Dossier.objects.exists() is ziet


def test_a_new_family_reaches_the_stand_in_by_the_same_decision(els, joris):
    VervangingFactory(wie=els, vervanger=joris)

    nieuw = RegieFactory(regisseur=els).gezin

    assert nieuw in sees(joris)
    with as_eigenaar():
        assert Band.objects.get(gezin_id=nieuw.pk, gebruiker=joris).tot == TOT


def test_two_who_record_it_at_once(els, joris, monkeypatch):
    """The database decides which came first; the other hears why, and nothing breaks."""
    VervangingFactory(wie=els, vervanger=joris)
    monkeypatch.setattr("rondetafel.vervanging.queries.absences_of", lambda gebruiker_id: ())

    with pytest.raises(Geweigerd, match="al een vervanging vastgelegd"):
        do(start_vervanging, ask(els, GebruikerFactory(rol=Rol.REGISSEUR)), als=els)
