"""A membership opens nothing without a reason of today: by the database alone, no page of ours in between."""

import pytest
from django.db import ProgrammingError, transaction

from rondetafel.kern.models import Logregel
from rondetafel.toegang.models import Band, Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.veiligheid import queries
from rondetafel.veiligheid.models import (
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Signaal,
    Stapverslag,
)
from rondetafel.veiligheid.slot import as_veilig
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    GebruikerFactory,
    LidmaatschapFactory,
    LogregelFactory,
    OpeningFactory,
    PersoonFactory,
    RegieFactory,
    SignaalFactory,
)
from tests.rollen import as_eigenaar
from tests.veiligheid.test_hekken import DAG, assert_equal_fences, days, fill_dossier, person

pytestmark = pytest.mark.django_db


def read_all(gebruiker):
    """What each table shows to this account, by the database alone: no page of ours stands in between."""
    with as_veilig(person(gebruiker), peildatum=DAG):
        return {
            model.__name__: model.objects.count()
            for model in (Dossier, Lidmaatschap, Opening, Stapverslag, Inschatting, GedeeldeActie)
        } | {
            "Logregel": Logregel.objects.count(),
            "anderen": Signaal.objects.exclude(door=gebruiker.pk).count(),
        }


def test_who_left_the_family_reads_nothing_more_at_once():
    """Still a member, and opened a minute ago: neither helps once the tie with the family is over."""
    regie = RegieFactory()
    kind = PersoonFactory(gezin=regie.gezin)
    dossier, lid = fill_dossier(regie.gezin), regie.regisseur
    LidmaatschapFactory(dossier=dossier, gebruiker=lid)
    OpeningFactory(dossier=dossier, gebruiker=lid)
    LogregelFactory(onderdeel="veiligheid", betreft_id=dossier.pk)
    SignaalFactory(kind=kind, gever=lid)
    SignaalFactory(kind=kind)
    assert set(read_all(lid).values()) == {1}

    with as_eigenaar():
        Band.objects.filter(gebruiker=lid).update(tot=days(-1))

    assert set(read_all(lid).values()) == {0}
    assert_equal_fences(lid)
    with as_veilig(person(lid), peildatum=DAG):
        assert Signaal.objects.get().door == lid.pk, "the own signal stays, to be withdrawn"


def test_an_aandachtsfunctionaris_of_another_municipality_now_reads_nothing_more():
    dossier, lid = fill_dossier(), GebruikerFactory(rol=Rol.AANDACHT, gemeenten=[LANDGRAAF])
    LidmaatschapFactory(dossier=dossier, gebruiker=lid, rol=Lidrol.AANDACHT)
    assert read_all(lid)["Dossier"] == 1

    with as_eigenaar():
        Gebruiker.objects.filter(pk=lid.pk).update(gemeenten=[HEERLEN])

    assert read_all(lid)["Dossier"] == 0
    assert_equal_fences(lid)


def test_only_who_works_for_the_family_is_let_in():
    """By the database alone: the form offers nobody else either."""
    regie, vreemd = RegieFactory(), RegieFactory().regisseur
    dossier = fill_dossier(regie.gezin)
    LidmaatschapFactory(dossier=dossier, gebruiker=regie.regisseur)
    OpeningFactory(dossier=dossier, gebruiker=regie.regisseur)
    wie = person(regie.regisseur)

    with as_veilig(wie, peildatum=DAG):
        assert vreemd.pk not in queries.involved_in(dossier)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Lidmaatschap.objects.create(
                dossier=dossier,
                gebruiker_id=vreemd.pk,
                gegeven_door=wie.id,
                rol=Lidrol.MEELEZER,
                van=DAG,
                reden="",
            )
    with as_veilig(person(vreemd), peildatum=DAG):
        assert queries.involved_in(dossier) == [], "a stranger does not hear who works for this family"
