"""Every policy of this room is missed when it is gone: one life of a dossier needs them all."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection, transaction

from rondetafel.kern.versie import Botsing
from rondetafel.regels.meldcode import Stap
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.veiligheid import queries
from rondetafel.veiligheid.gegevens import (
    Gezinskeuze,
    Inschattingsopgave,
    Lidopgave,
    Signaalopgave,
    Stapopgave,
)
from rondetafel.veiligheid.models import (
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Stapverslag,
)
from rondetafel.veiligheid.operations import (
    add_lid,
    record_deling,
    record_inschatting,
    record_stap,
    register_signaal,
    stop_lid,
    withdraw_signaal,
)
from rondetafel.veiligheid.slot import as_veilig
from tests.factories import BandFactory, GebruikerFactory, PersoonFactory, RegieFactory
from tests.rollen import as_eigenaar
from tests.veiligheid.wandeling import DAG, begin, open_as, wie_of

pytestmark = pytest.mark.django_db
# What one life of a dossier shows to who may see it.
ALLES = {
    "stappen": 2,
    "inschattingen": 1,
    "delingen": 1,
    "leden": 2,
    "openingen": 2,
    "anderen": 1,
    "lijst": 1,
}


def policies():
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select tablename, policyname from pg_policies where schemaname = 'veiligheid'"
            " and policyname <> 'eigenaar_zet_neer'"
        )
        return cursor.fetchall()


class Mensen:
    """A regisseur and a zorgaanbieder of one family, made before anything is taken away."""

    def __init__(self):
        self.regie = RegieFactory()
        self.aanbieder = BandFactory(
            gezin=self.regie.gezin,
            gebruiker=GebruikerFactory(rol=Rol.AANBIEDER),
            hoedanigheid=Hoedanigheid.AANBIEDER,
        ).gebruiker
        self.aandacht = GebruikerFactory(rol=Rol.AANDACHT)
        self.vreemd = RegieFactory().regisseur
        self.kind = PersoonFactory(gezin=self.regie.gezin)

    def keuze(self):
        gezin = self.regie.gezin
        return Gezinskeuze(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, nummer=gezin.nummer)


def signal(mensen, wie):
    opgave = Signaalopgave(
        gezin=mensen.keuze(),
        jeugdige_id=mensen.kind.pk,
        voornaam="Noor",
        geboortedatum=mensen.kind.geboortedatum,
        grond="school",
        bel="045",
        verteld_aan="moeder",
        waarom_niet="",
    )
    with as_veilig(wie, peildatum=DAG):
        return register_signaal(opgave, door=wie, peildatum=DAG)


def write(dossier, wie):
    for stap, inhoud in ((Stap.SIGNALEN, {"feiten": "x"}), (Stap.OVERLEG, {"tekst": "x"})):
        opgave = Stapopgave(stap=stap, gedaan_op=DAG, inhoud=inhoud)
        record_stap(dossier.pk, opgave=opgave, door=wie, peildatum=DAG)
    inschatting = Inschattingsopgave(
        gedaan_op=DAG,
        volgende_op=DAG.replace(day=20),
        uitkomst="kwetsbaar",
        motivering="omdat moeder zelf belt als het misgaat",
        antwoorden={},
        toelichtingen={},
    )
    record_inschatting(dossier.pk, opgave=inschatting, door=wie, peildatum=DAG)
    record_deling(dossier.pk, tekst="Oma belt", door=wie, peildatum=DAG)


def live(mensen):
    """Everything that can happen, and then what a member sees of it."""
    dossier, wie = begin(mensen.regie.regisseur, mensen.regie.gezin)
    aanbieder = wie_of(mensen.aanbieder)
    with as_veilig(wie, peildatum=DAG):
        write(dossier, wie)
        opgave = Lidopgave(gebruiker_id=aanbieder.id, rol=Lidrol.MEELEZER, reden="ziet het kind")
        lid = add_lid(dossier.pk, opgave=opgave, door=wie, peildatum=DAG)
        stop_lid(dossier.pk, lid_id=lid.pk, door=wie, peildatum=DAG)
        open_as(dossier, wie)
    eigen = signal(mensen, wie)
    signal(mensen, aanbieder)
    with as_veilig(wie, peildatum=DAG):
        signalen = queries.signals_of(wie, DAG)
        seen = {
            "stappen": len(queries.latest_stappen(dossier, wie, DAG)),
            "inschattingen": len(queries.estimates_of(dossier, wie, DAG)),
            "delingen": len(queries.shared_from(dossier, wie, DAG)),
            "leden": len(queries.members_of(dossier, DAG)),
            "openingen": len(queries.visits_to(dossier, wie, DAG)),
            "anderen": sum(len(regel.anderen) for regel in signalen),
            "lijst": len(queries.list_dossiers(wie, DAG)),
        }
        withdraw_signaal(eigen.pk, door=wie, peildatum=DAG)
    return seen


def after_leaving(mensen):
    """What is still there for who lets a stranger in, and then leaves the family: nothing."""
    dossier, wie = begin(mensen.regie.regisseur, mensen.regie.gezin)
    with as_veilig(wie, peildatum=DAG):
        write(dossier, wie)
    found = [_lets_in(mensen.vreemd, dossier, wie)]
    with as_eigenaar():
        Band.objects.filter(gebruiker=mensen.regie.regisseur).update(tot=DAG - timedelta(days=1))
    with as_veilig(wie_of(mensen.regie.regisseur), peildatum=DAG):
        found += [model.objects.count() for model in (Dossier, Lidmaatschap, Opening)]
        found += [model.objects.count() for model in (Stapverslag, Inschatting, GedeeldeActie)]
    return sum(found)


def _lets_in(vreemd, dossier, wie):
    velden = {"gegeven_door": wie.id, "rol": Lidrol.MEELEZER, "van": DAG, "reden": ""}
    try:
        with as_veilig(wie, peildatum=DAG), transaction.atomic():
            Lidmaatschap.objects.create(dossier=dossier, gebruiker_id=vreemd.pk, **velden)
    except DatabaseError:
        return 0
    return 1


def survives(policy, mensen):
    tabel, naam = policy
    with transaction.atomic():
        with as_eigenaar(), connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute(f"drop policy {naam} on veiligheid.{tabel}")
        try:
            with transaction.atomic():
                same = live(mensen) == ALLES and after_leaving(mensen) == 0
        except (DatabaseError, ObjectDoesNotExist, Botsing, Geweigerd):
            same = False
        transaction.set_rollback(True)
    return same


def test_every_policy_is_missed():
    mensen = Mensen()
    alle = policies()

    assert len(alle) > 15
    with transaction.atomic():
        assert live(mensen) == ALLES
        assert after_leaving(mensen) == 0
        transaction.set_rollback(True)
    assert [policy for policy in alle if survives(policy, mensen)] == []
