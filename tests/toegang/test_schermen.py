"""Both fences hide the same rows: shields drawn by lot over a family in which everything can be hidden."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from rondetafel.gezinnen.models import (
    Adres,
    Afscherming,
    Betrokkene,
    Contact,
    Deelantwoord,
    Deelvraag,
    Netwerkplek,
    Relatie,
    Stoelvraag,
)
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.gezinsplan.models import (
    Actie,
    Doel,
    Eigenplanstap,
    Evaluatie,
    Gasscore,
    Meedoener,
    Planantwoord,
    Planversie,
    Tafelwoord,
    Versieactie,
    Versiedoel,
    Weekkleur,
)
from rondetafel.kern.models import Logregel
from rondetafel.overleg.models import Beschikbaarheid, Bespreking, Deelname, Genodigde, Plek
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.toegang.schermen import Wat
from tests.factories import (
    ActieFactory,
    AdresFactory,
    AfschermingFactory,
    BandFactory,
    BeschikbaarheidFactory,
    BesprekingFactory,
    BetrokkeneFactory,
    ContactFactory,
    DatumoptieFactory,
    DeelantwoordFactory,
    DeelnameFactory,
    EigenplanstapFactory,
    EvaluatieFactory,
    GasscoreFactory,
    GebruikerFactory,
    GenodigdeFactory,
    GezinFactory,
    GezinsplanFactory,
    LogregelFactory,
    MeedoenerFactory,
    NetwerkplekFactory,
    PersoonFactory,
    PlanantwoordFactory,
    PlanversieFactory,
    PlekFactory,
    RelatieFactory,
    StoelvraagFactory,
    TafelwoordFactory,
    VersieactieFactory,
    VersiedoelFactory,
    WeekkleurFactory,
)
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)
TABELLEN = (
    Adres,
    Afscherming,
    Betrokkene,
    Contact,
    Deelvraag,
    Deelantwoord,
    Relatie,
    Netwerkplek,
    Stoelvraag,
    Doel,
    Actie,
    Meedoener,
    Evaluatie,
    Gasscore,
    Tafelwoord,
    Weekkleur,
    Eigenplanstap,
    Planversie,
    Versiedoel,
    Versieactie,
    Planantwoord,
    Deelname,
    Plek,
    Bespreking,
    Genodigde,
    Beschikbaarheid,
)


@pytest.fixture
def mensen():
    """A child with a school, an adult with a new partner, and what hangs on both."""
    gezin = GezinFactory()
    kind = PersoonFactory(gezin=gezin)
    ouder = PersoonFactory(gezin=gezin, ouder=True)
    plan = GezinsplanFactory(gezin=gezin)
    datum = DatumoptieFactory(voorbereiding__gezin=gezin)
    for persoon, geheim in ((kind, Geheim.ONBEKEND), (ouder, Geheim.NEE)):
        AdresFactory(persoon=persoon, geheim=geheim)
        ContactFactory(betrokkene__gezin=gezin, betrokkene__persoon=persoon, betrokkene__groep="gezin")
    for persoon, aard in ((kind, "school"), (ouder, "partner")):
        stoel = BetrokkeneFactory(gezin=gezin, hoort_bij=persoon, aard=aard, email=f"{aard}@x.example")
        van_stoel = ActieFactory(doel__plan=plan, doel__eigenaar=stoel)
        door_stoel = ActieFactory(doel__plan=plan, wie=stoel)
        eigen, ander = van_stoel.doel, door_stoel.doel
        # Of a goal whose owner is hidden, and of one that has another owner since.
        GasscoreFactory(evaluatie=EvaluatieFactory(doel=eigen, eigenaar=ander.eigenaar))
        EvaluatieFactory(doel=ander, eigenaar=stoel)
        WeekkleurFactory(voor=persoon, stoel=stoel)
        take_part(stoel, van_stoel, door_stoel)
        # A version of the hidden goal, what it did in one of another, and what was said of the whole plan.
        versie = PlanversieFactory(van_doel=True, doel=eigen)
        VersieactieFactory(actie=van_stoel, versiedoel__in_versie=versie)
        PlanantwoordFactory(in_versie=versie, stoel=ander.eigenaar)
        heel = PlanversieFactory(plan=plan, uitgave=1 if aard == "school" else 2)
        VersieactieFactory(actie=door_stoel, versiedoel__in_versie=heel)
        VersiedoelFactory(doel=ander, in_versie=PlanversieFactory(van_doel=True, doel=ander), eigenaar=stoel)
        PlanantwoordFactory(in_versie=heel, stoel=stoel)
        draw(stoel)
        prepare_for(stoel, datum)
        DeelantwoordFactory(vraag__persoon=kind, vraag__betrokkene=stoel)
    RelatieFactory(persoon=ouder, soort="partner", vorm="samen")
    PlekFactory(overleg__gezin=gezin)
    AfschermingFactory(beschermd=kind, voor_persoon=ouder)
    return [kind, ouder]


def take_part(stoel, van_stoel, door_stoel):
    """What is said of the goals of both, and who does an action with whom: with the hidden one, or being it."""
    speak(stoel, door_stoel.doel)
    speak(door_stoel.doel.eigenaar, van_stoel.doel)
    for actie in (van_stoel, door_stoel, ActieFactory(doel=door_stoel.doel)):
        MeedoenerFactory(actie=actie)
        MeedoenerFactory(actie=actie, stoel=stoel)


def speak(stoel, doel):
    """Words about somebody else's goal, and about the family."""
    TafelwoordFactory(doel=doel, stoel=stoel)
    TafelwoordFactory(doel=None, gezin=stoel.gezin, sleutel=stoel.gezin_id, stoel=stoel)


