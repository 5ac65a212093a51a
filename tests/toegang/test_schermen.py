"""Both fences hide the same rows: shields drawn by lot over a family in which everything can be hidden."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from rondetafel.gezinnen.models import Adres, Afscherming, Betrokkene, Contact, Deelantwoord, Deelvraag
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.gezinsplan.models import Actie, Doel, Evaluatie
from rondetafel.overleg.models import Deelname, Plek
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.toegang.schermen import Wat
from tests.factories import (
    ActieFactory,
    AdresFactory,
    AfschermingFactory,
    BandFactory,
    BetrokkeneFactory,
    ContactFactory,
    DeelantwoordFactory,
    DeelnameFactory,
    EvaluatieFactory,
    GebruikerFactory,
    GezinFactory,
    GezinsplanFactory,
    PersoonFactory,
    PlekFactory,
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
    Doel,
    Actie,
    Evaluatie,
    Deelname,
    Plek,
)


@pytest.fixture
def mensen():
    """A child with a school, an adult with a new partner, and what hangs on both."""
    gezin = GezinFactory()
    kind = PersoonFactory(gezin=gezin)
    ouder = PersoonFactory(gezin=gezin, ouder=True)
    plan = GezinsplanFactory(gezin=gezin)
    for persoon, geheim in ((kind, Geheim.ONBEKEND), (ouder, Geheim.NEE)):
        AdresFactory(persoon=persoon, geheim=geheim)
        ContactFactory(betrokkene__gezin=gezin, betrokkene__persoon=persoon, betrokkene__groep="gezin")
    for persoon, aard in ((kind, "school"), (ouder, "partner")):
        stoel = BetrokkeneFactory(gezin=gezin, hoort_bij=persoon, aard=aard, email=f"{aard}@x.example")
        eigen = ActieFactory(doel__plan=plan, doel__eigenaar=stoel).doel
        ander = ActieFactory(doel__plan=plan, wie=stoel).doel
        # Of a goal whose owner is hidden, and of one that has another owner since.
        EvaluatieFactory(doel=eigen, eigenaar=ander.eigenaar)
        EvaluatieFactory(doel=ander, eigenaar=stoel)
        DeelnameFactory(overleg__gezin=gezin, betrokkene=stoel)
        DeelantwoordFactory(vraag__persoon=kind, vraag__betrokkene=stoel)
    PlekFactory(overleg__gezin=gezin)
    AfschermingFactory(beschermd=kind, voor_persoon=ouder)
    return [kind, ouder]


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
