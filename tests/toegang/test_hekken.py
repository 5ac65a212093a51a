"""The second fence by itself: what the database shows and refuses. test_verschil proves it equal to the first."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from rondetafel.gezinnen.models import (
    Adres,
    Afscherming,
    Betrokkene,
    Contact,
    Deelantwoord,
    Deelvraag,
    Gezag,
    Gezin,
    Informatieverzoek,
    Persoon,
    Regie,
    Wilsbekwaamheid,
)
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Logregel
from rondetafel.overleg.models import Deelname, Overleg, Plek
from rondetafel.toegang.context import as_person
from rondetafel.toegang.mag import municipalities_of, scope_of
from rondetafel.toegang.rechten import Onderdeel, Soort, may_in_general
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid, Rol
from rondetafel.zorg.models import AkkoordZorg, StopZorg, Verlenging
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    AanmeldingFactory,
    ActieFactory,
    AdresFactory,
    AfschermingFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DeelantwoordFactory,
    DeelnameFactory,
    DeelvraagFactory,
    DoelFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezagFactory,
    GezinFactory,
    GezinsplanFactory,
    InformatieverzoekFactory,
    PersoonFactory,
    RegieFactory,
    StopZorgFactory,
    VerlengingFactory,
    WilsbekwaamheidFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
GEMEENTEN = (HEERLEN, LANDGRAAF, VOERENDAAL)
TABELLEN = (
    Gezin,
    Persoon,
    Gezag,
    Adres,
    Afscherming,
    Betrokkene,
    Contact,
    Regie,
    Deelvraag,
    Deelantwoord,
    Wilsbekwaamheid,
    Informatieverzoek,
    Aanmelding,
    Gezinsplan,
    Doel,
    Actie,
    Overleg,
    Plek,
    Deelname,
    AkkoordZorg,
    Verlenging,
    StopZorg,
)

pytestmark = pytest.mark.django_db


def fill_gezin(gemeente):
    """One family with two children, and in every fenced table a row about each of them and about both."""
    gezin = GezinFactory(gemeente=GemeenteFactory(code=gemeente))
    akkoord = AkkoordZorgFactory(jeugdige__gezin=gezin)
    zusje = PersoonFactory(gezin=gezin, voornaam="Sam")
    stop = StopZorgFactory(akkoord__jeugdige=zusje, akkoord__gezin=gezin)
    VerlengingFactory(akkoord=akkoord)
    VerlengingFactory(akkoord=stop.akkoord)
    GezagFactory(kind=akkoord.jeugdige)
    for kind, geheim in ((akkoord.jeugdige, "nee"), (zusje, "onbekend")):
        AdresFactory(persoon=kind, geheim=geheim)
        DeelantwoordFactory(vraag=DeelvraagFactory(persoon=kind))
        WilsbekwaamheidFactory(persoon=kind)
        InformatieverzoekFactory(persoon=kind)
    RegieFactory(gezin=gezin)
    plan = GezinsplanFactory(gezin=gezin)
    hang_on_school(plan, akkoord.jeugdige)
    for voor in (akkoord.jeugdige, zusje, None):
        ActieFactory(doel=DoelFactory(plan=plan, voor=voor))
    DeelnameFactory(overleg__gezin=gezin, overleg__plaats="Op school")
    AanmeldingFactory(gezin=gezin, jeugdige=akkoord.jeugdige, gemeente=gezin.gemeente, stand="instroom")
    return gezin


def hang_on_school(plan, kind):
    """A chair with a mail address, a chair of the child's school, and what hangs on the latter."""
    gezin = plan.gezin
    BetrokkeneFactory(gezin=gezin, email=f"{gezin.nummer}@voorbeeld.example")
    school = BetrokkeneFactory(gezin=gezin, hoort_bij=kind, aard="school", gebruiker=GebruikerFactory())
    ActieFactory(doel__plan=plan, doel__eigenaar=school)
    ActieFactory(doel__plan=plan, wie=school)
    DeelnameFactory(overleg__gezin=gezin, overleg__soort="eindoverleg", betrokkene=school)
    AfschermingFactory(beschermd=kind)


def person_in(gezin, over):
    """The child with help, the little sister, or everyone."""
    with as_eigenaar():
        voornaam = {"kind": "Noor", "zusje": "Sam"}.get(over)
        return voornaam and Persoon.objects.get(gezin=gezin, voornaam=voornaam).pk


@pytest.mark.parametrize("onderdeel", Onderdeel)
@pytest.mark.parametrize("soort", Soort)
@pytest.mark.parametrize("houder", [*Rol, *Hoedanigheid], ids=lambda een: f"{type(een).__name__}-{een}")
def test_database_repeats_the_table_of_rights(houder, soort, onderdeel):
    with as_eigenaar(), connection.cursor() as cursor:
        kind = "rol" if isinstance(houder, Rol) else "band"
        cursor.execute("select %s = any(onderdelen(%s, %s, %s))", [onderdeel, kind, houder, soort])
        in_database = cursor.fetchone()[0]
    in_python = may_in_general(houder, onderdeel, soort)
    # Writing by a smal rol is a policy of its own on the one table concerned, not a part as a whole.
    assert in_database == (in_python and (kind == "band" or houder in BREDE_ROLLEN))