def draw(stoel):
    """Somebody stands around the family, is asked whether that is all right, and cares for one of them."""
    NetwerkplekFactory(betrokkene=stoel)
    StoelvraagFactory(betrokkene=stoel)
    RelatieFactory(persoon=stoel.hoort_bij, met=None, met_stoel=stoel, vorm="stief")


def prepare_for(stoel, datum):
    """Somebody is talked about, answers for the family, is asked to a meeting, and says when they can."""
    DeelnameFactory(overleg__gezin=stoel.gezin, overleg__gehouden=True, betrokkene=stoel)
    BesprekingFactory(gezin=stoel.gezin, stoel=stoel)
    EigenplanstapFactory(gezin=stoel.gezin, stoel=stoel, stap="zelf")
    GenodigdeFactory(voorbereiding=datum.voorbereiding, betrokkene=stoel)
    BeschikbaarheidFactory(datum=datum, betrokkene=stoel)


schermen = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.booleans(),
        st.sets(st.sampled_from(Wat), min_size=1),
        st.integers(-2, 2),
        st.none() | st.integers(0, 2),
    ),
    max_size=3,
)


def test_both_fences_hide_the_same_rows(mensen):
    hidden = Counter()

    @seed(0)
    @settings(
        max_examples=60,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(
        rol=st.sampled_from([Rol.GEZIN, Rol.REGISSEUR, Rol.BACKOFFICE]),
        hoedanigheid=st.sampled_from([Hoedanigheid.REGISSEUR, Hoedanigheid.OUDER, Hoedanigheid.NETWERK]),
        schermen=schermen,
    )
    def compare(rol, hoedanigheid, schermen):
        with transaction.atomic():
            wie = reader(mensen, rol, hoedanigheid)
            before = seen(wie)
            for scherm in schermen:
                raise_shield(mensen, wie, scherm)
            after = seen(wie)
            assert after == allowed(wie)
            hidden.update(model._meta.model_name for model, pk in before - after)
            transaction.set_rollback(True)

    compare()

    assert set(hidden) >= {model._meta.model_name for model in TABELLEN if model is not Afscherming}


@pytest.mark.parametrize("tabel", [Weekkleur, Tafelwoord, Eigenplanstap])
def test_a_line_of_the_logboek_about_what_is_hidden_is_hidden_too(mensen, tabel):
    wie = reader(mensen, Rol.REGISSEUR, Hoedanigheid.REGISSEUR)
    gezin = mensen[0].gezin
    BandFactory(gebruiker=wie, gezin=gezin, hoedanigheid=Hoedanigheid.REGISSEUR, onderdelen=["logboek"])
    with as_eigenaar():
        rij = tabel.objects.filter(stoel__aard="partner").first()
    regel = LogregelFactory(
        onderdeel="plan", gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, betreft_id=rij.pk
    )

    def is_seen():
        with as_person(wie, peildatum=DAG):
            return Logregel.objects.filter(pk=regel.pk).exists()

    assert is_seen()
    raise_shield(mensen, wie, (1, False, {Wat.PARTNER}, 0, None))
    assert not is_seen()


def reader(mensen, rol, hoedanigheid):
    """An account with a tie, that is also a member of the family when a shield is for that person."""
    gezin = mensen[0].gezin
    wie = GebruikerFactory(rol=rol, gemeenten=[gezin.gemeente_id] if rol == Rol.BACKOFFICE else [])
    if rol != Rol.BACKOFFICE:
        BandFactory(
            gebruiker=wie,
            gezin=gezin,
            hoedanigheid=hoedanigheid,
            onderdelen=["gezin", "plan", "adres", "afscherming", "toegang"],
        )
    zelf = PersoonFactory(gezin=gezin, ouder=True, voornaam="Zelf")
    BetrokkeneFactory(gezin=gezin, groep="gezin", persoon=zelf, gebruiker=wie)
    wie.zelf = zelf
    return wie


def raise_shield(mensen, wie, scherm):
    over, is_voor_persoon, wat, van, duur = scherm
    start = DAG + timedelta(days=van)
    AfschermingFactory(
        beschermd=mensen[over],
        voor_persoon=wie.zelf if is_voor_persoon else None,
        voor_gebruiker=None if is_voor_persoon else wie,
        wat=sorted(wat),
        van=start,
        tot=None if duur is None else start + timedelta(days=duur),
    )


def seen(gebruiker):
    with as_person(gebruiker, peildatum=DAG):
        return {(model, pk) for model in TABELLEN for pk in model.objects.values_list("pk", flat=True)}


def allowed(gebruiker):
    with as_person(gebruiker, peildatum=DAG) as wie:
        pass
    with as_eigenaar():
        return {
            (model, pk)
            for model in TABELLEN
            for pk in model.objects.visible_to(wie, DAG).values_list("pk", flat=True)
        }