def test_nothing_can_be_read_without_a_context():
    fill_gezin(LANDGRAAF)

    for model in TABELLEN:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(model.objects.all())


def test_the_door_reads_no_family():
    fill_gezin(LANDGRAAF)

    with connection.cursor() as cursor:
        cursor.execute("select set_config('role', 'deur', true)")
    for model in TABELLEN:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(model.objects.all())


def test_a_wrong_database_role_answers_with_nothing():
    gezin = fill_gezin(LANDGRAAF)
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
    BandFactory(gebruiker=regisseur, gezin=gezin, hoedanigheid=Hoedanigheid.REGISSEUR)

    with as_person(regisseur, peildatum=DAG) as wie:
        assert Gezin.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("select set_config('role', 'breed', true)")
        assert Gezin.objects.count() == 0
    assert scope_of(wie, Onderdeel.PLAN, DAG).gezinnen == {gezin.pk}
    assert municipalities_of(wie, Onderdeel.PLAN) == frozenset()


def test_a_row_cannot_be_hung_on_another_family():
    eigen, ander = fill_gezin(LANDGRAAF), fill_gezin(HEERLEN)
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
    BandFactory(gebruiker=regisseur, gezin=eigen, hoedanigheid=Hoedanigheid.REGISSEUR)

    with as_person(regisseur, peildatum=DAG):
        for gezin_id, gemeente_id in ((ander.pk, HEERLEN), (eigen.pk, HEERLEN)):
            with pytest.raises(Exception, match="row-level security|foreign key"), transaction.atomic():
                Betrokkene.objects.create(
                    gezin_id=gezin_id, gemeente_id=gemeente_id, groep="netwerk", relatie="oma", van=DAG
                )


def test_logboek_is_only_added_to():
    with as_eigenaar():
        regel = Logregel.objects.create(naam="x", rol="regisseur", gebeurtenis="bekeken", actie="R")
        for change in (regel.delete, lambda: Logregel.objects.update(naam="y")):
            with pytest.raises(Exception, match="alleen aangevuld"), transaction.atomic():
                change()


def test_a_tie_with_one_child_opens_that_child_and_what_is_shared():
    gezin = fill_gezin(LANDGRAAF)
    kind, zusje = person_in(gezin, "kind"), person_in(gezin, "zusje")
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER, persoon_id=kind).gebruiker

    with as_person(ouder, peildatum=DAG):
        assert set(Doel.objects.values_list("voor_id", flat=True)) == {kind, None}
        assert set(Actie.objects.values_list("sleutel", flat=True)) == {kind, gezin.pk}
        assert set(AkkoordZorg.objects.values_list("jeugdige_id", flat=True)) == {kind}
        assert not StopZorg.objects.filter(jeugdige_id=zusje).exists()


def test_a_narrowed_tie_opens_only_those_parts():
    gezin = fill_gezin(LANDGRAAF)
    oma = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.NETWERK, onderdelen=["gezin"]).gebruiker

    with as_person(oma, peildatum=DAG):
        assert Gezin.objects.count() == 1
        assert not Doel.objects.exists()


def test_an_action_moves_along_when_its_goal_gets_another_owner():
    with as_eigenaar():
        doel = DoelFactory()
        actie = ActieFactory(doel=doel)
        doel.voor = PersoonFactory(gezin=doel.gezin)
        doel.save(update_fields=["voor"])
        actie.refresh_from_db()
        assert actie.sleutel == doel.voor_id


def test_nobody_writes_about_another_child_than_their_own():
    gezin = fill_gezin(LANDGRAAF)
    kind, zusje = person_in(gezin, "kind"), person_in(gezin, "zusje")
    helper = BandFactory(
        gezin=gezin, hoedanigheid=Hoedanigheid.AANBIEDER, persoon_id=kind, gebruiker__rol=Rol.AANBIEDER
    ).gebruiker

    with as_person(helper, peildatum=DAG):
        assert Actie.objects.filter(sleutel=kind).update(klaar_op=DAG) == 1
        assert Actie.objects.filter(sleutel=zusje).update(klaar_op=DAG) == 0


def test_a_parent_ticks_off_actions_and_changes_no_goal():
    gezin = fill_gezin(LANDGRAAF)
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker

    with as_person(ouder, peildatum=DAG):
        assert Actie.objects.update(klaar_op=DAG) == 5
        assert Doel.objects.update(specifiek="anders") == 0
